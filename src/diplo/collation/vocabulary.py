"""The words by which records are laid side by side, as shipped in `data/collation.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import attrs


@attrs.frozen(kw_only=True, eq=False)
class Vocabulary:
    """Words, folded; what each group is for is told in the file.

    Attributes:
        spellings: what is exchanged for what, in this order.
        done: finds what reports that something was done.
        not_yet: finds what shows that it was not.
    """

    particles: frozenset[str]
    spellings: tuple[tuple[str, str], ...]
    empty: frozenset[str]
    light: frozenset[str]
    relations: frozenset[str]
    done: re.Pattern[str]
    not_yet: re.Pattern[str]


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary, read once."""
    read = tomllib.loads(files("diplo").joinpath("data/collation.toml").read_text(encoding="utf-8"))
    return Vocabulary(
        particles=frozenset(read["names"]["particles"]),
        spellings=tuple((written, one) for written, one in read["names"]["spellings"]),
        empty=frozenset(read["words"]["empty"]),
        light=frozenset(read["words"]["light"]),
        relations=frozenset(read["words"]["relations"]),
        done=_any_of(read["done"]["nouns"]),
        not_yet=_any_of(read["done"]["not_yet"]),
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of some words or phrases."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
