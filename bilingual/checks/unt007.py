"""Per share and per ADS are mixed up.

Compares: what the labels of paired rows count per: share, ADS, unit; in given segments, share and ADS in sentences too.

Why it matters: one ADS may stand for a fraction of a share or for several; the amounts differ by that ratio.

Flagged:
    1株当たり当期純損失	(68.61)
    Net loss per ADS	(68.61)

Left alone:
    米国預託証券1単位当たり当期純損失	(68.61)
    Net loss per ADS equivalent	(68.61)

Limits: rows that were paired by their labels and carry exchanged values are NUM005.

Authority: Form 20-F of the SEC, item 3; IAS 33, earnings per share.
"""

from __future__ import annotations

from collections.abc import Iterator

from bilingual.checks.building import pair_spots, sentence
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.labels import share_basis_en, share_basis_ja
from bilingual.checks.wordings import contrary
from bilingual.model.report import Finding, Severity


def run(exam: Examination) -> Iterator[Finding]:
    """Yield row pairs whose labels count per share in one language and per ADS in the other."""
    yield from contrary(CHECK, exam)
    for pair in exam.row_pairs():
        if pair.ja_row is None or pair.en_row is None or "er" not in pair.en_row.label:
            continue
        ja, en = share_basis_ja(pair.ja_row.label), share_basis_en(pair.en_row.label)
        if ja and en and ja != en and any(both.agrees for both in pair.figures):
            phrase = f"per {ja} in Japanese, per {en} in English, and the same values"
            about = f"{pair.ja_row.label} / {pair.en_row.label}"
            yield make(CHECK, Severity.ERROR, sentence(about, phrase), *pair_spots(exam.ja, exam.en, pair))


CHECK = Check("UNT007", "per share or per ADS", Severity.ERROR, run)
