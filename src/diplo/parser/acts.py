"""Acts and where they end: the grammar that all rules of undertaking share."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplo.model import CommitmentKind
from diplo.parser.act_words import ActWords
from diplo.parser.document import Sentence
from diplo.parser.grammar import ADVERBS
from diplo.parser.subjects import Subject

STANDING = frozenset(
    ("is", "are", "was", "were", "be", "been", "being", "stands", "stand", "stood", "remains", "remain")
)
TRAILING = frozenset((".", ",", ";", "and", "while", "”", '"', "that", "the", "who", "which", "to"))
_BORDERS = frozenset((",", ";", "that", "and", "which", ":", "."))
_COUNT_REACH = 6
_REACH_OF_RELATIVE = 40


@attrs.frozen
class Draft:
    """An undertaking before its parties and dates are looked up."""

    first: int
    act: int
    last: int
    kind: CommitmentKind
    subject: Subject | None
    rule: str
    sentence: Sentence
    concluded: bool = False
    swapped: bool = False


class ActReader(ActWords):
    """Finds the verbs and the ends of acts in one document."""

    def acts(self, start: int, last: int) -> Iterator[tuple[int, int, int]]:
        """Split "to cooperate on A and to promote B" into its acts: first token, verb, end."""
        begin = act = self.skip(start, last)
        inner = False
        working = self.folded[act] in self.lexicon.topics.working
        for index in range(start + 1, last - 1):
            word = self.folded[index]
            if (
                word == "to"
                and not working
                and self.is_base_verb(index + 1)
                and self.folded[index - 1] not in {"and", ","}
            ):
                inner = True
            if word not in {"and", ","}:
                continue
            after = index + 1 + (self.folded[index + 1] == "and")
            marked = after < last and self.folded[after] == "to"
            verb = self.skip(after + marked, last)
            if verb >= last - 1 or self.folded[index - 1] in {"including", "by"} or (inner and word == "and"):
                continue
            if not marked and self._only_verbs(act, index):
                continue
            if marked and word == "," and after == index + 1 and not self._goes_on(after, last):
                continue
            listed = word == "and" or after > index + 1 or self._closes(verb, last)
            if marked or (listed and self.is_base_verb(verb)):
                yield begin, act, index
                begin = act = verb
                inner = False
        yield begin, act, last

    def _goes_on(self, first: int, last: int) -> bool:
        """Tell whether "to act, to act and to act" is a list, not "to work, with others, to act"."""
        return any(self.folded[i : i + 2] == ("and", "to") for i in range(first, last - 1))

    def _closes(self, first: int, last: int) -> bool:
        """Tell whether a list of acts goes on to its end: ", resolve the matter, and open an office"."""
        ends = (i for i in range(first, last - 1) if self.folded[i] == "and")
        return any(self.is_base_verb(self.skip(i + 1, last)) for i in ends)

    def _only_verbs(self, first: int, last: int) -> bool:
        """Tell whether no object stands yet: "continue to facilitate" before "and encourage"."""
        return all(self.folded[i] == "to" or self.is_base_verb(i) or i == first for i in range(first, last))

    def skip(self, index: int, last: int) -> int:
        """Return the first token from `index` on that is no adverb."""
        plain = self.lexicon.topics.not_adverbs
        while index < last - 1 and (
            self.folded[index] in ADVERBS
            or (self.folded[index].endswith("ly") and self.folded[index] not in plain)
        ):
            index += 1
        return index

    def before_somebody(self, first: int, last: int) -> int:
        """Return where ", and the Minister accepted" or "and that" goes on with something else."""
        for index in range(first + 1, last - 2):
            if self.folded[index] != "and":
                continue
            comma = self.folded[index - 1] == ","
            following = index + 1 + (self.folded[index + 1] == "the")
            if self.folded[index + 1] == "that" or (comma and following in self.reader.person_of):
                return index - comma
        return last

    def before_event(self, first: int, last: int) -> int:
        """Return where "and a meeting of the Committee" starts behind another plan; `last` when nowhere."""
        for index in range(first + 1, last - 2):
            if self.folded[index] == "and" and self.folded[index + 1] in {"a", "the"}:
                nouns = self.folded[index + 2 : min(last, index + 5)]
                if any(noun in self.words.events for noun in nouns):
                    return index
        return last

    def subject_start(self, index: int, sentence: Sentence) -> int:
        """Return where the noun phrase before "will" starts, with a number before its list."""
        start = index
        while start > sentence.first and self.folded[start - 1] not in _BORDERS:
            start -= 1
        for place in range(start, sentence.first, -1):
            if self.folded[place - 1] in {"that", ";"}:
                break
            if self.words.instruments.longest(self.folded, place, index):
                return self.number_start(place, sentence)
        return start

    def head_of_relative(self, index: int, sentence: Sentence) -> int:
        """Return where the instruments stand that ", which will be signed" speaks of."""
        for place in range(index - 1, max(sentence.first, index - _REACH_OF_RELATIVE), -1):
            found = self.words.instruments.longest(self.folded, place, index)
            if found and self.folded[place - 1] not in {"of", "and"}:
                return self.number_start(place, sentence)
        return self.subject_start(index - 1, sentence)

    def number_start(self, place: int, sentence: Sentence) -> int:
        """Return where the number before an instrument stands."""
        for index in range(place - 1, max(sentence.first, place - _COUNT_REACH) - 1, -1):
            if self.number(index) is not None:
                return index
        return place

    def skip_adverbs(self, index: int, sentence: Sentence) -> int:
        """Return the first token from `index` on that is no adverb."""
        while index < sentence.last and (
            self.folded[index] in ADVERBS and self.folded[index] not in {"not", "never"}
        ):
            index += 1
        return index

    def back_over_adverbs(self, index: int, sentence: Sentence) -> int:
        """Return the end of what stands before `index` and its adverbs."""
        while index > sentence.first and self.folded[index - 1] in ADVERBS:
            if self.folded[index - 1] == "both" and self.folded[index - 2] in _BORDERS:
                break
            index -= 1
        return index

    def is_denied(self, index: int, sentence: Sentence) -> bool:
        """Tell whether a negation stands just before a token."""
        return bool(set(self.folded[max(sentence.first, index - 3) : index + 1]) & self.words.negations)

    def is_conditional(self, index: int, last: int, sentence: Sentence) -> bool:
        """Tell whether "would" stands under a condition, before it or in the rest of its clause."""
        before = self.folded[sentence.first : index]
        if self.folded[index] != "would":
            return False
        open_ = (i for i in range(index, last) if self.folded[i] in {"if", "whether"})
        condition = any(self.word(i + 1) not in self.words.provisos for i in open_)
        return condition or bool({"if", "hoped", "whether"}.intersection(before))

    def passive_start(self, index: int, sentence: Sentence) -> int:
        """Return where the instruments before "were signed" start."""
        for place in range(sentence.first, index):
            if self.words.instruments.longest(self.folded, place, index):
                return self.number_start(place, sentence)
        return sentence.first

    def instrument_in(self, first: int, last: int) -> bool:
        """Tell whether an instrument is named in a stretch."""
        return any(self.words.instruments.within(self.folded, first, last))
