"""Who and what is named: people with their offices, countries, cities, organisations."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplo.lexicon import Lexicon, Name, NameKind
from diplo.parser.document import Document, Sentence
from diplo.parser.grammar import FUNCTION, OWNERS, is_capitalised
from diplo.parser.names import NameReader
from diplo.parser.person_mention import PersonMention
from diplo.parser.persons import PersonPhrase

_BEFORE_HONORIFICS = OWNERS | {"the"}
# Words of grammar that are no names either when they are capitalised; single letters are initials.
_NEVER_NAMES = frozenset(word for word in FUNCTION if len(word) > 1)

__all__ = ["Mentions", "NameMention", "PersonMention", "find_mentions"]


@attrs.frozen
class NameMention:
    """Tokens `[first, last)` that name a country, its people, a city or an organisation."""

    first: int
    last: int
    name: Name

    @property
    def party(self) -> str | None:
        """Return the country or the organisation that is named."""
        return self.name.code or (self.name.label if self.name.kind is NameKind.ORGANISATION else None)


@attrs.frozen
class Mentions:
    """All mentions of a document, each kind in the order of the text."""

    people: tuple[PersonMention, ...]
    names: tuple[NameMention, ...]


def find_mentions(document: Document, lexicon: Lexicon) -> Mentions:
    """Find the people, countries, cities and organisations that a text names."""
    people: list[PersonMention] = []
    names: list[NameMention] = []
    reader = _MentionReader(document, lexicon)
    for number, sentence in enumerate(document.sentences):
        people.extend(reader.read(number, sentence, names))
    return Mentions(tuple(people), tuple(names))


class _MentionReader(NameReader):
    """Reads a sentence from left to right, one mention after the other."""

    def read(self, number: int, sentence: Sentence, names: list[NameMention]) -> Iterator[PersonMention]:
        """Yield the people of a sentence, and add its other names to `names`."""
        shouting = self.is_shouting(sentence)
        self.title_case = self.is_title_case(sentence)
        self.opening = sentence.first
        folded, words, starts = self.document.folded, self.document.words, self.words.person_starts
        end = sentence.first
        for index in range(sentence.first, sentence.last):
            if index < end or not (
                is_capitalised(words[index]) or folded[index] in starts or folded[index] in _BEFORE_HONORIFICS
            ):
                continue
            found = None
            if not shouting and self._may_start_person(index, sentence.last):
                found = self._person(index, number, sentence)
            if found:
                people, end = found
                self.surnames.update(
                    folded[p.name[1] - 1] for p in people if p.name and p.name[1] - p.name[0] > 1
                )
                yield from people
                names.extend(self._names_within(index, end, people))
            elif name := self.name_at(index, sentence.last):
                end = name[0]
                names.append(NameMention(index, end, name[1]))

    def _may_start_person(self, index: int, stop: int) -> bool:
        """Tell whether a person can be named from a token on: not from "In", "the", "development"."""
        fold, words = self.document.folded[index], self.words
        if is_capitalised(self.document.words[index]):
            if fold not in _NEVER_NAMES:
                return True
            if fold in words.person_starts or fold in words.short_words or fold in words.short_names:
                return True
            return self.honorific_at(index, stop) > index or self.name_at(index, stop) is not None
        if fold in _BEFORE_HONORIFICS:
            return self.honorific_at(index, stop) > index
        opens = fold in words.callings or fold in words.particles
        return opens or self.office_at(index, stop) is not None

    def _names_within(self, first: int, last: int, people: list[PersonMention]) -> Iterator[NameMention]:
        """Yield the countries and bodies in the titles of people."""
        end = first
        for index in range(first, last):
            if index < end or index not in self.known:
                continue
            found = self.name_at(index, last)
            inside = any(p.name and p.name[0] <= index < p.name[1] for p in people)
            if found and not inside:
                end = found[0]
                yield NameMention(index, end, found[1])

    def _person(self, index: int, number: int, sentence: Sentence) -> tuple[list[PersonMention], int] | None:
        """Read the person or persons whose phrase starts at a token."""
        draft = PersonPhrase(self, index, sentence)
        if not draft.read():
            return None
        return draft.mentions(number), draft.end
