"""Two given segments in which two figures or days stand under each other's labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise, zip_longest

from bilingual.align.causes import cause_spans
from bilingual.align.named import time_name
from bilingual.checks.examination import Examination
from bilingual.checks.free_labels import Label, longest, of_one_contrast, sounds
from bilingual.checks.numbered_labels import numbered
from bilingual.checks.stated import Item, paired, plainly_paired, stated_items
from bilingual.contrasts import named_alike, names_in, vocabulary
from bilingual.figures.written_dates import MONTH, MONTH_NUMBERS
from bilingual.model.alignment import Side
from bilingual.model.document import Language, Span
from bilingual.model.figure import Kind

_LETTERED = "bank|company|business|plant|division|segment|country|store|customer|client|supplier|vendor|lender|party|subsidiary|project|product|site|factory|fund|group|model|case|plan|line|building|type|option|candidate"
_LETTER_RES: Mapping[Language, re.Pattern[str]] = {
    Language.JA: re.compile(
        r"(?<![A-Za-z])(?P<letter>[A-Z])(?P<letter2>(?!))?(?=[銀社事工店部国地案型号種氏株棟館線]|製品|プロジェクト|ファンド|案件|候補|区分|グループ)"
    ),
    Language.EN: re.compile(
        rf"\b(?i:{_LETTERED}) (?P<letter>[A-Z])\b|\b(?P<letter2>[A-Z]) (?i:{_LETTERED})\b"
    ),
}
"""A bank, company or product that is called by a letter."""
_BRACKET = r"\((?![A-Z](?:-[A-Z])?\))|(?<!\([A-Z])(?<!\([A-Z]-[A-Z])\)"
"""Brackets but for those of columns that name each other: previous forecast (A), change (B-A)."""
BORDER_RE = {
    Language.JA: re.compile(rf"[、。;|/\t]|{_BRACKET}|一方|または|又は|及び|および|並びに|(?<!\d),|,(?!\d)"),
    Language.EN: re.compile(
        rf"[;|/\t]|{_BRACKET}|(?<!\d),|,(?!\d)|\b(?:and|or|while|with|but|whereas)\b|\. "
    ),
}
"""Where a part of a segment ends that may name one figure."""


_BEHIND_RE = {
    Language.JA: re.compile(r"[のがを]?|[にでをが][^、。\d]{1,6}(?:した|する|された|される)"),
    Language.EN: re.compile(r" (?:(?:for|in|of|on|at|by|from|is|are|was|were) (?:the |our |its |an? )?)?"),
}
"""Between a figure and the label behind it: 74% for operating profit, four subsidiaries, 5月に発売した製品."""


_CHANGE_RE = re.compile(
    r"[増減][加少減益収]|上昇|低下|\b(?:increas|decreas|declin|reduc|improve|deteriorat|r[io]se|f[ae]ll|gr[eo]w|up\b|down\b)",
    re.IGNORECASE,
)
"""Terms for a change, which name no item."""


_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_DIFFERENCE_RE = re.compile(
    r"(?:\([^()]{1,12}\))?(?:の)?(?:増加?|減少?|プラス|マイナス)(?:の|となる|した)(?=約?[\d¥$])"
)
"""Behind the amount of a change whose result follows at once."""
_JOINT_RE = re.compile(r"[\s:]*")


PAIR = 2
_Labels = Mapping[Language, list[Label]]
Spans = tuple[Span, Span]
"""Where an item stands in Japanese and in English."""


def exchanged_labels(exam: Examination) -> Iterator[tuple[Spans, Spans]]:
    """Yield two agreeing numbers of given segments each of which has in English the label of the other."""
    if not exam.one_segment:
        return
    ja, en = (side.once(stated_items) for side in exam.sides)
    if min(len(ja), len(en)) < PAIR:
        return
    table = {side.language: side.once(_labels) for side in exam.sides}
    sources: tuple[Callable[[], _Labels], ...] = (
        lambda: table,
        lambda: {side.language: in_a_row(side, table[side.language]) for side in exam.sides},
        lambda: acronyms(exam),
        lambda: {language: [one for one in own if one.names <= _LETTERS] for language, own in table.items()},
        lambda: {side.language: with_terms(exam, side) for side in exam.sides},
        lambda: exam.once(sounds),
    )
    found = next((told for source in sources if (told := _exchanged(exam, ja, en, source()))), None)
    found = found or next(
        (told for labels in _contrasted(exam) if (told := _exchanged(exam, ja, en, labels))), None
    )
    found = found or _causes_exchanged(exam, ja, en)
    if found is None:
        days = Kind.DATE.value
        found = _exchanged(
            exam,
            [item for item in ja if item.states[0] != days],
            [item for item in en if item.states[0] != days],
            {side.language: times_of(side) for side in exam.sides},
        )
    if found is not None:
        yield found


def exchanged_under(exam: Examination, labels: _Labels) -> tuple[Spans, Spans] | None:
    """The first two numbers of given segments that stand under each other's labels."""
    ja, en = (side.once(stated_items) for side in exam.sides)
    return _exchanged(exam, ja, en, labels, several=True)


