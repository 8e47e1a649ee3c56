"""Addresses of the intake, below /keputusan/."""

from django.urls import path

from zonakita.modules.document_intake.views import columns, edits, intakes, pages, review

app_name = "document_intake"
urlpatterns = [
    path("", intakes.intakes, name="intakes"),
    path("unggah/", intakes.upload, name="upload"),
    path("<int:intake_id>/", intakes.intake, name="intake"),
    path("<int:intake_id>/kemajuan/", intakes.progress, name="progress"),
    path("<int:intake_id>/coba-lagi/", intakes.retry, name="retry"),
    path("<int:intake_id>/batalkan/", intakes.discard, name="discard"),
    path("<int:intake_id>/berkas/", pages.original, name="original"),
    path("<int:intake_id>/halaman/<int:page_number>/", pages.page_image, name="page-image"),
    path("<int:intake_id>/kolom/", columns.columns, name="columns"),
    path("<int:intake_id>/tinjau/", review.review, name="review"),
    path("<int:intake_id>/ubah/", edits.edit, name="edit"),
]
