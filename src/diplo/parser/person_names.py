"""The name in a person phrase, or the several names that share one office."""

from __future__ import annotations

import attrs

from diplo.lexicon import NameKind
from diplo.model import Office
from diplo.parser.grammar import FUNCTION
from diplo.parser.person_titles import PersonTitles

_LEADING = frozenset((",", ":", "respectively", "-", "–", "namely"))
_DASHES = frozenset(("-", "–", "—"))
_ENDS_OF_DATELINE = _DASHES | {":", "--"}
_LONGEST_DATELINE = 16
_LONGEST_BRACKET = 6
_CLOSING = frozenset((",", ".", ")", ";"))


class PersonNames(PersonTitles):
    """The names of a person phrase: "Minister A", "Presidents A and B", "journalist A"."""

    def read_names(self) -> None:
        """Read the name, after a comma where the titles make that clear."""
        start = self.end
        if self.closed:
            return
        if self.offices and self.ahead() == ",":
            start = self._after_comma()
        elif self.offices and self.ahead() == "(":
            start = self.reader.after_bracket(self.end, self.stop)
            if start == self.end:
                return
        titled = bool(self.offices or self.honorific) and not self.is_named_like_a_title()
        name = self.reader.read_name(start, self.stop, titled=titled)
        behind = self.reader.honorific_at(name[1], self.stop) if name else start
        if name and self.offices and behind > name[1] and start == self.end:
            field = name[1]
            name = self.reader.read_name(behind, self.stop, titled=True)
            if name:
                self.honorific = self.honorific or self.document.phrase(field, behind)
                self.offices[-1] = attrs.evolve(
                    self.offices[-1],
                    last=field,
                    role=" ".join(self.document.phrase(self.offices[-1].first, field).split()),
                )
        if name:
            self.name = name
            self.end = self.reader.after_name(name[1], self.stop)

    def _after_comma(self) -> int:
        """Return where a name may start after "the Minister of Trade of Oman, "."""
        start = self.reader.honorific_at(self.end + 1, self.stop)
        if start > self.end + 1:
            self.honorific = self.honorific or self.document.phrase(self.end + 1, start)
            return start
        name = self.reader.read_name(start, self.stop)
        closed = name and (self.document.folded[name[1]] if name[1] < self.stop else ".") in _CLOSING
        if (
            name
            and (name[1] - name[0] >= 2 or (self.offices[-1].target and self.word(name[1]) == ","))
            and (closed or self._opens_report(name[1]) or self.country or self.offices[-1].countries)
        ):
            return start
        return self.end

    def _opens_report(self, last: int) -> bool:
        """Tell whether a title opens the sentence and its report goes on: "The Minister of Trade, A B on"."""
        start = self.first - (self.document.folded[self.first - 1] == "the")
        dated = start - self.sentence.first < _LONGEST_DATELINE
        opens = start <= self.sentence.first or (
            dated and self.document.folded[start - 1] in _ENDS_OF_DATELINE
        )
        return self.offices[-1].counterpart or (opens and self.word(last) in FUNCTION)

    def read_calling(self) -> bool:
        """Read "journalist A", "the Swiss diplomat": somebody without an office."""
        self.calling = Office(self.reader.words.callings[self.ahead()])
        start = self.reader.honorific_at(self.end + 1, self.stop)
        self.name = self.reader.read_name(start, self.stop, titled=True)
        if self.name:
            self.end = self.name[1]
            return not self.names_a_thing()
        known = self.calling is Office.OFFICIAL and self.document.folded[self.first - 1] == "the"
        self.end += 1
        return known and self.country is not None

    def names_a_thing(self) -> bool:
        """Tell whether a name is that of a building or a prize: "King Hamad Airport"."""
        last = self.name[1] if self.name else 0
        after = self.document.folded[last] if last < self.stop else ""
        things = self.reader.words.things
        return self.document.folded[last - 1] in things or (
            after in things and self.document.words[last][:1].isupper()
        )

    def read_several(self) -> None:
        """Read "Presidents A and B", "the ministers of X and Y, A and B", "Advisors: A of X, B of Y"."""
        start = self.end
        index = start
        while self.word(index) in _LEADING:
            index += 1
        while index < self.stop:
            index, owner = self._owner(index)
            index = self.reader.honorific_at(index, self.stop)
            name = self.reader.read_name(index, self.stop, titled=index == start)
            if not name:
                break
            index = self.reader.after_name(name[1], self.stop)
            index, code = self._named_country(index, owner)
            self.more.append((name, code))
            self.end = index
            if self.word(index) not in {",", "and"}:
                break
            index += 1 + (self.word(index + 1) == "and")
        represented = self.offices[-1].countries
        if self.end == start or (len(self.more) == 1 and len(represented) > 1):
            self.more, self.end = [], start

    def _named_country(self, index: int, code: str | None) -> tuple[int, str | None]:
        """Read the country behind one of several names: "A (Oman)", "A of the Republic of Chad"."""
        found = self.reader.name_at(index + 1, self.stop) if self.word(index) == "(" else None
        closing = self.document.folded[index : min(self.stop, index + _LONGEST_BRACKET)]
        if found and found[1].code and self.word(found[0]) == ")":
            index, code = found[0] + 1, found[1].code
        elif self.word(index) == "(" and ")" in closing:
            index += closing.index(")") + 1
        if self.word(index) == "of":
            found = self.reader.name_at(index + 1 + (self.word(index + 1) == "the"), self.stop)
            if found and found[1].code:
                return found[0], found[1].code
        return index, code

    def _owner(self, index: int) -> tuple[int, str | None]:
        """Read the country before a name in "of Chad - A, the Republic of Mali B"."""
        if self.word(index) in _DASHES:
            return index + 1, None
        start = index + (self.word(index) == "the")
        found = self.reader.name_at(start, self.stop)
        if self.more and found and found[1].kind is NameKind.COUNTRY:
            end = found[0] + (self.word(found[0]) in _DASHES)
            return end, found[1].code
        return index, None
