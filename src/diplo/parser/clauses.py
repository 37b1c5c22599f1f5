"""Sentences cut into clauses of saying: who, which verb, and what is said."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from diplo.lexicon import Cue
from diplo.parser.discussions import DiscussionReader
from diplo.parser.document import Sentence
from diplo.parser.grammar import BE
from diplo.parser.subjects import Side, Subject
from diplo.parser.turns import LISTING
from diplo.parser.verb_subjects import Opening

_TRAILING = frozenset(
    ', and while with ; but . where as — – - when by in also ” " whereas ’ on who which'.split()
)
_TRAILING_PAIRS = frozenset((("addition", "to"), ("well", "as")))

_LONGEST_CLOSE = 4


@attrs.frozen
class Clause:
    """A verb of saying with its subject and what it governs.

    Attributes:
        sentence: index of the sentence.
        verb: first token of the verb.
        first: first token of what is said.
        last: end of the clause.
        before: tokens of what is said, when it stands before the verb.
        alone: no clause stands before it in its sentence.
    """

    sentence: int
    verb: int
    first: int
    last: int
    cue: Cue
    subject: Subject
    before: tuple[int, int] | None = None
    alone: bool = True


class ClauseReader(DiscussionReader):
    """Cuts the sentences of one document into clauses."""

    def clauses(self, number: int) -> list[Clause]:
        """Return the clauses of a sentence, in the order of the text."""
        sentence = self.document.sentences[number]
        triggers, meeting = self.lexicon.speech.triggers, self.lexicon.encounters.verbs.firsts
        found: list[Opening] = []
        after = sentence.first
        for index, word in enumerate(self.document.folded[sentence.first : sentence.last], sentence.first):
            if word not in triggers and word not in BE | LISTING and word not in meeting:
                continue
            if index < after or index in self.inside:
                continue
            opening = self._opening(index, sentence, found)
            if opening:
                found.append(opening)
                after = opening.first
        opens = bool(found) and found[0].subject.side is Side.NOBODY and found[0].subject.shared
        if opens and len(found) > 1:
            found[0] = attrs.evolve(found[0], subject=attrs.evolve(found[1].subject, first=sentence.first))
        found = [self._quoted(opening, found[-1], sentence) for opening in found]
        return [self._closed(number, sentence, found, place) for place in range(len(found))]

    def _quoted(self, opening: Opening, last: Opening, sentence: Sentence) -> Opening:
        """Give what "I" say the speaker who is named at the end: '"I welcome X," the Minister said'."""
        first = opening.subject.first
        named = last.subject.people and sentence.last - last.first <= _LONGEST_CLOSE
        if not named or self.document.folded[first] != "i" or opening.subject.people:
            return opening
        return attrs.evolve(opening, subject=attrs.evolve(last.subject, first=first))

    def _opening(self, index: int, sentence: Sentence, found: Sequence[Opening]) -> Opening | None:
        """Read what opens a clause at a token."""
        return (
            self.passive(index, sentence, found)
            or self.spoken(index, sentence, found)
            or self.devoted(index, sentence)
            or self.talks(index, sentence, found)
            or self.met_about(index, sentence)
        )

    def _closed(self, number: int, sentence: Sentence, found: Sequence[Opening], place: int) -> Clause:
        """Return one clause with its end: where the next one starts, without what joins them."""
        opening = found[place]
        last = sentence.last
        if place + 1 < len(found):
            following = found[place + 1]
            last = following.before[0] if following.before else following.subject.first
        folded, first = self.document.folded, opening.first
        while last > first:
            if folded[last - 2 : last] in _TRAILING_PAIRS:
                last -= 2
            elif folded[last - 1] in _TRAILING:
                last -= 1
            else:
                break
        return Clause(
            number,
            opening.verb,
            first,
            max(first, last),
            opening.cue,
            opening.subject,
            opening.before,
            alone=place == 0,
        )
