"""Many texts parsed, in their order, in this process or in several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

import attrs

from diplo.corpus.processes import map_in_order
from diplo.corpus.readouts import Reading, Readout
from diplo.lexicon import Lexicon
from diplo.parser import parse_all


def parse_many(
    texts: Iterable[Readout], *, jobs: int = 1, lexicon: Lexicon | None = None
) -> Iterator[Reading]:
    """Parse texts and yield one reading for each, in their order.

    Texts are taken as they are needed, so that memory does not grow with their number. No text ends the run:
    whatever goes wrong stands in the `error` of its reading, also when the process that read it was killed.

    Args:
        texts: readouts, as `read_folder`, `read_jsonl` and `read_parquet` yield them.
        jobs: the number of processes; 1 for this one. More are started anew ("spawn"), so that a script
            needs `if __name__ == "__main__":` around what it does.
        lexicon: a vocabulary of one's own; `default_lexicon()` when not given.

    Raises:
        ValueError: when `jobs` is less than 1.
        RuntimeError: when no process comes up.
    """
    if jobs < 1:
        message = f"parse_many needs at least one process, not {jobs}"
        raise ValueError(message)
    work = partial(read, lexicon=lexicon)
    return map(work, texts) if jobs == 1 else map_in_order(work, texts, jobs, _lost)


def read(readout: Readout, *, lexicon: Lexicon | None = None) -> Reading:
    """Parse one text; whatever goes wrong is the `error` of the reading."""
    try:
        meetings = parse_all(
            readout.text, published=readout.published, issuer=readout.issuer, lexicon=lexicon
        )
    except Exception as error:  # noqa: BLE001 - a corpus is read to its end, whatever one text does
        return Reading(id=readout.id, error=f"{type(error).__name__}: {error}")
    if readout.url and meetings:
        source = attrs.evolve(meetings[0].source, url=readout.url)
        meetings = tuple(attrs.evolve(meeting, source=source) for meeting in meetings)
    return Reading(id=readout.id, meetings=meetings, error=readout.fault)


def _lost(readout: Readout, how: str) -> Reading:
    """Return the reading of a text during which the process ended."""
    return Reading(id=readout.id, error=f"the process that read this text {how}")
