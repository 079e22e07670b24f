"""One Japanese term, several English ones.

Compares: the labels of rows that carry the same values, over all tables: one Japanese label with different
English labels.

Why it matters: a reader of English takes two names for two things.

Flagged:
    設備投資	931	(in two tables)
    CAPEX in one table, Capital expenditures in the other

Left alone:
    その他	303	(revenues), 390	(assets)
    Other; Other current assets

Limits: case, plural and hyphens do not count; labels such as その他 depend on the rows around them.

Authority: consistency of terminology, ISO 17100 and MQM (multidimensional quality metrics).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bilingual.checks.building import members, pair_spots, row_spot, sentence
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.terms import Labelled, labelled_rows
from bilingual.model.report import Finding, Severity


def run(exam: Examination) -> Iterator[Finding]:
    """Yield Japanese labels that have several English ones."""
    groups: dict[str, dict[str, Labelled]] = defaultdict(dict)
    for item in labelled_rows(exam):
        if not item.generic:
            groups[item.ja_key].setdefault(item.en_key, item)
    for by_label in groups.values():
        if len(by_label) > 1:
            first, *others = by_label.values()
            ja, en = pair_spots(exam.ja, exam.en, first.pair)
            names = ", ".join(item.en.label for item in by_label.values())
            phrase = f"{len(by_label)} English labels for one Japanese label ({names})"
            places = [row_spot(exam.en, item.en, item.pair.en_table) for item in others]
            message = sentence(first.ja.label, phrase)
            yield make(CHECK, Severity.INFO, message, ja, en, evidence=members(places, (ja, en)))


CHECK = Check("TRM002", "one term, several translations", Severity.INFO, run)
