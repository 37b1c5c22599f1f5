"""From a text to paragraphs, sentences and tokens. The text is never altered."""

from __future__ import annotations

from abc import abstractmethod
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum
from operator import attrgetter
from typing import Protocol, TypeVar

import attrs

from diplo.parser.layout import ITEM, SHORTENED, blocks_of
from diplo.span import Span
from diplo.tokens import TOKEN, fold

_CLOSING = frozenset("\"'”’)]»")
_OPENING = frozenset("\"'“‘([«")
_ENDING = _CLOSING | frozenset(".!?")
_STARTERS = frozenset(
    """the a an he she they it we in on at during this these both as for his her their its following
    additionally earlier today""".split()
)
_HEADLINE_WORDS = 45
_MOST_HEADLINES = 4
_LONGEST_BRACKET = 3
_TITLE_SHARE = 0.6
# What is longer is no sentence; cutting it keeps the time linear.
_LONGEST_SENTENCE = 400
# How far behind a token rules look without asking where the text ends.
_BEHIND = ("",) * 4


class ParagraphKind(StrEnum):
    """What a paragraph is in the layout of a press text."""

    HEADLINE = "headline"
    BODY = "body"
    ITEM = "item"


@attrs.frozen
class Sentence:
    """Tokens `[first, last)` that make a sentence, without the mark of a list item."""

    first: int
    last: int
    paragraph: int


@attrs.frozen
class Paragraph:
    """Tokens `[first, last)` between two breaks."""

    first: int
    last: int
    kind: ParagraphKind


