"""The types that users see; mypy and pyright check this file, and pytest runs it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import assert_type

import diplo

TEXT = """Foreign Minister Ana Lima Meets Foreign Minister Peter Otieno

Foreign Minister Ana Lima of Portugal met Foreign Minister Peter Otieno of Kenya in Lisbon on 12 March 2024.
The ministers discussed trade and agreed to sign a memorandum of understanding on ports in June 2024.
"""


def test_reading_has_the_types_that_it_promises() -> None:
    """`parse` gives a meeting, `parse_all` a tuple of them."""
    meeting = diplo.parse(TEXT, published=dt.date(2024, 3, 12), issuer="PT", lexicon=diplo.default_lexicon())
    meetings = diplo.parse_all(TEXT)

    assert_type(meeting, diplo.Meeting)
    assert_type(meetings, tuple[diplo.Meeting, ...])
    assert isinstance(meeting, diplo.Meeting)
    assert len(meetings) == 1


def test_fields_have_the_types_that_they_promise() -> None:
    """Editors know what every field holds."""
    meeting = diplo.parse(TEXT)

    assert_type(meeting.format, diplo.MeetingFormat)
    assert_type(meeting.period, diplo.Period | None)
    assert_type(meeting.place, diplo.Place | None)
    assert_type(meeting.participants, tuple[diplo.Participant, ...])
    assert_type(meeting.mentioned, tuple[diplo.Person, ...])
    for person in meeting.participants:
        assert_type(person.office, diplo.Office | None)
        assert_type(person.country, diplo.Country | None)
    for topic in meeting.topics:
        assert_type(topic.sectors, tuple[diplo.Sector, ...])
        assert_type(topic.span.of(TEXT), str)
    for commitment in meeting.commitments:
        assert_type(commitment.kind, diplo.CommitmentKind)
        assert_type(commitment.due, diplo.Period | None)
    assert len(meeting.participants) == 2


def test_formats_have_the_types_that_they_promise(tmp_path: Path) -> None:
    """JSON is a string, CSV a folder."""
    meetings = diplo.parse_all(TEXT)
    document = diplo.to_json(meetings)
    diplo.write_csv(meetings, tmp_path)

    assert_type(document, str)
    assert_type(diplo.read_csv(tmp_path), tuple[diplo.Meeting, ...])
    assert isinstance(document, str)
