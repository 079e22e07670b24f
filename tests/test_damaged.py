"""A damaged text layer changes nothing of what is found: the same errors and warnings, and no new ones."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

import damage
import pytest

from bilingual import pipeline

CORPUS = Path(__file__).parent.parent / "corpus"
DOCUMENTS = {
    "cloud_year": ("planted.txt",),
    "network_quarter": ("planted.txt",),
    "hosting_columns": ("planted.txt",),
    "parts_maker": ("planted_ja.txt", "planted_en.txt"),
    "sustainability": ("planted_ja.txt", "planted_en.txt"),
}
KINDS = {
    "overprint_twice": lambda lines, rng: damage.overprint(lines, rng, 2),
    "overprint_four_times": lambda lines, rng: damage.overprint(lines, rng, 4),
    "overprint_letters": damage.overprint_letters,
    "dots": damage.dots,
    "letters": damage.letters,
    "ghosts": damage.ghosts,
    "brackets": damage.brackets,
    "merged": damage.merged,
    "torn": damage.torn,
}


@cache
def lines_of(name, file):
    """The lines of a document of the corpus."""
    return tuple((CORPUS / name / file).read_text(encoding="utf-8").split("\n"))


@cache
def found_in_original(name):
    """What is found in the document as it is."""
    return serious([CORPUS / name / file for file in DOCUMENTS[name]])


def serious(paths):
    """Rule and places of every error and warning, without what the damage does to the print."""
    return {
        (item.rule, plain(item.ja), plain(item.en))
        for item in pipeline.check(*paths).findings
        if item.severity != "info"
    }


def plain(spot):
    """The words of a place without separators; letters for digits and copies undone."""
    if spot is None:
        return ""
    text = re.sub(r"[.,()（）]", "", spot.text)
    text = re.sub(r"(?<=\d)O|O(?=\d)", "0", re.sub(r"(?<=\d)l|l(?=\d)", "1", text))
    for copies in (4, 2):
        match = re.fullmatch(rf"(.{{2,}}?)\1{{{copies - 1}}}", text)
        text = match[1] if match else text
    return text[::2] if re.fullmatch(r"(?:([^\W\d_])\1){3,}", text) else text


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_damaged_twin_is_judged_alike(name, kind, tmp_path):
    """The damaged twin of a document with planted errors gives the same errors and warnings, none above."""
    rng = random.Random(f"{kind}{name}")
    paths, changed = [], False
    for file in DOCUMENTS[name]:
        before = list(lines_of(name, file))
        after = KINDS[kind](before, rng)
        changed |= after != before
        paths.append(tmp_path / file)
        paths[-1].write_text("\n".join(after), encoding="utf-8")
    if not changed:
        pytest.skip("nothing in it can be damaged so")

    assert serious(paths) == found_in_original(name)
