"""When and where an encounter was held, and on what occasion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplo.lexicon import Lexicon, NameKind
from diplo.model import MeetingFormat, Place
from diplo.parser.dates import DateMention
from diplo.parser.document import Document, Sentence
from diplo.parser.encounters import Encounter
from diplo.parser.grammar import is_capitalised
from diplo.parser.mentions import Mentions, NameMention
from diplo.period import Period

_LONGEST_VENUE = 12
_LONGEST_OCCASION = 20
_PLACED = frozenset(("in", "at", "to", "near", "capital", "city", ",", "of"))
_VISITS = frozenset(
    (
        "visit",
        "visits",
        "visited",
        "visiting",
        "trip",
        "arrived",
        "arrival",
        "travelled",
        "traveled",
        "welcomed",
        "tour",
        "stay",
    )
)
_REMOTE = frozenset((MeetingFormat.PHONE, MeetingFormat.VIDEO))


@attrs.frozen
class Circumstances:
    """When, where and on what occasion."""

    period: Period | None
    place: Place | None
    occasion: tuple[int, int] | None


def find_circumstances(
    document: Document,
    mentions: Mentions,
    dates: Sequence[DateMention],
    encounters: Sequence[Encounter],
    lexicon: Lexicon,
    issuer: str | None,
) -> tuple[Circumstances, ...]:
    """Find the circumstances of each encounter; later ones inherit day and country from the main one."""
    found: list[Circumstances] = []
    for encounter in encounters:
        reader = _Reader(document, mentions, dates, encounter, lexicon, issuer, main=not found)
        period = reader.period() or (found[0].period if found else None)
        place = None if encounter.format in _REMOTE else reader.place()
        if (
            found
            and encounter.format not in _REMOTE
            and (place is None or place.country is None)
            and found[0].place
        ):
            place = attrs.evolve(place or Place(), country=found[0].place.country)
        found.append(Circumstances(period, place, reader.occasion()))
    return tuple(found)


class _Reader:
    """Reads the circumstances of one encounter."""

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

    def _near(self) -> Iterator[Sentence]:
        """Yield the sentences in which circumstances may stand, the likeliest first."""
        sentences = self.document.sentences
        numbers = [self.encounter.sentence]
        if self.main:
            numbers += [
                n for n in (0, self.encounter.sentence + 1, self.encounter.sentence - 1) if n not in numbers
            ]
        for number in numbers:
            if 0 <= number < len(sentences) and number in self.encounter.sentences:
                yield sentences[number]

    def period(self) -> Period | None:
        """Return the day or days on which it was held."""
        for sentence in self._near():
            here = [
                d
                for d in self.dates
                if sentence.first <= d.first < sentence.last and d.period and not d.deadline
            ]
            days = [d for d in here if self._is_meeting_day(d)]
            if days:
                token = self.encounter.token
                return min(days, key=lambda d: (abs(d.first - token), d.first)).period
        if not self.main:
            return None
        lines = [d for d in self.dates if d.dateline and d.period and d.kind.value in {"day", "range"}]
        return lines[0].period if lines else None

    def _is_meeting_day(self, date: DateMention) -> bool:
        """Tell whether a date can be that of an encounter."""
        if date.kind.value not in {"day", "range"} or date.dateline:
            return False
        before = self.folded[date.first - 1] if date.first else ""
        after = self.folded[date.last] if date.last < len(self.folded) else ""
        if before in {"since", "their", "his", "her", "'s", "until", "the", "next"} or after in {
            "conversation",
            "call",
            "meeting",
            "summit",
            "election",
            "elections",
            "inauguration",
            "agreement",
            "attack",
            "attacks",
        }:
            return False
        between = self.folded[max(self.encounter.token, date.first - 8) : date.first]
        return not {"which", "scheduled", "will"}.intersection(between)

    def place(self) -> Place | None:
        """Return city, country and venue."""
        city: NameMention | None = None
        venue: tuple[int, int] | None = None
        country: str | None = None
        for sentence in self._near():
            last = self._end_of_report(sentence)
            venue = venue or self._venue(sentence, last)
            city = city or self._city(sentence, last)
            country = country or self._country(sentence, last)
        if not self.main and city is None and venue is None:
            return None
        name = city.name if city else None
        code = (name.code if name else None) or self._venue_country(venue) or country
        if code is None and venue is not None and self._is_own_venue(venue):
            code = self.issuer if self.issuer and len(self.issuer) == 2 else None
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

    def _end_of_report(self, sentence: Sentence) -> int:
        """Return where a sentence turns from the encounter to what was said there."""
        start = (
            self.encounter.token if sentence.first <= self.encounter.token < sentence.last else sentence.first
        )
        for index in range(start + 1, sentence.last):
            if self.folded[index] in {
                "discuss",
                "discussed",
                "discussing",
                "emphasize",
                "reaffirm",
                "reviewed",
                "review",
                "underscore",
                "stressed",
                "affirmed",
                "exchanged",
                "address",
                "agreed",
                "highlighted",
                "noted",
                "said",
                "regarding",
                "condemned",
                "reaffirmed",
            }:
                return index
        return sentence.last

    def _city(self, sentence: Sentence, last: int) -> NameMention | None:
        """Return the city in which it was held."""
        for mention in self.names:
            if not sentence.first <= mention.first < last or mention.name.kind is not NameKind.CITY:
                continue
            before = self.folded[mention.first - 1] if mention.first > sentence.first else ""
            if before not in _PLACED or any(p.first < mention.first < p.last for p in self.people):
                continue
            if (
                before in {"to", "of"}
                and not set(self.folded[max(sentence.first, mention.first - 6) : mention.first]) & _VISITS
            ):
                continue
            if before == "," and not (
                self.folded[mention.first - 2] in {"capital", "city"}
                or self._closes_venue(mention.first - 1, sentence)
            ):
                continue
            return mention
        return None

    def _closes_venue(self, index: int, sentence: Sentence) -> bool:
        """Tell whether a comma follows a venue: "the Presidential Guest House, Davao"."""
        return index - 1 > sentence.first and self.folded[index - 1] in self.lexicon.encounters.venue_heads

    def _country(self, sentence: Sentence, last: int) -> str | None:
        """Return the country of "in Oman", "visit to Oman", "welcomed him to Oman"."""
        for mention in self.names:
            if not sentence.first <= mention.first < last or mention.name.kind is not NameKind.COUNTRY:
                continue
            if any(p.first < mention.first < p.last for p in self.people):
                continue
            start = mention.first - (self.folded[mention.first - 1] == "the")
            before = self.folded[start - 1] if start > sentence.first else ""
            words = set(self.folded[max(sentence.first, start - 12) : start])
            if before == "in" and not words & {
                "ambassador",
                "situation",
                "developments",
                "conflict",
                "war",
                "commissioner",
            }:
                return mention.name.code
            if (
                before in {"to", "visit", "visited", "visiting"}
                and words & _VISITS
                and "ambassador" not in words
            ):
                return mention.name.code
        return None

    def _venue(self, sentence: Sentence, last: int) -> tuple[int, int] | None:
        """Return the building, or the event in whose margins it was held."""
        for index in range(sentence.first, last):
            margin = self.lexicon.encounters.margins.longest(self.folded, index, last)
            if margin:
                event = self._event(margin[0], last)
                if event:
                    return event
        for index in range(sentence.first, last - 1):
            if self.folded[index] in {"at", "to", "in", "inside"}:
                venue = self._building(index + 1, last)
                if venue and (
                    self.folded[index] != "to"
                    or self.lexicon.encounters.venue_countries.get(" ".join(self.folded[venue[0] : venue[1]]))
                ):
                    return venue
        return None

    def _event(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the event named after "on the sidelines of"."""
        index = first + (self.folded[first : first + 1] in {("the",), ("his",), ("her",)})
        end = index
        while end < last and end - index < _LONGEST_VENUE:
            word = self.folded[end]
            if word in {
                ",",
                ".",
                ";",
                "in",
                "held",
                "which",
                "on",
                "during",
                "being",
                "with",
                "and",
                "today",
            }:
                break
            end += 1
        return (index, end) if end > index else None

    def _building(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the building named after "at"."""
        index = first + (first < last and self.folded[first] in {"the", "his", "her", "its"})
        if index >= last or not (is_capitalised(self.document.words[index]) or self.folded[index].isdigit()):
            return None
        end = None
        for place in range(index, min(last, index + _LONGEST_VENUE)):
            word = self.folded[place]
            capital = is_capitalised(self.document.words[place])
            if word in self.lexicon.encounters.venue_heads and (capital or place > index):
                end = place + 1
            elif not capital and word not in {"of", "the", "for", "and", "'s", "de", "al", "'"}:
                break
        return (index, end) if end else None

    def _venue_country(self, venue: tuple[int, int] | None) -> str | None:
        """Return the country of a venue that the lexicon knows."""
        return (
            self.lexicon.encounters.venue_countries.get(" ".join(self.folded[venue[0] : venue[1]]))
            if venue
            else None
        )

    def _is_own_venue(self, venue: tuple[int, int]) -> bool:
        """Tell whether a venue is a seat of the publisher: a secretariat, a parliament, a ministry."""
        return (
            self.folded[venue[1] - 1] in self.lexicon.encounters.venue_heads
            and self.folded[venue[1] - 1] != "hotel"
        )

    def occasion(self) -> tuple[int, int] | None:
        """Return the visit or event on whose occasion it was held."""
        for sentence in self._near():
            for index in range(sentence.first, sentence.last - 2):
                margin = self.lexicon.encounters.margins.longest(self.folded, index, sentence.last)
                start = margin[0] if margin else index + 1 if self.folded[index] == "during" else None
                if start is None:
                    continue
                end = self._occasion_end(start, sentence.last)
                if margin or set(self.folded[start:end]) & {"visit", "trip", "tour", "stay", "participation"}:
                    return (start, end) if end > start else None
        return None

    def _occasion_end(self, start: int, last: int) -> int:
        """Return the end of the words that name an occasion."""
        end = start
        while end < min(last, start + _LONGEST_OCCASION) and self.folded[end] not in {
            ",",
            ".",
            ";",
            "where",
            "which",
            "to" if "to" in self.folded[start:end] else "where",
        }:
            end += 1
        return end
