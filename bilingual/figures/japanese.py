"""Quantities of Japanese text: 1兆2,345億円, ▲300百万円, 三社, 3割, 半減, 119.23円=1米ドル."""

from __future__ import annotations

import re
from decimal import Decimal

from bilingual.figures.noise import Mask
from bilingual.figures.numerals import (
    DIGITS,
    MYRIADS,
    SPACED_DIGITS,
    Numeral,
    read_digits,
    read_kanji,
    read_kanji_sum,
    unit_confidence,
)
from bilingual.figures.prefixes import Prefix, is_cell_of_percent, read_prefix, row_start
from bilingual.figures.reading import Reading, power, read_in_order
from bilingual.figures.sen import sen_alone, with_sen
from bilingual.figures.unit_reader import JA_UNITS
from bilingual.figures.units import (
    BY_NAME,
    LETTER_RE,
    LETTER_SCALES,
    SCALE_EN_RE,
    SCALES_EN,
    SCALES_JA,
    Unit,
)
from bilingual.model.figure import Bound, Direction, Kind

_KANJI = "〇一二三四五六七八九十百千"
_COUNTED = (
    r"社(?!会|長|員|内|外|団|章)|[名件]|人(?!民|件|材|気|間|工|一)|株(?![式主価])|[ヶケか箇カヵ]所|拠点|店舗|台(?!風)|倍|割(?![合当引り安高増]|賦)"
    r"|分の|種類|[ヶケか箇カヵ]国|年間|[ヶケか箇カヵ]月|隻|カ年|ヵ年|ヶ年|か年"
)
_MONEY = r"円(?![札玉形卓熟満滑])|米?ドル(?!札)|ユーロ"
WORDS: tuple[tuple[str, str, Bound | None, Direction | None], ...] = (
    ("半減", "0.5", None, Direction.DOWN),
    ("倍増", "2", None, Direction.UP),
    ("過半数?", "0.5", Bound.MORE, None),
    ("半分|半数|半値", "0.5", None, None),
    ("(?<![\\d一-龠])倍(?=に|と|近く|以上|ほど)", "2", None, None),
)
"""Words that are a multiple: spelling, value, bound, direction."""

_NUMBER_RE = re.compile(
    rf"(?=[\d{_KANJI}万億兆半倍過])(?:"  # with which numbers and words for them begin
    rf"(?<![\d/])(?P<slash>[1-9]/[2-9])(?=[がを強弱]|(?<=の\d/\d)[、。でと]|以上|以下|超|未満|程度|近く)"
    rf"|(?P<halfyear>半年)(?![度期])"
    rf"|(?P<dotted>\d{{1,3}}[・·]\d{{1,2}}(?=\s?(?:%|ポイント|倍|[兆億]|百万円|万円)))"
    rf"|(?P<digits>{SPACED_DIGITS})"
    rf"|(?<![{_KANJI}万億兆第数何幾同\d])(?P<sum>(?=[{_KANJI}万億兆]*[一二三四五六七八九])(?!一円)[{_KANJI}万億兆]{{1,16}})(?={_MONEY})"
    rf"|(?<![{_KANJI}第同統唯単均数何随万各両])(?P<kanji>(?!一[人名本台])[{_KANJI}]{{1,6}})(?=\s?(?:{_COUNTED}))"
    rf"|(?<![{_KANJI}第同統唯単均数何随万各両幾:(位])(?P<myriads>[{_KANJI}]{{1,4}})(?=[万億][人名台件株社口世個])"
    rf"|(?:{'|'.join(f'({spelling})' for spelling, *_ in WORDS)}))"
)
_FIRST_WORD = _NUMBER_RE.groups - len(WORDS) + 1
_SCALE_RE = re.compile(r"\s{0,2}(" + "|".join(word for word, _ in SCALES_JA) + ")")
_SCALES = dict(SCALES_JA)
_ASIDE_RE = re.compile(r" ?\) ?(?P<scale>" + "|".join(word for word, _ in SCALES_JA) + ")?")
_MIXED_RE = re.compile(
    r"(?<![\d,.])(?:(?P<thousands>[1-9])千(?=[1-9][百十]))?(?:(?P<hundreds>[1-9])百)?(?:(?P<tens>[1-9])十|(?P<rest>\d{2}))?"
)
"""Digits between 千, 百 and 十: the 2千3百 of 1億2千3百万円."""
_MORE_RE = re.compile(
    rf"(?:\s(?={DIGITS}\s?(?:{'|'.join(word for word, _ in SCALES_JA)})|[1-9],\d{{3}} ?(?:{_COUNTED})))?({DIGITS})(\s?(?:{'|'.join(word for word, _ in SCALES_JA)}))?"
)
"""What follows a scale word; a blank before it, as word processors put between kanji and digits, needs a scale behind it, or
a counter behind thousands: 290 万 4,600 件."""
_NO_UNIT_RE = re.compile(
    r" ?(?:次|号|番|条|項|級|部|章|位|版|型|世代|代|区(?!画)|桁|年|月|日|時(?!価)|期(?![首末中])|Q|頁|%増資|進|等|者|審|軍)|[A-Za-z_]|\d"
)
_SHARE_RE = re.compile(rf"\s?分の\s?({DIGITS}|[{_KANJI}]+)")
_TENTHS_RE = re.compile(r"\s?割(?![合当賦])(?:([1-9一二三四五六七八九])分)?(?:([1-9一二三四五六七八九])厘)?")
_ABBREVIATION_RE = re.compile(r"[A-Z]{2,}\Z")
_MEASURE_RE = re.compile(r"[\d,.]+ ?(?:[%倍円億兆]|百?万円|千円|ポイント|pt)")

