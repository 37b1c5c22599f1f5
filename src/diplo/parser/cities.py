"""The city and the country where an encounter was held."""

from __future__ import annotations

from diplo.countries import is_country
from diplo.lexicon import NameKind
from diplo.parser.document import ParagraphKind, Sentence, starting_within
from diplo.parser.mentions import NameMention
from diplo.parser.venues import VenueReader

_EVENT_REACH = 5
_OPENING_PHRASE = 8
_OPENING_LINES, _LONGEST_LINE = 4, 8
_RESIDENCE_REACH = 3
_VISIT_REACH, _COUNTRY_REACH = 6, 12


class CityReader(VenueReader):
    """Reads city and country of one encounter."""

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
            if before in words.venue_heads and self.document.words[mention.first - 1][:1].isupper():
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
        end = min(sentence.last, max(mention.first, sentence.first + _OPENING_PHRASE))
        return any(
            self.folded[index] in words.visiting
            or self.lexicon.encounters.nouns.longest(self.folded, index, sentence.last)
            for index in range(sentence.first, end)
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
        return closing in words.venue_heads or closing in words.landmarks

    def dateline(self, venue: tuple[int, int] | None) -> NameMention | None:
        """Return the city of the dateline, when the report says "here" or a guest was received at home."""
        sentence = self.document.sentences[self.encounter.sentence]
        here = "here" in self.folded[sentence.first : sentence.last]
        city = self._dateline_city() or self._bracketed_city()
        if city is None or here:
            return city
        if not (self.main or (venue is not None and self.is_own_venue(venue))):
            return None
        if self._is_alone(city) and (city.name.code != self.issuer or self._is_theirs(city)):
            return city
        return city if city.name.code == self.issuer and self._is_theirs(city) else None

    def _dateline_city(self) -> NameMention | None:
        """Return the city with which one of the first lines opens, behind an agency's initials or not."""
        starts = set()
        for paragraph in self.document.paragraphs[:_OPENING_LINES]:
            agency = self.document.words[paragraph.first].isupper()
            starts |= {paragraph.first, paragraph.first + agency}
        return next((m for m in self.names if m.first in starts and m.name.kind is NameKind.CITY), None)

    def _bracketed_city(self) -> NameMention | None:
        """Return the city of a headline's bracket: "Meeting with B (Paris - March 6, 2019)"."""
        first = {p.first for p in self.document.paragraphs[:_OPENING_LINES]}
        lines = [p for p in self.document.paragraphs if p.first in first and self.folded[p.last - 1] == ")"]
        inside = (m for p in lines for m in starting_within(self.names, p.first, p.last))
        return next(
            (m for m in inside if m.name.kind is NameKind.CITY and self.folded[m.first - 1] == "("), None
        )

    def _is_alone(self, city: NameMention) -> bool:
        """Tell whether a dateline is a line of its own, as that of a delegation abroad is."""
        lines = (p for p in self.document.paragraphs[:_OPENING_LINES] if p.first <= city.first < p.last)
        return all(line.last - line.first <= _LONGEST_LINE for line in lines)

    def _is_theirs(self, city: NameMention) -> bool:
        """Tell whether somebody of the country of a city took part: an agency may write from a third."""
        return city.name.code in self.parties

    def is_hosting(self) -> bool:
        """Tell whether the verb says that somebody of the publisher's country received a guest."""
        first = self.encounter.attendance[0].rule if self.encounter.attendance else ""
        return first in self.words.hosting

    def country(self, sentence: Sentence, last: int) -> str | None:
        """Return the country of "in Oman", "visit to Oman", "welcomed him to Oman"."""
        words = self.lexicon.places
        if any(
            self.folded[index : index + 3] == ("in", "our", "country")
            for index in range(sentence.first, last)
        ):
            return self.issuer if is_country(self.issuer) else None
        for mention in starting_within(self.names, sentence.first, last):
            if mention.name.kind is not NameKind.COUNTRY or self._in_title(mention):
                continue
            start = mention.first - (self.folded[mention.first - 1] == "the")
            before = self.folded[start - 1] if start > sentence.first else ""
            near = self.folded[max(sentence.first, start - _COUNTRY_REACH) : start]
            if before == "," and start - 2 in self.cities and mention.name.code not in self.parties:
                continue
            if (
                before in {"in", ","}
                and words.elsewhere.isdisjoint(near)
                and (before == "in" or start - 2 in self.cities)
            ):
                return mention.name.code
            if self._is_visited(mention, sentence) and words.elsewhere.isdisjoint(near):
                return mention.name.code
        return None

    def journey(self, sentence: Sentence) -> str | None:
        """Return the country of "visited Oman", "a visit to Oman"."""
        countries = (
            mention
            for mention in starting_within(self.names, sentence.first, sentence.last)
            if mention.name.kind is NameKind.COUNTRY and not self._in_title(mention)
        )
        return next((m.name.code for m in countries if self._is_visited(m, sentence)), None)

    def _is_visited(self, mention: NameMention, sentence: Sentence) -> bool:
        """Tell whether a country is where somebody travelled."""
        visiting = self.lexicon.places.visiting
        start = mention.first - (self.folded[mention.first - 1] == "the")
        before = self.folded[start - 1] if start > sentence.first else ""
        near = self.folded[max(sentence.first, start - _COUNTRY_REACH) : start]
        return before in visiting or (before == "to" and not visiting.isdisjoint(near))
