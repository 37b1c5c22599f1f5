"""Pages as a real browser shows them: the distribution's Chromium, without a window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

_CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_DRIVER = shutil.which("chromedriver")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Where each mark stands, in characters of the text as the browser holds it, and whether it has a size there.
_MARKS = """
const article = document.querySelector('.diplo article');
const offsets = new Map();
let offset = 0;
const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const length = Array.from(walker.currentNode.data).length;
  for (let node = walker.currentNode.parentElement; node !== article; node = node.parentElement) {
    const [start] = offsets.get(node) ?? [offset];
    offsets.set(node, [start, offset + length]);
  }
  offset += length;
}
return Array.from(offsets, ([node, ends]) => [node.dataset.mark, node.className, ...ends]);
"""


@contextmanager
def chromium(profile: Path) -> Iterator[webdriver.Chrome]:
    """Run a browser with a new profile; skip the test where there is none."""
    if not (_CHROMIUM and _DRIVER):
        pytest.skip("needs Chromium and its driver")
    options = webdriver.ChromeOptions()
    options.binary_location = _CHROMIUM
    for flag in (*_FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(_DRIVER))
    try:
        yield driver
    finally:
        driver.quit()


def show(driver: webdriver.Chrome, html: str, file: Path) -> None:
    """Open a page that was written to a file."""
    file.write_text(html, encoding="utf-8", newline="")
    driver.get(file.as_uri())


def script(driver: webdriver.Chrome, javascript: str, *arguments: Any) -> Any:
    """Ask the page something."""
    return driver.execute_script(javascript, *arguments)


def marks_on_screen(driver: webdriver.Chrome) -> list[tuple[str, str, int, int]]:
    """Return key, kind, start and end of every marked element of the text."""
    found = [(key.partition("-")[2], kind, start, end) for key, kind, start, end in script(driver, _MARKS)]
    return sorted(found)
