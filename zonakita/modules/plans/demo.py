"""The demo office, built by the actions that people use: units, people, decrees, plans, first decisions."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml
from django.conf import settings

from zonakita.foundation.access import actions as access_actions
from zonakita.foundation.audit import interface as audit
from zonakita.foundation.jobs import interface as jobs
from zonakita.foundation.organisations import interface as organisations
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.organisations.seeds import UnitSeed, unit_seeds
from zonakita.foundation.people import interface as people
from zonakita.foundation.people.models import Person
from zonakita.modules.document_intake import interface as document_intake
from zonakita.modules.plans.actions import accept_finding, assign_items, confirm_intake, correct_match
from zonakita.modules.plans.models import ActionPlan, PlanFinding, PlanItem

_DATA = Path(__file__).parent / "demo_data"
_TREE = "kpu-jambi"
_MAIL_DOMAIN = "demo.zonakita.test"
_JOB = audit.Job("seed_demo")


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody who can sign in to the demo."""

    key: str
    unit: str
    name: str
    role: str
    title: str

    @property
    def email(self) -> str:
        """The address to sign in with."""
        return f"{self.key}@{_MAIL_DOMAIN}"


@dataclass(frozen=True, slots=True)
class _DemoDecree:
    file_name: str
    unit: str
    operator: str


_DECREES = (
    _DemoDecree("zi-provinsi-jambi-2025.pdf", "kpu-15", "operator-jambi"),
    _DemoDecree("zi-provinsi-jambi-2026-ocr.txt", "kpu-15", "operator-jambi"),
    _DemoDecree("rb-provinsi-jambi-2026.pdf", "kpu-15", "operator-jambi"),
    _DemoDecree("zi-tanjung-jabung-barat-2025.docx", "kpu-1507", "operator-tanjabbar"),
)
# Who works in which area of the plans of Jambi; the last area stays open so that something is left to assign.
_TEAMS = (
    ("Pokja I Manajemen Perubahan", ("pokja1-jambi", "pegawai1-jambi")),
    ("Pokja II Tata Laksana", ("pokja2-jambi",)),
    ("Pokja III Manajemen SDM", ("pegawai2-jambi",)),
    ("", ("pegawai1-jambi", "pegawai2-jambi")),
    ("Pokja V Pengawasan", ("pegawai3-jambi",)),
)
_REASON = "Sesuai kesepakatan rapat tim ZI; diperbaiki pada penyusunan keputusan berikutnya."


def demo_people() -> list[DemoPerson]:
    """The cast of the demo."""
    entries = yaml.safe_load((_DATA / "people.yaml").read_text("utf-8"))
    return [DemoPerson(**entry) for entry in entries]


def demo_password() -> str:
    """The password of all demo people: from the settings, else made once for this installation."""
    if settings.DEMO_PASSWORD:
        return str(settings.DEMO_PASSWORD)
    path = Path(settings.DATA_DIR) / "demo-password"
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(
            f"demo-{secrets.token_hex(2)}-{secrets.token_hex(2)}-{secrets.token_hex(2)}\n", "utf-8"
        )
    return path.read_text("utf-8").strip()


def build_demo(*, tell: Callable[[str], None]) -> list[DemoPerson]:
    """Build what is missing of the demo and give who can sign in; a second call changes nothing."""
    cast = demo_people()
    admin = _administrator(next(person for person in cast if person.role == "institution_admin"))
    _build_units(admin)
    for person in cast:
        _join(person, admin)
    for decree in _DECREES:
        _bring_in(decree, tell)
    return cast


def _administrator(person: DemoPerson) -> Person:
    known = people.person_by_email(person.email)
    if known is not None:
        return known
    top = unit_seeds(_TREE)[0]
    admin = access_actions.create_institution(
        code=top.code, name=top.name, admin_email=person.email, admin_name=person.name, by=_JOB
    )
    access_actions.edit_unit(
        unit=admin.unit, changes={"short_name": top.short_name, "level": top.level}, by=admin
    )
    return _with_password(admin)


