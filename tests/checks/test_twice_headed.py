"""A head that stands over two columns of one version, while the other version and another table tell the two apart."""

from __future__ import annotations

import pytest

from bilingual import check

ROWS = (("売上高", "Net sales"), ("営業利益", "Operating profit"), ("資産", "Assets"))
YEARS = ((2025, ((82_417, 61_238, 34_583), (8_417, 5_126, 912), (78_214, 61_872, 31_426))),
         (2026, ((89_126, 63_874, 37_500), (9_873, 6_218, 304), (82_016, 64_327, 32_814))))  # fmt: skip
JA, EN = ("産業機械", "精密部品", "環境プラント"), ("Machinery", "Components", "Plants")


def release(heads, labels, title, unit):
    """Tables of the segments of two years, with the heads of each."""
    lines = []
    for (year, values), names in zip(YEARS, heads, strict=True):
        lines += [title.format(year=year), unit, "\t".join(("", *names))]
        lines += [
            "\t".join((label, *(f"{value:,}" for value in row)))
            for label, row in zip(labels, values, strict=True)
        ]
        lines.append("")
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("ja_heads", "en_heads", "told"),
    [
        ((JA, JA), (EN, EN), False),
        ((JA, JA), (EN, ("Machinery", "Plants", "Plants")), True),
        ((JA, ("産業機械", "精密部品", "精密部品")), (EN, EN), True),
        ((JA, JA), (("Machinery", "Plants", "Plants"), ("Machinery", "Plants", "Plants")), False),
    ],
)
def test_a_head_over_two_columns(tmp_path, ja_heads, en_heads, told):
    """It is told where another table gives the head beside it another translation; without one nothing is known."""
    ja, en = tmp_path / "ja.txt", tmp_path / "en.txt"
    ja.write_text(
        release(ja_heads, [label for label, _ in ROWS], "{year}年3月期 セグメント情報", "(単位:百万円)"),
        encoding="utf-8",
    )
    en.write_text(
        release(
            en_heads,
            [label for _, label in ROWS],
            "Segment information, fiscal year ended March 31, {year}",
            "(Millions of yen)",
        ),
        encoding="utf-8",
    )

    found = [item for item in check(ja, en).findings if item.severity != "info"]
    assert [item.rule for item in found] == (["TBL002"] if told else [])
