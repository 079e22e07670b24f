"""A ratio stands for a growth, or a growth for a ratio.

Compares: per cent figures of change columns with their two amounts: 105 % of last year is a growth of 5 %. In running
text: 前期比105.3%, which is a ratio, with an English increase of 105.3%.

Why it matters: an increase of 105 % is more than twice as much.

Flagged:
    売上高は前期比105.3%となりました。
    Net sales increased 105.3% from the previous year.

Left alone:
    売上高は前期比105.3%となりました。
    Net sales were 105.3% of those of the previous year.

Limits: in tables the other rows must tell what the column states. In running text a Japanese comparison without a word
of change is taken for a ratio from 50 % to 200 %; beyond that usage is loose.

Authority: practice of Japanese releases (前期比 names either; 増減率 a change).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bilingual.arithmetic.causes import Cause
from bilingual.arithmetic.formulas import HUNDRED, value
from bilingual.arithmetic.growth import RATIO_NAME
from bilingual.checks.building import one_line, sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.disagreements import Disagreement
from bilingual.checks.examination import Examination
from bilingual.checks.findings import case_finding, make
from bilingual.checks.proofs import report_causes
from bilingual.model.alignment import FigurePair, PairKind
from bilingual.model.figure import Direction, Figure, Kind, Relative
from bilingual.model.relation import RelationKind
from bilingual.model.report import Blame, Finding, Severity
from bilingual.text.normalize import fold

COMPARED_RE = re.compile(
    r"(?:前(?:年|期|年度|事業年度)?(?:同(?:期|四半期|月))?|前四半期)[^\s、。]{0,4}?比[でのはがに]?$"
)
LEAST, MOST = Decimal(50), Decimal(200)
_OF_RE = re.compile(r"\s+of (?:that|those|the (?:level|figure|amount|same))\b")
"""Behind a percentage of an earlier level, which is no change."""
BEFORE = 12
SHORTER = frozenset({Relative.PREVIOUS_MONTH, Relative.PREVIOUS_WEEK, Relative.PREVIOUS_QUARTER})
CLAUSE = 60
LISTED_RE = re.compile(
    r"\d[\d.]*%(?:で)?[、,;](?: ?[^\s\d、。%]{1,14}?[はが:]? ?\d[\d.]*%[、,;])*[^\d、。%比]{1,14}?(?:[はが:]|\Z)[ ]?\Z"
)
"""Between the first ratio of a list and the one that the text goes on with."""
AFTER_RE = re.compile(r"^\s*(?:の?(?:増|減|上昇|低下|伸|プラス|マイナス|アップ|ダウン|拡大|縮小|成長)|増|減)")


def owns(cause: Cause) -> bool:
    """Own growth that is printed as a ratio in a column of growth, and the reverse."""
    relation, fact = cause.relation, cause.fact
    if fact is None or cause.expected is None or fact.figure is not relation.result.figure:
        return False
    step = fact.figure.step or Decimal(0)
    apart = value(fact.figure) - cause.expected
    if relation.kind is RelationKind.GROWTH and not relation.name:
        return abs(apart - HUNDRED) <= step
    return relation.name == RATIO_NAME and abs(apart + HUNDRED) <= step


def claims(item: Disagreement) -> bool:
    """Claim percentages that differ by a hundred: the ratio of two periods, and its change."""
    if item.figures is None or item.in_table or item.kinds != {Kind.PERCENT}:
        return False
    return abs(_change(item.figures.ja) - _change(item.figures.en)) == HUNDRED


def _change(figure: Figure) -> Decimal:
    """A percentage as said: a decrease is negative."""
    return -abs(value(figure)) if figure.direction is Direction.DOWN else value(figure)


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause in tables, then ratios of running text that became changes."""
    yield from report_causes(CHECK, exam, owns)
    for case in exam.cases.get(CHECK.code, ()):
        both = case.first.figures
        if both is None or not (
            _is_ratio(exam, both)
            and _change(both.ja) - _change(both.en) == HUNDRED
            and not _OF_RE.match(exam.en.document.text, both.en.span.end)
            and not _from_another_time(exam, both)
        ):
            yield case_finding(CHECK, exam, case, "the percentage differs")
    for pair in exam.pairs:
        if pair.kind is PairKind.ROW:
            continue
        for both in pair.figures:
            if not both.differences and _became_change(exam, both):
                yield _finding(exam, both)


def _became_change(exam: Examination, both: FigurePair) -> bool:
    ja, en = both.ja, both.en
    if ja.kind is not Kind.PERCENT or en.kind is not Kind.PERCENT or ja.direction is not None:
        return False
    if en.direction not in (Direction.UP, Direction.DOWN) or not LEAST <= abs(value(ja)) <= MOST:
        return False
    return _is_ratio(exam, both)


def _is_ratio(exam: Examination, both: FigurePair) -> bool:
    """Whether the Japanese words compare two periods and name no change."""
    ja = both.ja
    text = exam.ja.document.text
    before = fold(text[max(0, ja.span.start - BEFORE) : ja.span.start])
    if AFTER_RE.match(fold(text[ja.span.end : ja.span.end + BEFORE])):
        return False
    return bool(COMPARED_RE.search(before)) or _continues_ratios(exam, ja)


def _from_another_time(exam: Examination, both: FigurePair) -> bool:
    """Whether a ratio to the year before is given as a change from the month, week or quarter before."""
    start = both.ja.span.start
    found = COMPARED_RE.search(fold(exam.ja.document.text[max(0, start - BEFORE) : start]))
    base = both.en.base
    return bool(found and "年" in found[0] and base and base.relative in SHORTER)


def _continues_ratios(exam: Examination, figure: Figure) -> bool:
    """Whether a list goes on with the figure in which the one before is a ratio of two periods: 全店は前年同月比103.8%、既存店は101.2%."""
    text = exam.ja.document.text
    before = fold(text[max(0, figure.span.start - CLAUSE) : figure.span.start])
    found = LISTED_RE.search(before)
    return found is not None and bool(COMPARED_RE.search(before[: found.start()]))


def _finding(exam: Examination, both: FigurePair) -> Finding:
    ja, en = spot(exam.ja, both.ja.span), spot(exam.en, both.en.span)
    change = value(both.ja) - HUNDRED
    phrase = (
        f"{one_line(both.ja.printed)} of the earlier period in Japanese is a change by {change}%, "
        f"{one_line(both.en.printed)} is given as the change in English"
    )
    return make(CHECK, Severity.ERROR, sentence("", phrase), ja, en, blame=Blame.EN, expected=f"{change}%")


CHECK = Check("PCT006", "ratio given as growth", Severity.ERROR, run, claims)
