"""Characters that stand for others: what encodings, fonts and input methods leave in a text layer."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Sequence

from .page import Damaged, Page, is_japanese

RADICALS = str.maketrans("日月金高行人子入見用生立長食", "⽇⽉⾦⾼⾏⼈⼦⼊⾒⽤⽣⽴⾧⾷")
IDEOGRAPHS = str.maketrans("年率利金行領度六益", "年率利金行領度六益")
"""Compatibility ideographs, which some fonts name in place of the plain ones."""
HALF = {
    unicodedata.normalize("NFKC", chr(code) + mark): chr(code) + mark
    for mark in ("", "\uff9e", "\uff9f")
    for code in range(0xFF66, 0xFF9E)
    if len(unicodedata.normalize("NFKC", chr(code) + mark)) == 1
}
SQUARES = {
    "株式会社": "㈱",
    "TEL": "℡",
    "平方メートル": "㎡",
    "kg": "㎏",
    "km": "㎞",
    "III": "Ⅲ",
    "II": "Ⅱ",
    "令和": "㋿",
}
INVISIBLE = "\u200b\u00ad\u2060\ufeff"
BLANKS = "\u00a0\u3000\u2009\u202f"
MINUSES = "▲−–‐ー－ｰ"
FIGURE_RE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")
NEGATIVE_RE = re.compile(r"△(?=\d)")
LOST_RE = re.compile(r"[ぁ-んァ-ヶ一-鿿a-z]")


def damage(lines: Sequence[str], rng: random.Random) -> Damaged:
    """Give a document three to five habits of characters, each of which changes some of its lines.

    Args:
        lines: the clean lines.
        rng: what decides.

    Returns:
        The damaged lines, as many as before, and their places.
    """
    habits = [make(rng) for make in rng.sample(HABITS, rng.randrange(3, 6))]
    page = Page()
    for at, line in enumerate(lines):
        for habit in habits:
            line = habit(line, rng) if "://" not in line and "@" not in line else line
        page.add(line, at)
    return page.done()


def translated(table):
    """A habit of printing characters as those of a table, in a third of their places."""
    return lambda line, rng: "".join(
        char.translate(table) if ord(char) in table and rng.random() < 0.3 else char for char in line
    )


def invisible(rng):
    """Marks without width inside figures and long words."""
    mark = rng.choice(INVISIBLE)

    def put(match, rng):
        at = rng.randrange(1, len(match[0]))
        return match[0][:at] + mark + match[0][at:] if rng.random() < 0.05 else match[0]

    return lambda line, rng: re.sub(
        r"\d[\d,.]+\d|[A-Za-z]{7,}|[ァ-ヶー]{5,}", lambda match: put(match, rng), line
    )


def blanks(rng):
    """Other blanks for plain ones."""
    blank = rng.choice(BLANKS)
    return lambda line, rng: re.sub(r"(?<=\S) (?=\S)", lambda _: blank if rng.random() < 0.3 else " ", line)


def wide(_):
    """Figures of Japanese lines in full width."""

    def turn(text):
        return "".join(chr(ord(char) + 0xFEE0) for char in text)

    return lambda line, rng: FIGURE_RE.sub(
        lambda match: turn(match[0]) if is_japanese(line) and rng.random() < 0.2 else match[0], line
    )


def half(_):
    """Katakana in half width."""
    return lambda line, rng: (
        re.sub(r"[ァ-ヶー]{2,}", lambda match: "".join(HALF.get(char, char) for char in match[0]), line)
        if rng.random() < 0.15
        else line
    )


def decomposed(_):
    """Kana with their voice marks behind them as characters of their own."""
    return lambda line, _: re.sub("[ぁ-んァ-ヶ]", lambda match: unicodedata.normalize("NFD", match[0]), line)


def minuses(rng):
    """Another sign for negative figures."""
    mark = rng.choice(MINUSES)
    return lambda line, _: NEGATIVE_RE.sub(mark, line)


def lost_signs(rng):
    """A character that the other encoding lacks for the sign of negative figures."""
    mark = rng.choice("?\ufffd")
    return lambda line, _: NEGATIVE_RE.sub(mark, line)


def yen(_):
    """The backslash, which shares its code with the yen sign in the national variant of ASCII."""
    return lambda line, _: line.replace("¥", "\\")


def squares(_):
    """Words in one character."""

    def turn(line, rng):
        for word, square in SQUARES.items():
            bounds = r"(?<![A-Za-z]){}(?![A-Za-z])" if word.isascii() else "{}"
            line = re.sub(
                bounds.format(word), lambda match, to=square: to if rng.random() < 0.7 else match[0], line
            )
        return line

    return turn


def lost(_):
    """A letter in some lines that became the character for what is unknown."""
    return lambda line, rng: (
        line[: (at := rng.choice(spots))] + "\ufffd" + line[at + 1 :]
        if rng.random() < 0.06 and (spots := [match.start() for match in LOST_RE.finditer(line)])
        else line
    )


HABITS = (
    lambda _: translated(RADICALS),
    lambda _: translated(IDEOGRAPHS),
    invisible,
    blanks,
    wide,
    half,
    decomposed,
    minuses,
    lost_signs,
    yen,
    squares,
    lost,
)
