"""One self-contained page: both versions side by side, every finding marked in both.

Nothing is fetched; the content security policy allows no request and no script but the one in the page. All text of
the documents passes through Jinja's escaping.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, Template, select_autoescape

from bilingual.model.alignment import Side
from bilingual.model.document import Language
from bilingual.model.report import Finding, Report, Severity, Spot
from bilingual.reports.page_pictures import Pictures, page_pictures, pictures_of
from bilingual.reports.safe import clean
from bilingual.reports.words import NAMES, coverage_lines, documents_line, headline, signature_line, where

TEMPLATE = Path(__file__).parent / "page.html"


@dataclass(frozen=True)
class Piece:
    """A stretch of a line: plain, or marked for a finding or a paired figure."""

    text: str
    finding: int = -1
    severity: str = ""
    pair: int = -1


@dataclass(frozen=True)
class Line:
    """A numbered line of a document: one cell of running text, or the cells between its tabs."""

    number: int
    cells: tuple[tuple[Piece, ...], ...]


def render(report: Report) -> str:
    """The report as one HTML page."""
    marks = _marks(report)
    shown = page_pictures(report)
    sides = [
        {
            "language": side.language.value,
            "name": NAMES[side.language],
            "path": clean(side.document.path),
            "lines": _lines(side, marks[side.language]),
        }
        for side in (report.comparison.ja, report.comparison.en)
        if side.lines
    ]
    severities = [(severity.value, report.count(severity)) for severity in Severity]
    rules = sorted({(finding.rule, finding.name) for finding in report.findings})
    return _template().render(
        title=clean(documents_line(report)) or "bilingual",
        headline=headline(report),
        coverage=[clean(line) for line in coverage_lines(report)],
        signature=clean(signature_line(report)),
        findings=[_entry(number, finding, shown) for number, finding in enumerate(report.findings)],
        pictured=bool(shown),
        severities=severities,
        rules=rules,
        sides=sides,
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        autoescape=select_autoescape(default=True), trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(TEMPLATE.read_text(encoding="utf-8"))


def _entry(number: int, finding: Finding, shown: Pictures) -> dict[str, object]:
    return {
        "number": number,
        "id": finding.id,
        "severity": finding.severity.value,
        "rule": finding.rule,
        "name": finding.name,
        "message": clean(finding.message),
        "places": [
            (spot.language.value, where(spot), clean(spot.text)) for spot in (finding.ja, finding.en) if spot
        ],
        "pictures": pictures_of(finding, shown),
        "evidence": [
            (item.role, item.spot.language.value, where(item.spot), clean(item.spot.text), clean(item.note))
            for item in finding.evidence
        ],
    }


Mark = tuple[int, int, int, str, int]  # start, end (columns from 0), finding, severity, pair
RANKS = {"error": 0, "warning": 1, "info": 2, "": 3}


def _marks(report: Report) -> dict[Language, dict[int, list[Mark]]]:
    marks: dict[Language, dict[int, list[Mark]]] = {language: defaultdict(list) for language in Language}
    for number, finding in enumerate(report.findings):
        spots = [finding.ja, finding.en, *(item.spot for item in finding.evidence if item.role == "member")]
        for spot in spots:
            if spot is not None:
                marks[spot.language][spot.line].append(_spot_mark(spot, number, finding.severity))
    number = 0
    for pair in report.alignment:
        for both in pair.figures:
            for side, figure in ((report.comparison.ja, both.ja), (report.comparison.en, both.en)):
                place = side.document.place(figure.span)
                end = place.col - 1 + len(place.text.split("\n")[0])
                marks[side.language][place.line].append((place.col - 1, end, -1, "", number))
            number += 1
    return marks


def _spot_mark(spot: Spot, number: int, severity: Severity) -> Mark:
    start = spot.col - 1
    return (start, start + max(1, len(spot.text.split("\n")[0])), number, severity.value, -1)


def _lines(side: Side, marks: dict[int, list[Mark]]) -> list[Line]:
    lines = []
    for first, last in side.lines:
        for number in range(first, last + 1):
            text = side.document.line_text(number)
            if text.strip() or marks.get(number):
                lines.append(Line(number, _cells(_pieces(text, marks.get(number, [])))))
    return lines


def _pieces(text: str, marks: list[Mark]) -> tuple[Piece, ...]:
    """Cut a line at its marks; where marks overlap, the more serious finding wins, then any finding."""
    pieces: list[Piece] = []
    at = 0
    pair_at = {(mark[0], mark[1]): mark[4] for mark in marks if mark[4] >= 0}
    for start, end, finding, severity, pair in _apart(marks):
        if start > at:
            pieces.append(Piece(text[at:start]))
        pieces.append(
            Piece(text[start:end] or " ", finding, severity, max(pair, pair_at.get((start, end), -1)))
        )
        at = max(at, end)
    if at < len(text):
        pieces.append(Piece(text[at:]))
    return tuple(pieces)


def _apart(marks: list[Mark]) -> list[Mark]:
    """Marks in order of place, without those that overlap a more important one."""
    taken: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (RANKS[mark[3]], mark[0], mark[4])):
        # Marks of one rank come from left to right: nearly every place is the end of the list.
        at = bisect_left(taken, mark)
        before, after = taken[at - 1 : at], taken[at : at + 1]
        if all(other[1] <= mark[0] for other in before) and all(mark[1] <= other[0] for other in after):
            taken.insert(at, mark)
    return taken


def _cells(pieces: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], ...]:
    """Pieces by the cell they stand in; a mark over several cells is shown in each."""
    cells: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\t")
        if first:
            cells[-1].append(replace(piece, text=clean(first)))
        cells += [[replace(piece, text=clean(text))] if text else [] for text in others]
    return tuple(map(tuple, cells))
