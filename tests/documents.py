"""The pages of the project in Markdown, and the blocks of code in them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import attrs
from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    path
    for folder in (".", "docs", "examples", "src")
    for path in (ROOT / folder).glob("*.md" if folder == "." else "**/*.md")
)
_MARKDOWN = MarkdownIt("commonmark").enable("table")


@attrs.frozen
class Block:
    """A block of code: what stands behind the fence, empty for an indented one, and its lines."""

    language: str
    content: str


def name_of(page: Path) -> str:
    """Return the path of a page as the name of a test."""
    return page.relative_to(ROOT).as_posix()


def blocks(page: Path, language: str | None = None) -> list[Block]:
    """Return the blocks of code of a page, inside lists and quotes too; all, or those of one language."""
    found = [
        Block(token.info.strip(), token.content)
        for token in _MARKDOWN.parse(page.read_text(encoding="utf-8"))
        if token.type in {"fence", "code_block"}
    ]
    return [block for block in found if language in {None, block.language}]


def links(page: Path) -> list[str]:
    """Return where the links and pictures of a page lead."""
    tokens = _inside(_MARKDOWN.parse(page.read_text(encoding="utf-8")))
    return [
        str(token.attrs.get("href") or token.attrs["src"])
        for token in tokens
        if token.type in {"link_open", "image"}
    ]


def anchors(page: Path) -> set[str]:
    """Return the names under which the headings of a page can be reached."""
    tokens = _MARKDOWN.parse(page.read_text(encoding="utf-8"))
    headings = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    kept = ("".join(c for c in heading.lower() if c.isalnum() or c in " -_") for heading in headings)
    return {heading.replace(" ", "-") for heading in kept}


def _inside(tokens: list[Token]) -> Iterator[Token]:
    """Yield tokens and what stands in them."""
    for token in tokens:
        yield token
        yield from _inside(token.children or [])
