"""Addresses of the plan pages."""

from django.urls import path

from zonakita.modules.plans.views import (
    calendar,
    comparison,
    confirmation,
    files,
    findings,
    items,
    matches,
    plan_list,
    plan_rows,
)

app_name = "plans"
urlpatterns = [
    path("", plan_list.plan_list_page, name="list"),
    path("tetapkan/<int:intake_id>/", confirmation.confirm, name="confirm"),
    path("<int:plan_id>/", plan_rows.plan_page, name="plan"),
    path("<int:plan_id>/tugaskan/", plan_rows.assign, name="assign"),
    path("<int:plan_id>/kalender/", calendar.calendar_page, name="calendar"),
    path("<int:plan_id>/temuan/", findings.findings_page, name="findings"),
    path("<int:plan_id>/periksa-ulang/", findings.recheck, name="recheck"),
    path("<int:plan_id>/lke/", matches.coverage_page, name="coverage"),
    path("<int:plan_id>/perbandingan/", comparison.compare_page, name="compare"),
    path("<int:plan_id>/unduh/<str:form>/", files.export, name="export"),
    path("<int:plan_id>/keputusan/", files.decree_file, name="decree_file"),
    path("baris/<int:item_id>/", items.item_page, name="item"),
    path("baris/<int:item_id>/ubah/", items.item_edit, name="item_edit"),
    path("baris/<int:item_id>/bukti/", items.requirements_edit, name="requirements_edit"),
    path("baris/<int:item_id>/lke/", matches.match_edit, name="match_edit"),
    path("penugasan/<int:assignment_id>/cabut/", items.unassign_one, name="unassign"),
    path("butir-lke/<int:match_id>/pastikan/", matches.match_confirm, name="match_confirm"),
    path("temuan/<int:finding_id>/terima/", findings.accept, name="finding_accept"),
    path("temuan/<int:finding_id>/buka/", findings.reopen, name="finding_reopen"),
]
