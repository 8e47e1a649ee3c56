"""The demo's offices and people."""

from __future__ import annotations

from django.core import mail
from pytest_django import DjangoCaptureOnCommitCallbacks

from zonakita.foundation.access import interface as access
from zonakita.foundation.access.demo import demo_sign_ins, seed_offices
from zonakita.foundation.access.interface import Permission
from zonakita.foundation.access.models import RoleAssignment
from zonakita.foundation.access.roles import ROLES
from zonakita.foundation.audit.queries import chain_reports
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person


def test_it_makes_the_offices_of_jambi_once(
    db: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        seed_offices(password="demo-zonakita-2025")
        seed_offices(password="lain")
    assert mail.outbox == [], "demo people have joined already"
    assert Unit.objects.filter(parent__code="kpu-15").count() == 11
    assert Unit.objects.get(code="kpu-1507").short_name == "KPU Kab. Tanjung Jabung Barat"
    assert Unit.objects.get(code="kpu-1572").level == "city"
    assert Unit.objects.get(code="kpu").level == "national"
    operator = Person.objects.get(email="operator@demo.zonakita.test")
    assert operator.check_password("demo-zonakita-2025")
    units = Unit.objects.filter(pk__in=access.unit_ids_with(operator, Permission.PLAN_EDIT))
    assert [unit.code for unit in units] == ["kpu-15"]
    assert all(report.is_whole for report in chain_reports())


def test_the_demo_shows_every_role(db: None) -> None:
    seed_offices(password="demo-zonakita-2025")
    assert set(RoleAssignment.objects.values_list("role", flat=True)) == set(ROLES)
    assert len(demo_sign_ins()) == Person.objects.count()
    assert all(person.full_name.startswith("Demo ") for person in Person.objects.all())
