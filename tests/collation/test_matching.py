"""Records of one encounter are found among many, and what rests on what is told."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import attrs
import pytest
from benchmarks.matching import corpus, pairs, quality
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.collation.case_files import read_cases
from tests.strategies import meetings

import diplo
from diplo.collation.evidence import hold_together
from diplo.collation.records import Record
from diplo.comparison import Pair, Part
from diplo.model import Meeting, MeetingFormat
from diplo.period import Period

CASES = {case.name: case for case in read_cases("cases")}
AIR_LINK = CASES["01-air-link"]


def scores(a: Meeting, b: Meeting) -> Pair:
    """Hold two records together."""
    return hold_together(Record.of(a), Record.of(b))


def on(meeting: Meeting, day: str, last: str | None = None) -> Meeting:
    """Return a record with another day."""
    start = dt.date.fromisoformat(day)
    end = dt.date.fromisoformat(last) if last else start
    return attrs.evolve(meeting, period=Period(start=start, end=end))


def test_noise_in_two_thousand_records() -> None:
    """Names in other spellings, lost countries and days a day apart cost little; the truth is known."""
    records, truth = corpus(2000)
    reports: dict[int, list[str]] = {}
    for name, number in truth.items():
        reports.setdefault(number, []).append(name)

    found = pairs(match.meetings for match in diplo.match(records))

    precision, recall, f1 = quality(found, pairs(reports.values()))
    assert len(records) >= 2000
    assert f1 >= 0.97, (precision, recall)


def test_evidence_names_its_words() -> None:
    """Every part of the score rests on words of both records, and the score is their product."""
    [match] = diplo.match(AIR_LINK.meetings.values())
    [pair] = match.pairs
    first, second = AIR_LINK.first_two

    assert (pair.a, pair.b) == (first.id, second.id)
    assert pair.score == pair.people * pair.date * pair.place * pair.format
    assert [each.part for each in pair.evidence] == [Part.PEOPLE, *Part]
    for each in pair.evidence[:3]:
        assert each.a
        assert each.b
        assert each.a.spans[0].of(first.source.text) == each.a.text
        assert each.b.spans[0].of(second.source.text) == each.b.text


@pytest.mark.parametrize(
    ("day", "last", "expected"),
    [
        ("2024-03-12", None, 1.0),
        ("2024-03-13", None, 0.85),
        ("2024-03-14", None, 0.55),
        ("2024-03-15", None, 0.0),
        ("2024-03-10", "2024-03-14", 1.0),
    ],
)
def test_days(day: str, last: str | None, expected: float) -> None:
    """A day in common counts full, a neighbouring day less, more than two days nothing."""
    first, second = AIR_LINK.first_two

    assert scores(first, on(second, day, last)).date == expected


def test_one_publisher_has_one_clock() -> None:
    """Two records of one publisher on neighbouring days are of two encounters."""
    first, second = AIR_LINK.first_two
    again = on(attrs.evolve(second, source=attrs.evolve(second.source, issuer="PT")), "2024-03-13")

    assert scores(first, again).date == 0.3
    assert diplo.match([first, again]) == ()


def test_publication_stands_for_a_day() -> None:
    """A record without a day is looked for on the day of its publication and the two before."""
    first, second = AIR_LINK.first_two
    source = attrs.evolve(second.source, published=dt.date(2024, 3, 14))
    undated = attrs.evolve(second, period=None, source=source)
    late, later = (
        attrs.evolve(undated, source=attrs.evolve(source, published=dt.date(2024, 3, day)))
        for day in (15, 16)
    )

    assert scores(first, undated).date == 0.85
    assert (scores(first, late).date, scores(first, later).date) == (0.55, 0)
    assert scores(first, attrs.evolve(second, period=None)).date == 0.6


def test_format_and_place_weigh_less() -> None:
    """A call told as a meeting, and another city, make two records less alike."""
    first, second = AIR_LINK.first_two
    assert second.place
    call = attrs.evolve(second, format=MeetingFormat.PHONE)
    elsewhere = attrs.evolve(second, place=attrs.evolve(second.place, city="Porto"))

    assert (scores(first, call).format, scores(first, call).place) == (0.5, 1.0)
    assert scores(first, elsewhere).place == 0.85


def test_a_third_record_holds_a_group_together() -> None:
    """Records two days apart stand in one group when one between them is like both."""
    first, second = AIR_LINK.first_two
    third = attrs.evolve(
        on(second, "2024-03-14"), id="third", source=attrs.evolve(second.source, text="3", issuer="ES")
    )

    assert diplo.match([first, third]) == ()
    [match] = diplo.match([first, on(second, "2024-03-13"), third])
    assert len(match.meetings) == 3


def test_order_does_not_matter() -> None:
    """The same groups come out, whatever the order of the records."""
    records = [meeting for case in CASES.values() for meeting in case.meetings.values()]

    def groups(meetings: list[Meeting]) -> set[frozenset[str]]:
        """Return the groups without their order."""
        return {frozenset(match.meetings) for match in diplo.match(meetings)}

    assert groups(records) == groups(records[::-1])
    assert len(groups(records)) == 13  # two cases are of one meeting


def test_a_record_given_twice_counts_once() -> None:
    """A record is no report of its own encounter by somebody else."""
    first, _ = AIR_LINK.first_two

    assert diplo.match([first, first]) == ()


@settings(deadline=None, max_examples=20)
@given(st.lists(meetings(), max_size=4))
def test_any_records(records: list[Meeting]) -> None:
    """Whatever the model holds can be matched, compared and followed."""
    ids = {meeting.id for meeting in records}
    for match in diplo.match(records):
        assert set(match.meetings) <= ids
        assert all(0 <= pair.score <= 1 for pair in match.pairs)
    lives = diplo.follow(records)
    assert sum(len(life.events) for life in lives) >= len(lives)
    if len(records) > 1:
        comparison = diplo.compare(records[0], records[1])
        assert sum(row.a is not None for row in comparison.topics) >= len(records[0].topics)
        assert sum(row.b is not None for row in comparison.topics) >= len(records[1].topics)


def test_without_the_extra_the_error_names_it() -> None:
    """Who lacks rapidfuzz is told which extra brings it."""
    program = "import sys; sys.modules['rapidfuzz'] = None; import diplo; diplo.match([])"
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)

    assert "MissingExtraError" in done.stderr
    assert 'pip install "diplo[collate]"' in done.stderr
