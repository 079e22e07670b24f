"""Days and times of spreadsheets: numbers of days since 1900 or 1904, as a format shows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

ERAS = (
    (date(2019, 5, 1), "令和", "R"),
    (date(1989, 1, 8), "平成", "H"),
    (date(1926, 12, 25), "昭和", "S"),
    (date(1912, 7, 30), "大正", "T"),
    (date(1868, 1, 25), "明治", "M"),
)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KANJI_DAYS = "月火水木金土日"
LATEST = 2_958_465
"""31 December 9999."""
DAY = 86_400
Token = tuple[str, str]


def day_of(value: Decimal, *, from_1904: bool = False) -> datetime | None:
    """The moment that a number stands for; None before 1900 and after 9999.

    Days up to 28 February 1900 are one off in the usual count, which knows a 29 February 1900.

    >>> day_of(Decimal("45747.5")), day_of(Decimal(59)), day_of(Decimal(44285), from_1904=True)
    (datetime.datetime(2025, 3, 31, 12, 0), datetime.datetime(1900, 2, 28, 0, 0), datetime.datetime(2025, 3, 31, 0, 0))
    """
    if not 0 <= value <= LATEST:
        return None
    first = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 31 if value < 60 else 30)
    days = int(value)
    seconds = int(((value - days) * DAY).quantize(Decimal(1), ROUND_HALF_UP))
    try:
        return first + timedelta(days=days, seconds=seconds)
    except OverflowError:
        return None


def shown_time(value: Decimal, tokens: Sequence[Token], *, from_1904: bool) -> str | None:
    """A day or time as the tokens of a format show it; None where the number is none."""
    moment = day_of(value, from_1904=from_1904)
    if moment is None:
        return None
    half = any(kind == "half" for kind, _ in tokens)
    out: list[str] = []
    for at, (kind, word) in enumerate(tokens):
        if kind == "time":
            out.append(_part(moment, word.lower(), half=half, minutes=_is_minutes(tokens, at)))
        elif kind == "elapsed":
            out.append(_elapsed(value, word))
        elif kind == "half":
            names = ("午前", "午後") if "午" in word else word.split("/")
            out.append(names[moment.hour >= 12])
        elif kind in ("literal", "mark"):
            out.append(word)
        elif kind == "digit":
            out.append("0" if out and out[-1].endswith((".", "0")) else "")
    return "".join(out)


def _is_minutes(tokens: Sequence[Token], at: int) -> bool:
    """Whether an ``m`` means minutes: hours stand before it, or seconds behind it."""
    before = next(
        (word for kind, word in reversed(tokens[:at]) if kind in ("time", "elapsed") and word[0] not in "aA"),
        "",
    )
    after = next((word for kind, word in tokens[at + 1 :] if kind in ("time", "elapsed")), "")
    return before[:1].lower() == "h" or after[:1].lower() == "s"


def _part(moment: datetime, word: str, *, half: bool, minutes: bool) -> str:
    count, letter = len(word), word[0]
    if letter == "y":
        return f"{moment.year:04d}" if count > 2 else f"{moment.year % 100:02d}"
    if letter == "m" and not minutes:
        return _month(moment.month, count)
    if letter in "hms":
        number = (
            (moment.hour % 12 or 12)
            if letter == "h" and half
            else getattr(moment, {"h": "hour", "m": "minute", "s": "second"}[letter])
        )
        return f"{number:0{min(count, 2)}d}"
    if letter == "d":
        return (
            f"{moment.day:0{count}d}"
            if count < 3
            else WEEKDAYS[moment.weekday()][: 3 if count == 3 else None]
        )
    if letter == "a":
        return KANJI_DAYS[moment.weekday()] + ("曜日" if count > 3 else "")
    return _era(moment.date(), letter, count)


def _month(month: int, count: int) -> str:
    if count < 3:
        return f"{month:0{count}d}"
    name = MONTHS[month - 1]
    return name[0] if count == 5 else name[:3] if count == 3 else name


def _era(day: date, letter: str, count: int) -> str:
    first, name, short = next((era for era in ERAS if day >= era[0]), (date(1, 1, 1), "", ""))
    year = f"{day.year - first.year + 1 if name else day.year:0{min(count, 2)}d}"
    shown = {1: short, 2: name[:1]}.get(count, name)
    if letter == "r":
        return f"{name}{year}" if count > 1 else f"{short}{year}"
    if letter == "b":
        return str(day.year + 543)
    return shown if letter == "g" else year


def _elapsed(value: Decimal, word: str) -> str:
    unit = {"h": 3_600, "m": 60, "s": 1}[word[0]]
    return f"{int((value * DAY).quantize(Decimal(1), ROUND_HALF_UP)) // unit:0{len(word)}d}"
