"""Topics and commitments of two records, aligned by their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from diplo.collation.records import party_of
from diplo.collation.wording import align, likeness, same_word
from diplo.comparison import Aspect, Difference, Outcome, Row, Section, Words
from diplo.model import Commitment, Meeting, Sector, Statement, Topic

_LEAST_TOPIC = 0.5
_LEAST_COMMITMENT = 0.45
_LEAST_TALK = 0.6  # of a commitment here and a topic there
_WITHIN = 0.2  # taken off a topic that lies within one that has its like already
_DISCUSSED = "discussed"


def compare_topics(a: Meeting, b: Meeting) -> tuple[Row, ...]:
    """Return a row for every topic of two records: those of the first in its order, then the rest."""
    sides = [{each.id: party_of(each) for each in meeting.participants} for meeting in (a, b)]
    alike = partial(alike_topics, parties=frozenset(filter(None, (*sides[0].values(), *sides[1].values()))))
    pairs = {i: (j, value) for i, j, value in align(a.topics, b.topics, alike, _LEAST_TOPIC)}
    rows: list[Row] = []
    for i, topic in enumerate(a.topics):
        if i not in pairs:
            rows.append(_one_topic(topic, b, first=True))
            continue
        j, value = pairs[i]
        other = b.topics[j]
        raised = [_raised_by(each, side) for each, side in zip((topic, other), sides, strict=True)]
        difference = Difference(aspect=Aspect.RAISED_BY, a=raised[0], b=raised[1])
        rows.append(
            Row(
                section=Section.TOPICS,
                label="topic",
                outcome=Outcome.DIFFER if all(raised) and raised[0] != raised[1] else Outcome.AGREE,
                a=_words(topic),
                b=_words(other),
                likeness=value,
                differences=(difference,) if raised[0] != raised[1] else (),
            )
        )
    found = {j for j, _ in pairs.values()}
    rest = (topic for j, topic in enumerate(b.topics) if j not in found)
    return (*rows, *(_one_topic(topic, a, first=False) for topic in rest))


def compare_commitments(a: Meeting, b: Meeting) -> tuple[Row, ...]:
    """Return a row for every commitment of two records: those of the first in its order, then the rest.

    What one record calls agreed and the other only a topic is a row that differs in firmness.
    """
    pairs = {
        i: (j, value)
        for i, j, value in align(a.commitments, b.commitments, alike_commitments, _LEAST_COMMITMENT)
    }
    rows: list[Row] = []
    for i, commitment in enumerate(a.commitments):
        if i in pairs:
            j, value = pairs[i]
            rows.append(_both(commitment, b.commitments[j], value))
        else:
            rows.append(_one(commitment, _talk_of(commitment, b), first=True))
    found = {j for j, _ in pairs.values()}
    rest = (commitment for j, commitment in enumerate(b.commitments) if j not in found)
    return (*rows, *(_one(commitment, _talk_of(commitment, a), first=False) for commitment in rest))


def alike_topics(a: Topic, b: Topic, parties: frozenset[str]) -> float:
    """Return how alike two topics are: their words, and a little for a sector in common.

    Topics that name countries are not alike when the third countries among them are others.
    """
    third = set(a.countries) - parties, set(b.countries) - parties
    if a.countries and b.countries and any(third) and not third[0] & third[1]:
        return 0.0
    found = likeness(a.text, b.text)
    return 0.85 * found + 0.15 * _share_sector(a.sectors, b.sectors) if found else 0.0


def alike_commitments(a: Commitment, b: Commitment) -> float:
    """Return how alike two commitments are.

    The likeness of their words, of which 0.1 each hangs on who acts, on the act, and on the instrument; an
    aspect that one of them does not give counts half.
    """
    found = likeness(a.text, b.text)
    if not found:
        return 0.0
    actors = _agree(set(a.actors) & set(b.actors), a.actors, b.actors)
    action = _agree(a.action == b.action, a.action, b.action)
    instrument = _agree(_same_instrument(a.instrument, b.instrument), a.instrument, b.instrument)
    return found * (0.7 + 0.1 * (actors + action + instrument))


def commitment_differences(a: Commitment, b: Commitment) -> tuple[Difference, ...]:
    """Return in what two commitments of the same content differ."""
    values = (
        (Aspect.ACTORS, _list(sorted(a.actors)), _list(sorted(b.actors))),
        (Aspect.RECIPIENTS, _list(sorted(a.recipients)), _list(sorted(b.recipients))),
        (Aspect.ACT, a.action, b.action),
        (Aspect.COUNT, _number(a.count), _number(b.count)),
        (Aspect.DUE, a.due.edtf if a.due else None, b.due.edtf if b.due else None),
        (Aspect.FIRMNESS, str(a.kind), str(b.kind)),
        (Aspect.STATUS, str(a.status), str(b.status)),
    )
    found = [Difference(aspect=aspect, a=one, b=other) for aspect, one, other in values if one != other]
    if not _same_instrument(a.instrument, b.instrument):
        found.append(Difference(aspect=Aspect.INSTRUMENT, a=a.instrument, b=b.instrument))
    return tuple(found)


def part_in_words(part: Topic | Commitment | Statement, value: str | None = None) -> Words:
    """Return the words of a part of a record."""
    return Words(text=part.text, value=value, id=part.id, spans=(part.span,))


def lone_row(section: Section, label: str, words: Words, *, first: bool) -> Row:
    """Return the row of what only one record reports, the first or the second."""
    if first:
        return Row(section=section, label=label, outcome=Outcome.ONLY_A, a=words)
    return Row(section=section, label=label, outcome=Outcome.ONLY_B, b=words)


def _both(a: Commitment, b: Commitment, value: float) -> Row:
    """Return the row of a commitment that both records report."""
    differences = commitment_differences(a, b)
    contradict = any(each.a and each.b for each in differences)
    return Row(
        section=Section.COMMITMENTS,
        label=str(a.kind),
        outcome=Outcome.DIFFER if contradict else Outcome.AGREE,
        a=part_in_words(a, str(a.kind)),
        b=part_in_words(b, str(b.kind)),
        likeness=value,
        differences=differences,
    )


def _one_topic(topic: Topic, other: Meeting, *, first: bool) -> Row:
    """Return the row of a topic that the other record has only within another, or in a commitment."""
    here = _words(topic)
    said = [
        *(
            (likeness(topic.text, each.text), part_in_words(each, str(each.kind)))
            for each in other.commitments
        ),
        *((likeness(topic.text, each.text) - _WITHIN, _words(each)) for each in other.topics),
    ]
    value, there = max(said, key=lambda each: each[0], default=(0.0, None))
    if there is None or value < _LEAST_TALK:
        return lone_row(Section.TOPICS, "topic", here, first=first)
    a, b = (here, there) if first else (there, here)
    return Row(section=Section.TOPICS, label="topic", outcome=Outcome.AGREE, a=a, b=b, likeness=value)


def _one(commitment: Commitment, talk: tuple[Topic, float] | None, *, first: bool) -> Row:
    """Return the row of a commitment that one record reports, and of which the other may talk."""
    here = part_in_words(commitment, str(commitment.kind))
    if talk is None:
        return lone_row(Section.COMMITMENTS, str(commitment.kind), here, first=first)
    topic, value = talk
    there = part_in_words(topic, _DISCUSSED)
    a, b = (here, there) if first else (there, here)
    firmness = Difference(aspect=Aspect.FIRMNESS, a=a.value, b=b.value)
    return Row(
        section=Section.COMMITMENTS,
        label=str(commitment.kind),
        outcome=Outcome.DIFFER,
        a=a,
        b=b,
        likeness=value,
        differences=(firmness,),
    )


def _talk_of(commitment: Commitment, other: Meeting) -> tuple[Topic, float] | None:
    """Return the topic of the other record that is about the same, and lies in none of its commitments."""
    undertaken = [each.span for each in other.commitments]
    talks: Iterator[tuple[Topic, float]] = (
        (topic, likeness(commitment.text, topic.text))
        for topic in other.topics
        if not any(span.start <= topic.span.start < span.end for span in undertaken)
    )
    best = max(talks, key=lambda each: each[1], default=None)
    return best if best and best[1] >= _LEAST_TALK else None


def _words(topic: Topic) -> Words:
    """Return the words of a topic, and its sectors."""
    return part_in_words(topic, _list(topic.sectors))


def _raised_by(topic: Topic, parties: dict[str, str | None]) -> str | None:
    """Return the parties that raised a topic; `None` for all of them."""
    return _list(sorted({party for each in topic.raised_by if (party := parties.get(each))}))


def _share_sector(a: Sequence[Sector], b: Sequence[Sector]) -> bool:
    """Tell whether two parts belong to one field."""
    return bool(set(a) & set(b))


def _same_instrument(a: str | None, b: str | None) -> bool:
    """Tell whether two instruments are called the same, in one number or another."""
    words = [each.casefold().split() if each else [] for each in (a, b)]
    return len(words[0]) == len(words[1]) and all(map(same_word, *words))


def _agree(same: object, a: object, b: object) -> float:
    """Return 1 for what agrees, 0 for what does not, and a half where one is silent."""
    return 0.5 if not a or not b else float(bool(same))


def _list(values: Sequence[str]) -> str | None:
    """Write several values in one line."""
    return ", ".join(values) or None


def _number(value: int | None) -> str | None:
    """Write a number."""
    return None if value is None else str(value)
