"""Values as the cells of a table, and back, lossless for any text.

* An empty cell is `None`, or the empty tuple.
* Text stands as it is. Where a spreadsheet could take it for a formula (it starts with =, +, -, @ or a
  control character), or where it is empty or starts with an apostrophe itself, an apostrophe goes before it.
* NUL and halves of surrogate pairs, which UTF-8 and many readers refuse, are written as a backslash, `u` and
  four hexadecimal digits; so is a backslash that would otherwise look like the start of such an escape.
* A list is its members, each written as text is, joined by ";"; a ";" inside a member is escaped likewise,
  so that to split at ";" is always right.
* Spans are `start..end`, joined by ";".
"""

from __future__ import annotations

import re
from enum import StrEnum
from math import isfinite
from typing import Any

_GUARDED = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n']|\Z")
_UNSAFE = re.compile(r"[\x00\ud800-\udfff]|\\(?=u[0-9a-f]{4})")
_UNSAFE_IN_LIST = re.compile(_UNSAFE.pattern + "|;")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
_INTEGER = re.compile(r"0|-?[1-9][0-9]*")


class Kind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    DATE = "a date as YYYY-MM-DD"
    INTEGER = "a whole number"
    OFFSET = "a whole number from 0"
    NUMBER = "a decimal number"
    BOOLEAN = "true or false"
    LIST = "a list joined by ;"
    SPANS = "spans as start..end joined by ;"


def write_cell(value: Any, kind: Kind) -> str:
    """Write a plain value as a cell."""
    if value is None:
        return ""
    match kind:
        case Kind.LIST:
            return ";".join(_write_text(member, _UNSAFE_IN_LIST) for member in value)
        case Kind.SPANS:
            return ";".join(f"{span['start']}..{span['end']}" for span in value)
        case Kind.BOOLEAN:
            return "true" if value else "false"
        case Kind.INTEGER | Kind.OFFSET:
            return str(value)
        case Kind.NUMBER:
            return repr(float(value))
        case Kind.TEXT | Kind.DATE:
            return _write_text(value, _UNSAFE)


def read_cell(cell: str, kind: Kind) -> Any:
    """Read a plain value from a cell.

    Raises:
        KeyError, ValueError: when the cell holds something else.
    """
    if not cell:
        return [] if kind in {Kind.LIST, Kind.SPANS} else None
    match kind:
        case Kind.LIST:
            return [_read_text(member) for member in cell.split(";")]
        case Kind.SPANS:
            return [_read_span(span) for span in cell.split(";")]
        case Kind.BOOLEAN:
            return {"true": True, "false": False}[cell]
        case Kind.INTEGER | Kind.OFFSET:
            return _read_integer(cell)
        case Kind.NUMBER:
            return _read_number(cell)
        case Kind.TEXT | Kind.DATE:
            return _read_text(cell)


def _write_text(text: str, unsafe: re.Pattern[str]) -> str:
    """Escape what is unsafe in a text, and guard its start."""
    escaped = unsafe.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return "'" + escaped if _GUARDED.match(escaped) else escaped


def _read_text(cell: str) -> str:
    """Take the guard away and put back what was escaped."""
    return _ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), cell.removeprefix("'"))


def _read_integer(cell: str) -> int:
    """Read a number in the one form in which numbers are written."""
    if not _INTEGER.fullmatch(cell):
        raise ValueError
    return int(cell)


def _read_number(cell: str) -> float:
    """Read a number in the one form in which `repr` writes it, and nothing that is not finite."""
    number = float(cell)
    if repr(number) != cell or not isfinite(number):
        raise ValueError
    return number


def _read_span(cell: str) -> dict[str, int]:
    """Read the start and the end of a span."""
    start, end = cell.split("..")
    return {"start": _read_integer(start), "end": _read_integer(end)}
