"""Matches, comparisons and lives of undertakings as JSON and as CSV tables, lossless both ways.

    from diplo.formats.collation import Collation, from_json, read_csv, to_json, write_csv

A document is `{"schema_version": "1", "matches": [...], "comparisons": [...], "lives": [...]}`. A folder has
a table for each list in it. Values are written as those of meetings are, see `diplo.formats.json` and
`diplo.formats.csv`.
"""

from __future__ import annotations

import json
import os
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs

from diplo.comparison import Comparison, Match
from diplo.formats.collation_tables import LEVELS, PACKAGE
from diplo.formats.csv import read_package, write_package
from diplo.formats.json import json_paths, read_document, write_document
from diplo.formats.nested import entry_of, rows_of
from diplo.formats.plain import SCHEMA_VERSION, MismatchError, plain_value, typed_value
from diplo.formats.relations import error_in_row
from diplo.life import Life

__all__ = ["Collation", "from_json", "json_schema", "read_csv", "to_json", "write_csv"]


@attrs.frozen(kw_only=True)
class Collation:
    """What was found in records laid side by side.

    Attributes:
        matches: what `diplo.match` gives.
        comparisons: what `diplo.compare` gives.
        lives: what `diplo.follow` gives.
    """

    matches: tuple[Match, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    lives: tuple[Life, ...] = ()


def to_json(collation: Collation, *, indent: int | None = None) -> str:
    """Write a collation as a JSON document in ASCII.

    Raises:
        SchemaError: when a value is of another type than the class says.
    """
    with json_paths():
        return write_document({"schema_version": SCHEMA_VERSION, **plain_value(collation)}, indent)


def from_json(text: str | bytes) -> Collation:
    """Read a document that `to_json` wrote.

    Raises:
        SchemaError: for anything else; nothing is read by halves.
    """
    with json_paths():
        document = read_document(text)
        del document["schema_version"]
        return typed_value(Collation, document)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of what `to_json` writes.

    `from_json` also checks what no schema can say: that spans and periods do not end before they start.
    """
    schema: dict[str, Any] = json.loads((files("diplo") / "data" / "collation.schema.json").read_bytes())
    return schema


def write_csv(collation: Collation, folder: str | os.PathLike[str]) -> None:
    """Write a collation as tables into a folder, which is made if need be; older tables there are replaced.

    Raises:
        SchemaError: when a value is of another type than the class says.
    """
    with json_paths():
        record = plain_value(collation)
    write_package(PACKAGE, rows_of(LEVELS, record), Path(folder))


def read_csv(folder: str | os.PathLike[str]) -> Collation:
    """Read the collation that `write_csv` wrote into a folder.

    Raises:
        SchemaError: for anything else; nothing is read by halves.
    """
    entry = entry_of(LEVELS, read_package(PACKAGE, Path(folder)))
    try:
        return typed_value(Collation, entry.record)
    except MismatchError as error:
        raise error_in_row(entry, error) from None
