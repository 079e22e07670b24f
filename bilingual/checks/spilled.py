"""Rows of which a sign or figures were read as part of the label: what is left in the cells stands in wrong columns.

``投資有価証券の取得による支出 △`` beside 82 and (82): the sign is there, in the label. Such a row is compared as a set of
values: only what the other row prints nowhere differs.
"""

from __future__ import annotations

import re

from bilingual.checks.building import Case, Cases
from bilingual.checks.captions import TablePair
from bilingual.checks.disagreements import Disagreement
from bilingual.model.alignment import Pair
from bilingual.model.figure import Aspect, Figure
from bilingual.model.report import Severity
from bilingual.model.table import Row

NOTE = "a part of the cells was read as part of the label"
_SIGN_RE = re.compile(r"(?:[\s\d])[△▲]\s*$")
"""A sign behind the label that no figure follows."""
_FIGURE_RE = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])|(?<![\d,.])\d+\.\d+(?![\d.])")
"""A figure that no name holds."""
_OF_CELLS = frozenset({Aspect.VALUE, Aspect.SIGN, Aspect.PERCENT, Aspect.SCALE, Aspect.NIL, Aspect.RANGE})


def spilled_rows(tables: TablePair, items: list[Disagreement], cases: Cases) -> list[Disagreement]:
    """Take out what differs in rows whose label holds a part of their cells; values of one version alone stay."""
    rows = {
        id(row): _reading(row) for row in tables.rows if row.ja_row is not None and row.en_row is not None
    }
    found: list[Disagreement] = []
    rest: list[Disagreement] = []
    for item in items:
        values = rows.get(id(item.pair))
        explained = values is not None and item.aspect in _OF_CELLS and _stands_there(item, *values)
        (found if explained else rest).append(item)
    if found:
        cases["NUM006"].append(Case(tuple(found), Severity.INFO, NOTE, "row"))
    return rest


def _reading(pair: Pair) -> tuple[frozenset[str], frozenset[str]] | None:
    """The digits that either row prints, in its label and its cells; None where no label holds a part of its cells."""
    ja, en = pair.ja_row, pair.en_row
    if ja is None or en is None:
        return None
    cells = _cells(ja), _cells(en)
    labels = _in_label(ja), _in_label(en)
    spilled = [
        _SIGN_RE.search(row.label) is not None or bool(label & other - own)
        for row, label, own, other in (
            (ja, labels[0], cells[0], cells[1]),
            (en, labels[1], cells[1], cells[0]),
        )
    ]
    return (cells[0] | labels[0], cells[1] | labels[1]) if any(spilled) else None


def _stands_there(item: Disagreement, ja: frozenset[str], en: frozenset[str]) -> bool:
    """Whether the other row prints one of the two values too, so that the place of a cell is what differs."""
    if item.figures is None:
        return False
    return bool(_parts(item.figures.ja) & en or _parts(item.figures.en) & ja)


def _cells(row: Row) -> frozenset[str]:
    return frozenset().union(*(_parts(cell.figure) for cell in row.cells if cell.figure is not None))


def _parts(figure: Figure) -> frozenset[str]:
    """The digits of a figure, of a range those of both ends."""
    return frozenset(figure.digits.split("/")) - {""}


def _in_label(row: Row) -> frozenset[str]:
    """The digits of the figures in a label, without zeros around them, as figures give theirs."""
    digits = (re.sub(r"[,.]", "", match[0]).strip("0") for match in _FIGURE_RE.finditer(row.label))
    return frozenset(digit for digit in digits if digit)
