"""Days in figures alone, as the words that the patterns of periods know: 自 2024/4/1 至 2025.3.31, 1-Apr-2024 to 2025-03-31."""

from __future__ import annotations

import re
from bisect import bisect_right

from bilingual.figures.written_dates import MONTH_NAMES
from bilingual.model.document import Language
from bilingual.model.figure import PeriodMention
from bilingual.model.quick import replace

_MONTHS = [name[:3] for name in MONTH_NAMES]
_YEAR = r"(?:19|20)\d\d"
_DAY_RE = re.compile(
    rf"(?<![\d./-])(?:(?P<y>{_YEAR})(?:(?P<mark>[./])(?P<m>1[0-2]|0?[1-9])(?P=mark)(?P<d>3[01]|[12]\d|0?[1-9])"
    r"|-(?P<iso_m>1[0-2]|0[1-9])-(?P<iso_d>3[01]|[12]\d|0[1-9]))(?![\d/-]|\.\d)"
    rf"|(?P<first>3[01]|[12]\d|0?[1-9])-(?P<name>{'|'.join(_MONTHS)})-(?P<last>{_YEAR})(?![\w-]))",
    re.IGNORECASE,
)
_CLOSING_RE = re.compile(r"自|至|現在|期間|\b(?:ended|ending|as (?:of|at)|from|to)\b", re.IGNORECASE)
"""What makes a lone day the end of a period, or a point in time."""


class Spelled:
    """A text with its days in figures spelled as words, and the way back to its offsets."""

    def __init__(self, text: str, found: list[re.Match[str]], language: Language) -> None:
        self.printed = text
        parts: list[str] = []
        self._starts: list[int] = [0]  # offsets in the spelled text at which another stretch begins
        self._places: list[tuple[int, int]] = [
            (0, 0)
        ]  # where it stands in the printed text: start, end if it is a day
        at = length = 0
        for match in found:
            word = _spelled(match, language)
            parts += [text[at : match.start()], word]
            length += match.start() - at
            self._starts.append(length)
            self._places.append((match.start(), match.end()))
            length += len(word)
            at = match.end()
            self._starts.append(length)
            self._places.append((at, 0))
        self.text = "".join([*parts, text[at:]])

    def offset(self, at: int, *, end: bool) -> int:
        """The printed offset of one in the spelled text; what lies inside a day is its start or its end."""
        index = bisect_right(self._starts, at - 1 if end else at) - 1
        start, past = self._places[max(index, 0)]
        if past:
            return past if end else start
        return start + at - self._starts[max(index, 0)]

    def mention(self, found: PeriodMention) -> PeriodMention:
        """A mention in the spelled text as one in the printed text."""
        start, end = self.offset(found.start, end=False), self.offset(found.end, end=True)
        period = replace(found.period, printed=self.printed[start:end])
        return PeriodMention(start, end, period, found.problem)


def spelled(text: str, language: Language) -> Spelled | None:
    """The text with its days as words, where they are ends of periods; None where there is nothing to spell.

    >>> spelled("自 2024/4/1 至 2025/3/31", Language.JA).text
    '自 2024年4月1日 至 2025年3月31日'
    """
    if "/" not in text and "." not in text and text.count("-") < 2:
        return None
    found = list(_DAY_RE.finditer(text))
    if not found or (len(found) == 1 and not _CLOSING_RE.search(text)):
        return None
    return Spelled(text, found, language)


def _spelled(match: re.Match[str], language: Language) -> str:
    if match["name"]:
        month = _MONTHS.index(match["name"].capitalize()) + 1
        year, day = match["last"], int(match["first"])
    else:
        year, month, day = match["y"], int(match["m"] or match["iso_m"]), int(match["d"] or match["iso_d"])
    if language is Language.JA:
        return f"{year}年{month}月{day}日"
    return f"{MONTH_NAMES[month - 1]} {day}, {year}"
