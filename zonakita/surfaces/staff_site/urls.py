"""Addresses of the shell itself."""

from django.urls import include, path, register_converter

from zonakita.surfaces.staff_site.views import choices, home, notifications, style


class ColourConverter:
    """Six hexadecimal digits."""

    regex = "[0-9a-f]{6}"

    def to_python(self, value: str) -> str:
        """Take the digits as they are."""
        return value

    def to_url(self, value: str) -> str:
        """Write the digits as they are."""
        return value


register_converter(ColourConverter, "colour")

urlpatterns = [
    path("", home.home, name="home"),
    path("pilihan/", choices.preferences, name="preferences"),
    path("unit-kerja/", choices.units, name="units"),
    path("unit-kerja/pilih/", choices.choose_unit, name="choose_unit"),
    path("warna/<colour:colour>.css", choices.accent, name="accent"),
    path("pemberitahuan/", notifications.notification_list, name="notifications"),
    path("pemberitahuan/<int:notification_id>/", notifications.open_notification, name="open_notification"),
    path("pemberitahuan/dibaca/", notifications.read_all, name="read_all_notifications"),
    path("pemberitahuan/cara/", notifications.channels, name="notification_channels"),
    path("gaya/", style.style_page, name="style"),
    path("peraturan/", include("zonakita.surfaces.staff_site.regulation_urls")),
    path("", include("zonakita.surfaces.staff_site.upkeep_urls")),
]
