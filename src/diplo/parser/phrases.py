"""The things that a stretch of a sentence names: where each starts, where it ends."""

from __future__ import annotations

from collections.abc import Iterator

from diplo.parser.coordination import CoordinationReader
from diplo.parser.grammar import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS

_POSSESSIVE = frozenset(("'s", "'"))
_MARKS = frozenset(".,;:()[]\"'“”‘’-–—*")
_LONGEST_TAIL = 6
_LONGEST_LEAD = 6
_LONGEST_WORKING = 14
_WORKING = frozenset(("work", "working"))

Range = tuple[int, int]


class PhraseReader(CoordinationReader):
    """Cuts stretches of one document into the phrases that name things."""

    def things(self, first: int, last: int) -> Iterator[Range]:
        """Yield the phrases in `[first, last)`, in the order of the text."""
        if self.folded[first : first + 1] == ("that",):
            yield from self._told(first + 1, last)
            return
        yield from self._listed(first, last)

    def told(self, first: int, last: int) -> Iterator[Range]:
        """Yield what reported or quoted speech is about."""
        yield from self._told(first + (self.folded[first] == "that"), last)

    def _told(self, first: int, last: int) -> Iterator[Range]:
        """Yield the subject of a clause, or its object when the subject is somebody who speaks."""
        while first < last and (self.folded[first] in ADVERBS or self.folded[first] in _MARKS):
            first += 1
        verb = self._verb(first, last)
        if verb is None:
            yield from self._listed(first, last)
            return
        if not self._is_speaker(first, verb):
            yield from self._listed(first, verb)
            return
        while verb < last and (
            self._is_verb(verb) or self.folded[verb] in ADVERBS or self.folded[verb] in {"to", "not"}
        ):
            verb += 1
        yield from self._listed(verb, last)

    def _verb(self, first: int, last: int) -> int | None:
        """Return the index of the first finite verb."""
        index = first
        while index < last:
            if index in self.person_end:
                index = self.person_end[index]
                continue
            if index > first and self._is_verb(index):
                return index
            index += 1
        return None

    def _is_verb(self, index: int) -> bool:
        """Tell whether a token can be a finite verb."""
        word = self.folded[index]
        return word in AUXILIARIES or (
            word in self.words.finite and self.folded[index - 1] not in DETERMINERS
        )

    def _is_speaker(self, first: int, last: int) -> bool:
        """Tell whether a subject is somebody, rather than a thing."""
        words = [w for w in self.folded[first:last] if w not in ADVERBS]
        if not words or words[0] in PRONOUNS or words[0] in {"both", "this", "there"}:
            return True
        if words[-1] in {
            "country",
            "countries",
            "sides",
            "side",
            "government",
            "nations",
            "people",
            "leaders",
            "ministers",
            "parties",
        }:
            return True
        start = first + (self.folded[first] == "the")
        mention = self.name_at.get(start)
        if mention and mention.last == last:
            return True
        return any(index in self.person_end and self.person_end[index] == last for index in (first, start))

    def _listed(self, first: int, last: int) -> Iterator[Range]:
        """Yield the parts of a coordination, each cut to what names it."""
        for start, end in self._segments(first, last):
            for part in self.split(start, end):
                cut = self._cut(*part)
                if cut:
                    yield cut

    def _segments(self, first: int, last: int) -> Iterator[Range]:
        """Split at "including", "such as" and "as well as", and drop what only circumscribes."""
        start = index = first
        dropped = False
        while index < last:
            opening = self.words.includes.longest(self.folded, index, last)
            if opening:
                if not dropped:
                    yield start, index
                start = index = opening[0]
                dropped = False
                continue
            if index > start and not dropped and self._stops(index):
                yield start, index
                dropped = True
            elif dropped and self.folded[index] == "," and self._resumes(index + 1, last):
                start, dropped = index + 1, False
            index += 1
        if not dropped:
            yield start, last

    def _stops(self, index: int) -> bool:
        """Tell whether the name of a thing ends before a token."""
        word = self.folded[index]
        if word in {"-", "–", "—", "("} and self.document.ends[index - 1] < self.document.starts[index]:
            return True
        if word == "by" and self.folded[index - 1] == "posed":
            return False
        stops = word in self.words.stops
        return stops or self.words.stop_phrases.longest(self.folded, index, len(self.folded)) is not None

    def _resumes(self, index: int, last: int) -> bool:
        """Tell whether a list goes on after a clause that was dropped: ", and the ..."."""
        if index < last and self.folded[index] in {"and", "as"}:
            index += 1
        return (index < last and self.folded[index] in {"the", "a", "an", "their", "its"}) or (
            index in self.name_at and self.folded[index - 1] == "and"
        )

    def _cut(self, first: int, last: int) -> Range | None:
        """Cut a part to what names it: without lead-ins, articles, praise and empty endings."""
        first, last = self._trim(first, last)
        while first < last:
            start = self._after_lead(first, last)
            if start == first or self._is_empty(*self._trim(start, last)):
                break
            first, last = self._trim(start, last)
        last = self._before_purpose(first, last)
        last = self._without_tail(first, last)
        first, last = self._trim(first, last)
        return (first, last) if first < last and not self._is_empty(first, last) else None

    def _trim(self, first: int, last: int) -> Range:
        """Drop marks, conjunctions and prepositions at both ends."""
        loose = _MARKS | PREPOSITIONS | {"and", "or", "to", "also"}
        while first < last and (self.folded[first] in loose or self.folded[first] in ADVERBS):
            first += 1
        while last > first and (
            self.folded[last - 1] in loose - {")", "]"}
            or self.folded[last - 1] in ADVERBS
            or self.folded[last - 1] in {"the", "a", "of", "today"}
        ):
            last -= 1
        return first, last

    def _after_lead(self, first: int, last: int) -> int:
        """Return where the thing starts behind "the importance of", "ways to strengthen", "its"."""
        folded, words = self.folded, self.words
        if folded[first] in _WORKING:
            return self._after_working(first, last)
        verb = words.verbs.longest(folded, first, last)
        if verb and verb[0] < last and folded[verb[0]] == "and" and self.joins_verbs(verb[0], last):
            return verb[0] + 1
        if verb and verb[0] < last and self.content(verb[0], last):
            return verb[0]
        index = first
        while index < last and (folded[index] in words.determiners or folded[index] in words.praise):
            index += 1
        lead = self._lead_end(index, last) or self._lead_end(self._after_owner(index, last), last)
        if lead:
            return lead
        return index if index < last and self.content(index, last) else first

    def _after_working(self, first: int, last: int) -> int:
        """Return where the thing starts behind "working closely with A to" or "work together on"."""
        for index in range(first + 1, min(last - 1, first + _LONGEST_WORKING)):
            if self.folded[index] in {"on", "to", "towards", "toward"}:
                return index + 1
        return last

    def _after_owner(self, first: int, last: int) -> int:
        """Step over "Iraq's" or "President A's" and the words of praise that follow."""
        end = self.person_end.get(first) or (self.name_at[first].last if first in self.name_at else first + 1)
        if end < last and self.folded[end] in _POSSESSIVE:
            end += 1
            while end < last and self.folded[end] in self.words.praise:
                end += 1
            return end
        return first

    def _lead_end(self, first: int, last: int) -> int | None:
        """Return the end of a lead-in with its preposition, if one starts here."""
        for index in range(first + 1, min(last, first + _LONGEST_LEAD)):
            nouns = self.words.leads.get(self.folded[index])
            if nouns is None:
                continue
            start = first
            while start < index - 1 and (
                self.folded[start] in self.words.praise
                or self.is_adjective(start)
                or self.folded[start] in {"and", "or", ","}
                or (nouns.longest(self.folded, start, index) and self.folded[start + 1] in {"and", ",", "or"})
            ):
                start += 1
            found = nouns.longest(self.folded, start, index)
            return index + 1 if found and found[0] == index and index + 1 < last else None
        return None

    def _before_purpose(self, first: int, last: int) -> int:
        """Return the end of a phrase before "to prevent ...", when enough is named before it."""
        for index in range(first + 1, last - 1):
            if (
                self.folded[index] == "to"
                and self.words.verbs.longest(self.folded, index + 1, last)
                and self.content(first, index) >= 2
            ):
                return index
        return last

    def _without_tail(self, first: int, last: int) -> int:
        """Return the end of a phrase without "in all fields"."""
        for start in range(max(first + 1, last - _LONGEST_TAIL), last):
            found = self.words.tails.longest(self.folded, start, last)
            if found and found[0] == last:
                return start
        return last

    def _is_empty(self, first: int, last: int) -> bool:
        """Tell whether a phrase names nothing."""
        folded = self.folded
        start = first
        while start < last and (
            folded[start] in self.words.determiners or folded[start] in self.words.praise
        ):
            start += 1
        phrase = " ".join(folded[start:last])
        if not phrase or phrase in self.words.empty or not self.content(first, last):
            return True
        person = self.person_end.get(first, 0)
        if (
            person >= last
            or self.person_tokens.issuperset(range(first, last))
            or all(word in PRONOUNS or word in DETERMINERS for word in folded[first:last])
        ):
            return True
        name = self.name_at.get(start)
        verb = self.words.verbs.longest(folded, start, last)
        act = last - start == 1 and (
            folded[start] in self.words.finite or (verb is not None and folded[start].endswith("ing"))
        )
        return act or bool(name and name.last >= last)
