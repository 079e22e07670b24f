"""The vocabulary of contrasts is sound: complete, in order, without doubles, and fast to search."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import ROOT

from bilingual.checks import CHECKS
from bilingual.contrasts import read_contrasts, said, vocabulary
from bilingual.contrasts.pieces import alternatives, pieces
from bilingual.contrasts.vocabulary import FIELDS, contrasts
from bilingual.model.document import Language
from bilingual.text.normalize import fold

ALL = contrasts()
PLACES = {"segments", "sentences", "labels", "heads", "over", "figures", "boundary"}
LINES = [
    line
    for line in (ROOT / "bilingual" / "contrasts" / "members.tsv").read_text(encoding="utf-8").splitlines()
    if line and line[0] not in "#@"
]


@pytest.mark.parametrize("contrast", ALL, ids=lambda contrast: contrast.name)
def test_a_contrast_can_tell_something(contrast):
    """A contrast has several members, a rule, a place, and words in either language for different members."""
    names = [member.name for member in contrast.members]
    by_language = [
        {member.name for member in contrast.members if member.words[language]} for language in Language
    ]

    assert len(names) > 1
    assert len(set(names)) == len(names)
    assert contrast.rule in {check.code for check in CHECKS}
    assert contrast.where
    assert contrast.where <= PLACES
    assert all(by_language)
    assert len(by_language[0] | by_language[1]) > 1


def test_names_are_unique():
    """No two contrasts have one name."""
    names = [contrast.name for contrast in ALL]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("contrast", ALL, ids=lambda contrast: contrast.name)
@pytest.mark.parametrize("language", Language)
def test_no_word_means_two_members(contrast, language):
    """What surely means one member means no other of its contrast."""
    words = [set(alternatives(member.words[language])) - {""} for member in contrast.members]

    assert not [one & other for one, other in combinations(words, 2) if one & other]


@pytest.mark.parametrize("line", LINES, ids=lambda line: "/".join(line.split("\t")[3:5]))
def test_words_stand_in_order(line):
    """The words of a field are sorted, the longer before what it starts with, and none stands twice."""
    fields = line.split("\t")
    assert len(fields) <= len(FIELDS)
    for field in fields[5:]:
        words = alternatives(field)

        assert words == sorted(set(words), key=lambda word: word.casefold() + "\U0010ffff")


REPEATED_RE = re.compile(r"[*+]|\{\d*,\d*\}")


@pytest.mark.parametrize("contrast", ALL, ids=lambda contrast: contrast.name)
def test_no_pattern_repeats_what_repeats(contrast):
    """No group that repeats without end holds what repeats: no text takes more than its length in steps."""
    for member in contrast.members:
        for pattern in (*member.words.values(), *member.others.values()):
            for match in re.finditer(r"\)(?:[*+]|\{\d*,\})", pattern):
                depth, start = 0, match.start()
                while True:
                    depth += {")": 1, "(": -1}.get(pattern[start], 0)
                    if not depth:
                        break
                    start -= 1
                assert not REPEATED_RE.search(pattern[start : match.start()]), pattern


PAIRS = [
    [fold(text) for text in line.split("\t")[:2]]
    for line in (ROOT / "tests" / "cases" / "pairs_right.tsv").read_text(encoding="utf-8").splitlines()[::40]
]


@pytest.mark.parametrize("language", Language)
def test_what_a_text_may_name_is_all_that_it_names(language):
    """Members that the pieces of a text leave out have no word in it."""
    known = vocabulary("segments")
    for text in (pair[language is Language.EN] for pair in PAIRS):
        named = known.named_in(text, language)

        for number, contrast in enumerate(known.contrasts):
            left_out = [each for each in contrast.members if each not in named.get(number, ())]
            assert not said(left_out, text, language), text


atoms = st.one_of(
    st.sampled_from(["年", "期", "営業", "a", r"\.", r"\d", ".", "[月日]", r"[^月\]]", r"[\]期]"]),
    st.sampled_from(["(?:前|翌)", "(?:[上下]期|末日?)", "(?!間)", "(?:の(?:年|月))"]),
)
counted = st.builds(
    lambda atom, count: atom if atom.startswith("(?!") else atom + count,
    atoms,
    st.sampled_from(["", "", "", "?", "*", "+", "+?", "{2}", "{0,2}", "{,2}"]),
)
pattern_strategy = st.lists(
    st.lists(counted, min_size=1, max_size=4).map("".join), min_size=1, max_size=3
).map("|".join)


@given(pattern_strategy, st.text("前翌年月日期間末営業上下のa.]1", max_size=30))
@settings(max_examples=400)
def test_pieces_are_in_every_match(pattern, text):
    """A text that a pattern matches holds one of its pieces."""
    needed = pieces(pattern)

    if needed is not None and re.search(pattern, text):
        assert any(piece in text for piece in needed)


def test_lines_become_contrasts():
    """Pieces are filled in, remarks left out, missing fields empty."""
    text = "# remark\n@of_tax\t(?:taxes|tax)\nTRM001\tsegments\t\ttax\tbefore\t税引前\tbefore @of_tax@\nTRM001\tsegments\t\ttax\tafter\t税引後\tafter @of_tax@\t\tnet\n"

    (contrast,) = read_contrasts(text)

    assert [member.words[Language.EN] for member in contrast.members] == [
        "before (?:taxes|tax)",
        "after (?:taxes|tax)",
    ]
    assert contrast.members[1].others == {Language.JA: "", Language.EN: "net"}


def test_members_of_a_contrast_stand_together() -> None:
    """A contrast whose lines are parted would silently be two that tell nothing apart: its reader says so."""
    lines = [
        "TRM001\tsegments\t\tcolour\tred\t赤\tred",
        "TRM001\tsegments\t\tshape\tround\t丸\tround",
        "TRM001\tsegments\t\tcolour\tblue\t青\tblue",
    ]
    assert [contrast.name for contrast in read_contrasts("\n".join(lines[::2]))] == ["colour"]
    with pytest.raises(ValueError, match="colour do not stand together"):
        list(read_contrasts("\n".join(lines)))
