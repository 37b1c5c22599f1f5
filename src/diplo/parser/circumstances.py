"""When and where an encounter was held, and on what occasion."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

import attrs

from diplo.lexicon import Lexicon
from diplo.model import MeetingFormat, Place
from diplo.parser.dates import DateMention
from diplo.parser.document import Document, ParagraphKind, starting_within
from diplo.parser.encounters import Encounter
from diplo.parser.entities import Entities
from diplo.parser.mentions import Mentions
from diplo.parser.places import PlaceReader
from diplo.period import Period

_LONGEST_OCCASION = 20
_OPENING = 5
_DAY_REACH = 8
_LONGEST_VISIT = 31
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
    entities: Entities,
) -> tuple[Circumstances, ...]:
    """Find the circumstances of each encounter; later ones inherit day and country from the main one."""
    found: list[Circumstances] = []
    with_main = {place for e in encounters[:1] for place in (e.sentence, e.announced_in)} - {None}
    for encounter in encounters:
        reader = _Reader(document, mentions, dates, encounter, lexicon, entities, main=not found)
        told = zip(found, encounters, strict=False)
        before = [known.period for known, other in told if other.sentence < encounter.sentence]
        period = reader.period(before[-1:]) or (found[0].period if found else None)
        place = None
        if encounter.format not in _REMOTE:
            same = bool(found) and encounter.sentence == encounters[0].sentence
            place = found[0].place if same else reader.place()
            if found and encounter.announced_in in with_main and (place is None or place.city is None):
                place = found[0].place
            if found and found[0].place and (place is None or place.country is None):
                place = attrs.evolve(place or Place(), country=found[0].place.country)
        found.append(Circumstances(period, place, reader.occasion()))
    return tuple(found)


class _Reader(PlaceReader):
    """Reads the circumstances of one encounter."""

    def period(self, before: Sequence[Period | None]) -> Period | None:
        """Return the day or days on which it was held; `before`: those of the encounter told before."""
        for sentence in self.near():
            here = [
                d
                for d in self.dates
                if sentence.first <= d.first < sentence.last and d.period and not d.deadline
            ]
            days = [d for d in here if self._is_meeting_day(d)]
            if days:
                token = self.encounter.token
                return self._as_datelined(min(days, key=lambda d: (abs(d.first - token), d.first)))
        if before and self._is_sequel():
            return before[0]
        for sentence in self.frame():
            days = [d for d in starting_within(self.dates, sentence.first, sentence.last) if d.period]
            days = [d for d in days if self._is_meeting_day(d) and not d.deadline]
            if days:
                return self._as_datelined(days[0])
        if not self.main:
            return None
        opening = self.opening_day()
        if opening:
            return opening
        lines = [d for d in self.dates if d.dateline and d.period and d.kind.value in {"day", "range"}]
        return lines[0].period if lines else None

    def _is_sequel(self) -> bool:
        """Tell whether a report takes up the day of the one before: "Later that day", "Then A met B"."""
        sentence = self.document.sentences[self.encounter.sentence]
        here = self.folded[sentence.first : sentence.last]
        same_day = not {("same", "day"), ("that", "day")}.isdisjoint(pairwise(here))
        return same_day or here[0] in self.words.sequels

    def opening_day(self) -> Period | None:
        """Return the day with which the first sentence of the body opens: "On Wednesday, the minister"."""
        bodies = (s for s in self.document.sentences if self.document.kind(s) is ParagraphKind.BODY)
        for sentence in islice(bodies, _OPENING):
            for date in starting_within(
                self.dates, sentence.first, min(sentence.last, sentence.first + _OPENING)
            ):
                if self.folded[date.first - 1] == "on" and date.period and self._is_meeting_day(date):
                    return date.period
        return None

    def _as_datelined(self, date: DateMention) -> Period | None:
        """Return the day of the dateline for "today", else the date's own."""
        lines = [d.period for d in self.dates if d.dateline and d.kind.value == "day" and not d.relative]
        lines = [line for line in lines if line]
        return lines[0] if lines and self.folded[date.first : date.last] == ("today",) else date.period

    def _is_meeting_day(self, date: DateMention) -> bool:
        """Tell whether a date can be that of an encounter."""
        if date.kind.value not in {"day", "range"} or date.dateline or self._is_long(date):
            return False
        before = self.folded[date.first - 1] if date.first else ""
        if before == "the" and self.folded[date.first - 2] == "on":
            before = "on"
        after = self.folded[date.last]
        if before == "of" and self.folded[date.first - 2] not in self.words.day_parts:
            return False
        if before in self.words.no_day_behind or after in self.words.no_day_before:
            return False
        near = self.folded[max(0, date.first - _DAY_REACH) : date.first]
        if not self.words.issued.isdisjoint(near):
            return False
        between = self.folded[max(self.encounter.token, date.first - _DAY_REACH) : date.first]
        return self.words.announced.isdisjoint(between)

    @staticmethod
    def _is_long(date: DateMention) -> bool:
        """Tell the years of a plan from the days of a visit: "signed a plan for 2020-2021"."""
        start, end = (date.period.start, date.period.end) if date.period else (None, None)
        return start is not None and end is not None and (end - start).days > _LONGEST_VISIT

    def occasion(self) -> tuple[int, int] | None:
        """Return the visit or event on whose occasion it was held."""
        openers = self.words.margins.firsts | {"during"}
        for sentence in self.near():
            for index in range(sentence.first, sentence.last - 2):
                if self.folded[index] not in openers:
                    continue
                margin = self.words.margins.longest(self.folded, index, sentence.last)
                start = margin[0] if margin else index + 1 if self.folded[index] == "during" else None
                if start is None:
                    continue
                end = self._occasion_end(start, sentence.last)
                if margin or not self.words.occasions.isdisjoint(self.folded[start:end]):
                    return (start, end) if end > start else None
        return None

    def _occasion_end(self, start: int, last: int) -> int:
        """Return the end of the words that name an occasion."""
        end = start
        while end < min(last, start + _LONGEST_OCCASION) and self.folded[end] not in self.words.occasion_ends:
            if self.folded[end] == "to" and "to" in self.folded[start:end]:
                break
            end += 1
        return end
