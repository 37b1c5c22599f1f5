"""Whether a verb or noun of meeting reports an encounter that took place."""

from __future__ import annotations

from diplo.lexicon import Form
from diplo.parser.cues import CueReader, FoundCue
from diplo.parser.document import ParagraphKind, Sentence
from diplo.parser.grammar import ADVERBS, AUXILIARIES, FUTURE, PRONOUNS

_AGENT_REACH = 25
_NEAR_NOUN, _NEAR_HELD = 4, 3
_AIRPORT_REACH = 6
_NOW = frozenset(("today", "now", "currently"))


class ReportReader(CueReader):
    """Tells reports of encounters in one document apart from plans and memories."""

    def is_reported(self, found: FoundCue, sentence: Sentence) -> bool:
        """Tell whether the words report something done: not "will meet", "when they last met"."""
        if found.held:
            return not self._is_background(found, sentence, _NEAR_HELD)
        if found.noun:
            announced = self._is_announced(sentence, found.first)
            return not announced and not self._is_background(found, sentence, _NEAR_NOUN)
        folded, words = self.folded, self.words
        if found.cue.lemma in words.passive_verbs and self._is_arrival(found, sentence):
            return False
        before = self._before_adverbs(found, sentence)
        previous = folded[before] if before >= sentence.first else ""
        if found.cue.lemma in words.passive_verbs and found.cue.form is Form.PAST:
            if previous in words.passive:
                sent = words.sent_things.isdisjoint(folded[sentence.first : before])
                return sent and self._has_agent(found, sentence) and folded[before - 1] not in words.future
            if folded[found.last : found.last + 1] == ("by",):
                return False
        today = previous == "had" and any(map(self._is_of_this_day, range(sentence.first, found.first)))
        if self._is_under_way(found, previous, sentence) or self._is_granted(found, before, sentence):
            return True
        if previous in words.future or (previous in words.no_verb_after and not today):
            return False
        if not self._has_subject(found, before, sentence) or self._is_coordinated_future(before, sentence):
            return False
        return self._is_finite(found, previous, sentence) and not self._is_background(
            found, sentence, _NEAR_NOUN
        )

    def is_foretold(self, found: FoundCue, sentence: Sentence) -> bool:
        """Tell whether a verb speaks of an encounter to come: "will meet with", "to meet with"."""
        before = self._before_adverbs(found, sentence)
        future = before >= sentence.first and self.folded[before] in FUTURE
        return not found.noun and (future or self._is_coordinated_future(before, sentence))

    def _is_under_way(self, found: FoundCue, previous: str, sentence: Sentence) -> bool:
        """Tell whether somebody "is meeting today" with somebody."""
        today = not _NOW.isdisjoint(self.folded[sentence.first : sentence.last])
        return found.cue.form is Form.PARTICIPLE and previous in {"is", "are"} and today

    def _is_granted(self, found: FoundCue, before: int, sentence: Sentence) -> bool:
        """Tell whether somebody "was pleased to receive" a guest or "had the opportunity to meet" one."""
        opening = self.folded[sentence.first : before]
        if found.cue.form is not Form.BASE or self.folded[before] != "to" or not opening:
            return False
        return opening[-1] in self.words.granted and self.words.announcing.isdisjoint(opening)

    def _is_arrival(self, found: FoundCue, sentence: Sentence) -> bool:
        """Tell the protocol of an arrival apart: "welcomed the emir at the International Airport"."""
        arrivals = (i for i in range(found.last, sentence.last) if self.folded[i] in self.words.arrivals)
        place = next(arrivals, found.last)
        return "at" in self.folded[max(found.last, place - _AIRPORT_REACH) : place]

    def _before_adverbs(self, found: FoundCue, sentence: Sentence) -> int:
        """Return the token before a verb and its adverbs: that of "who" in "who also warmly received"."""
        before = found.first - 1
        while (
            before >= sentence.first
            and self.folded[before] in ADVERBS
            and self.folded[before] not in self.words.denials
        ):
            before -= 1
        return before

    def _has_agent(self, found: FoundCue, sentence: Sentence) -> bool:
        """Tell whether "by" follows a passive: "was received by B"."""
        return "by" in self.folded[found.last : min(sentence.last, found.last + _AGENT_REACH)]

    def _is_finite(self, found: FoundCue, previous: str, sentence: Sentence) -> bool:
        """Tell whether the form of a verb can report: "met", "Upon receiving", in headlines also "meet"."""
        if found.cue.form is Form.PARTICIPLE:
            opens = not previous and found.cue.lemma not in self.words.weak
            return previous in self.words.participle_openers or opens
        if found.cue.form is Form.BASE:
            return self.document.kind(sentence) is ParagraphKind.HEADLINE
        return True

    def _has_subject(self, found: FoundCue, before: int, sentence: Sentence) -> bool:
        """Tell a verb apart from a noun or participle like it: "the talks", "proposals discussed with B"."""
        doubtful = found.talk or found.cue.form is Form.PRESENT
        if not doubtful or before < sentence.first or self.document.kind(sentence) is ParagraphKind.HEADLINE:
            return True
        previous = self.folded[before]
        if previous in self.words.joining or previous in PRONOUNS or previous in AUXILIARIES:
            return True
        return before + 1 in self.person_ends or previous in self.words.groups

    def _is_coordinated_future(self, before: int, sentence: Sentence) -> bool:
        """Tell whether "and met" goes on with a future: "will travel to Oman and hold talks"."""
        if before < sentence.first or self.folded[before] not in {"and", ","}:
            return False
        for index in range(before - 1, sentence.first - 1, -1):
            if self.folded[index] in FUTURE:
                return True
            if self.folded[index] in self.words.clause_stops or index in self.person_ends:
                return False
        return False

    def _is_announced(self, sentence: Sentence, token: int) -> bool:
        """Tell whether the clause before a noun speaks of what is to come."""
        return not self.words.announcing.isdisjoint(self.folded[sentence.first : token])

    def _is_background(self, found: FoundCue, sentence: Sentence, reach: int) -> bool:
        """Tell whether an earlier encounter is recalled: "when they last met", "since the two met in May"."""
        places = range(max(sentence.first, found.first - reach), found.first)
        return any(
            self.folded[place] in self.words.background and not self._is_of_this_day(place)
            for place in places
        )

    def _is_of_this_day(self, place: int) -> bool:
        """Tell "earlier today", "earlier this week" apart from what is recalled."""
        return self.folded[place] == "earlier" and self.folded[place + 1] in {"today", "this", "on", "in"}
