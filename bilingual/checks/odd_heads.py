"""Heads that compare with their counterparts in another way than all other heads of their table do."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from bilingual.figures.periods import without_stated
from bilingual.model.figure import Aspect, Difference, Period
from bilingual.model.table import Column

Compared = tuple[Column, Column, tuple[Difference, ...]]
"""Two paired columns and in what their heads differ."""
FEW = 2
_BARE_YEAR_RE = re.compile(r"(?:19|20)\d\d年?")
_MONTH_RE = re.compile(r"(?<!\d)(1[0-2]|[1-9]) ?月")
_DIGIT_RE = re.compile(r"\d")
_YEAR_RE = re.compile(r"(?:19|20)\d\d")
_LETTER_RE = re.compile(r"[A-Za-z月期末日度]")
Value = TypeVar("Value")


ENOUGH = 3
"""Heads of a document that show how its versions name their years."""


class Habits(NamedTuple):
    """How the versions of a document name the times of their columns.

    Attributes:
        years: by the forms of two heads (0000年度, FY0000), how many years their labels are apart, and how often.
        words: by the form of a head and the words of its counterpart, what stands beside its year (年3月期 for FY).
    """

    years: Mapping[tuple[str, str], Counter[int]]
    words: Mapping[tuple[str, str], Counter[str]]


def habits_of(tables: Iterable[list[Compared]]) -> Habits:
    """How the heads of paired columns name their times, in all tables of a document."""
    years: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    words: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for compared in tables:
        for left, right, _ in compared:
            before, after = _year(_own(left)), _year(_own(right))
            if before and after:
                years[_form(left.period), _form(right.period)][after - before] += 1
            for key, said in _said(left, right):
                words[key][said] += 1
    return Habits(years, words)


def _said(left: Column, right: Column) -> Iterator[tuple[tuple[str, str], str]]:
    """For each of two heads the key of its words, and those words; a year alone says nothing of its month."""
    before, after = _own(left), _own(right)
    if before is None or after is None:
        return
    mine, theirs = (_YEAR_RE.sub("", period.printed) for period in (before, after))
    if _LETTER_RE.search(mine) and _LETTER_RE.search(theirs):
        yield (_form(before), theirs), mine
        yield (_form(after), mine), theirs


def with_odd_head(compared: list[Compared], habits: Habits) -> list[Compared]:
    """Heads with the one that is odd among them told as another fiscal year, or another month.

    What a label of a year means (2025年, FY2025) is the issuer's habit, and a habit holds for all columns of a table:
    one year that is not as far from its counterpart as the others are is wrong, whichever way years are named. Where
    the other version heads its columns with years alone, all of them are of the same month. Heads that are said twice
    (当中間期 over the amounts and over the ratios) are said twice in the other version as well.
    """
    for found in (
        _odd_year(compared),
        _odd_month(compared),
        _odd_twin(compared),
        _odd_of_two(compared),
        _unusual(compared, habits),
    ):
        if found is not None:
            left, right, told = compared[found]
            note = f"{left.header} against {right.header}"
            serious = any(difference.serious == FEW for difference in told)
            compared[found] = (left, right, told if serious else (Difference(Aspect.FISCAL_YEAR, 2, note),))
    return compared


def _odd_year(compared: list[Compared]) -> int | None:
    """The one pair whose years are as far apart as those of no other, of heads that are written alike.

    Or the first of two whose years stand over each other's columns.
    """
    named: dict[int, tuple[int, int]] = {}
    for at, (left, right, _) in enumerate(compared):
        before, after = _year(_own(left)), _year(_own(right))
        if before and after:
            named[at] = before, after
    if len(named) < FEW or not _alike(compared, named):
        return None
    mine, theirs = zip(*named.values(), strict=True)
    same = sorted(mine) == sorted(theirs)
    years = [after - before for before, after in named.values()]
    usual = 0 if same else max(years, key=years.count)
    odd = [at for at, (before, after) in named.items() if after - before != usual]
    crossed = len(odd) == FEW and sum(years) == usual * len(years) and (same or len(years) >= 2 * FEW)
    return odd[0] if crossed or (len(odd) == 1 and len(years) > FEW) else None


def _unusual(compared: list[Compared], habits: Habits) -> int | None:
    """The one head of a table whose year or words are such as no head of its form has elsewhere in the document."""
    odd = []
    for at, (left, right, _) in enumerate(compared):
        before, after = _year(_own(left)), _year(_own(right))
        apart = habits.years.get((_form(left.period), _form(right.period)))
        if (before and after and apart and _form(left.period) and _is_rare(after - before, apart)) or any(
            _is_rare(said, habits.words[key]) for key, said in _said(left, right)
        ):
            odd.append(at)
    return odd[0] if len(odd) == 1 else None


def _is_rare(value: Value, found: Counter[Value]) -> bool:
    """Whether a value stands against one that is found again and again."""
    usual, times = found.most_common(1)[0]
    return value != usual and times >= ENOUGH * max(1, found.total() - times)


def _own(column: Column) -> Period | None:
    """The time that the head of a column prints itself; a caption or a head beside it may have been lost."""
    period = column.period
    return period if period is not None and period.printed in column.header else None


def _year(period: Period | None) -> int | None:
    """The year of a label, or the one in which the day lies that a head ends with (2025年3月末)."""
    if period is None or period.relative is not None:
        return None
    return period.year or (period.end.year if period.end is not None else None)


def _alike(compared: list[Compared], found: Iterable[int]) -> bool:
    """Whether the heads of each version are written in one form, figures apart, or are years alone."""
    heads = [(compared[at][0].period, compared[at][1].period) for at in found]
    return all(len({_form_of_year(head) for head in side}) == 1 for side in zip(*heads, strict=True))


def _form_of_year(period: Period | None) -> str:
    """The form of a label without what is stated for it: a year alone is one kind of label (2024年, 2030年目標, CY24)."""
    if period is not None and period.year and not (period.end or period.part or period.relative):
        return "year"
    return _DIGIT_RE.sub("0", without_stated(period.printed)) if _form(period) and period is not None else ""


def _form(period: Period | None) -> str:
    if period is None or period.relative is not None:
        return ""  # 当中間期 and 前中間期 are words of one kind
    return _DIGIT_RE.sub("0", period.printed)


def _odd_month(compared: list[Compared]) -> int | None:
    """The one head of another month than the others, where the heads of the other version are years alone."""
    months: dict[int, str] = {}
    for at, (left, right, _) in enumerate(compared):
        before, after = _own(left), _own(right)
        month = _MONTH_RE.search(before.printed) if before is not None else None
        if month is None or after is None or not _BARE_YEAR_RE.fullmatch(after.printed):
            return None
        months[at] = month[1]
    named = list(months.values())
    usual = max(named, key=named.count, default="")
    odd = [at for at in months if months[at] != usual]
    return odd[0] if len(odd) == 1 and len(named) > FEW else None


def _odd_twin(compared: list[Compared]) -> int | None:
    """The one head but for which every time of a version has one name in the other."""
    at_own = [at for at, (left, right, _) in enumerate(compared) if _own(left) and _own(right)]
    named = [(_printed(compared[at][0]), _printed(compared[at][1])) for at in at_own]
    if len(named) <= FEW or _is_lexicon(named) or not _alike(compared, at_own):
        return None
    odd = [at for at in range(len(named)) if _is_lexicon(named[:at] + named[at + 1 :])]
    return at_own[odd[0]] if len(odd) == 1 else None


def _printed(column: Column) -> str:
    return column.period.printed if column.period is not None else ""


def _is_lexicon(named: list[tuple[str, str]]) -> bool:
    """Whether each name of either version goes with one of the other alone."""
    pairs = set(named)
    return len(pairs) == len({left for left, _ in pairs}) == len({right for _, right in pairs})


def _odd_of_two(compared: list[Compared]) -> int | None:
    """The head of two that differs somehow from its counterpart, where the others are the same but for their years."""
    if len(compared) != FEW:
        return None
    said = [list(_said(left, right)) for left, right, _ in compared]
    if not all(said):
        return None
    (mine, theirs), (mine_next, theirs_next) = ([words for _, words in each] for each in said)
    pairs = (mine, mine_next), (theirs, theirs_next)
    alike = all(_DIGIT_RE.sub("0", one) == _DIGIT_RE.sub("0", other) for one, other in pairs)
    if (mine == mine_next) is (theirs == theirs_next) or not alike:
        return None
    odd = [at for at, (_, _, found) in enumerate(compared) if found]
    return odd[0] if len(odd) == 1 else None
