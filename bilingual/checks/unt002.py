"""Unit note of a table differs.

Compares: the unit and scale that govern two tables (千円, 百万円, 千米ドル with thousands, millions), where their
cells print the same digits.

Why it matters: one wrong word makes every figure of the table wrong.

Flagged:
    (単位:百万円)
    (Thousands of yen)

Left alone:
    (単位:千円)
    (Expressed in Thousands of Japanese Yen)

Limits: tables that say the same in other units (百万円 beside billions of yen, with other digits) are left
alone. A note that one side lacks is NUM006.

Authority: MQM (multidimensional quality metrics), accuracy: mistranslation of unit conversion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.building import SCALES, Case, members, sentence, spots
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make, unit_note_spot
from bilingual.checks.row_units import differing_notes
from bilingual.checks.wordings import contrary
from bilingual.model.report import Evidence, Finding, Severity
from bilingual.model.table import Table
from bilingual.text.characters import LOST

_TENTHS_RE = re.compile(r"\b0\.1 (?:million|billion)")
"""A note that says that figures have a decimal: 12.3 billion of yen stand for 123 of 億円."""


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per pair of tables whose unit notes differ, on the notes."""
    for case in exam.cases.get(CHECK.code, ()):
        pair = case.first.pair
        if pair.ja_table is None or pair.en_table is None:
            continue
        ja, en = unit_note_spot(exam.ja, pair.ja_table), unit_note_spot(exam.en, pair.en_table)
        if not case.first.figures and any(map(_TENTHS_RE.search, (pair.en_table.unit_note, en.text))):
            continue
        phrase = f"the tables differ in their unit, {_unit(pair.ja_table)} in Japanese, {_unit(pair.en_table)} in English"
        shown = (
            "print the same digits" if case.first.same_digits else f"differ by a {case.first.difference.note}"
        )
        note = f"{len(case.members)} cells {shown}" if case.first.figures else ""
        lost = any(LOST in table.unit_note for table in (pair.ja_table, pair.en_table))
        yield make(
            CHECK,
            Severity.INFO if lost else case.severity,
            sentence(pair.en_table.caption, phrase, note),
            ja,
            en,
            evidence=_cells(exam, case),
        )
    yield from differing_notes(CHECK, exam)
    if CHECK.code not in exam.cases:
        yield from contrary(CHECK, exam)


def _unit(table: Table) -> str:
    return " ".join(word for word in (table.unit, SCALES.get(table.scale, "")) if word) or "no unit"


def _cells(exam: Examination, case: Case) -> tuple[Evidence, ...]:
    """Three cells that show it."""
    places = [place for item in case.members[:3] if item.figures for place in spots(exam.ja, exam.en, item)]
    note = "the same digits" if case.first.same_digits else case.first.difference.note
    return tuple(Evidence(item.spot, "support", note) for item in members(places, ()))


CHECK = Check("UNT002", "unit note differs", Severity.ERROR, run)
