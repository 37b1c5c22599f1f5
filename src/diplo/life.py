"""The life of an undertaking over the records of a corpus, as typed and immutable values."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import attrs

from diplo.comparison import Words
from diplo.period import Period


class Turn(StrEnum):
    """What a record does for an undertaking.

    `said`: it is the first to report it, or reports the same encounter as the first. `repeated`: it says the
    same later. `changed`: it gives another date or number. `concluded`: it reports it as done.
    """

    SAID = "said"
    REPEATED = "repeated"
    CHANGED = "changed"
    CONCLUDED = "concluded"


class Standing(StrEnum):
    """How an undertaking stands on a day: without a date (`open`), `due`, `overdue` or `kept`."""

    OPEN = "open"
    DUE = "due"
    OVERDUE = "overdue"
    KEPT = "kept"


@attrs.frozen(kw_only=True)
class LifeEvent:
    """A record that speaks of an undertaking.

    Attributes:
        date: the first day of the encounter, else that of publication; `None` when neither is known.
        meeting_id: the record.
        issuer: its publisher.
        words: the words of the record, and the commitment or statement that they are.
        due: by when, as the record says.
        count: the number of instruments, as the record says.
    """

    turn: Turn
    date: dt.date | None = None
    meeting_id: str
    issuer: str | None = None
    words: Words
    due: Period | None = None
    count: int | None = None


@attrs.frozen(kw_only=True)
class Life:
    """An undertaking from the first record that reports it to the last.

    Attributes:
        id: the ids of the record and of the commitment with which it begins, joined by a slash.
        actors: who is to act: ISO 3166-1 alpha-2 codes or names of organisations.
        recipients: for or towards whom.
        events: the records that speak of it, in the order of their days; never empty.
    """

    id: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    events: tuple[LifeEvent, ...] = attrs.field(validator=attrs.validators.min_len(1))

    def until(self, as_of: dt.date | None) -> tuple[LifeEvent, ...]:
        """Return the events up to a day, it included; all of them for `None`. Undated ones are early."""
        return tuple(event for event in self.events if not as_of or event.date is None or event.date <= as_of)

    def due(self, as_of: dt.date | None = None) -> Period | None:
        """Return by when it is due, as the latest of the records up to a day says that gives a date."""
        return next((event.due for event in reversed(self.until(as_of)) if event.due), None)

    def standing(self, as_of: dt.date) -> Standing | None:
        """Return how it stands on a day; `None` when it was first said later.

        What is due by the end of a period is overdue on the day after. Whether a promise that nobody reports
        as done was kept all the same, no record tells.
        """
        events = self.until(as_of)
        if not events:
            return None
        if any(event.turn is Turn.CONCLUDED for event in events):
            return Standing.KEPT
        due = self.due(as_of)
        if due is None:
            return Standing.OPEN
        return Standing.OVERDUE if due.end < as_of else Standing.DUE
