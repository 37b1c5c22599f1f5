"""Undertakings told by an adjective, a noun or a signature: "is ready to", "commitment to", "signed"."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplo.lexicon import Form
from diplo.model import Act, CommitmentKind
from diplo.parser.acts import ActReader, Draft
from diplo.parser.document import Sentence
from diplo.parser.statements import Utterance
from diplo.parser.subjects import Side, Subject

BE = frozenset(
    ("is", "are", "was", "were", "be", "been", "being", "stands", "stand", "stood", "remains", "remain")
)


class PromiseReader(ActReader):
    """Finds such undertakings in one document."""

    def ready_or_scheduled(
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
        if word in self.words.scheduled and self.word(act) not in {
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

    def readiness(self, index: int, sentence: Sentence, speaker: Utterance | None) -> Iterator[Draft]:
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
        signing = self.word(act) in {"sign", "signing"}
        kind = (
            CommitmentKind.PLAN if signing else CommitmentKind.AGREEMENT if joint else CommitmentKind.PLEDGE
        )
        if "if" in self.folded[act:last] and kind is CommitmentKind.PLEDGE:
            kind = CommitmentKind.OFFER
        yield Draft(speaker.verb, act, last, kind, subject, "readiness_to", sentence)

    def signed(self, index: int, sentence: Sentence, speaker: Utterance | None) -> Iterator[Draft]:
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
