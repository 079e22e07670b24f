"""Words and digits that write a day, a month or a year, by language."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from bilingual.figures.eras import full_year, small_number
from bilingual.figures.written_dates import MONTH, MONTH_NUMBERS
from bilingual.model.document import Language
from bilingual.text.pieces import holds_any

_S = " {0,2}"
_K = "一二三四五六七八九十"
_N = rf"(?:\d{{1,2}}|[{_K}]{{1,3}})"
_ERA = (
    r"(?P<{0}era>明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR](?=\d))"
    + " ?"
    + rf"(?P<{{0}}e>元|\d{{{{1,2}}}}|[{_K}]{{{{1,3}}}})"
)
_Y = r"(?:19|20)\d\d"
_ANY = r"[1-9]\d{3}"
"""A year that was misprinted beside a month and a day is a year still."""

JAPANESE_RE = re.compile(
    r"(?=[\d〇零一二三四五六七八九十明大昭平令RHS])(?:"  # with which days, months and years begin
    rf"(?:(?P<y>(?<![\d.,])(?:{_Y}|{_ANY}(?={_S}年(?:{_S}{_N}{_S}月{_S}{_N}{_S}日|(?:償還|満期))))|(?<![〇零{_K}])[〇零一二三四五六七八九]{{4}})|{_ERA.format('a')}){_S}年(?:\((?:明治|大正|昭和|平成|令和) ?(?:元|\d{{1,2}})年\)(?={_S}{_N}{_S}月))?"
    rf"(?:{_S}(?P<m>{_N}){_S}月(?![間期])(?:{_S}(?P<d>{_N}){_S}日(?!間|目|本))?|(?![度間来目]|以(?![来降])|{_S}\d{{1,2}}{_S}(?:月|[-~]|カ|か|ヶ|ヵ)|{_S}半))"
    rf"|(?<![\d/.,-])(?P<sy>{_Y}|{_ANY}(?=/))(?P<sep>[/.-])(?P<sm>\d{{1,2}})(?P=sep)(?P<sd>\d{{1,2}})(?![\d/]|\.\d)"
    r"|(?<![A-Za-z])(?P<le>[RHS])(?P<ly>\d{1,2})\.(?P<lm>\d{1,2})\.(?P<ld>\d{1,2})(?![\d.])"
    rf"|(?<![\d/.,~-])(?<![^同翌本今昨来毎各]年)(?<!\d )(?P<m2>{_N}){_S}月(?![間期])(?:{_S}(?P<d2>{_N}){_S}日(?!間|目|本))?(?! ?[-~] ?\d{{1,2}} ?月))"
)
"""2001年11月14日, 平成13年9月, 2001年, 2001/9/28, R7.5.13, 11月14日, 8月."""

JA_WEEKDAY_RE = re.compile(r" ?(?:\( ?(?P<a>[月火水木金土日])(?:曜日?)? ?\)|(?P<b>[月火水木金土日])曜日?)")

_DAY_WORDS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_SP = r"[^\S\t]{1,3}"  # a tab parts cells
_MONTH_NAME = MONTH.replace(r"|May\.?|", r"|May(?![a-z])\.?|")

ENGLISH_RE = re.compile(
    r"(?=[ADFJMNOSTW\d])"  # with which days, months and years begin: nothing else is tried elsewhere
    rf"(?:\b(?P<w>{_WEEKDAY}),?{_SP})?(?:"
    rf"\b(?P<m>{_MONTH_NAME})\s{{0,3}}(?P<d>\d{{1,3}})(?![\d%:]|[.,]\d{{1,2}}(?!\d)|,\d{{3}}(?!\d)|-\w|\s?[ap]\.?m\b)(?:st|nd|rd|th)?(?:(?:\s?\((?P<wy>{_WEEKDAY})\))?\s{{0,2}},?\s{{0,9}}(?P<y>{_Y}(?!\d|,\d)|(?<=,\s){_ANY}(?=\s?[.;):](?!\d)|,(?!\d)|\s?$|\s(?:is|are|was|were)\b)))?"
    rf"|\b(?<!\d\.)(?![4-9]\dth)(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:{_SP}(?:of{_SP})?|-)(?P<m2>{_MONTH_NAME})(?:(?:(?:,?{_SP}|-)(?P<y2>{_Y}))(?!\d)|(?![A-Za-z]|{_SP}\d))"
    rf"|\b(?P<m3>{_MONTH_NAME}),?{_SP}(?P<y3>{_Y})(?!\d|,\d)"
    rf"|(?<=\b[Ii]n\s)(?P<m4>{_MONTH_NAME})\b(?!{_SP}\d)|(?:(?<=\b[Ss]ince\s)|(?<=\b[Ee]arly\s)|(?<=\b[Ll]ate\s)|(?<=\b[Mm]id-)|(?<=\b[Dd]uring\s)|(?<=\bof\s)|(?<=\b[Uu]ntil\s)|(?<=\b[Ff]or\s)|(?<=\b[Ff]rom\s)|(?<=\b[Bb]y\s))(?P<m5>{_MONTH_NAME})\b(?!{_SP}\d)"
    rf"|(?<![\d/.,-])(?P<sy>{_Y}|{_ANY}(?=/))(?P<sep>[/.-])(?P<sm>\d{{1,2}})(?P=sep)(?P<sd>\d{{1,2}})(?![\d/]|\.\d)"
    rf"|(?<![\d/.-])(?P<um>\d{{1,2}})/(?P<ud>\d{{1,2}})/(?P<uy>{_Y})(?![\d/])"
    rf"|(?:(?<=\b[Ii]n\s)|(?<=\b[Ss]ince\s)|(?<=\bby\s)|(?<=\buntil\s)|(?<=\bbetween\s)|(?<=\bend\sof\s)|(?<=\bbeginning\sof\s)|(?<=\b(?:half|year)\sof\s)|(?<=\b[Ee]arly\s)|(?<=\b[Ll]ate\s)|(?<=\bmid-)|(?<=\baround\s)|(?<=\bspring\s)|(?<=\bsummer\s)|(?<=\bautumn\s)|(?<=\bfall\s)|(?<=\bwinter\s)|(?<=\bAct\sof\s))(?P<yo>{_Y}(?!\d|[,.]\d|%)|(?<=\b(?:due|ure|ble)\sin\s){_ANY}(?!\d|[,.]\d|%))"
    rf"(?:{_SP}and{_SP}(?P<yo2>{_Y})\b)?"
    r")"
)
"""Sept 28, 2001, 28 September 2001, August 2001, in June, in 2006; months are written with a capital."""

_AND_MONTH_RE = re.compile(rf"\.?(?:,|,?{_SP}(?:and|or|&)){_SP}(?P<m>{_MONTH_NAME})(?![A-Za-z]|,?{_SP}\d)")
EN_WEEKDAY_RE = re.compile(rf"\s?\((?P<w>{_WEEKDAY})\)")
_UNFINISHED_RE = re.compile(r"\s{0,3}(?:$|[,.;:)(]|at\b|and\b|to\b)")


_FOUR_RE = re.compile(r"\d\d{3}")
_DOTTED_RE = re.compile(r"\d{4}\.\d\d?\.\d")
_SEPARATED_RE = re.compile(r"\d[/.-]\d{1,2}[/.-]\d")
"""A day in digits alone: 2001/9/28, R7.5.13."""

_SAME_MONTH_RE = re.compile(r"(?<!前年)同月 ?(\d{1,2}) ?日(?!間)")
_MONTHS, _COMMON_YEAR = 12, 2025
_MONTH_STARTS = tuple(name.capitalize() for name in MONTH_NUMBERS)
_YEAR_LEADS = (
    "in ",
    "In ",
    "ince ",
    "by ",
    "until ",
    "between ",
    "of ",
    "/",
    "-0",
    "-1",
    "arly ",
    "ate ",
    "mid-",
    "around ",
    "ring ",
    "mmer ",
    "tumn ",
    "fall ",
    "inter ",
)


class DateWords(NamedTuple):
    """Where a date stands and its parts; 0 where one is missing. ``weekday`` counts from Monday, -1 where none."""

    start: int
    end: int
    year: int
    month: int
    day: int
    weekday: int = -1


def find_date_words(text: str, language: Language) -> Iterator[DateWords]:
    """Yield the dates that a text writes, left to right, as printed."""
    yield from _japanese(text) if language is Language.JA else _english(text)


def _japanese(text: str) -> Iterator[DateWords]:
    if "年" not in text and "月" not in text and _SEPARATED_RE.search(text) is None:
        return
    last = DateWords(0, 0, 0, 0, 0)
    for match in JAPANESE_RE.finditer(text):
        words = _japanese_words(match)
        if words is None:
            continue
        yield from _of_same_month(text, last, words.start)
        last = words
        if not words.day and 1 <= words.month <= _MONTHS and text.startswith("末日", match.end()):
            closing = monthrange(words.year or _COMMON_YEAR, words.month)[1]
            words = words._replace(end=match.end() + len("末日"), day=closing)
        weekday = JA_WEEKDAY_RE.match(text, words.end) if words.day else None
        if weekday:
            number = "月火水木金土日".index(weekday["a"] or weekday["b"])
            words = words._replace(end=weekday.end(), weekday=number)
        yield words
    yield from _of_same_month(text, last, len(text))


def _of_same_month(text: str, last: DateWords, end: int) -> Iterator[DateWords]:
    """The days of the month that was named last: 5月13日開示、同月20日訂正."""
    if last.day and "同月" in text:
        for match in _SAME_MONTH_RE.finditer(text, last.end, end):
            yield DateWords(*match.span(), last.year, last.month, int(match[1]))


def _japanese_words(match: re.Match[str]) -> DateWords | None:
    start, end = match.span()
    if match["sy"]:
        return DateWords(start, end, int(match["sy"]), int(match["sm"]), int(match["sd"]))
    if match["le"]:
        year = full_year(match["ly"], match["le"])
        return DateWords(start, end, year or 0, int(match["lm"]), int(match["ld"]))
    if match["m2"]:
        month, day = small_number(match["m2"]), small_number(match["d2"]) if match["d2"] else 0
        if not match["d2"] and not match["m2"].isdigit():
            return None
        return DateWords(start, end, 0, month or 0, day or 0) if month is not None else None
    year = _gregorian(match["y"]) if match["y"] else full_year(match["ae"], match["aera"])
    month = small_number(match["m"]) if match["m"] else 0
    day = small_number(match["d"]) if match["d"] else 0
    return (
        None if year is None or month is None or day is None else _with(start, end, year, month, day, match)
    )


def _gregorian(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else full_year(text)


def _with(start: int, end: int, year: int, month: int, day: int, match: re.Match[str]) -> DateWords:
    """Keep a zero that was printed (0月) as an impossible month."""
    return DateWords(
        start, end, year, 99 if match["m"] and not month else month, 99 if match["d"] and not day else day
    )


def _worth_a_scan(text: str) -> bool:
    """Whether an English text holds what every date in it needs."""
    if holds_any(text, _MONTH_STARTS):
        return True
    if text.count(".") > 1 and _DOTTED_RE.search(text):
        return True
    return holds_any(text, _YEAR_LEADS) and _FOUR_RE.search(text) is not None


def _english(text: str) -> Iterator[DateWords]:
    if not _worth_a_scan(text):
        return
    for match in ENGLISH_RE.finditer(text):
        if match["sy"]:
            yield DateWords(*match.span(), int(match["sy"]), int(match["sm"]), int(match["sd"]))
        elif match["uy"]:
            yield DateWords(*match.span(), int(match["uy"]), int(match["um"]), int(match["ud"]))
        elif match["yo"]:
            yield DateWords(match.start("yo"), match.end("yo"), int(match["yo"]), 0, 0)
            if match["yo2"]:
                yield DateWords(match.start("yo2"), match.end("yo2"), int(match["yo2"]), 0, 0)
        else:
            words = _english_words(text, match)
            if words is not None:
                yield words
            if match["m4"] or match["m5"]:
                yield from _further_months(text, match.end())


def _further_months(text: str, at: int) -> Iterator[DateWords]:
    """The months that a list goes on with: in March, June and September."""
    while (match := _AND_MONTH_RE.match(text, at)) is not None:
        at = match.end("m")
        end = at - 1 if text[at - 1] == "." else at
        yield DateWords(match.start("m"), end, 0, MONTH_NUMBERS[match["m"][:3].lower()], 0)


def _english_words(text: str, match: re.Match[str]) -> DateWords | None:
    name = match["m"] or match["m2"] or match["m3"] or match["m4"] or match["m5"]
    month = MONTH_NUMBERS[name[:3].lower()]
    day = int(match["d"] or match["d2"] or 0)
    year = int(match["y"] or match["y2"] or match["y3"] or 0)
    if match["d"] and not 1 <= day <= 31 and not year and not _UNFINISHED_RE.match(text, match.end()):
        return None
    start, end = match.span()
    if not day:
        end -= 1 if not year and text[end - 1] == "." else 0  # the full stop of "in June."
        return DateWords(match.start() if not match["w"] else match.start("m"), end, year, month, 0)
    weekday = match["w"] or match["wy"]
    after = EN_WEEKDAY_RE.match(text, end)
    if after:
        weekday, end = after["w"], after.end()
    number = next((i for i, word in enumerate(_DAY_WORDS) if weekday and weekday[:3].lower() == word[:3]), -1)
    return DateWords(start, end, year, month, day, number)
