"""Measure how much of the reading of who met is lost when a text is damaged, by kind of damage.

python benchmarks/damage.py [--every N]

Texts are `examples/readouts`, `tests/releases` and, where they lie beside the checkout, `../shared/readouts`.
Each is damaged in each way, always alike, and the participants of all its meetings are compared with those of
the whole text: same country and body, half of the words of the name shared (Dice). What is lost is 1 - F1.
"""

from __future__ import annotations

import argparse
import random
import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import attrs

import diplo
from diplo.model import Participant

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / "examples/readouts", ROOT / "tests/releases", ROOT.parent / "shared/readouts")
LOOK_ALIKE = str.maketrans({"l": "1", "O": "0", "e": "c", "h": "b", "i": "l", "S": "5", "m": "rn", "u": "ii"})
LEFT_OVERS = (
    "<br />",
    "&nbsp;",
    "<p>",
    "</p>",
    "&amp;",
    "&#8217;",
    '<a href="#">',
    "</a>",
    "<strong>",
    "</span>",
)
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")

Change = Callable[[str, random.Random], str]
EditList = Callable[[list[str], int], list[str]]


def dropped(parts: list[str], place: int) -> list[str]:
    """Leave one part out."""
    return parts[:place] + parts[place + 1 :]


def doubled(parts: list[str], place: int) -> list[str]:
    """Say one part twice."""
    return parts[: place + 1] + parts[place:]


def swapped(parts: list[str], place: int) -> list[str]:
    """Exchange two neighbours."""
    return parts[:place] + parts[place : place + 2][::-1] + parts[place + 2 :]


def edited(
    text: str, chance: random.Random, edit: EditList, split: Callable[[str], list[str]], often: int
) -> str:
    """Edit one part of a text in so many, one at least, and put the parts together again."""
    parts = split(text)
    for place in sorted(chance.sample(range(len(parts)), max(1, len(parts) // often)), reverse=True):
        parts = edit(parts, place)
    return "".join(parts)


def lines(text: str) -> list[str]:
    """Return the paragraphs of a text, each with the line ends behind it."""
    return re.findall(r".+\n*|\n+", text)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, each with the space behind it."""
    return [sentence + " " for sentence in SENTENCE.split(text)]


def noisy(text: str, chance: random.Random, noise: Callable[[str], str], often: int) -> str:
    """Change one character in so many."""
    return "".join(noise(letter) if chance.randrange(often) == 0 else letter for letter in text)


def littered(text: str, chance: random.Random) -> str:
    """Put a tag or an entity behind one word in ten."""
    return re.sub(
        r"(?<=\w) ", lambda _: " " + chance.choice(LEFT_OVERS) if chance.randrange(10) == 0 else " ", text
    )


def garbled(text: str, _: random.Random) -> str:
    """Read the bytes of UTF-8 as if they were Windows-1252."""
    return text.encode("utf-8", "replace").decode("windows-1252", "replace")


KINDS: dict[str, Change] = {
    **{
        f"{edit.__name__} {name}, one in {often}": partial(edited, edit=edit, split=split, often=often)
        for split, name, often in (
            (list, "characters", 100),
            (lines, "paragraphs", 10),
            (sentences, "sentences", 10),
        )
        for edit in (dropped, doubled, swapped)
    },
    "cut off at three quarters": lambda text, _: text[: len(text) * 3 // 4],
    "cut off at half": lambda text, _: text[: len(text) // 2],
    "cut off at a quarter": lambda text, _: text[: len(text) // 4],
    "look-alikes as of a scanner, one in 100": partial(
        noisy, noise=lambda letter: letter.translate(LOOK_ALIKE), often=100
    ),
    "look-alikes as of a scanner, one in 30": partial(
        noisy, noise=lambda letter: letter.translate(LOOK_ALIKE), often=30
    ),
    "UTF-8 read as Windows-1252": garbled,
    "left-overs of HTML behind one word in ten": littered,
    "all capitals": lambda text, _: text.upper(),
    "all small letters": lambda text, _: text.lower(),
    "no punctuation": lambda text, _: re.sub(r"[^\w\s]", "", text),
    "no accents": lambda text, _: unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode(),
    "all on one line": lambda text, _: " ".join(text.split()),
    "spaces doubled": lambda text, _: text.replace(" ", "  "),
    "characters taken apart (NFD)": lambda text, _: unicodedata.normalize("NFD", text),
    "quotes of a typewriter": lambda text, _: text.translate(str.maketrans("‘’“”", "''\"\"")),
}


@attrs.frozen
class Score:
    """How many participants were found, wanted, and both."""

    found: int = 0
    wanted: int = 0
    right: int = 0

    def __add__(self, other: Score) -> Score:
        """Add up."""
        return Score(self.found + other.found, self.wanted + other.wanted, self.right + other.right)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0


def damaged(text: str, kind: str) -> str:
    """Damage a text in some way, always alike."""
    return KINDS[kind](text, random.Random(len(text)))  # noqa: S311 - no secret depends on it


def compare(found: Sequence[Participant], wanted: Sequence[Participant]) -> Score:
    """Count the participants that are the same."""
    left = list(found)
    right = 0
    for person in wanted:
        match = next((other for other in left if same(person, other)), None)
        if match is not None:
            left.remove(match)
            right += 1
    return Score(len(found), len(wanted), right)


def same(one: Participant, other: Participant) -> bool:
    """Tell whether two participants are of one party and share half of the words of their names."""
    if (one.country, one.organisation, one.name is None) != (
        other.country,
        other.organisation,
        other.name is None,
    ):
        return False
    words, others = (set(plain(person.name or str(person.office)).split()) for person in (one, other))
    return 2 * len(words & others) >= (len(words) + len(others)) / 2


def plain(name: str) -> str:
    """Return a name in small letters without accents."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()


def people(text: str) -> list[Participant]:
    """Return the participants of all meetings of a text."""
    return [person for meeting in diplo.parse_all(text) for person in meeting.participants]


def main() -> None:
    """Print a row of a table in Markdown for each kind of damage."""
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--every", type=int, default=1, help="take one text in so many")
    every = parser.parse_args().every
    paths = [path for folder in FOLDERS for path in sorted(folder.glob("*.txt"))][::every]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    whole = [people(text) for text in texts]
    print(f"{len(texts)} texts, {sum(map(len, whole))} participants")
    print("\n| damage | F1 of participants |\n|---|---|")
    for kind in KINDS:
        readings = (people(damaged(text, kind)) for text in texts)
        score = sum((compare(found, wanted) for found, wanted in zip(readings, whole, strict=True)), Score())
        print(f"| {kind} | {score.f1:.3f} |", flush=True)


if __name__ == "__main__":
    main()
