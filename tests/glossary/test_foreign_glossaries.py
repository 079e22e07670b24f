"""Glossaries of other tools: what they say is understood, what we do not know is kept, and problems have their place."""

from __future__ import annotations

import io

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from samples import ROOT
from tbx_grammar import NAMES, grammar
from test_round_trips import FORMATS, by_language, termbases

import bilingual
from bilingual.containers.sheets import sheet_bytes
from bilingual.errors import BilingualError
from bilingual.glossary.exchange import read_exchange
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, RelationKind, Term, TermStatus

FOLDER = ROOT / "tests" / "data" / "glossaries"
CORE = "{urn:iso:std:iso:30042:ed-2}"
MIN, BASIC = "{http://www.tbxinfo.net/ns/min}", "{http://www.tbxinfo.net/ns/basic}"


def read(name):
    """The concepts of a sample by id."""
    reading = read_exchange(FOLDER / name)
    assert reading.problems == ()
    return {concept.id: concept for concept in reading.concepts}


def words(concept):
    """Terms with language and status."""
    return [(term.language.value, term.text, term.status.value) for term in concept.terms]


def test_tbx_version_2():
    """An entry of a foreign TBX 2 file: groups, other languages, statuses left out, who changed it last."""
    found = read("basic_2.tbx")
    concept = found["c1"]

    assert sorted(words(concept)) == sorted(
        [
            ("ja", "売上高", "preferred"), ("ja", "売上", "forbidden"),
            ("en", "Net sales", "preferred"), ("en", "Revenue", "admitted"), ("en", "Turnover", "deprecated"),
        ]
    )  # fmt: skip
    assert (concept.subject_field, concept.definition) == ("PL", "Money received for goods and services.")
    assert (concept.reviewer, concept.date, concept.note) == (
        "Suzuki",
        "2024-05-01",
        "First note\nSecond note",
    )
    assert [(each.kind, each.target) for each in concept.relations] == [(RelationKind.NARROWER, "c2")]
    extra = dict(concept.extra)
    assert extra["term:de"] == "Umsatzerlöse | Umsatz"
    assert extra["origination.reviewer"] == "Sato"
    assert extra["externalCrossReference"] == "Taxonomy https://example.com/sales"
    english = concept.preferred(Language.EN, "Acme")
    assert (english.scope, english.context) == ("Acme", "Net sales rose.")
    assert dict(english.extra) == {"context.source": "2Q01 release", "termType": "fullForm"}
    assert dict(concept.preferred(Language.JA).extra) == {"partOfSpeech": "noun"}
    assert found["c2"].preferred(Language.EN).text == "Operating revenue"


def test_tbx_with_tags():
    """The style with data categories as tags says the same."""
    concept = read("tags_3.tbx")["c1"]

    assert (concept.subject_field, concept.reviewer, concept.date) == ("BS", "Suzuki", "2024-05-01")
    assert dict(concept.preferred(Language.EN).extra) == {
        "context.source": "Annual report",
        "partOfSpeech": "noun",
    }


def test_utx():
    """A foreign UTX file from English: a forbidden translation joins the concept of its approved one."""
    found = read("company.utx")

    assert sorted(words(found["売上高=net sales"])) == sorted(
        [("en", "net sales", "preferred"), ("ja", "売上高", "preferred"), ("ja", "売上", "forbidden")]
    )
    assert dict(found["売上高=net sales"].extra) == {"comment": "income statement"}
    assert dict(found["認識する=recognize"].extra) == {"utx status": "provisional"}


def test_xliff_glossary_module():
    """Entries of the glossary module and pairs of segments both give concepts."""
    found = read("glossary_21.xliff")

    assert words(found["売上高=net sales"]) == [
        ("ja", "売上高", "preferred"), ("en", "net sales", "preferred"), ("ja", "純売上高", "admitted"),
    ]  # fmt: skip
    assert found["売上高=net sales"].definition == "Sales less returns."
    assert words(found["u1"])[0] == ("ja", "のれん", "preferred")


