"""The main encounter of a text: the first that the body tells, completed by the headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from diplo.model import MeetingFormat, Office
from diplo.parser.attendance import AttendanceReader
from diplo.parser.document import ParagraphKind, Sentence, starting_within
from diplo.parser.grammar import PRONOUNS
from diplo.parser.triggers import Trigger

_ANSWER_REACH = 4
_PAIR = 2
_ROLL_REACH = 18
_HEADING = 5
_GROUP_REACH = 3
_AUTHOR = frozenset(("i", "we"))
_SIDE_REACH = 6
_LEADER_REACH, _LISTED_REACH = 12, 4


class MainReader(AttendanceReader):
    """Finds the main encounter of one document."""

    def main(self, triggers: Sequence[Trigger]) -> Trigger | None:
        """Return the main encounter: the first body sentence that tells it, completed by the headline."""
        headline = [t for t in triggers if self.is_headline(t.sentence)]
        body = [t for t in triggers if not self.is_headline(t.sentence)]
        told = tuple(dict.fromkeys(p for t in headline for p in t.parties))
        firm = [t for t in body if not t.weak]
        for told_by in (firm, body):
            complete = [c for t in told_by if len((c := self._completed(t, told)).parties) > 1]
            if complete:
                chosen = (c for c in complete if not told or set(c.parties) & set(told))
                return self._with_roll(next(chosen, complete[0]))
        if len(told) > 1 and not all(t.weak for t in headline):
            return attrs.evolve(headline[0], subjects=told, objects=headline[0].objects)
        return self._listed_encounter(body) or self._of_delegations() or self._of_countries(body)

    def _with_roll(self, trigger: Trigger) -> Trigger:
        """Return an encounter of "the ministers of the region" with those whom a list names."""
        if not any(m.plural and m.sentence == trigger.sentence for m in self.people):
            return trigger
        everybody = dict.fromkeys((*trigger.subjects, *self._on_the_roll()))
        return attrs.evolve(trigger, subjects=tuple(everybody))

    def _on_the_roll(self) -> tuple[int, ...]:
        """Return those whom a list of participants names."""
        numbers = [n for n, s in enumerate(self.document.sentences) if self._opens_roll(s)]
        named = (person for n in numbers for person in self._named_on(n))
        return tuple(dict.fromkeys(named))

    def _named_on(self, number: int) -> Iterator[int]:
        """Yield those whom one list names: "Participants included A", "Taking part in it were A and B"."""
        found = [person for person, _ in self.attendees((number,))]
        sentence = self.document.sentences[number]
        openers = (
            i for i in range(sentence.first, sentence.last) if self.folded[i] in self.words.list_openers
        )
        if not found and self.folded[sentence.first] in self.words.roll_heads:
            yield from self.listed_from(number, next(openers, sentence.last))
        yield from found

    def _listed_encounter(self, body: Sequence[Trigger]) -> Trigger | None:
        """Return an encounter whose sentence names nobody, with those whom a list of participants names."""
        listed = self._on_the_roll() if body else ()
        return attrs.evolve(body[0], subjects=listed) if len(listed) > 1 else None

    def _of_countries(self, body: Sequence[Trigger]) -> Trigger | None:
        """Return a meeting of "Oman and Chad" of which nobody is said to have come: who speaks for each."""
        opening = self.document.sentences[:_HEADING]
        first = next((t for t in body if t.sentence < _HEADING and t.lemma in self.words.meeting_nouns), None)
        if first is None:
            return None
        pair = self._countries_joined(opening[-1].last)
        speaking: dict[str | None, int] = {}
        for person in self.people_within(0, len(self.folded)):
            known = self.entities.people[person]
            if known.name and known.role and known.country in pair and self.can_meet(person):
                speaking.setdefault(known.country, person)
        told = tuple(speaking.values())
        return attrs.evolve(first, subjects=told, objects=()) if len(told) == _PAIR else None

    def _countries_joined(self, last: int) -> tuple[str, ...]:
        """Return the first two countries that are named side by side: "Oman and Chad", "Oman, Chad"."""
        for one, other in pairwise(starting_within(self.names, 0, last)):
            codes = one.name.code, other.name.code
            if self.folded[one.last : other.first] in {("and",), (",",)} and all(codes):
                return tuple(code for code in codes if code)
        return ()

    def _of_delegations(self) -> Trigger | None:
        """Return consultations of which a text tells only who led the two delegations that took part."""
        leaders, nouns = self._leaders(), self.words.nouns
        for number, sentence in enumerate(self.document.sentences if leaders else ()):
            told = nouns.within(self.folded, sentence.first, sentence.last)
            if any(self._leading(number, sentence)) and any(told):
                format_ = MeetingFormat.UNSTATED
                return Trigger(number, sentence.first, "lead delegation", format_, leaders, (), weak=False)
        return None

    def _opens_roll(self, sentence: Sentence) -> bool:
        """Tell whether a sentence heads the list of those who took part: "Participants included:"."""
        if any(self.words.rolls.within(self.folded, sentence.first, sentence.last)):
            return True
        opening = self.folded[sentence.first : min(sentence.last, sentence.first + _ROLL_REACH)]
        heads = self.words.roll_heads
        return opening[0] in heads and not self.words.list_openers.isdisjoint(opening)

    def is_headline(self, number: int) -> bool:
        """Tell whether a sentence is the headline."""
        return self.document.kind(self.document.sentences[number]) is ParagraphKind.HEADLINE

    def _completed(self, trigger: Trigger, headline: tuple[int, ...]) -> Trigger:
        """Return an encounter with those whom the headline or a sentence near by names as the other side."""
        if not trigger.parties:
            trigger = attrs.evolve(trigger, subjects=self._peers(trigger) or self._leaders())
        parties = set(trigger.parties)
        if headline and (not parties or parties & set(headline)):
            missing = tuple(p for p in headline if p not in parties)
            trigger = attrs.evolve(trigger, objects=(*trigger.objects, *missing))
        if trigger.parties and not trigger.subjects:
            spoken_of = tuple(self._spoken_of(trigger)) or self._group_before(trigger)
            trigger = attrs.evolve(trigger, subjects=spoken_of)
        if len(trigger.parties) < 2:
            trigger = attrs.evolve(trigger, objects=(*trigger.objects, *self._beside(trigger)))
        return trigger

    def _spoken_of(self, trigger: Trigger) -> Iterator[int]:
        """Yield who "he" is in "He called on B": the first person of the sentence before."""
        sentence = self.document.sentences[trigger.sentence]
        lead = self.folded[sentence.first : trigger.token]
        if not _AUTHOR.isdisjoint(lead):
            yield from self._author()
            return
        if PRONOUNS.isdisjoint(lead) or not trigger.sentence:
            return
        before = self.document.sentences[trigger.sentence - 1]
        people = self.present(trigger.sentence - 1, before, before.first, before.last)
        yield from [person for person in people if person not in trigger.objects][:1]

    def _group_before(self, trigger: Trigger) -> tuple[int, ...]:
        """Return who "the ministers" are in "The ministers met B": those whom a sentence before names."""
        sentence = self.document.sentences[trigger.sentence]
        groups = (m for m in self.people if m.plural and sentence.first <= m.first < trigger.token)
        if not trigger.sentence or not any(groups):
            return ()
        for number in range(trigger.sentence - 1, max(-1, trigger.sentence - 1 - _GROUP_REACH), -1):
            before = self.document.sentences[number]
            people = self.present(number, before, before.first, before.last)
            if len(people) >= _PAIR:
                return () if set(people) & set(trigger.objects) else people
        return ()

    def _author(self) -> Iterator[int]:
        """Yield who "I" is: the first of the publisher's people at the head of the text."""
        for number, sentence in enumerate(self.document.sentences[:_HEADING]):
            for person in self.present(number, sentence, sentence.first, sentence.last):
                known = self.entities.people[person]
                if known.name and known.own:
                    yield person
                    return

    def _peers(self, trigger: Trigger) -> tuple[int, ...]:
        """Return the two whom "The two Prime Ministers held talks" means: those of that office before."""
        first = self.document.sentences[trigger.sentence].first
        groups = (m for m in self.people if m.plural and m.office and m.sentence == trigger.sentence)
        group = next(groups, None)
        if group is None:
            return ()
        before = dict.fromkeys(self.people_within(0, first))
        alike = {group.office, Office.FOREIGN_MINISTER if group.office is Office.MINISTER else group.office}
        holders = tuple(p for p in before if self.entities.people[p].office in alike)
        return holders if len(holders) == _PAIR else ()

    def _leaders(self) -> tuple[int, ...]:
        """Return the heads of two delegations: "The Omani side was led by A and the Chadian side by B"."""
        sentences = enumerate(self.document.sentences)
        sides = [people for n, sentence in sentences for people in self._leading(n, sentence) if people]
        return tuple(dict.fromkeys(p for side in sides for p in side)) if len(sides) == _PAIR else ()

    def _leading(self, number: int, sentence: Sentence) -> Iterator[tuple[int, ...]]:
        """Yield who leads a delegation, for each of a sentence: "A and B led the Omani delegation"."""
        folded, sides = self.folded, self.lexicon.sides.side_nouns
        for index in range(sentence.first + 1, sentence.last):
            near = folded[max(sentence.first, index - _SIDE_REACH) : index + _SIDE_REACH]
            if folded[index] == "by" and (
                folded[index - 1] in sides
                or (folded[index - 1] in self.words.leading and not sides.isdisjoint(near))
            ):
                yield self._led_by(number, sentence, index)
            elif folded[index] in self.words.leading and folded[index + 1] != "by":
                behind = folded[index : index + _SIDE_REACH]
                if not sides.isdisjoint(behind):
                    yield self.present(number, sentence, sentence.first, index)[-1:]

    def _led_by(self, number: int, sentence: Sentence, start: int) -> tuple[int, ...]:
        """Return whom "led by A, the Minister, and B" names: those joined to the first."""
        found: list[int] = []
        last = start
        for index in self.by_sentence.get(number, ()):
            mention, person = self.people[index], self.entities.of_mention[index]
            near = start < mention.first < (start + _LEADER_REACH if not found else last + _LISTED_REACH)
            if near and person is not None and person in self.present(number, sentence, start, sentence.last):
                if found and "and" not in self.folded[last : mention.first]:
                    break
                found.append(person)
                last = mention.last
        return tuple(dict.fromkeys(found))

    def _beside(self, trigger: Trigger) -> Iterator[int]:
        """Yield the people of a neighbouring sentence, when the words name fewer than two."""
        noun = trigger.lemma in self.words.meeting_nouns
        if trigger.weak and trigger.parties and not noun:
            return
        for number in (trigger.sentence + 1, trigger.sentence - 1):
            if 0 <= number < len(self.document.sentences):
                sentence = self.document.sentences[number]
                end = self.attendance_start(sentence)
                found = self.present(number, sentence, sentence.first, end)
                others = [person for person in found if person not in trigger.parties]
                if others:
                    rest = not trigger.parties or self._opens_roll(sentence)
                    yield from others if rest else others[:1]
                    return
        if trigger.parties and not trigger.objects:
            yield from self._replying(trigger)

    def _replying(self, trigger: Trigger) -> Iterator[int]:
        """Yield who answers later on, when those who were met have no name: "For his part, B said"."""
        for number in range(trigger.sentence + 1, len(self.document.sentences)):
            sentence = self.document.sentences[number]
            turn = self.lexicon.speech.turns.longest(self.folded, sentence.first, sentence.last)
            if turn:
                found = self.present(number, sentence, turn[0], min(sentence.last, turn[0] + _ANSWER_REACH))
                others = [person for person in found if person not in trigger.parties]
                if others:
                    yield others[0]
                    return
