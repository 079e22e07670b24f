"""From disagreements to root causes: one wrong caption, column or exchange of rows is one finding."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bilingual.align.evidence import digit_likeness
from bilingual.align.period_looks import is_no_part
from bilingual.align.tables import table_number
from bilingual.checks.building import Case, Cases, Route, hurt_tables, severity_of
from bilingual.checks.captions import TablePair, captions_alone
from bilingual.checks.disagreements import DIGITS_KEPT, TIMES, Disagreement, collect
from bilingual.checks.exchanges import carry_units, exchanged_figures
from bilingual.checks.table_causes import group_table
from bilingual.figures.moments import DAY_BEFORE
from bilingual.figures.zones import named_zones
from bilingual.model.alignment import Comparison, FigurePair, Pair, PairKind, SegmentReading
from bilingual.model.figure import Aspect, Figure, Kind, Part
from bilingual.model.origin import PageLayout
from bilingual.model.repair import Damage
from bilingual.model.report import Severity

LIFETIME = 100
"""Years that no two years of one release lie apart."""
YEAR = len("2005")
DAY = len("2005-01-31")
DAY_OF_YEAR = len("01-31")
SLIP = 0.7
CUT_LINE, CUT_WORD = 40, 8
"""Characters of a line that may reach the edge of a page, and of what is left there of the words behind a figure."""
_ENDED_RE = re.compile(r"[.。!?:)」』\]】]\s*\Z")
OPENING = 8
"""Characters before the time that opens a sentence: During, また、."""
WITNESSES = 2
"""Figures that have to agree in two paragraphs before a year alone that differs is worth a look."""


def group(comparison: Comparison, route: Route) -> Cases:
    """Gather the disagreements of a comparison by root cause, under the rule that reports each."""
    cases: Cases = defaultdict(list)
    in_tables: dict[tuple[str, str], list[Disagreement]] = defaultdict(list)
    running: list[Disagreement] = []
    for item in collect(comparison):
        if item.in_table and item.pair.ja_table is not None and item.pair.en_table is not None:
            in_tables[item.pair.ja_table.id, item.pair.en_table.id].append(item)
        else:
            running.append(item)
    tables = _table_pairs(comparison)
    for key, items in in_tables.items():
        group_table(tables[key], items, route, cases)
    captions_alone(comparison, cases)
    _group_running(running, comparison, route, cases)
    return cases


def _table_pairs(comparison: Comparison) -> dict[tuple[str, str], TablePair]:
    rows: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in comparison.alignment.pairs:
        if pair.kind is PairKind.ROW and pair.ja_table is not None and pair.en_table is not None:
            rows[pair.ja_table.id, pair.en_table.id].append(pair)
    pairs = {
        key: TablePair(found[0].ja_table, found[0].en_table, tuple(found))
        for key, found in rows.items()
        if found[0].ja_table is not None and found[0].en_table is not None
    }
    numbers = {key: (table_number(pair.ja), table_number(pair.en)) for key, pair in pairs.items()}
    mine = {table_number(table) for table in comparison.ja.tables} - {""}
    theirs = {table_number(table) for table in comparison.en.tables} - {""}
    hurt = hurt_tables(comparison.ja, comparison.en)
    misread = frozenset(
        side.language
        for side in (comparison.ja, comparison.en)
        if any(repair.damage is Damage.GLYPHS for repair in side.repairs)
    )
    return {
        key: replace(
            pair,
            strayed=ja != en and (ja in theirs or en in mine),
            damaged=not hurt.isdisjoint(key),
            misread=misread,
        )
        for (key, pair), (ja, en) in zip(pairs.items(), numbers.values(), strict=True)
    }


def _group_running(items: list[Disagreement], comparison: Comparison, route: Route, cases: Cases) -> None:
    rest = items
    for one, other in exchanged_figures(items, comparison):
        note = "the two figures are exchanged"
        if not carry_units(one, other):
            cases["NUM005"].append(Case((one, other), Severity.ERROR, note, "row"))
        rest = [item for item in rest if item is not one and item is not other]
    for found in _merged(_without_doubles(rest)):
        severity = severity_of(found[0].difference.serious)
        if _is_day_before(found[0], comparison):
            severity = Severity.WARNING  # nothing in the documents happens in another time zone
        severity = _doubted(found[0], severity, comparison)
        cases[route(found[0])].append(Case(tuple(found), severity))


_UNIT_FIRST_RE = re.compile(
    r"\s*(?:[十百千]?[万億兆]?(?:円|株|口|ドル)|[%％]|(?:thousand|million|billion|trillion|yen|per ?cent)\b)"
)
_PLACES_RE = re.compile(
    r"\b(?:New York|London|Los Angeles|San Francisco|Chicago|Frankfurt|Paris|local time)\b"
)
"""Where a release may be told on the evening before."""


def _is_day_before(item: Disagreement, comparison: Comparison) -> bool:
    """Whether an English day is the one before in the time zone of Japan too; a release may be dated in another one."""
    if item.difference.note != DAY_BEFORE or item.figures is None:
        return False
    released = item.figures.ja.local_date == comparison.ja.calendar.release
    return not released and not _tells_other_places(comparison)


def _tells_other_places(comparison: Comparison) -> bool:
    """Whether the English version names a time zone, or a place in one that is behind that of Japan."""
    texts = [reading.segment.text for reading in comparison.en.readings]
    return any(_PLACES_RE.search(text) or set(named_zones(text)) - {"JST"} for text in texts)


def _without_doubles(items: Sequence[Disagreement]) -> Iterator[Disagreement]:
    """Leave out dates that are part of a period that differs already: As of March 31, 2024 is both."""
    periods: dict[int, list[Disagreement]] = defaultdict(list)
    for item in items:
        if item.periods is not None:
            periods[id(item.pair)].append(item)
    for item in items:
        inside = item.aspect is Aspect.DATE and any(
            item.ja_span.overlaps(period.ja_span) or item.en_span.overlaps(period.en_span)
            for period in periods[id(item.pair)]
        )
        if not inside:
            yield item


def _doubted(item: Disagreement, severity: Severity, comparison: Comparison) -> Severity:
    """Lower the severity where it is not sure that both places mean the same fact."""
    limit = Severity.ERROR
    both = item.figures
    if item.pair.kind is PairKind.CELL:
        return severity  # the row and the column say that both cells mean the same
    if item.aspect is Aspect.CUMULATIVE and item.pair.kind is PairKind.HEADING and _same_end(item):
        return (
            Severity.INFO
        )  # results for the second quarter are those of the half-year: the form's own title
    if both is None or comparison.segments_only:
        return severity
    if _is_cut(item, both, comparison) or (
        item.aspect in DIGITS_KEPT and (_is_bare(item) or _breaks_before_unit(both, comparison))
    ):
        return Severity.INFO
    if item.aspect in TIMES and item.aspect is not Aspect.BASE:
        # The period of a figure is read from its clause; a period that differs in itself is found as such.
        clear = _odd_months(both, comparison) or _opens_both(item, both)
        limit = Severity.WARNING if clear else Severity.INFO
    elif (item.aspect is Aspect.BOUND and (both.ja.bound is None or both.en.bound is None)) or (
        item.aspect is Aspect.DATE and not _slip(both.ja.moment, both.en.moment)
    ):
        limit = Severity.WARNING if _lone_year(item) or _is_last_day(item) else Severity.INFO
    return max(severity, limit, key=lambda one: one.rank)


def _is_bare(item: Disagreement) -> bool:
    """Whether one of the places is a figure alone on its line: a cell that lost its table, and with it its unit."""
    return any(
        not any(map(str.isalpha, reading.segment.text.replace(" to ", "")))
        for readings in (item.pair.ja_readings, item.pair.en_readings)
        for reading in readings
        if reading.figures  # the mark of a note behind a sentence is none
    )


def _is_cut(item: Disagreement, both: FigurePair, comparison: Comparison) -> bool:
    """Whether the edge of a page may have cut a figure: it ends a long line of a sheet printed on pages, without a full stop."""
    for side, figure in ((comparison.ja, both.ja), (comparison.en, both.en)):
        layout = side.document.layout
        if not isinstance(layout, PageLayout) or not layout.beside:
            continue
        readings = item.pair.ja_readings if side is comparison.ja else item.pair.en_readings
        for reading in readings:
            span, text = reading.segment.span, reading.segment.text
            inside = span.start <= figure.span.start < span.end
            if inside and len(text) >= CUT_LINE and span.end - figure.span.end <= CUT_WORD:
                return _ENDED_RE.search(text) is None
    return False


def _breaks_before_unit(both: FigurePair, comparison: Comparison) -> bool:
    """Whether a figure without a unit ends a line of a column, and its unit begins the next: 204百万円、188 | 百万円."""
    for side, figure in ((comparison.ja, both.ja), (comparison.en, both.en)):
        if not figure.unit and not figure.scale:
            rest = side.document.text[figure.span.end : figure.span.end + CUT_LINE * 2].partition("\n")
            if not rest[0].strip() and rest[1] and _UNIT_FIRST_RE.match(rest[2]):
                return True
    return False


def _same_end(item: Disagreement) -> bool:
    """Whether a quarter meets the months up to its end: the second quarter and the half-year."""
    if item.periods is None:
        return False
    parts = {item.periods.ja.period.part, item.periods.en.period.part}
    return parts in ({Part.Q2, Part.H1}, {Part.Q3, Part.M9})


def _odd_months(both: FigurePair, comparison: Comparison) -> bool:
    """Whether English gives a figure months that make no part of the issuer's year, to the day that Japanese names too."""
    ja, en = both.ja.period, both.en.period
    if ja is None or en is None or ja.end is None or ja.end != en.end:
        return False
    return ja.part is not None and is_no_part(en, comparison.en.calendar)


