"""Where the thing starts behind the person to whom something is said: "thanked Oman for"."""

from __future__ import annotations

from diplo.model import Act
from diplo.parser.grammar import DETERMINERS, PRONOUNS
from diplo.parser.reported import SpeechReader
from diplo.parser.statements import Utterance

_REACH = 14
_INCUMBENT = frozenset(("outgoing", "new", "newly", "visiting", "departing", "honourable", "former"))
_EACH_OTHER = frozenset((("each", "other"), ("one", "another")))
_TOWARDS = frozenset(("to", "with"))
_INSIDE = frozenset(("in", "with", "of", "'s"))


def after_addressee(utterance: Utterance, reader: SpeechReader) -> int:
    """Return the first token of the thing that an utterance is about; its end when there is none."""
    first, last, folded = utterance.first, utterance.last, reader.folded
    words = reader.words
    if utterance.act is Act.THANK:
        if folded[first - 1] in words.thanked_for:
            return first
        behind = _behind(words.thanked_for, first, last, reader)
        return behind or (first if _end(first, last, reader) is None else last)
    if utterance.lemma in words.drawing:
        return _behind(frozenset(("to",)), first, last, reader)
    if utterance.act is Act.PRAISE and folded[first + 1 : first + 2] == ("to",):
        return _behind(words.thanked_for, first, last, reader) or last
    if utterance.act is Act.URGE or utterance.lemma in words.calling_on:
        to_act = _behind_to(first, last, reader)
        if to_act:
            return to_act
    if utterance.act is Act.DISCUSS and folded[first] not in _TOWARDS:
        return first
    index = first + (folded[first] in _TOWARDS)
    if folded[index] == "of" and _is_told(utterance, reader):
        return index + 1
    end = _end(index, last, reader)
    if end is None:
        return _behind(words.told_about, first, last, reader) if _is_told(utterance, reader) else first
    if end >= last:
        return last
    if utterance.act is Act.SUPPORT:
        circumstance = words.stop_phrases.longest(folded, end, last)
        return end + 1 if folded[end] == "in" and not circumstance else first
    told_of = folded[end] == "of" and end + 1 not in reader.name_at and _is_told(utterance, reader)
    if folded[end] in _INSIDE and not told_of:
        return first
    if folded[end] in words.after_addressee:
        if utterance.act is Act.WELCOME and folded[end] == "to":
            return last
        return end + (folded[end] != "that")
    addressed = folded[first] in _TOWARDS and folded[end] in DETERMINERS
    return end if addressed or end - 1 in reader.person_tokens or folded[end - 1] in PRONOUNS else first


def _behind_to(first: int, last: int, reader: SpeechReader) -> int | None:
    """Return the verb behind "urged X to"; `None` when nothing is urged to act."""
    for index in range(first + 1, min(last - 1, first + _REACH)):
        if reader.folded[index] == "to" and (
            reader.words.verbs.longest(reader.folded, index + 1, last)
            or reader.folded[index + 1] not in DETERMINERS
        ):
            return index + 1
        if reader.folded[index] in {",", "for"}:
            return None
    return None


def _is_told(utterance: Utterance, reader: SpeechReader) -> bool:
    """Tell whether the verb names first who is told: "briefed the guests on"."""
    return utterance.lemma in reader.words.telling and reader.folded[utterance.first] != "that"


def _behind(prepositions: frozenset[str], first: int, last: int, reader: SpeechReader) -> int:
    """Return the token behind the first of some prepositions; `first` when none is near."""
    near = range(first, min(last - 1, first + _REACH))
    for wanted in (prepositions - {"of"}, prepositions & {"of"}):
        for index in near:
            if reader.folded[index] in wanted:
                return index + (reader.folded[index] != "that")
    return first if "for" not in prepositions else 0


def _end(index: int, last: int, reader: SpeechReader) -> int | None:
    """Return the end of the words for a person, a side or a country; `None` when none stand there."""
    folded, somebody = reader.folded, reader.words.somebody
    start = index
    while index < last and (folded[index] in DETERMINERS or folded[index] in {"two", "all"}):
        index += 1
    if index >= last:
        return None
    if folded[start : start + 2] in _EACH_OTHER:
        return start + 2
    place = start if start in reader.person_end else index
    if place in reader.person_end:
        return reader.person_end[place]
    while index < last - 1 and (index in reader.adjectives or folded[index] in _INCUMBENT):
        index += 1
    end = index
    if index in reader.name_at and (index == start or folded[index - 1] == "the"):
        end = reader.name_at[index].last
    while end < last and folded[end] in somebody:
        end += 1
    return end if end > index else None
