"""What holds of every reading, whatever the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from diplo.formats.json import from_json, to_json
from diplo.model import Commitment, Meeting, Note, Statement, Topic
from diplo.span import Span


def assert_sound(text: str, meetings: Sequence[Meeting]) -> None:
    """Check that spans hold their words, that ids are unique, and references resolve.

    Ids, references and the range of spans are checked on the way through JSON, which refuses what is amiss.
    """
    assert from_json(to_json(meetings)) == tuple(meetings)
    assert len({meeting.id for meeting in meetings}) == len(meetings)
    for meeting in meetings:
        assert meeting.source.text == text
        parts: list[Topic | Commitment | Statement | Note] = [*meeting.topics, *meeting.commitments]
        for part in (*parts, *meeting.statements, *meeting.notes):
            assert part.span.of(text) == part.text
        for person in meeting.participants:
            assert person.name is None or spells(person.name, person.spans, text), person
        assert all(span.of(text).strip() for span in spans(meeting))


def spells(name: str, found: Sequence[Span], text: str) -> bool:
    """Tell whether the first and last words of a name stand within the spans of a person."""
    words = name.split()
    return all(any(word in span.of(text) for span in found) for word in (words[0], words[-1]))


def spans(value: Any) -> Iterator[Span]:
    """Yield every span within a value of the model."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for member in value:
            yield from spans(member)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from spans(getattr(value, field.name))
