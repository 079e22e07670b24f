"""Numbers in the labels of two rows with the same values: 従業員1,000名以上 beside with 100 or more employees."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from bilingual.checks.building import pair_spots, sentence
from bilingual.checks.check import Check
from bilingual.checks.crossed_rows import pairs_of_tables
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.ordinals import ordinals_in
from bilingual.checks.terms import Labelled, equal_rows
from bilingual.figures.periods import find_periods
from bilingual.figures.plain_numbers import plain_numbers
from bilingual.model.alignment import Side
from bilingual.model.document import Language
from bilingual.model.report import Finding, Severity
from bilingual.text.normalize import fold

_NUMBER_RE = re.compile(r"(?<![\d.,/A-Za-z-])\d[\d,]*(?:\.\d+)?(?![\d./-]*[A-Za-z\d-])")
"""A number that is no part of a code, a range or a date."""
_SCALED_RE = re.compile(r"[百千万億兆]|thousand|million|billion|trillion|dozen|hundred", re.IGNORECASE)
"""Words that move the point: 1億円以上 is 100 million yen or more."""
FEWEST = 2
"""Digits of a number of which one may be wrong: single ones number a list or are words in English."""


def other_numbers(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield rows that agree in all cells and whose labels name one number each that the other does not."""
    for item in equal_rows(exam):
        labels = fold(item.ja.label), fold(item.en.label)
        if not any(letter.isdigit() for letter in labels[0]) or any(map(_SCALED_RE.search, labels)):
            continue
        told = (
            _apart(exam, labels)
            or _bands_apart(labels)
            or counted_apart(exam, labels)
            or _ordinals_apart(labels)
        )
        if told is not None:
            about = f"{item.ja.label} / {item.en.label}"
            phrase = f"{told[0]} stands in Japanese only, {told[1]} in English only"
            yield make(
                check,
                Severity.WARNING,
                sentence(about, phrase),
                *pair_spots(exam.ja, exam.en, item.pair),
            )


_LEAD_RE = re.compile(
    r"(?:no\. ?|カテゴリー? ?|category )?\(?(\d{1,2})\)?(?:[.:)] ?| )(?=[^\W\d])", re.IGNORECASE
)
"""The number of a row before its label, alone in a column or not: 11 Use of sold products."""
NUMBERED_ALIKE = 3
"""Rows with the same number in both versions that say that both number their rows alike."""


