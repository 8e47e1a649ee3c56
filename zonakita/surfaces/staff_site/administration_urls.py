"""Addresses of administration, below /pengelolaan/."""

from django.urls import path

from zonakita.surfaces.staff_site.views.administration import audit, people, roles, units

app_name = "administration"
urlpatterns = [
    path("unit/", units.unit_list, name="units"),
    path("unit/<int:unit_id>/tambah/", units.unit_add, name="unit_add"),
    path("unit/<int:unit_id>/ubah/", units.unit_edit, name="unit_edit"),
    path("unit/<int:unit_id>/masuk/", units.sign_in_policy, name="sign_in_policy"),
    path("unit/<int:unit_id>/pegawai/", people.people_of_unit, name="people"),
    path("unit/<int:unit_id>/pegawai/undang/", people.invite, name="person_invite"),
    path("pegawai/<int:person_id>/", people.person_page, name="person"),
    path("pegawai/<int:person_id>/ubah/", people.edit, name="person_edit"),
    path("pegawai/<int:person_id>/nonaktifkan/", people.deactivate, name="person_deactivate"),
    path("pegawai/<int:person_id>/aktifkan/", people.reactivate, name="person_reactivate"),
    path("pegawai/<int:person_id>/langkah-kedua/", people.second_step_reset, name="second_step_reset"),
    path("pegawai/<int:person_id>/undang-lagi/", people.resend, name="invitation_resend"),
    path("pegawai/<int:person_id>/peran/", roles.grant, name="role_grant"),
    path("pegawai/<int:person_id>/peran/<int:unit_id>/<slug:role>/cabut/", roles.revoke, name="role_revoke"),
    path("jejak-audit/", audit.events, name="audit"),
]
