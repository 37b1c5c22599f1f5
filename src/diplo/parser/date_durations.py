"""Rules for a number of days, weeks, months or years that is counted from the anchor: "within 90 days"."""

from __future__ import annotations

from diplo.parser.date_arithmetic import stretch_from, unit_away
from diplo.parser.date_reading import UNIT_KINDS, DateKind, Reading, Row, is_promised
from diplo.parser.date_words import NUMBERS, UNITS

_FROM_ELSEWHERE = frozenset({"after", "following", "from", "of"})
_NOW = frozenset({"now", "today"})


def within(row: Row, at: int) -> Reading | None:
    """Read "within 90 days" and "within the year"."""
    unit = row.folded[at + 2]
    if row.folded[at + 1] == "the" and unit in UNIT_KINDS:
        return Reading(at, at + 3, UNIT_KINDS[unit], lambda anchor: unit_away(anchor, unit, 0), relative=True)
    return next_units(row, at)


def next_units(row: Row, at: int) -> Reading | None:
    """Read "next two weeks"; the coming days and months, with no number, are no date.

    What is counted from anything but now is not resolved: "within 30 days of the signing".
    """
    counted = _counted(row, at + 1)
    if counted is None:
        return None
    last, number, unit = counted
    if row.folded[last] in _FROM_ELSEWHERE and row.folded[last + 1] not in _NOW:
        return Reading(at, last, DateKind.RANGE, None)
    return Reading(at, last, DateKind.RANGE, lambda anchor: stretch_from(anchor, unit, number), relative=True)


def in_units(row: Row, at: int) -> Reading | None:
    """Read "in two weeks" of a day to come; "the first visit in ten years" says how long."""
    counted = _counted(row, at + 1)
    if counted is None:
        return None
    last, number, unit = counted
    end = last + 1 if row.folded[last] in {"'", "'s"} else last
    timed = row.folded[end] == "time"
    if unit not in UNIT_KINDS or row.folded[last] == "of":
        return None
    if not timed and (row.folded[at + 1] in {"a", "an"} or not is_promised(row, at)):
        return None
    last = end + 1 if timed else last
    return Reading(at, last, UNIT_KINDS[unit], lambda anchor: unit_away(anchor, unit, number), relative=True)


def units_ago(row: Row, at: int) -> Reading | None:
    """Read "two weeks ago"."""
    counted = _counted(row, at - 2) if at > 1 else None
    if counted is None or counted[0] != at or counted[2] not in UNIT_KINDS:
        return None
    _, number, unit = counted
    return Reading(
        at - 2, at + 1, UNIT_KINDS[unit], lambda anchor: unit_away(anchor, unit, -number), relative=True
    )


def _counted(row: Row, at: int) -> tuple[int, int, str] | None:
    """Read "two weeks" or "six to nine months": the place after it, the larger number and the unit."""
    number = NUMBERS.get(row.folded[at])
    if number is None:
        return None
    last = at + 1
    if row.folded[last] in {"to", "or", "-", "–"} and row.folded[last + 1] in NUMBERS:
        number, last = NUMBERS[row.folded[last + 1]], last + 2
    unit = UNITS.get(row.folded[last])
    return None if unit is None else (last + 1, number, unit)
