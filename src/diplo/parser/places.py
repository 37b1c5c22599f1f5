"""Where an encounter was held: city, country, venue."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from diplo.countries import is_country
from diplo.lexicon import Form
from diplo.model import Place
from diplo.parser.cities import CityReader
from diplo.parser.document import ParagraphKind, Sentence
from diplo.parser.mentions import NameMention

_OPENING, _FRAMING = 4, 3
_HELD_REACH = 12


class PlaceReader(CityReader):
    """Reads the place of one encounter."""

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
            held = (n for n in self.encounter.sentences if n >= after.stop and self._is_held(sentences[n]))
            told = [*(n for n in after if self._tells_place(sentences[n])), *held]
            around = (*headlines, self.encounter.sentence + 1, self.encounter.sentence - 1, *told)
            numbers += [n for n in dict.fromkeys(around) if n not in numbers]
        for number in numbers:
            if 0 <= number < len(sentences) and number in self.encounter.sentences:
                yield sentences[number]

    def frame(self) -> Iterator[Sentence]:
        """Yield the sentences with which a body opens and that tell of the whole journey or series.

        "A is in Lima on an official visit" frames the main encounter; "A held a series of meetings in Lima"
        frames them all.
        """
        bodies = (
            (n, s)
            for n, s in enumerate(self.document.sentences)
            if self.document.kind(s) is ParagraphKind.BODY
        )
        for number, sentence in islice(bodies, _FRAMING):
            words = frozenset(self.folded[sentence.first : sentence.last])
            framing = self.words.series if not self.main else self.words.series | self.words.visiting
            framed = not framing.isdisjoint(words) or (self.main and self._tells_place(sentence))
            if number < self.encounter.sentence and framed:
                yield sentence

    def _is_held(self, sentence: Sentence) -> bool:
        """Tell whether a sentence far behind says where it was: "The talks were held at the palace"."""
        words, nouns = self.lexicon.encounters, self.lexicon.encounters.nouns
        opening = min(sentence.last, sentence.first + _HELD_REACH)
        return any(nouns.longest(self.folded, i, opening) for i in range(sentence.first, opening)) and any(
            words.held.longest(self.folded, i, sentence.last) for i in range(sentence.first, opening)
        )

    def _tells_place(self, sentence: Sentence) -> bool:
        """Tell whether a sentence tells the meeting again, or where it was held: "held at the palace"."""
        words = self.folded[sentence.first : sentence.last]
        verbs = self.lexicon.encounters.verbs
        if any(verbs.within(words, 0, len(words))):
            return True
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
            if self.folded[index] not in verbs.firsts:
                continue
            said = verbs.longest(self.folded, index, sentence.last)
            if (
                said
                and said[1].form is Form.PAST
                and self.folded[index] not in self.lexicon.encounters.starters
            ):
                return index
        return sentence.last

    def place(self) -> Place | None:
        """Return city, country and venue."""
        city: NameMention | None = None
        venue: tuple[int, int] | None = None
        country: str | None = None
        abroad: str | None = None
        for sentence in self.near():
            last = self.end_of_report(sentence)
            venue = venue or self.venue(sentence, last)
            city = city or self.city(sentence, last)
            country = country or self.country(sentence, last)
            abroad = abroad or self.journey(sentence)
        if not (city or country):
            for sentence in self.frame():
                venue = venue or self.venue(sentence, sentence.last)
                city = city or self.city(sentence, sentence.last)
                abroad = abroad or self.country(sentence, sentence.last)
        line = self.dateline(venue)
        city = city or (line if line and abroad in {None, line.name.code} else None)
        country = country or abroad
        if not (self.main or city or venue or self.is_hosting()):
            return None
        code = (city.name.code if city else None) or self.venue_country(venue) or country or self._home(venue)
        if not (city or venue or code):
            return None
        tokens = (city.first, city.last) if city else venue
        return Place(
            city=self.document.phrase(city.first, city.last) if city else None,
            country=self.lexicon.country(code) if code else None,
            venue=" ".join(self.document.phrase(*venue).split()) if venue else None,
            span=self.document.span(*tokens) if tokens else None,
        )

    def _home(self, venue: tuple[int, int] | None) -> str | None:
        """Return the country of whoever received a guest at home: the publisher's, if it took part."""
        if not ((venue is not None and self.is_own_venue(venue)) or self.is_hosting()):
            return None
        if is_country(self.issuer) and self.issuer in self.parties:
            return self.issuer
        return self.parties[0] if self.is_hosting() and is_country(self.parties[0]) else None
