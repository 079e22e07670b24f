"""Running text in two columns is read one column after the other; whatever else has a strip of blanks stays as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import CLEAN

from bilingual.model.document import Language
from bilingual.model.repair import Damage
from bilingual.readers import from_text
from bilingual.text.language import line_languages
from bilingual.text.layer import read_layer
from bilingual.text.normalize import fold
from bilingual.text.segments import split_segments

CASES = json.loads((Path(__file__).parent.parent / "cases" / "side_by_side.json").read_text(encoding="utf-8"))


def named(kind):
    """Cases of a kind, named by what they are."""
    return [pytest.param(case, id=case["why"]) for case in CASES[kind]]


def layer_of(case):
    """The layer of the lines of a case."""
    return read_layer(from_text("\n".join(case["lines"])))


def read_in_order(layer):
    """The running text of a layer, without blanks."""
    language = max(Language, key=line_languages(layer).count)
    segments = split_segments(layer, list(layer.numbers), language)
    return "".join("".join(segment.text.split()) for segment in segments)


@pytest.mark.parametrize("case", named("divided"))
def test_columns_are_read_one_after_the_other(case):
    """Both columns come whole, the left one first."""
    layer = layer_of(case)
    (first, past), *more = layer.columns

    left, right = case["columns"]
    assert not more
    assert [layer.line(n).text.strip() for n in range(first, past) if layer.line(n).text.strip()] == list(
        map(fold, left)
    )
    assert [layer.beside[n].text for n in sorted(layer.beside)] == list(map(fold, right))
    read = read_in_order(layer)
    tails = [read.index("".join(fold(part).split()).lstrip("・-")[-10:]) for part in (left[-1], right[-1])]
    assert tails == sorted(tails)


@pytest.mark.parametrize("case", named("left_alone"))
def test_other_strips_of_blanks_divide_nothing(case):
    """Tables, labels, addresses and the like stay on their lines."""
    layer = layer_of(case)

    assert not layer.columns
    assert not layer.beside


@pytest.mark.parametrize("case", named("divided"))
def test_every_character_leads_to_its_place(case):
    """Both columns lead back to where the document has them, and every division is told."""
    layer = layer_of(case)
    document = layer.document

    for number, content in layer.beside.items():
        span = content.span(0, len(content.text))
        assert document.line_number(span.start) == number
        assert fold(document.text[span.start : span.end]) == content.text
    told = [repair for repair in layer.repairs if repair.damage is Damage.BESIDE]
    assert {document.line_number(repair.span.start) for repair in told} == set(layer.beside)
    assert all(fold(document.text[r.span.start : r.span.end]) == r.printed for r in told)


@given(st.lists(st.sampled_from(CLEAN.read_text(encoding="utf-8").split("\n")), max_size=60))
def test_clean_lines_are_never_divided(lines):
    """Lines of a document without columns are left alone, in whatever order and number."""
    assert not read_layer(from_text("\n".join(lines))).columns


@given(
    st.lists(
        st.sampled_from(sorted({line for case in CASES["divided"] for line in case["lines"]})),
        max_size=30,
        unique=True,
    )
)
def test_nothing_is_lost(lines):
    """However lines of columns follow each other, every character is read once; a line printed twice may be overprint."""
    layer = read_layer(from_text("\n".join(lines)))

    for number in layer.numbers:
        parts = layer.line(number).text + (layer.beside[number].text if number in layer.beside else "")
        assert "".join(parts.split()) == "".join(fold(layer.document.line_text(number)).split())
