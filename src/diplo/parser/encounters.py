"""The encounters of a text: who met whom, and in which sentences that is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from diplo.lexicon import Lexicon
from diplo.model import MeetingFormat
from diplo.parser.document import Document
from diplo.parser.entities import Entities
from diplo.parser.meeting_formats import FormatReader
from diplo.parser.mentions import Mentions
from diplo.parser.triggers import Trigger

_PAIR = 2


@attrs.frozen
class Attendance:
    """A person who took part: the index of the entity, and the rule that found it.

    Attributes:
        host: whom somebody accompanied, where the text says so.
    """

    person: int
    rule: str
    principal: bool = True
    host: int | None = None


@attrs.frozen
class Encounter:
    """One encounter.

    Attributes:
        sentence: index of the sentence that reports it.
        sentences: indices of all sentences that belong to it, the headline included.
        token: the verb or noun of meeting.
        format: what verb and words tell.
        attendance: who took part, in the order of the text.
        objects: those of them whom the verb has as its object.
        announced_in: index of the sentence that told of it before, together with others.
    """

    sentence: int
    sentences: tuple[int, ...]
    token: int
    format: MeetingFormat
    attendance: tuple[Attendance, ...]
    objects: tuple[int, ...] = ()
    announced_in: int | None = None

    @property
    def principals(self) -> tuple[int, ...]:
        """Return those who met, in the order of the text, without those who only attended."""
        return tuple(attendance.person for attendance in self.attendance if attendance.principal)


def find_encounters(
    document: Document, mentions: Mentions, entities: Entities, lexicon: Lexicon
) -> tuple[Encounter, ...]:
    """Find the encounters of a text, the main one first; none when nobody met anybody."""
    finder = _Finder(document, mentions, entities, lexicon)
    triggers = list(finder.triggers())
    main = finder.main(triggers)
    if main is None:
        return ()
    found: dict[frozenset[int], Trigger] = {}
    for group in (main, *finder.further(triggers, main)):
        for one in finder.severally(group, triggers):
            found.setdefault(frozenset(one.parties), one)
    groups = max(tuple(found.values()), tuple(finder.in_turn(main)), key=len)
    return tuple(finder.encounter(group, groups) for group in groups)


class _Finder(FormatReader):
    """Finds encounters in one document."""

    def encounter(self, trigger: Trigger, groups: Sequence[Trigger]) -> Encounter:
        """Close an encounter: its sentences, its format, who attended."""
        sentences = self._sentences(trigger, groups)
        rule = trigger.lemma.replace(" ", "_")
        attendance = [Attendance(person, rule) for person in self.in_order(trigger.parties)]
        present = set(trigger.parties)
        abroad = (p for p in trigger.parties if self.entities.people[p].country != self.entities.issuer)
        shared = (
            (n for n in range(len(self.document.sentences)) if self.is_of_all(n)) if len(groups) > 1 else ()
        )
        for person, host in self.attendees((*sentences, *shared), next(abroad, None)):
            if person not in present:
                present.add(person)
                attendance.append(Attendance(person, "attended", principal=False, host=host))
        format_ = self.format(trigger)
        if format_ is MeetingFormat.UNSTATED and trigger is not groups[0]:
            format_ = self.format(groups[0])
        return Encounter(
            trigger.sentence,
            sentences,
            trigger.token,
            format_,
            tuple(attendance),
            tuple(p for p in trigger.objects if p not in trigger.subjects),
            trigger.announced_in,
        )

    def in_order(self, people: Iterable[int]) -> list[int]:
        """Return people with the named ones first, else in the order given."""
        return sorted(people, key=lambda person: self.entities.people[person].name is None)

    def _sentences(self, trigger: Trigger, groups: Sequence[Trigger]) -> tuple[int, ...]:
        """Return the sentences of an encounter: from its verb to the next encounter's."""
        main = groups[0]
        numbers = range(len(self.document.sentences))
        if len(groups) == 1:
            return tuple(numbers)
        starts = {group.sentence for group in groups[1:] if group.sentence != main.sentence}
        owner = main.sentence
        found = []
        paragraph = None
        for number in numbers:
            here = self.document.sentences[number].paragraph
            if number in starts:
                owner, paragraph = number, here
            elif owner != main.sentence and here != paragraph and not self._speaks_of(number, owner, groups):
                owner = main.sentence
            if owner == trigger.sentence:
                found.append(number)
        return self._share(found, trigger, groups)

    def _share(self, numbers: Sequence[int], trigger: Trigger, groups: Sequence[Trigger]) -> tuple[int, ...]:
        """Return those of the sentences behind one report of several encounters that speak of this one."""
        together = [group for group in groups if group.sentence == trigger.sentence]
        if len(together) < _PAIR:
            return tuple(numbers)
        common = set[int].intersection(*(set(group.parties) for group in together))
        found, owner, paragraph = [], together[0], -1
        for number in numbers:
            here = self.document.sentences[number].paragraph
            named = {self.entities.of_mention[index] for index in self.by_sentence.get(number, ())}
            told = [group for group in together if (set(group.parties) - common) & named]
            if len(told) == 1:
                owner = told[0]
            elif told or here != paragraph:
                owner = together[0]
            paragraph = here
            if owner is trigger or number == trigger.sentence:
                found.append(number)
        return tuple(found)

    def _speaks_of(self, number: int, owner: int, groups: Sequence[Trigger]) -> bool:
        """Tell whether a sentence goes on with the encounter before it rather than the main one."""
        main = set(groups[0].parties)
        own = {person for group in groups if group.sentence == owner for person in group.parties}
        named = {self.entities.of_mention[index] for index in self.by_sentence.get(number, ())} - {None}
        if not named:
            return True
        return bool(named & (own - main)) or (bool(named & own) and not named & (main - own))
