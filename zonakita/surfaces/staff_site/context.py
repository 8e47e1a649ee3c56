"""What the base template shows around every page."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import HttpRequest

from zonakita.foundation.notifications import interface as notifications
from zonakita.foundation.people.models import Person
from zonakita.surfaces.staff_site.navigation import Group, Link, groups_for
from zonakita.surfaces.staff_site.preferences import THEME_COOKIE, THEMES
from zonakita.surfaces.staff_site.standing import Standing


class Shell:
    """Lazy values for `staff/base.html`; an error page asks for few of them, so nothing is read ahead."""

    def __init__(self, request: HttpRequest) -> None:
        """Keep the request; each value is worked out when the template asks."""
        self._request = request
        self.standing: Standing = getattr(request, "standing", None) or Standing(request)

    @property
    def theme(self) -> str:
        """ "light", "dark", or "" to follow the device."""
        chosen = self._request.COOKIES.get(THEME_COOKIE, "")
        return chosen if chosen in THEMES else ""

    @cached_property
    def accent(self) -> str:
        """Six hexadecimal digits of the unit's own colour, or "" for the product's."""
        unit = self.standing.unit
        return unit.accent_colour.removeprefix("#").lower() if unit else ""

    @cached_property
    def navigation(self) -> list[Group]:
        """Groups of links for the side navigation."""
        return groups_for(self.standing.permissions, self._request.path)

    @cached_property
    def unread_count(self) -> int:
        """How many messages wait to be read."""
        person = self.standing.person
        return notifications.unread_count(person) if isinstance(person, Person) else 0

    @cached_property
    def quick_links(self) -> list[Link]:
        """At most four links for the bottom bar of a phone."""
        return [link for group in self.navigation for link in group.links if link.is_quick][:4]


def shell(request: HttpRequest) -> dict[str, Any]:
    """Give every template `shell`."""
    return {"shell": Shell(request)}
