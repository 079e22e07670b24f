"""Blanks between digits and kanji: ``2025 年 12 月 31 日``, ``12 億 63 百万円``, ``4,500 株``.

Word processors set Latin and Japanese characters a quarter of a space apart, and text taken from their pages shows a
blank there. It parts nothing: a unit belongs to its number, a month to its year. Where the number is the last word
of a label and what follows is the first cell of the row, more than one blank stands between them, or no unit follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.model.document import MappedText
from bilingual.text.edits import Edit, apply_edits

FEWEST = 5
"""Dates and amounts with such blanks that show the habit of a document."""

_UNIT = (
    r"(?:年(?!金|報)|月(?!次|例|額|刊|給)|日(?!本|経|程)|[億兆]|百万|千円|千万|万|円|株(?![式主価券])|口(?!座)|ポイント"
    r"|[%％]|名(?![称義古])|人(?![件民口材])|件(?!名)|社(?![会債長員内外])|戸(?!建)|店(?!舗数)|倍|㎡|銭)"
)
_HABIT_RE = re.compile(r"\d 年 ?\d{1,2} ?月|\d 月 \d{1,2} 日|\d 億 ?[\d円]|\d 百万円|年 \d{1,2} 月")
_APART_RE = re.compile(
    rf" (?:(?<=\d )(?={_UNIT})|(?<=[年月億兆万] )(?=\d{{1,4}} ?(?:[月日億万千円]|百万|四半期))|(?<=\d円 )(?=\d\d ?銭)|(?<=\d 円 )(?=\d\d ?銭)|(?<=第 )(?=\d))"
)
_DAY_RE = re.compile(r"年 ?\d{1,2} ?月( )\d{1,2}(?= {2}|$)")
"""A day that ends the line of a label; what follows it stands on the line below."""

_GAP_RE = re.compile(r"(?<=\S) {2,}(?=\S)")
"""Blanks between columns."""


_IN_SENTENCE_RE = re.compile(rf"(?<=[\u3041-\u30ff\u4e00-\u9fff、。(]) (?=\d)|(?<=\d) (?={_UNIT}|[、。)])")
"""A blank between a digit and Japanese; in a sentence it parts nothing, whatever the rest of the document does."""


def close_up_sentence(line: MappedText) -> MappedText:
    """Running text without the blanks between digits and Japanese; anything that ends no sentence as it is."""
    if " " not in line.text or not line.text.rstrip().endswith("。"):
        return line
    edits = [Edit(0, *match.span(), "") for match in _IN_SENTENCE_RE.finditer(line.text)]
    return apply_edits(line, edits) if edits else line


def close_up_units(lines: Sequence[MappedText]) -> Sequence[MappedText]:
    """The lines of a document without these blanks, if it has the habit; else as they are."""
    habits = 0
    for line in lines:
        if not line.text.isascii():
            habits += sum(1 for _ in _HABIT_RE.finditer(line.text))
            if habits >= FEWEST:
                break
    if habits < FEWEST:
        return lines
    return [line if line.text.isascii() else _closed(line) for line in lines]


def _closed(line: MappedText) -> MappedText:
    edits = [Edit(0, match.start(), match.end(), "") for match in _APART_RE.finditer(line.text)]
    edits += [Edit(0, *match.span(1), "") for match in _DAY_RE.finditer(line.text)]
    edits.sort(key=lambda edit: edit.start)
    if edits:
        edits = _kept_in_place(line.text, edits)
    return apply_edits(line, edits) if edits else line


def _kept_in_place(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """The edits, and blanks put into the gaps behind them: what stands there in a column of its own stays where it is."""
    kept: list[Edit] = []
    for at, edit in enumerate(edits):
        kept.append(edit)
        following = edits[at + 1].start if at + 1 < len(edits) else len(text)
        gap = _GAP_RE.search(text, edit.end, following)
        if gap is not None:
            closed = sum(one.end - one.start - len(one.text) for one in kept)
            kept.append(Edit(0, gap.start(), gap.start(), " " * closed))
    return kept
