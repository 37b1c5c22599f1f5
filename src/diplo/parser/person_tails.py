"""What follows a name: where somebody comes from, and the offices that stand behind."""

from __future__ import annotations

import attrs

from diplo.lexicon import NameKind
from diplo.model import Office
from diplo.parser.complements import Complement
from diplo.parser.grammar import OWNERS, POSSESSIVE
from diplo.parser.offices import OfficePhrase
from diplo.parser.person_names import PersonNames

_BEFORE_TITLE = frozenset((",", "(", "-"))
_FRONTING = frozenset(("on", "regarding", "concerning", "in", "about", "at", "for"))
_CLOSED = frozenset((",", "", ".", ";", "this", "today", "on", "in", "at"))
_PLACING = frozenset(("the", "at", "in"))
_AFTER_TITLE = frozenset((",", "and", "", "-", "–", ";", "."))


class PersonTails(PersonNames):
    """The part of a person phrase behind the name: "of Kenya", ", the Ambassador of Japan to Oman"."""

    def read_tail(self) -> None:
        """Read "of Kenya", ", the Ambassador of Japan to Oman", "Secretary to the President"."""
        self._origin()
        if any(not self.is_style(office) for office in self.offices):
            self._apposed_title()
            return
        index = self._start_of_title()
        if self.ahead() == "the" and not self.honorific and self.document.folded[self.first - 1] in _PLACING:
            return
        code = body = None
        found = self.reader.name_at(index, self.stop)
        if found and (found[1].code or found[1].kind is NameKind.ORGANISATION):
            code, index = found[1].code, found[0] + (self.word(found[0]) in POSSESSIVE)
            body = None if code else found[1].label
        office = self.reader.office_at(index, self.stop)
        if (
            not office
            or office.plural
            or (office.counterpart and self.document.folded[index - 1] not in OWNERS and not code)
        ):
            return
        if self._is_fronted(office.last):
            return
        if self.word(office.last) in POSSESSIVE:
            office = self.reader.office_at(office.last + 1, self.stop)
            if office is None or office.plural or self.reader.read_name(office.last, self.stop, titled=True):
                return
        if self._names_body(office, index):
            return
        head = any(o.office is Office.HEAD_OF_STATE for o in self.offices)
        start = office.last + (head and self.word(office.last) == ",")
        after = self.reader.honorific_at(start, self.stop)
        if after > start or self.reader.read_name(office.last, self.stop, titled=True):
            return
        if self.offices and ((office.office is None and not office.counterpart) or index == self.end):
            return
        if self.reader.title_case and self.ahead() == "," and self.word(office.last) not in _AFTER_TITLE:
            return
        self.offices.append(office)
        self.country, self.body = self.country or code, self.body or body
        self.end = office.last
        self._second_title()
        self._further_titles()

    def _further_titles(self) -> None:
        """Read the rest of ", Prime Minister, Minister of Home Affairs and Minister of Finance of Malta"."""
        start, read = self.end, list(self.offices)
        while self.ahead() == "," and (office := self.reader.office_at(self.end + 1, self.stop)):
            if office.plural or office.counterpart or office.office is None:
                break
            self.offices.append(office)
            self.end = office.last
            self._second_title()
        named = self.reader.honorific_at(self.end + 1, self.stop) > self.end + 1
        if self.word(self.end) not in _CLOSED or (self.ahead() == "," and named):
            self.end, self.offices = start, read

    def _names_body(self, office: OfficePhrase, start: int) -> bool:
        """Read "Red Cross president A": what stands before a head in lower case is a body, not a name."""
        bare = not (self.offices or self.honorific or self.country)
        if not (bare and self.name and start == self.end and self.document.words[office.first][:1].islower()):
            return False
        self.body = self.document.phrase(*self.name)
        self.name, self.end = None, office.last
        self.offices.append(attrs.evolve(office, office=Office.HEAD_OF_ORGANISATION, organisation=self.body))
        self.read_names()
        return True

    def _is_fronted(self, last: int) -> bool:
        """Tell whether a name is what a sentence opens with: "On Darfur, the Prime Minister said"."""
        start = self.name[0] if self.name else self.first
        if start == self.sentence.first:
            start += self.word(start) in _FRONTING
        start -= self.document.folded[start - 1] == "the"
        bare = not (self.offices or self.honorific or self.country)
        opens = start == self.sentence.first + 1 and self.document.folded[start - 1] in _FRONTING
        return bare and opens and self.ahead() == "," and self.word(last) not in {",", ""}

    def _start_of_title(self) -> int:
        """Return where a title behind the name may start: after ", who is currently the", ", his"."""
        links = self.reader.words.links
        index = self.end
        while self.word(index) in links or self.word(index) in OWNERS or self.word(index) in _BEFORE_TITLE:
            index += 1
        return index

    def _second_title(self) -> None:
        """Read the rest of ", Crown Prince and Prime Minister,"."""
        if self.ahead() not in {"and", "/", "&"}:
            return
        office = self.reader.office_at(self.end + 1, self.stop)
        if office and not office.plural and not office.counterpart and office.office is not Office.AMBASSADOR:
            after = self.reader.honorific_at(office.last, self.stop)
            if after == office.last and not self.reader.read_name(after, self.stop, titled=True):
                self.offices.append(office)
                self.end = office.last

    def _apposed_title(self) -> None:
        """Read a further office behind a name with one: "Deputy Prime Minister A, Minister of Oil,"."""
        if self.ahead() != ",":
            return
        definite = self.ahead(1) == "the"
        office = self.reader.office_at(self.end + 1 + definite, self.stop)
        if office is None or office.plural or office.counterpart or office.office is None or office.countries:
            return
        behind = self.reader.honorific_at(office.last + 1, self.stop)
        named = behind > office.last + 1 or (definite and self.reader.read_name(behind, self.stop))
        if self.word(office.last) == "," and named:
            return
        listed = self.word(office.last + 1) == "and"
        named = listed and self.reader.honorific_at(office.last + 2, self.stop) > office.last + 2
        if self.word(office.last) in _AFTER_TITLE - {"and"} and (named or not listed):
            self.offices.append(office)
            self.end = office.last

    def _origin(self) -> None:
        """Read "of Kenya", ", of Norway", "of the State Council of China" behind a name."""
        comma = int(self.ahead() == "," and bool(self.offices))
        if self.ahead(comma) not in {"of", "from"} or not (
            self.offices or self.honorific or self._is_likely_person()
        ):
            return
        after = self.end + comma + 1
        after += self.word(after) == "the"
        found = self.reader.name_at(after, self.stop)
        if found and found[1].kind is NameKind.COUNTRY:
            self.country = self.country or found[1].code
            self.end = found[0]
        elif not comma:
            complement = Complement(self.reader, self.end, self.stop)
            posted = complement.names(self.reader.words.departments)
            if complement.countries or complement.organisation or posted:
                self.country = self.country or next(iter(complement.countries), None)
                self.body = complement.organisation
                self.end = complement.last

    def _is_likely_person(self) -> bool:
        """Tell whether a bare name has the shape of a person's."""
        return self.name is not None and self.reader.is_person_shaped(*self.name)
