"""Read a unit at a place in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bilingual.figures.reading import Reading, power
from bilingual.figures.units import UNITS, Unit
from bilingual.model.figure import Kind

_GROUP_RE = re.compile(r"\(\?[^)]*\)|\\.")
_LETTER_RE = re.compile(r"[A-Za-z0-9²³]\W*$")

_SCALES = (" million", " billion", " trillion")
_SCALE_RE = re.compile(r" ([mbt])r?illion\b(?!-| [A-Z])")
_EXPONENTS = {"m": 6, "b": 9, "t": 12}


class UnitReader:
    """Reads a unit at a place in a text of one language."""

    def __init__(self, units: Iterable[Unit], *, japanese: bool) -> None:
        """Compile all spellings into one alternation, longest first."""
        rows = [(spelling, unit) for unit in units for spelling in (unit.ja if japanese else unit.en)]
        rows.sort(key=lambda row: -len(_GROUP_RE.sub("", row[0])))
        self._units = [unit for _, unit in rows]
        self._regex = re.compile("|".join(_pattern(spelling, japanese=japanese) for spelling, _ in rows))

    def match(self, text: str, at: int) -> tuple[Unit, int] | None:
        """The unit that begins at ``at`` and the offset after it."""
        found = self._regex.match(text, at)
        if not found or found.lastindex is None:
            return None
        return self._units[found.lastindex - 1], found.end()


def _pattern(spelling: str, *, japanese: bool) -> str:
    """Words in any case, symbols as they are (``kW`` is not ``KW``); what ends in a Latin letter ends there.

    The group that tells the spelling stands empty behind it: an alternative that begins with a letter, not with
    a group, is left at that letter (a third of the time for 300 spellings).
    """
    plain = _GROUP_RE.sub("", spelling)
    if japanese:
        return f"(?:{spelling})" + (r"(?![A-Za-z0-9])" if _LETTER_RE.search(plain) else "") + "()"
    cased = _any_case(spelling) if len(plain) > 3 or not plain else f"(?:{spelling})"
    return rf"{cased}(?![A-Za-z])()"


def _any_case(spelling: str) -> str:
    if spelling[0].isalpha() and spelling[1] not in "?*+{":
        return f"[{spelling[0].lower()}{spelling[0].upper()}](?i:{spelling[1:]})"
    return f"(?i:{spelling})"


JA_UNITS = UnitReader(UNITS, japanese=True)
EN_UNITS = UnitReader(UNITS, japanese=False)


def scaled_behind(text: str, reading: Reading, at: int, unit: Unit | None) -> tuple[Reading, int]:
    """An amount whose scale stands behind its currency, and where it ends: 2,985 JPY trillion."""
    if unit is None or unit.kind is not Kind.AMOUNT or reading.scale or not text.startswith(_SCALES, at):
        return reading, at
    found = _SCALE_RE.match(text, at)
    if found is None:
        return reading, at
    exponent = _EXPONENTS[found[1]]
    amount, step = reading.amount * power(exponent), reading.step * power(exponent)
    return reading._replace(amount=amount, step=step, scale=exponent), found.end()
