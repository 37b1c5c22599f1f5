"""What reports an encounter, with the people on either side of it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplo.model import MeetingFormat
from diplo.parser.cues import FoundCue
from diplo.parser.document import Sentence, starting_within
from diplo.parser.grammar import ADVERBS, AUXILIARIES, DEFINITE
from diplo.parser.reports import ReportReader

_CLOSE = 3
_SIDES = 2
_OPENING_PHRASE = 6


@attrs.frozen
class Trigger:
    """Words that report an encounter.

    Attributes:
        sentence: index of the sentence.
        token: first token of the verb or noun.
        lemma: the verb phrase in its base form, or the noun.
        format: what the words alone tell.
        subjects: people before it, or those of the verb before it in the sentence.
        objects: people after it.
        weak: the words report an encounter only when nothing firmer does.
        announced_in: index of the sentence that told of it before, together with others.
    """

    sentence: int
    token: int
    lemma: str
    format: MeetingFormat
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    weak: bool
    announced_in: int | None = None

    @property
    def parties(self) -> tuple[int, ...]:
        """Everybody whom the words join, each once, in the order of the text."""
        return tuple(dict.fromkeys(self.subjects + self.objects))


class TriggerReader(ReportReader):
    """Finds what reports an encounter in one document."""

    def triggers(self) -> Iterator[Trigger]:
        """Yield what reports an encounter, in the order of the text."""
        foretold = False
        for number, sentence in enumerate(self.document.sentences):
            cues = tuple(self.cues(sentence))
            found = [f for f in cues if self.is_reported(f, sentence)]
            previous: Trigger | None = None
            for place, here in enumerate(found):
                stop = found[place + 1].first if place + 1 < len(found) else sentence.last
                previous = self._trigger(number, sentence, here, stop, previous)
                if foretold and here.noun and previous.weak and self.folded[here.first - 1] == "the":
                    continue
                foretold = False
                yield previous
            foretold = foretold or any(self.is_foretold(f, sentence) for f in cues)

    def _trigger(
        self, number: int, sentence: Sentence, found: FoundCue, stop: int, previous: Trigger | None
    ) -> Trigger:
        """Return a verb or noun with the people before and behind it."""
        attended = self.attendance_start(sentence)
        attended = attended if attended > found.first or not self._is_relative(attended) else sentence.last
        accompanied = attended < found.first and self.folded[attended] in self.words.accompanying
        stop = stop if accompanied else min(stop, attended)
        if previous is None:
            before = self.end_of_front(sentence, found.first)
        else:
            before = self._adjacent_subject(found.first, previous.token)
        subjects = self.present(number, sentence, before, attended if accompanied else found.first)
        if not subjects and previous is not None:
            subjects = previous.subjects
        end = found.last if found.talk else self.end_of_report(found.last, stop)
        objects = self.present(number, sentence, found.first + 1, end)
        if not objects:
            objects = self._met_with(number, end, stop) or self._behind_colon(number, found.last)
        if found.noun and not subjects and len(objects) == 1:
            subjects = self._subject_behind(number, found, end, stop)
        weak = self._is_weak(found, number, subjects, objects)
        return Trigger(
            number, found.first, found.cue.lemma, MeetingFormat(found.cue.value), subjects, objects, weak
        )

    def _is_relative(self, index: int) -> bool:
        """Tell whether a clause about somebody starts at a token: "who attended the summit"."""
        return self.folded[index - 1] == "who"

    def _is_weak(
        self, found: FoundCue, number: int, subjects: tuple[int, ...], objects: tuple[int, ...]
    ) -> bool:
        """Tell whether words report an encounter only when nothing firmer does: "welcomed the news"."""
        if found.talk:
            return True
        if found.noun:
            return found.cue.lemma in self.words.weak or len(set(subjects + objects)) < _SIDES
        if found.cue.lemma not in self.words.weak:
            return False
        firm = found.cue.lemma in self.words.firm_with_guest and objects and subjects
        return not (firm and self._has_guest(found, number))

    def _has_guest(self, found: FoundCue, number: int) -> bool:
        """Tell whether a person stands right behind a verb: not in "welcomed the decision of A"."""
        firsts = (self.people[index].first for index in self.by_sentence.get(number, ()))
        return any(found.first < first <= found.last + _CLOSE for first in firsts)

    def _adjacent_subject(self, verb: int, start: int) -> int:
        """Return where the people start who stand right before a later verb; the verb when nobody does."""
        end = verb
        while end > start and (self.folded[end - 1] in ADVERBS or self.folded[end - 1] in AUXILIARIES):
            end -= 1
        if self.folded[end - 1] == "who" and end - 1 > start:
            end -= 1 + (self.folded[end - 2] == ",")
        index = self.person_ends.get(end)
        return verb if index is None else self.people[index].first

    def _subject_behind(self, number: int, found: FoundCue, first: int, last: int) -> tuple[int, ...]:
        """Return who acts in "Engaging in talks with B during a visit, A said": who stands behind a comma."""
        if found.first - self.document.sentences[number].first > _OPENING_PHRASE:
            return ()
        for index in self.by_sentence.get(number, ()):
            start = self.people[index].first
            start -= self.folded[start - 1] in DEFINITE
            person = self.entities.of_mention[index]
            if first <= start < last and self.folded[start - 1] == "," and person is not None:
                return (person,) if self.can_meet(person) else ()
        return ()

    def _met_with(self, number: int, first: int, last: int) -> tuple[int, ...]:
        """Return whom "met to discuss X with B" and "held talks on X with B" name."""
        found: list[int | None] = []
        for index in self.by_sentence.get(number, ()):
            mention = self.people[index]
            if first <= mention.first < last:
                before = self.folded[mention.first - 1]
                before = self.folded[mention.first - 2] if before in DEFINITE else before
                led = before == "by" and self.folded[mention.first - 2] in self.words.leading
                if before == "with" or led or found:
                    found.append(self.entities.of_mention[index])
        return tuple(person for person in found if person is not None and self.can_meet(person))

    def _behind_colon(self, number: int, first: int) -> tuple[int, ...]:
        """Return whom "met ambassadors who had just arrived: A; B" lists."""
        sentence = self.document.sentences[number]
        colon = next((i for i in range(first, sentence.last) if self.folded[i] == ":"), sentence.last)
        group = any(mention.plural for mention in starting_within(self.people, first, colon))
        return self.present(number, sentence, colon, sentence.last) if group else ()

    def end_of_report(self, first: int, last: int) -> int:
        """Return where a sentence turns from the encounter to what was said there."""
        for index in range(first + 1, last):
            if self.folded[index] in self.words.report_ends or self.folded[index] in self.words.asides:
                return index
        return last
