"""Running text: the lines of a paragraph joined, headings and short lines as they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from bilingual.readers.pdf.rows import BULLET_RE, CJK_RE, Row
from bilingual.text.normalize import fold

FULL = 1.7
"""A line that ends this near the right edge (in heights) may go on in the next; a long word needs more room."""
LEADING = 1.35
"""Lines of a paragraph stand at most this much farther from each other than usual."""
ENDED = 1.18
"""The same below a line that ends a sentence, farther than lines that stand nearest: most paragraphs may be of one line."""
FEW = 5
"""Steps between lines beyond which the nearest fifth tells how far lines of a paragraph stand from each other."""
GAP = 0.6
"""Least blank height between two lines, in heights, that sets them apart."""
MORE = 1.35
"""And by how much more than usual they stand apart."""
UNLIKE = 0.2
"""Lines of a paragraph differ in height by at most this share."""
SMALLER_END = 0.35
"""The same for a last line of a few letters, none of which reaches below the line."""
FEWEST = 12
"""Characters of the shortest line that may go on in the next."""
START_RE = re.compile(
    r"\s*(?:[・･•●○◆◇■□▪※★☆【<＜〈《]|[（(](?:注|参考|Notes?\b)|[（(](?:[0-9０-９]{1,2}|[a-zA-Z]|[ivx]{2,4}|[ア-ン])[)）]"
    r"|[0-9０-９]{1,2}[.．)）](?:\s|[^\d\s]|\d{4}年)|[①-⑳]|[-–—]\s|\*\d?\s|[⁽¹²³⁴⁵⁶⁷⁸⁹]|(?:Note|Table|表|注)\s?[0-9０-９])"
)
"""What a paragraph begins with that a wrapped line does not."""
FIGURES_RE = re.compile(r"(?:\s[△▲(\-]?[\d,.]*\d[)%]*|\s-){3,}$")
"""A row of a table whose cells single blanks part."""
LATIN_END_RE = re.compile(r"[^\u3040-\u30ff\u3400-\u9fff]*[a-z0-9%)]{2}[.]\s*")
"""A line without a Japanese character that ends in a full stop: no Japanese sentence goes on with it."""
SENTENCE_END_RE = re.compile(r"(?:。|[a-z)%][.])\s*$")
DIVIDED_RE = re.compile(r"[A-Za-z][-\u2010\u00ad]\s*$")
"""A line that ends within a word."""
NUMBER_RE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,%]*")
CLUSTER_RE = re.compile(
    r"[（「『【〔〈《(\[]*[^\sA-Za-z0-9][）」』】〕〉》)\]、。，．,.・：；:;ー々％%ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*"
)
"""What no line break may part (JIS X 4051, line-start and line-end prohibition): 増）、."""
HALF = 0.55
"""Width of a digit, in heights of a line."""
NAMED_RE = re.compile(r"[^\W\d].*: ?\S")
"""A name and its value."""
STOP_RE = re.compile(r"[。.!?:：;」』)）]\s*$")


def paragraphs(rows: Sequence[Row], right: float) -> list[list[Row]]:
    """Rows of running text, those of one paragraph together; full lines end at ``right``."""
    if not rows:
        return []
    pitches = sorted(b.middle - a.middle for a, b in pairwise(rows) if b.middle - a.middle < 2.2 * a.size)
    pitch = median(pitches) if pitches else 0.0
    ended = ENDED * pitches[len(pitches) // 5] if len(pitches) > FEW else LEADING * pitch
    found: list[list[Row]] = [[rows[0]]]
    for above, row in pairwise(rows):
        if goes_on(found[-1], above, row, right, ended if ends_sentence(above.text) else LEADING * pitch):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def goes_on(paragraph: Sequence[Row], above: Row, row: Row, right: float, most: float) -> bool:
    """Whether a row of running text goes on with a paragraph whose last row stands above it, at most so far from it."""
    text = row.text
    if wraps_values(above, row, right, most):
        return True
    if above.wide or row.wide or FIGURES_RE.search(above.text) or FIGURES_RE.search(text):
        return False
    bulleted = len(row.cells[0].lines[0]) > 1 and BULLET_RE.fullmatch(row.cells[0].lines[0][0].text)
    if START_RE.match(text) or bulleted:
        return False
    if CJK_RE.match(text) and LATIN_END_RE.fullmatch(above.text):
        return False
    size = max(above.size, row.size)
    unlike = SMALLER_END if len(text) < FEWEST and row.size < above.size else UNLIKE
    if abs(above.size - row.size) > unlike * size or row.middle - above.middle > max(most, 1.1 * size):
        return False
    if len(above.text) < FEWEST or row.x0 > paragraph[0].x0 + 3.2 * size:
        return False
    first_left = paragraph[0].x0
    if len(paragraph) > 1 and row.x0 > paragraph[1].x0 + 0.8 * size:
        return False
    if row.x0 < first_left - 3.2 * size:
        return False
    room = 0.0 if abs(above.x1 - row.x1) < 0.3 * size else right - above.x1
    if CJK_RE.search(text[:2]) or CJK_RE.search(above.text[-2:]):
        indented = row.x0 > above.x0 + 0.6 * size and len(paragraph) > 1
        return room < max(FULL, _unbroken(above.text, text)) * size and not indented
    if DIVIDED_RE.search(above.text) and text[:1].islower():
        return True
    word = text.split(" ", 1)[0]
    width = (row.x1 - row.x0) * len(word) / max(len(text), 1)
    if STOP_RE.search(above.text) and room > 4 * size + width:
        return False
    return room < width + 1.2 * size


def wraps_values(above: Row, row: Row, right: float, most: float) -> bool:
    """Whether a line of names with their values (予定日：5月1日　開始日：5月8日) goes on, from a name or its half, in the line below."""
    *whole, last = [fold(cell.text).strip() for cell in above.cells]
    size = max(above.size, row.size)
    if not whole or row.middle - above.middle > max(most, 1.1 * size) or abs(above.x0 - row.x0) > 0.3 * size:
        return False
    if not all(NAMED_RE.search(text) for text in whole) or START_RE.match(row.text):
        return False
    first = fold(row.cells[0].text).strip()
    if not last.endswith(":") and (":" in last or not NAMED_RE.search(first)):
        return False
    word = first[:1] if CJK_RE.match(first) else first.split(" ", 1)[0]
    return right - above.x1 < (len(word) * HALF + FULL) * size


def ends_sentence(text: str) -> bool:
    """Whether a line ends in a full stop."""
    return SENTENCE_END_RE.search(text) is not None


def _unbroken(above: str, text: str) -> float:
    """Heights that what begins a line takes and no break may part: digits, Latin letters, a character with its marks.

    The line above ends early by as much, but where it ends a sentence.
    """
    if STOP_RE.search(above):
        return 0.0
    word = NUMBER_RE.match(text)
    cluster = None if word else CLUSTER_RE.match(text)
    return (len(word[0]) + 1) * HALF if word else len(cluster[0]) + FULL - 1 if cluster else 0.0


def usual_gap(rows: Sequence[Row]) -> float:
    """Usual blank height between lines that follow each other."""
    gaps = [
        below.y0 - row.y1 for row, below in pairwise(rows) if -row.size < below.y0 - row.y1 < 3 * row.size
    ]
    return median(gaps) if gaps else 0.0


def is_apart(above: Row, row: Row, usual: float) -> bool:
    """Whether blank height sets two lines apart, where lines usually have ``usual`` points between them."""
    size = max(above.size, row.size)
    return row.y0 - above.y1 > max(GAP * size, MORE * usual + 0.1 * size)
