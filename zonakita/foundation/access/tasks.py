"""Background work of administration."""

from __future__ import annotations

from django_tasks import task

from zonakita.foundation.access.invitations import send_invitation
from zonakita.foundation.access.second_step_mail import send_second_step_reset
from zonakita.foundation.people.queries import person_by_key


@task()
def invite_by_mail(person_id: int, site_address: str) -> None:
    """Send the invitation, unless the person has joined or left meanwhile."""
    person = person_by_key(person_id)
    if person is not None and person.is_active and person.email and not person.has_joined:
        send_invitation(person, site_address=site_address)


@task()
def tell_of_second_step_reset(person_id: int, by_name: str) -> None:
    """Tell a person that an administrator has taken the second step away."""
    person = person_by_key(person_id)
    if person is not None and person.email:
        send_second_step_reset(person, by_name=by_name)
