"""The tree of public work units."""

from __future__ import annotations

import zoneinfo
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

CODE_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class UnitLevel(models.TextChoices):
    NATIONAL = "national", _("Pusat")
    PROVINCE = "province", _("Provinsi")
    REGENCY = "regency", _("Kabupaten")
    CITY = "city", _("Kota")
    OTHER = "other", _("Lainnya")


def validate_time_zone(name: str) -> None:
    """Refuse a time zone that the machine does not know."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("Zona waktu “%(name)s” tidak dikenal."), params={"name": name})


class UnitManager(models.Manager["Unit"]):
    @transaction.atomic
    def create_in_tree(self, *, parent: Unit | None = None, **fields: Any) -> Unit:
        """Add a unit below `parent` (or as an institution of its own) and give it its path."""
        unit = self.model(parent=parent, **fields)
        unit.full_clean(exclude=["path"])
        unit.save(force_insert=True)
        unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
        unit.save(update_fields=["path"])
        return unit


class Unit(models.Model):
    """One work unit: a national, provincial, regency or city office, or a part of one.

    `path` holds the keys from the institution down to the unit ("/1/5/"), so that everything below is one
    prefix search. `code` never changes: the audit record is kept under it.
    """

    code = models.CharField(
        _("kode"),
        max_length=64,
        unique=True,
        validators=[RegexValidator(CODE_PATTERN, _("Gunakan huruf kecil, angka, dan tanda hubung."))],
    )
    name = models.CharField(_("nama"), max_length=200)
    short_name = models.CharField(_("nama singkat"), max_length=80)
    level = models.CharField(_("tingkat"), max_length=10, choices=UnitLevel)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("unit atasan"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
    )
    path = models.CharField(_("jalur"), max_length=200, db_index=True, editable=False, default="")
    time_zone = models.CharField(
        _("zona waktu"), max_length=40, default="Asia/Jakarta", validators=[validate_time_zone]
    )
    accent_colour = models.CharField(
        _("warna aksen"),
        max_length=7,
        blank=True,
        validators=[RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Tulis warna seperti #7a1f1f."))],
    )
    address = models.TextField(_("alamat"), blank=True)
    phone = models.CharField(_("telepon"), max_length=40, blank=True)
    website = models.URLField(_("situs web"), blank=True)
    is_active = models.BooleanField(_("aktif"), default=True)

    personal_data: ClassVar[dict[str, str]] = {
        "id": "keep",
        "code": "keep",
        "name": "keep",
        "short_name": "keep",
        "level": "keep",
        "parent": "keep",
        "path": "keep",
        "time_zone": "keep",
        "accent_colour": "keep",
        "address": "keep",
        "phone": "keep",
        "website": "keep",
        "is_active": "keep",
    }

    objects = UnitManager()

    class Meta:
        verbose_name = _("unit kerja")
        verbose_name_plural = _("unit kerja")
        ordering = ["path"]
        constraints = [
            models.CheckConstraint(condition=models.Q(level__in=UnitLevel.values), name="unit_level_known"),
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")),
                name="unit_not_below_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def depth(self) -> int:
        """0 for an institution, 1 for the units right below it, and so on."""
        return self.path.count("/") - 2

    @property
    def institution_id(self) -> int:
        """Key of the unit at the top of this tree."""
        return int(self.path.split("/")[1])
