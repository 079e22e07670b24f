"""Whether two figures that stand for the same fact agree, and in what they differ."""

from __future__ import annotations

import re
from dataclasses import replace

from bilingual.figures.amounts import compare_values
from bilingual.figures.counted import counts_others
from bilingual.figures.fiscal import is_year
from bilingual.figures.moments import compare_moments
from bilingual.figures.multiples import compare_multiples
from bilingual.figures.numerals import UNIT_LOST
from bilingual.figures.periods import compare_periods
from bilingual.figures.profile import dated_in_zone, rounding_differs
from bilingual.figures.shades import compare_approximation, compare_bounds, compare_direction, compare_sign
from bilingual.figures.units import BY_NAME, DURATIONS, conversion, same_unit
from bilingual.model.figure import Aspect, Difference, Figure, FiscalCalendar, Kind, Relative, Sign

SILENT = (Kind.NIL, Kind.NOT_APPLICABLE)
MOMENTS = (Kind.DATE, Kind.TIME)
_CURRENCIES_RE = re.compile(r"[A-Z]{3}/[A-Z]{3}")
_OF_UNITS = frozenset({Aspect.SCALE, Aspect.UNIT, Aspect.CURRENCY, Aspect.CURRENCY_MISSING})
_SCALED_RE = re.compile(r"(?:[万億兆千]|\b(?:[mb]|tr)illion)$", re.IGNORECASE)
"""A scale word before a lost letter: what is lost is the currency."""
RELATIVE = (Kind.PERCENT, Kind.POINTS, Kind.RATIO)


def differences(
    ja: Figure,
    en: Figure,
    ja_calendar: FiscalCalendar,
    en_calendar: FiscalCalendar,
    *,
    cell: bool = False,
) -> tuple[Difference, ...]:
    """Tell in what two figures that stand for the same fact differ; empty where they agree.

    Args:
        ja: the Japanese figure.
        en: the English figure.
        ja_calendar: fiscal calendar of the Japanese side.
        en_calendar: fiscal calendar of the English side.
        cell: both are cells of corresponding rows and columns, so they have to be equal; their periods are
            the business of the columns.
    """
    if (
        cell
        and ja.printed == en.printed
        and ja.value == en.value
        and ja.ends == en.ends
        and ja.unit == en.unit
        and ja.bound is en.bound
    ):
        return ()  # nearly all cells: the same print, the same reading
    if ja.kind in MOMENTS or en.kind in MOMENTS:
        return dated_in_zone(_moments(ja, en), ja, en, ja_calendar)
    if ja.kind in SILENT or en.kind in SILENT:
        return _silent(ja, en)
    found = _measures(ja, en, cell)
    hurt = [figure for figure in (ja, en) if figure.confidence <= UNIT_LOST]
    if found and hurt:
        unsure = (
            _OF_UNITS - {Aspect.SCALE} if all(_SCALED_RE.search(item.printed) for item in hurt) else _OF_UNITS
        )
        found = [
            replace(item, serious=0, note="a letter of the unit is lost") if item.aspect in unsure else item
            for item in found
        ]
    if not found and not cell:
        found = list(rounding_differs(ja, en, ja_calendar.rounding))
    sign = compare_sign(ja, en, cell=cell)
    if cell:
        return (*found, *sign, *_zeros(ja, en))
    direction = compare_direction(ja, en)
    if direction and ja.kind in RELATIVE:
        sign = []  # ▲4.3% against an increase of 4.3%: one difference, not two
    found += [*sign, *direction, *compare_approximation(ja, en)]
    return (*found, *_periods(ja, en, ja_calendar, en_calendar))


def _moments(ja: Figure, en: Figure) -> tuple[Difference, ...]:
    if ja.kind in MOMENTS and en.kind in MOMENTS:
        return compare_moments(ja, en)
    return (Difference(Aspect.DATE, 2, "a date against a quantity"),)


def _silent(ja: Figure, en: Figure) -> tuple[Difference, ...]:
    if ja.kind is en.kind:
        return ()
    zero = any(figure.value == 0 for figure in (ja, en))
    if (ja.kind in SILENT and en.kind in SILENT) or zero:
        return (Difference(Aspect.NIL, 1, f"{ja.printed} against {en.printed}"),)
    return (Difference(Aspect.VALUE, 2, f"{ja.printed} against {en.printed}"),)


def _zeros(ja: Figure, en: Figure) -> list[Difference]:
    """△0 is a loss too small to show, 0 need not be one."""
    if ja.value != 0 or en.value != 0 or (ja.sign is Sign.MARK) is (en.sign is Sign.MARK):
        return []
    return [Difference(Aspect.NIL, 1, f"{ja.printed} against {en.printed}")]


def _measures(ja: Figure, en: Figure, cell: bool) -> list[Difference]:
    """Unit and value: what is measured, then how much of it."""
    if ja.kind in RELATIVE and en.kind in RELATIVE and (ja.kind is not en.kind):
        return compare_multiples(ja, en)
    if _as_often(ja, en):
        return []
    unit = _units(ja, en)
    if any(difference.serious for difference in unit):
        return unit
    return [*unit, *_converted(ja, en, cell)]


_OFTEN = ({"rounds", "months"}, {"times", "months"})


def _as_often(ja: Figure, en: Figure) -> bool:
    """Whether one tells how many times a year, the other after how many months again: 年2回, every six months."""
    if {ja.unit, en.unit} not in _OFTEN or ja.value is None or en.value is None:
        return False
    return ja.value * en.value == _MONTHS_OF_YEAR


_MONTHS_OF_YEAR = 12


