"""The visible row of each long job, the workers that report, and when scheduled work last ran."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from zonakita.foundation.jobs import rules


class Job(models.Model):
    """Long work as a person sees it; the queue behind it is django-tasks-db's own."""

    class State(models.TextChoices):
        QUEUED = "queued", _("Menunggu")
        RUNNING = "running", _("Berjalan")
        DONE = "done", _("Selesai")
        FAILED = "failed", _("Gagal")

    kind = models.CharField(_("jenis"), max_length=60)
    title = models.CharField(_("judul"), max_length=200)
    state = models.CharField(_("keadaan"), max_length=10, choices=State, default=State.QUEUED)
    step_done = models.PositiveIntegerField(_("langkah selesai"), default=0)
    step_total = models.PositiveIntegerField(_("jumlah langkah"), default=0)
    message = models.CharField(_("pesan"), max_length=500, blank=True)
    result = models.JSONField(_("hasil"), default=dict, blank=True)
    return_url = models.CharField(_("halaman lanjutan"), max_length=300, blank=True)
    owner_id = models.PositiveBigIntegerField(_("pemilik"), null=True, blank=True, db_index=True)
    unit_id = models.PositiveBigIntegerField(_("satuan kerja"), null=True, blank=True)
    task_path = models.CharField(_("tugas"), max_length=200, blank=True)
    task_arguments = models.JSONField(_("argumen tugas"), default=dict, blank=True)
    worker_key = models.CharField(_("pekerja"), max_length=64, blank=True)
    created_at = models.DateTimeField(_("dibuat pada"), auto_now_add=True)
    started_at = models.DateTimeField(_("mulai pada"), null=True, blank=True)
    finished_at = models.DateTimeField(_("selesai pada"), null=True, blank=True)
    last_seen_at = models.DateTimeField(_("terakhir melapor pada"), null=True, blank=True)

    personal_data: ClassVar[dict[str, str]] = {
        "id": "keep",
        "kind": "keep",
        "title": "scrub",
        "state": "keep",
        "step_done": "keep",
        "step_total": "keep",
        "message": "scrub",
        "result": "scrub",
        "return_url": "keep",
        "owner_id": "keep",
        "unit_id": "keep",
        "task_path": "keep",
        "task_arguments": "keep",
        "worker_key": "keep",
        "created_at": "keep",
        "started_at": "keep",
        "finished_at": "keep",
        "last_seen_at": "keep",
    }

    class Meta:
        verbose_name = _("pekerjaan latar")
        verbose_name_plural = _("pekerjaan latar")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["state", "last_seen_at"], name="jobs_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["done", "failed"], finished_at__isnull=False)
                | models.Q(state__in=["queued", "running"], finished_at__isnull=True),
                name="jobs_finished_with_its_moment",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_finished(self) -> bool:
        """Whether nothing more will happen by itself."""
        return self.state in {self.State.DONE, self.State.FAILED}

    @property
    def percent(self) -> int:
        """How far, 0 to 100."""
        return 100 if self.state == self.State.DONE else rules.percent_done(self.step_done, self.step_total)

    @property
    def may_be_retried(self) -> bool:
        """Whether the work behind the row is known and failed."""
        return self.state == self.State.FAILED and bool(self.task_path)


class Worker(models.Model):
    """A worker process and when it last reported; its silence is how a crash is noticed."""

    key = models.CharField(_("kunci"), max_length=64, unique=True)
    started_at = models.DateTimeField(_("mulai pada"), auto_now_add=True)
    last_seen_at = models.DateTimeField(_("terakhir melapor pada"))
    stopped_at = models.DateTimeField(_("berhenti pada"), null=True, blank=True)

    personal_data: ClassVar[dict[str, str]] = {
        "id": "keep",
        "key": "keep",
        "started_at": "keep",
        "last_seen_at": "keep",
        "stopped_at": "keep",
    }

    class Meta:
        verbose_name = _("pekerja")
        verbose_name_plural = _("pekerja")
        ordering = ["-last_seen_at"]

    def __str__(self) -> str:
        return self.key


class ScheduleRun(models.Model):
    """When scheduled work was last put on the queue, so that many workers start it once."""

    task_path = models.CharField(_("tugas"), max_length=200, unique=True)
    last_run_at = models.DateTimeField(_("terakhir dijalankan pada"))

    personal_data: ClassVar[dict[str, str]] = {"id": "keep", "task_path": "keep", "last_run_at": "keep"}

    class Meta:
        verbose_name = _("jadwal")
        verbose_name_plural = _("jadwal")
        ordering = ["task_path"]

    def __str__(self) -> str:
        return self.task_path
