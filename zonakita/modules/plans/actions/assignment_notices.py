"""Telling people what they were given to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import ngettext, override

from zonakita.foundation.notifications import interface as notifications
from zonakita.foundation.people.models import Person
from zonakita.modules.plans.models import ActionPlan


def tell_assigned(
    plan: ActionPlan, people: Iterable[Person], assigned_person_ids: Iterable[int], *, by: Person
) -> None:
    """One message for each person who gained rows, in their language; nobody is told of their own act."""
    counts = Counter(assigned_person_ids)
    for person in people:
        number = counts[person.pk]
        if not number or person.pk == by.pk:
            continue
        with override(person.language):
            title = ngettext(
                "Anda ditugasi %(number)s baris rencana aksi %(kind)s %(year)s",
                "Anda ditugasi %(number)s baris rencana aksi %(kind)s %(year)s",
                number,
            ) % {"number": number, "kind": plan.kind, "year": plan.year}
        address = reverse("plans:plan", args=[plan.pk])
        notifications.notify(
            person=person,
            kind="plans.assigned",
            title=title,
            url=f"{address}?{urlencode({'siapa': f'person:{person.pk}'})}",
            unit_code=plan.unit.code,
        )
