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


_LONE: tuple[tuple[str, str], ...] = (
    ("USD", r"米国?ドル|(?<![豪加米国A-Za-z])ドル|USD|(?:U\.?S\.?|US) dollar"),
    ("EUR", r"ユーロ|EUR|euro"),
    ("GBP", r"英?ポンド|GBP|(?:British )?pound"),
    ("CNY", r"人民元|中国元|RMB|CNY|(?:Chinese )?yuan"),
    ("AUD", r"豪ドル|AUD|Australian dollar"),
    ("THB", r"バーツ|THB|(?:Thai )?baht"),
    ("KRW", r"ウォン|KRW|(?:Korean )?won"),
)
"""Names of currencies that stand for one unit of them where nothing counts them: 米ドル145円, euro: ¥160."""


def _names(number: int, words: tuple[tuple[str, str], ...] = _FOREIGN) -> str:
    return "|".join(f"(?P<{code}{number}>{spelling})" for code, spelling in words)


_UP_TO = r" ?[~〜～–-] ?"
"""Between the two ends of a rate that name their currency once: 145~150円."""


def _yen(number: int) -> str:
    return rf"(?:(?P<sign{number}>JPY|¥|Y(?= ?\d)) ?(?:(?P<p{number}>{DIGITS}){_UP_TO})?(?P<a{number}>{DIGITS})|(?:(?P<q{number}>{DIGITS}){_UP_TO})?(?P<b{number}>{DIGITS}) ?(?:円(?: ?\d{{1,2}} ?銭)?|(?:Japanese )?yen\b))"


_EQUALS = r"\s?(?:=|:|/|当たり|あたり|につき|に対し|対|を|は|、|,)?\s?"
_TO = r"\s?(?:=|/|(?:to|per|against|for|equals)\s(?:the |one |1 )?|equal to |対)\s?"

_AGAINST_YEN = r"\s?[-/・]\s?(?:円|yen|JPY)(?:の?(?:為替)?(?:相場|レート))?(?: exchange)?(?: rates?)?(?:\s?[:=は]\s?|\s(?:was|is|of|at|to)?\s?)(?:about |around |approximately )?"
"""ドル/円は145円, the dollar-yen rate was ¥145."""

RATE_RE = re.compile(
    rf"(?i:{_yen(1)}{_TO}(?:{_ONE}\s?)?(?:{_names(1)})(?:\s?{_ONE})?(?![A-Za-zァ-ヶ一-龠])"
    rf"|(?:{_ONE}\s?(?:{_names(2)})|(?:{_names(3)})\s?{_ONE}){_EQUALS}(?:約|\()?{_yen(2)}"
    rf"|(?<![A-Za-z\d万億兆百千数])(?<!\d )(?<!illion )(?:{_names(4, _LONE)})(?:{_AGAINST_YEN}|\s?[=:]?\s?)約?{_yen(3)}(?!\d| ?(?:[mb]illion|trillion|thousand)| ?[高安上下増減強弱幅]))"
)
"""A yen amount for one unit of another currency, in either order."""

_OTHER = rf"(?:(?P<sign>JPY|¥) ?(?P<more>{DIGITS})(?! ?(?:[mb]illion|trillion|thousand|\d))|(?P<more2>{DIGITS}) ?(?:円(?! ?[高安\d])|yen\b))"
_BEHIND_RE = re.compile(
    rf" ?(?:から|より|→|[~〜～–-]) ?約?{_OTHER}|,? (?:from|to) {_OTHER.replace('<sign', '<sign3').replace('<more2', '<more4').replace('<more>', '<more3>')}"
)
"""The other one of two rates, the currency of which is said once: 1米ドル=145円から142円, ¥142 to the dollar from ¥145."""
_BEFORE_RE = re.compile(
    rf"(?<!\bby )(?P<whole>{_OTHER})(?: to |(?: yen)? ?[–~-] ?)$|\bbetween (?P<whole2>{_OTHER.replace('<sign', '<sign3').replace('<more2', '<more4').replace('<more>', '<more3>')}) and $"
)
"""The same before the rate: from ¥145 to ¥142 to the dollar, between ¥140 and ¥145 per dollar."""
LONGEST_OTHER = 30

_SEN_RE = re.compile(r" ?円 ?(\d{1,2}) ?銭")
_GATE_RE = re.compile(
    r"[=/対]|\b(?:to|per|against)\s(?:the|one|1|US|U\.S|\$)|1\s?元"
    r"|(?i:ドル|ユーロ|ポンド|人民元|中国元|バーツ|ウォン|USD|EUR|GBP|RMB|CNY|AUD|THB|KRW|dollar|euro|pound|yuan|baht|won)(?:\s?[-/・]\s?(?:円|yen|JPY)|\s?[=:]?\s?(?:約|[¥Y]|JPY ?)?\d)"
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
        number = next(at for at in (1, 2, 3) if match[f"a{at}"] or match[f"b{at}"])
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
        low = f"{'p' if name == 'a' else 'q'}{number}"
        least = read_digits(match[low]) if match[low] else None
        reading = Reading(
            start, tail.end() if tail else end, first, value, power(-places), value, places, code=f"JPY/{code}", kind=Kind.RATE, unit_printed=match[0], confidence=numeral.confidence,
        )  # fmt: skip
        if least is not None:
            first = match.start(low)
            reading = reading._replace(start=min(start, first), first=first, ends=(least.value, value))
        found.append((reading, match.span()))
        found += _others(text, match, reading)
    return found


def _others(text: str, match: re.Match[str], rate: Reading) -> list[tuple[Reading, tuple[int, int]]]:
    """The rate from which or to which a rate changes, where it stands beside it without its currency."""
    found = []
    before = _BEFORE_RE.search(text, max(0, match.start() - LONGEST_OTHER), match.start())
    for other in (before, _BEHIND_RE.match(text, match.end())):
        name = (
            next((name for name, value in other.groupdict().items() if value and name.startswith("more")), "")
            if other
            else ""
        )
        numeral = read_digits(other[name]) if other and name else None
        if other is None or numeral is None:
            continue
        sign = next(
            (name for name, value in other.groupdict().items() if value and name.startswith("sign")), ""
        )
        first, start = other.start(name), other.start(sign or name)
        end = other.end()
        if other is before:
            end = other.end("whole" if other["whole"] else "whole2")
        reading = Reading(
            start, end, first, numeral.value, power(-numeral.places), numeral.value, numeral.places, code=rate.code, kind=Kind.RATE, unit_printed=text[start:end], confidence=numeral.confidence,
        )  # fmt: skip
        found.append((reading, (start, end)))
    return found
