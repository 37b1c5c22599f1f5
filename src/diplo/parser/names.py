"""Personal names: their shape, in every order and with every particle."""

from __future__ import annotations

from diplo.lexicon import Form, Lexicon, NameKind
from diplo.parser.document import Document, ParagraphKind, Sentence
from diplo.parser.grammar import ADVERBS, FUNCTION, MONTHS, WEEKDAYS, is_capitalised
from diplo.parser.honorifics import HonorificReader

_LONGEST_NAME = 9
_TITLE_SHARE = 0.8
_NEVER_PERSONAL = frozenset((NameKind.ORGANISATION, NameKind.ADJECTIVE))


class NameReader(HonorificReader):
    """Reads names in one document."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        """Start before the first sentence."""
        super().__init__(document, lexicon)
        self.title_case = False
        self.opening = 0
        self.surnames: set[str] = set()

    def read_name(self, index: int, stop: int, *, titled: bool = False) -> tuple[int, int] | None:
        """Return the tokens of the name that starts here, without what only follows it."""
        folded, words = self.document.folded, self.document.words
        start = index
        if (
            titled
            and index < stop
            and (style := self.words.royal_styles.longest(folded, index, stop))
            and is_capitalised(words[index])
        ):
            start = index = style[0]
        end = index
        limit = min(stop, start + _LONGEST_NAME)
        while index < limit:
            step = self._name_part(index, start, stop)
            if not step:
                break
            index = step
            if folded[index - 1] not in self.words.particles or is_capitalised(words[index - 1]):
                end = index
        while (
            end > start
            and folded[end - 1] in self.words.post_nominals
            and words[end - 1].isupper()
            and end - start > 1
        ):
            end -= 1
        if end == start or self._is_of_institution(start, end):
            return None
        if end - start == 1 and len(words[start]) == 1:
            return None
        return start, self._suffix(self._given_behind(start, end, stop), stop)

    def _given_behind(self, first: int, last: int, stop: int) -> int:
        """Return the end of "Bae, Ji-won": a family name, a comma and a given name with a hyphen."""
        words = self.document.words
        if last - first != 1 or last + 1 >= stop or words[last] != "," or not words[last + 1][:1].isupper():
            return last
        head, hyphen, tail = words[last + 1].partition("-")
        return last + 2 if hyphen and head.isalpha() and tail.isalpha() and tail.islower() else last

    def _is_of_institution(self, first: int, last: int) -> bool:
        """Tell whether all words of a name are those of bodies and offices: "Central Committee"."""
        words, events = self.words, self.lexicon.places.events
        if self.document.folded[last - 1].endswith(words.noun_endings):
            return True
        return all(
            word in words.portfolio or word in words.bodies_nouns or word in words.modifiers or word in events
            for word in self.document.folded[first:last]
        )

    def _name_part(self, index: int, start: int, stop: int) -> int | None:
        """Return the end of the part of a name at a token, if it can be one."""
        folded, words = self.document.folded, self.document.words
        word, fold = words[index], folded[index]
        if not word[0].isalpha():
            return None
        if index > start and (
            self._is_broken(index) or fold in self.words.suffixes or fold in self.words.never_in_names
        ):
            return None
        following = words[index + 1] if index + 1 < stop else "."
        if fold in self.words.particles and following != "." and (index > start or not is_capitalised(word)):
            return (
                index + 1 if is_capitalised(following) or folded[index + 1] in self.words.particles else None
            )
        if not is_capitalised(word):
            return None
        dotted = index + 2 < stop and words[index + 1] == "."
        if (len(word) == 1 and index + 1 < stop and words[index + 1] == ".") or (
            dotted and fold in self.words.short_names and is_capitalised(words[index + 2])
        ):
            return index + 2
        if "." in word:
            return (
                index + 1
                if index + 1 < stop
                and is_capitalised(words[index + 1])
                and len(word) <= 8
                and not self._known(index, stop)
                else None
            )
        if self._is_blocked(index, start, stop):
            return None
        return index + 1

    def _is_broken(self, index: int) -> bool:
        """Tell whether a line break stands before a token."""
        document = self.document
        end, start = document.end(index - 1), document.starts[index]
        return start > end + 1 and document.text.count("\n", end, start) > 1

    def _known(self, index: int, stop: int) -> bool:
        """Tell whether a known name starts at a token."""
        return self.name_at(index, stop) is not None

    def _is_blocked(self, index: int, start: int, stop: int) -> bool:
        """Tell whether a capitalised word can be no part of a name."""
        fold = self.document.folded[index]
        if fold in WEEKDAYS or (fold in MONTHS and index == start and self._is_dated(index, stop)):
            return True
        if fold in FUNCTION and (index == start or self.title_case):
            return fold not in self.words.short_words or not self._goes_on(index + 1, stop)
        if index > start and self.document.folded[index - 1] in self.words.particles:
            return False
        if fold in self.words.heads and fold not in self.words.heads_in_names:
            return True
        if (
            fold in self.words.deputies
            and self.document.folded[index + 1 : index + 2]
            and (self.document.folded[index + 1] in self.words.heads)
        ):
            return True
        if fold in self.abbreviations and self.document.words[index][-1].isupper():
            return True
        if self.title_case and (self._is_headline_word(index, start, stop) or self._tells_of_meeting(index)):
            return True
        if index > start and (fold in ADVERBS or fold in self.lexicon.encounters.headline_verbs):
            return True
        if fold in self.words.never_names or fold.rpartition("-")[2] in self.words.ordinals:
            return True
        if fold.partition("-")[0] in self.words.portfolio and "-" in fold:
            return True
        if index == self.opening and self._opens_clause(index, stop):
            return True
        found = self.name_at(index, stop)
        if found is None:
            return False
        end, name = found
        if name.kind in _NEVER_PERSONAL:
            return True
        seat = self.document.folded[index - 1] in self.lexicon.places.venue_heads
        if index > start and seat and name.kind is NameKind.CITY:
            return True
        if "-" in self.document.words[index] and name.kind is NameKind.COUNTRY and end == index + 1:
            return True
        if name.kind is NameKind.CITY and fold in self.surnames and self._is_titled(index):
            return False
        if name.kind is NameKind.CITY or "-" in self.document.words[index]:
            return index == start and not self._goes_on(end, stop)
        if name.kind is NameKind.COUNTRY and fold not in self.words.countries_in_names:
            return True
        return index > start or not self._goes_on(end, stop)

    def _is_titled(self, index: int) -> bool:
        """Tell whether an office or an honorific stands right before a word: "Minister Lima"."""
        before = self.document.folded[index - 2] if self.document.folded[index - 1] == "." else ""
        before = before or self.document.folded[index - 1]
        return before in self.words.heads or before in self.words.never_in_names

    def _tells_of_meeting(self, index: int) -> bool:
        """Tell whether a headline goes on with its verb: "Minister Met with"."""
        found = self.lexicon.encounters.verbs.longest(self.document.folded, index, index + 1)
        return found is not None and found[1].form in {Form.PAST, Form.PRESENT}

    def _opens_clause(self, index: int, stop: int) -> bool:
        """Tell whether the first word of a sentence is a participle: "Greeting the guest, he said"."""
        fold = self.document.folded[index]
        verbs = (self.lexicon.encounters.verbs, self.lexicon.speech.verbs, self.lexicon.topics.verbs)
        return fold.endswith("ing") and any(
            table.longest(self.document.folded, index, stop) for table in verbs
        )

    def _is_dated(self, index: int, stop: int) -> bool:
        """Tell a month from a name like it: "14 March SPA", "in April", not "April Smith"."""
        return self.document.folded[index - 1].isdigit() or not self._goes_on(index + 1, stop)

    def _goes_on(self, index: int, stop: int) -> bool:
        """Tell whether a plain name follows: "Israel Katz", "Jordan Bell"."""
        if index >= stop or not is_capitalised(self.document.words[index]):
            return False
        fold = self.document.folded[index]
        unknown = not (
            fold in FUNCTION
            or fold in self.words.heads
            or fold in self.words.portfolio
            or fold in self.words.modifiers
        )
        headline = self.title_case and self._is_headline_word(index, index - 1, stop)
        return unknown and not self._known(index, stop) and not headline

    def _is_headline_word(self, index: int, start: int, stop: int) -> bool:
        """Tell whether a capitalised word is a verb or noun of a headline: "Meets", "Bilateral", "Talks".

        Where a name may start, only inflected verbs are: "Hope" may be somebody's name.
        """
        folded, fold = self.document.folded, self.document.folded[index]
        lexicon = self.lexicon
        told = (lexicon.encounters.headline_verbs, lexicon.speech.headline_verbs, self.words.headline_verbs)
        if any(fold in verbs for verbs in told):
            return True
        if index == start:
            return False
        return (
            fold in self.lexicon.topics.praise
            or fold in self.lexicon.topics.finite
            or self.lexicon.encounters.verbs.longest(folded, index, stop) is not None
            or self.lexicon.encounters.nouns.longest(folded, index, stop) is not None
            or self.lexicon.speech.verbs.longest(folded, index, stop) is not None
        )

    def _suffix(self, end: int, stop: int) -> int:
        """Return the end of a name with its "Jr." or "II"."""
        folded = self.document.folded
        index = end + (end + 1 < stop and folded[end] == ",")
        if index < stop and folded[index] in self.words.suffixes and self.document.words[index][:1].isupper():
            end = index + 1
            if end < stop and folded[end] == "." and folded[index] in self.words.dotted_suffixes:
                end += 1
        return end

    def is_person_shaped(self, first: int, last: int) -> bool:
        """Tell whether a bare name could be a person's: two to five words, none of an institution."""
        words = [word for word in self.document.folded[first:last] if word[0].isalpha()]
        if not 2 <= len(words) <= 6 or any(word in self.words.portfolio for word in words):
            return False
        return (
            words[-1] not in self.lexicon.places.venue_heads and words[-1] not in self.lexicon.places.events
        )

    def is_title_case(self, sentence: Sentence) -> bool:
        """Tell whether a sentence is a headline, where capitals mean little."""
        if self.document.kind(sentence) is ParagraphKind.HEADLINE:
            return True
        words = self.document.words[sentence.first : sentence.last]
        if words[-1] in {".", ";"}:
            capital = all(word[0].isupper() for word in words if len(word) > 3)
            return capital and sum(len(word) > 3 for word in words) > 5
        capitals = [word[0].isupper() for word in words if len(word) > 3]
        return len(capitals) > 3 and sum(capitals) >= _TITLE_SHARE * len(capitals)

    def is_shouting(self, sentence: Sentence) -> bool:
        """Tell whether a sentence is written in capitals only, so that they mean nothing."""
        words = self.document.words[sentence.first : sentence.last]
        shouted = all(word.isupper() for word in words if len(word) > 3)
        return shouted and sum(len(word) > 3 for word in words) > 3
