"""Numbers and bullets that Word writes before paragraphs (ECMA-376, part 1, 17.9)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilingual.containers.markup import child, children
from bilingual.readers.docx.styles import switched_on, value

if TYPE_CHECKING:
    from lxml import etree

LEVEL_RE = re.compile(r"%([1-9])")
PRIVATE_RE = re.compile("[\ue000-\uf8ff]")
BULLET = "•"
KANJI = "〇一二三四五六七八九"
IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
         (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
MOST = 100_000
"""Numbers over this are written as they are."""


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    legal: bool
    restart: int


class Numbering:
    """The lists of a document, counting while it is read from top to bottom."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read the definitions."""
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()
        if root is None:
            return
        linked = {}
        for each in children(root, "abstractNum"):
            name = value(each, "abstractNumId")
            self._levels[name] = {int(value(one, "ilvl") or 0): _level(one) for one in _levels(each)}
            if style := value(child(each, "styleLink")):
                linked[style] = name
        for each in children(root, "abstractNum"):
            other = linked.get(value(child(each, "numStyleLink")))
            if other:
                self._levels[value(each, "abstractNumId")] = self._levels[other]
        for each in children(root, "num"):
            self._add_list(each)

    def _add_list(self, element: etree._Element) -> None:
        starts: dict[int, int] = {}
        name = value(child(element, "abstractNumId"))
        for override in children(element, "lvlOverride"):
            level = value(override, "ilvl")
            start = value(child(override, "startOverride"))
            if level.isdigit() and start.isdigit():
                starts[int(level)] = int(start)
            for one in children(override, "lvl"):
                name_own = f"{name}/{value(element, 'numId')}"
                own = self._levels.setdefault(name_own, dict(self._levels.get(name, {})))
                own[int(level or 0)] = _level(one)
                name = name_own
        self._lists[value(element, "numId")] = (name, starts)

    def label(self, number: str, level: int) -> str:
        """The number or bullet of the next paragraph of a list; empty where the list shows none."""
        name, starts = self._lists.get(number, ("", {}))
        levels = self._levels.get(name, {})
        if level not in levels:
            return ""
        counts = self._counts[name.partition("/")[0]]
        if number not in self._begun:
            self._begun.add(number)
            for at in starts:
                counts.pop(at, None)
        counts[level] = counts[level] + 1 if level in counts else starts.get(level, levels[level].start)
        for at in [at for at in counts if at > level and levels.get(at, levels[level]).restart != 0]:
            del counts[at]
        shape = levels[level]
        if shape.form == "bullet":
            return PRIVATE_RE.sub(BULLET, shape.text)

        def number_of(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            own = levels.get(at, shape)
            form = "decimal" if shape.legal else own.form
            return written(counts.get(at, starts.get(at, own.start)), form)

        return LEVEL_RE.sub(number_of, shape.text)


def _levels(element: etree._Element) -> list[etree._Element]:
    return [each for each in children(element, "lvl") if (value(each, "ilvl") or "0").isdigit()]


def _level(element: etree._Element) -> _Level:
    start, restart = value(child(element, "start")), value(child(element, "lvlRestart"))
    return _Level(
        int(start) if start.isdigit() else 0,
        value(child(element, "numFmt")) or "decimal",
        value(child(element, "lvlText")),
        bool(switched_on(element, "isLgl")),
        int(restart) if restart.isdigit() else -1,
    )


def written(number: int, form: str) -> str:
    """A number as a list shows it.

    Args:
        number: the number.
        form: the format as SpreadsheetML and WordprocessingML name it (``ST_NumberFormat``).

    >>> [written(4, form) for form in ("decimalEnclosedCircle", "lowerRoman", "japaneseCounting", "aiueo", "upperLetter")]
    ['④', 'iv', '四', 'エ', 'D']
    """
    if form == "none":
        return ""
    if not 0 < number < MOST:
        return str(number)
    if form in ("upperRoman", "lowerRoman"):
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(65 + (number - 1) % 26) * ((number - 1) // 26 + 1 if number < 1_000 else 1)
        return letter if form == "upperLetter" else letter.lower()
    if form == "decimalZero":
        return f"{number:02d}"
    if form in ("decimalFullWidth", "decimalFullWidth2"):
        return str(number).translate({48 + digit: 0xFF10 + digit for digit in range(10)})
    if form.startswith("decimalEnclosedCircle"):
        return chr(0x2460 + number - 1) if number <= 20 else str(number)
    if form == "decimalEnclosedParen":
        return f"({number})"
    if form == "decimalEnclosedFullstop":
        return f"{number}."
    if form in ("japaneseCounting", "japaneseDigitalTenThousand", "ideographDigital", "chineseCounting"):
        return _kanji(number)
    for name, letters in (("aiueo", AIUEO), ("iroha", IROHA)):
        if form.startswith(name):
            return letters[(number - 1) % len(letters)]
    return str(number)


def _roman(number: int) -> str:
    if number >= 4_000:
        return str(number)
    out = ""
    for size, letters in ROMAN:
        out += letters * (number // size)
        number %= size
    return out


def _kanji(number: int) -> str:
    if number >= 100:
        return "".join(KANJI[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else KANJI[tens] + "十"
    return head + (KANJI[ones] if ones else "")
