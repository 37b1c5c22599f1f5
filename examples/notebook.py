"""Look at one reading in a notebook.

VS Code, Spyder and PyCharm run the cells that `# %%` parts, and `jupytext --to ipynb examples/notebook.py`
makes a Jupyter notebook of them. As a script it writes the highlighted text to a page.
"""

# %% Read a text
from __future__ import annotations

import datetime as dt
from pathlib import Path

import diplo
from diplo.formats.html import render

TEXT = """Foreign Minister Lima Receives Her Kenyan Counterpart

Foreign Minister Ana Lima of Portugal received her Kenyan counterpart, Peter Otieno, in Lisbon today.
The two ministers discussed renewable energy, maritime security and the situation in the Sahel.
They agreed to sign a memorandum of understanding on ports in June 2024.
"""
meeting = diplo.parse(TEXT, published=dt.date(2024, 3, 12))

# %% A cell that ends with a meeting shows its text, with all that was read from it marked
meeting  # noqa: B018 - a notebook shows this value  # pyright: ignore[reportUnusedExpression]

# %% The same as rows
for topic in meeting.topics:
    print(topic.text, topic.sectors[0], f"{topic.span.start}..{topic.span.end}")

# %% Keep the highlighted text as a page
page = Path("reading.html")
page.write_text(render(meeting), encoding="utf-8")
print(page, "written")
