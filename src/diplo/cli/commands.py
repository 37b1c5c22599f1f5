"""The commands, their arguments and their help.

`sources` finds the texts, `outputs` writes what was read, `show` draws it, `checks` reads outputs back, and
`report` says how it went. `collating` finds records to lay side by side, `collations` writes what was found,
`side_by_side` draws it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from diplo.cli.checks import check_output
from diplo.cli.collating import likeliest, read_records
from diplo.cli.collations import FORMATS_OF_COMPARISON, FORMATS_OF_LIVES, write_comparison, write_lives
from diplo.cli.outputs import Format, write
from diplo.cli.report import reporting
from diplo.cli.show import explained, printable
from diplo.cli.sources import find_files, read_sources
from diplo.collation.following import follow
from diplo.corpus import parse_many

Command = TypeVar("Command", bound=Callable[..., Any])

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_EXIT_CODES = """\b
Exit codes:
  0    all was read
  1    something was not; stderr says what, and the rest is there
  2    the command was not understood
  130  interrupted
  141  whoever took the output went away
"""
_published = click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help='The day of publication of texts that do not state theirs; "today" is read against it.',
)
_issuer = click.option(
    "--issuer",
    metavar="CODE|NAME",
    help="The publisher: an ISO 3166-1 alpha-2 code, or the name of an organisation.",
)
_jobs = click.option(
    "--jobs", type=click.IntRange(1), default=1, show_default=True, help="How many processes read."
)
_output = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE|FOLDER",
    help="Where to write: a file, or for csv and parquet a folder; for html a folder or one .html file.",
)


def _format(formats: Iterable[str]) -> Callable[[Command], Command]:
    """Return the option that chooses among some formats, the first unless said otherwise."""
    every = list(formats)
    return click.option(
        "--format",
        "chosen",
        type=click.Choice(every),
        default=every[0],
        show_default=True,
        help="What to write; formats of several files need -o FOLDER.",
    )


@click.group(context_settings=_CONTEXT, epilog=_EXIT_CODES)
@click.version_option(package_name="diplo")
def program() -> None:
    """Read diplomatic readouts: who met whom, when, where, on what, and who promised what.

    \b
    Completion in the shell:
      bash  eval "$(_DIPLO_COMPLETE=bash_source diplo)"
      zsh   eval "$(_DIPLO_COMPLETE=zsh_source diplo)"
      fish  _DIPLO_COMPLETE=fish_source diplo | source
    """


@program.command("parse", epilog=_EXIT_CODES)
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER|-...", type=click.Path(path_type=Path))
@_format(each.value for each in Format)
@_published
@_issuer
@_output
@_jobs
def parse_command(
    paths: tuple[Path, ...],
    chosen: str,
    published: dt.datetime | None,
    issuer: str | None,
    output: Path | None,
    jobs: int,
) -> None:
    """Read texts and write what they say.

    FILE is a text, a web page (.html), or a corpus (.jsonl, .parquet); FOLDER holds texts and pages; - is
    the standard input. What cannot be read is told of on stderr, and the rest is read.

    \b
    Examples:
      diplo parse readout.txt --published 2024-03-12
      diplo parse readouts/ --format csv -o tables/ --jobs 4
      diplo parse readouts/ --format jsonl | jq -r .meeting.title
      curl -s https://example.org/readout.txt | diplo parse - --format html > readout.html
    """
    with reporting() as report:
        files = report.progress(find_files(paths))
        texts = read_sources(files, published=published.date() if published else None, issuer=issuer)
        write(report.watched(parse_many(texts, jobs=jobs)), Format(chosen), output, report)


@program.command("explain", epilog=_EXIT_CODES)
@click.argument("file", metavar="FILE|-", type=click.Path(path_type=Path))
@_published
@_issuer
def explain_command(file: Path, published: dt.datetime | None, issuer: str | None) -> None:
    """Print which rule read what: line and column, kind, rule, words.

    A dash stands where a meeting keeps no rule: for its days, its place, and who is only named.

    \b
    Examples:
      diplo explain readout.txt --published 2024-03-12
      diplo explain readout.txt | grep agreement
    """
    with reporting() as report:
        texts = read_sources([file], published=published.date() if published else None, issuer=issuer)
        for reading in report.watched(parse_many(texts)):
            if not reading.meetings and not reading.error:
                click.echo(f"{printable(reading.id)}: reports no meeting")
            for meeting in reading.meetings:
                click.echo(f"{printable(reading.id)}: {printable(meeting.title or 'meeting')}")
                for line in explained(meeting):
                    click.echo(line)


@program.command("compare", epilog=_EXIT_CODES)
@click.argument("a", metavar="A", type=click.Path(path_type=Path))
@click.argument("b", metavar="B", type=click.Path(path_type=Path))
@click.option("--issuer-a", metavar="CODE|NAME", help="The publisher of A.")
@click.option("--issuer-b", metavar="CODE|NAME", help="The publisher of B.")
@_published
@_format(FORMATS_OF_COMPARISON)
@_output
def compare_command(
    a: Path,
    b: Path,
    issuer_a: str | None,
    issuer_b: str | None,
    published: dt.datetime | None,
    chosen: str,
    output: Path | None,
) -> None:
    """Lay two texts of one meeting side by side: what both say, what differs, what only one says.

    A and B are texts, pages, or what diplo wrote. Of several meetings in them the two are taken that are most
    alike. Needs the extra collate.

    \b
    Examples:
      diplo compare ours.txt theirs.txt --issuer-a PT --issuer-b KE --published 2024-03-12
      diplo compare ours.txt theirs.txt --format html -o sides.html
    """
    with reporting() as report:
        from diplo.collation.comparing import compare  # noqa: PLC0415 - it needs an extra that others do not

        day = published.date() if published else None
        sides = [
            tuple(read_records([path], report, published=day, issuer=issuer))
            for path, issuer in ((a, issuer_a), (b, issuer_b))
        ]
        for path, meetings in zip((a, b), sides, strict=True):
            if not meetings and not report.faults:
                report.fault(f"{path}: reports no meeting")
        if all(sides):
            write_comparison(compare(*likeliest(*sides)), chosen, output)


@program.command("promises", epilog=_EXIT_CODES)
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER...", type=click.Path(path_type=Path))
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    metavar="YYYY-MM-DD",
    help="The day on which to look.",
)
@_published
@_issuer
@_format(FORMATS_OF_LIVES)
@_output
@_jobs
def promises_command(
    paths: tuple[Path, ...],
    as_of: dt.datetime,
    published: dt.datetime | None,
    issuer: str | None,
    chosen: str,
    output: Path | None,
    jobs: int,
) -> None:
    """List what was undertaken in a dated corpus and is overdue, due, or kept on a day.

    FOLDER holds texts and pages, or the tables that diplo wrote.

    \b
    Examples:
      diplo promises readouts/ --as-of 2026-01-01
      diplo promises tables/ --as-of 2026-01-01 --format png -o promises.png
    """
    with reporting() as report:
        day = published.date() if published else None
        records = read_records(paths, report, published=day, issuer=issuer, jobs=jobs)
        write_lives(follow(records), as_of.date(), chosen, output)


@program.command("check", epilog=_EXIT_CODES)
@click.argument("output", type=click.Path(exists=True, path_type=Path))
def check_command(output: Path) -> None:
    """Check that OUTPUT is what diplo writes: a file in JSON or JSON Lines, a folder of CSV or Parquet.

    \b
    Examples:
      diplo check meetings.jsonl
      diplo check tables/
    """
    with reporting() as report:
        meetings = 0
        for found in check_output(output):
            if isinstance(found, str):
                report.fault(f"{output}: {found}")
            else:
                meetings += found
        click.echo(f"{output}: {meetings} meetings{'' if report.faults else ', all as they should be'}")
