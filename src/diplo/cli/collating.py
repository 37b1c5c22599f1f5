"""Records read for laying them side by side: two of one encounter, or a dated corpus."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path

from diplo.cli.report import Report
from diplo.cli.sources import find_files, read_sources
from diplo.corpus import parse_many
from diplo.formats.csv import read_csv
from diplo.formats.datapackage import DESCRIPTOR
from diplo.formats.json import from_json
from diplo.model import Meeting


def read_records(
    paths: Iterable[Path],
    report: Report,
    *,
    published: dt.date | None = None,
    issuer: str | None = None,
    jobs: int = 1,
) -> Iterator[Meeting]:
    """Yield the meetings of texts, and of what diplo wrote: a file in JSON, a folder of CSV tables."""
    for path in paths:
        if (path / DESCRIPTOR).is_file():
            yield from read_csv(path)
        elif path.suffix.lower() == ".json":
            found = from_json(path.read_bytes())
            yield from (found,) if isinstance(found, Meeting) else found
        else:
            texts = read_sources(report.progress(find_files([path])), published=published, issuer=issuer)
            for reading in report.watched(parse_many(texts, jobs=jobs)):
                yield from reading.meetings


def likeliest(a: Sequence[Meeting], b: Sequence[Meeting]) -> tuple[Meeting, Meeting]:
    """Return the two records of two texts that are most likely of one encounter; the main ones when none is.

    Raises:
        MissingExtraError: without the extra `collate`.
    """
    from diplo.collation.evidence import hold_together  # noqa: PLC0415 - only this needs the extra
    from diplo.collation.records import Record  # noqa: PLC0415 - as above

    return max(product(a, b), key=lambda pair: hold_together(Record.of(pair[0]), Record.of(pair[1])).score)