_OF_A_CALENDAR = 1000
"""From here on a number before 年半ば is a year: 2026年半ば."""


def read_japanese(text: str, mask: Mask) -> list[Reading]:
    """Read the quantities of a folded Japanese text outside the masked spans, in order."""
    return read_in_order(_NUMBER_RE, text, mask, _read)


def _read(text: str, match: re.Match[str], floor: int) -> Reading | None:
    if match["slash"]:
        top, bottom = match["slash"].split("/")
        return _ratio(match.start(), match.end(), Decimal(top) / Decimal(bottom))
    if match["halfyear"]:
        unit = BY_NAME["months"]
        return Reading(
            match.start(), match.end(), match.start(), Decimal(6), Decimal(1), Decimal(6),
            unit=unit, code=unit.name, kind=unit.kind, word=True,
        )  # fmt: skip
    kanji = match["kanji"] or match["myriads"]
    digits = match["digits"] or (match["dotted"] or "").replace("・", ".").replace("·", ".")
    if match["sum"]:
        return _kanji_sum(text, match, read_prefix(text, match.start(), floor))
    if not kanji and not digits:
        return _word(match)
    if kanji:
        numeral, prefix = read_kanji(kanji), Prefix(match.start())
    else:
        numeral, prefix = read_digits(digits), read_prefix(text, match.start(), floor)
        if _named(text, match.start(), prefix):
            return None
    if numeral is None:
        return None
    word = bool(kanji)
    part = _part(text, match, numeral, word=word)
    if part is not None:
        return part
    reading, has_scale = _scaled(text, match, numeral)
    reading = reading._replace(word=word, confidence=unit_confidence(text, match.end(), numeral.confidence))
    return _finished(text, reading, prefix, has_scale)


def _named(text: str, at: int, prefix: Prefix) -> bool:
    """Whether the digits belong to a name: IIJ4U, IPv6, Windows 95."""
    if prefix.code or prefix.start < at or not at:
        return False
    if _ABBREVIATION_RE.search(text, max(0, at - 8), at) and _MEASURE_RE.match(text, at):
        return False  # ROE12%
    before = text[at - 1]
    if before == " " and at > 1 and text[at - 2].isascii() and text[at - 2].isalpha():
        return False
    return (before.isascii() and (before.isalpha() or before in "_.#")) or before in "第〒"


def _word(match: re.Match[str]) -> Reading:
    number = (match.lastindex or 1) - _FIRST_WORD
    _, spelled, bound, direction = WORDS[number]
    return _ratio(match.start(), match.end(), Decimal(spelled), bound, direction)


def _kanji_sum(text: str, match: re.Match[str], prefix: Prefix) -> Reading | None:
    """An amount of money in kanji, as exact as digits before its last scale word: 二百三十億円."""
    numeral = read_kanji_sum(match["sum"])
    if numeral is None:
        return None
    scale = MYRIADS.get(match["sum"][-1], 0)
    size = power(scale)
    reading = Reading(
        match.start(), match.end(), match.start(), numeral.value, size, numeral.value / size, scale=scale
    )
    return _finished(text, reading, prefix, bool(scale))


def _ratio(
    start: int, end: int, value: Decimal, bound: Bound | None = None, direction: Direction | None = None
) -> Reading:
    return Reading(
        start, end, start, value, Decimal(0), value,
        unit=BY_NAME["times"], code="times", kind=Kind.RATIO, word=True, bound=bound, direction=direction,
    )  # fmt: skip


