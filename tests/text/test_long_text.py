"""Text without an end: sentences, paragraphs and files in one line are read in pieces that can be compared."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilingual
from bilingual.model.document import Document, Language
from bilingual.text.layer import read_layer
from bilingual.text.segments import LONGEST_BLOCK, split_segments
from bilingual.text.sentences import LONGEST_SENTENCE, split_sentences

languages = pytest.mark.parametrize("language", list(Language))


@languages
@given(words=st.lists(st.sampled_from(["1,234", "百万円", "and", "、", ", ", " ", "net sales", "。", ". "])))
def test_pieces_hold_all_the_text(language, words):
    """Nothing but blanks is lost where a long sentence is cut, and no piece is too long."""
    text = "".join(words) * (1 + 9_000 // (1 + len("".join(words))))
    spans = split_sentences(text, language)

    assert all(end - start <= LONGEST_SENTENCE[language] for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "language, text",
    [
        (Language.JA, "店舗別の売上高は、1,234百万円、" * 400),
        (Language.EN, "Sales by store were JPY1,234 million, " * 400),
    ],
)
def test_long_sentences_are_cut_at_a_pause(language, text):
    """No figure is cut in two."""
    pieces = [text[start:end] for start, end in split_sentences(text, language)]

    assert len(pieces) > 1
    assert all(piece.endswith(("、", ",")) for piece in pieces)


@languages
def test_long_paragraphs_are_several_blocks(language):
    """A page without a blank line is several blocks, in order."""
    sentence = (
        "売上高は1,234百万円でした。" if language is Language.JA else "Net sales were 1,234 million yen. "
    )
    segments = split_segments(read_layer(Document("", sentence * 1_000)), [1], language)
    blocks = [segment.block for segment in segments]

    assert blocks == sorted(blocks)
    for block in set(blocks):
        assert sum(len(s.text) for s in segments if s.block == block) <= LONGEST_BLOCK[language]


def test_a_wrong_figure_is_found_in_a_file_of_one_line(tmp_path):
    """Hundreds of statements in one line are compared one by one."""
    sales = [1_000 + 37 * number for number in range(400)]
    ja, en = tmp_path / "ja.txt", tmp_path / "en.txt"
    ja.write_text(
        "".join(f"店舗{n}の売上高は{value:,}百万円でした。" for n, value in enumerate(sales, 1)), "utf-8"
    )
    sales[250] += 300
    en.write_text(
        "".join(f"Sales of store {n} were {value:,} million yen. " for n, value in enumerate(sales, 1)),
        "utf-8",
    )

    errors = [finding for finding in bilingual.check(ja, en).findings if finding.severity == "error"]

    assert len(errors) == 1
    assert "10,250" in errors[0].message
    assert "10,550" in errors[0].message
