"""Candidates for a glossary: what equal figures prove, what aligned text shows, and what proves nothing."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import CORPUS

from bilingual.glossary.extraction import CandidateKind, Known, Part, pair_key
from bilingual.glossary.extraction.captions import plain_label
from bilingual.glossary.extraction.chunks import chunks
from bilingual.glossary.extraction.heads import HeadLines, head_terms, title_terms, without_units
from bilingual.model.document import Language
from bilingual.model.table import Column
from bilingual.options import Options
from bilingual.terminology import extract, releases_of
from bilingual.tokenizers import tokenize

NOTHING = Options(packaged=False)
SHARED = Path(os.environ.get("BILINGUAL_SHARED", Path(__file__).parents[3] / "shared"))

JAPANESE = """株式会社みほん 決算短信

表 1. ぬるむの内訳 (百万円)
\t2024年3月期\t2023年3月期\t前年比
ぬるむ:
ざらめ\t12,345\t11,223\t10.0%
ほよよ\t4,567\t4,321\t5.7%
その他\t890\t876\t1.6%
ぬるむ合計\t17,802\t16,420\t8.4%
"""
ENGLISH = """Sample Corporation Results

Table 1. Breakdown of Quorks (millions of yen)
\tFY2023\tFY2022\tYoY
Quorks:
Grommets\t12,345\t11,223\t10.0%
Flanges\t4,567\t4,321\t5.7%
Others\t890\t876\t1.6%
Total quorks\t17,802\t16,420\t8.4%
"""


def pair_of(folder, ja, en):
    """Two files with the texts."""
    paths = [folder / "q_ja.txt", folder / "q_en.txt"]
    for path, text in zip(paths, (ja, en), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_equal_figures_prove_captions_that_no_dictionary_knows(tmp_path):
    """Rows, sections, titles and heads face each other by their figures; the words are invented."""
    found = {
        (each.ja, each.en): each for each in extract(pair_of(tmp_path, JAPANESE, ENGLISH), options=NOTHING)
    }

    rows = {
        ("ざらめ", "Grommets"),
        ("ほよよ", "Flanges"),
        ("その他", "Others"),
        ("ぬるむ合計", "Total quorks"),
    }
    assert rows <= set(found)
    assert found["ぬるむ", "Quorks"].parts[0] is Part.SECTION
    assert found["ぬるむの内訳", "Breakdown of Quorks"].parts[0] is Part.TABLE
    assert found["前年比", "YoY"].parts == (Part.COLUMN,)
    assert all(each.kind is CandidateKind.CAPTION for each in found.values())
    assert all(each.known is Known.NEW and not each.concepts for each in found.values())


def test_figures_that_differ_prove_nothing(tmp_path):
    """A row whose figures are others is no evidence, whatever stands beside it."""
    other = ENGLISH.replace("4,567\t4,321\t5.7%", "9,111\t3,777\t41.2%")

    found = {(each.ja, each.en) for each in extract(pair_of(tmp_path, JAPANESE, other), options=NOTHING)}

    assert ("ざらめ", "Grommets") in found
    assert ("ほよよ", "Flanges") not in found


def test_competing_renderings_are_counted(tmp_path):
    """One original with two renderings gives two candidates, each of which names the other."""
    second = "\n表 2. ざらめ再掲 (百万円)\n\t2024年3月期\t2023年3月期\nざらめ\t7,654\t6,543\nほよよ\t3,210\t2,109\n"
    other = "\nTable 2. Recap (millions of yen)\n\tFY2023\tFY2022\nSprockets\t7,654\t6,543\nFlanges\t3,210\t2,109\n"

    found = {
        (each.ja, each.en): each
        for each in extract(pair_of(tmp_path, JAPANESE + second, ENGLISH + other), options=NOTHING)
    }

    assert found["ざらめ", "Grommets"].competing == (("Sprockets", 1),)
    assert found["ざらめ", "Sprockets"].competing == (("Grommets", 1),)
    assert found["ほよよ", "Flanges"].frequency == 2
    assert found["ほよよ", "Flanges"].score > found["ざらめ", "Sprockets"].score


def test_the_glossary_is_asked_for_entries(tmp_path):
    """A pair that the glossary has names its concept; another rendering of a known term, in either language, says so."""
    ours = tmp_path / "ours.csv"
    ours.write_text(
        "id,ja,en\nz,ざらめ,Grommet\nh,ほよよ,Collar\nt,ぬるむの計,Total quork\n", encoding="utf-8"
    )
    options = Options(glossaries=(str(ours),))

    found = {each.ja: each for each in extract(pair_of(tmp_path, JAPANESE, ENGLISH), options=options)}

    assert (found["ざらめ"].known, found["ざらめ"].concepts) == (Known.SAME, ("z",))
    assert (found["ほよよ"].known, found["ほよよ"].concepts) == (Known.OTHER, ("h",))
    assert (found["ぬるむ合計"].known, found["ぬるむ合計"].concepts) == (Known.ENGLISH, ("t",))
    assert found["ぬるむ"].known is Known.NEW


TOGETHER = [
    ("蒼天計画は堅調でした。", "Project Gentian was solid."),
    ("蒼天計画に投資しました。", "We invested in Project Gentian."),
    ("来年も蒼天計画を伸ばします。", "Project Gentian has priority next year."),
    ("蒼天計画は12億円です。", "Project Gentian was worth 1.2 billion yen."),
    ("工場は蒼天計画のために建てました。", "The factory was built for Project Gentian."),
    ("役員は蒼天計画を承認しました。", "Directors approved Project Gentian."),
]
NOUNS = {
    "工場": "factories", "道路": "roads", "病院": "hospitals", "学校": "schools", "図書館": "libraries", "公園": "parks",
    "空港": "airports", "港湾": "harbours", "鉄道": "railways", "倉庫": "warehouses", "農場": "farms", "牧場": "ranches",
    "森林": "forests", "河川": "rivers", "海岸": "coasts", "温泉": "springs", "寺院": "temples", "神社": "shrines",
    "劇場": "theatres", "食堂": "canteens", "薬局": "pharmacies", "銀行": "banks", "郵便局": "mailrooms", "市場": "bazaars",
    "電車": "trams", "自転車": "bicycles", "飛行機": "aircraft", "新聞": "gazettes", "雑誌": "magazines", "時計": "clocks",
    "椅子": "chairs", "机": "desks", "窓": "windows", "庭園": "gardens", "書店": "bookshops", "旅館": "inns",
    "商店": "shops", "役所": "bureaus", "裁判所": "courts", "刑務所": "prisons",
}  # fmt: skip
APART = [(f"{ja}を数えました。", f"We counted {en}.") for ja, en in NOUNS.items()]


def test_terms_of_text_need_more_than_one_meeting(tmp_path):
    """Phrases that keep appearing together in aligned segments are a candidate; those that met once are none."""
    path = tmp_path / "segments.csv"
    path.write_text("ja,en\n" + "".join(f"{ja},{en}\n" for ja, en in TOGETHER + APART), encoding="utf-8")

    found = {(each.ja, each.en): each for each in extract([path], options=NOTHING)}

    assert found["蒼天計画", "Project Gentian"].frequency == len(TOGETHER)
    assert found["蒼天計画", "Project Gentian"].kind is CandidateKind.PROSE
    assert not any(en in ("priority", "solid", "Directors") for _, en in found)


def test_boilerplate_counts_once(tmp_path):
    """Sentences that every release repeats prove nothing by their number."""
    path = tmp_path / "segments.csv"
    rows = TOGETHER[:1] * 30 + APART
    path.write_text("ja,en\n" + "".join(f"{ja},{en}\n" for ja, en in rows), encoding="utf-8")

    assert not any("計画" in each.ja for each in extract([path], options=NOTHING))


GOLD = sorted(CORPUS.glob("*/gold.json")) + [
    SHARED / "gold" / f"{name}.json"
    for name in ("000", "004")
    if (SHARED / "gold" / f"{name}.json").is_file()
]


def documents_of(path):
    """The files of a document with gold."""
    if path.parent.name == "gold":
        return [SHARED / "seeds" / f"{path.stem}.txt"]
    files = json.loads(path.read_text(encoding="utf-8"))["files"]
    return list(dict.fromkeys(path.parent / files[language] for language in ("ja", "en")))


def plain(label):
    """A label without mark-up, marks and blanks."""
    text = unicodedata.normalize("NFKC", re.sub(r"<[^>]*>|\^?[(⁽]\*?\d*[)⁾]", "", label))
    return re.sub(r"[\W_\d]+", "", text).casefold()


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.parent.name + "-" + path.stem)
def test_captions_without_a_dictionary(path):
    """Without any glossary: hardly a wrong pair of rows, and at least nine tenths of the labels that gold pairs."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    rows = [*gold["rows"], *gold.get("section_rows", [])]
    lines = {(row["ja_line"], row["en_line"]) for row in rows}
    candidates = extract(documents_of(path), options=NOTHING)

    captions = [each for each in candidates if each.kind is CandidateKind.CAPTION]
    places = {
        (sighting.ja_line, sighting.en_line)
        for each in captions
        for sighting in each.sightings
        if sighting.part in (Part.ROW, Part.SECTION)
    }
    assert len(places & lines) >= 0.97 * len(places)
    forms = {(plain(s.ja), plain(s.en)) for each in captions for s in each.sightings}
    wanted = {(plain(row["ja_label"]), plain(row["en_label"])) for row in gold["rows"]}
    assert len(wanted & forms) >= 0.85 * len(wanted)


