"""Lines whose cells blanks divide: the run of figures that ends a line, or nothing but header words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from bilingual.tables import patterns as p
from bilingual.tables.dated_rows import PART_RE, SAME_RE
from bilingual.tables.line import LONGEST_LABEL, Field
from bilingual.text.sentences import ABBREVIATIONS

_UNIT_NOTE_RE = re.compile(
    r"単位\s*$|\bin (?:thousands|millions|billions)\b|\b(?:Thousands|Millions) of\b|\)\s*$"
)
DEEP = 12
"""Blanks before two words that make them heads of columns and no label."""
FAR = 3
"""Blanks before a figure that running text does not have."""
APART = 20
"""Blanks before a bare number that no sentence has, however its words look."""
MANY = 5
"""Cells of a line that is a row, though it begins with the dot of a list: half of a label with a dot in it."""
MANY_NILS = 2
"""Dashes one blank apart that are the cells of a row whose label is a fiscal year: no dividends are set yet."""
_TERM_ROW_RE = re.compile(
    rf"(?:令和|平成)?(?:\d{{1,2}}|20\d\d)年\d{{1,2}}月期(?: ?\(予想\))?|(?:[Ff]iscal )?[Yy]ear [Ee]nd(?:ed|ing) {p.MONTH}\.? \d{{1,2}}, 20\d\d(?: \([Ff]orecast\))?"
)
_AMOUNT_RE = re.compile(r"\d,\d{3}")
"""A second amount in a label: a line of names and amounts in turns, as share counts are given."""
_MARK_RE = re.compile(r"\(\d{1,2}\)")


def tail_cells(text: str) -> tuple[Field, ...] | None:
    """The stub and the run of cells that ends the line; None where the line is no row."""
    cells, at = _run(text)
    return _fields(text, cells, at) if cells and _is_row(text[:at], cells) else None


def bare_tail(text: str) -> tuple[Field, ...] | None:
    """The stub and the run of cells that ends the line, whatever they are; None where none does."""
    cells, at = _run(text)
    return _fields(text, cells, at) if cells else None


_CHANGED_RE = re.compile(r"(?:[増減]|低下|上昇|下落|増加|減少)\Z")


def _run(text: str) -> tuple[list[Field], int]:
    """The cells that end a line, and where they begin."""
    at = len(text.rstrip())
    cells: list[Field] = []
    for match in reversed(_tokens(text)):
        if text[match.end() : at].strip():
            break
        cells.append(Field(match.start(), match.end(), match[0]))
        at = match.start()
    cells.reverse()
    cells = _unlabelled(text, _undated(text, cells))
    return cells, cells[0].start if cells else at


def _unlabelled(text: str, cells: list[Field]) -> list[Field]:
    """Cells without a change that ends the label, one blank behind it and far from the figures: 解約率 10%低下    326."""
    if len(cells) < 2 or not _CHANGED_RE.search(cells[0].text):
        return cells
    first, second = cells[:2]
    close = text[: first.start].strip() and not text[: first.start].endswith("  ")
    return cells[1:] if close and second.start - first.end >= FAR else cells


def _fields(text: str, cells: list[Field], at: int) -> tuple[Field, ...]:
    label = text[:at].strip()
    first = len(text[:at]) - len(text[:at].lstrip()) if label else 0
    return (Field(first, first + len(label), label), *cells)


_END = r"[(+△▲-]?[\d,.]*\d\)?"
_WORD = r"(?:%|円|百万円|千円|億円|株|人|名|社|件)"
_RANGE_RE = re.compile(
    rf"(?=[(+△▲\d,.-])(?<![\w.,]){_END} ?(?:{_WORD}? ?(?:~|to) ?{_END}(?: ?{_WORD})?|{_WORD} - {_END} ?{_WORD})(?![\w.,])"
)
"""A range in one cell: 12,500 to 13,000."""
_TIGHT_RANGE_RE = re.compile(
    r"(?<![\w.,/-])(?:\d{1,3}\.\d{1,2}-\d{1,3}\.\d{1,2}|\d{1,3}(?:,\d{3})+-\d{1,3}(?:,\d{3})+"
    r"|(?<=\s\s)\d{1,3}(?:\.\d+)?%?-\d{1,3}(?:\.\d+)?%)(?![\w.,/-])"
)
"""The same of amounts that a hyphen joins without blanks: 18.0-20.0, 9-10%; dates, codes and telephone numbers are other."""


_SET_APART_RE = re.compile(
    r"(?<=\s\s)(?P<low>\d{1,3}(?:,\d{3})*(?:\.\d+)?)(?:%)? - (?P<high>\d{1,3}(?:,\d{3})*(?:\.\d+)?)%?(?=\s\s|\s*$)"
)
"""A range around a dash with one blank on either side, where more blanks set it apart from the other cells: 1,000 - 5,000."""
_WORDS_AFTER_RE = re.compile(
    rf" {p.BOUND_WORDS} [¥$\d]|"
    rf"\d{p.SCALE_WORDS}?%?\)? (?:or|pt|pp|{p.SCALE_WORDS}|percentage points?|[a-z]{{3,7}})(?: |$)"
    r"|\d (?:[百千]?万?|[十百]?億)(?:[株口円人名社件倍])(?: |$)"
)


def _tokens(text: str) -> list[re.Match[str]]:
    """The figures of a line; a range is one, and so is a figure with its words where blanks set it apart."""
    tokens = list(p.TOKEN_RE.finditer(text))
    if _WORDS_AFTER_RE.search(text):
        worded = [match for match in p.WIDE_TOKEN_RE.finditer(text) if " " in match[0]]
        tokens = _in_place_of(tokens, worded)
    if "-" in text and (tight := list(_TIGHT_RANGE_RE.finditer(text))):
        tokens = _in_place_of(tokens, tight)
    if "~" not in text and " to " not in text and " - " not in text:
        return tokens
    if " - " in text:
        tokens = _in_place_of(tokens, [match for match in _SET_APART_RE.finditer(text) if _ascends(match)])
    return _in_place_of(tokens, list(_RANGE_RE.finditer(text)))


def _ascends(match: re.Match[str]) -> bool:
    """Whether the ends of a range are written alike and the second is the greater."""
    low, high = match["low"], match["high"]
    alike = low[::-1].find(".") == high[::-1].find(".")
    return alike and Decimal(low.replace(",", "")) < Decimal(high.replace(",", ""))


def _in_place_of(tokens: Sequence[re.Match[str]], longer: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """The cells of a line in order, without figures that longer cells hold: 62% of over 62%."""
    inside = [
        token for token in tokens if not any(found.start() <= token.start() < found.end() for found in longer)
    ]
    return sorted((*inside, *longer), key=lambda match: match.start())


_DAY_AND_YEAR_RE = re.compile(r"[0-3]?\d, {1,4}20\d\d(?![\d,.])")


def _undated(text: str, cells: list[Field]) -> list[Field]:
    """Cells without the day and year that end a label: ``March 31, 2025``, or the year of a label above."""
    first = cells[0].start if cells else 0
    if cells and text[:first].isspace() | (first == 0) and p.BARE_YEAR_RE.fullmatch(cells[0].text):
        rest = [cell for cell in cells[1:] if not p.BARE_YEAR_RE.fullmatch(cell.text)]
        return cells[1:] if len(rest) == len(cells) - 1 and rest else cells
    if _ends_label(text, cells):
        return cells[1:]
    if len(cells) > 2 and cells[0].text.endswith(",") and not text[:first].strip():
        match = _DAY_AND_YEAR_RE.match(text, first)
        if match is not None and match.end() == cells[1].end:
            return cells[2:]  # Nine months / ended December / 31, 2025
    if (
        cells
        and cells[0].text[0].isdigit()
        and (text[first - 2 : first - 1].isalpha() or text[first - 2 : first] == ". ")
    ):
        for match in p.DATE_IN_LABEL_RE.finditer(text, 0, cells[min(1, len(cells) - 1)].end):
            if match.start() < first < match.end():
                return [cell for cell in cells if cell.start >= match.end()]
    return cells


_MOVES_RE = re.compile(r"[a-z] (?:up|down|by|over|under|plus|minus) $")
"""Before a percentage that a label ends with: how far something is taken to move."""


def _ends_label(text: str, cells: list[Field]) -> bool:
    """Whether a year or a percentage is the last word of the label and far from the figures: ``Net sales, 2025``."""
    if len(cells) < 2:
        return False
    if cells[0].text.endswith("%") and _MOVES_RE.search(text, 0, cells[0].start):
        return cells[1].start - cells[0].end >= FAR  # Share prices down 10%      (120.4)
    if not p.BARE_YEAR_RE.fullmatch(cells[0].text):
        return False
    first, second = cells[0], cells[1]
    near = first.start > 1 and text[first.start - 1] == " " and text[first.start - 2] not in " \t"
    return (
        near
        and second.start - first.end >= FAR
        and not any(p.BARE_YEAR_RE.fullmatch(cell.text) for cell in cells[1:])
        and any(p.FORMATTED_RE.search(cell.text) for cell in cells[1:])
    )


def _is_row(label: str, cells: list[Field]) -> bool:
    formatted = any(p.FORMATTED_RE.search(cell.text) for cell in cells)
    if all(p.YEAR_RE.fullmatch(cell.text) for cell in cells):
        return False
    if all(p.NIL_RE.fullmatch(cell.text) for cell in cells):
        far = all(right.start - left.end >= FAR for left, right in pairwise(cells))
        dated = label.endswith(" " * DEEP) and _is_dated(label.strip())
        if len(cells) >= MANY_NILS and _TERM_ROW_RE.fullmatch(label.strip()):
            return True
        return (len(cells) > 1 or dated) and bool(label.strip()) and far and label.endswith(" " * FAR)
    many = len(cells) >= MANY and formatted and label[:1].isspace()
    listed = p.BULLET_RE.match(label) and not many and not (formatted and label.endswith(" " * DEEP))
    if len(" ".join(label.split())) > LONGEST_LABEL or listed:
        return False
    if p.NOTE_RE.match(label) and _AMOUNT_RE.search(label):
        return False  # (注) 包括利益 …期 8,913百万円 (112.4%) …期 4,196百万円 (△48.3%)
    wide = bool(label.strip()) and (len(label) - len(label.rstrip()) > 1 or label.rstrip().endswith("...."))
    if len(cells) == 1:
        if _UNIT_NOTE_RE.search(label) and _MARK_RE.fullmatch(cells[0].text):
            return False
        if _AMOUNT_RE.search(label):
            return False
        gap = len(label) - len(label.rstrip())
        far = gap >= APART or (gap >= FAR and formatted)
        stop = p.FULL_STOP_RE if far else p.SENTENCE_RE
        return wide and not stop.search(_without_abbreviation(label.strip()))
    apart = wide and all(right.start - left.end > 1 for left, right in pairwise(cells))
    words = _without_abbreviation(p.DATE_IN_LABEL_RE.sub("", label.strip()))
    if formatted and label.endswith(" " * FAR) and all(b.start - a.end >= FAR for a, b in pairwise(cells)):
        words = words.rstrip(
            ","
        )  # the second half of the label stands below: Inventories, raw materials, / and supplies
    return (formatted or len(cells) > 2 or apart) and not p.FULL_STOP_RE.search(words)


_TERM_RE = re.compile(r"(?:[Ff]iscal [Yy]ear|[Yy]ear|[A-Z][a-z]+ [Mm]onths) (?:[Ee]nded|[Ee]nding) ")


def _is_dated(label: str) -> bool:
    """Whether a label is a period: 2027年3月期, FY2026, Fiscal year ending March 31, 2027."""
    term = _TERM_RE.match(label)
    return p.PERIOD_RE.match(label, term.end() if term else 0) is not None


def _without_abbreviation(label: str) -> str:
    """A label without the full stops of abbreviations: call loans, etc.; Custody Bank of Japan, Ltd. (Trust Account)."""
    if "." not in label:
        return label
    return " ".join(
        word.replace(".", "") if word.strip("().").lower() in ABBREVIATIONS else word
        for word in label.split(" ")
    )


_DAY_RE = re.compile(r"\d{1,2}, ?(?:19|20)\d\d")
_DAYS_RE = re.compile(r"\s{12,}\d{1,2}, ?(?:19|20)\d\d(?:\s{2,}\d{1,2}, ?(?:19|20)\d\d)+\s*")
"""Days and years whose months end the line of heads above: ``March / 31, 2024``."""


def is_days(text: str) -> bool:
    """Whether a line holds nothing but such days and years, far from the margin."""
    return _DAYS_RE.fullmatch(text) is not None


def header_words(text: str) -> tuple[Field, ...] | None:
    """Header words separated by blanks only; None where anything else stands in the line."""
    if is_days(text):
        days = [Field(match.start(), match.end(), match[0]) for match in _DAY_RE.finditer(text)]
        return (Field(0, 0, ""), *days)
    head = _first_head(text)
    if head is None:
        return None
    found: list[Field] = []
    at = 0
    for match in p.HEADER_TOKEN_RE.finditer(text, head.start()):
        between = text[at : match.start()].strip()
        if between and len(found) > 1 and _BRACKETED_RE.fullmatch(between):
            found[-1:] = _with_bracket(text, found[-1], match.start())
            between = ""
        if between and (found or not _is_stub_head(between)):
            return None
        if (
            between
            and not found
            and match[0][0].islower()
            and text[at : match.start()].endswith(between + " ")
        ):
            continue  # the end of the words over the labels: Net sales
        if between and not found:
            first = text.index(between)
            found.append(Field(first, first + len(between), between))
        elif not found:
            found.append(Field(0, 0, ""))
        found.append(Field(match.start(), match.end(), match[0]))
        at = match.end()
    if len(found) > FEWEST_BRACKETED and _BRACKETED_RE.fullmatch(text[at:].strip()):
        found[-1:] = _with_bracket(text, found[-1], len(text))
        at = len(text)
    if len(found) < 2 or text[at:].strip():
        return None
    if len(found) == 2 and (found[0].text or p.ALONE_RE.fullmatch(found[1].text)):
        return None
    return tuple(found)


def _with_bracket(text: str, head: Field, before: int) -> list[Field]:
    """A head with the words in brackets behind it, FY2025 (full year); far from it they are a head, the unit of another column."""
    end = len(text[:before].rstrip())
    start = text.index("(", head.end)
    if start - head.end >= APART:
        return [head, Field(start, end, text[start:end])]
    return [Field(head.start, end, text[head.start : end])]


_BRACKETED_RE = re.compile(r"\([^()]{1,40}\)")
APART = 3
"""Blanks between two heads."""
FEWEST_BRACKETED = 3
"""Fields, the empty one over the labels with them, from which the last head of a line may have words in brackets behind it."""
LONGEST_STUB = 40
"""Characters of the words before the first header word."""
_LONGEST_HEAD = 80


def _first_head(text: str) -> re.Match[str] | None:
    """The first header word, if it stands near enough to the beginning of a line: in most sentences none does."""
    behind = text.lstrip()[LONGEST_STUB:].lstrip()
    end = len(text) - len(behind) + _LONGEST_HEAD
    return p.HEADER_TOKEN_RE.search(text[:end])


_STATED_RE = re.compile(r"[\d,]*\d,\d{3} ?[^\d\s]{0,6}|\d+ ?[株口]")
"""An amount or a number of shares: 期末発行済株式数 2025年3月期 1,250,000株 states facts and heads nothing."""


def wide_words(text: str) -> tuple[Field, ...] | None:
    """Words that two blanks or more set apart, as heads of columns stand; None where the line is none."""
    parts = [Field(match.start(), match.end(), match[0]) for match in PART_RE.finditer(text)]
    first = parts[0].start if parts else 0
    if len(parts) < 2 or (len(parts) == 2 and first < DEEP):
        return None
    if p.SENTENCE_RE.search(text.strip()) or p.BULLET_RE.match(text):
        return None
    if any(not 2 <= len(part.text) <= 40 or p.NOTE_RE.match(part.text) for part in parts):
        return None
    if any(_STATED_RE.fullmatch(part.text) or SAME_RE.fullmatch(part.text) for part in parts):
        return None
    return tuple(parts) if first < DEEP / 3 else (Field(0, 0, ""), *parts)


def unit_and_heads(text: str) -> tuple[Field, ...] | None:
    """A unit in brackets over the labels, and the heads of columns beside it, one of them a period; else None.

    Words in brackets that name no unit ((Reference) Purchases) head the labels beside heads of any kind.
    """
    wide = wide_words(text)
    parts = [part for part in wide or () if part.text]
    if len(parts) < 3 or not parts[0].text.startswith("("):
        return None
    bracketed, closes, _ = parts[0].text.partition(")")
    if closes and not p.UNIT_HINT_RE.search(bracketed) and not _UNIT_WORD_RE.search(bracketed):
        return tuple(parts)
    if not parts[0].text.endswith(")"):
        return None
    heads = parts[1:]
    if any(part.text.startswith("(") and p.UNIT_HINT_RE.search(part.text) for part in heads):
        return None
    return tuple(parts) if any(p.PERIOD_RE.search(part.text) for part in heads) else None


_UNIT_WORD_RE = re.compile(r"単位|[Uu]nit|[Ii]n |[△▲]|円|yen|%")
"""What brackets with a unit, or a note on signs, hold."""
_SCALE_RE = re.compile(r"(?:[Tt]housand|[Mm]illion|[Bb]illion)s?\b")


def _is_stub_head(between: str) -> bool:
    """Whether the few words before the first header word may head the stub."""
    return (
        len(between) <= LONGEST_STUB
        and _SCALE_RE.match(between) is None
        and not p.SENTENCE_RE.search(between)
    )
