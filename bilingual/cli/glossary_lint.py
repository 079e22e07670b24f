"""The command that lists and mends problems of glossaries."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual.cli.arguments import Commands, add_command
from bilingual.cli.messages import say
from bilingual.cli.printing import add_format, print_list

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from bilingual.model.report import Json

DAY_RE = re.compile(r"\d{4}-\d{2}-\d{2}")
EXAMPLES = """examples:
  bilingual glossary lint ours.csv
  bilingual glossary lint ours.csv --fix --dry-run             what --fix would change
  bilingual glossary lint general.csv company.csv --layers     a company's entries may take the place of general ones

Exit status: 0 no problems, 1 problems, 2 unusable input.
"""
PROBLEM_COLUMNS = ("path", "line", "column", "code", "message", "way_out", "fixable")


def add_lint(own: Commands) -> None:
    """Add lint."""
    lint = add_command(
        own, "lint", "list the problems of glossaries, with the way out of each", _lint, EXAMPLES
    )
    lint.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        type=Path,
        help="glossaries in any format, which together are one (default: the packaged ones)",
    )
    lint.add_argument(
        "--layers",
        action="store_true",
        help="every FILE is a layer over those before it: it may have their terms and ids again",
    )
    add_format(lint)
    lint.add_argument(
        "--fix",
        action="store_true",
        help="mend what is safe to mend in CSV files (blanks, width, look-alikes); prints the changes",
    )
    lint.add_argument("--dry-run", action="store_true", help="with --fix: print the changes, write nothing")
    lint.add_argument(
        "--disable",
        metavar="CODE",
        action="append",
        default=[],
        help="leave a kind of problem out; may be repeated",
    )
    lint.add_argument("--day", default="", help="the day that counts as today (default: today)")


def _lint(parsed: argparse.Namespace) -> int:
    from bilingual.errors import OptionError
    from bilingual.glossary import load_default, packaged_files
    from bilingual.glossary.lint import CODES, lint

    unknown = [code for code in parsed.disable if code not in CODES]
    if unknown:
        raise OptionError(f"{unknown[0]!r} is no kind of problem; there are {', '.join(CODES)}")
    if parsed.day and not DAY_RE.fullmatch(parsed.day):
        raise OptionError(f"--day {parsed.day}: expected a day such as 2026-11-21")
    paths = list(dict.fromkeys(parsed.files)) or packaged_files()
    if parsed.fix:
        _fix(paths, sys.stdout if parsed.format == "text" else sys.stderr, write=not parsed.dry_run)
    known = load_default().by_id if parsed.files else ()
    found = [
        each
        for each in lint(paths, day=parsed.day, known=known, layered=parsed.layers)
        if each.code not in parsed.disable
    ]
    rows: list[dict[str, Json]] = [{name: getattr(each, name) for name in PROBLEM_COLUMNS} for each in found]
    print_list(rows, [f"{each} [{each.code}]" for each in found], parsed.format, PROBLEM_COLUMNS)
    fixable = sum(each.fixable for each in found)
    hint = f"; --fix mends {fixable}" if fixable and not parsed.fix else ""
    say(
        f"{len(found)} problem{'' if len(found) == 1 else 's'} in {len(paths)} file{'' if len(paths) == 1 else 's'}{hint}"
    )
    return int(bool(found))


def _fix(paths: Sequence[Path], stream: TextIO, *, write: bool) -> None:
    """Show what is mended, then write it (machine formats have standard output to themselves)."""
    from bilingual.glossary.lint import mend
    from bilingual.reports.files import write_whole
    from bilingual.reports.safe import clean_lines

    for mended in [mend(path) for path in paths]:  # all of them can be mended, or none is written
        if mended.diff:
            stream.write(clean_lines(mended.diff))
            stream.flush()
            if write:
                write_whole(mended.path, mended.text)
