"""The machine interface of a report, version 1: plain Python values that JSON holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bilingual.model.alignment import Comparison, FigurePair, Leftover, Pair, Side
from bilingual.model.document import Document, Span
from bilingual.model.findings import Json, Severity
from bilingual.model.values import figure_to_dict, origin_fields, printed

if TYPE_CHECKING:
    from bilingual.model.report import Coverage, Report

SCHEMA = "bilingual.report/1"


def report_to_dict(report: Report) -> dict[str, Json]:
    """A report as the machine interface has it; ``docs/report.schema.json`` describes it."""
    sides = _sides(report.comparison)
    return {
        "schema": SCHEMA,
        "signature": report.signature.to_dict(),
        "documents": {name: _document(side) if side.lines else None for name, side in sides.items()},
        "summary": {
            "findings": {severity.value: report.count(severity) for severity in Severity},
            **_counts(report.coverage),
            "muted": dict(report.coverage.muted),
            "baselined": report.baselined,
        },
        "findings": [finding.to_dict() for finding in report.findings],
        "coverage": report.call_sheet().to_dict(),
        "alignment": {
            "pairs": [_pair(report.comparison, pair) for pair in report.alignment],
            "unaligned": {
                name: _unaligned(
                    side.document, [each for each in report.leftovers if each.language.value == name]
                )
                for name, side in sides.items()
            },
        },
    }


def _sides(comparison: Comparison) -> dict[str, Side]:
    return {"ja": comparison.ja, "en": comparison.en}


def _document(side: Side) -> Mapping[str, Json]:
    return {
        "path": side.document.path,
        "sha256": side.document.sha256,
        "encoding": side.document.encoding,
        "lines": [list(block) for block in side.lines],
        "format": side.document.format,
        "remarks": list(side.document.remarks),
        **({"unit": "segment"} if side.document.segments else {}),
    }


def _counts(coverage: Coverage) -> dict[str, Json]:
    parts = {"ja": coverage.ja, "en": coverage.en}
    return {
        "figures": {
            **{name: part.figures for name, part in parts.items()},
            "paired": coverage.ja.paired,
            "paired_en": coverage.en.paired,
            "agreeing": {name: part.agreeing for name, part in parts.items()},
        },
        "rows": {
            **{name: part.rows for name, part in parts.items()},
            "paired": coverage.ja.rows_paired,
            "paired_en": coverage.en.rows_paired,
        },
    }


def _unaligned(document: Document, leftovers: Sequence[Leftover]) -> list[Json]:
    return [
        {
            "kind": item.kind,
            **_place(document, item.line, item.span),
        }
        for item in leftovers
    ]


def _place(document: Document, line: int, span: Span) -> dict[str, Json]:
    return {"line": line, **origin_fields(document, span), "text": printed(document, span)}


def _pair(comparison: Comparison, pair: Pair) -> dict[str, Json]:
    out: dict[str, Json] = {"kind": pair.kind.value, "score": round(pair.score, 4)}
    for (name, side), anchors in zip(_sides(comparison).items(), (pair.ja, pair.en), strict=True):
        places: list[Json] = [_place(side.document, anchor.line, anchor.span) for anchor in anchors]
        out[name] = places[0] if len(places) == 1 else places
    out["figures"] = [_figure_pair(comparison, figures) for figures in pair.figures]
    out["evidence"] = list(pair.evidence)
    return out


def _figure_pair(comparison: Comparison, pair: FigurePair) -> dict[str, Json]:
    return {
        "ja": figure_to_dict(comparison.ja.document, pair.ja),
        "en": figure_to_dict(comparison.en.document, pair.en),
        "agrees": pair.agrees,
    }
