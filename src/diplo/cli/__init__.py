"""The command line. Needs the extra `cli`, which brings Click and Rich."""

from __future__ import annotations

from diplo.errors import MissingExtraError

try:
    from diplo.cli.commands import program
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] not in {"click", "rich"}:
        raise
    raise MissingExtraError(__name__, "cli") from error

__all__ = ["program"]
