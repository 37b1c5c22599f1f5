"""To which encounter a sentence belongs: that of the one who speaks in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from diplo.parser.document import Document
from diplo.parser.encounters import Encounter
from diplo.parser.floor import Utterance


def claim_sentences(
    document: Document, encounters: Sequence[Encounter], said: Mapping[int, Sequence[Utterance]]
) -> tuple[Encounter, ...]:
    """Give each encounter the sentences in which only people speak whom no other one has.

    What goes on in the same paragraph without a speaker goes with them.
    """
    principals = [{a.person for a in e.attendance if a.principal} for e in encounters]
    moved: dict[int, int] = {}
    for number, sentence in enumerate(document.sentences):
        speakers = {person for utterance in said.get(number, ()) for person in utterance.speakers}
        owner = next((i for i, e in enumerate(encounters) if number in e.sentences), None)
        before = document.sentences[number - 1]
        if not speakers and number - 1 in moved and before.paragraph == sentence.paragraph:
            moved[number] = moved[number - 1]
        if not speakers or owner is None or speakers & principals[owner]:
            continue
        fitting = [place for place, people in enumerate(principals) if speakers <= people]
        if len(fitting) == 1:
            moved[number] = fitting[0]
    return tuple(_with(encounter, place, moved) for place, encounter in enumerate(encounters))


def _with(encounter: Encounter, place: int, moved: Mapping[int, int]) -> Encounter:
    """Return an encounter with the sentences that are its own."""
    kept: Iterable[int] = (n for n in encounter.sentences if moved.get(n, place) == place)
    claimed = (n for n, owner in moved.items() if owner == place)
    return attrs.evolve(encounter, sentences=tuple(sorted({*kept, *claimed})))
