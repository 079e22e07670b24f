"""Heads of columns that say what their column is for, whatever the table is about."""

from __future__ import annotations

import re

_BOUNDARY_RE = re.compile(
    r"(?:(?:データ)?(?:集計|算定|対象|開示|報告|適用|把握)の?)?範囲|(?:(?:集計|算定|開示|報告)の?)?対象(?:会社|組織|法人|企業|拠点)?"
    r"|バウンダリー?|カバレッジ|(?:(?:data|reporting|organi[sz]ational|calculation|aggregation) )?(?:boundar(?:y|ies)|scope|coverage)"
    r"|scope of (?:data|reporting|aggregation|calculation|coverage)|(?:companies|entities|organi[sz]ations) covered"
    r"|covered (?:companies|entities|organi[sz]ations)",
    re.IGNORECASE,
)


def is_boundary_head(text: str) -> bool:
    """Whether a head stands over a column that says whose data each row holds.

    >>> [is_boundary_head(text) for text in ("集計範囲", "Boundary", "対象", "対象人数", "Scope 1")]
    [True, True, True, False, False]
    """
    return _BOUNDARY_RE.fullmatch(text.strip()) is not None


_REMARK_RE = re.compile(
    r"備考|注記?|補足(?:説明)?|摘要|コメント|特記事項|説明|remarks?|notes?|comments?|supplementary (?:notes|information)|explanations?",
    re.IGNORECASE,
)


def is_remark_head(text: str) -> bool:
    """Whether a head stands over a column of remarks on the rows, which are no part of their labels.

    >>> [is_remark_head(text) for text in ("備考", "Notes", "Remarks", "Note receivable")]
    [True, True, True, False]
    """
    return _REMARK_RE.fullmatch(text.strip()) is not None
