"""Which fields of policy a phrase belongs to, told by the terms in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

import attrs

from diplo.errors import LexiconError
from diplo.model import Sector
from diplo.phrasetable import PhraseTable

_MOST = 3
_KEYS = ("terms", "weak")
_CO = re.compile(r"\bco-o")
_LINE_OF_FAULT = re.compile(r"at line (\d+)")

_Sectors = tuple[Sector, ...]


@attrs.frozen(eq=False)
class SectorTable:
    """Terms with the sectors that they stand for.

    Attributes:
        strong: terms that tell the sector wherever they stand.
        weak: terms that count only in a phrase without any strong one.
    """

    strong: PhraseTable[_Sectors]
    weak: PhraseTable[_Sectors]

    @classmethod
    def from_toml(cls, text: str, file: str = "sectors.toml") -> SectorTable:
        """Read a table per sector, with its `terms` and, if it has any, its `weak` terms.

        The terms of `other` only hide the terms inside them.

        Raises:
            LexiconError: when the text is no TOML, or holds anything else.
        """
        try:
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            line = _LINE_OF_FAULT.search(str(error))
            raise LexiconError(file, int(line[1]) if line else None, str(error)) from error
        listed = tuple(_listed(data, text, file))
        strong, weak = (
            _table((term, sector) for key, term, sector in listed if key == wanted or sector == Sector.OTHER)
            for wanted in _KEYS
        )
        return cls(strong, weak)

    def extended(self, terms: Mapping[Sector, Iterable[str]]) -> SectorTable:
        """Return a table in which further terms stand for their sectors."""
        added = _phrases((term, sector) for sector, listed in terms.items() for term in listed)
        return SectorTable(self.strong.extended(added), self.weak)

    def find(self, folded: Sequence[str]) -> _Sectors:
        """Return the sectors of a phrase, three at most, in the order of its words.

        A term hides the shorter terms inside it. A phrase without any term is `Sector.OTHER`.
        """
        words = _split(folded)
        return _found(self.strong, words) or _found(self.weak, words) or (Sector.OTHER,)


def _found(table: PhraseTable[_Sectors], words: Sequence[str]) -> _Sectors:
    """Return the first sectors that the terms of one table give, longest terms first at any place."""
    sectors: dict[Sector, None] = {}
    read = 0
    for start, end, found in table.within(words, 0, len(words)):
        if start >= read and len(sectors) < _MOST:
            read = end
            sectors.update((sector, None) for sector in found if sector != Sector.OTHER)
    return tuple(sectors)[:_MOST]


def _split(tokens: Iterable[str]) -> tuple[str, ...]:
    """Return the words by which terms and texts are compared.

    Hyphens part words but for "co-operation", an ampersand is "and"; possessive endings, the stops
    of "U.N." and marks drop out.
    """
    return tuple(chain.from_iterable(map(_parted, tokens)))


@lru_cache(maxsize=1 << 14)
def _parted(token: str) -> tuple[str, ...]:
    """Return the words of one token."""
    parts = _CO.sub("coo", token.removesuffix("'s")).split("-")
    bare = ("and" if part == "&" else part.replace(".", "").strip("'") for part in parts)
    return tuple(word for word in bare if word)


def _table(terms: Iterable[tuple[str, Sector]]) -> PhraseTable[_Sectors]:
    """Build a table of terms and of their plurals."""
    return PhraseTable(_phrases(terms))


def _phrases(terms: Iterable[tuple[str, Sector]]) -> Iterator[tuple[tuple[str, ...], _Sectors]]:
    """Yield terms and their plurals, unless the plural is a term with sectors of its own."""
    sectors: dict[tuple[str, ...], dict[Sector, None]] = {}
    for term, sector in terms:
        sectors.setdefault(_split(term.split()), {})[sector] = None
    plurals = {(*words[:-1], _plural(words[-1])): found for words, found in sectors.items()}
    for words, found in (plurals | sectors).items():
        yield words, tuple(found)


def _plural(noun: str) -> str:
    """Return the regular plural of a noun, or a word in -s as it is."""
    if noun.endswith("sis"):
        return f"{noun[:-3]}ses"
    if noun.endswith("y") and noun[-2:-1] not in {"", *"aeou"}:
        return f"{noun[:-1]}ies"
    if noun.endswith(("ss", "x", "ch", "sh")):
        return f"{noun}es"
    return noun if noun.endswith("s") else f"{noun}s"


def _listed(data: dict[str, Any], text: str, file: str) -> Iterator[tuple[str, str, Sector]]:
    """Give every term of the file with the key under which it stands and its sector."""
    known = frozenset(Sector)
    for name, table in data.items():
        if name not in known or not isinstance(table, dict):
            raise LexiconError(file, _header(text, name), f"{name!r} is no table of a sector")
        sector = Sector(name)
        for key, terms in table.items():
            if key not in _KEYS or not isinstance(terms, list):
                raise LexiconError(file, _header(text, name), f"{name}.{key} is no list of terms")
            for term in terms:
                if not isinstance(term, str) or not _split(term.split()):
                    line = _header(text, name) if term == "" else _line(text, re.escape(str(term)))
                    raise LexiconError(file, line, f"{term!r} in {name}.{key} is no term")
                yield key, term, sector


def _header(text: str, name: str) -> int | None:
    """Return the number of the line in which the table of a sector starts."""
    return _line(text, rf"^[ \t]*\[?[ \t]*{re.escape(name)}\b")


def _line(text: str, pattern: str) -> int | None:
    """Return the number of the first line in which a pattern is found."""
    found = re.search(pattern, text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else None
