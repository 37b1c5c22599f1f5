"""Where a comma or "and" parts two things, and where it joins words of one."""

from __future__ import annotations

from diplo.model import Sector
from diplo.parser.grammar import DETERMINERS, POSSESSIVE, PREPOSITIONS, is_capitalised
from diplo.parser.naming import NamingReader
from diplo.parser.wording import SPLITTING, Range

LONGEST_NESTED = 2
_LONGEST_PAIR = 3
_HOLDING = frozenset(("of", "on", "for", "around", "from"))


class JointReader(NamingReader):
    """Tells what the joints of a coordination do in one document."""

    def separates(self, index: int, start: int, last: int, *, listed: bool) -> bool:
        """Tell whether a comma or "and" parts two things."""
        if (
            index in self.name_tokens
            or self.joins_adjectives(index, last)
            or (self.joins_names(index, last) and not self._is_name_alone(start, index))
            or self.is_between(index, start)
        ):
            return False
        if self.folded[index] in {"and", "or"} and index + 1 < last:
            if self._starts_anew(index + 1, last):
                return not self.joins_owned(index, last)
            if self.joins_verbs(index, last) or self._waits_for_noun(start, index):
                return False
        if self.folded[index] == "," and self._waits_before_and(index, last):
            return False
        if listed and self._stands_inside_item(index, start, last):
            return False
        if listed or self.folded[index] in {",", ";", ":"}:
            return True
        after = index + 1
        if after >= last:
            return True
        if self._shares_complement(index, start, last):
            return False
        if self.is_proper(index, last):
            return False
        if self.folded[after].endswith("ing") or after in self.name_at:
            return True
        if self.words.verbs.longest(self.folded, after, last) or self.lead_end(after, last):
            return True
        if self._shares_preposition(index, start, last):
            return False
        left = index - self.behind_article(start, index) + (self.folded[start - 1] in self.words.praise)
        head = self.head_end(after, last)
        right = head - after if head == last else head - after + 1
        return (left >= 2 and right >= 2) or self._differ((start, index), (after, head))

    def _shares_complement(self, index: int, start: int, last: int) -> bool:
        """Tell whether two bare nouns wait for one "of": "the filling and operation of the dam"."""
        left = self.behind_article(start, index)
        while left < index and self.folded[left] in self.words.praise:
            left += 1
        return (
            self.folded[index] == "and"
            and index - left == 1
            and self.folded[index + 2 : index + 3] == ("of",)
            and index + 3 < last
        )

    def _shares_preposition(self, index: int, start: int, last: int) -> bool:
        """Tell whether a bare noun behind "and" hangs on the preposition before: "needs of A and B"."""
        left = self.without_lead(start, index)[0]
        inner = next((i + 1 for i in range(index - 1, left, -1) if self.folded[i] in _HOLDING), index)
        if not 0 < index - inner <= LONGEST_NESTED or self.folded[inner] in DETERMINERS:
            return False
        return self.head_end(index + 1, last) == last and last - index - 1 <= LONGEST_NESTED

    def _differ(self, one: Range, other: Range) -> bool:
        """Tell whether two things belong to different sectors: "bilateral trade and tourism"."""
        if self.hangs(one):
            return False
        find = self.lexicon.sectors.find
        here, there = set(find(self.folded[slice(*one)])), set(find(self.folded[slice(*other)]))
        return Sector.OTHER not in here | there and here.isdisjoint(there)

    def hangs(self, part: Range) -> bool:
        """Tell whether a part ends in a preposition and a noun or two without an article."""
        first, last = self.without_lead(*part)
        inner = next(
            (i + 1 for i in range(last - 1, first, -1) if self.folded[i] in self.words.nesting), last
        )
        if not 0 < last - inner <= LONGEST_NESTED or self.is_vague(first, inner - 1):
            return False
        return not any(self.folded[i] in DETERMINERS or i in self.name_tokens for i in range(inner, last))

    def behind_article(self, first: int, last: int) -> int:
        """Return the first token of a part behind its articles."""
        while first < last and self.folded[first] in DETERMINERS:
            first += 1
        return first

    def _starts_anew(self, index: int, last: int) -> bool:
        """Tell whether a token opens a noun phrase of its own: by an article, a preposition, an owner."""
        word = self.folded[index]
        if word in self.words.determiners or word in PREPOSITIONS:
            return True
        name = self.name_at.get(index)
        return name is not None and name.last < last and self.folded[name.last] in POSSESSIVE

    def _waits_before_and(self, index: int, last: int) -> bool:
        """Tell whether ", and" stands behind an adjective that waits for a noun: "fiscal, monetary, and"."""
        if self.folded[index + 1 : index + 2] != ("and",) or index + 2 >= last:
            return False
        return self.is_adjective(index - 1) and not self._starts_anew(index + 2, last)

    def _stands_inside_item(self, index: int, start: int, last: int) -> bool:
        """Tell whether "and" joins two short nouns of one item of a list: "A, culture and tourism, B"."""
        if self.folded[index] != "and" or index - start > LONGEST_NESTED or self.folded[index - 1] == ",":
            return False
        comma = next((i for i in range(index + 1, last) if self.folded[i] in {",", "and"}), last)
        return comma - start - 1 <= _LONGEST_PAIR and comma < last and self.folded[comma] == ","

    def joins_owned(self, index: int, last: int) -> bool:
        """Tell whether "and" joins a name with those who belong to it: "Iran and its proxies"."""
        if index - 1 not in self.name_tokens and self.folded[index - 1] != ")":
            return False
        following = self.folded[index + 1]
        if following not in DETERMINERS or following in {"a", "an"}:
            return False
        if last - index - 2 == 1:
            return following != "the" or not is_capitalised(self.document.words[index + 2])
        return all(
            token in self.name_tokens or self.folded[token] in self.words.somebody
            for token in range(index + 2, self.head_end(index + 2, last))
        )

    def _waits_for_noun(self, start: int, index: int) -> bool:
        """Tell whether what stands before "and" lacks its noun: "political and", "Iraqi and"."""
        before = index - 1 - (self.folded[index - 1] == ",")
        if self.is_participle(before) and (self.is_participle(index + 1) or self.is_adjective(index + 1)):
            return True
        return self.is_adjective(before) or all(self.is_qualifier(place) for place in range(start, index))

    def is_proper(self, index: int, last: int) -> bool:
        """Tell whether "and" stands inside a proper name: "the Belt and Road Initiative"."""
        words = self.document.words
        return (
            index + 1 < last
            and is_capitalised(words[index - 1])
            and is_capitalised(words[index + 1])
            and index - 1 not in self.name_tokens
            and index + 1 not in self.name_tokens
        )

    def joins_adjectives(self, index: int, last: int) -> bool:
        """Tell whether a comma or "and" stands between adjectives of one noun."""
        after = index + 1 + (self.folded[index + 1 : index + 2] == ("and",))
        if after + 1 >= last or index == 0:
            return False
        listed = (
            self.folded[index] == "," and self.is_participle(after) and self.folded[after + 1] in {",", "and"}
        )
        return self.is_adjective(index - 1) and (self.is_adjective(after) or listed)

    def joins_names(self, index: int, last: int) -> bool:
        """Tell whether a comma or "and" stands between the names of two countries or bodies."""
        after = index + 1
        while after < last and self.folded[after] in {"and", "the"}:
            after += 1
        before = index - 3 if self.folded[index - 3 : index - 2] == ("(",) else index
        if before in self.name_end and after in self.name_start:
            following = self.name_at[after].last
            if self.folded[index] == "," and following < last:
                return self.folded[following] in SPLITTING or self.folded[following] in PREPOSITIONS
            return following >= last or self.folded[following] not in POSSESSIVE
        return False

    def _is_name_alone(self, start: int, index: int) -> bool:
        """Tell whether a part is the name of a country and nothing else: "Ukraine, Libya and the Arctic"."""
        start = self.behind_article(start, index)
        name = self.name_at.get(start)
        return name is not None and name.last == index and start not in self.adjectives

    def is_between(self, index: int, start: int) -> bool:
        """Tell whether "between" or "both" waits for this "and"."""
        if self.folded[index] != "and" or self.folded[index + 1] in PREPOSITIONS:
            return False
        words = self.folded[start:index]
        for opener in ("between", "both"):
            if opener in words:
                place = len(words) - 1 - words[::-1].index(opener)
                open_pair = start + place + 1
                plural = words[-1].endswith("s") and self.folded[index + 1 : index + 2] == ("the",)
                if plural and not self.is_qualifier(open_pair):
                    return False
                pair = "two" in words[place + 1 : place + 3] or "both" in words[place + 1 : place + 2]
                return "and" not in words[place:] and not (opener == "between" and pair)
        return False
