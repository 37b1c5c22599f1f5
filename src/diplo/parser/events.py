"""Events to come: "the session, to be held in May", "the upcoming visit of X", "which Oman will host"."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplo.model import CommitmentKind
from diplo.parser.acts import STANDING, Draft
from diplo.parser.document import Sentence
from diplo.parser.ends import EndReader
from diplo.parser.floor import Utterance
from diplo.parser.grammar import DETERMINERS, FUTURE, OWNERS, PREPOSITIONS, is_ordinal
from diplo.parser.subjects import Side, Subject

_REACH_OF_EVENT = 16
_REACH_OF_HOST = 7
_REACH_OF_VISIT = 4
_VISITORS = frozenset(("of", "by", "to", "'s"))


class EventReader(EndReader):
    """Finds events to come in one document."""

    @staticmethod
    def plan(first: int, act: int, last: int, sentence: Sentence, rule: str) -> Draft:
        """Return a plan of both sides."""
        subject = Subject(first, side=Side.BOTH)
        return Draft(first, act, last, CommitmentKind.PLAN, subject, rule, sentence)

    def event_to_come(self, index: int, sentence: Sentence, speaker: Utterance | None) -> Iterator[Draft]:
        """Read "the session, to be held in May" and "the visit scheduled for next month"."""
        folded = self.folded
        ahead = speaker is not None and speaker.lemma == "look forward to"
        done = self.word(index + 2) in self.words.done or self.word(index + 2) in self.words.led
        to_be = done and folded[index : index + 2] == ("to", "be")
        due = folded[index] in self.words.scheduled
        set_for = due and self.word(index + 1) in {"for", "on", "in"}
        marked = due and self.word(index + 1) == "to" and index + 2 < sentence.last
        set_to = marked and self.words.taking_place.longest(folded, index + 2, sentence.last)
        if not (to_be or set_for or set_to) or folded[index - 1] in STANDING or folded[index - 1] in FUTURE:
            return
        if to_be and folded[index - 1] in self.words.scheduled:
            return
        place = self._event_before(index, sentence)
        last = self.clause_end(index, sentence, speaker)
        loose = to_be and not ahead and folded[index - 1] != ","
        if place is None or (loose and not self.is_dated(index, last)):
            return
        first = self._start_of_event(place, sentence)
        if self.words.backgrounds.longest(folded, first - 2, first):
            return
        if speaker and ahead:
            first = speaker.verb
        if folded[index - 1] == ",":
            stops = (
                i for i in range(index, last - 1) if folded[i] == "," and not folded[i + 1][:1].isdigit()
            )
            last = next((stop for stop in stops if self.is_dated(index, stop)), last)
        draft = self.plan(first, place, last, sentence, "event_to_come")
        yield attrs.evolve(draft, swapped=folded[place] in self.words.visits)

    def upcoming_visit(self, index: int, sentence: Sentence, speaker: Utterance | None) -> Iterator[Draft]:
        """Read "the upcoming official visit of the President to Oman"."""
        near = range(index + 1, min(sentence.last - 2, index + _REACH_OF_VISIT))
        event = next((i for i in near if self.folded[i] in self.words.visits), None)
        visit = event is not None
        if event is None and self.number_of_session(index + 1):
            near = range(index + 1, min(sentence.last - 1, index + _REACH_OF_EVENT))
            event = next((i for i in near if self.folded[i] in self.words.events), None)
        if event is None or self.word(event + 1) not in (_VISITORS if visit else PREPOSITIONS):
            return
        last = self.clause_end(event, sentence, speaker)
        first = index - (self.folded[index - 1] in DETERMINERS)
        draft = attrs.evolve(self.plan(first, event, last, sentence, "upcoming_visit"), swapped=visit)
        if speaker and self.folded[first] in OWNERS:
            own = Subject(first, speaker.speakers, speaker.side)
            draft = attrs.evolve(draft, subject=own, swapped=False)
        yield draft

    def number_of_session(self, index: int) -> bool:
        """Tell whether a token counts the sessions of one body: "the upcoming 4th Dialogue"."""
        word = self.word(index)
        return word in self.words.ordinals or is_ordinal(word)

    def hosted_event(self, index: int, act: int, last: int, sentence: Sentence) -> Draft | None:
        """Read "the summit, which Oman will host in May"."""
        begins = self.words.taking_place.longest(self.folded, act, last)
        if self.folded[act] not in self.words.holding and not begins:
            return None
        near = range(index - 1, max(sentence.first, index - (1 if begins else _REACH_OF_HOST) - 1), -1)
        which = next((i for i in near if self.folded[i] == "which"), None)
        place = self._event_before(which, sentence) if which is not None else None
        if which is None or place is None:
            return None
        last = self.end_of_relative(act, last)
        host = self.reader.named_subject(self.back_over_adverbs(index, sentence), sentence)
        draft = self.plan(self._start_of_event(place, sentence), act, last, sentence, "hosted_event")
        if begins and self.folded[place] in self.words.visits:
            return attrs.evolve(draft, act=place, swapped=True)
        return attrs.evolve(draft, subject=host) if host and host.country else draft

    def end_of_relative(self, first: int, last: int) -> int:
        """Return where "which Oman will host, and" ends."""
        return next((i for i in range(first, last - 1) if self.folded[i : i + 2] == (",", "and")), last)

    def scheduled_event(self, index: int, act: int, last: int, sentence: Sentence) -> Draft | None:
        """Read "the visit of the President, which is planned for May"."""
        place = self._event_before(index - 1, sentence) if self.folded[index - 1] == "which" else None
        if place is None:
            return None
        first, last = self._start_of_event(place, sentence), self.end_of_relative(act, last)
        draft = self.plan(first, place, last, sentence, "scheduled_event")
        return attrs.evolve(draft, swapped=self.folded[place] in self.words.visits)

    def _event_before(self, index: int, sentence: Sentence) -> int | None:
        """Return the last event named before a token."""
        near = range(index - 1, max(sentence.first, index - _REACH_OF_EVENT), -1)
        return next((place for place in near if self.folded[place] in self.words.events), None)

    def _start_of_event(self, place: int, sentence: Sentence) -> int:
        """Return where the noun phrase of an event starts."""
        first = place
        while first > sentence.first and not self._opens_phrase(first):
            first -= 1
        return first

    def _opens_phrase(self, index: int) -> bool:
        """Tell whether a noun phrase starts at a token."""
        before = self.folded[index - 1]
        return (
            self.folded[index] in DETERMINERS or before in PREPOSITIONS or before in {",", "and", "to"}
        ) and before not in DETERMINERS

    def country_before(self, end: int, sentence: Sentence) -> Subject | None:
        """Return the country that "it" means: the last one that stands as a subject before."""
        for index in range(end - 1, sentence.first, -1):
            name = self.reader.names.get(index)
            if name and name.name.code and self.folded[name.first - 1] not in PREPOSITIONS:
                return Subject(name.first, country=name.name.code)
        return None
