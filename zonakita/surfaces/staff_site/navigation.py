"""Every entry of the staff navigation, in the order in which people see it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zonakita.foundation.access.permissions import Permission


class Section(Enum):
    """Groups of entries; the value is the heading, empty for the first group."""

    WORK = ""
    UNIT = _("Unit kerja")
    SYSTEM = _("Pengelolaan")


@dataclass(frozen=True)
class Entry:
    """One link; without `permission` for everyone signed in; `is_quick` for the phone's bottom bar."""

    label: Promise
    url_name: str
    icon: str
    section: Section
    permission: Permission | None = None
    is_quick: bool = False

    @property
    def url(self) -> str | None:
        """Address, or None while the part of the site that owns it is not installed."""
        try:
            return reverse(self.url_name)
        except NoReverseMatch:
            return None


ENTRIES: tuple[Entry, ...] = (
    Entry(_("Beranda"), "home", "home", Section.WORK, is_quick=True),
    Entry(_("Rencana aksi"), "plans:list", "list-check", Section.WORK, Permission.PLAN_VIEW, is_quick=True),
    Entry(
        _("Keputusan"),
        "document_intake:intakes",
        "file-text",
        Section.WORK,
        Permission.DECREE_VIEW,
        is_quick=True,
    ),
    Entry(_("Pemberitahuan"), "notifications", "bell", Section.WORK),
    Entry(_("Kalender kerja"), "holidays", "calendar", Section.UNIT, Permission.UNIT_VIEW),
    Entry(_("Unit dan pegawai"), "administration:units", "users", Section.UNIT, Permission.UNIT_VIEW),
    Entry(_("Peraturan"), "regulations", "books", Section.UNIT),
    Entry(_("Proses"), "jobs", "progress", Section.SYSTEM, Permission.JOB_VIEW),
    Entry(_("Jejak audit"), "administration:audit", "history", Section.SYSTEM, Permission.AUDIT_VIEW),
)


@dataclass(frozen=True)
class Link:
    """An entry as one person sees it on one page."""

    label: str
    url: str
    icon: str
    is_current: bool
    is_quick: bool


@dataclass(frozen=True)
class Group:
    """A heading and its links."""

    heading: str
    links: tuple[Link, ...]


def groups_for(permissions: frozenset[Permission], path: str) -> list[Group]:
    """Return the groups that hold at least one link for someone with these permissions, the page marked."""
    visible = [
        (entry, entry.url)
        for entry in ENTRIES
        if (entry.permission is None or entry.permission in permissions) and entry.url is not None
    ]
    current = _current_url(path, [url for _entry, url in visible if url])
    groups = []
    for section in Section:
        links = tuple(
            Link(str(entry.label), url, entry.icon, url == current, entry.is_quick)
            for entry, url in visible
            if url and entry.section is section
        )
        if links:
            groups.append(Group(str(section.value), links))
    return groups


def _current_url(path: str, urls: list[str]) -> str | None:
    """The longest address that the path lies under, so that a page below a list marks the list."""
    matches = [url for url in urls if path == url or (url != "/" and path.startswith(url))]
    return max(matches, key=len, default=None)
