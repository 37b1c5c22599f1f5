"""The table of countries, as shipped in `data/countries.csv`."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def country_rows() -> Mapping[str, Mapping[str, str]]:
    """Return the rows of the table by ISO 3166-1 alpha-2 code, in the order of the file."""
    with files("diplo").joinpath("data/countries.csv").open(encoding="utf-8", newline="") as lines:
        return MappingProxyType({row["code"]: MappingProxyType(row) for row in csv.DictReader(lines)})
