"""The things that a stretch of a sentence names: where each starts, where it ends."""

from __future__ import annotations

from collections.abc import Iterator

from diplo.parser.endings import JOINTS, PLACING, EndingReader
from diplo.parser.grammar import AUXILIARIES, DETERMINERS
from diplo.parser.wording import Range

_RELATIVE = frozenset(("that", "which", "we", "they"))
_REACH_OF_PURPOSE = 6
_REACH_OF_JOINT = 5


class PhraseReader(EndingReader):
    """Cuts stretches of one document into the phrases that name things."""

    def listed(self, first: int, last: int, *, names: bool = False) -> Iterator[Range]:
        """Yield the parts of a coordination, each cut to what names it."""
        segments = list(self._segments(first, last))
        for place, (start, end) in enumerate(segments):
            followed = place + 1 < len(segments) and self.is_opened(segments[place + 1][0])
            if self._only_places(start, end) or (followed and self._is_general(start, end)):
                continue
            named = names or self.is_opened(start)
            for part in self.split(*self.without_lead(start, end)):
                cut = self.cut(*part, names=named)
                if cut:
                    yield cut

    def _is_general(self, first: int, last: int) -> bool:
        """Tell whether a stretch only says what kind of things a list holds: "key bilateral issues"."""
        first, last = self.without_lead(first, last)
        told = self.folded[first:last]
        if self.words.kinds.isdisjoint(told) or not self.words.relational.isdisjoint(
            set(told) - {"bilateral"}
        ):
            return False
        return all(
            self.is_adjective(index) or self.is_vague(index, index + 1) for index in range(first, last)
        )

    def _only_places(self, first: int, last: int) -> bool:
        """Tell whether a stretch only tells under what something stands: "now under preparation"."""
        while first < last and self.is_adverb(first):
            first += 1
        return first < last and self.folded[first] in PLACING

    def _segments(self, first: int, last: int) -> Iterator[Range]:
        """Split at "including", "such as" and "as well as", and drop what only circumscribes."""
        folded, opening_words = self.folded, self.words.includes.firsts
        start = index = part = first
        dropped = soft = False
        while index < last:
            word = folded[index]
            if word in opening_words and folded[index - 1] not in self.words.working:
                opening = self.words.includes.longest(folded, index, last)
                if opening and self._opens(index, opening[0], last):
                    if not dropped and start < index:
                        yield start, index
                    start = index = part = opening[0]
                    dropped = False
                    continue
            if word == "in" and not dropped and index > part and self._acts_further(index, part, last):
                yield start, index
                start = part = index = index + 1
                continue
            if dropped:
                further = word == "and" and (soft or self.folded[index + 1 : index + 2] == ("to",))
                further = further and not self.joins_owned(index, last)
                further = further or (word == "and" and self._names_event(index + 1, last))
                if (word in {",", ";"} or further) and self._resumes(index + 1, last):
                    start = part = index + 1
                    dropped = False
            elif word in JOINTS and index not in self.name_tokens and not self.joins_names(index, last):
                part = index + 1
            elif index > start and (restrictive := self.restrictive(index, part, last)):
                index = restrictive
                continue
            elif index > start and self.stops(index, part, last):
                yield from self._ended(start, index, last)
                dropped, soft = True, word not in self.words.ends
            index += 1
        if not dropped and start < last:
            yield start, last

    def _acts_further(self, index: int, part: int, last: int) -> bool:
        """Tell whether "in ensuring X" follows: a second thing that the first acts upon."""
        return (
            index + 2 < last
            and self.folded[index + 1].endswith("ing")
            and self.words.verbs.longest(self.folded, index + 1, last) is not None
            and not self.is_thin(part, index)
            and self.without_lead(part, last)[0] <= index
        )

    def _ended(self, start: int, index: int, last: int) -> Iterator[Range]:
        """Yield a phrase that ends; when it names nothing, what its relative clause acts upon."""
        relative = self.folded[index] in _RELATIVE or self.opens_contact(index, last)
        if relative and self.is_empty(*self.without_lead(start, index), names=False):
            yield from self._segments(self._after_relative(index + 1, last), last)
            return
        yield start, index

    def _after_relative(self, index: int, last: int) -> int:
        """Return where the object stands in "that would end it" and "we are taking to end it"."""
        verb = index
        while verb < last and self.folded[verb] in AUXILIARIES:
            verb += 1
        if (
            verb < last
            and self.folded[verb - 1] in AUXILIARIES
            and self.words.verbs.longest(self.folded, verb, last)
        ):
            return verb
        for place in range(verb, min(last - 1, verb + _REACH_OF_PURPOSE)):
            if self.folded[place] in {"to", "on"}:
                return place + 1
        return last

    def opens_list(self, first: int, last: int) -> bool:
        """Tell whether ", including" stands at a token."""
        while first < last and self.folded[first] == ",":
            first += 1
        return first < last and self.words.includes.longest(self.folded, first, last) is not None

    def _opens(self, index: int, after: int, last: int) -> bool:
        """Tell whether a list of parts opens: "through" does so before a verb or a list."""
        if self.folded[index] not in self.words.openers_of_lists or after >= last:
            return True
        if self.folded[after].endswith("ing"):
            return True
        near = range(after, min(last - 1, after + _REACH_OF_JOINT))
        joint = next((i for i in near if self.folded[i] in JOINTS), None)
        return joint is not None and self.folded[joint + 1] not in self.words.includes.firsts

    def _names_event(self, index: int, last: int) -> bool:
        """Tell whether "a meeting of" follows: an event of its own behind a relative clause."""
        return (
            index + 2 < last
            and self.folded[index] in DETERMINERS
            and self.folded[index + 1] in self.lexicon.undertakings.events
            and self.folded[index + 2] == "of"
        )

    def _resumes(self, index: int, last: int) -> bool:
        """Tell whether a list goes on after a clause that was dropped: ", and the ..."."""
        if index < last and self.folded[index] in {"and", "as"}:
            index += 1
        if index + 1 < last and self.folded[index] == "to":
            return self.words.verbs.longest(self.folded, index + 1, last) is not None
        if index < last and self.words.stop_phrases.longest(self.folded, index, last):
            return False
        return index < last and (
            self.folded[index] in {"the", "a", "an", "their", "its"}
            or (self.folded[index] in {"on", "of", "for"} and self.folded[index + 1] in DETERMINERS)
            or self.folded[index] == "about"
            or self.folded[index] in self.words.leads["to"].firsts
            or (index in self.name_at and self.folded[index - 1] == "and")
        )
