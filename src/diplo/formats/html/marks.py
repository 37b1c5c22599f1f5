"""What of a meeting is marked in its text: which words, as what, and with which fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

import attrs

from diplo.countries import country_rows
from diplo.model import Commitment, Meeting, Participant, Person, Place, Statement, Topic
from diplo.period import Period
from diplo.span import Span


class Kind(StrEnum):
    """As what words are marked; where marks overlap, the later kind lies within the earlier."""

    HEADLINE = "headline"
    NOTE = "note"
    STATEMENT = "statement"
    COMMITMENT = "commitment"
    TOPIC = "topic"
    PLACE = "place"
    DATE = "date"
    PERSON = "person"


@attrs.frozen(kw_only=True)
class Mark:
    """A value of the model on the page.

    Attributes:
        key: a letter and a number, unique in the meeting: "p1" for the first participant.
        name: what it is called in the panel.
        brief: what else the panel says of it.
        fields: labels and values for the tooltip, without those that the text does not give.
        spans: the words to mark.
    """

    key: str
    kind: Kind
    name: str
    brief: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    spans: tuple[Span, ...] = ()


def find_marks(meeting: Meeting) -> tuple[Mark, ...]:
    """Return all marks of a meeting, in the order of the panel; spans reach no further than the text."""
    length = len(meeting.source.text)
    return tuple(_clipped(mark, length) for mark in _marks(meeting))


def _clipped(mark: Mark, length: int) -> Mark:
    """Leave out what lies beyond the text, and spans without a character."""
    spans = (Span(min(span.start, length), min(span.end, length)) for span in mark.spans)
    return attrs.evolve(mark, spans=tuple(span for span in spans if span.start < span.end))


def _marks(meeting: Meeting) -> Iterator[Mark]:
    """Yield every value of a meeting that stands in its words."""
    names = {each.id: _person_name(each) for each in meeting.participants}
    yield from _headline(meeting)
    yield from (_participant(f"p{n}", each) for n, each in enumerate(meeting.participants, 1))
    yield from (_person(f"m{n}", each, "mentioned") for n, each in enumerate(meeting.mentioned, 1))
    yield from _days("d0", "met", meeting.period)
    yield from _place(meeting.place)
    yield from (_topic(f"t{n}", each, names) for n, each in enumerate(meeting.topics, 1))
    for n, each in enumerate(meeting.commitments, 1):
        yield _commitment(f"c{n}", each)
        yield from _days(f"d{n}", "due", each.due)
    yield from (_statement(f"s{n}", each, names) for n, each in enumerate(meeting.statements, 1))
    for n, note in enumerate(meeting.notes, 1):
        yield Mark(key=f"n{n}", kind=Kind.NOTE, name=note.text, brief=_words(note.code), spans=(note.span,))


def _headline(meeting: Meeting) -> Iterator[Mark]:
    """Mark the headline where the text opens with it."""
    title = meeting.title or ""
    start = len(meeting.source.text) - len(meeting.source.text.lstrip())
    if title and meeting.source.text.startswith(title, start):
        span = Span(start, start + len(title))
        yield Mark(key="h", kind=Kind.HEADLINE, name=title, spans=(span,))


def _participant(key: str, person: Participant) -> Mark:
    """Mark every place where a participant is named."""
    mark = _person(key, person, "met" if person.principal else "attended")
    return attrs.evolve(mark, fields=(*mark.fields, ("rule", person.rule)))


def _person(key: str, person: Person, part: str) -> Mark:
    """Mark every place where a person is named, who had this part in the meeting."""
    party = _party_of(person)
    known = [person.role, party] if person.name else []
    known += ["attended"] if part == "attended" else []
    return Mark(
        key=key,
        kind=Kind.PERSON,
        name=_person_name(person),
        brief=", ".join(filter(None, known)),
        fields=_given(
            ("part", part),
            ("honorific", person.honorific),
            ("role", person.role),
            ("office", _words(person.office)),
            ("for", party),
            ("also named", "; ".join(person.aliases)),
        ),
        spans=person.spans,
    )


def _person_name(person: Person) -> str:
    """Call a person by name, else by office and country."""
    return person.name or ", ".join(filter(None, (person.role, _party_of(person)))) or "somebody unnamed"


def _party_of(person: Person) -> str | None:
    """Name the state or the body that a person represents."""
    return person.country.name if person.country else person.organisation


def _days(key: str, meaning: str, period: Period | None) -> Iterator[Mark]:
    """Mark the words that name a period."""
    if period:
        spans = (period.span,) if period.span else ()
        yield Mark(key=key, kind=Kind.DATE, name=period.edtf, fields=((meaning, period.edtf),), spans=spans)


def _place(place: Place | None) -> Iterator[Mark]:
    """Mark the words that name the place."""
    if place:
        country = place.country.name if place.country else None
        fields = _given(("venue", place.venue), ("city", place.city), ("country", country))
        name = ", ".join(value for _, value in fields) or "somewhere"
        spans = (place.span,) if place.span else ()
        yield Mark(key="w0", kind=Kind.PLACE, name=name, fields=fields, spans=spans)


def _topic(key: str, topic: Topic, names: dict[str, str]) -> Mark:
    """Mark the words of a topic."""
    sectors = _list(map(_words, topic.sectors))
    return Mark(
        key=key,
        kind=Kind.TOPIC,
        name=topic.text,
        brief=sectors,
        fields=_given(
            ("sectors", sectors),
            ("raised by", _list(names.get(each, each) for each in topic.raised_by)),
            ("countries", _list(map(_party, topic.countries))),
            ("rule", topic.rule),
        ),
        spans=(topic.span,),
    )


def _commitment(key: str, commitment: Commitment) -> Mark:
    """Mark the clause of a commitment."""
    actors = _list(map(_party, commitment.actors))
    recipients = _list(map(_party, commitment.recipients))
    due = commitment.due.edtf if commitment.due else None
    parties = " → ".join(filter(None, (actors, recipients)))
    known = (_words(commitment.kind), _words(commitment.status), parties, due and f"due {due}")
    return Mark(
        key=key,
        kind=Kind.COMMITMENT,
        name=commitment.text,
        brief=" · ".join(filter(None, known)),
        fields=_given(
            ("kind", _words(commitment.kind)),
            ("status", _words(commitment.status)),
            ("action", commitment.action),
            ("actors", actors),
            ("towards", recipients),
            ("instrument", commitment.instrument),
            ("count", None if commitment.count is None else str(commitment.count)),
            ("sectors", _list(map(_words, commitment.sectors))),
            ("due", due),
            ("rule", commitment.rule),
        ),
        spans=(commitment.span,),
    )


def _statement(key: str, statement: Statement, names: dict[str, str]) -> Mark:
    """Mark the clause of a statement."""
    speakers = _list(names.get(each, each) for each in statement.speakers)
    addressees = _list(names.get(each, each) for each in statement.addressees)
    return Mark(
        key=key,
        kind=Kind.STATEMENT,
        name=statement.text,
        brief=" · ".join(filter(None, (_words(statement.act), speakers))),
        fields=_given(
            ("act", _words(statement.act)),
            ("speakers", speakers),
            ("to", addressees),
            ("rule", statement.rule),
        ),
        spans=(statement.span,),
    )


def _given(*fields: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    """Leave out the fields that say nothing."""
    return tuple((label, value) for label, value in fields if value)


def _list(values: Iterable[str]) -> str:
    """Write several values in one line."""
    return ", ".join(values)


def _words(value: str | None) -> str:
    """Write a value of an enum as words."""
    return (value or "").replace("_", " ")


def _party(party: str) -> str:
    """Name the country of a code; organisations are named already."""
    row = country_rows().get(party)
    return row["name"] if row else party
