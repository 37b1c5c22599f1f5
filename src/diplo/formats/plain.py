"""Between typed meetings and plain values (dicts, lists, text, numbers), both ways and strictly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import Enum
from math import isfinite
from types import GenericAlias, UnionType
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn

from diplo.model import Meeting
from diplo.period import Period
from diplo.span import Span

SCHEMA_VERSION = "1"

Steps = tuple[str | int, ...]
Value = TypeVar("Value")

_EXPECTED = {
    str: "text",
    int: "a whole number of at most 64 bits",
    bool: "true or false",
    float: "a number that is finite",
    dt.date: "a date as YYYY-MM-DD",
    Span: "a span: start and end, with 0 <= start <= end",
    Period: "a period: start and end, with start <= end, and its span",
}


class MismatchError(Exception):
    """What is wrong in plain values, and where: the keys and indexes that lead to it."""

    def __init__(self, path: Steps, value: Any, expected: str) -> None:
        """Keep the place, the value found (`attrs.NOTHING` for none) and what was expected."""
        super().__init__(path, value, expected)
        self.path = path
        self.value = value
        self.expected = expected


def plain(meeting: Meeting, at: Steps = ()) -> dict[str, Any]:
    """Return a meeting as plain values, every field of the model in its order.

    Raises:
        MismatchError: when the result could not be read back as an equal meeting.
    """
    value = plain_value(meeting, at)
    _check(meeting, at)
    return value


def typed(value: Any, at: Steps = ()) -> Meeting:
    """Return the meeting that a plain value describes; `at` is where it stands.

    Raises:
        MismatchError: for the first thing in it that is wrong.
    """
    meeting = typed_value(Meeting, value, at)
    _check(meeting, at)
    return meeting


def plain_value(value: attrs.AttrsInstance, at: Steps = ()) -> dict[str, Any]:
    """Return a value of any class of the models as plain values, every field in its order.

    Raises:
        MismatchError: when the result could not be read back as an equal value.
    """
    found: dict[str, Any] = _CONVERTER.unstructure(value)
    if typed_value(type(value), found, at) != value:
        raise MismatchError(at, value, "values of exactly the types that the model names")
    return found


def typed_value(kind: type[Value], value: Any, at: Steps = ()) -> Value:
    """Return the value of a class that a plain value describes; what spans and ids refer to is not checked.

    Raises:
        MismatchError: for the first thing in it that is wrong.
    """
    try:
        return _CONVERTER.structure(value, kind)
    except (ClassValidationError, TypeError) as error:
        raise _first_mismatch(error, kind, value, at) from None


def _check(meeting: Meeting, at: Steps) -> None:
    """Refuse what no type tells of."""
    _check_ids(meeting, at)
    _check_spans(meeting, at)


def _check_ids(meeting: Meeting, at: Steps) -> None:
    """Refuse an id given twice, and a reference to somebody who is no participant."""
    seen: set[str] = set()
    for part in ("participants", "topics", "commitments", "statements"):
        for index, item in enumerate(getattr(meeting, part)):
            if item.id in seen:
                raise MismatchError(
                    (*at, part, index, "id"), item.id, "an id that stands once in the meeting"
                )
            seen.add(item.id)
    present = {participant.id for participant in meeting.participants}
    for part, field in (("topics", "raised_by"), ("statements", "speakers"), ("statements", "addressees")):
        for index, item in enumerate(getattr(meeting, part)):
            for position, reference in enumerate(getattr(item, field)):
                if reference not in present:
                    path = (*at, part, index, field, position)
                    raise MismatchError(path, reference, "the id of a participant")


def _check_spans(meeting: Meeting, at: Steps) -> None:
    """Refuse a span that reaches beyond the text."""
    length = len(meeting.source.text)
    for path, span in _spans(meeting, at):
        if span.end > length:
            raise MismatchError((*path, "end"), span.end, f"an offset within the text, at most {length}")


def _spans(value: Any, path: Steps) -> Iterator[tuple[Steps, Span]]:
    """Yield every span within a value of the model, with its place."""
    if isinstance(value, Span):
        yield path, value
    elif isinstance(value, tuple):
        for index, member in enumerate(value):
            yield from _spans(member, (*path, index))
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from _spans(getattr(value, field.name), (*path, field.name))


def _first_mismatch(error: BaseException, kind: Any, value: Any, path: Steps) -> MismatchError:
    """Follow the errors of cattrs down to the first value that it refused."""
    while isinstance(error, ClassValidationError | IterableValidationError):
        error = error.exceptions[0]
        note = next((note for note in getattr(error, "__notes__", ()) if type(note) is not str), None)
        if isinstance(note, AttributeValidationNote):
            path, value, kind = (*path, note.name), value.get(note.name, attrs.NOTHING), note.type
        elif isinstance(note, IterableValidationNote):
            path, value, kind = (*path, note.index), value[note.index], note.type
    if isinstance(error, ForbiddenExtraKeysError):
        key = min(error.extra_fields)
        return MismatchError((*path, key), value[key], "no field of this name")
    return MismatchError(path, value, _expected(kind))


def _expected(kind: Any) -> str:
    """Say what a value of a type of the model looks like."""
    if get_origin(kind) is UnionType:
        return f"{_expected(get_args(kind)[0])}, or nothing"
    if _is_tuple(kind):
        return "a list"
    if issubclass(kind, Enum):
        return "one of " + ", ".join(member.value for member in kind)
    return _EXPECTED.get(kind, f"an object: {kind.__name__}")


def _read_text(value: Any, kind: type[str]) -> str:
    """Take text, also as the member of an enum, and nothing that only can be turned into text."""
    if not isinstance(value, str):
        raise TypeError
    return kind(value)


def _read_bool(value: Any, _kind: type[bool]) -> bool:
    """Take `True` or `False`, and no number for them."""
    if not isinstance(value, bool):
        raise TypeError
    return value


def _read_int(value: Any, _kind: type[int]) -> int:
    """Take a number, and not `True`, of a size that every format can hold."""
    if type(value) is not int or not -(2**63) <= value < 2**63:
        raise TypeError
    return value


def _read_float(value: Any, _kind: type[float]) -> float:
    """Take a number that is finite, also a whole one, as other programs write 1.0."""
    if type(value) not in {int, float} or not isfinite(value):
        raise TypeError
    return float(value)


def _read_date(value: Any, _kind: type[dt.date]) -> dt.date:
    """Take a date as `date.isoformat` writes it, and in no other form of ISO 8601."""
    date = dt.date.fromisoformat(value)
    if date.isoformat() != value:
        raise ValueError
    return date


def _is_tuple(kind: Any) -> bool:
    """Tell whether a type is a tuple of something."""
    return get_origin(kind) is tuple


def _reader_of_tuple(kind: Any) -> Any:
    """Return a reader that takes lists only: cattrs would also take text apart."""
    members: Any = GenericAlias(list, get_args(kind)[:1])

    def read(value: Any, _kind: Any) -> tuple[Any, ...]:
        """Read every member of a list."""
        if not isinstance(value, list):
            raise TypeError
        return tuple(_CONVERTER.structure(value, members))

    return read


def _reader_of_class(kind: Any) -> Any:
    """Return a reader that takes an object with the fields of the class and no others."""
    build = make_dict_structure_fn(kind, _CONVERTER, _cattrs_forbid_extra_keys=True)

    def read(value: Any, kind: Any) -> Any:
        """Read every field of an object."""
        if not isinstance(value, dict):
            raise TypeError
        return build(value, kind)

    return read


def _converter() -> Converter:
    """Return a converter that takes nothing but what it writes."""
    converter = Converter(detailed_validation=True)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_structure_hook(str, _read_text)
    converter.register_structure_hook(int, _read_int)
    converter.register_structure_hook(bool, _read_bool)
    converter.register_structure_hook(float, _read_float)
    converter.register_structure_hook(dt.date, _read_date)
    converter.register_structure_hook_factory(_is_tuple, _reader_of_tuple)
    converter.register_structure_hook_factory(attrs.has, _reader_of_class)
    return converter


_CONVERTER = _converter()
