"""Where the verb of a clause stands, and whether what it acts upon follows."""

from __future__ import annotations

from diplo.parser.grammar import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    FUTURE,
    POSSESSIVE,
    PREPOSITIONS,
    RELATIVES,
)
from diplo.parser.leads import MARKS
from diplo.parser.phrases import PhraseReader

_DEGREES = frozenset(("very", "too", "so", "more", "most"))
_INSERTED = frozenset((("which",), ("who",), ("whose",), ("where",)))
_REACH_OF_VERB = 24


class PredicateReader(PhraseReader):
    """Finds the verbs of clauses in one document."""

    def first_verb(self, first: int, last: int) -> int | None:
        """Return the index of the first finite verb."""
        index = first
        while index < min(last, first + _REACH_OF_VERB):
            if index in self.person_end:
                index = self.person_end[index]
            elif self.folded[index] == "," and self.folded[index + 1 : index + 2] in _INSERTED:
                index = next((i for i in range(index + 1, last) if self.folded[i] == ","), last)
            elif index > first and self.is_verb(index):
                return index
            else:
                index += 1
        return None

    def is_verb(self, index: int) -> bool:
        """Tell whether a token can be a finite verb."""
        word, before = self.folded[index], self.folded[index - 1]
        if before.endswith("s") and before[0] != "'" and before not in DETERMINERS and self.is_base(index):
            return True
        if self.folded[index + 1] in AUXILIARIES:
            return word in AUXILIARIES
        listed = before in {",", "and"} and self.is_participle(index) and not self._has_object(index)
        return word in AUXILIARIES or (
            word in self.words.finite
            and not listed
            and before not in DETERMINERS
            and before not in POSSESSIVE
            and before not in PREPOSITIONS
            and not self.is_adjective(index - 1)
        )

    def _has_object(self, index: int) -> bool:
        """Tell whether an article, a preposition or "to" follows a word."""
        following = self.folded[index + 1]
        return following in DETERMINERS or following in PREPOSITIONS or following == "to"

    def is_base(self, index: int) -> bool:
        """Tell whether the base form of a verb stands before what it acts upon."""
        following = self.folded[index + 1 : index + 2]
        return (
            not self.folded[index].endswith("ing")
            and (
                self.folded[index] in self.words.bases
                or self.words.verbs.longest(self.folded, index, index + 1) is not None
            )
            and following not in {("and",), (",",), ()}
        )

    def takes_object(self, verb: int, last: int) -> bool:
        """Tell whether "will" and a verb are followed by what it acts upon: "will dispatch a convoy"."""
        if self.folded[verb] in self.words.aiming:
            return True
        if self.folded[verb] not in FUTURE:
            return False
        index = verb + 1
        while index < last and self.folded[index] in ADVERBS:
            index += 1
        if index + 1 >= last or self.folded[index] in AUXILIARIES:
            return False
        following = self.folded[index + 1]
        if self.folded[index] in self.words.serving:
            return False
        return (
            following not in PREPOSITIONS and following not in ADVERBS and self.content(index + 1, last) > 0
        )

    def is_body(self, first: int, last: int) -> bool:
        """Tell whether a subject is a body of people: "a technical team from Lisbon"."""
        head = self.head_end(first, last)
        return head > first and self.folded[head - 1] in self.words.somebody

    def act_of_body(self, verb: int, last: int) -> int:
        """Return where the object stands in "will arrive to inspect X", "will take part in X"; else 0."""
        if self.folded[verb] not in FUTURE:
            return 0
        for index in range(verb + 1, last - 1):
            part = self.words.verbs.longest(self.folded, index, last)
            if part and (self.folded[index - 1] == "to" or part[0] - index > 1):
                return index
        return 0

    def only_describes(self, first: int, last: int) -> bool:
        """Tell whether adjectives or a noun for anybody follow "is": "useful", "a partner for peace"."""
        if self.folded[first] in _DEGREES:
            return True
        head = self.head_end(first, last)
        if first < head and self.is_vague(first, head) and self.folded[head] in {"", "for", "of"}:
            return True
        return all(
            self.is_adjective(i) or self.is_adverb(i) or self.folded[i] in MARKS or self.folded[i] == "and"
            for i in range(first, last)
        )

    def is_compound(self, index: int) -> bool:
        """Tell whether a word after a form of "be" belongs to the verb: "is closely observing"."""
        return self.is_participle(index) or self.folded[index].endswith("ing")

    def is_bare_verb(self, index: int) -> bool:
        """Tell whether a word behind "to" or "will" is a verb without a table."""
        word = self.folded[index]
        return not (
            word in DETERMINERS
            or word in self.words.working
            or word in ADVERBS
            or word in AUXILIARIES
            or word in self.words.willing
            or self.is_verb(index)
        )

    def is_unknown_verb(self, index: int, last: int) -> bool:
        """Tell whether a word before an article or a preposition must be the verb."""
        return (
            index + 1 < last
            and self.folded[index] not in DETERMINERS
            and self.folded[index] not in PREPOSITIONS
            and not self.is_adjective(index)
            and (self.folded[index + 1] in DETERMINERS or self.folded[index + 1] in {"to", "in", "for", "on"})
            and (self.folded[index].endswith(("s", "ed")) or self.folded[index] in self.words.participles)
        )

    def next_verb(self, first: int, last: int) -> int:
        """Return where ", and will ..." or "and that ..." goes on with another verb; `last` if nowhere."""
        folded = self.folded
        for index in range(first + 1, last - 2):
            if folded[index] not in {"and", ","}:
                continue
            after = self.after_joint(index)
            if after + 1 >= last:
                break
            acts = folded[after] in self.words.finite and folded[after + 1] in DETERMINERS
            if folded[after] != "that" and self._is_in_aside(index, first):
                continue
            ready = folded[after] in self.words.willing and folded[after + 1] == "to"
            if (
                ready
                or folded[after] in AUXILIARIES
                or folded[after] == "that"
                or (acts and folded[index] == "and")
            ):
                return index
        return last

    def _is_in_aside(self, index: int, first: int) -> bool:
        """Tell whether "and" goes on with ", which ..."."""
        comma = max((i for i in range(first, index) if self.folded[i] == ","), default=index)
        return self.folded[index] == "and" and comma + 1 < index and self.folded[comma + 1] in RELATIVES

    def after_joint(self, index: int) -> int:
        """Return the token behind ", and"."""
        while self.folded[index] in {",", "and"}:
            index += 1
        return index
