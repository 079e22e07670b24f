"""``bilingual glossary convert``: a glossary from one format into another, with what is lost on the way."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual.cli.arguments import Commands, add_command
from bilingual.cli.messages import say

if TYPE_CHECKING:
    from bilingual.glossary.losses import Loss
    from bilingual.glossary.problems import Problem

EXAMPLES = """examples:
  bilingual glossary convert terms.xlsx ours.csv
  bilingual glossary convert ours.csv terms.tbx --to tbx-dct --report lost.csv
  bilingual glossary convert theirs.csv ours.csv --map ja=勘定科目 --map en=3

Exit status: 0 written (what the format does not hold is told), 1 written without what was broken, 2 nothing written.
"""
FORMATS = ("csv", "tsv", "xlsx", "tbx", "tbx-dct", "tbx2", "utx", "tmx", "xliff", "xliff2", "pairs")
MOST_SHOWN = 20
STANDARD_OUTPUT = "-"


def add_convert(commands: Commands) -> None:
    """Add convert."""
    convert = add_command(commands, "convert", "turn a glossary into another format", _convert, EXAMPLES)
    convert.add_argument("source", metavar="IN", type=Path, help="the glossary, in any of the formats")
    convert.add_argument("target", metavar="OUT", type=Path, help="the file to write; - for standard output")
    convert.add_argument(
        "--from",
        dest="source_format",
        choices=FORMATS,
        default="",
        help="format of IN (default: by its content)",
    )
    convert.add_argument(
        "--to",
        dest="target_format",
        choices=FORMATS,
        default="",
        help="format of OUT (default: by its ending)",
    )
    convert.add_argument(
        "--map",
        dest="columns",
        metavar="FIELD=COLUMN",
        action="append",
        default=[],
        help="the column of a table (name or number) that holds a field such as ja, en or note; may be repeated",
    )
    convert.add_argument(
        "--report", metavar="PATH", type=Path, help="write everything that is lost to a file (CSV)"
    )
    convert.add_argument(
        "--keep-going", action="store_true", help="leave out what cannot be read instead of writing nothing"
    )


def _convert(parsed: argparse.Namespace) -> int:
    from bilingual.glossary.exchange import exchange_format, read_exchange
    from bilingual.reports.files import write_whole_bytes

    is_stream = str(parsed.target) == STANDARD_OUTPUT
    target = exchange_format(parsed.target, parsed.target_format or ("csv" if is_stream else ""))
    for path in (parsed.target, parsed.report):
        if path is not None and str(path) != STANDARD_OUTPUT:
            _check_target(path, parsed.source)
    reading = read_exchange(parsed.source, parsed.source_format, _columns(parsed.columns))
    _tell_problems(reading.problems)
    if reading.problems and (not parsed.keep_going or not reading.concepts):
        say(
            f"{parsed.target}: nothing was written"
            + ("" if parsed.keep_going else "; --keep-going leaves out what is broken")
        )
        return 2
    data, losses = target.write(reading.concepts)
    if is_stream:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        write_whole_bytes(parsed.target, data)
    _tell_losses(losses)
    if parsed.report is not None:
        write_whole_bytes(parsed.report, _loss_table(losses))
    count = len(reading.concepts)
    say(
        f"{count:,} concept{'' if count == 1 else 's'} written to {'standard output' if is_stream else parsed.target} as {target.words}"
    )
    return int(bool(reading.problems))


def _check_target(path: Path, source: Path) -> None:
    """Refuse a file that cannot be written, or that is the glossary that is read."""
    from bilingual.errors import OptionError
    from bilingual.reports.files import check_target

    if path.exists() and source.exists() and path.samefile(source):
        raise OptionError(f"{path}: this is the glossary that is read; give the new file another name")
    check_target(path, [])


def _columns(given: Iterable[str]) -> dict[str, str]:
    from bilingual.errors import OptionError

    columns = {}
    for words in given:
        field, mark, column = words.partition("=")
        if not mark or not column.strip():
            raise OptionError(f"--map {words}: expected FIELD=COLUMN, for example --map ja=日本語")
        columns[field.strip()] = column.strip()
    return columns


def _tell_problems(problems: Sequence[Problem]) -> None:
    for problem in problems[:MOST_SHOWN]:
        say(str(problem))
    if len(problems) > MOST_SHOWN:
        say(f"and {len(problems) - MOST_SHOWN:,} more problems")


def _tell_losses(losses: Sequence[Loss]) -> None:
    from bilingual.glossary.losses import summary

    lines = list(summary(losses))
    for line in lines[:MOST_SHOWN]:
        say(f"lost: {line}")
    if len(lines) > MOST_SHOWN:
        say(f"and {len(lines) - MOST_SHOWN} more kinds of loss; --report lists all")


def _loss_table(losses: Iterable[Loss]) -> bytes:
    from bilingual.glossary.cells import guarded
    from bilingual.glossary.records import csv_line

    rows = [["concept", "field", "value", "reason"]]
    rows += [[loss.concept, loss.field, loss.value, loss.reason] for loss in losses]
    return "".join(csv_line([guarded(cell) for cell in row]) for row in rows).encode("utf-8", "replace")
