"""Figures: quantities, dates and times with unit, period, precision and place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bilingual.model.document import Language, Span
from bilingual.model.quick import quick


class Kind(StrEnum):
    """What a figure measures."""

    AMOUNT = "amount"  # money
    PERCENT = "percent"
    POINTS = "points"  # percentage points or basis points
    RATIO = "ratio"  # times, fold, 倍, fractions (one third = 1/3 times)
    RATE = "rate"  # exchange rate: yen per dollar
    COUNT = "count"  # shares, persons, items, sites, contracts; unit says which
    PHYSICAL = "physical"  # data rates, lengths, weights, energy
    NUMBER = "number"  # a bare number whose unit nothing tells
    DATE = "date"
    TIME = "time"  # a moment or a time of day
    NIL = "nil"  # dash: none
    NOT_APPLICABLE = "n/a"  # n/a, n.m., 該当なし


class Sign(StrEnum):
    """How a minus is shown."""

    NONE = ""
    MARK = "mark"  # △, ▲, −, (-), parentheses, "negative"
    WORD = "word"  # loss, 損失, deficit, 赤字
    BOTH = "both"  # a word and a mark: still one minus
    PLUS = "plus"  # an explicit plus


class Bound(StrEnum):
    """What the figure limits."""

    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    JUST_UNDER = "just_under"  # 弱: [0.9v, v)
    JUST_OVER = "just_over"  # 強: (v, 1.1v]


class Direction(StrEnum):
    """Which way a change goes."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


class Part(StrEnum):
    """Part of a fiscal year."""

    YEAR = "FY"
    Q1 = "Q1"
    Q2 = "Q2"
    Q3 = "Q3"
    Q4 = "Q4"
    H1 = "H1"
    H2 = "H2"
    M9 = "9M"  # nine months, cumulative
    MONTH = "month"
    OTHER = "other"


class Relative(StrEnum):
    """A period named by its distance from the one the document reports."""

    CURRENT = "current"  # 当期, this quarter
    PREVIOUS = "previous"  # 前期, the previous quarter / year (the document's own step)
    YEAR_AGO = "year_ago"  # 前年同期, the same quarter of last year
    PREVIOUS_QUARTER = "previous_quarter"  # 前四半期, sequential
    PREVIOUS_MONTH = "previous_month"  # 前月, month on month
    PREVIOUS_WEEK = "previous_week"  # 前週, week on week
    PREVIOUS_YEAR = "previous_year"  # 前年度, last fiscal year
    PREVIOUS_END = "previous_end"  # 前期末
    NEXT = "next"  # 次期, the next quarter / year
    PLAN = "plan"  # 計画比, versus forecast


PAST = frozenset(
    {
        Relative.YEAR_AGO,
        Relative.PREVIOUS,
        Relative.PREVIOUS_QUARTER,
        Relative.PREVIOUS_MONTH,
        Relative.PREVIOUS_WEEK,
        Relative.PREVIOUS_YEAR,
        Relative.PREVIOUS_END,
    }
)
"""The words for a time before the one that is reported."""


class Basis(StrEnum):
    """What a fiscal-year label counts from."""

    START = "start"  # 2001年度, FY2001 at IIJ: the year that starts in 2001
    END = "end"  # 2002年3月期: the year that ends in March 2002
    UNKNOWN = "unknown"


class _Key:
    """A value that what is remembered is looked up by: its hash is worked out once, not at every look."""

    __slots__ = ("_hash",)
    __match_args__: tuple[str, ...]
    _hash: int

    def __hash__(self) -> int:
        try:
            return self._hash
        except AttributeError:
            found = hash(tuple([getattr(self, name) for name in self.__match_args__]))
            object.__setattr__(self, "_hash", found)
            return found