def labelled_alike(exam: Examination) -> frozenset[Span]:
    """The Japanese figures whose counterparts have the same label, whatever tells it: a table, a term, a name or a sound."""
    ja, en = (side.once(stated_items) for side in exam.sides)
    found: set[Span] = set()
    for labels in (
        {side.language: with_terms(exam, side) for side in exam.sides},
        acronyms(exam),
        exam.once(sounds),
    ):
        mine, theirs = (
            _named(side, items, labels[side.language])
            for side, items in zip(exam.sides, (ja, en), strict=True)
        )
        found.update(
            one.span
            for one, other in paired(exam, ja, en)
            if mine.get(one.span, frozenset()) & theirs.get(other.span, frozenset())
        )
    return frozenset(found)


def _exchanged(
    exam: Examination,
    ja: list[Item],
    en: list[Item],
    labels: Mapping[Language, list[Label]],
    *,
    several: bool = False,
) -> tuple[Spans, Spans] | None:
    """The first two items that stand under each other's labels, of which a part may have several."""
    if len(_common(labels)) < PAIR:
        return None
    mine, theirs = (
        _named(side, items, labels[side.language], several=several)
        for side, items in zip(exam.sides, (ja, en), strict=True)
    )
    known = [
        (one, other, mine[one.span], theirs[other.span])
        for one, other in (*paired(exam, ja, en), *plainly_paired(exam, ja, en))
        if mine.get(one.span) and theirs.get(other.span)
    ]
    for first, second in combinations(known, 2):
        if first[0].states[0] != second[0].states[0] or first[0].states == second[0].states:
            continue
        ja_first, ja_second = first[2] - second[2], second[2] - first[2]
        en_first, en_second = first[3] - second[3], second[3] - first[3]
        straight = ja_first & en_first or ja_second & en_second
        if not straight and ja_first & en_second and ja_second & en_first:
            return (first[0].span, first[1].span), (second[0].span, second[1].span)
    return None


def _common(labels: _Labels) -> frozenset[str]:
    """What a label of either segment may be called that one of the other may be called too."""
    mine, theirs = (
        frozenset().union(*(one.names for one in labels[language])) for language in (Language.JA, Language.EN)
    )
    return mine & theirs


def _causes_exchanged(exam: Examination, ja: list[Item], en: list[Item]) -> tuple[Spans, Spans] | None:
    """A figure that explains another one in Japanese and is explained by it in English."""
    mine, theirs = (_explaining(side, items) for side, items in zip(exam.sides, (ja, en), strict=True))
    if not (mine and theirs):
        return None
    pairs = list(paired(exam, ja, en))
    causes = [both for both in pairs if both[0] in mine and both[1] not in theirs]
    results = [both for both in pairs if both[0] not in mine and both[1] in theirs]
    if len(causes) != 1 or len(results) != 1:
        return None
    first, second = causes[0], results[0]
    if first[0].states[0] != second[0].states[0] or first[0].states == second[0].states:
        return None
    return (first[0].span, first[1].span), (second[0].span, second[1].span)


