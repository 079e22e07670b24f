"""Dates and parts of the year between places that surely correspond: heads, captions, labels, page heads.

Paired rows and paragraphs cut both versions into stretches. What a stretch prints of dates and quarters should stand in
its counterpart too; one that does not, beside one there that nothing meets and that is one slip away, is the same time.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bilingual.align.assignment import best_assignment, best_monotone
from bilingual.align.printed import PAGE_RE, PrintedLine, page_number, printed_lines
from bilingual.align.time_words import (
    TimeWord,
    compatible,
    find_time_words,
    may_name_time,
    same_kind,
    slip,
)
from bilingual.model.alignment import Anchor, FigurePair, Pair, PairKind, PeriodPair, Side
from bilingual.model.document import Language, Span
from bilingual.model.figure import Aspect, Difference, Figure, FiscalCalendar, Kind, Period, PeriodMention
from bilingual.model.quick import quick, replace
from bilingual.model.repair import Damage
from bilingual.model.segment import SegmentKind
from bilingual.model.table import Row

BETWEEN = ("between",)
"""What speaks for a pair of times: they stand between places that correspond."""
MOST = 2
"""Times of one stretch that a slip explains; where more differ, other things stand there."""
MANY = 6
"""Stretches that differ in documents that are parallel; where more do, the versions name their times otherwise."""
LONGEST = 60
"""Lines of a stretch in which what is left over may still be the same time."""
MOST_PAIRS = 10_000
"""Times by times up to which a long stretch is settled, for the sake of the stretches beside it."""
TITLES = (SegmentKind.HEADING, SegmentKind.CAPTION)
SENTENCE = {Language.JA: 40, Language.EN: 80}
"""Characters from which a line is no head."""
STOP_RES = {
    Language.JA: re.compile(r"。|、[^。]*(?:る|た|す)$"),
    Language.EN: re.compile(r"[a-z)]\.(?:\s+[A-Z(]|\s*$)|[\d%]\.\s*$"),
}
"""What a sentence has and a heading has not."""
FAR = 20
"""Blanks before a title at the top of a page, which runs over the pages though a document of two prints it once."""
_PAGE_TOP_RE = re.compile(r"\f\s*(\S[^\n]*)")
SURE_PROSE = 0.4
"""Score from which two paragraphs hold the stretches around them in place."""


@quick
@dataclass(frozen=True, slots=True)
class _Stretch:
    ja: tuple[TimeWord, ...]
    en: tuple[TimeWord, ...]
    lines: int
    ja_rest: tuple[TimeWord, ...] = ()
    en_rest: tuple[TimeWord, ...] = ()


def pair_line_times(ja: Side, en: Side, pairs: Sequence[Pair]) -> list[Pair]:
    """Pairs of dates and of parts of the year that differ, where all around them corresponds.

    Where lines of a document stand apart from what they belong to, what stands around a time tells less.

    Args:
        ja: the Japanese side.
        en: the English side.
        pairs: what is paired already: rows, paragraphs.
    """
    words = {side.language: side.once(_words) for side in (ja, en)}
    if words[Language.JA] and words[Language.EN]:
        words = _alike_said(ja, en, pairs, words)
    if not words[Language.JA] or not words[Language.EN]:
        return []
    stretches = [_rest(stretch) for stretch in _stretches(ja, en, pairs, words)]
    found: list[tuple[TimeWord, TimeWord, bool]] = []
    for at, stretch in enumerate(stretches):
        found.extend(_differing(stretch, [*stretches[max(0, at - 1) : at], *stretches[at + 1 : at + 2]]))
    if len(found) > MANY:
        return []
    known = _known(pairs)
    unsure = 0 if any(repair.damage is Damage.PLACE for side in (ja, en) for repair in side.repairs) else 1
    return [
        _pair(ja, en, one, other, 2 if even and _is_novel(one, other, words) else unsure)
        for one, other, even in found
        if not any(
            place.overlaps(word.span)
            for language, word in ((Language.JA, one), (Language.EN, other))
            for place in known[language]
        )
    ]


def _words(side: Side) -> list[TimeWord]:
    """The times of all lines; of running text the days only: sentences say parts of the year in many ways.

    A day in a note (*1 As of December 31, 2026 multiplied by 12) is said, with or without a full stop: it heads no column.
    What is too short to be surely a sentence is one where another one stands in the same line.
    """
    feet = _running_lines(side)
    words = (
        word
        for line in side.once(printed_lines)
        if line.number not in feet and may_name_time(line.text, side.language)
        for word in _words_of(line, side.language, side.calendar)
    )
    found = _without_said(words, side.once(_sentences))
    notes = sorted(
        (reading.segment.span.start, reading.segment.span.end)
        for reading in side.readings
        if reading.segment.kind is SegmentKind.NOTE
    )
    return [replace(word, said=True) if word.is_day and _within(word, notes) else word for word in found]


def _sentences(side: Side) -> list[tuple[int, int]]:
    """Where the segments stand that are surely sentences, in order."""
    stopped = [
        (side.document.line_number(reading.segment.span.start), reading.segment)
        for reading in side.readings
        if reading.segment.kind not in TITLES and STOP_RES[side.language].search(reading.segment.text)
    ]
    beside = Counter(line for line, _ in stopped)
    return sorted(
        (segment.span.start, segment.span.end)
        for line, segment in stopped
        if len(segment.text) > SENTENCE[side.language] or beside[line] > 1
    )


def _without_said(words: Iterable[TimeWord], sentences: Sequence[tuple[int, int]]) -> list[TimeWord]:
    """The times of lines; of those within sentences the days only, marked."""
    return [
        replace(word, said=True) if said else word
        for word in words
        if (said := _within(word, sentences)) is False or word.is_day
    ]


def _within(word: TimeWord, places: Sequence[tuple[int, int]]) -> bool:
    """Whether a time stands in one of some places, which are in order."""
    at = bisect_right(places, word.span.start, key=lambda place: place[0]) - 1
    return at >= 0 and word.span.start < places[at][1]


def _alike_said(
    ja: Side, en: Side, pairs: Sequence[Pair], words: dict[Language, list[TimeWord]]
) -> dict[Language, list[TimeWord]]:
    """The times without those of paragraphs whose counterparts are surely sentences: one language says it in fewer letters."""
    surely = {side.language: dict(side.once(_sentences)) for side in (ja, en)}
    further: dict[Language, list[tuple[int, int]]] = {language: [] for language in Language}
    for pair in pairs:
        if pair.kind not in (PairKind.PROSE, PairKind.NOTE) or not (pair.ja_readings and pair.en_readings):
            continue
        sides = {Language.JA: pair.ja_readings, Language.EN: pair.en_readings}
        said = {
            language: any(each.segment.span.start in surely[language] for each in own)
            for language, own in sides.items()
        }
        for language, own in sides.items():
            if said[language.other]:
                further[language] += [(each.segment.span.start, each.segment.span.end) for each in own]
    return {
        language: _without_said(own, sorted(further[language])) if further[language] else own
        for language, own in words.items()
    }


_CUT_RE = re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2},\s*$")
"""A date whose year stands on the line below: half of a label."""


@lru_cache(maxsize=16_384)
def _words_of(line: PrintedLine, language: Language, calendar: FiscalCalendar) -> tuple[TimeWord, ...]:
    """The times of a line; when a document is corrected, most of its lines are asked for again."""
    found = find_time_words(line.text, language, line.number, line.start, calendar)
    cut = _CUT_RE.search(line.text)
    whole = [word for word in found if cut is None or word.span.start < line.start + cut.start()]
    if not whole or "\t" not in line.text:
        return tuple(whole)
    before = [None, *(word.printed for word in whole[:-1])]
    return tuple(
        word
        for word, printed in zip(whole, before, strict=True)
        if word.printed != printed or line.text[: word.span.start - line.start][-1:] != "\t"
    )  # a head over several columns of a page stands in each of them


def _running_lines(side: Side) -> set[int]:
    """Lines that stand on several pages with another page number each, or as the first of the page."""
    alike: dict[str, list[int]] = defaultdict(list)
    for printed, _, line in side.once(printed_lines):
        text = printed.strip()
        if page_number(text):
            alike[PAGE_RE.sub("", text)].append(line)
    alone: set[int] = set()
    for match in _PAGE_TOP_RE.finditer(side.document.text):
        line = side.document.line_number(match.start(1))
        alike["\f" + " ".join(match[1].split())].append(line)
        if match.start(1) - side.document.line_span(line).start > FAR and "   " not in match[1].strip():
            alone.add(line)
    return alone | {line for lines in alike.values() if len(lines) > 1 for line in lines}


def _known(pairs: Iterable[Pair]) -> dict[Language, list[Span]]:
    """Places that are known to differ already, by language."""
    known: dict[Language, list[Span]] = {language: [] for language in Language}
    for pair in pairs:
        for both in pair.figures:
            if both.differences:
                known[Language.JA].append(both.ja.span)
                known[Language.EN].append(both.en.span)
        for times in pair.periods:
            if times.differences:
                known[Language.JA].append(times.ja_span)
                known[Language.EN].append(times.en_span)
    return known


def _stretches(
    ja: Side, en: Side, pairs: Sequence[Pair], words: dict[Language, list[TimeWord]]
) -> Iterator[_Stretch]:
    """The times between one anchor and the next, both lists cut at the same places."""
    anchors: dict[tuple[int, int], float] = {}
    for pair in pairs:
        if not pair.ja or not pair.en:
            continue
        row = pair.kind is PairKind.ROW and bool({"values", "concept"} & set(pair.evidence))
        prose = pair.kind in (PairKind.PROSE, PairKind.HEADING, PairKind.NOTE) and pair.score >= SURE_PROSE
        if row or (prose and pair.ja_row is None and pair.en_row is None):
            key = (_first_line(ja, pair.ja[0], pair.ja_row), _first_line(en, pair.en[0], pair.en_row))
            anchors[key] = max(anchors.get(key, 0.0), (1.0 if row else 0.5) + pair.score)
    chain = best_monotone(anchors)
    cuts = [(ja.document.first_line, en.document.first_line), *chain]
    ends = [*chain, (ja.document.last_line + 1, en.document.last_line + 1)]
    lines = {language: [word.line for word in listed] for language, listed in words.items()}
    for (i, j), (k, m) in zip(cuts, ends, strict=True):
        parts = []
        for language, first, last in ((Language.JA, i, k), (Language.EN, j, m)):
            a, b = bisect_left(lines[language], first), bisect_left(lines[language], last)
            parts.append(tuple(words[language][a:b]))
        yield _Stretch(parts[0], parts[1], max(k - i, m - j))


def _first_line(side: Side, place: Anchor, row: Row | None) -> int:
    """Where a pair begins: a row with the first half of its label, which may stand above its figures."""
    span = row.label_span if row is not None else None
    return place.line if span is None else min(place.line, side.document.line_number(span.start))


def _rest(stretch: _Stretch) -> _Stretch:
    """A stretch with the times that nothing of the other version meets; of a very large one, all may be open."""
    possible = len(stretch.ja) * len(stretch.en)
    if not possible or (possible > MOST_PAIRS and stretch.lines > LONGEST):
        return replace(stretch, ja_rest=stretch.ja, en_rest=stretch.en)
    met = {
        (i, j): (1.0 if one.kind is other.kind else 0.9) - 0.01 * abs(i - j)
        for i, one in enumerate(stretch.ja)
        for j, other in enumerate(stretch.en)
        if compatible(one, other)
    }
    chosen = best_assignment(met)
    used_ja, used_en = {i for i, _ in chosen}, {j for _, j in chosen}
    return replace(
        stretch,
        ja_rest=tuple(word for i, word in enumerate(stretch.ja) if i not in used_ja),
        en_rest=tuple(word for j, word in enumerate(stretch.en) if j not in used_en),
    )


def _differing(stretch: _Stretch, near: Sequence[_Stretch]) -> Iterator[tuple[TimeWord, TimeWord, bool]]:
    """Times of a stretch that nothing meets, each with the one that it is a slip away from.

    One that the other version names too in this stretch may be said twice only; where both versions print the same
    number of times it is not.
    """
    ja, en = stretch.ja_rest, stretch.en_rest
    if not ja or not en or stretch.lines > LONGEST:
        return
    slips = {
        (i, j): 1.0 - 0.01 * abs(i - j)
        for i, one in enumerate(ja)
        for j, other in enumerate(en)
        if slip(one, other)
    }
    found: list[tuple[TimeWord, TimeWord, bool]] = []
    for i, j in best_assignment(slips):
        one, other = ja[i], en[j]
        even = _count(stretch.ja, one) == _count(stretch.en, other)
        beside = any(
            _meets(one, place.en_rest) or _meets(other, place.ja_rest) for place in near
        )  # the label of a row, cut by the line end
        if any(one.span.overlaps(left.span) for left, _, _ in found):
            continue  # 2025年3月期第3四半期 and the 第3四半期 in it
        titled = not even and _in_like_lines(one, other, stretch)
        if even or titled or not (beside or _meets(one, stretch.en) or _meets(other, stretch.ja)):
            found.append((one, other, even or titled))
    if len(found) <= MOST:
        yield from found


def _in_like_lines(one: TimeWord, other: TimeWord, stretch: _Stretch) -> bool:
    """Whether two lines name all else alike, and one of the two times stands nowhere else around.

    2024年度第3四半期決算の要約 and The 3rd Quarter of FY2025 Results Summary; how often each version names its year does
    not matter then.
    """
    mine = [word for word in stretch.ja if word.line == one.line and word is not one]
    theirs = [word for word in stretch.en if word.line == other.line and word is not other]
    if not mine or len(mine) != len(theirs):
        return False
    alike = {
        (i, j): 1.0
        for i, left in enumerate(mine)
        for j, right in enumerate(theirs)
        if compatible(left, right)
    }
    novel = not _meets(one, stretch.en) or not _meets(other, stretch.ja)
    return novel and len(best_assignment(alike)) == len(mine)


def _count(words: Sequence[TimeWord], like: TimeWord) -> int:
    return sum(same_kind(word, like) for word in words)


def _meets(word: TimeWord, others: Iterable[TimeWord]) -> bool:
    """Whether one of the others can be the same time."""
    return any(compatible(word, other) for other in others)


def _is_novel(one: TimeWord, other: TimeWord, words: dict[Language, list[TimeWord]]) -> bool:
    """Whether one of the two times is named nowhere in the other version."""
    return not _meets(one, words[Language.EN]) or not _meets(other, words[Language.JA])


def _pair(ja: Side, en: Side, one: TimeWord, other: TimeWord, serious: int) -> Pair:
    figures: tuple[FigurePair, ...] = ()
    periods: tuple[PeriodPair, ...] = ()
    if one.is_day and other.is_day:
        differ = (Difference(Aspect.DATE, serious),)
        figures = (FigurePair(_date(one, Language.JA), _date(other, Language.EN), differ),)
    else:
        periods = (
            PeriodPair(
                _mention(one), _mention(other), one.span, other.span, (Difference(Aspect.PERIOD, serious),)
            ),
        )
    return Pair(
        PairKind.HEADING,
        0.5,
        (Anchor(one.span, one.line),),
        (Anchor(other.span, other.line),),
        figures=figures,
        periods=periods,
        evidence=BETWEEN,
    )


def _date(word: TimeWord, language: Language) -> Figure:
    return Figure(language, Kind.DATE, word.printed, word.span, moment=word.moment)


def _mention(word: TimeWord) -> PeriodMention:
    return PeriodMention(0, len(word.printed), Period(word.printed))
