"""Two tables beside each other on a page, as slides and summaries set them: rows of both stand on the same lines.

Read line by line, the rows of the left table become labels of the right one. Two tables are told by lines that hold a
label and figures twice, the second labels one under another and each of them another one. A table whose cells are words
(units, dates, names) has other words behind them, or the same word again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bilingual.model.document import MappedText
from bilingual.text.side_by_side import Columns, stretches

FEWEST = 3
"""Lines that hold a row of both tables."""
RAGGED = 4
"""Places by which labels of the right table may stand apart; wide characters move them."""
LONGEST = 60
"""Lines of a page."""
FEWEST_ALONE, FEWEST_TURNS = 4, 6
"""Rows of either table on lines of their own, and how often the lines change sides."""
HEADS = 6
"""Lines of heads and captions above the rows."""
_FIGURE = r"[(△▲+\-]{0,2}[¥$]?(?:\d[\d,.]*|-{1,2})(?: ?(?:%|pt|x|倍|円|人|名|社|件|戸|店|ポイント))?\)?"
_LABEL = r"(?:(?:19|20)\d\d年|1株|[^\W\d_(「『])(?:\S| (?! )){0,60}?"
ROW = rf"{_LABEL}(?: {{2,}}| (?=[\d△▲¥$(+\-])){_FIGURE}(?: +{_FIGURE})*"
_BOTH_RE = re.compile(rf"(?P<left> *{ROW}) {{2,}}(?P<right>{ROW}) *")
_CLOSE_RE = re.compile(rf"(?P<left> *{ROW}) (?P<right>(?!\d){ROW}) *")
_AT_WORD_RE = re.compile(r"[\d)%] (?=[^\W\d_])")
_ROW_RE = re.compile(rf" *{ROW} *")
_LABEL_RE = re.compile(r"(?:\S| (?! ))*")
_FIGURES_RE = re.compile(rf"(?<=\s){_FIGURE}(?=\s|$)")
_TIME_RE = re.compile(
    r"(?:(?:19|20)\d\d年|As (?:of|at)|Three|Six|Nine|Twelve|Year|Fiscal|FY|Q[1-4]|H[12]|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|第 ?\d|[前当同](?:[年第期末同\d]|四半|中間|連結|会計|累計|期間|年度)*$)"
)
"""Words before figures that name their time, not what they are."""
_UNIT_RE = re.compile(r"単位|\b(?:[Uu]nit|[Mm]illions?|[Bb]illions?|[Tt]housands?|[Yy]en)\b|¥")
_WORDS_RE = re.compile(r"[ぁ-んァ-ヶー一-龠]|[a-z]{2}")
"""A word of running text."""
_FIGURES_ONLY_RE = re.compile(rf"\s*{_FIGURE}(?:pt|%)?(?:\s+{_FIGURE}(?:pt|%)?)*\s*")
_TEXT_RE = re.compile(r"[ぁ-ん].*[。、]|[ぁ-ん]{2}.{8,}|。$|\b[a-z]+ [a-z]+ [a-z]+\b|[a-z)]\.$")
"""A sentence, its end, or enough words of one."""
_COMMON_RE = re.compile(r"その他(?:[(（].*)?|合計|小計|計|Others?(?:, net)?|Total|Subtotal")
"""Labels that one table has more than once."""
_YEAR_RE = re.compile(r"(?:19|20)\d\d")
_DIVIDED_RE = re.compile(r"[\t|]")


def find_tables_beside(lines: Sequence[MappedText]) -> Iterator[Columns]:
    """Yield the stretches of lines that hold two tables, top to bottom; a cut of zero is a line for both of them."""
    return stretches(lines, _stretch)


def _stretch(lines: Sequence[MappedText], first: int) -> Columns | None:
    match = _both(lines[first].text) or _begins_close(lines, first)
    if match is None:
        return None
    edge = match.start("right")
    rows: dict[int, re.Match[str]] = {}
    sides: list[str] = []
    past = first
    for number in range(first, min(len(lines), first + LONGEST)):
        text = lines[number].text
        both = _both(text) or _close(text, edge)
        if both is not None and abs(both.start("right") - edge) <= RAGGED:
            rows[number] = both
        elif not text.strip() or not _goes_on(text, edge):
            break
        cut = cut_at(text, edge)
        side = "both" if number in rows else _side_of_row(text, cut)
        if side:
            past = number + 1
            sides.append(side)
    if not _are_tables(list(rows.values())) and not _take_turns(sides):
        return None
    edge = min(both.start("right") for both in rows.values())
    top = top_line(lines, first, edge)
    cuts = []
    for number in range(top, past):
        text = lines[number].text
        cut = rows[number].start("right") if number in rows else cut_at(text, edge)
        alone = cut is not None and cut < len(text) and not text[:cut].strip()
        cuts.append(
            0 if alone and number < first and _UNIT_RE.search(text) else len(text) if cut is None else cut
        )
    return Columns(top, tuple(cuts))


def is_text(text: str) -> bool:
    """Whether what stands right of the strip is running text: a sentence, or the end of one."""
    return _ROW_RE.fullmatch(text) is None and _TEXT_RE.search(text.strip()) is not None


def _both(text: str) -> re.Match[str] | None:
    return None if _DIVIDED_RE.search(text) or "  " not in text else _BOTH_RE.fullmatch(text)


def _close(text: str, edge: int) -> re.Match[str] | None:
    """A row of both tables whose last figure on the left comes up to the label on the right: one blank parts them."""
    if _DIVIDED_RE.search(text) or "  " not in text:
        return None
    match = _CLOSE_RE.fullmatch(text)
    return match if match is not None and match.start("right") == edge else None


def _begins_close(lines: Sequence[MappedText], first: int) -> re.Match[str] | None:
    """The first of several rows of both tables, all of them one blank apart at the same place."""
    text = lines[first].text
    if "  " not in text or _DIVIDED_RE.search(text) or not _AT_WORD_RE.search(text):
        return None
    match = _CLOSE_RE.fullmatch(text)
    below = lines[first + 1 : first + FEWEST]
    if match is None or len(below) < FEWEST - 1:
        return None
    edge = match.start("right")
    return match if all(_close(line.text, edge) for line in below) else None


def _are_tables(rows: Sequence[re.Match[str]]) -> bool:
    """Whether the rows on both sides have labels of their own, and figures in as many columns in most of them."""
    if len(rows) < FEWEST:
        return False
    labels = [_LABEL_RE.match(both["right"]) for both in rows]
    named = [label[0] for label in labels if label is not None]
    own = [name for name in named if not _COMMON_RE.fullmatch(name)]
    if (
        len(set(own)) < len(own)
        or 2 * len(own) <= len(named)
        or any(len(name) < 2 or _TIME_RE.match(name) for name in named)
    ):
        return False
    for side in ("left", "right"):
        widths = Counter(len(_FIGURES_RE.findall(both[side])) for both in rows)
        if 3 * max(widths.values()) < 2 * len(rows) or 0 in widths:
            return False
    return True


def _take_turns(sides: Sequence[str]) -> bool:
    """Whether rows stand now in the left table, now in the right one: their lines have other heights on the page."""
    turns = sum(one != other for one, other in pairwise(sides))
    return min(sides.count("left"), sides.count("right")) >= FEWEST_ALONE and turns >= FEWEST_TURNS


def _side_of_row(text: str, cut: int | None) -> str:
    """Which of the tables a line has a row of, whose label and figures stand on one side of the strip: left, right or none."""
    if _ROW_RE.fullmatch(text[:cut]):
        return "left"
    return "right" if cut is not None and _ROW_RE.fullmatch(text, cut) else ""


def _goes_on(text: str, edge: int) -> bool:
    """Whether a line below is of one of the tables alone, or holds of both what they may hold: rows, labels, figures, text."""
    cut = cut_at(text, edge)
    if cut is None:
        return False
    if cut == len(text) or not text[:cut].strip() or not any(map(str.isdigit, text)):
        return True
    if all(_FIGURES_ONLY_RE.fullmatch(part) for part in (text[:cut], text[cut:])):
        return True  # the labels of both stand around their figures
    left = _ROW_RE.fullmatch(text[:cut]) is not None
    if left and _WORDS_RE.search(text, cut) and not _BOTH_RE.fullmatch(text):
        return True
    return not any(map(str.isdigit, text[:cut])) and _ROW_RE.fullmatch(text, cut) is not None


def top_line(lines: Sequence[MappedText], first: int, edge: int) -> int:
    """The first line above the rows that belongs to them: heads and captions that keep the strip between both free."""
    top = first
    for number in range(first - 1, max(-1, first - 1 - HEADS), -1):
        text = lines[number].text
        cut = cut_at(text, edge)
        if not text.strip() or cut is None or _is_cut_row(text, cut):
            break
        if cut < len(text):
            top = number
    return top


def _is_cut_row(text: str, cut: int) -> bool:
    """Whether a line is one row of a wider table above, of which figures alone stand right of the strip."""
    right = text[cut:]
    if _FIGURES_ONLY_RE.fullmatch(right) is None or all(map(_YEAR_RE.fullmatch, right.split())):
        return False
    return len(_FIGURES_RE.findall(text[:cut])) > 1


def cut_at(text: str, edge: int) -> int | None:
    """Where what stands right of the strip begins; the length of a line that ends before it; nothing where words cross it."""
    if len(text.rstrip()) <= edge - 1:
        return len(text)
    words = [(match.start(), match.end()) for match in re.finditer(r"\S+(?: \S+)*", text)]
    for (_, end), (start, _) in pairwise([(0, 0), *words]):
        if start >= edge - RAGGED and end <= edge:
            return start
    close = _close(text, edge)
    return close.start("right") if close is not None else None
