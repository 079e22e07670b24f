"""Findings and the report that holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from bilingual.model.alignment import Comparison, FigurePair, Leftover, Pair, PairKind, Side
from bilingual.model.document import Document, Language, Span
from bilingual.model.figure import Figure, Kind
from bilingual.model.origin import Fields, Origin

if TYPE_CHECKING:
    import pandas as pd

    from bilingual.model.callsheet import CallSheet

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"

SCHEMA = "bilingual.report/1"


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"  # the versions state different facts, or a figure is provably wrong
    WARNING = "warning"  # probably wrong; a person has to look
    INFO = "info"  # worth knowing, no defect

    @property
    def rank(self) -> int:
        """0 for the most serious."""
        return ("error", "warning", "info").index(self.value)


class Blame(StrEnum):
    """Which side is wrong."""

    JA = "ja"
    EN = "en"
    BOTH = "both"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a finding points at.

    Attributes:
        language: the side.
        line: 1-based line.
        col: 1-based column.
        text: exactly as shown there.
        value: exact value (base units, ISO date, ``nil``) where the place is a figure.
        unit: its unit.
        low: lower end of what its printed precision allows.
        high: upper end.
        context: the words that name the thing (row label and column, or the clause); part of the fingerprint.
        origin: where the file that a person opens has it: segment, page, cell or block; None where the line says it.
            In a bilingual file ``line`` is the number of the segment.
    """

    language: Language
    line: int
    col: int
    text: str
    value: str = ""
    unit: str = ""
    low: str = ""
    high: str = ""
    context: str = ""
    origin: Origin | None = None

    def located(self, document: Document) -> Spot:
        """The spot with the place of its words in the file of the document."""
        if self.line < document.first_line or not (document.layout or document.segments):
            return self
        return replace(self, origin=document.origin(document.span_at(self.line, self.col, len(self.text))))

    def to_dict(self) -> dict[str, Json]:
        """The place as the machine interface has it."""
        out: dict[str, Json] = {"line": self.line, "col": self.col, "text": self.text}
        if self.origin is not None:
            out.update(self.origin.to_dict())
        for name in ("value", "unit", "low", "high"):
            given = getattr(self, name)
            if given:
                out[name] = given
        return out


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that a finding rests on: ``member`` is part of the defect, ``support`` backs the verdict."""

    spot: Spot
    role: str
    note: str = ""

    def to_dict(self) -> dict[str, Json]:
        """The evidence as the machine interface has it."""
        return {"lang": self.spot.language.value, **self.spot.to_dict(), "role": self.role, "note": self.note}


@dataclass(frozen=True, slots=True)
class Finding:
    """One reported problem at a place.

    Attributes:
        id: fingerprint: rule, contexts and values, no line or page number.
        rule: code of the rule.
        name: its short name.
        severity: how much it matters.
        message: one sentence with the reason.
        ja: the place on the Japanese side; None where the defect lies in English alone.
        en: the place on the English side.
        blame: which side is wrong, where something tells.
        expected: the digits that the evidence gives.
        evidence: members and supports.
        printed: for repairs, what stands in the text layer.
        repaired: for repairs, how it was read.
    """

    id: str
    rule: str
    name: str
    severity: Severity
    message: str
    ja: Spot | None = None
    en: Spot | None = None
    blame: Blame | None = None
    expected: str = ""
    evidence: tuple[Evidence, ...] = ()
    printed: str = ""
    repaired: str = ""

    def located(self, documents: Mapping[Language, Document]) -> Finding:
        """The finding with the places of its words in the files of both documents."""
        if not any(document.layout or document.segments for document in documents.values()):
            return self
        return replace(
            self,
            ja=self.ja and self.ja.located(documents[Language.JA]),
            en=self.en and self.en.located(documents[Language.EN]),
            evidence=tuple(
                replace(item, spot=item.spot.located(documents[item.spot.language])) for item in self.evidence
            ),
        )

    def to_dict(self) -> dict[str, Json]:
        """The finding as the machine interface has it."""
        out: dict[str, Json] = {
            "id": self.id,
            "rule": self.rule,
            "name": self.name,
            "severity": self.severity.value,
            "message": self.message,
            "ja": self.ja.to_dict() if self.ja else None,
            "en": self.en.to_dict() if self.en else None,
            "evidence": [item.to_dict() for item in self.evidence],
        }
        if self.blame:
            out["blame"] = self.blame.value
        for name in ("expected", "printed", "repaired"):
            given = getattr(self, name)
            if given:
                out[name] = given
        return out


@dataclass(frozen=True, slots=True)
class Signature:
    """What stands behind a report: version, tokenizer and dictionary, glossaries, options."""

    version: str
    tokenizer: str
    glossaries: tuple[tuple[str, str], ...] = ()
    options: tuple[tuple[str, str], ...] = ()

    def to_dict(self) -> dict[str, Json]:
        """The signature as the machine interface has it."""
        return {
            "bilingual": self.version,
            "tokenizer": self.tokenizer,
            "glossaries": [{"path": path, "sha256": digest} for path, digest in self.glossaries],
            "options": dict(self.options),
        }


@dataclass(frozen=True, slots=True)
class SideCoverage:
    """How much of one side was checked.

    Attributes:
        figures: figures found.
        paired: figures that stand in at least one figure pair.
        agreeing: figures all of whose pairs agree.
        rows: rows with figures.
        rows_paired: rows that stand in a row pair.
    """

    figures: int
    paired: int
    agreeing: int
    rows: int
    rows_paired: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Coverage of both sides, and what was muted."""

    ja: SideCoverage
    en: SideCoverage
    muted: tuple[tuple[str, int], ...] = ()


