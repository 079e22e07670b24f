"""Bytes to text: a ladder of encodings, told apart by what the bytes hold.

Byte order mark, then the escape of ISO-2022-JP, then the NUL pattern of UTF-16, then strict UTF-8, then CP932
against EUC-JP by which of the two gives more kana and common kanji. CP932 and not Shift_JIS: the latter breaks
on ①, ㈱ and 髙.
"""

from __future__ import annotations

import codecs
import re

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
ISO_2022_RE = re.compile(rb"\x1b(?:\$[@B]|\(J)")
COMMON_RE = re.compile("[ぁ-んァ-ヶー。、・「」]")
KANJI_RE = re.compile("[一-龠々]")
ODD_RE = re.compile("[\x80-\x9f｡-ﾟ\ue000-\uf8ff]")
"""C1 controls, half-width katakana and private-use characters: rare in text, common in a wrong decoding."""
UNASSIGNED_RE = re.compile("[\uf8f1-\uf8f3]")
"""What Python makes of the bytes FD to FF, which CP932 has no characters for: a damaged file, in which figures may be cut."""


class UndecodableError(ValueError):
    """No encoding of the ladder fits; ``offset`` is where the likeliest one stopped."""

    def __init__(self, offset: int) -> None:
        """Remember the byte at which decoding stopped."""
        super().__init__(f"byte {offset}")
        self.offset = offset


def decode(data: bytes) -> tuple[str, str]:
    """Decode bytes.

    Returns:
        The text (newlines untouched) and the name of the encoding.

    Raises:
        UndecodableError: if no encoding fits.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return _strict(data, name)
    if ISO_2022_RE.search(data[:200_000]):
        try:
            return data.decode("iso2022_jp_ext"), "iso-2022-jp"
        except UnicodeDecodeError:
            pass
    wide = _utf16(data)
    if wide:
        return _strict(data, wide)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _japanese(data, error.start)


def _strict(data: bytes, name: str) -> tuple[str, str]:
    try:
        return data.decode(name), name
    except UnicodeDecodeError as error:
        raise UndecodableError(error.start) from None


def _utf16(data: bytes) -> str:
    """The byte order of UTF-16 without a mark: ASCII leaves NULs on one side, kana the byte 0x30."""
    sample = data[:4_000]
    if len(sample) < 4 or len(data) % 2 or (sample.isascii() and not sample.count(0)):
        return ""  # in ASCII without NULs, 0x30 is the digit 0: rows of zeros are no UTF-16
    even, odd = (part.count(0) + part.count(0x30) for part in (sample[0::2], sample[1::2]))
    if odd > 4 * even and odd * 12 > len(sample):
        return "utf-16-le"
    if even > 4 * odd and even * 12 > len(sample):
        return "utf-16-be"
    return ""


def _japanese(data: bytes, stopped: int) -> tuple[str, str]:
    best: tuple[float, str, str] | None = None
    farthest = stopped
    for name in ("cp932", "euc_jp"):
        try:
            text = data.decode(name)
            unassigned = UNASSIGNED_RE.search(text) if name == "cp932" else None
            if unassigned:
                at = len(text[: unassigned.start()].encode(name))
                raise UnicodeDecodeError(name, data, at, at + 1, "no character")
        except UnicodeDecodeError as error:
            farthest = max(farthest, error.start)
            continue
        score = _likeness(text)
        if best is None or score > best[0]:
            best = (score, text, name)
    if best is None or best[0] < 0:
        # Text whose first character beyond ASCII is none of UTF-8 is damaged where its own encoding breaks off.
        raise UndecodableError(farthest if data[:stopped].isascii() else stopped)
    return best[1], best[2]


def _likeness(text: str) -> float:
    """How much a text looks Japanese: kana and punctuation count most, odd characters against it."""
    sample = text[:20_000]
    common, kanji, odd = (len(pattern.findall(sample)) for pattern in (COMMON_RE, KANJI_RE, ODD_RE))
    return common * 2.0 + kanji - 3.0 * odd
