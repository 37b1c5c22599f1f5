"""Phrases of a vocabulary, found in a row of words by their first word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")

# No word is a line break; the empty word stands behind the end of every text.
_END = "\n"


class PhraseTable(Generic[Value]):
    """A tree of words that finds the longest known phrase at a place.

    Words are compared as they are given: fold them first. A later phrase replaces an equal earlier one.

    Attributes:
        firsts: the words with which a phrase starts.
    """

    __slots__ = ("_roots", "firsts")

    def __init__(self, phrases: Iterable[tuple[Sequence[str], Value]]) -> None:
        """Build the tree from phrases, each a row of words with its value."""
        self._roots: dict[str, Any] = {}
        self._add(phrases)

    def _add(self, phrases: Iterable[tuple[Sequence[str], Value]]) -> None:
        """Grow the tree, while the table is made."""
        for words, value in phrases:
            node = self._roots
            for word in words:
                node = node.setdefault(word, {})
            node[_END] = value
        self.firsts = frozenset(self._roots)

    def extended(self, phrases: Iterable[tuple[Sequence[str], Value]]) -> PhraseTable[Value]:
        """Return a table that holds these phrases too."""
        table: PhraseTable[Value] = PhraseTable(())
        table._roots = _copied(self._roots)
        table._add(phrases)
        return table

    def longest(self, words: Sequence[str], first: int, stop: int) -> tuple[int, Value] | None:
        """Return the end and the value of the longest phrase that starts with `words[first]`.

        The end is the index after its last word; no word from `stop` on is looked at.
        """
        node = self._roots.get(words[first])
        if node is None:
            return None
        found = None
        index = first + 1
        while node is not None:
            if _END in node:
                found = (index, node[_END])
            if index >= stop:
                break
            node = node.get(words[index])
            index += 1
        return found

    def within(
        self, words: Sequence[str], first: int, last: int, stop: int | None = None
    ) -> Iterator[tuple[int, int, Value]]:
        """Yield start, end and value of the longest phrase at each place in `[first, last)` where one starts.

        They end at `stop` at the latest, or at `last` where it is not given.
        """
        stop = last if stop is None else stop
        for index in range(first, last):
            found = self.longest(words, index, stop) if words[index] in self._roots else None
            if found:
                yield index, *found

    def __contains__(self, words: Sequence[str]) -> bool:
        """Tell whether these words, all of them, are a phrase of the table."""
        found = self.longest(words, 0, len(words)) if words else None
        return found is not None and found[0] == len(words)


def _copied(node: dict[str, Any]) -> dict[str, Any]:
    """Return a copy of a tree; its values are shared."""
    return {word: _copied(below) if word != _END else below for word, below in node.items()}
