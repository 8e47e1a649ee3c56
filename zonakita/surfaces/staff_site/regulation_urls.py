"""Addresses of the regulation library, the checker's rules and the instrument."""

from django.urls import path

from zonakita.surfaces.staff_site.views import regulations, yardsticks

urlpatterns = [
    path("", regulations.regulation_list, name="regulations"),
    path("unduh/", regulations.export_regulations, name="export_regulations"),
    path("tambah/", regulations.add_regulation, name="add_regulation"),
    path("<int:regulation_id>/", regulations.regulation_page, name="regulation"),
    path("<int:regulation_id>/ubah/", regulations.edit_regulation, name="edit_regulation"),
    path("<int:regulation_id>/verifikasi/", regulations.verify_regulation, name="verify_regulation"),
    path("aturan-pemeriksa/", yardsticks.checker_rules, name="checker_rules"),
    path("instrumen-lke/", yardsticks.instrument_page, name="instrument"),
]
