"""What is said of somebody out of respect, before a name and behind it: "H.E.", "MP"."""

from __future__ import annotations

from diplo.lexicon import Lexicon
from diplo.parser.document import Document
from diplo.parser.grammar import OWNERS
from diplo.parser.offices import OfficePhrase, OfficeReader

_LONGEST_POST_NOMINAL = 4


class HonorificReader(OfficeReader):
    """Reads honorifics in one document, and remembers where its offices are."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        """Keep the document and the vocabulary at hand."""
        super().__init__(document, lexicon)
        self._offices: dict[int, OfficePhrase | None] = {}

    def office_at(self, index: int, stop: int) -> OfficePhrase | None:
        """Return the office whose phrase starts at a token; read once for each token."""
        if index >= stop:
            return None
        if index not in self._offices:
            word = self.document.folded[index]
            known = word in self.words.office_starts or word in self.abbreviations
            self._offices[index] = self.read_office(index, stop) if known else None
        return self._offices[index]

    def honorific_at(self, index: int, stop: int) -> int:
        """Return the end of the honorifics that start at a token; the token itself where none does."""
        words, folded = self.document.words, self.document.folded
        while index < stop and folded[index] in self.words.honorific_starts:
            start = index + (folded[index] == "the" and index + 1 < stop)
            if not words[start][:1].isupper() and folded[index] != "the" and folded[index] not in OWNERS:
                break
            found = self.words.honorifics.longest(folded, index, stop) or self.words.honorifics.longest(
                folded, start, stop
            )
            if not found or (len(words[found[0] - 1]) <= 3 and words[found[0] - 1].islower()):
                break
            if self.lexicon.names.longest(folded, start, stop):
                break
            if folded[start] in self.words.capital_honorifics and not words[start].isupper():
                break
            index = found[0]
            while index < stop and folded[index] in {".", "'"}:
                index += 1
            index = self.after_bracket(index, stop)
        return index

    def after_bracket(self, index: int, stop: int) -> int:
        """Step over an abbreviation in brackets: "General (Rtd)", "Minister of State (SMS)"."""
        if index + 2 < stop and self.document.folded[index] == "(":
            close = index + 2 + (self.document.folded[index + 2] == ".")
            word = self.document.words[index + 1]
            short = word.isupper() or self.document.folded[index + 1] in self.words.post_nominals
            if short and close < stop and self.document.folded[close] == ")":
                return close + 1
        return index

    def after_name(self, index: int, stop: int) -> int:
        """Step over degrees and decorations behind a name: "SC", ", MP,", "(Ret.)"."""
        folded, words = self.document.folded, self.document.words
        while index < stop:
            index = self.after_bracket(index, stop)
            if index >= stop:
                break
            after = index + (folded[index] == "," and index + 1 < stop)
            letters = words[after].isupper() and (
                folded[after] in self.words.post_nominals or self._is_between_commas(after, stop)
            )
            if letters:
                index = after + 1
            else:
                break
        return index

    def _is_between_commas(self, index: int, stop: int) -> bool:
        """Tell whether a short abbreviation stands between commas behind a name: ", JP,"."""
        short = 1 < len(self.document.words[index]) <= _LONGEST_POST_NOMINAL
        commas = (
            self.document.folded[index - 1] == ","
            and index + 1 < stop
            and self.document.folded[index + 1] == ","
        )
        return short and commas and self.name_at(index, stop) is None
