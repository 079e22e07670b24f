"""Units of rows and of tables that exclude one another although their cells agree: % beside persons, 件 beside persons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.checks.bracketed_units import length_of_time
from bilingual.checks.building import pair_spots, sentence
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make, unit_note_spot
from bilingual.figures.units import BY_NAME
from bilingual.model.alignment import FigurePair
from bilingual.model.document import Language
from bilingual.model.figure import Kind
from bilingual.model.report import Finding, Severity
from bilingual.model.table import Row, Table
from bilingual.tables.units import cell_unit, unit_words
from bilingual.text.normalize import fold

_COUNTED_RES = {
    "cases": re.compile(r"件数?|(?:number of )?(?:cases?|incidents?|accidents?|occurrences?)", re.IGNORECASE),
    "persons": re.compile(r"[人名]数?|(?:number of )?(?:persons?|people|employees)", re.IGNORECASE),
    "companies": re.compile(r"社数?|(?:number of )?companies", re.IGNORECASE),
}
"""Words of counters that never stand for each other; as a unit in running text 件 may be anything."""
_CHANGE_RE = re.compile(
    r"差|増減|変[化動]|改善|悪化|change|differ|variance|improve|increase|decrease|YoY", re.IGNORECASE
)
"""A change of a share may be given in % as well as in points."""
_LEAD_RE = re.compile(r"\s*[(\[〔]?\s*(?:単位|units?)\s*[:：]\s*", re.IGNORECASE)
FEW = 2
_SHARES = frozenset({"%", "pt", "times"})
"""What a share may be given in."""


def differing_row_units(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield rows that agree in all figures while the words of their units exclude one another."""
    for pair in exam.row_pairs():
        if pair.ja_row is None or pair.en_row is None or not pair.figures:
            continue
        if not all(map(_agrees, pair.figures)):
            continue
        ja, en = _words(pair.ja_row), _words(pair.en_row)
        if not ja or not en:
            continue
        labels = f"{pair.ja_row.label} {pair.en_row.label}"
        severity = _verdict(ja, en) or (None if _CHANGE_RE.search(labels) else _points(ja, en))
        if severity is not None:
            about = f"{pair.ja_row.label} / {pair.en_row.label}"
            phrase = f"the unit differs, {ja} in Japanese, {en} in English"
            yield make(check, severity, sentence(about, phrase), *pair_spots(exam.ja, exam.en, pair))


def differing_notes(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield unit notes that name one unit each, where both exclude one another and the cells have the same digits."""
    told = {id(case.first.pair.ja_table) for case in exam.cases.get(check.code, ())}
    rows: dict[tuple[int, int], list[bool]] = {}
    tables: dict[tuple[int, int], tuple[Table, Table]] = {}
    for pair in exam.row_pairs():
        ja, en = pair.ja_table, pair.en_table
        if ja is not None and en is not None and ja.unit_note and en.unit_note and id(ja) not in told:
            tables[id(ja), id(en)] = ja, en
            rows.setdefault((id(ja), id(en)), []).append(
                bool(pair.figures) and all(map(_agrees, pair.figures))
            )
    for key, (ja, en) in tables.items():
        words = (
            _LEAD_RE.sub("", fold(ja.unit_note)).strip("()[] "),
            _LEAD_RE.sub("", fold(en.unit_note)).strip("()[] "),
        )
        severity = _verdict(*words) or _points(*words)
        if severity is not None and sum(rows[key]) >= FEW and 2 * sum(rows[key]) > len(rows[key]):
            phrase = f"the tables differ in their unit, {words[0]} in Japanese, {words[1]} in English"
            places = unit_note_spot(exam.ja, ja), unit_note_spot(exam.en, en)
            yield make(check, Severity.WARNING, sentence(en.caption, phrase), *places)


def _agrees(both: FigurePair) -> bool:
    """Whether two figures have the same digits, and nothing parts them that another finding tells."""
    return both.ja.digits == both.en.digits and not (
        both.differences and any(item.serious for item in both.differences)
    )


def _words(row: Row) -> str:
    """The words of the unit that a row names: its cell in a column of units, or the last brackets of its label."""
    return row.unit.strip("()[] ") or unit_words(row.label)


def _verdict(ja: str, en: str) -> Severity | None:
    if _counted(ja) and _counted(en):
        return Severity.WARNING if _counted(ja) != _counted(en) else None
    times = length_of_time(ja, Language.JA), length_of_time(en, Language.EN)
    if all(times):
        return Severity.WARNING if times[0] != times[1] else None
    shares = _is_share(ja, Language.JA), _is_share(en, Language.EN)
    return Severity.ERROR if None not in shares and shares[0] is not shares[1] else None


def _points(ja: str, en: str) -> Severity | None:
    """Percent beside points: of a share, which is no change, one of them is wrong."""
    units = [cell_unit(words, language) for words, language in ((ja, Language.JA), (en, Language.EN))]
    names = {unit.unit for unit in units if unit is not None}
    return Severity.WARNING if names == {"%", "pt"} else None


def _counted(words: str) -> str:
    return next((name for name, pattern in _COUNTED_RES.items() if pattern.fullmatch(words)), "")


def _is_share(words: str, language: Language) -> bool | None:
    """Whether words are the sign of a share; None where they are no unit that the tables of units know."""
    unit = cell_unit(words, language)
    if unit is None or "/" in words:
        return None
    if unit.unit in _SHARES:
        return True if unit.unit == "%" else None
    known = BY_NAME.get(unit.unit)
    return False if known is not None and known.kind is not Kind.RATIO else None