def _opens_both(item: Disagreement, both: FigurePair) -> bool:
    """Whether each figure is the first of its sentence, behind the time that opens it: no other can be meant."""
    return (
        all(difference.aspect in TIMES for difference in both.differences)
        and _opened(item.pair.ja_readings, both.ja)
        and _opened(item.pair.en_readings, both.en)
    )


def _opened(readings: Sequence[SegmentReading], figure: Figure) -> bool:
    for reading in readings:
        if figure not in reading.figures or not reading.periods:
            continue
        mention = reading.periods[0]
        stated = [each for each in reading.figures if each.kind is not Kind.DATE]
        return (
            stated[:1] == [figure]
            and mention.start <= OPENING
            and mention.period == figure.period
            and mention.period.relative is None
        )
    return False


def _alike(both: FigurePair) -> bool:
    """Whether one string of digits can be a slip of the other."""
    return digit_likeness(both.ja.digits, both.en.digits) > 0


def _slip(ja: str, en: str) -> bool:
    """Whether two dates can be the same one with a slip: they share all parts but one.

    A year alone shares nothing: paragraphs name many years, and only an impossible one gives itself away.
    """
    if ja.startswith("--") is not en.startswith("--"):  # 11月5日 and November 15, 2026
        ja, en = ja[-DAY_OF_YEAR:], en[-DAY_OF_YEAR:]
    mine, theirs = ja[:10].split("-"), en[:10].split("-")
    if len(mine) == len(theirs) == 1:
        return mine[0].isdigit() and theirs[0].isdigit() and abs(int(mine[0]) - int(theirs[0])) > LIFETIME
    shared = sum(one == other for one, other in zip(mine, theirs, strict=False))
    return shared >= max(len(mine), len(theirs)) - 1


