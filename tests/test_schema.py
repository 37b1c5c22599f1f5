"""The JSON Schema in the package follows the model, and says what documents are like."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from tests.strategies import NASTY, meeting_lists, meetings, sample
from tests.test_json import FAULTS, document, put

import diplo
from diplo.formats.json import json_schema, to_json
from diplo.model import Meeting, Person, Source
from diplo.span import Span

ROOT = Path(__file__).parents[1]
READOUTS = sorted((ROOT / "examples" / "readouts").glob("*.txt"))
RELEASES = sorted((ROOT / "tests" / "releases").glob("*.txt"))
VALIDATOR = Draft202012Validator(json_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)

# What a schema cannot say and `from_json` checks: the length of the text, ids and references, the order of
# days and offsets, where a broken text is cut; and 85.0 is a whole number by JSON Schema.
TOPIC = "$.meetings[1].topics[0]"
BEYOND = {
    ("$.meetings[0].title", '{"parts": ["a", "b"]}'),
    ("$.meetings[0].period", '{"start": "2024-03-12", "end": "2024-03-11", "span": null}'),
    ("$.meetings[0].period.span.end", "1000000"),
    ("$.meetings[0].participants[1].id", '"p1"'),
    ("$.meetings[0].participants[0].spans[0].end", "1000000"),
    (f"{TOPIC}.id", '"p1"'),
    (f"{TOPIC}.raised_by[1]", '"p3"'),
    (f"{TOPIC}.span.start", "85.0"),
    (f"{TOPIC}.span.end", "101"),
    (f"{TOPIC}.span", '{"start": 9, "end": 3}'),
    ("$.meetings[0].commitments[0].due.span.end", "1000000"),
    ("$.meetings[0].statements[0].speakers[0]", '"t1"'),
    ("$.meetings[0].statements[0].addressees[0]", '""'),
    ("$.meetings[0].notes[0].span.end", "1000000"),
}


def faults(text: str) -> list[str]:
    """Return what the schema finds wrong in a document."""
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(json.loads(text))]


def test_schema_is_itself_valid() -> None:
    """The schema is one of JSON Schema 2020-12."""
    Draft202012Validator.check_schema(json_schema())

    assert json_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_schema_is_current(tmp_path: Path) -> None:
    """What the tool makes of the model is what the package holds."""
    subprocess.run([sys.executable, ROOT / "tools" / "build_schema.py", tmp_path], check=True)

    shipped = ROOT / "src" / "diplo" / "data"
    for name in ("meeting.schema.json", "collation.schema.json"):
        assert (tmp_path / name).read_bytes() == (shipped / name).read_bytes()


@pytest.mark.parametrize("path", READOUTS + RELEASES, ids=lambda path: path.stem)
def test_what_is_read_in_a_text_is_valid(path: Path) -> None:
    """All meetings of a text, and each of them alone, satisfy the schema."""
    read = diplo.parse_all(path.read_text(encoding="utf-8"))

    assert faults(to_json(read)) == []
    assert [fault for meeting in read for fault in faults(to_json(meeting))] == []


@settings(max_examples=12, deadline=None)
@given(meetings())
def test_any_meeting_is_valid(meeting: Meeting) -> None:
    """Whatever the model holds is written as the schema says."""
    assert faults(to_json(meeting)) == []


@settings(max_examples=8, deadline=None)
@given(meeting_lists())
def test_any_sequence_is_valid(many: list[Meeting]) -> None:
    """So is any sequence of meetings."""
    assert faults(to_json(many)) == []


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_broken_text_is_valid(text: str) -> None:
    """Text that is written in parts has its place in the schema."""
    person = Person(name=text, aliases=(text,))

    assert faults(to_json(Meeting(id=text, title=text, mentioned=(person,), source=Source(text=text)))) == []


def test_schema_refuses_what_the_reader_refuses() -> None:
    """All faults that the reader finds are found by the schema too, but for those that no schema can name."""
    accepted = set()
    for path, value in FAULTS:
        faulty = document()
        put(faulty, path, copy.deepcopy(value))
        if VALIDATOR.is_valid(faulty):
            accepted.add((path, json.dumps(value)))

    assert accepted == BEYOND


def definitions() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every definition of the schema."""
    yield from json_schema()["$defs"].items()


def test_every_part_is_described() -> None:
    """Every class and enum has a sentence, and every documented attribute as well."""
    described = {name for name, definition in definitions() if len(definition["description"]) > 15}

    assert described == {name for name, _ in definitions()}
    assert {"Meeting", "Participant", "Topic", "Commitment", "Statement", "Sector", "Span"} <= described
    participant = dict(definitions())["Participant"]["properties"]
    assert participant["principal"]["description"].startswith("`True` for those who met")
    assert participant["aliases"]["description"] == "Other forms of the name in the text."


def test_schema_has_every_field_in_the_order_of_the_model() -> None:
    """No field is left out, and what has no default is required."""
    meeting = dict(definitions())["Meeting"]

    assert list(meeting["properties"]) == [field.name for field in attrs.fields(Meeting)]
    assert meeting["required"] == ["id", "source"]


def test_offsets_have_a_least_value() -> None:
    """A span that starts before the text is refused by the schema alone."""
    text = to_json(attrs.evolve(sample(), mentioned=(Person(name="x", spans=(Span(0, 3),)),)))

    assert faults(text) == []
    assert faults(text.replace('"start": 0', '"start": -1')) != []
