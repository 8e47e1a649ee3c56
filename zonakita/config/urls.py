"""All addresses: each surface and module brings its own."""

from django.urls import include, path

urlpatterns = [
    path("akun/", include("zonakita.config.sign_in_urls")),
    path("keputusan/", include("zonakita.modules.document_intake.urls")),
    path("rencana/", include("zonakita.modules.plans.urls")),
    path("pengelolaan/", include("zonakita.surfaces.staff_site.administration_urls")),
    path("", include("zonakita.surfaces.staff_site.urls")),
]
