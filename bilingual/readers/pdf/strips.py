"""What tells the place of a page among those of a sheet: how high its rows stand, and whether they have labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bilingual.readers.pdf.page import Characters, Numbers, Page
from bilingual.text.normalize import fold

ROW = 4.0
"""Points between the middles of characters that part two rows of a sheet."""
LABEL = 3
"""Letters before the first digit of a row that make a label: FY2024 has none."""
UNIT_RE = re.compile(
    r"(?:[十百千万億兆]+|(?:hundred |ten )?(?:thousand|million|billion)s?(?: of)?\s?)?(?:-?(?:t|kt|Mt|kg|g|kL|L|ML|m[23²³]?|㎡|㎥|ha|km|[kMGT]?W"
    r"|[kMGT]?Wh|[MGTP]?J)(?![A-Za-z])(?:-?CO[2₂]?e?q?)?|円|米?ドル|トン|人(?!材|員|件)|件|回|台|社(?!会|外|債|員)|点|歳|年(?!度)|日(?!本)|時間|名|株(?!式)|本|拠点"
    r"|yen|persons?|people|cases|days|hours|years|times|companies|units|points|sites|shares|stores)\W{0,2}",
    re.IGNORECASE,
)
"""What a column of units begins with."""
DIGIT_RE = re.compile(r"[0-9０-９]")
LETTER_RE = re.compile(r"[A-Za-z\u3041-\u9fff]")
NUMBER_RE = re.compile(r"\A[(\[]?\d{1,2}(?:[.)\]](?!\d))+\s?")
"""The number of a heading or an entry."""
PERIOD_RE = re.compile(r"第[1-4]四半期|(?:19|20)\d\d年(?:度|\d{1,2}月(?:期|\d{1,2}日)?)?|FY\s?\d{2,4}")
FEWEST_ROWS = 3
BARE = 0.7
"""Share of the rows with figures that have no label on a page that goes right of another."""
WORDY = 0.6
"""Share of all its rows that begin with words at most: text runs over the edge of a page too."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A page as far as its place beside others is told by it.

    Attributes:
        index: 0-based number of the page.
        size: width and height, in points.
        rows: heights of all its rows, falling down the page.
        figures: heights of those with figures.
        labelled: how many of all rows begin with words that are no unit, or with a period.
        named: how many of those with figures do.
        words: what all its rows print, without blanks.
        reach: where their print begins and ends across the page.
    """

    index: int
    size: tuple[float, float]
    rows: tuple[float, ...]
    figures: tuple[float, ...]
    labelled: int
    named: int
    words: tuple[str, ...] = ()
    reach: tuple[tuple[float, float], ...] = ()

    @property
    def bare(self) -> bool:
        """Whether it holds figures and hardly a label."""
        unnamed = len(self.figures) - self.named
        few = self.labelled <= WORDY * len(self.rows)
        return few and unnamed >= FEWEST_ROWS and unnamed >= BARE * len(self.figures)

    @property
    def goes_on(self) -> bool:
        """Whether it may be one more page without labels: the last rows of a sheet are few."""
        return self.bare or (bool(self.figures) and not self.labelled)


def strip_of(page: Page, found: Characters) -> Strip:
    """What tells the place of a page among those of a sheet."""
    order, starts = _row_order(found)
    size = (round(page.width), round(page.height))
    if not len(order):
        return Strip(page.number - 1, size, (), (), 0, 0)
    boxes = found.boxes[order]
    counts = np.diff(np.append(starts, len(order)))
    heights = (np.add.reduceat((boxes[:, 1] + boxes[:, 3]) / 2, starts) / counts).tolist()
    begins = np.minimum.reduceat(boxes[:, 0], starts).tolist()
    ends = np.maximum.reduceat(boxes[:, 2], starts).tolist()
    whole = found.codes[order].astype("<u4").tobytes().decode("utf-32-le", "replace")
    words = tuple(
        whole[start : start + count] for start, count in zip(starts.tolist(), counts.tolist(), strict=True)
    )
    numbered = [DIGIT_RE.search(row) is not None for row in words]
    labels = [_is_labelled(fold(row)) for row in words]
    return Strip(
        page.number - 1,
        size,
        tuple(heights),
        tuple(height for height, told in zip(heights, numbered, strict=True) if told),
        sum(labels),
        sum(label and told for label, told in zip(labels, numbered, strict=True)),
        words,
        tuple(zip(begins, ends, strict=True)),
    )


def _is_labelled(row: str) -> bool:
    """Whether a row begins with a label: words that are no unit and no fiscal year, or one period before figures."""
    row = NUMBER_RE.sub("", row)
    digit = DIGIT_RE.search(row)
    words = row[: digit.start()] if digit else row
    if len(LETTER_RE.findall(words)) >= LABEL:
        return UNIT_RE.match(words) is None
    period = PERIOD_RE.match(row)
    return (
        period is not None
        and PERIOD_RE.search(row, period.end()) is None
        and DIGIT_RE.search(row, period.end()) is not None
    )


def _row_order(found: Characters) -> tuple[Numbers, Numbers]:
    """The characters of a page row by row from the left, and where every row begins among them."""
    solid = np.flatnonzero(~found.blank)
    middles = (found.boxes[solid, 1] + found.boxes[solid, 3]) / 2
    down = np.argsort(middles, kind="stable")
    number = np.zeros(len(solid), dtype=np.int64)
    number[down[1:]] = np.cumsum(np.diff(middles[down]) > ROW)
    order = np.lexsort((found.boxes[solid, 0], number))
    starts = np.flatnonzero(np.diff(number[order], prepend=-1))
    return solid[order], starts


def rows_of(found: Characters) -> Iterator[Numbers]:
    """The rows of a page from top to bottom: the indexes of their characters from left to right."""
    order, starts = _row_order(found)
    yield from (row for row in np.split(order, starts[1:]) if len(row))
