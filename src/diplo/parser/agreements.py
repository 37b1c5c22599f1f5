"""What was agreed, pledged or decided: "agreed to act", "agreed that X would act", "was agreed upon"."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplo.model import CommitmentKind
from diplo.parser.acts import STANDING, STANDING_OR_ADVERBS, TRAILING, Draft
from diplo.parser.document import Sentence
from diplo.parser.floor import Utterance
from diplo.parser.grammar import ADVERBS, AUXILIARIES, DETERMINERS, FUTURE, PREPOSITIONS, PRONOUNS
from diplo.parser.promises import PromiseReader
from diplo.parser.subjects import Side, Subject

_REACH_OF_THAT = 3
_REACH_OF_INSERTION = 10
_REACH_OF_OPINION = 4
_INSERTING = frozenset(("in", "during", "with", "at", "under", "inter"))
_BEFORE_PARTICIPLE = STANDING | AUXILIARIES | ADVERBS
_SHORTEST_THING = 2


class AgreementReader(PromiseReader):
    """Finds agreements in one document."""

    def agreed(
        self, utterance: Utterance, sentence: Sentence, subject: Subject, kind: CommitmentKind
    ) -> Iterator[Draft]:
        """Read what follows "agreed": "to act", "that X would act", "on a plan"."""
        folded, first, lemma = self.folded, utterance.first, utterance.lemma
        near = range(first, first + _REACH_OF_THAT)
        that = next((i for i in near if self.word(i) == "that" and folded[i - 1] not in PREPOSITIONS), None)
        if that is not None and that < utterance.last:
            yield from self._agreed_that(that, utterance, sentence, subject, kind)
            return
        tasked = next((i for i in range(first, utterance.last) if folded[i] == "to"), None)
        if lemma in self.words.tasking:
            if tasked is not None and tasked + 1 < utterance.last:
                act, last = self.skip_adverbs(tasked + 1, sentence), utterance.last
                yield Draft(utterance.verb, act, last, kind, subject, "tasked_to", sentence)
            return
        utterance = attrs.evolve(utterance, last=self.before_somebody(first, utterance.last))
        if self._is_granted(lemma, first, utterance.last):
            yield Draft(utterance.verb, first, utterance.last, kind, subject, "pledged", sentence)
            return
        if lemma in self.words.pledging and first in self.reader.names_at:
            first = self.reader.names_at[first].last
        first = self._behind_insertion(first, utterance.last)
        onto = lemma.endswith((" to", "commit")) or "to" in {folded[first], folded[first - 1]}
        if not onto:
            if folded[first - 1] in {"on", "upon"}:
                yield from self._agreed_on(utterance, first, sentence, subject, kind)
            return
        start = first + (folded[first] == "to")
        if folded[start] in self.words.ideals or (
            lemma in self.words.pledging
            and folded[start].endswith("ing")
            and not self.is_act(start, committed=True)
        ):
            return
        for place, (begin, act, end) in enumerate(self.acts(start, utterance.last)):
            plan = kind is CommitmentKind.AGREEMENT and self.is_plan(act, min(end, act + 4))
            chosen = CommitmentKind.PLAN if plan else kind
            last = self.with_list(end, sentence) if end == utterance.last else end
            yield Draft(begin if place else utterance.verb, act, last, chosen, subject, "agreed_to", sentence)

    def _is_granted(self, lemma: str, first: int, last: int) -> bool:
        """Tell whether what is pledged or announced is a thing: "pledged an additional sum"."""
        word, announced = self.folded[first], lemma in self.words.announcing
        if not announced and lemma not in self.words.granting:
            return False
        thing = word in DETERMINERS or word[:1].isdigit() or word in {"$", "€"}
        return thing or (self.is_sum(first) if announced else self.is_help(first, last))

    def _behind_insertion(self, first: int, last: int) -> int:
        """Return where "agreed, in principle, on" and "agreed with B to" go on."""
        if self.folded[first] != "," and self.folded[first] not in _INSERTING:
            return first
        for index in range(first + 1, min(last - 1, first + _REACH_OF_INSERTION)):
            if self.folded[index] in {"on", "upon"}:
                return index + 1
            if self.folded[index] == "to" and (self.is_base_verb(index + 1) or self.has_object(index + 1)):
                return index
        return first

    def _agreed_on(
        self, utterance: Utterance, first: int, sentence: Sentence, subject: Subject, kind: CommitmentKind
    ) -> Iterator[Draft]:
        """Read "agreed on a plan", "agreed on resuming talks and to convene the session"."""
        last = utterance.last
        acts = [(first, first, last)]
        if any(self.folded[i : i + 2] == ("and", "to") for i in range(first, last - 2)):
            acts = list(self.acts(first, last))
        opinion = self.folded[first : first + _REACH_OF_OPINION]
        if not self.lexicon.speech.opinions.isdisjoint(opinion):
            acts = acts[1:] if "of" in opinion else []
        for begin, act, end in acts:
            chosen = CommitmentKind.PLAN if self.is_event(act, end) else kind
            start = begin if begin > first else utterance.verb
            yield Draft(start, act, end, chosen, subject, "agreed_on", sentence)

    def _agreed_that(
        self,
        that: int,
        utterance: Utterance,
        sentence: Sentence,
        subject: Subject,
        kind: CommitmentKind,
    ) -> Iterator[Draft]:
        """Read "agreed that X would act, and that the session be held"."""
        folded = self.folded
        stops = [i for i in range(that + 1, utterance.last) if folded[i] == "that" and folded[i - 1] == "and"]
        for first, end in zip([that, *stops], [*stops, utterance.last], strict=True):
            will = next((i for i in range(first, end - 1) if folded[i] in FUTURE), None)
            held = next(
                (i for i in range(first, end - 1) if folded[i] == "be" and folded[i - 1] not in FUTURE), None
            )
            if will is None and (held is None or self.word(held + 1) not in self.words.done):
                continue
            act = self.skip_adverbs((will if will is not None else held or first) + 1, sentence)
            plan = will is None or self.is_plan(act, min(end, act + 4)) or self._is_session(first, act)
            actor = self.reader.named_subject(will, sentence) if will is not None else None
            if actor is not None and actor.pronoun:
                actor = subject
            done = self.word(act + 1)
            passive = folded[act] == "be" and done not in self.words.stative and self.is_past(done)
            act += passive
            somebody = (
                passive
                or actor
                or self.document.words[(will or first) - 1][:1].isupper()
                or folded[(will or first) - 1] in self.lexicon.topics.somebody
            )
            goes_on = folded[act] == "continue" and self.word(act + 1) != "to"
            if not somebody and (goes_on or folded[act] in self.words.effects):
                continue
            chosen = CommitmentKind.PLAN if plan else kind
            start = utterance.verb if first == that else first
            draft = Draft(
                start, act, end, chosen, actor if plan and actor else subject, "agreed_that", sentence
            )
            yield self.shortened(draft, end)

    def _is_session(self, first: int, act: int) -> bool:
        """Tell whether "consultations would be held" speaks of an event."""
        held = self.folded[act] == "be" and self.word(act + 1) in self.words.done
        return held and not self.words.events.isdisjoint(self.folded[first:act])

    def is_event(self, first: int, last: int) -> bool:
        """Tell whether "on holding the next session" speaks of an event."""
        return self.folded[first] in self.words.forward_acts and bool(
            set(self.folded[first:last]) & self.words.events
        )

    def was_agreed(self, index: int, sentence: Sentence) -> Iterator[Draft]:
        """Read "scholarships for nurses were also agreed upon"."""
        verb = self.back_over_adverbs(index, sentence) - 1
        start = self.subject_start(verb, sentence)
        words = self.folded[start:verb]
        stop = self.word(index + 1)
        stop = self.word(index + 2) if stop in {"on", "upon"} else stop
        if self.folded[verb] not in {"was", "were"} or len(words) < _SHORTEST_THING or stop in {"that", "to"}:
            return
        if self.lexicon.speech.opinions.isdisjoint(words):
            subject = Subject(verb, side=Side.BOTH)
            kind, last = CommitmentKind.AGREEMENT, self.clause_end(index, sentence, None)
            yield Draft(start, index, max(last, index + 1), kind, subject, "was_agreed", sentence)

    def agreement_to(self, index: int, sentence: Sentence) -> Iterator[Draft]:
        """Read "an agreement to open a line has been reached"."""
        act = self.skip_adverbs(index + 2, sentence)
        if self.word(index + 1) != "to" or not (self.is_base_verb(act) or self.has_object(act)):
            return
        for place in range(act + 1, sentence.last):
            if self.folded[place] in self.words.reached and self.folded[place - 1] in STANDING_OR_ADVERBS:
                end = place
                while self.folded[end - 1] in _BEFORE_PARTICIPLE:
                    end -= 1
                first = index - (self.folded[index - 1] in DETERMINERS)
                subject, kind = Subject(first, side=Side.BOTH), CommitmentKind.AGREEMENT
                yield Draft(first, act, end, kind, subject, "agreement_to", sentence)
                return
            if self.folded[place] in {",", ";", "that"}:
                return

    def shortened(self, draft: Draft, last: int) -> Draft:
        """Return an undertaking that ends where another one starts."""
        if self.folded[last - 1] == "which" and self.folded[last - 2] in PREPOSITIONS:
            last -= 2
        if self.folded[last - 1] in PRONOUNS and self.folded[last - 2] in TRAILING:
            last -= 1
        while last > draft.act + 1 and self.folded[last - 1] in TRAILING:
            last -= 1
        return attrs.evolve(draft, last=last)
