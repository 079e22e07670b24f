"""Two figures of given segments that changed places between clauses, or between the two ends of a change."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from bilingual.checks.examination import Examination
from bilingual.checks.listed import agreeing_figures
from bilingual.figures.surroundings import SEVERALLY_RE
from bilingual.model.alignment import FigurePair, Side
from bilingual.model.document import Language
from bilingual.model.figure import Figure

_Borders = Mapping[Language, re.Pattern[str]]
_BORDERS: tuple[_Borders, ...] = (
    {
        Language.JA: re.compile(r"[、。;()\t/](?!\d{3})|一方"),
        Language.EN: re.compile(
            r",(?!\d)|[;()\t/]|\.(?!\d)|\b(?:and|while|whereas|but|with|as well as)\b", re.IGNORECASE
        ),
    },
    {
        Language.JA: re.compile(r"[、。;\t/](?!\d{3})|一方"),
        Language.EN: re.compile(r",? (?:and|with|while|whereas|but)\b|[;\t/]|\.(?!\d)", re.IGNORECASE),
    },
)
"""Where a clause ends, with and without the brackets and asides that belong to it."""
ENDS_RES = {
    Language.JA: re.compile(r"(?P<first>[^。;()]*?)から(?P<last>[^。;()から]*?)(?:へ|に|まで|となっ)"),
    Language.EN: re.compile(r"\bfrom (?P<first>(?:[^.;()]|\.\d)*?) to (?P<last>(?:[^.;()]|\.\d)*)"),
}
"""What a change starts from and what it leads to."""
_PAIR = 2


def exchanged_between(exam: Examination) -> Iterator[tuple[FigurePair, FigurePair]]:
    """Yield two agreeing figures of which each stands beside the company of the other in English.

    In 4.2%から4.5%へ30bp上昇、預金は0.1%から0.3%へ20bp上昇 the 30bp belong to 4.5%: in “20 bp to 4.5% and 30 bp to 0.3%”
    they stand beside another figure that kept its place. Likewise all figures from which a change starts.
    """
    if not exam.one_segment:
        return
    agreeing = agreeing_figures(exam)
    if len(agreeing) < _PAIR or any(SEVERALLY_RE[side.language].search(_text(side)) for side in exam.sides):
        return
    found = next((told for borders in _BORDERS if (told := _apart(exam, agreeing, borders))), None)
    found = found or _turned(exam, agreeing)
    if found is not None:
        yield found


def _apart(
    exam: Examination, agreeing: Sequence[FigurePair], borders: _Borders
) -> tuple[FigurePair, FigurePair] | None:
    """Two figures of a kind that stand in each other's clause, each clause held by a figure that stayed."""
    ja = _clauses(exam.ja, [both.ja for both in agreeing], borders)
    en = _clauses(exam.en, [both.en for both in agreeing], borders)
    for one, other in combinations(range(len(agreeing)), 2):
        if not _alike(agreeing[one], agreeing[other]) or ja[one] == ja[other] or en[one] == en[other]:
            continue
        rest = [at for at in range(len(agreeing)) if at not in (one, other)]
        first = {en[at] for at in rest if ja[at] == ja[one]}
        second = {en[at] for at in rest if ja[at] == ja[other]}
        if first == {en[other]} and second == {en[one]}:
            return agreeing[one], agreeing[other]
    return None


def _alike(one: FigurePair, other: FigurePair) -> bool:
    return (
        one.ja.kind is other.ja.kind
        and one.ja.unit == other.ja.unit
        and (one.en.unit == other.en.unit or not (one.en.unit and other.en.unit))
        and one.ja.value != other.ja.value
        and one.ja.ends is None is other.ja.ends
    )


def _clauses(side: Side, figures: Sequence[Figure], borders: _Borders) -> list[int]:
    """The number of the clause in which each figure stands."""
    content = side.readings[0].segment.content
    places = [
        (content.index(each.span.start), content.index(each.span.end)) for each in side.readings[0].figures
    ]
    ends = [
        match.end()
        for match in borders[side.language].finditer(content.text)
        if not any(start < match.start() < end for start, end in places)
    ]
    return [bisect_right(ends, content.index(figure.span.start)) for figure in figures]


def _turned(exam: Examination, agreeing: Sequence[FigurePair]) -> tuple[FigurePair, FigurePair] | None:
    """The figures of a change all of whose levels stand at the other end: 3本部12部から2本部9部へ."""
    mine, theirs = (
        list(ENDS_RES[side.language].finditer(side.readings[0].segment.text)) for side in exam.sides
    )
    if not len(mine) == len(theirs) == 1:
        return None
    ends = [(_end(exam.ja, both.ja, mine[0]), _end(exam.en, both.en, theirs[0]), both) for both in agreeing]
    levels = [each for each in ends if each[0] and each[1]]
    firsts = [both for ja, en, both in levels if (ja, en) == ("first", "last")]
    lasts = [both for ja, en, both in levels if (ja, en) == ("last", "first")]
    one_change = len(levels) == _PAIR and len(firsts) == len(lasts) == 1 and _alike(firsts[0], lasts[0])
    if one_change or (len(firsts) == len(lasts) >= _PAIR and len(firsts) + len(lasts) == len(levels)):
        return firsts[0], lasts[0]
    return None


def _end(side: Side, figure: Figure, match: re.Match[str]) -> str:
    at = side.readings[0].segment.content.index(figure.span.start)
    return next((end for end in ("first", "last") if match.start(end) <= at < match.end(end)), "")


def _text(side: Side) -> str:
    return side.readings[0].segment.text
