"""Action plans: what a unit has promised to do this year, with targets, people and findings."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    """The module "plans"."""

    name = "zonakita.modules.plans"
    verbose_name = _("Rencana aksi")
