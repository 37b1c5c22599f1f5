"""Show for every value the words that it was read from and the rule that read it.

python examples/explain_reading.py [TEXT_FILE]
"""

from __future__ import annotations

import sys
from pathlib import Path

import diplo

TEXT = """Foreign Minister Ana Lima of Portugal met Foreign Minister Peter Otieno of Kenya on 12 March 2024.
The ministers discussed renewable energy. Minister Otieno praised the work of Portuguese engineers in Mombasa.
They agreed to open a direct air link in 2025.
"""


def main(file: str | None = None) -> None:
    """Print line and column, kind, rule and words, in the order of the text."""
    text = Path(file).read_text(encoding="utf-8") if file else TEXT
    for meeting in diplo.parse_all(text):
        found = [(p.spans[0], "participant", p.rule) for p in meeting.participants if p.spans]
        found += [(topic.span, "topic", topic.rule) for topic in meeting.topics]
        found += [(said.span, said.act, said.rule) for said in meeting.statements]
        found += [(done.span, done.kind, done.rule) for done in meeting.commitments]
        found += [(note.span, "note", note.code) for note in meeting.notes]
        for span, kind, rule in sorted(found):
            line = text.count("\n", 0, span.start) + 1
            column = span.start - text.rfind("\n", 0, span.start)
            words = " ".join(span.of(text).split())
            print(f"{line:3}:{column:<4} {kind:12} {rule:28} {words:.60}")


if __name__ == "__main__":
    main(*sys.argv[1:])
