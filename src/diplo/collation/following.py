"""The lives of undertakings over a dated corpus.

A commitment joins the life whose last words are most like its own, when the same parties met and the same
party acts. A statement that welcomes, praises or tells of "the opening of" something concludes a life too.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, product

import attrs

from diplo.collation.records import Record, day_of
from diplo.collation.undertakings import alike_commitments, part_in_words
from diplo.collation.vocabulary import vocabulary
from diplo.collation.wording import likeness, starts
from diplo.life import Life, LifeEvent, Turn
from diplo.model import Act, Commitment, CommitmentStatus, Meeting, Statement

_SAME = 0.5
_REPORTED = 0.6
_SAME_ENCOUNTER = dt.timedelta(days=1)
_TELLING = {Act.WELCOME, Act.PRAISE, Act.THANK, Act.CONGRATULATE, Act.INFORM, Act.AFFIRM}


@attrs.define
class _Thread:
    """A life while it grows: its first commitment, the last one, and what was told of it so far."""

    first: Commitment
    last: Commitment
    events: list[LifeEvent]

    @property
    def concluded(self) -> bool:
        """Whether it was reported as done."""
        return any(event.turn is Turn.CONCLUDED for event in self.events)


class _Threads:
    """All lives so far, found by two parties and the start of a word."""

    def __init__(self) -> None:
        """Begin without any."""
        self.every: list[_Thread] = []
        self._by_key: dict[tuple[tuple[str, ...], str], dict[int, _Thread]] = defaultdict(dict)

    def add(self, thread: _Thread, record: Record) -> None:
        """Let a life be found by the words that it has now."""
        if not thread.events:
            self.every.append(thread)
        for key in _keys(record, thread.last.text):
            self._by_key[key][id(thread)] = thread

    def about(self, text: str, record: Record) -> list[_Thread]:
        """Return the lives that have parties and a word in common with a text of a record.

        None is among them of which the record has spoken already.
        """
        found: dict[int, _Thread] = {}
        for key in _keys(record, text):
            found |= self._by_key.get(key, {})
        return [each for each in found.values() if each.events[-1].meeting_id != record.meeting.id]


def follow(meetings: Iterable[Meeting]) -> tuple[Life, ...]:
    """Follow every undertaking through the records of a corpus.

    The records of one encounter by several publishers are the same saying. A record without a day comes
    before all others, as nothing can be said to follow from it.

    Args:
        meetings: parsed or read back, in any order; of several with the same id the first counts.

    Returns:
        The lives, in the order in which they begin.
    """
    by_id: dict[str, Meeting] = {}
    for meeting in meetings:
        by_id.setdefault(meeting.id, meeting)
    threads = _Threads()
    for meeting in sorted(by_id.values(), key=lambda each: day_of(each) or dt.date.min):
        record = Record.of(meeting)
        for commitment in meeting.commitments:
            thread = _thread_of(commitment, record, threads) or _Thread(commitment, commitment, [])
            event = _event(commitment, meeting, thread)
            thread.last = _newest(thread.last, commitment)
            threads.add(thread, record)
            thread.events.append(event)
        for statement in meeting.statements:
            _conclude(statement, record, threads)
    return tuple(
        Life(
            id=f"{thread.events[0].meeting_id}/{thread.first.id}",
            actors=thread.first.actors,
            recipients=thread.first.recipients,
            events=tuple(thread.events),
        )
        for thread in threads.every
    )


def _keys(record: Record, text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every two parties of a record with the start of every word of a text."""
    parties = sorted(record.parties)
    couples: list[tuple[str, ...]] = list(combinations(parties, 2)) or [tuple(parties)]
    return product(couples, starts(text))


def _thread_of(commitment: Commitment, record: Record, threads: _Threads) -> _Thread | None:
    """Return the life to which a commitment belongs."""
    likely = [
        (alike_commitments(commitment, thread.last), thread)
        for thread in threads.about(commitment.text, record)
        if set(commitment.actors) & set(thread.first.actors) and not _over(thread, record.meeting)
    ]
    value, thread = max(likely, key=lambda each: each[0], default=(0.0, None))
    return thread if value >= _SAME else None


def _over(thread: _Thread, meeting: Meeting) -> bool:
    """Tell whether a life had ended before the encounter; what is agreed after that is something new."""
    ends = [event.date for event in thread.events if event.turn is Turn.CONCLUDED]
    return bool(ends) and not _same_encounter(ends[0], day_of(meeting))


def _event(commitment: Commitment, meeting: Meeting, thread: _Thread) -> LifeEvent:
    """Return what a commitment does for its life."""
    return LifeEvent(
        turn=_turn(commitment, meeting, thread),
        date=day_of(meeting),
        meeting_id=meeting.id,
        issuer=meeting.source.issuer,
        words=part_in_words(commitment, str(commitment.kind)),
        due=commitment.due,
        count=commitment.count,
    )


def _turn(commitment: Commitment, meeting: Meeting, thread: _Thread) -> Turn:
    """Tell what a commitment does for its life."""
    if commitment.status is CommitmentStatus.CONCLUDED:
        return Turn.CONCLUDED
    if not thread.events or _same_encounter(thread.events[0].date, day_of(meeting)):
        return Turn.SAID
    last = thread.last
    other_day = (
        commitment.due
        and last.due
        and (commitment.due.start, commitment.due.end) != (last.due.start, last.due.end)
    )
    other_number = commitment.count and last.count and commitment.count != last.count
    return Turn.CHANGED if other_day or other_number else Turn.REPEATED


def _same_encounter(one: dt.date | None, other: dt.date | None) -> bool:
    """Tell whether two records of the same parties are of one encounter."""
    return one is not None and other is not None and abs(one - other) <= _SAME_ENCOUNTER


def _newest(last: Commitment, commitment: Commitment) -> Commitment:
    """Return the newer words, with the day and the number that were given last."""
    return attrs.evolve(commitment, due=commitment.due or last.due, count=commitment.count or last.count)


def _conclude(statement: Statement, record: Record, threads: _Threads) -> None:
    """Let a statement that tells of something done conclude the life of that."""
    meeting = record.meeting
    if (
        statement.act not in _TELLING
        or not vocabulary().done.search(statement.text)
        or vocabulary().not_yet.search(statement.text)
    ):
        return
    likely = [
        (likeness(statement.text, thread.last.text), thread)
        for thread in threads.about(statement.text, record)
        if not thread.concluded and not _same_encounter(thread.events[0].date, day_of(meeting))
    ]
    value, thread = max(likely, key=lambda each: each[0], default=(0.0, None))
    if thread is not None and value >= _REPORTED:
        thread.events.append(
            LifeEvent(
                turn=Turn.CONCLUDED,
                date=day_of(meeting),
                meeting_id=meeting.id,
                issuer=meeting.source.issuer,
                words=part_in_words(statement, str(statement.act)),
            )
        )
