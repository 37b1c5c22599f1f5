"""The encounters of a text: who met whom, and in which sentences that is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from diplo.lexicon import Lexicon
from diplo.model import MeetingFormat
from diplo.parser.document import Document, ParagraphKind, Sentence
from diplo.parser.entities import Entities
from diplo.parser.mentions import Mentions
from diplo.parser.triggers import Trigger, TriggerReader

_WEAK = frozenset(
    (
        "welcome",
        "visit",
        "join",
        "host",
        "call on",
        "call",
        "greet",
        "sign",
        "take part in",
        "talk to",
        "talk with",
        "engage with",
        "convene",
        "exchange messages with",
    )
)
_SEPARATELY = frozenset(
    """following after later separately earlier then also meanwhile additionally subsequently""".split()
)


@attrs.frozen
class Attendance:
    """A person who took part: the index of the entity, and the rule that found it."""

    person: int
    rule: str
    principal: bool = True


@attrs.frozen
class Encounter:
    """One encounter.

    Attributes:
        sentence: index of the sentence that reports it.
        sentences: indices of all sentences that belong to it, the headline included.
        cue: the verb or noun of meeting, with its token; `None` when only a noun tells.
        format: what verb and words tell.
        attendance: who took part, in the order of the text.
    """

    sentence: int
    sentences: tuple[int, ...]
    token: int
    format: MeetingFormat
    attendance: tuple[Attendance, ...]


def find_encounters(
    document: Document, mentions: Mentions, entities: Entities, lexicon: Lexicon
) -> tuple[Encounter, ...]:
    """Find the encounters of a text, the main one first; none when nobody met anybody."""
    finder = _Finder(document, mentions, entities, lexicon)
    triggers = list(finder.triggers())
    main = finder.main(triggers)
    if main is None:
        return ()
    groups = [main, *finder.further(triggers, main)]
    return tuple(finder.encounter(group, groups) for group in groups)


class _Finder(TriggerReader):
    """Finds encounters in one document."""

    def main(self, triggers: Sequence[Trigger]) -> Trigger | None:
        """Return the main encounter: the first body sentence that tells it, completed by the headline."""
        headline = [
            p
            for n, s in enumerate(self.document.sentences[:2])
            if self.document.kind(s) is ParagraphKind.HEADLINE
            for p in self.parties(n, s)
        ]
        body = [
            t
            for t in triggers
            if self.document.kind(self.document.sentences[t.sentence]) is not ParagraphKind.HEADLINE
        ]
        reported = bool(headline) and self._headline_reports()
        for trigger in body:
            parties = dict.fromkeys(trigger.parties)
            if len(parties) < 2 and reported and (not parties or set(parties) & set(headline)):
                parties |= dict.fromkeys(headline)
            if len(parties) < 2:
                parties |= dict.fromkeys(self._unnamed_side(trigger))
            if len(parties) >= 2:
                if reported and set(parties) & set(headline):
                    parties |= dict.fromkeys(headline)
                return attrs.evolve(trigger, parties=tuple(parties))
        if reported and len(dict.fromkeys(headline)) >= 2:
            format_ = self._format_of_words(self.document.sentences[0]) or MeetingFormat.IN_PERSON
            return Trigger(
                0, self.document.sentences[0].first, "meet", format_, tuple(dict.fromkeys(headline))
            )
        return None

    def _unnamed_side(self, trigger: Trigger) -> Iterator[int]:
        """Yield the speaker of a neighbouring sentence, when the verb names one party only."""
        if trigger.lemma in _WEAK:
            return
        for number in (trigger.sentence + 1, trigger.sentence - 1):
            if 0 <= number < len(self.document.sentences):
                sentence = self.document.sentences[number]
                for person in self.parties(number, sentence):
                    if person not in trigger.parties:
                        yield person
                        return

    def _headline_reports(self) -> bool:
        """Tell whether the headline reports an encounter."""
        sentence = self.document.sentences[0]
        folded = self.document.folded
        if any(self.is_reported(token, sentence, cue) for token, cue in self.verbs(sentence)):
            return True
        nouns = self.lexicon.encounters.nouns
        return any(
            nouns.longest(folded, i, sentence.last) for i in range(sentence.first, sentence.last)
        ) and not any(
            folded[i] in {"will", "to"} and folded[i + 1 : i + 2] != ("the",)
            for i in range(sentence.first, sentence.last)
        )

    def further(self, triggers: Iterable[Trigger], main: Trigger) -> list[Trigger]:
        """Return the encounters beside the main one, each with its own set of people."""
        found: list[Trigger] = []
        known = {frozenset(main.parties)}
        for trigger in triggers:
            if trigger.sentence <= main.sentence or trigger.lemma in _WEAK:
                continue
            parties = tuple(dict.fromkeys(trigger.parties))
            if len(parties) < 2:
                parties = (*parties, *self._subject_before(trigger, main))
            if (
                len(parties) < 2
                or frozenset(parties) in known
                or not self._is_separate(trigger, parties, main)
            ):
                continue
            known.add(frozenset(parties))
            found.append(attrs.evolve(trigger, parties=parties))
        return found

    def _subject_before(self, trigger: Trigger, main: Trigger) -> tuple[int, ...]:
        """Return who "He also met with X" speaks of: the first party of the main encounter."""
        sentence = self.document.sentences[trigger.sentence]
        if (
            self.document.folded[trigger.token - 1]
            in {"he", "she", "also", "minister", "president", "secretary"}
            and trigger.token > sentence.first
        ):
            return tuple(p for p in main.parties[:1] if p not in trigger.parties)
        return ()

    def _is_separate(self, trigger: Trigger, parties: Sequence[int], main: Trigger) -> bool:
        """Tell whether a later verb of meeting is an encounter of its own."""
        new = set(parties) - set(main.parties)
        if new:
            return bool(set(parties) & set(main.parties)) or self._is_marked(trigger)
        return len(main.parties) > 2 and self._is_marked(trigger)

    def _is_marked(self, trigger: Trigger) -> bool:
        """Tell whether a sentence sets its encounter apart: "Following the meeting", "separately"."""
        sentence = self.document.sentences[trigger.sentence]
        words = self.document.folded[sentence.first : trigger.token]
        return any(word in _SEPARATELY for word in words)

    def encounter(self, trigger: Trigger, groups: Sequence[Trigger]) -> Encounter:
        """Close an encounter: its sentences, its format, who attended."""
        sentences = self._sentences(trigger, groups)
        attendance = [
            Attendance(person, f"{trigger.lemma.replace(' ', '_')}_with_parties")
            for person in trigger.parties
        ]
        present = set(trigger.parties)
        for person in self._attendees(sentences):
            if person not in present:
                present.add(person)
                attendance.append(Attendance(person, "attended_by", principal=False))
        return Encounter(trigger.sentence, sentences, trigger.token, self._format(trigger), tuple(attendance))

    def _sentences(self, trigger: Trigger, groups: Sequence[Trigger]) -> tuple[int, ...]:
        """Return the sentences of an encounter: from its verb to the next encounter's."""
        main = groups[0]
        numbers = range(len(self.document.sentences))
        if len(groups) == 1:
            return tuple(numbers)
        starts = sorted(group.sentence for group in groups[1:])
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
        return tuple(found)

    def _speaks_of(self, number: int, owner: int, groups: Sequence[Trigger]) -> bool:
        """Tell whether a sentence goes on with the encounter before it rather than the main one."""
        main = set(groups[0].parties)
        own = {person for group in groups if group.sentence == owner for person in group.parties}
        named = {self.entities.of_mention[index] for index in self.by_sentence.get(number, ())} - {None}
        if not named:
            return True
        return bool(named & (own - main)) or (bool(named & own) and not named & (main - own))

    def _attendees(self, sentences: Sequence[int]) -> Iterator[int]:
        """Yield the people in lists of those present."""
        for number in sentences:
            sentence = self.document.sentences[number]
            start = self.attendance_start(sentence)
            if start == sentence.last:
                continue
            whole = self.document.folded[sentence.last - 1] == "." and self._is_present_list(start, sentence)
            for index in self.by_sentence.get(number, ()):
                mention, person = self.people[index], self.entities.of_mention[index]
                if (
                    person is not None
                    and (whole or mention.first > start)
                    and mention.name is not None
                    and not self.is_absent(mention, sentence)
                ):
                    yield person

    def _is_present_list(self, start: int, sentence: Sentence) -> bool:
        """Tell whether the list stands before its verb: "A, B and C also took part in the meeting"."""
        found = self.lexicon.encounters.attendance.longest(self.document.folded, start, sentence.last)
        opening = {"by", "of", "included", "includes", "were", "comprised", "representing", "him", "witness"}
        return found is not None and self.document.folded[found[0] - 1] not in opening

    def _format(self, trigger: Trigger) -> MeetingFormat:
        """Return the format: what words say, else what the verb says."""
        sentence = self.document.sentences[trigger.sentence]
        told = self._format_of_words(sentence, trigger)
        if told:
            return told
        if trigger.sentence <= 2 and self.document.kind(self.document.sentences[0]) is ParagraphKind.HEADLINE:
            told = self._format_of_words(self.document.sentences[0])
            if told and trigger.format is not MeetingFormat.IN_PERSON:
                return told
            if told is MeetingFormat.VIDEO:
                return told
            if (
                trigger.lemma.startswith("speak")
                and not told
                and "meeting" in self.document.folded[: self.document.sentences[0].last]
            ):
                return MeetingFormat.IN_PERSON
        return trigger.format

    def _format_of_words(self, sentence: Sentence, trigger: Trigger | None = None) -> MeetingFormat | None:
        """Return the format that words of a sentence name."""
        folded, formats = self.document.folded, self.lexicon.encounters.formats
        first, last = (
            (sentence.first, sentence.last)
            if trigger is None
            else (max(sentence.first, trigger.token - 12), min(sentence.last, trigger.token + 40))
        )
        for index in range(first, last):
            found = formats.longest(folded, index, sentence.last)
            if found and (
                found[1] is not MeetingFormat.PHONE
                or folded[index] not in {"call", "calls"}
                or self.is_call(index, found[0])
            ):
                return found[1]
        return None
