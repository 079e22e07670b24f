"""Two numbers that are one range (105-110億円, between JPY890 and JPY1,040 million), and lists that share a unit."""

from __future__ import annotations

import re

from bilingual.figures.reading import Reading, power
from bilingual.model.document import Language
from bilingual.model.figure import Kind

_JOIN_RE = {
    Language.JA: re.compile(
        r"\s{0,2}(?:(?P<mark>[-~])|から|ないし|乃至|(?P<to>to))\s{0,2}(?:約|およそ)?\s?±?"
    ),
    Language.EN: re.compile(
        r"\s{0,2}(?P<mark>[-~])\s{0,2}| (?:up )?(?P<to>to)(?: about| approximately)? |,? (?P<and>and)(?: about| approximately)? "
    ),
}
_AROUND_RE = re.compile(r"\s?(?:±|\+/-|プラスマイナス|,? plus or minus)\s?")
_TO_DIGITS = 5
"""Characters of a currency before the digits behind ±."""
_UNTIL_RE = re.compile(
    r"(?:程度)?(?:まで(?!(?:[^、。\d]{0,5}?(?:[増減下上落伸膨縮戻])|(?:大幅に|大きく|さらに|一気に)?(?:拡大|縮小|圧縮|低下|回復|改善|悪化|到達|高ま|積み)))|の間|の範囲|の幅|のレンジ|の水準)|程度(?![にへと])|(?:程度)?を(?:見込|想定|予定|計画|予想|目標|目途|織り込)"
)
_PLANNED_RE = re.compile(r"計画|見込|想定|予定|予想|目標|目安|見通し")
_ANEW_RE = re.compile(
    r"[増減](?!価償却)|上昇|低下|引き?[上下]げ|変更|修正|見直|拡大|縮小|改善|悪化|上方|下方|前回|当初|従来|前期|前年|移行|転換|推移し"
)
"""Words of a sentence whose から tells where a change began."""
_BETWEEN_RE = re.compile(r"\b(?i:between)(?: about| approximately| around| \(?-\)?)? ?\Z")
_FROM_RE = re.compile(
    r"\b(?i:from)(?: (?:about|approximately|around|the|an?))*(?: [A-Za-z]+){0,3}(?: of)? ?\Z"
)
_CHANGED_RE = re.compile(
    r"\b(?i:(?:increas|decreas|declin|grew|grow|rose|ris(?:e|en|ing)|f[ae]ll|reduc|expand|improv|up|down|drop|climb|gain|lower|higher)\w*)"
    r"(?:,? (?:by|of|about|approximately|around|slightly|significantly|sharply|a|an|another|some|nearly))* ?\Z"
)
_BY_RE = re.compile(r"\bby(?: (?:about|approximately|around|some|nearly))* ?\Z")
_FORECAST_RE = re.compile(
    r"\b(?i:rang(?:e[sd]?|ing)|var(?:y|ies|ying)|forecasts?|project(?:ed|s)|outlook|guidance|estimate[sd]?|anywhere|expect\w*|anticipat\w*"
    r"|target\w*|plan(?:s|ned)?)\b"
)
_REVISED_RE = re.compile(
    r"\bfrom (?:the |its |our )?(?:previous|earlier|initial|original|prior|last)[a-z -]{0,40}\b(?:forecasts?|plans?|estimates?|outlook|guidance|projections?|targets?)(?: of)? ?\Z"
)
"""What stands behind is the figure that was revised: from the previous forecast of ¥8.0 billion to ¥9.5 billion."""
_FIRST_OF_TWO_RE = re.compile(
    r"\b(?i:from) (?:(?!\bto\b)(?:[^.;]|\.(?=\d)))*\d(?:(?!\bto\b)(?:[^.;\d]|\.(?=\d)))* and [^.;,\d]{0,60}\Z"
)
_SECOND_OF_TWO_RE = re.compile(r",? (?:and )?[^.;,\d]{0,60}\d")
"""Around to between the first figures of two lists: from sales of ¥12.0 billion and costs of ¥3.0 billion to ¥13.5 billion and ¥2.8 billion."""
_RATIO_RE = re.compile(r"\bratio of ?\Z")
_SET_ANEW_RE = re.compile(
    r"\b(?i:revis\w*|upgrad\w*|downgrad\w*|rais(?:e[sd]?|ing)|lowers|lowered|lowering|(?<=we )lower|cuts?|adjust\w*|amend\w*"
    r"|chang(?:ed|ing)|changes?(?= (?:the|our|its)\b))\b"
)
"""We have revised our forecasts: net sales from ¥50.0 billion to ¥48.0 billion."""
_MOVED_RE = re.compile(
    r"\b(?i:increas\w*|decreas\w*|rose|ris(?:e|es|ing|en)|f[ae]ll\w*|grew|grow\w*|declin\w*|improv\w*|rais\w*|reduc\w*|lower\w*"
    r"|chang\w*|expand\w*|up|down|revis\w*|drop\w*|climb\w*|widen\w*|narrow\w*|shift\w*|mov\w*|upgrad\w*|deteriorat\w*|recover\w*|shorten\w*|lengthen\w*|extend\w*|went|go(?:es|ne)?|cut\w*|fell|slip\w*|edg\w*|jump\w*|doubl\w*|slow\w*|accelerat\w*|strengthen\w*|weaken\w*|restat\w*|balloon\w*|swell\w*|swollen|surg\w*|soar\w*|plung\w*|plummet\w*|tumbl\w*|slump\w*|shr[aiu]nk\w*|contract\w*|halv\w*|tripl\w*)\b"
)
_STAYS_RE = re.compile(r"\b(?:be|are|is|was|were|rang(?:e[sd]?|ing)|remain)\b")
"""Between a word of change and from: sales grew and are expected to be from ¥50 million to ¥52 million."""
_GROWS_RE = re.compile(
    r"\b(?i:gr[eo]w(?:th|s|ing)?|increas(?:es?|ing)) from(?: (?:about|approximately|around))? ?\Z"
)
"""Before the two ends of a rate of growth."""
_LIST_RE = {
    Language.JA: re.compile(r"\s?(?:、|,|および|及び|ならびに|と|・|/|→|⇒)\s?"),
    Language.EN: re.compile(r",? (?:and|or) |, |/| ?[→⇒] ?"),
}
_ASIDE_RE = re.compile(r" ?\([^()\d]{0,16}")
"""Before the last figure of an aside, whose unit stands behind it for both: 1,023(前年同期は998)百万円."""
_OWN_SHARE_RE = re.compile(
    r", or |,? and [\d.]+(?:%| per ?cent) (?:of (?:them|which|whom)\b|are\b|were\b|have\b|had\b)"
)
"""Between a number and a percentage that begins a clause of its own: an average age of 34, and 58% of them are women."""
_MEASURED = (Kind.AMOUNT, Kind.PERCENT, Kind.POINTS, Kind.PHYSICAL, Kind.COUNT, Kind.RATIO)