@attrs.frozen(eq=False)
class Document:
    """A text in columns of tokens: `words[i]` stands at `[starts[i], end(i))`.

    Attributes:
        text: the caller's own string.
        words: tokens as written.
        folded: tokens in lower case, with straight quotes and composed marks, for look-ups.
            Behind the last token, `words` and `folded` go on with empty words, which no rule knows:
            looking a few words past either end of the text is no error.
        paragraphs: in the order of the text.
        sentences: in the order of the text; every token outside them marks a list item.
    """

    text: str
    words: tuple[str, ...]
    folded: tuple[str, ...]
    starts: Sequence[int]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of text that tokens `[first, last)` cover."""
        return Span(self.starts[first], self.end(last - 1))

    def end(self, index: int) -> int:
        """Return where a token ends in the text."""
        return self.starts[index] + len(self.words[index])

    def phrase(self, first: int, last: int) -> str:
        """Return the words of tokens `[first, last)` as they stand in the text."""
        return self.text[self.starts[first] : self.end(last - 1)] if first < last else ""

    def opens_paragraph(self, number: int) -> bool:
        """Tell whether a sentence is the first of its paragraph."""
        return number == 0 or self.sentences[number - 1].paragraph != self.sentences[number].paragraph

    def kind(self, sentence: Sentence) -> ParagraphKind:
        """Return the kind of the paragraph in which a sentence stands."""
        return self.paragraphs[sentence.paragraph].kind


class Starting(Protocol):
    """Anything that starts at a token."""

    @property
    @abstractmethod
    def first(self) -> int:
        """Index of its first token."""


Item = TypeVar("Item", bound=Starting)


_FIRST = attrgetter("first")


def starting_within(items: Sequence[Item], first: int, last: int) -> Sequence[Item]:
    """Return those of the items, sorted by their first token, that start in `[first, last)`."""
    start = bisect_left(items, first, key=_FIRST)
    return items[start : bisect_left(items, last, start, key=_FIRST)]


def read_document(text: str) -> Document:
    """Split a text into paragraphs, sentences and tokens."""
    words: list[str] = []
    starts = array("L")
    for found in TOKEN.finditer(text):
        words.append(found.group())
        starts.append(found.start())
    folded = [word.lower() if word.isalpha() and word.isascii() else fold(word) for word in words]
    paragraphs, markers = _paragraphs(text, words, starts)
    sentences: list[Sentence] = []
    for number, (paragraph, marked) in enumerate(zip(paragraphs, markers, strict=True)):
        first = paragraph.first + marked
        for index in range(first, paragraph.last):
            if (
                index + 1 == paragraph.last
                or index + 1 - first >= _LONGEST_SENTENCE
                or (
                    words[index][-1] in _ENDING
                    and _ends_sentence(index, words, folded, starts, paragraph.last)
                )
            ):
                sentences.append(Sentence(first, index + 1, number))
                first = index + 1
    padded = (*words, *_BEHIND), (*folded, *_BEHIND)
    return Document(text, *padded, starts, paragraphs, tuple(sentences))


def _paragraphs(
    text: str, words: list[str], starts: Sequence[int]
) -> tuple[tuple[Paragraph, ...], tuple[int, ...]]:
    """Return the paragraphs, and how many tokens at the start of each only mark a list item."""
    found: list[Paragraph] = []
    markers: list[int] = []
    token = 0
    blocks = blocks_of(text)
    for number, (start, end) in enumerate(blocks):
        first = token
        token = bisect_left(starts, end, first)
        if first == token:
            continue
        mark = ITEM.match(text, start, end)
        marked = 0
        if mark:
            while first + marked < token and starts[first + marked] < mark.end():
                marked += 1
        kind = ParagraphKind.BODY
        if mark and mark["bullet"]:
            kind = ParagraphKind.ITEM
        elif not mark and number + 1 < len(blocks) and _is_headline(words, first, token):
            above = all(paragraph.kind is ParagraphKind.HEADLINE for paragraph in found)
            if not found or (above and len(found) < _MOST_HEADLINES and _is_title(words, first, token)):
                kind = ParagraphKind.HEADLINE
        found.append(Paragraph(first, token, kind))
        markers.append(marked)
    return tuple(found), tuple(markers)


def _is_headline(words: list[str], first: int, last: int) -> bool:
    """Tell whether the first paragraph is a headline: short, and not closed as a sentence."""
    return last - first <= _HEADLINE_WORDS and words[last - 1] not in {".", "!", ":", ";"}


def _is_title(words: list[str], first: int, last: int) -> bool:
    """Tell whether a line below a headline is one too: in title case, without the numbers of a date."""
    long = [word for word in words[first:last] if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long)
    return (
        len(long) > 3
        and capitals >= _TITLE_SHARE * len(long)
        and not any(w.isdigit() for w in words[first:last])
    )


def _is_apart(index: int, words: list[str], starts: Sequence[int]) -> bool:
    """Tell whether a space stands before a token."""
    return starts[index] > starts[index - 1] + len(words[index - 1])


def _ends_sentence(index: int, words: list[str], folded: list[str], starts: Sequence[int], stop: int) -> bool:
    """Tell whether a sentence ends with the token at `index`."""
    word = words[index]
    following = words[index + 1]
    if (
        word in _CLOSING
        and index
        and words[index - 1] in {".", "!", "?"}
        and not _is_apart(index, words, starts)
    ):
        shortened = index >= _LONGEST_BRACKET and words[index - _LONGEST_BRACKET] == "("
        if shortened and words[index - 1] == "." and not words[index - 2].isupper():
            return False
        return following[0].isupper() or following in _OPENING
    if word in {"!", "?"}:
        return following not in _CLOSING
    if word[-1] != ".":
        return False
    apart = _is_apart(index + 1, words, starts)
    if following in _CLOSING and not apart:
        return False
    if len(word) > 1:
        return folded[index + 1] in _STARTERS and following[0].isupper()
    before = words[index - 1] if index else ""
    if not apart and _is_apart(index, words, starts):
        return False
    if not apart:
        return before.islower() and len(before) > 2 and following[:1].isupper() and len(following) > 1
    if folded[index - 1] in SHORTENED and before[:1].isupper():
        return folded[index + 1] in _STARTERS and folded[index - 1] in {"jr", "sr", "inc", "ltd", "corp"}
    if len(before) == 1 and before.isupper() and index >= 1:
        return False
    if following in _OPENING and index + 2 < stop:
        following = words[index + 2]
    return not following[0].islower()