FINDING_COLUMNS = (
    "id", "severity", "rule", "name", "message", "ja_line", "ja_col", "ja_text", "ja_value",
    "en_line", "en_col", "en_text", "en_value", "unit", "blame", "expected",
)  # fmt: skip
FIGURE_COLUMNS = (
    "language", "line", "col", "text", "kind", "value", "unit", "scale", "direction", "period", "paired",
)  # fmt: skip
PAIR_COLUMNS = (
    "kind", "score", "ja_line", "ja_text", "en_line", "en_text", "ja_figure", "en_figure", "agrees",
)  # fmt: skip


def plain(number: object) -> str:
    """A decimal without exponent: ``9.5E+9`` becomes ``9500000000``."""
    return f"{number:f}" if number is not None else ""


def figure_value(figure: Figure) -> str:
    """The ``value`` of a figure in the machine interface; empty for ranges."""
    if figure.kind in (Kind.NIL, Kind.NOT_APPLICABLE):
        return figure.kind.value
    return figure.moment or plain(figure.value)


@dataclass(frozen=True)
class Report:
    """What a run found: the comparison behind it, the findings and the coverage.

    ``findings`` stand most serious first. ``baselined`` counts findings that the baseline silenced.
    """

    comparison: Comparison
    findings: tuple[Finding, ...]
    coverage: Coverage
    signature: Signature
    baselined: int = 0

    @property
    def alignment(self) -> Sequence[Pair]:
        """What corresponds to what."""
        return self.comparison.alignment.pairs

    @property
    def leftovers(self) -> Sequence[Leftover]:
        """What corresponds to nothing."""
        return self.comparison.alignment.leftovers

    def count(self, severity: Severity) -> int:
        """Number of findings of a severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def call_sheet(self) -> CallSheet:
        """Every figure with what confirms it."""
        from bilingual.model.callsheet import call_sheet

        return call_sheet(self.comparison, self.findings)

    def to_dict(self) -> dict[str, Json]:
        """The machine interface, version 1, of plain Python values."""
        sides = {"ja": self.comparison.ja, "en": self.comparison.en}
        coverage = {"ja": self.coverage.ja, "en": self.coverage.en}
        return {
            "schema": SCHEMA,
            "signature": self.signature.to_dict(),
            "documents": {
                name: {
                    "path": side.document.path,
                    "sha256": side.document.sha256,
                    "encoding": side.document.encoding,
                    "lines": [list(block) for block in side.lines],
                    "format": side.document.format,
                    "remarks": list(side.document.remarks),
                    **({"unit": "segment"} if side.document.segments else {}),
                }
                if side.lines
                else None
                for name, side in sides.items()
            },
            "summary": {
                "findings": {severity.value: self.count(severity) for severity in Severity},
                "figures": {
                    **{name: part.figures for name, part in coverage.items()},
                    "paired": coverage["ja"].paired,
                    "paired_en": coverage["en"].paired,
                    "agreeing": {name: part.agreeing for name, part in coverage.items()},
                },
                "rows": {
                    **{name: part.rows for name, part in coverage.items()},
                    "paired": coverage["ja"].rows_paired,
                    "paired_en": coverage["en"].rows_paired,
                },
                "muted": dict(self.coverage.muted),
                "baselined": self.baselined,
            },
            "findings": [finding.to_dict() for finding in self.findings],
            "coverage": self.call_sheet().to_dict(),
            "alignment": {
                "pairs": [self._pair_to_dict(pair) for pair in self.alignment],
                "unaligned": {
                    name: [
                        {
                            "kind": item.kind,
                            "line": item.line,
                            **_origin_fields(sides[name].document, item.span),
                            "text": _printed(sides[name].document, item.span),
                        }
                        for item in self.leftovers
                        if item.language.value == name
                    ]
                    for name in sides
                },
            },
        }

    def _pair_to_dict(self, pair: Pair) -> dict[str, Json]:
        out: dict[str, Json] = {"kind": pair.kind.value, "score": round(pair.score, 4)}
        for name, document, anchors in (
            ("ja", self.comparison.ja.document, pair.ja),
            ("en", self.comparison.en.document, pair.en),
        ):
            places: list[Json] = [
                {
                    "line": anchor.line,
                    **_origin_fields(document, anchor.span),
                    "text": _printed(document, anchor.span),
                }
                for anchor in anchors
            ]
            out[name] = places[0] if len(places) == 1 else places
        out["figures"] = [self._figure_pair_to_dict(figures) for figures in pair.figures]
        out["evidence"] = list(pair.evidence)
        return out

    def _figure_pair_to_dict(self, pair: FigurePair) -> dict[str, Json]:
        return {
            "ja": figure_to_dict(self.comparison.ja.document, pair.ja),
            "en": figure_to_dict(self.comparison.en.document, pair.en),
            "agrees": pair.agrees,
        }

    def to_frame(self, what: str = "findings") -> pd.DataFrame:
        """A pandas table of ``findings``, ``figures`` or ``pairs``; values are strings, exact.

        Raises:
            ValueError: for another word.
        """
        import pandas as pd

        rows, columns = {
            "findings": (self._finding_rows, FINDING_COLUMNS),
            "figures": (self._figure_rows, FIGURE_COLUMNS),
            "pairs": (self._pair_rows, PAIR_COLUMNS),
        }.get(what, (None, ()))
        if rows is None:
            raise ValueError(f"to_frame() knows 'findings', 'figures' and 'pairs', not {what!r}")
        return pd.DataFrame(rows(), columns=list(columns))

    def _finding_rows(self) -> list[tuple[object, ...]]:
        out: list[tuple[object, ...]] = []
        for item in self.findings:
            ja, en = item.ja, item.en
            out.append(
                (
                    item.id, item.severity.value, item.rule, item.name, item.message,
                    ja and ja.line, ja and ja.col, ja.text if ja else "", ja.value if ja else "",
                    en and en.line, en and en.col, en.text if en else "", en.value if en else "",
                    (ja.unit if ja else "") or (en.unit if en else ""),
                    item.blame.value if item.blame else "", item.expected,
                )
            )  # fmt: skip
        return out

    def _figure_rows(self) -> list[tuple[object, ...]]:
        paired = {
            (figure.language, figure.span)
            for pair in self.alignment
            for both in pair.figures
            for figure in (both.ja, both.en)
        }
        out: list[tuple[object, ...]] = []
        for side in (self.comparison.ja, self.comparison.en):
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

    def _pair_rows(self) -> list[tuple[object, ...]]:
        out: list[tuple[object, ...]] = []
        for pair in self.alignment:
            ja = _printed(self.comparison.ja.document, pair.ja[0].span) if pair.ja else ""
            en = _printed(self.comparison.en.document, pair.en[0].span) if pair.en else ""
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


def side_figures(side: Side) -> list[Figure]:
    """Every figure of a side: running text first, then cells, each in reading order."""
    found = [figure for reading in side.readings for figure in reading.figures]
    found += [
        cell.figure
        for table in side.tables
        for row in table.rows
        for cell in row.cells
        if cell.figure is not None
    ]
    return found


def period_text(figure: Figure) -> str:
    """The period of a figure as ``start/end``, an instant as its day, else as printed."""
    period = figure.period
    if period is None:
        return ""
    if period.end is None:
        return period.printed
    return period.end.isoformat() if period.start is None else f"{period.start}/{period.end}"


def figure_to_dict(document: Document, figure: Figure) -> dict[str, Json]:
    """A figure with its place, as the machine interface has it."""
    place = document.place(figure.span)
    out: dict[str, Json] = {"line": place.line, "col": place.col, "text": place.text}
    out.update(_origin_fields(document, figure.span))
    value = figure_value(figure)
    if value:
        out["value"] = value
    if figure.ends:
        out["ends"] = [plain(end) for end in figure.ends]
    if figure.unit:
        out["unit"] = figure.unit
    interval = figure.interval
    if interval:
        out["low"], out["high"] = plain(interval[0]), plain(interval[1])
    if figure.direction:
        out["direction"] = figure.direction.value
    if figure.bound:
        out["bound"] = figure.bound.value
    if figure.approximate:
        out["approximate"] = True
    period = period_text(figure)
    if period:
        out["period"] = period
    return out


def _origin_fields(document: Document, span: Span) -> Fields:
    origin = document.origin(span)
    return origin.to_dict() if origin is not None else {}


def _printed(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]


__all__ = [
    "SCHEMA",
    "Blame",
    "Coverage",
    "Evidence",
    "Finding",
    "Json",
    "PairKind",
    "Report",
    "Severity",
    "SideCoverage",
    "Signature",
    "Spot",
    "figure_to_dict",
    "figure_value",
    "side_figures",
]
