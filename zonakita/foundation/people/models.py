"""The people who work with the platform."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class Language(models.TextChoices):
    INDONESIAN = "id", "Bahasa Indonesia"
    ENGLISH = "en", "English"


class PersonManager(BaseUserManager["Person"]):
    def create_person(self, *, password: str | None = None, **fields: Any) -> Person:
        """Create a person; without a password nobody can sign in until one is set by the link of a mail."""
        person = self.model(**fields)
        person.email = (person.email or "").strip().lower() or None
        person.set_password(password)
        person.full_clean(exclude=["password"])
        person.save(using=self._db, force_insert=True)
        return person

    def get_by_natural_key(self, username: str | None) -> Person:
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """An employee or assessor; who has no e-mail address cannot sign in but can be named in a plan."""

    email = models.EmailField(_("surel"), unique=True, null=True, blank=True)
    full_name = models.CharField(_("nama lengkap"), max_length=150)
    employee_number = models.CharField(
        _("NIP"),
        max_length=18,
        blank=True,
        validators=[RegexValidator(r"^\d{18}$", _("NIP terdiri atas 18 angka tanpa spasi."))],
    )
    position_title = models.CharField(_("jabatan"), max_length=150, blank=True)
    phone = models.CharField(_("telepon"), max_length=40, blank=True)
    unit = models.ForeignKey(
        "organisations.Unit", verbose_name=_("unit kerja"), on_delete=models.PROTECT, related_name="people"
    )
    language = models.CharField(_("bahasa"), max_length=5, choices=Language, default=Language.INDONESIAN)
    is_active = models.BooleanField(_("aktif"), default=True)
    joined_at = models.DateTimeField(_("terdaftar sejak"), auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    personal_data: ClassVar[dict[str, str]] = {
        "id": "keep",
        "password": "scrub",
        "last_login": "keep",
        "email": "scrub",
        "full_name": "scrub",
        "employee_number": "scrub",
        "position_title": "scrub",
        "phone": "scrub",
        "unit": "keep",
        "language": "keep",
        "is_active": "keep",
        "joined_at": "keep",
    }

    objects = PersonManager()

    class Meta:
        verbose_name = _("pegawai")
        verbose_name_plural = _("pegawai")
        ordering = ["full_name", "id"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="person_email_once",
                violation_error_message=_("Surel ini sudah dipakai pegawai lain."),
            ),
            models.UniqueConstraint(
                fields=["employee_number"],
                condition=~models.Q(employee_number=""),
                name="person_employee_number_once",
                violation_error_message=_("NIP ini sudah dipakai pegawai lain."),
            ),
            models.CheckConstraint(
                condition=models.Q(language__in=Language.values), name="person_language_known"
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def get_full_name(self) -> str:
        return self.full_name

    def get_short_name(self) -> str:
        return self.full_name.split()[0] if self.full_name else ""

    @property
    def has_joined(self) -> bool:
        """Whether the invitation has been answered by setting a password or signing in once."""
        return self.has_usable_password() or self.last_login is not None
