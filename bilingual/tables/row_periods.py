"""Rows that stand for periods, as in summaries of results and forecasts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bilingual.figures.periods import read_period
from bilingual.model.document import Language
from bilingual.model.figure import FiscalCalendar, Part, Period
from bilingual.tables.patterns import PERIOD_WORD

_ASIDE = r"(?:\s?\((?:予想|累計|実績|見込み?|計画|修正|[Ff]orecasts?|[Cc]umulative|[Pp]lan|[Aa]ctual)\))?"
_LABEL_RE = re.compile(
    rf"(?:(?:As (?:of|at) )?{PERIOD_WORD}|通期|上期|下期|中間期|第?[1-4]四半期(?:末|累計)?"
    r"|(?:The )?(?:[Ff]iscal |[Ff]ull )?[Yy]ear(?: (?:[Ee]nded|[Ee]nding) .{6,20})?"
    r"|(?:Three|Six|Nine|Twelve) [Mm]onths(?: (?:[Ee]nded|[Ee]nding) .{6,20})?"
    rf"|(?:First|Second|Third|Fourth) (?:[Hh]alf|[Qq]uarter)(?: of .{{2,12}})?){_ASIDE}"
)


@lru_cache(maxsize=4096)
def is_period_label(label: str) -> bool:
    """Whether a label is a period and nothing else.

    >>> is_period_label("2025年3月期(予想)"), is_period_label("当期純利益")
    (True, False)
    """
    return len(label) <= 60 and _LABEL_RE.fullmatch(label) is not None


def row_period(
    label: str, captions: Sequence[Period], language: Language, calendar: FiscalCalendar
) -> Period | None:
    """Read the period of such a row; 通期 alone takes the year that the caption names."""
    if not is_period_label(label):
        return None
    period = read_period(label, language, calendar)
    if period is not None and (period.end is not None or period.year is not None):
        return period
    gap = " " if language is Language.EN else ""
    part = period is not None and period.part not in (None, Part.YEAR)
    for named in captions:
        read = read_period(f"{named.printed}{gap}{label}", language, calendar)
        if read is None or read.end is None:
            continue
        if part and (read.start, read.end) == (named.start, named.end):
            continue  # 1H below the first and the last day of a year is no year
        return read
    return period
