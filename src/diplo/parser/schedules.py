"""Acts that are scheduled: "is expected to visit", "is planned for May", "is to be held", "is to advise"."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplo.model import CommitmentKind
from diplo.parser.acts import Draft
from diplo.parser.document import Sentence
from diplo.parser.floor import Utterance
from diplo.parser.futures import NO_CUE, FutureReader
from diplo.parser.grammar import PREPOSITIONS
from diplo.parser.subjects import Side, Subject


class ScheduleReader(FutureReader):
    """Finds such acts in one document."""

    def scheduled(
        self, index: int, adjective: int, sentence: Sentence, speaker: Utterance | None
    ) -> Iterator[Draft]:
        """Read "is scheduled to visit", "is planned for May", "is to be held"."""
        folded = self.folded
        last = self.clause_end(index, sentence, speaker)
        due = folded[adjective] in self.words.scheduled and self.word(adjective + 1) in {"to", "for"}
        event = self.scheduled_event(index, adjective + 2, last, sentence) if due else None
        if event:
            yield event
            return
        marker = adjective + due
        if folded[marker : marker + 2] == ("to", "be") and self.word(marker + 2) in self.words.done:
            start = self.subject_start(index, sentence)
            yield self.plan(start, marker + 2, last, sentence, "is_to_be_done")
        elif due:
            yield from self._is_due(index, adjective, last, sentence)
        elif folded[adjective] == "to" and self.is_base_verb(adjective + 1):
            yield from self._is_to_act(index, adjective + 1, last, sentence)

    def _is_to_act(self, index: int, act: int, last: int, sentence: Sentence) -> Iterator[Draft]:
        """Read "the Fund is to implement four projects"."""
        end = self.back_over_adverbs(index, sentence)
        subject = self.reader.named_subject(end, sentence, NO_CUE) or self.sent_by(end, sentence)
        if subject and not subject.pronoun and self.folded[subject.first - 1] not in PREPOSITIONS:
            yield Draft(index, act, last, self.kind_of(act, subject), subject, "is_to_act", sentence)

    def _is_due(self, index: int, adjective: int, last: int, sentence: Sentence) -> Iterator[Draft]:
        """Read "is expected to visit", and "a visit by A is scheduled for May"."""
        act = self.skip_adverbs(adjective + 2, sentence)
        plan = self.words.plan_acts.longest(self.folded, act, last) or self.is_plan(act, last)
        end = self.back_over_adverbs(index, sentence)
        named = self.reader.named_subject(end, sentence)
        dated = named is not None and self.is_base_verb(act) and self.is_dated(act, last)
        if self.folded[adjective + 1] == "to" and not (plan or dated or self.word(act) in self.words.starts):
            return
        subject = named or Subject(index, side=Side.BOTH)
        if self.word(act) in self.words.mutual:
            subject = attrs.evolve(subject, side=Side.BOTH)
        start, kind, rule = self.subject_start(index, sentence), CommitmentKind.PLAN, "is_scheduled_to"
        visit = next((i for i in range(start, index) if self.folded[i] in self.words.visits), None)
        if visit is None:
            yield Draft(index, act, last, kind, subject, rule, sentence)
        else:
            yield Draft(start, visit, last, kind, subject, rule, sentence, swapped=True)
