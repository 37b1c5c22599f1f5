"""What kinds of words stand at a place: adjectives, participles, names, words that carry meaning."""

from __future__ import annotations

from diplo.lexicon import Lexicon, NameKind
from diplo.parser.document import Document
from diplo.parser.grammar import ADVERBS, DETERMINERS, POSSESSIVE, PREPOSITIONS, RELATIVES
from diplo.parser.mentions import Mentions

_JOINING = PREPOSITIONS | POSSESSIVE | {"to"}
SPLITTING = frozenset((",", ";", ":", "and", "or", "&", "nor"))
_PROPER = frozenset((NameKind.COUNTRY, NameKind.CITY, NameKind.ORGANISATION))

Range = tuple[int, int]


class WordReader:
    """Tells the kinds of words in one document."""

    def __init__(self, document: Document, mentions: Mentions, lexicon: Lexicon) -> None:
        """Index where names and people stand."""
        self.document, self.lexicon, self.words = document, lexicon, lexicon.topics
        self.folded = document.folded
        self.name_at = {m.first: m for m in mentions.names}
        self.name_end = {m.last for m in mentions.names if m.name.kind in _PROPER}
        self.name_start = {m.first for m in mentions.names if m.name.kind in _PROPER}
        self.name_tokens = {t for m in mentions.names for t in range(m.first, m.last)}
        self.adjectives = {m.first for m in mentions.names if m.name.kind is NameKind.ADJECTIVE}
        self.person_tokens = {t for m in mentions.people if m.titled for t in range(m.first, m.last)}
        self.person_end = {m.first: m.last for m in mentions.people if m.titled}
        self.dropped = self.words.dropped
        self.meaningless = self.dropped | _JOINING

    def content(self, first: int, last: int) -> int:
        """Count the words of a stretch that carry meaning."""
        words = [word for word in self.folded[first:last] if word not in self.meaningless]
        return sum(word[0].isalnum() for word in words)

    def has_content(self, first: int, last: int) -> bool:
        """Tell whether any word of a stretch carries meaning."""
        return any(word[0].isalnum() for word in self.folded[first:last] if word not in self.meaningless)

    def head_end(self, first: int, last: int) -> int:
        """Return the end of the words before the first preposition."""
        index = first
        while index < last and (
            self.folded[index] not in PREPOSITIONS
            and self.folded[index] not in SPLITTING
            and self.folded[index] not in RELATIVES
        ):
            index += 1
        return index

    def joins_verbs(self, index: int, last: int) -> bool:
        """Tell whether "and" stands between two verbs of one object: "strengthening and developing ties"."""
        after = self.words.verbs.longest(self.folded, index + 1, last)
        before = self.words.verbs.longest(self.folded, index - 1, index)
        return before is not None and after is not None and after[0] < last

    def is_qualifier(self, index: int) -> bool:
        """Tell whether a word can stand before a noun and name nothing itself."""
        word = self.folded[index]
        return (
            self.is_adjective(index) or word in DETERMINERS or word in POSSESSIVE or index in self.name_tokens
        )

    def is_adjective(self, index: int) -> bool:
        """Tell whether a word looks like an adjective."""
        word = self.folded[index]
        if index in self.adjectives or word in self.words.praise or word in self.words.adjectives:
            return True
        if index in self.name_tokens:
            return False
        if self.folded[index - 1] == "the" and self.document.words[index][:1].isupper():
            following = self.folded[index + 1 : index + 2]
            if following in {("and",), (",",), (".",), ()}:
                return False
        return (
            word.endswith(self.words.adjective_endings)
            and len(word) > 4
            and word not in self.words.not_adjectives
            and not word.endswith("ment")
        )

    def is_adverb(self, index: int) -> bool:
        """Tell whether a word is an adverb, by the class or by its ending."""
        word = self.folded[index]
        return word in ADVERBS or (
            word.endswith("ly") and word not in self.words.not_adverbs and index not in self.name_tokens
        )

    def is_participle(self, index: int) -> bool:
        """Tell whether a word looks like the past participle of a verb."""
        word = self.folded[index]
        return (word.endswith("ed") and len(word) > 4) or word in self.words.participles
