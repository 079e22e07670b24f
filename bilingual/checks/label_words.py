"""Words that tell one line item from its neighbour, and labels that contradict each other in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bilingual.contrasts import Contrast, oppositions, said, vocabulary
from bilingual.model.document import Language
from bilingual.text.normalize import fold

PAIR = 2
RULES = frozenset({"TRM001", "PER001", "PER005", "UNT005"})
"""The rules whose words a label may contradict: what a line is, for how long it counts, per what; signs have checks of their own."""


@lru_cache(maxsize=4_096)
def contradiction(ja: str, en: str) -> str:
    """The English word that contradicts the Japanese label; empty where none does.

    >>> contradiction("短期投資の取得による支出", "Purchase of other investments")
    'other investments'
    >>> contradiction("平均年齢 単体", "Average age Consolidated")
    'Consolidated'
    >>> contradiction("カテゴリ4 輸送、配送(上流)", "Category 5 Upstream transportation and distribution")
    '5'
    >>> contradiction("長期リース債務", "Capital lease obligations-non current")
    ''
    >>> contradiction("1年以内に期限到来の長期借入金", "Long-term borrowings-cu rrent portion")
    ''
    >>> contradiction("1年内返済予 定の長期借入金", "Current portion of long-term borrowings")
    ''
    >>> contradiction("Scope 1、2t-CO2", "Scope 1 and 2"), contradiction("Scope 1、2 合計", "Total of Scope 1 and")
    ('', '')
    >>> contradiction("期末店舗数", "Stores at quarter-end"), contradiction("年度末店舗数", "Stores at quarter-end")
    ('', 'quarter')
    >>> contradiction("為替差損(差益)", "Foreign exchange los ses (gains)")
    ''
    """
    ja, en = _DIVIDED_RE.sub("", fold(ja)), fold(en)
    whole = en.replace(" ", "")  # of a text layer that divides words
    words = vocabulary("labels")
    ja_named = words.named_in(ja, Language.JA)
    en_named = words.named_in(en, Language.EN) if ja_named else {}
    for number in filter(en_named.__contains__, ja_named):
        contrast = words.contrasts[number]
        mine = said(ja_named[number], ja, Language.JA)
        theirs = said(en_named[number], en, Language.EN) if len(mine) == 1 else {}
        if not theirs or mine.keys() & (theirs.keys() | said(contrast.members, whole, Language.EN).keys()):
            continue
        if not _is_divided(contrast, ja, en):
            start, end = next(iter(theirs.values()))
            return en[start:end]
    numbered = dict(_numbers(ja))
    named = dict(_numbers(en)) if numbered else {}
    told = next((named[key] for key in numbered if key in named and numbered[key] != named[key]), "")
    return told or _as_segments(ja, en)


_PERIOD_END_RE = re.compile(r"(?<!四半)(?<!前)期末")
_QUARTER_END_RE = re.compile(r"\bquarter[- ]end\b|\bend of (?:the |each )?quarter\b", re.IGNORECASE)


def _as_segments(ja: str, en: str) -> str:
    """The English word that contradicts a label as a segment of its own: 無担保 and secured, 輸出 and imports.

    A label names one member of a contrast; one that names two parts them as it likes.
    """
    if _PERIOD_END_RE.search(ja) and _QUARTER_END_RE.search(en):
        ja = _PERIOD_END_RE.sub("", ja)  # the end of the period of a column, which may be a quarter
    for found in oppositions(vocabulary("segments"), ja, en):
        contrast = found.contrast
        if (
            contrast.rule in RULES
            and len(said(contrast.members, ja, Language.JA))
            == 1
            == len(said(contrast.members, en, Language.EN))
            and all(all(member.words.values()) for member in contrast.members)
            and not _is_divided(contrast, ja, en)
        ):
            return en[slice(*found.en)]
    return ""


def _is_divided(contrast: Contrast, ja: str, en: str) -> bool:
    """Whether a blank of a text layer divides the word that answers the Japanese one: los ses."""
    mine = said(contrast.members, ja, Language.JA).keys()
    joined = (en[: match.start()] + en[match.end() :] for match in re.finditer(r"(?<=[a-z]) (?=[a-z])", en))
    return any(mine & said(contrast.members, text, Language.EN).keys() for text in joined)


_BOUNDARY_RE = re.compile(
    r"国内|海外|国外|連結|単体|個別|単独|japan|domestic|overseas|(?:non-?)?consolidated", re.IGNORECASE
)


def with_boundary(label: str, section: Sequence[str], language: Language) -> str:
    """A label with the boundary of its data where a heading of its own tells it.

    >>> with_boundary("Scope 3 (tCO2e)", ("Consolidated",), Language.EN)
    'Consolidated Scope 3 (tCO2e)'
    >>> with_boundary("30歳未満", ("年代別(単体)",), Language.JA)
    '30歳未満 単体'
    """
    heading = fold(section[-1]) if section else ""
    heading = heading[heading.rfind("(") + 1 :].strip("()[]<>【】■● ")
    if not _BOUNDARY_RE.fullmatch(heading):
        return label
    return f"{label} {heading}" if language is Language.JA else f"{heading} {label}"


_DIVIDED_RE = re.compile(r"(?<=[\u3041-\u30ff\u4e00-\u9fff]) (?=[\u3041-\u30ff\u4e00-\u9fff])")
"""A blank within Japanese words, of a text layer that divides them."""
_NUMBERED_RE = re.compile(
    r"(?P<category>カテゴリー?|\bcategory)|(?P<scope>スコープ|\bscope)|(?P<phase>フェーズ|\bphase)"
    r"|(?P<stage>ステージ|\bstage)|(?P<class>クラス|\bclass)|(?P<level>レベル|\blevel)|(?P<tier>ティア|\btier)",
    re.IGNORECASE,
)
_NUMBER_RE = re.compile(
    r"s? ?(?P<one>\d{1,2}|I{1,3}V?|IV)(?![\w.])"
    r"(?P<more>(?:(?: ?(?:[、,・/&+~-]|と|及び|または) ?|,? (?:and|or|to) )\d{1,2}(?:(?=[kM]?t-?CO2)|(?![\d.%A-Za-z年月日社件項人名回拠工種か個万億千百])))*)"
    r"(?! ?(?:and|or|[、,・])\Z)"
)
"""A number, or several of a list: Scope 1, 2 and 3."""


def _listed(one: str, more: str) -> str:
    """The numbers of a list in order; the ends of a range hold what is between them."""
    numbers = [one, *re.findall(r"\d+", more)]
    if len(numbers) == PAIR and one.isdigit() and re.search("[~-]|to", more):
        numbers = [str(number) for number in range(int(one), int(numbers[1]) + 1)]
    return ", ".join(numbers)


def _numbers(label: str) -> Iterator[tuple[str, str]]:
    """What a label numbers by a word that both languages have, where it does so once: category 4."""
    found = [
        (str(match.lastgroup), _listed(number["one"], number["more"]))
        for match in _NUMBERED_RE.finditer(label)
        if (number := _NUMBER_RE.match(label, match.end())) is not None
    ]
    names = Counter(name for name, _ in found)
    yield from ((name, number) for name, number in found if names[name] == 1)
