"""What goes in and what comes out: a text of a corpus, and what was read in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import attrs

from diplo.model import Meeting


@attrs.frozen(kw_only=True)
class Readout:
    """A text of a corpus and what is known about it.

    Attributes:
        id: a name of the reader's or caller's choice, such as the path of the file.
        text: the text to parse.
        published: the day of publication.
        issuer: ISO 3166-1 alpha-2 code or organisation of the publisher.
        url: the address at which the text was found.
        fault: what of it could not be read, with file and byte; `None` when nothing. The rest is in `text`.
    """

    id: str
    text: str
    published: dt.date | None = None
    issuer: str | None = None
    url: str | None = None
    fault: str | None = None

    @classmethod
    def from_record(cls, record: Mapping[str, Any], place: str) -> Readout:
        """Return the readout of a record with the keys text, id, published, issuer and url.

        Only text is needed, and other keys are passed over. A value that is of no use is left out and told of
        in `fault`.

        Args:
            record: days can be dates, times or text that starts with YYYY-MM-DD.
            place: where the record stands, the id of a record without one.
        """
        faults: list[str] = []

        def text(key: str) -> str | None:
            """Return a value that is text, or nothing."""
            value = record.get(key)
            if value is None or isinstance(value, str):
                return value
            faults.append(f"{place}: {key} is no text but {value!r:.40}")
            return None

        published = None
        try:
            published = _day(record.get("published"))
        except ValueError:
            faults.append(f"{place}: published is no day but {record['published']!r:.40}")
        if record.get("text") is None:
            faults.append(f"{place}: there is no text")
        name = record.get("id")
        return cls(
            id=place if name is None else str(name),
            text=text("text") or "",
            published=published,
            issuer=text("issuer") or None,
            url=text("url") or None,
            fault="; ".join(faults) or None,
        )


@attrs.frozen(kw_only=True)
class Reading:
    """What was read in a text of a corpus.

    Attributes:
        id: the id of the readout.
        meetings: the meetings that it reports, the main one first.
        error: what went wrong; `None` when nothing did. When only a part of the text could not be read,
            there can be meetings too.
    """

    id: str
    meetings: tuple[Meeting, ...] = ()
    error: str | None = None


def _day(value: Any) -> dt.date | None:
    """Return the day of a date, a time, or a text that starts with one.

    Raises:
        ValueError: for anything else.
    """
    match value:
        case None | "":
            return None
        case dt.datetime():
            return value.date()
        case dt.date():
            return value
        case str():
            return dt.date.fromisoformat(value[:10])
    raise ValueError
