"""The commands, their arguments and their help.

`sources` finds the texts, `outputs` writes what was read, `show` draws it, `checks` reads outputs back, and
`report` says how it went.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from diplo.cli.checks import check_output
from diplo.cli.outputs import Format, write
from diplo.cli.report import reporting
from diplo.cli.show import explained, printable
from diplo.cli.sources import find_files, read_sources
from diplo.corpus import parse_many

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
@click.option(
    "--format",
    "chosen",
    type=click.Choice([each.value for each in Format]),
    default=Format.TABLE.value,
    show_default=True,
    help="What to write; csv and parquet need -o FOLDER.",
)
@_published
@_issuer
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE|FOLDER",
    help="Where to write: a file, or for csv and parquet a folder; for html a folder or one .html file.",
)
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="How many processes read.")
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
