"""Where a coordination names several things, and where it names one."""

from __future__ import annotations

from collections.abc import Iterator

from diplo.model import Sector
from diplo.parser.grammar import DETERMINERS, PREPOSITIONS, is_capitalised
from diplo.parser.naming import NamingReader
from diplo.parser.wording import POSSESSIVE, SPLITTING, Range

_LONGEST_NESTED = 2
_SHORTEST_LIST = 2
_LONGEST_PAIR = 3
_LONGEST_OPENER = 4
_ARTICLE_AND_NOUN = 3  # with the preposition before them


class CoordinationReader(NamingReader):
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
        listed = (
            self._is_opened(first)
            or self.comma_count(first, last) > 0
            or self.folded[first:last].count("and") > 1
        )
        while index < last:
            binomial = self.words.binomials.longest(self.folded, index, last)
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

    def _is_opened(self, first: int) -> bool:
        """Tell whether "in the fields of" stands just before a list."""
        place = first - (self.folded[first - 1] in self.words.nesting)
        if any(
            found is not None and found[0] == place
            for start in range(max(0, place - _LONGEST_OPENER), place)
            for found in [self.words.includes.longest(self.folded, start, place)]
        ):
            return True
        joint = self.folded[first - 1] == "in" and self.folded[first - 2] in self.words.relational | self.words.working
        return joint or any(
            found is not None and found[0] == first
            for place in range(max(0, first - _LONGEST_OPENER), first)
            for found in [self.words.areas.longest(self.folded, place, first)]
        )

    def _shares_head(self, parts: list[Range]) -> bool:
        """Tell whether all parts only qualify the noun of the last: "the gas, mining and food sectors"."""
        first, last = parts[-1]
        if self._is_opened(parts[0][0]):
            return False
        end = next((i for i in range(first, last) if self.folded[i] in PREPOSITIONS), last)
        if self.folded[end - 1] not in self.words.shared_heads or end - first < 2:
            return False
        if self.folded[first].endswith("ing") and self.words.verbs.longest(self.folded, first, last):
            return False
        return all(
            self.content(*part) == last - self._behind_article(*part) == 1
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

    def _behind_article(self, first: int, last: int) -> int:
        """Return the first token of a part behind its articles."""
        while first < last and self.folded[first] in DETERMINERS:
            first += 1
        return first

    def _is_qualified(self, first: int, last: int) -> bool:
        """Tell whether a part is a name, or ends in an adjective, and waits for a noun."""
        first = self._behind_article(first, last)
        return first < last and all(
            t in self.name_tokens or self.is_adjective(t) or self.folded[t] in POSSESSIVE
            for t in range(first, last)
        )

    def _nested(self, parts: list[Range]) -> int:
        """Return which part holds all that follow, as a list on its preposition: "talks on A, B and C"."""
        for place in range(len(parts) - 1):
            if self._hangs(parts[place]) and self._is_bare(parts[place + 1 :]):
                return place
        return len(parts)

    def _hangs(self, part: Range) -> bool:
        """Tell whether a part ends in a preposition and a noun or two without an article."""
        first, last = self.without_lead(*part)
        inner = next(
            (i + 1 for i in range(last - 1, first, -1) if self.folded[i] in self.words.nesting), last
        )
        if not 0 < last - inner <= _LONGEST_NESTED or self.is_vague(first, inner - 1):
            return False
        return not any(self.folded[i] in DETERMINERS or i in self.name_tokens for i in range(inner, last))

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

    def separates(self, index: int, start: int, last: int, *, listed: bool) -> bool:
        """Tell whether a comma or "and" parts two things."""
        if (
            index in self.name_tokens
            or self.joins_adjectives(index, last)
            or self.joins_names(index, last)
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
        left = index - self._behind_article(start, index) + (self.folded[start - 1] in self.words.praise)
        head = self.head_end(after, last)
        right = head - after if head == last else head - after + 1
        return (left >= 2 and right >= 2) or self._differ((start, index), (after, head))

    def _shares_complement(self, index: int, start: int, last: int) -> bool:
        """Tell whether two bare nouns wait for one "of": "the filling and operation of the dam"."""
        left = self._behind_article(start, index)
        while left < index and self.folded[left] in self.words.praise:
            left += 1
        return (
            self.folded[index] == "and"
            and index - left == 1
            and self.folded[index + 2 : index + 3] == ("of",)
            and index + 3 < last
        )

    def _differ(self, one: Range, other: Range) -> bool:
        """Tell whether two things belong to different sectors: "bilateral trade and tourism"."""
        if self._hangs(one):
            return False
        find = self.lexicon.sectors.find
        here, there = set(find(self.folded[slice(*one)])), set(find(self.folded[slice(*other)]))
        return Sector.OTHER not in here | there and here.isdisjoint(there)

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
        if self.folded[index] != "and" or index - start > _LONGEST_NESTED or self.folded[index - 1] == ",":
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
        return last - index - 2 == 1 or all(
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
            return following >= last or self.folded[following] not in POSSESSIVE
        return False

    def is_between(self, index: int, start: int) -> bool:
        """Tell whether "between" or "both" waits for this "and"."""
        if self.folded[index] != "and":
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
