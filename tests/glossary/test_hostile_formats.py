"""Hostile glossaries in every format: one clear sentence or a correct result; nothing is fetched, run or blown up."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest

from bilingual.containers.sheets import sheet_bytes
from bilingual.errors import BilingualError
from bilingual.glossary import load, records, tables
from bilingual.glossary.exchange import EXCHANGE_FORMATS, read_exchange
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, Term

FORMATS = {each.name: each for each in EXCHANGE_FORMATS}
ENDINGS = {
    "csv": ".csv", "tsv": ".tsv", "xlsx": ".xlsx", "tbx": ".tbx", "tbx2": ".tbx", "tbx-dct": ".tbx", "utx": ".utx",
    "tmx": ".tmx", "xliff": ".xlf", "xliff2": ".xlf",
}  # fmt: skip
XML = ("tbx", "tbx2", "tbx-dct", "tmx", "xliff", "xliff2")
LINES = ("csv", "tsv", "utx")
CONCEPT = Concept(
    "c", (Term("売上高", Language.JA), Term("Net sales", Language.EN)), source="form", note="remark"
)
SECRET = "the words of another file"


def written(name, *concepts):
    """The bytes of a glossary of a format."""
    return FORMATS[name].write(concepts or (CONCEPT,))[0]


def xml(name, declaration, term="&e;"):
    """An XML glossary with a document type declaration, whose English term is a reference."""
    text = written(name).decode()
    text = text[text.index("?>") + 2 :] if text.startswith("<?xml") else text
    if "<!DOCTYPE" in text:
        text = text[text.index(">", text.index("<!DOCTYPE")) + 1 :]
    assert "Net sales" in text
    root = {"tbx": "tbx", "tbx2": "martif", "tbx-dct": "tbx", "tmx": "tmx"}.get(name, "xliff")
    return f"<!DOCTYPE {root} {declaration}>" + text.replace("Net sales", term)


LAUGHS = (
    "[" + "".join(f'<!ENTITY e{n} "{"ha" * 10 if n == 0 else f"&e{n - 1};" * 10}">' for n in range(30)) + "]"
)
ATTACKS = {
    "a file of this machine": ('[<!ENTITY e SYSTEM "file://SECRET">]', "&e;"),
    "a billion laughs": (LAUGHS, "&e29;"),
    "a parameter entity": ('[<!ENTITY % p SYSTEM "http://127.0.0.1:9/evil.dtd"> %p;]', "Net sales"),
    "entities of an external type": ('SYSTEM "http://127.0.0.1:9/evil.dtd"', "&e;"),
    "an entity of its own": ('[<!ENTITY e "Net sales">]', "&e;"),
}


def refused(path):
    """The sentence by which a file is refused."""
    with pytest.raises(BilingualError) as caught:
        load([path])
    message = str(caught.value)
    assert str(path) in message and "\n" not in message and len(message) < 600
    assert SECRET not in message
    return message


@pytest.mark.parametrize("wide", ["utf-8", "utf-16"])
@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("name", XML)
def test_entities_are_refused(name, attack, wide, tmp_path):
    """Entities are never resolved, in whatever encoding they come."""
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    declaration, term = ATTACKS[attack]
    path = tmp_path / f"a{ENDINGS[name]}"
    text = xml(name, declaration.replace("SECRET", str(secret)), term)
    path.write_bytes(f'<?xml version="1.0" encoding="{wide.upper()}"?>{text}'.encode(wide))

    assert "entities" in refused(path)


@pytest.mark.parametrize("name", XML)
def test_broken_xml_is_refused(name, tmp_path):
    """Cut off, empty, in an encoding that is not declared, or with bytes that XML does not know."""
    data = written(name)
    path = tmp_path / f"a{ENDINGS[name]}"
    for broken in (
        data[:-20],
        b"",
        b"<",
        data.decode().encode("cp932"),
        data.replace("高".encode(), b"\x00"),
        b"\xff\xfe<",
    ):
        path.write_bytes(broken)
        refused(path)


@pytest.mark.parametrize("name", XML)
def test_depth_does_no_harm(name, tmp_path):
    """Elements in elements in elements are refused, or read as the text that they hold."""
    path = tmp_path / f"a{ENDINGS[name]}"
    path.write_bytes(written(name).replace(b"remark", b"<hi>" * 20_000 + b"x" + b"</hi>" * 20_000))

    try:
        assert len(load([path]).concepts) == 1
    except BilingualError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize("name", ENDINGS)
def test_crowds_are_refused(name, tmp_path, monkeypatch):
    """More entries than a glossary has are refused in every format; as many as it may have are read."""
    monkeypatch.setattr(records, "MOST_LINES", 1_000)
    monkeypatch.setattr(tables, "MOST_LINES", 1_000)

    def crowd(number):
        path = tmp_path / f"a{number}{ENDINGS[name]}"
        terms = [
            Concept(
                f"c{at}", (Term(f"売上{at}", Language.JA), Term(f"Sales {at}", Language.EN)), source="form"
            )
            for at in range(number)
        ]
        path.write_bytes(written(name, *terms))
        return path

    assert "split the glossary" in refused(crowd(2_001))
    assert len(load([crowd(400)]).concepts) == 400


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc-jp"])
@pytest.mark.parametrize("name", ["tsv", "utx"])
def test_tables_in_other_encodings_are_read(name, encoding, tmp_path):
    """The encodings that Japanese tools write are told by the bytes."""
    texts = [f"売上高の内訳その{number}" for number in range(20)]
    concepts = [
        Concept(f"c{at}", (Term(text, Language.JA), Term(f"Breakdown {at}", Language.EN)), source="form")
        for at, text in enumerate(texts)
    ]
    path = tmp_path / f"a{ENDINGS[name]}"
    path.write_bytes(written(name, *concepts).decode("utf-8").encode(encoding))

    assert [each.in_language(Language.JA)[0].text for each in load([path]).concepts] == texts


@pytest.mark.parametrize("name", LINES)
def test_bytes_that_are_no_text_are_refused(name, tmp_path):
    """Zeros, noise and a workbook under a false name are no tables."""
    path = tmp_path / f"a{ENDINGS[name]}"
    for data in (b"\0" * 5_000, bytes(range(256)) * 20, b"PK\x03\x04" + b"x" * 500, b""):
        path.write_bytes(data)
        refused(path)


def bomb():
    """A workbook one of whose parts unpacks to half a gigabyte."""
    buffer = io.BytesIO(sheet_bytes([["ja", "en"], ["売上高", "Net sales"]]))
    with (
        zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/media.xml", "w") as part,
    ):
        for _ in range(500):
            part.write(b" " * 1_000_000)
    return buffer.getvalue()


def workbook(part, content):
    """A workbook with a part of somebody's making."""
    buffer = io.BytesIO(sheet_bytes([["ja", "en"], ["売上高", "Net sales"]]))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(part, content)
    return buffer.getvalue()


