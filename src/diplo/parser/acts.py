"""Acts and where they end: the grammar that all rules of undertaking share."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplo.lexicon import Form
from diplo.model import CommitmentKind
from diplo.parser.clauses import ClauseReader
from diplo.parser.document import Sentence
from diplo.parser.grammar import ADVERBS, DETERMINERS, MONTHS, PREPOSITIONS
from diplo.parser.subjects import Subject

WILL = frozenset(("will", "would", "shall"))
STANDING = frozenset(
    ("is", "are", "was", "were", "be", "been", "being", "stands", "stand", "stood", "remains", "remain")
)
TRAILING = frozenset((".", ",", ";", "and", "while", "”", '"', "that", "the", "who", "which", "to"))
_BORDERS = frozenset((",", ";", "that", "and", "which", ":", "."))
_COUNT_REACH = 6
_REACH_OF_RELATIONS = 8
_REACH_OF_SUM = 6
_ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ous", "ed", "ful", "ern", "able", "ity", "ism")
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


class ActReader:
    """Finds the verbs and the ends of acts in one document."""

    def __init__(self, reader: ClauseReader) -> None:
        """Keep what is needed at hand."""
        self.reader, self.document, self.lexicon = reader, reader.document, reader.lexicon
        self.folded, self.words = reader.document.folded, reader.lexicon.undertakings

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
            if marked or (self.is_base_verb(verb) and word == "and"):
                yield begin, act, index
                begin = act = verb
                inner = False
        yield begin, act, last

    def _goes_on(self, first: int, last: int) -> bool:
        """Tell whether "to act, to act and to act" is a list, not "to work, with others, to act"."""
        return any(self.folded[i : i + 2] == ("and", "to") for i in range(first, last - 1))

    def _only_verbs(self, first: int, last: int) -> bool:
        """Tell whether no object stands yet: "continue to facilitate" before "and encourage"."""
        return all(self.folded[i] == "to" or self.is_base_verb(i) or i == first for i in range(first, last))

    def skip(self, index: int, last: int) -> int:
        """Return the first token from `index` on that is no adverb."""
        while index < last - 1 and self.folded[index] in ADVERBS:
            index += 1
        return index

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
        near = self.folded[act : min(sentence.last, act + _REACH_OF_RELATIONS)]
        deepens = near[0] in self.words.relational or near[0] in self.words.effects
        return deepens and not self.words.relations.isdisjoint(near)

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

    def is_sum(self, first: int) -> bool:
        """Tell whether a sum of money starts at a token: "$50 million", "a further 5 million euros"."""
        near = self.folded[first : first + _REACH_OF_SUM]
        return any(word in {"million", "billion"} for word in near) and (
            near[0][:1].isdigit()
            or near[0] in DETERMINERS
            or near[0] in self.words.helping
            or not near[0].isalpha()
        )

    def has_object(self, index: int) -> bool:
        """Tell a verb of no table from a noun by what it governs: "to deliver the", "to accompany Chad"."""
        if self.folded[index - 1] != "to" or not self.document.words[index].islower():
            return False
        following = self.document.words[index + 1] if index + 1 < len(self.folded) else ""
        named = following[:1].isupper() and not self.folded[index].endswith(_ADJECTIVE_ENDINGS)
        return following in DETERMINERS or following[:1].isdigit() or named

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

    def after_will(self, first: int, last: int) -> int:
        """Return the token after the first "will"."""
        return next((i + 1 for i in range(first, last - 1) if self.folded[i] in WILL), first)

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

    def number(self, index: int) -> int | None:
        """Return the number that a token writes."""
        word = self.folded[index]
        if word.isascii() and word.isdigit() and len(word) < 4:
            return int(word)
        return self.words.numbers.get(word)

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
        before, behind = self.folded[sentence.first : index], self.folded[index:last]
        return self.folded[index] == "would" and bool(
            {"if", "hoped", "whether"}.intersection(before) or {"if", "whether"}.intersection(behind)
        )

    def passive_start(self, index: int, sentence: Sentence) -> int:
        """Return where the instruments before "were signed" start."""
        for place in range(sentence.first, index):
            if self.words.instruments.longest(self.folded, place, index):
                return self.number_start(place, sentence)
        return sentence.first

    def instrument_in(self, first: int, last: int) -> bool:
        """Tell whether an instrument is named in a stretch."""
        return any(self.words.instruments.longest(self.folded, index, last) for index in range(first, last))
