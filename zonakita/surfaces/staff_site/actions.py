"""The one thing that this surface writes: how a person wants to be addressed."""

from __future__ import annotations

from django.db import transaction

from zonakita.foundation.people.models import Person


@transaction.atomic
def choose_language(*, language: str, by: Person) -> Person:
    """Remember a person's own language for pages on other devices and for e-mail."""
    person = Person.objects.select_for_update().get(pk=by.pk)
    person.language = language
    person.full_clean(exclude=["password"])
    person.save(update_fields=["language"])
    return person
