"""How alike two names of persons are, across spellings and transliterations.

The distance of strings is Jaro-Winkler, as rapidfuzz gives it. What is added here is about names: their
order, initials, particles, and letters that transliterations exchange. Needs the extra `collate`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from diplo.collation.vocabulary import vocabulary
from diplo.errors import MissingExtraError

try:
    from rapidfuzz.distance import JaroWinkler
    from rapidfuzz.fuzz import ratio
except ImportError as error:
    raise MissingExtraError(__name__, "collate") from error

_JOINTS = re.compile(r"[-‐-―.,/\s]+")
_MARKS = re.compile(r"[^\w]")
_DOUBLED = re.compile(r"(\w)\1+")
_VOWELS = frozenset("aiu")
# Below the first, Jaro-Winkler says nothing; from the second on, two words are taken for one.
_UNLIKE, _ALIKE = 0.6, 0.93


@lru_cache(maxsize=200_000)
def likeness(a: str, b: str) -> float:
    """Return how alike two names are, from 0 to 1.

    Every word of the shorter name looks for its like in the longer one, in any order. Half of the result is
    the mean of these, half the least of them, so that one strange word shows. A single word is squared, as it
    may be like a given name by chance.
    """
    if a == b:
        return 1.0
    few, many = sorted((words_of(a), words_of(b)), key=lambda words: (len(words), words))
    if not few:
        return 0.0
    whole = ratio("".join(few), "".join(many)) / 100
    glued = 0.95 * whole if whole >= 0.88 else 0.0
    found = _aligned(few, many)
    if len(few) == 1 < len(many):
        return max(glued, 0.93 * found[0] ** 2)
    rest = 1.0 if len(few) == len(many) else 0.97
    return max(glued, rest * (sum(found) / len(found) + min(found)) / 2)


def _aligned(few: tuple[str, ...], many: tuple[str, ...]) -> list[float]:
    """Give every word of the shorter name its like in the longer, the most alike first."""
    every = [
        (_likeness_of_words(one, other), i, j) for i, one in enumerate(few) for j, other in enumerate(many)
    ]
    found: dict[int, float] = {}
    taken: set[int] = set()
    for value, i, j in sorted(every, key=lambda each: -each[0]):
        if i not in found and j not in taken:
            found[i] = value
            taken.add(j)
    return list(found.values())


def _likeness_of_words(a: str, b: str) -> float:
    """Return how alike two words of names are; an initial stands for any word that starts with it."""
    if len(a) == 1 or len(b) == 1:
        return 0.9 if a[0] == b[0] else 0.6 if _VOWELS.issuperset(a[0] + b[0]) else 0.0
    found = JaroWinkler.similarity(a, b)
    if "k" in a + b and found < _ALIKE:  # kh is as often written h
        found = max(found, 0.97 * JaroWinkler.similarity(a.replace("k", "h"), b.replace("k", "h")))
    return min(1.0, max(0.0, (found - _UNLIKE) / (_ALIKE - _UNLIKE)))


@lru_cache(maxsize=200_000)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name without particles, in one spelling; all words when there is nothing else."""
    marked = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(letter for letter in marked if not unicodedata.combining(letter))
    every = [_MARKS.sub("", word) for word in _JOINTS.split(plain)]
    kept = [word for word in every if word not in vocabulary().particles]
    return tuple(_spelling(word) for word in kept or every if word)


def _spelling(word: str) -> str:
    """Write a word in the one spelling that stands for all."""
    for written, one in vocabulary().spellings:
        word = word.replace(written, one)
    return _DOUBLED.sub(r"\1", word)