def _explaining(side: Side, items: Sequence[Item]) -> set[Item]:
    """The items of a segment that stand where it tells a cause."""
    spans = cause_spans(side.readings[0].segment.text, side.language)
    return {item for item in items for start, end in spans if start <= item.start < end}


def _labels(side: Side) -> list[Label]:
    """The names that a segment has for figures, and the letters that banks and companies are called by, in order."""
    text = side.readings[0].segment.text
    named = names_in(text, side.language)
    found = [Label(each.start, each.end, frozenset({each.name})) for each in named]
    found += numbered(text, side.language)
    found += [
        Label(*match.span(), frozenset({match["letter"] or match["letter2"]}))
        for match in _LETTER_RES[side.language].finditer(text)
        if not any(each.start < match.end() and match.start() < each.end for each in named)
    ]
    return sorted(found)


def _contrasted(exam: Examination) -> Iterator[_Labels]:
    """Words that exclude each other and that both segments have once, as labels: 変動金利 and floating, 固定金利 and fixed."""
    ja, en = (side.readings[0].segment.text for side in exam.sides)
    for places in named_alike(vocabulary("segments", exam.comparison.contrasts), ja, en):
        yield {
            language: sorted(Label(*place, frozenset({name})) for name, place in own.items())
            for language, own in zip((Language.JA, Language.EN), places, strict=True)
        }
    yield from of_one_contrast(*(side.once(_labels) for side in exam.sides))


_ACRONYM_RE = re.compile(r"(?<![A-Za-z\d])[A-Z][A-Za-z]*[A-Z]\d?(?![A-Za-z\d])")


def in_a_row(side: Side, labels: list[Label]) -> list[Label]:
    """The labels of a segment, those made one that stand in a row: revised forecast, 20代の構成比."""
    text = side.readings[0].segment.text
    found: list[Label] = []
    for label in labels:
        if found and text[found[-1].end : label.start] in ("", " ", "の"):
            last = found.pop()
            label = Label(last.start, label.end, last.names | label.names)
        found.append(label)
    return found


def acronyms(exam: Examination) -> Mapping[Language, list[Label]]:
    """The acronyms that stand once in both segments: ROIC, WACC."""
    texts = {side.language: side.readings[0].segment.text for side in exam.sides}
    found = {language: Counter(_ACRONYM_RE.findall(text)) for language, text in texts.items()}
    return {
        language: [
            Label(match.start(), match.end(), frozenset({match[0]}))
            for match in _ACRONYM_RE.finditer(text)
            if all(counts[match[0]] == 1 for counts in found.values())
        ]
        for language, text in texts.items()
    }


def dated(exam: Examination) -> Mapping[Language, list[Label]]:
    """The days, months and years of a segment as labels: 2023年に50店, 50 stores in 2023."""
    return {
        side.language: [
            Label(index(figure.span.start), index(figure.span.end), frozenset({figure.moment}))
            for reading in side.readings
            for index in (reading.segment.content.index,)
            for figure in reading.figures
            if figure.kind is Kind.DATE and figure.moment
        ]
        for side in exam.sides
    }


_MONTH_RES = {
    Language.JA: re.compile(r"(?<![\d~-])(1[0-2]|[1-9]) ?月(?![期末度初上中下]|\d)(?! ?[~-])"),
    Language.EN: re.compile(rf"\b({MONTH})\b(?! ?[-–]| \d)"),
}
"""Months by themselves, as labels of figures: April 103.4%, May 98.7%."""


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTH_NUMBERS[word[:3].lower()]


