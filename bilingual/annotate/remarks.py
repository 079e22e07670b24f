"""What is remarked where: findings as comments in both languages, ticks on figures that something confirms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bilingual.containers.markup import without_controls
from bilingual.model.callsheet import MEANINGS, Entry, Tick
from bilingual.model.document import Document, Language
from bilingual.model.origin import Origin
from bilingual.model.report import Finding, Report, Severity, Spot

CONFIRMED = frozenset({Tick.EQUAL, Tick.CONSISTENT, Tick.ADDS_UP, Tick.RECOMPUTED, Tick.TIED})
NAMES = {Language.JA: "日本語", Language.EN: "English"}
SEVERITIES = {
    Severity.ERROR: "誤り / error",
    Severity.WARNING: "要確認 / warning",
    Severity.INFO: "参考 / note",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark at a place of a document.

    Attributes:
        origin: the place in the file.
        severity: how much it matters; None for a tick.
        title: one line.
        text: several lines.
        words: what stands there, as shown.
        before: what stands before it on its line.
    """

    origin: Origin
    severity: Severity | None
    title: str
    text: str
    words: str = ""
    before: str = ""

    @property
    def is_tick(self) -> bool:
        """Whether it says that a figure is confirmed."""
        return self.severity is None


STEERING_RE = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""Characters that change the direction of a text or are not seen."""


def plain_lines(text: str) -> str:
    """A text of several lines with nothing in it that an Office file cannot hold, or that steers what is shown."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return STEERING_RE.sub("\N{REPLACEMENT CHARACTER}", without_controls(lines))


def remarks_of(report: Report, *, ticks: bool) -> Iterator[tuple[Document, list[Remark]]]:
    """The documents of a report that are files, each with the remarks on it in order."""
    sides = (report.comparison.ja, report.comparison.en)
    for document in dict.fromkeys(side.document for side in sides if side.lines and side.document.path):
        languages = {
            side.language for side in sides if side.document is document or side.document == document
        }
        remarks = [
            Remark(
                spot.origin,
                finding.severity,
                _title(finding),
                _words(finding),
                spot.text,
                _before(document, spot),
            )
            for finding in report.findings
            for spot in _places(finding)
            if spot.language in languages and spot.origin is not None
        ]
        if ticks:
            remarks.extend(_ticks(report, document, languages))
        yield document, remarks


def _places(finding: Finding) -> Iterator[Spot]:
    """The places that a finding blames."""
    for spot in (finding.ja, finding.en, *(item.spot for item in finding.evidence if item.role == "member")):
        if spot is not None:
            yield spot


def _before(document: Document, spot: Spot) -> str:
    """What stands before a place in its paragraph or cell."""
    return document.line_text(spot.line)[: spot.col - 1].rpartition("\t")[2]


def _title(finding: Finding) -> str:
    return f"{finding.rule} {finding.name}"


def _words(finding: Finding) -> str:
    """A finding in words: severity, what both versions say, the reason, what is expected."""
    lines = [SEVERITIES[finding.severity]]
    for spot in (finding.ja, finding.en):
        if spot is not None:
            where = spot.origin.label(spot.line) if spot.origin is not None else f"line {spot.line}"
            lines.append(f"{NAMES[spot.language]}: {spot.text} ({where})")
    lines.append(finding.message)
    if finding.expected:
        lines.append(f"期待値 / expected: {finding.expected}")
    return "\n".join(lines)


def _ticks(report: Report, document: Document, languages: set[Language]) -> Iterator[Remark]:
    sheet = report.call_sheet()
    for entries, language in ((sheet.ja, Language.JA), (sheet.en, Language.EN)):
        if language not in languages:
            continue
        for entry in entries:
            origin = document.origin(
                document.span_at(entry.place.line, entry.place.col, len(entry.place.text))
            )
            if origin is not None and Tick.DISPUTED not in entry.ticks and CONFIRMED & set(entry.ticks):
                yield Remark(
                    origin,
                    None,
                    "✓ " + ", ".join(entry.ticks),
                    _confirmed(entry),
                    entry.place.text,
                    _before(document, entry.place),
                )


def _confirmed(entry: Entry) -> str:
    meanings = [MEANINGS[tick] for tick in entry.ticks]
    stated = [f"{NAMES[spot.language]}: {spot.text}" for spot in entry.counterparts[:2]]
    return "\n".join([*meanings, *stated, *entry.notes[:2]])
