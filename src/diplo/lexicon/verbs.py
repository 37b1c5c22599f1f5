"""The forms of verbs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

_VOWELS = frozenset("aeiou")


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
