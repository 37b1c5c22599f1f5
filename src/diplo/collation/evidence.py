"""Whether two records report the same encounter: the evidence, its parts, and the score.

The score is the product of four parts, each from 0 to 1.

people
    Those who met are paired, one with one. Half is by side: for each party the likeness of its best pair,
    over the number of parties of the record that has fewer. Half is by head: the sum of the likenesses, over
    the smaller number of principals (0.7) and over the larger (0.3). When all who were paired stand for one
    party, it is their encounter with somebody, and not sure with whom: 0.78 of that.
date
    1 for a day in common. 0.85 for neighbouring days (time zones, a text of the day after), but 0.3 for two
    records of one publisher, who has one clock. A day that only the publication tells: 0.85 within the two
    days before it. 0.55 for another day between, which is too little for a pair, and lets a third record
    hold a group together. Else 0; 0.6 when one of the two has no day at all.
place
    1 for the same city, and where one record names none; 0.85 for another city of the same country, 0.6 for
    another country. A call has no place: 1.
format
    1 for the same, and where one leaves it open; 0.9 for phone and video; 0.5 for a call and a meeting.
"""

from __future__ import annotations

import datetime as dt

from diplo.collation.names import likeness
from diplo.collation.people import pair_people
from diplo.collation.records import Record, party_of
from diplo.comparison import Evidence, Pair, Part, Words
from diplo.model import Meeting, MeetingFormat, Participant, Place

SAME = 0.6  # from here on, two records are taken for reports of one encounter
_CALLS = {MeetingFormat.PHONE, MeetingFormat.VIDEO}
_SAME_CITY = 0.8


def hold_together(a: Record, b: Record) -> Pair:
    """Return the evidence that two records report the same encounter, and how far it goes."""
    date = date_part(a, b)
    place = _place_part(a.meeting, b.meeting)
    form = _format_part(a.meeting.format, b.meeting.format)
    people, same = people_part(a, b)
    return Pair(
        a=a.meeting.id,
        b=b.meeting.id,
        score=people * date * place * form,
        people=people,
        date=date,
        place=place,
        format=form,
        evidence=(
            *same,
            Evidence(part=Part.DATE, likeness=date, a=days_in_words(a.meeting), b=days_in_words(b.meeting)),
            Evidence(
                part=Part.PLACE,
                likeness=place,
                a=place_in_words(a.meeting.place),
                b=place_in_words(b.meeting.place),
            ),
            Evidence(
                part=Part.FORMAT,
                likeness=form,
                a=Words(text=str(a.meeting.format)),
                b=Words(text=str(b.meeting.format)),
            ),
        ),
    )


def people_part(a: Record, b: Record) -> tuple[float, list[Evidence]]:
    """Return how far the same people met, and who they are."""
    pairs = pair_people(a.principals, b.principals)
    if not pairs:
        return 0.0, []
    sides: dict[object, float] = {}
    for i, j, value in pairs:
        party = party_of(a.principals[i]) or party_of(b.principals[j]) or (i, j)
        sides[party] = max(value, sides.get(party, 0.0))
    by_side = sum(sides.values()) / max(len(sides), min(_number_of_sides(a), _number_of_sides(b)))
    likenesses = sum(value for _, _, value in pairs)
    smaller, larger = sorted((len(a.principals), len(b.principals)))
    by_head = 0.7 * likenesses / smaller + 0.3 * likenesses / larger
    people = (by_side + by_head) / 2 * (1 if len(sides) > 1 else 0.78)
    evidence = [
        Evidence(
            part=Part.PEOPLE,
            likeness=value,
            a=person_in_words(a.principals[i]),
            b=person_in_words(b.principals[j]),
        )
        for i, j, value in pairs
    ]
    return min(1.0, people), evidence


def _number_of_sides(record: Record) -> int:
    """Return how many parties the principals stand for; all of whom it is not known count as one."""
    return len({party_of(person) for person in record.principals})


def date_part(a: Record, b: Record) -> float:
    """Return how far the days agree."""
    if a.days is None or b.days is None:
        return 0.6
    gap = max((a.days[0] - b.days[1]).days, (b.days[0] - a.days[1]).days, 0)
    if gap == 0:
        return 1.0 if a.dated and b.dated else 0.85
    issuers = a.meeting.source.issuer, b.meeting.source.issuer
    if issuers[0] is not None and issuers[0] == issuers[1]:
        return 0.3 if gap == 1 else 0.0
    if a.dated and b.dated:
        return {1: 0.85, 2: 0.55}.get(gap, 0.0)
    return 0.55 if gap == 1 else 0.0


def _place_part(a: Meeting, b: Meeting) -> float:
    """Return how far the places agree."""
    if a.place is None or b.place is None or a.format in _CALLS or b.format in _CALLS:
        return 1.0
    if a.place.country and b.place.country and a.place.country.code != b.place.country.code:
        return 0.6
    if a.place.city and b.place.city and likeness(a.place.city, b.place.city) < _SAME_CITY:
        return 0.85
    return 1.0


def _format_part(a: MeetingFormat, b: MeetingFormat) -> float:
    """Return how far the formats agree."""
    if a == b or MeetingFormat.UNSTATED in {a, b}:
        return 1.0
    return 0.9 if {a, b} == _CALLS else 0.5


def person_in_words(person: Participant) -> Words:
    """Return how a record names a person."""
    text = person.name or ", ".join(filter(None, (person.role, party_of(person)))) or person.id
    return Words(text=text, id=person.id, spans=person.spans)


def days_in_words(meeting: Meeting) -> Words | None:
    """Return how a record names the day; that of publication, without a span, when it names none."""
    period = meeting.period
    if period:
        spans = (period.span,) if period.span else ()
        text = period.span.of(meeting.source.text) if period.span else period.edtf
        return Words(text=text or period.edtf, value=period.edtf, spans=spans)
    published: dt.date | None = meeting.source.published
    return (
        Words(text=f"published {published.isoformat()}", value=published.isoformat()) if published else None
    )


def place_in_words(place: Place | None) -> Words | None:
    """Return how a record names the place."""
    if place is None:
        return None
    country = place.country.name if place.country else None
    text = ", ".join(filter(None, (place.venue, place.city, country)))
    return Words(text=text, spans=(place.span,) if place.span else ()) if text else None
