"""Lines to segments: paragraphs joined over line ends and page furniture, then cut into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bilingual.model.document import Language, MappedText
from bilingual.model.quick import quick
from bilingual.model.segment import Segment, SegmentKind
from bilingual.text.carried_on import (
    HANGING_RE,
    LEADING_KANA_RE,
    UNFINISHED_RE,
    ends_within,
    figure_goes_on,
    is_carried_on,
    is_within_brackets,
    parts_sign,
)
from bilingual.text.furniture import DATE_LINE_RE, furniture_lines
from bilingual.text.headings import heads, numbered_title, run_in
from bilingual.text.layer import TextLayer
from bilingual.text.normalize import join_texts, slice_text
from bilingual.text.room import Widths, column_widths, leaves_room, printed_widths
from bilingual.text.sentences import split_sentences
from bilingual.text.set_apart import close_up_sentence

BULLET_RE = re.compile(
    r"^\s*(?:[-・●○■◆◇▪•*+](?=\s)|[・●■◆•](?=\S)|\d{1,2}[.)](?=\s)|\([0-9a-zA-Z]{1,2}\)(?=\s))\s*"
)
ITEM_RE = re.compile(r"\D+")
"""What is left of the mark before an item of a list but its number."""
NOTE_RE = re.compile(
    r"^\s*(?:\(?注(?:記|釈)?\)?\s*[(\d:]|注\s+(?=\S)|\(注|※|\*{1,2}\d?(?=[^\s*])|\^?\(\*+\d?\)|[⁽¹²³⁴⁵⁶⁷⁸⁹]|\*\d|Notes?\s*(?:\(?\d+\)?)?\s*:|Notes?\s?\d{1,2}\)|\(Notes?(?:\s?\d{1,2})?\)|\[\d\])",
)
CAPTION_RE = re.compile(r"^\s*(?:(?:図)?表\s*\d+|Table\s+\d+|Figure\s+\d+|Appendix\s+\d+)\b", re.IGNORECASE)
HEADING_MARK_RE = re.compile(
    r"^\s*(?:#{1,6}\s|<[^<>]{1,40}>\s*$|【[^】]+】\s*$|[■◆●▼]\s*\S{1,40}$|\d{1,2}[.．](?!\d+[A-Za-z]|\d+ ?(?:%|\)|percent|point|pt\b|times|thousand|million|billion|trillion|[億兆万千百倍円人名店件社年株]|ポイント))\s*\S)"
)
FRAMED_RE = re.compile(r"^\s*-{1,3}\s.{2,120}\s-{1,3}\s*$")
"""A subtitle between dashes, which is no list item."""
END_RE = re.compile(r"[。.!?:;！？」』\"')）\]][¹²³⁰-⁹]*\s*$")
COLUMNS_RE = re.compile(r"\S {4,}\S")
"""Words in columns, which no sentence runs over."""
ASIDE_RE = re.compile(r"\([△▲+-]?\d[\d.,]* ?%\)")
"""A rate in brackets, alone on a line: the amount before it stands at the end of the line above."""
AMOUNT_EDGE_RE = re.compile(r"\d\)?[^\d。.、,]{0,24}$")
"""A line that ends with an amount and its unit; one that ends with words alone heads a column."""
BARE_RE = re.compile(r"\(?[△▲+-]?[\d,.]+\)?")
"""A line that is a cell of a table: what stands below it in brackets is the next cell."""
LISTED_RE = re.compile(r"[①-⑳]|\(\d{1,2}\)(?=[\u30a1-\u30fa\u3400-\u9fff])(?!及び|又は|並び|以外|参照|記載)")
"""How an item of a list begins, which is no mention of one: (1)営業外費用, but (1)の."""
CLAUSE_RE = re.compile(
    r"第?\d{1,3}(?:号議案|条(?:の\d{1,2})?(?=[\s(]))|(?:Proposal|Article|Agenda Item)(?: No\.)? \d{1,3}\b(?=[.: ] ?[A-Z(])"
)
"""How a proposal to a meeting or an article of rules begins: 第3号議案, Article 21: The term."""
LABELLED_RE = re.compile(r"[^\W\d_](?:[^\W_]|[ &・/ー-]){0,19}[:：](?![\d/])")
"""How items of a list begin that each name what they are about: 国内: ..., Europe: ..."""
DAY_RE = re.compile(r"(?:19|20)\d\d([./-])\d{1,2}\1\d{1,2}")
"""The day of a release in digits, alone on its line: 2026.04.28."""
LATIN_EDGE_RE = re.compile(r"[A-Za-z0-9,.%)]$")
LATIN_START_RE = re.compile(r"^[A-Za-z0-9(]")
LONG_WORD_RE = re.compile(r"[A-Za-z][A-Za-z'-]{3,}")
STRUCTURED = frozenset({"docx", "xlsx", "html", "pdf"})
"""Formats that say where a paragraph ends: a blank line is its end, whatever it ends on; and what stands in one row of cells."""
CELLED = frozenset({"docx", "xlsx", "html"})
"""Formats whose cells are given, not found."""
LONGEST_HEADING = 160
LONG_ROW = 60
"""Width of a row of a sheet from which on a text may go on in the row below."""
LONGEST_BLOCK = {Language.JA: 3_000, Language.EN: 6_000}
"""Characters after which a paragraph (a page without a blank line, a file in one line) goes on as another block."""
AT_RIGHT = 20
"""Blanks more than those of the line above that set a line at the other edge of the page."""
ROOM = 6
"""Places that a ragged edge leaves free beside the word that did not fit."""
WRAP_WIDTH = {Language.EN: 60, Language.JA: 28}
"""A line shorter than this was not cut by the page's edge."""
UNWRAPPED = {Language.EN: 240, Language.JA: 100}
"""Nor was one as long as this, which no page holds: a page of the web is saved with each paragraph in one line."""
FEWEST_UNWRAPPED = 3
"""Such lines show that all paragraphs are saved so, the short ones too."""


