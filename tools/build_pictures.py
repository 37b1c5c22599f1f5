"""Draw the pictures of the documentation anew: `make pictures`.

That of a highlighted text is taken in Chromium.
"""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import diplo
from diplo.formats.html import render

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
READOUT = ROOT / "examples" / "readouts" / "06-india-style-visit.txt"
SIZE = "1240,860"


def highlighted() -> str:
    """Return the page of one of the examples."""
    text = READOUT.read_text(encoding="utf-8")
    return render(diplo.parse(text, published=dt.date(2022, 8, 25), issuer="IN"))


def photograph(page: str, picture: Path) -> None:
    """Take a picture of a page in a browser without a window."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        sys.exit("needs Chromium")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"]
        flags += ["--disable-background-networking", f"--user-data-dir={folder}/profile"]
        flags += [f"--window-size={SIZE}", f"--screenshot={picture}"]
        subprocess.run([browser, *flags, file.as_uri()], check=True, capture_output=True)


def main() -> None:
    """Write all pictures to docs/images."""
    for name in ("who_met_whom", "what_falls_due", "what_came_up"):
        example = ROOT / "examples" / f"{name}.py"
        texts = ROOT / "examples" / "readouts"
        subprocess.run([sys.executable, example, texts, IMAGES / f"{name}.png"], check=True)
    photograph(highlighted(), IMAGES / "highlighted.png")


if __name__ == "__main__":
    main()
