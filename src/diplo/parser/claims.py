"""To which encounter a sentence belongs: that of the one who speaks in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from diplo.parser.document import Document, starting_within
from diplo.parser.encounters import Encounter
from diplo.parser.entities import Entities
from diplo.parser.floor import Utterance
from diplo.parser.mentions import Mentions

Said = Mapping[int, Sequence[Utterance]]


def claim_sentences(
    document: Document, mentions: Mentions, entities: Entities, encounters: Sequence[Encounter], said: Said
) -> tuple[Encounter, ...]:
    """Give each encounter the sentences in which only people speak whom no other one has.

    What goes on in the same paragraph without a speaker goes with them, unless it names its own countries.
    """
    if len(encounters) == 1:
        return tuple(encounters)
    claims = _Claims(entities, encounters)
    moved: dict[int, int] = {}
    for number, sentence in enumerate(document.sentences):
        owner = claims.owner(number)
        if owner is None:
            continue
        speakers = {person for utterance in said.get(number, ()) for person in utterance.speakers}
        fresh = document.opens_paragraph(number)
        names = starting_within(mentions.names, sentence.first, sentence.last)
        if speakers:
            place = claims.of_speakers(speakers, owner)
        elif fresh or claims.is_about(owner, {name.name.code for name in names}):
            place = None
        else:
            place = moved.get(number - 1)
        if place is not None:
            moved[number] = place
    return tuple(_with(encounter, place, moved) for place, encounter in enumerate(encounters))


class _Claims:
    """Who took part in which encounter."""

    def __init__(self, entities: Entities, encounters: Sequence[Encounter]) -> None:
        """Collect the principals of each encounter and their countries."""
        self.encounters = encounters
        self.people = [set(encounter.principals) for encounter in encounters]
        self.countries = [{entities.people[person].country for person in some} for some in self.people]

    def owner(self, number: int) -> int | None:
        """Return the encounter to which a sentence belongs by its place."""
        return next((i for i, e in enumerate(self.encounters) if number in e.sentences), None)

    def of_speakers(self, speakers: set[int], owner: int) -> int | None:
        """Return the only encounter in which all speakers took part; `None` when one of the owner speaks."""
        fitting = [place for place, people in enumerate(self.people) if speakers <= people]
        return fitting[0] if len(fitting) == 1 and not speakers & self.people[owner] else None

    def is_about(self, owner: int, named: set[str | None]) -> bool:
        """Tell whether the countries of an encounter are named."""
        return self.countries[owner] <= named


def _with(encounter: Encounter, place: int, moved: Mapping[int, int]) -> Encounter:
    """Return an encounter with the sentences that are its own."""
    kept: Iterable[int] = (n for n in encounter.sentences if moved.get(n, place) == place)
    claimed = (n for n, owner in moved.items() if owner == place)
    return attrs.evolve(encounter, sentences=tuple(sorted({*kept, *claimed})))
