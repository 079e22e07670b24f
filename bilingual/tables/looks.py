"""What cells look like: numbers written as numbers are, and what the columns of a table hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bilingual.model.repair import Damage, Repair
from bilingual.tables import patterns as p
from bilingual.tables.line import Field, Line
from bilingual.text.edits import Edit, apply_edits

_OPEN = r"(?:[△▲\-+]\s?)?\(?\s?(?:[△▲\-+]\s?)?(?:[¥$€]\s?)?"
_CLOSE = r"\s?%?\s?\)?%?"
WHOLE_RE = re.compile(rf"{_OPEN}(?:[1-9]\d{{0,2}}(?:,\d{{3}})+|[1-9]\d*|0){_CLOSE}")
"""A whole number as people write it: groups of three, no zero in front."""
FRACTION_RE = re.compile(rf"{_OPEN}(?:(?:[1-9]\d{{0,2}}(?:,\d{{3}})+|[1-9]\d*|0)?\.\d{{1,4}}){_CLOSE}")
LETTERED_RE = re.compile(r"[(\[{△▲$¥-]*[OoIl|]?[\dOolI|SBZ,.]*\d[\dOolI|SBZ,.]*%?[)\]}]*")
"""A figure some of whose digits were taken for letters."""
DATE_RE = re.compile(r"\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?")
_NUMBER_RE = re.compile(r"\d[\d,.]*\d|\d")
PLAIN_RE = re.compile(r"(?<![\d.,])\d{4}")
DOTTED_RE = re.compile(r"\(?\d{1,3}\.\d{3}\)?")
DIGIT_RE = re.compile(r"\d")
SPACED_GROUPS_RE = re.compile(r"\(?\d{1,3}(?: \d{3})+\)?")
MOSTLY = 7
"""Tenths of a column's cells that make its habit."""


@lru_cache(maxsize=16384)
def look(text: str) -> str:
    """What a cell is written as.

    Returns:
        ``whole``, ``fraction``, ``nil``, ``words``, or ``broken`` for figures that nobody writes so.

    >>> [look(text) for text in ("1,234", "(4.3)", "-", "n/a", "044,277", "1,1/9,030", "2 20 7")]
    ['whole', 'fraction', 'nil', 'nil', 'broken', 'broken', 'broken']
    """
    if WHOLE_RE.fullmatch(text) and text.count("(") == text.count(")"):
        return "whole"
    if FRACTION_RE.fullmatch(text) and text.count("(") == text.count(")"):
        return "fraction"
    if p.NIL_RE.fullmatch(text):
        return "nil"
    digits = len(DIGIT_RE.findall(text))
    letters = sum(char.isalpha() for char in text)
    if DATE_RE.fullmatch(text) or letters > min(2, digits):
        return "words"
    if letters:
        return "broken" if digits and LETTERED_RE.fullmatch(text) else "words"
    if p.CELL_RE.fullmatch(text):
        if not digits:
            return "nil"
        return "broken" if any(not _is_number(part) for part in _NUMBER_RE.findall(text)) else "words"
    return "broken"


def _is_number(text: str) -> bool:
    return bool(WHOLE_RE.fullmatch(text) or FRACTION_RE.fullmatch(text))


@dataclass(frozen=True, slots=True)
class Habit:
    """What a field of the rows of a table holds as a rule.

    Attributes:
        look: ``whole`` or ``fraction``; empty where neither prevails.
        filled: number of rows that fill it.
        rows: number of rows.
        grouped: most whole numbers of four digits or more have commas.
        fractions: number of cells that can be nothing but fractions (8.144 may be 8,144).
        numbers: number of cells that are one number.
    """

    look: str
    filled: int
    rows: int
    grouped: bool
    fractions: int = 0
    numbers: int = 0

    @property
    def spare(self) -> bool:
        """Whether the field divides columns and holds nothing."""
        return self.rows > 3 and self.filled * 5 <= self.rows


def habits(rows: Sequence[Line], width: int) -> list[Habit]:
    """The habit of every field; the stub has none."""
    found = [Habit("", 0, len(rows), False)]
    for index in range(1, width):
        looks: Counter[str] = Counter()
        grouped = plain = dotted = 0
        for row in rows:
            text = row.fields[index].text if index < len(row.fields) else ""
            if text:
                looks[look(text)] += 1
                dotted += DOTTED_RE.fullmatch(text) is not None
                grouped += "," in text
                plain += PLAIN_RE.search(text) is not None
        fractions = looks["fraction"] - dotted
        if grouped and not fractions:
            looks["whole"] += looks.pop("fraction", 0)  # 8.144 among 1,033 and 945,120 has lost its comma
        numbers = looks["whole"] + looks["fraction"]
        held = next((name for name in ("whole", "fraction") if looks[name] * 10 >= numbers * MOSTLY), "")
        found.append(
            Habit(
                held if numbers > 1 else "",
                sum(looks.values()),
                len(rows),
                grouped > plain,
                fractions,
                numbers,
            )
        )
    return found


def read_as(line: Line, field: Field, text: str, confidence: int) -> Field:
    """A field that is read as another text."""
    content = line.reading(field)
    edited = apply_edits(content, [Edit(0, 0, len(content.text), text)])
    return replace(field, text=text, content=edited, confidence=min(confidence, field.confidence))


def printed(line: Line, field: Field) -> str:
    """What stands in a field, whatever it is read as."""
    return line.content.text[field.start : field.end].strip()


def told(step: str, damage: Damage, line: Line, before: Sequence[Field], after: Sequence[Field]) -> Repair:
    """A repair of fields of a line; a blank field shows as ``_``, fields are parted by ``|``."""
    start, end = before[0].start, before[-1].end
    shown = [printed(line, field) for field in before]
    reading = " | ".join(field.text or "_" for field in after)
    return Repair(
        step, damage, " | ".join(text or "_" for text in shown), reading, line.content.span(start, end)
    )


def put(line: Line, fields: Sequence[Field], *repairs: Repair) -> Line:
    """A line with other fields, and what tells why."""
    return replace(line, fields=tuple(fields), repairs=(*line.repairs, *repairs))
