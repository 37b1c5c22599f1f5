"""Who is the subject of a verb: a person, a side, a country, an event."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import attrs

from diplo.lexicon import Cue, Lexicon, NameKind
from diplo.parser.document import Document, Sentence
from diplo.parser.entities import Entities
from diplo.parser.grammar import PREPOSITIONS
from diplo.parser.mentions import Mentions, NameMention, PersonMention

_LONGEST_SUBJECT = 7
_LONGEST_NOUN = 12
_LONGEST_TURN = 5
_OWNERS = frozenset(("his", "her", "our", "their", "my", "its"))
_HOLDING = frozenset(("in", "of", "between", "among", "by", "for", "with", "from", "to", "at"))
_BORDERS = frozenset((",", ";", ":", "that", "but", "while", "."))
_INSERTING = frozenset(
    "who whose in for on as speaking during while when after before addressing together along".split()
)
_LINKING = frozenset(("by", "of", "for", "from", "in", "at", "to", "with", "on"))


class Side(StrEnum):
    """Who speaks, when it is no single person."""

    BOTH = "both"
    NOBODY = "nobody"


@attrs.frozen
class Subject:
    """Who speaks, and from which token on the words name them.

    Attributes:
        people: indices of entities; empty for `BOTH`, for a country, or when unknown.
        side: set when no person is named.
        country: code of the country that speaks, when it is one.
        embedded: the words stand in a clause of somebody else's speech.
    """

    first: int
    people: tuple[int, ...] = ()
    side: Side | None = None
    country: str | None = None
    embedded: bool = False
    pronoun: bool = False
    shared: bool = False


class SubjectReader:
    """Finds subjects in one document."""

    def __init__(self, document: Document, mentions: Mentions, entities: Entities, lexicon: Lexicon) -> None:
        """Index where mentions of people and countries end."""
        self.document, self.mentions, self.entities, self.lexicon = document, mentions, entities, lexicon
        self.people = mentions.people
        self.ending: dict[int, int] = {
            m.last: i for i, m in enumerate(mentions.people) if entities.of_mention[i] is not None or m.plural
        }
        self.inside = {
            t
            for i, m in enumerate(mentions.people)
            if m.titled and entities.of_mention[i] is not None
            for t in range(m.first, m.last)
        }
        self.names = {m.last: m for m in mentions.names}
        self.person_of = dict(zip((m.first for m in mentions.people), entities.of_mention, strict=True))
        self.name_tokens = {t for m in mentions.names for t in range(m.first, m.last)}
        self.names_at = {m.first: m for m in mentions.names}

    def person_start(self, index: int) -> int:
        """Return the token behind an article where no person starts at the token itself."""
        return index + (index not in self.person_of and self.document.folded[index] == "the")

    def is_meeting(self, sentence: Sentence, verb: int) -> bool:
        """Tell whether a verb of meeting stands before a token."""
        verbs = self.lexicon.encounters.verbs
        return any(verbs.within(self.document.folded, sentence.first, verb))

    def person_at(self, token: int) -> int | None:
        """Return the person whose mention ends just before a token."""
        index = self.ending.get(token)
        return None if index is None else self.entities.of_mention[index]

    def named_subject(self, end: int, sentence: Sentence, cue: Cue | None = None) -> Subject | None:
        """Return the subject whose words end before a token."""
        folded = self.document.folded
        end = self.step_over_insertion(end, sentence)
        previous = folded[end - 1] if end > sentence.first else ""
        if previous in {"he", "she", "i"}:
            return Subject(end - 1, pronoun=True)
        if previous == "it" and cue is not None and cue.lemma in self.lexicon.speech.event_verbs:
            return Subject(end - 1, side=Side.BOTH)
        people, first = self.people_before(end)
        if folded[first - 1] in {"a", "an"} and first > sentence.first and first < end:
            return None
        event = self._event_with(first - 1, sentence) if folded[first - 1] in {"with", "between"} else None
        if event:
            return event
        if people or first < end:
            return Subject(first, people, None if len(people) == 1 else Side.BOTH)
        reach = max(sentence.first, end - _LONGEST_SUBJECT)
        for start, last, _ in self.lexicon.speech.both.within(folded, reach, end):
            if last == end:
                return None if folded[start - 1] in _HOLDING else Subject(start, side=Side.BOTH)
        name = self.names.get(end) or (
            self.names.get(end - 1) if previous in {"side", "party", "government", "president"} else None
        )
        if name and name.name.kind is not NameKind.NATIONAL:
            first = self._start_of_names(name, sentence)
            if folded[first - 1] in _HOLDING and first > sentence.first:
                return self.noun_subject(end, sentence)
            if first < name.first - 1:
                return Subject(first, side=Side.BOTH)
            return Subject(first, country=name.party) if name.party else None
        if previous in self.lexicon.speech.own_bodies and folded[end - 2] in _OWNERS:
            return Subject(end - 2, pronoun=True)
        events = self.lexicon.speech
        tells = cue is None or cue.lemma in events.event_verbs or cue.value in {"discuss", "affirm"}
        if previous in events.events and tells:
            return Subject(self.phrase_start(end, sentence), side=Side.BOTH)
        return None

    def _event_with(self, preposition: int, sentence: Sentence) -> Subject | None:
        """Read "The talks between A and B focused on", and "The Minister in a meeting with B said"."""
        folded = self.document.folded
        start = self.phrase_start(preposition, sentence)
        event = next((i for i in range(start, preposition) if folded[i] in self.lexicon.speech.events), None)
        if event is None or folded[start] in PREPOSITIONS:
            return None
        if PREPOSITIONS.isdisjoint(folded[start:event]):
            return Subject(start, side=Side.BOTH)
        person = self.person_of.get(start + (folded[start] == "the"))
        return Subject(start, (person,)) if person is not None else None

    def _start_of_names(self, name: NameMention, sentence: Sentence) -> int:
        """Return where "the EU and Oman" starts, of which a name is the last."""
        folded = self.document.folded
        first = name.first - (folded[name.first - 1] == "the")
        while first - 1 > sentence.first and folded[first - 1] in {"and", ","}:
            before = self.names.get(first - 1)
            if before is None or before.name.kind is NameKind.NATIONAL:
                break
            first = before.first - (folded[before.first - 1] == "the")
        return first

    def noun_subject(self, end: int, sentence: Sentence) -> Subject | None:
        """Return the subject whose noun stands for somebody without a name: "the head of the ministry"."""
        folded, speech = self.document.folded, self.lexicon.speech
        first = end
        while first > sentence.first and first > end - _LONGEST_NOUN and folded[first - 1] not in _BORDERS:
            first -= 1
        head = first
        while head < end and folded[head] not in _LINKING:
            head += 1
        if head == first:
            return None
        if folded[head - 1] == ")" and "(" in folded[first:head]:
            head = first + folded[first:head].index("(")
        if head == first:
            return None
        noun = folded[head - 1]
        code = next((m.name.code for m in self._names_in(first, end) if m.name.code), None)
        named = self.document.words[head - 1]
        if noun in speech.speakers or (named.isupper() and len(named) > 1):
            return Subject(first, side=None if code else Side.NOBODY, country=code)
        if noun in speech.groups:
            leader = next((self.people_before(i)[0] for i in range(first, head) if i in self.ending), ())
            return Subject(first, leader, None if len(leader) == 1 else Side.BOTH)
        return None

    def _names_in(self, first: int, last: int) -> Iterator[NameMention]:
        """Yield the names that end within some tokens."""
        for index in range(first + 1, last + 1):
            if index in self.names:
                yield self.names[index]

    def step_over_insertion(self, end: int, sentence: Sentence) -> int:
        """Step back over ", in turn," and ", who is visiting Oman,": return the end of the subject."""
        folded = self.document.folded
        if end <= sentence.first or folded[end - 1] != ",":
            return self._before_turn(end, sentence)
        if end - 1 in self.ending:
            return end - 1
        turns = self.lexicon.speech.turns
        for start in range(max(sentence.first, end - 8), end - 1):
            found = turns.longest(folded, start, end)
            if found and found[0] == end - 1:
                return start - (folded[start - 1] == ",")
        for start in range(end - 2, max(sentence.first, end - 25), -1):
            if folded[start] == ",":
                named = start in self.ending or start in self.names
                return start if named and folded[start + 1] in _INSERTING else end
        return end

    def _before_turn(self, end: int, sentence: Sentence) -> int:
        """Step back over "on her part" and "in their talks" without commas."""
        turns = self.lexicon.speech.turns
        for start in range(max(sentence.first + 1, end - _LONGEST_TURN), end):
            found = turns.longest(self.document.folded, start, end)
            if found and found[0] == end:
                return start
            if start in self.ending and self._is_occasion(start, end):
                return start
        return end

    def _is_occasion(self, start: int, end: int) -> bool:
        """Tell whether "in his speech" or "during the meeting" stands within some tokens."""
        folded, speech = self.document.folded, self.lexicon.speech
        return folded[start] in {"in", "during", "at", "after"} and (
            folded[end - 1] in speech.events
            or folded[end - 1] in {"speech", "remarks", "statement", "address"}
        )

    def people_before(self, end: int) -> tuple[tuple[int, ...], int]:
        """Return the people named just before a token, and where their words start."""
        people: list[int] = []
        first, joined = end, False
        while first in self.ending:
            mention = self.people[self.ending[first]]
            person = self.entities.of_mention[self.ending[first]]
            if person is not None:
                people.append(person)
            first = self.start_of(mention)
            if self.document.folded[first - 1 : first] not in {("and",), (",",)} or (
                first - 1 not in self.ending and first - 2 not in self.ending
            ):
                break
            before = first - 1 if first - 1 in self.ending else first - 2
            joined = joined or "and" in self.document.folded[before:first]
            if not joined and self.entities.of_mention[self.ending[before]] != person:
                break
            first = before
        return tuple(reversed(people)), first

    def start_of(self, mention: PersonMention) -> int:
        """Return where the words of a person start, "the" and "both" included."""
        before = self.document.folded[mention.first - 1] if mention.first else ""
        return mention.first - (before in {"the", "both", "his", "her"})

    def phrase_start(self, end: int, sentence: Sentence) -> int:
        """Return where the noun phrase that ends before a token starts."""
        first = end - 1
        while first > sentence.first and self.document.folded[first - 1] not in {",", ";", "that", "and"}:
            first -= 1
        return first