@quick
@dataclass(frozen=True)
class _Line:
    number: int
    content: MappedText
    gap: bool  # a blank line (or another block) stands before it
    page: bool  # page furniture stands before it
    apart: bool = False  # the file says that a block of its own begins here


def split_segments(layer: TextLayer, lines: Sequence[int], language: Language) -> tuple[Segment, ...]:
    """Split the running text of one language into segments.

    Args:
        layer: the text layer of the document.
        lines: numbers of the lines of that language that belong to no table, in order.
        language: the language.
    """
    segments: list[Segment] = []
    heading = ""
    block = 0
    for paragraph in _paragraphs(layer, lines, language):
        content = _join(paragraph, language)
        if language is Language.JA:
            content = close_up_sentence(content)
        kind = _kind(paragraph, content, language)
        if kind is SegmentKind.HEADING:
            heading = content.text.strip() if heads(content.text) else heading
        elif kind is SegmentKind.LIST_ITEM and len(paragraph) == 1:
            heading = numbered_title(content.text) or heading
        length = 0
        for segment in _cut(content, kind, language, block, run_in(content.text) or heading):
            if length and length + len(segment.text) > LONGEST_BLOCK[language]:
                block, length = block + 1, 0
            length += len(segment.text)
            segments.append(replace(segment, block=block) if segment.block != block else segment)
        block += 1
    return tuple(segments)


def _paragraphs(layer: TextLayer, lines: Sequence[int], language: Language) -> Iterator[list[_Line]]:
    paragraph: list[_Line] = []
    solid = list(_solid_lines(layer, lines))
    edge = _edge(solid) if language is Language.JA else 0
    unwrapped = sum(_is_unwrapped(line.content.text.rstrip(), language) for line in solid) >= FEWEST_UNWRAPPED
    for line, column in zip(solid, _widths(solid), strict=True):
        ended = unwrapped and bool(paragraph) and paragraph[-1].content.text.rstrip()[-1:] in ".。"
        if paragraph and (ended or not _continues(paragraph, line, language, edge, column)):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _widths(lines: Sequence[_Line]) -> list[Widths]:
    texts = [line.content.text for line in lines]
    return column_widths(texts, [line.gap or line.page or line.apart for line in lines])


