"""What holds for every reading holds on every text of the collection beside the checkout."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

import diplo
from diplo.formats.arrow import from_tables, to_tables
from diplo.formats.json import json_schema

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
COLLECTIONS = sorted(CORPUS.glob("*.jsonl"))

pytestmark = pytest.mark.skipif(not COLLECTIONS, reason="no collection beside the checkout")
each_collection = pytest.mark.parametrize("path", COLLECTIONS, ids=lambda path: path.stem)


@cache
def records(path: Path) -> tuple[dict[str, Any], ...]:
    """Return the texts of a collection with what is known about each."""
    return tuple(json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line)


@cache
def readings(path: Path) -> tuple[diplo.Meeting, ...]:
    """Return all meetings of a collection; a text that occurs twice is read once."""
    unique = {record["text"]: record for record in records(path)}
    return tuple(meeting for record in unique.values() for meeting in read(record))


def read(record: dict[str, Any]) -> tuple[diplo.Meeting, ...]:
    """Read one text of a collection."""
    day = record.get("published") or ""
    published = dt.date.fromisoformat(day[:10]) if len(day) >= 10 else None
    return diplo.parse_all(record["text"], published=published)


def spans(value: object) -> Iterator[diplo.Span]:
    """Yield every span inside a value of the model."""
    if isinstance(value, diplo.Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)
    elif attrs.has(kind := type(value)):
        for field in attrs.fields(kind):
            yield from spans(getattr(value, field.name))


def pieces(meeting: diplo.Meeting) -> Iterator[diplo.Topic | diplo.Commitment | diplo.Statement]:
    """Yield all that was said in a meeting."""
    yield from meeting.topics
    yield from meeting.commitments
    yield from meeting.statements


@each_collection
def test_no_text_raises(path: Path) -> None:
    """Every text gives a result, with its day of publication or without."""
    raised = {}
    for record in records(path):
        try:
            read(record)
            diplo.parse_all(record["text"])
        except Exception as error:  # noqa: BLE001 - whatever it is, the test names the text
            raised[record["id"]] = repr(error)

    assert raised == {}


@each_collection
def test_spans_lie_in_the_text(path: Path) -> None:
    """No span reaches past the end, and no value stands on an empty one."""
    bad = [
        (meeting.id, span)
        for meeting in readings(path)
        for span in spans(meeting)
        if not span.start < span.end <= len(meeting.source.text)
    ]

    assert bad == []


@each_collection
def test_texts_are_those_of_their_spans(path: Path) -> None:
    """Topics, commitments, statements and notes are verbatim."""
    bad = []
    for meeting in readings(path):
        said = [(value.span, value.text) for value in pieces(meeting)]
        doubts = [(note.span, note.text) for note in meeting.notes]
        bad += [(span, text) for span, text in said + doubts if span.of(meeting.source.text) != text]

    assert bad == []


@each_collection
def test_names_are_made_of_the_words_of_their_spans(path: Path) -> None:
    """No word of a name, or of another form of it, comes from elsewhere."""
    bad = []
    for meeting in readings(path):
        for person in (*meeting.participants, *meeting.mentioned):
            words = {word for span in person.spans for word in span.of(meeting.source.text).split()}
            named = {word for form in (person.name or "", *person.aliases) for word in form.split()}
            if not named <= words or not person.spans:
                bad.append((meeting.id, person.name, sorted(named - words)))

    assert bad == []


@each_collection
def test_ids_refer_to_participants(path: Path) -> None:
    """Ids are unique in a meeting, and whoever raised or said something took part."""
    bad = []
    for meeting in readings(path):
        people = [person.id for person in meeting.participants]
        used = {name for topic in meeting.topics for name in topic.raised_by}
        used |= {name for said in meeting.statements for name in (*said.speakers, *said.addressees)}
        ids = people + [value.id for value in pieces(meeting)]
        if not used <= set(people) or len(set(ids)) < len(ids):
            bad.append((meeting.id, sorted(used - set(people))))

    assert bad == []


@each_collection
def test_json_round_trip_is_exact(path: Path) -> None:
    """What was written is read back equal, down to what comparisons leave out."""
    meetings = readings(path)

    assert repr(diplo.from_json(diplo.to_json(meetings))) == repr(meetings)


@each_collection
def test_csv_round_trip_is_exact(path: Path, tmp_path: Path) -> None:
    """The tables hold all that the meetings hold."""
    meetings = readings(path)

    diplo.write_csv(meetings, tmp_path)

    assert repr(tuple(diplo.read_csv(tmp_path))) == repr(meetings)


@each_collection
def test_arrow_round_trip_is_exact(path: Path) -> None:
    """So do Arrow tables."""
    meetings = readings(path)

    assert repr(from_tables(to_tables(meetings))) == repr(meetings)


@each_collection
def test_json_satisfies_its_schema(path: Path) -> None:
    """What is written is what the schema says."""
    validator = Draft202012Validator(json_schema())

    assert [
        error.json_path for error in validator.iter_errors(json.loads(diplo.to_json(readings(path))))
    ] == []
