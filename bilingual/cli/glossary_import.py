"""The command that takes over what reviewers decided on candidates."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual.cli.arguments import Commands, add_command
from bilingual.cli.messages import say
from bilingual.cli.printing import add_format, print_list

if TYPE_CHECKING:
    from bilingual.glossary.extraction.approving import Taken
    from bilingual.model.report import Json

COLUMNS = ("line", "outcome", "ja", "en", "note")
EXAMPLES = """examples:
  bilingual glossary import terms.xlsx -g ours.csv --reviewer "A. Sato"
  bilingual glossary import terms.csv -g ours.csv --dry-run

Approved rows become entries of the glossary; rejected ones are written to the file beside it (ours.rejected.csv)
and are left out by later runs of extract. Rows without a decision change nothing. Exit status: 0 all taken over,
1 decisions that contradict the glossary (they are listed and left out), 2 unusable input.
"""


def add_import(own: Commands) -> None:
    """Add import."""
    words = "take over the decisions of a list of candidates: approved rows become entries, rejected ones stay out"
    command = add_command(own, "import", words, _import, EXAMPLES)
    command.add_argument(
        "candidates", metavar="CANDIDATES", type=Path, help="what extract wrote, decided (CSV or XLSX)"
    )
    command.add_argument(
        "-g",
        "--glossary",
        metavar="PATH",
        type=Path,
        required=True,
        help="the glossary; made where there is none",
    )
    command.add_argument("--reviewer", default="", help="who decided, where the rows do not say")
    command.add_argument("--day", default="", help="when, where the rows do not say (default: today)")
    command.add_argument("--dry-run", action="store_true", help="show what would change, write nothing")
    add_format(command)


def _import(parsed: argparse.Namespace) -> int:
    from datetime import date

    from bilingual.config import known_date
    from bilingual.errors import OptionError
    from bilingual.glossary import format_of
    from bilingual.glossary.extraction.approving import take_over
    from bilingual.glossary.extraction.decisions import read_decisions
    from bilingual.glossary.extraction.rejections import read_rejections
    from bilingual.reports.files import check_target

    if all(map(Path.exists, (parsed.glossary, parsed.candidates))) and parsed.glossary.samefile(
        parsed.candidates
    ):
        raise OptionError(f"{parsed.glossary}: this is the list of candidates; name the glossary with -g")
    check_target(parsed.glossary, [])
    day = known_date(parsed.day) if parsed.day else date.today().isoformat()
    decisions, undecided = read_decisions(parsed.candidates)
    concepts = format_of(parsed.glossary).load(parsed.glossary, 0)[0] if parsed.glossary.exists() else ()
    before = read_rejections(parsed.glossary)
    taken = take_over(decisions, concepts, before, day=day, reviewer=parsed.reviewer)
    if not parsed.dry_run:
        _write(parsed.glossary, taken, concepts != taken.concepts, tuple(before) != taken.rejections)
    rows: list[dict[str, Json]] = [
        {"line": each.line, "outcome": each.outcome.value, "ja": each.ja, "en": each.en, "note": each.note}
        for each in taken.changes
    ]
    print_list(rows, [str(each) for each in taken.changes], parsed.format, COLUMNS)
    counts = Counter(each.outcome.value for each in taken.changes)
    told = ", ".join(f"{number} {name}" for name, number in counts.items())
    where = "nothing written (--dry-run)" if parsed.dry_run else f"glossary {parsed.glossary}"
    say(f"{told or 'no decisions'}, {undecided} undecided; {where}")
    return int(bool(taken.conflicts))


def _write(glossary: Path, taken: Taken, is_changed: bool, is_turned_down: bool) -> None:
    """Write what changed: rejections first, so that an entry never stands in both files after a failure."""
    from bilingual.glossary import write_glossary
    from bilingual.glossary.extraction.rejections import rejections_bytes, rejections_path
    from bilingual.reports.files import write_whole_bytes

    if is_turned_down:
        write_whole_bytes(rejections_path(glossary), rejections_bytes(taken.rejections))
    if is_changed or not glossary.exists():
        write_glossary(taken.concepts, glossary, like=glossary)
