"""The shortest words that name a thing: without lead-ins, articles, praise and empty endings."""

from __future__ import annotations

from diplo.parser.grammar import ADVERBS, DETERMINERS, MONTHS, PREPOSITIONS, PRONOUNS, WEEKDAYS
from diplo.parser.wording import POSSESSIVE, Range, WordReader

MARKS = frozenset(".,;:()[]\"'“”‘’-–—*")
_ENDING_AGENT = PREPOSITIONS | POSSESSIVE | MARKS | {"and", "or"}
_LOOSE = MARKS | PREPOSITIONS | ADVERBS | {"and", "or", "to", "also"}
_LOOSE_END = (_LOOSE | {"the", "a", "of", "today"}) - {")", "]"}
_LONGEST_TAIL = 6
_LONGEST_LEAD = 7
_LONGEST_WORKING = 14
_LONGEST_AGENT = 4
_LONGEST_OWNER = 6
_DIGITS_OF_YEAR = 4
_LONGEST_DATE = 8
_SHORT = 2


class NamingReader(WordReader):
    """Cuts stretches of one document to what names the thing."""

    def cut(self, first: int, last: int, *, names: bool) -> Range | None:
        """Return the words that name the thing of a stretch, if they do; `names`: a country is one."""
        first, last = self._trim(*self.without_lead(first, last))
        last = self._before_purpose(first, last)
        last = self._without_tail(first, self._before_time(first, last))
        first, last = self._trim(first, last)
        return (first, last) if first < last and not self.is_empty(first, last, names=names) else None

    def without_lead(self, first: int, last: int) -> Range:
        """Drop the lead-ins at the start of a stretch, as long as more than a name is left."""
        first, last = self._trim(first, last)
        while first < last:
            start = self._after_lead(first, last)
            if start == first or self._is_bare_name(start, last):
                break
            first, last = self._trim(start, last)
        return first, last

    def _is_bare_name(self, first: int, last: int) -> bool:
        """Tell whether the name of a country or a body stands alone: "support for Oman"."""
        first += first < last and self.folded[first] in DETERMINERS
        name = self.name_at.get(first)
        return name is not None and (
            name.last >= last
            or self.folded[name.last] in PREPOSITIONS
            or self.folded[name.last] in {",", "and", "or"}
            or self.folded[name.last].endswith("ly")
        )

    def _trim(self, first: int, last: int) -> Range:
        """Drop marks, conjunctions and prepositions at both ends."""
        folded = self.folded
        while first < last and folded[first] in _LOOSE:
            first += 1
        while last > first and folded[last - 1] in _LOOSE_END:
            last -= 1
        if first < last and folded[first] in POSSESSIVE:
            first += 1
        return first, last

    def _after_lead(self, first: int, last: int) -> int:
        """Return where the thing starts behind "the importance of", "ways to strengthen", "its"."""
        folded, words = self.folded, self.words
        marked = first > 0 and (folded[first - 1] in words.determiners or folded[first - 1] in words.praise)
        if folded[first] in words.working and not marked:
            return self._after_working(first, last)
        verb = None if marked else words.verbs.longest(folded, first, last)
        if verb and verb[0] < last and folded[verb[0]] in {"and", ","} and self.joins_verbs(verb[0], last):
            return verb[0] + 1
        if verb and verb[0] < last and folded[verb[0]] != "of":
            return self._after_agent(verb[0], last)
        index = first
        while index < last and (folded[index] in words.determiners or folded[index] in words.praise):
            index += 1
        lead = self._lead_end(index, last) or self._lead_end(self.after_owner(index, last), last)
        if lead:
            return self._after_agent(lead, last)
        return index if index < last and self.content(index, last) else first

    def _after_agent(self, first: int, last: int) -> int:
        """Step over who is to act: "the community to" behind "the need for", "Iraq with" behind "help"."""
        folded = self.folded
        start = first + (first < last and folded[first] in DETERMINERS)
        person = self.person_end.get(first) or self.person_end.get(start)
        if person is None and start in self.name_at:
            person = self.name_at[start].last
        if person is not None and person + 1 < last and folded[person] in {"to", "with", "in"}:
            return person + 1 if self.folded[first - 1] != "for" or folded[person] == "to" else first
        if folded[first - 1] not in self.words.enabling:
            return first
        for index in range(start + 1, min(last - 1, start + _LONGEST_AGENT)):
            if folded[index] == "to" and self.words.verbs.longest(folded, index + 1, last):
                return index + 1
            if folded[index] in _ENDING_AGENT:
                return first
        return first

    def _after_working(self, first: int, last: int) -> int:
        """Return where the thing starts behind "working closely with A to" or "work together on"."""
        for index in range(first + 1, min(last - 1, first + _LONGEST_WORKING)):
            if self.folded[index] in self.words.work_goals:
                return index + 1
        return first

    def after_owner(self, first: int, last: int) -> int:
        """Step over "Iraq's" or "President A's" and the words of praise that follow."""
        end = self.person_end.get(first) or (self.name_at[first].last if first in self.name_at else first + 1)
        for index in range(end, min(last, first + _LONGEST_OWNER)):
            if self.folded[index] in POSSESSIVE:
                end = index + 1
                break
            if not self.document.words[index][0].isupper():
                break
        if end > last or (self.folded[end - 1] not in POSSESSIVE and first not in self.name_at):
            return first
        while end < last and self.folded[end] in self.words.praise:
            end += 1
        return end if end < last else first

    def _lead_end(self, first: int, last: int) -> int | None:
        """Return the end of a lead-in with its preposition, if one starts here."""
        folded = self.folded
        for index in range(first + 1, min(last - 1, first + _LONGEST_LEAD)):
            nouns = self.words.leads.get(folded[index])
            if nouns is None and folded[index] != "by":
                continue
            nouns = nouns or self.words.leads["to"]
            end = index - 1 if index - 1 > first and self.is_participle(index - 1) else index
            start = first
            while start < end - 1 and (
                self.is_adjective(start)
                or folded[start] in {"and", "or", ",", "$", "million", "billion"}
                or folded[start][0].isdigit()
                or (nouns.longest(folded, start, end) and folded[start + 1] in {"and", ",", "or"})
            ):
                start += 1
            found = nouns.longest(folded, start, end)
            if found and found[0] == end and folded[index] != "by":
                return index + 1
            ready = self.words.leads["to"].longest(folded, start, end)
            if ready and ready[0] == end:
                owned = self._after_possessor(index, last)
                if owned:
                    return owned
        return None

    def _after_possessor(self, index: int, last: int) -> int | None:
        """Return the token behind "of Peru to" or "by both countries to"."""
        named = False
        for place in range(index + 1, min(last - 1, index + _LONGEST_OWNER)):
            if self.folded[place] == "to":
                return place + 1 if named else None
            named = named or place in self.name_tokens or self.folded[place] in self.words.somebody
        return None

    def is_thin(self, first: int, last: int) -> bool:
        """Tell whether a phrase, its owner left out, is too short to name a thing by itself."""
        first, last = self.without_lead(first, last)
        while first < last and (
            self.folded[first] in self.words.determiners or self.folded[first] in self.words.praise
        ):
            first += 1
        first = self.after_owner(first, last)
        return sum(self._counts(index, first) for index in range(first, last)) < 2

    def _counts(self, index: int, first: int) -> bool:
        """Tell whether a word helps to name a thing, and only joins nothing to it."""
        word = self.folded[index]
        if word in self.dropped or word in self.words.modifiers or not word[0].isalnum():
            return False
        return index == first or not (word.endswith("ing") or self.is_participle(index))

    def _before_purpose(self, first: int, last: int) -> int:
        """Return the end of a phrase before "to prevent ...", when enough is named before it."""
        for index in range(first + 1, last - 1):
            if (
                self.folded[index] == "to"
                and self.words.verbs.longest(self.folded, index + 1, last)
                and not self.is_thin(first, index)
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
            elif folded[index] in words.joining_dates:
                break
        return last

    def _is_time(self, index: int) -> bool:
        """Tell whether a token is a month, a weekday, a day or a year, or "next"."""
        word = self.folded[index]
        if word in MONTHS or word in WEEKDAYS or word in self.words.nearest:
            return True
        following = self.folded[index + 1] if index + 1 < len(self.folded) else ""
        year = len(word) == _DIGITS_OF_YEAR and word[0] in "12"
        return word.isdigit() and (year or following in MONTHS)

    def _without_tail(self, first: int, last: int) -> int:
        """Return the end of a phrase without "in all fields"."""
        for start in range(max(first + 1, last - _LONGEST_TAIL), last):
            found = self.words.tails.longest(self.folded, start, last)
            if found and found[0] == last:
                return start
        return last

    def is_empty(self, first: int, last: int, *, names: bool) -> bool:
        """Tell whether a phrase names nothing."""
        folded, words = self.folded, self.words
        start = first
        while start < last and (folded[start] in words.determiners or folded[start] in words.praise):
            start += 1
        if start >= last or " ".join(folded[start:last]) in words.empty or not self.content(start, last):
            return True
        if any(folded[index] in words.void for index in range(start, last)):
            return True
        owned = self.after_owner(start, last)
        if folded[owned - 1] in POSSESSIVE and self.is_vague(owned, last):
            return True
        if last - start <= _SHORT and (folded[last - 1] in PRONOUNS):
            return True
        if self.person_end.get(start, 0) >= last or self.person_tokens.issuperset(range(start, last)):
            return True
        if self.is_vague(start, last):
            return True
        if not names and self._is_name(start, last):
            return True
        return last - start == 1 and (
            folded[start] in words.finite
            or folded[start] in words.working
            or folded[start].endswith("ly")
            or folded[start - 1] in {"their", "its", "his", "her"}
            or self._is_gerund(start, last)
        )

    def is_vague(self, first: int, last: int) -> bool:
        """Tell whether all words of a phrase could stand for anything."""
        return all(
            word in self.words.vague or word in PRONOUNS or word in ADVERBS or word in self.dropped
            for word in self.folded[first:last]
        )

    def _is_gerund(self, first: int, last: int) -> bool:
        """Tell whether a word is the "-ing" form of a leading verb."""
        return self.folded[first].endswith("ing") and bool(self.words.verbs.longest(self.folded, first, last))

    def _is_name(self, first: int, last: int) -> bool:
        """Tell whether a phrase is the name of a country or a body."""
        name = self.name_at.get(first)
        return name is not None and name.last >= last
