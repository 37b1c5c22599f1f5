"""The base of a verb, taken back from its other forms."""

from __future__ import annotations

import pytest

from diplo.lexicon import base_form


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("provided", "provide"),
        ("opened", "open"),
        ("witnessed", "witness"),
        ("equipped", "equip"),
        ("travelling", "travel"),
        ("trained", "train"),
        ("received", "receive"),
        ("carried", "carry"),
        ("contributed", "contribute"),
        ("repeated", "repeat"),
        ("completed", "complete"),
        ("proceed", "proceed"),
        ("held", "hold"),
        ("sign", "sign"),
        ("red", "red"),
    ],
)
def test_base_is_taken_back_from_other_forms(form: str, base: str) -> None:
    """Irregular forms as they are listed, the others by the rules of spelling."""
    assert base_form(form, {"held": "hold"}) == base
