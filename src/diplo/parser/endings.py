"""Where the name of a thing ends: before a clause, a circumstance, a participle."""

from __future__ import annotations

from diplo.parser.coordination import CoordinationReader
from diplo.parser.grammar import AUXILIARIES, DETERMINERS, MONTHS, POSSESSIVE, PREPOSITIONS, WEEKDAYS

JOINTS = frozenset((",", "and", "or", ";"))
_DASHES = frozenset(("-", "–", "—", "("))
PLACING = frozenset(("under", "within", "amid"))
_CONTACT = frozenset(("the", "both", "each"))
_RESTRICTIVE = frozenset(("that", "which"))
_BEFORE_COMPANY = WEEKDAYS | {",", "today", "yesterday"}
_AFTER_RELATIVE = JOINTS | frozenset(
    "while as since after before during because following when due amid despite so".split()
)
_LONGEST_RELATIVE = 10


class EndingReader(CoordinationReader):
    """Tells where names of things end in one document."""

    def restrictive(self, index: int, part: int, last: int) -> int | None:
        """Return the end of a clause without which a noun names too little: "the aid that A sent"."""
        if (
            not (self.folded[index] in _RESTRICTIVE or self.opens_contact(index, last))
            or index + 2 >= last
            or not self.is_thin(part, index, 3, adjectives=True)
        ):
            return None
        before = self.folded[index - 1]
        told = self.folded[index] == "that" and (
            before in self.words.introducing or self.is_adjective(index - 1)
        )
        related = before in self.words.relational
        if related and not self.name_tokens.isdisjoint(range(part, index)):
            return None
        if told or (not related and self.is_empty(*self.without_lead(part, index), names=True)):
            return None
        end = next((i for i in range(index + 1, last) if self.folded[i] in _AFTER_RELATIVE), last)
        long = end - index > _LONGEST_RELATIVE and not self.is_thin(part, index, adjectives=True)
        return None if long else end

    def stops(self, index: int, part: int, last: int) -> bool:
        """Tell whether the name of a thing ends before a token."""
        word, words = self.folded[index], self.words
        if index == part and word in PLACING:
            return True
        if index > part and self.opens_contact(index, last):
            return True
        if word == "it" and self.folded[index + 1] in AUXILIARIES:
            return True
        if word in _CONTACT and index - 1 > part and self.folded[index - 1] in words.vague:
            return self.folded[index - 2] != "to"
        if word == "with" and self._names_somebody(index + 1, last):
            return True
        if word in _DASHES:
            return self._stops_at_dash(index)
        if word in words.ending:
            return self._stops_at_word(index, part, last)
        if self._is_joined_verb(index, last) or self._is_aside(index, last):
            return True
        return self._is_modifier(index, part, last) and not self.is_thin(part, index, 3)

    def _stops_at_dash(self, index: int) -> bool:
        """Tell whether a dash or a bracket stands behind a name: not in "Oman – Kenya ties"."""
        word = self.folded[index]
        if word == "(" and self.folded[index + 2 : index + 3] == (")",):
            return False
        paired = index - 1 in self.name_tokens and index + 1 in self.name_tokens and word != "("
        return self.document.end(index - 1) < self.document.starts[index] and not paired

    def _stops_at_word(self, index: int, part: int, last: int) -> bool:
        """Tell whether a name ends before a word that can end one."""
        word, words = self.folded[index], self.words
        if words.stop_phrases.longest(self.folded, index, last):
            return True
        if word.endswith("ing") and self.is_owned(index):
            return False
        if word == "pending" and self.folded[index + 1] not in DETERMINERS:
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
        return nouns is not None and any(end == index for _, end, _ in nouns.within(self.folded, part, index))

    def _is_modifier(self, index: int, part: int, last: int) -> bool:
        """Tell whether a participle starts a clause behind a noun: "projects funded by"."""
        if index <= part or index + 1 >= last:
            return False
        following = self.folded[index + 1]
        if self.folded[index].endswith("ing"):
            opens = following in DETERMINERS or following == "to"
        else:
            opens = (following in PREPOSITIONS or following == "to") and self.is_participle(index)
        return opens and not self.is_open(index - 1)

    def _is_joined_verb(self, index: int, last: int) -> bool:
        """Tell whether "and toured the port" or ", led by" goes on with another verb."""
        if self.folded[index - 1] not in {"and", ","} or index + 1 >= last or not self.is_participle(index):
            return False
        return self.folded[index + 1] in DETERMINERS or self.folded[index + 1] == "by"

    def opens_contact(self, index: int, last: int) -> bool:
        """Tell whether a name and its verb follow a noun: "the steps Oman is taking"."""
        name = self.name_at.get(index)
        if name is None or name.last >= last or self.is_open(index - 1) or index - 1 in self.name_tokens:
            return False
        if self.words.verbs.longest(self.folded, index - 1, index):
            return False
        end = name.last
        if self.folded[end] == "and" and end + 1 in self.name_at:
            end = min(self.name_at[end + 1].last, last - 1)
        verb = self.folded[end]
        return verb in AUXILIARIES or verb in self.words.finite

    def _is_aside(self, index: int, last: int) -> bool:
        """Tell whether ", evidenced in" starts an aside."""
        if (
            self.folded[index - 1] != ","
            or index + 1 >= last
            or self.folded[index + 1] not in PREPOSITIONS | MONTHS
        ):
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
            or word in JOINTS
            or word in POSSESSIVE
            or word == "to"
            or self.is_adjective(index)
        )
