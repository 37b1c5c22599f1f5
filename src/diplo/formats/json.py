"""Meetings as JSON, lossless both ways.

A document is `{"schema_version": "1", "meeting": {...}}` for one meeting and
`{"schema_version": "1", "meetings": [{...}, ...]}` for a sequence.
The objects have the fields of the model, all of them, in its order; `null` stands for `None`,
a list for a tuple, "2020-11-25" for a date.

JSON cannot tell two halves of a surrogate pair, left apart in a broken text, from the character that they
would make. Such text, and only such, is written as `{"parts": ["...", "..."]}`, cut between the halves.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from typing import Any

import attrs

from diplo.errors import SchemaError
from diplo.formats.plain import SCHEMA_VERSION, MismatchError, Steps, plain, typed
from diplo.model import Meeting

_BETWEEN_HALVES = re.compile(r"(?<=[\ud800-\udbff])(?=[\udc00-\udfff])")


@attrs.frozen
class _Repeated:
    """An object in which a key stands twice; it fits no field, so that reading stops at its place."""

    key: str

    def __repr__(self) -> str:
        """Name the key."""
        return f"an object with the key {self.key!r} twice"


def to_json(meetings: Meeting | Iterable[Meeting], *, indent: int | None = None) -> str:
    """Write one meeting, or a sequence of them, as a JSON document in ASCII.

    Raises:
        SchemaError: when a meeting breaks the rules that `from_json` checks.
    """
    document: dict[str, Any] = {"schema_version": SCHEMA_VERSION}
    with json_paths():
        if isinstance(meetings, Meeting):
            document["meeting"] = plain(meetings, ("meeting",))
        else:
            document["meetings"] = [plain(each, ("meetings", i)) for i, each in enumerate(meetings)]
    return write_document(document, indent)


def from_json(text: str | bytes) -> Meeting | tuple[Meeting, ...]:
    """Read a document that `to_json` wrote: one meeting, or a tuple of them.

    Raises:
        SchemaError: for anything else; nothing is read by halves.
    """
    with json_paths():
        document = read_document(text)
        content = "meeting" if "meeting" in document else "meetings"
        for key, value in document.items():
            if key not in {"schema_version", content}:
                raise MismatchError((key,), value, f"no field of this name beside {content}")
        found = document.get(content, attrs.NOTHING)
        if content == "meeting":
            return typed(found, ("meeting",))
        if not isinstance(found, list):
            raise MismatchError(("meetings",), found, "a list")
        return tuple(typed(each, ("meetings", i)) for i, each in enumerate(found))


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of what `to_json` writes.

    `from_json` also checks what no schema can say: that spans lie within the text, that periods do not end
    before they start, that ids stand once, and that whoever raised or said something is a participant.
    """
    schema: dict[str, Any] = json.loads((files("diplo") / "data" / "meeting.schema.json").read_bytes())
    return schema


def write_document(document: dict[str, Any], indent: int | None) -> str:
    """Write plain values in ASCII, with what JSON cannot tell apart in parts."""
    if _BETWEEN_HALVES.search(json.dumps(document, ensure_ascii=False)):
        document = _cut(document)
    return json.dumps(document, indent=indent)


def read_document(text: str | bytes) -> dict[str, Any]:
    """Read a JSON object that carries the version of the schema which this diplo writes.

    Raises:
        MismatchError: for anything else.
    """
    try:
        document = json.loads(text, object_pairs_hook=_read_object, parse_int=_read_number)
    except RecursionError:
        raise MismatchError((), text[:40], "JSON that is not nested so deeply") from None
    except json.JSONDecodeError as error:
        rest = error.doc[error.pos : error.pos + 40]
        raise MismatchError((), rest, f"JSON at line {error.lineno}, column {error.colno}") from None
    except ValueError as error:  # bytes that are no text
        raise MismatchError((), text[:40], f"JSON ({error})") from None
    if not isinstance(document, dict):
        raise MismatchError((), document, "an object")
    version = document.get("schema_version", attrs.NOTHING)
    if version != SCHEMA_VERSION:
        raise MismatchError(("schema_version",), version, f"the version {SCHEMA_VERSION!r}")
    return document


def json_path(steps: Steps) -> str:
    """Return a place in a document in the notation of JSONPath."""
    path = "$"
    for step in steps:
        named = isinstance(step, str) and step.isidentifier()
        path += f".{step}" if named else f"[{step!r}]"
    return path


@contextmanager
def json_paths() -> Iterator[None]:
    """Turn mismatches into errors that name the place in the document."""
    try:
        yield
    except MismatchError as error:
        raise SchemaError(json_path(error.path), error.value, error.expected) from None


def _read_number(digits: str) -> int | float:
    """Return a whole number, or a float, which fits no field, for one that is far too long."""
    return int(digits) if len(digits) <= 20 else float(digits)


def _read_object(pairs: list[tuple[str, Any]]) -> Any:
    """Return an object, a text that was written in parts, or the mark of a repeated key."""
    match pairs:
        case [("parts", [str(), *_] as parts)] if all(isinstance(part, str) for part in parts):
            text = "".join(parts)
            if _BETWEEN_HALVES.split(text) == parts:
                return text
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            return _Repeated(key)
        found[key] = value
    return found


def _cut(value: Any) -> Any:
    """Write every text that holds two halves of a surrogate pair in parts."""
    if isinstance(value, dict):
        return {key: _cut(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_cut(member) for member in value]
    if isinstance(value, str) and _BETWEEN_HALVES.search(value):
        return {"parts": _BETWEEN_HALVES.split(value)}
    return value
