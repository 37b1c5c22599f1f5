"""Where a coordination names several things, and where it names one."""

from __future__ import annotations

from collections.abc import Iterator

from diplo.parser.grammar import DETERMINERS, POSSESSIVE, PREPOSITIONS
from diplo.parser.joints import JointReader
from diplo.parser.wording import SPLITTING, Range

_SHORTEST_LIST = 2
_LONGEST_OPENER = 4
_ARTICLE_AND_NOUN = 3  # with the preposition before them


class CoordinationReader(JointReader):
    """Splits coordinations in one document."""

    def split(self, first: int, last: int) -> Iterator[Range]:
        """Split a coordination where each part is a thing of its own."""
        parts = list(self._parts(first, last))
        if len(parts) > 1 and self._shares_head(parts):
            yield first, self._before_fields(first, last)
            return
        parts = self._with_purpose(self._with_adjectives(parts))
        nested = self._nested(parts)
        if len(parts) > 1 and nested > 0:
            parts[0] = self._without_vague_head(parts[0])
        yield from parts[:nested]
        if nested < len(parts):
            yield parts[nested][0], last

    def _with_adjectives(self, parts: list[Range]) -> list[Range]:
        """Join "security" with "humanitarian, and economic assistance" behind it: all qualify one noun."""
        joined: list[Range] = []
        for first, last in parts:
            before = joined[-1] if joined else None
            open_list = self.is_adjective(first) and self.folded[first + 1 : first + 2] == (",",)
            if before and open_list and self.content(*before) == before[1] - before[0] == 1:
                joined[-1] = (before[0], last)
            else:
                joined.append((first, last))
        return joined

    def _with_purpose(self, parts: list[Range]) -> list[Range]:
        """Part "ties to address A, strengthen B" at its "to", since the verbs of the list follow it."""
        if len(parts) < 2 or self.words.verbs.longest(self.folded, *parts[1]) is None:
            return parts
        first, last = parts[0]
        for index in range(first + 1, last - 1):
            if self.folded[index] == "to" and self.words.verbs.longest(self.folded, index + 1, last):
                return [(first, index), (index + 1, last), *parts[1:]]
        return parts

    def _without_vague_head(self, part: Range) -> Range:
        """Drop "cooperation in" before a list of fields."""
        first, last = part
        for index in range(first + 1, last - 1):
            if self.folded[index] in PREPOSITIONS:
                bare = self.folded[index] in self.words.nesting
                empty = all(word in self.words.relational for word in self.folded[first:index])
                return (index + 1, last) if bare and empty else part
        return part

    def _parts(self, first: int, last: int) -> Iterator[Range]:
        """Yield what stands between the commas and conjunctions that part things."""
        start = index = first
        binomials = self.words.binomials
        listed = (
            self.is_opened(first)
            or self.comma_count(first, last) > 0
            or self.folded[first:last].count("and") > 1
        )
        while index < last:
            if self.folded[index] in binomials.firsts:
                binomial = binomials.longest(self.folded, index, last)
                if binomial:
                    index = binomial[0]
                    continue
            if (
                self.folded[index] in SPLITTING
                and index > start
                and self.separates(index, start, last, listed=listed)
            ):
                yield start, index
                start = index + 1
                while start < last and self.folded[start] in SPLITTING:
                    start += 1
                index = max(start, self.without_lead(start, last)[0])
                continue
            index += 1
        if start < last:
            yield start, last

    def is_opened(self, first: int) -> bool:
        """Tell whether "in the fields of" stands just before a list."""
        place = first - (self.folded[first - 1] in self.words.nesting)
        openers = self.words.includes.within(self.folded, max(0, place - _LONGEST_OPENER), place)
        if any(end == place for _, end, _ in openers):
            return True
        joint = (
            self.folded[first - 1] == "in"
            and self.folded[first - 2] in self.words.relational | self.words.working
        )
        areas = self.words.areas.within(self.folded, max(0, first - _LONGEST_OPENER), first)
        return joint or any(end == first for _, end, _ in areas)

    def _shares_head(self, parts: list[Range]) -> bool:
        """Tell whether all parts only qualify the noun of the last: "the gas, mining and food sectors"."""
        first, last = parts[-1]
        if self.is_opened(parts[0][0]):
            return False
        end = next((i for i in range(first, last) if self.folded[i] in PREPOSITIONS), last)
        if self.folded[end - 1] not in self.words.shared_heads or end - first < 2:
            return False
        if self.folded[first].endswith("ing") and self.words.verbs.longest(self.folded, first, last):
            return False
        return all(
            self.content(*part) == last - self.behind_article(*part) == 1
            or self._ends_in_field(*part)
            or (len(parts) == 2 and self._is_qualified(*part))
            for part in parts[:-1]
            for last in [part[1]]
        )

    def _ends_in_field(self, first: int, last: int) -> bool:
        """Tell whether "in the" and one noun end a part: "cooperation in the energy"."""
        return (
            last - first > _ARTICLE_AND_NOUN
            and self.folded[last - 2] in {"the", "both"}
            and self.folded[last - 3] in self.words.nesting
        )

    def _before_fields(self, first: int, last: int) -> int:
        """Return the end of a phrase without "in the trade, cultural and other spheres"."""
        opening = self.folded.index(",", first) if "," in self.folded[first:last] else first
        in_fields = self.folded[last - 1] in self.words.vague and opening - first > _ARTICLE_AND_NOUN
        return opening - _ARTICLE_AND_NOUN if in_fields and self._ends_in_field(first, opening) else last

    def _is_qualified(self, first: int, last: int) -> bool:
        """Tell whether a part is a name, or ends in an adjective, and waits for a noun."""
        first = self.behind_article(first, last)
        return first < last and all(
            t in self.name_tokens or self.is_adjective(t) or self.folded[t] in POSSESSIVE
            for t in range(first, last)
        )

    def _nested(self, parts: list[Range]) -> int:
        """Return which part holds all that follow, as a list on its preposition: "talks on A, B and C"."""
        for place in range(len(parts) - 1):
            if self.hangs(parts[place]) and self._is_bare(parts[place + 1 :]):
                return place
        return len(parts)

    def _is_bare(self, parts: list[Range]) -> bool:
        """Tell whether parts are nouns without article, preposition or verb."""
        if len(parts) < _SHORTEST_LIST and self.folded[parts[-1][0]] != "other":
            return False
        return all(
            self.content(*part)
            and self.folded[part[0]] not in DETERMINERS
            and (self.words.verbs.longest(self.folded, *part) is None or part[1] - part[0] == 1)
            and not any(w in PREPOSITIONS or w.endswith("ing") for w in self.folded[part[0] : part[1]][:2])
            for part in parts
        )

    def comma_count(self, first: int, last: int) -> int:
        """Return the number of commas that part things, not adjectives or names."""
        return sum(
            self.folded[i] == "," and not self.joins_adjectives(i, last) and not self.joins_names(i, last)
            for i in range(first + 1, last)
        )
