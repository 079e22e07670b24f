"""Lines without cells: captions, unit notes, names, notes, headings, running text."""

from __future__ import annotations

import re

from bilingual.tables import patterns as p
from bilingual.tables.line import LONGEST_LABEL, LineKind

_STOP_RE = re.compile(r"(?:[a-z]{4}|%)\.$")
"""The end of a sentence that begins as a period does: For the full year the margin is expected to improve by 0.5%."""
_UNIT_LEAD_RE = re.compile(
    r"単位|(?:百万|千|十億|億|万)?(?:円|米ドル|ドル|株)単位|[Uu]nits?\b|(?:JPY|USD)\s?/|(?:In |in |IN )?(?:[Tt]housands?|[Mm]illions?|[Bb]illions?|THOUSANDS|MILLIONS)\b"
)
_FIGURE_RE = re.compile(r"\d,\d{3}|[¥$] ?\d|\d ?%")
_UNIT_COLON_RE = re.compile(r"[Uu]nits? ?:")
"""What a unit note begins with that may say more in words: Unit: millions of yen; figures in parentheses are changes."""
_WORD_RE = re.compile(r"[A-Za-z][A-Za-z'&-]*")
_NUMBERED_RE = re.compile(
    r"^(?:\(?\d{1,2}(?:-\d{1,2})?[.)]|[IVX]{1,4}\.|[①-⑮■●◆○]|#{1,6}(?= )|\[\d{1,2}\])\s*"
)
_LAST_BRACKETS_RE = re.compile(r"\s*\([^()]*\)\s*$")
_CHANGES_RE = re.compile(
    r"\(\s?(?:%|[Pp]ercentages?)(?:表示)? ?(?:は|[:=]|indicates?|represents?|shows?|figures)[^()]{0,100}\)"
)
"""What the per cent columns of the table below stand for."""
_FORM_RE = re.compile(
    r"(?:(?:Non-?c|C)onsolidated )?(?:\w+ ){0,3}(?:results?|forecasts?|earnings|performance|position)\b[^.;]{0,30}"
    r" (?:for|in|as of) (?:the )?[^.;]{0,40}\b(?:ended|ending|20\d\d)\b[^.;]*"
)
"""A heading of the prescribed form in small letters: Consolidated financial result forecasts for the year ending ..."""
_LOWER_RE = re.compile(
    r"(?:(?:[Cc]ondensed|[Ii]nterim|[Qq]uarterly|[Ss]emi-annual|[Cc]onsolidated|[Nn]on-consolidated) ){1,4}"
    r"(?:balance sheets?|income statements?|statements? of (?:[a-z' -]{4,80}))(?: \([a-z ]+\))?"
)
"""The name of a statement in small letters behind its number."""
_STATED_RE = re.compile(
    r"\d,\d{3}|。|\d ?(?:百万|千)円(?!未満)|[¥$] ?(?!10{0,2} (?:thousand|million|billion)s?(?:[,;)\]]|$))\d"
)
"""A line that states an amount, or a sentence, is no note of units; (¥100 million) is one."""
_CLOSING = (")", "]")
_SMALL = frozenset(["of", "and", "the", "for", "in", "to", "on", "at", "by", "with", "or", "a", "an", "as"])


_ROUND_UNIT_RE = re.compile(r" ?\(10?,?000 [^()\d]{1,20}\d?[^()\d]{0,6}\)\Z")
"""A round number and what is measured in brackets at the end of a title: GHG emissions (10,000 t-CO2e)."""


def plain_kind(text: str) -> LineKind:
    """Name the part of a line that has no cells."""
    if p.PAGE_RE.fullmatch(text):
        return LineKind.FURNITURE
    text = " ".join(text.split())
    numbered = p.TABLE_NUMBER_RE.match(text)
    if numbered and len(text) <= 160:
        return (
            LineKind.PROSE if p.SENTENCE_RE.search(text[numbered.end() :].lstrip(". ")) else LineKind.CAPTION
        )
    if is_unit_line(text):
        return LineKind.UNIT
    if _CHANGES_RE.fullmatch(text):
        return LineKind.LABEL
    heading = _NUMBERED_RE.sub("", text)
    if heading != text and len(heading) <= 160:
        found = _numbered_kind(heading)
        if found is not None:
            return found
        heading = _LAST_BRACKETS_RE.sub("", heading)
    if heading != text and _LOWER_RE.fullmatch(heading):
        return LineKind.CAPTION
    if heading != text and _heads(heading):
        return LineKind.CAPTION if p.STATEMENT_RE.search(heading) else LineKind.LABEL
    if p.NOTE_RE.match(text):
        return LineKind.NOTE
    if len(text) > LONGEST_LABEL or (p.BULLET_RE.match(text) and not _RANGE_END_RE.fullmatch(text)):
        return _long_kind(text)
    if p.STATEMENT_RE.search(text) and _is_title(text):
        return LineKind.CAPTION
    if (p.PERIOD_LINE_RE.match(text) and not _STOP_RE.search(text)) or _lists_periods(text):
        return LineKind.PERIOD
    named = p.APPENDIX_RE.fullmatch(text) or (
        p.COMPANY_RE.search(text) and len(text) <= 80 and _is_title(text)
    )
    if named:
        return LineKind.NAME
    if p.SENTENCE_RE.search(text) and not (text.endswith(":") and len(text) <= 90 and text[0].isupper()):
        return LineKind.PROSE
    return LineKind.LABEL


