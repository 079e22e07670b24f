"""Times over tables: of captions and heads that name as many times one that is another is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import bilingual

CASES = json.loads((Path(__file__).parent.parent / "cases" / "times_over_tables.json").read_text("utf-8"))
ROWS = [
    ("売上高", "Net sales"),
    ("売上原価", "Cost of sales"),
    ("営業利益", "Operating income"),
    ("経常利益", "Ordinary income"),
]


def _document(name: str, over: list[str], label: int, columns: int, rows: int) -> str:
    lines = [name, ""]
    lines += [line.replace("|", "\t") for line in over]
    for at in range(rows):
        cells = [f"{(at + 2) * 4137 + column * 1219:,}" for column in range(columns)]
        lines.append("\t".join((ROWS[at][label], *cells)))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["fact"])
def test_the_odd_time_is_told(tmp_path, case):
    """The line with the wrong time is blamed where a slip is planted, and correct lists are silent."""
    japanese = _document("株式会社みどり精機", case["ja"], 0, case["columns"], 4)
    english = _document("Midori Seiki Co., Ltd.", case["en"], 1, case["columns"], 4)
    assert _told(tmp_path, japanese, english) == []
    for side, was, now in case["slips"]:
        texts = {"ja": japanese, "en": english}
        assert was in texts[side]
        line = texts[side][: texts[side].index(was)].count("\n") + 1
        texts[side] = texts[side].replace(was, now, 1)
        found = _told(tmp_path, texts["ja"], texts["en"])
        blamed = {getattr(finding, side).line for finding in found if getattr(finding, side) is not None}
        assert line in blamed, (was, now, found)


def _told(folder: Path, ja: str, en: str) -> list[bilingual.Finding]:
    (folder / "ja.txt").write_text(ja, encoding="utf-8")
    (folder / "en.txt").write_text(en, encoding="utf-8")
    report = bilingual.check(folder / "ja.txt", folder / "en.txt")
    return [finding for finding in report.findings if finding.severity.value != "info"]
