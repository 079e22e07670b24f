"""The report for the terminal: findings with both sides quoted, then the coverage."""

from __future__ import annotations

import io

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from bilingual.model.report import Finding, Report, Severity, Spot
from bilingual.reports.safe import clean, one_line
from bilingual.reports.words import (
    context_of,
    coverage_lines,
    document_of,
    documents_line,
    headline,
    signature_line,
    spots,
    where,
)

WIDTH = 110
MARGIN = "  "
STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "cyan"}


def render(report: Report) -> str:
    """The report as plain text, without colours, the same on every machine."""
    buffer = io.StringIO()
    print_report(report, Console(file=buffer, width=WIDTH, color_system=None, force_terminal=False))
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def print_report(report: Report, console: Console) -> None:
    """Print the report to a console; no markup of the documents is interpreted."""
    console.print(Text(one_line(documents_line(report), 400)), style="bold", highlight=False)
    console.print()
    for finding in report.findings:
        _print_finding(report, finding, console)
    console.print(Text(headline(report), style="bold"), highlight=False)
    for line in coverage_lines(report):
        console.print(Text(clean(line)), highlight=False)
    console.print(Text(one_line(signature_line(report), 2_000), style="dim"), highlight=False)


FEW = 3
"""Places that a remark shows in the terminal; the other formats have them all."""


def _print_finding(report: Report, finding: Finding, console: Console) -> None:
    head = Text()
    head.append(finding.severity.value.upper(), STYLES[finding.severity])
    head.append(f"  {finding.rule} {finding.name}", "bold")
    head.append(f"  [{finding.id}]", "dim")
    console.print(head, highlight=False)
    for spot in spots(finding):
        console.print(_quoted(report, spot, finding.severity, console.width), highlight=False)
    console.print(Padding(Text(clean(finding.message)), (0, 0, 0, 2)), highlight=False)
    shown = finding.evidence if finding.severity is not Severity.INFO else finding.evidence[:FEW]
    for item in shown:
        words = f"{item.role}: {item.spot.language.value} {where(item.spot)}: {one_line(item.spot.text)}"
        if item.note:
            words += f" ({one_line(item.note)})"
        console.print(Padding(Text(words, style="dim"), (0, 0, 0, 4)), highlight=False)
    if len(shown) < len(finding.evidence):
        more = f"and {len(finding.evidence) - len(shown)} more"
        console.print(Padding(Text(more, style="dim"), (0, 0, 0, 4)), highlight=False)
    console.print()


def _quoted(report: Report, spot: Spot, severity: Severity, width: int) -> Text:
    """The place with as much of its line as one line of the terminal holds."""
    before, at, after = context_of(document_of(report, spot), spot, width)
    at = _cut(" ".join(at.split()) or at, width // 2, keep_end=False)
    label = f"{where(spot):>5}"
    room = max(0, width - len(MARGIN) - 5 - cell_len(label) - cell_len(at) - 2)
    before = _cut(before, max(room // 2, room - cell_len(after)), keep_end=True)
    after = _cut(after, room - cell_len(before), keep_end=False)
    quoted = Text(f"{MARGIN}{spot.language.value} {label}  ", style="dim", no_wrap=True, overflow="fold")
    quoted.append(before, "not dim")
    quoted.append(f"»{at}«", f"not dim {STYLES[severity]}")
    quoted.append(after, "not dim")
    return quoted


def _cut(text: str, width: int, *, keep_end: bool) -> str:
    """The end or the beginning of a text that fits into so many terminal cells."""
    if cell_len(text) <= width:
        return text
    text = text.strip("…")
    while text and cell_len(text) > width - 1:
        text = text[1:] if keep_end else text[:-1]
    return f"…{text}" if keep_end else f"{text}…"