@quick
@dataclass(frozen=True, slots=True)
class Period(_Key):
    """What time a figure is for.

    ``start`` and ``end`` are known when the words (with the fiscal calendar) fix them; an instant has only
    ``end``. A label that the calendar cannot place keeps ``year``, ``basis`` and ``part``; a relative
    period keeps ``relative``.

    Attributes:
        printed: the words, folded.
        instant: a point in time (As of, 末) and not a duration.
        cumulative: from the start of the fiscal year (累計, six months ended).
        open_part: the words (2001年9月期) fix the end but not whether a quarter, half or year ends there.
    """

    printed: str = ""
    start: date | None = None
    end: date | None = None
    instant: bool = False
    cumulative: bool = False
    open_part: bool = False
    year: int | None = None
    basis: Basis = Basis.UNKNOWN
    part: Part | None = None
    relative: Relative | None = None

    __hash__ = _Key.__hash__  # a dataclass writes its own otherwise


@quick
@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A period named in text: ``start``/``end`` are offsets into the text that was read.

    ``problem`` says why the words name no possible period (a ninth quarter, months 7-4); empty otherwise.
    """

    start: int
    end: int
    period: Period
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FiscalCalendar(_Key):
    """How the issuer names its periods, and what else its profile says.

    Attributes:
        year_end_month: month in which the fiscal year ends (March is 3).
        basis: whether ``FY2001`` names the year by its start or its end.
        quarter_labels: True where ``2001年9月期`` names the quarter that ends then (learned from headings).
        current: the period that the document reports, where it says so.
        learned: False where everything is the default.
        release: the day the document was released (Japanese calendar day), where it says so.
        rounding: how the issuer shortens amounts: ``down``, ``half_up``, or empty where nobody said.
        release_zone: time zone in which the English version dates the release; empty where nobody said.
        closing_day: day of the month on which periods end, 31 for the last one; 0 where nothing tells.
        era: the Japanese era that 29年3月期 counts from where the document leaves its name out; empty where it does not.
    """

    year_end_month: int = 3
    basis: Basis = Basis.START
    quarter_labels: bool = False
    current: Period | None = None
    learned: bool = False
    release: date | None = None
    rounding: str = ""
    release_zone: str = ""
    closing_day: int = 0
    era: str = ""

    __hash__ = _Key.__hash__  # a dataclass writes its own otherwise


class _Derived:
    """Room for what is asked of a figure again and again, worked out once."""

    __slots__ = ("_digits", "_interval")
    _digits: str
    _interval: tuple[Decimal, Decimal] | None


@quick
@dataclass(frozen=True, slots=True)
class Figure(_Derived):
    """A quantity, date or time found in a document.

    Attributes:
        language: language of the side.
        kind: what it measures.
        printed: exactly as in the document (a range or a list member with its unit where it has one).
        span: where it stands in the document.
        value: exact value in base units (yen, not millions), signed as printed or said; percent stays
            percent; None for ranges, dates, times, nil and n/a.
        step: smallest step that the printed digits can show, in base units (9.5 billion: 100,000,000).
        unit: ISO currency code, ``%``, ``pt``, ``bps``, ``times``, ``shares``, ``persons``, ``items``, a
            physical symbol, ``JPY/USD`` for rates; empty where nothing tells.
        scale: power of ten that words or notes multiply by (百万 6, billion 9).
        sign: how a minus is shown.
        bound: limit words.
        approximate: about, 約.
        direction: which way the change goes, for figures that state a change.
        loss: the words name the quantity as a loss, deficit or outflow ("operating loss of JPY300 million").
        ends: both ends of a range, in base units and order as printed.
        moment: ISO date (``2001-11-14``, ``2001-08``, ``2001``), or UTC moment
            (``2001-11-14T14:00:00Z``), or time of day (``T23:00``).
        local_date: for a moment, the calendar day as printed.
        period: the period that the figure is for, as far as its clause tells.
        base: the period that a change is measured from, as far as its clause tells.
        inherited_unit: the unit or scale comes from a neighbour, a caption or a column.
        word: the figure is written in words (one third, 三社, 半減).
        unit_printed: the unit words of the figure itself, folded; empty where it has none of its own.
        subject: words just before (or after) the figure that name what it measures, folded, for evidence.
        confidence: per cent; lowered by repairs of damaged text.
    """

    language: Language
    kind: Kind
    printed: str
    span: Span
    value: Decimal | None = None
    step: Decimal | None = None
    unit: str = ""
    scale: int = 0
    sign: Sign = Sign.NONE
    bound: Bound | None = None
    approximate: bool = False
    direction: Direction | None = None
    loss: bool = False
    ends: tuple[Decimal, Decimal] | None = None
    moment: str = ""
    local_date: date | None = None
    period: Period | None = None
    base: Period | None = None
    inherited_unit: bool = False
    word: bool = False
    unit_printed: str = ""
    subject: str = ""
    confidence: int = 100

    @property
    def interval(self) -> tuple[Decimal, Decimal] | None:
        """Values that the printed precision allows, for half-up and truncated printing together."""
        try:
            return self._interval
        except AttributeError:
            found = self._meant()
            object.__setattr__(self, "_interval", found)
            return found

    def _meant(self) -> tuple[Decimal, Decimal] | None:
        if self.value is None:
            return None
        step = self.step or Decimal(0)
        half = step / 2
        if self.value >= 0:
            return (self.value - half, self.value + step)
        return (self.value - step, self.value + half)

    @property
    def digits(self) -> str:
        """The digits without sign, scale, leading and trailing zeros.

        Figures that state the same fact share them whatever their unit words (95億円, 9.5 billion), and a lost
        sign or a wrong scale word does not change them. Dates and times give their ISO text, ranges both ends.
        """
        try:
            return self._digits
        except AttributeError:
            if self.moment:
                found = self.moment
            elif self.ends:
                found = "/".join(map(_significant, self.ends))
            else:
                found = "" if self.value is None else _significant(self.value)
            object.__setattr__(self, "_digits", found)
            return found


def _significant(value: Decimal) -> str:
    mantissa = str(value)
    if not mantissa.isdigit():
        mantissa = mantissa.split("E")[0].replace("-", "").replace(".", "")
    return mantissa.strip("0") or "0"


class Aspect(StrEnum):
    """In what respect two figures that stand for the same fact differ."""

    VALUE = "value"
    SIGN = "sign"
    SCALE = "scale"  # factor of a power of ten, or another scale word
    CURRENCY = "currency"
    CURRENCY_MISSING = "currency missing"
    UNIT = "unit"  # physical unit or counter
    POINTS = "points"  # percent against percentage points
    MULTIPLE = "multiple"  # times against per cent
    PERCENT = "percent"  # the value of a percentage
    DIRECTION = "direction"
    APPROXIMATION = "approximation"
    BOUND = "bound"
    RANGE = "range"  # one or both ends
    WORD = "word"  # a number in words
    PERIOD = "period"
    FISCAL_YEAR = "fiscal year"
    CUMULATIVE = "cumulative"
    BASE = "comparison base"
    INSTANT = "instant or duration"
    ERA = "era year"
    DATE = "date"
    TIME = "time"
    RATE = "rate"
    NIL = "kind of zero"


@quick
@dataclass(frozen=True, slots=True)
class Difference:
    """One respect in which two figures differ.

    Attributes:
        aspect: the respect.
        serious: 2 where the two versions state different facts, 1 where a person has to look, 0 where it
            is worth knowing only.
        note: a phrase for the reader, such as ``factor 1,000``.
    """

    aspect: Aspect
    serious: int = 2
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnitNote:
    """What a caption or header says about the figures below it.

    Attributes:
        unit: unit as in ``Figure.unit``; empty where it tells none.
        scale: power of ten.
        printed: the words.
        others: further units that the same note names (``JPY thousand, USD thousand``), unit and scale.
        except_per_share: the note exempts per-share data.
    """

    unit: str
    scale: int = 0
    printed: str = ""
    others: tuple[tuple[str, int], ...] = ()
    except_per_share: bool = False
