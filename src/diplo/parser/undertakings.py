"""The rules by which somebody undertakes something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplo.model import Act, CommitmentKind
from diplo.parser.acts import STANDING, STANDING_OR_ADVERBS, Draft
from diplo.parser.agreements import AgreementReader
from diplo.parser.document import ParagraphKind, Sentence
from diplo.parser.floor import Utterance
from diplo.parser.grammar import ADVERBS, DETERMINERS, FUTURE
from diplo.parser.subjects import Side, Subject


class UndertakingReader(AgreementReader):
    """Finds where somebody undertakes something."""

    def drafts(self, number: int, here: Sequence[Utterance]) -> Iterator[Draft]:
        """Yield the undertakings of a sentence, rule by rule."""
        sentence = self.document.sentences[number]
        if self.document.kind(sentence) is ParagraphKind.HEADLINE:
            return
        for utterance in here:
            yield from self._uttered(utterance, sentence)
        before: Draft | None = None
        triggers = self.words.triggers
        for index, word in enumerate(self.folded[sentence.first : sentence.last], sentence.first):
            if word not in triggers and word not in FUTURE and word not in STANDING:
                continue
            speaker = self._speaker(index, here)
            for draft in self._at(index, sentence, speaker, before):
                if draft.rule in {"will_act", "is_ready_to"}:
                    before = draft
                yield draft

    def _at(
        self, index: int, sentence: Sentence, speaker: Utterance | None, before: Draft | None
    ) -> Iterator[Draft]:
        """Yield the undertakings that a token tells."""
        word, words = self.folded[index], self.words
        if word in FUTURE:
            yield from self.will(index, sentence, speaker, before)
        elif word in STANDING:
            yield from self.ready_or_scheduled(index, sentence, speaker)
        elif word in words.invitations:
            yield from self.invitation(index, sentence, speaker)
        elif word in words.accepting:
            yield from self.accepts(index, sentence, speaker)
        elif word == "to" or word in words.scheduled:
            yield from self.event_to_come(index, sentence, speaker)
        elif word in self.words.coming_soon:
            yield from self.upcoming_visit(index, sentence, speaker)
        if word in words.intending:
            yield from self.intends(index, sentence, speaker)
        if word in words.readiness:
            yield from self.readiness(index, sentence, speaker)
        if word in words.signing.firsts:
            yield from self.signed(index, sentence, speaker)
        if word in words.launching:
            yield from self.launched(index, sentence, speaker)
        if word in words.understandings:
            yield from self.agreement_to(index, sentence)
        if word in words.agreed and self.folded[index - 1] in STANDING_OR_ADVERBS:
            yield from self.was_agreed(index, sentence)

    def _speaker(self, index: int, here: Sequence[Utterance]) -> Utterance | None:
        """Return the utterance in which a token stands."""
        told = (u for u in reversed(here) if u.verb <= index < max(u.last, u.first + 1))
        before = (u for u in here if u.before and u.before[0] <= index < u.before[1])
        return next(told, None) or next(before, None)

    def _uttered(self, utterance: Utterance, sentence: Sentence) -> Iterator[Draft]:
        """Read "agreed to", "pledged to", "invited", "looks forward to welcoming"."""
        subject = Subject(utterance.verb, utterance.speakers, utterance.side)
        first, lemma = utterance.first, utterance.lemma
        if first >= utterance.last or self.is_denied(utterance.verb, sentence):
            return
        if self.folded[self.back_over_adverbs(utterance.verb, sentence) - 1] == "had":
            return
        if (
            lemma in self.words.pledging
            or lemma in self.words.tasking
            or (lemma in self.words.announcing and self.is_sum(first))
            or (utterance.act is Act.AGREE and lemma not in self.lexicon.speech.signing)
        ):
            joint = utterance.side is not None
            kind = CommitmentKind.AGREEMENT if joint else CommitmentKind.PLEDGE
            yield from self.agreed(utterance, sentence, subject, kind)
        elif lemma in self.words.offering and (marker := self._to_act(first, utterance.last)):
            act = self.skip_adverbs(marker + 1, sentence)
            kind, last = CommitmentKind.OFFER, self.clause_end(first, sentence, utterance)
            yield Draft(utterance.verb, act, last, kind, subject, "offered_to", sentence)
        elif lemma in self.words.offering and self.is_help(first, utterance.last):
            kind, last = CommitmentKind.OFFER, self.clause_end(first, sentence, utterance)
            yield Draft(utterance.verb, first, last, kind, subject, "offered", sentence)
        elif utterance.act is Act.INVITE and self._invites(utterance):
            kind, last = CommitmentKind.INVITATION, self.without_relative(first, utterance.last)
            yield Draft(utterance.verb, first, last, kind, subject, "invited", sentence)
        elif lemma == "look forward to":
            yield from self._looked_forward(utterance, sentence, subject)
        elif utterance.act is Act.WELCOME:
            yield from self._welcomed(utterance, sentence, subject)

    def _to_act(self, first: int, last: int) -> int | None:
        """Return the "to" of "offered to act", "offered, should they wish, to act"."""
        if self.folded[first] == ",":
            return next(
                (i + 1 for i in range(first + 1, last) if self.folded[i : i + 2] == (",", "to")), None
            )
        return first if self.folded[first] == "to" else None

    def _invites(self, utterance: Utterance) -> bool:
        """Tell whether somebody is invited to come."""
        near = range(utterance.first, utterance.last - 1)
        marked = [i + 1 for i in near if self.folded[i] == "to" and self.is_free_verb(i + 1)]
        return not marked or any(self.folded[i] in self.words.invited_acts for i in marked)

    def is_free_verb(self, index: int) -> bool:
        """Tell whether a word behind "to" is no article and no name."""
        return self.folded[index] not in DETERMINERS and not self.document.words[index][:1].isupper()

    def _looked_forward(self, utterance: Utterance, sentence: Sentence, subject: Subject) -> Iterator[Draft]:
        """Read "looks forward to welcoming", "to the visit of", "to the next session"."""
        future = (i for i in range(utterance.first, utterance.last) if self.folded[i] in FUTURE)
        hosted = (self.hosted_event(i, i + 1, utterance.last, sentence) for i in future)
        event = next((draft for draft in hosted if draft), None)
        if event:
            yield attrs.evolve(event, first=utterance.verb)
            return
        act = self._event_at(utterance)
        if act is None:
            return
        visit = self.folded[act] in self.words.visits
        kind = CommitmentKind.PLAN
        yield Draft(
            utterance.verb, act, utterance.last, kind, subject, "looks_forward_to", sentence, swapped=visit
        )

    def _event_at(self, utterance: Utterance) -> int | None:
        """Return the event or the act to which somebody looks forward."""
        folded, act = self.folded, utterance.first
        act += folded[act] in DETERMINERS
        while act < utterance.last and (
            folded[act] in ADVERBS
            or folded[act] in self.words.coming
            or folded[act].endswith(("th", "nd", "rd"))
        ):
            act += 1
        found = act < utterance.last and (
            folded[act] in self.words.forward_acts or folded[act] in self.words.events
        )
        return act if found else None

    def _welcomed(self, utterance: Utterance, sentence: Sentence, subject: Subject) -> Iterator[Draft]:
        """Read "welcomed the signing of an agreement", "the upcoming visit", "the launch next year"."""
        folded, first = self.folded, utterance.first
        act = first + (folded[first] in DETERMINERS)
        if act >= utterance.last:
            return
        both = Subject(utterance.verb, side=Side.BOTH)
        if folded[act] in self.words.signatures and self.instrument_in(act, utterance.last):
            yield self._concluded(act, act, utterance.last, both, "welcomed_signing", sentence)
        elif folded[act] in self.words.coming - {"first", "official", "state"}:
            event = self._event_at(utterance)
            if event is not None:
                visit = folded[event] in self.words.visits
                kind, last = CommitmentKind.PLAN, utterance.last
                yield Draft(act, event, last, kind, subject, "welcomed_visit", sentence, swapped=visit)
