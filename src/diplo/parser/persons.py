"""The phrase that names a person: country, titles, name, and what follows the name."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplo.countries import is_country
from diplo.lexicon import NameKind
from diplo.model import Office
from diplo.parser.grammar import MONTHS
from diplo.parser.offices import OfficePhrase
from diplo.parser.person_mention import PersonMention
from diplo.parser.person_tails import PersonTails
from diplo.parser.person_titles import STACKING

_DATELINE = 12
_LONGEST_HEAD = 2
_FEWEST_INITIALS = 3


class PersonPhrase(PersonTails):
    """A person phrase while it is read: [country] titles [,] name [, title] [of country]."""

    def read(self) -> bool:
        """Read the whole phrase; tell whether it names a person or an office."""
        self.read_country()
        start = self.end
        if self.ahead() in self.reader.words.callings and self.document.words[self.end].islower():
            return self.read_calling()
        self.read_titles()
        if self.end == start and self.country is not None:
            return False
        if self.offices and self.offices[-1].plural:
            self.read_several()
        else:
            self.read_names()
        if not self.name and not self.offices:
            return self._is_reverential()
        if self.name and (self.names_a_thing() or self._is_dateline(*self.name)):
            return False
        if self.name and not self.more:
            self.read_tail()
        return not self._is_initials()

    def _is_initials(self) -> bool:
        """Tell whether what was read for a name is a body before an office: "the IDCPC Vice Minister"."""
        if self.name is None or self.honorific or not self.offices or self.offices[0].first != self.name[1]:
            return False
        word = self.document.words[self.name[0]]
        alone = self.name[1] - self.name[0] == 1 and self.name[0] == self.first
        return alone and word.isupper() and len(word) >= _FEWEST_INITIALS

    def _is_dateline(self, first: int, last: int) -> bool:
        """Tell whether a bare name opens an agency's report: "AKP Muscat", "Muscat June 3", "QNA –"."""
        if self.offices or self.honorific or self.calling:
            return False
        shouted = all(word.isupper() for word in self.document.words[first:last])
        early = first < self.document.paragraphs[self.sentence.paragraph].first + _DATELINE
        if shouted and early and self.word(last) in {"-", "--"}:
            return True
        first += self.document.words[first].isupper() and last - first > 1
        city = self.reader.name_at(first, last)
        if city is None or city[1].kind is not NameKind.CITY:
            return False
        return MONTHS.issuperset(self.document.folded[city[0] : last])

    def _is_reverential(self) -> bool:
        """Tell whether an honorific stands alone for somebody: "His Majesty"."""
        return self.honorific is not None and (
            " ".join(self.document.folded[self.first : self.end]) in self.reader.words.reverential
        )

    def mentions(self, number: int) -> list[PersonMention]:
        """Return what was read in the sentence `number`; several people for several names or countries."""
        weighty = [o for o in self.offices if o.office and not self.is_style(o)]
        if weighty:
            self.offices = [
                o for o in self.offices if o in weighty or o.counterpart or o.office is Office.HEAD_OF_STATE
            ]
        countries = self.several or tuple(code for o in self.offices for code in o.countries)
        common = self._common(number, countries)
        if self.more:
            return list(self._distributed(common, countries))
        several = common.counterpart or common.office not in {None, Office.OFFICIAL}
        if common.plural and len(countries) > 1 and several:
            alike = attrs.evolve(common, plural=False, countries=())
            return [attrs.evolve(alike, country=code) for code in countries]
        return [common]

    def _common(self, number: int, countries: tuple[str, ...]) -> PersonMention:
        """Return one mention for all that was read."""
        best = self._best()
        country = self.country or next(iter(countries), None) or self._nation() or self._holder()
        organisation = next((o.organisation for o in self.offices if o.organisation), None)
        organisation = organisation or self.body or self._body()
        office = best.office if best else self.calling
        if country is not None and not is_country(country):
            country, organisation = None, organisation or country
            office = Office.HEAD_OF_ORGANISATION if best and self._leads_body(best) else office
        return PersonMention(
            self.first,
            self.end,
            number,
            name=self.name,
            honorific=self.honorific,
            role=self._role([o for o in self.offices if not o.counterpart]),
            office=office,
            country=country,
            organisation=organisation,
            target=next((o.target for o in self.offices if o.target), None),
            counterpart=any(o.counterpart for o in self.offices),
            plural=bool(best and best.plural),
            countries=countries,
            titled=bool(self.offices or self.honorific or self.calling),
        )

    def _leads_body(self, office: OfficePhrase) -> bool:
        """Tell whether an office behind the name of a body is that of its head: "UNESCO Director-General"."""
        leads = self.document.folded[office.last - 1] in self.reader.words.leaders_of_bodies
        return leads and office.last - office.first <= _LONGEST_HEAD and office.office is Office.OFFICIAL

    def _best(self) -> OfficePhrase | None:
        """Return the weightiest office: the first when it is an envoy's or of a body, else that in rank."""
        if len(self.offices) < 2:
            return next(iter(self.offices), None)
        classed = [o for o in self.offices if o.office]
        if classed and (classed[0].office is Office.ENVOY or self._body() is not None):
            return classed[0]
        rank = self.reader.words.rank
        if {o.office for o in classed} == {Office.MINISTER, Office.DEPUTY_MINISTER}:
            return next(o for o in classed if o.office is Office.MINISTER)
        return min(classed, key=lambda o: rank[o.office or ""], default=self.offices[0])

    def _nation(self) -> str | None:
        """Return the country to which a title alone points: "the Pope"."""
        nations, folded = self.reader.words.nations, self.document.folded
        found = (n for o in self.offices for n in nations.within(folded, o.first, o.last, self.end))
        return next((code for _, _, code in found), None)

    def _holder(self) -> str | None:
        """Return the country of "Oman said that its new minister": the first of the sentence."""
        folded, start = self.document.folded, self.sentence.first
        if not self.offices or "its" not in folded[max(start, self.first - 2) : self.first]:
            return None
        before = (self.reader.name_at(index, self.first) for index in range(start, self.first))
        return next((name[1].code for name in before if name and name[1].kind is NameKind.COUNTRY), None)

    def _body(self) -> str | None:
        """Return the body to which a title alone points."""
        for office in self.offices:
            found = self.reader.words.bodies.longest(self.document.folded, office.first, office.last)
            if found:
                return found[1]
        return None

    def _role(self, offices: list[OfficePhrase]) -> str | None:
        """Return the office as written: the first of several, or both when they stand together."""
        if not offices:
            return None
        first, *others = offices
        last = first
        for office in others:
            joint = self.document.folded[last.last : office.first]
            if len(joint) != 1 or joint[0] not in STACKING or last.countries:
                break
            last = office
        if last is first:
            return first.role
        lead = " ".join(self.document.phrase(first.first, last.first).split())
        return lead + ("" if lead.endswith("/") else " ") + last.role

    def _distributed(self, common: PersonMention, countries: tuple[str, ...]) -> Iterator[PersonMention]:
        """Yield one mention for each of several names under one office."""
        codes = [code for _, code in self.more]
        if len(countries) == 1 and any(codes):
            codes[0] = codes[0] or countries[0]
        for index in reversed(range(len(codes) - 1)):
            codes[index] = codes[index] or codes[index + 1]
        for index, (name, _) in enumerate(self.more):
            code = countries[index] if len(countries) == len(self.more) else codes[index] or common.country
            yield attrs.evolve(
                common, name=name, country=code, plural=False, countries=(), first=name[0], last=name[1]
            )
