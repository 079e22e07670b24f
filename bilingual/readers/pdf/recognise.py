"""Pages that are pictures, read by Tesseract: words with boxes as if the file had printed them.

Needs the extra ``ocr`` and Tesseract with its Japanese and English data on the machine; nothing leaves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from bilingual.errors import InputError
from bilingual.readers.pdf.library import Pdf
from bilingual.readers.pdf.page import Numbers, Page, Rule, Rules

DOTS = 300
"""Dots per inch that Tesseract reads best."""
LANGUAGES = ("jpn", "eng")
SETTINGS = "--psm 6"
"""One block of lines from top to bottom: columns of tables stay beside each other."""
SECONDS = 120
"""Time for one page."""
RULES = " |¦_"
"""Drawn rules that Tesseract takes for characters."""
ACROSS, DOWN = 150, 100
"""Dots that a drawn rule has at least: half an inch across, a third of one down."""
DARK, WHITE = 140, 255
THICK = 8
"""Dots that a rule is thick at most."""
JAPANESE_RE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
"""Characters that no blank stands beside in running text."""
NEAR = 0.8
"""Heights of a line that characters of running text are apart at most."""
WORD_LEVEL, LINE_LEVEL = 5, 4
SPACE = 32
WAY_OUT = (
    "install bilingual with the extra ocr (pip install 'bilingual[ocr]') and Tesseract with its Japanese data "
    "(Debian: apt install tesseract-ocr tesseract-ocr-jpn)"
)

Words = Mapping[str, Sequence[object]]
"""The columns of Tesseract's table of words."""


def recognised_page(pdf: Pdf, page: Page) -> Page:
    """A page with the characters that Tesseract reads in its picture.

    Raises:
        InputError: Tesseract or its language data are missing, or the page takes too long.
    """
    _require_tesseract(pdf.path)
    import pytesseract
    from PIL import Image

    picture, scale = pdf.picture(page.number - 1, DOTS / 72)
    if picture is None:
        return page
    across, down = _runs(picture, ACROSS), _runs(picture.T, DOWN)
    rules = Rules(_rules(across, scale), _rules(down, scale))
    try:
        words = pytesseract.image_to_data(
            Image.fromarray(_without(_without(picture, across), down, turned=True)),
            lang="+".join(LANGUAGES),
            config=SETTINGS,
            timeout=SECONDS,
            output_type=pytesseract.Output.DICT,
        )
    except RuntimeError as error:
        raise InputError(
            f"{pdf.path}: page {page.number} could not be recognised ({str(error)[:80]}); give the file it was made from"
        ) from None
    codes, boxes = _characters(words, scale)
    return Page(page.number, page.width, page.height, codes, boxes, rules, pictures=page.pictures)


def _runs(picture: Numbers, shortest: int) -> Numbers:
    """Stretches of dark dots along the rows of a picture that no character has: row, first dot, end."""
    dark = np.pad(picture < DARK, ((0, 0), (1, 1))).astype(np.int8)
    edges = np.diff(dark, axis=1)
    rows, firsts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    long = ends - firsts >= shortest
    return np.stack((rows[long], firsts[long], ends[long]), axis=1)


def _without(picture: Numbers, runs: Numbers, *, turned: bool = False) -> Numbers:
    """The picture with white where rules are drawn: Tesseract leaves out words between rules."""
    clean = picture.copy()
    across = clean.T if turned else clean
    for row, first, end in runs.tolist():
        across[max(0, row - 1) : row + 2, first:end] = WHITE
    return clean


def _rules(runs: Numbers, scale: float) -> tuple[Rule, ...]:
    """Rules in points; the rows of dots of one thick rule are one."""
    found: list[tuple[int, int, int]] = []
    last: dict[tuple[int, int], int] = {}
    for row, first, end in runs.tolist():
        key = first // THICK, end // THICK
        before = last.get(key)
        last[key] = row
        if before is None or row - before > THICK:
            found.append((row, first, end))
    return tuple(Rule(row / scale, first / scale, end / scale) for row, first, end in found)


def _require_tesseract(path: Path) -> None:
    missing = _missing()
    if missing:
        raise InputError(f"{path}: reading a scan needs {missing}; {WAY_OUT}")


@lru_cache(maxsize=1)
def _missing() -> str:
    """What is not there to recognise text; empty if all is."""
    try:
        import pytesseract
    except ImportError:
        return "the package pytesseract"
    try:
        known = set(pytesseract.get_languages())
    except (pytesseract.TesseractNotFoundError, OSError, RuntimeError):
        return "the program Tesseract"
    lacking = [language for language in LANGUAGES if language not in known]
    return f"Tesseract's data for {' and '.join(lacking)}" if lacking else ""


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of Tesseract's table with its line, the height of the line, and its ends, in pixels."""

    line: tuple[object, ...]
    top: float
    bottom: float
    left: float
    right: float
    text: str
    ruled: bool
    """Whether a drawn rule stands before it."""

    def follows(self, before: _Word) -> bool:
        """Whether a blank stands between it and the word before: Japanese has none, only wide gaps between cells."""
        gap = self.left - before.right
        if self.line != before.line or gap <= 0:
            return False
        japanese = JAPANESE_RE.match(before.text[-1]) or JAPANESE_RE.match(self.text[0])
        return not japanese or self.ruled or gap > NEAR * (self.bottom - self.top)


def _characters(words: Words, scale: float) -> tuple[Numbers, Numbers]:
    """Code points and boxes of the words, every character as wide as its share of the word."""
    codes: list[int] = []
    boxes: list[tuple[float, float, float, float]] = []
    listed = list(_words(words))
    before: _Word | None = None
    for at, word in enumerate(listed):
        after = listed[at + 1] if at + 1 < len(listed) else word
        if after.line == word.line and word.left < after.left < word.right:
            word = replace(word, right=after.left)  # Tesseract lets words run into the next ones
        if before is not None and word.follows(before):
            codes.append(SPACE)
            boxes.append((before.right, word.top, before.right, word.bottom))
        step = (word.right - word.left) / len(word.text)
        for place, character in enumerate(word.text):
            codes.append(ord(character))
            boxes.append((word.left + place * step, word.top, word.left + (place + 1) * step, word.bottom))
        before = word
    found = np.array(boxes, dtype=np.float32).reshape(len(codes), 4) / np.float32(scale)
    return np.array(codes, dtype=np.uint32), found


def _words(words: Words) -> Iterator[_Word]:
    """Every word that is no drawn rule."""
    top = bottom = 0.0
    ruled = False
    for at, level in enumerate(words["level"]):
        x, y, width, height = (float(str(words[name][at])) for name in ("left", "top", "width", "height"))
        if level == LINE_LEVEL:
            top, bottom = y, y + height
        text = str(words["text"][at]).strip(RULES)
        if level == WORD_LEVEL and text and width > 0:
            line = tuple(words[name][at] for name in ("block_num", "par_num", "line_num"))
            yield _Word(line, top, bottom, x, x + width, text, ruled)
        ruled = level == WORD_LEVEL and not text
