"""Which part of a sentence tells the cause of what the rest tells: 売掛金が31億円減少したことにより、資産は18億円減少した."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bilingual.model.document import Language

_MARK_JA_RE = re.compile(
    r"により(?!ます)|によって|による(?:もの|ところ)|(?:こと|もの|など|等)から(?=、)|を受け|に伴[いっう]|を反映|ため(?=、|で)|が(?:主な)?(?:要因|理由|寄与)"
)
"""Behind a cause; what it is named by stands before it in its clause."""
_SENTENCE_JA_RE = re.compile(r"[。!?]|(?<!で)は、?|が、(?=.*は)")
"""Where a clause that tells a cause begins at the earliest: a new sentence, or behind the topic of what it explains."""
_MARK_EN_RE = re.compile(
    r"\b(?:because(?: of)?|due (?:mainly |primarily |largely |in part )?to|owing (?:mainly |primarily |largely )?to|as a result of|reflecting|thanks to"
    r"|attributable (?:mainly |primarily |largely )?to(?! (?:the )?(?:owners?|(?:share|stock)holders|parent|non-?controlling|minority))|driven by|stemming from|caused by|on account of|in line with|following|(?-i:Having)(?= [a-z]+(?:ed|en|de|t)\b))\b",
    re.IGNORECASE,
)
_END_EN_RE = re.compile(r"\.(?=\s|\Z)|;|\n")
_COMMA_RE = re.compile(r",(?!\d{3})")


def cause_spans(text: str, language: Language) -> list[tuple[int, int]]:
    """Where a segment tells causes, in order.

    Args:
        text: the folded text of a segment.
        language: its language.

    Returns:
        The start and end of each part that tells a cause: in Japanese what stands before its mark behind the topic of
        the sentence, in English what follows its mark up to the end of the sentence, or up to the first comma where
        the mark opens it.

    >>> text = "Assets decreased by 18 due to a decline of 31 in receivables."
    >>> [text[start:end] for start, end in cause_spans(text, Language.EN)]
    ['due to a decline of 31 in receivables']
    """
    return list(_japanese(text) if language is Language.JA else _english(text))


def _japanese(text: str) -> Iterator[tuple[int, int]]:
    floor = 0
    if "は" not in text:
        return  # 分割前 100株 分割により増加 100株: a list
    for mark in _MARK_JA_RE.finditer(text):
        starts = [match.end() for match in _SENTENCE_JA_RE.finditer(text, floor, mark.start())]
        yield max(starts, default=floor), mark.end()
        floor = mark.end()


def _english(text: str) -> Iterator[tuple[int, int]]:
    floor = 0
    for mark in _MARK_EN_RE.finditer(text):
        if mark.start() < floor:
            continue
        ends = _END_EN_RE.search(text, mark.end())
        end = ends.start() if ends else len(text)
        opening = not text[floor : mark.start()].strip(" .,;") or text[: mark.start()].rstrip().endswith(
            (".", ";")
        )
        comma = _COMMA_RE.search(text, mark.end(), end) if opening else None
        end = comma.start() if comma else end
        yield mark.start(), end
        floor = end