WORKBOOKS = {
    "a zip bomb": (bomb, "unpacks to"),
    "entities": (
        lambda: workbook("xl/more.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        "document type",
    ),
    "cut off": (lambda: sheet_bytes([["ja", "en"]])[:-200], "workbook"),
    "no workbook": (lambda: b"ja,en\n", "no Excel workbook"),
    "an empty sheet": (lambda: sheet_bytes([]), "empty"),
}


@pytest.mark.parametrize("why", WORKBOOKS)
def test_hostile_workbooks_are_refused(why, tmp_path):
    """Bombs, entities and halves of workbooks are one sentence."""
    make, words = WORKBOOKS[why]
    path = tmp_path / "a.xlsx"
    path.write_bytes(make())

    assert words in refused(path)


def test_names_in_a_workbook_lead_nowhere(tmp_path):
    """A part that calls itself a file outside is not unpacked anywhere."""
    path = tmp_path / "in" / "a.xlsx"
    path.parent.mkdir()
    path.write_bytes(workbook("../../escaped.txt", "out"))

    assert len(load([path]).concepts) == 1
    assert not (tmp_path / "escaped.txt").exists()


LIVE = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(A1)", "＝1+1"]


@pytest.mark.parametrize("formula", LIVE)
@pytest.mark.parametrize("name", ["csv", "tsv", "utx", "pairs", "xlsx"])
def test_no_cell_is_live(name, formula, tmp_path):
    """Whatever a term begins with, no cell that is written runs in a spreadsheet, and the term comes back."""
    concept = Concept(
        "c", (Term(f"{formula}売上高", Language.JA), Term(f"{formula} sales", Language.EN)), note=formula
    )
    data = written(name, concept)
    if name != "xlsx":
        rows = csv.reader(io.StringIO(data.decode("utf-8")), delimiter="," if name == "csv" else "\t")
        cells = [cell for row in rows for cell in row]
        assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "＝"))]
    path = tmp_path / f"a{ENDINGS.get(name, '.tsv')}"
    path.write_bytes(data)

    found = read_exchange(path, "" if name in ENDINGS else name).concepts[0]

    assert [term.text for term in found.terms] == [f"{formula}売上高", f"{formula} sales"]