def _lone_year(item: Disagreement) -> bool:
    """Whether a year of two paragraphs is a slip away from the other, and all else in them agrees, every other year too.

    A sentence of its own on both sides may state nothing but the year.
    """
    both = item.figures
    if both is None or len(both.ja.moment) != YEAR or len(both.en.moment) != YEAR:
        return False
    readings = item.pair.ja_readings, item.pair.en_readings
    if item.pair.kind is not PairKind.HEADING and all(
        len(each) == 1 == len(each[0].figures) and len(each[0].periods) <= 1 for each in readings
    ):
        return digit_likeness(both.ja.moment, both.en.moment) >= SLIP
    others = [pair for pair in item.pair.figures if pair is not both]
    return (
        len(others) >= WITNESSES
        and not any(pair.differences for pair in others)
        and digit_likeness(both.ja.moment, both.en.moment) >= SLIP
        and (not any(len(pair.ja.moment) == YEAR for pair in others) or _all_years_said(item))
    )


def _all_years_said(item: Disagreement) -> bool:
    """Whether the other paragraph names every year that one names, but for the two in question: in a pair, or as a number (the 2019 level)."""
    if item.figures is None:
        return False
    sides = item.pair.ja_readings, item.pair.en_readings
    for own, other, odd in ((*sides, item.figures.ja), (*sides[::-1], item.figures.en)):
        there = " ".join(reading.segment.text for reading in other)
        years = [
            f.moment for reading in own for f in reading.figures if len(f.moment) == YEAR and f is not odd
        ]
        if odd.moment in there or any(year not in there for year in years):
            return False
    return True


