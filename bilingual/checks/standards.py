"""The accounting standards that a document declares, and where it names others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.examination import Examination
from bilingual.model.alignment import Side
from bilingual.model.table import Row, Table
from bilingual.text.normalize import fold

STANDARDS = {
    "IFRS": re.compile(
        r"(?<![A-Za-z])IFRSs?(?![A-Za-z])|国際会計基準|国際財務報告基準|International Financial Reporting Standards"
    ),
    "US-GAAP": re.compile(r"米国会計基準|(?<![A-Za-z])U\.?S\.?[ -]?GAAP"),
    "J-GAAP": re.compile(
        r"日本(?:会計)?基準|Japanese GAAP|(?<![A-Za-z])J-?GAAP|Japanese (?:accounting )?standards"
    ),
}
"""Names of standards as releases print them; the keys are those of the glossaries."""
TITLE_RE = re.compile(
    r"短信|決算|計算書|貸借対照表|財務諸表|\bresults\b|\bstatements?\b|\breport\b|\bbalance sheets?\b",
    re.IGNORECASE,
)
CHANGE_RE = re.compile(r"適用|移行|adopt|transition|convert|switch", re.IGNORECASE)
"""A line that tells of new standards does not say which ones hold."""
HEAD = 40
"""Lines at the top of a version that may declare the standards."""
APART_RE = re.compile(
    r"個別|単独|単体|参考|過年度|旧|組替|調整表|差異|取得日|企業結合|acquisition[- ]date|business combination|non-?consolidated|unconsolidated|parent|reference|reconciliation|former",
    re.IGNORECASE,
)
"""Words over a table that is drawn up by other rules: results of the parent alone, reconciliations, net assets acquired."""


def declared_standard(exam: Examination) -> str:
    """The one standard that titles and captions of statements name; empty if none or several."""
    return exam.once(_declared_standard)


def _declared_standard(exam: Examination) -> str:
    named = {
        name
        for side in exam.sides
        for text in (*_head(side), *(table.caption for table in side.tables))
        for name in standards_in(text)
    }
    return named.pop() if len(named) == 1 else ""


def _head(side: Side) -> Iterator[str]:
    lines = [number for first, last in side.lines for number in range(first, last + 1)]
    texts = [side.document.line_text(number) for number in lines[:HEAD]]
    return (text for text in texts if TITLE_RE.search(text) and not CHANGE_RE.search(text))


def standards_in(text: str) -> list[str]:
    """The standards that a text names.

    >>> standards_in("2024年3月期 決算短信〔IFRS〕(連結)")
    ['IFRS']
    """
    folded = fold(text)
    return [name for name, pattern in STANDARDS.items() if pattern.search(folded)]


def is_apart(side: Side, table: Table, row: Row, declared: str) -> bool:
    """Whether a row stands where other rules hold: its table, section, heads or label name other ones."""
    heads = [column.header for column in table.columns]
    texts = [table.caption, *row.section, *heads, row.label, _above(side, table)]
    return any(
        APART_RE.search(fold(text)) or any(name != declared for name in standards_in(text)) for text in texts
    )


def _above(side: Side, table: Table) -> str:
    """The heading over a table: the last text before it."""
    before = [
        reading.segment
        for reading in side.readings
        if side.document.line_number(reading.segment.span.start) < table.line
    ]
    return f"{before[-1].heading} {before[-1].text}" if before else ""
