"""Draw the pictures of the documentation anew: `make pictures`.

Those of a highlighted text and of two sides are taken in Chromium.
"""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import diplo
from diplo.formats.html import render, render_comparison
from diplo.formats.timeline import timeline

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
READOUT = ROOT / "examples" / "readouts" / "06-india-style-visit.txt"


def highlighted() -> str:
    """Return the page of one of the examples."""
    text = READOUT.read_text(encoding="utf-8")
    return render(diplo.parse(text, published=dt.date(2022, 8, 25), issuer="IN"))


def two_sides() -> str:
    """Return the page with two readouts of one meeting."""
    texts = ROOT / "examples" / "two_sides"
    sides = (("lisbon", "PT"), ("nairobi", "KE"))
    return render_comparison(
        diplo.compare(
            *(diplo.parse((texts / f"{name}.txt").read_text("utf-8"), issuer=of) for name, of in sides)
        )
    )


def promises(picture: Path) -> None:
    """Draw how the promises of the examples stand."""
    texts = sorted((ROOT / "examples" / "promises").glob("*.txt"))
    meetings = [diplo.parse(text.read_text("utf-8")) for text in texts]
    timeline(diplo.follow(meetings), dt.date(2026, 2, 1)).savefig(picture, dpi=100)


def photograph(page: str, picture: Path, size: str) -> None:
    """Take a picture of a page in a browser without a window."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        sys.exit("needs Chromium")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"]
        flags += ["--disable-background-networking", f"--user-data-dir={folder}/profile"]
        flags += [f"--window-size={size}", f"--screenshot={picture}"]
        subprocess.run([browser, *flags, file.as_uri()], check=True, capture_output=True)


def main() -> None:
    """Write all pictures to docs/images."""
    for name in ("who_met_whom", "what_falls_due", "what_came_up"):
        example = ROOT / "examples" / f"{name}.py"
        texts = ROOT / "examples" / "readouts"
        subprocess.run([sys.executable, example, texts, IMAGES / f"{name}.png"], check=True)
    promises(IMAGES / "promises.png")
    photograph(highlighted(), IMAGES / "highlighted.png", "1240,860")
    photograph(two_sides(), IMAGES / "two_sides.png", "1240,1680")


if __name__ == "__main__":
    main()
