"""Which dates of a text are said to lie ahead."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from bilingual.model.document import Language, MappedText

_REACH = 90
"""Characters of a clause in which the words for the future are looked for."""
_AHEAD_EN_RE = re.compile(
    r"\b(?:(?:is|are|presently|currently|now|tentatively)\s+)?"
    r"(?P<word>scheduled|slated|(?<!fell )(?<!came )(?<!fallen )(?<!became )due(?! to)|planned|expected|will|intends? to|plans? to|expects? to)\b(?P<between>[^.;:!?()]*)$",
    re.IGNORECASE,
)
_PAST_EN_RE = re.compile(
    r"\b(?:was|were|had|has|have|been|originally|previously|initially|which|that|who|since|dated|until|by|as of|"
    r"ended|ending|beginning|levels?|compared|relative|filed|[a-z]+ed|began|took|went|became|made|held)\b",
    re.IGNORECASE,
)
_PASSIVE_RE = re.compile(r"^\s*(?:not\s+)?(?:to\s+)?be\s+(?:\w+ly\s+)?\w+", re.IGNORECASE)
_LINK_EN_RE = re.compile(
    r"\b(?:for|on|in|from|at|about|around|of|starting|before|after)(?:\s+the)?\s*$", re.IGNORECASE
)
_BEFORE_RE = re.compile(
    r"\b(?:was|were|had been|has been|have been|originally|previously|initially|been)\s*$", re.IGNORECASE
)
_AHEAD_JA_RE = re.compile(
    r"^[^。、;]{0,40}?(?:予定(?!通り|どおり|し(?:て(?:い(?:た|まし)|おりまし)))|見込み|見通し|を?計画(?!通り|どおり)して)"
)
_PAST_JA_RE = re.compile(
    r"予定(?:であっ|でし|だっ)|(?:まし|され|し|っ|い|え|け|き|ん)た(?:$|[。、])|付(?:で|け|の)|時点|現在|発表の|公表の"
)

_ORIGIN_JA_RE = re.compile(
    r"末?(?:時点)?の[^。、\d]{0,20}\d[\d,.]*[^。、\d]{1,8}?(?:から|より|に対し|[にと]比べ)"
)
"""Behind a day from whose figure on something is to change: 2024年12月末の8,916名から約150名増える予定."""


def text_offset(content: MappedText, offset: int) -> int:
    """Where a character of the document stands in a text made from it."""
    at = bisect_right(content.pieces, offset, key=lambda piece: piece[1]) - 1
    start, source = content.pieces[max(at, 0)]
    return start + offset - source


def lies_ahead(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the words around ``text[start:end]``, a date, say that it is still to come.

    >>> lies_ahead("results are scheduled for May 13, 2025", 26, 38, Language.EN)
    True
    >>> lies_ahead("2025年5月13日に発表する予定です", 0, 10, Language.JA)
    True
    >>> lies_ahead("2025年5月13日に発表しました", 0, 10, Language.JA)
    False
    """
    if language is Language.JA:
        after = text[end : end + _REACH]
        match = _AHEAD_JA_RE.match(after)
        return (
            match is not None
            and not _PAST_JA_RE.search(after[: match.end() + 4])
            and not _ORIGIN_JA_RE.match(after)
        )
    before = text[max(0, start - _REACH) : start]
    match = _last(_AHEAD_EN_RE, before)
    if match is None or _BEFORE_RE.search(before[: match.start()]):
        return False
    between = _PASSIVE_RE.sub(" ", match["between"], count=1)
    return bool(_LINK_EN_RE.search(before)) and not _PAST_EN_RE.search(between)


_DONE_EN_RE = re.compile(
    r"\b(?:launched|announced|completed|established|founded|issued|began|started|commenced|acquired|released|"
    r"introduced|concluded|published|held|sold|opened|merged|listed)\s+(?:\w+\s+)?(?:in|on)\s*$",
    re.IGNORECASE,
)
_NOT_YET_EN_RE = re.compile(
    r"\b(?:to|will|be|if|when|once|until|being|shall|may|can)\s+(?:be\s+)?\S*$", re.IGNORECASE
)
_DONE_JA_RE = re.compile(
    r"^(?:に|より|から|付で)[^。、]{0,12}?(?:しました|いたしました|されました|した。|済み)"
)
_NOT_YET_JA_RE = re.compile(
    r"こと|予定|旨|決議|決定|方針|延期|変更|前倒し|繰り?[上下延]|先送り|設定|計画|見込|予想|修正|指定"
)
"""Beside a verb of the past: what is done is to set the date (10月に開業を延期しました)."""


def is_done(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the words around ``text[start:end]``, a date, say that something has happened then.

    >>> is_done("a service launched in August 2004", 22, 33, Language.EN)
    True
    >>> is_done("a service to be launched in August 2004", 28, 39, Language.EN)
    False
    """
    if language is Language.JA:
        match = _DONE_JA_RE.match(text[end : end + _REACH])
        return match is not None and not _NOT_YET_JA_RE.search(match[0])
    before = text[max(0, start - _REACH) : start]
    match = _DONE_EN_RE.search(before)
    return match is not None and not _NOT_YET_EN_RE.search(before[: match.start()])


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match that begins last: the word nearest to the date."""
    found = None
    at = 0
    while (match := pattern.search(text, at)) is not None:
        found = match
        at = match.start("word") + 1
    return found


def is_over(moment: str, release: date) -> bool:
    """Whether a date, month or year of ISO text was over on the day of release."""
    printed = _parts(moment)
    return bool(printed) and printed < (release.year, release.month, release.day)[: len(printed)]


def is_to_come(moment: str, release: date) -> bool:
    """Whether a date, month or year of ISO text began after the day of release."""
    printed = _parts(moment)
    return bool(printed) and printed > (release.year, release.month, release.day)[: len(printed)]


def _parts(moment: str) -> tuple[int, ...]:
    parts = moment[:10].split("-")
    return tuple(map(int, parts)) if len(parts) <= 3 and all(part.isdigit() for part in parts) else ()
