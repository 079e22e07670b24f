"""Findings: one reported problem each, with its places and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from bilingual.model.document import Document, Language
from bilingual.model.origin import Origin
from bilingual.model.quick import quick

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"


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


@quick
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
