"""Whatever a text layer does to lines, a check reports and never stops."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import bilingual

CORPUS = Path(__file__).parent.parent / "corpus"
RELEASES = sorted(CORPUS.glob("*/release.txt"))
SEEDS = range(6)


def tear(lines, rng):
    """Lines broken, cut short, joined, lost and parted by blanks at some forty places."""
    torn = list(lines)
    for _ in range(40):
        at = rng.randrange(len(torn) - 1)
        line = torn[at]
        cut = rng.randint(0, len(line))
        made = {
            "blank": ["", line],
            "lost": [],
            "end lost": [line[:cut]],
            "start lost": [line[cut:]],
            "narrow": [line.replace("  ", " ")],
            "broken": [line[:cut], line[cut:]],
        }
        torn[at : at + 1] = made[rng.choice(sorted(made))]
    return torn


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.parent.name)
def test_torn_lines_stop_no_check(path, seed, tmp_path):
    """A release whose lines were torn at random is read and reported."""
    lines = path.read_text(encoding="utf-8").split("\n")
    torn = tmp_path / "release.txt"
    torn.write_text("\n".join(tear(lines, random.Random(f"{path.parent.name}/{seed}"))), encoding="utf-8")

    assert bilingual.check(torn).to_dict()["findings"]
