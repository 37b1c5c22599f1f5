"""What follows the head of an office: its field, its country, its body, where it is accredited."""

from __future__ import annotations

from diplo.lexicon import Name, NameKind
from diplo.model import Office
from diplo.parser.grammar import DEFINITE_SINGULAR, POSSESSIVE, SINGLE_OWNERS, is_capitalised
from diplo.parser.known_names import KnownNames
from diplo.parser.office_bodies import OfficeBody

_LEADERS = frozenset((Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT, Office.ROYAL, Office.MINISTER))
_LONGEST_MISSION, _LONGEST_HEAD = 4, 5
_SENT = frozenset((Office.ENVOY, Office.OFFICIAL, Office.MILITARY))


class Complement(OfficeBody):
    """What follows the head of an office: "of Foreign Affairs of Oman to the United Nations"."""

    def __init__(self, reader: KnownNames, start: int, stop: int) -> None:
        """Read as far as the phrase goes."""
        super().__init__(reader, start, stop)
        while self.last < stop and self._more():
            pass

    def names(self, words: frozenset[str]) -> bool:
        """Tell whether one of some words stands in the complement."""
        return not words.isdisjoint(self.document.folded[self.start : self.last])

    def _more(self) -> bool:
        """Read one more part, if there is one."""
        folded, words = self.document.folded, self.document.words
        word = folded[self.last]
        if word == "(":
            return self.read_bracket()
        if word == "," and self.last + 1 < self.stop:
            after = self.last + 1
            if folded[after] in self.words.appended and words[after][:1].isupper():
                self.closed = True
                return self.read_field(after)
            return False
        if word not in self.words.complements or self.last + 1 >= self.stop:
            return False
        after = self.last + 1
        while after < self.stop and folded[after] in DEFINITE_SINGULAR | self.words.courteous:
            after += 1
        if after >= self.stop or (word == "for" and folded[after - 1] in SINGLE_OWNERS):
            return False
        sovereign = self.words.sovereigns.longest(self.document.folded, after, self.stop)
        if sovereign and word == "of":
            self.countries, self.last, self.closed = (sovereign[1],), sovereign[0], True
            return True
        if self._titles_another(word, after):
            return False
        if word == "at":
            self.closed = True
        name = self.reader.name_at(after, self.stop)
        body = self.end_of_body(after)
        if name and name[1].kind is not NameKind.ADJECTIVE and name[0] >= body:
            return self._name(word, *name)
        if body and words[after][:1].isupper():
            return self.read_body(after, body, name[1] if name else None)
        return self._name(word, *name) if name else self.read_field(after)

    def _titles_another(self, preposition: str, index: int) -> bool:
        """Tell whether somebody else follows with a title: "Envoy of President A"."""
        document, heads = self.document, self.words.heads
        if not document.words[index][:1].isupper() or document.folded[index - 1] == "the":
            return False
        end = index + 1 + (document.folded[index] in self.words.modifiers)
        if heads.get(document.folded[end - 1]) not in _LEADERS or end >= self.stop:
            return False
        if preposition == "from":
            return True
        known = any(document.folded[end] in w for w in (heads, self.words.portfolio, self.words.modifiers))
        return is_capitalised(document.words[end]) and not known

    def _name(self, preposition: str, end: int, name: Name) -> bool:
        """Read a country, a people or a body after the preposition."""
        if name.kind is NameKind.ADJECTIVE and end < self.stop:
            if not self.countries and (
                preposition in self.words.origins or self.document.folded[end + 1 : end + 2] == ("ministry",)
            ):
                self.countries = (name.code or "",)
            return self.read_field(end)
        if name.kind is NameKind.ORGANISATION:
            if preposition == "to":
                self.target = name.label
            elif self._is_minister():
                self.last = self.role_end = end
                return True
            else:
                self.organisation = self.organisation or name.label
            self.last = end
            self._read_mission(end)
            self.closed = True
            return True
        if name.kind is not NameKind.COUNTRY:
            return self._city(preposition, end, name)
        return self._country(preposition, end, name)

    def _is_minister(self) -> bool:
        """Tell whether a minister is meant, whose portfolio a body can be: "Minister for the Arab League"."""
        return "minister" in self.document.folded[max(0, self.start - _LONGEST_HEAD) : self.start]

    def _read_mission(self, start: int) -> None:
        """Read the post of an organisation in a country: "of the UN Office in Lima"."""
        folded, words = self.document.folded, self.document.words
        end = next(
            (
                index + 1
                for index in range(start, min(self.stop, start + _LONGEST_MISSION))
                if folded[index] in self.words.missions and all(map(is_capitalised, words[start : index + 1]))
            ),
            None,
        )
        if end is None:
            return
        self.mission = True
        if end + 1 < self.stop and folded[end] == "in":
            seat = self.reader.name_at(end + 1 + (folded[end + 1] == "the"), self.stop)
            end = seat[0] if seat else end
        self.last = end
        if not self.closed:
            self.role_end = end

    def _country(self, preposition: str, end: int, name: Name) -> bool:
        """Read a country: "of Oman", "to Oman", "of Kenya's National Assembly"."""
        words = self.document.words
        if preposition == "of" and end + 1 < self.stop and self.document.folded[end] in POSSESSIVE:
            return self._owned(name, end + 1)
        self.closed = True
        code = name.code or ""
        if preposition in {"for", "on"} and not self.countries and self._is_envoy():
            self.closed, self.last, self.role_end = False, end, end
            return True
        if preposition == "to":
            self.target = code
        elif preposition in self.words.origins:
            self.countries = (*self.countries, code)
            end = self._further_countries(end)
        self.last = end
        return end < self.stop and words[end] != ","

    def _city(self, preposition: str, end: int, name: Name) -> bool:
        """Read a city, and keep it in the role: "Mayor of Porto", "Consul General in Basra"."""
        words = self.document.words
        if name.capital and preposition == "to":
            self.last = end
            return True
        posted = not self.words.posted.isdisjoint(self.document.folded[max(0, self.start - 2) : self.start])
        if posted and preposition == "of" and not self.countries:
            self.countries = (name.code or "",)
        named = end < self.stop and (words[end] == "," or is_capitalised(words[end]))
        if preposition == "in" and not (posted and named):
            return False
        self.last = end
        if not self.closed:
            self.role_end = end
        return True

    def _is_envoy(self) -> bool:
        """Tell whether the head is one who is sent for a country: "Special Envoy for Sudan"."""
        head = self.document.folded[self.start - 1]
        return self.words.heads.get(head) in _SENT

    def _owned(self, name: Name, start: int) -> bool:
        """Read "of Kenya's National Assembly"."""
        self.countries = self.countries or (name.code or "",)
        body = self.end_of_body(start)
        if body:
            return self.read_body(start, body, None)
        if self.read_field(start):
            return True
        self.last = start - 1
        return False

    def _further_countries(self, end: int) -> int:
        """Read the rest of "of Greece, Cyprus and Malta"."""
        folded = self.document.folded
        codes = list(self.countries)
        while end + 1 < self.stop and folded[end] in {",", "and"}:
            after = end + 1
            while after < self.stop and folded[after] in {"and", "the"}:
                after += 1
            found = self.reader.name_at(after, self.stop)
            if not found or found[1].kind is not NameKind.COUNTRY or found[1].code in codes:
                break
            if found[0] < self.stop and folded[found[0]] in POSSESSIVE:
                break
            codes.append(found[1].code or "")
            end = found[0]
        self.countries = tuple(codes)
        return end
