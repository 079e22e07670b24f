"""Look-alikes: letters and digits that a reader of pictures takes for others, told by what stands around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bilingual.model.document import MappedText
from bilingual.text.edits import Edit

_GROUPED_RE = re.compile(
    r"(?<![A-Za-z0-9,.])(?=[0-9OIl,]*[OIl])(?=[OIl,]*[0-9])[0-9OIl]{1,3}(?:,[0-9OIl]{3})+(?![A-Za-z0-9])"
)
_PERCENT_RE = re.compile(
    r"(?<![A-Za-z0-9,.])(?=[0-9OIl.]*[OIl])(?=[OIl.]*[0-9])[0-9OIl]{1,3}\.[0-9OIl]{1,2}(?=\s?%)"
)
_DIGITS = str.maketrans("OIl", "011")
_HINT_RE = re.compile(r"[OIl](?:(?<=[0-9,][OIl])|,?[0-9])")

_DOUBLED_RE = re.compile(r"(?<=\s)\(\((?=\d[\d,.]*\d%?\)(?:\s|$))")
_CURRENCY_RE = re.compile(
    r"(?<![A-Za-z])(?:(?:JPV|IPY|U5D)(?=\s?[0-9(/])"
    r"|(?<=\()(?:JPV|IPY|U5D)(?=\)| (?:in )?(?:thousand|million|billion)s?\b)|JFY(?=\s?\d{1,3},\d{3}))"
)
_CURRENCIES = {"JPV": "JPY", "IPY": "JPY", "JFY": "JPY", "U5D": "USD"}

_PICTURE_RE = re.compile(r"\.\d{3}\.\d{3}(?![\d.,])")
"""Dots between groups of three: what only a reader of pictures makes of a figure."""
_NAME_RE = re.compile(r"[A-Z](?<![A-Za-z0-9][A-Z])(?:\.?[A-Z]){2,5}(?![A-Za-z0-9])")
_OUTLINE = str.maketrans("J", "I")
"""Capitals that a blurred print does not tell apart. Others (E and F, T and I) part too many real names: CEO, CFO."""
FREQUENT = 8
"""A name that a document uses so many times more often than its look-alike is the one that is meant."""
_NUMERAL_RE = re.compile(r"[IVX]+")
_COUNTED_RE = re.compile(r"(?<![A-Za-z0-9])(?:II|IV|VI{1,3}|IX)(?![A-Za-z0-9.])")
_BEFORE_NUMERAL_RE = re.compile(r"(?:[A-Za-z]{3,} |第|[(\[])$")
_AFTER_NUMERAL_RE = re.compile(r"[.)\]、・-]|[期章部編類種相級型]")


def digit_letters(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Letters inside figures: groups of three, or a percentage, are figures whatever else stands in them."""
    if not _HINT_RE.search("\n".join([line.text for line in lines])):
        return
    for number, line in enumerate(lines):
        if _HINT_RE.search(line.text):
            for pattern in (_GROUPED_RE, _PERCENT_RE):
                for match in pattern.finditer(line.text):
                    yield Edit(number, match.start(), match.end(), match[0].translate(_DIGITS))


