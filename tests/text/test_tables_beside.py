"""Two tables on the same lines of a page come apart; rows whose cells are words stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilingual.text.normalize import map_text
from bilingual.text.side_by_side import divide
from bilingual.text.tables_beside import find_tables_beside

BESIDE = [
    "Ⅲ．主要指標",
    "分譲マンション（戸）                             ビル賃貸",
    "                前中間期 当中間期 通期予想                             2026年３月末 2026年９月末",
    "新規供給戸数            612    704 1,510         空室率（都心５区）             3.2％     2.4％",
    "契約戸数              588    731 1,530         平均募集賃料（円／坪）          21,340   22,180",
    "計上戸数              496    641 1,480         貸付面積（千㎡）              1,148    1,163",
    "平均販売単価（百万円／戸）     92.4 101.8 103.0",
    "Ⅳ．財政状態",
    "                                                                        （単位：百万円）",
    "現金及び預金                                    121,736              98,214       ▲23,522",
]
NOTED = [
    "                                                              (Billions of yen)",
    "                     FY2024   FY2025                          FY2024   FY2025",
    "Handsets               30.2     36.1      Japan                 21.8     24.6",
    "Services               11.4     14.3      Overseas              26.0     30.8",
    "Other                   6.2      5.0      Eliminations            -        -",
    "Total                  47.8     55.4      Total net sales       47.8     55.4",
]
CLOSE = [
    "流動資産合計                  11,494 12,284 +790 財務活動                               ▲318           ▲507",
    "  有形固定資産                 5,103 5,246 +143  換算差額                                ▲14              21",
    "資産合計                    24,472 25,449 +977 純有利子負債（億円）                       4,442      4,354",
    "  リース負債                  4,758 4,693 ▲65   １株当たり持分（円）                      3,118.73 3,366.57",
    "  使用権資産                  4,452 4,387 ▲65   期首残高                               1,658          1,712",
]
SAME = [
    " 食品小売           96 284       420 67.6%      341 食品小売            14,286 ▲231    38,642 ▲273",
    " 専門店・ドラッグ       58 141       190 74.2%      118 専門店・ドラッグ         6,843 +331     9,718 +372",
    " トレーディング         7 22         40 55.0%       35 トレーディング          1,927 ▲37        312 ▲15",
    " 海外小売           41 127       180 70.6%       96 海外小売             7,415 +332     4,286 +312",
]
AROUND = [
    "    Trading                         0.7       2.2    4.0      Trading                                 1,927         -37",
    "    Overseas Retail                 4.1      12.7 18.0        Overseas Retail                         7,415    +332",
    "    Food Retail                     9.6      28.4 42.0        Food Retail Headcount                  14,286    -231",
    "    Financial Services and                                    Financial Services and",
    "                                    2.9       8.3 11.0                                                1,658        +29",
    "    corporate                                                 corporate",
    "    Total                          23.1      65.7 94.0        Total                                  32,129     +424",
]
WHOLE = [
    pytest.param(
        [
            "Orders received      1,420    thousand units      1,380",
            "Shipments            1,205    thousand units      1,190",
            "Inventory              612    thousand units        588",
        ],
        id="a unit behind the first figure",
    ),
    pytest.param(
        [
            "Shares issued        31,480,000   As of March 31      31,480,000",
            "Treasury shares       1,204,318   As of March 1        1,211,902",
            "Average number       30,272,154   Six months ended    30,381,667",
        ],
        id="times before the second figure",
    ),
    pytest.param(
        [
            "Yaesu         86,400    Office       June 2028       Approx. 115",
            "Meieki        52,700    Mixed        March 2029      Approx. 46",
            "Brisbane      31,250    Housing      December 2027   Approx. 21",
        ],
        id="words in many columns",
    ),
    pytest.param(["Japan   21.8   24.6     Europe   1.8   2.0"] * 2, id="two lines alone"),
]


def columns(lines):
    """The left and the right text of every stretch."""
    mapped = [map_text(line, 0) for line in lines]
    return [
        [divide(mapped[number], cut) for number, cut in enumerate(found.cuts, found.first)]
        for found in find_tables_beside(mapped)
    ]


def test_rows_heads_and_captions_of_both_come_apart():
    """The strip between two tables divides their rows and what stands above them, and nothing of the next table."""
    (parts,) = columns(BESIDE)

    assert [right.text.split()[:1] for _, right in parts] == [
        ["ビル賃貸"],
        ["2026年3月末"],
        ["空室率(都心5区)"],
        ["平均募集賃料(円/坪)"],
        ["貸付面積(千㎡)"],
        [],
    ]
    assert parts[2][0].text.split() == ["新規供給戸数", "612", "704", "1,510"]
    assert parts[-1][0].text.split()[-1] == "103.0"


def test_one_blank_parts_figures_from_the_label_beside_them():
    """Long figures come up to the labels of the right table, on some lines or on all of them."""
    for lines in (CLOSE, SAME):
        (parts,) = columns(lines)
        assert len(parts) == len(lines)
        assert all(left.text and right.text for left, right in parts)
        assert all(left.text.split()[-1][-1] in "0123456789%" for left, _ in parts)


def test_figures_between_the_lines_of_both_labels_are_of_both():
    """Two labels that wrap around their figures do not end the tables."""
    (parts,) = columns(AROUND)

    assert [text.text.split() for text in parts[4]] == [["2.9", "8.3", "11.0"], ["1,658", "+29"]]


def test_a_note_of_units_is_for_both():
    """A unit above the right table alone is cut at zero: both tables keep it."""
    found = next(find_tables_beside([map_text(line, 0) for line in NOTED]))

    assert found.first == 0
    assert found.cuts[0] == 0
    assert all(found.cuts[1:])


BELOW_A_TABLE = [
    "継続率                %     108.4    109.1    110.6    111.2    112.5    112.1   +3.2pt   +1.7pt",
    "解約率                %      0.52     0.49     0.47     0.50     0.44     0.46   △0.06pt   △0.05pt",
    "※３ 各四半期末の月次の数値",
    "                              単位：百万円                                     単位：百万円",
    "   営業利益の増減要因               金額          設備投資          前期        当期       増減",
    "2024年12月期 営業利益              6,027         基地局          9,858    11,735    1,877",
    "契約数の増加                       +986         光アクセス網      5,526     5,018     △508",
    "販売促進費                        △532         データセンター     3,381     6,797    3,416",
    "電力料金                         △186         合計          18,765    23,550    4,785",
    "調整額                           △31         基地局数は2025年９月末で21,486局（1,130局増）となりまし",
    "2025年12月期 営業利益              6,264         た。",
]


TURNS = [
    "            Assets                    2024        2025            Liabilities and net assets       2024       2025",
    "Current assets                                                    Accounts payable               26,317     19,874",
    "  Cash and deposits                 31,870      38,416            Short-term borrowings         131,762    124,380",
    "  Notes receivable and                                            Commercial papers              10,000     30,000",
    "                                    47,651      41,208",
    "  contract assets",
    "                                                                  Current portion of bonds       15,000     20,000",
    "  Buildings for sale               138,204     152,746",
    "                                                                  Income taxes payable            9,736      5,218",
    "  Other                             17,335      18,920",
    "                                                                  Other                          81,250     72,416",
    "  Allowance for doubtful accounts      (91)        (86)",
    "                                                                  Total current liabilities     274,066    271,889",
    "Total current assets               234,971     251,205",
    "                                                                  Share capital                  62,471     62,471",
]


def test_rows_of_two_tables_take_turns():
    """Where the rows of two tables have other heights, a line holds one of them: they change sides again and again."""
    found = next(find_tables_beside([map_text(line, 0) for line in TURNS]))

    assert (found.first, found.past) == (0, len(TURNS))
    assert [TURNS[at][cut:].strip()[:5] for at, cut in enumerate(found.cuts)][6:9] == ["Curre", "", "Incom"]


def test_a_wider_table_above_and_text_below_the_right_table():
    """A row whose figures go on beyond the strip belongs to the table above; rows of the left table go on beside text."""
    found = next(find_tables_beside([map_text(line, 0) for line in BELOW_A_TABLE]))

    assert (found.first, found.past) == (3, len(BELOW_A_TABLE))
    assert BELOW_A_TABLE[-2][found.cuts[-2] :].startswith("基地局数は")


@pytest.mark.parametrize("lines", WHOLE)
def test_one_table_stays_whole(lines):
    """Words between the figures of a row are units, times or values of words."""
    assert columns(lines) == []


@given(st.lists(st.text("ab 12,.売上%-(", max_size=40), max_size=8))
def test_cuts_stay_within_their_lines(lines):
    """Every stretch lies within the document, every cut within its line, and no character is lost."""
    mapped = [map_text(line, 0) for line in lines * 2]
    for found in find_tables_beside(mapped):
        assert 0 <= found.first < found.past <= len(mapped)
        for number, cut in enumerate(found.cuts, found.first):
            left, right = divide(mapped[number], cut)
            assert (left.text + right.text).replace(" ", "") == mapped[number].text.replace(" ", "")
