"""The report of a run: the comparison behind it, what was found, how much was checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilingual.model.alignment import Comparison, Leftover, Pair
from bilingual.model.findings import Blame, Evidence, Finding, Json, Severity, Spot
from bilingual.model.frames import (
    COUNTS,
    FIGURE_COLUMNS,
    FINDING_COLUMNS,
    PAIR_COLUMNS,
    figure_rows,
    finding_rows,
    pair_rows,
)
from bilingual.model.machine import SCHEMA, report_to_dict
from bilingual.model.values import figure_to_dict, figure_value, plain, side_figures

if TYPE_CHECKING:
    import pandas as pd

    from bilingual.model.callsheet import CallSheet


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
        return report_to_dict(self)

    def to_frame(self, what: str = "findings") -> pd.DataFrame:
        """A pandas table of ``findings``, ``figures`` or ``pairs``; values are strings, exact.

        Raises:
            ValueError: for another word.
        """
        import pandas as pd

        rows, columns = {
            "findings": (finding_rows, FINDING_COLUMNS),
            "figures": (figure_rows, FIGURE_COLUMNS),
            "pairs": (pair_rows, PAIR_COLUMNS),
        }.get(what, (None, ()))
        if rows is None:
            raise ValueError(f"to_frame() knows 'findings', 'figures' and 'pairs', not {what!r}")
        frame = pd.DataFrame(rows(self), columns=list(columns))
        return frame.astype({name: "Int64" for name in columns if name in COUNTS})


__all__ = [
    "SCHEMA",
    "Blame",
    "Coverage",
    "Evidence",
    "Finding",
    "Json",
    "Report",
    "Severity",
    "SideCoverage",
    "Signature",
    "Spot",
    "figure_to_dict",
    "figure_value",
    "plain",
    "side_figures",
]
