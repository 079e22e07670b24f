"""The words that several report formats share."""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.model.callsheet import Tick
from bilingual.model.document import Document, Language
from bilingual.model.report import Finding, Report, Severity, Spot
from bilingual.reports.safe import one_line

NAMES = {Language.JA: "Japanese", Language.EN: "English"}


def headline(report: Report) -> str:
    """How many findings there are, by severity."""
    counts = {severity: report.count(severity) for severity in Severity}
    plural = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "notes"}
    single = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    return ", ".join(
        f"{count} {single[severity] if count == 1 else plural[severity]}"
        for severity, count in counts.items()
    )


def coverage_lines(report: Report) -> Iterator[str]:
    """One line per side: how many figures and rows were paired and agree; then what was muted.

    A document in one language is told by what it proves of itself.
    """
    if not (report.comparison.ja.lines and report.comparison.en.lines):
        yield from _alone(report)
        return
    for language, side, part in (
        (Language.JA, report.comparison.ja, report.coverage.ja),
        (Language.EN, report.comparison.en, report.coverage.en),
    ):
        if not side.lines:
            continue
        share = f" ({100 * part.paired // part.figures} %)" if part.figures else ""
        words = (
            f"{NAMES[language]}: {part.paired} of {part.figures} figures paired{share}, {part.agreeing} agree"
        )
        if side.document.segments:
            yield f"{words}; {len(side.readings)} of {len(side.document.segments)} segments compared"
        else:
            yield f"{words}; {part.rows_paired} of {part.rows} rows paired"
    yield from remark_lines(report)
    for reason, count in report.coverage.muted:
        if count:
            yield f"Not compared: {count} {reason.replace('segments', 'segment', 1) if count == 1 else reason}"
    if report.baselined:
        yield f"Silenced by the baseline: {report.baselined}"


def _alone(report: Report) -> Iterator[str]:
    yield from remark_lines(report)
    sheet = report.call_sheet()
    for language in Language:
        totals = sheet.totals(language)
        if totals["figures"]:
            yield (
                f"{NAMES[language]}: {totals['figures']} figures; {totals[Tick.ADDS_UP.value]} stand in sums that hold, "
                f"{totals[Tick.RECOMPUTED.value]} in rates that hold, {totals[Tick.TIED.value]} are stated twice and agree; "
                f"{totals[Tick.UNVERIFIED.value]} are stated once and unverified"
            )
    if report.baselined:
        yield f"Silenced by the baseline: {report.baselined}"


def signature_line(report: Report) -> str:
    """What stands behind the report, on one line."""
    signature = report.signature
    glossaries = ", ".join(f"{path} {digest[:8]}" for path, digest in signature.glossaries)
    options = " ".join(f"{name}={value}" for name, value in signature.options)
    return f"bilingual {signature.version} | {signature.tokenizer} | {glossaries}" + (
        f" | {options}" if options else ""
    )


def documents_line(report: Report) -> str:
    """The files that were compared."""
    paths = [
        side.document.path for side in (report.comparison.ja, report.comparison.en) if side.document.path
    ]
    return " | ".join(dict.fromkeys(paths))


def spots(finding: Finding) -> Iterator[Spot]:
    """Both places of a finding, where it has them."""
    yield from (spot for spot in (finding.ja, finding.en) if spot is not None)


def where(spot: Spot) -> str:
    """Where a person finds a place: the line, or page, cell, block or segment of the file."""
    return one_line(spot.origin.label(spot.line), 80) if spot.origin is not None else str(spot.line)


def remark_lines(report: Report) -> Iterator[str]:
    """What a user should know of how the files were read."""
    sides = (report.comparison.ja, report.comparison.en)
    for document in dict.fromkeys(side.document for side in sides if side.lines):
        yield from (f"{document.path}: {remark}" for remark in document.remarks)


def context_of(document: Document, spot: Spot, width: int = 60) -> tuple[str, str, str]:
    """The words before, at and after a place on its line, cleaned and cut to a width on either side."""
    line = document.line_text(spot.line)
    start = spot.col - 1
    end = min(len(line), start + len(spot.text.split("\n")[0]))
    before, after = line[:start], line[end:]
    head = one_line(before[-width:], width + 1) if before.strip() else ""
    tail = one_line(after[:width], width + 1) if after.strip() else ""
    if len(before) > width:
        head = "…" + head
    if len(after) > width:
        tail += "…"
    return (
        head + (" " if before[-1:].isspace() and head else ""),
        one_line(line[start:end], 200),
        (" " if after[:1].isspace() and tail else "") + tail,
    )


def document_of(report: Report, spot: Spot) -> Document:
    """The document that a place stands in."""
    return report.comparison.side(spot.language).document
