"""What reported and quoted speech is about: the subject of its clause, or the object."""

from __future__ import annotations

from collections.abc import Iterator

from diplo.parser.grammar import ADVERBS, AUXILIARIES, BE, DETERMINERS, PREPOSITIONS, PRONOUNS
from diplo.parser.leads import MARKS
from diplo.parser.predicates import PredicateReader
from diplo.parser.wording import Range

_HAVE = frozenset(("has", "have", "had"))
_HOW_MUCH = frozenset(("far", "much", "best", "well", "together"))
_PARTICLES = frozenset(("back", "out", "up", "down", "off", "against"))
_MODALS = AUXILIARIES - BE - {"has", "have", "had", "having", "being", "am"}
_REACH_OF_THAT = 6
_SHORT_SUBJECT = 3
_LONGEST_ATTRIBUTION = 18


class SpeechReader(PredicateReader):
    """Finds the things that clauses speak of."""

    def things(self, first: int, last: int, *, names: bool = False) -> Iterator[Range]:
        """Yield the phrases in `[first, last)` that name things, in the order of the text."""
        last = self._before_attribution(first, last)
        for index in range(first + 1, last - 2):
            if self.folded[index] in {"and", ","} and self.folded[index + 1] == "how":
                yield from self.things(first, index, names=names)
                first = index + 1
        if self.folded[first] == "what":
            aims = (
                i
                for i in range(first + 1, last - 2)
                if self.folded[i] == "to" and self.folded[i + 2] not in PRONOUNS
            )
            yield from self.listed(next((i + 1 for i in aims), last), last)
            return
        if self.folded[first] == "how" and first + 1 < last:
            yield from self._manner(first, last)
            return
        start = self._after_that(first, last)
        if start:
            yield from self.told(start, last)
            return
        end = self.next_verb(first, last)
        yield from self.listed(first, end, names=names)
        if end < last:
            yield from self._object(self.after_joint(end), last)

    def _before_attribution(self, first: int, last: int) -> int:
        """Return the end of a stretch without ", the press service reports" and ", says a statement"."""
        comma = max((i for i in range(first + 1, last) if self.folded[i] == ","), default=last)
        if last - comma > _LONGEST_ATTRIBUTION:
            return last
        told = {
            i
            for i in range(comma + 1, last)
            if self.folded[i] in self.words.attributing
            and i not in self.name_tokens
            and not self.is_adjective(i - 1)
        }
        end = max(told, default=comma)
        behind = end > comma + 1 and self.head_end(end + 1, last) == end + 1
        return comma if comma + 1 in told or behind else last

    def _after_that(self, first: int, last: int) -> int | None:
        """Return the token after "that" or "the fact that", when a clause starts there."""
        for index in range(first, min(first + _REACH_OF_THAT, last - 1)):
            word = self.folded[index]
            if word == "that":
                return index + 1
            if not (
                word in DETERMINERS
                or word in self.words.praise
                or word in self.words.introducing
                or word in ADVERBS
            ):
                return None
        return None

    def _manner(self, first: int, last: int) -> Iterator[Range]:
        """Read "how we can strengthen X" by its object, and "how trade is disrupted" whole."""
        degree = first + 1
        while degree + 1 < last and (
            self.is_adverb(degree) or self.is_adjective(degree) or self.folded[degree] in _HOW_MUCH
        ):
            degree += 1
        if degree > first + 1:
            yield from self.told(degree, last)
            return
        verb = first + 1 if self.folded[first + 1] == "to" else self._after_somebody(first + 1, last)
        if verb is not None:
            yield from self._object(verb, last)
            return
        stop = next(
            (i for i in range(first + 2, last) if self.words.includes.longest(self.folded, i, last)), last
        )
        yield first, stop - (self.folded[stop - 1] == ",")
        if stop < last:
            yield from self.listed(stop, last)

    def told(self, first: int, last: int) -> Iterator[Range]:
        """Yield the subject of each clause, or its object when the subject is somebody who acts."""
        for index in range(first + 1, last):
            if self.folded[index] == "that" and self.folded[index - 1] == "and":
                yield from self._told(first, index - 1)
                first = index + 1
            elif self._promises(index, last) and self.first_verb(first, index - 1):
                yield from self._told(first, index - 1)
                first = index
        yield from self._told(first, last)

    def _promises(self, index: int, last: int) -> bool:
        """Tell whether "and", a country and "will" open a clause of their own."""
        if self.folded[index - 1] != "and" or index not in self.name_at:
            return False
        end = self.name_at[index].last
        return end < last and self.folded[end] in AUXILIARIES

    def _told(self, first: int, last: int) -> Iterator[Range]:
        """Yield the subject of one clause, or its object."""
        first = self._main_clause(first, last)
        if first >= last:
            return
        existing = self._after_there_is(first, last)
        if existing:
            yield from self.listed(existing, last)
            return
        verb = self._after_somebody(first, last)
        if verb is not None:
            yield from self._object(verb, last)
            return
        verb = self.first_verb(first, last)
        if verb is None:
            yield from self.listed(first, last)
        elif self.takes_object(verb, last) or self._says_nothing(first, verb):
            yield from self._object(verb, last)
        elif self._is_to_act(verb, last):
            yield from self._object(verb + 1, last)
        elif self.is_body(first, verb) and self.act_of_body(verb, last):
            yield from self.listed(self.act_of_body(verb, last), last)
        else:
            yield from self.listed(first, verb)
            opening = next((i for i in range(verb + 1, last) if self._lists(i, last)), last)
            yield from self.listed(opening, last)

    def _is_to_act(self, verb: int, last: int) -> bool:
        """Tell whether "is to" and a verb follow a subject: "the task is to prevent X"."""
        return (
            self.folded[verb] in BE
            and self.folded[verb + 1 : verb + 2] == ("to",)
            and verb + 2 < last
            and self.folded[verb + 2] not in AUXILIARIES
        )

    def _lists(self, index: int, last: int) -> bool:
        """Tell whether ", including" stands at a token behind the verb of a clause."""
        return (
            self.folded[index - 1] == ","
            and self.words.includes.longest(self.folded, index, last) is not None
        )

    def _says_nothing(self, first: int, last: int) -> bool:
        """Tell whether the subject of a clause names no thing: "this visit", "the year"."""
        stop = next(
            (
                i
                for i in range(first + 1, last)
                if self.folded[i] == "," or (self.is_participle(i) and not self.is_open(i - 1))
            ),
            last,
        )
        return self.is_empty(*self.without_lead(first, stop), names=False) and stop - first <= _SHORT_SUBJECT

    def _main_clause(self, first: int, last: int) -> int:
        """Step over marks, adverbs and a clause such as "as the situation improves,"."""
        folded = self.folded
        while first < last and (
            folded[first] in ADVERBS or folded[first] in MARKS or folded[first] in {"that", "and"}
        ):
            first += 1
        if first < last and (folded[first] in self.words.subordinating or folded[first] in PREPOSITIONS):
            commas = [i for i in range(first, last - 1) if folded[i] == ","]
            chosen = next((i for i in commas if folded[i + 1] == "there"), commas[0] if commas else None)
            return chosen + 1 if chosen else first
        return first

    def _after_there_is(self, first: int, last: int) -> int | None:
        """Return where the thing starts behind "there should be" and "it is important to"."""
        folded = self.folded
        if folded[first] not in {"there", "it"}:
            return None
        index = first + 1
        while index < last and (folded[index] in AUXILIARIES or folded[index] in ADVERBS):
            index += 1
        if index == first + 1 or index >= last:
            return None
        if folded[first] == "there":
            return index
        following = index + 1 if folded[index] not in {"the", "a"} else last
        return following + 1 if following + 1 < last and folded[following] in {"to", "that"} else None

    def _after_somebody(self, first: int, last: int) -> int | None:
        """Return where the verb starts, when the subject is a person, a side or a country."""
        folded = self.folded
        if folded[first] in PRONOUNS and folded[first] != "it":
            return first + 1
        start = first + (folded[first] in DETERMINERS)
        if start >= last:
            return None
        if start in self.person_end or first in self.person_end:
            end = self.person_end.get(first) or self.person_end[start]
        elif start in self.name_at:
            end = self.name_at[start].last
        else:
            end = start
        demonym = end if start in self.adjectives else None
        paired = folded[start] == "two" and start + 2 < last and folded[start + 2] in AUXILIARIES
        end = start + 2 if paired else end + (folded[start] == "two" and end == start)
        while end < last and folded[end] in self.words.somebody:
            end += 1
        if end > start and folded[end : end + 1] == ("and",) and end + 1 in self.name_at:
            end = self.name_at[end + 1].last
        if (
            end in {start, demonym}
            or end >= last
            or folded[end - 1] == "two"
            or folded[end] in {"'s", "'", "and", ",", "of"}
        ):
            return None
        if folded[end] in PREPOSITIONS:
            return self.first_verb(end, last)
        verbal = self.is_verb(end) or self.is_base(end) or folded[end].endswith(("s", "ed"))
        if verbal or folded[end] in ADVERBS:
            return end
        return end if folded[end] in self.words.participles else None

    def _object(self, verb: int, last: int) -> Iterator[Range]:
        """Yield the objects of a verb, and of the verbs that are joined to it."""
        folded = self.folded
        if verb < last and folded[verb - 1] in PRONOUNS and self.is_bare_verb(verb):
            verb += 1
        while verb < last and (
            self.is_verb(verb) or self.is_adverb(verb) or folded[verb] in self.words.willing
        ):
            passive = folded[verb] in BE or folded[verb] in _HAVE
            leading = folded[verb] == "to" or folded[verb] in _MODALS
            verb += 1
            if verb < last and (self.is_compound(verb) if passive else leading and self.is_bare_verb(verb)):
                if self.words.verbs.longest(folded, verb, last):
                    break
                verb += 1
                verb += verb < last and folded[verb] in _PARTICLES
        if verb < last and self.is_unknown_verb(verb, last):
            verb += 1
        if verb < last and folded[verb - 1] in BE and self.only_describes(verb, last):
            return
        end = self.next_verb(verb, last)
        if verb < end:
            yield from self.things(verb, end)
        if end < last:
            yield from self._object(self.after_joint(end), last)
