"""Words that part a whole in two, and the figure that each of them names: 国内120店、海外45店."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.contrasts import Member, vocabulary
from bilingual.model.document import Language
from bilingual.text.normalize import small_letters

_PART_RE = {
    Language.JA: re.compile(r"うち|(?<=[名人社店件台棟戸口本枚校])中(?=[、,約\d])"),
    Language.EN: re.compile(r"\b(?:includ(?:ing|es)|incl\.|of which)"),
}
_OF_RE = re.compile(r"Of (?:the|our|its|this|these|a total of)\b")
"""Before a whole that its part follows: of the ¥15 billion, ¥9.2 billion was used."""
_OF_THESE_RE = re.compile(r"[\d.,]+(?:%| (?:[a-z]+ ){0,3})? ?of (?:which|whom|them|these)\b")
"""A part that follows its whole: 15 stores, 12 of which are new."""
_OUT_OF_RE = re.compile(
    r"\b(?:out of|among)(?: (?:a total of|the|all|our|its|their))* ?\Z|^[\d.,]+(?: [a-z]+)? of (?:(?:the|our|its|their|all|total|a|of) ){1,3}\Z"
)
"""Before a whole that follows its part: 210 units (out of 620), 15 of our 48 stores."""
_OUT_RE = re.compile(r"Out of\b[^\d]{0,20}\Z")
"""Before a whole at the beginning that its part follows."""
_BRACKETED_PART_RE = re.compile(r"\([\d.,]+ (?:[a-z]+ ){0,2}[a-z]+\)")
"""A part in brackets: 412 employees (187 engineers)."""
_HELD_RE = re.compile(r"を含(?:む|み|んだ|んで)")
"""Behind a part: 3,250円(うち超過分120円を含む)."""

_OTHER_CLAUSE_RE = re.compile("[、。はがも(]")
"""Between a figure and 含む: 前期を4%下回り、輸出を含む総量は2%減 holds exports, not the figure; nor does 540株(自己株式を含む)."""


def poles(text: str, language: Language, figures: Sequence[int]) -> dict[int, str]:
    """What each figure is named by, as numbers in the list of figures; empty where words and figures do not take turns.

    Both words have to stand once, and to take turns with the first two figures; where the figures come first, there
    are no others: with more, nothing tells which figure a word goes with.

    Args:
        text: the folded text of a segment.
        language: its language.
        figures: where its figures start, in order.

    >>> poles("国内120店、海外45店", Language.JA, [2, 8])
    {0: 'home', 1: 'abroad'}
    """
    if len(figures) < 2:
        return {}
    small = small_letters(text)
    words = vocabulary("figures")
    for number, members in words.named_in(small, language).items():
        named = _each_once(members, small, language) if len(words.contrasts[number].members) == 2 else []
        turns = sorted([*named, *((place, "") for place in figures)])
        order = [bool(name) for _, name in turns]
        if order[:4] == [True, False, True, False] or order == [False, True, False, True]:
            return dict(enumerate(name for _, name in named))
    parts = [match.start() for match in _PART_RE[language].finditer(text)]
    if len(figures) == 2 and len(parts) == 1 and figures[0] < parts[0] < figures[1]:
        if text[parts[0] - 1] == "(" and ")" in text[parts[0] : figures[1]]:
            return {}  # 540 shares (including treasury shares), and 12: what the first holds is no figure
        return {0: "whole", 1: "part"}
    if len(figures) == 2 and language is Language.EN:
        if _OF_RE.match(text) or _OF_THESE_RE.match(text, figures[1]):
            return {0: "whole", 1: "part"}
        if _OUT_RE.match(text, 0, figures[0]) or _BRACKETED_PART_RE.match(text, figures[1] - 1):
            return {0: "whole", 1: "part"}
        if _OUT_OF_RE.search(text[figures[0] : figures[1]]):
            return {0: "part", 1: "whole"}
    held = [match.start() for match in _HELD_RE.finditer(text)] if language is Language.JA else []
    if len(figures) == 2 and len(held) == 1 and figures[0] < held[0]:
        last = figures[1] < held[0]
        if _OTHER_CLAUSE_RE.search(text, figures[last], held[0]) is None:
            return {0: "whole", 1: "part"} if last else {0: "part", 1: "whole"}
    return {}


def _each_once(members: Sequence[Member], text: str, language: Language) -> list[tuple[int, str]]:
    """Where the two words of a contrast stand that a text has once each, in order; empty for others."""
    found = []
    for member in members:
        words = member.says(language)
        places = [match.start() for match in words.finditer(text)] if words else []
        if len(places) != 1:
            return []
        found.append((places[0], member.name))
    return sorted(found)
