"""The shortest words that name a thing: without lead-ins, articles, praise and empty endings."""

from __future__ import annotations

from diplo.parser.grammar import (
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    MONTHS,
    POSSESSIVE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    WEEKDAYS,
)
from diplo.parser.leads import LOOSE, LeadReader
from diplo.parser.wording import Range

_LONGEST_TAIL = 6
_DIGITS_OF_YEAR = 4
_LONGEST_DATE = 8
_SHORT = 2
_OF = frozenset(("of",))
_OF_SIDES = _OF | {"for", "between", "to", "and"}
_ARTICLES = frozenset((("a",), ("an",), ("the",), ("new",), ("higher",)))


class NamingReader(LeadReader):
    """Cuts stretches of one document to what names the thing."""

    def cut(self, first: int, last: int, *, names: bool) -> Range | None:
        """Return the words that name the thing of a stretch, if they do; `names`: a country is one."""
        first, last = self.trim(*self.without_lead(first, last))
        if first < last and (
            self.folded[first] in RELATIVES or self.folded[first] in self.words.subordinating
        ):
            return None
        if first < last and (self.folded[first] in MODALS or self._opens_with_year(first, last)):
            return None
        last = self._before_purpose(first, last)
        last = self._without_tail(first, self._before_time(first, last))
        first, last = self.trim(first, last)
        return (first, last) if first < last and not self.is_empty(first, last, names=names) else None

    def is_thin(self, first: int, last: int, fewest: int = 2, *, adjectives: bool = False) -> bool:
        """Tell whether a phrase, its owner left out, is too short to name a thing by itself.

        Args:
            first: first token of the phrase.
            last: end of the phrase.
            fewest: number of words that name enough.
            adjectives: count adjectives as well as nouns.
        """
        first, last = self.without_lead(first, last)
        last = self._without_tail(first, last)
        while first < last and (
            self.folded[first] in self.words.determiners or self.folded[first] in self.words.praise
        ):
            first += 1
        first = self.after_owner(first, last)
        return (
            sum(
                self._counts(index, first) and (adjectives or not self.is_adjective(index))
                for index in range(first, last)
            )
            < fewest
        )

    def _counts(self, index: int, first: int) -> bool:
        """Tell whether a word helps to name a thing, and only joins nothing to it."""
        word = self.folded[index]
        if (
            word in self.dropped
            or word in LOOSE
            or word in self.words.relational
            or word in self.words.modifiers
            or not word[:1].isalnum()
        ):
            return False
        return index == first or not (word.endswith("ing") or self.is_participle(index))

    def _before_purpose(self, first: int, last: int) -> int:
        """Return the end of a phrase before "to prevent ...", when enough is named before it."""
        for index in range(first + 1, last - 1):
            if (
                self.folded[index] == "to"
                and self.words.verbs.longest(self.folded, index + 1, last)
                and not self.is_thin(first, index, adjectives=True)
                and self.words.deciding.isdisjoint(self.folded[first:index])
            ):
                return index
        return last

    def _before_time(self, first: int, last: int) -> int:
        """Return the end of a phrase without its date: "in October", "by the end of the year"."""
        folded, words = self.folded, self.words
        end = last
        for index in range(last - 1, max(first, last - _LONGEST_DATE), -1):
            if folded[index] in words.dating and index + 1 < end:
                after = index + 1 + (folded[index + 1] in DETERMINERS)
                starts = after < end and (
                    self._is_time(after) or (folded[after] in words.times_of and folded[after + 1] == "of")
                )
                if starts:
                    last = index
            elif folded[index] in words.nearest and index + 1 < end and folded[index + 1] in words.spans:
                last = index
            elif folded[index] in words.joining_dates and folded[index - 1] not in words.times_of:
                break
        return last

    def _is_time(self, index: int) -> bool:
        """Tell whether a token is a month, a weekday, a day or a year, or "next"."""
        word = self.folded[index]
        if word in MONTHS or word in WEEKDAYS or word in self.words.nearest:
            return True
        following = self.folded[index + 1]
        return self._is_year(index) or (word.isdigit() and following in MONTHS)

    def _opens_with_year(self, first: int, last: int) -> bool:
        """Tell whether a phrase is what is left of a date: "2014 in Ottawa"."""
        return self._is_year(first) and (first + 1 == last or self.folded[first + 1] in PREPOSITIONS)

    def _is_year(self, index: int) -> bool:
        """Tell whether a token is a year of this age or the last."""
        word = self.folded[index]
        return word.isdigit() and len(word) == _DIGITS_OF_YEAR and word[:1] in "12"

    def _without_tail(self, first: int, last: int) -> int:
        """Return the end of a phrase without "in all fields"."""
        for start in range(max(first + 1, last - _LONGEST_TAIL), last):
            found = self.words.tails.longest(self.folded, start, last)
            if found and found[0] == last:
                return start
            rises = self.folded[start] == "to" and self.folded[start + 1 : start + 2] in _ARTICLES
            if rises and self.folded[last - 1] in self.words.heights:
                return start
        return last

    def is_empty(self, first: int, last: int, *, names: bool) -> bool:
        """Tell whether a phrase names nothing."""
        folded, words = self.folded, self.words
        start = first
        while start < last and (folded[start] in words.determiners or folded[start] in words.praise):
            start += 1
        if start >= last or " ".join(folded[start:last]) in words.empty or not self.has_content(start, last):
            return True
        verb = words.verbs.longest(folded, start, last)
        if verb and verb[0] == last and last - start > 1:
            return True
        if any(folded[index] in words.void for index in range(start, last)) or self._is_date(start, last):
            return True
        owned = self.after_owner(start, last)
        named = self.document.words[last - 1][:1].isupper()
        if folded[owned - 1] in POSSESSIVE and self.is_vague(owned, last) and not named:
            return True
        pronoun = folded[start] in PRONOUNS and not self._is_acronym(start)
        if pronoun or folded[start] == "being" or (last - start <= _SHORT and folded[last - 1] in PRONOUNS):
            return True
        if self.person_end.get(start, 0) >= last or self.person_tokens.issuperset(range(start, last)):
            return True
        if self.is_vague(start, last) or self._is_stance(start, last):
            return True
        if not names and self._is_name(start, last):
            return True
        acts = start > 0 and (folded[start - 1] == "to" or folded[start - 1] in AUXILIARIES)
        if acts and folded[start] in words.working:
            return True
        return last - start == 1 and (
            ((acts or self._governs(start)) and words.verbs.longest(folded, start, last) is not None)
            or (folded[last : last + 1] == ("and",) and folded[start] in words.adjectives)
            or folded[start] in words.finite
            or folded[start] in words.working
            or folded[start].endswith("ly")
            or self.is_participle(start)
            or folded[start - 1] in {"their", "its", "his", "her"}
            or self._is_gerund(start, last)
        )

    def _governs(self, index: int) -> bool:
        """Tell whether a word that a conjunction joins has an object of its own: "and ensure it"."""
        following = self.folded[index + 1]
        governed = following in DETERMINERS or following in PRONOUNS or following == "to"
        return governed and self.folded[index - 1] in {"and", ","}

    def _is_acronym(self, index: int) -> bool:
        """Tell whether a word is written in capitals: "IT"."""
        word = self.document.words[index]
        return len(word) > 1 and word.isupper()

    def _is_stance(self, first: int, last: int) -> bool:
        """Tell whether a phrase is a role or a stance and whose it is: "Amman's role", "interest to both"."""
        words = self.words
        if words.stances.isdisjoint(self.folded[first:last]):
            return False
        joints = _OF_SIDES if self.folded[first] in words.vague else _OF
        return all(
            index in self.name_tokens
            or index in self.person_tokens
            or word in words.stances
            or word in words.somebody
            or word in self.dropped
            or word in POSSESSIVE
            or word in joints
            for index, word in enumerate(self.folded[first:last], first)
        )

    def _is_date(self, first: int, last: int) -> bool:
        """Tell whether a phrase is nothing but a day."""
        return all(
            word in WEEKDAYS or word in MONTHS or word.isdigit() or word in self.words.spans
            for word in self.folded[first:last]
        )

    def _is_gerund(self, first: int, last: int) -> bool:
        """Tell whether a word is the "-ing" form of a leading verb."""
        return self.folded[first].endswith("ing") and bool(self.words.verbs.longest(self.folded, first, last))

    def _is_name(self, first: int, last: int) -> bool:
        """Tell whether a phrase is the name of a country or a body, or of several."""
        if first not in self.name_at:
            return False
        return all(
            index in self.name_tokens or self.folded[index] in {",", "and", "the"}
            for index in range(first, last)
        )
