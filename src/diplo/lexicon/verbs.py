"""The forms of verbs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

_VOWELS = frozenset("aeiou")
_SHORTEST_STEM, _LONGEST_SYLLABLE = 3, 5
_DOUBLE_ENDINGS = frozenset("lsfz")
_SILENT_E = ("at", "ut", "et", "id", "iz", "is", "as", "os", "ir", "in", "v", "c", "u", "ang")
_PLAIN_ENDINGS = ("eat", "oat", "oid", "ain", "oin", "eet", "get", "ket")


class Form(StrEnum):
    """The form in which a verb stands."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"


def forms(verb: str, irregular: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Form]]:
    """Yield the forms of a verb: its own, or those that spelling rules give it.

    An irregular verb lists its present, past and participle, then other past forms.
    """
    yield verb, Form.BASE
    if verb in irregular:
        present, past, participle, *others = irregular[verb]
    else:
        present, past, participle, *others = _regular(verb)
    yield present, Form.PRESENT
    yield past, Form.PAST
    yield participle, Form.PARTICIPLE
    for other in others:
        yield other, Form.PARTICIPLE if other.endswith("ing") else Form.PAST


def _regular(verb: str) -> tuple[str, str, str]:
    """Return present, past and participle of a regular verb."""
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    sibilant = verb.endswith(("s", "sh", "ch", "x", "z"))
    return verb + ("es" if sibilant else "s"), verb + "ed", verb + "ing"


def base_form(word: str, bases: Mapping[str, str]) -> str:
    """Return the base of a past form or participle: that in `bases`, or what spelling takes it back to."""
    stem = word[:-3] if word.endswith("ing") else word[:-2] if word.endswith("ed") else ""
    if word in bases or len(stem) < _SHORTEST_STEM or word.endswith("eed"):
        return bases.get(word, word)
    if stem.endswith("i"):
        return stem[:-1] + "y"
    doubled = stem[-1] == stem[-2] and stem[-1] not in _DOUBLE_ENDINGS
    if doubled or (stem.endswith(("ell", "oll")) and len(stem) > _LONGEST_SYLLABLE):
        return stem[:-1]
    return stem + "e" if stem.endswith(_SILENT_E) and not stem.endswith(_PLAIN_ENDINGS) else stem
