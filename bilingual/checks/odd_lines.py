"""Lines of heads and labels that name days that no calendar has, or quarters out of their order."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bilingual.align.printed import dated_lines, page_number, printed_lines
from bilingual.align.time_words import find_time_words
from bilingual.checks.building import spot
from bilingual.figures.dates import DateMention, find_dates
from bilingual.model.alignment import Side
from bilingual.model.document import Language, Span
from bilingual.model.report import Spot

_ENDS_RES = {
    Language.JA: re.compile(r"第 ?([1-4]) ?四半期 ?末"),
    Language.EN: re.compile(
        r"\b(first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter[ -]end\b|\bend of (?:the )?(first|second|third|fourth|1st|2nd|3rd|4th) quarter",
        re.IGNORECASE,
    ),
}
"""Ends of quarters, as the form of financial results has them above dividends."""
_QUARTER = {Language.JA: "四半期", Language.EN: "quarter"}
_YEAR_RE = re.compile(r"\d{4}")
TITLE = 400
"""Characters of a release within which its title stands."""
_MONTH_RE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_DATED_RE = re.compile(rf"{_MONTH_RE.pattern}|\d+")
_IN_ORDER = ("1", "2", "3")
_NUMBERS = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_COMPARED_RE = re.compile(
    r"前 ?第 ?([1-4]) ?四半期(連結)?(累計|会計)期間\s*(?:\([^()]*\))?\s*当 ?第 ?([1-4]) ?四半期(連結)?(累計|会計)期間"
)
"""Heads of a statement: the quarter of the year before beside the same quarter of this year."""


def odd_lines(side: Side) -> list[tuple[Spot, str]]:
    """The place of every such defect with the words for it."""
    return list(_odd_lines(side))


def _odd_lines(side: Side) -> Iterator[tuple[Spot, str]]:
    yield from _odd_feet(side)
    dated = side.once(dated_lines)
    for text, at, number in side.once(printed_lines):
        for start, end, words in _odd(text, side.language, dated.get(number, ())):
            yield spot(side, Span(at + start, at + end), words), words
    yield from _backwards_over_lines(side)


def _backwards_over_lines(side: Side) -> Iterator[tuple[Spot, str]]:
    """Stretches of days in sentences that end before they begin, where the line ends within them."""
    for reading in side.readings:
        text, content = reading.segment.text, reading.segment.content
        if not _YEAR_RE.search(text) or not any(word in text for word in ("~", "から", " to ", "through")):
            continue
        for start, end, words in _backwards(text, find_dates(text, side.language)):
            span = content.span(start, end)
            if side.document.line_number(span.start) < side.document.line_number(span.end - 1):
                yield spot(side, span, words), words


def _odd_feet(side: Side) -> Iterator[tuple[Spot, str]]:
    """Page heads and feet whose time is one digit or one month off that of the other pages."""
    alike: dict[str, list[tuple[str, int]]] = defaultdict(list)
    title = ""
    for text, at, _ in side.once(printed_lines):
        page = page_number(text.rstrip())
        bare = text[: page.start()].strip() if page else ""
        if bare and _YEAR_RE.search(bare):
            marked = page is not None and not page[0].strip().isdigit()
            key = re.sub(r"\d", "#", _MONTH_RE.sub("@", bare) if marked else bare)
            alike[key].append((bare, at + len(text) - len(text.lstrip())))
        elif len(title) < TITLE:
            title += f"{text} "
    for feet in alike.values():
        counts = Counter(bare for bare, _ in feet)
        if len(counts) != 2:
            continue
        (usual, most), (odd, few) = counts.most_common()
        found = _differing(usual, odd)
        if few > 1 or found is None:
            continue
        if found[0][0].isdigit() and not _in_time(odd, found[1].start(), side):
            continue
        told = [found[0][0] in title, found[1][0] in title]
        tied = most == few and told[0] == told[1]
        if most == few and told == [False, True]:
            odd = usual
        if tied and not found[0][0].isdigit():
            continue
        for bare, at in feet:
            if bare == odd or tied:
                words = "the time of this page head or foot is another than on the other pages"
                yield spot(side, Span(at, at + len(bare))), words


def _differing(usual: str, odd: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """The only month or number in which two feet differ, a number in one digit; nothing where more differs."""
    pairs = zip(_DATED_RE.finditer(usual), _DATED_RE.finditer(odd), strict=False)
    found = [pair for pair in pairs if pair[0][0] != pair[1][0]]
    if len(found) != 1:
        return None
    one, other = found[0][0][0], found[0][1][0]
    if one.isdigit() and (
        len(one) != len(other) or sum(left != right for left, right in zip(one, other, strict=True)) > 1
    ):
        return None
    return found[0]


def _in_time(text: str, place: int, side: Side) -> bool:
    """Whether a character stands in a word of time."""
    words = find_time_words(text, side.language, 0, 0, side.calendar)
    return any(word.span.start <= place < word.span.end for word in words)


def _odd(text: str, language: Language, dates: Sequence[DateMention]) -> Iterator[tuple[int, int, str]]:
    if dates and _YEAR_RE.search(text):
        yield from _impossible(text, dates)
        yield from _backwards(text, dates)
    yield from _disordered(text, language)


def _impossible(text: str, dates: Sequence[DateMention]) -> Iterator[tuple[int, int, str]]:
    """Full dates that no calendar has."""
    for mention in dates:
        if mention.problem and mention.weekday is None and _YEAR_RE.search(text[mention.start : mention.end]):
            printed = text[mention.start : mention.end]
            yield mention.start, mention.end, f"there is no such date as {printed} ({mention.problem})"


_STRETCH_RE = re.compile(r"[^\S\t]?(?:から|[-~]|to|through|until)[^\S\t]?(?:至[^\S\t]?)?")
"""Not over tabs: a dash in a cell between two days is a cell that is empty."""


def _backwards(text: str, dates: Sequence[DateMention]) -> Iterator[tuple[int, int, str]]:
    """Stretches of days that end before they begin."""
    days = [mention for mention in dates if mention.local_date is not None]
    for one, other in pairwise(days):
        turned = one.local_date and other.local_date and one.local_date > other.local_date
        if turned and _STRETCH_RE.fullmatch(text, one.end, other.start):
            yield one.start, other.end, f"{text[one.start : other.end]} ends before it begins"


def _disordered(text: str, language: Language) -> Iterator[tuple[int, int, str]]:
    """Three ends of quarters that are not the first, second and third; 前第3四半期 beside 当第2四半期."""
    if _QUARTER[language] not in text.lower():
        return
    ends = list(_ENDS_RES[language].finditer(text))
    numbers = tuple(_number(match) for match in ends)
    if len(ends) == len(_IN_ORDER) and numbers != _IN_ORDER:
        at = next(at for at, number in enumerate(numbers) if number != _IN_ORDER[at])
        yield (
            ends[at].start(),
            ends[at].end(),
            f"{ends[at][0]} stands where the end of quarter {at + 1} belongs",
        )
    for match in _COMPARED_RE.finditer(text) if language is Language.JA else ():
        if match[1] != match[4] and match[3] == match[6]:
            yield match.start(), match.end(), f"{match[0]} compares a quarter with another quarter"


def _number(match: re.Match[str]) -> str:
    word = next(group for group in match.groups() if group).lower()
    return _NUMBERS.get(word, word[0])
