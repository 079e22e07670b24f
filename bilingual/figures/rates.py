"""Exchange rates: 119.23円=1米ドル, JPY 119.23 = $1, ¥145 to the U.S. dollar, 1ユーロ160円."""

from __future__ import annotations

import re
from decimal import Decimal

from bilingual.figures.numerals import DIGITS, read_digits
from bilingual.figures.reading import Reading, power
from bilingual.model.figure import Kind
from bilingual.text.pieces import holds_any

_FOREIGN: tuple[tuple[str, str], ...] = (
    ("USD", r"US ?\$|U\.S\.\$|\$|USD|米ドル|米国ドル|ドル|(?:(?:U\.?S\.?|US) )?dollars?"),
    ("EUR", r"EUR|€|ユーロ|euros?"),
    ("GBP", r"GBP|£|英?ポンド|(?:British )?pounds?"),
    ("CNY", r"RMB|CNY|人民元|中国元|元|(?:Chinese )?yuan|renminbi"),
    ("AUD", r"AUD|A\$|豪ドル|Australian dollars?"),
    ("THB", r"THB|バーツ|(?:Thai )?baht"),
    ("KRW", r"KRW|ウォン|(?:Korean )?won"),
)
_ONE = r"(?<![\d.,])1(?:\.0+)?(?!\d|[.,]\d)"


def _names(number: int) -> str:
    return "|".join(f"(?P<{code}{number}>{spelling})" for code, spelling in _FOREIGN)


def _yen(number: int) -> str:
    return rf"(?:(?P<sign{number}>JPY|¥|Y(?= ?\d)) ?(?P<a{number}>{DIGITS})|(?P<b{number}>{DIGITS}) ?(?:円(?: ?\d{{1,2}} ?銭)?|(?:Japanese )?yen\b))"


_EQUALS = r"\s?(?:=|:|/|当たり|あたり|につき|に対し|対|を|は|、|,)?\s?"
_TO = r"\s?(?:=|/|(?:to|per|against|for|equals)\s(?:the |one |1 )?|equal to |対)\s?"

RATE_RE = re.compile(
    rf"(?i:{_yen(1)}{_TO}(?:{_ONE}\s?)?(?:{_names(1)})(?:\s?{_ONE})?(?![A-Za-zァ-ヶ一-龠])"
    rf"|(?:{_ONE}\s?(?:{_names(2)})|(?:{_names(3)})\s?{_ONE}){_EQUALS}(?:約|\()?{_yen(2)})"
)
"""A yen amount for one unit of another currency, in either order."""

_SEN_RE = re.compile(r" ?円 ?(\d{1,2}) ?銭")
_GATE_RE = re.compile(
    r"[=/対]|\b(?:to|per|against)\s(?:the|one|1|US|U\.S|\$)|1\s?(?:米ドル|ドル|ユーロ|ポンド|元|人民元|豪ドル|バーツ|ウォン)"
)


_CURRENCIES = (
    *"$€£元",
    *[
        "usd",
        "eur",
        "gbp",
        "rmb",
        "cny",
        "aud",
        "thb",
        "krw",
        "dollar",
        "pound",
        "yuan",
        "renminbi",
        "baht",
        "won",
        "ドル",
        "ユーロ",
        "ポンド",
        "バーツ",
        "ウォン",
    ],
)
"""What every name of a foreign currency holds, in small letters."""


def read_rates(text: str) -> list[tuple[Reading, tuple[int, int]]]:
    """Read exchange rates, each with the span of the whole equation; the figure is the yen amount."""
    if not holds_any(text.lower(), _CURRENCIES) or not _GATE_RE.search(text):
        return []
    found = []
    for match in RATE_RE.finditer(text):
        number = 1 if match["a1"] or match["b1"] else 2
        name = "a" if match[f"a{number}"] else "b"
        numeral = read_digits(match[f"{name}{number}"])
        code = next((key[:3] for key, value in match.groupdict().items() if value and key[:3].isupper()), "")
        if numeral is None or not code:
            continue
        first = match.start(f"{name}{number}")
        value, places = numeral.value, numeral.places
        sen = _SEN_RE.match(text, match.end(f"{name}{number}"))
        if sen:
            value, places = value + Decimal(sen[1]) / 100, 2
        start = match.start(f"sign{number}") if match[f"sign{number}"] else first
        end = match.end(f"{name}{number}")
        tail = sen or re.compile(r" ?(?:円|(?:Japanese )?yen)").match(text, end)
        reading = Reading(
            start, tail.end() if tail else end, first, value, power(-places), value, places, code=f"JPY/{code}", kind=Kind.RATE, unit_printed=match[0], confidence=numeral.confidence,
        )  # fmt: skip
        found.append((reading, match.span()))
    return found
