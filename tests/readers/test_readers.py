"""Bytes to documents: encodings told apart, newlines and places kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import CLEAN

from bilingual.errors import InputError
from bilingual.readers import from_text, read
from bilingual.text.encodings import decode

TEXT = CLEAN.read_text(encoding="utf-8")
JAPANESE = "".join(
    line for line in TEXT.splitlines(keepends=True)[:40] if any("ぁ" <= c <= "ん" for c in line)
)
ENCODINGS = ("utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le", "utf-16-be")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("length", [40, 200, 1000, 3000])
def test_encodings_are_told_apart(encoding, length):
    """Slices of a Japanese document come back whole from every encoding."""
    for start in range(0, len(JAPANESE) - 40, 170):
        piece = JAPANESE[start : start + length]
        if not any("ぁ" <= character <= "ん" for character in piece):
            continue
        try:
            data = piece.encode(encoding)
        except UnicodeEncodeError:
            continue

        text, _ = decode(data)

        assert text.replace("～", "〜").replace("－", "−") == piece.replace("～", "〜").replace("－", "−")


def test_rows_of_zeros_are_ascii():
    """Zeros at every other byte do not make ASCII text UTF-16."""
    assert decode(b"Other\t0.0\t0.0\t0.0\t0.0\nOther\t1.0\t1.0\n0")[1] == "utf-8"


def test_newlines_are_untouched(tmp_path):
    """Only a line feed ends a line; a carriage return before it belongs to the ending."""
    path = tmp_path / "a.txt"
    path.write_bytes("売上高\r\n95億円\x0c\u2028x\n".encode())

    document = read(path)

    assert document.text == "売上高\r\n95億円\x0c\u2028x\n"
    assert document.line_text(1) == "売上高"
    assert document.line_text(2) == "95億円\x0c\u2028x"


@given(st.text(max_size=300))
def test_every_offset_has_its_place(text):
    """Line and column lead back to the offset."""
    document = from_text(text)
    lines = text.split("\n")

    for offset in range(0, len(text), 7):
        line = document.line_number(offset)
        start = document.line_starts[line - 1]
        assert start <= offset
        assert text[start:offset].count("\n") == 0
    assert document.last_line == len(lines)


REFUSED = (
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"{\\rtf1 x}", "an RTF file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word or Excel"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    (b"PK\x03\x04broken", "damaged"),
    ("売上高は95億円。\rRevenue was JPY9.5 billion.\r".encode(), "carriage returns alone"),
    ("売上高は\n9,".encode("cp932") + b"\xfd57", "line 2, byte 12 is in no known encoding"),
)


@pytest.mark.parametrize(("data", "words"), REFUSED)
def test_what_is_not_read_says_what_it_is(tmp_path, data, words):
    """A file of a kind that is not read is named by its content, whatever its ending says."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)

    with pytest.raises(InputError, match=words):
        read(path)
