"""Figures of two given segments of which one is a change and the other what the change led to: cut by 75%, 75%に削減."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bilingual.figures.changes import (
    FALL_EN,
    FALL_JA,
    LOWER_EN,
    MOVED_DOWN_EN,
    MOVED_UP_EN,
    PARTICIPLE,
    PAST,
    RAISE_EN,
    RISE_EN,
    RISE_JA,
    forms,
    one_of,
)
from bilingual.model.alignment import FigurePair, Side
from bilingual.model.figure import Aspect, Bound, Difference, Figure, Kind, Sign

_CHANGING_JA = rf"(?:大幅に|さらに|更に)?(?:{one_of(RISE_JA + FALL_JA)}|(?:引き?)?[上下]げ|[上下]が|減[りっ]|落ち|高め|高ま)"
_LED_TO_JA_RE = re.compile(
    rf"(?:程度|前後|台|以[上下])?(?:(?:の(?:水準|規模))?(?:にまで|に|へと?|まで){_CHANGING_JA}|と(?:します|する(?!と)))"
)
_CHANGED_JA_RE = re.compile(
    rf"(?:程度|ほど|前後|以[上下])?(?:の|を|も|分)?(?:{_CHANGING_JA}|積み?[増上]|上積み|[増減](?=と|、|。|で|し|\Z))"
)
_CHANGING_EN = rf"(?:{forms(RISE_EN, FALL_EN, RAISE_EN, LOWER_EN)}|reduction|growth|expansion|{MOVED_UP_EN}|{MOVED_DOWN_EN}|go (?:up|down))"
_ABOUT_EN = (
    r"(?:about |around |approximately |roughly |some |nearly |a further |another |more than |less than )?"
)
_NUMBERED = r"(?<=[a-z] )\d{1,2}(?= [a-z])"
"""Numbers in names: Scope 1 and 2 emissions."""
_LED_TO_EN_RE = re.compile(
    rf"\b{_CHANGING_EN}\b(?:(?! by | from )(?:[^.;,\d]|{_NUMBERED})){{0,80}} to {_ABOUT_EN}\Z", re.IGNORECASE
)
_CHANGED_EN_RE = re.compile(
    rf"\b{_CHANGING_EN}\b(?:(?! to )(?:[^.;,\d]|{_NUMBERED})){{0,80}} by {_ABOUT_EN}\Z"
    rf"|\b(?:{forms(RISE_EN, FALL_EN, of=[PAST, PARTICIPLE])}|(?<!make )(?<!makes )(?<!made )(?<!making )up|down|(?:increase|decrease|rise|fall|drop|decline|reduction) of) {_ABOUT_EN}[¥$€]?\Z",
    re.IGNORECASE,
)
_REACH = 120
_KINDS = frozenset({Kind.AMOUNT, Kind.COUNT, Kind.PERCENT, Kind.PHYSICAL, Kind.NUMBER})


def with_levels(pairs: Sequence[FigurePair], sides: tuple[Side, Side]) -> tuple[FigurePair, ...]:
    """Mark figures that agree though one side gives the amount of a change and the other the level after it."""
    return tuple(
        replace(both, differences=(Difference(Aspect.VALUE, 1, note),))
        if not both.differences and (note := _apart(both.ja, both.en, sides))
        else _with_limit(_in_points(both, pairs, sides), sides)
        for both in pairs
    )


_BRACKETED_LIMIT_RE = re.compile(r"\)を(?:大幅に|大きく|やや|若干)?(?:(?P<more>上回|超)|下回)")


def _with_limit(both: FigurePair, sides: tuple[Side, Side]) -> FigurePair:
    """Read a limit behind the bracket of its figure: 法定率(2.5%)を上回る, exceeding the statutory rate of 2.5%."""
    limits = {Bound.MORE: True, Bound.LESS: False}
    if both.ja.bound or both.en.bound not in limits or not both.differences:
        return both
    beaten = _BRACKETED_LIMIT_RE.match(_behind(sides[0], both.ja))
    if beaten is None or bool(beaten["more"]) is not limits[both.en.bound]:
        return both
    rest = (item for item in both.differences if item.aspect is not Aspect.BOUND)
    return replace(both, differences=tuple(rest))


_RATE_RE = re.compile(r"率|レシオ|マージン|利回り|利ざや|RO[AEIC]+")
_TOPIC_RE = re.compile("[はが]")


def _in_points(both: FigurePair, pairs: Sequence[FigurePair], sides: tuple[Side, Side]) -> FigurePair:
    """Let points stand for the per cent by which Japanese has a rate move whose level it tells: 比率は12.4%と0.3%低下."""
    ja, en = both.ja, both.en
    if not both.differences or (ja.kind, en.kind) != (Kind.PERCENT, Kind.POINTS):
        return both
    moved = _CHANGED_JA_RE.match(_behind(sides[0], ja)) and abs(ja.value or 0) == abs(en.value or 0)
    levels = [one.ja for one in pairs if one is not both and one.ja.kind is one.en.kind is Kind.PERCENT]
    topics = [ja.subject if _TOPIC_RE.search(ja.subject) else level.subject for level in levels]
    if not moved or not any(map(_RATE_RE.search, topics)):
        return both
    rest = (
        item if item.aspect is not Aspect.POINTS else replace(item, serious=0) for item in both.differences
    )
    return replace(both, differences=tuple(rest))


_MINUS_RE = re.compile(r"(?<=[A-Za-z\u3041-\u9fff)])\s*(?:[-−△▲] |minus |マイナス)\Z")
"""Before a figure that is taken off a rate: base rate - 0.35%."""


def _apart(ja: Figure, en: Figure, sides: tuple[Side, Side]) -> str:
    if ja.kind not in _KINDS or en.kind not in _KINDS or ja.ends or en.ends:
        return ""
    behind, before = _behind(sides[0], ja), _before(sides[1], en)
    for plus, words in ((ja, before), (en, _before(sides[0], ja))):
        if plus.sign is Sign.PLUS and "+" in plus.printed and _MINUS_RE.search(words):
            return "plus against minus"
    if _LED_TO_JA_RE.match(behind) and _CHANGED_EN_RE.search(before):
        return "what the change leads to against the change"
    if _CHANGED_JA_RE.match(behind) and _LED_TO_EN_RE.search(before):
        return "the change against what it leads to"
    return ""


def _behind(side: Side, figure: Figure) -> str:
    content = side.readings[0].segment.content
    end = content.index(figure.span.end)
    return content.text[end : end + 16]


def _before(side: Side, figure: Figure) -> str:
    content = side.readings[0].segment.content
    start = content.index(figure.span.start)
    return content.text[max(0, start - _REACH) : start]
