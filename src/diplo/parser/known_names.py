"""Countries, peoples, cities and organisations, as the lexicon knows them."""

from __future__ import annotations

import unicodedata

from diplo.lexicon import Lexicon, Name
from diplo.parser.document import Document
from diplo.parser.grammar import is_capitalised

_LONGEST_NAME = 4


class KnownNames:
    """Finds known names in one document."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        """Keep the document and the vocabulary at hand, and the abbreviations of offices it explains."""
        self.document = document
        self.lexicon = lexicon
        self.words = lexicon.offices
        self.abbreviations = dict(lexicon.offices.abbreviations)
        stop, firsts = len(document.words), lexicon.names.firsts
        self.known = {
            index: found
            for index, word in enumerate(document.words)
            if (document.folded[index] in firsts or "-" in word or not word.isascii())
            and is_capitalised(word)
            and (found := self._read(index, stop))
        }

    def name_at(self, index: int, stop: int) -> tuple[int, Name] | None:
        """Return the end and the value of the known name that starts at a token."""
        found = self.known.get(index)
        return found if found is None or found[0] <= stop else self._read(index, stop)

    def _read(self, index: int, stop: int) -> tuple[int, Name] | None:
        """Read the name that starts at a capitalised token and ends before another."""
        if index >= stop:
            return None
        found = self.lexicon.names.longest(self.document.folded, index, stop)
        if found is None and not self.document.words[index].isascii():
            found = self._accented(index, stop)
        if found is None:
            return self._hyphenated(index) if "-" in self.document.words[index] else None
        if found[1].exact and not self.document.words[index].isupper():
            return None
        return found

    def _accented(self, index: int, stop: int) -> tuple[int, Name] | None:
        """Return the known name that starts with a word written with its accents: "Díli", "Brasília"."""
        words = self.document.folded[index : min(stop, index + _LONGEST_NAME)]
        plain = tuple(unicodedata.normalize("NFD", w).encode("ascii", "ignore").decode() or w for w in words)
        found = self.lexicon.names.longest(plain, 0, len(plain))
        return (index + found[0], found[1]) if found else None

    def _hyphenated(self, index: int) -> tuple[int, Name] | None:
        """Return the first known name in a word like "Iraqi-Russian", "Japan-funded"."""
        part = self.document.folded[index].partition("-")[0]
        found = self.lexicon.names.longest((part,), 0, 1)
        written = self.document.words[index].partition("-")[0]
        return (index + 1, found[1]) if found and (written.isupper() or not found[1].exact) else None
