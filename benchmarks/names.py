"""Compare the names of people that diplo and spaCy find in the labelled readouts.

python benchmarks/names.py [FOLDER]

A name is right when it is the name, or another form of the name, of a labelled person; a person is found when
one of the names that were found is. spaCy, with its small English model, is measured where it is installed.
It marks names and does not say who took part, so who is only mentioned counts here like who met. The texts
of `tests/releases` have been studied since they were labelled, which favours diplo.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import diplo

RELEASES = Path(__file__).resolve().parents[1] / "tests" / "releases"


def key(name: str) -> str:
    """Return a name in the form in which it is compared."""
    return " ".join(name.removesuffix("'s").removesuffix("’s").replace("-", " ").lower().split())


def labelled(label: dict[str, Any]) -> list[set[str]]:
    """Return the forms of the name of each person that a label names."""
    people = [person for meeting in label["meetings"] for person in meeting["participants"] if person["name"]]
    forms = [{person["name"], *person.get("aliases", [])} for person in people]
    return [set(map(key, each)) for each in (*forms, *({name} for name in label["mentioned"]))]


def by_diplo(text: str) -> Iterable[str]:
    """Return the names that diplo reads."""
    for meeting in diplo.parse_all(text):
        for person in (*meeting.participants, *meeting.mentioned):
            yield from (name for name in (person.name, *person.aliases) if name)


def readers() -> dict[str, Callable[[str], Iterable[str]]]:
    """Return what finds names, as far as it is installed."""
    found: dict[str, Callable[[str], Iterable[str]]] = {"diplo": by_diplo}
    if find_spec("en_core_web_sm"):
        pipeline = import_module("spacy").load("en_core_web_sm")
        found["spaCy small"] = lambda text: [
            ent.text for ent in pipeline(text).ents if ent.label_ == "PERSON"
        ]
    return found


def main(folder: str = str(RELEASES)) -> None:
    """Print precision, recall and F1 of each reader."""
    labels = {
        path: json.loads(path.read_text(encoding="utf-8")) for path in sorted(Path(folder).glob("*.json"))
    }
    print(f"{len(labels)} texts\n{'':14}{'precision':>10}{'recall':>10}{'F1':>10}")
    for name, read in readers().items():
        right = total = found = people = 0
        for path, label in labels.items():
            persons = labelled(label)
            names = set(map(key, read(path.with_suffix(".txt").read_text(encoding="utf-8"))))
            right += sum(any(each in person for person in persons) for each in names)
            found += sum(bool(person & names) for person in persons)
            total, people = total + len(names), people + len(persons)
        precision, recall = right / total, found / people
        print(
            f"{name:14}{precision:10.3f}{recall:10.3f}{2 * precision * recall / (precision + recall):10.3f}"
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
