"""Who is the subject of a verb of saying, by the form of the verb."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from diplo.lexicon import Cue, Form
from diplo.parser.document import Sentence
from diplo.parser.grammar import ADVERBS, AUXILIARIES, BE, DETERMINERS, PREPOSITIONS, RELATIVES
from diplo.parser.subjects import Side, Subject, SubjectReader

_HAVE = frozenset(("has", "have", "had", "did", "having"))
_QUOTES = frozenset(('"', "“"))
_BETWEEN = ADVERBS | _HAVE | _QUOTES
_JOINING = frozenset(("and", ",", "&", ";", "but"))
_BEFORE_PARTICIPLE = frozenset((",", "while", "when", "by"))
_OPENING_TIMES = frozenset(("after", "while", "when", "besides"))
_REACH_OF_OPENER = 16
_LONGEST_INSERTION = 4


@attrs.frozen
class Opening:
    """A verb of saying, the first token of what is said, and who is the subject.

    Attributes:
        before: tokens of what is said, when it stands before a passive verb.
    """

    verb: int
    first: int
    cue: Cue
    subject: Subject
    before: tuple[int, int] | None = None


class VerbSubjectReader(SubjectReader):
    """Finds the subjects of verbs in one document."""

    def subject_of(self, verb: int, cue: Cue, sentence: Sentence, found: Sequence[Opening]) -> Subject | None:
        """Return the subject of a verb, by the form of the verb."""
        folded = self.document.folded
        end = verb
        while end > sentence.first and folded[end - 1] in _BETWEEN:
            end -= 1
        end = self._before_insertion(end, sentence)
        previous = folded[end - 1] if end > sentence.first else ""
        if cue.form is Form.PARTICIPLE:
            never = cue.lemma in self.lexicon.speech.never_participles and previous not in BE
            if never and not self.ends_in_both(end, sentence):
                return None
            return self._of_participle(verb, end, previous, cue, sentence, found)
        if cue.form is Form.BASE:
            return self._of_infinitive(verb, end, previous, cue, sentence, found)
        if previous in AUXILIARIES and not cue.lemma.startswith("be "):
            return None
        return self._finite(verb, end, previous, cue, sentence, found)

    def _before_insertion(self, end: int, sentence: Sentence) -> int:
        """Step back over "at the same time" between a joint and its verb."""
        folded = self.document.folded
        for start in range(max(sentence.first + 1, end - _LONGEST_INSERTION), end):
            found = self.lexicon.speech.inserted.longest(folded, start, end)
            if found and found[0] == end and folded[start - 1] in _JOINING:
                return start
        return end

    def _of_participle(
        self, verb: int, end: int, previous: str, cue: Cue, sentence: Sentence, found: Sequence[Opening]
    ) -> Subject | None:
        """Read ", stressing": the subject is that of the clause before, or of the one to come."""
        folded = self.document.folded
        if previous in BE and end - 1 > sentence.first:
            subject = self.named_subject(end - 1, sentence)
            if subject and not found and cue.lemma in self.lexicon.speech.progressive:
                return subject
            if not subject or not found:
                return None
            return self._embedded(attrs.evolve(subject, embedded=True), sentence, found)
        person = self.people_before(end)
        if self.ends_in_both(end, sentence):
            return Subject(end, side=Side.BOTH, shared=True)
        if person[0] and (folded[person[1] - 1] in {"with", "while"} or cue.value == "invite"):
            return Subject(person[1], person[0], None if len(person[0]) == 1 else Side.BOTH)
        if end - 1 == sentence.first and previous in _OPENING_TIMES:
            return Subject(end, side=Side.NOBODY, shared=True)
        joined = previous == "and" and folded[end - 2] == ","
        earlier = next((o for o in reversed(found) if o.cue.form is Form.PARTICIPLE), None)
        if joined and earlier:
            return attrs.evolve(earlier.subject, first=end, shared=True)
        if (
            previous in _BEFORE_PARTICIPLE
            or (previous == "and" and found and found[-1].cue.form is Form.PARTICIPLE)
            or folded[end - 2 : end] == ("addition", "to")
        ):
            if found:
                return self._shared(found[-1].subject, end)
            people = self.people_in(sentence, verb)
            if people and previous in {",", "by", "while", "when"}:
                return Subject(end, people[:1], shared=True)
            together = previous == "," and self._opens_with_talks(sentence)
            return Subject(end, side=Side.BOTH, shared=True) if together else None
        if verb == sentence.first:
            return Subject(verb, side=Side.NOBODY, shared=True)
        return None

    def ends_in_both(self, end: int, sentence: Sentence) -> bool:
        """Tell whether ", the two" stands before a participle: "the two addressing trade"."""
        both, folded = self.lexicon.speech.both, self.document.folded
        comma = max((i for i in range(sentence.first, end) if folded[i] == ","), default=end)
        found = both.longest(folded, comma + 1, end) if comma + 1 < end else None
        return found is not None and found[0] == end

    def _opens_with_talks(self, sentence: Sentence) -> bool:
        """Tell whether a sentence starts with both sides or their talks: "The talks were open, ..."."""
        folded, first = self.document.folded, sentence.first
        return (
            self.lexicon.speech.both.longest(folded, first, sentence.last) is not None
            or folded[first + (folded[first] == "the")] in self.lexicon.speech.events
        )

    def _of_infinitive(
        self, verb: int, end: int, previous: str, cue: Cue, sentence: Sentence, found: Sequence[Opening]
    ) -> Subject | None:
        """Read "met with X to discuss", "took the occasion to thank", "we support"."""
        folded = self.document.folded
        if previous == "to":
            return self._of_purpose(verb, end, cue, sentence, found)
        if end < verb and folded[end] == "both":
            return Subject(end, side=Side.BOTH)
        if previous == "and" and found and found[-1].cue.form is Form.BASE:
            return attrs.evolve(found[-1].subject, first=end)
        name = self.names.get(end)
        if name is not None and folded[name.first - 1] == "and":
            return Subject(end, side=Side.BOTH)
        if previous in self.lexicon.speech.plural_subjects:
            return self._finite(verb, end, previous, cue, sentence, found)
        return None

    def _of_purpose(
        self, verb: int, end: int, cue: Cue, sentence: Sentence, found: Sequence[Opening]
    ) -> Subject | None:
        """Return who met "to discuss", or who "took the occasion to thank"."""
        folded = self.document.folded
        before = folded[end - 2] if end - 2 >= sentence.first else ""
        if before in self.lexicon.speech.openers:
            reach = range(max(sentence.first + 1, end - _REACH_OF_OPENER), end - 1)
            named = (self.named_subject(place, sentence) for place in reach)
            return next((attrs.evolve(s, first=s.first) for s in named if s), None)
        if before == "and" and found and found[-1].cue.form is Form.BASE:
            return attrs.evolve(found[-1].subject, first=end - 1)
        if found and (found[-1].cue.form is not Form.BASE or before != ","):
            return None
        people = self._met(sentence, verb)
        if not people:
            return None
        both = cue.value == "discuss"
        return Subject(end - 1, () if both else people[:1], Side.BOTH if both else None)

    def _met(self, sentence: Sentence, verb: int) -> tuple[int, ...]:
        """Return the people named before a token in a sentence that tells of a meeting."""
        return self.people_in(sentence, verb) if self.is_meeting(sentence, verb) else ()

    def people_in(self, sentence: Sentence, verb: int) -> tuple[int, ...]:
        """Return the people named in a sentence before a token."""
        people = (self.person_at(token) for token in range(sentence.first + 1, verb))
        return tuple(dict.fromkeys(person for person in people if person is not None))

    def _finite(
        self, verb: int, end: int, previous: str, cue: Cue, sentence: Sentence, found: Sequence[Opening]
    ) -> Subject | None:
        """Return the subject of a finite verb, which stands before it or is that of the clause before."""
        if previous in DETERMINERS or (previous in PREPOSITIONS and cue.form is Form.PRESENT):
            return None
        if not previous and (end == verb or self.document.folded[end] in self.lexicon.speech.groups):
            tweeted = cue.form is Form.PAST and cue.value == "discuss"
            return Subject(end, side=Side.BOTH) if end < verb or tweeted else None
        if previous in RELATIVES:
            return self._of_relative(end, previous, cue)
        subject = self.named_subject(end, sentence, cue)
        if subject:
            return self._embedded(subject, sentence, found)
        if found and self.document.folded[end - 3 : end] == ("as", "well", "as"):
            return self._shared(found[-1].subject, end - 2)
        if previous in _JOINING and found:
            after_comma = (
                previous != "," or self.document.folded[end - 2] in _JOINING or verb - found[-1].first > 1
            )
            return self._shared(found[-1].subject, end) if after_comma else None
        if previous in _JOINING:
            people = self._met(sentence, verb)
            if people or self.is_meeting(sentence, verb):
                return Subject(end, people[:1])
            return self.noun_subject(end - 1, sentence) if previous == "," and cue.lemma else None
        subject = self.noun_subject(end, sentence) if cue.lemma else None
        if subject is None or (found and subject.first <= found[-1].first < end):
            return None
        return self._embedded(subject, sentence, found)

    @staticmethod
    def _shared(subject: Subject, first: int) -> Subject:
        """Return the subject of the clause before, for a verb that is joined to it."""
        known = bool(subject.people or subject.side or subject.country)
        return attrs.evolve(subject, first=first, pronoun=subject.pronoun and not known, shared=True)

    def _of_relative(self, end: int, previous: str, cue: Cue) -> Subject | None:
        """Read "B, who briefed her on": the person before is the speaker."""
        if previous != "who" or not cue.lemma:
            return None
        place = end - 1 - (self.document.folded[end - 2] == ",")
        people, _ = self.people_before(place)
        return Subject(end - 1, people) if len(people) == 1 else None

    def _embedded(self, subject: Subject, sentence: Sentence, found: Sequence[Opening]) -> Subject:
        """Give a subject in reported speech the speaker of the speech: "adding that we thank"."""
        folded = self.document.folded
        before = folded[subject.first - 1] if subject.first > sentence.first else ""
        speaker = found[-1].subject if found else None
        if speaker is None or speaker.side:
            return subject
        we = before == "and" and speaker.embedded and folded[subject.first] == "we"
        if not (before == "that" or we or subject.first == found[-1].first):
            return subject
        if subject.people and subject.people != speaker.people:
            return subject
        return attrs.evolve(
            subject,
            people=speaker.people,
            side=None,
            country=subject.country or speaker.country,
            embedded=True,
        )
