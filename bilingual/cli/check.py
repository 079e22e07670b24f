"""Commands that compare and report: check, audit, demo."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual.cli.arguments import (
    Commands,
    Parser,
    add_command,
    add_filing,
    add_reading,
    add_report,
    add_settings,
    options_of,
)
from bilingual.cli.messages import progress, say
from bilingual.cli.printing import put

if TYPE_CHECKING:
    from bilingual.model.report import Report

CHECK_EXAMPLES = """examples:
  bilingual check release.txt                               one file that holds both languages
  bilingual check ja.pdf en.docx -o report.html             two files of any formats; a page to look at and print
  bilingual check ja.pdf en.pdf --annotate marked --ticks   copies with the findings as comments
  bilingual check releases/ --format json -o all.json       every pair of a folder
  bilingual check ja.txt en.txt --baseline report.json      what an earlier report does not have
  bilingual check release.sdlxliff                          a bilingual file of a translator's tool

Exit status: 0 nothing at or above --fail-on, 1 findings at or above it, 2 unusable input or arguments.
"""
AUDIT_EXAMPLES = """examples:
  bilingual audit en.txt
  bilingual audit ja.pdf -o report.html

Exit status: 0 nothing at or above --fail-on, 1 findings at or above it, 2 unusable input or arguments.
"""
DEMO_EXAMPLES = """examples:
  bilingual demo
  bilingual demo -o report.html

Exit status: 0.
"""


def add_check(commands: Commands) -> None:
    """Add check."""
    check = add_command(
        commands,
        "check",
        "compare the two languages of a release and report what disagrees",
        _check,
        CHECK_EXAMPLES,
    )
    check.add_argument(
        "ja",
        metavar="JA",
        help="the Japanese file or one file that holds both languages (text, PDF, Word, Excel, web page), a bilingual file "
        "of a translator's tool (XLIFF, TMX, PO, CSV, XLSX), or a folder with *_ja.* and *_en.* files",
    )
    check.add_argument("en", metavar="EN", nargs="?", help="the English file")
    add_reading(check)
    add_filing(check)
    add_report(check)
    _add_annotate(check)
    check.add_argument("--baseline", metavar="FILE", type=Path, help="JSON report whose findings stay silent")
    add_settings(check)


def _add_annotate(command: Parser) -> None:
    command.add_argument(
        "--annotate",
        metavar="DIR",
        type=Path,
        help="write copies of PDF, Word and Excel files with the findings as comments; the files stay as they are",
    )
    command.add_argument(
        "--ticks", action="store_true", help="with --annotate: mark the figures that something confirms"
    )


def add_audit(commands: Commands) -> None:
    """Add audit."""
    audit = add_command(
        commands,
        "audit",
        "check one document in one language for what it contradicts by itself",
        _audit,
        AUDIT_EXAMPLES,
    )
    audit.add_argument(
        "file", metavar="FILE", help="a file in one language: text, PDF, Word, Excel or a web page"
    )
    add_report(audit)
    _add_annotate(audit)
    add_filing(audit)
    add_settings(audit)


def add_demo(commands: Commands) -> None:
    """Add demo."""
    demo = add_command(
        commands,
        "demo",
        "check a packaged release with planted errors and print the report",
        _demo,
        DEMO_EXAMPLES,
    )
    add_report(demo, fail_on=False)


def _check(parsed: argparse.Namespace) -> int:
    from bilingual import pipeline
    from bilingual.batch import check_folder, find_singles

    _require_folder(parsed)
    is_folder = parsed.en is None and Path(parsed.ja).is_dir()
    _settle_output(parsed, [path for path in (parsed.ja, parsed.en) if path], one=not is_folder)
    options = options_of(parsed)
    with progress("reading and comparing"):
        if is_folder:
            reports = check_folder(Path(parsed.ja), options=options)
        else:
            reports = [pipeline.check(parsed.ja, parsed.en, options=options)]
    for path in find_singles(Path(parsed.ja)) if is_folder else ():
        say(f"{path}: has no counterpart in the other language; not checked")
    if parsed.annotate:
        _annotate(parsed, reports)
    return _deliver(parsed, reports)


def _require_folder(parsed: argparse.Namespace) -> None:
    from bilingual.errors import OptionError

    if parsed.ticks and not parsed.annotate:
        raise OptionError("--ticks marks copies; give a folder for them with --annotate DIR")
    if parsed.annotate:
        from bilingual.annotate import require_folder

        require_folder(parsed.annotate)


def _annotate(parsed: argparse.Namespace, reports: Sequence[Report]) -> None:
    """Write copies of the documents with remarks."""
    from bilingual.annotate import annotate

    for one in annotate(reports, parsed.annotate, ticks=parsed.ticks, password=parsed.password):
        ticked = f", {one.ticks} ticked" if parsed.ticks else ""
        say(f"{one.copy}: {one.remarks} place{'' if one.remarks == 1 else 's'} marked{ticked}")


def _audit(parsed: argparse.Namespace) -> int:
    from bilingual import pipeline

    _require_folder(parsed)
    _settle_output(parsed, [parsed.file])
    reports = [pipeline.audit(parsed.file, options=options_of(parsed))]
    if parsed.annotate:
        _annotate(parsed, reports)
    return _deliver(parsed, reports)


def _demo(parsed: argparse.Namespace) -> int:
    from bilingual import pipeline
    from bilingual.samples import sample

    _settle_output(parsed, [])
    parsed.fail_on = "never"
    with sample("network_quarter", "planted.txt") as path:
        return _deliver(parsed, [pipeline.check(path)])


def _settle_output(parsed: argparse.Namespace, inputs: Sequence[str], *, one: bool = True) -> None:
    """Choose the format, and refuse before the work an output that will not do."""
    from bilingual.errors import OptionError
    from bilingual.reports import renderer_for
    from bilingual.reports.files import check_target

    ending = parsed.output.suffix if parsed.output else ""
    parsed.format = parsed.format or (renderer_for(ending).name if ending else "text")
    if parsed.output:
        check_target(parsed.output, inputs)
    if parsed.format == "html" and not one:
        raise OptionError(
            "an HTML page holds one report; check the pairs one by one, or choose another format"
        )


def _deliver(parsed: argparse.Namespace, reports: Sequence[Report]) -> int:
    """Write the reports where they belong, and tell the exit status."""
    from bilingual.model.report import Severity
    from bilingual.reports import joined
    from bilingual.reports.files import write_whole

    if parsed.output:
        write_whole(parsed.output, joined(reports, parsed.format))
        found = sum(len(report.findings) for report in reports)
        say(f"{found} finding{'' if found == 1 else 's'} written to {parsed.output}")
    elif parsed.format == "text" and sys.stdout.isatty():
        _print_to_terminal(reports)
    else:
        put(joined(reports, parsed.format))
    silenced = sum(report.baselined for report in reports)
    if silenced and (parsed.output or parsed.format != "text"):
        say(f"{silenced} silenced by the baseline")
    if parsed.fail_on == "never":
        return 0
    limit = Severity(parsed.fail_on).rank
    return int(any(finding.severity.rank <= limit for report in reports for finding in report.findings))


def _print_to_terminal(reports: Sequence[Report]) -> None:
    from rich.console import Console

    from bilingual.reports.text import print_report

    console = Console()
    for report in reports:
        print_report(report, console)
