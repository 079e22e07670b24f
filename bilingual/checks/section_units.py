"""Units in the headings of groups of rows that differ while the rows below have the same digits: (百万kWh), (thousand kWh)."""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.building import pair_spots, sentence
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.figures.reading import power
from bilingual.figures.units import BY_NAME, conversion, same_unit
from bilingual.model.alignment import Pair
from bilingual.model.document import Language
from bilingual.model.report import Finding, Severity
from bilingual.model.table import Row
from bilingual.tables.units import RowUnit, row_unit, unit_words


def differing_sections(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield headings, on the first row below them, whose brackets give the same digits other units or scales."""
    told: set[tuple[str, str]] = set()
    for pair in exam.row_pairs():
        if pair.ja_row is None or pair.en_row is None or not pair.ja_row.section or not pair.en_row.section:
            continue
        heads = pair.ja_row.section[-1], pair.en_row.section[-1]
        if heads in told or not (heads[0].endswith(")") and heads[1].endswith(")") and _same_digits(pair)):
            continue
        ja, en = _unit(pair.ja_row, Language.JA), _unit(pair.en_row, Language.EN)
        if ja is not None and en is not None and _are_apart(ja, en):
            told.add(heads)
            phrase = (
                f"the unit differs, {unit_words(heads[0])} in Japanese, {unit_words(heads[1])} in English"
            )
            about = f"{heads[0]} / {heads[1]}"
            yield make(check, Severity.WARNING, sentence(about, phrase), *pair_spots(exam.ja, exam.en, pair))


def _same_digits(pair: Pair) -> bool:
    """Whether the cells of two rows have the same digits, units that only a heading names, and say something."""
    both = pair.figures
    return any(each.ja.value for each in both) and all(
        each.agrees and each.ja.unit == each.en.unit != "%" for each in both
    )


def _unit(row: Row, language: Language) -> RowUnit | None:
    """The unit in brackets behind the heading of a row that names none of its own."""
    if row.unit.strip("- ") or row_unit(row.label, language) is not None:
        return None
    unit = row_unit(row.section[-1], language)
    return unit if unit is not None and unit.unit and not unit.money else None


def _are_apart(ja: RowUnit, en: RowUnit) -> bool:
    """Whether the same digits in two units are different amounts; 千t and kt are not."""
    if same_unit(ja.unit, en.unit):
        return ja.scale != en.scale
    factor = conversion(ja.unit, en.unit)
    if factor is not None:
        return power(ja.scale) * factor != power(en.scale)
    return ja.unit in BY_NAME and en.unit in BY_NAME
