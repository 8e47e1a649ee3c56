"""reset_second_step."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.exceptions import PermissionDenied
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from zonakita.foundation.access import errors
from zonakita.foundation.access.actions import reset_second_step
from zonakita.foundation.access.tests.conftest import Codes
from zonakita.foundation.access.tests.factories import PersonFactory, RoleAssignmentFactory
from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.people.models import Person


def give_second_step(person: Person) -> None:
    for kind in ("totp", "recovery_codes", "webauthn"):
        Authenticator.objects.create(user=person, type=kind, data={})


def types_of(person: Person) -> list[str]:
    return sorted(Authenticator.objects.filter(user=person).values_list("type", flat=True))


def test_it_takes_every_second_step_away_and_tells_the_person(
    employee: Person,
    unit_admin: Person,
    recorded: Codes,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.PUBLIC_ADDRESS = "https://zi.contoh.test"
    give_second_step(employee)
    give_second_step(unit_admin)
    with django_capture_on_commit_callbacks(execute=True):
        reset_second_step(person=employee, by=unit_admin)
    assert types_of(employee) == []
    assert types_of(unit_admin) == ["recovery_codes", "totp", "webauthn"]
    assert recorded() == ["people.second_step_reset"]
    (letter,) = mail.outbox
    assert letter.to == [employee.email]
    assert unit_admin.full_name in str(letter.body)
    assert "https://zi.contoh.test/akun/2fa/" in str(letter.body)


def test_it_writes_no_mail_to_a_person_without_address(
    province: Unit,
    unit_admin: Person,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    silent = PersonFactory.create(unit=province, email="")
    give_second_step(silent)
    with django_capture_on_commit_callbacks(execute=True):
        reset_second_step(person=silent, by=unit_admin)
    assert types_of(silent) == []
    assert mail.outbox == []


@pytest.mark.parametrize("who", ["auditor", "employee"])
def test_it_refuses_without_the_right(who: str, province: Unit, request: pytest.FixtureRequest) -> None:
    other = PersonFactory.create(unit=province)
    give_second_step(other)
    with pytest.raises(PermissionDenied):
        reset_second_step(person=other, by=request.getfixturevalue(who))
    assert len(types_of(other)) == 3


def test_it_refuses_over_a_mightier_person(province: Unit, institution: Unit, unit_admin: Person) -> None:
    mighty = PersonFactory.create(unit=province)
    RoleAssignmentFactory.create(person=mighty, unit=institution, role="institution_admin")
    give_second_step(mighty)
    with pytest.raises(errors.RoleOutOfReach):
        reset_second_step(person=mighty, by=unit_admin)
    assert len(types_of(mighty)) == 3


def test_it_refuses_the_own_second_step(unit_admin: Person) -> None:
    give_second_step(unit_admin)
    with pytest.raises(errors.OwnSecondStep):
        reset_second_step(person=unit_admin, by=unit_admin)
    assert len(types_of(unit_admin)) == 3


def test_it_refuses_where_nothing_is_set_up(employee: Person, unit_admin: Person, recorded: Codes) -> None:
    with pytest.raises(errors.NoSecondStep):
        reset_second_step(person=employee, by=unit_admin)
    assert recorded() == []