def join_ranges(text: str, readings: list[Reading], language: Language) -> list[Reading]:
    """Join neighbours that are the two ends of a range; let members of a list share the last one's unit."""
    joined: list[Reading] = []
    at = 0
    while at < len(readings):
        reading = readings[at]
        following = readings[at + 1] if at + 1 < len(readings) else None
        if following is not None:
            both = _around(text, reading, following) or _range(text, reading, following, language)
            if both is not None:
                joined.append(both)
                at += 2
                continue
        joined.append(reading)
        at += 1
    return _share_units(text, joined, language)


def _around(text: str, middle: Reading, spread: Reading) -> Reading | None:
    """The range that a middle and its spread state: 120±5億円."""
    gap = _AROUND_RE.match(text, middle.end)
    if not gap or not gap.end() <= spread.first <= gap.end() + _TO_DIGITS:
        return None
    shared = _shared(middle, spread, ranged=True)
    if shared is None:
        return None
    middle, spread = shared
    return spread._replace(
        start=middle.start,
        first=middle.first,
        step=min(middle.step, spread.step),
        ends=(middle.signed - spread.amount, middle.signed + spread.amount),
        minus=False,
        plus=False,
        inherited=middle.inherited or spread.inherited,
    )


def _range(text: str, low: Reading, high: Reading, language: Language) -> Reading | None:
    gap = _JOIN_RE[language].fullmatch(text, low.end, high.start)
    words = low.word and not low.code and high.kind is Kind.COUNT and low.amount < high.amount
    tenths = high.unit_printed.startswith("割") and low.number < high.number
    if gap and tenths and low.kind is Kind.NUMBER:  # 6~7割
        low = low._replace(amount=low.amount * 10, number=low.number * 10, step=high.step)
    if not gap or ((low.word or high.word) and not (words or tenths)):
        return None
    if language is Language.JA:
        lasting = low.code == high.code == "years" and not text.startswith(("に", "へ"), high.end)
        joins = gap["mark"] or gap["to"] or lasting or _UNTIL_RE.match(text, high.end)
        if not (joins or _is_planned(text, low, high)):
            return None
    elif not _joins_english(text, low, high, gap):
        return None
    shared = _shared(low, high, ranged=True)
    if shared is None:
        return None
    low, high = shared
    return high._replace(
        start=low.start,
        first=low.first,
        step=min(low.step, high.step),
        ends=(low.signed, high.signed),
        minus=False,
        plus=False,
        inherited=low.inherited or high.inherited,
    )


def _is_planned(text: str, low: Reading, high: Reading) -> bool:
    """Whether a sentence plans from one figure to a higher one (50億円から54億円を計画): nothing in it moves or is set anew."""
    first = max(text.rfind("。", 0, low.start) + 1, low.start - 120)
    last = text.find("。", high.end, high.end + 120)
    clause = text[first : last if last >= 0 else high.end + 120]
    if text.startswith(("に", "へ"), high.end) or not 0 <= low.signed < high.signed:
        return False
    return bool(_PLANNED_RE.search(text, high.end, first + len(clause))) and not _ANEW_RE.search(clause)


