"""What one side says that the other side said, and whether the other says so itself."""

from __future__ import annotations

from collections.abc import Iterator

from diplo.collation.records import party_of
from diplo.collation.undertakings import lone_row, part_in_words
from diplo.collation.wording import likeness
from diplo.comparison import Outcome, Row, Section, Words
from diplo.model import Act, Meeting, Statement

_LEAST = 0.5


def compare_attributions(a: Meeting, b: Meeting) -> tuple[Row, ...]:
    """Return what each record puts into the mouth of the other side.

    A record attributes a statement when all of its speakers are of the other publisher's country or body;
    where the other publisher is not known, of any but its own. It agrees when the other record has a
    statement, a commitment or a topic alike.
    """
    here = (_row(said, b, first=True) for said in _attributed(a, b))
    there = (_row(said, a, first=False) for said in _attributed(b, a))
    return (*here, *there)


def _attributed(teller: Meeting, other: Meeting) -> Iterator[Statement]:
    """Yield the statements of the other side, as one side tells them."""
    own, others = teller.source.issuer, other.source.issuer
    if own == others:
        return
    parties = {each.id: party_of(each) for each in teller.participants}
    for said in teller.statements:
        speakers = {parties.get(each) for each in said.speakers}
        foreign = speakers == {others} if others else own is not None and own not in speakers
        if speakers and None not in speakers and foreign and said.act is not Act.DISCUSS:
            yield said


def _row(said: Statement, other: Meeting, *, first: bool) -> Row:
    """Return the row of a statement, with what the other record has of it."""
    here = part_in_words(said, str(said.act))
    value, there = max(_echoes(said, other), key=lambda each: each[0], default=(0.0, None))
    if there is None or value < _LEAST:
        return lone_row(Section.ATTRIBUTIONS, str(said.act), here, first=first)
    a, b = (here, there) if first else (there, here)
    return Row(
        section=Section.ATTRIBUTIONS, label=str(said.act), outcome=Outcome.AGREE, a=a, b=b, likeness=value
    )


def _echoes(said: Statement, other: Meeting) -> Iterator[tuple[float, Words]]:
    """Yield what the other record has, and how alike it is; statements come before what lies within them."""
    for statement in other.statements:
        yield likeness(said.text, statement.text), part_in_words(statement, str(statement.act))
    for commitment in other.commitments:
        yield likeness(said.text, commitment.text), part_in_words(commitment, str(commitment.kind))
    for topic in other.topics:
        yield likeness(said.text, topic.text), part_in_words(topic, "topic")
