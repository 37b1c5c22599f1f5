"""A stretch of a text."""

from __future__ import annotations

import attrs


@attrs.frozen(order=True)
class Span:
    """A half-open stretch `[start, end)` of a text.

    Offsets count code points of the caller's own string, as Python slices do.

    >>> Span(4, 9).of("the text here")
    'text '

    Attributes:
        start: the offset of the first code point, from 0.
        end: the offset behind the last one.

    Raises:
        ValueError: when `0 <= start <= end` does not hold.
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        """Refuse a stretch that no text can hold."""
        if not 0 <= self.start <= self.end:
            message = f"a span needs 0 <= start <= end, not {self.start}, {self.end}"
            raise ValueError(message)

    def of(self, text: str) -> str:
        """Return the words of `text` that this span covers."""
        return text[self.start : self.end]
