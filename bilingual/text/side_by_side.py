"""Running text in two columns beside each other, as text taken from a page shows it: one strip of blanks all the way down.

Read line by line, two statements become one. A strip of blanks alone divides tables as well, so both sides have to be
running text: half of their lines or more hold words that only sentences have, and lists or broken sentences run down both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from bilingual.model.document import MappedText
from bilingual.model.repair import Damage, Repair
from bilingual.text.normalize import slice_text

FEWEST = 3
"""Lines with text on both sides of the strip."""
HANGING = 4
"""Places by which lines of the right column may stand further in."""
LONGEST = 80
"""Lines of a page; a strip that runs on has to show itself again."""
LONGEST_LINE = 400
"""Characters of a line of a page."""
SHORTEST = {True: 12, False: 24}
"""Characters that the lines of a column have in the middle; Japanese and other ones."""
_GAP_RE = re.compile(r" (?<=\S ) {2,}(?=\S)")
"""Blanks that part words. A pattern that begins with one character is found in a third of the time."""
_DIVIDED_RE = re.compile(r"[\t|]")
_CJK_RE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_KANA_RE = re.compile("[\u3041-\u3096]")
_WORD_RE = re.compile(r"[A-Za-z]{2,}")
_SMALL_WORD_RE = re.compile(
    r"\b(?:of|the|to|was|were|is|are|and|in|for|by|from|on|due|with|up|down|our|we|at|as|an?)\b"
)
_BULLET_RE = re.compile(r"(?:[-○◆◇▪*](?=\s)|[・●■•])\s*\S")
_FIGURE_RE = re.compile(r"[(△▲+-]*[¥$]?\d[\d,.]*\D{0,4}")
_OPENING_RE = re.compile(r"\s*(?:\d{1,2}[.．]|\(?\d{1,2}\)|[■◆【※*]|注|Notes?\b)")
"""How a heading or a note begins, which stands over the whole page."""
_LOW_RE = re.compile(r"[a-z]")
_GOES_ON_RE = re.compile("[\u3041-\u3096]")


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns of running text.

    Attributes:
        first: index of the first line.
        cuts: for every line where the right column begins; the length of the line where it has none.
    """

    first: int
    cuts: tuple[int, ...]

    @property
    def past(self) -> int:
        """Index past the last line."""
        return self.first + len(self.cuts)


def find_columns(lines: Sequence[MappedText]) -> Iterator[Columns]:
    """Yield the stretches of lines that are two columns of running text, top to bottom."""
    return stretches(lines, _stretch)


def stretches(
    lines: Sequence[MappedText], begun_at: Callable[[Sequence[MappedText], int], Columns | None]
) -> Iterator[Columns]:
    """Yield the stretches of lines that a function finds to begin at a line, top to bottom, none within another."""
    at = 0
    while at < len(lines):
        found = begun_at(lines, at)
        if found is not None:
            yield found
        at = found.past if found is not None else at + 1


def divide(content: MappedText, cut: int) -> tuple[MappedText, MappedText]:
    """What stands left and right of the strip, without the blanks between."""
    left = len(content.text[:cut].rstrip())
    return slice_text(content, 0, left), slice_text(content, cut, len(content.text))


def told_columns(content: MappedText, cut: int) -> Repair:
    """The repair that tells of one line how it was divided."""
    text = content.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    parts = f"{text[start:cut].rstrip()} | {text[cut:end]}".strip()
    return Repair("side_by_side", Damage.BESIDE, text[start:end], parts, content.span(start, end))


def _stretch(lines: Sequence[MappedText], first: int) -> Columns | None:
    text = lines[first].text
    gaps = list(_GAP_RE.finditer(text)) if len(text) <= LONGEST_LINE else []
    if len(gaps) != 1:
        return None
    edge = gaps[0].end()
    cuts: list[int] = []
    both = 0
    for line in lines[first : first + LONGEST]:
        cut = _cut(line.text, edge)
        if cut is None or (cut == len(line.text) and _OPENING_RE.match(line.text)):
            break
        cuts.append(cut)
        both += bool(line.text[:cut].strip()) and cut < len(line.text)
    if both < FEWEST:
        return None
    divided = [
        (line.text[:cut].strip(), line.text[cut:].strip())
        for line, cut in zip(lines[first:], cuts, strict=False)
    ]
    left = [part for part, _ in divided if part]
    right = [part for _, part in divided if part]
    japanese = [is_japanese(part) for part in (left, right)]
    if japanese[0] != japanese[1] or not all(runs(part, japanese[0]) for part in (left, right)):
        return None
    return Columns(first, tuple(cuts))


def _cut(text: str, edge: int) -> int | None:
    """Where the right column of a line begins; nothing where the line does not keep the strip free."""
    if not text.strip() or len(text) > LONGEST_LINE or _DIVIDED_RE.search(text):
        return None
    gaps = list(_GAP_RE.finditer(text))
    if len(text.rstrip()) < edge - 1:
        return None if gaps else len(text)
    start = len(text) - len(text.lstrip())
    if not gaps:
        return start if edge <= start <= edge + HANGING else None
    return gaps[0].end() if len(gaps) == 1 and edge <= gaps[0].end() <= edge + HANGING else None


def is_japanese(parts: Sequence[str]) -> bool:
    """Whether most lines hold kana or kanji."""
    return 2 * sum(_CJK_RE.search(part) is not None for part in parts) > len(parts)


def runs(parts: Sequence[str], japanese: bool) -> bool:
    """Whether the lines of a column are running text: sentences in half of them, and a list or a sentence that goes on."""
    if len(parts) < FEWEST or any(_FIGURE_RE.fullmatch(part) for part in parts):
        return False
    if median(map(len, parts)) < SHORTEST[japanese]:
        return False
    said = sum(_says(part, japanese) for part in parts)
    if 2 * said < len(parts):
        return False
    bullets = sum(_BULLET_RE.match(part) is not None for part in parts)
    return bullets > 1 or any(goes_on_below(above, below, japanese) for above, below in pairwise(parts))


def goes_on_below(above: str, below: str, japanese: bool) -> bool:
    """Whether a sentence goes on from one line to the next."""
    low = _GOES_ON_RE if japanese else _LOW_RE
    ends = "。" in below and not above.endswith("。")  # a sentence ends below that began above
    return low.match(below) is not None or above.endswith(("、", ",")) or ends


def _says(text: str, japanese: bool) -> bool:
    """Whether a line has words that only sentences have."""
    if japanese:
        return _KANA_RE.search(text) is not None
    return len(_WORD_RE.findall(text)) > 2 and _SMALL_WORD_RE.search(text) is not None
