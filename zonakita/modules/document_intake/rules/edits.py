"""One change that a reviewer makes to a proposal, as data that can be stored, repeated and taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Path = tuple[int, ...]
"""(area,), (area, component) or (area, component, row), each counted from 0 at the time of the edit."""


class EditKind(StrEnum):
    """What a reviewer can do; the values are stored, so they never change."""

    EDIT_ROW = "edit_row"
    ADD_ROW = "add_row"
    DELETE_ROW = "delete_row"
    MERGE_ROW = "merge_row"
    SPLIT_ROW = "split_row"
    MOVE_ROW = "move_row"
    RENAME = "rename"
    ADD_AREA = "add_area"
    ADD_COMPONENT = "add_component"
    REMOVE_HEADING = "remove_heading"
    SET_HEAD = "set_head"
    SET_CITATION = "set_citation"
    DELETE_CITATION = "delete_citation"


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit and its values; which keys `payload` has is said at the function that applies the kind."""

    kind: EditKind
    payload: Mapping[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        """Where in the plan the edit applies, () for the decree's head."""
        return tuple(int(step) for step in self.payload.get("path", ()))


class EditNotPossible(Exception):
    """The edit does not fit the proposal; `message` is one Indonesian sentence for the reviewer."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
