"""Words that a hyphen divides at the end of a line."""

from __future__ import annotations

import pytest
from pdf_maker import Maker

from bilingual.readers import read

ELSEWHERE = "The comprehensive income of non-controlling interests was forty million yen."


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        ("Net sales of the group increased to thirteen mil-", "lion yen in spite of higher prices of timber.", "thirteen million yen"),
        ("The amount attributable to the holders of non-", "controlling interests fell in the first half.", "of non-controlling interests"),
        ("Sales rose year on year in the second and in the third-", "quarter results of the segment of timber.", "third-quarter results"),
        ("The loss that was recorded includes other com-", "prehensive income of the foreign companies.", "other comprehensive income"),
    ],
)  # fmt: skip
def test_words_divided_between_lines(tmp_path, upper, lower, whole):
    """The hyphen stays where the document writes it within a line, or what stands behind it is a word of its own."""
    maker = Maker().text(60, 60, upper, 10).text(60, 74, lower, 10)
    maker.text(60, 120, ELSEWHERE, 10).text(60, 150, "In the last quarter of the year nothing changed.", 10)

    assert whole in read(maker.save(tmp_path / "a.pdf")).text


def test_divided_words_of_labels(tmp_path):
    """A narrow column divides the words of labels too; every character keeps its place."""
    maker = Maker().row(80, "", "2024", "2025", edges=(330, 430), size=8)
    maker.row(94, "Allowance for doubtful ac-", "(12)", "(14)", edges=(330, 430), size=8)
    maker.text(60, 103, "counts", 8)
    maker.row(118, "Land", "412", "412", edges=(330, 430), size=8)
    maker.row(132, "Other assets", "52", "61", edges=(330, 430), size=8)

    document = read(maker.save(tmp_path / "a.pdf"))
    assert "Allowance for doubtful accounts\t(12)\t(14)" in document.text
    assert len(document.layout.boxes) == 4 * len(document.text)
