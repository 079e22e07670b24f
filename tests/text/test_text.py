"""Languages of lines, segments and sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import CLEAN, HOSTILE

from bilingual.model.document import Language
from bilingual.model.segment import SegmentKind
from bilingual.readers import from_text, read
from bilingual.text.language import language_ranges, line_languages
from bilingual.text.layer import read_layer
from bilingual.text.normalize import fold, join_texts, map_text, slice_text
from bilingual.text.segments import split_segments
from bilingual.text.sentences import split_sentences

JA_BLOCK = "売上高は95億円となりました。\n営業利益は12億円です。\n\n\tUSD (1)\tJPY\t% of Total Revenues\n売上高\t1\t2\t3\nEBITDA\t4\t5\t6\n"
EN_BLOCK = "Net sales were JPY9.5 billion.\nOperating profit was JPY1.2 billion.\n\n\tUSD (1)\tJPY\nNet sales\t1\t2\nSatō Tarō (佐藤太郎), President\n"


def languages(text):
    """Languages of the lines that are not blank."""
    return [language for language in line_languages(read_layer(from_text(text))) if language]


@pytest.mark.parametrize(("first", "second"), [(JA_BLOCK, EN_BLOCK), (EN_BLOCK, JA_BLOCK)])
def test_either_order(first, second):
    """English names in Japanese tables and Japanese names on English pages stay with their surroundings."""
    found = languages(first + "\n\n" + second)

    assert len(set(found)) == 2
    assert sum(a is not b for a, b in pairwise(found)) == 1


def test_interleaved_sections():
    """Sections that alternate are told apart one by one."""
    text = "\n\n".join([JA_BLOCK, EN_BLOCK] * 3)

    ranges = language_ranges(line_languages(read_layer(from_text(text))))

    assert [len(ranges[language]) for language in Language] == [3, 3]


SENTENCES = [
    (Language.EN, "Sales of ABC Inc. rose. The U.S. unit grew 2.5% in No. 1 markets.", 2),
    (Language.EN, '"Demand stayed firm," said the president. "We expect more."', 2),
    (Language.EN, "It was approx. JPY10.0 billion at 9:00 a.m. EST on Nov. 13, 2001.", 1),
    (Language.EN, "Results of Example Co., Ltd. were announced by Mr. Sato.", 1),
    (Language.JA, "売上高は95億円です。利益は12億円でした。", 2),
    (Language.JA, "社長は「好調です。今後も期待します。」と述べました。", 1),
    (Language.JA, "成長率(約40%。前期は30%。)を見込みます。", 1),
]


def test_heads_in_latin_letters_stay_with_their_table():
    """Heads of columns without tabs are in Latin letters on Japanese pages too."""
    text = "四半期連結損益計算書\n2024年9月期 2023年9月期\nJPY % of Total Revenues JPY % of Total Revenues YOY Chg %\n売上高 4,000 100.0% 3,000 100.0% 33.3%\n売上原価 3,000 75.0 2,000 66.7 50.0"

    assert set(languages(text)) == {Language.JA}


def test_heads_of_a_grid_stay_with_their_table():
    """English words set apart right of the labels are heads on Japanese pages too."""
    deep = " " * 24
    text = f"四半期連結損益計算書\n{deep}% of      % of\n{deep}Total     Total\n{deep}JPY       JPY\n売上高                  4,000     3,000"

    assert set(languages(text)) == {Language.JA}


@pytest.mark.parametrize(("language", "text", "count"), SENTENCES)
def test_sentences(language, text, count):
    """Abbreviations, quotations and brackets end no sentence."""
    assert len(split_sentences(text, language)) == count


SEGMENTS = [
    ("- 売上高は95億円です。\n- 費用は12億円です。\n", Language.JA, [SegmentKind.LIST_ITEM] * 2),
    ("注記(1): 1ドルは119円です。\n", Language.JA, [SegmentKind.NOTE]),
    (
        "業績の概要\n\n売上高は95億円となりました。\n",
        Language.JA,
        [SegmentKind.HEADING, SegmentKind.SENTENCE],
    ),
    ("Table 3. Bandwidth\n", Language.EN, [SegmentKind.CAPTION]),
    ("Revenues\n\nSales rose by 3%.\n", Language.EN, [SegmentKind.HEADING, SegmentKind.SENTENCE]),
]


@pytest.mark.parametrize(("text", "language", "kinds"), SEGMENTS)
def test_kinds_of_segments(text, language, kinds):
    """Headings, list items, notes and captions are recognised."""
    document = from_text(text)

    found = split_segments(read_layer(document), range(1, document.last_line + 1), language)

    assert [segment.kind for segment in found] == kinds


def test_sentence_across_a_page_break():
    """A running head and a page number inside a sentence are left out of it."""
    text = (
        "The expansion is meant to make the network of the whole country more diverse and its traffic\n\n"
        "Example Networks Inc.\n\nMay 13, 2025\n\nPage 4\n\nless concentrated on one city.\n\n"
        "Another paragraph ends here with a figure of JPY3.\n\nExample Networks Inc.\n\nMay 13, 2025\n\nPage 5\n"
    )
    document = from_text(text)

    found = split_segments(read_layer(document), range(1, document.last_line + 1), Language.EN)

    assert "its traffic less concentrated" in found[0].text
    assert not any("Page" in segment.text for segment in found)


@pytest.mark.parametrize("source", [CLEAN.read_text(encoding="utf-8"), HOSTILE])
def test_every_character_leads_back(source):
    """Characters of a segment stand in the document where the map says."""
    document = from_text(source)
    for language in Language:
        for segment in split_segments(read_layer(document), range(1, document.last_line + 1), language):
            for index, character in enumerate(segment.text):
                printed = document.text[segment.content.offset(index)] if segment.text[index] != " " else " "
                assert character == " " or fold(printed) == character


@given(st.text(max_size=200))
def test_folding_keeps_length(text):
    """Folding maps one character to one."""
    assert len(fold(text)) == len(text)


@given(st.lists(st.text(alphabet="aあ１<i>/ \\$*", max_size=30), max_size=5), st.integers(0, 20))
def test_joined_and_sliced_text_leads_back(parts, start):
    """Joined and cut texts keep the way back to the document."""
    source = "\n".join(parts)
    offset, mapped = 0, []
    for part in parts:
        mapped.append(map_text(part, offset))
        offset += len(part) + 1
    joined = join_texts(mapped)
    piece = slice_text(joined, min(start, len(joined.text)), len(joined.text))

    for index, character in enumerate(piece.text):
        assert fold(source[piece.offset(index)]) == character


def test_superscripts_never_join_a_figure():
    """Note marks survive folding as they are."""
    assert fold("１，２３４²①") == "1,234²①"


def test_repairs_are_reported():
    """Control characters and radicals that folding changed are named with their places."""
    kinds = {repair.step for repair in read_layer(from_text("売上⾼\x07は95億円")).repairs}

    assert kinds == {"control_characters", "kangxi_radicals"}


def test_packaged_release_is_split_in_two():
    """The packaged release holds one run of each language."""
    ranges = language_ranges(line_languages(read_layer(read(CLEAN))))

    assert all(len(ranges[language]) == 1 for language in Language)


def test_figures_at_the_end_of_a_paragraph_stay_with_it():
    """The last line of a paragraph may hold a figure and no word; the next one opens a section in the other language."""
    lines = [
        "売上高は増加する見込みです。",
        "The loan-to-value ratio is expected to rise from 43.8% to",
        "44.9%.",
        "３．今後の見通し",
        "次のとおりです。",
    ]

    assert languages("\n".join(lines)) == [Language.JA, Language.EN, Language.EN, Language.JA, Language.JA]


def test_short_labels_of_a_table_are_words():
    """A table of months and totals is English though its labels are short, below the Japanese one and above Japanese text."""
    ja = [
        "４月                205,100",
        "５月                198,700",
        "６月                176,900",
        "累計                580,700",
    ]
    en = [
        "                 Units sold",
        "April               205,100",
        "May                 198,700",
        "June                176,900",
        "July                181,200",
        "August              190,400",
        "Total               952,300",
    ]
    text = ["次のとおりです。", *ja, *en, "上記の累計は、計画の97.2％に相当します。"]

    assert languages("\n".join(text)) == [Language.JA] * 5 + [Language.EN] * 7 + [Language.JA]
