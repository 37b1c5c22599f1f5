"""The tables of a folder as CSV files, row by row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from diplo.errors import SchemaError
from diplo.formats.cells import read_cell, write_cell
from diplo.formats.tables import Column, Table

# The csv module refuses cells over 128 KiB unless a limit of the whole process is raised, and takes torn
# quotes.
_CELL = re.compile(r'(?:"([^"]*+(?:""[^"]*+)*+)"|([^",\r\n]*+))(,|\r\n?|\n|\Z)')

Record = dict[str, Any]


@attrs.frozen
class Row:
    """A row that was read: where it stands, counted as a spreadsheet does, and its values."""

    table: Table
    number: int
    record: Record

    def error(self, value: Any, column: str, expected: str) -> SchemaError:
        """Return the error that says what is wrong in a cell of the row."""
        return SchemaError(f"{self.table.file}, row {self.number}, column {column}", value, expected)


def write_table(folder: Path, table: Table, records: list[Record]) -> None:
    """Write a table into its file."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(column.name for column in table.columns)
    for record in records:
        writer.writerow(write_cell(_value(record, column), column.kind) for column in table.columns)
    replace_file(folder / table.file, lines.getvalue())


def read_table(folder: Path, table: Table) -> list[Row]:
    """Read every row of a table."""
    lines = _lines(table, read_file(folder / table.file))
    columns = _columns(table, next(lines, []))
    rows: list[Row] = []
    for number, cells in enumerate(lines, 2):
        if len(cells) != len(columns):
            path = f"{table.file}, row {number}"
            raise SchemaError(path, cells, f"{len(columns)} cells")
        row = Row(table, number, {})
        for column, cell in zip(columns, cells, strict=True):
            _fill(row, column, cell)
        rows.append(row)
    return rows


def replace_file(path: Path, text: str) -> None:
    """Write a file, so that nobody ever finds a part of it."""
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_text(text, encoding="utf-8", newline="")
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def read_file(path: Path) -> str:
    """Return the text of a file; the mark that spreadsheets put before UTF-8 is no part of it."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise SchemaError(path.name, attrs.NOTHING, "a file of this name") from None
    except UnicodeDecodeError as error:
        raise SchemaError(path.name, error.object[error.start : error.end], "text in UTF-8") from None


def _value(record: Record, column: Column) -> Any:
    """Return what a record holds for a column; `None` when what would hold it is itself missing."""
    value: Any = record
    for key in column.keys:
        value = None if value is None else value[key]
    return value


def _lines(table: Table, text: str) -> Iterator[list[str]]:
    """Take a table apart into the cells of each row."""
    place = 0
    number = 1
    cells: list[str] = []
    while place < len(text) or cells:
        found = _CELL.match(text, place)
        if not found:
            path = f"{table.file}, row {number}"
            raise SchemaError(path, text[place : place + 40], "a cell whose quotes are closed and doubled")
        quoted, bare, end = found.groups()
        cells.append(bare if quoted is None else quoted.replace('""', '"'))
        place = found.end()
        if end != ",":
            yield cells
            number += 1
            cells = []


def _columns(table: Table, header: list[str]) -> list[Column]:
    """Return the columns that a header names: all columns of the table, once, in any order."""
    columns = {column.name: column for column in table.columns}
    for name in header:
        if name not in columns or header.count(name) > 1:
            path = f"{table.file}, row 1, column {name}"
            raise SchemaError(path, name, "the name of a column of this table, once")
    for name in columns:
        if name not in header:
            path = f"{table.file}, row 1, column {name}"
            raise SchemaError(path, attrs.NOTHING, "a column of this name")
    return [columns[name] for name in header]


def _fill(row: Row, column: Column, cell: str) -> None:
    """Put the value of a cell where it stands in the record of a row."""
    try:
        value = read_cell(cell, column.kind)
    except (KeyError, ValueError):
        raise row.error(cell, column.name, column.kind) from None
    if value is None and column.required:
        raise row.error(cell, column.name, f"{column.kind}, not empty")
    *outer, last = column.keys
    if value is None and outer:
        return
    record = row.record
    for key in outer:
        record = record.setdefault(key, {})
    record[last] = value
