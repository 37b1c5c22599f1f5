"""Hypothesis strategies: valid meetings with the nastiest text that a string can hold, and texts to parse."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import strategies as st

from diplo.model import (
    Act,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    Country,
    Meeting,
    MeetingFormat,
    Note,
    Office,
    Participant,
    Person,
    Place,
    Sector,
    Source,
    Statement,
    Topic,
)
from diplo.period import Period
from diplo.span import Span

Member = TypeVar("Member")
References = st.SearchStrategy[tuple[str, ...]]

NASTY = (
    "",
    "'",
    "''",
    "=1+1",
    " =1+1",
    "-2",
    "\t=1",
    "\r",
    "\n",
    "a\r\nb\nc\rd",
    "\x00",
    "\ud83d\ude00",
    "\U0001f600",
    "\udcff",
    "\\",
    "\\u0000",
    "\\u005cu0041",
    ";",
    '"',
    '","',
    "NA",
    "nan",
    "null",
    "\ufeff",
    "\x85\u2028",
    "Türkiye",
)


READOUTS = {
    path.stem: path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parents[1] / "examples" / "readouts").glob("*.txt"))
}
WORDS = sorted({word for text in READOUTS.values() for word in text.split()})
SPACES = tuple(chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace())
ODD = (
    *("\ud800", "\udfff", "\x00", "\x1b", "\xad", "\u200b", "\u200d", "\ufeff", "\ufffe", "\U0010ffff"),
    *("\u202a", "\u202b", "\u202d", "\u202e", "\u202c", "\u2066", "\u2069", "\u200e", "\u200f"),
    *("\u0301", "e\u0301", "\u0344", "İ", "ẞ", "ŉ", "ﬁ", "ﷺ", "₂", "٣", "Ⅻ", "😀", "👩\u200d👧"),
    *("\r\n", "\n\r", "\n\n", "“", "”", "‘", "’", "«", "(", ")", "[", "]", "—", "…", "。"),
)
_NAMES = ("Ana Lima", "Peter Otieno", "Ravi Menon", "Ilse Brandt", "Omar Haddad", "Lucía Vega", "Søren Dahl")
_COUNTRIES = ("Portugal", "Kenya", "India", "Austria", "Oman", "Chile", "Norway")
_DEEDS = (
    "They discussed renewable energy and maritime security.",
    "The ministers agreed to sign a memorandum of understanding on ports by June 2025.",
    "Both sides welcomed the reopening of the consulate.",
    "The two ministers called for a ceasefire.",
)


def odd_texts() -> st.SearchStrategy[str]:
    """Words of readouts in any order, with whatever Unicode has between them and within them."""
    word = st.sampled_from(WORDS) | st.sampled_from(ODD) | st.characters()
    space = st.just(" ") | st.sampled_from(SPACES) | st.just("")
    return st.lists(st.tuples(word, space), max_size=60).map(
        lambda pairs: "".join(part for pair in pairs for part in pair)
    )


@st.composite
def reports(draw: st.DrawFn) -> str:
    """One paragraph that reports a meeting of two foreign ministers."""
    guest, host = draw(st.lists(st.sampled_from(_NAMES), min_size=2, max_size=2, unique=True))
    first, second = draw(st.lists(st.sampled_from(_COUNTRIES), min_size=2, max_size=2, unique=True))
    verb = draw(st.sampled_from(("met", "received", "held talks with", "spoke by phone with")))
    deeds = draw(st.lists(st.sampled_from(_DEEDS), max_size=3, unique=True))
    opening = (
        f"Foreign Minister {guest} of {first} {verb} Foreign Minister {host} of {second} on 12 March 2024."
    )
    return " ".join((opening, *deeds))


def unrelated_paragraphs() -> st.SearchStrategy[str]:
    """One paragraph that has nothing to do with any meeting."""
    return st.sampled_from(
        (
            "The library of the museum is closed on Mondays, and the café opens at nine.",
            "Heavy rain fell on the northern coast, and several roads were flooded.",
            "Tickets cost ten coins. Children pay half.",
            "A new edition of the dictionary has appeared; it has 900 pages.",
        )
    )


def texts(max_size: int = 12) -> st.SearchStrategy[str]:
    """Any text: lone halves of surrogate pairs, NUL, formulas, separators and escapes often among it."""
    awkward = st.sampled_from("=+-@\t\r\n'\"\\;,\x00\ud83d\ude00u0.")
    return st.text(st.characters() | awkward, max_size=max_size) | st.sampled_from(NASTY)


def spans(length: int) -> st.SearchStrategy[Span]:
    """Any stretch of a text of this length."""
    ends = st.tuples(st.integers(0, length), st.integers(0, length))
    return ends.map(lambda pair: Span(min(pair), max(pair)))


def periods(length: int) -> st.SearchStrategy[Period]:
    """Any days, named somewhere in a text of this length, or nowhere."""
    days = st.tuples(st.dates(), st.dates())
    return st.builds(
        lambda pair, span: Period(start=min(pair), end=max(pair), span=span), days, st.none() | spans(length)
    )


def countries() -> st.SearchStrategy[Country]:
    """Any code and name: those that exist and those that do not."""
    return st.builds(Country, code=st.sampled_from(("PT", "KE", "NA", "")) | texts(2), name=texts())


def places(length: int) -> st.SearchStrategy[Place]:
    """Any place, that of which nothing is known among them."""
    return st.builds(
        Place,
        city=st.none() | texts(),
        country=st.none() | countries(),
        venue=st.none() | texts(),
        span=st.none() | spans(length),
    )


def sources() -> st.SearchStrategy[Source]:
    """Any text with what is known about it."""
    return st.builds(
        Source,
        text=texts(40),
        published=st.none() | st.dates(),
        url=st.none() | texts(),
        issuer=st.none() | texts(),
    )


def tuples_of(members: st.SearchStrategy[Member], max_size: int = 3) -> st.SearchStrategy[tuple[Member, ...]]:
    """Short tuples."""
    return st.lists(members, max_size=max_size).map(tuple)


def person_fields(length: int) -> dict[str, st.SearchStrategy[Any]]:
    """What the text of this length can say of a person."""
    return {
        "name": st.none() | texts(),
        "honorific": st.none() | texts(),
        "role": st.none() | texts(),
        "office": st.none() | st.sampled_from(Office),
        "country": st.none() | countries(),
        "organisation": st.none() | texts(),
        "aliases": tuples_of(texts()),
        "spans": tuples_of(spans(length), 2),
    }


def persons(length: int) -> st.SearchStrategy[Person]:
    """Any person named in a text of this length."""
    return st.builds(Person, **person_fields(length))


def participants(identifier: str, length: int) -> st.SearchStrategy[Participant]:
    """Any participant of this id."""
    fields = person_fields(length)
    return st.builds(Participant, **fields, id=st.just(identifier), principal=st.booleans(), rule=texts())


def topics(identifier: str, present: References, length: int) -> st.SearchStrategy[Topic]:
    """Any topic of this id, raised by some of those present."""
    return st.builds(
        Topic,
        id=st.just(identifier),
        text=texts(),
        sectors=tuples_of(st.sampled_from(Sector)),
        raised_by=present,
        countries=tuples_of(texts(2)),
        span=spans(length),
        rule=texts(),
    )


def commitments(identifier: str, length: int) -> st.SearchStrategy[Commitment]:
    """Any commitment of this id."""
    return st.builds(
        Commitment,
        id=st.just(identifier),
        kind=st.sampled_from(CommitmentKind),
        text=texts(),
        action=st.none() | texts(),
        actors=tuples_of(texts()),
        recipients=tuples_of(texts()),
        sectors=tuples_of(st.sampled_from(Sector)),
        instrument=st.none() | texts(),
        count=st.none() | st.integers(-(2**63), 2**63 - 1),
        due=st.none() | periods(length),
        status=st.sampled_from(CommitmentStatus),
        span=spans(length),
        rule=texts(),
    )


def statements(identifier: str, present: References, length: int) -> st.SearchStrategy[Statement]:
    """Any statement of this id, between some of those present."""
    return st.builds(
        Statement,
        id=st.just(identifier),
        act=st.sampled_from(Act),
        text=texts(),
        speakers=present,
        addressees=present,
        span=spans(length),
        rule=texts(),
    )


def notes(length: int) -> st.SearchStrategy[Note]:
    """Any doubt."""
    return st.builds(Note, code=texts(), text=texts(), span=spans(length))


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    """Any meeting whose parts refer to one another as they should."""
    source = draw(sources())
    length = len(source.text)
    mark = draw(texts(3))
    people = [draw(participants(f"{mark}p{n}", length)) for n in range(draw(st.integers(0, 2)))]
    present = tuples_of(st.sampled_from([person.id for person in people])) if people else st.just(())
    upto = st.integers(0, 2)
    return Meeting(
        id=draw(texts()),
        title=draw(st.none() | texts()),
        format=draw(st.sampled_from(MeetingFormat)),
        period=draw(st.none() | periods(length)),
        place=draw(st.none() | places(length)),
        occasion=draw(st.none() | texts()),
        participants=tuple(people),
        topics=tuple(draw(topics(f"{mark}t{n}", present, length)) for n in range(draw(upto))),
        commitments=tuple(draw(commitments(f"{mark}c{n}", length)) for n in range(draw(upto))),
        statements=tuple(draw(statements(f"{mark}s{n}", present, length)) for n in range(draw(upto))),
        mentioned=draw(tuples_of(persons(length), 2)),
        notes=draw(tuples_of(notes(length), 2)),
        source=source,
    )


def meeting_lists() -> st.SearchStrategy[list[Meeting]]:
    """A few meetings with different ids."""
    return st.lists(meetings(), max_size=3, unique_by=lambda meeting: meeting.id)


def sample() -> Meeting:
    """Return one meeting in which every field says something."""
    text = (
        "Ana Lima of Portugal met Peter Otieno in Lisbon on 12 March 2024 and agreed to build a port by June."
    )
    return Meeting(
        id="m1",
        title="Lima meets Otieno",
        format=MeetingFormat.IN_PERSON,
        period=Period(start=dt.date(2024, 3, 12), end=dt.date(2024, 3, 12), span=Span(51, 64)),
        place=Place(
            city="Lisbon", country=Country(code="PT", name="Portugal"), venue="the port", span=Span(38, 47)
        ),
        occasion="a visit",
        participants=(
            Participant(
                name="Ana Lima",
                honorific="Ms.",
                role="Foreign Minister",
                office=Office.FOREIGN_MINISTER,
                country=Country(code="PT", name="Portugal"),
                aliases=("Lima", "the Minister"),
                spans=(Span(0, 8),),
                id="p1",
                principal=True,
                rule="active_voice",
            ),
            Participant(
                name="Peter Otieno",
                organisation="African Union",
                spans=(Span(25, 37),),
                id="p2",
                principal=False,
                rule="active_voice",
            ),
        ),
        topics=(
            Topic(
                id="t1",
                text="a port",
                sectors=(Sector.TRANSPORT_AND_INFRASTRUCTURE, Sector.ENERGY),
                raised_by=("p1", "p2"),
                countries=("PT",),
                span=Span(85, 91),
                rule="agreed_to",
            ),
        ),
        commitments=(
            Commitment(
                id="c1",
                kind=CommitmentKind.AGREEMENT,
                text="agreed to build a port by June",
                action="build",
                actors=("PT", "African Union"),
                recipients=("KE",),
                sectors=(Sector.TRANSPORT_AND_INFRASTRUCTURE,),
                instrument="contract",
                count=2,
                due=Period(start=dt.date(2024, 6, 1), end=dt.date(2024, 6, 30), span=Span(95, 99)),
                status=CommitmentStatus.PLANNED,
                span=Span(69, 99),
                rule="agreed_to",
            ),
        ),
        statements=(
            Statement(
                id="s1",
                act=Act.AGREE,
                text="agreed to build a port by June",
                speakers=("p1",),
                addressees=("p2",),
                span=Span(69, 99),
                rule="verb_of_saying",
            ),
        ),
        mentioned=(Person(name="Ravi Menon", role="Ambassador", office=Office.AMBASSADOR),),
        notes=(Note(code="unknown_office", text="of Portugal", span=Span(9, 20)),),
        source=Source(text=text, published=dt.date(2024, 3, 13), url="https://example.org/1", issuer="PT"),
    )
