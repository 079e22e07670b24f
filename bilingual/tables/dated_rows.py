"""Rows of days and of times from one day to another among blanks, as notices of dividends and repurchases have them."""

from __future__ import annotations

import re

from bilingual.tables import patterns as p
from bilingual.tables.line import Field

PART_RE = re.compile(r"\S+(?: \S+)*")
_DATED_LABEL_RE = re.compile(
    r"(?:基準日(?:の?設定)?(?:公告日)?|効力発生日|(?:Date of )?[Pp]ublic notice (?:date )?(?:of|for) (?:the )?record date|(?:配当(?:金)?)?支払(?:開始)?(?:予定)?日|払込期日|Record date|Effective date|(?:Dividend )?[Pp]ayment (?:start |commencement )?date)"
)
"""Labels of rows of dates in notices of dividends."""


_SPAN_LABEL_RE = re.compile(
    r"(?:取得|買付け?|行使|権利行使|約定)(?:の)?期間|(?:[Aa]cquisition|[Rr]epurchase|[Pp]urchase|[Ee]xercise|[Tt]ender offer) period|[Pp]eriod of (?:acquisition|repurchase|purchase)"
)
"""Labels of rows of times from one day to another in notices of share repurchases."""
_DAY_SPAN_RE = re.compile(
    rf"(?:\d{{4}}年\d{{1,2}}月\d{{1,2}}日 ?[~-] ?(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日"
    rf"|(?:[Ff]rom )?{p.MONTH}\.? \d{{1,2}}(?:, ?\d{{4}})? ?(?:-|~|to|through) ?{p.MONTH}\.? \d{{1,2}}, ?\d{{4}})(?: ?\([^()]*\))?"
)
"""A time from one day to another, with a remark in brackets."""


SAME_RE = re.compile(r"同左|同上|[Ss]ame as (?:left|above|on the left)")
_SOURCE_LABEL_RE = re.compile(
    r"配当(?:の)?原資|[Ss]ource of (?:dividends?|funds for dividends?)|[Dd]ividend source"
)
_SOURCE_RE = re.compile(
    r"(?:その他)?(?:利益|資本)剰余金|(?:(?:[Oo]ther )?[Rr]etained earnings|(?:[Oo]ther )?[Cc]apital surplus)"
)
"""What dividends are paid out of."""


def dated_cells(text: str) -> tuple[Field, ...] | None:
    """The stub and cells of a row of dates, or of what dividends are paid out of; None where the line is none."""
    parts = [Field(match.start(), match.end(), match[0]) for match in PART_RE.finditer(text)]
    if len(parts) < 2:
        return None
    if _SOURCE_LABEL_RE.fullmatch(parts[0].text):
        cell_re = _SOURCE_RE
    elif _DATED_LABEL_RE.fullmatch(parts[0].text):
        cell_re = p.DATE_LINE_RE
    elif _SPAN_LABEL_RE.fullmatch(parts[0].text):
        cell_re = _DAY_SPAN_RE
    else:
        return None
    dates = [cell_re.fullmatch(part.text) is not None for part in parts[1:]]
    nils = [bool(p.NIL_RE.fullmatch(part.text) or SAME_RE.fullmatch(part.text)) for part in parts[1:]]
    whole = any(dates) and all(date or nil for date, nil in zip(dates, nils, strict=True))
    return tuple(parts) if whole else None
