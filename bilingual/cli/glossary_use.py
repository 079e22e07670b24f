"""The commands that show what releases do with a glossary, and what a changed one would do: use, impact."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual.cli.arguments import Commands, add_command, add_reading, add_settings, options_of
from bilingual.cli.glossary_extract import add_documents, add_output, deliver, settle_output
from bilingual.cli.messages import progress, say
from bilingual.cli.printing import add_format, print_list

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilingual.model.report import Json
    from bilingual.terminology import Effect

FORMATS = ("text", "csv", "xlsx", "html", "json")
COLUMNS = ("change", "document", "rule", "severity", "ja_line", "en_line", "message")
USE_EXAMPLES = """examples:
  bilingual glossary use ja.txt en.txt --glossary ours.csv
  bilingual glossary use releases/ --glossary ours.csv -o use.xlsx      all sections, a sheet for each
  bilingual glossary use releases/ --glossary ours.csv -o use.html

Exit status: 0 no warning of the rules of terms (TRM001 to TRM007), 1 warnings, 2 unusable input.
"""
IMPACT_EXAMPLES = """examples:
  bilingual glossary impact new.csv releases/                 a glossary that would be added
  bilingual glossary impact new.csv releases/ --old ours.csv  one that would replace ours.csv

Exit status: 0 nothing changes, 1 something does, 2 unusable input.
"""


def add_use(own: Commands) -> None:
    """Add use."""
    words = "show which terms releases use: variation, drift, forbidden terms, gaps, entries never used"
    use = add_command(own, "use", words, _use, USE_EXAMPLES)
    add_documents(use)
    add_output(
        use, FORMATS, "write to a file; sheets and pages have everything, text the beginning of each part"
    )
    add_reading(use)
    add_settings(use)


def add_impact(own: Commands) -> None:
    """Add impact."""
    words = "show what a changed glossary would newly flag in past releases, and what no longer"
    impact = add_command(own, "impact", words, _impact, IMPACT_EXAMPLES)
    impact.add_argument("new", metavar="NEW", type=Path, help="the glossary as it would be")
    add_documents(impact)
    impact.add_argument("--old", metavar="PATH", type=Path, help="the glossary as it is, which NEW replaces")
    add_reading(impact)
    add_format(impact)
    add_settings(impact)


def _use(parsed: argparse.Namespace) -> int:
    from bilingual.model.report import Severity
    from bilingual.reports.term_use import ENDINGS, render_bytes
    from bilingual.terminology import use

    style = settle_output(parsed, ENDINGS)
    options = options_of(parsed)
    with progress("reading and aligning"):
        usage, findings = use(parsed.files, options=options)
    deliver(parsed, render_bytes(usage, findings, style), "use of terms")
    return int(any(finding.severity.rank <= Severity.WARNING.rank for _, finding in findings))


def _impact(parsed: argparse.Namespace) -> int:
    from bilingual.reports.names import short_names
    from bilingual.terminology import impact

    options = options_of(parsed)
    with progress("checking twice"):
        effects = impact(parsed.new, parsed.files, old=parsed.old, options=options)
    names = short_names(effect.document for effect in effects)
    rows = [_row(effect, names) for effect in effects]
    lines = [_line(effect, names) for effect in effects]
    print_list(rows, lines, parsed.format, COLUMNS)
    counts = Counter((effect.is_new, effect.finding.severity.value) for effect in effects)
    told = [f"{number} {_word(is_new)} ({severity})" for (is_new, severity), number in counts.items()]
    say(", ".join(told) or "nothing changes")
    return int(bool(effects))


def _word(is_new: bool) -> str:
    return "newly flagged" if is_new else "no longer flagged"


def _row(effect: Effect, names: Mapping[str, str]) -> dict[str, Json]:
    finding = effect.finding
    values = (
        "new" if effect.is_new else "gone",
        names[effect.document],
        finding.rule,
        finding.severity.value,
        finding.ja.line if finding.ja else None,
        finding.en.line if finding.en else None,
        finding.message,
    )
    return dict(zip(COLUMNS, values, strict=True))


def _line(effect: Effect, names: Mapping[str, str]) -> str:
    finding = effect.finding
    spots = [f"{spot.language.value} {spot.line}" for spot in (finding.ja, finding.en) if spot is not None]
    sign = "+" if effect.is_new else "-"
    return f"{sign} {names[effect.document]} {', '.join(spots)}: {finding.severity.value} {finding.rule}: {finding.message}"
