"""Acts that are foretold: "will act", "is scheduled to visit", "to be held in May"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import attrs

from diplo.lexicon import Cue, Form, NameKind
from diplo.model import Act, CommitmentKind
from diplo.parser.acts import Draft
from diplo.parser.document import Sentence
from diplo.parser.events import EventReader
from diplo.parser.floor import Utterance
from diplo.parser.grammar import DETERMINERS, PREPOSITIONS
from diplo.parser.subjects import Side, Subject

_REACH_OF_EVENT = 16
_REACH_OF_INSERTION = 6
_ASKING = frozenset((Act.CALL_FOR, Act.URGE))
NO_CUE = Cue("", "", Form.PRESENT)
_POINTING = frozenset(("this", "that", "these", "those", "which", "who", "there"))
_NEXT_CLAUSE = frozenset(((",", "and"), ("and", "that"), (",", "which"), (";", "and")))
_RELATIVE = frozenset(("which", "that", "who"))


class FutureReader(EventReader):
    """Finds such acts in one document."""

    def will(
        self, index: int, sentence: Sentence, speaker: Utterance | None, before: Draft | None
    ) -> Iterator[Draft]:
        """Read "X will act", "which will be signed", "the next session will be held"."""
        act = self._foretold(index, sentence)
        if act is None or self.is_denied(act, sentence):
            return
        last = self.clause_end(index, sentence, speaker)
        if self.is_conditional(index, last, sentence):
            return
        due = speaker is not None and self.folded[speaker.verb] == "it" and speaker.lemma == "expect"
        if speaker and speaker.act in _ASKING and speaker.first <= index and not due:
            return
        if not due and self._is_believed(index, sentence, speaker):
            return
        word = self.folded[act]
        hosted = self.hosted_event(index, act, last, sentence)
        if hosted:
            yield hosted
            return
        first = index
        told = self._is_told(index, speaker)
        if speaker and told and before is None and self._is_first_clause(index, speaker):
            first = speaker.verb
        doing = self.skip_adverbs(act + 1, sentence)
        if word == "be" and self.word(doing).endswith("ing"):
            act, word = doing, self.folded[doing]
        elif self.word(doing) in self.lexicon.encounters.granted and self.word(doing + 1) == "to":
            act, word = doing + 2, self.word(doing + 2)
        if word == "be":
            yield from self._will_be(index, act, last, sentence, speaker if told else None)
            return
        joined = self.folded[self.back_over_adverbs(index, sentence) - 1] in {",", "and"}
        known = speaker if told or (joined and speaker and speaker.speakers) else None
        subject = self._actor(index, act, sentence, known, before)
        dated = word in self.words.starts and self.is_dated(index, sentence.last)
        if subject is None and dated:
            yield self.plan(self.subject_start(index, sentence), act, last, sentence, "will_start")
        if subject is None or word in self.words.states:
            return
        if subject.pronoun and speaker:
            subject = attrs.evolve(subject, people=speaker.speakers, side=speaker.side)
        if word in self.words.mutual or ("each", "other") in pairwise(self.folded[act:last]):
            subject = attrs.evolve(subject, side=Side.BOTH)
        kind = self.kind_of(act, subject)
        if kind is not CommitmentKind.PLEDGE or not self.is_relational(act, sentence):
            yield Draft(first, act, last, kind, subject, "will_act", sentence)

    def _foretold(self, index: int, sentence: Sentence) -> int | None:
        """Return the verb after "will", or "will, in May,"; `None` after the noun: "the free will of"."""
        act = self.skip_adverbs(index + 1, sentence)
        if self.word(act) in {",", *PREPOSITIONS} and act < sentence.last:
            inserted = range(act + 1, min(sentence.last, act + _REACH_OF_INSERTION))
            dated = next((i for i in inserted if self.is_dated(i, i + 1)), None)
            if dated is None:
                return None
            act = dated + 1
            while self.word(act) == "," or self.word(act)[:1].isdigit():
                act += 1
        return act if act < sentence.last else None

    def _is_believed(self, index: int, sentence: Sentence, speaker: Utterance | None) -> bool:
        """Tell whether "will" tells what somebody only believes or hopes."""
        commas = (i for i in range(index - 1, sentence.first, -1) if self.folded[i] in {",", ";"})
        first = speaker.verb if speaker and speaker.verb < index else next(commas, sentence.first)
        return not self.words.beliefs.isdisjoint(self.folded[first:index])

    def _is_told(self, index: int, speaker: Utterance | None) -> bool:
        """Tell whether "will" stands in what somebody announces."""
        if speaker is None or speaker.lemma not in self.words.telling:
            return False
        if speaker.before and index < speaker.before[1]:
            return True
        if speaker.first > index:
            return False
        return "that" in self.folded[speaker.first : index] or index - speaker.first < _REACH_OF_EVENT

    def _is_first_clause(self, index: int, speaker: Utterance) -> bool:
        """Tell whether "will" stands in the first clause of what is said, not in "and that X will"."""
        words = self.folded[speaker.first : index]
        return speaker.first <= index and not any(pair in _NEXT_CLAUSE for pair in pairwise(words))

    def kind_of(self, act: int, subject: Subject) -> CommitmentKind:
        """Return the kind of an act that somebody will do."""
        planned = self.words.plan_acts.longest(self.folded, act, len(self.folded))
        if planned or self.is_plan(act, min(act + 4, len(self.folded))):
            return CommitmentKind.PLAN
        return self.kind_of_promise(subject)

    @staticmethod
    def kind_of_promise(subject: Subject) -> CommitmentKind:
        """Return the kind of what somebody promises: both sides agree, one of them pledges."""
        return CommitmentKind.AGREEMENT if subject.side is Side.BOTH else CommitmentKind.PLEDGE

    def _actor(
        self, index: int, act: int, sentence: Sentence, speaker: Utterance | None, before: Draft | None
    ) -> Subject | None:
        """Return who will act; `None` when a thing is the subject that nobody vouches for."""
        end = self.back_over_adverbs(index, sentence)
        previous = self.folded[end - 1]
        subject = self.reader.named_subject(end, sentence, NO_CUE)
        if previous == "we" and speaker and speaker.speakers:
            return Subject(index, speaker.speakers)
        if previous == "it":
            vouched = speaker is not None and self.folded[act] not in self.words.effects
            return self.country_before(end, sentence) if vouched else None
        sent = self.sent_by(end, sentence) if subject is None or not subject.people else None
        if sent and (subject is None or subject.side is Side.BOTH):
            return sent
        if subject is not None:
            return subject
        if before and previous in {",", "and"}:
            return before.subject
        if previous in self.words.events:
            planned = self.words.plan_acts.longest(self.folded, act, sentence.last)
            if planned or speaker is None or self.folded[act] in self.words.effects:
                return Subject(index, side=Side.BOTH) if planned else None
        named = end > sentence.first and self.document.words[end - 1][:1].isupper()
        named = named and self.words.instruments.longest(self.folded, end - 1, end) is None
        if previous in _POINTING or (self.folded[act] in self.words.effects and not named):
            return None
        if speaker:
            return Subject(index, speaker.speakers, speaker.side)
        return self.reader.noun_subject(end, sentence)

    def sent_by(self, end: int, sentence: Sentence) -> Subject | None:
        """Return whose people act: "Slovenian experts", "a team from Lisbon", "observers of the EU"."""
        start = self.subject_start(end, sentence)
        start += self.folded[start] in DETERMINERS
        name = self.reader.names_at.get(start)
        if name is None or name.last >= end or name.name.kind is not NameKind.ADJECTIVE:
            name, before = self.reader.names.get(end), "from"
            if name is None:
                name, before = self.reader.names.get(end - 1), "of"
            if name is None or self.folded[name.first - 1] != before:
                return None
        return Subject(start, country=name.party) if name.party else None

    def _will_be(
        self, index: int, act: int, last: int, sentence: Sentence, speaker: Utterance | None
    ) -> Iterator[Draft]:
        """Read "will be signed" and, when somebody announces it, "will be handed over"."""
        verb = self.skip_adverbs(act + 1, sentence)
        if verb >= sentence.last:
            return
        word = self.folded[verb]
        start = (
            self.head_of_relative(index, sentence)
            if self.folded[index - 1] in _RELATIVE
            else self.subject_start(index, sentence)
        )
        if speaker and word in self.words.moved:
            subject = Subject(index, speaker.speakers, speaker.side)
            yield Draft(start, verb, last, CommitmentKind.PLAN, subject, "will_be_done", sentence)
        elif word in self.words.done or word in self.words.moved:
            end = self.before_event(verb, last)
            if end < last:
                yield self.plan(end + 1, end + 1, last, sentence, "event_named")
            yield self.plan(start, verb, end, sentence, "will_be_done")
        elif (
            speaker
            and word not in self.words.stative
            and self.is_past(word)
            and self.folded[index - 1] not in _RELATIVE
        ):
            subject = Subject(index, speaker.speakers, speaker.side)
            yield Draft(start, verb, last, CommitmentKind.PLEDGE, subject, "will_be_done", sentence)

    def is_past(self, word: str) -> bool:
        """Tell whether a word looks like a past participle."""
        return word.endswith("ed") or word in self.lexicon.topics.participles
