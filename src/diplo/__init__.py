"""Reads diplomatic readouts into typed records. This module holds the public names and nothing else."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from diplo.errors import DiploError, LexiconError, NoMeetingError, SchemaError
from diplo.model import (
    Act,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    Country,
    Meeting,
    MeetingFormat,
    Note,
    Office,
    Participant,
    Person,
    Place,
    Sector,
    Source,
    Statement,
    Topic,
)
from diplo.period import Period
from diplo.span import Span

if TYPE_CHECKING:
    from diplo.collation.comparing import compare
    from diplo.collation.following import follow
    from diplo.collation.matching import match
    from diplo.formats.csv import read_csv, write_csv
    from diplo.formats.json import from_json, to_json
    from diplo.lexicon import Lexicon, default_lexicon
    from diplo.parser import parse, parse_all

__version__ = "0.1.0"

__all__ = [
    "Act",
    "Commitment",
    "CommitmentKind",
    "CommitmentStatus",
    "Country",
    "DiploError",
    "Lexicon",
    "LexiconError",
    "Meeting",
    "MeetingFormat",
    "NoMeetingError",
    "Note",
    "Office",
    "Participant",
    "Period",
    "Person",
    "Place",
    "SchemaError",
    "Sector",
    "Source",
    "Span",
    "Statement",
    "Topic",
    "compare",
    "default_lexicon",
    "follow",
    "from_json",
    "match",
    "parse",
    "parse_all",
    "read_csv",
    "to_json",
    "write_csv",
]

# The reader and the writers load on first use, so that `import diplo` costs the model alone.
_ON_FIRST_USE = {
    "Lexicon": "diplo.lexicon",
    "compare": "diplo.collation.comparing",
    "default_lexicon": "diplo.lexicon",
    "follow": "diplo.collation.following",
    "from_json": "diplo.formats.json",
    "match": "diplo.collation.matching",
    "parse": "diplo.parser",
    "parse_all": "diplo.parser",
    "read_csv": "diplo.formats.csv",
    "to_json": "diplo.formats.json",
    "write_csv": "diplo.formats.csv",
}


def __getattr__(name: str) -> Any:
    """Load a public name on its first use."""
    if name not in _ON_FIRST_USE:
        message = f"module 'diplo' has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_ON_FIRST_USE[name]), name)
    globals()[name] = value
    return value


def _repr_html_(meeting: Meeting) -> str:
    """Show a meeting in a notebook as its text with what was read from it marked."""
    from diplo.formats.html import render  # noqa: PLC0415 (on first use, as above)

    return render(meeting, fragment=True)


# Only notebooks call this, by its name. It is set here, where all parts are known, and not written into the
# class, so that the model stays below the formats and no import points back.
Meeting._repr_html_ = _repr_html_  # type: ignore[attr-defined]