def test_text_beside_a_glossary_module_is_no_entry(tmp_path):
    """Sentences of a document that carries a glossary are no pairs of terms."""
    path = tmp_path / "a.xlf"
    path.write_text(
        '<xliff version="2.1" srcLang="ja" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0" '
        'xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"><file id="f"><unit id="u"><gls:glossary><gls:glossEntry>'
        "<gls:term>売上高</gls:term><gls:translation>Net sales</gls:translation></gls:glossEntry></gls:glossary>"
        "<segment><source>売上高は増加しました。</source><target>Net sales rose.</target></segment></unit></file></xliff>",
        encoding="utf-8",
    )

    assert [each.id for each in read_exchange(path).concepts] == ["売上高=Net sales"]


def test_utx_with_columns_by_language(tmp_path):
    """Columns may be called after their language instead of their side."""
    path = tmp_path / "a.utx"
    path.write_text(
        "#UTX 1.20; en/ja; 2018; x; y\n#term:en\tterm:ja\tpos:en\tterm status:ja\tconcept ID\n"
        "net sales\t売上高\tnoun\tapproved\t1\nnet sales\t売り上げ\tnoun\tforbidden\t1\n",
        encoding="utf-8",
    )

    (concept,) = read_exchange(path).concepts

    assert words(concept) == [
        ("en", "net sales", "preferred"), ("ja", "売上高", "preferred"), ("ja", "売り上げ", "forbidden"),
    ]  # fmt: skip


def test_tmx():
    """A foreign memory: tags are no text, a second variant of a language is admitted, other languages are kept."""
    concept = read("company.tmx")["t1"]

    assert words(concept) == [
        ("ja", "売上高", "preferred"), ("en", "Net sales", "preferred"), ("en", "Turnover", "admitted"),
    ]  # fmt: skip
    assert dict(concept.extra) == {"Client": "Acme", "creationid": "suzuki", "term:FR": "Chiffre d'affaires"}


def test_table_in_an_old_encoding():
    """Columns of other names and a file in CP932: known columns are taken, others kept."""
    concept = read("company_cp932.tsv")["売上高=Net sales"]

    assert words(concept)[-1] == ("ja", "売上", "admitted")
    assert (concept.note, dict(concept.extra), concept.line) == ("税抜", {"社内コード": "A-1"}, 2)


@pytest.mark.parametrize("name", [path.name for path in sorted(FOLDER.iterdir())])
@pytest.mark.parametrize("target", ["csv", "tbx", "tbx2", "xlsx"])
def test_foreign_files_survive(name, target, tmp_path):
    """What a foreign file says, unknown columns and elements included, comes back from our formats."""
    before = read_exchange(FOLDER / name).concepts
    path = tmp_path / f"a.{target}"
    data, losses = FORMATS[target].write(before)
    path.write_bytes(data)

    assert losses == []
    after = read_exchange(path, target).concepts
    assert list(map(by_language, after)) == list(map(by_language, before))


HEADERS = [
    (["日本語", "英語", "備考"], ["売上高", "Net sales", "税抜"], {}, "税抜"),
    (["用語（日本語）", "Term (en-US)", "Comment"], ["売上高", "Net sales", "x"], {}, "x"),
    (["ja-JP", "en_US"], ["売上高", "Net sales"], {}, ""),
    (["A", "B", "C"], ["A-1", "売上高", "Net sales"], {}, ""),
    (["A", "B", "C"], ["売上高", "Net sales", "x"], {"note": "3", "ja": "A", "en": "2"}, "x"),
    (["English", "Japanese"], ["Net sales", "売上高"], {}, ""),
    (["Source", "Target", "Notes"], ["Net sales", "売上高", "x"], {}, "x"),
    (["原語", "訳語", "Source"], ["Net sales", "売上高", "x"], {}, ""),
]


