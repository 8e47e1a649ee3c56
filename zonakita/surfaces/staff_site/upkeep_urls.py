"""Addresses of background jobs and the working calendar."""

from django.urls import path

from zonakita.surfaces.staff_site.views import agenda, jobs

urlpatterns = [
    path("proses/", jobs.job_list, name="jobs"),
    path("proses/<int:job_id>/", jobs.job_page, name="job"),
    path("proses/<int:job_id>/kemajuan/", jobs.job_progress, name="job_progress"),
    path("proses/<int:job_id>/ulangi/", jobs.retry_job, name="retry_job"),
    path("kalender/", agenda.holiday_list, name="holidays"),
    path("kalender/tambah/", agenda.add_holiday, name="add_holiday"),
    path("kalender/<int:holiday_id>/", agenda.edit_holiday, name="edit_holiday"),
    path("kalender/<int:holiday_id>/hapus/", agenda.remove_holiday, name="remove_holiday"),
]
