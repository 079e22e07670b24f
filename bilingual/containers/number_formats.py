"""Number formats of spreadsheets: what a cell shows of the number that it holds.

Sections and their conditions, thousands and scaling commas, percent, literals, currencies, fractions, powers of ten, and
days with Japanese eras. Colours, fills and paddings show nothing. Source: ECMA-376, part 1, 18.8.31 (numFmts).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import lru_cache

from bilingual.containers.serial_days import shown_time

__all__ = ["BUILT_IN", "formatted", "formatted_text", "is_time"]

BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "¥#,##0;¥-#,##0", 6: "¥#,##0;¥-#,##0",
    7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;¥-#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: "[$-411]ge.m.d",
    28: '[$-411]ggge"年"m"月"d"日"', 29: '[$-411]ggge"年"m"月"d"日"', 30: "m/d/yy", 31: 'yyyy"年"m"月"d"日"',
    32: 'h"時"mm"分"', 33: 'h"時"mm"分"ss"秒"', 34: 'yyyy"年"m"月"', 35: 'm"月"d"日"', 36: "[$-411]ge.m.d",
    37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)",
    41: '#,##0;(#,##0);"-"', 42: '¥#,##0;(¥#,##0);"-"', 43: '#,##0.00;(#,##0.00);"-"',
    44: '¥#,##0.00;(¥#,##0.00);"-"', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    50: "[$-411]ge.m.d", 51: '[$-411]ggge"年"m"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"',
    54: '[$-411]ggge"年"m"月"d"日"', 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"', 57: "[$-411]ge.m.d",
    58: '[$-411]ggge"年"m"月"d"日"',
}  # fmt: skip
"""Formats that a workbook names by number alone, as a Japanese program shows them; days with the year first."""
TOKEN_RE = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<padding>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General)|(?P<half>AM/PM|A/P|午前/午後)|(?P<power>E[+-])|(?P<digit>[0#?])|(?P<mark>[.,%/])"
    r"|(?P<time>y+|m+|d+|h+|s+|g+|e+|r+|a{3,4}|b+)|(?P<text>@)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
CONDITION_RE = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
CURRENCY_RE = re.compile(r"\$([^-]*)(?:-.*)?")
ELAPSED_RE = re.compile(r"h+|m+|s+", re.IGNORECASE)
DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)
"""A program shows no more than 15 digits of a number."""
GENERAL_WIDTH = 10
LONGEST = 1_000
WIDEST = 60
"""Digits of a number that is written out."""
Token = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Section:
    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None = None

    def has(self, kind: str) -> bool:
        return any(name == kind for name, _ in self.tokens)


def formatted(value: Decimal, code: str, *, from_1904: bool = False) -> str:
    """What a cell shows of a number.

    Args:
        value: the number as the file holds it.
        code: the format of the cell.
        from_1904: whether days of the workbook count from 1904.

    >>> formatted(Decimal(-1234567), "#,##0;△#,##0"), formatted(Decimal("0.17500000000000002"), "0.0%")
    ('△1,234,567', '17.5%')
    >>> formatted(Decimal(1234567890), '#,##0,,"百万円"'), formatted(Decimal(45747), '[$-411]ggge"年"m"月"d"日"')
    ('1,235百万円', '令和7年3月31日')
    """
    if not value.is_finite() or value.adjusted() > WIDEST or value.adjusted() < -4 * WIDEST:
        return str(value)
    sections = _sections(code[:LONGEST])
    index = _chosen(sections, value)
    section = sections[index]
    if is_time_section(section):
        found = shown_time(value, section.tokens, from_1904=from_1904)
        return found if found is not None else f"{value:f}"
    value = DIGITS.plus(value)
    signed = value < 0 and not _is_negative_only(sections, index)
    text = _number(abs(value), section)
    return f"-{text}" if signed else text


def formatted_text(text: str, code: str) -> str:
    """What a cell shows of a text.

    >>> formatted_text("雲仙", '0;0;0;@"様"'), formatted_text("雲仙", "#,##0")
    ('雲仙様', '雲仙')
    """
    sections = _sections(code[:LONGEST])
    section = sections[-1]
    if section.has("text") or len(sections) > 3:
        return "".join(
            text if kind == "text" else word
            for kind, word in section.tokens
            if kind in ("text", "literal", "mark", "digit", "time")
        )
    return text


def is_time(code: str) -> bool:
    """Whether a format shows days or times."""
    return is_time_section(_sections(code[:LONGEST])[0])


def is_time_section(section: _Section) -> bool:
    """Whether a section shows days or times."""
    return section.has("time") or section.has("elapsed")


@lru_cache(maxsize=2_048)
def _sections(code: str) -> tuple[_Section, ...]:
    parts: list[list[Token]] = [[]]
    conditions: list[tuple[str, Decimal] | None] = [None]
    for match in TOKEN_RE.finditer(code or "General"):
        kind, word = match.lastgroup or "", match[match.lastgroup or 0]
        if kind == "other" and word == ";":
            parts.append([])
            conditions.append(None)
        elif kind == "bracket":
            condition = CONDITION_RE.fullmatch(word.strip())
            currency = CURRENCY_RE.fullmatch(word)
            if condition:
                conditions[-1] = (condition[1], Decimal(condition[2]))
            elif currency:
                parts[-1].append(("literal", currency[1]))
            elif ELAPSED_RE.fullmatch(word):
                parts[-1].append(("elapsed", word.lower()))
        elif kind in ("quoted", "escaped", "other"):
            parts[-1].append(("literal", word))
        elif kind not in ("padding", "fill"):
            parts[-1].append((kind, word))
    return tuple(
        _Section(tuple(tokens), condition) for tokens, condition in zip(parts, conditions, strict=True)
    )


def _chosen(sections: tuple[_Section, ...], value: Decimal) -> int:
    numeric = sections[:3] if len(sections) > 3 or not sections[-1].has("text") else sections[:-1]
    if not numeric:
        return 0
    if any(section.condition for section in numeric):
        for at, section in enumerate(numeric):
            if section.condition is None or _holds(value, *section.condition):
                return at
        return len(numeric) - 1
    if len(numeric) == 1 or value > 0 or (value == 0 and len(numeric) < 3):
        return 0
    return 1 if value < 0 else 2


def _holds(value: Decimal, sign: str, limit: Decimal) -> bool:
    return {
        "<": value < limit, "<=": value <= limit, ">": value > limit, ">=": value >= limit,
        "=": value == limit, "<>": value != limit,
    }[sign]  # fmt: skip


def _is_negative_only(sections: tuple[_Section, ...], index: int) -> bool:
    """Whether a section shows nothing but negative numbers, whose sign it writes itself."""
    own = sections[index].condition
    if own is not None:
        return own[0] in ("<", "<=") and own[1] <= 0
    before = [section.condition for section in sections[:index]]
    if not any(before):
        return index == 1
    return any(one is not None and one[0] in (">", ">=") and one[1] <= 0 for one in before)


def _number(size: Decimal, section: _Section) -> str:
    tokens = section.tokens
    if all(kind == "text" for kind, _ in tokens) and tokens:
        return _general(size)
    if section.has("general"):
        return "".join(
            _general(size) if kind == "general" else word for kind, word in tokens if kind != "digit"
        )
    if not section.has("digit"):
        return "".join(word for kind, word in tokens if kind in ("literal", "mark"))
    size *= Decimal(100) ** sum(word == "%" for kind, word in tokens if kind == "mark")
    if section.has("power"):
        return _power(size, tokens)
    slash = next((at for at, token in enumerate(tokens) if token == ("mark", "/")), None)
    if slash is not None and any(kind == "digit" for kind, _ in tokens[:slash]):
        return _fraction(size, tokens, slash)
    return _plain(size, tokens)


def _general(size: Decimal) -> str:
    """A number without a format: as many digits as a cell of usual width has room for.

    >>> _general(Decimal("0.1234567890123")), _general(Decimal("1234.50")), _general(Decimal(0))
    ('0.123456789', '1234.5', '0')
    """
    whole = max(1, size.adjusted() + 1)
    decimals = max(0, GENERAL_WIDTH - whole)
    text = f"{size.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, Context(prec=90)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _plain(size: Decimal, tokens: tuple[Token, ...]) -> str:
    point = next((at for at, token in enumerate(tokens) if token == ("mark", ".")), len(tokens))
    places = [at for at, (kind, _) in enumerate(tokens) if kind == "digit"]
    whole, decimal = [at for at in places if at < point], [at for at in places if at > point]
    last = whole[-1] if whole else -1
    scale = grouped = 0
    for at, token in enumerate(tokens):
        if token == ("mark", ","):
            if whole and whole[0] < at < last:
                grouped = 1
            elif (places and at > places[-1]) or last < at < point:
                scale += 1
    size = size.scaleb(-3 * scale, Context(prec=90))
    size = size.quantize(Decimal(1).scaleb(-len(decimal)), ROUND_HALF_UP, Context(prec=90))
    integer, _, rest = f"{size:f}".partition(".")
    out: dict[int, str] = _decimals(rest, tokens, decimal)
    out.update(_whole(integer if integer != "0" else "", tokens, whole, grouped=bool(grouped)))
    if not whole and integer != "0":
        out[point] = integer + "."
    elif decimal and not any(out[at] for at in decimal):
        out[point] = ""  # #,##0.## of a whole number: the bare point that spreadsheets show ends no sentence
    return "".join(
        out.get(at, word if kind == "literal" or word in (".", "%", "/") else "")
        for at, (kind, word) in enumerate(tokens)
    )


def _whole(digits: str, tokens: tuple[Token, ...], places: list[int], *, grouped: bool) -> dict[int, str]:
    """The digits before the point, from the right: each in its place, what is left before the first."""
    out: dict[int, str] = {}
    count = 0
    for at in reversed(places):
        digit, digits = digits[-1:], digits[:-1]
        digit = digit or {"0": "0", "?": "", "#": ""}[tokens[at][1]]
        if at == places[0] and digits:
            digit, digits = digits + digit, ""
        out[at] = ""
        for one in reversed(digit):
            comma = "," if grouped and count and count % 3 == 0 else ""
            out[at] = one + comma + out[at]
            count += 1
    return out


def _decimals(digits: str, tokens: tuple[Token, ...], places: list[int]) -> dict[int, str]:
    """The digits behind the point; zeros at the end stand only where the format asks for them."""
    kept = len(digits.rstrip("0"))
    out = {}
    for number, at in enumerate(places):
        asked = any(tokens[other][1] == "0" for other in places[number:])
        out[at] = digits[number] if number < kept or asked else ""
    return out


def _power(size: Decimal, tokens: tuple[Token, ...]) -> str:
    at = next(at for at, (kind, _) in enumerate(tokens) if kind == "power")
    mantissa = tuple(tokens[:at])
    step = max(1, sum(kind == "digit" for kind, _ in tokens[: _point(mantissa)]))
    power = size.adjusted() // step * step if size else 0
    shown = _plain(size.scaleb(-power, DIGITS), mantissa)
    width = sum(kind == "digit" for kind, _ in tokens[at:])
    sign = "-" if power < 0 else "+" if tokens[at][1].endswith("+") else ""
    return f"{shown}E{sign}{abs(power):0{width}d}"


def _point(tokens: tuple[Token, ...]) -> int:
    return next((at for at, token in enumerate(tokens) if token == ("mark", ".")), len(tokens))


def _fraction(size: Decimal, tokens: tuple[Token, ...], slash: int) -> str:
    below = "".join(word for kind, word in tokens[slash:] if kind in ("digit", "literal")).strip()
    places = [at for at, (kind, _) in enumerate(tokens[:slash]) if kind == "digit"]
    mixed = any(kind == "literal" for kind, _ in tokens[places[0] : slash]) if places else False
    exact = Fraction(size)
    part = exact - int(exact) if mixed else exact
    if below.isdigit() and int(below):
        numerator, denominator = round(part * int(below)), int(below)
    else:
        best = part.limit_denominator(
            10 ** max(1, min(below.count("?") + below.count("#") + below.count("0"), 4)) - 1
        )
        numerator, denominator = best.numerator, best.denominator
    whole = int(exact) if mixed else 0
    if mixed and numerator == denominator:
        whole, numerator = whole + 1, 0
    if not numerator:
        return str(whole)
    return f"{whole} {numerator}/{denominator}" if whole else f"{numerator}/{denominator}"
