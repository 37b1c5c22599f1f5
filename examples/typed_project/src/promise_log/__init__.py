"""Logs what was promised in a folder of readouts, the soonest first: `promise-log FOLDER`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import diplo
from diplo.corpus import parse_many, read_folder

FIRM = (diplo.CommitmentKind.AGREEMENT, diplo.CommitmentKind.PLEDGE)


class Promise(NamedTuple):
    """A firm commitment with a date."""

    due: str
    actors: tuple[str, ...]
    text: str


def promises(meetings: Iterable[diplo.Meeting]) -> Iterator[Promise]:
    """Yield what was agreed or pledged and has a date."""
    for meeting in meetings:
        for commitment in meeting.commitments:
            if commitment.kind in FIRM and commitment.due is not None:
                yield Promise(commitment.due.edtf, commitment.actors, commitment.text)


def main() -> None:
    """Print the promises of a folder."""
    readings = parse_many(read_folder(sys.argv[1]))
    for promise in sorted(promises(meeting for reading in readings for meeting in reading.meetings)):
        print(promise.due, ", ".join(promise.actors), promise.text, sep="\t")
