"""Write the JSON Schemas of what the two `to_json` write: `make schema`.

python tools/build_schema.py [FOLDER]

The schemas follow from the classes: types from their annotations, descriptions from their docstrings. They go
to `src/diplo/data/`, `meeting.schema.json` and `collation.schema.json`, or into another folder.
"""

from __future__ import annotations

import datetime as dt
import inspect
import json
import re
import sys
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import attrs

from diplo.formats.collation import Collation
from diplo.formats.plain import SCHEMA_VERSION
from diplo.model import Meeting
from diplo.span import Span

DATA = Path(__file__).resolve().parents[1] / "src" / "diplo" / "data"
ATTRIBUTE = re.compile(r"^    (\w+): (.*(?:\n     +.*)*)", re.MULTILINE)
Schema = dict[str, Any]

TEXT: Schema = {
    "description": (
        "Text. Where it holds two halves of a surrogate pair, left apart in a broken text, it is given in"
        " parts that are to be joined."
    ),
    "anyOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {"parts": {"type": "array", "items": {"type": "string"}, "minItems": 2}},
            "required": ["parts"],
            "additionalProperties": False,
        },
    ],
}
PLAIN: dict[Any, Schema] = {
    str: {"$ref": "#/$defs/text"},
    int: {"type": "integer", "minimum": -(2**63), "maximum": 2**63 - 1},
    bool: {"type": "boolean"},
    float: {"type": "number"},
    dt.date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
}


VERSION: Schema = {"description": "The version of this schema.", "const": SCHEMA_VERSION}


def meeting_schema() -> Schema:
    """Return the schema of a document: one meeting, or a list of them, and the version."""
    definitions: dict[str, Schema] = {"text": TEXT}
    meeting = _schema_of(Meeting, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:diplo:meeting:{SCHEMA_VERSION}",
        "title": "Diplomatic meetings",
        "description": (
            "What diplo reads in readouts: one meeting, or a list of them. Offsets count Unicode code points"
            " of the source text, from 0. A reader also checks what no schema can say: a span ends within the"
            " text and not before it starts, a period likewise; ids stand once in a meeting; raised_by,"
            " speakers and addressees name participants."
        ),
        "type": "object",
        "properties": {
            "schema_version": VERSION,
            "meeting": meeting,
            "meetings": {"description": "Meetings, in their order.", "type": "array", "items": meeting},
        },
        "required": ["schema_version"],
        "oneOf": [{"required": ["meeting"]}, {"required": ["meetings"]}],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def collation_schema() -> Schema:
    """Return the schema of a document with matches, comparisons and lives, and the version."""
    definitions: dict[str, Schema] = {"text": TEXT}
    _schema_of(Collation, definitions)
    collation = definitions.pop("Collation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:diplo:collation:{SCHEMA_VERSION}",
        "title": "Diplomatic meetings, collated",
        "description": (
            f"{collation['description']} Offsets count Unicode code points of the source text, from"
            " 0. A reader also checks what no schema can say: spans and periods do not end before they start."
        ),
        "type": "object",
        "properties": {"schema_version": VERSION, **collation["properties"]},
        "required": ["schema_version"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _schema_of(kind: Any, definitions: dict[str, Schema]) -> Schema:
    """Return the schema of a type of the model; classes and enums go to the definitions."""
    if get_origin(kind) is UnionType:
        return {"anyOf": [_schema_of(get_args(kind)[0], definitions), {"type": "null"}]}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _schema_of(get_args(kind)[0], definitions)}
    if kind in PLAIN:
        return PLAIN[kind]
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _enum_schema(kind) if issubclass(kind, Enum) else _class_schema(kind, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _enum_schema(kind: type[Enum]) -> Schema:
    """Return the schema of an enum."""
    return {"description": _summary(kind), "enum": [member.value for member in kind]}


def _class_schema(kind: type[attrs.AttrsInstance], definitions: dict[str, Schema]) -> Schema:
    """Return the schema of a class: what has no default is required, and nothing else is allowed."""
    types = get_type_hints(kind)
    told = _attributes(kind)
    properties = {}
    for field in attrs.fields(kind):
        found = _schema_of(types[field.name], definitions)
        if kind is Span:
            found = found | {"minimum": 0}
        if field.name in told:
            found = {"description": told[field.name], **found}
        if field.default is not attrs.NOTHING:
            default = list(field.default) if isinstance(field.default, tuple) else field.default
            found = found | {"default": default}
        properties[field.name] = found
    return {
        "description": _summary(kind),
        "type": "object",
        "properties": properties,
        "required": [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _summary(kind: type) -> str:
    """Return the first paragraph of a docstring."""
    return " ".join((inspect.getdoc(kind) or "").split("\n\n")[0].split())


def _attributes(kind: type) -> dict[str, str]:
    """Return what the docstrings of a class and its bases say of each attribute."""
    found: dict[str, str] = {}
    for each in reversed(kind.__mro__):
        _, _, section = inspect.cleandoc(each.__doc__ or "").partition("Attributes:\n")
        for name, told in ATTRIBUTE.findall(section.partition("\n\n")[0]):
            words = " ".join(told.split())
            found[name] = words[0].upper() + words[1:]
    return found


def main(folder: str = str(DATA)) -> None:
    """Write the schemas."""
    for name, schema in (("meeting", meeting_schema()), ("collation", collation_schema())):
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        (Path(folder) / f"{name}.schema.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
