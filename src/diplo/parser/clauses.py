"""Sentences cut into clauses of saying: who, which verb, and what is said."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from diplo.lexicon import Cue, Lexicon
from diplo.parser.discussions import DiscussionReader
from diplo.parser.document import Document, Sentence
from diplo.parser.entities import Entities
from diplo.parser.mentions import Mentions
from diplo.parser.openings import BE, Opening
from diplo.parser.subjects import Subject

_TRAILING = frozenset(
    ', and while with ; but . where as — – - when by in also ” " whereas ’ on who which'.split()
)
_TRAILING_PAIRS = frozenset((("addition", "to"), ("well", "as")))


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

    def __init__(self, document: Document, mentions: Mentions, entities: Entities, lexicon: Lexicon) -> None:
        """Note the words at which a clause can open."""
        super().__init__(document, mentions, entities, lexicon)
        speech = lexicon.speech
        self._passive_firsts = BE | speech.passive_after.firsts | speech.passive_before.firsts
        self._spoken_firsts = speech.verbs.firsts
        self._talk_firsts = speech.holding.firsts
        self._meeting_firsts = lexicon.encounters.verbs.firsts
        self._firsts = self._passive_firsts | self._spoken_firsts | self._talk_firsts | self._meeting_firsts

    def clauses(self, number: int) -> list[Clause]:
        """Return the clauses of a sentence, in the order of the text."""
        sentence = self.document.sentences[number]
        folded = self.document.folded
        found: list[Opening] = []
        after = sentence.first
        for index in range(sentence.first, sentence.last):
            if folded[index] not in self._firsts or index < after or index in self.inside:
                continue
            opening = self._opening(index, sentence, found)
            if opening:
                found.append(opening)
                after = opening.first
        return [self._closed(number, sentence, found, place) for place in range(len(found))]

    def _opening(self, index: int, sentence: Sentence, found: Sequence[Opening]) -> Opening | None:
        """Read what opens a clause at a token."""
        word = self.document.folded[index]
        opening = None
        if word in self._passive_firsts:
            opening = self.passive(index, sentence, found)
        if opening is None and word in self._spoken_firsts:
            opening = self.spoken(index, sentence, found)
        if opening is None and word in self._talk_firsts:
            opening = self.talks(index, sentence, found)
        if opening is None and word in self._meeting_firsts:
            opening = self.met_about(index, sentence)
        return opening

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
