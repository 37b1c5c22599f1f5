"""What a fuzzer calls: functions that take any bytes and raise when a promise does not hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

import attrs
from tests.pages import PAYLOADS, assert_marked
from tests.soundness import assert_sound
from tests.strategies import sample

from diplo.errors import PageError, SchemaError
from diplo.formats.csv import read_csv, write_csv
from diplo.formats.html import render
from diplo.formats.json import from_json, to_json
from diplo.model import Meeting
from diplo.parser import parse_all
from diplo.period import Period
from diplo.span import Span
from diplo.web import read_page

ROOT = Path(__file__).parents[2]
PAGE = """<html><head><title>Lima meets Otieno</title><meta charset="utf-8">
<meta property="article:published_time" content="2024-03-12T10:00:00+00:00"></head><body>
<nav><a href="/">Home</a></nav><main><article><h1>Lima meets Otieno</h1><p>{}</p></article></main></body>
</html>
"""
_BETWEEN_FILES = b"\x1e"
_BETWEEN_STRINGS = "\x1e"
_SHORT = 1200  # bytes


def parse_text(data: bytes) -> None:
    """Any text has a sound reading, whenever it was published."""
    text = data.decode("utf-8", "surrogateescape")
    published = dt.date.fromordinal(1 + crc32(data) % dt.date.max.toordinal())
    assert_sound(text, parse_all(text, published=published))


def read_json(data: bytes) -> None:
    """Any bytes are meetings that can be written again, or a `SchemaError`."""
    try:
        found = from_json(data)
    except SchemaError as error:
        assert str(error).startswith("$")  # noqa: PT017 - reading may also succeed
    else:
        assert from_json(to_json(found)) == found


def read_tables(data: bytes) -> None:
    """Any files are meetings that can be written again, or a `SchemaError`."""
    with TemporaryDirectory() as folder, TemporaryDirectory() as again:
        for name, content in zip(_tables(), data.split(_BETWEEN_FILES), strict=False):
            Path(folder, name).write_bytes(content)
        try:
            found = read_csv(folder)
        except SchemaError:
            return
        write_csv(found, again)
        assert read_csv(again) == found


def read_period(data: bytes) -> None:
    """Any text is a period whose own notation gives it back, or a `ValueError`."""
    try:
        period = Period.from_edtf(data.decode("utf-8", "surrogateescape"))
    except ValueError:
        return
    assert Period.from_edtf(period.edtf) == period


def render_page(data: bytes) -> None:
    """Any meeting is marked where the model says: its text, its other strings and its spans are the bytes."""
    text, *strings = data.decode("utf-8", "surrogateescape").split(_BETWEEN_STRINGS)
    ends = (byte % (len(text) + 1) for byte in cycle(data or b"0"))
    meeting: Meeting = _filled(sample(), cycle(strings or [text]), ends)
    meeting = attrs.evolve(meeting, source=attrs.evolve(meeting.source, text=text))
    assert_marked(render(meeting), meeting)


def read_web_page(data: bytes) -> None:
    """Any bytes are a page whose text has an encoding, or a `PageError`."""
    try:
        page = read_page(data)
    except PageError:
        return
    page.text.encode()


def _filled(value: Any, strings: Iterator[str], ends: Iterator[int]) -> Any:
    """Put strings into every field of the model that takes any, and ends into every span."""
    if isinstance(value, tuple):
        return tuple(_filled(member, strings, ends) for member in value)
    if type(value) is str:
        return next(strings)
    if isinstance(value, Span):
        return Span(*sorted((next(ends), next(ends))))
    if attrs.has(type(value)):
        names = (field.name for field in attrs.fields(type(value)))
        return attrs.evolve(value, **{name: _filled(getattr(value, name), strings, ends) for name in names})
    return value


TARGETS: dict[str, Callable[[bytes], None]] = {
    "parse_all": parse_text,
    "from_json": read_json,
    "read_csv": read_tables,
    "from_edtf": read_period,
    "render": render_page,
    "read_page": read_web_page,
}


def seeds(target: str) -> Iterator[bytes]:
    """Yield what a fuzzer starts from: texts, documents, tables and pages that are as they should be."""
    match target:
        case "parse_all":
            yield from _texts()
        case "from_json":
            yield to_json(sample()).encode()
            yield to_json([sample()], indent=1).encode()
        case "read_csv":
            yield _BETWEEN_FILES.join(_tables().values())
        case "from_edtf":
            yield from (b"2021", b"2021-06", b"2020-02-29", b"2021-06/2021-08", b"0001/9999-12-31")
        case "render":
            yield _BETWEEN_STRINGS.join((sample().source.text, *PAYLOADS)).encode()
            yield from (payload.encode() for payload in PAYLOADS)
        case "read_page":
            yield from (PAGE.format(text.decode()).encode() for text in _texts())


def words() -> list[bytes]:
    """Return the words of readouts, for a fuzzer to put together."""
    return sorted({word for text in _texts() for word in text.split()})


def _texts() -> Iterator[bytes]:
    """Yield short readouts."""
    for folder in ("examples/readouts", "tests/releases"):
        for path in sorted((ROOT / folder).glob("*.txt")):
            if path.stat().st_size < _SHORT:
                yield path.read_bytes()


def _tables() -> dict[str, bytes]:
    """Return the files of the sample in CSV, by their names."""
    with TemporaryDirectory() as folder:
        write_csv([sample()], folder)
        return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}
