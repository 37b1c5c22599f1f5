"""Where a coordination names several things, and where it names one."""

from __future__ import annotations

from collections.abc import Iterator

from diplo.lexicon import Lexicon, NameKind
from diplo.parser.document import Document
from diplo.parser.grammar import DETERMINERS, PREPOSITIONS
from diplo.parser.mentions import Mentions

_POSSESSIVE = frozenset(("'s", "'"))
_SPLITTING = frozenset((",", ";", "and", "or", "&", "nor"))
Range = tuple[int, int]


class CoordinationReader:
    """Splits coordinations in one document."""

    def __init__(self, document: Document, mentions: Mentions, lexicon: Lexicon) -> None:
        """Index where names and people stand."""
        self.document, self.words = document, lexicon.topics
        self.folded = document.folded
        self.name_at = {m.first: m for m in mentions.names}
        self.name_end = {
            m.last
            for m in mentions.names
            if m.name.kind in {NameKind.COUNTRY, NameKind.CITY, NameKind.ORGANISATION}
        }
        self.name_start = {
            m.first
            for m in mentions.names
            if m.name.kind in {NameKind.COUNTRY, NameKind.CITY, NameKind.ORGANISATION}
        }
        self.adjectives = {m.first for m in mentions.names if m.name.kind is NameKind.ADJECTIVE}
        self.person_tokens = {t for m in mentions.people if m.titled for t in range(m.first, m.last)}
        self.person_end = {m.first: m.last for m in mentions.people if m.titled}

    def split(self, first: int, last: int) -> Iterator[Range]:
        """Split a coordination where each part is a thing of its own."""
        start = index = first
        listed = self.comma_count(first, last) > 0
        while index < last:
            binomial = self.words.binomials.longest(self.folded, index, last)
            if binomial:
                index = binomial[0]
                continue
            if (
                self.folded[index] in _SPLITTING
                and index > start
                and self.separates(index, start, last, listed=listed)
            ):
                yield start, index
                start = index + 1
                while start < last and self.folded[start] in _SPLITTING:
                    start += 1
                index = start
                continue
            index += 1
        if start < last:
            yield start, last

    def comma_count(self, first: int, last: int) -> int:
        """Return the number of commas that part things, not adjectives or names."""
        return sum(
            self.folded[i] == "," and not self.joins_adjectives(i, last) and not self.joins_names(i, last)
            for i in range(first + 1, last)
        )

    def separates(self, index: int, start: int, last: int, *, listed: bool) -> bool:
        """Tell whether a comma or "and" parts two things."""
        if (
            self.joins_adjectives(index, last)
            or self.joins_names(index, last)
            or self.is_between(index, start)
        ):
            return False
        if self.folded[index] == "and" and self.joins_verbs(index, last):
            return False
        if self.folded[index] == "and" and all(self.is_qualifier(place) for place in range(start, index)):
            return False
        if listed or self.folded[index] in {",", ";"}:
            return True
        after = index + 1
        if after >= last:
            return True
        if (
            self.folded[after] in DETERMINERS
            or self.folded[after] in PREPOSITIONS
            or self.folded[after].endswith("ing")
            or after in self.name_at
        ):
            return True
        if self.words.verbs.longest(self.folded, after, last):
            return True
        left, right = self.content(start, index), self.content(after, self.head_end(after, last))
        return left >= 2 and right >= 2

    def joins_verbs(self, index: int, last: int) -> bool:
        """Tell whether "and" stands between two verbs of one object: "strengthening and developing ties"."""
        after = self.words.verbs.longest(self.folded, index + 1, last)
        before = self.words.verbs.longest(self.folded, index - 1, index)
        return before is not None and after is not None and after[0] < last

    def is_qualifier(self, index: int) -> bool:
        """Tell whether a word can stand before a noun and name nothing itself."""
        word = self.folded[index]
        return self.is_adjective(index) or word in DETERMINERS or word in _POSSESSIVE or index in self.name_at

    def head_end(self, first: int, last: int) -> int:
        """Return the end of the words before the first preposition."""
        index = first
        while (
            index < last and self.folded[index] not in PREPOSITIONS and self.folded[index] not in _SPLITTING
        ):
            index += 1
        return index

    def content(self, first: int, last: int) -> int:
        """Count the words of a stretch that carry meaning."""
        drop = (
            self.words.determiners
            | self.words.praise
            | PREPOSITIONS
            | _POSSESSIVE
            | {"to", "importance", "need"}
        )
        return sum(word not in drop and word[0].isalnum() for word in self.folded[first:last])

    def joins_adjectives(self, index: int, last: int) -> bool:
        """Tell whether a comma or "and" stands between adjectives of one noun."""
        after = index + 1 + (self.folded[index + 1 : index + 2] == ("and",))
        if after + 1 >= last or index == 0:
            return False
        return self.is_adjective(index - 1) and self.is_adjective(after)

    def is_adjective(self, index: int) -> bool:
        """Tell whether a word looks like an adjective."""
        word = self.folded[index]
        if index in self.adjectives or word in self.words.praise:
            return True
        return (
            word.endswith(self.words.adjective_endings)
            and len(word) > 4
            and word not in self.words.not_adjectives
        )

    def joins_names(self, index: int, last: int) -> bool:
        """Tell whether a comma or "and" stands between the names of two countries or bodies."""
        after = index + 1
        while after < last and self.folded[after] in {"and", "the"}:
            after += 1
        if index in self.name_end and after in self.name_start:
            following = self.name_at[after].last
            return following >= last or self.folded[following] not in _POSSESSIVE
        return False

    def is_between(self, index: int, start: int) -> bool:
        """Tell whether "between" or "both" waits for this "and"."""
        words = self.folded[start:index]
        if self.folded[index] != "and":
            return False
        for opener in ("between", "both"):
            if opener in words:
                place = len(words) - 1 - words[::-1].index(opener)
                return "and" not in words[place:]
        return False
