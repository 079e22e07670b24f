"""Text that was cut into narrow lines reads as the text that was not."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

import bilingual
from bilingual.sides import read_side

CORPUS = Path(__file__).parents[2] / "corpus"
NAMES = (
    "cloud_year",
    "forecast_revision",
    "parts_maker",
    "sustainability",
    "telecom_pipes",
    "wholesale_year",
)
WIDTHS = ((24, 48), (30, 60))


def narrow(text, japanese, english):
    """Running text in lines of so many characters, Japanese not within a number; rows of tables stay whole."""
    lines = []
    for line in text.split("\n"):
        kana = bool(re.search("[ぁ-んァ-ヶ]", line))
        width = japanese if kana else english
        if re.search(r"\t|\||    ", line) or len(line) <= width:
            lines.append(line)
        elif kana:
            lines += re.findall(r"(?:[\d,.]+|.){%d,}?(?![\d,.])|.+$" % width, line)  # noqa: UP031 (braces)
        else:
            lines += textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines)


@pytest.mark.parametrize("widths", WIDTHS, ids=str)
@pytest.mark.parametrize("name", NAMES)
def test_narrow_lines_make_no_errors(tmp_path, name, widths):
    """A correct release is correct in narrow lines too: units, days and headings run over their ends."""
    paths = []
    for source in sorted((CORPUS / name).glob("*.txt")):
        if source.stem in ("release", "ja", "en"):
            path = tmp_path / source.name
            path.write_text(narrow(source.read_text(encoding="utf-8"), *widths), encoding="utf-8")
            paths.append(path)

    found = bilingual.check(*paths).findings

    assert [one.message for one in found if one.severity != "info"] == []


BROKEN = [
    ("Net sales for the full year are expected to be JPY97,500", "million, which is more than last year.", "JPY97,500 million"),
    ("The meeting of the Board that decided this was held in May", "2024, and nobody was against the decision.", "May 2024"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "printed"), BROKEN)
def test_a_figure_runs_over_the_end_of_a_narrow_line(tmp_path, first, second, printed):
    """A unit behind its figure and a year behind its month are read with them, however short the line is."""
    path = tmp_path / "en.txt"
    path.write_text(f"Outlook\n{first}\n{second}\n", encoding="utf-8")

    side = read_side(path)

    assert printed in [figure.printed for reading in side.readings for figure in reading.figures]
