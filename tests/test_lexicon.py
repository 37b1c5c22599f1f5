"""How the vocabulary is read from its files, and how faults in them are told."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import diplo
from diplo.errors import LexiconError
from diplo.lexicon import FILES, default_lexicon
from diplo.lexicon.build_offices import offices_words
from diplo.lexicon.store import kept
from diplo.lexicon.tables import Table

TEXT = """[report]
weak = ["greet"]

# Where.
[places]
# Which.
near = ["by"]
[places.known]
kurhaus = "DE"
"""
OFFICES = files("diplo").joinpath("data", "offices.toml").read_text(encoding="utf-8")


def lists(values: Any, path: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Yield the lists of a file, each with the path of its key."""
    if isinstance(values, list):
        yield path, values
    elif isinstance(values, dict):
        for key, value in values.items():
            yield from lists(value, f"{path}.{key}" if path else key)


@pytest.mark.parametrize("name", ["offices", "encounters"])
def test_no_list_holds_a_word_twice(name: str) -> None:
    """A word stands once in each list of the vocabulary."""
    text = files("diplo").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    found = [(path, [str(word) for word in words]) for path, words in lists(tomllib.loads(text))]
    assert found
    assert [path for path, words in found if len(words) != len(set(words))] == []


def test_a_missing_key_is_told_with_its_table() -> None:
    """A key that a table lacks is reported with the line where the table starts."""
    with pytest.raises(LexiconError, match="'far'") as caught:
        Table.of("encounters.toml", TEXT)["places"]["far"]
    assert (caught.value.file, caught.value.line) == ("encounters.toml", 5)


def test_a_missing_key_of_the_file_has_no_line() -> None:
    """A table that the whole file lacks is a fault in no single line."""
    with pytest.raises(LexiconError, match="'nouns'") as caught:
        Table.of("encounters.toml", TEXT)["nouns"]
    assert caught.value.line is None


@pytest.mark.parametrize(
    ("asked", "line"),
    [("", 1), ("report.weak", 5), ("report.weak places.known", 7), ("report.weak places.near", 8)],
)
def test_an_unknown_key_is_told_with_its_line(asked: str, line: int) -> None:
    """A key for which nobody asks is reported with the line where it stands."""
    table = Table.of("encounters.toml", TEXT)
    for path in asked.split():
        name, _, key = path.partition(".")
        assert table[name][key]
    with pytest.raises(LexiconError, match="unknown key") as caught:
        table.check()
    assert caught.value.line == line


def test_all_keys_asked_for_are_known() -> None:
    """A file of which every key was asked for passes."""
    table = Table.of("encounters.toml", TEXT)
    assert table["report"]["weak"]
    assert table["places"]["near"]
    assert dict(table["places"]["known"]) == {"kurhaus": "DE"}
    table.check()


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ('"royal", "head_of_government", "deputy', '"regal", "head_of_government", "foreign', "regal"),
        ('\nroyal = [\n  "crown prince"', '\nregal = [\n  "crown prince"', "regal"),
        ("\ntails = ", "\ntales = ", "tails"),
    ],
)
def test_a_fault_among_the_offices_is_located(old: str, new: str, word: str) -> None:
    """A class that the model lacks, or a key that the vocabulary needs, is named with its line."""
    assert OFFICES.count(old) == 1
    with pytest.raises(LexiconError, match=word) as caught:
        Table.of("offices.toml", OFFICES.replace(old, new)).build(offices_words)
    assert caught.value.line
    near = OFFICES.replace(old, new).split("\n")[caught.value.line - 1]
    assert word in near or near == "[nouns]"


def test_text_that_is_no_toml_is_told_with_its_line() -> None:
    """A file that is no TOML is reported with the line of the fault."""
    with pytest.raises(LexiconError) as caught:
        Table.of("offices.toml", 'a = 1\nb = ["x" "y"]\n')
    assert (caught.value.file, caught.value.line) == ("offices.toml", 2)


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a folder in which Python keeps bytecode, and where no lexicon is kept yet."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    default_lexicon.cache_clear()
    yield tmp_path
    default_lexicon.cache_clear()


def test_the_lexicon_is_kept_and_read_again(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kept lexicon is loaded without being built, and reads as the built one does."""
    text = "Prime Minister Ana Lima of Peru received the Foreign Minister of Oman in Lima to discuss trade."
    built = diplo.to_json(diplo.parse_all(text))
    assert len(list(shelf.rglob("*.lexicon"))) == 1
    default_lexicon.cache_clear()
    monkeypatch.setattr("diplo.lexicon._build", lambda: pytest.fail("was built anew"))
    assert diplo.to_json(diplo.parse_all(text)) == built


@pytest.mark.parametrize("damage", ["other files", "cut short", "one byte"])
def test_what_was_kept_of_something_else_is_built_anew(shelf: Path, damage: str) -> None:
    """A kept lexicon is not used when its files have changed, or when it is damaged itself."""
    default_lexicon()
    (path,) = shelf.rglob("*.lexicon")
    stored = path.read_bytes()
    if damage != "other files":
        path.write_bytes(stored[:-1] + (b"" if damage == "cut short" else b"\0"))
    names = FILES[1:] if damage == "other files" else FILES
    assert kept(lambda: "built", names) == "built"
    assert kept(lambda: "built again", names) == "built"


def test_nothing_is_kept_where_python_writes_no_bytecode(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`sys.dont_write_bytecode` holds for the lexicon too."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert kept(lambda: "built", FILES) == "built"
    assert list(shelf.rglob("*")) == []
