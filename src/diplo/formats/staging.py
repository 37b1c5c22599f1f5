"""Files that are replaced all together or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp


@contextmanager
def replaced_together(folder: Path, last: str = "") -> Iterator[Path]:
    """Give a place to write files into; all of them go to `folder` at the end.

    `last` names the file without which a reader takes the others for incomplete, if there is one: it is the
    first to leave and the last to arrive. Whatever is raised before the end, the older files stay or come
    back; a process that is killed between two renames leaves `folder` without that last file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    partial = Path(mkdtemp(prefix=".partial-", dir=folder))
    moved: list[tuple[Path, Path]] = []
    try:
        written, older = partial / "written", partial / "older"
        written.mkdir()
        older.mkdir()
        yield written
        names = sorted((path.name for path in written.iterdir()), key=lambda name: (name == last, name))
        for name in reversed(names):
            _move(folder / name, older / name, moved)
        for name in names:
            _move(written / name, folder / name, moved)
    except BaseException:
        for source, target in reversed(moved):
            if target.exists():
                target.replace(source)
        shutil.rmtree(partial)
        raise
    shutil.rmtree(partial)


def _move(source: Path, target: Path, moved: list[tuple[Path, Path]]) -> None:
    """Move a file, noted down beforehand, so that an interrupt between the two loses nothing."""
    if source.exists():
        moved.append((source, target))
        source.replace(target)