@pytest.mark.parametrize(
    ("header", "row", "columns", "note"), HEADERS, ids=[",".join(case[0]) for case in HEADERS]
)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_columns_of_any_name(header, row, columns, note, ending, tmp_path):
    """Columns are known by name, by the user's word, or by what they hold."""
    path = tmp_path / f"a.{ending}"
    rows = [header, row]
    data = sheet_bytes(rows) if ending == "xlsx" else "\n".join(",".join(cells) for cells in rows).encode()
    path.write_bytes(data)

    (concept,) = read_exchange(path, columns=columns).concepts

    assert words(concept) == [("ja", "売上高", "preferred"), ("en", "Net sales", "preferred")]
    assert concept.note == note


def test_workbook_with_a_title_and_another_sheet(tmp_path):
    """The header may stand below a title, on any sheet; numbers are shown as formatted."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["About this glossary"])
    sheet = book.create_sheet("Terms")
    for row in (["Terms of 2024"], [], ["No.", "日本語", "英語", "date"], [1, "売上高", "Net sales", None]):
        sheet.append(row)
    path = tmp_path / "a.xlsx"
    book.save(path)

    (concept,) = read_exchange(path).concepts

    assert (concept.id, concept.line) == ("1", 4)


def test_two_plain_columns(tmp_path):
    """Two columns without a header, in either order."""
    path = tmp_path / "a.txt"
    path.write_text("Net sales\t売上高\nGoodwill\tのれん\n", encoding="utf-8")

    assert [concept.id for concept in read_exchange(path).concepts] == ["売上高=Net sales", "のれん=Goodwill"]


TBX = '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>{}</body></text></tbx>'
SECTION = '<langSec xml:lang="ja"><termSec><term>{}</term>{}</termSec></langSec>'
BROKEN = [
    ("status.tbx", TBX.format('<conceptEntry id="a">\n' + SECTION.format("売上", '<termNote type="administrativeStatus">good</termNote>') + "</conceptEntry>"), "line 2, column administrativeStatus: the status of '売上' is 'good'; use one of"),
    ("twice.tbx", TBX.format(('<conceptEntry id="a">' + SECTION.format("売上", "") + "</conceptEntry>\n") * 2), "line 2, column id: the id 'a' stands on line 1 too; give every entry"),
    ("none.tbx", TBX.format('<conceptEntry id="a"/>'), "the entry 'a' has no term"),
    ("language.tbx", TBX.format('<conceptEntry id="a"><langSec><termSec><term>a</term></termSec></langSec></conceptEntry>'), "does not say its language; add xml:lang"),
    ("empty.tbx", TBX.format(""), "expected entries, found none"),
    ("other.tbx", "<html/>", "expected <tbx> or <martif>, found <html>"),
    ("other.utx", "a\tb\n", "expected '#UTX 1.20"),
    ("german.utx", "#UTX 1.20; de/fr\n#src\ttgt\n", "expected ja/en or en/ja, found 'de/fr'"),
    ("columns.utx", "#UTX 1.20; ja/en\n売上\tsales\n", "line 2: expected the columns"),
    ("status.utx", "#UTX 1.20; ja/en\n#src\ttgt\tterm status\n売上\tsales\tgood\n", "line 3, column term status: expected a term status"),
    ("term.utx", "#UTX 1.20; ja/en\n#src\ttgt\n\n売上\t\n", "line 4, column tgt: expected a term"),
    ("other.tmx", "<html/>", "expected <tmx> or <xliff>"),
    ("half.tmx", '<tmx><body>\n<tu tuid="x"><tuv xml:lang="ja"><seg>a</seg></tuv></tu></body></tmx>', "line 2, column en: expected a term, found nothing"),
    ("xxe.tbx", '<!DOCTYPE tbx [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + TBX.format("&e;"), "entities"),
    ("external.tbx", '<!DOCTYPE tbx SYSTEM "http://127.0.0.1:9/x.dtd">' + TBX.format("<conceptEntry>&e;</conceptEntry>"), "entities"),
    ("attribute.tbx", '<!DOCTYPE tbx SYSTEM "http://127.0.0.1:9/x.dtd">' + TBX.format('\n<conceptEntry id="&e;"/>'), "line 2: the file uses entities"),
    ("laughs.tbx", '<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + TBX.format("&b;"), "entities"),
    ("cut.tbx", TBX[:60], "well-formed"),
    ("names.xlsx", lambda: sheet_bytes([["a", "b"], ["1", "2"]]), "line 1: expected columns for Japanese and English, found 'a, b'; name them with --map"),
    ("text.xlsx", "ja,en\n", "this is no Excel workbook"),
    ("broken.tsv", 'ja\ten\n"売上\tsales\n', "quotes"),
    ("fields.tsv", "ja\ten\n売上\tsales\n純利益\t\n", "line 3, column en: expected a term"),
    ("sign.tsv", "ja\ten\tsign\n売上\tsales\tup\n", "line 2, column sign: expected adds"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "words"), BROKEN, ids=[case[0] for case in BROKEN])
def test_problems_have_their_place(name, content, words, tmp_path):
    """A broken file says what is wrong, where, and what to do; loading it stops there."""
    path = tmp_path / name
    path.write_bytes(content() if callable(content) else content.encode())

    try:
        found = [str(problem) for problem in read_exchange(path).problems]
    except BilingualError as error:
        found = [str(error)]

    assert any(words in each for each in found), found
    assert all(each.startswith(str(path)) and "\n" not in each for each in found)
    with pytest.raises(bilingual.InputError):
        bilingual.load_glossary(path)


def test_a_million_rows_are_refused(tmp_path):
    """A table of a million rows is no glossary: one sentence, before the memory is gone."""
    path = tmp_path / "a.tsv"
    path.write_text("ja\ten\n" + "".join(f"売上{n}\tSales {n}\n" for n in range(1_000_001)), encoding="utf-8")

    with pytest.raises(bilingual.GlossaryError, match="split the glossary"):
        read_exchange(path)


def test_written_sheets_run_nothing(tmp_path):
    """No cell of a written workbook is a formula or a link, whatever the terms begin with."""
    from openpyxl import load_workbook

    path = tmp_path / "a.csv"
    path.write_text(
        'ja,en,note\n売上,"\'=1+1",=HYPERLINK("http://x")\n税,\'@SUM(A1),http://x.example\n', encoding="utf-8"
    )
    data, _ = FORMATS["xlsx"].write(read_exchange(path).concepts)

    cells = [cell for row in load_workbook(io.BytesIO(data)).active.iter_rows() for cell in row]

    assert all(cell.data_type in ("s", "n") and cell.hyperlink is None for cell in cells)
    assert any(cell.value == "=1+1" for cell in cells)


def test_a_given_glossary_may_be_of_any_format(tmp_path):
    """A company's glossary is used as it is: TBX, XLSX and the like."""
    path = tmp_path / "company.tbx"
    path.write_bytes((FOLDER / "basic_2.tbx").read_bytes())

    assert "c1" in bilingual.load_glossary(path).by_id


