"""What a page prints again of the page before: the caption of a table as continued, the heads of its columns, the last line.

Only what stands word for word above the end of the page, and right behind it, is left out; what is told by it was told
before. A page ends at its number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bilingual.model.document import MappedText
from bilingual.text.edits import Edit
from bilingual.text.furniture import is_page_number

BACK = 120
"""Lines above the end of a page within which the heads of a table that goes on must stand."""
MOST_HEADS = 5
MOST_GAP = 6
"""Lines between the last one of a page and the first of the next: blank ones, the number, running heads."""
SHORTEST = 16
"""Characters of a line of prose that is printed twice."""
_CAPTION_RE = re.compile(r"(?:#+ )?(?:図?表|Table|TABLE)\s*\d|[(（]?\d{1,2}[.)）]|[【<■]")
_CONTINUED_RE = re.compile(r"\s*[(\[]\s*(?:続き|つづき|前頁より続く|[Cc]ont(?:inued|\.|'d))\s*[)\]]\s*$")
_FIGURE = r"[(△▲-]?\d[\d,.]*%?\)?"
_FIGURE_RE = re.compile(rf"(?<![\w.,]){_FIGURE}(?![\w])")
_DAY = r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:, (?:19|20)\d\d)?(?!\d)"
_DATE_RE = re.compile(rf"{_DAY}|(?<![\d.,])(?:19|20)\d\d(?![\d.,%])")
"""A day or a year, as heads name them."""
_BARE_ROW_RE = re.compile(rf"[^\W\d].*?(?: {_FIGURE}){{2,}}")
"""A row whose columns single blanks part."""
_BARE_HEAD_RE = re.compile(
    rf"(?:(?:{_DAY}|\dQ\d\d|[A-Z]{{3}}|%|前?\d{{4}}年(?:\d+月(?:\d+日|期)?|度)?|\(\d\)|(?:YoY|QoQ))(?: |$)){{2,}}"
)
"""Heads of such columns: days, years, currencies, signs of per cent."""
_PARTED_RE = re.compile(r"[\t|]| {2,}(?=\S)")
_DELIMITED_RE = re.compile(r"[\t|]")


def page_repeats(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Leave out what stands right behind the end of a page and word for word before it."""
    texts: list[str] = []
    counts: Counter[str] = Counter()
    for at, line in enumerate(lines):
        if not is_page_number(line.text) or "\t" in line.text:
            continue
        if not texts:
            texts = [" ".join(each.text.split()) for each in lines]
            counts = Counter(texts)
        last = next((n for n in range(at - 1, max(-1, at - MOST_GAP), -1) if texts[n]), None)
        if last is None:
            continue
        for number in _repeats(lines, texts, last, _starts(texts, at, counts)):
            yield Edit(number, 0, len(lines[number].text), "")


def _starts(texts: Sequence[str], page: int, counts: Mapping[str, int]) -> Iterator[int]:
    """Where the text of a page may begin: behind blank lines, and behind a running head that the document has elsewhere."""
    heads = 0
    for at in range(page + 1, min(len(texts), page + MOST_GAP)):
        if texts[at]:
            yield at
            heads += 1
            if heads > 1 or counts[texts[at]] < 2 or _CAPTION_RE.match(texts[at]):
                return


def _repeats(
    lines: Sequence[MappedText], texts: Sequence[str], last: int, starts: Iterable[int]
) -> list[int]:
    """Lines behind a page number that repeat what stands before it."""
    for start in starts:
        found: list[int] = []
        at = start
        if (bare := _CONTINUED_RE.sub("", texts[at])) != texts[at] and bare in texts[
            max(0, last - BACK) : last
        ]:
            found.append(at)
            at += 1
        heads = _heads(lines, texts, at, last, named=bool(found))
        found += heads
        at += len(heads)
        if at < len(lines) and texts[at] == texts[last] and (found or _is_told(lines[at].text)):
            found.append(at)
            at += 1
        if found and at < len(lines) and texts[at] and _same_kind(lines, last, at):
            return found
    return []


def _heads(
    lines: Sequence[MappedText], texts: Sequence[str], start: int, last: int, *, named: bool
) -> list[int]:
    """The lines from one on that are heads of the table in which the page ends: behind a row, or named as continued."""
    if start >= len(lines):
        return []
    bare = _BARE_ROW_RE.fullmatch(_DATE_RE.sub("", texts[last]).rstrip()) is not None
    if not _PARTED_RE.search(lines[start].text) and not (bare and _BARE_HEAD_RE.fullmatch(texts[start])):
        return []
    ends_in_heads = texts[start] in texts[max(0, last - MOST_HEADS + 1) : last]
    if not (named or bare or ends_in_heads or _is_row(lines[last].text)):
        return []
    most = 0
    for above in range(last - 1, max(-1, last - BACK), -1):
        if texts[above] != texts[start]:
            continue
        count = 0  # of heads that another page repeats in part, the first ones are whole
        while (
            count < MOST_HEADS
            and above < last
            and start + count < len(lines)
            and texts[start + count] == texts[above] != ""
            and _stands_alike(lines[start + count].text, lines[above].text)
            and not _is_row(lines[start + count].text)
        ):
            count += 1
            above = _below(lines, texts, above, texts[start + count] if start + count < len(texts) else "")
        most = max(most, count)
    return list(range(start, start + most))


def _below(lines: Sequence[MappedText], texts: Sequence[str], at: int, wanted: str) -> int:
    """The line below one, past the end of a page that parts heads: past blank lines, its number and a running head."""
    number = next((n for n in range(at + 1, min(len(texts), at + MOST_GAP)) if texts[n]), at + 1)
    if not is_page_number(lines[number].text if number < len(lines) else ""):
        return at + 1
    past = range(number + 1, min(len(texts), number + MOST_GAP))
    return next((n for n in past if texts[n] == wanted), at + 1)


def _stands_alike(one: str, other: str) -> bool:
    """Whether two lines of heads place their columns alike: blanks differ from page to page, and then both are needed."""
    return one.rstrip() == other.rstrip() or _DELIMITED_RE.search(one) is not None


def _is_row(text: str) -> bool:
    """Whether a line is a row of figures: a label, and cells one of which holds a figure."""
    cells = [cell for cell in re.split(r"[\t|]| {2,}", text.strip().strip("|")) if cell.strip()]
    label = cells[0] if cells else ""
    rest = _DATE_RE.sub("", text[text.find(label) + len(label) :])
    return bool(_FIGURE_RE.search(rest)) and not text[:1].isspace()


def _is_told(text: str) -> bool:
    """Whether a line is a row with a figure, or says so much that nobody writes it twice in a row."""
    parted = _PARTED_RE.search(text.strip()) and _FIGURE_RE.search(text)
    return bool(parted) or len(text.strip()) >= SHORTEST


def _same_kind(lines: Sequence[MappedText], last: int, at: int) -> bool:
    """Whether what goes on behind the repeated lines is what the page ended in: rows, or running text."""
    return bool(_PARTED_RE.search(lines[last].text)) is bool(_PARTED_RE.search(lines[at].text))
