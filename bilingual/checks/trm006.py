"""A term of other accounting standards.

Compares: the captions of tables with the standards that the document declares: a caption whose only concepts belong, by
the glossary, to other standards.

Why it matters: under IFRS there is no ordinary profit; the reader asks which standards hold.

Flagged:
    経常利益	1,234	1,150	(in a release marked IFRS)
    Ordinary profit	1,234	1,150

Left alone:
    経常利益	1,234	1,150	(in the results of the parent alone, under Japanese standards)
    Ordinary profit	1,234	1,150

Limits: needs a glossary that says which standards its concepts belong to. Under US GAAP, which prescribes no Japanese
captions, it is information. Tables that name other standards, the parent
alone or former figures are left alone, and so are tables where many captions are of other standards: they are drawn up
by them.

Authority: EDINET taxonomies of the Financial Services Agency (Japanese standards, IFRS).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from bilingual.checks.building import members, row_spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.standards import declared_standard, is_apart
from bilingual.checks.wordings import contrary
from bilingual.model.alignment import Side
from bilingual.model.document import Language
from bilingual.model.report import Finding, Severity
from bilingual.model.table import Row, RowKind, Table
from bilingual.model.termbase import Concept

MOST = 3
"""A table with more captions of other standards is drawn up by them."""


class _Misfit(NamedTuple):
    side: Side
    table: Table
    row: Row
    concept: Concept


def run(exam: Examination) -> Iterator[Finding]:
    """Yield each caption of other standards once, with its places in both versions."""
    yield from contrary(CHECK, exam)
    declared = declared_standard(exam)
    partners = _partners(exam)
    if not declared or not any(concept.gaap for concept in exam.comparison.termbase.concepts):
        return
    found: dict[str, list[_Misfit]] = defaultdict(list)
    named: dict[int, str] = {}
    for side in exam.sides:
        for table in side.tables:
            misfits = list(_misfits(exam, side, table, declared))
            if len({misfit.concept.id for misfit in misfits}) <= MOST:
                for misfit in misfits:
                    named[id(misfit.row)] = misfit.concept.id
                    # Ordinary income is several concepts in English; the Japanese caption beside it says which.
                    name = named.get(partners.get(id(misfit.row), 0), misfit.concept.id)
                    found[name].append(misfit)
    rows = {id(misfit.row) for misfits in found.values() for misfit in misfits}
    for misfits in found.values():
        # Where the other version has a caption that fits, this one is a wrong translation (TRM001).
        agreed = [each for each in misfits if partners.get(id(each.row), id(each.row)) in rows]
        if agreed:
            yield _finding(agreed, declared)


def _partners(exam: Examination) -> dict[int, int]:
    """The row that each row is paired with, by identity."""
    found: dict[int, int] = {}
    for pair in exam.row_pairs():
        found[id(pair.ja_row)], found[id(pair.en_row)] = id(pair.en_row), id(pair.ja_row)
    return found


def _misfits(exam: Examination, side: Side, table: Table, declared: str) -> Iterator[_Misfit]:
    for row in table.rows:
        if row.kind is RowKind.SECTION or not row.label:
            continue
        names = exam.matcher.exact(row.label, side.language)
        concepts = [exam.comparison.termbase.by_id[name] for name in names]
        others = concepts and all(concept.gaap and declared not in concept.gaap for concept in concepts)
        if others and not is_apart(side, table, row, declared):
            yield _Misfit(side, table, row, concepts[0])


def _finding(misfits: list[_Misfit], declared: str) -> Finding:
    firsts = {misfit.side.language: misfit for misfit in reversed(misfits)}
    spots = {language: row_spot(each.side, each.row, each.table) for language, each in firsts.items()}
    places = [row_spot(each.side, each.row, each.table) for each in misfits]
    names = " / ".join(dict.fromkeys(firsts[language].row.label for language in sorted(firsts, reverse=True)))
    standards = " and ".join(misfits[0].concept.gaap)
    message = f"{names}: a caption of {standards}; the document declares {declared}."
    ja, en = (spots.get(language) for language in Language)
    severity = Severity.INFO if declared == "US-GAAP" else Severity.WARNING
    return make(CHECK, severity, message, ja, en, evidence=members(places, (ja, en)))


CHECK = Check("TRM006", "term of other standards", Severity.WARNING, run)
