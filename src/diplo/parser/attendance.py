"""Who was there without being one of those who met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplo.parser.document import ParagraphKind, Sentence
from diplo.parser.triggers import TriggerReader

_ITEM_LEAD = 2
_COLON_REACH = 3
_MARKER_REACH = 7
_SUBJECT_REACH = 4


class AttendanceReader(TriggerReader):
    """Reads the lists of those present in one document."""

    def attendees(
        self, sentences: Sequence[int], visitor: int | None = None
    ) -> Iterator[tuple[int, int | None]]:
        """Yield the people in lists of those present, each with the one whom they accompanied, if anybody.

        `visitor`: who is meant by "the guest was accompanied by".
        """
        for number in sentences:
            sentence = self.document.sentences[number]
            start = self.attendance_start(sentence)
            if self.is_fronted(sentence):
                comma = self.end_of_front(sentence, sentence.last)
                fronted = self.present(number, sentence, sentence.first, comma)
                yield from ((person, None) for person in fronted)
            if start == sentence.last:
                continue
            whole = self._is_list_before(number, start, sentence)
            host = self._accompanied(number, start)
            if host is None and not self.words.guests.isdisjoint(self.folded[sentence.first : start]):
                host = visitor
            for person in self.listed_from(number, sentence.first if whole else start):
                if not (whole and person == host):
                    yield person, host
            if ":" in self.folded[max(sentence.first, sentence.last - _COLON_REACH) : sentence.last]:
                for item in self._items(number + 1):
                    for person in self.listed_from(item, self.document.sentences[item].first):
                        yield person, None

    def is_of_all(self, number: int) -> bool:
        """Tell whether a sentence lists those present at all encounters: "Present at both meetings were"."""
        sentence = self.document.sentences[number]
        start = self.attendance_start(sentence)
        if start < sentence.first + _SUBJECT_REACH and self.folded[start - 1] in self.words.gatherings:
            return True
        marker = self.folded[start : min(sentence.last, start + _MARKER_REACH)]
        both = any(word in self.words.all_of_them for word in marker)
        return both and any(word in self.words.gatherings for word in marker)

    def _accompanied(self, number: int, marker: int) -> int | None:
        """Return whom "A was accompanied by B" or "B accompanied A" says to have come with company."""
        if self.folded[marker] not in self.words.accompanying:
            return None
        by = self.folded[marker + 1] == "by"
        mentions = [i for i in self.by_sentence.get(number, ()) if (self.people[i].first < marker) is by]
        return self.entities.of_mention[mentions[-1 if by else 0]] if mentions else None

    def listed_from(self, number: int, start: int) -> Iterator[int]:
        """Yield the named people of a sentence from a token on."""
        sentence = self.document.sentences[number]
        for index in self.by_sentence.get(number, ()):
            mention, person = self.people[index], self.entities.of_mention[index]
            if person is None or mention.first < start or mention.name is None:
                continue
            if not self.is_absent(mention, sentence):
                yield person

    def _items(self, number: int) -> Iterator[int]:
        """Yield the sentences of the list that a colon opens."""
        while number < len(self.document.sentences):
            sentence = self.document.sentences[number]
            marked = sentence.first > self.document.paragraphs[sentence.paragraph].first
            if not marked and self.document.kind(sentence) is not ParagraphKind.ITEM:
                return
            first = next((self.people[index].first for index in self.by_sentence.get(number, ())), None)
            if first is None or first > sentence.first + _ITEM_LEAD:
                return
            yield number
            number += 1

    def _is_list_before(self, number: int, start: int, sentence: Sentence) -> bool:
        """Tell whether the list stands before its verb: "A, B and C also took part in the meeting"."""
        found = self.words.attendance.longest(self.folded, start, sentence.last)
        if found is None:
            return False
        places = [self.people[index].first for index in self.by_sentence.get(number, ())]
        if self.folded[found[0] - 1] in self.words.list_openers:
            return not any(place >= found[0] for place in places)
        return any(place < start for place in places)
