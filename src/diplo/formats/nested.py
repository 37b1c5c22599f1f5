"""Records that hold lists of records, as rows of one table for each list, and back.

Every row starts with the numbers of the records that hold it, then its own: 1 for the first of the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from diplo.formats.plain import Steps
from diplo.formats.relations import Entry, Record, Row
from diplo.formats.tables import Table

_Numbers = tuple[int, ...]


@attrs.frozen
class Level:
    """A list of records, whose table has the columns of its numbers first.

    Attributes:
        path: the keys that lead from the holder to the list.
        number: the column with the number of a row in its list.
        within: the lists that its records hold.
        optional: the keys of `Words` that a record may lack.
    """

    table: Table
    path: tuple[str, ...]
    number: str
    within: tuple[Level, ...] = ()
    optional: tuple[str, ...] = ()


def rows_of(levels: Iterable[Level], record: Record) -> dict[str, list[Record]]:
    """Return the rows of every table, by its name."""
    rows: dict[str, list[Record]] = {}
    for level in levels:
        _flatten(level, [({}, record)], rows)
    return rows


def entry_of(levels: Iterable[Level], rows: Mapping[str, Sequence[Row]]) -> Entry:
    """Put a record together again from the rows of all tables.

    Raises:
        SchemaError: for a row that belongs nowhere, or does not come next.
    """
    entry = Entry({}, {})
    for level in levels:
        _put_in(level, (), {(): (entry.record, ())}, entry, rows)
    return entry


def _flatten(level: Level, holders: list[tuple[Record, Record]], rows: dict[str, list[Record]]) -> None:
    """Add the rows of a list, and of all within; holders come with the numbers that lead to them."""
    found = [
        (numbers | {level.number: number}, record)
        for numbers, holder in holders
        for number, record in enumerate(_list_in(holder, level.path), 1)
    ]
    rows[level.table.name] = [record | numbers for numbers, record in found]
    for within in level.within:
        _flatten(within, found, rows)


def _put_in(
    level: Level,
    outer: tuple[str, ...],
    holders: Mapping[_Numbers, tuple[Record, Steps]],
    entry: Entry,
    rows: Mapping[str, Sequence[Row]],
) -> None:
    """Put the rows of a list into the records that hold it, then those within into them."""
    placed: dict[_Numbers, tuple[Record, Steps]] = {}
    lists = {numbers: _list_in(holder, level.path) for numbers, (holder, _) in holders.items()}
    for row in rows[level.table.name]:
        numbers = tuple(row.record.pop(column) for column in (*outer, level.number))
        if numbers[:-1] not in lists:
            raise row.error(numbers[-2], outer[-1], "the number of a row that holds this one")
        members = lists[numbers[:-1]]
        if numbers[-1] != len(members) + 1:
            raise row.error(numbers[-1], level.number, f"{len(members) + 1}, the next in its list")
        for key in level.optional:
            if row.record.get(key) == {"spans": []}:
                del row.record[key]
        steps = (*holders[numbers[:-1]][1], *level.path, len(members))
        members.append(row.record)
        entry.rows[steps] = row
        placed[numbers] = (row.record, steps)
    for within in level.within:
        _put_in(within, (*outer, level.number), placed, entry, rows)


def _list_in(holder: Record, path: tuple[str, ...]) -> list[Any]:
    """Return the list to which some keys lead; make it where there is none."""
    *outer, last = path
    for key in outer:
        holder = holder.setdefault(key, {})
    found: list[Any] = holder.setdefault(last, [])
    return found