def _units(ja: Figure, en: Figure) -> list[Difference]:
    if counts_others(ja, en):
        return [Difference(Aspect.UNIT, 2, f"{ja.unit} against {en.unit}")]
    if ja.unit == en.unit:
        return []
    if not ja.unit or not en.unit:
        return _missing(ja, en)
    if Kind.AMOUNT in (ja.kind, en.kind) and ja.kind is en.kind:
        return [Difference(Aspect.CURRENCY, 2, f"{ja.unit} against {en.unit}")]
    if Kind.RATE in (ja.kind, en.kind):
        return _rates(ja, en)
    if Kind.NUMBER in (ja.kind, en.kind):
        return []  # words of a column of units that nothing knows: no ground to say that they differ
    if ja.unit_printed == "点" and en.unit == "pt":
        return []  # a score
    if ja.unit == "persons" and en.unit_printed.startswith("place"):
        return []  # 100 places for applicants
    if conversion(ja.unit, en.unit) is not None or same_unit(ja.unit, en.unit):
        return []
    return [Difference(Aspect.UNIT, 2, f"{ja.unit} against {en.unit}")]


def _missing(ja: Figure, en: Figure) -> list[Difference]:
    """One side names no unit: worth knowing for money, nothing to say for counts and columns of percent."""
    named, bare = (ja, en) if ja.unit else (en, ja)
    if named.kind is Kind.AMOUNT and bare.kind is Kind.NUMBER:
        return [Difference(Aspect.CURRENCY_MISSING, 0, f"{named.unit} is named on one side only")]
    if named.kind in (Kind.PHYSICAL, Kind.RATE):
        return [Difference(Aspect.UNIT, 0, f"{named.unit} is named on one side only")]
    return []


def _rates(ja: Figure, en: Figure) -> list[Difference]:
    """A rate against an amount of its first currency is the same rate, read in a shorter sentence."""
    if not (_CURRENCIES_RE.fullmatch(ja.unit) or _CURRENCIES_RE.fullmatch(en.unit)):
        return []  # kg-CO2e/㎡ and kg-CO2e/m²: quotients that are no exchange rates are compared as such
    names = {ja.unit.split("/")[0], en.unit.split("/")[0]}
    if len(names) == 1:
        if "/" in ja.unit and "/" in en.unit:
            return [Difference(Aspect.CURRENCY, 2, f"{ja.unit} against {en.unit}")]
        return []
    return [Difference(Aspect.UNIT, 2, f"{ja.unit} against {en.unit}")]


def _converted(ja: Figure, en: Figure, cell: bool) -> list[Difference]:
    factor = conversion(ja.unit, en.unit) if ja.unit != en.unit else None
    if factor is not None and ja.unit in DURATIONS:
        first, second = BY_NAME[ja.unit].factor, BY_NAME[en.unit].factor
        exact = ja.value is not None and en.value is not None and ja.value * first == en.value * second
        return [] if exact else [Difference(Aspect.UNIT, 2, f"{ja.unit} against {en.unit}")]
    if factor is not None and factor != 1:
        found = _physical(ja, en)
        return found or compare_bounds(ja, replace(en, value=ja.value))
    return [*compare_values(ja, en, cell=cell), *compare_bounds(ja, en)]


def _physical(ja: Figure, en: Figure) -> list[Difference]:
    """Units of one dimension: 1,234 MWh is 1.234 GWh; the same digits with another unit are not."""
    first, second = BY_NAME[ja.unit], BY_NAME[en.unit]
    if ja.ends or en.ends or ja.value is None or en.value is None:
        return [Difference(Aspect.UNIT, 2, f"{ja.unit} against {en.unit}")]
    steps = (ja.step or 0) * first.factor, (en.step or 0) * second.factor
    if ja.value == en.value and ja.value and ja.step == en.step:
        return [Difference(Aspect.UNIT, 2, f"{ja.unit} against {en.unit}")]
    apart = abs(ja.value * first.factor - en.value * second.factor)
    if apart <= max(steps) / 2:
        return []
    return [Difference(Aspect.UNIT, 2, f"{ja.unit} against {en.unit}")]


def _periods(
    ja: Figure, en: Figure, ja_calendar: FiscalCalendar, en_calendar: FiscalCalendar
) -> list[Difference]:
    found: list[Difference] = []
    if ja.period is not None and en.period is not None:
        found.extend(compare_periods(ja.period, en.period, ja_calendar, en_calendar))
    if ja.base is not None and en.base is not None and not _next_from_current(ja, en):
        found.extend(
            Difference(Aspect.BASE, difference.serious, difference.note)
            for difference in compare_periods(ja.base, en.base, ja_calendar, en_calendar)[:1]
        )
        if not found and _year_from_quarter(ja, en):
            found.append(Difference(Aspect.BASE, 2, "a change over a whole year against previous quarter"))
    return found


_AHEAD = frozenset({Relative.PREVIOUS, Relative.PREVIOUS_YEAR, Relative.YEAR_AGO})


def _next_from_current(ja: Figure, en: Figure) -> bool:
    """Whether a forecast is measured from the current year on one side and from the year before it on the other: 当期比, year on year."""
    bases = {figure.base.relative for figure in (ja, en) if figure.base is not None}
    if Relative.CURRENT not in bases or not bases - {Relative.CURRENT} <= _AHEAD:
        return False
    periods = [figure.period for figure in (ja, en) if figure.period is not None]
    return bool(periods) and all(period.relative is Relative.NEXT for period in periods)


def _year_from_quarter(ja: Figure, en: Figure) -> bool:
    """Whether one names the previous quarter and the other, for a whole year, 前期 or the previous period."""
    bases = {figure.base.relative for figure in (ja, en) if figure.base is not None}
    if bases != {Relative.PREVIOUS, Relative.PREVIOUS_QUARTER}:
        return False
    return is_year(ja.period) and is_year(en.period)
