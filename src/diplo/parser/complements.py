"""What follows the head of an office: its field, its country, its body, where it is accredited."""

from __future__ import annotations

from diplo.lexicon import Lexicon, Name, NameKind
from diplo.parser.document import Document
from diplo.parser.grammar import is_capitalised

_OF = frozenset(("of", "from"))
_COMPLEMENT = frozenset(("of", "for", "to", "at", "in", "on", "from", "with"))


_LONGEST_BRACKET = 6
_LONGEST_BODY = 8
_BODY_JOINTS = frozenset(("of", "and", "the", "for", "&", "-", "on"))
_REGIONS = frozenset("east west north south europe africa asia americas pacific bilateral".split())
_LEADERS = frozenset(("head_of_state", "head_of_government", "royal", "minister"))
_SENT = frozenset(("envoy", "official", "military"))
_PLACING = frozenset((word,) for word in ("at", "in", "on", "to"))


class KnownNames:
    """Finds known names in one document."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        """Keep the document and the vocabulary at hand."""
        self.document = document
        self.lexicon = lexicon
        self.words = lexicon.offices

    def name_at(self, index: int, stop: int) -> tuple[int, Name] | None:
        """Return the end and the value of the known name that starts at a token."""
        words = self.document.words
        if index >= stop or not is_capitalised(words[index]):
            return None
        found = self.lexicon.names.longest(self.document.folded, index, stop)
        if found is None:
            return self._hyphenated(index)
        if found[1].exact and not words[index].isupper():
            return None
        return found

    def _hyphenated(self, index: int) -> tuple[int, Name] | None:
        """Return the first known name in a word like "Iraqi-Russian", "Japan-funded"."""
        word = self.document.folded[index]
        if "-" not in word:
            return None
        part = word.partition("-")[0]
        found = self.lexicon.names.longest((part,), 0, 1)
        written = self.document.words[index].partition("-")[0]
        return (index + 1, found[1]) if found and (written.isupper() or not found[1].exact) else None


class Complement:
    """What follows the head of an office: "of Foreign Affairs of Oman to the United Nations"."""

    def __init__(self, reader: KnownNames, start: int, stop: int) -> None:
        """Read as far as the phrase goes."""
        self.reader = reader
        self.stop = stop
        self.last = self.role_end = start
        self.countries: tuple[str, ...] = ()
        self.organisation: str | None = None
        self.target: str | None = None
        self.bracketed = self.international = False
        self.start = start
        self._closed = False
        while self.last < stop and self._more():
            pass

    def names(self, words: frozenset[str]) -> bool:
        """Tell whether one of some words stands in the complement."""
        return not words.isdisjoint(self.reader.document.folded[self.start : self.last])

    def _more(self) -> bool:
        """Read one more part, if there is one."""
        folded, words = self.reader.document.folded, self.reader.document.words
        word = folded[self.last]
        if word == "(":
            return self._bracket()
        if word == "," and self.last + 1 < self.stop:
            after = self.last + 1
            if folded[after] in {"ministry", "department", "office", "embassy"} and words[after][0].isupper():
                self._closed = True
                return self._portfolio(after)
            return False
        if word not in _COMPLEMENT or self.last + 1 >= self.stop:
            return False
        after = self.last + 1
        while after < self.stop and folded[after] in {"the", "his", "her", "its"}:
            after += 1
        if after >= self.stop or (word == "for" and folded[after - 1] in {"his", "her", "its"}):
            return False
        sovereign = self.reader.words.sovereigns.longest(self.reader.document.folded, after, self.stop)
        if sovereign and word == "of":
            self.countries, self.last, self._closed = (sovereign[1],), sovereign[0], True
            return True
        if self._titles_another(word, after):
            return False
        if word == "at":
            self._closed = True
        name = self.reader.name_at(after, self.stop)
        body = self._body_end(after)
        if name and name[1].kind is not NameKind.ADJECTIVE and name[0] >= body:
            return self._name(word, *name)
        if body and words[after][0].isupper():
            return self._body(after, body, name[1] if name else None)
        return self._name(word, *name) if name else self._portfolio(after)

    def _titles_another(self, preposition: str, index: int) -> bool:
        """Tell whether somebody else follows with a title: "Envoy of President A"."""
        document, heads = self.reader.document, self.reader.words.heads
        if not document.words[index][0].isupper() or document.folded[index - 1] == "the":
            return False
        end = index + 1 + (document.folded[index] in self.reader.words.modifiers)
        if heads.get(document.folded[end - 1]) not in _LEADERS or end >= self.stop:
            return False
        known = self.reader.words.portfolio | self.reader.words.modifiers | heads.keys()
        named = is_capitalised(document.words[end]) and document.folded[end] not in known
        return named or preposition == "from"

    def _bracket(self) -> bool:
        """Read "(Europe)" as part of the role, and step over an abbreviation: "(SMS)"."""
        document = self.reader.document
        start = self.last + 1
        end = start
        while end < min(self.stop, start + _LONGEST_BRACKET) and document.folded[end] != ")":
            end += 1
        if end == start or end >= self.stop or document.folded[end] != ")":
            return False
        if not all(is_capitalised(w) or w in {"and", "&", ","} for w in document.words[start:end]):
            return False
        field = document.folded[start] in self.reader.words.portfolio
        region = self.reader.name_at(start, end) is not None or document.folded[start] in _REGIONS
        abbreviation = end - start == 1 and document.words[start].isupper()
        if not (field or region or abbreviation):
            return False
        self.last = end + 1
        if not abbreviation and not self._closed:
            self.role_end = self.last
            self.bracketed = True
        return True

    def _body_end(self, start: int) -> int:
        """Return the end of the name of a body that starts here: "Presidential Leadership Council"; else 0."""
        document, nouns = self.reader.document, self.reader.words.bodies_nouns
        end = 0
        for index in range(start, min(self.stop, start + _LONGEST_BODY)):
            word = document.folded[index]
            if is_capitalised(document.words[index]):
                if word in self.reader.words.heads or self._titles_somebody(index):
                    break
                if word in nouns and index > start:
                    end = index + 1
            elif word not in _BODY_JOINTS:
                break
        return end

    def _titles_somebody(self, index: int) -> bool:
        """Tell whether an honorific starts here, so that a name follows."""
        return self.reader.document.folded[index] in self.reader.words.never_in_names

    def _body(self, start: int, end: int, first: Name | None) -> bool:
        """Keep a body of a state in the role: "of the Yemeni Presidential Leadership Council"."""
        document, vocabulary = self.reader.document, self.reader.words
        if first and first.kind in {NameKind.ADJECTIVE, NameKind.COUNTRY} and not self.countries:
            self.countries = (first.code or "",)
        if end + 1 < self.stop and document.folded[end] in {"of", "for"} and self._is_unknown(end + 1):
            end = self._rest_of_body(end)
        if document.folded[start] == "international" and "of" not in document.folded[end - 1 : end]:
            end = self._rest_of_body(end)
            self.international, self.organisation = True, document.phrase(start, end)
        while (
            end < self.stop
            and document.folded[end] in vocabulary.portfolio
            and document.words[end][0].isupper()
        ):
            end += 1
        self.last = end
        if not self._closed:
            self.role_end = end
        return True

    def _is_unknown(self, index: int) -> bool:
        """Tell whether a capitalised word is neither a known name nor an office."""
        document, vocabulary = self.reader.document, self.reader.words
        word = document.folded[index]
        known = (
            word in vocabulary.heads or word in vocabulary.portfolio or self.reader.name_at(index, self.stop)
        )
        return document.words[index][0].isupper() and not known

    def _rest_of_body(self, end: int) -> int:
        """Return the end of "Committee for Missing Persons"."""
        document = self.reader.document
        index = end
        while index < self.stop and (
            document.words[index][0].isupper() or document.folded[index] in {"for", "of", "on", "the", "and"}
        ):
            index += 1
            if document.words[index - 1][0].isupper():
                end = index
        return end

    def _name(self, preposition: str, end: int, name: Name) -> bool:
        """Read a country, a people or a body after the preposition."""
        words = self.reader.document.words
        if name.kind is NameKind.ADJECTIVE and end < self.stop:
            if not self.countries and (
                preposition in _OF or self.reader.document.folded[end + 1 : end + 2] == ("ministry",)
            ):
                self.countries = (name.code or "",)
            return self._portfolio(end)
        if name.kind is NameKind.ORGANISATION:
            if preposition == "to":
                self.target = name.label
            else:
                self.organisation = self.organisation or name.label
            self.last = end
            self._closed = True
            return True
        if name.kind is not NameKind.COUNTRY:
            if name.capital and preposition == "to":
                self.last = end
                return True
            heads = self.reader.document.folded[max(0, self.start - 2) : self.start]
            posted = not self.reader.words.posted.isdisjoint(heads)
            if posted and preposition == "of" and not self.countries:
                self.countries = (name.code or "",)
            named = end < self.stop and (words[end] == "," or is_capitalised(words[end]))
            return self._city(end) if (posted and named) or preposition != "in" else False
        if preposition == "of" and end + 1 < self.stop and self.reader.document.folded[end] in {"'s", "'"}:
            return self._owned(name, end + 1)
        self._closed = True
        code = name.code or ""
        if preposition in {"for", "on"} and not self.countries and self._is_envoy():
            self._closed, self.last, self.role_end = False, end, end
            return True
        if preposition == "to":
            self.target = code
        elif preposition in _OF:
            self.countries = (*self.countries, code)
            end = self._further_countries(end)
        self.last = end
        return end < self.stop and words[end] != ","

    def _is_envoy(self) -> bool:
        """Tell whether the head is one who is sent for a country: "Special Envoy for Sudan"."""
        head = self.reader.document.folded[self.start - 1]
        return self.reader.words.heads.get(head) in _SENT

    def _owned(self, name: Name, start: int) -> bool:
        """Read "of Kenya's National Assembly"."""
        self.countries = self.countries or (name.code or "",)
        body = self._body_end(start)
        if body:
            return self._body(start, body, None)
        if self._portfolio(start):
            return True
        self.last = start - 1
        return False

    def _city(self, end: int) -> bool:
        """Keep a city in the role: "Mayor of Porto"."""
        self.last = end
        if not self._closed:
            self.role_end = end
        return True

    def _further_countries(self, end: int) -> int:
        """Read the rest of "of Greece, Cyprus and Malta"."""
        folded = self.reader.document.folded
        codes = list(self.countries)
        while end + 1 < self.stop and folded[end] in {",", "and"}:
            after = end + 1
            while after < self.stop and folded[after] in {"and", "the"}:
                after += 1
            found = self.reader.name_at(after, self.stop)
            if not found or found[1].kind is not NameKind.COUNTRY or found[1].code in codes:
                break
            if found[0] < self.stop and folded[found[0]] in {"'s", "'"}:
                break
            codes.append(found[1].code or "")
            end = found[0]
        self.countries = tuple(codes)
        return end

    def _styles_name(self, index: int) -> bool:
        """Tell whether a title before a name starts here: "Minister of Defence General A"."""
        document, vocabulary = self.reader.document, self.reader.words
        style = vocabulary.heads.get(document.folded[index]) in vocabulary.styles
        if not style or document.folded[index - 1] in vocabulary.joints or index + 1 >= self.stop:
            return False
        following = document.folded[index + 1]
        return (
            following not in vocabulary.portfolio
            and following not in vocabulary.joints
            and following not in {",", "."}
        )

    def _is_field(self, index: int, *, capitalised: bool) -> bool:
        """Tell whether an unknown word belongs to a field: "Moroccan Expatriates"."""
        document = self.reader.document
        if not capitalised or index + 2 >= self.stop or not document.words[index][0].isupper():
            return False
        if document.folded[index + 1] == ",":
            following = document.folded[index + 2]
            return self.reader.lexicon.offices.honorifics.longest((following,), 0, 1) is not None
        if document.folded[index + 1] in self.reader.words.portfolio and document.folded[index - 1] in {
            "and",
            "&",
        }:
            return document.words[index + 1][0].isupper()
        found = self.reader.name_at(index, self.stop)
        known = found is not None and found[1].kind in {NameKind.ADJECTIVE, NameKind.NATIONAL}
        return known and document.folded[index + 1] in self.reader.words.portfolio

    def _goes_on_lower(self, index: int, start: int) -> bool:
        """Tell whether a field goes on in lower case: "Foreign affairs of"."""
        document = self.reader.document
        following = document.folded[index + 1] if index + 1 < self.stop else ""
        return (
            index > start
            and following in {"of", ",", "and"}
            and document.folded[index - 1] in self.reader.words.portfolio
        )

    def _leads_to_name(self, index: int) -> bool:
        """Tell whether the name of a country or body starts here, after an article or none."""
        index += index < self.stop and self.reader.document.folded[index] == "the"
        found = self.reader.name_at(index, self.stop)
        return found is not None and found[1].kind in {NameKind.COUNTRY, NameKind.ORGANISATION}

    def _portfolio(self, start: int) -> bool:
        """Read the field of an office: "Trade, Food Security and Development"."""
        document, vocabulary = self.reader.document, self.reader.words
        folded, words = document.folded, document.words
        capitalised = start < self.stop and words[start][0].isupper()
        end = index = start
        comma: int | None = None
        while index < self.stop:
            word = folded[index]
            if word in vocabulary.portfolio or word in vocabulary.heads or word in vocabulary.modifiers:
                lower = capitalised and not words[index][0].isupper()
                if (
                    (lower and not self._goes_on_lower(index, start))
                    or (not capitalised and words[index][0].isupper())
                    or (word in vocabulary.heads and folded[index - 1] in {",", "and"})
                ):
                    break
                if index > start and self._styles_name(index):
                    break
                end = index = index + 1
            elif self._is_field(index, capitalised=capitalised):
                end = index = index + 1
            elif index == start:
                return False
            elif word in {"of", "for"} and self._leads_to_name(index + 1):
                break
            elif word in {"'s", "'"} and index + 1 < self.stop and folded[index + 1] in vocabulary.portfolio:
                index += 1
            elif word in vocabulary.joints or word == ",":
                index += 1
                if word == "," and (not capitalised or document.folded[index : index + 1] in _PLACING):
                    break
                if word == "," and comma is None:
                    comma = end
            else:
                break
        if end == start:
            return False
        self.last = end
        if not self._closed:
            self.role_end = comma if comma is not None and comma < end else end
            self._closed = comma is not None and comma < end
        return True
