"""Where an undertaking ends: with its clause, or with the list that it opens."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from diplo.lexicon import Form
from diplo.parser.acts import STANDING, TRAILING, ActReader
from diplo.parser.document import Sentence
from diplo.parser.floor import Utterance, is_item
from diplo.parser.grammar import DETERMINERS, FUTURE

_SUBJECTS = frozenset(("he", "she", "they", "i", "we"))


class EndReader(ActReader):
    """Finds the ends of acts in one document."""

    def clause_end(self, index: int, sentence: Sentence, speaker: Utterance | None) -> int:
        """Return where an undertaking ends: with its clause."""
        last = sentence.last
        if speaker and speaker.before and index < speaker.before[1]:
            last = speaker.before[1]
        elif speaker and index < speaker.last:
            last = speaker.last
        for place in range(index + 1, last - 1):
            if self.folded[place] == ";" or (
                self.folded[place] in {",", "and"} and self.new_clause(place + 1, last, sentence)
            ):
                last = place
                break
        while last > index + 1 and self.folded[last - 1] in TRAILING:
            last -= 1
        return self.with_list(last, sentence)

    def without_relative(self, first: int, last: int) -> int:
        """Return where ", which opens a new chapter" starts at the end of what was signed."""
        folded = self.folded
        return next((i for i in range(first, last - 1) if folded[i : i + 2] == (",", "which")), last)

    def with_list(self, last: int, sentence: Sentence) -> int:
        """Return the end of the list that a colon at the end of an undertaking opens."""
        if last < sentence.last - 1 or self.folded[sentence.last - 1] != ":":
            return last
        sentences = self.document.sentences
        number = bisect_right(sentences, sentence.first, key=attrgetter("first"))
        mark = None
        while number < len(sentences) and is_item(number, self.document):
            following = sentences[number]
            found = self._mark(following)
            if mark is not None and found != mark:
                break
            mark, last, number = found, following.last, number + 1
        while self.folded[last - 1] in TRAILING:
            last -= 1
        return last

    def _mark(self, sentence: Sentence) -> tuple[str, ...]:
        """Return the mark before a list item, its number or letter left out."""
        first = self.document.paragraphs[sentence.paragraph].first
        return tuple("#" if mark.isalnum() else mark for mark in self.folded[first : sentence.first])

    def new_clause(self, index: int, last: int, sentence: Sentence) -> bool:
        """Tell whether another speaker, promise or verb of saying starts at a token."""
        folded = self.folded
        if folded[index] in {"and", "which"} and index + 1 < last:
            index += 1
        if folded[index] == "that" or folded[index] in _SUBJECTS or folded[index] in FUTURE:
            return True
        index = self.skip(index, last)
        if folded[index] in STANDING:
            behind = self.skip_adverbs(index + 1, sentence)
            return behind < last and folded[behind] in self.words.ready
        cue = self.lexicon.speech.verbs.longest(folded, index, last)
        if cue and cue[1].form is Form.PARTICIPLE:
            return cue[1].lemma not in self.lexicon.speech.never_participles
        told = folded[index].endswith("ed") and index + 1 < last and folded[index + 1] in DETERMINERS
        if told and folded[index - 1] == "and":
            return True
        met = self.lexicon.encounters.verbs.longest(folded, index, last)
        if (met and met[1].form is Form.PAST) or (cue and cue[1].form is Form.PAST):
            return True
        return any(word in FUTURE for word in folded[index + 1 : index + 2])
