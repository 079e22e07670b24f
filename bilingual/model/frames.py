"""The rows of the pandas tables that a report gives: findings, figures, pairs; values are strings, exact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilingual.model.values import figure_value, period_text, plain, printed, side_figures

if TYPE_CHECKING:
    from bilingual.model.findings import Spot
    from bilingual.model.report import Report

COUNTS = frozenset({"line", "col", "scale", "ja_line", "ja_col", "en_line", "en_col"})
"""Columns of whole numbers, which stay whole where a place is missing."""
FINDING_COLUMNS = (
    "id", "severity", "rule", "name", "message", "ja_line", "ja_col", "ja_text", "ja_value",
    "en_line", "en_col", "en_text", "en_value", "unit", "blame", "expected", "ja_place", "en_place",
)  # fmt: skip
FIGURE_COLUMNS = (
    "language", "line", "col", "text", "kind", "value", "unit", "scale", "direction", "period", "paired",
)  # fmt: skip
PAIR_COLUMNS = (
    "kind", "score", "ja_line", "ja_text", "en_line", "en_text", "ja_figure", "en_figure", "agrees",
)  # fmt: skip


def finding_rows(report: Report) -> list[tuple[object, ...]]:
    """The findings, in the columns of `FINDING_COLUMNS`."""
    out: list[tuple[object, ...]] = []
    for item in report.findings:
        ja, en = item.ja, item.en
        out.append(
            (
                item.id, item.severity.value, item.rule, item.name, item.message,
                ja and ja.line, ja and ja.col, ja.text if ja else "", ja.value if ja else "",
                en and en.line, en and en.col, en.text if en else "", en.value if en else "",
                (ja.unit if ja else "") or (en.unit if en else ""),
                item.blame.value if item.blame else "", item.expected, _place(ja), _place(en),
            )
        )  # fmt: skip
    return out


def _place(spot: Spot | None) -> str:
    """Where a person finds a place: line, page, sheet and cell, block or segment."""
    if spot is None:
        return ""
    return spot.origin.label(spot.line) if spot.origin is not None else str(spot.line)


def figure_rows(report: Report) -> list[tuple[object, ...]]:
    """Every figure of both sides, in the columns of `FIGURE_COLUMNS`."""
    paired = {
        (figure.language, figure.span)
        for pair in report.alignment
        for both in pair.figures
        for figure in (both.ja, both.en)
    }
    out: list[tuple[object, ...]] = []
    for side in (report.comparison.ja, report.comparison.en):
        for figure in side_figures(side):
            place = side.document.place(figure.span)
            out.append(
                (
                    figure.language.value, place.line, place.col, place.text, figure.kind.value,
                    figure_value(figure) or "..".join(plain(end) for end in figure.ends or ()),
                    figure.unit, figure.scale,
                    figure.direction.value if figure.direction else "",
                    period_text(figure), (figure.language, figure.span) in paired,
                )
            )  # fmt: skip
    return out


def pair_rows(report: Report) -> list[tuple[object, ...]]:
    """The pairs, a row for each pair of figures in them, in the columns of `PAIR_COLUMNS`."""
    out: list[tuple[object, ...]] = []
    for pair in report.alignment:
        ja = printed(report.comparison.ja.document, pair.ja[0].span) if pair.ja else ""
        en = printed(report.comparison.en.document, pair.en[0].span) if pair.en else ""
        head = (
            pair.kind.value,
            round(pair.score, 4),
            pair.ja[0].line if pair.ja else None,
            ja,
            pair.en[0].line if pair.en else None,
            en,
        )
        if not pair.figures:
            out.append((*head, "", "", None))
        out.extend((*head, both.ja.printed, both.en.printed, both.agrees) for both in pair.figures)
    return out
