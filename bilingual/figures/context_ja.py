"""Read the words around the figures of a Japanese text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.figures import words_ja as words
from bilingual.figures.reading import Reading
from bilingual.figures.surroundings import (
    Surroundings,
    carried_period,
    dealt_out,
    leading_period,
    sentence_starts,
    table_row,
    veil,
)
from bilingual.model.document import Language
from bilingual.model.figure import Bound, Direction, Kind, Period, PeriodMention

_CLAUSE_END_RE = re.compile(r"(?:こと|見通し|見込み|もの)(?:から|により|を受け)、|(?:ため|ので|ものの)、")
"""What ends a clause of reasons: a period in it says nothing of the figures behind it, where the sentence opens with another."""
_LEFT_OUT_RE = re.compile(
    r"(?:[^、。\d(]|\([^()]{0,12}\)){0,16}に(?:は|も)?(?:含ま|含めて|織り?込[まん]|反映)[^、。\d]{0,8}(?:ない|いません|おらず)"
)
"""Behind a period that a figure is not counted in: 通期予想には含まれない損失5億円, where the sentence opens with another."""
_BEFORE = 24
_TOPIC = 90
_SUBJECT = 40
_LOSS_KINDS = (Kind.AMOUNT, Kind.NUMBER)


def describe_japanese(text: str, readings: list[Reading], mentions: Sequence[PeriodMention]) -> list[Reading]:
    """Add to every reading what the words around it say: limits, direction, loss, period and base."""
    around = Surroundings(
        text,
        veil(text, mentions),
        tuple(mentions),
        tuple(_is_base(text, mention) for mention in mentions),
        sentence_starts(text, words.SENTENCE_RE),
    )
    described: list[Reading] = []
    for index, reading in enumerate(readings):
        floor = readings[index - 1].end if index else 0
        floor = max(floor, around.sentences[around.sentence(reading.start)])
        ceiling = readings[index + 1].start if index + 1 < len(readings) else len(text)
        read = _limited(text, reading, floor)
        read = _directed(around, read, floor, ceiling)
        described.append(_lossy(around, read, floor, ceiling, described))
    return dealt_out(around, _timed(around, _distributed(around, described)), Language.JA)


def _limited(text: str, reading: Reading, floor: int) -> Reading:
    low = max(floor, reading.start - _BEFORE)
    about = words.APPROXIMATE_BEFORE_RE.search(text, low, reading.start)
    approximate = bool(about) or bool(words.APPROXIMATE_AFTER_RE.match(text, reading.end))
    bound: Bound | None = reading.bound
    after = words.BOUND_AFTER_RE.match(text, reading.end)
    before = words.BOUND_BEFORE_RE.search(text, low, reading.start)
    if after:
        bound = table_row(after, words.BOUNDS_AFTER)
    elif before and not words.MOVED_LIMIT_RE.match(text, reading.end):
        bound = table_row(before, words.BOUNDS_BEFORE)
    if not (approximate or bound):
        return reading
    start = about.start() if about else reading.start
    return reading._replace(start=start, approximate=approximate, bound=bound)


def _directed(around: Surroundings, reading: Reading, floor: int, ceiling: int) -> Reading:
    if reading.direction is not None:
        return reading
    limit = words.BOUND_AFTER_RE.match(around.text, reading.end) if reading.word else None
    if limit and limit[0].endswith(("上回", "下回")):
        return reading  # 半数を下回る: a limit, no fall
    quoted = words.QUOTED_RE.match(around.text, reading.end) if reading.code == "JPY" else None
    if quoted and not words.FOREX_RE.search(around.text):
        return reading._replace(direction=Direction.UP if quoted["up"] else Direction.DOWN)
    found = words.DIRECTION_AFTER_RE.match(around.veiled, reading.end, ceiling)
    if not found:
        found = words.DIRECTION_BEFORE_RE.search(
            around.text, max(floor, reading.start - _BEFORE), reading.start
        )
    if not found and reading.kind is Kind.AMOUNT:
        found = words.LEVEL_AFTER_RE.search(around.text, max(floor, reading.start - 8), reading.start)
    if not found:
        return reading
    direction = table_row(found, words.DIRECTIONS)
    quality = words.QUALITY_RE.search(found[0])
    subject = quality[0] if quality else ""
    return reading._replace(direction=direction, subject=subject)


def _lossy(
    around: Surroundings, reading: Reading, floor: int, ceiling: int, earlier: Sequence[Reading]
) -> Reading:
    """Whether the words name the amount as a loss, and what they say it is."""
    text = around.text
    subject = text[max(floor, reading.start - _SUBJECT) : reading.start]
    after = text[reading.end : min(ceiling, reading.end + 16)] if text.startswith("の", reading.end) else ""
    if not after and words.ORIGIN_RE.match(text, reading.end):
        after = words.ORIGIN
    if not after and text.startswith("台", reading.end):
        after = words.DECADE
    if not after and text.startswith("前まで", reading.end):
        after = words.AHEAD
    quality = reading.subject
    reading = reading._replace(subject=" ".join(part for part in (subject.strip(), after, quality) if part))
    if reading.kind not in _LOSS_KINDS or reading.plus or _states_change(around, reading, ceiling):
        return reading
    if words.LOSS_AFTER_RE.match(text, reading.end, ceiling):
        return reading._replace(loss=True)
    if words.PROFIT_AFTER_RE.match(text, reading.end, ceiling):
        return reading
    topic = None
    for found in words.TOPIC_RE.finditer(around.veiled, max(floor, reading.start - _TOPIC), reading.start):
        close = found.end() >= reading.start - 6
        if found["topic"] in ("は", "が", "も") or (
            close and not words.CAUSE_RE.search(text, found.end(), reading.start)
        ):
            topic = found
    if topic is not None:
        if topic["loss"]:
            return reading._replace(loss=True)
        if not earlier or not _continues(around, earlier[-1], reading):
            return reading
    if earlier and earlier[-1].loss and _continues(around, earlier[-1], reading):
        return reading._replace(loss=True)
    return reading


def _states_change(around: Surroundings, reading: Reading, ceiling: int) -> bool:
    found = words.DIRECTION_AFTER_RE.match(around.veiled, reading.end, ceiling)
    particle = (found["particle"] or "") if found else ""
    return bool(found) and not particle.startswith(words.LEVEL_PARTICLES)


def _continues(around: Surroundings, before: Reading, reading: Reading) -> bool:
    """Whether only connecting words and period names stand between two figures."""
    if before.kind is not reading.kind:
        return False
    if around.text[before.end : reading.start].strip(" 、") == "から":
        return False
    if around.sentence(before.start) != around.sentence(reading.start):
        return False
    if words.CONTRAST_RE.search(around.veiled, max(before.end, reading.start - 24), reading.start):
        return True
    return bool(words.CONNECTIVE_RE.fullmatch(around.veiled, before.end, reading.start))


def _distributed(around: Surroundings, readings: list[Reading]) -> list[Reading]:
    """Give 51.4%、前期比28.2%の減 one direction, and 前期の1,206百万円から830百万円に減少 too."""
    shared = list(readings)
    for at in range(len(shared) - 2, -1, -1):
        first, second = shared[at], shared[at + 1]
        if _is_change_with_rate(around.text, first, second):
            shared[at] = _going(first, second)
            continue
        if first.direction or not second.direction or first.kind is not second.kind or first.word:
            continue
        gap = around.veiled[first.end : second.start]
        if (
            first.kind is not Kind.AMOUNT
            and words.CONNECTIVE_RE.fullmatch(gap)
            and gap.strip() not in ("から", "")
        ):
            if (
                not around.text.startswith(("から", "に", "へ", "となっ", "でし", "だっ"), first.end)
                and "(" not in gap
            ):
                shared[at] = _going(first, second)
        elif gap.strip() == "から":
            shared[at] = _going(first, second)
    return shared


def _is_change_with_rate(text: str, first: Reading, second: Reading) -> bool:
    """Whether an amount and its rate in brackets change together: 116億18百万円(22.0%)減少; (22.0%減) is the rate of a level."""
    kinds = first.kind is Kind.AMOUNT and second.kind is Kind.PERCENT
    if not kinds or first.direction or not second.direction:
        return False
    return text[first.end : second.start].strip() == "(" and text.startswith(")", second.end)


def _going(first: Reading, second: Reading) -> Reading:
    """A figure with the direction of the next one, and the judgement that it is told by."""
    subject = f"{first.subject} {_quality(second)}".strip()
    return first._replace(direction=second.direction, subject=subject)


def _quality(reading: Reading) -> str:
    found = words.QUALITY_RE.search(reading.subject)
    return found[0] if found else ""


def _timed(around: Surroundings, readings: list[Reading]) -> list[Reading]:
    """Give every figure the period it is for and the base that its change is measured from."""
    timed: list[Reading] = []
    leading: Period | None = None
    base: Period | None = None
    floor, sentence = 0, -1
    for reading in readings:
        here = around.sentence(reading.start)
        if here != sentence:
            sentence, leading, base = here, None, None
            floor, first = max(floor, around.sentences[here]), True
        period: Period | None = None
        fresh = False
        if first and leading is None:
            numbers = [n for n in around.between(floor, reading.start) if not around.bases[n]]
            leading = leading_period(around, numbers, reading.start)
        for number in around.between(floor, reading.start):
            mention = around.mentions[number]
            if around.bases[number]:
                base, fresh = mention.period, True
            elif leading is not None and _LEFT_OUT_RE.match(around.text, mention.end, reading.start):
                continue
            elif leading is None or not _CLAUSE_END_RE.search(around.text, mention.end, reading.start):
                period = mention.period
                if leading is not None and _opens_clause(around.text, mention):
                    leading = period
        before = timed[-1] if timed and not first else None
        period = period or carried_period(around, before, reading.start) or leading
        behind = _base_behind(around, reading)
        signed = (fresh or behind is not None) and _signed_change(around.text, reading)
        direction = signed or reading.direction
        against = behind.period if behind else base
        against = against if _changes(reading) or signed else None
        timed.append(reading._replace(period=period, base=against, direction=direction))
        floor, first = behind.end if behind else reading.end, False
    return timed


def _opens_clause(text: str, mention: PeriodMention) -> bool:
    """Whether a part of the year is what the rest of a sentence is about: 下期の前提は165円とし、通期では1円の変動で…."""
    return (
        mention.period.relative is None
        and text.startswith("では", mention.end)
        and text[mention.start - 1 : mention.start] in ("、", ",")
    )


def _is_base(text: str, mention: PeriodMention) -> bool:
    return bool(
        (mention.start and text[mention.start - 1] == "対")
        or words.BASE_AFTER_RE.match(text, mention.end)
        or words.ABBREVIATED_BASE_RE.fullmatch(mention.period.printed)
    )


def _base_behind(around: Surroundings, reading: Reading) -> PeriodMention | None:
    """The abbreviated base at once behind a figure that names no other figure behind it: +2.1% YoY."""
    for number in around.between(reading.end, reading.end + 3):
        mention = around.mentions[number]
        if (
            words.ABBREVIATED_BASE_RE.fullmatch(mention.period.printed)
            and around.text[reading.end : mention.start] in (" ", "", " (", "(")
            and not _FIGURE_BEHIND_RE.match(around.text, mention.end)
        ):
            return mention
    return None


_FIGURE_BEHIND_RE = re.compile(r":? ?[+△▲-]?\d")


def _signed_change(text: str, reading: Reading) -> Direction | None:
    """前期比▲12.3% is a fall, 前期比+8.5% a rise, and so are 前期比 1.5pt and 前年同期差+60円."""
    if reading.direction or reading.ends:
        return None
    if reading.kind not in (Kind.PERCENT, Kind.POINTS) and not (
        reading.kind in (Kind.AMOUNT, Kind.COUNT, Kind.PHYSICAL)
        and words.CHANGE_FROM_RE.search(text, max(0, reading.first - 12), reading.first)
    ):
        return None
    bare = reading.kind is Kind.POINTS and words.RATIO_OF_RE.search(text, 0, reading.start)
    return Direction.DOWN if reading.minus else Direction.UP if reading.plus or bare else None


def _changes(reading: Reading) -> bool:
    if reading.direction is None or reading.direction is Direction.FLAT:
        return reading.kind is Kind.RATIO
    return True
