"""Realistic slips: what a figure or a word becomes under the hands of people in a hurry."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import pairwise

Slip = Callable[[random.Random, str], str | None]
"""The text of a figure after a slip; None where the slip cannot befall it."""


def digit(rng: random.Random, text: str) -> str | None:
    """One digit changed."""
    at = rng.choice([i for i, char in enumerate(text) if char.isdigit()])
    new = rng.choice([char for char in "123456789" if char != text[at]])
    return text[:at] + new + text[at + 1 :]


def transposed(rng: random.Random, text: str) -> str | None:
    """Two neighbouring digits exchanged."""
    digits = [i for i, char in enumerate(text) if char.isdigit()]
    pairs = [(a, b) for a, b in pairwise(digits) if text[a] != text[b]]
    pairs = [(a, b) for a, b in pairs if a != digits[0] or text[b] != "0"]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    chars = list(text)
    chars[a], chars[b] = chars[b], chars[a]
    return "".join(chars)


def sign(_: random.Random, text: str) -> str | None:
    """A minus lost or gained."""
    if text[:1] in "△▲-−":
        return text[1:]
    if text.startswith("("):
        return text[1:-1] if text.endswith(")") else None
    return f"({text})" if text.isascii() and text[:1].isdigit() else f"△{text}"


def tenfold(_: random.Random, text: str) -> str | None:
    """A digit too many at the end of a whole number."""
    match = re.fullmatch(r"(\D*)([\d,]+)(\D*)", text)
    if not match or "." in text:
        return None
    number = f"{int(match[2].replace(',', '')) * 10:{',' if ',' in match[2] or len(match[2]) >= 3 else ''}}"
    return match[1] + number + match[3]


WORDS: dict[str, tuple[tuple[str, str], ...]] = {
    "scale word": (
        (r"(?<=[\d ])billion\b", "million"), (r"(?<=[\d ])million\b", "billion"), (r"(?<=\d)億円", "百万円"),
        (r"(?<=\d) ?百万円", "億円"),
    ),
    "currency": ((r"(?:JPY|¥)(?= ?\d)", "USD "), (r"(?<=\d)億円", "億ドル")),
    "direction": (
        (r"\bincreased\b", "decreased"), (r"\bdecreased\b", "increased"), (r"\brose\b", "fell"), (r"\bfell\b", "rose"),
        (r"(?<=[%円])増(?![加資])", "減"), (r"(?<=[%円])減(?!少|価|損)", "増"), (r"の増加", "の減少"), (r"の減少", "の増加"),
    ),
    "points": ((r"(?<=\d) ?percentage points?\b", "%"), (r"(?<=\d) ?ポイント", "%")),
    "quarter": (
        (r"\bfirst quarter\b", "second quarter"), (r"\bthird quarter\b", "second quarter"),
        (r"第2四半期", "第3四半期"), (r"第1四半期", "第2四半期"), (r"\bsix months ended\b", "nine months ended"),
    ),
    "unit line": (
        (r"\(Millions of yen\)", "(Thousands of yen)"), (r"\(百万円\)", "(千円)"), (r"\(千円\)", "(百万円)"),
        (r"\(Thousands of yen\)", "(Millions of yen)"), (r"(?<=単位[:：])百万円", "千円"),
    ),
    "date": ((r"(?<=月)1(?=\d日)", "2"), (r"\b(March|June|September|December) 3(?=[01]\b)", r"\1 2"),
        (r"\b(\w{3,9}) 1(?=\d, 20)", r"\1 2")),
}  # fmt: skip
"""Slips in words: a pattern and what is written in its place."""
SLIPS: dict[str, Slip] = {"digit": digit, "transposed": transposed, "sign": sign, "tenfold": tenfold}
