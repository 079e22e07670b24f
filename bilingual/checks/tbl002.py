"""Column heads differ.

Compares: the periods that the heads of paired columns name, and those that labels of paired rows name; both are
paired by their values. Heads in words too: opposites (男性 and Female, 予想 and Actual) and regions, and terms of the
glossary that stand over each other's column, or of which one stands twice.

Why it matters: all figures of the column are right and belong to another quarter.

Flagged:
        2Q01	1Q01	2Q00
        2Q01	2Q00	1Q01	(with the values of the Japanese columns)

Left alone:
        2001年9月期	2001年6月期
        Sept 30, 2001	Jun 30, 2001

Limits: words that neither the glossary nor the list of opposites knows prove nothing, nor does a head that is printed
once over several columns. Tables that order their columns in another way, heads and values together, are left alone.
Where most heads of a table disagree, or the reading of a head leaves it open, a person has to look.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of date and time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from bilingual.align.evidence import digit_weight
from bilingual.align.line_times import BETWEEN
from bilingual.checks.building import Case, column_of, pair_spots, sentence, spots
from bilingual.checks.check import Check
from bilingual.checks.disagreements import cell_of
from bilingual.checks.examination import Examination
from bilingual.checks.findings import head_spot, head_word_spot, make
from bilingual.checks.head_words import DifferingWords, differing_words
from bilingual.checks.odd_heads import Compared, Habits, habits_of, with_odd_head
from bilingual.checks.row_heads import QUARTERS, differing_rows, other_quarter
from bilingual.checks.stub_months import differing_stubs
from bilingual.checks.time_lists import odd_time
from bilingual.figures.periods import compare_periods
from bilingual.model.alignment import Pair, PairKind
from bilingual.model.document import Language
from bilingual.model.figure import Aspect, Difference
from bilingual.model.quick import replace
from bilingual.model.report import Finding, Severity, Spot
from bilingual.model.table import Column, Table
from bilingual.text.segments import CELLED

_ORDINAL_RE = re.compile(r"(?:1st|2nd|3rd|4th|first|second|third|fourth) quarter|第[1-4]四半期")
HEADS = frozenset({Aspect.PERIOD, Aspect.FISCAL_YEAR, Aspect.ERA, Aspect.CUMULATIVE})
"""Aspects that heads of columns can show; an instant for a duration is told by the caption, not by a head."""
FEW = 2
_YEAR_HEAD_RE = re.compile(r"(?:FY ?)?(?:19|20)\d\d(?:年度?)?(?!\d)")
_DIGIT_RE, _DIGITS_RE = re.compile(r"\d"), re.compile(r"\d+")
_TIMED_RE = re.compile(
    r"\d|[期年月日週翌]|[前当同](?![社行者事])|今[回後]|実績|予想|計画|目標|累計|時点|\b(?:[a-z]*(?:year|month|quarter|half)|prior|previous|current|ended?|as of|today|actual|forecast|plan|target|results?|[yq]oy)",
    re.IGNORECASE,
)
Differing = tuple[Column, Column, Difference]
_STATED_RE = re.compile(r"実績|目標|\b(?:results?|actuals?|targets?)\b", re.IGNORECASE)


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per pair of tables whose heads disagree."""
    yield from exam.once(_resolved).findings


def is_told(exam: Examination) -> Callable[[Case], bool]:
    """Whether a case of times that differ between paired lines is told as a head or a row here."""
    told = exam.once(_resolved).told
    return lambda case: id(case) in told


class _Resolved(NamedTuple):
    """Findings of this rule, and the cases of other rules that they tell too, by identity."""

    findings: tuple[Finding, ...]
    told: frozenset[int]


Lines = frozenset[tuple[Language, int]]


