"""What stands before a name: a country, offices and honorifics."""

from __future__ import annotations

from diplo.lexicon import Form, Name, NameKind
from diplo.model import Office
from diplo.parser.document import Sentence
from diplo.parser.grammar import ADVERBS, POSSESSIVE
from diplo.parser.names import NameReader
from diplo.parser.offices import OfficePhrase

_NAMED = frozenset((NameKind.COUNTRY, NameKind.ADJECTIVE, NameKind.ORGANISATION, NameKind.CITY))
_HEADS = frozenset((Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT))
_MINISTERS = frozenset((Office.FOREIGN_MINISTER, Office.MINISTER))
_FIRST_OF_TWO = frozenset((Office.ROYAL, Office.DEPUTY_HEAD, Office.OFFICIAL, Office.MINISTER))
_SENT = frozenset((Office.ENVOY, Office.OFFICIAL))
_STYLES = frozenset((Office.HEAD_OF_STATE, Office.MILITARY))
STACKING = frozenset(("and", "/", "&", "-", "–"))


class PersonTitles:
    """The part of a person phrase before the name: "Czech Foreign Minister", "H.E. the Ambassador"."""

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
        self.closed = False

    def word(self, index: int) -> str:
        """Return a folded token of the sentence, or ""."""
        return self.document.folded[index] if index < self.stop else ""

    def ahead(self, offset: int = 0) -> str:
        """Return the folded token at the end of what is read, or ""."""
        index = self.end + offset
        return self.document.folded[index] if self.first <= index < self.stop else ""

    def read_country(self) -> None:
        """Read "Czech", "Sri Lanka's", "U.S." before an office."""
        found = self.reader.name_at(self.end, self.stop)
        if not found or found[1].kind not in _NAMED:
            return
        end, name = found
        end = self.reader.after_bracket(end, self.stop)
        if end < self.stop and self.document.folded[end] in POSSESSIVE:
            end += 1
            while self.word(end) in self.reader.words.newly:
                end += 1
        end = self._past_ministry(end)
        end = self._past_sender(end)
        office = self.reader.office_at(end, self.stop)
        if office is None and end < self.stop and self.document.folded[end] in self.reader.words.callings:
            self.country, self.end = name.code, end
            return
        if office is None and name.kind is NameKind.ADJECTIVE and self._several_countries(end, name):
            return
        if office is None and self.reader.honorific_at(end, self.stop) == end:
            return
        if name.kind is NameKind.CITY and self.document.folded[end - 1] not in POSSESSIVE:
            return
        if office is None and name.kind is not NameKind.COUNTRY:
            return
        self.country = name.code or name.label
        self.end = end

    def _past_ministry(self, start: int) -> int:
        """Return where the office starts in "Oman's Ministry of Finance secretary"."""
        vocabulary = self.reader.words
        end = start
        while self.word(end) in vocabulary.portfolio or self.word(end) in vocabulary.joints:
            end += 1
        ministry = not vocabulary.departments.isdisjoint(self.document.folded[start:end])
        end += self.word(end) in POSSESSIVE
        direct = self.reader.office_at(start, self.stop)
        return end if ministry and not direct and self.reader.office_at(end, self.stop) else start

    def _past_sender(self, start: int) -> int:
        """Return where the office starts in "UN Secretary-General's Personal Envoy"."""
        sender = self.reader.office_at(start, self.stop)
        if sender is None or self.word(sender.last) not in POSSESSIVE:
            return start
        sent = self.reader.office_at(sender.last + 1, self.stop)
        return sender.last + 1 if sent and sent.office in _SENT else start

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

    def read_titles(self) -> None:
        """Read offices and honorifics in any order, up to the name."""
        while self.end < self.stop:
            start = self.end
            honorific = self.reader.honorific_at(self.end, self.stop)
            if honorific > self.end:
                self.honorific = self.honorific or self.document.phrase(self.end, honorific)
                self.end = honorific
                if self.is_named_like_a_title():
                    return
                if self.ahead() in {"the", ","} and self.reader.office_at(self.end + 1, self.stop):
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

    def is_named_like_a_title(self) -> bool:
        """Tell whether a name follows that is also a title: "Dr. Sultan Al-Dhuwaihi"."""
        if self.ahead() not in self.reader.words.heads_in_names:
            return False
        before = self.document.words[self.end - 1]
        following = self.document.words[self.end + 1] if self.end + 1 < self.stop else ""
        styled = before in {".", "HE"} or before.lower() in self.reader.words.never_in_names
        return styled and following[:1].isupper()

    def _counterpart_rest(self) -> None:
        """Read the title that may follow "his counterpart": "his counterpart, Foreign Minister B"."""
        if self.offices[-1].plural:
            return
        comma = self.end + (self.ahead() == ",")
        if comma > self.end and self._acts(comma):
            self.closed = True
            return
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

    def _acts(self, start: int) -> bool:
        """Tell whether somebody else acts behind a comma: "With his counterpart, Minister A discussed"."""
        index = self.reader.honorific_at(start, self.stop)
        office = self.reader.office_at(index, self.stop)
        index = self.reader.honorific_at(office.last, self.stop) if office else index
        name = self.reader.read_name(index, self.stop)
        index = name[1] if name else self.stop
        while self.word(index) in ADVERBS:
            index += 1
        if index >= self.stop:
            return False
        verb = self.reader.lexicon.speech.verbs.longest(self.document.folded, index, self.stop)
        return verb is not None and verb[1].form in {Form.PAST, Form.PRESENT}

    def _styled(self) -> None:
        """Step over the comma in "Minister for Trade, Senator the Hon A"."""
        if self.ahead() != ",":
            return
        office = self.reader.office_at(self.end + 1, self.stop)
        sent = self.offices[-1].office is Office.ENVOY or (
            office is not None
            and self.offices[-1].office is Office.DEPUTY_HEAD
            and office.office in _MINISTERS
        )
        if office and (self.is_style(office) or sent) and not office.counterpart and not office.countries:
            after = self.reader.honorific_at(office.last, self.stop)
            if self.reader.read_name(after, self.stop):
                self.end += 1

    def _stacked(self) -> None:
        """Step over the "and" or "/" between two offices of one person."""
        if self.ahead() not in STACKING:
            return
        start = self.end + 1
        found = self.reader.name_at(start, self.stop)
        if found and found[1].kind is NameKind.ADJECTIVE:
            start = found[0]
        office = self.reader.office_at(start, self.stop)
        if not office or office.plural or office.counterpart:
            return
        first, second = self.offices[-1].office, office.office
        if second in _HEADS and first is not Office.ROYAL and self.ahead() == "and":
            return
        after = self.reader.honorific_at(
            office.last + (self.document.folded[office.last : office.last + 1] == (",",)), self.stop
        )
        one = first in _FIRST_OF_TWO and first != second
        if one or self.reader.read_name(after, self.stop) or self.ahead() != "and":
            self.end = start

    def is_style(self, office: OfficePhrase) -> bool:
        """Tell whether an office before a name leaves room for another behind: "Prince", "General"."""
        if office.counterpart or office.office in _STYLES:
            return True
        bare = office.last - office.first == 1
        return bare and office.office is not None and office.office in self.reader.words.styles
