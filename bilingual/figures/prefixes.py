"""Signs and currencies before a number, brackets around it: the same in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bilingual.figures.units import CURRENCY_PREFIX, PREFIXES
from bilingual.model.quick import quick

_WINDOW = 28
_MINUS = r"\(\s?-\s?\)|[△▲-]|(?i:\b(?:negative(?: at| by)?|minus)\b)|マイナス"
_PREFIX_RE = re.compile(
    rf"(?P<before>(?:{_MINUS}|\(\s?\+\s?\)|\+|プラス)\s?)?"
    rf"(?P<open>\()?(?:(?P<currency>{CURRENCY_PREFIX})\s{{0,2}})?"
    rf"(?P<after>(?:{_MINUS}|\+|プラス)\s?)?(?P<inner>\()?\Z"
)
CODES = tuple(code for _, code in PREFIXES)
_ANY_RE = re.compile(r"[-△▲+($¥€£₩฿₹₱₫₺₽₪)A-Za-zスY貨]\s{0,2}\Z")
_ROW_RE = re.compile(r"(?:(?:(?<=\s)|\A)(?:\(?\s?[△▲+-]?\s?\(?[\d,.]*\d%?\)?%?|-)(?:\s+|\Z)){2,}\Z")
_LONGEST_ROW = 200


@lru_cache(maxsize=256)
def row_start(text: str) -> int:
    """Where two or more bare numbers begin that end a text, as the cells of a row do; its length where none do.

    >>> row_start("Change 2,500 (350)"), row_start("Sales were 2,500 (350 last year)")
    (7, 32)
    """
    found = _ROW_RE.search(text) if len(text) <= _LONGEST_ROW else None
    return found.start() if found else len(text)


@quick
@dataclass(frozen=True, slots=True)
class Prefix:
    """What stands directly before a number.

    Attributes:
        start: offset of its first character.
        code: ISO code of a currency sign; empty where there is none.
        minus: a minus mark is printed.
        plus: a plus mark is printed.
        bracket: an opening bracket stands directly before the digits, or before their currency.
        outer: the bracket stands before the currency.
    """

    start: int
    code: str = ""
    minus: bool = False
    plus: bool = False
    bracket: bool = False
    outer: bool = False


def read_prefix(text: str, at: int, floor: int) -> Prefix:
    """Read sign, currency and bracket that end at ``at``; nothing before ``floor`` is looked at.

    A hyphen between two numbers joins them and is no sign.
    """
    lowest = max(floor, at - _WINDOW)
    if not _ANY_RE.search(text, max(lowest, at - 3), at):
        return Prefix(at)
    found = _PREFIX_RE.search(text, lowest, at)
    if not found or found.start() == at:
        return Prefix(at)
    start = found.start()
    before, after = (found["before"] or "").strip(), (found["after"] or "").strip()
    if before == "-" and not _is_sign(text, start, floor, spaced=found["before"][-1].isspace()):
        before, start = "", found.end("before")
    if (
        after == "-"
        and not found["currency"]
        and not _is_sign(text, found.start("after"), floor, spaced=found["after"][-1].isspace())
    ):
        return Prefix(at)
    marks = (before, after)
    code = next((name for name in CODES if found[name]), "") if found["currency"] else ""
    bracket = bool(found["inner"]) or bool(found["open"])
    if found["open"] and not found["inner"] and not found["currency"]:
        start = found.start("open") if not before else start
    nested = bool(found["open"] and found["inner"] and found["currency"])
    if nested and not before:
        start = found.start("currency")  # (¥(715) million a year ago): only the inner one is a sign
    return Prefix(
        start,
        code,
        any(mark and "+" not in mark and mark != "プラス" for mark in marks),
        any("+" in mark or mark == "プラス" for mark in marks),
        bracket,
        bool(found["open"]) and bool(found["currency"]) and not nested,
    )


def _is_sign(text: str, at: int, floor: int, *, spaced: bool) -> bool:
    """Whether a hyphen at ``at`` is a sign: not after a number, a letter or a closing bracket."""
    before = text[at - 1] if at else " "
    if before in " \t":
        joins = (
            at > floor > 0
            and not text[floor:at].strip()
            and text[floor - 1] != "%"
            and not text[floor - 1].isdigit()
        )
        return not spaced and not joins
    return (
        before in "(:;,、。「=/|~[*\"'"
        or "ぁ" <= before <= "ん"
        or (at > floor and "一" <= before <= "龠" and not spaced)
    )


def is_cell_of_percent(text: str, start: int, end: int) -> bool:
    """Whether a percentage in brackets is all of a text, the cell of a table: there they stand for a minus.

    Args:
        text: the whole text.
        start: where the opening bracket stands.
        end: where the closing one should stand, behind the per cent sign.
    """
    return text[end - 1 : end] == "%" and not text[:start].strip() and text[end:].strip() == ")"
