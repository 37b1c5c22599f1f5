"""`import diplo` costs the model alone, and every public name is there."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import diplo

NOT_NEEDED = (
    "cattrs.",
    "dateutil.",
    "diplo.collation.",
    "diplo.corpus.",
    "diplo.formats.",
    "diplo.lexicon.",
    "diplo.parser.",
    "pyarrow.",
    "rapidfuzz.",
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


def test_only_names_need_an_extra() -> None:
    """Promises are followed without rapidfuzz, and records are laid side by side without any format."""
    assert "rapidfuzz" not in imported_by("import diplo; diplo.follow([])")
    assert imported_by("import diplo; diplo.match([])").isdisjoint(
        {"cattrs", "diplo.formats", "diplo.parser"}
    )


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
