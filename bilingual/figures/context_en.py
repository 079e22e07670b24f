"""Read the words around the figures of an English text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.figures import words_en as words
from bilingual.figures.reading import Reading
from bilingual.figures.surroundings import (
    HOLE,
    Surroundings,
    carried_period,
    dealt_out,
    leading_period,
    sentence_starts,
    table_row,
    veil,
)
from bilingual.figures.units import DURATIONS
from bilingual.model.document import Language
from bilingual.model.figure import PAST, Bound, Direction, Kind, Period, PeriodMention
from bilingual.text.normalize import small_letters

_BEFORE = 40
_LIMIT_BEFORE = 96
_CLAUSE = 110
_SUBJECT = 60
_MARK = 100
"""From here on a number may be passed; fewer bills may be passed too."""
_LOSS_KINDS = (Kind.AMOUNT, Kind.NUMBER)
_LISTED_RE = re.compile(r"(?:,|\band|\bor) (?:from )?(?:about |approximately )?\Z")
_COMPARED_RE = re.compile(r" (?:(more)|fewer|less) (?=[a-z])")
"""Between a number and its noun: eight fewer operating days."""
_COMPARATIVES = ("longer", "shorter", "more", "fewer", "less", "above", "below", "up", "down", "under")
"""Behind a count these compare it: 120 people fewer than, two hours less than; growth and cuts may be other matters."""
_CHANGES = (Kind.PERCENT, Kind.POINTS)


def describe_english(text: str, readings: list[Reading], mentions: Sequence[PeriodMention]) -> list[Reading]:
    """Add to every reading what the words around it say: limits, direction, loss, period and base."""
    around = Surroundings(
        text,
        veil(text, mentions),
        tuple(mentions),
        tuple(_is_base(text, mention) for mention in mentions),
        sentence_starts(text, words.SENTENCE_RE),
    )
    described: list[Reading] = []
    small = small_letters(text)
    for index, reading in enumerate(readings):
        floor = readings[index - 1].end if index else 0
        floor = max(floor, around.sentences[around.sentence(reading.start)])
        ceiling = readings[index + 1].start if index + 1 < len(readings) else len(text)
        before = readings[index - 1] if index else None
        attribute = before is not None and before.code in DURATIONS and "-" in text[before.start : before.end]
        limit_floor = around.sentences[around.sentence(reading.start)] if attribute else floor
        read = _limited(text, small, reading, limit_floor, follows=bool(index) and not attribute)
        read = _directed(around, read, floor, ceiling, described)
        described.append(_lossy(around, read, floor, ceiling, described))
    return dealt_out(around, _timed(around, described), Language.EN)


def _is_base(text: str, mention: PeriodMention) -> bool:
    if words.ADVERB_RE.match(mention.period.printed):
        return True
    if mention.period.relative in PAST and words.ON_RE.search(text, 0, mention.start):
        return True
    return bool(words.BASE_BEFORE_RE.search(text, max(0, mention.start - _BEFORE), mention.start))


def _limited(text: str, small: str, reading: Reading, floor: int, *, follows: bool) -> Reading:
    low = max(floor, reading.start - _LIMIT_BEFORE)
    if low == floor and words.UNIT_OF_RE.search(small, max(0, low - 6), reading.start):
        low = max(0, reading.start - _LIMIT_BEFORE)
    approximate = bool(words.APPROXIMATE_BEFORE_RE.search(small, low, reading.start))
    approximate = approximate or bool(words.APPROXIMATE_AFTER_RE.match(text, reading.end))
    bound: Bound | None = reading.bound
    after = words.BOUND_AFTER_RE.match(text, reading.end)
    before = words.BOUND_BEFORE_RE.search(small, low, reading.start)
    if after:
        bound = table_row(after, words.BOUNDS_AFTER)
    elif (
        before
        and not (
            table_row(before, words.BOUNDS_BEFORE) is Bound.MORE
            and (
                (before[0].startswith(("after", "beyond")) and reading.code not in DURATIONS)
                or (before[0].startswith(("pass", "cross")) and reading.amount < _MARK)
                or (
                    before[0].startswith(("exceed", "surpass", "top"))
                    and words.BEATEN_RE.match(text, reading.end)
                )
            )
        )
        and not (follows and floor and words.COMPARED_RE.match(text, floor, reading.start))
        and not (
            before[0] == "under "
            and words.UNDER_RE.match(text, reading.start)
            and not words.LIMITED_RE.search(small, 0, before.start())
        )
    ):
        bound = table_row(before, words.BOUNDS_BEFORE)
    if not (approximate or bound):
        return reading
    return reading._replace(approximate=approximate, bound=bound)


def _directed(
    around: Surroundings, reading: Reading, floor: int, ceiling: int, earlier: Sequence[Reading]
) -> Reading:
    if reading.direction is not None:
        return reading
    compared = (
        _COMPARED_RE.search(around.text, reading.first, reading.end) if reading.kind is Kind.COUNT else None
    )
    if compared:
        return reading._replace(direction=Direction.UP if compared[1] else Direction.DOWN)
    low = max(floor, reading.start - _CLAUSE)
    for before, behind, way in words.PARTED_RES:
        if behind.match(around.text, reading.end) and before.search(around.text, low, reading.start):
            return reading._replace(direction=way)
    found = words.DIRECTION_BEFORE_RE.search(around.veiled, low, reading.start)
    if found:
        direction = table_row(found, words.DIRECTIONS)
        return reading._replace(direction=direction, subject=_quality(found[0]))
    found = words.DIRECTION_AFTER_RE.match(around.veiled, reading.end, ceiling) or words.APPOSITION_RE.match(
        around.veiled, reading.end, min(ceiling, reading.end + 60)
    )
    word = (found[1] or found[2] or "") if found else ""
    compares = word.endswith(_COMPARATIVES) or (found and around.text.startswith(" than", found.end()))
    counted = reading.kind is Kind.COUNT and reading.code != "items" and not compares
    if found and not counted and not _labelled_aside(around.text, reading):
        return reading._replace(
            direction=Direction.UP if found[1] else Direction.DOWN, subject=_quality(found[0])
        )
    lifted = words.LIFTED_RE.search(around.text, low, reading.start) if reading.kind is Kind.POINTS else None
    if lifted:
        return reading._replace(direction=Direction.UP if lifted[1] else Direction.DOWN)
    direction = _coordinated(around, reading, floor, earlier) or _far_verb(around, reading, floor)
    return reading._replace(direction=direction)


def _labelled_aside(text: str, reading: Reading) -> bool:
    """Whether a figure with its label ends an aside: (growth rate: 1.5%) fell below says nothing of it."""
    return text.startswith(")", reading.end) and text[: reading.start].rstrip().endswith(":")


def _far_verb(around: Surroundings, reading: Reading, floor: int) -> Direction | None:
    """Lower the prices of 150 items by 8%: the verb stands before another figure."""
    if reading.kind not in _CHANGES or not words.BY_TAIL_RE.search(around.text, floor, reading.start):
        return None
    start = around.sentences[around.sentence(reading.start)]
    found = words.TRANSITIVE_RE.search(around.text, start, floor)
    return None if not found else Direction.UP if found[1] else Direction.DOWN


def _quality(phrase: str) -> str:
    found = words.QUALITY_RE.search(phrase)
    return found[0] if found else ""


def _coordinated(
    around: Surroundings, reading: Reading, floor: int, earlier: Sequence[Reading]
) -> Direction | None:
    """An increase of 17.5% from 2Q00, and 14.3% from 1Q01: the second is an increase too."""
    if reading.kind not in _CHANGES or not earlier:
        return None
    if words.BY_RE.fullmatch(around.text, floor, reading.start):
        return earlier[-1].direction
    if _restates(around, reading, floor, earlier[-1]):
        return earlier[-1].direction
    if not words.COORDINATED_RE.fullmatch(around.veiled, floor, reading.start):
        return None
    for before in reversed(earlier[-3:]):
        if around.sentence(before.start) != around.sentence(reading.start):
            return None
        if before.kind is reading.kind:
            return before.direction
    return None


def _restates(around: Surroundings, reading: Reading, floor: int, change: Reading) -> bool:
    """Whether a percentage in brackets is the change right before it: an increase of ¥5,943 million (9.3%)."""
    if (
        reading.kind is not Kind.PERCENT
        or change.kind is not Kind.AMOUNT
        or around.text[floor : reading.start] not in (" (", "(")
    ):
        return False
    bracketed = around.text.startswith(")", reading.end)
    return (
        bracketed
        and words.CHANGE_OF_RE.search(around.text, max(0, change.start - 80), change.start) is not None
    )


def _lossy(
    around: Surroundings, reading: Reading, floor: int, ceiling: int, earlier: Sequence[Reading]
) -> Reading:
    """Whether the words name the amount as a loss, and what they say it is."""
    text = around.text
    subject = text[max(floor, reading.start - _SUBJECT) : reading.start].strip()
    after = text[reading.end : min(ceiling, reading.end + 40)].split(".")[0].split(",")[0].strip()
    after = after if words.PROFIT_RE.search(after) or words.LOSS_RE.search(after) else ""
    subject = " ".join(part for part in (subject, after, reading.subject) if part)
    reading = reading._replace(subject=subject)
    if reading.kind not in _LOSS_KINDS or reading.plus or _states_change(around, reading, floor):
        return reading
    low = max(floor, reading.start - _CLAUSE)
    if words.LOSS_BEFORE_RE.search(around.veiled, low, reading.start):
        return reading._replace(loss=True)
    if words.LOSS_AFTER_RE.match(text, reading.end, ceiling):
        return reading._replace(loss=True)
    if words.PROFIT_AFTER_RE.match(text, reading.end, ceiling):
        return reading
    follows = earlier and earlier[-1].loss and earlier[-1].kind is reading.kind
    if follows and (
        words.CONNECTIVE_RE.fullmatch(around.veiled, earlier[-1].end, reading.start)
        or words.LISTED_RE.fullmatch(around.veiled, earlier[-1].end, reading.start)
    ):
        return reading._replace(loss=True)
    if earlier and earlier[-1].kind is reading.kind and _is_left_of_loss(around, earlier[-1], reading):
        return reading._replace(loss=True)
    return reading


def _is_left_of_loss(around: Surroundings, first: Reading, reading: Reading) -> bool:
    """Whether a loss moved from one amount to this one: the loss narrowed from ¥300 million to ¥100 million."""
    if not words.TO_RE.fullmatch(around.text, first.end, reading.start):
        return False
    start = max(around.sentences[around.sentence(first.start)], first.start - _CLAUSE)
    return words.LOSS_MOVED_RE.search(around.text, start, first.start) is not None


def _states_change(around: Surroundings, reading: Reading, floor: int) -> bool:
    """Decreased by JPY5 million is a change; decreased to JPY5 million is what is left."""
    if reading.direction is None:
        return False
    before = around.text[max(floor, reading.start - 30) : reading.start].rstrip()
    return before.endswith((" by", " of")) and not words.LOSS_RE.search(before)


def _timed(around: Surroundings, readings: list[Reading]) -> list[Reading]:
    """Give every figure the period it is for and the base that its change is measured from."""
    timed: list[Reading] = []
    used: set[int] = set()
    leading: Period | None = None
    sentence = -1
    for index, reading in enumerate(readings):
        floor = readings[index - 1].end if index else 0
        here = around.sentence(reading.start)
        first = here != sentence
        if first:
            sentence, floor = here, max(floor, around.sentences[here])
        before = [n for n in around.between(floor, reading.start) if n not in used and not around.bases[n]]
        if index and not first:
            before = [n for n in before if not _ends_aside(around, n, floor, reading.start)]
            before = [n for n in before if around.text[around.mentions[n].end] != ";"]  # it ends a clause
        if first:
            stated = [n for n in before if not _gives_reason(around, n, floor)]
            leading = leading_period(around, stated, reading.start)
        end = _sentence_end(around, here)
        following = readings[index + 1].start if index + 1 < len(readings) else end
        period = _trailing(around, reading, min(following, end), used, timed)
        if period is None and before:
            used.add(before[-1])
            period = around.mentions[before[-1]].period
        if period is None:
            period = carried_period(around, timed[-1] if timed and not first else None, reading.start)
        if period is None and not _contrasted(around.text, floor, reading.start):
            period = leading
        signed = _signed_change(reading)
        base = _base(around, readings, index, floor, end, used) if signed or _is_change(reading) else None
        direction = signed if signed and base else reading.direction
        timed.append(reading._replace(period=period, base=base, direction=direction))
    return timed


def _gives_reason(around: Surroundings, number: int, floor: int) -> bool:
    """Whether a period stands in a clause of reasons that opens the sentence: Following a strong first quarter."""
    return words.REASON_RE.match(around.text, floor, around.mentions[number].start) is not None


def _ends_aside(around: Surroundings, number: int, floor: int, figure: int) -> bool:
    """Whether a period stands in the brackets of the figure before: 120 (100 used in the previous year), 80."""
    depth = 0
    end = around.mentions[number].end
    for at in range(floor, figure):
        depth += {"(": 1, ")": -1}.get(around.text[at], 0)
        if depth < 0:
            return end <= at
    return False


def _sentence_end(around: Surroundings, sentence: int) -> int:
    last = sentence + 1 >= len(around.sentences)
    return len(around.text) if last else around.sentences[sentence + 1]


def _signed_change(reading: Reading) -> Direction | None:
    """-12.3% year on year is a fall, +8.5% a rise."""
    if reading.direction or reading.kind not in _CHANGES or reading.ends:
        return None
    return Direction.DOWN if reading.minus else Direction.UP if reading.plus else None


def _is_change(reading: Reading) -> bool:
    if reading.kind is Kind.RATIO:
        return True
    return reading.direction in (Direction.UP, Direction.DOWN)


def _trailing(
    around: Surroundings, reading: Reading, end: int, used: set[int], earlier: Sequence[Reading]
) -> Period | None:
    """The period that follows the figure at once: JPY394 million in 4Q00, 2.7Gbps from 2Q00."""
    numbers = around.between(reading.end, min(end, reading.end + _BEFORE))
    if not numbers:
        return None
    number, start = numbers[0], reading.end
    if words.ADVERB_RE.match(around.mentions[number].period.printed) and len(numbers) > 1:
        number, start = numbers[1], around.mentions[number].end  # 8% quarter on quarter in the third quarter
    mention = around.mentions[number]
    gap = words.TRAILING_RE.fullmatch(around.text, start, mention.start)
    if reading.kind is Kind.PERCENT and words.SHARE_OF_RE.fullmatch(around.text, start, mention.start):
        used.add(number)
        return mention.period
    if not gap or words.ADVERB_RE.match(mention.period.printed) or _labelled(around, reading, mention.start):
        return None
    if around.bases[number] and (
        reading.kind is Kind.RATIO or words.ON_RE.search(around.text, 0, mention.start)
    ):
        return None  # up 5% on a year earlier, twice the previous year's amount
    if around.text.startswith(":", mention.end):
        return None  # the label of what follows: ¥145.6 (FY2023: ¥132.4)
    if gap["from"] and not _is_origin(around.text, reading, earlier):
        return None
    used.add(number)
    return mention.period


def _labelled(around: Surroundings, reading: Reading, following: int) -> bool:
    """Whether a label stands at once before the figure and the next one in a list: FY3/23 120, FY3/24 135."""
    before = around.veiled[max(0, reading.start - 2) : reading.start]
    return before == f"{HOLE} " and around.text[reading.end : following].strip() in (",", ";", "/", "")


def _is_origin(text: str, reading: Reading, earlier: Sequence[Reading]) -> bool:
    """Whether from is said before the figure (from 2.7Gbps from 2Q00), or before the one it is listed with."""
    if _from_before(text, reading):
        return True
    if not earlier or earlier[-1].kind is not reading.kind or reading.direction is not None:
        return False
    listed = _LISTED_RE.search(text, earlier[-1].end, reading.start)
    return bool(listed) and _from_before(text, earlier[-1])


def _from_before(text: str, reading: Reading) -> bool:
    return text[max(0, reading.start - 16) : reading.start].rstrip().endswith("from")


def _contrasted(text: str, floor: int, end: int) -> bool:
    """Whether the figure is set against another time that is not told."""
    before = text[max(floor, end - 40) : end].lower()
    return any(word in before for word in ("compared", "versus", "from ", "against ", " vs"))


def _base(
    around: Surroundings, readings: Sequence[Reading], index: int, floor: int, end: int, used: set[int]
) -> Period | None:
    reading = readings[index]
    for number in around.between(floor, reading.start):
        label = around.mentions[number]  # YoY +5.4% / QoQ -2.1%
        if words.ADVERB_RE.match(label.period.printed) and around.text[label.end : reading.start] in (
            " ",
            ": ",
        ):
            return label.period
    at, place = index + 1, reading.end
    stop = readings[at].start if at < len(readings) and readings[at].start < end else end
    gap = around.text[place:stop].strip()
    if (
        at < len(readings)
        and stop < end
        and gap in ("to", "from", "compared with", "compared to", "to reach", ", to")
    ):
        place = readings[at].end
        stop = readings[at + 1].start if at + 1 < len(readings) and readings[at + 1].start < end else end
        numbers = around.between(place, stop)
        if gap not in ("to", "to reach", ", to"):
            return around.mentions[numbers[0]].period if numbers else None
    for number in around.between(place, stop):
        if around.bases[number] and number not in used:
            return around.mentions[number].period
    before = [n for n in around.between(floor, reading.start) if around.bases[n]]
    return around.mentions[before[-1]].period if before else None
