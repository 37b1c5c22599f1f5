"""The body in which an office is held: "of the Presidential Leadership Council"."""

from __future__ import annotations

from diplo.lexicon import Name, NameKind
from diplo.parser.grammar import POSSESSIVE, is_capitalised
from diplo.parser.office_fields import OfficeField

_LONGEST_BRACKET = 6
_LONGEST_BODY = 8
_LONGEST_ABBREVIATION, _LEAST_CAPITALS = 7, 2


class OfficeBody(OfficeField):
    """What follows the head of an office, of which this reads bodies and brackets: "(Europe)"."""

    def read_bracket(self) -> bool:
        """Read "(Europe)" as part of the role, and step over an abbreviation: "(SMS)"."""
        document, vocabulary = self.document, self.words
        start = self.last + 1
        end = start
        while end < min(self.stop, start + _LONGEST_BRACKET) and document.folded[end] != ")":
            end += 1
        if end == start or end >= self.stop or document.folded[end] != ")":
            return False
        if not all(is_capitalised(w) or w in {"and", "&", ","} for w in document.words[start:end]):
            return False
        field = document.folded[start] in vocabulary.portfolio
        region = self.reader.name_at(start, end) is not None or document.folded[start] in vocabulary.regions
        capitals = sum(map(str.isupper, document.words[start]))
        short = len(document.words[start]) <= _LONGEST_ABBREVIATION
        abbreviation = end - start == 1 and short and capitals >= _LEAST_CAPITALS
        if not (field or region or abbreviation):
            return False
        self.last = end + 1
        if abbreviation:
            self.abbreviation = document.words[start]
        if not abbreviation and not self.closed:
            self.role_end = self.last
            self.bracketed = True
        return True

    def end_of_body(self, start: int) -> int:
        """Return the end of the name of a body that starts here: "Leadership Council"; else 0."""
        document, nouns = self.document, self.words.bodies_nouns
        end = 0
        for index in range(start, min(self.stop, start + _LONGEST_BODY)):
            word = document.folded[index]
            if is_capitalised(document.words[index]):
                if word in self.words.heads or self._titles_somebody(index):
                    break
                if word in nouns and (index > start or self._is_of_unknown(index + 1)):
                    end = index + 1
            elif word not in self.words.body_joints and not self._owns_body(index):
                break
        return end

    def _owns_body(self, index: int) -> bool:
        """Tell whether the ending of "People's", "Women's" stands inside of the name of a body."""
        folded = self.document.folded
        return folded[index] in POSSESSIVE and folded[index - 1] in self.words.owning_groups

    def _titles_somebody(self, index: int) -> bool:
        """Tell whether an honorific starts here, so that a name follows."""
        return self.document.folded[index] in self.words.never_in_names

    def read_body(self, start: int, end: int, first: Name | None) -> bool:
        """Keep a body of a state in the role: "of the Yemeni Presidential Leadership Council"."""
        document, vocabulary = self.document, self.words
        if first and first.kind in {NameKind.ADJECTIVE, NameKind.COUNTRY} and not self.countries:
            self.countries = (first.code or "",)
        if end + 1 < self.stop and document.folded[end] in {"of", "for"} and self._is_unknown(end + 1):
            end = self._rest_of_body(end)
        parliament = not vocabulary.parliaments.isdisjoint(document.folded[start:end])
        if document.folded[start] == "international" and not parliament:
            end = self._rest_of_body(end)
            self.international, self.organisation = True, document.phrase(start, end)
        while (
            end < self.stop
            and document.folded[end] in vocabulary.portfolio
            and document.words[end][:1].isupper()
        ):
            end += 1
        self.last = end
        government = document.folded[end - 1] == "government" and self.role_end > self.start
        if not self.closed and not government:
            self.role_end = end
        return True

    def _is_of_unknown(self, index: int) -> bool:
        """Tell whether "of" and an unknown word follow: "Bureau of Experts"."""
        return self.document.folded[index : index + 1] == ("of",) and (
            index + 1 < self.stop and self._is_unknown(index + 1)
        )

    def _is_unknown(self, index: int) -> bool:
        """Tell whether a capitalised word is neither a known name nor an office."""
        document, vocabulary = self.document, self.words
        word = document.folded[index]
        known = (
            word in vocabulary.heads or word in vocabulary.portfolio or self.reader.name_at(index, self.stop)
        )
        return document.words[index][:1].isupper() and not known

    def _rest_of_body(self, end: int) -> int:
        """Return the end of "Committee for Missing Persons"."""
        document = self.document
        index = end
        while index < self.stop and (
            document.words[index][:1].isupper() or document.folded[index] in self.words.long_joints
        ):
            index += 1
            if document.words[index - 1][:1].isupper():
                end = index
        return end
