"""Where a thing starts behind "the importance of", "ways to strengthen", "Iraq's efforts to"."""

from __future__ import annotations

from diplo.parser.grammar import ADVERBS, DETERMINERS, MODALS, POSSESSIVE, PREPOSITIONS, PRONOUNS
from diplo.parser.wording import Range, WordReader

MARKS = frozenset(".,;:()[]\"'“”‘’-–—*")
LOOSE = MARKS | POSSESSIVE | PREPOSITIONS | ADVERBS | {"and", "or", "to", "also"}
_LOOSE_END = (LOOSE | {"the", "a", "of", "today"}) - {")", "]"}
_ENDING_AGENT = PREPOSITIONS | POSSESSIVE | MARKS | {"and", "or"}
_LONGEST_LEAD = 7
_LONGEST_WORKING = 14
_PLACED = frozenset(("in", "of", "from"))
_LONGEST_AGENT = 7
_LONGEST_OWNER = 6


class LeadReader(WordReader):
    """Steps over what only leads in to a thing, in one document."""

    def without_lead(self, first: int, last: int) -> Range:
        """Drop the lead-ins at the start of a stretch, as long as more than a name is left."""
        first, last = self.trim(first, last)
        while first < last:
            start = self._after_lead(first, last)
            if start == first or self._is_bare_name(start, last) or self._says_more(first, start, last):
                break
            first, last = self.trim(start, last)
        return first, last

    def _says_more(self, first: int, start: int, last: int) -> bool:
        """Tell whether a lead-in names more than what follows it: "regional issues of interest"."""
        if self.folded[start - 1] not in PREPOSITIONS or not self.is_vague(start, last):
            return False
        return any(
            self.is_adjective(index) and not self.is_vague(index, index + 1)
            for index in range(first, start - 1)
        )

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

    def trim(self, first: int, last: int) -> Range:
        """Drop marks, conjunctions and prepositions at both ends."""
        folded = self.folded
        tail = self.words.tails.longest(folded, first, last) if first < last else None
        if tail and tail[0] < last:
            first = tail[0]
        while first < last and (folded[first] in LOOSE or self.is_adverb(first)):
            first += 1
        while last > first and folded[last - 1] in _LOOSE_END:
            last -= 1
        if first < last and folded[first] in POSSESSIVE:
            first += 1
        return first, last

    def _after_lead(self, first: int, last: int) -> int:
        """Return where the thing starts behind "the importance of", "ways to strengthen", "its"."""
        folded, words = self.folded, self.words
        before = folded[first - 1] if first else ""
        marked = before in words.determiners or (before in words.praise and before not in ADVERBS)
        if folded[first] in MODALS and first + 2 < last and folded[first + 2] in DETERMINERS:
            return first + 2
        if folded[first] == "how" and folded[first + 1 : first + 2] == ("to",):
            return first + 2
        if folded[first] in words.working and not marked:
            return self._after_working(first, last)
        verb = None if marked else words.verbs.longest(folded, first, last)
        if verb is None and not marked and self._must_be_verb(first, last):
            return first + 1
        if verb and verb[0] < last and folded[verb[0]] in {"and", ","} and self.joins_verbs(verb[0], last):
            return verb[0] + 1
        if verb and verb[0] < last and folded[verb[0]] != "of":
            return self._after_agent(verb[0], last)
        index = first
        while index < last and (folded[index] in words.determiners or folded[index] in words.praise):
            index += 1
        lead = self.lead_end(index, last)
        if lead is None:
            owner = self.after_owner(index, last)
            lead = self.lead_end(owner, last) if owner != index else None
        if lead:
            return self._after_agent(lead, last)
        return index if index < last and self.has_content(index, last) else first

    def _must_be_verb(self, first: int, last: int) -> bool:
        """Tell whether a word is a verb by its place: "to deter the raids", "for blocking the opening"."""
        if first + 2 >= last or self.folded[first + 1] not in DETERMINERS:
            return False
        before, word = self.folded[first - 1], self.folded[first]
        if word in DETERMINERS or word in PREPOSITIONS or first in self.name_tokens or self.is_adverb(first):
            return False
        return before in {"to", "and", ","} or (before in PREPOSITIONS and word.endswith("ing"))

    def _after_agent(self, first: int, last: int) -> int:
        """Step over who is to act: "the community to" behind "the need for", "Iraq with" behind "help"."""
        folded = self.folded
        if first + 2 < last and folded[first] in {"them", "it"} and folded[first + 1] == "in":
            return first + 2
        if first + 1 < last and folded[first] in {"him", "her", "them", "us"}:
            return first + 1
        start = first + (first < last and folded[first] in DETERMINERS)
        person = self.person_end.get(first) or self.person_end.get(start)
        if person is None and start in self.name_at:
            person = self.name_at[start].last
        if person is not None and start in self.adjectives:
            person = self._behind_somebody(person, last)
        if person is not None and person + 1 < last and folded[person] in {"to", "with", "in"}:
            return person + 1 if self.folded[first - 1] != "for" or folded[person] == "to" else first
        if folded[first - 1] not in self.words.enabling:
            return first
        for index in range(start + 1, min(last - 1, start + _LONGEST_AGENT)):
            acts = folded[first - 1] == "for" or self.words.verbs.longest(folded, index + 1, last)
            if folded[index] == "to" and acts:
                return index + 1
            if folded[index] in _ENDING_AGENT and not (
                folded[first - 1] == "for" and folded[index] in _PLACED
            ):
                return first
        return first

    def _behind_somebody(self, index: int, last: int) -> int | None:
        """Return the end of the words for a people's side that is "to" act: "the Omani side"."""
        while index < last and self.folded[index] in self.words.somebody:
            index += 1
        acts = self.folded[index : index + 1] == ("to",)
        return index if acts and self.words.verbs.longest(self.folded, index + 1, last) else None

    def _after_working(self, first: int, last: int) -> int:
        """Return where the thing starts behind "working closely with A to" or "work together on"."""
        for index in range(first + 1, min(last - 1, first + _LONGEST_WORKING)):
            placed = self.folded[index] == "in" and index + 1 in self.name_at
            if self.folded[index] in self.words.work_goals and not placed:
                return index + 1
        return first

    def after_owner(self, first: int, last: int) -> int:
        """Step over "Iraq's" or "President A's" and the words of praise that follow."""
        end = self.person_end.get(first) or (self.name_at[first].last if first in self.name_at else first + 1)
        for index in range(end, min(last, first + _LONGEST_OWNER)):
            if self.folded[index] in POSSESSIVE:
                end = index + 1
                break
            if not self.document.words[index][:1].isupper() and not self._is_owner(index):
                break
        if end > last or (self.folded[end - 1] not in POSSESSIVE and first not in self.name_at):
            return first
        while end < last and self.folded[end] in self.words.praise:
            end += 1
        return end if end < last else first

    def _is_owner(self, index: int) -> bool:
        """Tell whether a word stands for people or sides: "the two countries'"."""
        return self.folded[index] in self.words.somebody or self.folded[index] in {"two", "both", "three"}

    def lead_end(self, first: int, last: int) -> int | None:
        """Return the end of a lead-in with its preposition, if one starts here."""
        folded = self.folded
        for index in range(first + 1, min(last - 1, first + _LONGEST_LEAD)):
            nouns = self.words.leads.get(folded[index])
            if nouns is None and folded[index] != "by":
                continue
            nouns = nouns or self.words.leads["to"]
            end = index - 1 if index - 1 > first and self.is_participle(index - 1) else index
            if folded[end - 1] == ")" and folded[end - 3 : end - 2] == ("(",):
                end -= 3
            start = first
            while start < end - 1 and (
                self.is_adjective(start)
                or folded[start] in {"and", "or", ",", "$", "million", "billion"}
                or folded[start][:1].isdigit()
                or (nouns.longest(folded, start, end) and folded[start + 1] in {"and", ",", "or"})
            ):
                start += 1
            found = nouns.longest(folded, start, end)
            if found and found[0] == end and folded[index] != "by":
                return index + 1
            ready = self.words.leads["to"].longest(folded, start, end)
            if ready and ready[0] == end:
                owned = self._after_possessor(index, last)
                if owned and not self.is_vague(owned, last):
                    return owned
        return None

    def _after_possessor(self, index: int, last: int) -> int | None:
        """Return the token behind "of Peru to" or "by both countries to"."""
        named = False
        for place in range(index + 1, min(last - 1, index + _LONGEST_OWNER)):
            if named and self.folded[place] == "aimed" and self.folded[place + 1] in {"at", "to"}:
                return place + 2
            into = self.folded[place] == "in" and self.folded[place + 1].endswith("ing")
            if self.folded[place] == "to" or into:
                return place + 1 if named else None
            named = named or place in self.name_tokens or self.folded[place] in self.words.somebody
        return None

    def is_vague(self, first: int, last: int) -> bool:
        """Tell whether all words of a phrase could stand for anything."""
        words = self.words
        if "between" in self.folded[first:last] and not words.relational.isdisjoint(self.folded[first:last]):
            return False
        return all(
            word in words.vague
            or word in PRONOUNS
            or word in LOOSE
            or word in self.dropped
            or self.is_adverb(index)
            for index, word in enumerate(self.folded[first:last], first)
        )