GRAMMARS = {style: grammar(style) for style in NAMES}


def check_tbx(data, style):
    """A file keeps the grammar of its dialect; what it points to is there, and every id stands once."""
    root = etree.fromstring(data)
    GRAMMARS[style].assertValid(root)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    targets = [element.get("target") for element in root.iter() if element.get("target")]

    assert len(set(ids)) == len(ids)
    assert {each for each in targets if not each.startswith(("http://", "https://"))} <= set(ids)


INVALID = [
    ("an unknown status", "preferredTerm-admn-sts", "bestTerm"),
    ("a language section without its language", ' xml:lang="ja"', ""),
    ("no term", "<term>売上高</term>", ""),
    ("a data category of another level", "subjectField", "context"),
    ("an element of nobody", "<note>", "<remark/><note>"),
    ("a date that is none", "2026-11-21", "2026-11-31"),
    ("an unknown attribute", "<note>", '<note kind="x">'),
    ("another dialect", 'type="TBX-Basic"', 'type="TBX-Core"'),
]


@pytest.mark.parametrize("style", NAMES)
@pytest.mark.parametrize(("why", "old", "new"), INVALID, ids=[each[0] for each in INVALID])
def test_the_grammar_refuses(style, why, old, new, tmp_path):
    """The grammar that files are held to is one that tells."""
    path = tmp_path / "a.csv"
    path.write_text(
        "id,ja,en,subject_field,note,source,reviewer,date\nsales,売上高,Net sales,PL,first line,form,Sato,2026-11-21\n",
        encoding="utf-8",
    )
    text = FORMATS[style].write(read_exchange(path).concepts)[0].decode()
    check_tbx(text.encode(), style)
    assert old in text

    with pytest.raises((etree.DocumentInvalid, AssertionError)):
        check_tbx(text.replace(old, new).encode(), style)


