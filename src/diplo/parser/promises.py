"""Undertakings told by an adjective, a noun or a signature: "is ready to", "commitment to", "signed"."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplo.lexicon import Form, NameKind
from diplo.model import Act, CommitmentKind
from diplo.parser.acts import Draft
from diplo.parser.document import Sentence
from diplo.parser.floor import Utterance
from diplo.parser.grammar import DETERMINERS, POSSESSIVE
from diplo.parser.schedules import ScheduleReader
from diplo.parser.subjects import Side, Subject

_REACH_OF_SPEAKER = 14
_REACH_OF_OWNER = 5
_REACH_OF_INVITATION = 24
_REACH_OF_INSTRUMENT = 14
_THANKFUL = frozenset((Act.AGREE, Act.PRAISE, Act.WELCOME, Act.THANK, Act.URGE, Act.CALL_FOR))
_JOINED = frozenset((",", "and", ")"))


class PromiseReader(ScheduleReader):
    """Finds such undertakings in one document."""

    def ready_or_scheduled(
        self, index: int, sentence: Sentence, speaker: Utterance | None
    ) -> Iterator[Draft]:
        """Read "is ready to act", "is committed to helping", "is scheduled to visit"."""
        adjective = self.skip_adverbs(index + 1, sentence)
        if adjective + 2 >= sentence.last or self.is_denied(adjective, sentence):
            return
        word = self.folded[adjective]
        if word in self.words.invited and self.folded[adjective + 1] == "to":
            yield from self._invited(index, adjective, sentence, speaker)
            return
        if word not in self.words.ready:
            yield from self.scheduled(index, adjective, sentence, speaker)
            return
        act = self.skip_adverbs(adjective + 2, sentence)
        if self.folded[adjective + 1] not in {"to", "for"} or not self.is_act(
            act, committed=word in self.words.vows
        ):
            return
        end = self.back_over_adverbs(index, sentence)
        subject = self.reader.named_subject(end, sentence) or (
            Subject(index, speaker.speakers, speaker.side)
            if speaker
            else self.reader.noun_subject(end, sentence)
        )
        if subject is None:
            return
        if speaker and (subject.pronoun or (self.folded[end - 1] == "we" and speaker.speakers)):
            subject = attrs.evolve(subject, people=speaker.speakers, side=speaker.side)
        last = self.clause_end(index, sentence, speaker)
        yield from self._promised(index, act, last, subject, "is_ready_to", sentence)

    def _invited(
        self, index: int, verb: int, sentence: Sentence, speaker: Utterance | None
    ) -> Iterator[Draft]:
        """Read "The Minister was invited to visit": the other side invites."""
        guest = self.reader.named_subject(self.back_over_adverbs(index, sentence), sentence)
        if guest and guest.people and self.folded[verb + 2] in self.words.invited_acts:
            last = self.clause_end(index, sentence, speaker)
            kind = CommitmentKind.INVITATION
            yield Draft(index, verb + 2, last, kind, guest, "was_invited", sentence, swapped=True)

    def _promised(
        self, first: int, start: int, last: int, subject: Subject, rule: str, sentence: Sentence
    ) -> Iterator[Draft]:
        """Yield the acts to which somebody is ready, each by itself."""
        kind = self.kind_of_promise(subject)
        if self.words.conditions & set(self.folded[start:last]):
            kind = CommitmentKind.OFFER
        for place, (begin, act, end) in enumerate(self.acts(start, last)):
            planned = self.folded[act] in self.words.planned_promises
            chosen = CommitmentKind.PLAN if planned else kind
            yield Draft(begin if place else first, act, end, chosen, subject, rule, sentence)

    def readiness(self, index: int, sentence: Sentence, speaker: Utterance | None) -> Iterator[Draft]:
        """Read "expressed readiness to act", "reaffirmed its commitment to providing"."""
        if index + 2 >= sentence.last or self.is_denied(index, sentence):
            return
        act = self._act_of_noun(index, sentence)
        if act is None:
            return
        given = self._giver(index, sentence)
        if given:
            last = self.clause_end(index, sentence, speaker)
            yield from self._promised(given[0], act, last, given[1], "readiness_to", sentence)
            return
        if speaker is None or not 0 <= index - speaker.verb <= _REACH_OF_SPEAKER:
            return
        owner = self._owner_after(index) or self._owner(index, sentence)
        firm = self.folded[index] in self.words.vows or self.folded[index] in self.words.settled
        welcomed = speaker.act is Act.WELCOME and owner is not None and not firm
        offered = self.folded[index] in self.words.offers
        backed = speaker.act is Act.SUPPORT and self.folded[index] != "support"
        if (speaker.act in _THANKFUL or offered or backed) and not welcomed:
            return
        if speaker.act is Act.DISCUSS and speaker.side is Side.BOTH:
            return
        subject = owner or Subject(speaker.verb, speaker.speakers, speaker.side)
        first = index if welcomed else speaker.verb
        last = self.clause_end(index, sentence, speaker)
        drafts = self._promised(first, act, last, subject, "readiness_to", sentence)
        yield from (attrs.evolve(draft, kind=CommitmentKind.OFFER) if offered else draft for draft in drafts)

    def _act_of_noun(self, index: int, sentence: Sentence) -> int | None:
        """Return the act to which "readiness" or "commitment" leads, when it is a concrete one."""
        marker = index + 1
        if self.folded[marker] == "of":
            owned = range(marker + 1, min(sentence.last - 2, marker + _REACH_OF_OWNER))
            marker = next((place for place in owned if self.folded[place] == "to"), marker)
        if self.folded[marker] not in {"to", "for"}:
            return None
        act = self.skip_adverbs(marker + 1, sentence)
        if not self.is_act(act, committed=self.folded[index] in self.words.vows):
            return None
        if self.folded[index] == "support" and not self.folded[act].endswith("ing"):
            return None
        return None if self.is_relational(act, sentence) else act

    def _giver(self, index: int, sentence: Sentence) -> tuple[int, Subject] | None:
        """Return the verb and the subject of "gave the undertaking to"."""
        for place in range(index - 1, max(sentence.first, index - _REACH_OF_OWNER), -1):
            if self.folded[place] in self.words.giving:
                subject = self.reader.named_subject(self.back_over_adverbs(place, sentence), sentence)
                return (place, subject) if subject else None
        return None

    def _owner_after(self, index: int) -> Subject | None:
        """Return whose readiness it is: "the readiness of Tbilisi to"."""
        owner = self.reader.names_at.get(index + 2) if self.folded[index + 1] == "of" else None
        return Subject(index, country=owner.name.code) if owner and owner.name.code else None

    def _owner(self, index: int, sentence: Sentence) -> Subject | None:
        """Return whose readiness it is: "Japan's plan to"."""
        for place in range(index - 1, max(sentence.first, index - _REACH_OF_OWNER), -1):
            if self.folded[place] == "of" or self.folded[place] in self.words.readiness:
                break
            name = self.reader.names.get(index) if place == index - 1 else None
            if name and name.name.code and name.name.kind is NameKind.ADJECTIVE:
                return Subject(index, country=name.name.code)
            if self.folded[place] in POSSESSIVE:
                owner = self.reader.named_subject(place, sentence)
                return owner if owner and (owner.people or owner.country) else None
        return None

    def intends(self, index: int, sentence: Sentence, speaker: Utterance | None) -> Iterator[Draft]:
        """Read "the Bank intends to sign", "his country plans to open"."""
        if index + 2 >= sentence.last or self.folded[index + 1] != "to" or self.is_denied(index, sentence):
            return
        end = self.back_over_adverbs(index, sentence)
        subject = self.reader.named_subject(end, sentence)
        named = self.document.words[end - 1][:1].isupper() and end > sentence.first
        if subject is None and named and speaker and speaker.first < index:
            subject = Subject(index, speaker.speakers, speaker.side)
        if subject is None:
            return
        if subject.pronoun and speaker:
            subject = attrs.evolve(subject, people=speaker.speakers, side=speaker.side)
        act = self.skip_adverbs(index + 2, sentence)
        last = self.clause_end(index, sentence, speaker)
        yield from self._promised(index, act, last, subject, "intends_to", sentence)

    def invitation(self, index: int, sentence: Sentence, speaker: Utterance | None) -> Iterator[Draft]:
        """Read "a letter with an invitation to attend the summit", "handed over an invitation"."""
        folded = self.folded
        near = folded[max(sentence.first, index - 5) : index]
        passed = folded[index - 2 : index] == ("at", "the")
        if passed or (speaker and speaker.act is Act.INVITE) or self.words.accepting & set(near):
            return
        article = folded[index - 1] in {"an", "the"}
        handed = self._handed(index, sentence)
        if speaker is None and not article and not handed:
            return
        for place in range(index + 1, min(sentence.last - 1, index + _REACH_OF_INVITATION)):
            come = folded[place] == "to" and folded[place + 1] in self.words.invited_acts
            if come or (handed and folded[place] in {"to", "for"} and folded[place + 1] in DETERMINERS):
                first, subject = handed or (index - article, None)
                if subject is None and speaker:
                    subject = Subject(index, speaker.speakers, speaker.side)
                last = self.clause_end(index, sentence, speaker)
                kind = CommitmentKind.INVITATION
                yield Draft(first, place + 1, last, kind, subject, "invitation", sentence)
                return

    def _handed(self, index: int, sentence: Sentence) -> tuple[int, Subject | None] | None:
        """Return the verb and the subject of "the Ambassador handed over to the Minister an invitation"."""
        for place in range(index - 1, max(sentence.first, index - _REACH_OF_SPEAKER), -1):
            cue = self.lexicon.speech.verbs.longest(self.folded, place, index)
            if cue and cue[1].lemma in self.words.handing:
                named = self.reader.named_subject(self.back_over_adverbs(place, sentence), sentence)
                people = self.reader.people_in(sentence, place)[:1]
                return place, named or (Subject(place, people) if people else None)
        return None

    def accepts(self, index: int, sentence: Sentence, speaker: Utterance | None) -> Iterator[Draft]:
        """Read "accepted the invitation to visit"."""
        near = self.folded[index + 1 : min(sentence.last, index + 8)]
        if not self.words.invitations & set(near) or self.is_denied(index, sentence):
            return
        end = self.back_over_adverbs(index, sentence)
        subject = self.reader.named_subject(end, sentence) or (
            Subject(index, speaker.speakers, speaker.side) if speaker else None
        )
        if subject or (end > sentence.first and self.document.words[end - 1][:1].isupper()):
            last = self.clause_end(index, sentence, speaker)
            yield Draft(index, index, last, CommitmentKind.PLAN, subject, "accepts_invitation", sentence)

    def signed(self, index: int, sentence: Sentence, speaker: Utterance | None) -> Iterator[Draft]:
        """Read "signed two agreements", "four documents were signed"."""
        cue = self.words.signing.longest(self.folded, index, sentence.last)
        if not cue or cue[1].form not in {Form.PAST, Form.PRESENT} or self.is_denied(index, sentence):
            return
        said = self.lexicon.speech.verbs.longest(self.folded, index, sentence.last)
        if said and said[0] > cue[0]:
            return
        end = self.back_over_adverbs(index, sentence)
        previous = self.folded[end - 1] if end > sentence.first else ""
        subject = Subject(index, side=Side.BOTH)
        if previous == "had":
            return
        if previous in {"was", "were", "been"}:
            if self.folded[end - 2] not in {"that", "which"} and self.instrument_in(sentence.first, index):
                start = self.passive_start(index, sentence)
                last = self.without_relative(index, self.clause_end(index, sentence, None))
                yield self._concluded(start, index, last, subject, "were_signed", sentence)
            return
        if not self.instrument_in(index, min(sentence.last, index + _REACH_OF_INSTRUMENT)):
            return
        known = (
            self.reader.named_subject(end, sentence)
            or self.reader.noun_subject(end, sentence)
            or previous in _JOINED
            or (speaker is not None and speaker.verb == index)
        )
        if known:
            last = self.without_relative(index, self.clause_end(index, sentence, speaker))
            yield self._concluded(index, index, last, subject, "signed", sentence)

    def launched(self, index: int, sentence: Sentence, speaker: Utterance | None) -> Iterator[Draft]:
        """Read "they launched a programme", which all sides did together."""
        end = self.back_over_adverbs(index, sentence)
        subject = self.reader.named_subject(end, sentence)
        joint = subject is not None and subject.side is Side.BOTH
        if joint and subject and self.folded[index + 1 : index + 2] in {("a",), ("an",), ("the",)}:
            last = self.without_relative(index, self.clause_end(index, sentence, speaker))
            yield self._concluded(index, index, last, subject, "launched", sentence)

    @staticmethod
    def _concluded(first: int, act: int, last: int, subject: Subject, rule: str, sentence: Sentence) -> Draft:
        """Return an agreement that was just signed."""
        return Draft(first, act, last, CommitmentKind.AGREEMENT, subject, rule, sentence, concluded=True)
