"""Unit notes of tables: (単位:百万円、%), JPY in millions, Thousands of Japanese Yen."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bilingual.figures.unit_reader import UnitReader
from bilingual.figures.units import (
    BY_NAME,
    CURRENCY_PREFIX,
    MONEY,
    PHYSICALS,
    RATIOS,
    SCALES_EN,
    SCALES_JA,
    Unit,
)  # fmt: skip
from bilingual.model.document import Language
from bilingual.model.figure import Kind, UnitNote

_LONGEST = 160

_NOTED: tuple[Unit, ...] = (
    Unit("shares", Kind.COUNT, ("株",), ("shares?",)),
    Unit("persons", Kind.COUNT, ("人", "名"), ("persons?", "people", "employees")),
    Unit("companies", Kind.COUNT, ("社",), ("companies",)),
    Unit(
        "items",
        Kind.COUNT,
        ("件", "種類", "契約", "回線", "本(?![々-龠])"),
        (
            "contracts?",
            "items?(?! ?[(])",
            "cases?",
            "projects?",
            "subscribers",
            "subscriptions",
            "lines",
            "households",
        ),
    ),
    Unit("sites", Kind.COUNT, ("[ヶケか箇カヵ]所", "拠点"), ("sites?", "locations?")),
    Unit("stores", Kind.COUNT, ("店舗?",), ("stores?",)),
    Unit(
        "units", Kind.COUNT, ("台", "口", "戸"), ("units?(?! ?:)", "investment units?", "vehicles?", "ADSs?")
    ),
    Unit("countries", Kind.COUNT, ("[ヶケか箇カヵ]国",), ("countries",)),
    Unit("hours", Kind.COUNT, ("時間",), ("hours?",)),
    Unit("days", Kind.COUNT, ("(?:(?<=単位:)|(?<=単位: )|(?<=単位:[(]))日(?!本)",), ("days?",)),
)
"""Counters that stand alone in a unit note."""

_SIMPLE = (*RATIOS, *MONEY, *PHYSICALS, *_NOTED)
_READERS = {
    Language.JA: UnitReader(_SIMPLE, japanese=True),
    Language.EN: UnitReader(_SIMPLE, japanese=False),
}
_SIGN_RE = re.compile(rf"(?:{CURRENCY_PREFIX})")
_LETTERS = {"B": 9, "M": 6, "K": 3}
_LETTER_RE = re.compile(r"(?<=[¥￥$€£])(?P<scale>[BMKbmk])(?![A-Za-z0-9²³/])")
"""A letter that is a scale behind the sign of a currency: (¥m), (US$K)."""
_SCALE_JA_RE = re.compile("|".join(f"({word})" for word, _ in SCALES_JA))
_SCALE_EN_RE = re.compile(
    r"(?i:" + "|".join(f"({spelling})" for spelling, _ in SCALES_EN) + r")(?![A-Za-z])|('?000s?)(?!\d)"
)
_MONEY_RE = re.compile(r"[¥￥$€£]|\b(?:[A-Z]{3}|RMB)\b|(?i:yen|dollar|euro|pound|yuan)")
"""What makes of mm a million: (¥ mm); without it mm is a length."""
_COMPOUND_RE = re.compile(
    r"(?i:(?P<tens>10|100|tens?|hundreds?)(?: of)?[ -](?P<scale>thousand|million|billion)s?)(?![A-Za-z])"
)
"""億円 in English: 100 millions of yen, hundreds of millions."""
_TENS_RE = re.compile(r"(?<![\d.,])10{1,2}(?=[万億兆])")
"""単位:10億円; without the word it may be an amount."""
_ROUND_RE = re.compile(
    r"(?<![\d.,])(?:(?P<thousand>10?,?000)|1 ?(?=(?:thousand|million|billion)\b))(?![\d.,])"
)
"""Unit: 1,000 tons, (10,000 t-CO2e), Unit: ¥1 million; without the word or brackets of its own it may be an amount."""
_HUNDREDS_RE = re.compile(r"百(?=[名人台件株](?![々-龠]))")
"""百 before a counter: 単位:百名."""
_FILLER_RE = {
    Language.JA: re.compile(
        r"[\s、。,/・;:()\[\]<>【】〔〕]+|(?:表示|金額|金額の|数量)?単位(?:は)?|金額は|(?:金額|数量|台数|株数|人数|件数|面積|重量|上段|中段|下段)(?=:)|[A-Z]{3}/|\(?\d{1,2}\)|銭|(?:別途|特に|別段の|特記)(?:記載|明記|断り)?[^、。()]{0,14}(?:除く|除き|限り)|(?:括弧|カッコ)(?:書き)?内(?:の(?:数値|金額|単位))?は|及び|および|[1一]株(?:当た?り|あたり)[^、。()]{0,8}を除[きく](?=[、,])|1株当たり情報|(?:19|20)\d\d年(?:度|\d{1,2}月期)|(?<=/)[年月日]|\*\d?|[⁽⁾¹²³]+"
    ),
    Language.EN: re.compile(
        r"[\s,/;:&()\[\]<>]+|(?i:\b(?:numbers? of|in|of|and|or|units?(?= ?:| of)|amounts?|figures|(?:volumes?|quantit(?:y|ies)|values?|areas?|weights?|(?:upper|middle|lower|top|bottom)(?: rows?| lines?| figures?)?)(?=:)|expressed|stated|presented|all|are|the|"
        r"unaudited|audited|unless otherwise (?:stated|noted|indicated|specified)|per cent|(?:except|excluding)(?: for)? per[- ]share [a-z]+(?=,)|(?:amounts|figures|numbers) in (?:brackets|parentheses)(?: (?:are|indicate|show))?(?: in)?|per (?:common |ordinary )?share|(?<=[a-z]{3} )per(?: (?:unit|tsubo|person|customer|user|head|room|night|day|month|order|transaction|visit|seat)\b)?|FY ?(?:19|20)?\d\d|fiscal (?:year )?(?:19|20)\d\d)\b)|"
        r"(?i:\b(?:composition|shares?|ratios?|rates?|percentages?|growth|changes?|margins?|progress|yoy|year-(?:on|over)-year)(?: [a-z-]+){0,3}?)(?=(?: in| as|[:,])? ?(?:%|per ?cent))|(?<=/)(?:year|month|day)\b|\(?[\dI]{1,2}\)|\*\d?|[⁽⁾¹²³]+"
    ),
}
_EXCEPT_RE = {
    Language.JA: re.compile(
        r"(?:但し|ただし)?[、,]?\s?(?:1株当たり|一株当たり|1株あたり|ADS|米国預託)[^()]*(?:を除く|は円|円)?"
        r"|(?:\(|[。、]\s?|但し、?|ただし、?)[^()\d。]{1,20}(?:を除く|を除き|は除く|以外)\)?"
    ),
    Language.EN: re.compile(
        r"(?i:(?:except|excluding|other than)\b.*|(?:in )?yen for per[- ]share[^()]*|per[- ]share (?:amounts?|data|information|figures)[^()]*\byen)"
    ),
}
_ROUNDED_RE = {
    Language.JA: re.compile(
        r"[、,]?\s?(?:[百千十]?[千万億]|[百千])?(?:円|米?ドル|ユーロ)?未満(?:の端数)?[はを]?\s?(?:四捨五入|切り?捨て?|切り?上げ?)(?:て?表示)?|[、,]?\s?(?:(?:小数点以下|端数)[はを]?\s?)?(?:四捨五入|切り?捨て)"
    ),
    Language.EN: re.compile(
        r"[,;]?\s?(?i:rounded|truncated)(?i: down| up| off)?(?i: to the nearest (?:(?:whole )?(?:unit|number|integer)|(?:one |1 |10 |100 |0\.1 |ten |hundred )?(?:thousand|million|billion)(?: (?:Japanese )?yen| (?:U\.?S\.? )?dollars?| euros?)?))?"
        r"|[,;]?\s?(?i:(?:with )?(?:fractions|amounts|figures)(?: (?:of )?(?:less than|below) (?:one|1|a) (?:thousand|million|billion)(?: yen)?)?(?: are)? (?:truncated|rounded(?: down| off)?|discarded|omitted))"
    ),
}
"""How the figures were rounded, said beside their unit."""
_PERCENT_RE = {
    Language.JA: re.compile(
        r"(?:%|パーセント|百分率|比率)(?:の?表示|の数値)?は[、,]?\s?[^()\d]{1,24}?(?:増減率|増減比|増減|伸び率|成長率|比率|比|率)(?:[をで](?:表示|示)\w{0,4})?(?=[\s、,;)\]]|\Z)"
        r"|[、,;]?\s?(?:\( ?\)|括弧|カッコ)(?:書き)?内(?:の(?:数値|数字|%|比率))?は[、,]?\s?[^()\d、。]{0,14}(?:増減率|伸び率|成長率|構成比|比率|比|率)(?=[\s、,;)\]]|\Z)"
    ),
    Language.EN: re.compile(
        r"(?i:percentages?|percentage figures|per cent figures|%)(?: (?:figures|displays?|changes?))? (?i:indicates?|represents?|shows?|denotes?|express|are|refer to)\b[^()\d;]{1,80}(?=[;)\]]|\Z)"
        r"|(?i:\bshares? of [a-z]+(?: [a-z]+){0,2}(?=(?: in| as|[:,])? ?(?:%|per ?cent)))"
        r"|(?<=[;,] )(?:%|(?i:percentages?)) of (?:[A-Za-z]+ ?){1,4}(?=[;)\]]|\Z)"
        r"|(?i:(?:figures|numbers|percentages) in (?:parentheses|brackets) (?:are|indicate|show|represent|denote) [^()\d;]{0,30}(?:changes?|growth|ratios?|rates?|percentages?|composition)\b[^()\d;]{0,40}(?=[;)\]]|\Z))"
    ),
}
"""What the percentages beside the amounts are: %表示は対前期増減率, ( )内は前年同月比."""
_PER_SHARE_RE = re.compile(r"(?i:per[ -](?:share|ADS)|share data|1株|一株|ADS)")
_CODE_RE = re.compile(r"[A-Z]{3}/(?=[百千億円米])")
_ALONE = frozenset({"shares", "persons"})
_LABEL_RE = re.compile(r"単位|(?i:\bunits? ?(?::|of\b))|[(\[【〔]")
_BRACKET_RE = re.compile(r"[(\[【〔]((?:[^()\[\]【】〔〕]|\([^()]*\)){1,140})[)\]】〕]")
_TAIL_RE = {
    Language.JA: re.compile(
        rf"(?:(?:[A-Z]{{3}}/)?(?:{'|'.join(w for w, _ in SCALES_JA)})?(?:円|米ドル|ドル)単位|単位 ?:|(?:\A|(?<=\s))単位(?= )) ?(?:10{{1,2}}(?=[億万]))?[^\d]*"
    ),
    Language.EN: re.compile(
        r"(?:(?i:units?) ?:|(?i:expressed )?(?i:\bin )?(?:100 |(?i:hundreds? of |hundred ))?(?i:thousands|millions|billions) of|(?:JPY|Yen|USD|US\$) in (?i:thousands|millions|billions)).*"
    ),
}


@dataclass(frozen=True, slots=True)
class _Token:
    scale: int | None = None
    unit: str = ""


def read_unit_note(text: str, language: Language) -> UnitNote | None:
    """Read the unit that a caption, header or line by itself tells; None where it tells none.

    >>> read_unit_note("(単位:百万円、%)", Language.JA).others
    (('%', 0),)
    >>> read_unit_note("JPY in millions", Language.EN).scale
    6
    """
    text = text.strip()
    if not text or len(text) > 4 * _LONGEST:
        return None
    if len(text) <= _LONGEST:
        whole = _parse(text, language)
        if whole is not None:
            return whole
    for match in reversed(list(_BRACKET_RE.finditer(text))):
        inner = (
            _parse(match[0], language) or _parse_last(match[0], language) or _parse_first(match[0], language)
        )
        if inner is not None:
            return inner
    tail = _TAIL_RE[language].search(text)
    return _parse(tail[0], language) if tail and len(tail[0]) <= _LONGEST else None


_MEASURED_RE = re.compile(
    r"[(\[](?:(?:単位|[Uu]nits?) ?: ?)?[^()\[\]\d、,:;]*[^\s()\[\]\d、,:;](?:[、,:;]\s*|\s(?=[%‰]))(?=[^、,:;()\[\]]+[)\]]\Z)"
)


def _parse_last(text: str, language: Language) -> UnitNote | None:
    """Read the unit at the end of a bracket that says first what is measured: (share of net sales, %)."""
    measured = _MEASURED_RE.match(text)
    note = _parse(text[measured.end() : -1], language) if measured else None
    return replace(note, printed=text) if note else None


_SAID_FIRST_RE = re.compile(r"[(\[](?:単位|[Uu]nits?) ?: ?[^()\[\]\d、,;]{1,40}(?=[、,;][^()\[\]\d]+[)\]])")


def _parse_first(text: str, language: Language) -> UnitNote | None:
    """Read the unit at the start of a bracket that says then what is shown: (Unit: persons; change from the year before)."""
    said = _SAID_FIRST_RE.match(text)
    note = _parse(f"{said[0]})", language) if said else None
    return replace(note, printed=text) if note else None


def _parse(text: str, language: Language) -> UnitNote | None:
    """Read a text that holds nothing but a unit note."""
    tokens: list[_Token] = []
    at, per_share = 0, False
    while at < len(text):
        rounded = _ROUNDED_RE[language].match(text, at)
        if rounded:
            at = rounded.end()
            continue
        shares = _PERCENT_RE[language].match(text, at)
        if shares:
            at = shares.end()
            continue
        exempt = _EXCEPT_RE[language].match(text, at)
        if exempt and exempt.end() > at and tokens:
            per_share = per_share or bool(_PER_SHARE_RE.search(exempt[0]))
            at = exempt.end()
            continue
        code = _CODE_RE.match(text, at)
        found = None if code else _token(text, at, language)
        if found is not None:
            tokens.append(found[0])
            at = found[1]
            continue
        filler = _FILLER_RE[language].match(text, at)
        if not filler or filler.end() == at:
            return None
        at = filler.end()
    return _note(text, tokens, per_share)


def _token(text: str, at: int, language: Language) -> tuple[_Token, int] | None:
    scale = SCALE_READERS[language](text, at)
    if scale is not None:
        return _Token(scale=scale[0]), scale[1]
    if at and text[at - 1].isascii() and text[at - 1].isalpha() and text[at].isascii() and text[at].isalpha():
        return None
    letter = _LETTER_RE.match(text, at)
    if letter is not None:
        return _Token(scale=_LETTERS[letter[1].upper()]), letter.end()
    unit = _READERS[language].match(text, at)
    if unit is not None:
        return _Token(unit=unit[0].name), unit[1]
    sign = _SIGN_RE.match(text, at)
    if sign:
        code = next(name for name, value in sign.groupdict().items() if value)
        return _Token(unit=code), sign.end()
    return None


def _japanese_scale(text: str, at: int) -> tuple[int, int] | None:
    tens = _TENS_RE.match(text, at) if "単位" in text else None
    if _HUNDREDS_RE.match(text, at):
        return 2, at + 1
    found = _SCALE_JA_RE.match(text, tens.end() if tens else at)
    if not found or not found.lastindex:
        return None
    return SCALES_JA[found.lastindex - 1][1] + (len(tens[0]) - 1 if tens else 0), found.end()


def _english_scale(text: str, at: int) -> tuple[int, int] | None:
    compound = _COMPOUND_RE.match(text, at)
    if compound:
        tens = 2 if compound["tens"].lower().startswith(("100", "hundred")) else 1
        return tens + {"t": 3, "m": 6, "b": 9}[compound["scale"][0].lower()], compound.end()
    whole = _ROUND_RE.match(text, at) if "nit" in text or (at == 1 and text[0] in "([") else None
    if whole and whole["thousand"]:
        return whole["thousand"].count("0"), whole.end()
    found = _SCALE_EN_RE.match(text, whole.end() if whole else at)
    if not found or not found.lastindex or (found[0] == "mm" and not _MONEY_RE.search(text)):
        return None
    exponent = SCALES_EN[found.lastindex - 1][1] if found.lastindex <= len(SCALES_EN) else 3
    return exponent, found.end()


SCALE_READERS: dict[Language, Callable[[str, int], tuple[int, int] | None]] = {
    Language.JA: _japanese_scale,
    Language.EN: _english_scale,
}
"""How a language writes scales."""


def _note(text: str, tokens: list[_Token], per_share: bool) -> UnitNote | None:
    units = _pairs(tokens)
    if not units:
        return None
    strong = any(scale or BY_NAME[unit].kind is not Kind.COUNT for unit, scale in units if unit)
    if not strong and not _LABEL_RE.search(text) and len(units) > 1:
        return None
    if not units[0][0] and not _LABEL_RE.search(text) and len(tokens) == 1 and " " not in text.strip():
        return None
    unit, scale = units[0]
    if (
        text.isascii()
        and not scale
        and not _LABEL_RE.search(text)
        and unit not in _ALONE
        and BY_NAME[unit].kind in (Kind.COUNT, Kind.POINTS)
    ):
        return None
    return UnitNote(unit, scale, text.strip(), tuple(units[1:]), per_share)


def _pairs(tokens: list[_Token]) -> list[tuple[str, int]]:
    """Units with their scales: a scale governs the unit behind it, else the one before; one alone governs all money."""
    scales = [token.scale for token in tokens if token.scale is not None]
    units = [token.unit for token in tokens if token.unit]
    if not units:
        return [("", scales[0])] if scales else []
    if len(scales) <= 1:
        scale = scales[0] if scales else 0
        pairs = [(unit, scale if _scalable(unit, units) else 0) for unit in units]
    else:
        pairs = _in_order(tokens)
    return list(dict.fromkeys(pairs))


def _scalable(unit: str, units: list[str]) -> bool:
    kind = BY_NAME[unit].kind
    return kind is Kind.AMOUNT or (kind in (Kind.COUNT, Kind.PHYSICAL) and unit == units[0])


def _in_order(tokens: list[_Token]) -> list[tuple[str, int]]:
    pairs: list[tuple[str, int]] = []
    pending: int | None = None
    for token in tokens:
        if token.scale is not None:
            if (
                pairs
                and pairs[-1][1] == 0
                and pending is None
                and tokens[0].unit
                and BY_NAME[pairs[-1][0]].kind is Kind.AMOUNT
            ):
                pairs[-1] = (pairs[-1][0], token.scale)
            else:
                pending = token.scale
        elif pending is not None and BY_NAME[token.unit].kind not in (Kind.PERCENT, Kind.POINTS):
            pairs.append((token.unit, pending))
            pending = None
        else:
            pairs.append((token.unit, dict(pairs).get(token.unit, 0)))
    return pairs
