"""A margin or ratio does not follow from its two lines.

Compares: gross, operating, ordinary and net margins, equity ratio, payout ratio and the returns on average equity and assets of
the summary, with the lines that they are computed from, in whatever table these stand; ratios in tables with the two rows that
they divide; an amount as a per cent of another or of a named line (売上高の6.4%に当たる); multiples (2.1 times, doubled, 半減) and
percentage points with the two figures that the same sentence or a table names.

Why it matters: ratios are what investors compare; one that does not follow was not updated with the lines.

Flagged:
    第2四半期の粗利益率は15.1% / 表: 売上高 9,528,307、売上原価 8,181,982
    Gross margin in 2Q01 was 15.1% / table: Total revenues 9,528,307, Total costs 8,181,982

Left alone:
    第2四半期の粗利益率は14.1% / 表: 売上高 9,528,307、売上原価 8,181,982
    Gross margin in 2Q01 was 14.1% / table: Total revenues 9,528,307, Total costs 8,181,982

Limits: ratios by a definition of the issuer are left alone: a row must tie in another column, a sentence in another figure, or the
figure be one slip away. Returns on averages follow the definition of the form; one that misses is a question. Words such as
doubled are loose: only what nobody would call so is told.

Authority: ISA 520 (analytical procedures); the definitions of the Japan Exchange Group (自己資本比率).
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.arithmetic.causes import Cause
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.proofs import report_causes
from bilingual.model.relation import RelationKind
from bilingual.model.report import Finding, Severity


def owns(cause: Cause) -> bool:
    """Own margins, ratios and multiples, and the points between two of them."""
    relation = cause.relation
    ratio = relation.kind is RelationKind.RATIO and relation.name in ("narrative", "ratio")
    return ratio or (relation.kind is RelationKind.SUM and relation.name == "narrative")


def run(exam: Examination) -> Iterator[Finding]:
    """Yield one finding per cause."""
    yield from report_causes(CHECK, exam, owns)


CHECK = Check("CAL001", "ratio does not follow", Severity.ERROR, run)
