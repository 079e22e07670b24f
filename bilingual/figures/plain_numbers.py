"""Every number that a text writes, whatever it stands for: ranks, names, counts, years, months, times."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from bilingual.figures.noise import HEADING
from bilingual.figures.numerals import ENGLISH, ENGLISH_WORD, ONES, TENS, read_kanji
from bilingual.figures.written_dates import MONTH, MONTH_NUMBERS
from bilingual.model.document import Language

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?=\.\d+\.\d)|(?<=\d\.)\d+(?=\.\d)|\d+(?:\.\d+)?"
"""Numbers; those of a section with three are apart: 4.1.3."""
_KANJI = "一二三四五六七八九十百"
_CONTACTS = r"https?://\S+|\bwww\.\S+|[\w.+-]+@[\w.-]+|\+\d{1,3}-\d{5,6}-\d{3,4}|\+?\(?\d{1,4}\)?(?:[- ]\(?\d{1,4}\)?){1,3}-\d{3,4}|\(0\d{1,4}\)\d{1,4}-\d{3,4}|〒 ?\d{3}-?\d{4}"
_COUNTED = (
    r"つ(?!いて|き)|社(?!会|長|員|内|外|債)|名|人(?![民材気間工事])|件|[ヶケかヵカ]所|本(?![社店体部格的業])|拠点|回|期(?![待間日限])|年|月|日(?!本)"
    r"|度目|番|位|者(?!割)|部(?!門|分|品|長)|種|[ヶケかヵカ]国|事業|工場|店|大(?![き幅学手阪])|段階|分野|項目|本柱|桁|ケタ|けた"
)
_CIRCLED = r"(?<=\d-\d)[①-⑳]|(?<=\d-\d\d)[①-⑳]"
"""The third number of a principle or section: 4-1③."""
_ROMAN = r"(?P<roman>I{1,3}|IV|VI{0,3}|IX|X|[Ⅰ-Ⅹ])(?![A-Za-z\d])"
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_LEADING = r"\A\W{0,2}(?P<leading>[Ⅰ-Ⅻ①-⑳]|(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})(?=[.)、]))"
_LEADING_ROMANS = (*_ROMANS, "XI", "XII")
_JAPANESE_RE = re.compile(
    rf"{_LEADING}|(?P<skip>{_CONTACTS}|24時間365日|(?<!\d)1 ?月? ?[-~] ?(?:3|6|9|12) ?月(?!\d)|\A\W{{0,2}}{HEADING}|\d+(?:年|時間)半|小数点?(?:以下)?第?[\d{_KANJI}]+[位桁]|3[ヶケかヵカ]月(?!連続|ぶり|続け)|\(注\) ?\d{{1,2}}[.、](?=1株))|(?P<digits>{_DIGITS})(?P<scale>\s?[十百千万億兆割分厘](?:\d[\d,]*[百千万億]+)*)?"
    rf"|(?:第|フェーズ|バーゼル|ティア|タイプ) ?{_ROMAN}|第(?P<rank>[{_KANJI}]+)|(?P<circled>{_CIRCLED})|(?<![{_KANJI}数各万])(?P<kanji>(?!一[人名本部者年月日])[{_KANJI}]{{1,3}})(?={_COUNTED})"
)
_FIRST_NINE = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
ORDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate(_FIRST_NINE, 1)},
    "twelfth": 12,
    **{f"{word}th": ENGLISH[word] for word in (*ONES[9:11], *ONES[12:])},
    **{f"{ten[:-1]}ieth": ENGLISH[ten] for ten in TENS},
    **{f"{ten[:-1]}ies": ENGLISH[ten] for ten in TENS},
    **{f"{ten}-{word}": ENGLISH[ten] + number for ten in TENS for number, word in enumerate(_FIRST_NINE, 1)},
}
_WIDTHS = ("single", "double", "triple")
_NUMBER_WORD = r"(?i:(?=do|e[il]|f[io]|ni|on|s[ei]|t[ehw]))"
"""How number words begin, of which there are a hundred."""
_ENGLISH_RE = re.compile(
    rf"{_LEADING}|(?!\s|(?<=[A-Za-z])[A-Za-z])(?:(?P<skip>{_CONTACTS}|\b24/7\b|\b[a-z]+ and (?:a|one)[- ]half\b|\b(?:[a-z]+|\d+(?:st|nd|rd|th)?) decimal(?: places?| points?|s)?\b|\b10{{1,2}} (?:thousand|million|billion)s? of\b|\b(?:three|3)[- ]months?\b|\b[Mm]ay (?=[a-z])|\b[a-z]+ (?:decades|centuries)\b|\b(?:a|one|two|three)[- ](?:third|fifth|half)s?\b(?! (?:consecutive|straight|successive|year|quarter|term|time|month|fiscal|(?:base|branch|brand|building|clinic|company|country|edition|factory|facility|fund|generation|hospital|hotel|line|location|office|outlet|phase|plan|plant|property|restaurant|round|school|series|shop|site|store|subsidiary|unit|vessel|warehouse)\b))|\b(?:a|one)[- ]quarter\b|\bthree[- ]quarters(?= of\b)|\b[Ss]econd(?:ly)?,)"
    rf"|(?P<digits>{_DIGITS})(?P<scale>\s?(?:million|billion|trillion|thousand|mn|bn|tn|[KMB](?![A-Za-z])))?"
    rf"|{_NUMBER_WORD}(?:\b(?P<ordinal>(?i:{'|'.join(sorted(ORDINALS, key=len, reverse=True))}))\b"
    rf"|\b(?P<word>(?i:{ENGLISH_WORD}))(?![A-Za-z])(?P<wordscale> (?:million|billion|trillion|thousand|hundred))?)"
    r"|\b(?P<wide>(?i:single|double|triple))(?=[- ]digits?\b)"
    rf"|\b(?:Phase|Basel|Tier|Type|Part|Class|Stage|Article) {_ROMAN}"
    rf"|\b(?P<month>{MONTH})(?![A-Za-z]))"
)
_HINTS: dict[Language, tuple[tuple[str, tuple[int, ...]], ...]] = {
    Language.JA: (
        ("(?<!四)半|第?[2二]四半期", (2, 6)), ("両|双|倍|ダブル|隔|再|次", (2,)), ("トリプル", (3,)), ("正午|ダース|[1一]年|年間|通年", (12,)), ("週", (7,)),
        ("世紀", (100,)), ("一|単|初|当|毎|各|同|唯|ひと|翌|首位|トップ", (1,)),
    ),
    Language.EN: (
        (r"\bboth\b|\beither\b|doubl|\btwice\b|twofold|\bdual\b|\btwin\b|\bcouple\b|\bpair\b|\brunner-up|\bagain\b", (2,)),
        (r"\btripl|\btrio\b|threefold", (3,)), (r"\bhalf\b|\bhalves\b|\bsemi-?annual", (2, 6)), (r"\bdecades?\b", (10,)),
        (r"\bdozen|\bnoon\b|\bannual(?! (?:general |shareholders['’]? )?meeting)|\b(?:a|one|full|the) (?:full )?year\b", (12,)), (r"\bweek", (7,)), (r"\bfortnight", (14,)), (r"\bcentur", (100,)),
        (r"\b(?:an?|single|sole|only|each|every|per|another|once|top|new|the other|neither|none)\b", (1,)),
    ),
}  # fmt: skip
"""Words that stand for a number without writing one."""


class PlainNumber(NamedTuple):
    """A number as written: ``value`` as the digits say, ``scaled`` before a scale word, ``rank`` for first and second.

    ``month`` for what names a month: March is no third. ``wide`` counts digits: 2桁, double-digit.
    """

    start: int
    end: int
    value: Decimal
    scaled: bool = False
    rank: bool = False
    month: bool = False
    wide: bool = False


def plain_numbers(text: str, language: Language) -> list[PlainNumber]:
    """The numbers of a folded text in order; telephone numbers and addresses on the net are none.

    >>> [str(number.value) for number in plain_numbers("第98回総会で三つの議案", Language.JA)]
    ['98', '3']
    >>> [str(number.value) for number in plain_numbers("Level 2 for the third year in June", Language.EN)]
    ['2', '3', '6']
    """
    pattern = _JAPANESE_RE if language is Language.JA else _ENGLISH_RE
    return [
        PlainNumber(
            match.start(),
            match.end(),
            value,
            scaled,
            _is_rank(match),
            _is_month(match),
            _is_wide(match),
        )
        for match in pattern.finditer(text)
        if match["skip"] is None
        for value, scaled in [_value(match)]
    ]


_RANK_AFTER_RE = re.compile(r"(?:st|nd|rd|th)\b")


def _is_rank(match: re.Match[str]) -> bool:
    ordinal = "ordinal" in match.re.groupindex and match["ordinal"]
    return bool(ordinal or _RANK_AFTER_RE.match(match.string, match.end()))


_MONTH_AFTER_RE = re.compile(r" ?月| ?[-~・、] ?\d{1,2} ?月(?!間)")
"""Behind the number of a month: 8月, 7~8月."""


def _is_wide(match: re.Match[str]) -> bool:
    if "wide" in match.re.groupindex:
        return match["wide"] is not None
    return match.string.startswith(("桁", "ケタ", "けた"), match.end())


def _is_month(match: re.Match[str]) -> bool:
    if "month" in match.re.groupindex:
        return match["month"] is not None
    return bool(_MONTH_AFTER_RE.match(match.string, match.end()))


def _value(match: re.Match[str]) -> tuple[Decimal, bool]:
    if match["leading"]:
        sign = match["leading"]
        first = "①" if "①" <= sign <= "⑳" else "Ⅰ"
        number = _LEADING_ROMANS.index(sign) if sign.isascii() else ord(sign) - ord(first)
        return Decimal(number + 1), False
    if match["digits"]:
        return Decimal(match["digits"].replace(",", "")), match["scale"] is not None
    if match["roman"]:
        roman = match["roman"]
        return Decimal((_ROMANS.index(roman) if roman.isascii() else ord(roman) - ord("Ⅰ")) + 1), False
    if "rank" in match.re.groupindex:
        if match["circled"]:
            return Decimal(ord(match["circled"]) - ord("①") + 1), False
        numeral = read_kanji(match["rank"] or match["kanji"])
        return (numeral.value if numeral else Decimal(0)), False
    if match["wide"]:
        return Decimal(_WIDTHS.index(match["wide"].lower()) + 1), False
    if match["word"]:
        return Decimal(ENGLISH[match["word"].lower()]), match["wordscale"] is not None
    if match["ordinal"]:
        return Decimal(ORDINALS[match["ordinal"].lower()]), False
    return Decimal(MONTH_NUMBERS[match["month"][:3].lower()]), False


FIRST_RE = re.compile(
    r"初|ぶり|首|第[1一]|まず|新|先|トップ|最|元|[前上]半|1位|(?<!\d)1 ?月? ?[~-] ?\d{1,2} ?月"
)
"""Japanese words behind an English first."""


def hinted(text: str, language: Language) -> frozenset[Decimal]:
    """The numbers that words of a text stand for without writing them: both, half, 両, 中間."""
    return frozenset(
        Decimal(value)
        for words, values in _HINTS[language]
        if re.search(words, text, re.IGNORECASE)
        for value in values
    )