_RANGE_END_RE = re.compile(
    r"- (?:[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d|(?:19|20)\d\d年\d{1,2}月\d{1,2}日)\)"
)
"""The second line of a title that its range of days closes: no item of a list."""


def _numbered_kind(heading: str) -> LineKind | None:
    """The part of a numbered line that its period or its brackets tell, given what stands behind the number."""
    if p.PERIOD_LINE_RE.match(heading) and not p.FULL_STOP_RE.search(heading):
        return LineKind.PERIOD
    brackets = _LAST_BRACKETS_RE.search(heading)
    if brackets is None:
        return None
    measured = p.UNIT_HINT_RE.search(brackets[0]) or _ROUND_UNIT_RE.search(heading)
    if measured and not p.SENTENCE_RE.search(heading):
        return LineKind.LABEL  # (1) Claims by class (Billions of yen)
    changes = _CHANGES_RE.fullmatch(brackets[0].strip())
    if changes and not p.SENTENCE_RE.search(heading[: brackets.start()]):
        return LineKind.LABEL  # (1) Operating results (Percentages indicate changes from the same period ...)
    return None


def _heads(words: str) -> bool:
    """Whether the words behind a number are a heading: set as one, or of the prescribed form, and short."""
    if len(words) > (100 if p.PERIOD_RE.search(words) else 60):
        return False
    return _is_title(words) or _FORM_RE.fullmatch(words) is not None


def _lists_periods(text: str) -> bool:
    """Whether a line names periods, and units at most."""
    match = p.PERIOD_LIST_RE.match(text)
    if not match or not p.PERIOD_RE.search(match[0]):
        return False
    rest = text[match.end() :].strip()
    return not rest or "単位" in rest


def _long_kind(text: str) -> LineKind:
    if (
        len(text) <= 260
        and p.PERIOD_LINE_RE.match(text)
        and p.UNIT_HINT_RE.search(text)
        and text.endswith(_CLOSING)
    ):
        return LineKind.PERIOD
    titled = len(text) <= 240 and p.STATEMENT_RE.search(text) is not None and _is_title(text)
    return LineKind.CAPTION if titled else LineKind.PROSE


PER_CENT_RE = re.compile(r"\((?:[Ii]n )?(?:%|[Pp]er ?cent(?:age)?)\)")
"""Per cent alone in brackets: the unit of the table below it."""


def is_unit_line(text: str) -> bool:
    """Whether a line does nothing but name units: in brackets, or led by a unit word."""
    if PER_CENT_RE.fullmatch(text):
        return True
    if len(text) > 200 or not p.UNIT_HINT_RE.search(text):
        return False
    if text[0] in "([<【" and not p.NOTE_RE.match(text):
        return not _STATED_RE.search(text)
    if _FIGURE_RE.search(text):
        return False  # a sentence goes on behind its amount: million (21.5%)
    if _UNIT_COLON_RE.match(text) and not text.endswith("."):
        return True
    return _UNIT_LEAD_RE.match(text) is not None and p.SENTENCE_RE.search(text) is None


def _is_title(text: str) -> bool:
    """Whether the words are set as a title: capitals in English, no sentence end in either language."""
    if text.endswith(("。", "、", ",", ";")):
        return False
    words = [word for word in _WORD_RE.findall(text) if word.casefold() not in _SMALL]
    latin = sum(map(len, words))
    if latin < len(text) / 2:
        return p.SENTENCE_RE.search(text) is None
    capitals = [word for word in words if word[0].isupper()]
    return len(capitals) * 10 >= len(words) * 7
