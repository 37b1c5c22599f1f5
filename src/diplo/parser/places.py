"""Where an encounter was held: city, country, venue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplo.lexicon import Form, Lexicon, NameKind
from diplo.model import Place
from diplo.parser.dates import DateMention
from diplo.parser.document import Document, ParagraphKind, Sentence, starting_within
from diplo.parser.encounters import Encounter
from diplo.parser.grammar import MONTHS, WEEKDAYS, is_capitalised
from diplo.parser.mentions import Mentions, NameMention

_LONGEST_VENUE = 12
_LONGEST_NAME = 4
_OPENING = 4
_EVENT_REACH = 5
_RESIDENCE_REACH = 3
_VISIT_REACH, _COUNTRY_REACH = 6, 12


class PlaceReader:
    """Reads the place of one encounter."""

    def __init__(
        self,
        document: Document,
        mentions: Mentions,
        dates: Sequence[DateMention],
        encounter: Encounter,
        lexicon: Lexicon,
        issuer: str | None,
        *,
        main: bool,
    ) -> None:
        """Keep what is needed at hand."""
        self.document, self.folded, self.lexicon, self.issuer = document, document.folded, lexicon, issuer
        self.encounter, self.dates, self.main = encounter, dates, main
        self.names = mentions.names
        self.people = [m for m in mentions.people if m.titled]
        self.name_starts = {m.first for m in mentions.names}
        self.person_starts = {m.first for m in mentions.people if m.titled}
        self.cities = {m.last - 1 for m in mentions.names if m.name.kind is NameKind.CITY}

    def near(self) -> Iterator[Sentence]:
        """Yield the sentences in which circumstances may stand, the likeliest first."""
        sentences = self.document.sentences
        numbers = [self.encounter.sentence]
        following = self.encounter.sentence + 1
        if not self.main and following in self.encounter.sentences:
            numbers.append(following)
        if self.main:
            headlines = [
                n
                for n, s in enumerate(sentences[:_OPENING])
                if self.document.kind(s) is ParagraphKind.HEADLINE
            ]
            after = range(
                self.encounter.sentence + 2, min(len(sentences), self.encounter.sentence + _OPENING)
            )
            told = [n for n in after if self._tells_place(sentences[n])]
            around = (*headlines, self.encounter.sentence + 1, self.encounter.sentence - 1, *told)
            numbers += [n for n in dict.fromkeys(around) if n not in numbers]
        for number in numbers:
            if 0 <= number < len(sentences) and number in self.encounter.sentences:
                yield sentences[number]

    def _tells_place(self, sentence: Sentence) -> bool:
        """Tell whether a sentence says where the meeting was held: "the meeting, held at the palace"."""
        words = self.folded[sentence.first : sentence.last]
        nouns = self.lexicon.encounters.nouns
        held = [
            place - (words[place - 1] == ",") for place, word in enumerate(words) if word == "held" and place
        ]
        return any(place > 0 and nouns.longest(words, place - 1, place) for place in held)

    def end_of_report(self, sentence: Sentence) -> int:
        """Return where a sentence turns from the encounter to what was said there."""
        start = (
            self.encounter.token if sentence.first <= self.encounter.token < sentence.last else sentence.first
        )
        ends, verbs = self.lexicon.encounters.report_ends, self.lexicon.speech.verbs
        for index in range(start + 1, sentence.last):
            if self.folded[index] in ends:
                return index
            said = verbs.longest(self.folded, index, sentence.last)
            if (
                said
                and said[1].form is Form.PAST
                and self.folded[index] not in self.lexicon.encounters.starters
            ):
                return index
        return sentence.last

    def city(self, sentence: Sentence, last: int) -> NameMention | None:
        """Return the city in which it was held."""
        words = self.lexicon.places
        for mention in starting_within(self.names, sentence.first, last):
            if mention.name.kind is not NameKind.CITY or self._in_title(mention):
                continue
            if mention.last < last and self.folded[mention.last] in words.venue_heads:
                continue
            before = self.folded[mention.first - 1] if mention.first > sentence.first else ""
            near = self.folded[max(sentence.first, mention.first - _VISIT_REACH) : mention.first]
            if not words.residing.isdisjoint(near[-_RESIDENCE_REACH:]):
                continue
            if self._is_of_event_to_come(mention, sentence) or not self._is_told_here(sentence, mention):
                continue
            if before in words.visiting or before in words.placing:
                return mention
            if before in {"to", "of"} and not words.visiting.isdisjoint(near):
                return mention
            if before == "," and self.closes_venue(mention.first - 1, sentence):
                return mention
        return None

    def _is_told_here(self, sentence: Sentence, mention: NameMention) -> bool:
        """Tell whether a sentence behind the report speaks of the encounter or of the visit."""
        if sentence.first <= self.encounter.token:
            return True
        words = self.lexicon.places
        at_venue = self.folded[mention.first - 2] in words.venue_heads
        if at_venue or self.document.kind(sentence) is ParagraphKind.HEADLINE:
            return True
        return any(
            self.folded[i] in words.visiting
            or self.lexicon.encounters.nouns.longest(self.folded, i, sentence.last)
            for i in range(sentence.first, sentence.last)
        )

    def _is_of_event_to_come(self, mention: NameMention, sentence: Sentence) -> bool:
        """Tell whether a city is that of an event to come: "ahead of the summit in Madrid"."""
        words = self.lexicon.places
        if words.events.isdisjoint(
            self.folded[max(sentence.first, mention.first - _EVENT_REACH) : mention.first]
        ):
            return False
        near = self.folded[max(sentence.first, mention.first - _COUNTRY_REACH) : mention.first]
        return not words.purposes.isdisjoint(near)

    def _in_title(self, mention: NameMention) -> bool:
        """Tell whether a name stands in the title of a person: "Mayor of Porto"."""
        return any(p.first < mention.first < p.last for p in self.people)

    def closes_venue(self, index: int, sentence: Sentence) -> bool:
        """Tell whether a comma follows a venue, or "the capital": "the Presidential Guest House, Davao"."""
        words = self.lexicon.places
        closing = self.folded[index - 1] if index - 1 > sentence.first else ""
        return closing in words.venue_heads or closing in {"capital", "city"}

    def dateline(self, venue: tuple[int, int] | None) -> NameMention | None:
        """Return the city of the dateline, when the report says "here" or a guest was received at home."""
        sentence = self.document.sentences[self.encounter.sentence]
        here = "here" in self.folded[sentence.first : sentence.last]
        starts = {p.first for p in self.document.paragraphs[:4]}
        city = next((m for m in self.names if m.first in starts and m.name.kind is NameKind.CITY), None)
        if city is None or here:
            return city
        at_home = self.main or (venue is not None and self.is_own_venue(venue))
        return city if at_home and city.name.code == self.issuer else None

    def is_hosting(self) -> bool:
        """Tell whether the verb says that somebody of the publisher's country received a guest."""
        first = self.encounter.attendance[0].rule if self.encounter.attendance else ""
        return self.main and first in self.lexicon.places.hosting

    def country(self, sentence: Sentence, last: int) -> str | None:
        """Return the country of "in Oman", "visit to Oman", "welcomed him to Oman"."""
        words = self.lexicon.places
        for mention in starting_within(self.names, sentence.first, last):
            if mention.name.kind is not NameKind.COUNTRY or self._in_title(mention):
                continue
            start = mention.first - (self.folded[mention.first - 1] == "the")
            before = self.folded[start - 1] if start > sentence.first else ""
            near = self.folded[max(sentence.first, start - _COUNTRY_REACH) : start]
            if (
                before in {"in", ","}
                and words.elsewhere.isdisjoint(near)
                and (before == "in" or start - 2 in self.cities)
            ):
                return mention.name.code
            visited = before in words.visiting or (before == "to" and not words.visiting.isdisjoint(near))
            if visited and words.elsewhere.isdisjoint(near):
                return mention.name.code
        return None

    def venue(self, sentence: Sentence, last: int) -> tuple[int, int] | None:
        """Return the building, or the event in whose margins it was held."""
        for index in range(sentence.first, last):
            margin = self.lexicon.places.margins.longest(self.folded, index, last)
            if margin:
                event = self.event(margin[0], last)
                if event:
                    return event
        for index in range(sentence.first, last - 1):
            if self.folded[index] in {"at", "to", "in", "inside"}:
                venue = self.building(index + 1, last)
                if venue and (
                    self.folded[index] != "to"
                    or self.lexicon.places.venue_countries.get(" ".join(self.folded[venue[0] : venue[1]]))
                ):
                    return venue
        return None

    def event(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the event named after "on the sidelines of"."""
        index = first + (self.folded[first : first + 1] in {("the",), ("his",), ("her",)})
        end = index
        while end < last and end - index < _LONGEST_VENUE:
            word = self.folded[end]
            if word in self.lexicon.places.event_ends:
                break
            end += 1
        named = end > index and any(is_capitalised(word) for word in self.document.words[index:end])
        return (index, end) if named else None

    def building(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the building named after "at"."""
        index = first + (first < last and self.folded[first] in {"the", "his", "her", "its"})
        of = (
            index + 2 < last
            and self.folded[index] in self.lexicon.places.venue_heads
            and self.folded[index + 1] == "of"
        )
        if of and not self.document.words[index][0].isupper():
            end = self._owner_end(index + 2, last)
            return (index, end) if end else None
        if index >= last or not (is_capitalised(self.document.words[index]) or self.folded[index].isdigit()):
            return None
        end = None
        for place in range(index, min(last, index + _LONGEST_VENUE)):
            word = self.folded[place]
            capital = is_capitalised(self.document.words[place])
            if word in self.lexicon.places.venue_heads and (capital or place > index):
                end = place + 1
            elif not capital and word not in {"of", "the", "for", "and", "'s", "de", "al", "'"}:
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
            elif self.folded[index] not in {"of", "the", "for", "and", "'s", "'"}:
                break
        return end

    def venue_country(self, venue: tuple[int, int] | None) -> str | None:
        """Return the country of a venue that the lexicon knows."""
        return (
            self.lexicon.places.venue_countries.get(" ".join(self.folded[venue[0] : venue[1]]))
            if venue
            else None
        )

    def is_own_venue(self, venue: tuple[int, int]) -> bool:
        """Tell whether a venue is a seat of the publisher: a secretariat, a parliament, a ministry."""
        return (
            self.folded[venue[1] - 1] in self.lexicon.places.venue_heads
            and self.folded[venue[1] - 1] not in self.lexicon.places.not_own
        )

    def place(self) -> Place | None:
        """Return city, country and venue."""
        city: NameMention | None = None
        venue: tuple[int, int] | None = None
        country: str | None = None
        for sentence in self.near():
            last = self.end_of_report(sentence)
            venue = venue or self.venue(sentence, last)
            city = city or self.city(sentence, last)
            country = country or self.country(sentence, last)
        city = city or self.dateline(venue)
        if not self.main and city is None and venue is None:
            return None
        name = city.name if city else None
        code = (name.code if name else None) or self.venue_country(venue) or country
        own_venue = venue is not None and self.is_own_venue(venue)
        if code is None and (own_venue or self.is_hosting()) and self.issuer and len(self.issuer) == 2:
            code = self.issuer
        if not (city or venue or code):
            return None
        span = (
            self.document.span(city.first, city.last)
            if city
            else self.document.span(*venue)
            if venue
            else None
        )
        return Place(
            city=self.document.phrase(city.first, city.last) if city else None,
            country=self.lexicon.country(code) if code else None,
            venue=" ".join(self.document.phrase(*venue).split()) if venue else None,
            span=span,
        )
