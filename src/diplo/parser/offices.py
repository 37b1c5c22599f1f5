"""The phrase that names an office: its head, what qualifies it, and for whom it is held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from diplo.lexicon import NameKind
from diplo.model import Office
from diplo.parser.complements import Complement
from diplo.parser.grammar import POSSESSIVE, is_capitalised
from diplo.parser.office_classes import COUNTERPART, OfficeClasses

_LONGEST_LEAD = 8
_OF_COUNTRY = frozenset((NameKind.ADJECTIVE, NameKind.COUNTRY))
_VAGUE = frozenset((Office.OFFICIAL, Office.PRIVATE, Office.MILITARY, Office.ENVOY))


@attrs.frozen
class OfficePhrase:
    """Tokens `[first, last)` that name an office.

    Attributes:
        role: the office in the singular, without its country.
        office: its class; `None` for a counterpart, whose class is that of somebody else.
        countries: codes of the countries it represents; several for a plural office.
        target: code of the country to which it is accredited.
    """

    first: int
    last: int
    role: str
    office: Office | None
    countries: tuple[str, ...] = ()
    organisation: str | None = None
    target: str | None = None
    plural: bool = False
    counterpart: bool = False


class OfficeReader(OfficeClasses):
    """Reads offices in one document."""

    def read_office(self, first: int, stop: int) -> OfficePhrase | None:
        """Read the office whose phrase starts at a token, if one does."""
        head = self._head(first, stop)
        if head is None:
            return None
        folded, words = self.document.folded, self.document.words
        head_end = self._whole_head(head, stop)
        noun = next(
            w for w in reversed(folded[head:head_end]) if w in self.words.heads or w in self.abbreviations
        )
        complement = Complement(self, head_end, stop)
        if self._plain_class(head) == COUNTERPART:
            return self._counterpart(first, head_end, complement)
        role_tokens = folded[first : complement.role_end]
        if complement.countries:
            role_tokens = tuple(w for i, w in enumerate(role_tokens, first) if not self._is_adjective(i))
        plural = any(_singular_of(word) in self.words.heads for word in folded[head:head_end])
        if plural:
            role_tokens = tuple(self._singular(role_tokens))
        office = self.classify(role_tokens, min(head_end - first, len(role_tokens)))
        bare = complement.last == head_end and head == first
        if not words[head][:1].isupper() and office in _VAGUE and bare and not self._is_between_names(head):
            return None
        office = self.in_body(office, noun, role_tokens, complement)
        if complement.abbreviation and office:
            self._abbreviate(complement.abbreviation, office, range(first, complement.role_end))
        role = self.document.phrase(first, complement.role_end)
        if plural:
            behind = role[len(self.document.phrase(first, head_end)) :]
            role = " ".join(self._singular(words[first:head_end])) + behind
        return OfficePhrase(
            first,
            complement.last,
            " ".join(role.split()),
            office,
            complement.countries,
            complement.organisation,
            complement.target,
            plural,
        )

    def _singular(self, words: Sequence[str]) -> Iterator[str]:
        """Yield the words of an office with its heads in the singular: "Director General"."""
        for word in words:
            one = _singular_of(word)
            yield one if one.lower() in self.words.heads else word

    def _abbreviate(self, short: str, office: Office, role: range) -> None:
        """Remember the initials of an office in brackets: "Minister of State (MOS) A", then "MOS A"."""
        words = self.document.words[role.start : role.stop]
        initials = "".join(word[0] for word in words)
        capitals = "".join(letter for letter in initials if letter.isupper())
        fits = initials.upper().startswith(short.upper()) or capitals.startswith(short.upper())
        if fits and short.lower() not in self.words.modifiers:
            self.abbreviations.setdefault(short.lower(), office.value)

    def _is_between_names(self, head: int) -> bool:
        """Tell whether a head in lower case stands between a body or country and a name: "UN envoy A"."""
        words = self.document.words[max(0, head - 1) : head + 2]
        if len(words) <= 2 or not is_capitalised(words[2]):
            return False
        return is_capitalised(words[0]) or self.document.folded[head - 1] in POSSESSIVE

    def _is_adjective(self, index: int) -> bool:
        """Tell whether the adjective of a country stands at a token."""
        found = self.name_at(index, index + 1)
        return found is not None and found[1].kind in _OF_COUNTRY

    def _head(self, first: int, stop: int) -> int | None:
        """Return the index of the head noun of an office that starts at `first`."""
        folded, words, vocabulary = self.document.folded, self.document.words, self.words
        capitalised = words[first][:1].isupper()
        for index in range(first, min(stop, first + _LONGEST_LEAD)):
            word = folded[index]
            if word in vocabulary.heads and not self._only_modifies(index, stop):
                if folded[first] == "under" and not word.startswith("secretar"):
                    return None
                royal = vocabulary.heads[word] == Office.ROYAL
                if royal and not vocabulary.royal_leads.issuperset(folded[first:index]):
                    return None
                return index if self._is_office_word(index) else None
            if word in self.abbreviations and words[index][-1].isupper():
                return index
            if word in vocabulary.modifiers or word in vocabulary.portfolio:
                if capitalised and not words[index][:1].isupper():
                    return None
                continue
            joined = word in {"and", "&"} and index > first and index + 1 < stop
            if joined and words[index - 1][:1].isupper() and words[index + 1][:1].isupper():
                continue
            return None
        return None

    def _only_modifies(self, index: int, stop: int) -> bool:
        """Tell whether a head noun here qualifies another: "Deputy" before "Minister"."""
        folded = self.document.folded
        qualifies = folded[index] in self.words.modifiers or folded[index] in self.words.portfolio
        if index + 1 >= stop or not qualifies:
            return False
        tail = self.words.head_tails.longest(folded, index + 1, stop)
        following = folded[tail[0] if tail and tail[0] < stop else index + 1]
        return (
            following in self.words.heads
            or following in self.words.portfolio
            or following in self.words.modifiers
        )

    def _is_office_word(self, index: int) -> bool:
        """Tell a lower-case head apart from a common word or a verb: "to head", "a peer"."""
        if self.document.words[index][:1].isupper():
            return True
        folded = self.document.folded
        if self.words.heads[folded[index]] == COUNTERPART:
            return True
        before = folded[index - 1] if index else ""
        return before not in self.words.no_office_after or folded[index] in self.words.surely_offices

    def _plain_class(self, index: int) -> str:
        """Return the class of a head noun when no title says more."""
        word = self.document.folded[index]
        return self.words.heads.get(word) or self.abbreviations[word]

    def _whole_head(self, head: int, stop: int) -> int:
        """Return the end of a head of several words: "Secretary General", "Chief Executive Officer"."""
        folded, words = self.document.folded, self.document.words
        end = head + 1
        for index in range(head + 1, min(stop, head + 4)):
            if is_capitalised(words[index]) != is_capitalised(words[head]):
                break
            if folded[index] in self.words.heads and folded[index] not in self.words.heads_alone:
                end = index + 1
            elif folded[index] not in self.words.modifiers:
                break
        tail = self.words.head_tails.longest(folded, end, stop) if end < stop else None
        if tail:
            end = tail[0]
        return end

    def _counterpart(self, first: int, last: int, complement: Complement) -> OfficePhrase:
        """Read "Russian counterpart", "colleague from X": the office is inherited."""
        noun = self.document.folded[last - 1]
        countries, end = (complement.countries, complement.last) if complement.countries else ((), last)
        return OfficePhrase(first, end, "", None, countries, plural=noun.endswith("s"), counterpart=True)


def _singular_of(word: str) -> str:
    """Return the singular of a noun in the plural, "" for any other word."""
    return word[:-3] + "y" if word.endswith("ies") else word[:-1] if word.endswith("s") else ""
