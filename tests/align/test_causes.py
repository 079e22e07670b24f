"""Where a sentence tells the cause of what the rest of it tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.align.causes import cause_spans
from bilingual.model.document import Language

CASES = [
    ("流動資産は、売掛金が31億円減少したことにより、18億円減少しました。", ["売掛金が31億円減少したことにより"]),
    ("株式の取得30億円を反映し、現金は12億円減少した。", ["株式の取得30億円を反映"]),
    ("現金は12億円減少した。", []),
    ("As a result of a rise of 31 in sales, profit was 18.", ["As a result of a rise of 31 in sales"]),
    ("Assets fell by 18, reflecting receivables of 1,931 and cash of 5.", ["reflecting receivables of 1,931 and cash of 5"]),
    ("Assets fell by 18. Liabilities rose by 31.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "causes"), CASES)
def test_cause_is_told_apart(text, causes):
    """What a mark of reason names is a cause, what the sentence says of its topic is none."""
    language = Language.EN if text.isascii() else Language.JA
    assert [text[start:end] for start, end in cause_spans(text, language)] == causes


@given(st.text(alphabet="はが、。により年 ,.;due to123"), st.sampled_from(Language))
def test_causes_stand_in_order(text, language):
    """Causes lie within the text, in order, and none reaches into the next."""
    spans = cause_spans(text, language)
    ends = [0, *(place for span in spans for place in span)]
    assert ends == sorted(ends)
    assert not spans or ends[-1] <= len(text)
