"""The encounters of a text: who met whom, and in which sentences that is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from diplo.lexicon import Lexicon
from diplo.model import MeetingFormat
from diplo.parser.attendance import AttendanceReader
from diplo.parser.document import Document, ParagraphKind, Sentence
from diplo.parser.entities import Entities
from diplo.parser.grammar import PRONOUNS
from diplo.parser.mentions import Mentions
from diplo.parser.triggers import Trigger

_BEFORE, _BEHIND = 12, 40
_MEMORY = 3
_NEARBY = 4
_EACH_REACH = 4


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
    """

    sentence: int
    sentences: tuple[int, ...]
    token: int
    format: MeetingFormat
    attendance: tuple[Attendance, ...]
    objects: tuple[int, ...] = ()


def find_encounters(
    document: Document, mentions: Mentions, entities: Entities, lexicon: Lexicon
) -> tuple[Encounter, ...]:
    """Find the encounters of a text, the main one first; none when nobody met anybody."""
    finder = _Finder(document, mentions, entities, lexicon)
    triggers = list(finder.triggers())
    main = finder.main(triggers)
    if main is None:
        return ()
    groups = [
        one for group in (main, *finder.further(triggers, main)) for one in finder.severally(group, triggers)
    ]
    return tuple(finder.encounter(group, groups) for group in groups)


