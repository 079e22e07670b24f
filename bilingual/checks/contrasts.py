"""Words that tell one line item from its neighbour, and labels that contradict each other in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bilingual.model.document import Language
from bilingual.text.normalize import fold


class Contrast(NamedTuple):
    """One side of a contrast: the Japanese words, and the English words that may stand for them."""

    ja: re.Pattern[str]
    en: re.Pattern[str]


def _contrast(ja: str, en: str) -> Contrast:
    return Contrast(re.compile(ja), re.compile(rf"\b(?:{en})", re.IGNORECASE))


CONTRASTS: tuple[tuple[Contrast, ...], ...] = (
    (
        _contrast("短期|1年(?:以)?内", "short|(?<!non )(?<!non-)current|(?:within|in) one year|temporary"),
        _contrast("長期", "long|non[ -]?current|fixed"),
        _contrast("その他の?投資", r"other investments?\b"),
    ),
    (
        _contrast("国内", "domestic|japan|local"),
        _contrast(
            "海外|国際|外国",
            "overseas|international|foreign|global|abroad|outside|non-japan|other (?:countr|region)",
        ),
    ),
    (_contrast("有形", "tangible|property|equipment|fixed"), _contrast("無形", "intangible|software")),
    (
        _contrast("取得", r"purchases?\b|acqui|payments?\b|investments? in|expenditures?|additions?"),
        _contrast("売却", r"sales?\b|proceeds|dispos|redempt|collect"),
    ),
    (
        _contrast("借入れ?による", "proceeds|increase|borrowing"),
        _contrast("返済(?!予定)", r"repay|payments?\b|redempt|decrease|reduct|principal"),
    ),
    (
        _contrast("受取利息|受取配当", r"income|receiv|earned|revenue|dividends?\b"),
        _contrast("支払利息", r"expenses?\b|paid|payments?\b|costs?\b|charges?\b"),
    ),
    (
        _contrast("(?:流動|固定|(?<!純))資産(?:の部)?合計", "assets"),
        _contrast("負債(?:の部)?合計", "liabilit"),
    ),
    (  # not the captions that count both ways: 増減額(△は増加), decrease (increase)
        _contrast("(?<![増は(])減少(?:額|による)", "decreas|reduc|declin"),
        _contrast("(?<![減は(])増加(?:額|による)", r"increas|growth\b|rise\b"),
    ),
    (
        _contrast("マーケット(?:基準|ベース)", "market"),
        _contrast("ロケーション(?:基準|ベース)", "location"),
    ),
    (_contrast("期首", "beginning|opening"), _contrast("期末", r"end\b|ending|closing")),
    (_contrast("男性|男子", r"(?:men|males?)\b"), _contrast("女性|女子", r"(?:women|females?)\b")),
    (
        _contrast("社外", "outside|external|independent|non-executive"),
        _contrast("社内", "inside|internal|executive|in-house"),
    ),
    (
        _contrast("(?<!非)有害", r"(?<!non-)hazardous|harmful|toxic"),
        _contrast("非有害|無害", "non-?hazardous|harmless"),
    ),
    (
        _contrast("(?:売却|評価|為替差|除却|処分|消却|償還|清算)益", "gains?|profit|income|surplus"),
        _contrast(
            "(?:売却|評価|為替差|除却|処分|消却|償還|清算)損(?!益)|減損損失",
            "loss|impairments?(?! gain)|write",
        ),
    ),
    (
        _contrast("を除[くい]|除き", "exclud|except|other than|without|net of|before|less|non-"),
        _contrast("を含(?:む|め|み)(?!ま)", "includ|with|compris|plus|together"),
    ),
    (  # the boundary of the data, in a column of its own behind the label or as a heading before it
        _contrast(r"\s国内\Z", r"(?:japan|domestic)\Z"),
        _contrast(r"\s(?:海外|国外)\Z", r"(?:overseas|outside japan)\Z"),
        _contrast(r"\s連結\Z", r"(?<!non[- ])consolidated\Z|\Aconsolidated(?= [A-Z])"),
        _contrast(
            r"\s(?:単体|個別|単独)\Z",
            r"(?:non[ -]?consolidated|parent(?: company)?)\Z|\Anon-?consolidated(?= [A-Z])",
        ),
    ),
)
"""Groups of words of which a line item has one: a label in the other language has to have the same."""
_ANY_JA_RE = re.compile("|".join(f"(?:{each.ja.pattern})" for group in CONTRASTS for each in group))
"""Any of the Japanese words: most labels hold none."""


_LETTERS_RE = re.compile("[a-z]+")


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
    """
    ja, en = fold(ja), fold(en)
    whole = en.replace(" ", "")  # of a text layer that divides words
    for group in CONTRASTS if _ANY_JA_RE.search(ja) else ():
        mine = [contrast for contrast in group if contrast.ja.search(ja)]
        if len(mine) != 1 or mine[0].en.search(en) or mine[0].en.search(whole):
            continue
        for rival in group:
            match = rival.en.search(en) if rival is not mine[0] else None
            if match:
                rest = _LETTERS_RE.match(en, match.end())
                return match[0] + (rest[0] if rest else "")
    numbered = dict(_numbers(ja))
    named = dict(_numbers(en)) if numbered else {}
    return next((named[key] for key in numbered if key in named and numbered[key] != named[key]), "")


_BOUNDARY_RE = re.compile(
    r"国内|海外|国外|連結|単体|個別|単独|japan|domestic|overseas|(?:non-?)?consolidated", re.IGNORECASE
)


def with_boundary(label: str, section: Sequence[str], language: Language) -> str:
    """A label with the boundary of its data where a heading of its own tells it.

    >>> with_boundary("Scope 3 (tCO2e)", ("Consolidated",), Language.EN)
    'Consolidated Scope 3 (tCO2e)'
    """
    heading = fold(section[-1]).strip("()[]<>【】■● ") if section else ""
    if not _BOUNDARY_RE.fullmatch(heading):
        return label
    return f"{label} {heading}" if language is Language.JA else f"{heading} {label}"


_NUMBERED_RE = re.compile(
    r"(?P<category>カテゴリー?|\bcategory)|(?P<scope>スコープ|\bscope)|(?P<phase>フェーズ|\bphase)"
    r"|(?P<stage>ステージ|\bstage)|(?P<class>クラス|\bclass)|(?P<level>レベル|\blevel)|(?P<tier>ティア|\btier)",
    re.IGNORECASE,
)
_NUMBER_RE = re.compile(r" ?(?:\d{1,2}|I{1,3}V?|IV)(?![\w.])")


def _numbers(label: str) -> Iterator[tuple[str, str]]:
    """What a label numbers by a word that both languages have, where it does so once: category 4."""
    found = [
        (str(match.lastgroup), label[match.end() : number.end()].strip())
        for match in _NUMBERED_RE.finditer(label)
        if (number := _NUMBER_RE.match(label, match.end())) is not None
    ]
    names = Counter(name for name, _ in found)
    yield from ((name, number) for name, number in found if names[name] == 1)
