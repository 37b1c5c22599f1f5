"""The names of countries, their people, their cities, and of organisations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from diplo.phrasetable import PhraseTable
from diplo.tokens import fold_words


class NameKind(StrEnum):
    """What a known name names."""

    COUNTRY = "country"
    ADJECTIVE = "adjective"
    NATIONAL = "national"
    CITY = "city"
    ORGANISATION = "organisation"


class Name(NamedTuple):
    """A known name.

    Attributes:
        label: usual name of the country or organisation; name of the city.
        code: ISO 3166-1 alpha-2 code; `None` for organisations.
        capital: the city is the seat of its government, and may stand for it.
        exact: the folded form is an abbreviation that counts only in capitals ("US", not "us").
    """

    kind: NameKind
    label: str
    code: str | None = None
    capital: bool = False
    exact: bool = False


Rows = list[dict[str, str]]


def name_table(countries: Rows, cities: Rows, organisations: Rows) -> PhraseTable[Name]:
    """Build the table of all names; where two are spelt alike, the country wins, then the organisation."""
    return PhraseTable(
        [*_cities(cities), *_organisations(organisations), *_countries(countries)],
    )


def split_cell(row: Mapping[str, str], column: str) -> list[str]:
    """Return the forms listed in a cell."""
    return [form for form in row[column].split("|") if form]


def _countries(rows: Rows) -> Iterator[tuple[tuple[str, ...], Name]]:
    """Yield capitals, nationals, adjectives and names of countries, the most specific last."""
    kinds = (
        (NameKind.CITY, ("capital",)),
        (NameKind.NATIONAL, ("nationals",)),
        (NameKind.ADJECTIVE, ("adjectives",)),
        (NameKind.COUNTRY, ("name", "official", "forms")),
    )
    for kind, columns in kinds:
        for row in rows:
            for column in columns:
                for form in split_cell(row, column):
                    if kind is NameKind.CITY:
                        yield fold_words(form), Name(kind, form, row["code"], capital=True)
                    else:
                        yield (
                            fold_words(form),
                            Name(kind, row["name"], row["code"], exact=_is_abbreviation(form)),
                        )


def _cities(rows: Rows) -> Iterator[tuple[tuple[str, ...], Name]]:
    """Yield the cities under all their spellings."""
    for row in rows:
        for form in (row["name"], *split_cell(row, "forms")):
            yield fold_words(form), Name(NameKind.CITY, row["name"], row["country"])


def _organisations(rows: Rows) -> Iterator[tuple[tuple[str, ...], Name]]:
    """Yield the organisations under all their names."""
    for row in rows:
        for form in (row["name"], *split_cell(row, "forms")):
            yield fold_words(form), Name(NameKind.ORGANISATION, row["name"], exact=_is_abbreviation(form))


def _is_abbreviation(form: str) -> bool:
    """Tell whether a form is written in capitals only."""
    return form.isupper() and " " not in form
