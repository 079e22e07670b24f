"""Places in structured files: from the characters of the text back to page, cell and block."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest

from bilingual.model.document import Document, Language, Span
from bilingual.model.origin import BlockPlace, CellPlace, PageLayout, PagePlace, RunLayout, SegmentPlace
from bilingual.model.report import Spot

TEXT = "売上高\t95\n利益\t7\n"
CELLS = RunLayout(
    (0, 3, 4, 6, 7, 9, 10, 11),
    (
        CellPlace("PL", "A1"), None, CellPlace("PL", "B1"), None,
        CellPlace("PL", "A2"), None, CellPlace("PL", "B2"), None,
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "cell"),
    [(0, 3, "A1"), (4, 6, "B1"), (5, 6, "B1"), (3, 6, "B1"), (7, 11, "A2"), (10, 11, "B2"), (11, 12, None)],
)
def test_characters_lead_to_their_cell(start, end, cell):
    """A span stands in the first cell that it touches; separators and line ends stand nowhere."""
    origin = Document("a.xlsx", TEXT, layout=CELLS).origin(Span(start, end))

    assert (origin and origin.to_dict()["cell"]) == cell


def test_boxes_of_characters_are_joined_on_their_page():
    """The box of a span holds all its characters on the first page; what is on the next page does not widen it."""
    boxes = array("f", [10, 20, 15, 30, 15, 20, 20, 31, 1, 1, 0, 0, 5, 5, 9, 9])
    layout = PageLayout((0, 3), boxes)

    assert layout.origin(0, 2) == PagePlace(1, (10, 20, 20, 31))
    assert layout.origin(1, 4) == PagePlace(1, (15, 20, 20, 31))
    assert layout.origin(2, 3) == PagePlace(1)
    assert layout.origin(3, 4) == PagePlace(2, (5, 5, 9, 9))


def test_a_spot_takes_the_place_of_its_words():
    """Line and column of a finding lead to the cell; a text file has no other place than its lines."""
    spot = Spot(Language.JA, 2, 4, "7")

    assert spot.located(Document("a.xlsx", TEXT, layout=CELLS)).to_dict()["cell"] == "B2"
    assert spot.located(Document("a.txt", TEXT)) == replace(spot, origin=None)


@pytest.mark.parametrize(
    ("origin", "label"),
    [
        (PagePlace(3, (1, 2, 3, 4)), "p. 3, line 7"),
        (CellPlace("PL", "B12"), "PL!B12"),
        (BlockPlace(4), "block 5"),
        (BlockPlace(4, 0, 2), "block 5, row 1, column 3"),
        (BlockPlace(4, part="footnote 2"), "block 5, footnote 2"),
        (SegmentPlace("7"), "7"),
        (SegmentPlace("tu-1"), "7 (tu-1)"),
    ],
)
def test_places_have_names_for_people(origin, label):
    """Every place says where a person finds it, counted from 1."""
    assert origin.label(7) == label