def _resolved(exam: Examination) -> _Resolved:
    """Of a head that a comparison of lines found too the one with the better place: the line of the word itself."""
    cases = [_placed(exam, case) for case in _line_cases(exam)]
    kept: list[Finding] = []
    told: set[int] = set()
    for finding, lines in _all(exam):
        places = _lines(place for place in (finding.ja, finding.en) if place is not None)
        near = [(id(case), bool(where & places)) for case, where in cases if where & lines]
        if finding.severity is not Severity.INFO and near and not any(same for _, same in near):
            continue
        if finding.severity is not Severity.INFO:
            told.update(case for case, _ in near)
        elif near:
            continue
        kept.append(finding)
    for finding, better in _of_lists(exam, kept, [_placed(exam, case) for case in _time_cases(exam)]):
        told.update(map(id, better))
        kept.append(finding)
    return _Resolved(tuple(kept), frozenset(told))


def _placed(exam: Examination, case: Case) -> tuple[Case, Lines]:
    """A case with the lines that it speaks of."""
    return case, _lines(spots(exam.ja, exam.en, case.first))


def _line_cases(exam: Examination) -> Iterator[Case]:
    return (case for case in _time_cases(exam) if case.first.pair.evidence == BETWEEN)


def _time_cases(exam: Examination) -> Iterator[Case]:
    for code, cases in exam.cases.items():
        if code.startswith(("PER", "DAT")):
            yield from cases


def _lines(places: Iterable[Spot]) -> Lines:
    return frozenset((place.language, place.line) for place in places)


def _all(exam: Examination) -> Iterator[tuple[Finding, Lines]]:
    """All findings, each with the lines that it speaks of."""
    weights = _agreement(exam)
    for pair in exam.pairs:
        if pair.kind is PairKind.TABLE and pair.ja_table is not None and pair.en_table is not None:
            lines = frozenset((*_head_lines(pair.ja_table), *_head_lines(pair.en_table)))
            found = list(_differing(exam, pair, pair.ja_table, pair.en_table, weights))
            if found:
                yield _finding(exam, pair.ja_table, pair.en_table, found), lines
                continue
            words = list(differing_words(exam, pair, pair.ja_table, pair.en_table, weights))
            if words:
                yield _of_words(exam, pair.ja_table, pair.en_table, words), lines
    for finding in (*_rows(exam), *_stubs(exam)):
        yield finding, _lines(place for place in (finding.ja, finding.en) if place is not None)


def _head_lines(table: Table) -> Iterator[tuple[Language, int]]:
    """The lines of a table above its rows: caption and heads."""
    last = max((*table.header_lines, table.line))
    for line in range(table.line, min((last + 1, *(row.line for row in table.rows)))):
        yield table.language, line


def _rows(exam: Examination) -> Iterator[Finding]:
    """One finding for every row whose label names another period in the other version."""
    for item in differing_rows(exam):
        ja, en = pair_spots(exam.ja, exam.en, item.pair)
        label = item.pair.en_row.label if item.pair.en_row else ""
        phrase = f"rows with the same values name other periods ({item.ja.printed} against {item.en.printed})"
        yield make(CHECK, Severity.ERROR, sentence(label, phrase), ja, en)


def _stubs(exam: Examination) -> Iterator[Finding]:
    """One finding for every table whose labels have other months over them than the other version names."""
    for item in differing_stubs(exam):
        phrase = f"rows with the same values name other periods ({item.ja_word} against {item.en_word})"
        yield make(CHECK, Severity.WARNING, sentence(item.en_word, phrase), item.ja, item.en)


def _agreement(exam: Examination) -> dict[tuple[str, str, int, int], int]:
    """How many telling values agree in every pair of columns."""
    weights: dict[tuple[str, str, int, int], int] = defaultdict(int)
    for pair in exam.row_pairs():
        if pair.ja_table is None or pair.en_table is None:
            continue
        for both in pair.figures:
            if not both.agrees or digit_weight(both.ja.digits) < 0.6:
                continue
            ja, en = cell_of(pair.ja_row, both.ja), cell_of(pair.en_row, both.en)
            if ja is not None and en is not None:
                weights[pair.ja_table.id, pair.en_table.id, ja.column, en.column] += 1
    return weights


