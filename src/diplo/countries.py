"""The table of countries, as shipped in `data/countries.csv`."""

from __future__ import annotations

import csv
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeGuard


def read_data(name: str) -> str:
    """Return the text of a file of `data/`."""
    return (pkgutil.get_data("diplo", f"data/{name}") or b"").decode("utf-8")


@cache
def country_rows() -> Mapping[str, Mapping[str, str]]:
    """Return the rows of the table by ISO 3166-1 alpha-2 code, in the order of the file."""
    rows = csv.DictReader(read_data("countries.csv").splitlines())
    return MappingProxyType({row["code"]: MappingProxyType(row) for row in rows})


def is_country(code: str | None) -> TypeGuard[str]:
    """Tell the code of a country apart from the name of a body, which may be as short: "G7"."""
    return code in country_rows()
