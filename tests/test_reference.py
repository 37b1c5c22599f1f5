"""The reference knows all of the code."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from tests.documents import ROOT
from tests.scripts import load_script

import diplo

SOURCE = ROOT / "src" / "diplo"
DOCS = ROOT / "docs"


def text_of(name: str) -> str:
    """Return the text of a page."""
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    """Return the tool that writes the pages which follow from the code."""
    return load_script("tools/build_reference.py")


@pytest.mark.parametrize("page", ["modules", "json-fields", "csv-columns"])
def test_every_row_of_the_reference_says_something(builder: ModuleType, page: str) -> None:
    """Each module, field and column has its line, and no line is empty."""
    rows = [line for line in "\n".join(builder.PAGES[page]()).splitlines() if line.startswith("| `")]

    assert rows
    assert [row for row in rows if not re.search(r"[a-z]{3}.*\. ?.*\|$", row.split("|", 2)[2])] == []


def test_every_module_has_its_line(builder: ModuleType) -> None:
    """The page of modules names every file of the package."""
    page = "\n".join(builder.modules())
    files = [path.parent.name if path.stem == "__init__" else path.stem for path in SOURCE.rglob("*.py")]

    assert sorted(re.findall(r"^\| `(\w+)`", page, re.MULTILINE)) == sorted(files)


def test_every_public_name_is_described() -> None:
    """The reference documents each name that `diplo` exports."""
    page = text_of("reference.md")
    errors = {name for name in diplo.__all__ if name.endswith("Error")}
    described = set(re.findall(r"^\.\. auto\w+:: [\w.]+\.(\w+)", page, re.MULTILINE))

    assert ".. automodule:: diplo.errors" in page
    assert set(diplo.__all__) - errors - described == set()


def test_every_value_of_an_enum_is_defined() -> None:
    """Below each member of an enum stands its definition, one sentence."""
    tree = ast.parse((SOURCE / "enums.py").read_text(encoding="utf-8"))
    bodies = [node.body for node in tree.body if isinstance(node, ast.ClassDef)]
    told = {
        ast.unparse(one): ast.unparse(other)
        for body in bodies
        for one, other in zip(body, [*body[1:], ast.Pass()], strict=True)
        if isinstance(one, ast.Assign)
    }

    assert len(told) > 70
    assert [
        member for member, definition in told.items() if not re.fullmatch(r"""['"]+\w.*\.['"]+""", definition)
    ] == []


@pytest.mark.parametrize("path", sorted((SOURCE / "data").glob("*.toml")), ids=lambda path: path.name)
def test_every_table_of_the_vocabulary_is_described(path: Path) -> None:
    """The page of lexicon files has a line for each table of a file."""
    section = text_of("lexicon-files.md").partition(f"## `{path.name}`")[2].partition("\n## ")[0]
    named = set(re.findall(r"`(\w+)`", section))
    tables = set(tomllib.loads(path.read_text(encoding="utf-8")))

    assert path.name == "sectors.toml" or tables - named == set()
    assert section


def test_every_room_of_the_parser_belongs_to_a_stage() -> None:
    """The table of stages, or the line below it, names each module of the parser."""
    section = text_of("how-it-reads.md").partition("## The way of the data")[2].partition("\n## ")[0]
    named = {name.replace("*", r"\w*") for name in re.findall(r"`([\w*]+)`", section)}
    rooms = {path.stem for path in (SOURCE / "parser").glob("*.py")} - {"__init__"}

    assert {room for room in rooms if not any(re.fullmatch(name, room) for name in named)} == set()


def test_every_stage_is_drawn() -> None:
    """The picture of the way of the data shows each stage that `parse_all` calls."""
    code = (SOURCE / "parser" / "__init__.py").read_text(encoding="utf-8")
    stages = re.findall(r"\b((?:read|find|resolve|settle)_\w+)\(", code)
    drawn = re.findall(
        r'class="stage"[^>]*>(\w+)<', (DOCS / "images" / "way-of-the-data.svg").read_text("utf-8")
    )

    assert drawn == [*stages, "assemble"]


def test_version_is_written_once() -> None:
    """The package has the version that `diplo` gives, and a release has its heading in the changelog."""
    headings = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert importlib.metadata.version("diplo") == diplo.__version__
    assert headings[0] == "Unreleased"
    assert "dev" in diplo.__version__ or diplo.__version__ in headings
