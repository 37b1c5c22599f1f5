"""Talk without a verb of saying: "held talks on X", "X was discussed", "spoke with B about X"."""

from __future__ import annotations

from collections.abc import Sequence

from diplo.lexicon import Cue, Form
from diplo.parser.document import Sentence
from diplo.parser.grammar import ADVERBS, BE, DETERMINERS, MONTHS, PREPOSITIONS, RELATIVES, WEEKDAYS
from diplo.parser.subjects import Side, Subject
from diplo.parser.turns import REACH_OF_TALKS, TurnReader
from diplo.parser.verb_subjects import Opening

_REACH_OF_TOPIC = 40
_REACH_OF_INVERSION = 12
_WERE = frozenset(("was", "were", "are", "is"))
_ENDING = frozenset((".", ";", ":", "who", "which", "while", "where"))


class DiscussionReader(TurnReader):
    """Finds talks that are told by a noun, a passive verb or a verb of meeting."""

    def passive(self, index: int, sentence: Sentence, found: Sequence[Opening]) -> Opening | None:
        """Read "it was noted that X" and "X were discussed"."""
        turned = self.turned(index, sentence, found)
        if turned:
            return turned
        folded, speech = self.document.folded, self.lexicon.speech
        been = folded[index] == "been" and index - 2 >= sentence.first and folded[index - 2] == "it"
        impersonal = been or (index > sentence.first and folded[index - 1] == "it")
        before = None if impersonal else speech.passive_before.longest(folded, index, sentence.last)
        if before:
            return self.passive_opening(
                index, before[0], Cue("discuss", "discuss", Form.PAST), found, sentence
            )
        if folded[index] not in BE or self._is_told(index, sentence, found):
            return None
        if not found and self._opens_inverted(index, sentence):
            return self.passive_opening(index, index + 1, Cue("discuss", "discuss", Form.PAST))
        return self._passive_verb(index, sentence, found, impersonal=impersonal)

    def _opens_inverted(self, index: int, sentence: Sentence) -> bool:
        """Tell whether "Also discussed there were" or "The areas she named were" opens a sentence."""
        folded, speech, first = self.document.folded, self.lexicon.speech, sentence.first
        if index - first > _REACH_OF_INVERSION or index + 1 >= sentence.last or folded[index] not in _WERE:
            return False
        if folded[index - 1] in ADVERBS or self.document.words[index + 1][:1].isdigit():
            return False
        verb = first + (folded[first] in ADVERBS)
        cue = speech.verbs.longest(folded, verb, index)
        if cue and cue[1].form is Form.PAST and cue[1].value == "discuss":
            return True
        return (
            folded[first] == "the"
            and folded[first + 1] in self.lexicon.topics.kinds
            and self._is_said(first + 2, index)
        )

    def _is_said(self, first: int, last: int) -> bool:
        """Tell whether talk stands in a stretch: "she named", "discussed", "under discussion"."""
        if not self.lexicon.speech.talks.isdisjoint(self.document.folded[first:last]):
            return True
        verbs = self.lexicon.speech.verbs.within(self.document.folded, first, last)
        return any(cue.form is Form.PAST for _, _, cue in verbs)

    def _passive_verb(
        self, index: int, sentence: Sentence, found: Sequence[Opening], *, impersonal: bool
    ) -> Opening | None:
        """Read the verb behind "was": "X was also discussed by both sides"."""
        folded, speech = self.document.folded, self.lexicon.speech
        verb = index + 1
        while verb < sentence.last and folded[verb] in ADVERBS:
            verb += 1
        if verb >= sentence.last:
            return None
        held = speech.holding.longest(folded, verb, sentence.last)
        if held and held[1].form is Form.PAST and folded[index - 1] in speech.talks:
            topic = self._topic_after(held[0], sentence)
            return self.passive_opening(index, topic, Cue("discuss", "discuss", Form.PAST)) if topic else None
        cue = speech.verbs.longest(folded, verb, sentence.last)
        if not cue or cue[1].form is not Form.PAST or cue[1].lemma.startswith("be "):
            return None
        following = folded[cue[0]] if cue[0] < sentence.last else ""
        if impersonal:
            told = following in {"that", "to"} or cue[1].lemma.endswith(" to")
            return self.passive_opening(index - 1, cue[0], cue[1]) if told else None
        if following == "by" and cue[1].lemma in self.lexicon.topics.telling:
            return self._by_somebody(verb, cue[0], cue[1], found, sentence)
        signed = cue[1].lemma in speech.signing
        if (cue[1].value not in speech.passive_acts and not signed) or following == "that":
            return None
        if following == "by":
            return self._by_somebody(index, cue[0], cue[1], found, sentence)
        if not signed and cue[1].value != "discuss" and self.named_subject(index, sentence):
            return None
        return self.passive_opening(index, cue[0], cue[1], found, sentence)

    def _by_somebody(
        self, index: int, first: int, cue: Cue, found: Sequence[Opening], sentence: Sentence
    ) -> Opening | None:
        """Read "X was stressed by the Minister"."""
        start = self.person_start(first + 1)
        person = self.person_of.get(start)
        both = self.lexicon.speech.both.longest(self.document.folded, first + 1, sentence.last)
        if both or (cue.lemma in self.lexicon.speech.signing and person is None):
            return self.passive_opening(index, sentence.last, cue, found, sentence)
        if person is not None and cue.lemma in self.lexicon.topics.telling:
            mention = next(m for m in self.people if m.first == start)
            return Opening(index, mention.last, cue, Subject(index, (person,)))
        if person is None or cue.value not in self.lexicon.speech.passive_acts:
            return None
        before = self.start_behind(sentence, found), index
        return Opening(index, sentence.last, cue, Subject(index, (person,)), before)

    def _is_told(self, index: int, sentence: Sentence, found: Sequence[Opening]) -> bool:
        """Tell whether a passive verb lies ahead, or inside of what somebody says."""
        folded = self.document.folded
        if folded[index] == "be" or folded[index - 1] in RELATIVES or index == sentence.first:
            return True
        return bool(found) and folded[found[-1].first] == "that" and found[-1].subject.side is not Side.NOBODY

    def talks(self, index: int, sentence: Sentence, found: Sequence[Opening]) -> Opening | None:
        """Read "had a productive exchange of views on X"."""
        folded, speech = self.document.folded, self.lexicon.speech
        held = speech.holding.longest(folded, index, sentence.last)
        if not held or held[1].form is Form.BASE:
            return None
        if held[1].form is Form.PARTICIPLE and folded[index - 1] in PREPOSITIONS | DETERMINERS:
            return None
        alone = held[1].lemma in speech.solo
        for place in range(held[0], min(sentence.last - 1, held[0] + REACH_OF_TALKS)):
            if folded[place] == "call" and folded[place + 1] == "on":
                return None
            if folded[place] in speech.talks:
                topic = self._topic_after(place + 1, sentence)
                cue = Cue(
                    "inform" if alone else "discuss", f"{held[1].lemma} {folded[place]} on", held[1].form
                )
                subject = self.subject_of(index, cue, sentence, found) if alone else None
                subject = subject or Subject(index, side=Side.BOTH)
                return Opening(index, topic, cue, subject) if topic else None
            if folded[place] in _ENDING:
                return None
        return None

    def met_about(self, index: int, sentence: Sentence) -> Opening | None:
        """Read "spoke today with President A of B about X"."""
        met = self.lexicon.encounters.verbs.longest(self.document.folded, index, sentence.last)
        if not met or met[1].form is not Form.PAST or met[1].lemma in self.lexicon.speech.chairing:
            return None
        topic = self._topic_after(met[0], sentence)
        if topic is None:
            return None
        cue = Cue("discuss", f"{met[1].lemma} on", met[1].form)
        return Opening(topic - 1, topic, cue, Subject(topic - 1, side=Side.BOTH))

    def _topic_after(self, first: int, sentence: Sentence) -> int | None:
        """Return the token behind the "on" or "about" that tells what was talked about."""
        folded, speech = self.document.folded, self.lexicon.speech
        stop = min(sentence.last - 1, first + _REACH_OF_TOPIC)
        if first < stop and folded[first] == "of" and folded[first + 1] not in speech.views:
            return first + 1
        for index in range(first, stop):
            word = folded[index]
            if word in speech.about and index not in self.inside:
                if not self._is_time_or_place(index + 1):
                    return index + 1
            elif self._ends_search(index):
                return None
        return None

    def _ends_search(self, index: int) -> bool:
        """Tell whether the words about one meeting end at a token: with a comma outside of titles."""
        word, following = self.document.folded[index], self.document.folded[index + 1]
        if word == ",":
            return index not in self.inside and index + 1 not in self.inside
        return word in _ENDING or (word == "to" and following in self.lexicon.speech.verbs.firsts)

    def _is_time_or_place(self, index: int) -> bool:
        """Tell whether "on" starts a date or names an occasion."""
        word = self.folded_after_article(index)
        return (
            word in MONTHS or word in WEEKDAYS or word[:1].isdigit() or word in self.lexicon.speech.occasions
        )

    def folded_after_article(self, index: int) -> str:
        """Return the word at a place, or behind its article."""
        folded = self.document.folded
        return folded[index + (folded[index] in {"the", "a", "an"})]
