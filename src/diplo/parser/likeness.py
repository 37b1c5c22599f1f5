"""How alike two names are."""

from __future__ import annotations

from collections.abc import Sequence


def likeness(key: Sequence[str], known: Sequence[str]) -> int:
    """Return how surely two names are one person's; 0 when they are not."""
    if tuple(key) == tuple(known):
        return 6
    short, long = sorted((key, known), key=len)
    if set(short) <= set(long):
        if len(short) > 2 and not _is_within(short, long):
            return 0
        if short[-1] == long[-1]:
            return 4 if len(short) > 1 else 3
        if len(short) > 1:
            return 3
        return 2 if short[0] in {long[0], *long[-2:]} else 1
    if short[-1] == long[-1] and len(short) == len(long):
        differing = [(a, b) for a, b in zip(short, long, strict=True) if a != b]
        if len(differing) == 1 and differing[0][0][0] == differing[0][1][0]:
            return 2
    return 0


def _is_within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether the words of one name stand in the other in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)