def _part(text: str, match: re.Match[str], numeral: Numeral, *, word: bool) -> Reading | None:
    """3分の1 and 3割5分."""
    share = _SHARE_RE.match(text, match.end())
    if share:
        top = read_digits(share[1]) or read_kanji(share[1]) if share[1][0].isdigit() else read_kanji(share[1])
        if top is None or not numeral.value:
            return None
        value = top.value / numeral.value
        return Reading(
            match.start(), share.end(), match.start(), value, Decimal(0), value,
            unit=BY_NAME["times"], code="times", kind=Kind.RATIO, word=True,
        )  # fmt: skip
    tenths = _TENTHS_RE.match(text, match.end())
    if not tenths:
        return None
    value, step = numeral.value * 10, Decimal(10) * power(-numeral.places)
    for group, size in ((1, 0), (2, -1)):
        if tenths[group]:
            digit = read_digits(tenths[group]) if tenths[group].isdigit() else read_kanji(tenths[group])
            value, step = value + (digit.value if digit else 0) * power(size), power(size)
    return Reading(
        match.start(), tenths.end(), match.start(), value, step, value,
        unit=BY_NAME["%"], code="%", kind=Kind.PERCENT, word=True, unit_printed=tenths[0].strip(),
    )  # fmt: skip


def _scaled(text: str, match: re.Match[str], numeral: Numeral) -> tuple[Reading, bool]:
    """Digits with scale words: 1兆2,345億6,700万."""
    at, places, last = match.end(), numeral.places, 0
    mixed = _mixed(text, match.start()) if match["digits"] else None
    if mixed:
        value, at = mixed
        numeral = Numeral(value)
    found = _SCALE_RE.match(text, at)
    if not found:
        value = numeral.value
        return Reading(match.start(), at, match.start(), value, power(-places), value, places), False
    last = scale = _SCALES[found[1]]
    total, at = numeral.value * power(last), found.end()
    more = _MORE_RE.match(text, at)
    while more and not places:
        mixed = _mixed(text, at)
        found = _SCALE_RE.match(text, mixed[1]) if mixed else None
        if mixed and found and _SCALES[found[1]] < last:
            last = scale = _SCALES[found[1]]
            total, at = total + mixed[0] * power(last), found.end()
            more = _MORE_RE.match(text, at)
            continue
        next_part = read_digits(more[1])
        next_scale = _SCALES[more[2].strip()] if more[2] else 0
        again = next_scale == last and more.start() == at and more[1][0] != "0"
        if next_part is None or not (
            again or (next_scale < last and next_part.value < power(last - next_scale))
        ):
            break
        total += next_part.value * power(next_scale)
        at, last, places, scale = more.end(), next_scale, next_part.places, next_scale
        more = _MORE_RE.match(text, at) if next_scale else None
    step = power(last - places)
    return Reading(match.start(), at, match.start(), total, step, numeral.value, places, scale), True


def _mixed(text: str, at: int) -> tuple[Decimal, int] | None:
    """Value and end of digits that stand between 千, 百 and 十; None where fewer than two places are named.

    >>> _mixed("2千3百万円", 0)
    (Decimal('2300'), 4)
    """
    match = _MIXED_RE.match(text, at)
    if not match:
        return None
    named = [match[name] for name in ("thousands", "hundreds", "tens", "rest")]
    if sum(part is not None for part in named) < 2 or match.end() == at:
        return None
    sizes = (1000, 100, 10, 1)
    return Decimal(
        sum(int(part) * size for part, size in zip(named, sizes, strict=True) if part)
    ), match.end()


