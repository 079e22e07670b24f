"""Steps over lines mend what is damaged and leave alone what is meant.

A case in ``cases/repairs_text_*.json`` is a small document: ``lines`` as they stand, ``read`` as they are read (missing
where nothing changes). ``known_failures`` are wishes: one that comes true fails until it is moved up.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import CLEAN

from bilingual.readers import from_text
from bilingual.text.layer import read_layer
from bilingual.text.normalize import fold
from bilingual.text.repair import STEPS, repair_lines

FILES = sorted((Path(__file__).parent.parent / "cases").glob("repairs_text_*.json"))


def cases(*kinds):
    """Cases of some kinds, named by file and reason."""
    return [
        pytest.param(case, id=f"{path.stem}-{case['why']}")
        for path in FILES
        for kind, found in json.loads(path.read_text(encoding="utf-8")).items()
        if kind in kinds
        for case in found
    ]


def read(case):
    """The lines of a case as they are read."""
    return [line.text for line in read_layer(from_text("\n".join(case["lines"]))).lines]


@pytest.mark.parametrize("case", cases("mended", "left_alone"))
def test_lines_are_read_right(case):
    """Lines are read as the case says, folded."""
    assert read(case) == [fold(line) for line in case.get("read", case["lines"])]


@pytest.mark.xfail(reason="known failure", strict=True)
@pytest.mark.parametrize("case", cases("known_failures"))
def test_known_failures(case):
    """What no step can tell yet."""
    assert read(case) == [fold(line) for line in case["read"]]


@pytest.mark.parametrize("case", cases("mended"))
def test_every_repair_is_told(case):
    """A line that is read otherwise has a repair that says what stands there, and where."""
    document = from_text("\n".join(case["lines"]))
    layer = read_layer(document)

    told = {document.line_number(repair.span.start) for repair in layer.repairs}

    changed = {n for n in layer.numbers if layer.line(n).text != fold(document.line_text(n))}
    assert changed == told
    for repair in layer.repairs:
        there = fold(document.text[repair.span.start : repair.span.end])
        broken = "\n" in there  # a row that the width of a mail broke
        assert broken or there in (repair.printed, repair.printed.rstrip())


@given(st.lists(st.sampled_from(CLEAN.read_text(encoding="utf-8").split("\n")), max_size=60))
def test_clean_lines_are_untouched(lines):
    """Lines of a clean document, in whatever order and number, are read as they stand."""
    layer = read_layer(from_text("\n".join(lines)))

    assert not repair_lines(layer.lines)[1]


def test_steps_are_named_once():
    """No two steps share a name."""
    assert len({name for name, _, _ in STEPS}) == len(STEPS)
