"""The things that a stretch of a sentence names: where each starts, where it ends."""

from __future__ import annotations

from collections.abc import Iterator

from diplo.parser.coordination import CoordinationReader
from diplo.parser.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS, WEEKDAYS
from diplo.parser.wording import POSSESSIVE, Range

_DASHES = frozenset(("-", "–", "—", "("))
_CONTACT = frozenset(("the", "both", "each"))
_RELATIVE = frozenset(("that", "which", "we", "they"))
_BEFORE_COMPANY = WEEKDAYS | {",", "today", "yesterday"}
_CIRCUMSTANCE = frozenset("while as since after before during because following when due amid despite so".split())
_RESTRICTIVE = frozenset(("that", "which"))
_AFTER_RELATIVE = _CIRCUMSTANCE | {",", "and", "or", ";"}
_LONGEST_RELATIVE = 10
_REACH_OF_PURPOSE = 6
_REACH_OF_JOINT = 5
_JOINTS = frozenset((",", "and", "or", ";"))


class PhraseReader(CoordinationReader):
    """Cuts stretches of one document into the phrases that name things."""

    def listed(self, first: int, last: int, *, names: bool = False) -> Iterator[Range]:
        """Yield the parts of a coordination, each cut to what names it."""
        for start, end in self._segments(first, last):
            for part in self.split(*self.without_lead(start, end)):
                cut = self.cut(*part, names=names)
                if cut:
                    yield cut

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
            if not dropped and index > part and self._acts_further(index, part, last):
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
            elif word in _JOINTS and index not in self.name_tokens and not self.joins_names(index, last):
                part = index + 1
            elif index > start and (restrictive := self._restrictive(index, part, last)):
                index = restrictive
                continue
            elif index > start and self._stops(index, part, last):
                yield from self._ended(start, index, last)
                dropped, soft = True, word not in self.words.ends
            index += 1
        if not dropped and start < last:
            yield start, last

    def _restrictive(self, index: int, part: int, last: int) -> int | None:
        """Return the end of a relative clause without which a noun names too little: "the aid that A sent"."""
        if self.folded[index] not in _RESTRICTIVE or index + 2 >= last or not self.is_thin(part, index, 3, adjectives=True):
            return None
        before = self.folded[index - 1]
        told = self.folded[index] == "that" and (before in self.words.introducing or self.is_adjective(index - 1))
        if told or self.is_empty(*self.without_lead(part, index), names=True):
            return None
        end = next((i for i in range(index + 1, last) if self.folded[i] in _AFTER_RELATIVE), last)
        long = end - index > _LONGEST_RELATIVE and not self.is_thin(part, index, adjectives=True)
        return None if long else end

    def _acts_further(self, index: int, part: int, last: int) -> bool:
        """Tell whether "in ensuring X" follows: a second thing that the first acts upon."""
        return (
            self.folded[index] == "in"
            and index + 2 < last
            and self.folded[index + 1].endswith("ing")
            and self.words.verbs.longest(self.folded, index + 1, last) is not None
            and not self.is_thin(part, index)
            and self.without_lead(part, last)[0] <= index
        )

    def _ended(self, start: int, index: int, last: int) -> Iterator[Range]:
        """Yield a phrase that ends; when it names nothing, what its relative clause acts upon."""
        relative = self.folded[index] in _RELATIVE or self._opens_contact(index, last)
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
        joint = next((i for i in near if self.folded[i] in _JOINTS), None)
        return joint is not None and self.folded[joint + 1] not in self.words.includes.firsts

    def _stops(self, index: int, part: int, last: int) -> bool:
        """Tell whether the name of a thing ends before a token."""
        word, words = self.folded[index], self.words
        if index > part and self._opens_contact(index, last):
            return True
        if word in _CONTACT and index - 1 > part and self.folded[index - 1] in words.vague:
            return self.folded[index - 2] != "to"
        if word == "with" and self._names_somebody(index + 1, last):
            return True
        if word in words.ending or word in _DASHES:
            if word == "(" and self.folded[index + 2 : index + 3] == (")",):
                return False
            if word in _DASHES:
                paired = index - 1 in self.name_tokens and index + 1 in self.name_tokens and word != "("
                return self.document.ends[index - 1] < self.document.starts[index] and not paired
            if words.stop_phrases.longest(self.folded, index, last):
                return True
            if word.endswith("ing") and self.is_owned(index):
                return False
            if word == "as" and not {"using", "use"}.isdisjoint(self.folded[part:index]):
                return False
            if word == "as" and "'s" in self.folded[part:index]:
                return not self.is_empty(*self.without_lead(part, index), names=True)
            if word in words.ends and self.folded[index - 1] != "-":
                if self._is_modifier(index, part, last):
                    return not self.is_thin(part, index)
                held = word in words.times and self.is_participle(index - 1)
                return not (held and self.is_thin(part, index))
            return word in words.modifiers and not self.is_thin(part, index) and not self._leads(index, part)
        if self._is_joined_verb(index, last) or self._is_aside(index, last):
            return True
        return self._is_modifier(index, part, last) and not self.is_thin(part, index, 3)

    def _names_somebody(self, first: int, last: int) -> bool:
        """Tell whether a person or a delegation stands at a token, behind a comma or "today"."""
        if self.folded[first - 2] not in _BEFORE_COMPANY:
            return False
        start = first + (first < last and self.folded[first] in DETERMINERS)
        if start in self.person_end or first in self.person_end:
            return True
        end = self.head_end(start, last)
        while end > start and self.is_participle(end - 1):
            end -= 1
        return end > start and self.folded[end - 1] in self.words.somebody

    def _leads(self, index: int, part: int) -> bool:
        """Tell whether a preposition belongs to a lead-in: "the fight against"."""
        nouns = self.words.leads.get(self.folded[index])
        return nouns is not None and any(
            found is not None and found[0] == index
            for start in range(part, index)
            for found in [nouns.longest(self.folded, start, index)]
        )

    def _is_modifier(self, index: int, part: int, last: int) -> bool:
        """Tell whether a participle starts a clause behind a noun: "projects funded by"."""
        if index <= part or index + 1 >= last or self.is_open(index - 1):
            return False
        following = self.folded[index + 1]
        if self.folded[index].endswith("ing"):
            return following in DETERMINERS or following == "to"
        return self.is_participle(index) and (following in PREPOSITIONS or following == "to")

    def _is_joined_verb(self, index: int, last: int) -> bool:
        """Tell whether "and toured the port" or ", led by" goes on with another verb."""
        if self.folded[index - 1] not in {"and", ","} or index + 1 >= last or not self.is_participle(index):
            return False
        return self.folded[index + 1] in DETERMINERS or self.folded[index + 1] == "by"

    def _opens_contact(self, index: int, last: int) -> bool:
        """Tell whether a name and its verb follow a noun: "the steps Oman is taking"."""
        name = self.name_at.get(index)
        if name is None or name.last >= last or self.is_open(index - 1) or index - 1 in self.name_tokens:
            return False
        if self.words.verbs.longest(self.folded, index - 1, index):
            return False
        verb = self.folded[name.last]
        return verb in AUXILIARIES or verb in self.words.finite

    def _is_aside(self, index: int, last: int) -> bool:
        """Tell whether ", evidenced in" starts an aside."""
        if self.folded[index - 1] != "," or index + 1 >= last or self.folded[index + 1] not in PREPOSITIONS:
            return False
        verb = self.words.verbs.longest(self.folded, index, last)
        return verb is None and self.is_participle(index)

    def is_owned(self, index: int) -> bool:
        """Tell whether an article or an owner stands before a word."""
        return self.folded[index - 1] in DETERMINERS or self.folded[index - 1] in POSSESSIVE

    def is_open(self, index: int) -> bool:
        """Tell whether a noun must still follow a word."""
        word = self.folded[index]
        return (
            word in DETERMINERS
            or word in PREPOSITIONS
            or word in _JOINTS
            or word in POSSESSIVE
            or word == "to"
            or self.is_adjective(index)
        )

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
        return index < last and (
            self.folded[index] in {"the", "a", "an", "their", "its"}
            or self.folded[index] in self.words.leads["to"].firsts
            or (index in self.name_at and self.folded[index - 1] == "and")
        )
