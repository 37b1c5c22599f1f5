"""Who of those who met is meant by an office or a part without a name: "the envoy", "the host"."""

from __future__ import annotations

from collections.abc import Iterable

from diplo.lexicon import Lexicon
from diplo.parser.document import Document
from diplo.parser.encounters import Encounter
from diplo.parser.entities import Entities


class UnnamedReader:
    """Finds the principals of an encounter whom a noun stands for."""

    def __init__(self, document: Document, entities: Entities, lexicon: Lexicon) -> None:
        """Keep what is needed at hand."""
        self.folded, self.entities, self.words = document.folded, entities, lexicon.speech

    def meant(self, first: int, last: int, encounter: Encounter) -> tuple[int, ...]:
        """Return the one principal whom the tokens `[first, last)` mean; nobody when several fit."""
        principals = [a.person for a in encounter.attendance if a.principal]
        for index in range(first, last):
            office = self.words.office_nouns.longest(self.folded, index, last)
            if office:
                return self._only(p for p in principals if self.entities.people[p].office in office[1])
            if self.folded[index] in self.words.guests:
                return self._only(encounter.objects)
            if self.folded[index] in self.words.hosts:
                return self._only(p for p in principals if p not in encounter.objects)
        return ()

    @staticmethod
    def _only(people: Iterable[int]) -> tuple[int, ...]:
        """Return the people when it is one only."""
        found = tuple(people)
        return found if len(found) == 1 else ()