def _build_units(admin: Person) -> None:
    for seed in unit_seeds(_TREE)[1:]:
        if organisations.unit_by_code(seed.code) is None:
            _build_unit(seed, admin)


def _build_unit(seed: UnitSeed, admin: Person) -> None:
    parent = organisations.unit_by_code(seed.parent or "")
    assert parent is not None, seed  # noqa: S101 - parents come first in the data
    access_actions.create_unit(
        parent=parent,
        code=seed.code,
        name=seed.name,
        short_name=seed.short_name,
        level=seed.level,
        time_zone=seed.time_zone,
        by=admin,
    )


def _join(person: DemoPerson, admin: Person) -> None:
    """Add a person with a role and the demo's password; the address comes later so that no mail goes out."""
    if people.person_by_email(person.email) is not None:
        return
    unit = _unit(person.unit)
    joined = access_actions.invite_person(
        unit=unit, full_name=person.name, email="", site_address="", position_title=person.title, by=admin
    )
    joined = access_actions.edit_person(person=joined, changes={"email": person.email}, by=admin)
    access_actions.grant_role(person=joined, unit=unit, role=person.role, by=admin)
    _with_password(joined)


def _with_password(person: Person) -> Person:
    person.set_password(demo_password())
    person.save(update_fields=["password"])
    return person


def _bring_in(decree: _DemoDecree, tell: Callable[[str], None]) -> None:
    """Upload, read and confirm one decree as an operator does, going on where an earlier call was cut off."""
    operator = _person(decree.operator)
    path = _DATA / decree.file_name
    try:
        with path.open("rb") as content:
            intake = document_intake.upload_decree(
                unit=_unit(decree.unit), source=content, name=path.name, by=operator
            )
    except document_intake.AlreadyUploaded as known:
        intake = known.intake
    if intake.confirmed_at is not None:
        return
    if not intake.is_open and intake.job_id is not None:
        tell(f"Membaca {path.name} ...")
        with jobs.running(intake.job_id):
            document_intake.read_decree_of(intake_id=intake.pk, job_id=intake.job_id)
    try:
        plan = confirm_intake(intake_id=intake.pk, by=operator)
    except document_intake.ReviewClosed:
        tell(f"{path.name} belum dapat ditetapkan; lihat halaman Keputusan.")
        return
    if decree.unit == "kpu-15":
        _begin_work(plan, operator)


def _begin_work(plan: ActionPlan, operator: Person) -> None:
    """First decisions, so that the pages show work in progress."""
    for area, (team, keys) in zip(plan.areas.order_by("order"), _TEAMS, strict=False):
        items = list(PlanItem.objects.filter(component__area=area).values_list("pk", flat=True))
        person_ids = [_person(key).pk for key in keys]
        if items:
            assign_items(plan=plan, item_ids=items, person_ids=person_ids, team=team, by=operator)
    finding = plan.findings.filter(state=PlanFinding.State.OPEN, item__isnull=False).order_by("order").first()
    if finding is not None:
        accept_finding(finding=finding, reason=_REASON, by=operator)
    _correct_a_match(plan, operator)


def _correct_a_match(plan: ActionPlan, operator: Person) -> None:
    unsure = plan.items.filter(questions__state="suggested").order_by("questions__score")[:1]
    for item in unsure:
        match = item.questions.get()
        correct_match(item=item, code=match.question_code or match.sub_area_code, by=operator)


def _unit(code: str) -> Unit:
    unit = organisations.unit_by_code(code)
    assert unit is not None, code  # noqa: S101 - the tree is built before
    return unit


def _person(key: str) -> Person:
    person = people.person_by_email(f"{key}@{_MAIL_DOMAIN}")
    assert person is not None, key  # noqa: S101 - the cast has joined before
    return person