def _edge(lines: Sequence[_Line]) -> int:
    """Width below which a line was surely not cut by the page's edge: most of the width of long lines."""
    widths = sorted(
        width for line in lines if (width := _width(line.content.text)) >= WRAP_WIDTH[Language.JA]
    )
    return widths[len(widths) * 3 // 4] * 3 // 4 if widths else 0


def _solid_lines(layer: TextLayer, lines: Sequence[int]) -> Iterator[_Line]:
    mapped = list(_in_columns(layer, lines))
    furniture = furniture_lines([(number, content.text) for number, content, _ in mapped])
    gap, page, before, row = True, False, None, False
    structured = layer.document.format in STRUCTURED
    sheet, before_text = layer.document.format == "xlsx", ""
    for number, content, turn in mapped:
        if turn or (before is not None and number != before + 1):
            gap = True
        before = number
        if number in layer.spacing:
            continue
        if number in furniture:
            page = True
        elif not content.text.strip():
            gap = True
        else:
            above, row = row, structured and "\t" in content.text
            anew = (above and row) or (sheet and not _is_wrapped(before_text, content.text))
            before_text = content.text
            yield _Line(number, content, gap, page, turn or (gap and structured) or anew)
            gap = page = False


def _is_wrapped(before: str, text: str) -> bool:
    """Whether a row of a sheet goes on with the long row above it, which ends nothing; else each row is a text of its own."""
    before = before.rstrip()
    room = printed_widths(before)[0]
    return room >= LONG_ROW and before[-1:] not in "。.!?)」』]:" and not BULLET_RE.match(text)


def _in_columns(layer: TextLayer, lines: Sequence[int]) -> Iterator[tuple[int, MappedText, bool]]:
    """The lines as they are read, the right one of two columns below the left one; whether a column begins or ends."""
    ends = {number: past for first, past in layer.columns for number in range(first, past)}
    right: list[int] = []
    within = 0
    for number in lines:
        past = ends.get(number, 0)
        turn = past != within
        if turn:
            yield from _right(layer, right)
            right, within = [], past
        if number in layer.beside:
            right.append(number)
        yield number, layer.line(number), turn
    yield from _right(layer, right)


def _right(layer: TextLayer, numbers: Sequence[int]) -> Iterator[tuple[int, MappedText, bool]]:
    for index, number in enumerate(numbers):
        yield number, layer.beside[number], index == 0


def _is_unwrapped(text: str, language: Language) -> bool:
    """Whether a line is a paragraph that no edge cut: wider than a page, and it ends with a full stop."""
    return text[-1:] in (".", "。") and _width(text) >= UNWRAPPED[language]


def _continues(
    paragraph: Sequence[_Line], line: _Line, language: Language, edge: int = 0, column: Widths = (0, 0)
) -> bool:
    """Whether a line goes on with the paragraph that stands before it.

    Behind a gap a line without a full stop may be a title: it goes on where it reaches the page's ``edge``, or
    where one of the two lines shows by its words that the sentence is not over.
    """
    before, text = paragraph[-1].content.text.rstrip(), line.content.text.strip()
    if line.apart:
        return False
    if not line.gap and not line.page and ASIDE_RE.fullmatch(text) and AMOUNT_EDGE_RE.search(before):
        return BARE_RE.fullmatch(before.strip()) is None
    if _begins_anew(paragraph, line, before, text) or (
        text[0].isdigit() and len(paragraph) == 1 and BARE_RE.fullmatch(before.strip())
    ):
        return False
    open_end = not END_RE.search(before) or ends_within(before, text, language)
    if (
        not open_end
        and not END_RE.search(text)
        and _width(text) < min(WRAP_WIDTH[language], _width(before) / 2)
    ):
        return False  # after a full stop, a short line that ends nothing is a heading
    if not open_end and _is_unwrapped(before, language):
        return False
    if not line.gap and not line.page and _ends_short(paragraph, text, language):
        return False
    over = open_end or (language is Language.JA and before.endswith("。"))
    if over and not line.gap and not line.page and leaves_room(before, text, column, language):
        return False
    if language is Language.JA and before.endswith("。") and _indent(line) > _indent(paragraph[-1]):
        return False  # the first line of a paragraph stands in by a character
    if language is Language.EN:
        starts_low = text[0].islower() or UNFINISHED_RE.search(before) is not None
    else:
        starts_low = _goes_on(text)
    starts_low = starts_low or figure_goes_on(before, text, language)
    wrapped = _width(before) >= WRAP_WIDTH[language]
    above = _width(paragraph[-2].content.text) if len(paragraph) > 1 else 0
    runs_on = open_end and is_carried_on(before, text, language, above)
    if line.page or line.gap:
        if _width(before) < edge and not (HANGING_RE.search(before) or LEADING_KANA_RE.match(text)):
            return False
        return open_end and starts_low and (wrapped or (runs_on and not line.gap))
    if line.content.text[:1].isspace() and not paragraph[-1].content.text[:1].isspace() and not starts_low:
        return (wrapped or runs_on) and open_end
    return wrapped or runs_on or is_within_brackets(before, text)


def _begins_anew(paragraph: Sequence[_Line], line: _Line, before: str, text: str) -> bool:
    """Whether the print of a line shows that it begins something: an item, a heading, a caption, the day of the release."""
    first, last = paragraph[0].content.text, paragraph[-1]
    if _in_gaps(before.lstrip()) or _in_gaps(text) or LISTED_RE.match(text):
        return True
    if DATE_LINE_RE.match(text) and _indent(line) > _indent(last) + AT_RIGHT:
        return True  # the day of the release, at the right edge below its title
    if FRAMED_RE.match(before) or FRAMED_RE.match(text):
        return True
    if text[-1].isdigit() and DAY_RE.fullmatch(text):
        return True
    if _indent(last) > _indent(line) + AT_RIGHT and abs(_middle(line) - _middle(last)) > ROOM:
        # A cell between the two lines of its label; the lines of a centred title share their middle.
        return True
    if LABELLED_RE.match(text) and LABELLED_RE.match(first.strip()):
        return True
    if CLAUSE_RE.match(text) and END_RE.search(before):
        return True
    begins = (
        # The second day of a range in brackets begins with the dash of its range.
        BULLET_RE.match(line.content.text) and not is_within_brackets(before, text),
        *(each.match(text) for each in (NOTE_RE, CAPTION_RE, HEADING_MARK_RE)),
    )
    return any(begins)


def _in_gaps(text: str) -> bool:
    return "    " in text and COLUMNS_RE.search(text) is not None


def _ends_short(paragraph: Sequence[_Line], text: str, language: Language) -> bool:
    """Whether the last line of a paragraph ends a sentence, and what follows would have stood on it beside."""
    before = paragraph[-1].content.text.rstrip()
    if language is not Language.EN or not before.endswith((".", ".)")) or not text[0].isupper():
        return False
    widest = max(_width(text), *(_width(line.content.text) for line in paragraph))
    return len(paragraph) > 1 and _width(before) + len(text.split(" ", 1)[0]) + ROOM < widest


def _indent(line: _Line) -> int:
    text = line.content.text
    return len(text) - len(text.lstrip())


def _middle(line: _Line) -> float:
    return _indent(line) + _width(line.content.text) / 2


def _goes_on(text: str) -> bool:
    """Whether a Japanese line may begin inside a sentence: with kana or kanji, not with a mark."""
    return text[0] >= "\u3041" and not text.startswith(("「", "【", "表", "注"))


def _width(text: str) -> int:
    return len(text.strip())


def _join(paragraph: Sequence[_Line], language: Language) -> MappedText:
    content = _strip(paragraph[0].content)
    for line in paragraph[1:]:
        following = _strip(line.content)
        separator = " "
        if language is Language.JA:
            latin = LATIN_EDGE_RE.search(content.text) and LATIN_START_RE.match(following.text)
            separator = " " if latin and not _split_number(content.text, following.text) else ""
        elif content.text.endswith("-") and (
            not content.text.endswith(" -") or parts_sign(content.text, following.text)
        ):
            separator = ""
        content = join_texts((content, following), separator)
    return content


def _split_number(before: str, after: str) -> bool:
    """Whether a line end stands within a number; Japanese sets no blank between two."""
    return before.rstrip(",.")[-1:].isdigit() and after[:1].isdigit()


def _strip(content: MappedText) -> MappedText:
    text = content.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return content if (start, end) == (0, len(text)) else slice_text(content, start, max(start, end))


def _kind(paragraph: Sequence[_Line], content: MappedText, language: Language) -> SegmentKind:
    text = content.text
    if FRAMED_RE.match(text):
        return SegmentKind.HEADING
    if NOTE_RE.match(text):
        return SegmentKind.NOTE
    if CAPTION_RE.match(text):
        return SegmentKind.CAPTION
    if BULLET_RE.match(paragraph[0].content.text):
        return SegmentKind.LIST_ITEM
    if len(text) < LONGEST_HEADING and len(paragraph) <= 2:
        last = text.rstrip()[-1:]
        if HEADING_MARK_RE.match(text) or (last not in "。.!?;,、" and not _is_sentence(text, language)):
            return SegmentKind.HEADING
    return SegmentKind.SENTENCE


def _is_sentence(text: str, language: Language) -> bool:
    if language is Language.JA:
        return len(text) > 70
    return len(text) > 100 and not _is_capitalised(text)


def _is_capitalised(text: str) -> bool:
    """Whether nearly all long words begin with a capital, as those of a headline do."""
    words = LONG_WORD_RE.findall(text)
    return len(words) >= 5 and sum(word[0].isupper() for word in words) * 10 >= len(words) * 9


def _cut(
    content: MappedText, kind: SegmentKind, language: Language, block: int, heading: str
) -> Iterator[Segment]:
    bullet = BULLET_RE.match(content.text) if kind is SegmentKind.LIST_ITEM else None
    item = ""
    if bullet and bullet.end() < len(content.text):
        item = ITEM_RE.sub("", bullet[0]) if ")" in bullet[0] else ""
        content = slice_text(content, bullet.end(), len(content.text))
    if kind in (SegmentKind.HEADING, SegmentKind.CAPTION):
        yield Segment(kind, language, content, block, heading)
        return
    for start, end in split_sentences(content.text, language):
        yield Segment(kind, language, slice_text(content, start, end), block, heading, item)
