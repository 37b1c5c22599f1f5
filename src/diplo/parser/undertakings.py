"""The rules by which somebody undertakes something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplo.model import Act, CommitmentKind
from diplo.parser.acts import TRAILING, WILL, Draft
from diplo.parser.document import ParagraphKind, Sentence
from diplo.parser.grammar import ADVERBS, DETERMINERS
from diplo.parser.promises import BE, PromiseReader
from diplo.parser.statements import Utterance
from diplo.parser.subjects import Side, Subject

_TELLING = frozenset(
    """announce confirm assure reassure affirm reaffirm state pledge promise convey inform""".split()
)


class UndertakingReader(PromiseReader):
    """Finds where somebody undertakes something."""

    def drafts(self, number: int, here: Sequence[Utterance]) -> Iterator[Draft]:
        """Yield the undertakings of a sentence, rule by rule."""
        sentence = self.document.sentences[number]
        if self.document.kind(sentence) is ParagraphKind.HEADLINE:
            return
        for utterance in here:
            yield from self._uttered(utterance, sentence)
        for index in range(sentence.first, sentence.last):
            word = self.folded[index]
            speaker = self._speaker(index, here)
            if word in WILL:
                yield from self._will(index, sentence, speaker)
            elif word in BE:
                yield from self.ready_or_scheduled(index, sentence, speaker)
            elif word in self.words.readiness:
                yield from self.readiness(index, sentence, speaker)
            else:
                yield from self.signed(index, sentence, speaker)

    def shortened(self, draft: Draft, last: int) -> Draft:
        """Return an undertaking that ends where another one starts."""
        while last > draft.act + 1 and (
            self.folded[last - 1] in TRAILING or self.folded[last - 1] in {"that", "the"}
        ):
            last -= 1
        return attrs.evolve(draft, last=last)

    def _speaker(self, index: int, here: Sequence[Utterance]) -> Utterance | None:
        """Return the utterance in which a token stands."""
        return next((u for u in reversed(here) if u.verb <= index < max(u.last, u.first + 1)), None)

    def _uttered(self, utterance: Utterance, sentence: Sentence) -> Iterator[Draft]:
        """Read "agreed to", "pledged to", "invited", "looks forward to welcoming"."""
        subject = Subject(utterance.verb, utterance.speakers, utterance.side)
        first = utterance.first
        if first >= utterance.last:
            return
        if utterance.act is Act.AGREE or (
            utterance.act is Act.PLEDGE
            and utterance.lemma in {"pledge", "promise", "vow", "commit", "commit to", "undertake"}
        ):
            joint = utterance.side is not None
            kind = CommitmentKind.AGREEMENT if joint else CommitmentKind.PLEDGE
            yield from self._agreed(utterance, sentence, subject, kind)
        elif utterance.act is Act.INVITE and not self.is_denied(utterance.verb, sentence):
            yield Draft(
                utterance.verb, first, utterance.last, CommitmentKind.INVITATION, subject, "invited", sentence
            )
        elif utterance.lemma == "look forward to":
            yield from self._looked_forward(utterance, sentence, subject)

    def _agreed(
        self, utterance: Utterance, sentence: Sentence, subject: Subject, kind: CommitmentKind
    ) -> Iterator[Draft]:
        """Read what follows "agreed": "to act", "that X would act", "on a plan"."""
        folded, first = self.folded, utterance.first
        head = folded[first]
        if self.is_denied(utterance.verb, sentence):
            return
        lemma = utterance.lemma
        if head == "that":
            if not any(word in WILL for word in folded[first : utterance.last]):
                return
            kind = CommitmentKind.PLAN if self.is_plan(first, utterance.last) else kind
            yield Draft(
                utterance.verb,
                self.after_will(first, utterance.last),
                utterance.last,
                kind,
                subject,
                "agreed_that",
                sentence,
            )
            return
        onto = lemma.endswith((" to", "commit")) or head == "to"
        start = first + (head == "to")
        if not onto:
            if (
                folded[first - 1] in {"on", "upon"}
                and not set(folded[first : first + 4]) & self.lexicon.speech.opinions
            ):
                yield Draft(utterance.verb, first, utterance.last, kind, subject, "agreed_on", sentence)
            return
        if lemma.startswith("commit") and not self.is_act(start, committed=True):
            return
        for place, (begin, act, end) in enumerate(self.acts(start, utterance.last)):
            chosen = (
                CommitmentKind.PLAN
                if self.is_plan(act, min(end, act + 4)) and kind is CommitmentKind.AGREEMENT and place >= 0
                else kind
            )
            yield Draft(
                utterance.verb if place == 0 else begin, act, end, chosen, subject, "agreed_to", sentence
            )

    def _looked_forward(self, utterance: Utterance, sentence: Sentence, subject: Subject) -> Iterator[Draft]:
        """Read "looks forward to welcoming", "to the visit of", "to the next session"."""
        first = utterance.first
        act = first + (self.folded[first] in DETERMINERS)
        while act < utterance.last and (
            self.folded[act] in ADVERBS
            or self.folded[act]
            in {"next", "upcoming", "forthcoming", "official", "state", "planned", "first"}
            or self.folded[act].endswith(("th", "nd", "rd"))
        ):
            act += 1
        if act < utterance.last and (
            self.folded[act] in self.words.forward_acts or self.folded[act] in self.words.events
        ):
            visit = self.folded[act] in {"visit", "visits", "welcoming", "hosting", "receiving"}
            yield Draft(
                utterance.verb,
                act,
                utterance.last,
                CommitmentKind.PLAN,
                subject,
                "looks_forward_to",
                sentence,
                swapped=visit and self.folded[act] in {"visit", "visits"},
            )

    def _will(self, index: int, sentence: Sentence, speaker: Utterance | None) -> Iterator[Draft]:
        """Read "X will act", "which will be signed", "the next session will be held"."""
        act = self.skip_adverbs(index + 1, sentence)
        if act >= sentence.last or self.is_denied(act, sentence) or self.is_conditional(index, sentence):
            return
        word = self.folded[act]
        last = self.clause_end(index, sentence, speaker)
        first = index
        told = speaker is not None and self.folded[speaker.first : speaker.first + 1] == ("that",)
        if speaker and told and speaker.first <= index and speaker.lemma in _TELLING:
            first = speaker.verb
        if word == "be":
            verb = self.skip_adverbs(act + 1, sentence)
            passive = verb < sentence.last and self.folded[verb].endswith(("ed", "held", "nt", "wn", "de"))
            if not passive or self.folded[verb] in {"determined", "required", "needed", "limited", "based"}:
                return
            held = self.folded[verb] in {
                "held",
                "signed",
                "convened",
                "launched",
                "exchanged",
                "hosted",
                "organized",
                "organised",
                "opened",
                "inaugurated",
                "scheduled",
                "handed",
                "delivered",
                "established",
                "concluded",
                "resumed",
                "completed",
            }
            if held:
                start = (
                    self.head_of_relative(index, sentence)
                    if self.folded[index - 1] in {"which", "that"}
                    else self.subject_start(index, sentence)
                )
                end = self.before_event(verb, last)
                if end < last:
                    yield Draft(
                        end + 1,
                        end + 1,
                        last,
                        CommitmentKind.PLAN,
                        Subject(index, side=Side.BOTH),
                        "event_named",
                        sentence,
                    )
                    last = end
                yield Draft(
                    start,
                    verb,
                    last,
                    CommitmentKind.PLAN,
                    Subject(index, side=Side.BOTH),
                    "will_be_done",
                    sentence,
                )
            return
        event = self.reader.document.folded[index - 1] in self.words.events
        subject = self.reader.named_subject(self.back_over_adverbs(index, sentence), sentence)
        if subject is None and event:
            subject = Subject(index, side=Side.BOTH)
        elif subject is None and first != index and word not in self.words.effects and speaker:
            subject = Subject(index, speaker.speakers, speaker.side)
        if subject is None or word in self.words.states:
            return
        if subject.pronoun and speaker:
            subject = attrs.evolve(subject, people=speaker.speakers, side=speaker.side)
        continued = word == "continue"
        plan = word in self.words.plan_acts and not continued
        kind = (
            CommitmentKind.PLAN
            if plan
            else CommitmentKind.AGREEMENT
            if subject.side is Side.BOTH
            else CommitmentKind.PLEDGE
        )
        yield Draft(first, act, last, kind, subject, "will_act", sentence)
