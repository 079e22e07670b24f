"""Words beside a figure that say what it is among several of its kind: the former, the average, the interim one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bilingual.model.alignment import SegmentReading
from bilingual.model.document import Language
from bilingual.model.figure import Relative

_ABOUT_JA = r"(?:で|が|は|の|を|に|も|:|=|、)?\s?[(]?\s?(?:1株(?:当た?り|につき)\s?)?(?:約|およそ|ほぼ)?\s?\Z"
_ABOUT_EN = r"(?:,| of| at| was| were| is| are| to|:| from)?\s?[(]?(?:the |an? )?(?:about |around |approximately |roughly |some |just over |just under )?\Z"

NAMES: tuple[tuple[str, str, str, str], ...] = (
    ("former", r"従来(?:予想|計画|値)?|修正前|変更前|改定前|前回(?:発表)?(?:の)?(?:予想|計画|見通し|値)?|当初(?:予想|計画|見通し|想定)?|期初(?:予想|計画|見通し|想定)?",
     r"previously|formerly|(?:previous|initial|original|earlier)(?: (?:forecast|plan|estimate|outlook|target|projection|assumption|guidance|level|figure))?|initially|originally", ""),
    ("average", r"平均(?:値|水準)?", r"average(?: figure| level)?", ""),
    ("target", r"目標(?:値|額|水準)?(?:である)?", r"targets?|goals?", ""),
    ("required", r"(?:最低所要|規制|必要|所要|最低)(?:水準|比率|額|基準)?", r"(?:minimum|required|regulatory)(?: (?:requirement|level|minimum|ratio|standard))*|requirement", ""),
    ("interim", r"中間(?:配当)?(?:金)?", r"interim(?: dividends?)?", r"(?:per share )?(?:as an )?interim"),
    ("final", r"(?<!四半)(?<![年前])期末(?:配当)?(?:金)?", r"(?:year-end|final)(?: dividends?)?", r"(?:per share )?(?:as a )?(?:year-end|final)"),
)  # fmt: skip
"""A name; the Japanese words before a figure, the English words before it, and those at once behind it."""

_RES: Mapping[Language, tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]] = {
    Language.JA: tuple((name, re.compile(rf"(?:{ja}){_ABOUT_JA}"), None) for name, ja, _, _ in NAMES),
    Language.EN: tuple(
        (
            name,
            re.compile(rf"\b(?:{before}){_ABOUT_EN}", re.IGNORECASE),
            re.compile(rf"\s(?:{behind})\b(?! (?:dividend )?of\b)", re.IGNORECASE) if behind else None,
        )
        for name, _, before, behind in NAMES
    ),
}
_REACH = 60
_TIME_BEFORE = {
    Language.JA: re.compile(r"末?(?:の|は|が|には|における)?[^、。()\d]{0,6}\(?約?"),
    Language.EN: re.compile(r"(?:'s)?(?: (?:figure|level|result)(?: of)?)? "),
}
_TIME_BEHIND_RE = re.compile(
    r"(?: [a-z]+){0,2}?,? (?:\(|(?:in|for|during|at|as of|recorded in|posted in) )?(?:the )?"
)
"""Between a figure and the time that it is for."""
PAST = frozenset({Relative.YEAR_AGO, Relative.PREVIOUS_YEAR, Relative.PREVIOUS, Relative.PREVIOUS_QUARTER})


def names(reading: SegmentReading, places: Sequence[tuple[int, int]]) -> dict[int, frozenset[str]]:
    """What words beside each figure say it is, by the number of the figure.

    Args:
        reading: a segment with its figures.
        places: where its figures start and end in the text, in order.
    """
    text, language = reading.segment.text, reading.segment.language
    found: dict[int, frozenset[str]] = {}
    past = [(mention.start, mention.end) for mention in reading.periods if mention.period.relative in PAST]
    for number, (start, end) in enumerate(places):
        floor = max(places[number - 1][1] if number else 0, start - _REACH)
        own = {
            name
            for name, before, behind in _RES[language]
            if before.search(text, floor, start) or (behind is not None and behind.match(text, end))
        }
        ceiling = places[number + 1][0] if number + 1 < len(places) else len(text)
        period = reading.figures[number].period
        is_past = period is not None and period.relative in PAST
        if is_past and any(_of_period(text, language, time, (floor, start), (end, ceiling)) for time in past):
            own.add("past")
        if own:
            found[number] = frozenset(own)
    return found


def _of_period(
    text: str, language: Language, time: tuple[int, int], before: tuple[int, int], behind: tuple[int, int]
) -> bool:
    """Whether a time stands at once before or behind a figure and belongs to no other."""
    if before[0] <= time[0] and time[1] <= before[1]:
        return bool(_TIME_BEFORE[language].fullmatch(text, time[1], before[1]))
    if behind[0] <= time[0] and time[1] <= behind[1]:
        if language is Language.JA:
            return text[behind[0] : time[0]] == "(" and text.startswith(")", time[1])
        return bool(_TIME_BEHIND_RE.fullmatch(text, behind[0], time[0]))
    return False
