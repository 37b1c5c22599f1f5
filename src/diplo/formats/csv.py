"""Meetings as a folder of CSV tables with a Tabular Data Package descriptor, lossless both ways.

What the tables hold is told in `tables`, how a value becomes a cell in `cells`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from diplo.errors import SchemaError
from diplo.formats.datapackage import DESCRIPTOR, Package, descriptor
from diplo.formats.json import json_path, read_document
from diplo.formats.plain import MismatchError
from diplo.formats.relations import Record, Row, meetings_of, records_of
from diplo.formats.rows import read_file, read_table, write_table
from diplo.formats.staging import replaced_together
from diplo.formats.tables import TABLES
from diplo.model import Meeting

PACKAGE = Package("diplo-meetings", "Diplomatic meetings", "Meetings read from diplomatic readouts.", TABLES)


def write_csv(meetings: Iterable[Meeting], folder: str | os.PathLike[str]) -> None:
    """Write meetings as tables into a folder, which is made if need be; older tables there are replaced.

    All files are replaced together once the last is written. When writing fails or is interrupted, the
    older tables stay as they were.

    Raises:
        ValueError: when two meetings have the same id.
        SchemaError: when a meeting breaks the rules that `read_csv` checks.
    """
    write_package(PACKAGE, records_of(meetings), Path(folder))


def read_csv(folder: str | os.PathLike[str]) -> tuple[Meeting, ...]:
    """Read the meetings that `write_csv` wrote into a folder, in their order.

    Columns may stand in any order; so may the rows of different meetings.

    Raises:
        SchemaError: for anything else; nothing is read by halves.
    """
    return meetings_of(read_package(PACKAGE, Path(folder)))


def write_package(package: Package, records: Mapping[str, list[Record]], folder: Path) -> None:
    """Write the rows of every table, and the descriptor, all together."""
    with replaced_together(folder, last=DESCRIPTOR) as staging:
        for table in package.tables:
            write_table(staging, table, records[table.name])
        text = json.dumps(descriptor(package), indent=2) + "\n"
        (staging / DESCRIPTOR).write_text(text, encoding="utf-8")


def read_package(package: Package, folder: Path) -> dict[str, list[Row]]:
    """Read the rows of every table of a folder.

    Raises:
        SchemaError: for anything that diplo does not write.
    """
    _check_version(folder)
    return {table.name: read_table(folder, table) for table in package.tables}


def _check_version(home: Path) -> None:
    """Refuse tables without a descriptor, or with one of another version."""
    try:
        read_document(read_file(home / DESCRIPTOR))
    except MismatchError as error:
        path = f"{DESCRIPTOR}, {json_path(error.path)}"
        raise SchemaError(path, error.value, error.expected) from None
