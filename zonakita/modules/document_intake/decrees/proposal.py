"""The frozen proposal that reading a decree gives; nothing is written before a person confirms it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from zonakita.modules.document_intake.sources.document import Place

PlanKind = Literal["ZI", "RB"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with its origin; `confidence` 0..1 is the reader's own trust in the text and its column."""

    text: str = ""
    place: Place | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row of the plan.

    ZI fills indicator, action, evidence and target. RB fills `action` with the sub-activity, `indicator`
    with the success
    indicator, and `note` with KET. `months` are 1..12, sorted. `extra` keeps columns that no role fits, by
    their heading.
    """

    indicator: Cell = Cell()
    action: Cell = Cell()
    evidence: Cell = Cell()
    target: Cell = Cell()
    months: tuple[int, ...] = ()
    target_year: int | None = None
    week: int | None = None
    person_in_charge: Cell | None = None
    note: Cell | None = None
    extra: tuple[tuple[str, Cell], ...] = ()
    slips: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanComponent:
    """A component (ZI: komponen) or activity (RB: kegiatan); `number` as printed, without its full stop."""

    number: str
    title: str
    rows: tuple[PlanRow, ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class PlanArea:
    """An area; `number` as printed: roman (ZI), arabic (RB) or empty where the plan has no areas."""

    number: str
    title: str
    components: tuple[PlanComponent, ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A regulation as cited. `key` is its library id (`UU 28/1999`), `where` is menimbang, mengingat,
    dasar_hukum, body.

    `state_gazette` and `supplement` are as printed: `1999/75` and `3851`; `amended_by` are library ids.
    """

    key: str
    type: str
    number: str
    year: int | None
    title: str = ""
    where: str = "mengingat"
    text: str = ""
    state_gazette: str | None = None
    supplement: str | None = None
    amends: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class DecreeHead:
    """The head of the decree; empty string or None where it was not found. `level`: national, province,
    regency, city, other.
    """

    institution: str = ""
    level: str = "other"
    number: str = ""
    year: int | None = None
    title: str = ""
    place: str = ""
    date: date | None = None
    signatory: str = ""
    signatory_role: str = ""
    annex_institution: str = ""
    annex_title: str = ""
    table_title: str = ""
    legal_basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnQuestion:
    """A column whose meaning stayed unclear: asked from a person and remembered for the institution.

    `fingerprint` names the column in a mapping (normalised heading path); `guess` is a role or empty.
    """

    fingerprint: str
    heading: str
    samples: tuple[str, ...]
    guess: str = ""


@dataclass(frozen=True, slots=True)
class DecreeProposal:
    """All that was read. `body_text` is the plain text before and around the table, for the plan checker.

    `page_sizes` is width and height of every page, in order; only their ratio matters.
    """

    head: DecreeHead
    kind: PlanKind
    plan_year: int | None
    areas: tuple[PlanArea, ...]
    body_text: str = ""
    questions: tuple[ColumnQuestion, ...] = ()
    warnings: tuple[str, ...] = ()
    source_format: str = "text"
    page_count: int = 0
    page_sizes: tuple[tuple[float, float], ...] = ()
    other: dict[str, str] = field(default_factory=dict)
