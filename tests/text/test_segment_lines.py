"""Which lines run on as one sentence, and which stand by themselves."""

from __future__ import annotations

import pytest

from bilingual.model.document import Document, Language
from bilingual.model.segment import SegmentKind
from bilingual.text.furniture import furniture_lines
from bilingual.text.layer import read_layer
from bilingual.text.segments import split_segments

RUN_ON = [
    (
        "当期の売上高は前年同期に比べて増加し、主力の部品の販売が伸びたことから1,8",
        "32百万円となりました。",
        "1,832百万円",
    ),
    (
        "第3四半期には保有していた関連会社の株式の売却により利益を計上する見込みで約16億",
        "円となります。",
        "約16億円",
    ),
    (
        "主力の機器の販売が伸びたことから、当期の売上高は前年同期を上回り、JPY",
        "300 millionとなりました。",
        "JPY 300",
    ),
    (
        "原材料費の上昇と為替の影響を受けましたが、当期の営業利益率は4.",
        "8%と前年同期から低下しました。",
        "4.8%",
    ),
]
APART = [
    (
        "①期末発行済株式数を合わせた数を示します    2026年3月期    51,200,000株",
        "②期末自己株式数    2026年3月期    1,201株",
    ),
    ("期末発行済株式数は自己株式を含めて次のとおりです", "①期末の株式数は5,120株"),
    ("△2,671", "(13.4%)"),
    ("増減率", "(10.5%)"),
    ("1,050.00", "1円未満の端数は切り捨てて表示しています。"),
]


TITLE = "2025年度は、対前年度比25.2%の売上成長および営業利益の黒字化を実現"
LONG = (
    "本決算発表に伴う説明会の模様を5月22日よりインターネット上で公開しております。資料は当社の窓口でもお配りして"
    "おりますので、ご希望の方は事前にお電話でお申し込みください。"
)


def test_a_title_is_no_beginning_of_a_long_paragraph():
    """A line that ends far from the page's edge, on a noun, does not go on behind a gap."""
    document = Document("", f"{TITLE}\n\n{LONG}\n\n次に{LONG}")
    found = split_segments(read_layer(document), [1, 2, 3, 4, 5], Language.JA)

    assert found[0].content.text == TITLE
    assert found[0].kind is SegmentKind.HEADING


def test_a_figure_goes_on_over_a_page():
    """百 and 千 end no figure: what stands behind the page's foot belongs to it, however short the line is."""
    lines = [
        LONG,
        "",
        "費用の総額は前年同期に比べて微増となった。その内、販売費は714百",
        "",
        "- 2 -",
        "",
        "万円で、前年同期を2.6%上回った。",
    ]
    found = split_segments(read_layer(Document("", "\n".join(lines))), list(range(1, 8)), Language.JA)

    assert found[-1].content.text == "その内、販売費は714百万円で、前年同期を2.6%上回った。"


def test_a_word_goes_on_over_a_gap():
    """A line that reaches the page's edge goes on behind a gap, even in the middle of a word."""
    lines = [
        "当社は第三者割当による増資の払込を9月に完了し、会社更生手続に伴う損失を補って、財務基",
        "盤を強化した結果、債務超過は解消しました。",
    ]
    found = split_segments(read_layer(Document("", "\n\n".join(lines))), [1, 2, 3], Language.JA)

    assert "財務基盤を" in found[0].content.text


def test_a_capitalised_line_is_a_headline():
    """A headline may be longer than other headings; its long words have capitals."""
    text = "Minato Net Achieves 25.2% Revenue Growth and Positive Operating Income for the Fiscal Year Ended March 31, 2025"
    (found,) = split_segments(read_layer(Document("", text)), [1], Language.EN)

    assert found.kind is SegmentKind.HEADING


def test_a_sentence_goes_on_over_a_gap():
    """A line that ends on a preposition goes on behind blank lines, even with a capital or a digit."""
    text = "Revenues were JPY 9,185 million, an increase of 10.1% from JPY 8,344 million in\n\n1Q03, though less than before."
    found = split_segments(read_layer(Document("", text)), [1, 2, 3], Language.EN)

    assert [segment.block for segment in found] == [0]
    assert "million in 1Q03" in found[0].text


def segments(first, second):
    """The texts of the segments of two lines."""
    document = Document("", f"{first}\n{second}")
    found = split_segments(read_layer(document), [1, 2], Language.JA)
    return [segment.content.text for segment in found]


@pytest.mark.parametrize(("first", "second", "words"), RUN_ON)
def test_lines_that_run_on(first, second, words):
    """Numbers, their units and words go on over the end of a line."""
    (text,) = segments(first, second)

    assert words in text


@pytest.mark.parametrize(("first", "second"), APART)
def test_lines_that_stand_apart(first, second):
    """Lists and words in columns are no running text."""
    assert len(segments(first, second)) == 2


