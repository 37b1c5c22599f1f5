"""The rules by which somebody undertakes something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplo.lexicon import Form
from diplo.model import Act, CommitmentKind
from diplo.parser.acts import TRAILING, WILL, ActReader
from diplo.parser.clauses import Side, Subject
from diplo.parser.document import ParagraphKind, Sentence
from diplo.parser.grammar import ADVERBS, DETERMINERS
from diplo.parser.statements import Utterance

_BE = frozenset(
    ("is", "are", "was", "were", "be", "been", "being", "stands", "stand", "stood", "remains", "remain")
)
_TELLING = frozenset(
    (
        "announce",
        "confirm",
        "assure",
        "reassure",
        "affirm",
        "reaffirm",
        "state",
        "pledge",
        "promise",
        "convey",
        "inform",
    )
)


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


class UndertakingReader(ActReader):
    """Finds where somebody undertakes something."""

    def drafts(self, number: int, statements: Sequence[Utterance]) -> Iterator[Draft]:
        """Yield the undertakings of a sentence, rule by rule."""
        sentence = self.document.sentences[number]
        if self.document.kind(sentence) is ParagraphKind.HEADLINE:
            return
        here = [u for u in statements if u.sentence == number and u.rule != "list_item"]
        for utterance in here:
            yield from self._uttered(utterance, sentence)
        for index in range(sentence.first, sentence.last):
            word = self.folded[index]
            speaker = self._speaker(index, here)
            if word in WILL:
                yield from self._will(index, sentence, speaker)
            elif word in _BE:
                yield from self._ready_or_scheduled(index, sentence, speaker)
            elif word in self.words.readiness:
                yield from self._readiness(index, sentence, speaker)
            else:
                yield from self._signed(index, sentence, speaker)

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

    def _ready_or_scheduled(
        self, index: int, sentence: Sentence, speaker: Utterance | None
    ) -> Iterator[Draft]:
        """Read "is ready to act", "is committed to helping", "is scheduled to visit"."""
        adjective = self.skip_adverbs(index + 1, sentence)
        if (
            adjective + 2 >= sentence.last
            or self.folded[adjective + 1] not in {"to", "for"}
            or self.is_denied(adjective, sentence)
        ):
            return
        act = self.skip_adverbs(adjective + 2, sentence)
        word = self.folded[adjective]
        subject = self.reader.named_subject(self.back_over_adverbs(index, sentence), sentence)
        last = self.clause_end(index, sentence, speaker)
        if word in self.words.scheduled and self.folded[act] not in {
            "be",
            "have",
            "become",
            "increase",
            "grow",
        }:
            yield Draft(
                index,
                act,
                last,
                CommitmentKind.PLAN,
                subject or Subject(index, side=Side.BOTH),
                "is_scheduled_to",
                sentence,
            )
        elif word in self.words.ready and subject and self.is_act(act, committed=word == "committed"):
            if subject.pronoun and speaker:
                subject = attrs.evolve(subject, people=speaker.speakers, side=speaker.side)
            conditional = "if" in self.folded[act:last]
            kind = (
                CommitmentKind.OFFER
                if conditional
                else CommitmentKind.AGREEMENT
                if subject.side is Side.BOTH
                else CommitmentKind.PLEDGE
            )
            yield Draft(index, act, last, kind, subject, "is_ready_to", sentence)

    def _readiness(self, index: int, sentence: Sentence, speaker: Utterance | None) -> Iterator[Draft]:
        """Read "expressed readiness to act", "reaffirmed its commitment to providing"."""
        if (
            speaker is None
            or index + 2 >= sentence.last
            or self.folded[index + 1] not in {"to", "for"}
            or index - speaker.verb > 10
        ):
            return
        act = self.skip_adverbs(index + 2, sentence)
        word = self.folded[index]
        if self.is_denied(index, sentence) or not self.is_act(
            act, committed=word in {"commitment", "determination", "resolve", "aspiration", "support"}
        ):
            return
        if speaker.act in {Act.PRAISE, Act.WELCOME, Act.THANK}:
            return
        subject = Subject(speaker.verb, speaker.speakers, speaker.side)
        last = self.clause_end(index, sentence, speaker)
        joint = speaker.side is Side.BOTH
        signing = self.folded[act] in {"sign", "signing"}
        kind = (
            CommitmentKind.PLAN if signing else CommitmentKind.AGREEMENT if joint else CommitmentKind.PLEDGE
        )
        if "if" in self.folded[act:last] and kind is CommitmentKind.PLEDGE:
            kind = CommitmentKind.OFFER
        yield Draft(speaker.verb, act, last, kind, subject, "readiness_to", sentence)

    def _signed(self, index: int, sentence: Sentence, speaker: Utterance | None) -> Iterator[Draft]:
        """Read "signed two agreements", "four documents were signed"."""
        cue = self.words.signing.longest(self.folded, index, sentence.last)
        if not cue or cue[1].form not in {Form.PAST, Form.PRESENT} or self.is_denied(index, sentence):
            return
        previous = self.folded[index - 1] if index > sentence.first else ""
        if previous in {"was", "were", "been"} or self.folded[index - 2 : index] in {
            ("were", "also"),
            ("was", "also"),
        }:
            if not self.instrument_in(sentence.first, index):
                return
            yield Draft(
                self.passive_start(index, sentence),
                index,
                self.clause_end(index, sentence, None),
                CommitmentKind.AGREEMENT,
                Subject(index, side=Side.BOTH),
                "were_signed",
                sentence,
                concluded=True,
            )
            return
        subject = self.reader.named_subject(self.back_over_adverbs(index, sentence), sentence) or (
            Subject(index, side=Side.BOTH) if previous in {",", "and", ")"} else None
        )
        if subject and self.instrument_in(index, min(sentence.last, index + 14)):
            yield Draft(
                index,
                index,
                self.clause_end(index, sentence, speaker),
                CommitmentKind.AGREEMENT,
                attrs.evolve(subject, side=Side.BOTH, people=()),
                "signed",
                sentence,
                concluded=True,
            )
