"""Who of those who met is meant by an office or a part without a name: "the envoy", "the host"."""

from __future__ import annotations

from collections.abc import Iterable

from diplo.lexicon import Lexicon
from diplo.parser.document import Document
from diplo.parser.encounters import Encounter
from diplo.parser.entities import Entities
from diplo.parser.grammar import ADVERBS
from diplo.tokens import fold_words

_BEFORE_OFFICE = ADVERBS | {"the", "and", "has", "had"}


class UnnamedReader:
    """Finds the principals of an encounter whom a noun stands for."""

    def __init__(self, document: Document, entities: Entities, lexicon: Lexicon) -> None:
        """Keep what is needed at hand."""
        self.folded, self.words_of = document.folded, document.words
        self.entities, self.words = entities, lexicon.speech

    def meant(self, first: int, last: int, encounter: Encounter) -> tuple[int, ...]:
        """Return the one principal whom the tokens `[first, last)` mean; nobody when several fit."""
        if "and" in self.folded[first + 1 : last]:
            return ()
        principals = encounter.principals
        for index in range(first, last):
            office = self.words.office_nouns.longest(self.folded, index, last)
            if office:
                return self._only(p for p in principals if self.entities.people[p].office in office[1])
            if self.words_of[index].isupper() and len(self.words_of[index]) > 1:
                return self._only(p for p in principals if self._is_short_for(self.words_of[index], p))
            if self.folded[index] in self.words.guests:
                return self._only(encounter.objects)
            if self.folded[index] in self.words.hosts:
                return self._only(p for p in principals if p not in encounter.objects)
        return ()

    def is_office_of(self, person: int, first: int, last: int) -> bool:
        """Tell whether tokens are an office without a name and a country that a person can hold."""
        words = [i for i in range(first, last) if self.folded[i] not in _BEFORE_OFFICE]
        office = self.words.office_nouns.longest(self.folded, words[0], last) if words else None
        if office is None or office[0] <= words[-1]:
            return False
        return self.folded[words[-1]] in fold_words(self.entities.people[person].role or "")

    def _is_short_for(self, letters: str, person: int) -> bool:
        """Tell whether "CS" or "EAM" are the first letters of the role of a person."""
        role = (self.entities.people[person].role or "").split()
        return "".join(word[0] for word in role if word[0].isupper()).startswith(letters)

    @staticmethod
    def _only(people: Iterable[int]) -> tuple[int, ...]:
        """Return the people when it is one only."""
        found = tuple(people)
        return found if len(found) == 1 else ()
