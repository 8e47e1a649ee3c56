"""People."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from zonakita.foundation.organisations.tests.factories import UnitFactory
from zonakita.foundation.people.models import Person
from zonakita.foundation.people.queries import people_of, person_by_email
from zonakita.foundation.people.tests.factories import PersonFactory


def test_it_lists_the_active_people_of_a_unit_by_name(db: None) -> None:
    unit = UnitFactory.create()
    zahra = PersonFactory.create(unit=unit, full_name="Zahra Contoh")
    anton = PersonFactory.create(unit=unit, full_name="Anton Contoh")
    PersonFactory.create(unit=unit, is_active=False)
    PersonFactory.create()
    assert list(people_of(unit)) == [anton, zahra]


def test_it_finds_a_person_whatever_the_case_of_the_address(db: None) -> None:
    person = PersonFactory.create(email="Budi.Contoh@Kantor.TEST")
    assert person.email == "budi.contoh@kantor.test"
    assert person_by_email(" BUDI.contoh@kantor.test ") == person
    assert Person.objects.get_by_natural_key("BUDI.CONTOH@kantor.test") == person
    assert person_by_email("") is None


def test_the_database_refuses_the_same_address_in_another_case(db: None) -> None:
    PersonFactory.create(email="budi@contoh.test")
    other = PersonFactory.create()
    with pytest.raises(IntegrityError):
        Person.objects.filter(pk=other.pk).update(email="BUDI@contoh.test")


def test_a_person_without_password_has_not_joined(db: None) -> None:
    assert not PersonFactory.create(password=None).has_joined
    assert PersonFactory.create().has_joined


def test_it_calls_people_by_their_first_name(db: None) -> None:
    assert PersonFactory.create(full_name="Demo Operator Jambi").get_short_name() == "Demo"
