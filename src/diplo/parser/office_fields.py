"""The field of an office: "Trade, Food Security and Development"."""

from __future__ import annotations

from diplo.lexicon import NameKind
from diplo.parser.grammar import POSSESSIVE
from diplo.parser.known_names import KnownNames

_STATES = frozenset((NameKind.COUNTRY, NameKind.ORGANISATION))
_PEOPLES = frozenset((NameKind.ADJECTIVE, NameKind.NATIONAL))


class OfficeField:
    """What follows the head of an office, of which this reads the field: "of Foreign Affairs"."""

    def __init__(self, reader: KnownNames, start: int, stop: int) -> None:
        """Start behind the head."""
        self.reader, self.document, self.words = reader, reader.document, reader.words
        self.start, self.stop = start, stop
        self.last = self.role_end = start
        self.countries: tuple[str, ...] = ()
        self.organisation: str | None = None
        self.target: str | None = None
        self.abbreviation: str | None = None
        self.bracketed = self.international = self.mission = False
        self.closed = False

    def read_field(self, start: int) -> bool:
        """Read the field of an office: "Trade, Food Security and Development"."""
        folded, vocabulary = self.document.folded, self.words
        capitalised = start < self.stop and self.document.words[start][:1].isupper()
        end = index = start
        comma: int | None = None
        while index < self.stop:
            word = folded[index]
            qualifies = word in vocabulary.modifiers and (capitalised or index > start)
            field = word in vocabulary.portfolio or word.partition("-")[0] in vocabulary.portfolio
            if field or word in vocabulary.heads or qualifies:
                if self._ends_field(index, start, capitalised=capitalised):
                    break
                end = index = index + 1
            elif self._is_field(index, capitalised=capitalised):
                end = index = index + 1
            elif index == start:
                return False
            elif word in {"of", "for"} and self._leads_to_name(index + 1):
                break
            elif word in POSSESSIVE and index + 1 < self.stop and folded[index + 1] in vocabulary.portfolio:
                index += 1
            elif word in vocabulary.joints or word == ",":
                index += 1
                if word == "," and (not capitalised or folded[index] in vocabulary.placing):
                    break
                if word == "," and comma is None:
                    comma = end
            else:
                break
        if end > start:
            self._close_field(end, comma)
        return end > start

    def _close_field(self, end: int, comma: int | None) -> None:
        """Keep the field; what stands behind its first comma belongs to no role."""
        self.last = end
        if not self.closed:
            self.closed = comma is not None and comma < end
            self.role_end = comma if comma is not None and self.closed else end

    def _ends_field(self, index: int, start: int, *, capitalised: bool) -> bool:
        """Tell whether a word that a field may hold stands outside this one."""
        folded, words, heads = self.document.folded, self.document.words, self.words.heads
        upper = words[index][:1].isupper()
        if capitalised and not upper and not self._goes_on_lower(index, start):
            return True
        if upper and not capitalised:
            return True
        if folded[index] in heads and folded[index - 1] in {",", "and"}:
            return True
        return index > start and self._styles_name(index)

    def _styles_name(self, index: int) -> bool:
        """Tell whether a title before a name starts here: "Minister of Defence General A"."""
        document, vocabulary = self.document, self.words
        style = vocabulary.heads.get(document.folded[index]) in vocabulary.styles
        if not style or document.folded[index - 1] in vocabulary.joints or index + 1 >= self.stop:
            return False
        following = document.folded[index + 1]
        return (
            following not in vocabulary.portfolio
            and following not in vocabulary.joints
            and following not in {",", "."}
        )

    def _is_field(self, index: int, *, capitalised: bool) -> bool:
        """Tell whether an unknown word belongs to a field: "Moroccan Expatriates"."""
        document = self.document
        if not capitalised or index + 2 >= self.stop or not document.words[index][:1].isupper():
            return False
        if document.folded[index + 1] == ",":
            following = document.folded[index + 2]
            return self.reader.lexicon.offices.honorifics.longest((following,), 0, 1) is not None
        if document.folded[index + 1] in self.words.portfolio and document.folded[index - 1] in {
            "and",
            "&",
        }:
            return document.words[index + 1][:1].isupper()
        found = self.reader.name_at(index, self.stop)
        known = found is not None and found[1].kind in _PEOPLES
        return known and document.folded[index + 1] in self.words.portfolio

    def _goes_on_lower(self, index: int, start: int) -> bool:
        """Tell whether a field goes on in lower case: "Foreign affairs of"."""
        document = self.document
        following = document.folded[index + 1] if index + 1 < self.stop else ""
        return (
            index > start
            and following in {"of", ",", "and"}
            and document.folded[index - 1] in self.words.portfolio
        )

    def _leads_to_name(self, index: int) -> bool:
        """Tell whether the name of a country or body starts here, after an article or none."""
        index += index < self.stop and self.document.folded[index] == "the"
        found = self.reader.name_at(index, self.stop)
        return found is not None and found[1].kind in _STATES
