"""The people around what is told: who is named there, and who was there at all."""

from __future__ import annotations

from collections.abc import Iterator

from diplo.lexicon import Lexicon
from diplo.model import Office
from diplo.parser.document import Document, Sentence, starting_within
from diplo.parser.entities import Entities
from diplo.parser.grammar import PRONOUNS
from diplo.parser.mentions import Mentions, PersonMention

_POSSESSED_REACH = 5
_SENT_REACH = 8
_FRONTED = 2
_VAGUE = frozenset((Office.OFFICIAL, Office.PRIVATE, Office.MILITARY))


class PresenceReader:
    """Finds the people of one document, sentence by sentence."""

    def __init__(self, document: Document, mentions: Mentions, entities: Entities, lexicon: Lexicon) -> None:
        """Index the people by sentence."""
        self.document, self.folded = document, document.folded
        self.people, self.names, self.entities = mentions.people, mentions.names, entities
        self.lexicon, self.words = lexicon, lexicon.encounters
        self.by_sentence: dict[int, list[int]] = {}
        self.person_ends: dict[int, int] = {}
        for index, mention in enumerate(mentions.people):
            if entities.of_mention[index] is not None:
                self.by_sentence.setdefault(mention.sentence, []).append(index)
                self.person_ends[mention.last] = index

    def present(self, number: int, sentence: Sentence, first: int, last: int) -> tuple[int, ...]:
        """Return the people between two tokens who can have met: there, and no spokespersons."""
        found = []
        for index in self.by_sentence.get(number, ()):
            mention, person = self.people[index], self.entities.of_mention[index]
            if person is None or not first <= mention.first < last or not self.can_meet(person):
                continue
            if (
                mention.name is None
                and self.entities.people[person].name is None
                and mention.office in _VAGUE
            ):
                continue
            if not self.is_absent(mention, sentence):
                found.append(person)
        return tuple(dict.fromkeys(found))

    def can_meet(self, person: int) -> bool:
        """Tell whether somebody takes part rather than speaks for the publisher."""
        return not self.entities.people[person].spokesperson

    def people_within(self, first: int, last: int) -> Iterator[int]:
        """Yield the people who are named between two tokens."""
        for mention in starting_within(self.people, first, last):
            index = self.person_ends.get(mention.last)
            person = self.entities.of_mention[index] if index is not None else None
            if person is not None:
                yield person

    def is_absent(self, mention: PersonMention, sentence: Sentence) -> bool:
        """Tell whether the words around a person say that they were not there."""
        folded, words = self.folded, self.words
        reach = max(sentence.first, mention.first - words.absence_reach)
        for _, end, _ in words.absence.within(folded, reach, mention.first):
            if words.before_name.issuperset(folded[end : mention.first]):
                return True
        sent = folded[max(sentence.first, mention.first - _SENT_REACH) : mention.first]
        if sent[-1:] == ("from",) and not words.sent_things.isdisjoint(sent):
            return True
        if mention.last >= sentence.last or folded[mention.last] != "'s":
            return False
        for index in range(mention.last + 1, min(sentence.last, mention.last + _POSSESSED_REACH)):
            if words.nouns.longest(folded, index, sentence.last):
                return False
            if folded[index] in words.light_stops or folded[index] in PRONOUNS:
                break
        return True

    def is_fronted(self, sentence: Sentence) -> bool:
        """Tell whether those present are named before the report: "In the presence of A, B received C"."""
        return self.words.fronted.longest(self.folded, sentence.first, sentence.last) is not None

    def end_of_front(self, sentence: Sentence, verb: int) -> int:
        """Return where the report starts behind "In the presence of A,"."""
        if not self.is_fronted(sentence):
            return sentence.first
        commas = (i for i in range(sentence.first, verb) if self.folded[i] == ",")
        return next(commas, sentence.first)

    def attendance_start(self, sentence: Sentence) -> int:
        """Return the token from which on a sentence lists those who only attended."""
        folded, words = self.folded, self.words
        first = sentence.first + _FRONTED * self.is_fronted(sentence)
        for start, end, _ in words.attendance.within(folded, first, sentence.last):
            listing = folded[end - 1] in words.list_openers
            if not (listing and words.nouns.longest(folded, end, sentence.last)):
                led = words.leading.intersection(folded[sentence.first : start])
                if led or folded[start] not in words.composing:
                    return start
        return sentence.last
