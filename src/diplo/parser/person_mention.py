"""A person as a text names one: by name, by office, or both."""

from __future__ import annotations

import attrs

from diplo.model import Office


@attrs.frozen
class PersonMention:
    """Tokens `[first, last)` that name a person, an office, or both.

    Attributes:
        name: tokens of the bare name; `None` when only the office is named.
        office: class of the office; `None` for a bare name or a counterpart.
        country: code of the country that the words give to the person.
        target: country or organisation to which the person is accredited.
        plural: an office in the plural, without names: "the foreign ministers".
        countries: codes named with a plural office.
        titled: the words hold an office or an honorific, so that this is surely a person.
    """

    first: int
    last: int
    sentence: int
    name: tuple[int, int] | None = None
    honorific: str | None = None
    role: str | None = None
    office: Office | None = None
    country: str | None = None
    organisation: str | None = None
    target: str | None = None
    counterpart: bool = False
    plural: bool = False
    countries: tuple[str, ...] = ()
    titled: bool = True