class _Finder(AttendanceReader):
    """Finds encounters in one document."""

    def main(self, triggers: Sequence[Trigger]) -> Trigger | None:
        """Return the main encounter: the first body sentence that tells it, completed by the headline."""
        headline = [t for t in triggers if self._is_headline(t.sentence)]
        body = [t for t in triggers if not self._is_headline(t.sentence)]
        told = tuple(dict.fromkeys(p for t in headline for p in t.parties))
        firm = [t for t in body if not t.weak]
        for chosen in (firm, body):
            complete = [c for t in chosen if len((c := self._completed(t, told)).parties) > 1]
            if complete:
                return next((c for c in complete if not told or set(c.parties) & set(told)), complete[0])
        if len(told) > 1:
            return attrs.evolve(headline[0], subjects=told, objects=headline[0].objects)
        return self._listed_encounter(body)

    def _listed_encounter(self, body: Sequence[Trigger]) -> Trigger | None:
        """Return an encounter whose sentence names nobody, with those whom a list of participants names."""
        numbers = [n for n, s in enumerate(self.document.sentences) if self._opens_roll(s)]
        listed = dict.fromkeys(person for person, _ in self.attendees(numbers))
        return attrs.evolve(body[0], subjects=tuple(listed)) if body and len(listed) > 1 else None

    def _opens_roll(self, sentence: Sentence) -> bool:
        """Tell whether a sentence heads the list of those who took part: "Participants included:"."""
        starts = range(sentence.first, sentence.last)
        return any(self.words.rolls.longest(self.folded, index, sentence.last) for index in starts)

    def _is_headline(self, number: int) -> bool:
        """Tell whether a sentence is the headline."""
        return self.document.kind(self.document.sentences[number]) is ParagraphKind.HEADLINE

    def _completed(self, trigger: Trigger, headline: tuple[int, ...]) -> Trigger:
        """Return an encounter with those whom the headline or a sentence near by names as the other side."""
        parties = set(trigger.parties)
        if headline and (not parties or parties & set(headline)):
            missing = tuple(p for p in headline if p not in parties)
            trigger = attrs.evolve(trigger, objects=(*trigger.objects, *missing))
        if len(trigger.parties) == 1 and not trigger.subjects:
            trigger = attrs.evolve(trigger, subjects=tuple(self._spoken_of(trigger)))
        if len(trigger.parties) < 2:
            trigger = attrs.evolve(trigger, objects=(*trigger.objects, *self._beside(trigger)))
        return trigger

    def _spoken_of(self, trigger: Trigger) -> Iterator[int]:
        """Yield who "he" is in "He called on B": the first person of the sentence before."""
        sentence = self.document.sentences[trigger.sentence]
        if PRONOUNS.isdisjoint(self.folded[sentence.first : trigger.token]) or not trigger.sentence:
            return
        before = self.document.sentences[trigger.sentence - 1]
        people = self.present(trigger.sentence - 1, before, before.first, before.last)
        yield from [person for person in people if person not in trigger.objects][:1]

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

    def further(self, triggers: Iterable[Trigger], main: Trigger) -> list[Trigger]:
        """Return the encounters beside the main one, each with its own set of people."""
        found: list[Trigger] = []
        known = [frozenset(main.parties)]
        for trigger in triggers:
            if trigger.sentence <= main.sentence and not self._follows(trigger, main):
                continue
            if self._is_headline(trigger.sentence) or (
                trigger.weak and not trigger.objects and len(trigger.subjects) < 2
            ):
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

    def severally(self, trigger: Trigger, told: Sequence[Trigger]) -> Iterator[Trigger]:
        """Yield "met separately with B and C" as one encounter with each.

        So are guests received together of whom the text tells one by one: "In his meeting with B".
        """
        sentence = self.document.sentences[trigger.sentence]
        apart = not self.words.severally.isdisjoint(self.folded[sentence.first : sentence.last])
        behind = self.document.sentences[min(trigger.sentence + 1, len(self.document.sentences) - 1)]
        nouns = self.folded[trigger.token : min(sentence.last, trigger.token + _EACH_REACH)]
        each = not self.words.each.isdisjoint(nouns) or "meetings" in self.folded[behind.first : behind.last]
        apart = apart or (each and "trilateral" not in nouns)
        objects = [person for person in trigger.objects if person not in trigger.subjects]
        single = self._told_one_by_one(trigger, objects, told)
        if (apart or len(single) > 1) and len(objects) > 1 and trigger.subjects:
            yield from (single.get(p) or attrs.evolve(trigger, objects=(p,)) for p in objects)
        else:
            yield trigger

    def _told_one_by_one(
        self, trigger: Trigger, objects: Sequence[int], told: Sequence[Trigger]
    ) -> dict[int, Trigger]:
        """Return the later words that join the host with one guest alone, by guest."""
        found: dict[int, Trigger] = {}
        if len(trigger.subjects) != 1:
            return found
        host = trigger.subjects[0]
        for later in told:
            if later.sentence <= trigger.sentence or later.lemma not in self.words.meeting_nouns:
                continue
            whole = self._with_subject(later, trigger)
            guests = [person for person in whole.parties if person != host]
            if host in whole.parties and len(guests) == 1 and guests[0] in objects:
                found.setdefault(guests[0], attrs.evolve(whole, subjects=(host,), objects=(guests[0],)))
        return found

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
        """Return "He also met with X" with the person of whom it speaks."""
        if trigger.subjects or len(trigger.parties) > 1 or not trigger.objects:
            return trigger
        sentence = self.document.sentences[trigger.sentence]
        if not self.words.guests.isdisjoint(self.folded[sentence.first : trigger.token]):
            away = [p for p in main.parties if self.entities.people[p].country != self.entities.issuer]
            if away and away[0] not in trigger.objects:
                return attrs.evolve(trigger, subjects=(away[0],))
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

    def encounter(self, trigger: Trigger, groups: Sequence[Trigger]) -> Encounter:
        """Close an encounter: its sentences, its format, who attended."""
        sentences = self._sentences(trigger, groups)
        rule = trigger.lemma.replace(" ", "_")
        attendance = [Attendance(person, rule) for person in self.in_order(trigger.parties)]
        present = set(trigger.parties)
        abroad = (p for p in trigger.parties if self.entities.people[p].country != self.entities.issuer)
        for person, host in self.attendees(sentences, next(abroad, None)):
            if person not in present:
                present.add(person)
                attendance.append(Attendance(person, "attended", principal=False, host=host))
        format_ = self._format(trigger)
        if format_ is MeetingFormat.UNSTATED and trigger is not groups[0]:
            format_ = self._format(groups[0])
        return Encounter(
            trigger.sentence,
            sentences,
            trigger.token,
            format_,
            tuple(attendance),
            tuple(p for p in trigger.objects if p not in trigger.subjects),
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
        if trigger.parties != main.parties and trigger.sentence == main.sentence:
            return (trigger.sentence,)
        return tuple(found)

    def _speaks_of(self, number: int, owner: int, groups: Sequence[Trigger]) -> bool:
        """Tell whether a sentence goes on with the encounter before it rather than the main one."""
        main = set(groups[0].parties)
        own = {person for group in groups if group.sentence == owner for person in group.parties}
        named = {self.entities.of_mention[index] for index in self.by_sentence.get(number, ())} - {None}
        if not named:
            return True
        return bool(named & (own - main)) or (bool(named & own) and not named & (main - own))

    def _format(self, trigger: Trigger) -> MeetingFormat:
        """Return the format: what words say, else what the verb says."""
        sentence = self.document.sentences[trigger.sentence]
        told = self._format_of_words(sentence, trigger)
        if told:
            return told
        headlines = [n for n in range(trigger.sentence) if self._is_headline(n)]
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
        for index in range(first, last):
            found = self.words.formats.longest(self.folded, index, sentence.last)
            if found and (self.folded[index] not in self.words.call_nouns or self.is_call(index, found[0])):
                return found[1]
        return None
