"""The commands that compare and merge versions of a glossary."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual.cli.arguments import Commands, add_command
from bilingual.cli.messages import say
from bilingual.cli.printing import add_format, print_list

if TYPE_CHECKING:
    from bilingual.model.report import Json

CHANGE_COLUMNS = ("concept", "kind", "field", "before", "after", "line")
CONFLICT_COLUMNS = ("concept", "field", "base", "ours", "theirs")
DIFF_EXAMPLES = """examples:
  bilingual glossary diff old.csv new.csv
  bilingual glossary diff ours.csv terms.tbx --format csv     files of any formats

Exit status: 0 no difference, 1 differences, 2 unusable input.
"""
MERGE_EXAMPLES = """examples:
  bilingual glossary merge base.csv ours.csv theirs.csv -o merged.csv
  bilingual glossary merge %O %A %B -o %A                     as a merge driver of git

Exit status: 0 merged, 1 merged with conflicts (listed, and kept in the column conflict), 2 unusable input.
"""


def add_diff(own: Commands) -> None:
    """Add diff."""
    diff = add_command(
        own, "diff", "list what changed from one version of a glossary to another", _diff, DIFF_EXAMPLES
    )
    diff.add_argument("older", metavar="A", type=Path, help="the older version")
    diff.add_argument("newer", metavar="B", type=Path, help="the newer version")
    add_format(diff)


def add_merge(own: Commands) -> None:
    """Add merge."""
    merge = add_command(
        own, "merge", "merge two versions of a glossary that come from a third one", _merge, MERGE_EXAMPLES
    )
    merge.add_argument("base", metavar="BASE", type=Path, help="the version that both come from")
    merge.add_argument(
        "ours", metavar="OURS", type=Path, help="our version; it wins where both changed a field"
    )
    merge.add_argument("theirs", metavar="THEIRS", type=Path, help="their version")
    merge.add_argument(
        "-o", "--output", metavar="OUT", type=Path, required=True, help="the merged version (may be OURS)"
    )
    add_format(merge)


def _diff(parsed: argparse.Namespace) -> int:
    from bilingual.glossary import read_glossary
    from bilingual.glossary.comparing import compare

    older, newer = (read_glossary(path)[0] for path in (parsed.older, parsed.newer))
    found = compare(older, newer)
    rows: list[dict[str, Json]] = [{name: getattr(each, name) for name in CHANGE_COLUMNS} for each in found]
    print_list(rows, [str(each) for each in found], parsed.format, CHANGE_COLUMNS)
    numbers = [
        len({each.concept for each in found if each.kind == kind}) for kind in ("added", "removed", "changed")
    ]
    say("{} added, {} removed, {} changed".format(*numbers))
    return int(bool(found))


def _merge(parsed: argparse.Namespace) -> int:
    from bilingual.glossary import read_glossary, write_glossary
    from bilingual.glossary.merging import merge
    from bilingual.reports.files import check_target

    check_target(parsed.output, [])
    versions = [read_glossary(path)[0] for path in (parsed.base, parsed.ours, parsed.theirs)]
    merged = merge(*versions)
    write_glossary(merged.concepts, parsed.output, like=parsed.ours)
    rows: list[dict[str, Json]] = [
        {name: getattr(each, name) for name in CONFLICT_COLUMNS} for each in merged.conflicts
    ]
    print_list(rows, [f"conflict: {each}" for each in merged.conflicts], parsed.format, CONFLICT_COLUMNS)
    count = len(merged.conflicts)
    say(
        f"{len(merged.concepts)} concepts written to {parsed.output}, {count} conflict{'' if count == 1 else 's'}"
    )
    return int(bool(merged.conflicts))
