"""The site for the people of a unit."""

from django.apps import AppConfig


class StaffSiteConfig(AppConfig):
    """Shell, components, home page and sign-in pages."""

    name = "zonakita.surfaces.staff_site"
    label = "staff_site"
    verbose_name = "Situs pegawai"