def _is_last_day(item: Disagreement) -> bool:
    """Whether two whole days are all that differs in two paragraphs that state as many, in the same order, and nothing else alone."""
    both = item.figures
    if both is None or min(len(both.ja.moment), len(both.en.moment)) < DAY or item.aspect is not Aspect.DATE:
        return False
    pairs = item.pair.figures
    stated = [
        [figure for reading in readings for figure in reading.figures]
        for readings in (item.pair.ja_readings, item.pair.en_readings)
    ]
    if not len(stated[0]) == len(stated[1]) == len(pairs) > 1:
        return False
    ja, en = ([figure for figure in figures if figure.kind is Kind.DATE] for figures in stated)
    if both.ja not in ja or both.en not in en:
        return False
    alone = not any(pair.differences for pair in pairs if pair is not both)
    return alone and len(ja) == len(en) and ja.index(both.ja) == en.index(both.en)


def _merged(items: Iterable[Disagreement]) -> Iterable[list[Disagreement]]:
    """One finding per place: the same figure or period, paired with several places, is wrong once."""
    merged: dict[tuple[object, ...], list[Disagreement]] = {}
    homes: dict[tuple[object, ...], tuple[object, ...]] = {}
    for item in sorted(items, key=lambda item: item.periods is None):
        keys = _places(item)
        home = next((homes[key] for key in keys if key in homes), keys[0])
        merged.setdefault(home, []).append(item)
        for key in keys:
            homes.setdefault(key, home)
    return merged.values()


def _places(item: Disagreement) -> list[tuple[object, ...]]:
    """What two disagreements must share to be one: a place, or the same two period words or days in one paragraph."""
    time = item.aspect in TIMES
    keys: list[tuple[object, ...]] = [
        ("ja", item.ja_span, time),
        ("en", item.en_span, time),
    ]
    if time and item.periods is not None:
        keys.append((id(item.pair), item.ja_printed, item.en_printed))
    elif time and item.figures is not None:
        ja, en = item.figures.ja, item.figures.en
        if item.aspect is Aspect.BASE:
            ja_period, en_period = ja.base, en.base
        else:
            ja_period, en_period = ja.period, en.period
        if ja_period and en_period:
            keys.append((id(item.pair), ja_period.printed, en_period.printed))
    elif item.aspect is Aspect.DATE and item.figures is not None:
        days = [figure.moment.partition("T")[0] for figure in (item.figures.ja, item.figures.en)]
        if all(days):
            keys.append((id(item.pair), *days))
    return keys
