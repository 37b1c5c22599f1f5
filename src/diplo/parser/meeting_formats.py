"""In which format people met: in person, by telephone, by video."""

from __future__ import annotations

import attrs

from diplo.model import MeetingFormat
from diplo.parser.document import Sentence
from diplo.parser.further_encounters import FurtherReader
from diplo.parser.triggers import Trigger

_BEFORE, _BEHIND = 12, 40
_NEARBY = 4


class FormatReader(FurtherReader):
    """Reads the formats of the encounters of one document."""

    def format(self, trigger: Trigger) -> MeetingFormat:
        """Return the format: what words say, else what the verb says."""
        sentence = self.document.sentences[trigger.sentence]
        told = self._format_of_words(sentence, trigger)
        if told:
            return told
        headlines = [n for n in range(trigger.sentence) if self.is_headline(n)]
        if headlines and trigger.sentence <= headlines[-1] + 2:
            whole = attrs.evolve(self.document.sentences[0], last=self.document.sentences[headlines[-1]].last)
            told = self._format_of_words(whole)
            if told and (trigger.format is not MeetingFormat.IN_PERSON or told is MeetingFormat.VIDEO):
                return told
            met = not told and "meeting" in self.folded[: whole.last]
            if met and trigger.lemma.startswith("speak"):
                return MeetingFormat.IN_PERSON
        return self._format_nearby(trigger) if trigger.format is MeetingFormat.UNSTATED else trigger.format

    def _format_nearby(self, trigger: Trigger) -> MeetingFormat:
        """Return what the next sentences call an encounter of which only the talk is told: "the meeting"."""
        last = min(len(self.document.sentences), trigger.sentence + _NEARBY)
        for sentence in self.document.sentences[trigger.sentence : last]:
            told = self._format_of_words(sentence)
            if told:
                return told
            if not self.words.in_person.isdisjoint(self.folded[sentence.first : sentence.last]):
                return MeetingFormat.IN_PERSON
        open_verb = trigger.weak or not trigger.lemma.startswith("hold ")
        return MeetingFormat.UNSTATED if open_verb else MeetingFormat.IN_PERSON

    def _format_of_words(self, sentence: Sentence, trigger: Trigger | None = None) -> MeetingFormat | None:
        """Return the format that words of a sentence name."""
        first, last = sentence.first, sentence.last
        if trigger is not None:
            first, last = max(first, trigger.token - _BEFORE), min(last, trigger.token + _BEHIND)
        for start, end, told in self.words.formats.within(self.folded, first, last, sentence.last):
            if self.folded[start] not in self.words.call_nouns or self._is_telephone_call(start, end):
                return told
        return None

    def _is_telephone_call(self, first: int, last: int) -> bool:
        """Tell a telephone call from a call for something, or a courtesy call."""
        following = self.folded[last]
        previous = self.folded[first - 1] if first else ""
        return following not in self.words.no_call and previous not in self.words.no_call_behind
