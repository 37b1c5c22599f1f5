"""Turns that tell of talk without who talked: "attention was drawn to X", "the topic was X"."""

from __future__ import annotations

from collections.abc import Sequence

from diplo.lexicon import Cue, Form
from diplo.parser.document import Sentence
from diplo.parser.grammar import ADVERBS, BE, PREPOSITIONS
from diplo.parser.openings import OpeningReader
from diplo.parser.subjects import Side, Subject
from diplo.parser.verb_subjects import Opening

LISTING = frozenset(("included", "include", "comprised"))
REACH_OF_TALKS = 9
_ON_THE_TABLE = frozenset(("discussed", "raised", "covered", "table"))
_LONGEST_TURN = 6
_LONGEST_HEAD = 10
_REACH_OF_ABOUT = 4


class TurnReader(OpeningReader):
    """Finds impersonal turns of talk in one document."""

    def turned(self, index: int, sentence: Sentence, found: Sequence[Opening]) -> Opening | None:
        """Read a turn that stands at a token."""
        phrase = self._phrase(index, sentence)
        if phrase:
            return self.passive_opening(index, phrase[0], Cue(phrase[1], phrase[1], Form.PAST))
        first = (
            self._noun_turn(index, sentence)
            or self._there_is(index, sentence)
            or (None if found else self._was_the_topic(index, sentence))
        )
        return self.passive_opening(index, first, Cue("discuss", "discuss", Form.PAST)) if first else None

    def _phrase(self, index: int, sentence: Sentence) -> tuple[int, str] | None:
        """Read "attention was also drawn to", adverbs left out."""
        table = self.lexicon.speech.passive_after
        if self.document.folded[index] not in table.firsts:
            return None
        stop = min(sentence.last, index + REACH_OF_TALKS)
        if ADVERBS.isdisjoint(self.document.folded[index:stop]):
            return table.longest(self.document.folded, index, stop)
        places = [i for i in range(index, stop) if self.document.folded[i] not in ADVERBS]
        found = table.longest([self.document.folded[i] for i in places], 0, len(places))
        return (places[found[0] - 1] + 1, found[1]) if found else None

    def _noun_turn(self, index: int, sentence: Sentence) -> int | None:
        """Return the token behind "particular attention was also paid to"."""
        folded, speech = self.document.folded, self.lexicon.speech
        if folded[index] not in BE or folded[index - 1] not in speech.passive_nouns:
            return None
        verb = index + 1
        while verb < sentence.last and (folded[verb] in ADVERBS or folded[verb] == "been"):
            verb += 1
        turned = verb + 1 < sentence.last and folded[verb] in speech.turning.get(folded[verb + 1], ())
        return verb + 2 if turned and verb + 2 < sentence.last else None

    def _there_is(self, index: int, sentence: Sentence) -> int | None:
        """Return the token behind "there was a particular emphasis on"."""
        folded, speech = self.document.folded, self.lexicon.speech
        if folded[index] not in BE or folded[index - 1] != "there":
            return None
        for place in range(index + 1, min(sentence.last - 1, index + _LONGEST_TURN)):
            if folded[place] in speech.passive_nouns:
                near = range(place + 1, min(sentence.last - 1, place + _REACH_OF_ABOUT))
                return next((i + 1 for i in near if folded[i] in speech.about), None)
        return None

    def _was_the_topic(self, index: int, sentence: Sentence) -> int | None:
        """Return the token behind "the main topic of the meeting was" and "among the issues raised were"."""
        folded, speech = self.document.folded, self.lexicon.speech
        before = folded[sentence.first : index]
        if len(before) > _LONGEST_HEAD or speech.heads.isdisjoint(before):
            return None
        if folded[index] not in BE | LISTING or not any(
            word in speech.events or word in _ON_THE_TABLE for word in before
        ):
            return None
        first = index + 1 + (folded[index + 1 : index + 2] == ("on",))
        told = folded[first : first + 1]
        if not told or told[0].endswith("ed") or told[0] in ADVERBS | self.lexicon.topics.participles:
            return None
        return None if "," in before else first

    def devoted(self, index: int, sentence: Sentence) -> Opening | None:
        """Read "devoted much of the session to X"."""
        found = self.lexicon.speech.devoting.longest(self.document.folded, index, sentence.last)
        if not found or found[1].form is not Form.PAST:
            return None
        for place in range(found[0] + 1, min(sentence.last - 1, found[0] + REACH_OF_TALKS)):
            if self.document.folded[place] in {"to", "for"}:
                return Opening(index, place + 1, found[1], Subject(index, side=Side.BOTH))
        return None

    def passive_opening(
        self,
        index: int,
        first: int,
        cue: Cue,
        found: Sequence[Opening] = (),
        sentence: Sentence | None = None,
    ) -> Opening:
        """Return a clause that names no speaker; in a sentence given, the thing stands before the verb."""
        before = None
        if sentence:
            before = (self._behind_relative(self.start_behind(sentence, found), index), index)
        return Opening(index, first, cue, Subject(index, side=Side.NOBODY), before)

    @staticmethod
    def start_behind(sentence: Sentence, found: Sequence[Opening]) -> int:
        """Return the first token behind the clauses that are already found in a sentence."""
        return max([sentence.first, *(opening.first for opening in found)])

    def _behind_relative(self, start: int, index: int) -> int:
        """Return the token behind the "at which" that opens a clause."""
        folded = self.document.folded
        opened = (
            i + 1 for i in range(start + 1, index) if folded[i] == "which" and folded[i - 1] in PREPOSITIONS
        )
        return max(opened, default=start)
