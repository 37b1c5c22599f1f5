"""The vocabulary of diplomacy: reads and checks `data/` into one frozen, cached `Lexicon`."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs

from diplo.countries import country_rows, read_data
from diplo.lexicon import build, build_encounters, build_offices
from diplo.lexicon.encounter_words import EncounterWords, PlaceWords, SideWords
from diplo.lexicon.names import Name, NameKind, Rows, name_table
from diplo.lexicon.office_words import OfficeWords
from diplo.lexicon.store import kept
from diplo.lexicon.tables import Table
from diplo.lexicon.verbs import Form, base_form
from diplo.lexicon.words import Cue, SpeechWords, TopicWords, UndertakingWords
from diplo.model import Act, Country, Office, Sector
from diplo.phrasetable import PhraseTable
from diplo.sectors import SectorTable
from diplo.tokens import fold_words

__all__ = ["Cue", "Form", "Lexicon", "Name", "NameKind", "SideWords", "base_form", "default_lexicon"]

FILES = (
    *("countries.csv", "cities.csv", "organisations.csv"),
    *("offices.toml", "encounters.toml", "speech.toml", "topics.toml", "undertakings.toml", "sectors.toml"),
)
_NOTHING: Mapping[Any, Any] = MappingProxyType({})


@attrs.frozen
class Lexicon:
    """All vocabulary that the parser knows; `extend` gives a larger one."""

    names: PhraseTable[Name] = attrs.field(repr=False)
    offices: OfficeWords = attrs.field(repr=False)
    encounters: EncounterWords = attrs.field(repr=False)
    places: PlaceWords = attrs.field(repr=False)
    sides: SideWords = attrs.field(repr=False)
    speech: SpeechWords = attrs.field(repr=False)
    topics: TopicWords = attrs.field(repr=False)
    undertakings: UndertakingWords = attrs.field(repr=False)
    sectors: SectorTable = attrs.field(repr=False)

    @staticmethod
    def country(code: str) -> Country:
        """Return the country of an ISO 3166-1 alpha-2 code.

        Raises:
            KeyError: when there is no such country.
        """
        return Country(code=code, name=country_rows()[code]["name"])

    def extend(
        self,
        *,
        organisations: Mapping[str, Iterable[str]] = _NOTHING,
        cities: Mapping[str, str] = _NOTHING,
        titles: Mapping[Office, Iterable[str]] = _NOTHING,
        sectors: Mapping[Sector, Iterable[str]] = _NOTHING,
        speech: Mapping[Act, Iterable[str]] = _NOTHING,
    ) -> Lexicon:
        """Return a vocabulary that holds this one and more; this one stays as it is.

        Args:
            organisations: other forms of the name of each body, by its usual name.
            cities: ISO 3166-1 alpha-2 code of the country, by the name of the city.
            titles: titles of offices, by the class of the office; the last word of the part before
                "of", "for" or "to" is the head around which such a title is found.
            sectors: terms that put a topic into a sector.
            speech: verbs or verb phrases, in the base form, by what they do; regular forms are added.
        """
        bodies = {form: name for name, listed in organisations.items() for form in (name, *listed)}
        named = [(fold_words(form), Name(NameKind.ORGANISATION, name)) for form, name in bodies.items()]
        named += [(fold_words(city), Name(NameKind.CITY, city, code)) for city, code in cities.items()]
        offices = [(fold_words(title), office) for office, listed in titles.items() for title in listed]
        heads = {build.head_of(title): str(office) for title, office in offices}
        verbs = build.cues({str(act): listed for act, listed in speech.items()}, {})
        return attrs.evolve(
            self,
            names=self.names.extended(named),
            offices=attrs.evolve(
                self.offices,
                titles=self.offices.titles.extended(offices),
                heads={**heads, **self.offices.heads},
            ),
            sectors=self.sectors.extended(sectors),
            speech=attrs.evolve(self.speech, verbs=self.speech.verbs.extended(verbs)),
        )


@cache
def default_lexicon() -> Lexicon:
    """Return the vocabulary that is shipped with diplo, read once in a process.

    Raises:
        LexiconError: when a file of the vocabulary cannot be used.
    """
    return kept(_build, FILES)


def _build() -> Lexicon:
    """Build the vocabulary from its files."""
    rows: list[Rows] = [[dict(row) for row in country_rows().values()]]
    rows += [
        list(csv.DictReader(read_data(f"{name}.csv").splitlines())) for name in ("cities", "organisations")
    ]
    names = ("offices", "encounters", "speech", "topics", "undertakings")
    offices, encounters, speech, topics, undertakings = (
        Table.of(f"{name}.toml", read_data(f"{name}.toml")) for name in names
    )
    irregular = dict(speech["irregular"])
    lexicon = Lexicon(
        names=name_table(*rows),
        offices=offices.build(build_offices.offices_words),
        encounters=encounters.build(lambda data: build_encounters.encounters_words(data, irregular)),
        places=encounters.build(build_encounters.places_words),
        sides=encounters.build(build_encounters.sides_words),
        speech=speech.build(build.speech_words),
        topics=topics.build(lambda data: build.topics_words(data, irregular)),
        undertakings=undertakings.build(lambda data: build.undertakings_words(data, irregular)),
        sectors=SectorTable.from_toml(read_data("sectors.toml")),
    )
    for table in (offices, encounters, speech, topics, undertakings):
        table.check()
    return lexicon
