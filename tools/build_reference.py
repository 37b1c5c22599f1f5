"""Write the pages of reference that follow from the code: modules, JSON Schema, CSV tables.

python tools/build_reference.py [FOLDER]

`make docs` runs this. The pages of `docs/` include what it writes to `build/reference`, or to another folder,
so they cannot fall behind the code.
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from diplo.formats.json import json_schema
from diplo.formats.tables import TABLES, Column, Table

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "diplo"


def modules() -> Iterator[str]:
    """Yield a table for each package: its modules, with the first paragraph of the docstring of each."""
    rooms: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(SOURCE.rglob("*.py"), key=lambda path: (path.name != "__init__.py", path)):
        rooms[".".join(path.parent.relative_to(SOURCE.parent).parts)].append(path)
    for package, files in sorted(rooms.items()):
        yield f"## `{package}`"
        yield "| module | what it is |\n|---|---|\n" + "".join(
            f"| `{_name(path)}` | {_cell(_summary(path))} |\n" for path in files
        )


def json_fields() -> Iterator[str]:
    """Yield a table for each class of the JSON Schema: fields, types, meanings."""
    for name, found in json_schema()["$defs"].items():
        if "properties" not in found:
            continue
        rows = "".join(
            f"| `{field}` | {_cell(_type(each))} | {_cell(_meaning(each, field in found['required']))} |\n"
            for field, each in found["properties"].items()
        )
        yield f"## `{name}`"
        yield found["description"]
        yield f"| field | type | meaning |\n|---|---|---|\n{rows}"


def csv_columns() -> Iterator[str]:
    """Yield a table for each CSV table: columns, types, meanings."""
    for table in TABLES:
        rows = "".join(
            f"| `{column.name}` | {_column_type(column)} | {_cell(column.description)} |\n"
            for column in table.columns
        )
        yield f"## `{table.file}`"
        yield f"{table.description} {_keys(table)}"
        yield f"| column | type | meaning |\n|---|---|---|\n{rows}"


def _name(path: Path) -> str:
    """Return the name of a module inside its package, and that of a package for its own."""
    return path.parent.name if path.name == "__init__.py" else path.stem


def _summary(path: Path) -> str:
    """Return the first paragraph of the docstring of a module, which is not imported for it."""
    told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(told.split("\n\n")[0].split())


def _type(schema: dict[str, Any]) -> str:
    """Name the type of a field of the schema."""
    if "anyOf" in schema:
        return f"{_type(schema['anyOf'][0])} or null"
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return name if name == "text" else f"`{name}`"
    if schema["type"] == "array":
        return f"list of {_type(schema['items'])}"
    return "date" if schema.get("format") == "date" else str(schema["type"])


def _meaning(schema: dict[str, Any], required: bool) -> str:  # noqa: FBT001 - a column of a table
    """Say what a field holds, and what it is when it is left out."""
    told = schema.get("description", "")
    if required:
        return f"{told} Required.".strip()
    default = schema.get("default")
    return f"{told} Else `{'[]' if default == [] else 'null' if default is None else default}`.".strip()


def _column_type(column: Column) -> str:
    """Name the type of a column and the enum of its values, and say when it cannot be empty."""
    values = f" of `{column.values.__name__}`" if column.values else ""
    return f"{column.kind}{values}{', required' if column.required else ''}"


def _keys(table: Table) -> str:
    """Say by which columns rows are told apart, and to which tables they refer."""
    told = [f"Primary key: {', '.join(f'`{name}`' for name in table.primary_key)}."]
    told += [f"`{own}` refers to `{there}` of `{name}`." for own, (name, there) in table.foreign_keys.items()]
    return " ".join(told)


def _cell(text: str) -> str:
    """Return text as the cell of a Markdown table."""
    return text.replace("|", "\\|")


PAGES = {"modules": modules, "json-fields": json_fields, "csv-columns": csv_columns}


def main(folder: str = str(ROOT / "build" / "reference")) -> None:
    """Write the pages."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        Path(folder, f"{name}.md").write_text("\n\n".join(page()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
