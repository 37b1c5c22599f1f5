"""The building where an encounter was held, or the event beside which it was."""

from __future__ import annotations

from collections.abc import Sequence

from diplo.lexicon import Lexicon, NameKind
from diplo.parser.dates import DateMention
from diplo.parser.document import Document, Sentence
from diplo.parser.encounters import Encounter
from diplo.parser.entities import Entities
from diplo.parser.grammar import DEFINITE, DEFINITE_SINGULAR, FUNCTION, MONTHS, WEEKDAYS, is_capitalised
from diplo.parser.mentions import Mentions
from diplo.phrasetable import PhraseTable

_LONGEST_VENUE = 12
_LONGEST_NAME = 4


class VenueReader:
    """Reads the venue of one encounter."""

    def __init__(
        self,
        document: Document,
        mentions: Mentions,
        dates: Sequence[DateMention],
        encounter: Encounter,
        lexicon: Lexicon,
        entities: Entities,
        *,
        main: bool,
    ) -> None:
        """Keep what is needed at hand."""
        self.document, self.folded, self.issuer = document, document.folded, entities.issuer
        self.lexicon, self.words = lexicon, lexicon.places
        self.encounter, self.dates, self.main = encounter, dates, main
        self.parties = [entities.people[a.person].country for a in encounter.attendance]
        self.names = mentions.names
        self.people = [m for m in mentions.people if m.titled]
        self.name_starts = {m.first for m in mentions.names}
        self.person_starts = {m.first for m in mentions.people if m.titled}
        self.cities = {m.last - 1 for m in mentions.names if m.name.kind is NameKind.CITY}

    def venue(self, sentence: Sentence, last: int) -> tuple[int, int] | None:
        """Return the building, or the event in whose margins it was held."""
        return (
            self._event_of(self.words.margins, sentence, last)
            or self._building_of(sentence, last)
            or self._event_of(self.words.attended, sentence, last)
        )

    def _event_of(self, margins: PhraseTable[str], sentence: Sentence, last: int) -> tuple[int, int] | None:
        """Return the event named behind one of some phrases: "on the sidelines of", "to attend"."""
        for start, end, _ in margins.within(self.folded, sentence.first, last):
            event = self.event(end, last)
            if event:
                edge = not self.words.edges.isdisjoint(self.folded[start:end])
                people = self.person_starts.intersection(range(*event))
                if edge or (self._is_event(*event) and not people):
                    return event
        return None

    def _building_of(self, sentence: Sentence, last: int) -> tuple[int, int] | None:
        """Return the building named behind "at" or "in"."""
        for index in range(sentence.first, last - 1):
            if self.folded[index] in self.words.venue_prepositions and not self._is_of_title(index):
                venue = self.building(index + 1, last)
                if venue and (
                    self.folded[index] != "to"
                    or self.words.venue_countries.get(" ".join(self.folded[venue[0] : venue[1]]))
                ):
                    return venue
        return None

    def _is_of_title(self, index: int) -> bool:
        """Tell whether a token stands in the title of a person: "Secretary in the Ministry"."""
        return any(person.first < index < person.last for person in self.people)

    def event(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the event named after "on the sidelines of"."""
        index = first + (first < last and self.folded[first] in DEFINITE)
        end = index
        while end < last and end - index < _LONGEST_VENUE:
            word = self.folded[end]
            if word in self.words.event_ends:
                break
            end += 1
        while end > index and self.folded[end - 1] in FUNCTION:
            end -= 1
        named = end > index and any(is_capitalised(word) for word in self.document.words[index:end])
        return (index, end) if named else None

    def _is_event(self, first: int, last: int) -> bool:
        """Tell whether words name an event: not in "on the occasion of his visit", "a meeting on oil"."""
        names, events = self.document.words[first:last], self.words.events
        known = [name for name, fold in zip(names, self.folded[first:last], strict=True) if fold in events]
        if known and not (names[0][0].islower() and all(name.islower() for name in known)):
            return True
        shouted = [word.isupper() and len(word) > 1 for word in names]
        return any(shouted) and not all(shouted[:2])

    def building(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the building named after "at"."""
        index = first + (first < last and self.folded[first] in DEFINITE_SINGULAR)
        of = (
            index + 2 < last
            and self.folded[index] in self.words.venue_heads
            and self.folded[index + 1] == "of"
        )
        if of and not self.document.words[index][:1].isupper():
            end = self._owner_end(index + 2, last)
            return (index, end) if end else None
        if index >= last or not (is_capitalised(self.document.words[index]) or self.folded[index].isdigit()):
            return None
        end = None
        for place in range(index, min(last, index + _LONGEST_VENUE)):
            word = self.folded[place]
            capital = is_capitalised(self.document.words[place])
            if word in self.words.venue_heads and (capital or place > index):
                end = place + 1
            elif not capital and word not in self.words.venue_joints:
                break
        if end and end + 1 < last and self.folded[end] in {"of", "for"}:
            end = self._owner_end(end + 1, last) or end
        sentence = self.document.sentences[self.encounter.sentence]
        reported = sentence.first <= first < sentence.last
        if end is None and self.folded[first - 1] == "at" and reported:
            end = self._unknown_end(index, last)
        return (index, end) if end else None

    def _unknown_end(self, first: int, last: int) -> int | None:
        """Return the end of the proper name of a place that no noun tells to be one: "at Marienborg"."""
        end = first
        while end < min(last, first + _LONGEST_NAME) and is_capitalised(self.document.words[end]):
            end += 1
        known = self.name_starts.intersection(range(first, end)) or self.person_starts.intersection(
            range(first, end)
        )
        day = self.folded[first] in WEEKDAYS or self.folded[first] in MONTHS or self.folded[first].isdigit()
        return end if end > first and not known and not day else None

    def _owner_end(self, first: int, last: int) -> int | None:
        """Return the end of the owner in "the building of the Foreign Ministry of Oman"."""
        end = None
        for index in range(first, min(last, first + _LONGEST_VENUE)):
            if is_capitalised(self.document.words[index]):
                end = index + 1
            elif self.folded[index] not in self.words.owner_joints:
                break
        return end

    def venue_country(self, venue: tuple[int, int] | None) -> str | None:
        """Return the country of a venue that the lexicon knows."""
        return self.words.venue_countries.get(" ".join(self.folded[venue[0] : venue[1]])) if venue else None

    def is_own_venue(self, venue: tuple[int, int]) -> bool:
        """Tell whether a venue is a seat of the publisher: a secretariat, a parliament, a ministry."""
        return (
            self.folded[venue[1] - 1] in self.words.venue_heads
            and self.folded[venue[1] - 1] not in self.words.not_own
        )