def _differing(
    exam: Examination, pair: Pair, ja: Table, en: Table, weights: dict[tuple[str, str, int, int], int]
) -> Iterator[Differing]:
    compared = with_odd_head(_compared(exam, pair, ja, en), exam.once(_habits))
    alike = sum(not found for _, _, found in compared)
    bare = all(left.period and left.period.part in QUARTERS for left, _, _ in compared)
    plain = all(_is_year(left) and _is_year(right) for left, right, _ in compared)
    odd = len(compared) - alike == 1 and alike > FEW - (bare or plain) and _dated(ja) == _dated(en)
    for left, right, found in compared:
        if weights[ja.id, en.id, left.index, right.index] < FEW and not odd:
            continue
        for difference in found:
            if difference.serious == 2 and difference.aspect in HEADS:
                yield left, right, difference
                break


def _compared(exam: Examination, pair: Pair, ja: Table, en: Table) -> list[Compared]:
    """The paired columns of amounts that have heads with times, and in what those differ."""
    compared: list[Compared] = []
    for i, j in pair.column_map:
        left, right = column_of(ja, i), column_of(en, j)
        if left is None or right is None:
            continue
        if left.period is None and right.period is None:
            left, right = _with_year(ja, left), _with_year(en, right)
        if left.period is None or right.period is None:
            continue
        if _names_no_time(left) is not _names_no_time(right):
            continue  # 取締役会決議の内容 has the time of the caption, Board resolution (July 11, 2025) its own
        if _is_lent(left, ja) and _is_lent(right, en):
            continue  # 備考 and Remarks have the time of the figures beside them, which stand in other orders
        if _amounts(left, ja) and _amounts(right, en):
            found = compare_periods(left.period, right.period, exam.ja.calendar, exam.en.calendar)
            if not found and other_quarter(left.period, right.period):
                found = (Difference(Aspect.PERIOD),)  # one of them lacks its year
            compared.append((left, right, found))
    return compared


def _habits(exam: Examination) -> Habits:
    return habits_of(
        _compared(exam, pair, pair.ja_table, pair.en_table)
        for pair in exam.pairs
        if pair.kind is PairKind.TABLE and pair.ja_table is not None and pair.en_table is not None
    )


def _dated(table: Table) -> int:
    """How many columns of figures have a period: others (remarks, notes) say nothing of how the heads were read."""
    filled = _filled(table)
    dated = sum(column.period is not None and column.index in filled for column in table.columns)
    return dated or len(table.columns)


def _filled(table: Table) -> set[int]:
    """The columns in which figures stand; others hold words (remarks, boundaries)."""
    return {cell.column for row in table.rows for cell in row.cells if cell.figure is not None}


def _with_year(table: Table, column: Column) -> Column:
    """A column whose head names one year among other words with the time that such a year is in the heads beside it.

    2018年(基準年) and 2030 target stand beside 2023年 and 2023, which are read.
    """
    years = _YEAR_HEAD_RE.findall(column.header)
    beside = next(
        (
            other.period
            for other in table.columns
            if len(years) == 1
            and other.period is not None
            and other.period.year
            and _DIGIT_RE.sub("0", other.period.printed) == _DIGIT_RE.sub("0", years[0])
        ),
        None,
    )
    if beside is None or not beside.year:
        return column
    year = int(_DIGITS_RE.findall(years[0])[0])
    try:
        start, end = (
            day and day.replace(year=day.year + year - beside.year) for day in (beside.start, beside.end)
        )
    except ValueError:
        return column  # the last day of a February
    return replace(column, period=replace(beside, printed=years[0], year=year, start=start, end=end))


def _names_no_time(column: Column) -> bool:
    """Whether the head of a column has no word or digit that a time is told by."""
    return _TIMED_RE.search(column.header) is None


def _is_lent(column: Column, table: Table) -> bool:
    """Whether the time of a column stands in the head of another one alone."""
    period = column.period
    if period is None or not column.header or period.printed in column.header:
        return False
    return any(period.printed in other.header for other in table.columns)


