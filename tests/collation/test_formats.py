"""What records laid side by side give is written as JSON and CSV, and read back equal."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from frictionless import validate
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from tests.collation.case_files import read_cases
from tests.collation.strategies import COLLATIONS

import diplo
from diplo.errors import SchemaError
from diplo.formats.collation import Collation, from_json, json_schema, read_csv, to_json, write_csv

VALIDATOR = Draft202012Validator(json_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


@cache
def collated() -> Collation:
    """Return what is found in the cases."""
    cases = read_cases("cases")
    records = [meeting for case in cases for meeting in case.meetings.values()]
    return Collation(
        matches=diplo.match(records),
        comparisons=tuple(diplo.compare(*case.first_two) for case in cases),
        lives=diplo.follow(records),
    )


@settings(deadline=None, max_examples=30)
@given(COLLATIONS)
def test_any_collation_in_json(collation: Collation) -> None:
    """Nothing is lost in JSON, and the schema describes it."""
    written = to_json(collation)

    assert from_json(written) == collation
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(written))] == []


@settings(deadline=None, max_examples=20)
@given(COLLATIONS)
def test_any_collation_in_csv(collation: Collation) -> None:
    """Nothing is lost in tables."""
    with TemporaryDirectory() as folder:
        write_csv(collation, folder)

        assert read_csv(folder) == collation


def test_what_is_found_in_the_cases(tmp_path: Path) -> None:
    """Real findings keep their values, and the tables are a data package."""
    collation = collated()
    write_csv(collation, tmp_path)

    assert (len(collation.matches), len(collation.comparisons)) == (13, 15)
    assert len(collation.lives) > 15
    assert from_json(to_json(collation)) == read_csv(tmp_path) == collation
    assert validate(str(tmp_path / "datapackage.json")).valid


def test_schema_is_valid_and_describes_every_class() -> None:
    """The schema is one of JSON Schema 2020-12, and every definition has a sentence."""
    Draft202012Validator.check_schema(json_schema())

    definitions = json_schema()["$defs"]
    assert {"Match", "Pair", "Evidence", "Comparison", "Row", "Life", "LifeEvent", "Words"} <= set(
        definitions
    )
    assert [name for name, each in definitions.items() if len(each["description"]) < 15] == []


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ('"score": ', '"score": "x", "was": ', "$.matches[0].pairs[0]"),
        ('"outcome": "agree"', '"outcome": "agrees"', "$.comparisons[0].rows[0].outcome"),
        ('"turn": "said"', '"turn": 1', "$.lives[0].events["),
        ('"likeness": ', '"likeness": true, "was": ', "$.matches[0].pairs[0].evidence[0]"),
        ('"lives"', '"life"', "$.life"),
        ('"schema_version": "1"', '"schema_version": "0"', "$.schema_version"),
    ],
)
def test_faults_in_json_are_named(old: str, new: str, path: str) -> None:
    """Another type, another value and an unknown key are refused with their places, by the schema too."""
    faulty = to_json(collated()).replace(old, new, 1)

    with pytest.raises(SchemaError) as caught:
        from_json(faulty)

    assert caught.value.path.startswith(path)
    assert not VALIDATOR.is_valid(json.loads(faulty))


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("rows.csv", ",agree,", ",agrees,", "rows.csv, row 2, column outcome"),
        ("rows.csv", "\r\n1,2,", "\r\n1,3,", "rows.csv, row 3, column row"),
        ("pairs.csv", "\r\n1,1,", "\r\n99,1,", "pairs.csv, row 2, column match"),
        ("life_events.csv", "\r\n1,1,", "\r\n1,2,", "life_events.csv, row 2, column event"),
        ("comparisons.csv", "\r\n2,", "\r\n7,", "comparisons.csv, row 3, column comparison"),
    ],
)
def test_faults_in_tables_are_named(tmp_path: Path, file: str, old: str, new: str, place: str) -> None:
    """A wrong value, a number that does not come next and a row that belongs nowhere are refused."""
    write_csv(collated(), tmp_path)
    path = tmp_path / file
    path.write_bytes(path.read_bytes().replace(old.encode(), new.encode(), 1))

    with pytest.raises(SchemaError) as caught:
        read_csv(tmp_path)

    assert caught.value.path == place
