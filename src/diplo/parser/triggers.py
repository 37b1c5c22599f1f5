"""The verbs that report an encounter, with the people whom they join."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplo.lexicon import Cue, Form, Lexicon
from diplo.model import MeetingFormat
from diplo.parser.document import Document, ParagraphKind, Sentence
from diplo.parser.entities import Entities
from diplo.parser.grammar import ADVERBS
from diplo.parser.mentions import Mentions, PersonMention

_WEAK = frozenset(
    (
        "welcome",
        "visit",
        "join",
        "host",
        "call on",
        "call",
        "greet",
        "sign",
        "take part in",
        "talk to",
        "talk with",
        "engage with",
        "convene",
        "exchange messages with",
    )
)
_ABSENCE_REACH = 5
_OPENING = 3


@attrs.frozen
class Trigger:
    """A verb that reports an encounter, with those it joins."""

    sentence: int
    token: int
    lemma: str
    format: MeetingFormat
    parties: tuple[int, ...]


class TriggerReader:
    """Finds verbs of meeting in one document."""

    def __init__(self, document: Document, mentions: Mentions, entities: Entities, lexicon: Lexicon) -> None:
        """Index the mentions by sentence."""
        self.document, self.people, self.entities, self.lexicon = document, mentions.people, entities, lexicon
        self.by_sentence: dict[int, list[int]] = {}
        for index, mention in enumerate(mentions.people):
            self.by_sentence.setdefault(mention.sentence, []).append(index)

    def triggers(self) -> Iterator[Trigger]:
        """Yield the verbs of meeting that report something done, with the people around them."""
        for number, sentence in enumerate(self.document.sentences):
            if number > _OPENING and not self.by_sentence.get(number):
                continue
            parties = None
            for token, cue in self.verbs(sentence):
                if not self.is_reported(token, sentence, cue):
                    continue
                if parties is None:
                    parties = tuple(self.parties(number, sentence))
                if not parties and number + 1 < len(self.document.sentences):
                    parties = tuple(self.parties(number + 1, self.document.sentences[number + 1]))
                    parties = parties if len(parties) > 1 else ()
                if parties:
                    yield Trigger(number, token, cue.lemma, MeetingFormat(cue.value), parties)

    def verbs(self, sentence: Sentence) -> Iterator[tuple[int, Cue]]:
        """Yield the verbs of meeting of a sentence."""
        folded, verbs = self.document.folded, self.lexicon.encounters.verbs
        index = sentence.first
        while index < sentence.last:
            found = (
                verbs.longest(folded, index, sentence.last)
                or self.split_verb(index, sentence)
                or self.held(index, sentence)
            )
            if found:
                yield index, found[1]
                index = max(found[0], index + 1)
            else:
                index += 1

    def split_verb(self, index: int, sentence: Sentence) -> tuple[int, Cue] | None:
        """Find "held, today, a meeting", "had a warm and productive call", with words between."""
        word = self.document.folded[index]
        if word not in {
            "held",
            "holds",
            "hold",
            "had",
            "made",
            "makes",
            "paid",
            "pays",
            "received",
            "receives",
            "conducted",
            "co-chaired",
            "chaired",
            "holding",
        }:
            return None
        folded = self.document.folded
        nouns = self.lexicon.encounters.nouns
        for after in range(index + 1, min(sentence.last, index + 9)):
            if folded[after] in {".", ";", "with", "that", "to"}:
                return None
            noun = nouns.longest(folded, after, sentence.last)
            if noun:
                formats = self.lexicon.encounters.formats.longest(folded, after, sentence.last)
                value = formats[1] if formats else MeetingFormat.IN_PERSON
                form = Form.BASE if word == "hold" else Form.PARTICIPLE if word == "holding" else Form.PAST
                return noun[0], Cue(value, "hold " + noun[1], form)
        return None

    def held(self, index: int, sentence: Sentence) -> tuple[int, Cue] | None:
        """Find "a meeting of A and B took place", "talks were held between A and B"."""
        folded, lexicon = self.document.folded, self.lexicon.encounters
        if folded[index : index + 2] not in {("took", "place"), ("was", "held"), ("were", "held")}:
            return None
        for before in range(sentence.first, index):
            noun = lexicon.nouns.longest(folded, before, index)
            if noun:
                told = lexicon.formats.longest(folded, before, index)
                value = told[1] if told else MeetingFormat.IN_PERSON
                return index + 2, Cue(value, "hold " + noun[1], Form.PAST)
        return None

    def is_reported(self, token: int, sentence: Sentence, cue: Cue) -> bool:
        """Tell whether a verb of meeting reports something done."""
        folded = self.document.folded
        before = token - 1
        while (
            before >= sentence.first and folded[before] in ADVERBS and folded[before] not in {"not", "never"}
        ):
            before -= 1
        previous = folded[before] if before >= sentence.first else ""
        headline = self.document.kind(sentence) is ParagraphKind.HEADLINE
        if previous in self.lexicon.encounters.future or previous in {
            "courtesy",
            "'s",
            "the",
            "a",
            "an",
            "of",
            "be",
            "his",
            "her",
            "their",
        }:
            return False
        if cue.form is Form.PARTICIPLE:
            return previous in {"after", "while", ","} and cue.lemma not in _WEAK
        return (
            headline or cue.form is Form.PAST or (cue.form is Form.PRESENT and previous not in {",", "and"})
        )

    def parties(self, number: int, sentence: Sentence) -> Iterator[int]:
        """Yield the people of a sentence who can have met: present, and no spokespersons."""
        stop = self.attendance_start(sentence)
        for index in self.by_sentence.get(number, ()):
            mention = self.people[index]
            person = self.entities.of_mention[index]
            if person is None or mention.first >= stop or self.is_absent(mention, sentence):
                continue
            if not self.entities.people[person].spokesperson:
                yield person

    def attendance_start(self, sentence: Sentence) -> int:
        """Return the token from which on a sentence lists those who only attended."""
        for index in range(sentence.first, sentence.last):
            if self.lexicon.encounters.attendance.longest(self.document.folded, index, sentence.last):
                return index
        return sentence.last

    def is_absent(self, mention: PersonMention, sentence: Sentence) -> bool:
        """Tell whether the words before a person say that they were not there."""
        folded, absence = self.document.folded, self.lexicon.encounters.absence
        for index in range(max(sentence.first, mention.first - _ABSENCE_REACH), mention.first):
            found = absence.longest(folded, index, mention.first)
            if found and all(
                word
                in {"the", "his", "her", "their", "new", ",", "brother", "excellency", "own", "of", "and"}
                for word in folded[found[0] : mention.first]
            ):
                return True
        after = folded[mention.last : mention.last + 2]
        return after[:1] == ("'s",) and after[1:] not in {
            ("meeting",),
            ("call",),
            ("visit",),
            ("talks",),
            ("video",),
            ("phone",),
            ("meetings",),
            ("conversation",),
            ("trip",),
            ("participation",),
            ("bilateral",),
        }

    def is_call(self, first: int, last: int) -> bool:
        """Tell a telephone call from a call for something, or on somebody."""
        folded = self.document.folded
        following = folded[last] if last < len(folded) else ""
        previous = folded[first - 1] if first else ""
        return following not in {"for", "on", "upon", "to"} and previous not in {"courtesy", "to", "and"}