ITEMS = {
    Language.JA: [
        "  受注高は412億円（前年同期比＋6.1％）、受注残高は過去最高の1,038億円を更新し、通期の計画に対して順調に推移",
        "  搬送装置は国内の物流施設向けが一巡し、前年同期の58億円から47億円へ減少",
        "  通期の受注高の予想を800億円から830億円へ引き上げ",
    ],
    Language.EN: [
        "  Orders of ¥41.2 billion (+6.1% YoY), with a record backlog of ¥103.8 billion that supports our plan for the full",
        "  year",
        "  Conveyors fell from ¥5.8 billion to ¥4.7 billion as logistics demand in Japan ran its course",
        "  Orders guidance raised from ¥80.0 billion to ¥83.0 billion",
    ],
}
"""Items of a list whose marks the page draws."""


@pytest.mark.parametrize("language", list(ITEMS))
def test_items_without_their_marks_end_where_a_word_would_fit(language):
    """What would have stood on the line above begins another item; what was cut by the edge goes on."""
    lines = ITEMS[language]
    found = split_segments(
        read_layer(Document("", "\n".join(lines))), list(range(1, len(lines) + 1)), language
    )

    assert len({segment.block for segment in found}) == (3 if language is Language.EN else 2)
    assert found[-1].content.text == lines[-1].strip()


def test_shared_note_beside_page_numbers_is_no_running_head():
    """A sentence that states a figure is read, however often it stands next to page numbers; a title is not."""
    note = "注記(1): 米ドル表示額は、142.73円=1米ドルで換算した参考値です。"
    title = "北辰商事株式会社 決算短信"
    lines = []
    for page in range(3):
        lines += [title, "", note, "", f"- {page + 1} -", ""]

    found = furniture_lines(list(enumerate(lines, 1)))

    assert {number for number, line in enumerate(lines, 1) if line == title} <= found
    assert not {number for number, line in enumerate(lines, 1) if line == note} & found


@pytest.mark.parametrize(
    ("language", "above", "below", "joined"),
    [
        (
            Language.EN,
            "The board resolved to buy back up to 400,000 shares from May 9, 2025 to September 30,",
            "2026. The price is at most JPY600 million.",
            "September 30, 2026.",
        ),
        (
            Language.JA,
            "取締役会は自己株式の取得を決議しました。取得する期間は来る年の春までとし、取得する株式の総数は",
            "400,000株を上限とします。",
            "総数は400,000株",
        ),
    ],
)
def test_a_figure_begins_a_page_in_the_middle_of_a_sentence(language, above, below, joined):
    """A year behind its day, and what a particle opens, go on with the sentence of the page before."""
    document = Document("-", "\n".join([above, "", "- 8 -", "\f" + below]))
    layer = read_layer(document)

    found = list(split_segments(layer, list(layer.numbers), language))

    assert any(joined in segment.text for segment in found)


def test_a_year_belongs_to_its_month_over_a_page():
    """A sentence goes on with the year of the month that ends a page."""
    lines = [
        "We serve 1,920 shops, most of them in the Hokuriku region, with 22,000 items. In October",
        "",
        "- 3 -",
        "2024 we opened a cold store in Hakui, which brings our sites to seven.",
    ]
    found = split_segments(read_layer(Document("", "\n".join(lines))), [1, 2, 3, 4], Language.EN)

    assert "In October 2024 we opened" in found[1].content.text


def test_a_unit_belongs_to_the_figure_above():
    """A line that begins with the unit of the figure above goes on, however much room is left there."""
    lines = [
        "- 経常利益は2,916百万円と、前年度(1,082百万円)の2.7倍になった。経常利益率は5.2",
        "ポイント上昇し、9.6%となった。",
        "- 第3四半期の売上収益は9,929百万円(前年同期比20.7%増、前四半期比8.0%増)、親会社の所有者に帰属する当期利益は906百万円(前年同期は227百万円の損失)。",
    ]
    found = split_segments(read_layer(Document("", "\n".join(lines))), [1, 2, 3], Language.JA)

    assert found[1].content.text == "経常利益率は5.2ポイント上昇し、9.6%となった。"


LABELLED = {
    Language.JA: [
        "国内：主力の浄水器の販売が堅調に推移し、第３四半期は前年同期比3.1％増",
        "北米：販売代理店の在庫調整が進み、補修部品の受注が前年を８％下回る",
        "欧州：ドイツの新工場が４月に稼働",
    ],
    Language.EN: [
        "Japan: Sales of water purifiers were firm and rose 3.1% in Q3",
        "North America: Orders for spare parts fell 8% short of a year ago",
        "Europe: The new plant in Germany started operation in April",
    ],
}
"""Items of a list that each name what they are about; their marks are drawn."""


@pytest.mark.parametrize("language", list(LABELLED))
def test_items_that_name_their_subject_stand_apart(language):
    """Every line that begins with a name and a colon is an item, however long the line above is."""
    lines = LABELLED[language]
    found = split_segments(read_layer(Document("", "\n".join(lines))), [1, 2, 3], language)

    assert [segment.content.text[:5] for segment in found] == [line.replace("：", ":")[:5] for line in lines]


SPACED = [
    "Ordinary income rose by ¥1,107 million as interest on loans and dividends on",
    "securities increased, while ordinary expenses were higher owing to deposits",
    "and to losses on the sale of bonds. As a result, ordinary profit increased by",
    "¥368 million to ¥2,160 million. The bank expects a further increase in loans",
    "to small companies and in commissions on investment trusts, which were in",
    "great demand, and will raise its dividend for the third year in succession",
    "to ¥90 per share.",
    "",
    "The outlook is unchanged.",
]


