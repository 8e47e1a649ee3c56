"""The unit tree."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from zonakita.foundation.organisations.models import Unit
from zonakita.foundation.organisations.queries import ancestors_of, unit_by_code, units_below
from zonakita.foundation.organisations.seeds import unit_seeds
from zonakita.foundation.organisations.tests.factories import UnitFactory


@pytest.fixture
def tree(db: None) -> list[Unit]:
    top = UnitFactory.create()
    middle = UnitFactory.create(parent=top)
    return [top, middle, UnitFactory.create(parent=middle)]


def test_it_knows_what_lies_above_and_below(tree: list[Unit]) -> None:
    top, middle, leaf = tree
    UnitFactory.create()
    assert list(units_below(top)) == tree
    assert list(units_below(middle, include_self=False)) == [leaf]
    assert list(ancestors_of(leaf)) == [top, middle]
    assert list(ancestors_of(top)) == []
    assert [unit.depth for unit in tree] == [0, 1, 2]
    assert {unit.institution_id for unit in tree} == {top.pk}


def test_it_finds_a_unit_by_code(tree: list[Unit]) -> None:
    assert unit_by_code(tree[1].code) == tree[1]
    assert unit_by_code("tidak-ada") is None


@pytest.mark.parametrize(
    "fields", [{"code": "Kode Besar"}, {"code": ""}, {"level": "benua"}, {"time_zone": "Asia/Atlantis"}]
)
def test_it_refuses_a_unit_that_may_not_stand(db: None, fields: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        UnitFactory.create(**fields)


def test_the_database_refuses_what_the_code_might_forget(tree: list[Unit]) -> None:
    rows = Unit.objects.filter(pk=tree[1].pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(parent=tree[1])
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(level="benua")


def test_it_never_deletes_a_unit_that_others_stand_on(tree: list[Unit]) -> None:
    with pytest.raises(models.ProtectedError):
        tree[0].delete()


def test_the_seeds_name_parents_before_their_units() -> None:
    seen: set[str | None] = {None}
    for seed in unit_seeds("kpu-jambi"):
        assert seed.parent in seen, seed.code
        seen.add(seed.code)
    assert len(seen) == 14
