"""Measure how time and memory grow with the length of a text.

python benchmarks/growth.py [--longest KB]

A readout that is repeated, and pieces that lead rules astray when they are repeated: commas, brackets,
titles, capitals, "and", quotes, newlines, digits. Time is that of the processor, the best of three runs, and
is linear where time per KB does not grow. Memory is the peak while a text is read, the text and the result
left out.
"""

from __future__ import annotations

import argparse
import time
import tracemalloc
from pathlib import Path

import diplo

ROOT = Path(__file__).resolve().parents[1]
MOST_GROWTH = 1.5
RUNS = 3
REPORT = "The Foreign Minister of Peru, Ana Lima, met President Rui Vale of Portugal in Oslo today. "
PIECES = {
    "commas": ", ",
    "brackets": "( ) ",
    "open brackets": "(",
    "titles": "Minister of Foreign Affairs and ",
    "title lists": "Minister, ",
    "capitals": "Ana Lima ",
    "countries": "Peru and ",
    "and": "and ",
    "quotes": '" ',
    "newlines": "\n",
    "digits": "12 ",
    "one number": "1,",
    "one word": "a-",
    "talks": "discussed ways to strengthen ",
    "meetings": "met with ",
    "promises": "will sign and ",
}


def texts() -> dict[str, str]:
    """Return what is repeated, by name; each piece stands behind the report of a meeting."""
    paths = sorted((ROOT / "examples/readouts").glob("*.txt"))
    return {path.stem: path.read_text(encoding="utf-8") + "\n\n" for path in paths[:2]} | PIECES


def repeated(piece: str, size: int) -> str:
    """Return a text of about so many characters."""
    return REPORT + piece * (size // len(piece) + 1)


def seconds(text: str) -> float:
    """Return the least processor time in which a text is read."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        diplo.parse_all(text)
        times.append(time.process_time() - start)
    return min(times)


def bytes_beside_result(text: str) -> float:
    """Return the peak of memory for each character of a text, its result left out."""
    tracemalloc.start()
    meetings = diplo.parse_all(text)
    left, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del meetings
    return (peak - left) / len(text)


def main() -> None:
    """Print time per KB at each length, and mark what grows more than linearly."""
    layout = argparse.RawDescriptionHelpFormatter
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    arguments.add_argument("--longest", type=int, default=1000, metavar="KB")
    longest = arguments.parse_args().longest
    sizes = [size for size in (10, 100, 1000, 10_000) if size <= longest]
    print(f"{'ms per KB at':28}" + "".join(f"{size:>9} KB" for size in sizes) + "   bytes/character")
    for name, piece in texts().items():
        each = [1000 * seconds(repeated(piece, 1000 * size)) / size for size in sizes]
        mark = " grows" if max(each) > MOST_GROWTH * each[0] else ""
        memory = bytes_beside_result(repeated(piece, 1000 * min(100, longest)))
        print(
            f"{name:28}" + "".join(f"{taken:12.3f}" for taken in each) + f"{memory:12.0f}{mark}", flush=True
        )


if __name__ == "__main__":
    main()