def times_of(side: Side) -> list[Label]:
    """The times of a segment: closing days, years and parts of years, the time before, and months."""
    reading = side.readings[0]
    content = reading.segment.content
    found = [
        Label(mention.start, mention.end, frozenset(name))
        for mention in reading.periods
        if (name := time_name(mention.period))
    ]
    months = [
        Label(match.start(), match.end(), frozenset({f"month {_month(match[1])}"}))
        for match in _MONTH_RES[side.language].finditer(content.text)
    ]
    return sorted(found + [month for month in months if not any(_meet(month, label) for label in found)])


def _meet(one: Label, other: Label) -> bool:
    return one.start < other.end and other.start < one.end


def with_terms(exam: Examination, side: Side) -> list[Label]:
    """The labels of a segment and the terms of the glossary, but for those that name a time."""
    reading = side.readings[0]
    found = [*side.once(_labels)]
    found += [
        Label(term.start, term.end, frozenset(term.concepts))
        for term in exam.matcher.find(reading.segment.text, side.language)
    ]
    found = [
        label
        for label in found
        if not any(time.start < label.end and label.start < time.end for time in reading.periods)
        and not _CHANGE_RE.search(reading.segment.text, label.start, label.end)
    ]
    return longest(found)


def _in_parts(
    side: Side, items: list[Item], labels: list[Label], *, several: bool
) -> tuple[dict[Span, frozenset[str]], set[Label]]:
    """What items are called that stand alone in their part of a segment with one label, or several; and those labels."""
    text, language = side.readings[0].segment.text, side.language
    borders = [
        match.start()
        for match in BORDER_RE[language].finditer(text)
        if not any(item.start < match.start() < item.end for item in items)
    ]
    found: dict[Span, frozenset[str]] = {}
    taken: set[Label] = set()
    for start, end in pairwise([0, *borders, len(text) + 1]):
        within = [item for item in items if start <= item.start < end]
        own = [label for label in labels if start <= label.start < end]
        if len(within) == 1 and (len(own) == 1 or (several and own)):
            found[within[0].span] = frozenset().union(*(label.names for label in own))
            taken.update(own)
    return found, taken


def _named(
    side: Side, items: list[Item], labels: list[Label], *, several: bool = False
) -> dict[Span, frozenset[str]]:
    """What each item is called: the label at once behind it, the only one in its part, or the last one before it."""
    text, language = side.readings[0].segment.text, side.language
    inside = {
        item.span: label.names for item in items for label in labels if item.start < label.start < item.end
    }
    labels = [
        label
        for label in labels
        if not any(item.start < label.end and label.start < item.end for item in items)
    ]
    found, taken = _in_parts(side, items, labels, several=several)
    floor = 0
    for item, following in zip_longest(items, items[1:]):
        change = language is Language.JA and following and _DIFFERENCE_RE.match(text, item.end)
        if change and following:
            if following.states[0] == item.states[0]:
                continue  # 3社増の58社: the label goes on to the figure behind
            before = [label for label in labels if floor <= label.start and label.end <= item.start]
            if before and item.span not in found and before[-1] not in taken:
                found[item.span] = before[-1].names
            continue  # 3.1%増の58社: it is both figures'
        behind = [label for label in labels if _BEHIND_RE[language].fullmatch(text, item.end, label.start)]
        before = [label for label in labels if floor <= label.start and label.end <= item.start]
        if before and _JOINT_RE.fullmatch(text, before[-1].end, item.start):
            behind = []  # Japan 412 Overseas 78
        if item.span in inside:
            found[item.span] = inside[item.span]  # four consolidated subsidiaries
        elif behind and (language is Language.EN or not text.startswith("の", item.end)):
            found[item.span] = behind[0].names  # 4名が社外取締役
        elif before and item.span not in found and before[-1] not in taken:
            found[item.span] = before[-1].names
        floor = behind[0].end if behind else item.end
    return found
