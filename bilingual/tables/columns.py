"""Header rows -> columns: period, unit, scale and measure of each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.model.document import Language
from bilingual.model.figure import FiscalCalendar
from bilingual.model.quick import replace
from bilingual.model.table import Column
from bilingual.tables.captions import Caption
from bilingual.tables.column_periods import periods_of
from bilingual.tables.grid import Grid, GridRow
from bilingual.tables.header_rows import header_rows, spanned_words
from bilingual.tables.lines import Layout, Line
from bilingual.tables.measures import is_share_of_base, measure_of, per_cent_alone
from bilingual.tables.row_periods import is_period_label
from bilingual.tables.subtracted import is_subtracted
from bilingual.tables.unit_looks import told_by_looks
from bilingual.tables.units import MONEY, header_unit, is_rate, note_scale, row_unit

_LAST_WORD_RE = re.compile(r"(?<![Oo]f )(?<![Nn]umber of )\bshares$")
"""The last word of ``Treasury shares`` under another head; a number of shares says so."""
_TREASURY_RE = re.compile(r"[Tt]reasury\s+(?:shares|stock)|\b[Oo]wn shares")
"""A head that is the name of an item, on one line or two; its shares are no unit."""
_RATE_RE = re.compile(r"率|%|rate")
_DECIMAL_RE = re.compile(r"\d\.\d")
_AMOUNT_RE = re.compile(r"\d,\d|[円株人名]|(?:yen|million|billion)\b|[¥$]")


def make_columns(
    grid: Grid,
    headers: Sequence[Line],
    caption: Caption,
    language: Language,
    calendar: FiscalCalendar,
) -> tuple[Column, ...]:
    """Read the header rows of a table."""
    per_cent = _per_cent_columns(grid, language)
    changes = caption.changes or _rows_are_periods(grid)
    fine = _fine_columns(grid)
    rows = header_rows(grid, headers)
    own: list[list[str]] = [[] for _ in range(grid.width)]
    loose: list[list[str]] = []
    for row in rows:
        if all(cell.column >= 0 for cell in row):
            for cell in row:
                own[cell.column].append(cell.text)
        else:
            loose.append([cell.text for cell in row])
    own = [
        ["% of", *words] if index and is_share_of_base(words, own[index - 1]) else words
        for index, words in enumerate(own)
    ]
    drafts = [
        _draft(index, words, per_cent[index], changes, language, calendar, fine=fine[index])
        for index, words in enumerate(own)
    ]
    drafts = [_subtracted(draft, grid) for draft in drafts]
    told = told_by_looks(grid, headers)
    if told and any(_contradicts(draft, unit) for draft, unit in zip(drafts, told, strict=True)):
        drafts = [_told(draft, unit, changes) for draft, unit in zip(drafts, told, strict=True)]
    drafts = _spread_measures(drafts, loose, calendar)
    spanned = spanned_words(grid.width, rows)
    if all(line.layout is not Layout.SPACE for line in headers):
        drafts = [_governed(draft, spanned[draft.index], fine[draft.index], language) for draft in drafts]
    decimals = _all_decimals(grid)
    drafts = [
        _rated(draft, spanned[draft.index], calendar) if decimals[draft.index] else draft for draft in drafts
    ]
    drafts = [_scaled(draft, caption) for draft in drafts]
    periods = periods_of(drafts, rows, caption, language, calendar)
    return tuple(
        replace(
            draft,
            header=" ".join(spanned[draft.index]) or draft.header,
            period=periods[draft.index],
        )
        for draft in drafts
    )


def _per_cent_columns(grid: Grid, language: Language) -> list[bool]:
    """Columns most of whose figures print a per cent sign, while none is an amount."""
    signs = [0] * grid.width
    filled = [0] * grid.width
    rows = [row for row in grid.rows if not row.doubtful]
    for row in rows:
        for index, cell in enumerate(row.cells):
            if cell is not None and cell.text[:1] != "-":
                filled[index] += 1
                signs[index] += "%" in cell.text
    found = [sign * 2 > count for sign, count in zip(signs, filled, strict=True)]
    return [most and not _holds_amounts(rows, index, language) for index, most in enumerate(found)]


def _holds_amounts(rows: Sequence[GridRow], index: int, language: Language) -> bool:
    """Whether a figure of a column is an amount: it prints one, or the label of its row names one."""
    for row in rows:
        cell = row.cells[index] if index < len(row.cells) else None
        if cell is None or cell.text[:1] == "-" or "%" in cell.text:
            continue
        if _AMOUNT_RE.search(cell.text) or _names_amounts(row, language) or cell.text.isdecimal():
            return True  # a whole number without the sign that the others print counts something
    return False


def _fine_columns(grid: Grid) -> list[bool]:
    """Columns whose figures have decimals beside whole amounts: rates, where the words over them say so."""
    counted = _decimals(grid)
    whole = any(count > 1 and not decimals for count, decimals in counted)
    return [whole and count == decimals > 0 for count, decimals in counted]


def _all_decimals(grid: Grid) -> list[bool]:
    """Columns every figure of which has decimals."""
    return [count == decimals > 0 for count, decimals in _decimals(grid)]


def _decimals(grid: Grid) -> list[tuple[int, int]]:
    """How many figures each column has, and how many of them have decimals."""
    filled, fine = [0] * grid.width, [0] * grid.width
    for row in grid.rows:
        for index, cell in enumerate(row.cells):
            if cell is not None and any(map(str.isdigit, cell.text)):
                filled[index] += 1
                fine[index] += _DECIMAL_RE.search(cell.text) is not None
    return list(zip(filled, fine, strict=True))


def _names_amounts(row: GridRow, language: Language) -> bool:
    """Whether a row says, in a cell of its own or in brackets, that its figures are no per cents."""
    if row.unit.strip("() -"):
        return row.unit.strip("() -") != "%"
    label = " ".join(part.text for part in row.stub)
    unit = row_unit(label, language) if label.endswith((")", "]")) else None
    return unit is not None and unit.unit != "%"


def _rows_are_periods(grid: Grid) -> bool:
    """Whether the stub lists periods: its items stand in the columns, each with its change."""
    stubs = [row.stub[0].text for row in grid.rows if row.stub and row.stub[0].text]
    return bool(stubs) and all(is_period_label(stub) for stub in stubs)


def _draft(
    index: int,
    words: Sequence[str],
    per_cent: bool,
    changes: bool,
    language: Language,
    calendar: FiscalCalendar,
    *,
    fine: bool,
) -> Column:
    text = " ".join(words)
    measure = measure_of(text, calendar)
    if (
        not measure
        and len(words) > 1
        and not words[-2].endswith(" per")
        and measure_of(words[-1], calendar) == "share"
    ):
        measure = "share"
    unit: tuple[str, int] | None = None
    for word in reversed(words):
        unit = header_unit(word, language) if not _TREASURY_RE.search(text) else None
        if unit is None and fine and measure_of(word, calendar) in ("yoy", "qoq"):
            unit = ("%", 0)
        if unit is not None:
            break
    if unit is None and (per_cent or measure in ("share", "yoy", "qoq")):
        unit = ("%", 0)
    if measure == "yoy" and unit is not None and unit[0] in MONEY:
        measure = "change"
    if unit is not None and unit[0] == "%" and not measure and per_cent_alone(words):
        measure = "yoy" if changes else "share"
    if not measure and unit is not None and unit[0] in MONEY:
        measure = "amount"
    return Column(index, text, None, unit[0] if unit else "", unit[1] if unit else 0, measure)


def _subtracted(draft: Column, grid: Grid) -> Column:
    """A column without the per cents that a bare 前期比 gives it, where its cells are differences of amounts."""
    if draft.unit != "%" or draft.measure not in ("yoy", "qoq") or _RATE_RE.search(draft.header):
        return draft
    return replace(draft, unit="", measure="change") if is_subtracted(grid, draft.index) else draft


def _contradicts(draft: Column, unit: tuple[str, int] | None) -> bool:
    """Whether the words over a column give it another kind of unit than its cells show."""
    return unit is not None and (draft.unit, draft.scale) != unit


def _told(draft: Column, unit: tuple[str, int] | None, changes: bool) -> Column:
    """A column with the unit that its cells show."""
    if unit is None or not _contradicts(draft, unit):
        return draft
    measure = ("yoy" if changes else "share") if unit[0] == "%" else "amount"
    return replace(draft, unit=unit[0], scale=unit[1], measure=measure)


def _spread_measures(
    drafts: list[Column], loose: Sequence[Sequence[str]], calendar: FiscalCalendar
) -> list[Column]:
    """Give measure words that stand over no certain column to the per cent columns, in order."""
    open_columns = [draft.index for draft in drafts if draft.unit == "%"]
    for texts in loose:
        measures = [measure_of(text, calendar, loose=True) for text in texts]
        named = [(measure, text) for measure, text in zip(measures, texts, strict=True) if measure]
        if not named:
            continue
        targets = open_columns
        if len(named) != len(targets):
            targets = [i for i in open_columns if drafts[i].measure in ("yoy", "change")]
        if len(named) == len(targets):
            for index, (measure, text) in zip(targets, named, strict=True):
                words = f"{text} {drafts[index].header}".strip()
                drafts[index] = replace(drafts[index], measure=measure, header=words)
    return drafts


def _governed(draft: Column, words: Sequence[str], fine: bool, language: Language) -> Column:
    """A column of amounts with the unit of the head that it shares with its neighbours: Millions of yen | | Thousands of dollars."""
    if draft.unit or fine or draft.measure not in ("", "amount", "change"):
        return draft
    for word in words:
        unit = header_unit(word, language)
        if unit is not None and unit[0] in MONEY:
            return replace(draft, unit=unit[0], scale=unit[1], measure=draft.measure or "amount")
    return draft


def _rated(draft: Column, words: Sequence[str], calendar: FiscalCalendar) -> Column:
    """A column of decimals with the per cents of the head that it shares with its neighbours: E.I. loss ratio over two periods."""
    rate = next((word for word in words if is_rate(word)), None)
    if rate is None or draft.unit not in ("", "%") or measure_of(rate, calendar):
        return draft
    return replace(draft, unit="%", measure="")


_OWN_UNIT_RE = re.compile(
    r"[(\[](?:円|yen|JPY|¥|ドル|米ドル|U\.?S\.? dollars?|USD|US\$|\$)[)\]]\s*\Z", re.IGNORECASE
)
"""A head that ends with a currency by itself: of a table in millions of yen the column of 1株当たり当期純利益(円)."""


def _scaled(draft: Column, caption: Caption) -> Column:
    money = caption.note is not None and caption.note.unit in MONEY
    if draft.unit == "shares" and money and _LAST_WORD_RE.search(draft.header):
        draft = replace(draft, unit="", scale=0)
    if draft.unit == "%" or draft.scale or (draft.unit and draft.unit not in MONEY):
        return draft
    if caption.note is not None and draft.unit == caption.note.unit and _OWN_UNIT_RE.search(draft.header):
        return replace(draft, measure=draft.measure or "amount")
    unit, scale = note_scale(caption.note, draft.unit)
    measure = draft.measure or ("amount" if unit in MONEY else "")
    return replace(draft, unit=unit, scale=scale, measure=measure)
