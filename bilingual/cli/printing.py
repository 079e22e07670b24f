"""Lists on standard output: lines for people, JSON or CSV for machines."""

from __future__ import annotations

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


def print_list(
    rows: Sequence[dict[str, Json]], lines: Sequence[str], style: str, columns: Sequence[str]
) -> None:
    """Rows for machines, or lines for people; a table without rows still has its header."""
    from bilingual.reports.safe import clean
    from bilingual.reports.stages import print_rows

    if style == "text":
        sys.stdout.writelines(f"{clean(line)[:LONGEST_MESSAGE]}\n" for line in lines)
    elif style == "csv" and not rows:
        sys.stdout.write(",".join(columns) + "\n")
    else:
        print_rows(list(rows), style, sys.stdout)
