"""Count the sentences from which nothing was read, by the reason that their notes give.

python benchmarks/unread.py [--show CODE]

Texts are the collection beside the checkout (`../shared/corpus`) where there is one, else
`examples/readouts`; texts without a meeting are left out. Most codes name what a sentence is (a heading,
a dateline, background of the author); `unread_sentence` is the doubt: somebody acts, and no rule knows how.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import diplo
from diplo.parser.document import ParagraphKind, read_document

ROOT = Path(__file__).resolve().parents[1]
MOST = 20
DOUBT = "unread_sentence"
# Past tenses, by which the doubts are told apart.
VERB = re.compile(r"\b[a-z]{3,}ed\b")


def texts() -> Iterator[tuple[str, dt.date | None]]:
    """Yield the texts to read, with their days of publication."""
    for path in sorted((ROOT.parent / "shared" / "corpus").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line:
                row = json.loads(line)
                published = row.get("published") or ""
                whole = len(published) == len("2020-11-25")
                yield row["text"], dt.date.fromisoformat(published) if whole else None
    if not (ROOT.parent / "shared" / "corpus").exists():
        for path in sorted((ROOT / "examples" / "readouts").glob("*.txt")):
            yield path.read_text(encoding="utf-8"), None


def main() -> None:
    """Print the share of unread sentences, and the most frequent reasons."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--show", metavar="CODE", help="print the sentences of one reason")
    show = parser.parse_args().show
    sentences = 0
    reasons: Counter[str] = Counter()
    for text, published in texts():
        meetings = diplo.parse_all(text, published=published)
        document = read_document(text)
        if meetings:
            sentences += sum(document.kind(s) is not ParagraphKind.HEADLINE for s in document.sentences)
        notes = {(n.span.start, n.code): n for m in meetings for n in m.notes if n.code != "unresolved_date"}
        for note in notes.values():
            verb = VERB.search(note.text)
            doubt = f"{DOUBT}: {verb[0]}" if note.code == DOUBT and verb else note.code
            reasons[doubt] += 1
            if note.code == show:
                print(" ".join(note.text.split()))
    unread = reasons.total()
    doubts = sum(count for reason, count in reasons.items() if reason.startswith(DOUBT))
    print(f"{sentences} sentences; nothing read from {unread} ({unread / max(sentences, 1):.1%}),")
    print(f"among them {doubts} in which somebody acts ({doubts / max(sentences, 1):.1%})")
    for reason, count in reasons.most_common(MOST):
        print(f"{count:6}  {reason}")


if __name__ == "__main__":
    main()
