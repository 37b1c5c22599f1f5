"""JSON loses nothing on the way out, and takes nothing else on the way in."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies import NASTY, meeting_lists, meetings, sample

from diplo.errors import SchemaError
from diplo.formats.json import from_json, to_json
from diplo.model import Meeting, Participant, Person, Source, Topic
from diplo.span import Span

Document = dict[str, Any]


def document() -> Document:
    """Return a JSON document with two meetings as plain values."""
    found: Document = json.loads(to_json([sample(), sample()]))
    return found


def refused(text: str | bytes) -> SchemaError:
    """Return the error with which a text is refused."""
    with pytest.raises(SchemaError) as caught:
        from_json(text)
    return caught.value


@settings(max_examples=40, deadline=None)
@given(meetings())
def test_one_meeting_comes_back(meeting: Meeting) -> None:
    """A meeting is read as it was written, the wording of its dates included."""
    found = from_json(to_json(meeting))

    assert found == meeting
    assert isinstance(found, Meeting)
    assert attrs.asdict(found) == attrs.asdict(meeting)


@settings(max_examples=15, deadline=None)
@given(meeting_lists())
def test_sequence_comes_back(many: list[Meeting]) -> None:
    """A sequence of any length is read as a tuple in its order."""
    assert from_json(to_json(iter(many), indent=1)) == tuple(many)


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_any_text_comes_back(text: str) -> None:
    """Broken text is kept as it is: halves of a surrogate pair do not become one character."""
    meeting = Meeting(
        id=text, title=text, mentioned=(Person(name=text, aliases=(text, text)),), source=Source(text=text)
    )

    written = to_json(meeting)

    assert from_json(written) == meeting
    assert from_json(written.encode()) == meeting
    assert written.isascii()


def test_halves_that_stand_alone_stay_alone() -> None:
    """Two aliases that are a half each are not joined into one."""
    meeting = Meeting(
        id="m1", mentioned=(Person(name=None, aliases=("\ud83d", "\ude00")),), source=Source(text="")
    )

    assert from_json(to_json(meeting)) == meeting


def test_document_has_every_field_in_the_order_of_the_model() -> None:
    """The keys are those of the model, and what is not known is null."""
    written = json.loads(to_json(Meeting(id="m1", source=Source(text="x"))))

    assert list(written) == ["schema_version", "meeting"]
    assert list(written["meeting"]) == [field.name for field in attrs.fields(Meeting)]
    assert written["meeting"]["title"] is None
    assert written["meeting"]["source"] == {"text": "x", "published": None, "url": None, "issuer": None}


def test_document_reads_well() -> None:
    """Dates, enums and spans stand as one would expect."""
    meeting = document()["meetings"][0]

    assert meeting["format"] == "in_person"
    assert meeting["period"] == {"start": "2024-03-12", "end": "2024-03-12", "span": {"start": 51, "end": 64}}
    assert meeting["topics"][0]["sectors"] == ["transport_and_infrastructure", "energy"]


def test_what_has_a_default_may_be_left_out() -> None:
    """A shorter document by another writer is read with what the model takes for unknown."""
    text = '{"schema_version": "1", "meeting": {"id": "m1", "source": {"text": "x"}}}'

    assert from_json(text) == Meeting(id="m1", source=Source(text="x"))


MISSING = attrs.NOTHING
TOPIC = "$.meetings[1].topics[0]"
FAULTS: list[tuple[str, Any]] = [
    ("$.schema_version", MISSING),
    ("$.schema_version", "2"),
    ("$.schema_version", 1),
    ("$.meetings", MISSING),
    ("$.meetings", {}),
    ("$.meetings[0]", None),
    ("$.meetings[0].id", MISSING),
    ("$.meetings[0].id", 1),
    ("$.meetings[0].colour", "red"),
    ("$.meetings[0]['two words']", "red"),
    ("$.meetings[0].title", True),
    ("$.meetings[0].title", float("nan")),
    ("$.meetings[0].title", {"parts": ["a", "b"]}),
    ("$.meetings[0].format", "by_letter"),
    ("$.meetings[0].format", None),
    ("$.meetings[0].period", "2024-03-12"),
    ("$.meetings[0].period.start", "20240312"),
    ("$.meetings[0].period.start", "2024-03-32"),
    ("$.meetings[0].period.start", "2024-W11-2"),
    ("$.meetings[0].period.end", 20240312),
    ("$.meetings[0].period.end", None),
    ("$.meetings[0].period.span.end", 10**6),
    ("$.meetings[0].place.country.code", None),
    ("$.meetings[0].place.country.name", MISSING),
    ("$.meetings[0].participants", None),
    ("$.meetings[0].participants", "p1"),
    ("$.meetings[0].participants", {"0": {}}),
    ("$.meetings[0].participants[1]", []),
    ("$.meetings[0].participants[1].id", "p1"),
    ("$.meetings[0].participants[1].name", MISSING),
    ("$.meetings[0].participants[1].principal", 1),
    ("$.meetings[0].participants[1].principal", "true"),
    ("$.meetings[0].participants[0].office", "king"),
    ("$.meetings[0].participants[0].aliases", "Lima"),
    ("$.meetings[0].participants[0].aliases[1]", 2),
    ("$.meetings[0].participants[0].spans[0].end", 10**6),
    ("$.meetings[0].mentioned[0].id", "p9"),
    (f"{TOPIC}.id", "p1"),
    (f"{TOPIC}.text", MISSING),
    (f"{TOPIC}.sectors[1]", "weather"),
    (f"{TOPIC}.raised_by[1]", "p3"),
    (f"{TOPIC}.span", None),
    (f"{TOPIC}.span.start", "85"),
    (f"{TOPIC}.span.start", 85.0),
    (f"{TOPIC}.span.start", True),
    (f"{TOPIC}.span.end", 101),
    ("$.meetings[0].commitments[0].count", False),
    ("$.meetings[0].commitments[0].count", float("inf")),
    ("$.meetings[0].commitments[0].count", float("nan")),
    ("$.meetings[0].commitments[0].count", 2**63),
    ("$.meetings[0].commitments[0].due.span.end", 10**6),
    ("$.meetings[0].commitments[0].status", "done"),
    ("$.meetings[0].statements[0].speakers[0]", "t1"),
    ("$.meetings[0].statements[0].addressees[0]", ""),
    ("$.meetings[0].notes[0].span.end", 10**6),
    ("$.meetings[0].source", MISSING),
    ("$.meetings[0].source.published", "yesterday"),
    ("$.generator", "other"),
    ("$.meetings[0].period", {"start": "2024-03-12", "end": "2024-03-11", "span": None}),
    (f"{TOPIC}.span", {"start": 9, "end": 3}),
    (f"{TOPIC}.span", {"start": -1, "end": 3}),
]


def put(into: Any, path: str, value: Any) -> None:
    """Set the value at a JSONPath, or take it away when it is `MISSING`."""
    *outer, last = [
        step.strip("'") for step in path.removeprefix("$").replace("]", "").replace("[", ".").split(".")[1:]
    ]
    for step in outer:
        into = into[int(step) if isinstance(into, list) else step]
    if value is MISSING:
        del into[last]
    else:
        into[int(last) if isinstance(into, list) else last] = value


@pytest.mark.parametrize(("path", "value"), FAULTS, ids=str)
def test_fault_is_named_with_its_place(path: str, value: Any) -> None:
    """What is wrong is refused, and the error says where it stands and what stands there."""
    faulty = document()
    put(faulty, path, copy.deepcopy(value))

    error = refused(json.dumps(faulty))

    assert error.path == path
    assert repr(error.value) == repr(value)
    assert path in str(error)


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("$.meetings[0].format", "by_letter", "one of in_person, phone, video, unstated"),
        ("$.meetings[0].commitments[0].count", "2", "a whole number of at most 64 bits, or nothing"),
        (f"{TOPIC}.raised_by", "p1", "a list"),
        (f"{TOPIC}.raised_by[0]", "p3", "the id of a participant"),
        ("$.meetings[0].source", [], "an object: Source"),
    ],
)
def test_error_says_what_was_expected(path: str, value: Any, expected: str) -> None:
    """The reader of the message learns what to write instead."""
    faulty = document()
    put(faulty, path, value)

    assert refused(json.dumps(faulty)).expected == expected


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("", "$", "JSON at line 1, column 1"),
        ('{"schema_version":\n1 x}', "$", "JSON at line 2, column 3"),
        ("[]", "$", "an object"),
        ('"1"', "$", "an object"),
        (b"\xff\xfe\xff", "$", "JSON"),
        (b'{"schema_version": "\xff"}', "$", "JSON"),
        ("[" * 10**5, "$", "not nested so deeply"),
        ('{"schema_version": "1", "meeting": ' + "[" * 900 + "]" * 900 + "}", "$.meeting", "an object"),
        ('{"schema_version": ' + "1" * 10**4 + "}", "$.schema_version", "the version '1'"),
        ('{"schema_version": "1", "meeting": {}, "meetings": []}', "$.meetings", "no field of this name"),
    ],
    ids=range(10),
)
def test_what_is_no_document_is_refused(text: str | bytes, path: str, expected: str) -> None:
    """Whatever is no JSON, or no document of this kind, is a `SchemaError` and nothing else."""
    error = refused(text)

    assert error.path == path
    assert expected in error.expected


@pytest.mark.parametrize(
    ("once", "twice", "path"),
    [
        ('"id": "m1"', '"id": "m1", "id": "m1"', "$.meeting"),
        ('"text": "a port"', '"text": "a port", "text": "a quay"', "$.meeting.topics[0]"),
        ('"start": 85', '"start": 85, "start": 85', "$.meeting.topics[0].span"),
        ('"schema_version": "1"', '"schema_version": "1", "schema_version": "1"', "$"),
    ],
)
def test_repeated_key_is_refused(once: str, twice: str, path: str) -> None:
    """A key that stands twice leaves open which is meant."""
    text = to_json(sample())
    assert text.count(once) == 1

    error = refused(text.replace(once, twice))

    assert error.path == path
    assert "twice" in str(error)


@pytest.mark.parametrize("number", ["1" * 30, "-" + "1" * 5000, "1e999", "NaN", "-Infinity", "2.0"])
def test_strange_number_is_refused_at_its_place(number: str) -> None:
    """Numbers that no field can hold are refused where they stand, whatever their length."""
    text = to_json(sample())
    assert text.count('"count": 2') == 1

    error = refused(text.replace('"count": 2', f'"count": {number}'))

    assert error.path == "$.meeting.commitments[0].count"
    assert isinstance(error.value, float)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4) | st.sampled_from(NASTY),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("start", "id", "x")), inner, max_size=3)
    ),
    max_leaves=4,
)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every object or list within a value, with each key or index of it."""
    for key, member in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(member, dict | list):
            yield from places(member)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_any_change_is_refused_or_read(data: st.DataObject) -> None:
    """Whatever stands at any place of a document, it is a `SchemaError` or a meeting that can be written."""
    faulty = document()
    holder, key = data.draw(st.sampled_from(list(places(faulty))))
    holder[key] = data.draw(JSON_VALUES)
    try:
        found = from_json(json.dumps(faulty))
    except SchemaError as error:
        assert error.path.startswith("$")  # noqa: PT017 - reading may also succeed
    else:
        assert from_json(to_json(found)) == found


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_any_cut_of_a_document_is_refused(data: st.DataObject) -> None:
    """A document that lacks some characters, or has them twice, is a `SchemaError` or still a meeting."""
    text = to_json(sample())
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    faulty = text[:start] + text[end:] if data.draw(st.booleans()) else text[:end] + text[start:]
    try:
        found = from_json(faulty)
    except SchemaError as error:
        assert error.expected  # noqa: PT017 - reading may also succeed
    else:
        assert from_json(to_json(found)) == found


def with_topic(**changes: Any) -> Meeting:
    """Return a meeting with another topic."""
    topic: Topic = attrs.evolve(sample().topics[0], **changes)
    return attrs.evolve(sample(), topics=(topic,))


UNWRITABLE: list[tuple[str, Callable[[], Meeting]]] = [
    ("$.meeting.topics[0].raised_by[0]", lambda: with_topic(raised_by=("p7",))),
    ("$.meeting.topics[0].id", lambda: with_topic(id="p1")),
    ("$.meeting.topics[0].span.end", lambda: with_topic(span=Span(0, 10**6))),
    ("$.meeting.topics[0].text", lambda: with_topic(text=3)),
    (
        "$.meeting",
        lambda: attrs.evolve(
            sample(), mentioned=(Participant(name="Ravi Menon", id="p3", principal=False, rule="x"),)
        ),
    ),
]


@pytest.mark.parametrize(("path", "make"), UNWRITABLE)
def test_what_could_not_be_read_is_not_written(path: str, make: Callable[[], Meeting]) -> None:
    """A meeting that breaks the rules of the reader is refused at once, and not when it is too late."""
    with pytest.raises(SchemaError) as caught:
        to_json(make())

    assert caught.value.path == path