def _amounts(column: Column, table: Table) -> bool:
    """Whether a column has a head of its own and holds amounts, or results and targets of whatever unit.

    A column of changes is of two periods; where all columns are in per cent, or most cells below a year are, that says
    nothing of changes.
    """
    if len(set(_ORDINAL_RE.findall(column.header.lower()))) > 1:
        return False  # the heads of several columns were read as one
    if (
        column.unit == "%"
        and not _heads_alone(column)
        and any(other.unit != "%" and other.index in _filled(table) for other in table.columns)
        and not _STATED_RE.search(column.header)
    ):
        return False
    return bool(column.header) and column.measure in ("", "amount")


def _heads_alone(column: Column) -> bool:
    """Whether the head of a column is its period and nothing else."""
    return column.period is not None and column.header.strip() == column.period.printed


def _is_quarter(column: Column) -> bool:
    """Whether a head is a quarter and nothing else (3Q): how the heads beside it were read says nothing of it."""
    return column.period is not None and column.period.part in QUARTERS and _heads_alone(column)


def _is_year(column: Column) -> bool:
    """Whether a head is a year and nothing else, which can be read in one way."""
    return _YEAR_HEAD_RE.fullmatch(column.header.strip()) is not None


def _finding(exam: Examination, ja: Table, en: Table, found: list[Differing]) -> Finding:
    left, right, difference = found[0]
    sure = len(found) <= FEW and difference.aspect is not Aspect.CUMULATIVE
    names = "; ".join(f"{a.header or '-'} against {b.header or '-'}" for a, b, _ in found[:4])
    phrase = f"columns with the same values have other heads ({names})"
    severity = Severity.ERROR if sure else Severity.WARNING
    celled = all(side.document.format in CELLED for side in exam.sides)
    if (
        not celled
        and _dated(ja) != _dated(en)
        and not (len(found) == 1 and _is_quarter(left) and _is_quarter(right))
    ):
        severity = Severity.INFO  # the heads of one table were not read as they stand
    part = left.period is not None and right.period is not None and other_quarter(left.period, right.period)
    return make(
        CHECK,
        severity,
        sentence(en.caption or ja.caption, phrase, difference.note),
        head_spot(exam.ja, ja, left, part),
        head_spot(exam.en, en, right, part),
    )


def _of_words(exam: Examination, ja: Table, en: Table, found: list[DifferingWords]) -> Finding:
    """One finding for heads whose words stand for other things."""
    names = "; ".join(f"{each.ja_word} against {each.en_word}" for each in found[:4])
    phrase = f"columns with the same values have other heads ({names})"
    first = found[0]
    return make(
        CHECK,
        Severity.WARNING if all(each.repeated for each in found) else Severity.ERROR,
        sentence(en.caption or ja.caption, phrase),
        head_word_spot(exam.ja, ja, first.ja, first.ja_word),
        head_word_spot(exam.en, en, first.en, first.en_word),
    )


def _of_lists(
    exam: Examination, kept: Sequence[Finding], cases: Sequence[tuple[Case, Lines]]
) -> Iterator[tuple[Finding, tuple[Case, ...]]]:
    """One finding for every two tables with lists of times that differ in one, and the cases that it tells better."""
    known = _lines(place for each in kept for place in (each.ja, each.en) if place is not None)
    for pair in exam.pairs:
        if pair.kind is not PairKind.TABLE or pair.ja_table is None or pair.en_table is None:
            continue
        odd = odd_time(exam, pair.ja_table, pair.en_table)
        lines = _lines((odd.ja, odd.en)) if odd is not None else frozenset()
        if odd is None or lines & known:
            continue
        over = lines.union(_head_lines(pair.ja_table), _head_lines(pair.en_table))
        near = tuple(case for case, where in cases if where & lines and where <= over)
        sure = odd.sure or any(case.severity is not Severity.INFO for case in near)
        phrase = f"the times over the columns differ ({odd.ja.text} against {odd.en.text})"
        severity = Severity.ERROR if sure else Severity.WARNING
        yield make(CHECK, severity, sentence(pair.en_table.caption, phrase), odd.ja, odd.en), near


CHECK = Check("TBL002", "column heads differ", Severity.ERROR, run)
