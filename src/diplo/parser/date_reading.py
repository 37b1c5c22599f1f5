"""What the rules for dates read from, and what each of them gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Final

import attrs

from diplo.parser.date_arithmetic import Days
from diplo.parser.date_words import (
    AFTER_DAY,
    AHEAD,
    ASIDE,
    BEHIND,
    COUNTED,
    DEADLINES,
    NO_PLURAL,
    ORDINAL_DAYS,
    QUALIFIERS,
    RANKS,
)

_CLAUSE = 24
_INSIDE = QUALIFIERS | {"in", "of", "the"}
_DETERMINERS = frozenset("a an both each his her its our the their these this those".split())

When = Callable[[dt.date], Days]


class DateKind(StrEnum):
    """How much of the calendar a date covers."""

    DAY = "day"
    RANGE = "range"
    WEEK = "week"
    MONTH = "month"
    PART_OF_YEAR = "part_of_year"
    YEAR = "year"


UNIT_KINDS: Final = {
    "day": DateKind.DAY,
    "week": DateKind.WEEK,
    "month": DateKind.MONTH,
    "quarter": DateKind.PART_OF_YEAR,
    "year": DateKind.YEAR,
}


@attrs.frozen
class Reading:
    """What a rule has read in tokens `[first, last)` of a row.

    Attributes:
        when: counts the first and the last day from the anchor; `None` when nothing can.
        relative: whether `when` heeds the anchor.
    """

    first: int
    last: int
    kind: DateKind
    when: When | None
    relative: bool = False

    def days(self, anchor: dt.date | None) -> Days | None:
        """Return the days, `None` when there are none such or when the anchor that they need is missing."""
        if self.when is None or (self.relative and anchor is None):
            return None
        try:
            return self.when(anchor or dt.date.min)
        except (ValueError, OverflowError):
            return None


@attrs.frozen(eq=False)
class Row:
    """The tokens of a paragraph, with empty ones at the end.

    Looking past either end (index -1 is the last, empty token) finds an empty word, which no rule knows.
    """

    words: tuple[str, ...]
    folded: tuple[str, ...]

    @classmethod
    def padded(cls, words: tuple[str, ...], folded: tuple[str, ...]) -> Row:
        """Return a row of these tokens."""
        return cls((*words, *[""] * 8), (*folded, *[""] * 8))


Rule = Callable[[Row, int], Reading | None]


def first_reading(rules: Iterable[Rule], row: Row, at: int) -> Reading | None:
    """Return what the first rule that knows the words at `at` reads there."""
    for rule in rules:
        reading = rule(row, at)
        if reading is not None:
            return reading
    return None


def counts_things(row: Row, at: int) -> bool:
    """Tell whether the token after a number is what the number counts: "2000 troops"."""
    word = row.words[at]
    return word in COUNTED or (
        word.islower() and word.isalpha() and word[-1] == "s" and word not in NO_PLURAL
    )


def ends_phrase(row: Row, at: int) -> bool:
    """Tell whether the word before `at` ends its phrase: a preposition, a mark or nothing follows."""
    word = row.folded[at]
    return not word[:1].isalnum() or (word in AFTER_DAY and word != "of")


def introduced_by(row: Row, at: int) -> int:
    """Return where the word of a deadline stands that introduces the date at `at`, else `at`."""
    before = at - 1
    if row.folded[before] == "the":
        before -= 1
    if before < 0:
        return at
    word = row.folded[before]
    if word in DEADLINES:
        return before
    pair = (row.folded[before - 1], word) if before else ("", word)
    if pair == ("prior", "to"):
        return before - 1
    if pair == ("later", "than") and before > 1 and row.folded[before - 2] in {"no", "not"}:
        return before - 2
    return at


def lean(row: Row, at: int) -> int:
    """Return 1 when the clause up to a date speaks of what is ahead, -1 of what is past, else 0."""
    while row.folded[at - 1] in _INSIDE:
        at -= 1
    if row.folded[at - 1] == "since":
        return -1
    if introduced_by(row, at) < at:
        return 1
    for before in range(at - 1, max(at - _CLAUSE, 0) - 1, -1):
        word = row.folded[before]
        if word in AHEAD or (word == "to" and row.folded[before - 1] in {"is", "are"}):
            return 1
        if word in BEHIND:
            return -1
        if word in ASIDE or word in {",", ".", ";", ""}:
            return 0
    return 0


def is_promised(row: Row, at: int) -> bool:
    """Tell whether "in two weeks" at `at` means a day to come, not how long something has lasted."""
    for before in range(at - 1, max(at - _CLAUSE, 0) - 1, -1):
        word = row.folded[before]
        if word in AHEAD or (word == "to" and row.words[before + 1].islower() and _is_verb(row, before + 1)):
            return True
        if word in BEHIND or word in ASIDE or word in RANKS or word in ORDINAL_DAYS or word.endswith("ed"):
            return False
        if word in {".", ";", ""}:
            break
    return True


def _is_verb(row: Row, at: int) -> bool:
    """Tell whether the word after "to" makes an infinitive: it is no article and no possessive."""
    return row.folded[at] not in _DETERMINERS
