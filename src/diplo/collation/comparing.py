"""Two records of one encounter laid side by side: what both say, what differs, what only one says."""

from __future__ import annotations

from collections.abc import Iterator

from diplo.collation.attributions import compare_attributions
from diplo.collation.evidence import days_in_words, hold_together, person_in_words, place_in_words
from diplo.collation.names import likeness
from diplo.collation.people import pair_people
from diplo.collation.records import Record, party_of
from diplo.collation.undertakings import compare_commitments, compare_topics
from diplo.comparison import Aspect, Comparison, Difference, Outcome, Row, Section, Side, Words
from diplo.model import Meeting, MeetingFormat, Participant

_SAME_CITY = 0.8


def compare(a: Meeting, b: Meeting) -> Comparison:
    """Lay two records of one encounter side by side.

    Whether they are of one encounter is told by `Comparison.pair`, and not required: two sessions of one
    committee can be compared as well.

    Raises:
        MissingExtraError: without the extra `collate`.
    """
    return Comparison(
        a=_side(a),
        b=_side(b),
        pair=hold_together(Record.of(a), Record.of(b)),
        rows=(
            *_facts(a, b),
            *_people(a, b),
            *compare_topics(a, b),
            *compare_commitments(a, b),
            *compare_attributions(a, b),
        ),
    )


def _side(meeting: Meeting) -> Side:
    """Return what tells whose record it is."""
    source = meeting.source
    return Side(
        meeting_id=meeting.id,
        title=meeting.title,
        issuer=source.issuer,
        published=source.published,
        url=source.url,
    )


def _facts(a: Meeting, b: Meeting) -> Iterator[Row]:
    """Yield the facts that a record gives."""
    formats = [each if each != MeetingFormat.UNSTATED else None for each in (a.format, b.format)]
    yield from _fact(
        "format", *(Words(text=each.replace("_", " "), value=str(each)) if each else None for each in formats)
    )
    dates = [days_in_words(each) if each.period else None for each in (a, b)]
    overlap = bool(
        a.period and b.period and a.period.start <= b.period.end and b.period.start <= a.period.end
    )
    yield from _fact("date", *dates, same=overlap)
    yield from _fact("place", place_in_words(a.place), place_in_words(b.place), same=_same_place(a, b))
    occasions = [Words(text=each.occasion) if each.occasion else None for each in (a, b)]
    yield from _fact("occasion", *occasions, same=likeness(a.occasion or "", b.occasion or "") >= 0.5)


def _fact(label: str, a: Words | None, b: Words | None, *, same: bool | None = None) -> Iterator[Row]:
    """Yield the row of a fact, if there is any; the values decide unless it is said whether they agree."""
    if a is None and b is None:
        return
    if a is None or b is None:
        yield Row(
            section=Section.FACTS, label=label, outcome=Outcome.ONLY_A if a else Outcome.ONLY_B, a=a, b=b
        )
        return
    agree = a.value == b.value if same is None else same
    yield Row(
        section=Section.FACTS, label=label, outcome=Outcome.AGREE if agree else Outcome.DIFFER, a=a, b=b
    )


def _same_place(a: Meeting, b: Meeting) -> bool:
    """Tell whether two places do not contradict one another."""
    if a.place is None or b.place is None:
        return False
    if a.place.country and b.place.country and a.place.country.code != b.place.country.code:
        return False
    return not (a.place.city and b.place.city) or likeness(a.place.city, b.place.city) >= _SAME_CITY


def _people(a: Meeting, b: Meeting) -> Iterator[Row]:
    """Yield a row for everybody who took part."""
    pairs = {i: (j, value) for i, j, value in pair_people(a.participants, b.participants)}
    for i, person in enumerate(a.participants):
        if i not in pairs:
            yield Row(
                section=Section.PEOPLE, label="participant", outcome=Outcome.ONLY_A, a=person_in_words(person)
            )
            continue
        j, value = pairs[i]
        differences = tuple(_differences(person, b.participants[j]))
        contradict = any(each.a and each.b for each in differences)
        yield Row(
            section=Section.PEOPLE,
            label="participant",
            outcome=Outcome.DIFFER if contradict else Outcome.AGREE,
            a=person_in_words(person),
            b=person_in_words(b.participants[j]),
            likeness=value,
            differences=differences,
        )
    others = {j for j, _ in pairs.values()}
    for j, person in enumerate(b.participants):
        if j not in others:
            yield Row(
                section=Section.PEOPLE, label="participant", outcome=Outcome.ONLY_B, b=person_in_words(person)
            )


def _differences(a: Participant, b: Participant) -> Iterator[Difference]:
    """Yield what two records tell otherwise of the same person."""
    values = (
        (Aspect.OFFICE, a.office and str(a.office), b.office and str(b.office)),
        (Aspect.COUNTRY, party_of(a), party_of(b)),
        (Aspect.PRESENCE, _presence(a), _presence(b)),
    )
    for aspect, one, other in values:
        if one != other:
            yield Difference(aspect=aspect, a=one, b=other)


def _presence(person: Participant) -> str:
    """Tell whether somebody met or only attended."""
    return "met" if person.principal else "attended"
