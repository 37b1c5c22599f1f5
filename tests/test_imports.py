"""`import diplo` costs the model alone, and every public name is there."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from compileall import compile_dir
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

import diplo

NOT_NEEDED = (
    "cattrs.",
    "dateutil.",
    "diplo.corpus.",
    "diplo.formats.",
    "diplo.lexicon.",
    "diplo.parser.",
    "pyarrow.",
)


def imported_by(statement: str) -> set[str]:
    """Return the names of all modules that a fresh interpreter has loaded after a statement."""
    command = [sys.executable, "-c", f"{statement}; import sys; print(*sys.modules)"]
    return set(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())


def test_import_loads_nothing_that_it_does_not_need() -> None:
    """The reader, the writers and what they depend on load on first use."""
    modules = imported_by("import diplo")

    assert "diplo.model" in modules
    assert [name for name in sorted(modules) if f"{name}.".startswith(NOT_NEEDED)] == []


def test_parsing_loads_no_format() -> None:
    """Who never writes JSON or CSV never loads cattrs."""
    modules = imported_by("import diplo; diplo.parse_all('')")

    assert "diplo.parser" in modules
    assert modules.isdisjoint({"cattrs", "diplo.formats"})


def test_corpora_need_no_extra() -> None:
    """Texts are read and parsed without pyarrow, which only record batches and Parquet need."""
    modules = imported_by("import diplo.corpus")

    assert "diplo.corpus.readers" in modules
    assert modules.isdisjoint({"pyarrow", "cattrs", "diplo.corpus.batches", "diplo.web"})


def test_tables_need_no_parser() -> None:
    """Who writes Arrow tables loads no parser, though `parse_batches` stands beside."""
    modules = imported_by("import diplo.formats.arrow")

    assert "pyarrow" in modules
    assert modules.isdisjoint({"diplo.parser", "diplo.lexicon", "diplo.corpus"})


def test_package_stays_small(tmp_path: Path) -> None:
    """The package takes less than five million bytes, with its bytecode and its built vocabulary."""
    package = tmp_path / "diplo"
    copytree(Path(diplo.__file__).parent, package, ignore=ignore_patterns("__pycache__"))
    assert compile_dir(package, quiet=1)
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    code = "import diplo; diplo.default_lexicon(); print(diplo.__file__)"

    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, cwd=tmp_path, env=env, text=True
    )

    assert done.stdout.strip() == str(package / "__init__.py")
    assert list(package.rglob("*.lexicon"))
    assert 2_000_000 < sum(file.stat().st_size for file in package.rglob("*") if file.is_file()) < 5_000_000


@pytest.mark.parametrize("name", diplo.__all__)
def test_public_name_resolves_and_explains_itself(name: str) -> None:
    """Every name of `__all__` is there and has a docstring of its own."""
    value = getattr(diplo, name)

    assert inspect.getdoc(value)


def test_no_public_name_is_left_out() -> None:
    """`__all__` is sorted, and holds every class and function that the root offers."""
    for name in diplo.__all__:
        getattr(diplo, name)
    offered = {
        name
        for name, value in vars(diplo).items()
        if not name.startswith("_") and getattr(value, "__module__", "").startswith("diplo.")
    }

    assert sorted(offered) == sorted(diplo.__all__)
    assert sorted(diplo.__all__) == diplo.__all__


def test_unknown_name_is_an_attribute_error() -> None:
    """A misspelt name fails as on any module."""
    with pytest.raises(AttributeError, match="'parse_al'"):
        _ = diplo.parse_al
