"""Opposite words name two figures only where they are names."""

from __future__ import annotations

import pytest

from bilingual.align.poles import poles
from bilingual.model.document import Language


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("計画420億円、実績338億円", {0: "forecast", 1: "result"}),
        ("設備投資は420億円程度(当期実績は338億円)を計画しています。", {}),
        ("投資は420億円(実績は338億円)を予想する。", {}),
    ],
)
def test_verb_is_no_name(text, named):
    """計画 before its figure names it; 計画しています behind the figures does not."""
    assert poles(text, Language.JA, [text.index("420"), text.index("338")]) == named


def test_all_but_japan_is_not_japan():
    """日本以外 is no name of a figure at home."""
    text = "日本以外120店、海外45店"

    assert poles(text, Language.JA, [text.index("120"), text.index("45")]) == {}
