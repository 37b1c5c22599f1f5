"""Undertakings are followed by who acts and by what is said, and stand on every day as they should."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

import diplo
from diplo.life import Life, Standing, Turn
from diplo.model import Meeting

HEAD = "Talks\n\nForeign Minister Ana Lima of Portugal met Foreign Minister Peter Otieno of Kenya{when}. "
LINK = "They agreed to open a direct air link between Lisbon and Nairobi by June 2025."


def met(when: str, said: str, issuer: str = "PT") -> Meeting:
    """Read a readout of a meeting of the same two ministers."""
    return diplo.parse(HEAD.format(when=f" in Lisbon on {when}" if when else "") + said, issuer=issuer)


def turns(*meetings: Meeting) -> list[list[Turn]]:
    """Return the turns of every life."""
    return [[event.turn for event in life.events] for life in diplo.follow(meetings)]


def test_both_sides_say_it_once() -> None:
    """The same encounter told by the other side, and a day later, is no repetition."""
    assert turns(met("12 March 2024", LINK), met("13 March 2024", LINK, "KE")) == [[Turn.SAID, Turn.SAID]]
    assert turns(met("12 March 2024", LINK), met("20 March 2024", LINK)) == [[Turn.SAID, Turn.REPEATED]]


def test_order_is_that_of_days() -> None:
    """Records may come in any order; one without a day comes first."""
    first, second = met("12 March 2024", LINK), met("20 March 2024", LINK)

    assert diplo.follow([second, first]) == diplo.follow([first, second])
    [life] = diplo.follow([first, met("", LINK)])
    assert [event.date for event in life.events] == [None, dt.date(2024, 3, 12)]


def test_a_record_given_twice_counts_once() -> None:
    """A record does not repeat itself."""
    record = met("12 March 2024", LINK)

    assert turns(record, record) == [[Turn.SAID]]


def test_words_and_spans_are_those_of_the_record() -> None:
    """Every event holds the words of its record, where they stand and what they are."""
    record = met("12 March 2024", LINK)
    [life] = diplo.follow([record])
    [event] = life.events

    assert life.id == f"{record.id}/{event.words.id}"
    assert event.words.spans[0].of(record.source.text) == event.words.text
    assert event.issuer == "PT"
    assert life.actors == ("PT", "KE")


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("They welcomed the opening of the direct air link between Lisbon and Nairobi.", Turn.CONCLUDED),
        ("They praised the launch of the direct air link between Lisbon and Nairobi.", Turn.CONCLUDED),
        (
            "They welcomed the upcoming opening of the direct air link between Lisbon and Nairobi.",
            Turn.REPEATED,
        ),
        ("They called for the opening of the direct air link between Lisbon and Nairobi.", None),
        ("They welcomed the opening of the school of music in Nairobi.", None),
        ("They discussed the opening of the direct air link between Lisbon and Nairobi.", None),
    ],
)
def test_what_ends_a_life(later: str, expected: Turn | None) -> None:
    """Only words that tell of something done, and of this thing, do."""
    [life] = diplo.follow([met("12 March 2024", LINK), met("10 July 2025", later)])

    assert [event.turn for event in life.events[1:]] == ([expected] if expected else [])


def test_what_is_agreed_after_the_end_is_new() -> None:
    """A second air link of the same cities is another undertaking."""
    opened = "They welcomed the opening of the direct air link between Lisbon and Nairobi."
    again = LINK.replace("June 2025", "June 2027")

    found = turns(met("12 March 2024", LINK), met("10 July 2025", opened), met("1 May 2026", again))

    assert found == [[Turn.SAID, Turn.CONCLUDED], [Turn.SAID]]


def test_other_parties_have_lives_of_their_own() -> None:
    """The same words between other countries are another undertaking."""
    other = attrs.evolve(met("20 March 2024", LINK), id="other")
    chile = diplo.Country(code="CL", name="Chile")
    people = (other.participants[0], attrs.evolve(other.participants[1], country=chile))
    commitments = tuple(attrs.evolve(each, actors=("PT", "CL")) for each in other.commitments)
    other = attrs.evolve(other, participants=people, commitments=commitments)

    assert turns(met("12 March 2024", LINK), other) == [[Turn.SAID], [Turn.SAID]]


def test_standing_by_day() -> None:
    """The last day of the period is not overdue, the day after is; before it was said there is nothing."""
    [life] = diplo.follow([met("12 March 2024", LINK)])

    days = {
        dt.date(2024, 3, 11): None,
        dt.date(2024, 3, 12): Standing.DUE,
        dt.date(2025, 6, 30): Standing.DUE,
        dt.date(2025, 7, 1): Standing.OVERDUE,
    }
    assert {day: life.standing(day) for day in days} == days


def test_a_later_record_tells_another_day() -> None:
    """What is due on a day is what was known on that day."""
    later = LINK.replace("June 2025", "December 2025")
    [life] = diplo.follow([met("12 March 2024", LINK), met("1 February 2025", later)])

    dues = [life.due(dt.date(2025, 1, 1)), life.due(dt.date(2025, 3, 1)), life.due()]
    assert [due.edtf for due in dues if due] == ["2025-06", "2025-12", "2025-12"]


def test_without_a_day_it_stays_open() -> None:
    """An undertaking without a date is neither due nor overdue."""
    [life] = diplo.follow([met("12 March 2024", "They agreed to open a direct air link to Nairobi.")])

    assert life.standing(dt.date(2099, 1, 1)) is Standing.OPEN


def test_a_life_has_an_event() -> None:
    """There is no life of which nobody speaks."""
    with pytest.raises(ValueError, match="events"):
        Life(id="x", events=())
