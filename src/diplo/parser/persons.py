"""The phrase that names a person: country, titles, name, and what follows the name."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplo.lexicon import Name, NameKind
from diplo.model import Office
from diplo.parser.complements import Complement
from diplo.parser.document import Sentence
from diplo.parser.names import NameReader
from diplo.parser.offices import OfficePhrase

_POSSESSIVE = frozenset(("'s", "'"))
_OWNERS = frozenset(("his", "her", "their"))
_AFTER_TITLE = frozenset((",", "and", "", "-", "–", ";", "."))
_LINKS = frozenset(
    ("who", "is", "the", "a", "an", "as", "currently", "also", "new", "newly", "appointed", "then", "current", "visiting", "outgoing")
)


@attrs.frozen
class PersonMention:
    """Tokens `[first, last)` that name a person, an office, or both.

    Attributes:
        name: tokens of the bare name; `None` when only the office is named.
        office: class of the office; `None` for a bare name or a counterpart.
        country: code of the country that the words give to the person.
        target: country or organisation to which the person is accredited.
        plural: an office in the plural, without names: "the foreign ministers".
        countries: codes named with a plural office.
        named: the words hold an office or an honorific, so that this is surely a person.
    """

    first: int
    last: int
    sentence: int
    name: tuple[int, int] | None = None
    honorific: str | None = None
    role: str | None = None
    office: Office | None = None
    country: str | None = None
    organisation: str | None = None
    target: str | None = None
    counterpart: bool = False
    plural: bool = False
    countries: tuple[str, ...] = ()
    titled: bool = True


class PersonPhrase:
    """A person phrase while it is read: [country] titles [,] name [, title] [of country]."""

    def __init__(self, reader: NameReader, index: int, sentence: Sentence) -> None:
        """Start at a token."""
        self.reader, self.sentence = reader, sentence
        self.document, self.stop = reader.document, sentence.last
        self.first = self.end = index
        self.country: str | None = None
        self.several: tuple[str, ...] = ()
        self.offices: list[OfficePhrase] = []
        self.honorific: str | None = None
        self.body: str | None = None
        self.calling: Office | None = None
        self.name: tuple[int, int] | None = None
        self.more: list[tuple[tuple[int, int], str | None]] = []

    def read(self) -> bool:
        """Read the whole phrase; tell whether it names a person or an office."""
        self._country()
        start = self.end
        if self._folded() in self.reader.words.callings and self.document.words[self.end].islower():
            return self._called()
        self._titles()
        if self.end == start and self.country is not None:
            return False
        if self.offices and self.offices[-1].plural:
            self._several_names()
        else:
            self._name()
        if not self.name and not self.offices:
            return self._is_reverential()
        if self.name and self._names_a_thing():
            return False
        if self.name and not self.more:
            self._after_name()
        return True

    def _called(self) -> bool:
        """Read "journalist A": somebody without an office."""
        self.calling = Office(self.reader.words.callings[self._folded()])
        start = self.reader.honorific_at(self.end + 1, self.stop)
        self.name = self.reader.read_name(start, self.stop, titled=True)
        if self.name:
            self.end = self.name[1]
        return self.name is not None and not self._names_a_thing()

    def _is_reverential(self) -> bool:
        """Tell whether an honorific stands alone for somebody: "His Majesty"."""
        return " ".join(self.document.folded[self.first : self.end]) in self.reader.words.reverential

    def _names_a_thing(self) -> bool:
        """Tell whether a name is that of a building or a prize: "King Hamad Airport"."""
        last = self.name[1] if self.name else 0
        after = self.document.folded[last] if last < self.stop else ""
        things = self.reader.words.things
        return self.document.folded[last - 1] in things or (
            after in things and self.document.words[last][0].isupper()
        )

    def _folded(self, offset: int = 0) -> str:
        """Return the folded token at the end of what is read, or ""."""
        index = self.end + offset
        return self.document.folded[index] if self.first <= index < self.stop else ""

    def _country(self) -> None:
        """Read "Czech", "Sri Lanka's", "U.S." before an office."""
        found = self.reader.name_at(self.end, self.stop)
        if not found or found[1].kind not in {
            NameKind.COUNTRY,
            NameKind.ADJECTIVE,
            NameKind.ORGANISATION,
            NameKind.CITY,
        }:
            return
        end, name = found
        if end < self.stop and self.document.folded[end] in _POSSESSIVE:
            end += 1
        office = self.reader.office_at(end, self.stop)
        if office is None and end < self.stop and self.document.folded[end] in self.reader.words.callings:
            self.country, self.end = name.code, end
            return
        if office is None and name.kind is NameKind.ADJECTIVE and self._several_countries(end, name):
            return
        if office is None and self.reader.honorific_at(end, self.stop) == end:
            return
        if name.kind is NameKind.CITY and self.document.folded[end - 1] not in _POSSESSIVE:
            return
        if office is None and name.kind is not NameKind.COUNTRY:
            return
        self.country = name.code or name.label
        self.end = end

    def _several_countries(self, end: int, first: Name) -> bool:
        """Read "Polish and Lithuanian" before a plural office."""
        codes = [first.code or ""]
        while end + 1 < self.stop and self.document.folded[end] in {",", "and"}:
            after = end + 1 + (self.document.folded[end + 1] == "and")
            found = self.reader.name_at(after, self.stop)
            if not found or found[1].kind is not NameKind.ADJECTIVE:
                return False
            codes.append(found[1].code or "")
            end = found[0]
        office = self.reader.office_at(end, self.stop) if len(codes) > 1 else None
        if office is None or not office.plural:
            return False
        self.several, self.end = tuple(codes), end
        return True

    def _titles(self) -> None:
        """Read offices and honorifics in any order, up to the name."""
        while self.end < self.stop:
            start = self.end
            honorific = self.reader.honorific_at(self.end, self.stop)
            if honorific > self.end:
                self.honorific = self.honorific or self.document.phrase(self.end, honorific)
                self.end = honorific
                if self._is_named_like_a_title():
                    return
                if self._folded() in {"the", ","} and self.reader.office_at(self.end + 1, self.stop):
                    self.end += 1
            office = self.reader.office_at(self.end, self.stop)
            if office:
                self.offices.append(office)
                self.end = office.last
                if office.plural or office.counterpart:
                    self._counterpart_rest()
                    return
                self._stacked()
                self._styled()
            if self.end == start:
                return

    def _is_named_like_a_title(self) -> bool:
        """Tell whether a name follows that is also a title: "Dr. Sultan Al-Dhuwaihi"."""
        plain = self.document.folded[self.end - 1] in self.reader.words.never_in_names | {"."}
        following = self.document.words[self.end + 1] if self.end + 1 < self.stop else ""
        return plain and self._folded() in self.reader.words.heads_in_names and following[:1].isupper()

    def _counterpart_rest(self) -> None:
        """Read the title that may follow "his counterpart": "his counterpart, Foreign Minister B"."""
        if self.offices[-1].plural:
            return
        comma = self.end + (self._folded() == ",")
        honorific = self.reader.honorific_at(comma, self.stop)
        following = self.reader.name_at(honorific, self.stop)
        start = following[0] if following and following[1].kind is NameKind.ADJECTIVE else honorific
        office = self.reader.office_at(start, self.stop)
        if (
            office
            and not office.plural
            and self.reader.read_name(self.reader.honorific_at(office.last, self.stop), self.stop)
        ):
            if following and start != honorific:
                self.country = self.country or following[1].code
            self.offices.append(office)
            self.end = office.last
            comma = honorific = self.end
        honorific = self.reader.honorific_at(honorific, self.stop)
        if honorific > comma:
            self.honorific = self.document.phrase(comma, honorific)
            self.end = honorific

    def _styled(self) -> None:
        """Step over the comma in "Minister for Trade, Senator the Hon A"."""
        if self._folded() != ",":
            return
        office = self.reader.office_at(self.end + 1, self.stop)
        sent = self.offices[-1].office is Office.ENVOY or (
            office is not None
            and self.offices[-1].office is Office.DEPUTY_HEAD
            and office.office in {Office.FOREIGN_MINISTER, Office.MINISTER}
        )
        if office and (self._is_style(office) or sent) and not office.counterpart and not office.countries:
            after = self.reader.honorific_at(office.last, self.stop)
            if self.reader.read_name(after, self.stop):
                self.end += 1

    def _stacked(self) -> None:
        """Step over the "and" or "/" between two offices of one person."""
        if self._folded() not in {"and", "/", "&", "-", "–"}:
            return
        start = self.end + 1
        found = self.reader.name_at(start, self.stop)
        if found and found[1].kind is NameKind.ADJECTIVE:
            start = found[0]
        office = self.reader.office_at(start, self.stop)
        if not office or office.plural or office.counterpart:
            return
        first, second = self.offices[-1].office, office.office
        heads = {Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT}
        if second in heads and first is not Office.ROYAL and self._folded() == "and":
            return
        after = self.reader.honorific_at(
            office.last + (self.document.folded[office.last : office.last + 1] == (",",)), self.stop
        )
        one = first in {Office.ROYAL, Office.DEPUTY_HEAD, Office.OFFICIAL, Office.MINISTER} and first != second
        if one or self.reader.read_name(after, self.stop) or self._folded() != "and":
            self.end = start

    def _name(self) -> None:
        """Read the name, after a comma where the titles make that clear."""
        start = self.end
        if self.offices and self._folded() == ",":
            start = self._after_comma()
        elif self.offices and self._folded() == "(":
            return
        titled = bool(self.offices or self.honorific) and not self._is_named_like_a_title()
        name = self.reader.read_name(start, self.stop, titled=titled)
        behind = self.reader.honorific_at(name[1], self.stop) if name else start
        if name and self.offices and behind > name[1] and start == self.end:
            field = name[1]
            name = self.reader.read_name(behind, self.stop, titled=True)
            if name:
                self.honorific = self.honorific or self.document.phrase(field, behind)
                self.offices[-1] = attrs.evolve(
                    self.offices[-1], last=field, role=" ".join(self.document.phrase(self.offices[-1].first, field).split())
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
        closed = name and (self.document.folded[name[1]] if name[1] < self.stop else ".") in {
            ",",
            ".",
            ")",
            ";",
        }
        if (
            name
            and name[1] - name[0] >= 2
            and (closed or self.country or self.offices[-1].countries or self.offices[-1].counterpart)
        ):
            return start
        return self.end

    def _several_names(self) -> None:
        """Read "Presidents A and B", "the ministers of X and Y, A and B", "Advisors: A of X, B of Y"."""
        start = self.end
        index = start
        while self._word(index) in {",", ":", "respectively", "-", "–", "namely"}:
            index += 1
        while index < self.stop:
            index, owner = self._owner(index)
            index = self.reader.honorific_at(index, self.stop)
            name = self.reader.read_name(index, self.stop, titled=index == start)
            if not name:
                break
            index = self.reader.after_name(name[1], self.stop)
            code = owner
            found = self.reader.name_at(index + 1, self.stop) if self._word(index) == "(" else None
            if found and found[1].code and self._word(found[0]) == ")":
                index, code = found[0] + 1, found[1].code
            if self._word(index) == "of":
                found = self.reader.name_at(index + 1 + (self._word(index + 1) == "the"), self.stop)
                if found and found[1].code:
                    index, code = found[0], found[1].code
            self.more.append((name, code))
            self.end = index
            if self._word(index) not in {",", "and"}:
                break
            index += 1 + (self._word(index + 1) == "and")
        if self.more and self.end == start:
            self.more = []

    def _owner(self, index: int) -> tuple[int, str | None]:
        """Read the country before a name in "of Chad - A, the Republic of Mali B"."""
        start = index + (self._word(index) in {"the", "-", "–", "—"})
        if start > index and self._word(index) != "the":
            return start, None
        found = self.reader.name_at(start, self.stop)
        if self.more and found and found[1].kind is NameKind.COUNTRY:
            end = found[0] + (self._word(found[0]) in {"-", "–", "—"})
            return end, found[1].code
        return index, None

    def _word(self, index: int) -> str:
        """Return a folded token of the sentence, or ""."""
        return self.document.folded[index] if index < self.stop else ""

    def _after_name(self) -> None:
        """Read "of Kenya", ", the Ambassador of Japan to Oman", "Secretary to the President"."""
        self._origin()
        if any(not self._is_style(office) for office in self.offices):
            return
        index = self.end
        while self._word(index) in _LINKS or self._word(index) in _OWNERS or self._word(index) in {",", "("}:
            index += 1
        code = None
        found = self.reader.name_at(index, self.stop)
        if found and found[1].code:
            code, index = found[1].code, found[0] + (self._word(found[0]) in _POSSESSIVE)
        office = self.reader.office_at(index, self.stop)
        if not office or office.plural or (office.counterpart and self.document.folded[index - 1] not in _OWNERS and not code):
            return
        after = self.reader.honorific_at(office.last, self.stop)
        if index > self.end and (
            after > office.last or self.reader.read_name(office.last, self.stop, titled=True)
        ):
            return
        if self.offices and ((office.office is None and not office.counterpart) or index == self.end):
            return
        if self.reader.title_case and self._folded() == "," and self._word(office.last) not in _AFTER_TITLE:
            return
        self.offices.append(office)
        self.country = self.country or code
        self.end = office.last
        self._second_title()

    def _second_title(self) -> None:
        """Read the rest of ", Crown Prince and Prime Minister,"."""
        if self._folded() not in {"and", "/", "&"}:
            return
        office = self.reader.office_at(self.end + 1, self.stop)
        if office and not office.plural and not office.counterpart and office.office is not Office.AMBASSADOR:
            after = self.reader.honorific_at(office.last, self.stop)
            if after == office.last and not self.reader.read_name(after, self.stop, titled=True):
                self.offices.append(office)
                self.end = office.last

    def _origin(self) -> None:
        """Read "of Kenya", ", of Norway", "of the State Council of China" behind a name."""
        comma = int(self._folded() == "," and bool(self.offices))
        if self._folded(comma) not in {"of", "from"} or not (self.offices or self.honorific or self._is_likely_person()):
            return
        after = self.end + comma + 1
        after += self._word(after) == "the"
        found = self.reader.name_at(after, self.stop)
        if found and found[1].kind is NameKind.COUNTRY:
            self.country = self.country or found[1].code
            self.end = found[0]
        elif not comma:
            complement = Complement(self.reader, self.end, self.stop)
            if complement.countries or complement.organisation:
                self.country = self.country or next(iter(complement.countries), None)
                self.body = complement.organisation
                self.end = complement.last

    def _is_style(self, office: OfficePhrase) -> bool:
        """Tell whether an office before a name leaves room for another behind: "Prince", "General"."""
        if office.counterpart or office.office in {Office.HEAD_OF_STATE, Office.MILITARY}:
            return True
        bare = office.last - office.first == 1
        return bare and office.office is not None and office.office in self.reader.words.styles

    def _is_likely_person(self) -> bool:
        """Tell whether a bare name has the shape of a person's."""
        return self.name is not None and self.reader.is_person_shaped(*self.name)

    def mentions(self, number: int) -> list[PersonMention]:
        """Return what was read."""
        weighty = [o for o in self.offices if o.office and not self._is_style(o)]
        if weighty:
            self.offices = [
                o for o in self.offices if o in weighty or o.counterpart or o.office is Office.HEAD_OF_STATE
            ]
        first = next((o for o in self.offices if o.office), None)
        leading = first is not None and (first.office is Office.ENVOY or self._body() is not None)
        best = first if leading else min(
            (o for o in self.offices if o.office),
            key=lambda o: self.reader.words.rank[o.office or ""],
            default=self.offices[0] if self.offices else None,
        )
        named = [o for o in self.offices if not o.counterpart]
        countries = self.several or tuple(code for o in self.offices for code in o.countries)
        country = self.country or (countries[0] if countries else None)
        organisation = next((o.organisation for o in self.offices if o.organisation), None)
        organisation = organisation or self.body or self._body()
        country = country or self._nation()
        if country is not None and len(country) > 2:
            country, organisation = None, organisation or country
        common = PersonMention(
            self.first,
            self.end,
            number,
            name=self.name,
            honorific=self.honorific,
            role=self._role(named),
            office=best.office if best else self.calling,
            country=country,
            organisation=organisation,
            target=next((o.target for o in self.offices if o.target), None),
            counterpart=any(o.counterpart for o in self.offices),
            plural=bool(best and best.plural),
            countries=countries,
            titled=bool(self.offices or self.honorific or self.calling),
        )
        if self.more:
            return list(self._distributed(common, countries))
        several = common.counterpart or common.office not in {None, Office.OFFICIAL}
        if common.plural and len(countries) > 1 and several:
            alike = attrs.evolve(common, plural=False, role=common.role, countries=())
            return [attrs.evolve(alike, country=code) for code in countries]
        return [common]

    def _nation(self) -> str | None:
        """Return the country to which a title alone points: "the Pope"."""
        places = (place for office in self.offices for place in range(office.first, office.last))
        found = (self.reader.words.nations.longest(self.document.folded, place, self.end) for place in places)
        return next((name[1] for name in found if name), None)

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
            between = self.document.folded[last.last : office.first]
            if between not in {("and",), ("/",), ("&",)} or last.countries:
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
