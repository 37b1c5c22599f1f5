"""The tables of a folder as CSV files, row by row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import attrs

from diplo.errors import SchemaError
from diplo.formats.cells import read_cell, write_cell
from diplo.formats.relations import Record, Row, value_of
from diplo.formats.tables import Column, Table

# The csv module refuses cells over 128 KiB unless a limit of the whole process is raised, and takes torn
# quotes.
_CELL = re.compile(r'(?:"([^"]*+(?:""[^"]*+)*+)"|([^",\r\n]*+))(,|\r\n?|\n|\Z)')


def write_table(folder: Path, table: Table, records: list[Record]) -> None:
    """Write a table into its file."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(column.name for column in table.columns)
    for record in records:
        writer.writerow(write_cell(value_of(record, column), column.kind) for column in table.columns)
    (folder / table.file).write_text(lines.getvalue(), encoding="utf-8", newline="")


def read_table(folder: Path, table: Table) -> list[Row]:
    """Read every row of a table."""
    lines = _lines(table, read_file(folder / table.file))
    columns = _columns(table, next(lines, []))
    rows: list[Row] = []
    for number, cells in enumerate(lines, 2):
        row = Row(table, f"{table.file}, row {number}", {})
        if len(cells) != len(columns):
            raise SchemaError(row.place, cells, f"{len(columns)} cells")
        for column, cell in zip(columns, cells, strict=True):
            _fill(row, column, cell)
        rows.append(row)
    return rows


def read_file(path: Path) -> str:
    """Return the text of a file; the mark that spreadsheets put before UTF-8 is no part of it."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise SchemaError(path.name, attrs.NOTHING, "a file of this name") from None
    except UnicodeDecodeError as error:
        raise SchemaError(path.name, error.object[error.start : error.end], "text in UTF-8") from None


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
    row.fill(column, value)
