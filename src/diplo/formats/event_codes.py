"""The codes of PLOVER and CAMEO for what a meeting holds, as shipped in `data/events.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, get_origin

import attrs
from attrs import validators
from cattrs import BaseValidationError, Converter, transform_error

from diplo.errors import LexiconError
from diplo.model import Act, Commitment, CommitmentKind, CommitmentStatus, Sector

_CAMEO = re.compile(r"[0-9]{3,4}")
_LINE_OF_FAULT = re.compile(r"at line (\d+)")


class Circumstance(StrEnum):
    """How the two sides of a pair met."""

    VISIT = "visit"
    MULTILATERAL = "multilateral"
    THIRD_PLACE = "third_place"
    UNPLACED = "unplaced"
    PHONE = "phone"
    VIDEO = "video"
    UNSTATED = "unstated"


class Part(StrEnum):
    """A part of a meeting that gives rows."""

    MEETING = "meeting"
    COMMITMENT = "commitment"


@attrs.frozen(kw_only=True)
class Code:
    """What one thing is called in the two codebooks, and how its rows are formed.

    Attributes:
        event: the PLOVER event; `None` where PLOVER codes nothing.
        mutual: those who do it do it to one another.
        to_hearer: done to the other side of the talk, where no addressee is named.
        yields_to: the part of the meeting whose row reports the same thing.
    """

    event: str | None = None
    mode: str | None = None
    cameo: str = attrs.field(validator=validators.matches_re(_CAMEO))
    mutual: bool = False
    to_hearer: bool = False
    yields_to: Part | None = None


@attrs.frozen(kw_only=True)
class Scale:
    """The quad class of a PLOVER event, and the scores of the event itself and of its modes."""

    quad: int = attrs.field(validator=[validators.ge(1), validators.le(4)])
    score: float | None = None
    modes: Mapping[str, float] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class _Words:
    """Words that tell a circumstance."""

    words: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Codes:
    """All that `events.toml` says."""

    events: Mapping[str, Scale]
    meetings: Mapping[Circumstance, Code]
    acts: Mapping[Act, Code]
    commitments: Mapping[CommitmentKind, Mapping[CommitmentStatus, Code]]
    signings: Mapping[CommitmentStatus, Code]
    multilateral: _Words
    contexts: Mapping[Sector, tuple[str, ...]]

    def of_commitment(self, commitment: Commitment) -> Code:
        """Return the code of a commitment; what has an instrument is a signing."""
        kinds = self.signings if commitment.instrument is not None else self.commitments[commitment.kind]
        return kinds[commitment.status]

    def contexts_of(self, sectors: Iterable[Sector]) -> tuple[str, ...]:
        """Return the contexts of some sectors, each once, in their order."""
        return tuple(dict.fromkeys(context for sector in sectors for context in self.contexts[sector]))

    def quad(self, code: Code) -> int | None:
        """Return the quad class of the PLOVER event of a code."""
        return None if code.event is None else self.events[code.event].quad

    def score(self, code: Code) -> float | None:
        """Return the score of the PLOVER event of a code in its mode."""
        if code.event is None:
            return None
        scale = self.events[code.event]
        return scale.score if code.mode is None else scale.modes[code.mode]


@cache
def default_codes() -> Codes:
    """Return the codes that diplo ships."""
    return read_codes(files("diplo").joinpath("data/events.toml").read_text(encoding="utf-8"))


def read_codes(text: str, file: str = "events.toml") -> Codes:
    """Read and check a file of codes.

    Raises:
        LexiconError: when the text is no TOML, when a value is missing or of another kind, or when a code
            names an event or a mode of which `events` knows nothing.
    """
    try:
        codes = _CONVERTER.structure(tomllib.loads(text), Codes)
    except tomllib.TOMLDecodeError as error:
        line = _LINE_OF_FAULT.search(str(error))
        raise LexiconError(file, int(line[1]) if line else None, str(error)) from None
    except BaseValidationError as error:
        raise LexiconError(file, None, transform_error(error, path="")[0]) from None
    for fault in _faults(codes):
        raise LexiconError(file, None, fault)
    return codes


def _faults(codes: Codes) -> Iterator[str]:
    """Say what is missing, and which codes name an event or a mode that is not there."""
    kinds = codes.commitments
    tables: tuple[tuple[str, Mapping[Any, Any], type[StrEnum]], ...] = (
        ("meetings", codes.meetings, Circumstance),
        ("acts", codes.acts, Act),
        ("commitments", kinds, CommitmentKind),
        *((f"commitments.{kind}", kinds[kind], CommitmentStatus) for kind in kinds),
        ("signings", codes.signings, CommitmentStatus),
        ("contexts", codes.contexts, Sector),
    )
    for name, table, keys in tables:
        for key in keys:
            if key not in table:
                yield f"{name}.{key} is missing"
        for key, code in table.items():
            if isinstance(code, Code) and code.event is None and code.mode is not None:
                yield f"{name}.{key}.mode: there is no event of which {code.mode!r} could be a mode"
            if not isinstance(code, Code) or code.event is None:
                continue
            if code.event not in codes.events:
                yield f"{name}.{key}.event: {code.event!r} is not in events"
            elif code.mode is not None and code.mode not in codes.events[code.event].modes:
                yield f"{name}.{key}.mode: {code.mode!r} is no mode of {code.event}"


def _read_text(value: Any, kind: type[str]) -> str:
    """Take text, also as the member of an enum, and nothing that only can be turned into text."""
    if not isinstance(value, str):
        message = f"{value!r} is no text"
        raise TypeError(message)
    return kind(value)


def _read_exactly(value: Any, kind: type[int]) -> int:
    """Take a value of exactly this type, so that `True` is no number."""
    if type(value) is not kind:
        message = f"{value!r} is of another type"
        raise TypeError(message)
    return value


def _is_tuple(kind: Any) -> bool:
    """Tell whether a type is a tuple of something."""
    return get_origin(kind) is tuple


def _read_list(value: Any, _kind: Any) -> tuple[str, ...]:
    """Take a list of texts, and no text apart."""
    if not isinstance(value, list) or not all(isinstance(member, str) for member in value):
        message = f"{value!r} is no list of texts"
        raise TypeError(message)
    return tuple(value)


def _converter() -> Converter:
    """Return a converter that takes the keys of the classes and no others."""
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook(str, _read_text)
    converter.register_structure_hook(int, _read_exactly)
    converter.register_structure_hook(bool, _read_exactly)
    converter.register_structure_hook_func(_is_tuple, _read_list)
    return converter


_CONVERTER = _converter()
