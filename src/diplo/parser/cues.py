"""The verbs and nouns that can report an encounter: "met with", "held talks", "a call with"."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from diplo.lexicon import Cue, Form
from diplo.model import Act, MeetingFormat
from diplo.parser.document import ParagraphKind, Sentence
from diplo.parser.grammar import MONTHS, WEEKDAYS, is_capitalised
from diplo.parser.presence import PresenceReader

_LIGHT_REACH = 9
_HELD_REACH = 80
_BEFORE_SUBJECT = frozenset(("the", "of", "and", "between", "first", "second", "third", "-", "–", ":"))
_BEHIND_HELD = frozenset(("in", "at", "on", "between", "here", "today"))


@attrs.frozen
class FoundCue:
    """A verb or noun of meeting at tokens `[first, last)`.

    Attributes:
        noun: a noun alone: "during his meeting with B".
        held: a noun and behind it that it was held: "talks took place".
        talk: a verb of talk, which tells of an encounter if nothing else does: "discussed".
    """

    first: int
    last: int
    cue: Cue
    noun: bool = False
    held: bool = False
    talk: bool = False


class CueReader(PresenceReader):
    """Finds verbs and nouns of meeting in one document."""

    def cues(self, sentence: Sentence) -> Iterator[FoundCue]:
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

    def _verb(self, index: int, last: int) -> FoundCue | None:
        """Find "met with", "received", "spoke by phone with"."""
        found = self.words.verbs.longest(self.folded, index, last)
        if found is None:
            return self._talk(index, last)
        end, cue = found
        if cue.lemma in self.words.call_verbs and not self._is_call(end, last):
            return None
        if cue.lemma in self.words.speaking and self._is_about(end, last):
            return None
        previous = self.folded[index - 1] if index else ""
        if cue.form is Form.PARTICIPLE and previous in self.words.noun_leads:
            return None
        return FoundCue(index, end, cue)

    def _is_about(self, index: int, last: int) -> bool:
        """Tell whether "spoke" goes on with what was spoken of, and not with the day: "spoke on Monday"."""
        index += index < last and self.folded[index] in {"the", "to"}
        if index >= last or self.folded[index] not in self.words.no_speaking:
            return False
        following = self.folded[index + 1] if index + 1 < last else ""
        return not (following in WEEKDAYS or following in MONTHS or following.isdigit())

    def _talk(self, index: int, last: int) -> FoundCue | None:
        """Find "A and B discussed": talk, which tells of an encounter if nothing else does."""
        found = self.lexicon.speech.verbs.longest(self.folded, index, last)
        if found is None or found[1].value != Act.DISCUSS or found[1].form in {Form.BASE, Form.PARTICIPLE}:
            return None
        return FoundCue(
            index, found[0], Cue(MeetingFormat.UNSTATED, found[1].lemma, found[1].form), talk=True
        )

    def _light(self, index: int, last: int) -> FoundCue | None:
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
                return FoundCue(index, noun[0], Cue(self._format_of(told, noun[1]), "hold " + noun[1], form))
        return None

    def _held(self, index: int, sentence: Sentence) -> FoundCue | None:
        """Find "a meeting of A and B took place", "talks were held between A and B"."""
        noun = self.words.nouns.longest(self.folded, index, sentence.last)
        if noun is None:
            return None
        for after in range(noun[0], min(sentence.last, noun[0] + _HELD_REACH)):
            if self.folded[after] in self.words.held_stops:
                break
            if self.folded[after] not in self.words.held.firsts and self.folded[after] != "held":
                continue
            found = self.words.held.longest(self.folded, after, sentence.last)
            opens = self.folded[after] == "held" and self._opens(index, after, sentence)
            if (found and self.folded[after - 1] not in self.words.future) or opens:
                told = self.words.formats.longest(self.folded, index, sentence.last)
                told = told or self.words.formats.longest(
                    self.folded, max(sentence.first, index - 1), noun[0]
                )
                cue = Cue(self._format_of(told, noun[1]), "hold " + noun[1], Form.PAST)
                return FoundCue(index, noun[0], cue, held=True)
        return None

    def _opens(self, index: int, held: int, sentence: Sentence) -> bool:
        """Tell whether a sentence opens with "The 8th Round of Consultations held in Lima"."""
        behind = self.folded[held + 1] if held + 1 < sentence.last else ""
        return behind in _BEHIND_HELD and all(
            is_capitalised(word) or word[:1].isdigit() or word in _BEFORE_SUBJECT
            for word in self.document.words[sentence.first : index]
        )

    def _noun(self, index: int, sentence: Sentence) -> FoundCue | None:
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
        return FoundCue(index, noun[0], Cue(self._format_of(told, noun[1]), noun[1], Form.PAST), noun=True)

    def _format_of(self, told: tuple[int, MeetingFormat] | None, noun: str) -> MeetingFormat:
        """Return the format that words tell, else the one that a noun of meeting lets expect."""
        if told:
            return told[1]
        return MeetingFormat.UNSTATED if noun in self.words.open_nouns else MeetingFormat.IN_PERSON

    def _is_call(self, last: int, stop: int) -> bool:
        """Tell a telephone call from a call for something, or on somebody."""
        return last >= stop or self.folded[last] not in self.words.no_call