def brackets(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """A bracket read twice before a negative figure: ``((48,204)``, where the line closes one less than it opens."""
    for number, line in enumerate(lines):
        text = line.text
        if "((" in text and "\t" not in text and text.count("(") == text.count(")") + text.count("(("):
            for match in _DOUBLED_RE.finditer(text):
                yield Edit(number, match.start(), match.start() + 2, "(")


def currency_codes(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Codes of currencies before an amount, or before the unit of a table, in a document that uses the right ones."""
    whole = "\n".join([line.text for line in lines])
    if not any(code in whole for code in _CURRENCIES):
        return
    for number, line in enumerate(lines):
        for match in _CURRENCY_RE.finditer(line.text):
            yield Edit(number, match.start(), match.end(), _CURRENCIES[match[0]])


_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE_RE = re.compile("[ﬀ-ﬆ]")


def ligatures(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Letters that a font draws as one, profit with an fi of one character."""
    for number, line in enumerate(lines):
        if not line.text.isascii():
            for match in _LIGATURE_RE.finditer(line.text):
                yield Edit(number, match.start(), match.end(), _LIGATURES[match[0]])


_KANA = str.maketrans("一力口工夕卜二", "ーカロエタトニ")
_KANA_HINTS = (re.compile(r"[一力口工夕卜二](?=[ァ-ヺー])"), re.compile("[ァ-ヺー]一"))
"""What every such word holds; each begins with one character of a kind, which a search finds quickest."""
_KANA_EDGE_RE = re.compile(
    r"(?<![ァ-ヺー])([ァ-ヺー]{2,})一(?:(?![\u3041-\u30ff\u3400-\u9fff])|(?=の)|[\u3400-\u9fff])"
    r"|(?<![\u3400-\u9fff])[力口工夕卜二][ァ-ヺ][ァ-ヺー]{2,}"
)
_KANA_RE = re.compile(r"(?<=[ァ-ヺー])(?!一[カヵヶケ])[一力口工夕卜]{1,2}(?=[ァ-ヺー])")


def katakana(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Kanji in words of katakana that look like katakana: サ一ビス for サービス; one country (一カ国) stays.

    At the edges of a word (フロ一 for フロー) the document has to have the right word elsewhere.
    """
    whole = "\n".join([line.text for line in lines])
    if not any(hint.search(whole) for hint in _KANA_HINTS):
        return
    for number, line in enumerate(lines):
        for match in _KANA_RE.finditer(line.text):
            yield Edit(number, match.start(), match.end(), match[0].translate(_KANA))
        for match in _KANA_EDGE_RE.finditer(line.text):
            at = match.end(1) if match[1] else match.start()
            meant = line.text[at].translate(_KANA)
            if line.text[match.start() : at] + meant + line.text[at + 1 : match.end()] in whole:
                yield Edit(number, at, at + 1, meant)


_UNIT_WORDS = {
    "干円": "千円", "干米ドル": "千米ドル", "干ドル": "千ドル", "干株": "千株", "百方円": "百万円", "百万門": "百万円",
    "百万田": "百万円", "十円単位": "千円単位", "十米ドル単位": "千米ドル単位",
}  # fmt: skip
_UNIT_WORD_RE = re.compile("(?<![\u3400-\u9fff])(?:" + "|".join(_UNIT_WORDS) + ")")


def unit_words(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Words of units that differ from real ones by a look-alike: 干円 for 千円, 百方円 for 百万円."""
    whole = "\n".join([line.text for line in lines])
    if not any(word in whole for word in _UNIT_WORDS):
        return
    for number, line in enumerate(lines):
        for match in _UNIT_WORD_RE.finditer(line.text):
            yield Edit(number, match.start(), match.end(), _UNIT_WORDS[match[0]])


def names(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Names in capitals that differ from the document's own name in letters of one outline: III for IIJ.

    Only in documents that show elsewhere that they were read from a picture.
    """
    found = [
        (number, match)
        for number, line in enumerate(lines)
        if "J" in line.text or "I" in line.text
        for match in _NAME_RE.finditer(line.text)
    ]
    counts = Counter(match[0].replace(".", "") for _, match in found)
    usual: dict[str, str] = {}
    for name, _ in counts.most_common():
        usual.setdefault(name.translate(_OUTLINE), name)
    if len(usual) == len(counts) or not _PICTURE_RE.search("\n".join([line.text for line in lines])):
        return  # an odd name in a document that was typed is an error of its author
    counted = any(_COUNTED_RE.search(line.text) for line in lines)
    for number, match in found:
        name = match[0].replace(".", "")
        meant = usual[name.translate(_OUTLINE)]
        if meant == name or counts[meant] < FREQUENT * counts[name]:
            continue
        if not (_NUMERAL_RE.fullmatch(name) and (counted or _is_numeral(match))):
            yield Edit(number, match.start(), match.end(), meant)


def _is_numeral(match: re.Match[str]) -> bool:
    """Whether what stands around capitals makes them a number: Basel III, 第III章."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    return bool(_BEFORE_NUMERAL_RE.search(before[-24:]) or _AFTER_NUMERAL_RE.match(after))