def test_the_same_input_gives_the_same_list():
    """Two runs agree, to the order."""
    paths = [CORPUS / "telecom_pipes" / "release.txt"]

    assert extract(paths) == extract(paths)


def test_several_releases_are_gathered():
    """A folder, a file with both languages and a pair of files may be mixed; documents are counted."""
    paths = [CORPUS / "telecom_pipes" / "release.txt", CORPUS / "parts_maker"]

    releases = releases_of(paths)
    found = {each.ja: each for each in extract(paths)}

    assert releases == [
        (paths[0], None),
        (paths[1] / "ja.txt", paths[1] / "en.txt"),
        (paths[1] / "planted_arithmetic_ja.txt", paths[1] / "planted_arithmetic_en.txt"),
        (paths[1] / "planted_ja.txt", paths[1] / "planted_en.txt"),
    ], "one format each"
    assert len(found["営業利益"].documents) >= 2


HEADS = [
    ("2024年3月期 前年比", "FY2023 YoY", ("前年比", "YoY")),
    ("対営業収益 %", "% of Total Revenues", ("対営業収益", "% of Total Revenues")),
    ("前年同期比(%)", "YoY (%)", ("前年同期比", "YoY")),
    ("売上高 百万円", "Net sales Millions of yen", ("売上高", "Net sales")),
    ("JPY", "JPY", None),
    ("金額", "2Q24", None),
    ("前年 同期 比較", "YoY", None),
]