def _finished(text: str, reading: Reading, prefix: Prefix, has_scale: bool) -> Reading | None:
    """Add unit, brackets and sign; None where the digits turn out to be no figure."""
    at, minus, start = (
        reading.end,
        prefix.minus,
        reading.start if prefix.bracket and not prefix.code and not prefix.minus else prefix.start,
    )
    closed = False
    latin = _latin_scale(text, at) if prefix.code and not has_scale else None
    if latin:
        exponent, at = latin
        size, has_scale = power(exponent), True
        reading = reading._replace(amount=reading.amount * size, step=reading.step * size, scale=exponent)
    if prefix.bracket and text.startswith(")", at):
        after = JA_UNITS.match(text, at + 1) or _SCALE_RE.match(text, at + 1)
        if after or (prefix.code and not prefix.outer) or row_start(text) <= reading.start:
            minus, at, closed, start = True, at + 1, True, prefix.start
            if not has_scale:
                reading, at, has_scale = _late_scale(text, reading, at)
    if prefix.bracket and not closed and text.startswith("(", start):
        start += 1 + text.startswith(" ", start + 1)
    unit, unit_start, end = _unit(text, at)
    if unit is None and not (has_scale or closed or prefix.bracket):
        shared = _behind_aside(text, reading, at)
        if shared is not None:
            return shared._replace(start=start, minus=minus, plus=prefix.plus)
    if text.startswith(("年半", "時間半"), at) and not has_scale and _is_span(reading):
        unit, unit_start, end = (
            BY_NAME["years" if text[at] == "年" else "hours"],
            at,
            text.index("半", at) + 1,
        )
        half = reading.amount + Decimal("0.5")
        reading = reading._replace(amount=half, number=half, step=Decimal("0.1"))
    if prefix.code and (unit is None or unit.kind is not Kind.AMOUNT):
        unit, unit_start, end = BY_NAME[prefix.code], at, at
    if unit is None and not has_scale and not closed and _NO_UNIT_RE.match(text, at):
        return None
    if unit is None and not has_scale and _is_year(text, reading):
        return None
    end = max(at, end)
    if prefix.bracket and not (minus or prefix.plus) and is_cell_of_percent(text, prefix.start, end):
        minus, start, end = True, prefix.start, end + 1
    reading = reading._replace(start=start, end=end, minus=minus, plus=prefix.plus)
    if unit is None:
        return sen_alone(text, reading)
    if unit.name == "t" and text[unit_start:end].strip() == "トン":
        unit = _tonnage(text, start) or unit
    reading = reading._replace(
        unit=unit, code=unit.name, kind=unit.kind, unit_printed=text[unit_start:end].strip()
    )
    return with_sen(text, reading)


def _is_span(reading: Reading) -> bool:
    """Whether a number counts whole years or hours: 2年半; 2024年半ば is a time."""
    return not reading.places and reading.amount < _OF_A_CALENDAR


_TONNAGES = {"総トン数": "GT", "重量トン数": "DWT"}
_TONNAGE_RE = re.compile(
    rf"({'|'.join(_TONNAGES)})(?:[はがでも:、]|の合計[はがで]?|にして)?\s?(?:合計|約|計)?\Z"
)


def _tonnage(text: str, start: int) -> Unit | None:
    """The unit of a ship's size that stands before the figure: 総トン数で約41万トン."""
    told = _TONNAGE_RE.search(text, max(0, start - 12), start) if "トン数" in text else None
    return BY_NAME[_TONNAGES[told[1]]] if told else None


def _latin_scale(text: str, at: int) -> tuple[int, int] | None:
    """Exponent and end of an English scale behind an amount with its currency: JPY1,200 million, $1.2B."""
    word = SCALE_EN_RE.match(text, at)
    if word and word.lastindex:
        return SCALES_EN[word.lastindex - 1][1], word.end()
    letter = LETTER_RE.match(text, at)
    return (dict(LETTER_SCALES)[letter[1].upper()], letter.end()) if letter else None


def _late_scale(text: str, reading: Reading, at: int) -> tuple[Reading, int, bool]:
    """A scale behind the closing bracket: (1,234)百万円."""
    found = _SCALE_RE.match(text, at)
    if not found:
        return reading, at, False
    factor = power(_SCALES[found[1]])
    scaled = reading._replace(
        amount=reading.amount * factor, step=reading.step * factor, scale=_SCALES[found[1]]
    )
    return scaled, found.end(), True


def _behind_aside(text: str, reading: Reading, at: int) -> Reading | None:
    """An amount at the end of an aside, whose unit stands behind it for both: 1,023(前年同期は998)百万円."""
    scale = _ASIDE_RE.match(text, at)
    unit = _unit(text, scale.end())[0] if scale else None
    if scale is None or unit is None or unit.kind is not Kind.AMOUNT:
        return None
    exponent = _SCALES[scale["scale"]] if scale["scale"] else 0
    factor = power(exponent)
    return reading._replace(
        amount=reading.amount * factor, step=reading.step * factor, scale=exponent, unit=unit, code=unit.name,
        kind=unit.kind, inherited=True,
    )  # fmt: skip


def _unit(text: str, at: int) -> tuple[Unit | None, int, int]:
    for gap in range(3):
        if gap and not text.startswith(" " * gap, at):
            break
        found = JA_UNITS.match(text, at + gap)
        if found:
            return found[0], at + gap, found[1]
    return None, at, at


def _is_year(text: str, reading: Reading) -> bool:
    run = text[reading.first : reading.end]
    return len(run) == 4 and run.isdigit() and run[:2] in ("19", "20")