@pytest.mark.parametrize("style", NAMES)
@given(given_concepts=termbases())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_tbx_is_valid(style, given_concepts):
    """Any concepts give a file that keeps the rules of TBX-Basic."""
    check_tbx(FORMATS[style].write(given_concepts)[0], style)


@pytest.mark.parametrize("style", NAMES)
@pytest.mark.parametrize("name", ["basic_2.tbx", "company.tmx", "tags_3.tbx"])
def test_tbx_of_foreign_files_is_valid(style, name):
    """What other tools wrote gives valid files too: links, other languages, further categories."""
    check_tbx(FORMATS[style].write(read_exchange(FOLDER / name).concepts)[0], style)


AWKWARD = {
    "a picture of a term": ({}, {"xGraphic": "https://example.com/a.png"}),
    "a picture of a concept": ({"xGraphic": "https://example.com/a.png"}, {}),
    "values that TBX-Basic does not permit": ({}, {"termLocation": "nowhere", "termType": "bogus"}),
    "terms under what is no language": ({"term:日本": "x", "term:": "y", "term:de-": "z"}, {}),
    "terms of a further language": ({"term:de": "Umsatz | Erlöse"}, {}),
    "a link with a blank": ({"externalCrossReference": "http://x y"}, {}),
    "fields of a language": ({"ja:definition": "x", "en:context": "y"}, {}),
}


@pytest.mark.parametrize("style", NAMES)
@pytest.mark.parametrize("why", AWKWARD)
def test_awkward_fields_stay_valid_and_come_back(style, why, tmp_path):
    """What TBX-Basic has no place for is kept where it is valid, and read as it was."""
    of_concept, of_term = (tuple(sorted(each.items())) for each in AWKWARD[why])
    terms = (Term("売上高", Language.JA, extra=of_term), Term("Net sales", Language.EN))
    given_concept = Concept("sales", terms, extra=of_concept, source="form")
    path = tmp_path / "a.tbx"
    path.write_bytes(FORMATS[style].write([given_concept])[0])

    check_tbx(path.read_bytes(), style)
    found = read_exchange(path).concepts[0]

    assert (found.extra, found.terms[0].extra) == (of_concept, of_term)


def test_statuses_of_tbx():
    """Deprecated in TBX is forbidden here, superseded is deprecated."""
    by_text = {term.text: term.status for term in read("basic_2.tbx")["c1"].terms}

    assert (by_text["売上"], by_text["Turnover"]) == (TermStatus.FORBIDDEN, TermStatus.DEPRECATED)


def test_fields_that_are_called_like_those_of_utx_come_back(tmp_path):
    """A further field of a term keeps its name and its text where UTX means something by that name."""
    text = "concept,language,term,status,pos,term status\na,ja,売上高,preferred,noun,x\na,en,Net sales,preferred,verb,y\n"
    table, path = tmp_path / "a.csv", tmp_path / "a.utx"
    table.write_text(text, encoding="utf-8")
    before = read_exchange(table).concepts
    path.write_bytes(FORMATS["utx"].write(before)[0])

    assert read_exchange(path).concepts == before
