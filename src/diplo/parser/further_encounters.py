"""The encounters beside the main one, and those that one verb tells at once: "met separately with"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from diplo.parser.grammar import PRONOUNS
from diplo.parser.main_encounter import MainReader
from diplo.parser.triggers import Trigger

_MEMORY = 3
_EACH_REACH = 4
_OPENING, _SEVERAL = 3, 2
_OBJECTS = frozenset(("him", "her"))


class FurtherReader(MainReader):
    """Finds the further encounters of one document."""

    def further(self, triggers: Iterable[Trigger], main: Trigger) -> list[Trigger]:
        """Return the encounters beside the main one, each with its own set of people."""
        found: list[Trigger] = []
        known = [frozenset(main.parties)]
        for trigger in triggers:
            behind = trigger.sentence > main.sentence or self._follows(trigger, main)
            if not (behind or self._is_of_series(trigger, main)):
                continue
            if self.is_headline(trigger.sentence) or (
                trigger.weak and not trigger.objects and len(trigger.subjects) < 2
            ):
                continue
            if self._lists_company(trigger):
                continue
            whole = self._with_subject(trigger, main)
            if trigger.weak and not self._introduces(whole, main, found):
                continue
            parties = frozenset(whole.parties)
            if len(parties) < 2 or any(parties <= other for other in known if not self._is_apart(whole)):
                continue
            if parties in known or not self._is_separate(whole, main) or self._is_domestic(parties):
                continue
            known.append(parties)
            found.append(whole)
        return found

    def _is_of_series(self, trigger: Trigger, main: Trigger) -> bool:
        """Tell whether a report before the main one is one of several that a sentence has announced."""
        first = self.document.sentences[trigger.sentence].first
        announced = not self.words.severally.isdisjoint(self.folded[:first])
        return announced and trigger.sentence < main.sentence and len(trigger.objects) == 1

    def _lists_company(self, trigger: Trigger) -> bool:
        """Tell whether a noun only says in what others took part: "B also participated in the meeting"."""
        sentence = self.document.sentences[trigger.sentence]
        return trigger.lemma in self.words.meeting_nouns and self.attendance_start(sentence) < trigger.token

    def in_turn(self, main: Trigger) -> list[Trigger]:
        """Return the encounters of "A received three envoys", of whom the text then tells one by one."""
        for number in range(min(_OPENING, len(self.document.sentences))):
            sentence = self.document.sentences[number]
            group = next((m for m in self.people if m.plural and m.sentence == number), None)
            host = self.present(number, sentence, sentence.first, sentence.last)
            if group is None or len(host) != 1 or not set(host) <= set(main.parties):
                continue
            counts = self.lexicon.undertakings.numbers
            count = counts.get(self.folded[group.first], counts.get(self.folded[group.first - 1], 0))
            guests = list(self._speaking_in_turn(number + 1, host[0]))
            if len(guests) == count >= _SEVERAL:
                return [attrs.evolve(main, sentence=n, subjects=host, objects=(p,)) for n, p in guests]
        return []

    def _speaking_in_turn(self, number: int, host: int) -> Iterator[tuple[int, int]]:
        """Yield those who are named at the head of a sentence behind a report, each with that sentence."""
        known = {host}
        for later in range(number, len(self.document.sentences)):
            sentence = self.document.sentences[later]
            for person in self.present(later, sentence, sentence.first, sentence.last):
                guest = self.entities.people[person]
                if person not in known and guest.name and not (guest.own and guest.role):
                    known.add(person)
                    yield later, person

    @staticmethod
    def _introduces(trigger: Trigger, main: Trigger, found: Sequence[Trigger]) -> bool:
        """Tell whether weak words join one who met before with one who has not yet met anybody."""
        known = {person for other in (main, *found) for person in other.parties}
        parties = set(trigger.parties)
        return bool(parties & set(main.parties)) and len(parties - known) == 1 and len(parties) == 2

    @staticmethod
    def _follows(trigger: Trigger, main: Trigger) -> bool:
        """Tell whether words stand behind the main verb in its own sentence."""
        return trigger.sentence == main.sentence and trigger.token > main.token

    def _with_subject(self, trigger: Trigger, main: Trigger) -> Trigger:
        """Return "He also met with X", "B received him" with the person of whom it speaks."""
        if trigger.subjects and not trigger.objects and self.folded[trigger.token + 1] in _OBJECTS:
            guests = (person for person in main.objects if person not in trigger.subjects)
            return attrs.evolve(trigger, objects=tuple(guests)[:1])
        if trigger.subjects or not trigger.objects:
            return trigger
        sentence = self.document.sentences[trigger.sentence]
        spoken_of = not PRONOUNS.isdisjoint(self.folded[sentence.first : trigger.token])
        visiting = self.words.guests | self.words.programmes
        if not visiting.isdisjoint(self.folded[sentence.first : trigger.token]):
            away = [p for p in main.parties if self.entities.people[p].country != self.entities.issuer]
            if away and away[0] not in trigger.objects:
                return attrs.evolve(trigger, subjects=(away[0],))
        if len(trigger.parties) > 1 and not spoken_of:
            return trigger
        if (
            main.sentence == trigger.sentence - 1
            and main.subjects
            and main.subjects[0] not in trigger.objects
        ):
            return attrs.evolve(trigger, subjects=main.subjects[:1])
        for number in range(trigger.sentence - 1, max(-1, trigger.sentence - 1 - _MEMORY), -1):
            sentence = self.document.sentences[number]
            for person in self.people_within(sentence.first, sentence.last):
                if person in main.parties and person not in trigger.objects:
                    return attrs.evolve(trigger, subjects=(person,))
        rest = [person for person in main.parties if person not in trigger.objects]
        return attrs.evolve(trigger, subjects=tuple(rest[:1]))

    def _is_separate(self, trigger: Trigger, main: Trigger) -> bool:
        """Tell whether a later verb of meeting is an encounter of its own."""
        parties, principal = set(trigger.parties), set(main.parties)
        if parties - principal:
            return bool(parties & principal) or self._is_apart(trigger) or len(trigger.subjects) == 1
        return len(principal) > 2 and self._is_apart(trigger)

    def _is_domestic(self, parties: Iterable[int]) -> bool:
        """Tell whether all are of one country: an ambassador who welcomes the minister at the airport."""
        people = [self.entities.people[person] for person in parties]
        said = {person.country for person in people if not person.own}
        return len(said) == 1 and None not in said and all(not person.own for person in people)

    def _is_apart(self, trigger: Trigger) -> bool:
        """Tell whether a sentence sets its encounter apart: "Following the meeting", "separately"."""
        sentence = self.document.sentences[trigger.sentence]
        return not self.words.apart.isdisjoint(self.folded[sentence.first : trigger.token])

    def severally(self, trigger: Trigger, told: Sequence[Trigger]) -> Iterator[Trigger]:
        """Yield "met separately with B and C" as one encounter with each.

        So are guests received together of whom the text tells one by one: "In his meeting with B".
        """
        whole = self._with_host(trigger)
        objects = [person for person in whole.objects if person not in whole.subjects]
        single = self._told_one_by_one(whole, objects, told)
        if len(objects) > 1 and whole.subjects and (len(single) > 1 or self._is_each(whole)):
            yield from (single.get(p) or attrs.evolve(whole, objects=(p,)) for p in objects)
        else:
            yield trigger

    def _with_host(self, trigger: Trigger) -> Trigger:
        """Return "Several guests called on A" with the host as who acts."""
        hosts = [person for person in trigger.objects if self.entities.people[person].own]
        if trigger.subjects or len(hosts) != 1:
            return trigger
        return attrs.evolve(trigger, subjects=tuple(hosts))

    def _is_each(self, trigger: Trigger) -> bool:
        """Tell whether a verb tells of one encounter with each: "held meetings with B and C"."""
        sentences, words = self.document.sentences, self.words
        sentence = sentences[trigger.sentence]
        behind = sentences[min(trigger.sentence + 1, len(sentences) - 1)]
        later = sentences[min(trigger.sentence + 2, len(sentences) - 1)]
        if ("each", "of") in pairwise(self.folded[behind.first : later.last]):
            return True
        if not words.severally.isdisjoint(self.folded[sentence.first : sentence.last]):
            return True
        nouns = self.folded[trigger.token : min(sentence.last, trigger.token + _EACH_REACH)]
        each = not words.each.isdisjoint(nouns)
        each = each or not words.each_after.isdisjoint(self.folded[behind.first : behind.last])
        return each and words.together.isdisjoint(nouns)

    def _told_one_by_one(
        self, trigger: Trigger, objects: Sequence[int], told: Sequence[Trigger]
    ) -> dict[int, Trigger]:
        """Return the later words that join the host with one guest alone, by guest."""
        found: dict[int, Trigger] = {}
        if len(trigger.subjects) != 1:
            return found
        host = trigger.subjects[0]
        for later in told:
            noun = later.lemma in self.words.meeting_nouns
            if later.sentence <= trigger.sentence or not (noun or self._is_apart(later)):
                continue
            guests = [person for person in later.parties if person != host]
            host_acts = host in later.parties or not later.subjects
            if host_acts and len(guests) == 1 and guests[0] in objects:
                found.setdefault(
                    guests[0],
                    attrs.evolve(
                        trigger,
                        sentence=later.sentence,
                        token=later.token,
                        objects=(guests[0],),
                        announced_in=trigger.sentence,
                    ),
                )
        return found