def test_lines_far_apart_are_one_paragraph():
    """Where a blank line stands between all lines, it parts no sentences; two part paragraphs."""
    text = "\n\n".join(SPACED)
    document = Document("", text)
    layer = read_layer(document)
    found = split_segments(layer, list(range(1, document.last_line + 1)), Language.EN)

    assert [segment.block for segment in found] == [0, 0, 0, 1]
    assert "increased by ¥368 million" in found[1].content.text


def test_blank_lines_between_items_are_kept():
    """Lines that all begin anew are a list: the blank lines between them part them."""
    lines = ["The company opened a plant in Germany and closed two in France last year"] * 8

    assert not read_layer(Document("", "\n\n".join(lines))).spacing


def test_the_end_of_two_sentences_on_one_page_is_no_furniture():
    """Two sentences of a page may end in the same syllables on a line of their own; a running head stands once a page."""
    lines = [
        "第19条 役員は10名以内とす",
        "る。",
        "第21条 役員の任期は1年とす",
        "る。",
        "3",
        "株式会社見本",
        "本文",
        "4",
        "株式会社見本",
    ]

    assert furniture_lines(list(enumerate(lines, 1))) == frozenset({5, 6, 8, 9})


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        (
            Language.JA,
            "この変更は本総会終結の時をもって効力が発生するものといたしますので、ご承認をお願いする次第であります。",
            "第3号議案 監査役2名選任の件",
        ),
        (
            Language.EN,
            "The amendments take effect at the conclusion of this meeting as set out below.",
            "Article 21: The term of office is one year, and it may be renewed by the meeting.",
        ),
    ],
)
def test_proposals_and_articles_begin_anew(language, before, after):
    """A proposal to a meeting, or an article of rules, goes on with no sentence."""
    layer = read_layer(Document("", f"{before}\n{after}\n"))

    assert [segment.block for segment in split_segments(layer, [1, 2], language)] == [0, 1]


def test_a_quantity_that_begins_a_line_is_no_number_of_a_section():
    """A line that goes on with 48.6Gbps is no heading, whatever unit follows."""
    text = "Demand for leased lines stayed firm, and the contracted bandwidth of all customers came to\n48.6Gbps, compared with 27.5Gbps a year earlier."
    found = split_segments(read_layer(Document("", text)), [1, 2], Language.EN)

    assert [segment.content.text for segment in found] == [text.replace("\n", " ")]


def test_a_cell_between_the_lines_of_its_label_goes_on_with_neither():
    """The second line of a label at the margin is no end of the cell that stands far right above it."""
    cell = " " * 72 + "10 or more but fewer than 50"
    lines = ["Number of consolidated subsidiaries at the end of the previous fiscal", cell, "year"]
    layer = read_layer(Document("", "\n".join(lines)))

    assert not any("50 year" in one.text for one in split_segments(layer, [1, 2, 3], Language.EN))


WHOLE = {
    Language.EN: "Northern Kiln has completed the rebuilding of its second furnace, which had stood idle since the spring, and will"
    " take up the firing of wall tiles again in the coming month; the work was done by its own staff beside the daily"
    " business of the plant and cost less than planned.",
    Language.JA: "当社は、昨春から休止していた第二窯の改修を終え、来月から外装用タイルの焼成を再開します。改修は日常の操業と並行して"
    "自社の従業員が行い、費用は計画を下回りました。再開後の生産は段階的に引き上げ、秋までに休止前の水準に戻す予定です。",
}


@pytest.mark.parametrize("language", list(Language))
def test_a_line_that_no_page_holds_is_a_paragraph(language):
    """A page of the web is saved with each paragraph in one line, and no blank line between."""
    document = Document("", f"{WHOLE[language]}\n{WHOLE[language]}")
    found = split_segments(read_layer(document), [1, 2], language)

    assert len({segment.block for segment in found}) == 2


SHORT = {
    Language.EN: "The cost of the work was ¥700 million, which the company paid out of its own means in two steps.",
    Language.JA: "改修の費用は7億円であり、当社はその全額を二回に分けて自己資金でまかないました。",
}


@pytest.mark.parametrize("language", list(Language))
def test_short_paragraphs_among_lines_that_no_page_holds_stand_alone(language):
    """Where several lines are longer than any page, each line that ends with a full stop is a paragraph."""
    document = Document("", "\n".join([*[WHOLE[language]] * 3, *[SHORT[language]] * 2]))
    found = split_segments(read_layer(document), [1, 2, 3, 4, 5], language)

    assert len({segment.block for segment in found}) == 5


def test_a_day_in_digits_stands_alone():
    """The day of a release below its title is no part of the title."""
    text = "Northern Kiln Takes Up the Firing of Wall Tiles Again in Its Second Furnace of the Port Works\n2026.04.28"
    found = split_segments(read_layer(Document("", text)), [1, 2], Language.EN)

    assert [segment.block for segment in found] == [0, 1]
