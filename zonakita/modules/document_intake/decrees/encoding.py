"""A proposal as plain data for JSON and back, without loss."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from zonakita.modules.document_intake.decrees.proposal import DecreeProposal


def proposal_to_dict(proposal: DecreeProposal) -> dict[str, Any]:
    """Give the proposal as dictionaries, lists, strings and numbers, without what equals its default."""
    plain: dict[str, Any] = _to_plain(proposal)
    return plain


def proposal_from_dict(data: Mapping[str, Any]) -> DecreeProposal:
    """Build the proposal again.

    Raises: ValueError where the data is not that of a proposal.
    """
    proposal: DecreeProposal = _from_plain(DecreeProposal, data)
    return proposal


def _to_plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: _to_plain(own)
            for field in fields(value)
            if (own := getattr(value, field.name)) != field.default
        }
    if isinstance(value, (tuple, list)):
        return [_to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _to_plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return value


def _from_plain(kind: Any, data: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        if data is None:
            return None
        (kind,) = (option for option in get_args(kind) if option is not NoneType)
        return _from_plain(kind, data)
    if is_dataclass(kind):
        return _record(kind, data)
    if origin is tuple:
        return _tuple(get_args(kind), data)
    if origin is dict:
        return {key: _from_plain(get_args(kind)[1], item) for key, item in _checked(data, Mapping).items()}
    if origin is Literal:
        return _one_of(get_args(kind), data)
    if kind is date:
        return date.fromisoformat(_checked(data, str))
    if kind is float:
        return float(_checked(data, (int, float)))
    return _checked(data, kind)


def _record(kind: Any, data: Any) -> Any:
    hints = _hints(kind)
    unknown = set(_checked(data, Mapping)) - set(hints)
    if unknown:
        raise ValueError(f"{kind.__name__} has no {sorted(unknown)}")
    try:
        return kind(**{name: _from_plain(hints[name], item) for name, item in data.items()})
    except TypeError as error:
        raise ValueError(str(error)) from error


def _tuple(kinds: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
    items = _checked(data, list)
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_from_plain(kinds[0], item) for item in items)
    return tuple(_from_plain(kind, item) for kind, item in zip(kinds, items, strict=True))


def _one_of(options: tuple[Any, ...], data: Any) -> Any:
    if data not in options:
        raise ValueError(f"{data!r} is none of {options}")
    return data


def _checked(data: Any, kind: Any) -> Any:
    if not isinstance(data, kind) or (isinstance(data, bool) and kind is not bool):
        raise ValueError(f"expected {kind}, got {type(data).__name__}")
    return data


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
