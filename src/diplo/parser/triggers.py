"""What reports an encounter: a verb of meeting, or a noun, with the people on either side of it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplo.lexicon import Cue, Form, Lexicon
from diplo.model import Act, MeetingFormat, Office
from diplo.parser.document import Document, ParagraphKind, Sentence, starting_within
from diplo.parser.entities import Entities
from diplo.parser.grammar import ADVERBS, AUXILIARIES, PRONOUNS
from diplo.parser.mentions import Mentions, PersonMention

_LIGHT_REACH = 9
_FUTURE_REACH = 3
_POSSESSED_REACH = 5
_HELD_REACH = 80
_CLOSE = 3
_VAGUE = frozenset((Office.OFFICIAL, Office.PRIVATE, Office.MILITARY))
_FRONTED = 2
_SIDES = 2
_AGENT_REACH = 25


@attrs.frozen
class Trigger:
    """Words that report an encounter.

    Attributes:
        sentence: index of the sentence.
        token: first token of the verb or noun.
        lemma: the verb phrase in its base form, or the noun.
        format: what the words alone tell.
        subjects: people before it, or those of the verb before it in the sentence.
        objects: people after it.
        weak: the words report an encounter only when nothing firmer does.
    """

    sentence: int
    token: int
    lemma: str
    format: MeetingFormat
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    weak: bool

    @property
    def parties(self) -> tuple[int, ...]:
        """Everybody whom the words join, each once, in the order of the text."""
        return tuple(dict.fromkeys(self.subjects + self.objects))


@attrs.frozen
class _Found:
    """A verb or noun of meeting at tokens `[first, last)`."""

    first: int
    last: int
    cue: Cue
    noun: bool = False
    held: bool = False
    talk: bool = False


class TriggerReader:
    """Finds what reports an encounter in one document."""

    def __init__(self, document: Document, mentions: Mentions, entities: Entities, lexicon: Lexicon) -> None:
        """Index the people by sentence."""
        self.document, self.folded = document, document.folded
        self.people, self.entities = mentions.people, entities
        self.lexicon, self.words = lexicon, lexicon.encounters
        self.by_sentence: dict[int, list[int]] = {}
        self.person_ends: dict[int, int] = {}
        for index, mention in enumerate(mentions.people):
            if entities.of_mention[index] is not None:
                self.by_sentence.setdefault(mention.sentence, []).append(index)
                self.person_ends[mention.last] = index

    def triggers(self) -> Iterator[Trigger]:
        """Yield what reports an encounter, in the order of the text."""
        for number, sentence in enumerate(self.document.sentences):
            found = [f for f in self._found(sentence) if self.is_reported(f, sentence)]
            previous: Trigger | None = None
            for place, here in enumerate(found):
                stop = found[place + 1].first if place + 1 < len(found) else sentence.last
                previous = self._trigger(number, sentence, here, stop, previous)
                yield previous

    def _trigger(
        self, number: int, sentence: Sentence, found: _Found, stop: int, previous: Trigger | None
    ) -> Trigger:
        """Return a verb or noun with the people before and behind it."""
        attended = self.attendance_start(sentence)
        stop = min(stop, attended)
        if previous is None:
            before = self.end_of_front(sentence, found.first)
        else:
            before = self._adjacent_subject(found.first, previous.token)
        subjects = self.present(number, sentence, before, found.first)
        if not subjects and previous is not None:
            subjects = previous.subjects
        end = found.last if found.talk else self.end_of_report(found.last, stop)
        objects = self.present(number, sentence, found.first + 1, end)
        if not objects:
            objects = self._met_with(number, end, stop)
        weak = (
            (found.noun and len(set(subjects + objects)) < _SIDES)
            or found.talk
            or found.cue.lemma in self.words.weak
        )
        if (
            weak
            and not found.noun
            and not found.talk
            and found.cue.lemma in self.words.firm_with_guest
            and objects
            and subjects
        ):
            weak = not self._has_guest(found, number)
        return Trigger(
            number, found.first, found.cue.lemma, MeetingFormat(found.cue.value), subjects, objects, weak
        )

    def _has_guest(self, found: _Found, number: int) -> bool:
        """Tell whether a person stands right behind a verb: not in "welcomed the decision of A"."""
        firsts = (self.people[index].first for index in self.by_sentence.get(number, ()))
        return any(found.first < first <= found.last + _CLOSE for first in firsts)

    def _adjacent_subject(self, verb: int, start: int) -> int:
        """Return where the people start who stand right before a later verb; the verb when nobody does."""
        end = verb
        while end > start and (self.folded[end - 1] in ADVERBS or self.folded[end - 1] in AUXILIARIES):
            end -= 1
        if self.folded[end - 1] == "who" and end - 1 > start:
            end -= 1 + (self.folded[end - 2] == ",")
        index = self.person_ends.get(end)
        return verb if index is None else self.people[index].first

    def _met_with(self, number: int, first: int, last: int) -> tuple[int, ...]:
        """Return whom "met to discuss X with B" and "held talks on X with B" name."""
        found: list[int | None] = []
        for index in self.by_sentence.get(number, ()):
            mention = self.people[index]
            if first <= mention.first < last:
                before = self.folded[mention.first - 1]
                before = self.folded[mention.first - 2] if before in {"the", "his", "her"} else before
                led = before == "by" and self.folded[mention.first - 2] in self.words.leading
                if before == "with" or led or found:
                    found.append(self.entities.of_mention[index])
        return tuple(person for person in found if person is not None and self._can_meet(person))

    def present(self, number: int, sentence: Sentence, first: int, last: int) -> tuple[int, ...]:
        """Return the people between two tokens who can have met: there, and no spokespersons."""
        found = []
        for index in self.by_sentence.get(number, ()):
            mention, person = self.people[index], self.entities.of_mention[index]
            if person is None or not first <= mention.first < last or not self._can_meet(person):
                continue
            if (
                mention.name is None
                and self.entities.people[person].name is None
                and mention.office in _VAGUE
            ):
                continue
            if not self.is_absent(mention, sentence):
                found.append(person)
        return tuple(dict.fromkeys(found))

    def _can_meet(self, person: int) -> bool:
        """Tell whether somebody takes part rather than speaks for the publisher."""
        return not self.entities.people[person].spokesperson

    def end_of_report(self, first: int, last: int) -> int:
        """Return where a sentence turns from the encounter to what was said there."""
        for index in range(first + 1, last):
            if self.folded[index] in self.words.report_ends or self.folded[index] in self.words.asides:
                return index
        return last

    def _found(self, sentence: Sentence) -> Iterator[_Found]:
        """Yield the verbs and nouns of meeting of a sentence."""
        folded, words, last = self.folded, self.words, sentence.last
        index = sentence.first
        while index < last:
            if folded[index] not in words.starters and folded[index] not in self.lexicon.speech.discussing:
                index += 1
                continue
            found = (
                self._held(index, sentence)
                or self._verb(index, last)
                or self._light(index, last)
                or self._noun(index, sentence)
            )
            if found:
                yield found
            index = max(found.last, index + 1) if found else index + 1

    def _verb(self, index: int, last: int) -> _Found | None:
        """Find "met with", "received", "spoke by phone with"."""
        found = self.words.verbs.longest(self.folded, index, last)
        if found is None:
            return self._talk(index, last)
        end, cue = found
        if cue.lemma in self.words.call_verbs and not self._is_call(end, last):
            return None
        if cue.lemma in self.words.speaking and end < last and self.folded[end] in self.words.no_speaking:
            return None
        previous = self.folded[index - 1] if index else ""
        if cue.form is Form.PARTICIPLE and previous in self.words.noun_leads:
            return None
        return _Found(index, end, cue)

    def _talk(self, index: int, last: int) -> _Found | None:
        """Find "A and B discussed": talk, which tells of an encounter if nothing else does."""
        found = self.lexicon.speech.verbs.longest(self.folded, index, last)
        if found is None or found[1].value != Act.DISCUSS or found[1].form in {Form.BASE, Form.PARTICIPLE}:
            return None
        return _Found(index, found[0], Cue(MeetingFormat.UNSTATED, found[1].lemma, found[1].form), talk=True)

    def _light(self, index: int, last: int) -> _Found | None:
        """Find "held, today, a meeting", "had a warm and productive call", with words between."""
        form = self.words.light.get(self.folded[index])
        if form is None:
            return None
        for after in range(index + 1, min(last, index + _LIGHT_REACH)):
            if self.folded[after] in self.words.light_stops:
                return None
            noun = self.words.nouns.longest(self.folded, after, last)
            if noun and self.words.internal.longest(self.folded, min(noun[0], last - 1), last):
                return None
            if noun and (noun[1] not in self.words.call_nouns or self._is_call(noun[0], last)):
                told = self.words.formats.longest(self.folded, after, last)
                return _Found(index, noun[0], Cue(self._format_of(told, noun[1]), "hold " + noun[1], form))
        return None

    def _held(self, index: int, sentence: Sentence) -> _Found | None:
        """Find "a meeting of A and B took place", "talks were held between A and B"."""
        noun = self.words.nouns.longest(self.folded, index, sentence.last)
        if noun is None:
            return None
        for after in range(noun[0], min(sentence.last, noun[0] + _HELD_REACH)):
            if self.folded[after] in {";", "that", "which"}:
                break
            found = self.words.held.longest(self.folded, after, sentence.last)
            if found and self.folded[after - 1] not in self.words.future:
                told = self.words.formats.longest(self.folded, index, sentence.last)
                told = told or self.words.formats.longest(
                    self.folded, max(sentence.first, index - 1), noun[0]
                )
                cue = Cue(self._format_of(told, noun[1]), "hold " + noun[1], Form.PAST)
                return _Found(index, noun[0], cue, held=True)
        return None

    def _noun(self, index: int, sentence: Sentence) -> _Found | None:
        """Find "during his meeting with B", "in a phone call from A to B", "A's call with B"."""
        noun = self.words.nouns.longest(self.folded, index, sentence.last)
        if noun is None or noun[0] >= sentence.last or self.folded[noun[0]] not in self.words.noun_links:
            return None
        headline = self.document.kind(sentence) is ParagraphKind.HEADLINE
        start = index
        while start > sentence.first and self.folded[start - 1] in self.words.noun_leads:
            start -= 1
        opener = self.folded[start - 1] if start > sentence.first else ""
        if not headline and opener not in self.words.noun_openers:
            return None
        told = self.words.formats.longest(self.folded, index, sentence.last)
        return _Found(index, noun[0], Cue(self._format_of(told, noun[1]), noun[1], Form.PAST), noun=True)

    def _format_of(self, told: tuple[int, MeetingFormat] | None, noun: str) -> MeetingFormat:
        """Return the format that words tell, else the one that a noun of meeting lets expect."""
        if told:
            return told[1]
        return MeetingFormat.UNSTATED if noun in self.words.open_nouns else MeetingFormat.IN_PERSON

    def _is_call(self, last: int, stop: int) -> bool:
        """Tell a telephone call from a call for something, or on somebody."""
        return last >= stop or self.folded[last] not in self.words.no_call

    def is_reported(self, found: _Found, sentence: Sentence) -> bool:
        """Tell whether the words report something done."""
        folded, words, token, cue = self.folded, self.words, found.first, found.cue
        before = token - 1
        while before >= sentence.first and folded[before] in ADVERBS and folded[before] not in words.denials:
            before -= 1
        previous = folded[before] if before >= sentence.first else ""
        if found.held:
            return not words.background.intersection(folded[max(sentence.first, token - 3) : token])
        if found.noun:
            if self._is_announced(sentence, token):
                return False
            return not words.background.intersection(folded[max(sentence.first, token - 4) : token])
        passive = cue.lemma in words.passive_verbs and folded[found.last : found.last + 1] == ("by",)
        if passive and cue.form is Form.PAST and previous not in words.passive:
            return False
        if previous in words.passive and cue.lemma in words.passive_verbs and cue.form is Form.PAST:
            agent = folded[found.last : min(sentence.last, found.last + _AGENT_REACH)]
            return "by" in agent and folded[before - 1] not in words.future
        if previous in words.future or previous in words.no_verb_after or previous == "had":
            return False
        if not self._has_subject(found, before, sentence):
            return False
        if self._is_coordinated_future(before, sentence) or self._is_background(found, sentence):
            return False
        if cue.form is Form.PARTICIPLE:
            return previous in words.participle_openers or (not previous and cue.lemma not in words.weak)
        if cue.form is Form.BASE:
            return self.document.kind(sentence) is ParagraphKind.HEADLINE
        return True

    def _has_subject(self, found: _Found, before: int, sentence: Sentence) -> bool:
        """Tell a verb apart from a noun or participle like it: "the talks", "proposals discussed with B"."""
        doubtful = found.talk or found.cue.form is Form.PRESENT
        if not doubtful or before < sentence.first or self.document.kind(sentence) is ParagraphKind.HEADLINE:
            return True
        previous = self.folded[before]
        if previous in self.words.joining or previous in PRONOUNS or previous in AUXILIARIES:
            return True
        return before + 1 in self.person_ends or previous in self.words.groups

    def _is_coordinated_future(self, before: int, sentence: Sentence) -> bool:
        """Tell whether "and met" goes on with a future: "will travel to Oman and hold talks"."""
        if before < sentence.first or self.folded[before] not in {"and", ","}:
            return False
        for index in range(before - 1, sentence.first - 1, -1):
            if self.folded[index] in {"will", "would", "shall"}:
                return True
            if self.folded[index] in {";", "that"} or index in self.person_ends:
                return False
        return False

    def _is_announced(self, sentence: Sentence, token: int) -> bool:
        """Tell whether the clause before a noun speaks of what is to come."""
        return not self.words.announcing.isdisjoint(self.folded[sentence.first : token])

    def _is_background(self, found: _Found, sentence: Sentence) -> bool:
        """Tell whether an earlier encounter is recalled: "when they last met", "since the two met in May"."""
        near = self.folded[max(sentence.first, found.first - 4) : found.first]
        return bool(self.words.background.intersection(near))

    def attendance_start(self, sentence: Sentence) -> int:
        """Return the token from which on a sentence lists those who only attended."""
        folded, attendance = self.folded, self.words.attendance
        for index in range(sentence.first + _FRONTED * self.is_fronted(sentence), sentence.last):
            if folded[index] in self.words.attendance_starters and attendance.longest(
                folded, index, sentence.last
            ):
                return index
        return sentence.last

    def end_of_front(self, sentence: Sentence, verb: int) -> int:
        """Return where the report starts behind "In the presence of A,"."""
        if not self.is_fronted(sentence):
            return sentence.first
        commas = (i for i in range(sentence.first, verb) if self.folded[i] == ",")
        return next(commas, sentence.first)

    def is_fronted(self, sentence: Sentence) -> bool:
        """Tell whether those present are named before the report: "In the presence of A, B received C"."""
        return self.words.fronted.longest(self.folded, sentence.first, sentence.last) is not None

    def is_absent(self, mention: PersonMention, sentence: Sentence) -> bool:
        """Tell whether the words around a person say that they were not there."""
        folded, words = self.folded, self.words
        for index in range(max(sentence.first, mention.first - words.absence_reach), mention.first):
            found = words.absence.longest(folded, index, mention.first)
            if found and words.before_name.issuperset(folded[found[0] : mention.first]):
                return True
        if mention.last >= sentence.last or folded[mention.last] != "'s":
            return False
        for index in range(mention.last + 1, min(sentence.last, mention.last + _POSSESSED_REACH)):
            if words.nouns.longest(folded, index, sentence.last):
                return False
            if folded[index] in words.light_stops or folded[index] in PRONOUNS:
                break
        return True

    def people_within(self, first: int, last: int) -> Iterator[int]:
        """Yield the people who are named between two tokens."""
        for mention in starting_within(self.people, first, last):
            index = self.person_ends.get(mention.last)
            person = self.entities.of_mention[index] if index is not None else None
            if person is not None:
                yield person
