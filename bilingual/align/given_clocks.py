"""Times of two given segments whose day stands beside one clock in Japanese and beside the other in English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bilingual.figures.moments import days_between
from bilingual.figures.written_dates import MONTH, MONTH_NUMBERS
from bilingual.model.alignment import FigurePair, Side
from bilingual.model.figure import Aspect, Difference, Figure, Kind

_DAY_JA_RE = re.compile(r"(?:(?P<month>\d{1,2}) ?月 ?)?(\d{1,2}) ?日(?!本)")
_DAY_EN_RE = re.compile(
    rf"(?P<month>{MONTH})\.? (?P<day>\d{{1,2}})(?![\d:])|(?<![\d:])(?P<day2>\d{{1,2}}) (?P<month2>{MONTH})"
)


def on_other_clocks(pairs: Sequence[FigurePair]) -> tuple[FigurePair, ...]:
    """Mark the day that one side prints beside the clock of one city and the other beside that of another.

    9:00 in London on the 18th and 18:00 in Tokyo on the 19th are a day apart.
    """
    times = [
        at
        for at, both in enumerate(pairs)
        if both.ja.kind is both.en.kind is Kind.TIME and not both.differences
    ]
    dated_ja = [at for at in times if _is_dated(pairs[at].ja) and not _is_dated(pairs[at].en)]
    dated_en = [at for at in times if _is_dated(pairs[at].en) and not _is_dated(pairs[at].ja)]
    if len(dated_ja) != 1 or len(dated_en) != 1:
        return tuple(pairs)
    ja, en = pairs[dated_ja[0]].ja, pairs[dated_en[0]].en
    mine, theirs = _DAY_JA_RE.search(ja.printed), _DAY_EN_RE.search(en.printed)
    if mine is None or theirs is None or _is_one_day(mine, theirs) or not days_between(ja, en):
        return tuple(pairs)
    told = replace(
        pairs[dated_en[0]], differences=(Difference(Aspect.DATE, 2, f"{mine[0]} against {theirs[0]}"),)
    )
    return (*pairs[: dated_en[0]], told, *pairs[dated_en[0] + 1 :])


def _is_one_day(ja: re.Match[str], en: re.Match[str]) -> bool:
    """Whether both print the same day, of the same month where Japanese prints one."""
    month = MONTH_NUMBERS[(en["month"] or en["month2"])[:3].lower()]
    return int(ja[2]) == int(en["day"] or en["day2"]) and ja["month"] in (None, str(month))


_NEXT_DAY_RE = re.compile(
    r"(?:同月|(?:翌|同)?(?<![\d月]))(\d{1,2}) ?日(?:\([月火水木金土日]\))?(?:の|午[前後])?\s?\Z"
)


def on_days_without_month(pairs: Sequence[FigurePair], sides: tuple[Side, Side]) -> tuple[FigurePair, ...]:
    """Mark times whose day Japanese prints without a month (翌5日1時40分) and English as another day."""
    return tuple(
        replace(both, differences=(Difference(Aspect.DATE, 2, note),))
        if not both.differences
        and both.ja.kind is both.en.kind is Kind.TIME
        and (note := _other_day(both, sides[0]))
        else both
        for both in pairs
    )


def _other_day(both: FigurePair, side: Side) -> str:
    content = side.readings[0].segment.content
    mine = _NEXT_DAY_RE.search(content.text, 0, content.index(both.ja.span.start))
    theirs = _DAY_EN_RE.search(both.en.printed)
    if (
        _is_dated(both.ja)
        or mine is None
        or theirs is None
        or int(mine[1]) == int(theirs["day"] or theirs["day2"])
    ):
        return ""
    return f"{mine[0]} against {theirs[0]}"


def _is_dated(figure: Figure) -> bool:
    return bool(figure.moment) and not figure.moment.startswith("T")
