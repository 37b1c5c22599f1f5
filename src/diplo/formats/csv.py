"""Meetings as a folder of CSV tables with a Tabular Data Package descriptor, lossless both ways.

What the tables hold is told in `tables`, how a value becomes a cell in `cells`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from diplo.errors import SchemaError
from diplo.formats.datapackage import DESCRIPTOR, descriptor
from diplo.formats.json import json_path, read_document
from diplo.formats.plain import MismatchError
from diplo.formats.relations import meetings_of, records_of
from diplo.formats.rows import read_file, read_table, write_table
from diplo.formats.staging import replaced_together
from diplo.formats.tables import TABLES
from diplo.model import Meeting


def write_csv(meetings: Iterable[Meeting], folder: str | os.PathLike[str]) -> None:
    """Write meetings as tables into a folder, which is made if need be; older tables there are replaced.

    All files are replaced together once the last is written. When writing fails or is interrupted, the
    older tables stay as they were.

    Raises:
        ValueError: when two meetings have the same id.
        SchemaError: when a meeting breaks the rules that `read_csv` checks.
    """
    records = records_of(meetings)
    with replaced_together(Path(folder), last=DESCRIPTOR) as staging:
        for table in TABLES:
            write_table(staging, table, records[table.name])
        (staging / DESCRIPTOR).write_text(json.dumps(descriptor(), indent=2) + "\n", encoding="utf-8")


def read_csv(folder: str | os.PathLike[str]) -> tuple[Meeting, ...]:
    """Read the meetings that `write_csv` wrote into a folder, in their order.

    Columns may stand in any order; so may the rows of different meetings.

    Raises:
        SchemaError: for anything else; nothing is read by halves.
    """
    home = Path(folder)
    _check_version(home)
    return meetings_of({table.name: read_table(home, table) for table in TABLES})


def _check_version(home: Path) -> None:
    """Refuse tables without a descriptor, or with one of another version."""
    try:
        read_document(read_file(home / DESCRIPTOR))
    except MismatchError as error:
        path = f"{DESCRIPTOR}, {json_path(error.path)}"
        raise SchemaError(path, error.value, error.expected) from None
