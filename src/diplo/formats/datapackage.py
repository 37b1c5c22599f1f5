"""The tables described as a Tabular Data Package, for programs that read such descriptions."""

from __future__ import annotations

from typing import Any

import attrs

from diplo.formats.cells import Kind
from diplo.formats.plain import SCHEMA_VERSION
from diplo.formats.tables import Column, Table

DESCRIPTOR = "datapackage.json"

_CONVENTIONS = (
    " An empty cell is a value that the text does not give, or an"
    " empty list. Text that a spreadsheet could take for a formula, and the empty text, has an apostrophe"
    " before it that is no part of it; so has text that starts with an apostrophe. A backslash, u and four"
    " hexadecimal digits stand for the code point of that number where it could not be written otherwise:"
    " NUL, halves of surrogate pairs, a semicolon inside a member of a list, a backslash before what would"
    " look like such an escape. Read the cells as text, and do not take NA (Namibia) for a missing value."
)
_TYPES = {
    Kind.DATE: "date",
    Kind.INTEGER: "integer",
    Kind.OFFSET: "integer",
    Kind.NUMBER: "number",
    Kind.BOOLEAN: "boolean",
}
_SPANS = r"[0-9]+\.\.[0-9]+"
_NOTATION = {
    Kind.TEXT: " An apostrophe at the start guards the cell and is no part of the text.",
    Kind.DATE: " ISO 8601: YYYY-MM-DD.",
    Kind.LIST: " Members are joined by ';'; each is written as text is.",
    Kind.SPANS: (
        " Each as start..end in Unicode code points of the source text, from 0, the end not included;"
        " joined by ';'."
    ),
}


@attrs.frozen
class Package:
    """A folder of tables: its name, its title, what it holds in a sentence, and the tables."""

    name: str
    title: str
    content: str
    tables: tuple[Table, ...]


def descriptor(package: Package) -> dict[str, Any]:
    """Return the descriptor of a package, in version 1 of the specification."""
    return {
        "profile": "tabular-data-package",
        "name": package.name,
        "title": package.title,
        "description": package.content + _CONVENTIONS,
        "schema_version": SCHEMA_VERSION,
        "resources": [_resource(table) for table in package.tables],
    }


def _resource(table: Table) -> dict[str, Any]:
    """Describe a table."""
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.file,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.primary_key),
            "foreignKeys": [
                {"fields": column, "reference": {"resource": resource, "fields": field}}
                for column, (resource, field) in table.foreign_keys.items()
            ],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    """Describe a column."""
    fixed = column.kind is Kind.TEXT and column.values
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.kind, "string"),
        "description": column.description + ("" if fixed else _NOTATION.get(column.kind, "")),
    }
    if column.kind is Kind.BOOLEAN:
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    if constraints := _constraints(column):
        field["constraints"] = constraints
    return field


def _constraints(column: Column) -> dict[str, Any]:
    """Say which cells the column allows."""
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.kind is Kind.OFFSET:
        constraints["minimum"] = 0
    if column.kind is Kind.SPANS:
        constraints["pattern"] = f"{_SPANS}(;{_SPANS})*"
    if column.values:
        values = [member.value for member in column.values]
        if column.kind is Kind.LIST:
            constraints["pattern"] = f"({'|'.join(values)})(;({'|'.join(values)}))*"
        else:
            constraints["enum"] = values
    return constraints
