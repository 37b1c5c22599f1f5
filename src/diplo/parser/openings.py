"""What opens a clause of saying: a verb in one of its forms, with the subject that it takes."""

from __future__ import annotations

from collections.abc import Sequence

from diplo.lexicon import Cue, Form
from diplo.parser.document import Sentence
from diplo.parser.grammar import ADVERBS, BE, MONTHS, PREPOSITIONS, WEEKDAYS
from diplo.parser.subjects import Subject
from diplo.parser.verb_subjects import Opening, VerbSubjectReader

_CALLED = frozenset(("to", "for"))
_LONGEST_CUE = 8
_REACH_OF_CALL = 16


class OpeningReader(VerbSubjectReader):
    """Finds the verbs of saying that have a subject."""

    def spoken(self, index: int, sentence: Sentence, found: Sequence[Opening]) -> Opening | None:
        """Read a verb of saying with its subject; `None` when it is no verb of saying here."""
        cue = self._cue(index, sentence)
        if cue is None or self._is_visit(cue[0], cue[1], sentence):
            return None
        following = self.document.folded[cue[0]] if cue[0] < sentence.last else ""
        if cue[1].form is Form.PAST and (
            following == "by"
            or (following in BE and cue[1].value == "discuss")
            or (cue[1].lemma == "study" and following in PREPOSITIONS)
        ):
            return None
        on_a_day = self.document.folded[cue[0] - 1] == "on" and following in WEEKDAYS | MONTHS
        if on_a_day:
            return None
        light = cue[1].lemma in self.lexicon.speech.light_only and cue[1].form is Form.PAST
        if light and not self._starts_phrase(cue[0], sentence):
            return None
        inverted = self._speaker_behind(index, cue[0], cue[1], sentence)
        if inverted:
            return inverted
        subject = self.subject_of(index, cue[1], sentence, found)
        return Opening(index, cue[0], cue[1], subject) if subject else None

    def _speaker_behind(self, verb: int, first: int, cue: Cue, sentence: Sentence) -> Opening | None:
        """Read '", said the Minister.': the speaker stands behind the verb."""
        if verb == sentence.first or cue.form not in {Form.PAST, Form.PRESENT}:
            return None
        person = self.person_of.get(self.person_start(first))
        if person is None or self.document.folded[verb - 1] not in {",", '"', "”"}:
            return None
        return Opening(verb, sentence.last, cue, Subject(verb, (person,)))

    def _cue(self, index: int, sentence: Sentence) -> tuple[int, Cue] | None:
        """Return the longest verb phrase at a token, an adverb inside of it left out."""
        folded, verbs = self.document.folded, self.lexicon.speech.verbs
        cue = verbs.longest(folded, index, sentence.last)
        if cue is not None or index + 2 >= sentence.last or folded[index] not in verbs.firsts:
            return cue
        comma = folded[index + 1] == ","
        turn = self.lexicon.speech.inserted.longest(folded, index + 1 + comma, sentence.last)
        after = turn[0] + comma if turn else index + 2
        if not turn and folded[index + 1] not in ADVERBS and not folded[index + 1].endswith("ly"):
            return None
        words = (folded[index], *folded[after : index + _LONGEST_CUE])
        apart = verbs.longest(words, 0, len(words))
        return (after - 1 + apart[0], apart[1]) if apart else None

    def _starts_phrase(self, index: int, sentence: Sentence) -> bool:
        """Tell whether an object follows, and not the noun that a participle qualifies."""
        word = self.document.folded[index] if index < sentence.last else ""
        if index >= sentence.last:
            return False
        noun = self.lexicon.speech.nouns.longest(self.document.folded, index, sentence.last)
        if noun or index in self.person_of or index in self.names_at:
            return True
        return word in self.lexicon.topics.determiners or word in {"to", "on", "him", "them", "with"}

    def _is_visit(self, first: int, cue: Cue, sentence: Sentence) -> bool:
        """Tell whether "called on" is a visit: nobody is called on to act."""
        if cue.lemma not in self.lexicon.topics.calling_on:
            return False
        return not _CALLED.intersection(
            self.document.folded[first : min(sentence.last, first + _REACH_OF_CALL)]
        )
