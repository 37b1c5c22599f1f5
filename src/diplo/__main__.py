"""`diplo`, also as `python -m diplo`."""

from __future__ import annotations

import sys

from diplo.errors import MissingExtraError


def main() -> None:
    """Run the command line, or say which extra brings it."""
    try:
        from diplo.cli import program  # noqa: PLC0415 (who lacks the extra gets a message and no traceback)
    except MissingExtraError as error:
        sys.exit(str(error))
    program(prog_name="diplo")


if __name__ == "__main__":
    main()
