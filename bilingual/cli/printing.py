"""Standard output: reports and lists, lines for people, JSON or CSV for machines."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import TYPE_CHECKING

from bilingual.cli.messages import LONGEST_MESSAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilingual.cli.arguments import Parser
    from bilingual.model.report import Json

PRINTED = ("text", "json", "csv")


def add_format(command: Parser) -> None:
    """Add --format."""
    command.add_argument("--format", choices=PRINTED, default="text", help="output format (default: text)")


def put(text: str) -> None:
    """Write to standard output; where its reader went away (``| head``), the exit status stays what it is."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        if not reader_left(error):
            raise
        drop_output()


def reader_left(error: OSError) -> bool:
    """Whether the reader of the output went away; Windows says so by an invalid argument of no file."""
    if isinstance(error, BrokenPipeError):
        return True
    return os.name == "nt" and error.errno == errno.EINVAL and error.filename is None


def drop_output() -> None:
    """Nothing is left to say to a reader that went away."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def print_list(
    rows: Sequence[dict[str, Json]], lines: Sequence[str], style: str, columns: Sequence[str]
) -> None:
    """Rows for machines, or lines for people; a table without rows still has its header."""
    from bilingual.reports.safe import clean
    from bilingual.reports.stages import print_rows

    if style == "text":
        put("".join(f"{clean(line)[:LONGEST_MESSAGE]}\n" for line in lines))
    elif style == "csv" and not rows:
        put(",".join(columns) + "\n")
    else:
        stream = io.StringIO()
        print_rows(list(rows), style, stream)
        put(stream.getvalue())
