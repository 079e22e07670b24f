"""Hostile and broken bilingual files: one clear sentence or a correct result, and nothing is fetched."""

from __future__ import annotations

import io
import zipfile

import pytest
from samples import ROOT

import bilingual
from bilingual.cli import main
from bilingual.containers.sheets import sheet_bytes

TMX = '<tmx version="1.4"><header/><body><tu><tuv xml:lang="ja"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv></tu></body></tmx>'
JA, EN = "売上高は95億円です。", "Net sales were JPY9.5 billion."
GOOD = TMX.format(JA, EN)
XXE = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + TMX.format("&x;", EN)
LAUGHS = (
    '<!DOCTYPE tmx [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">' * 1
    + "".join(f'<!ENTITY c{n} "&{"b" if n == 0 else f"c{n - 1}"};{"&b;" * 9}">' for n in range(30))
    + "]>"
    + TMX.format("&c29;", EN)
)
PARAMETER = '<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://127.0.0.1:9/evil.dtd"> %p;]>' + GOOD
EXTERNAL = '<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/evil.dtd">' + TMX.format("&x;", EN)


def bomb():
    """A workbook whose sheet unpacks to a gigabyte of nothing."""
    buffer = io.BytesIO(sheet_bytes([["ja", "en"], [JA, EN]]))
    with (
        zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/media.xml", "w") as part,
    ):
        for _ in range(500):
            part.write(b" " * 1_000_000)
    return buffer.getvalue()


def workbook_with_entities():
    """A workbook one of whose parts declares an entity."""
    buffer = io.BytesIO(sheet_bytes([["ja", "en"], [JA, EN]]))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("xl/more.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    return buffer.getvalue()


HOSTILE = [
    ("xxe.tmx", XXE, "entities"),
    ("laughs.tmx", LAUGHS, "entities"),
    ("parameter.tmx", PARAMETER, "entities"),
    ("external.tmx", EXTERNAL, "entities"),
    ("wide.tmx", ('<?xml version="1.0" encoding="UTF-16"?>' + XXE).encode("utf-16"), "entities"),
    ("laughs.xlf", LAUGHS.replace("tmx", "xliff"), "entities"),
    ("broken.tmx", GOOD[:-20], "well-formed"),
    ("latin.tmx", GOOD.encode("cp932"), "well-formed"),
    ("other.tmx", "<html/>", "<xliff> or <tmx>"),
    ("empty.xlf", "", "empty"),
    ("none.tmx", "<tmx><body/></tmx>", "no segments"),
    ("german.tmx", GOOD.replace('"ja"', '"de"'), "de and en"),
    ("untranslated.tmx", TMX.format(JA, ""), "nothing to compare"),
    ("broken.po", 'msgid "a"\nmsgstrr "b"\n', "msgfmt"),
    (
        "unended.po",
        'msgid "売上高は95億円。"\nmsgstr "Revenue was\n',
        "line 2: expected a text in quotes to its end",
    ),
    ("columns.csv", "a,b\n1,2\n", "ja and en"),
    ("quotes.csv", f'ja,en\n"{JA},{EN}\n', "quotes"),
    ("bytes.csv", b"ja,en\n\x81\xff\xfe\xfd\n", "encoding"),
    ("nul.csv", b"ja,en\na\x00b,c\n", "binary"),
    ("bomb.xlsx", bomb, "unpacks to"),
    ("entities.xlsx", workbook_with_entities, "document type declaration"),
    ("broken.xlsx", b"PK\x03\x04" + b"x" * 100, "package"),
    ("package.mqxlz.xlf", b"PK\x03\x04" + b"x" * 100, "package"),
]


@pytest.mark.parametrize(("name", "content", "words"), HOSTILE, ids=[case[0] for case in HOSTILE])
def test_one_sentence(capsys, tmp_path, name, content, words):
    """A file that cannot be used gives status 2 and one line that names the file and the reason."""
    path = tmp_path / name
    content = content() if callable(content) else content
    path.write_bytes(content if isinstance(content, bytes) else content.encode())

    status = main(["check", "--as", "segments", str(path)])
    out = capsys.readouterr()

    assert (status, out.out) == (2, "")
    assert out.err.count("\n") == 1
    assert name in out.err
    assert words in out.err


def test_nested_tags_are_no_recursion(tmp_path):
    """Tags may nest deeper than a program's stack."""
    path = tmp_path / "deep.tmx"
    deep = "<hi>" * 1_500 + JA + "</hi>" * 1_500
    path.write_text(TMX.format(deep, EN.replace("9.5", "9.4")), encoding="utf-8")

    assert len(bilingual.check(path).findings) == 1


def test_external_document_type_alone_is_fine(tmp_path):
    """The DOCTYPE that TMX files carry is neither read nor refused."""
    path = tmp_path / "a.tmx"
    path.write_text('<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd">' + GOOD, encoding="utf-8")

    assert bilingual.check(path).findings == ()


def test_embedded_document_is_let_through(tmp_path):
    """A working file that embeds its source document in one long text is read."""
    path = tmp_path / "a.sdlxliff"
    text = (ROOT / "tests/data/segments/release.sdlxliff").read_text(encoding="utf-8")
    path.write_text(text.replace("UEsDBBQ=", "UEsDBBQ=" * 1_500_000), encoding="utf-8")

    assert len(bilingual.check(path).findings) == 2


@pytest.mark.parametrize("encoding", ["utf-16", "cp932", "euc_jp", "utf-8-sig"])
def test_encodings_of_tables(tmp_path, encoding):
    """Tables are read in the encodings that spreadsheets and old tools save."""
    path = tmp_path / "a.csv"
    path.write_bytes(f"日本語;英語\r\n{JA};{EN}\r\n".encode(encoding))

    assert len(bilingual.check(path).comparison.ja.readings) == 1


def test_formula_cells(tmp_path):
    """A cell with a formula gives what it showed when it was saved, and is never run."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["ja", "en"])
    book.active.append([JA, '=HYPERLINK("http://127.0.0.1:9","Net sales")'])
    book.active.append([JA, EN])
    path = tmp_path / "a.xlsx"
    book.save(path)

    report = bilingual.check(path)

    assert dict(report.coverage.muted)["segments without a translation"] == 1


def test_a_million_rows(tmp_path):
    """A table with far more text than a release gives one sentence with the way out."""
    path = tmp_path / "a.csv"
    path.write_text("ja,en\n" + f"{JA},{EN}\n" * 1_000_000, encoding="utf-8")

    with pytest.raises(bilingual.InputError, match="split the file"):
        bilingual.check(path)
