"""How alike two phrases are by their words of content."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from diplo.collation.vocabulary import vocabulary
from diplo.tokens import fold_words

Member = TypeVar("Member")

_WORD = re.compile(r"\w")
_LIKE_STEM = 0.75
_SHORTEST_STEM = 4


def likeness(a: str, b: str) -> float:
    """Return how alike two phrases are, from 0 to 1.

    Words are alike when they start alike ("Ukraine", "Ukrainian"). The weight of the words in common, over
    the weight of the shorter phrase (0.5) and over the mean of both (0.5). Without a full word in common,
    phrases that hold other full words are not alike.
    """
    if starts(a).isdisjoint(starts(b)):
        return float(a.split() == b.split())
    one, other = content(a), content(b)
    common, full = _in_common(one, other)
    if not full and (_full(one) or _full(other)):
        return 0.0 if _full(one) and _full(other) else 0.5 * common / max(_weight(one), _weight(other))
    weights = _weight(one), _weight(other)
    return min(1.0, 0.5 * common / min(weights) + common / sum(weights))


def align(
    a: Sequence[Member], b: Sequence[Member], alike: Callable[[Member, Member], float], least: float
) -> list[tuple[int, int, float]]:
    """Pair the members of two rows, one with one, the most alike first; only what is alike enough."""
    every = [(alike(one, other), i, j) for i, one in enumerate(a) for j, other in enumerate(b)]
    found: list[tuple[int, int, float]] = []
    left, right = set(range(len(a))), set(range(len(b)))
    for value, i, j in sorted(every, key=lambda each: -each[0]):
        if value >= least and i in left and j in right:
            found.append((i, j, value))
            left.discard(i)
            right.discard(j)
    return found


@lru_cache(maxsize=50_000)
def content(text: str) -> tuple[str, ...]:
    """Return the words of content of a phrase, each once."""
    known = vocabulary()
    words = (
        word for word in fold_words(text.replace("-", " ")) if _WORD.search(word) and word not in known.empty
    )
    return tuple(dict.fromkeys("relations" if word in known.relations else word for word in words))


@lru_cache(maxsize=50_000)
def starts(text: str) -> frozenset[str]:
    """Return how the words of content of a phrase start; words that are alike start alike."""
    return frozenset(word[:_SHORTEST_STEM] for word in content(text))


def _in_common(one: Iterable[str], other: Iterable[str]) -> tuple[float, bool]:
    """Return the weight of the words that both hold, and whether a full one is among them."""
    rest = list(other)
    common, full = 0.0, False
    for word in one:
        like = next((each for each in rest if same_word(word, each)), None)
        if like is not None:
            rest.remove(like)
            common += min(_weight([word]), _weight([like]))
            full = full or (word not in vocabulary().light and like not in vocabulary().light)
    return common, full


def same_word(a: str, b: str) -> bool:
    """Tell whether two words are the same but for their endings."""
    if a == b or a[:_SHORTEST_STEM] != b[:_SHORTEST_STEM]:
        return a == b
    shorter, longer = sorted((a, b), key=len)
    length = max(_SHORTEST_STEM, round(_LIKE_STEM * len(shorter)))
    return len(longer) - len(shorter) <= 4 and len(shorter) >= _SHORTEST_STEM and a[:length] == b[:length]


def _weight(words: Iterable[str]) -> float:
    """Return the weight of words."""
    return sum(0.25 if word in vocabulary().light else 1.0 for word in words)


def _full(words: Iterable[str]) -> bool:
    """Tell whether a full word is among them."""
    return any(word not in vocabulary().light for word in words)