def _joins_english(text: str, low: Reading, high: Reading, gap: re.Match[str]) -> bool:
    before = max(0, low.start - 40)
    if gap["and"]:
        return bool(_BETWEEN_RE.search(text, before, low.start))
    if not gap["to"]:
        return True
    if (
        not low.code
        and not low.scale
        and high.kind is Kind.AMOUNT
        and high.scale
        and low.number < high.number
    ):
        return True  # an increase of 1.5 to 2.0 billion yen: a change by 1.5 of nothing is none
    changed = low.kind in (Kind.AMOUNT, Kind.COUNT, Kind.NUMBER) or (low.code and not high.code)
    if changed and _BY_RE.search(text, before, low.start):
        return False  # raised by ¥5 to ¥55, fell by 3.8% to 58,930: a change and a level
    if _REVISED_RE.search(text, max(0, low.start - 160), low.start):
        return False
    clause = max(text.rfind(". ", 0, low.start), text.rfind("; ", 0, low.start), low.start - 160, 0)
    if text.find(" and ", clause, low.start) >= 0 and _leads_two_lists(text, clause, low, high):
        return False
    forecast = bool(_FORECAST_RE.search(text, clause, low.start + 160))
    if _RATIO_RE.search(text, before, low.start):
        return False
    if text[max(0, low.start - 1)] == "(" and not forecast and _MOVED_RE.search(text, clause, low.start):
        return False  # the loss narrowed (-¥45 million to -¥12 million)
    if _FROM_RE.search(text, before, low.start):
        moved = _MOVED_RE.search(text, clause, low.start)
        if moved and (_goes(text, clause, low) or (low.number > high.number and low.scale == high.scale)):
            return False  # expected to fall from about 14% to about 8%, to expand from 24 to 25 properties
        return not moved or (forecast and not _SET_ANEW_RE.search(text, clause, low.start))
    if _CHANGED_RE.search(text, before, low.start):
        return forecast and low.kind not in (Kind.AMOUNT, Kind.COUNT, Kind.NUMBER)
    return True


def _leads_two_lists(text: str, clause: int, low: Reading, high: Reading) -> bool:
    """Whether a list ends with the one figure and another begins with the other: from A and B to C and D."""
    ends = _FIRST_OF_TWO_RE.search(text, clause, low.start)
    return ends is not None and _SECOND_OF_TWO_RE.match(text, high.end) is not None


def _goes(text: str, clause: int, low: Reading) -> bool:
    """Whether a word of change governs from: what stands behind is where the change began."""
    last = max((match.end() for match in _MOVED_RE.finditer(text, clause, low.start)), default=clause)
    if _STAYS_RE.search(text, last, low.start) or _FORECAST_RE.search(text, last, low.start):
        return False
    return low.kind is not Kind.PERCENT or not _GROWS_RE.search(text, clause, low.start)


def _shared(low: Reading, high: Reading, *, ranged: bool) -> tuple[Reading, Reading] | None:
    """Both with the unit and scale that one of them prints; None where they measure different things."""
    if low.code and high.code and low.code != high.code:
        return None
    if low.code != high.code:
        if not low.code:
            low = _with_unit_of(low, high)
        elif high.kind is Kind.NUMBER and (low.kind is Kind.AMOUNT or ranged):
            high = _with_unit_of(high, low)
        else:
            return None
    if (
        low.scale != high.scale
        and not low.scale
        and high.scale
        and low.number < 1000 * max(high.number, power(0))
    ):
        factor = power(high.scale)
        low = low._replace(
            amount=low.amount * factor, step=low.step * factor, scale=high.scale, inherited=True
        )
    return low, high


def _with_unit_of(reading: Reading, other: Reading) -> Reading:
    return reading._replace(unit=other.unit, code=other.code, kind=other.kind, inherited=True)


def _share_units(text: str, readings: list[Reading], language: Language) -> list[Reading]:
    """In a list such as JPY890 and JPY1,040 million, or 10 and 15 million yen, the last unit holds for all."""
    shared = list(readings)
    for at in range(len(shared) - 2, -1, -1):
        first, second = shared[at], shared[at + 1]
        lacks_scale = not first.scale and second.scale and first.kind in (Kind.AMOUNT, Kind.NUMBER)
        lacks_unit = not first.code and second.code and second.kind in (Kind.AMOUNT, Kind.PERCENT)
        if first.ends or second.ends or first.word or second.word or not (lacks_scale or lacks_unit):
            continue
        if (first.scale and not second.scale) or (first.code and not second.code):
            continue
        aside = second.inherited and _ASIDE_RE.fullmatch(text, first.end, second.start)
        if not aside and not _LIST_RE[language].fullmatch(text, first.end, second.start):
            continue
        if second.kind is Kind.PERCENT and _OWN_SHARE_RE.match(text, first.end):
            continue  # 840, or 93% of the target
        alone = text[first.end : second.start].strip() in (",", "、") and not _LIST_RE[language].match(
            text, second.end
        )
        if second.kind is Kind.PERCENT and alone:
            continue  # 24,600, 20% more than last time
        both = _shared(first, second, ranged=False)
        if both is not None:
            shared[at] = both[0]
    return shared
