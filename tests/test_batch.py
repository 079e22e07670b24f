"""A folder is paired by name."""

from __future__ import annotations

import pytest

from bilingual import InputError
from bilingual.batch import find_pairs, find_singles

FOLDERS = [
    (["q1_ja.txt", "q1_en.txt"], [("q1_ja.txt", "q1_en.txt")], []),
    (["q1-JA.md", "q1-EN.md"], [("q1-JA.md", "q1-EN.md")], []),
    (["q1.ja.txt", "q1.en.txt"], [("q1.ja.txt", "q1.en.txt")], []),
    (["ja.txt", "en.txt"], [("ja.txt", "en.txt")], []),
    (["ja/q1.txt", "en/q1.txt"], [("ja/q1.txt", "en/q1.txt")], []),
    (["ja/q1_ja.txt", "en/q1_en.txt"], [("ja/q1_ja.txt", "en/q1_en.txt")], []),
    (
        ["b_ja.txt", "b_en.txt", "a_ja.txt", "a_en.txt", "ja/c.txt", "en/c.txt"],
        [("a_ja.txt", "a_en.txt"), ("b_ja.txt", "b_en.txt"), ("ja/c.txt", "en/c.txt")],
        [],
    ),
    (
        ["q1_ja.txt", "q1_en.txt", "q2_ja.txt", "en/q3.txt"],
        [("q1_ja.txt", "q1_en.txt")],
        ["en/q3.txt", "q2_ja.txt"],
    ),
    (["q1_ja.pdf", "q1_en.docx"], [("q1_ja.pdf", "q1_en.docx")], []),
    (
        ["q1_ja.pdf", "q1_en.pdf", "q1_ja.xlsx", "q1_en.html", "q2_ja.docx"],
        [("q1_ja.pdf", "q1_en.pdf"), ("q1_ja.xlsx", "q1_en.html")],
        ["q2_ja.docx"],
    ),
    (
        ["q1_ja.txt", "q1_en.txt", "notes.txt", ".q2_ja.txt", "q3_ja.png"],
        [("q1_ja.txt", "q1_en.txt")],
        [],
    ),
]
WITHOUT = [
    [],
    ["notes.txt"],
    ["q1_ja.txt", "q2_en.txt"],
    ["mania.txt", "men.txt"],
    ["q1_ja.pdf", "q1_ja.md", "q1_en.txt"],
]


def filled(folder, names):
    """A folder with empty files."""
    for name in names:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return folder


@pytest.mark.parametrize(("names", "pairs", "singles"), FOLDERS, ids=lambda value: " ".join(map(str, value)))
def test_pairs_are_found_by_name(tmp_path, names, pairs, singles):
    """Marks at the end of names, and folders named for the languages, make pairs in order of their names."""
    filled(tmp_path, names)

    assert find_pairs(tmp_path) == [(tmp_path / ja, tmp_path / en) for ja, en in pairs]
    assert find_singles(tmp_path) == [tmp_path / name for name in singles]


@pytest.mark.parametrize("names", WITHOUT, ids=" ".join)
def test_a_folder_without_pairs_says_how_to_name_files(tmp_path, names):
    """Names that merely end alike, or that several files could answer to, are no pair."""
    with pytest.raises(InputError, match=r"NAME_ja\.txt"):
        find_pairs(filled(tmp_path, names))
