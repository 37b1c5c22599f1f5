"""The words of which acts are made: verbs, sums, help, dates."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from diplo.lexicon import Form
from diplo.parser.clauses import ClauseReader
from diplo.parser.document import Sentence
from diplo.parser.grammar import ADVERBS, DETERMINERS, FUNCTION, MONTHS, PREPOSITIONS

_ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ous", "ed", "ful", "ern", "able", "ity", "ism")
_REACH_OF_RELATIONS = 8
_REACH_OF_SUM = 6
_REACH_OF_HELP = 8


def written_number(word: str, numbers: Mapping[str, int]) -> int | None:
    """Return the number that a word writes, in figures below a thousand or in letters."""
    return int(word) if word.isascii() and word.isdigit() and len(word) < 4 else numbers.get(word)


class ActWords:
    """Tells what words of one document make an act."""

    def __init__(self, reader: ClauseReader) -> None:
        """Keep what is needed at hand."""
        self.reader, self.document, self.lexicon = reader, reader.document, reader.lexicon
        self.folded, self.words = reader.document.folded, reader.lexicon.undertakings

    def is_base_verb(self, index: int) -> bool:
        """Tell whether a token is a verb in its base form, and no noun."""
        found = self.lexicon.topics.verbs.longest(self.folded, index, len(self.folded))
        cue = self.lexicon.speech.verbs.longest(self.folded, index, len(self.folded))
        base = (
            self.folded[index] in self.words.base_verbs
            or (found is not None and not self.folded[index].endswith("ing"))
            or (cue is not None and cue[1].form is Form.BASE)
        )
        following = self.word(index + 1)
        noun = following in {"of", ",", ".", "in", "for", "with", "between"} and self.folded[index] not in {
            "cooperate",
            "continue",
            "collaborate",
            "work",
            "participate",
        }
        return base and not noun

    def is_act(self, index: int, *, committed: bool) -> bool:
        """Tell whether a concrete act follows, and not the deepening of a relationship."""
        word = self.word(index)
        if word in {"continue", "continuing"}:
            after = self.word_after(index)
            if self.word(after) in DETERMINERS:
                return self.word(after + 1) not in self.words.relations
            return self.word(after) not in self.words.relational
        if word in DETERMINERS or word in PREPOSITIONS:
            return False
        if not committed:
            return True
        return word not in self.words.relational and (
            word.endswith("ing") or self.is_base_verb(index) or self.has_object(index)
        )

    def is_relational(self, act: int, sentence: Sentence) -> bool:
        """Tell whether an act is the deepening of relations: "to further deepen the ties"."""
        word = self.folded[act]
        if word not in self.words.relational and word not in self.words.effects:
            return False
        near = range(act, min(sentence.last, act + _REACH_OF_RELATIONS))
        return any(
            self.folded[index] in self.words.relations and not self._qualifies(index + 1, sentence)
            for index in near
        )

    def _qualifies(self, index: int, sentence: Sentence) -> bool:
        """Tell whether a noun follows the one before it: "a cooperation office"."""
        word = self.word(index)
        joining = word in FUNCTION or not word.isalpha() or word.endswith("ly")
        return index < sentence.last and not joining and word not in self.words.relations

    def has_object(self, index: int) -> bool:
        """Tell a verb of no table from a noun by what it governs: "to deliver the", "to accompany Chad"."""
        if self.folded[index - 1] != "to" or not self.document.words[index].islower():
            return False
        following = self.document.words[index + 1]
        named = following[:1].isupper() and not self.folded[index].endswith(_ADJECTIVE_ENDINGS)
        return following in DETERMINERS or following[:1].isdigit() or named

    def is_help(self, first: int, last: int) -> bool:
        """Tell whether "offered technical assistance" names help."""
        near = self.folded[first : min(last, first + _REACH_OF_HELP)]
        return not self.words.helping.isdisjoint(near) and ("support", "for") not in pairwise(near)

    def is_sum(self, first: int) -> bool:
        """Tell whether a sum of money starts at a token: "$50 million", "a further 5 million euros"."""
        near = self.folded[first : first + _REACH_OF_SUM]
        return any(word in {"million", "billion"} for word in near) and (
            near[0][:1].isdigit()
            or near[0] in DETERMINERS
            or near[0] in self.words.helping
            or not near[0].isalpha()
        )

    def word(self, index: int) -> str:
        """Return a folded token, or "" behind the last one."""
        return self.folded[index] if index < len(self.folded) else ""

    def word_after(self, index: int) -> int:
        """Return the index of the verb after "continue" or "continue to"."""
        return index + 1 + (self.word(index + 1) == "to")

    def is_dated(self, first: int, last: int) -> bool:
        """Tell whether a figure or a month stands in a stretch."""
        return any(word[:1].isdigit() or word in MONTHS for word in self.folded[first:last])

    def is_plan(self, first: int, last: int) -> bool:
        """Tell whether an act is a visit, a session, a signing."""
        words = [w for w in self.folded[first:last] if w not in ADVERBS and w not in {"to", "that", "be"}]
        if any(word in self.words.journeys for word in words[:1]):
            return True
        held = any(word in self.words.holding for word in words[:2])
        return held and bool(set(self.folded[first : last + 8]) & self.words.events)

    def number(self, index: int) -> int | None:
        """Return the number that a token writes."""
        return written_number(self.folded[index], self.words.numbers)
