"""Sentences cut into clauses of saying: who, which verb, and what is said."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from diplo.lexicon import Cue, Form
from diplo.parser.document import Sentence
from diplo.parser.grammar import ADVERBS, AUXILIARIES, RELATIVES
from diplo.parser.subjects import Side, Subject, SubjectReader

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_JOINING = frozenset(("and", ",", "&", ";", "but"))
_TRAILING = frozenset(
    (
        ",",
        "and",
        "while",
        "with",
        ";",
        "but",
        ".",
        "where",
        "as",
        "—",
        "–",
        "-",
        "when",
        "by",
        "in",
        "also",
        "”",
        '"',
        "whereas",
        "’",
    )
)


@attrs.frozen
class Clause:
    """A verb of saying with its subject and what it governs.

    Attributes:
        sentence: index of the sentence.
        verb: first token of the verb.
        first: first token of what is said.
        last: end of the clause.
        before: tokens of what is said, when it stands before a passive verb.
    """

    sentence: int
    verb: int
    first: int
    last: int
    cue: Cue
    subject: Subject
    before: tuple[int, int] | None = None


class ClauseReader(SubjectReader):
    """Cuts the sentences of one document into clauses."""

    def clauses(self, number: int) -> list[Clause]:
        """Return the clauses of a sentence, in the order of the text."""
        sentence = self.document.sentences[number]
        found: list[tuple[int, int, Cue, Subject, tuple[int, int] | None]] = []
        index = sentence.first
        while index < sentence.last:
            if index in self.inside:
                index += 1
                continue
            passive = self._passive(index, sentence, found)
            if passive:
                found.append(passive)
                index = passive[1]
                continue
            cue = self.lexicon.speech.verbs.longest(self.document.folded, index, sentence.last)
            subject = self._subject_of(index, cue[1], sentence, found) if cue else None
            if cue and subject:
                found.append((index, cue[0], cue[1], subject, None))
            index = cue[0] if cue and subject else index + 1
        return [self._closed(number, sentence, found, place) for place in range(len(found))]

    def _closed(
        self,
        number: int,
        sentence: Sentence,
        found: Sequence[tuple[int, int, Cue, Subject, tuple[int, int] | None]],
        place: int,
    ) -> Clause:
        """Return one clause with its end: where the next one starts, without what joins them."""
        verb, first, cue, subject, before = found[place]
        last = sentence.last
        if place + 1 < len(found):
            following = found[place + 1]
            last = following[4][0] if following[4] else following[3].first
        folded = self.document.folded
        while last > first and (
            folded[last - 1] in _TRAILING or folded[last - 2 : last] in {("addition", "to"), ("well", "as")}
        ):
            last -= 2 if folded[last - 2 : last] in {("addition", "to"), ("well", "as")} else 1
        return Clause(number, verb, first, max(first, last), cue, subject, before)

    def _passive(
        self,
        index: int,
        sentence: Sentence,
        found: Sequence[tuple[int, int, Cue, Subject, tuple[int, int] | None]],
    ) -> tuple[int, int, Cue, Subject, tuple[int, int] | None] | None:
        """Read "it was noted that X" and "X were discussed"."""
        folded, speech = self.document.folded, self.lexicon.speech
        after = speech.passive_after.longest(folded, index, sentence.last)
        nobody = Subject(index, side=Side.NOBODY)
        if after:
            act = (
                "agree"
                if "agreed" in after[1]
                else "discuss"
                if "discuss" in after[1] or "exchange" in after[1] or "attention" in after[1]
                else "affirm"
            )
            return index, after[0], Cue(act, after[1], Form.PAST), nobody, None
        before = speech.passive_before.longest(folded, index, sentence.last)
        if before:
            start = max([sentence.first, *(f[1] for f in found)])
            return index, before[0], Cue("discuss", "discuss", Form.PAST), nobody, (start, index)
        return None

    def _subject_of(
        self,
        verb: int,
        cue: Cue,
        sentence: Sentence,
        found: Sequence[tuple[int, int, Cue, Subject, tuple[int, int] | None]],
    ) -> Subject | None:
        """Return the subject of a verb; `None` when it is no verb of saying here."""
        folded = self.document.folded
        end = verb
        while end > sentence.first and (
            folded[end - 1] in ADVERBS or folded[end - 1] in {"has", "have", "had", "did"}
        ):
            end -= 1
        previous = folded[end - 1] if end > sentence.first else ""
        if cue.form is Form.PARTICIPLE:
            if cue.lemma in self.lexicon.speech.never_participles and previous not in _BE:
                return None
            return self._of_participle(verb, end, previous, sentence, found)
        if cue.form is Form.BASE:
            return self._of_infinitive(verb, end, previous, sentence, found)
        if previous in AUXILIARIES and not cue.lemma.startswith("be "):
            return None
        return self._finite(verb, end, previous, cue, sentence, found)

    def _of_participle(
        self,
        verb: int,
        end: int,
        previous: str,
        sentence: Sentence,
        found: Sequence[tuple[int, int, Cue, Subject, tuple[int, int] | None]],
    ) -> Subject | None:
        """Read ", stressing": the subject is that of the clause before, or of the one to come."""
        folded = self.document.folded
        if previous in _BE and end - 1 > sentence.first:
            subject = self.named_subject(end - 1, sentence)
            return (
                self._embedded(attrs.evolve(subject, embedded=True), sentence, found)
                if subject and found
                else None
            )
        if (
            previous in {",", "while", "when", "by"}
            or (previous == "and" and found and found[-1][2].form is Form.PARTICIPLE)
            or folded[end - 2 : end] == ("addition", "to")
        ):
            if not found:
                return None
            return attrs.evolve(found[-1][3], first=end, pronoun=False, shared=True)
        if verb == sentence.first:
            return Subject(verb, side=Side.NOBODY, shared=True)
        return None

    def _of_infinitive(
        self,
        verb: int,
        end: int,
        previous: str,
        sentence: Sentence,
        found: Sequence[tuple[int, int, Cue, Subject, tuple[int, int] | None]],
    ) -> Subject | None:
        """Read "met with X to discuss", and "we support": a base form after a purpose or a plural."""
        if previous == "to" and not found and self.is_meeting(sentence, verb):
            people = [p for p in (self.person_at(i) for i in range(sentence.first, verb)) if p is not None]
            if self.lexicon.speech.verbs.longest(self.document.folded, verb, sentence.last) and people:
                both = self.document.folded[verb] in {
                    "discuss",
                    "review",
                    "address",
                    "exchange",
                    "examine",
                    "explore",
                    "talk",
                    "consider",
                }
                return Subject(end - 1, () if both else (people[0],), Side.BOTH if both else None)
        if previous == "and" and found and found[-1][2].form is Form.BASE:
            return attrs.evolve(found[-1][3], first=end)
        name = self.names.get(end)
        paired = name is not None and self.document.folded[name.first - 1] == "and"
        if previous in {"we", "they", "sides", "leaders", "ministers", "both"} or paired:
            if paired:
                return Subject(end, side=Side.BOTH)
            return self._finite(verb, end, previous, Cue("", "", Form.PRESENT), sentence, found)
        return None

    def _finite(
        self,
        verb: int,
        end: int,
        previous: str,
        cue: Cue,
        sentence: Sentence,
        found: Sequence[tuple[int, int, Cue, Subject, tuple[int, int] | None]],
    ) -> Subject | None:
        """Return the subject of a finite verb, which stands before it or is that of the clause before."""
        if previous in RELATIVES:
            return None
        subject = self.named_subject(end, sentence, cue)
        if subject:
            return self._embedded(subject, sentence, found)
        if previous in _JOINING and found:
            after_comma = (
                previous != "," or self.document.folded[end - 2] in _JOINING or verb - found[-1][1] > 1
            )
            return attrs.evolve(found[-1][3], first=end, pronoun=False, shared=True) if after_comma else None
        if previous in _JOINING and self.is_meeting(sentence, verb):
            people = tuple(
                dict.fromkeys(
                    p for p in (self.person_at(i) for i in range(sentence.first, verb)) if p is not None
                )
            )
            return Subject(end, people[:1])
        return None

    def _embedded(
        self,
        subject: Subject,
        sentence: Sentence,
        found: Sequence[tuple[int, int, Cue, Subject, tuple[int, int] | None]],
    ) -> Subject:
        """Give a subject in reported speech the speaker of the speech: "adding that we thank"."""
        before = self.document.folded[subject.first - 1] if subject.first > sentence.first else ""
        we = (
            before == "and"
            and bool(found)
            and found[-1][3].embedded
            and self.document.folded[subject.first] == "we"
        )
        if found and not found[-1][3].side and (before == "that" or we or subject.first == found[-1][1]):
            speaker = found[-1][3]
            if not subject.people or subject.people == speaker.people:
                return attrs.evolve(
                    subject,
                    people=speaker.people,
                    side=None,
                    country=subject.country or speaker.country,
                    embedded=True,
                )
        return subject