@pytest.mark.parametrize(("ja", "en", "expected"), HEADS)
def test_heads_of_columns(ja, en, expected):
    """Units and periods go; what stands on several lines is no term."""
    head = Column(0, ja.replace("2024年3月期 ", "")), Column(0, en.replace("FY2023 ", ""))

    assert head_terms(*head) == expected


TITLES = [
    (["表 5. その他 (百万円)"], ["Table 5. Other Financial Statistics (JPY in millions)"],
     [("その他", "Other Financial Statistics")]),
    (["株式会社みほん", "四半期連結貸借対照表(未監査)", "2001年9月期"],
     ["SAMPLE INC.", "CONSOLIDATED BALANCE SHEETS (UNAUDITED)", "As of Sept 30, 2001"],
     [("四半期連結貸借対照表", "CONSOLIDATED BALANCE SHEETS")]),
    (["株式会社みほん"], ["SAMPLE INC. CONSOLIDATED BALANCE SHEETS"], []),
    (["要約", "2001年9月期"], ["SUMMARY"], []),
    (["売上高"], [], []),
    (["売上高"], ["売上高"], []),
    (["JPY/千円単位、USD/千米ドル単位"], ["Except for Per Share Data)"], []),
    (["契約数 (抜粋"], ["Number of Contracts"], []),
]  # fmt: skip


@pytest.mark.parametrize(("ja", "en", "expected"), TITLES)
def test_titles_of_tables(ja, en, expected):
    """Lines face each other in order where as many are left; numbers, units, periods, qualifiers and companies go."""
    assert title_terms(ja, en) == expected


@given(st.text(max_size=60))
def test_any_text_has_phrases_of_its_own(text):
    """Phrases are cut out of the text as they stand; no text breaks the cutting."""
    for language in Language:
        assert all(phrase in text for phrase in chunks(tokenize(text, language), language, text))


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_label_is_taken(ja, en):
    """Labels, titles and heads of any characters give terms or nothing; a key is the same for its own term."""
    title_terms([ja], [en])
    head_terms(Column(0, ja), Column(0, en))
    assert plain_label(plain_label(ja)) == plain_label(ja) or not plain_label(ja).strip()
    assert pair_key(ja, en) == pair_key(ja, en)


WRAPS = [
    # lines of the Japanese table, of the English one, the pair that the two labels make
    (["受取手形、売掛金及び", "契約資産\t12,345\t11,223"], ["Trade receivables\t12,345\t11,223"],
     ("受取手形、売掛金及び契約資産", "Trade receivables")),
    (["売上債権\t12,345\t11,223"], ["Notes, accounts receivable and", "contract assets\t12,345\t11,223"],
     ("売上債権", "Notes, accounts receivable and contract assets")),
    (["売上債権\t12,345\t11,223"], ["Receivables\t12,345\t11,223"], ("売上債権", "Receivables")),
]  # fmt: skip
BELOW = (
    ["商品及び製品\t4,567\t4,321", "仕掛品\t3,789\t3,654", "貯蔵品\t2,345\t2,123"],
    ["Merchandise\t4,567\t4,321", "Work in process\t3,789\t3,654", "Supplies\t2,345\t2,123"],
)