def other_row_numbers(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield rows that agree and have other numbers, in tables whose other rows have the same ones."""
    for pairs in pairs_of_tables(exam):
        led = [
            (Labelled(pair, pair.ja_row, pair.en_row), ja[1].lstrip("0"), en[1].lstrip("0"))
            for pair in pairs
            if pair.ja_row is not None and pair.en_row is not None
            if (ja := _LEAD_RE.match(fold(pair.ja_row.label)))
            if (en := _LEAD_RE.match(fold(pair.en_row.label)))
        ]
        apart = [each for each in led if each[1] != each[2]]
        if len(led) - len(apart) < NUMBERED_ALIKE or len(apart) > FEWEST:
            continue
        for item, ja_number, en_number in apart:
            if item.pair.figures and all(both.agrees for both in item.pair.figures):
                about = f"{item.ja.label} / {item.en.label}"
                phrase = f"the row has number {ja_number} in Japanese, {en_number} in English"
                places = pair_spots(exam.ja, exam.en, item.pair)
                yield make(check, Severity.WARNING, sentence(about, phrase), *places)


_BAND_RE = re.compile(
    r"(?<![\d.,/A-Za-z-])(\d{1,3}) ?(?:歳|才|代|日|年|か月|名|人|years?)?(?: ?[~-] ?| to | through )(\d{1,3})(?![\d.,/]*\d)"
)
"""A band of ages, years or persons: 40~49歳, 40-49, 40 to 49."""


def _bands_apart(labels: tuple[str, str]) -> tuple[str, str] | None:
    """The only band of each label, where they have other ends."""
    bands = [list(_BAND_RE.finditer(label)) for label in labels]
    if any(len(found) != 1 for found in bands) or bands[0][0].groups() == bands[1][0].groups():
        return None
    return bands[0][0][0], bands[1][0][0]


def _apart(exam: Examination, labels: tuple[str, str]) -> tuple[str, str] | None:
    """The only number in digits of each label that the other does not name."""
    mine, theirs = (_numbers(side, label) for side, label in zip(exam.sides, labels, strict=True))
    if not mine or mine.total() != theirs.total():
        return None
    alone = list((mine - theirs).elements()), list((theirs - mine).elements())
    if len(alone[0]) == 1 and (_differ(alone[0][0], alone[1][0]) or _numbered(labels, alone)):
        return alone[0][0], alone[1][0]
    return None


_COUNTED_JA_RE = re.compile(
    r"(?<![\d.,/~第-])(\d{1,2})(?=[か-ヶ]?[一-鿿](?<![号期種級次章条項類区番階位月時分割]))"
)
"""A number before what it counts: 休業4日以上, 海外3工場."""
_COUNTED_EN_RE = re.compile(
    r"(?<![\d.,/#-])\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=(?: or (?:more|fewer|less))?[ -][a-z])",
    re.IGNORECASE,
)
_BOUND_RE = re.compile(
    r"未満|超|以内|\b(?:more than|over|above|exceed\w*|less than|fewer than|under|below|within)\b",
    re.IGNORECASE,
)


def counted_apart(exam: Examination, labels: tuple[str, str]) -> tuple[str, str] | None:
    """The only number of each label where both count something and differ, in digits or words: 4日以上, five or more days."""
    words = _COUNTED_EN_RE.findall(labels[1])
    if len(words) != 1:
        return None
    mine = _numbers(exam.ja, labels[0])
    number = _COUNTED_JA_RE.findall(labels[0])
    if len(number) != 1 or list(mine.elements()) != number:
        return None
    value = plain_numbers(words[0], Language.EN)
    others = _numbers(exam.en, labels[1])
    if len(value) != 1 or (others and list(others.elements()) != words):
        return None
    apart = abs(value[0].value - Decimal(number[0]))
    if not apart or (apart == 1 and any(map(_BOUND_RE.search, labels))):
        return None  # 4 days or more are more than three
    return number[0], words[0]


def _ordinals_apart(labels: tuple[str, str]) -> tuple[str, str] | None:
    """The only ordinal of each label where they differ: 第38回社債, 37th bonds."""
    mine, theirs = ordinals_in(labels[0], Language.JA), ordinals_in(labels[1], Language.EN)
    if len(mine) != 1 or len(theirs) != 1 or mine == theirs:
        return None
    return str(mine[0]), str(theirs[0])


def _numbers(side: Side, label: str) -> Counter[str]:
    """The numbers of a label without commas, and without those of years, quarters and days."""
    times = find_periods(label, side.language, side.calendar)
    return Counter(
        match[0].replace(",", "")
        for match in _NUMBER_RE.finditer(label)
        if not any(time.start < match.end() and match.start() < time.end for time in times)
    )


def _numbered(labels: Sequence[str], alone: Sequence[Sequence[str]]) -> bool:
    """Whether both labels say that it is a number of something: 台風13号, Typhoon No. 3."""
    return any(
        all(
            re.search(form.format(numbers[0]), label) is not None
            for form, label, numbers in zip(forms, labels, alone, strict=True)
        )
        for forms in _NUMBERED
    )


_NUMBERED = (
    (r"(?<!\d){}号", r"(?i:\bno\.? ?|#){}(?!\d)"),
    (r"(?<!\d){}(?:点満点|段階)", r"(?i:\bout of |\bscale of |\bmaximum (?:score )?of )(?:1 to )?{}(?!\d)"),
)
"""How Japanese and English number one of several, and how many points or steps there are at most."""


def _differ(ja: str, en: str) -> bool:
    """Whether two numbers are no bounds of one class: 50歳未満 is up to 49."""
    return min(len(ja), len(en)) >= FEWEST and abs(Decimal(ja) - Decimal(en)) != 1