@pytest.mark.parametrize(("ja", "en", "pair"), WRAPS, ids=["Japanese", "English", "neither"])
def test_captions_that_wrap(tmp_path, ja, en, pair):
    """A label on two lines is one term; no piece of it is a candidate."""
    heads = [
        "業績 (百万円)\n\t2024年3月期\t2023年3月期\n現金及び預金\t9,876\t8,765",
        "Results (millions of yen)\n\tFY2023\tFY2022\nCash and deposits\t9,876\t8,765",
    ]
    texts = [
        "\n".join([head, *top, *below, ""]) for head, top, below in zip(heads, (ja, en), BELOW, strict=True)
    ]

    found = {(each.ja, each.en) for each in extract(pair_of(tmp_path, *texts), options=NOTHING)}

    assert pair in found
    assert not {("契約資産", "Trade receivables"), ("売上債権", "contract assets")} & found


HEAD_LINES = [
    (
        ["総資産 純資産"],
        ["Total assets   Net assets"],
        {("総資産", "Total assets"), ("純資産", "Net assets")},
    ),
    (["総資産 純資産"], ["Total assets Net assets"], {("総資産", "Total assets"), ("純資産", "Net assets")}),
    (["アジア 北米"], ["       North", "Asia  America"], {("アジア", "Asia")}),
    (["資本金 自己株式"], ["Share    Treasury", "capital  shares"], set()),
    (["売上高 利益"], ["Millions of  Thousands of"], set()),
    (["計 機器"], ["Segments  Segments Devices"], {("機器", "Segments Devices")}),
]


@pytest.mark.parametrize(("ja", "en", "expected"), HEAD_LINES)
def test_heads_count_where_they_stand_whole_on_a_line(ja, en, expected):
    """A wrapped head, a unit and a head over several columns are no term of one column."""
    columns = {
        "Total assets": "総資産", "Net assets": "純資産", "Asia": "アジア", "America North": "北米", "capital": "資本金",
        "Share capital": "資本金", "shares": "自己株式", "Millions of": "売上高", "Thousands of": "利益",
        "Segments": "計", "Segments Devices": "機器",
    }  # fmt: skip
    pairs = [(there, here) for here, there in columns.items() if there in " ".join(ja)]
    sides = [
        HeadLines(lines, [Column(at, pair[side]) for at, pair in enumerate(pairs)])
        for side, lines in enumerate((ja, en))
    ]

    told = {
        pair
        for pair in pairs
        if sides[0].tells(pair[0], is_other_plain=sides[1].is_plain)
        and sides[1].tells(pair[1], is_other_plain=sides[0].is_plain)
    }

    assert told == expected


LABELS = [
    ("取水量合計 千m3", "Total water withdrawal thousand m3", ("取水量合計", "Total water withdrawal")),
    ("女性 名", "Women persons", ("女性", "Women")),
    ("排出量 t-CO2", "Emissions t-CO2", ("排出量", "Emissions")),
    ("売上高原単位 t-CO2/百万円", "Intensity t-CO2/million yen", ("売上高原単位", "Intensity")),
    (
        "IIJ エコノミー + IIJ DSL/F",
        "IIJ Economy + IIJ DSL/F",
        ("IIJ エコノミー + IIJ DSL/F", "IIJ Economy + IIJ DSL/F"),
    ),
    ("排出量 t", "Emissions kg", ("排出量 t", "Emissions kg")),
    ("社外取締役 名", "Outside directors", ("社外取締役", "Outside directors")),
    ("ＡＲＰＵ 円", "ARPU", ("ＡＲＰＵ", "ARPU")),
    ("回線数 千件", "Lines", ("回線数", "Lines")),
    ("資産合計(単位:百万円)", "Total assets (Millions of yen)", ("資産合計", "Total assets")),
    ("会社 人", "Company", ("会社", "Company")),
    ("回線 G", "Lines G", ("回線 G", "Lines G")),
]


@pytest.mark.parametrize(("ja", "en", "expected"), LABELS)
def test_units_behind_labels(ja, en, expected):
    """A unit that stands behind both labels is no part of the terms."""
    assert without_units(ja, en) == expected


def test_terms_are_printed_as_in_the_document(tmp_path):
    """Width, dashes and apostrophes stay what they are; note marks and mark-up go."""
    ja = JAPANESE.replace("ほよよ\t", "ほよよ（純額）※1\t").replace("ざらめ\t", "<i>ＡＢ</i> 64－128\t")
    en = ENGLISH.replace("Flanges\t", "Flanges’ net – total *1\t").replace("Grommets\t", "<i>AB</i> 64–128\t")

    found = {(each.ja, each.en) for each in extract(pair_of(tmp_path, ja, en), options=NOTHING)}

    assert ("ほよよ（純額）", "Flanges’ net – total") in found
    assert ("ＡＢ 64－128", "AB 64–128") in found
