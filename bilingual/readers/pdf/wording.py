"""What the words of a label say: whether it goes on in the line below it, on folded text."""

from __future__ import annotations

import re

OPEN_RE = re.compile(
    r"(?:\b(?:of|in|to|per|for|and|or|the|from|by|with|ended|ending|as|at|before|after|(?<!, )net|on)|[-,&(])$"
)
"""How a line ends that the next one goes on with."""
PENDING_RE = re.compile(r"(?:\b(?:ended|ending|and|or)|[-,&(])$")
"""The same, where it is no heading of the rows below it either (Profit attributable to)."""
OPEN_WORDS_RE = re.compile(r"(?:及び|並びに|又は|若しくは|に係る|による|に対する|における|に関する|[・、(])$")
"""The same of a Japanese line."""
KANA_RE = re.compile(r"(?!その|のれん|うち|これ|ただし)[ぁ-ん]")
"""How no Japanese label begins."""
LEADER_RE = re.compile(r"\s*(?:[.…‥・·]\s*){3,}$")
"""Dots that lead from a label to its figures: by themselves they stand below a label that leaves them no room."""
JOINED_RE = re.compile(r"に(?:帰属|係る|よる|対する|関する|おける|伴う)|を|及び|又は|並びに|若しくは")
"""How no Japanese head begins, for it says what the words before it have to do with those behind."""
BRACKETS_RE = re.compile(r"\([^()]*\)$")
SOKUON_RE = re.compile(r"[ッっ]$")
"""How no word ends."""
SMALL_RE = re.compile(r"\((?:[a-z][^()]*|(?:百万|千|億)?(?:円|株|米ドル|人|%))\)")
"""Words in brackets that begin with a small letter, and units: (loss), (millions of yen), (百万円)."""
KATAKANA_RE = re.compile(r"[ァ-ヺ]?ー(?:$|[^ァ-ヺ])")
"""How no word of katakana begins, or hardly a label: ロー below キャッシュ・フ."""
TOTAL_RE = re.compile(r"[合小累]$")
"""How a line ends whose last letter, 計, stands in the line below."""
TERM_RE = re.compile(r"月期$")
TERM_REST_RE = re.compile(r"中間期|第[1-4]四半期(?:累計(?:期間)?)?|[(](?:累計|連結)[)]")
"""A fiscal year, and the part of it on the line below: 2024年3月期 / 中間期."""
STATUS_RE = re.compile(
    r"[(](?:業績)?(?:予想|計画|実績|見込み?|修正後|修正前|[Ff]orecasts?|[Pp]lan(?:ned)?|[Aa]ctual|[Rr]estated)[)]"
)
"""The last line of the label of a row: what its figures are."""

MONTH_RE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[.]?)$"
)
MONTH_DAY_RE = re.compile(MONTH_RE.pattern.removesuffix("$") + r"\s\d{1,2},$")
YEAR_RE = re.compile(r"(?:19|20)\d\d(?!\d)")
DAY_RE = re.compile(r"(?:[1-9]|[12]\d|3[01])(?:,|$)")
JA_TERM_RE = re.compile(
    r"(?:(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日|期(?:第[1-4]四半期|中間期)?)|第[1-4]四半期|\d{1,2}月期)"
)
"""A day or a term of accounts, without blanks."""
SCALE_RE = re.compile(r"[(]?(?:百|千|百万|億|十億|(?i:millions?|thousands?|billions?)(?: of)?)")
SCALE_WORD_RE = re.compile(r"(?i:millions?|thousands?|billions?)")
MARK_RE = re.compile(r"[(]?(?:¥|JPY|US[$]|[$])")
UNIT_REST_RE = re.compile(
    r"(?:of )?(?:(?:万|億)?円|(?:米)?ドル|ユーロ|株|人|名|(?i:(?:japanese )?yen|(?:u\.s\. )?dollars|euros?|shares))[)]?"
)

AMOUNT_UNIT_RE = re.compile(r"(?:百万|千|億|十億)?円|(?:[MTB]\w+s? of )?[Yy]en|JPY")
"""A unit of amounts beside ％ in a row of units."""


def is_cut_date(line: str, rest: str) -> bool:
    """Whether a line ends in a month whose day begins the next, or in the day of a year that does.

    >>> is_cut_date("Fiscal year ended March", "31, 2025"), is_cut_date("March", "2025")
    (True, False)
    >>> is_cut_date("As of March 31,", "2025"), is_cut_date("2025年3月期第2四", "半期"), is_cut_date("2025年3月期", "合計")
    (True, True, False)
    """
    if MONTH_DAY_RE.search(line):
        return YEAR_RE.match(rest) is not None
    if "年" in line or "第" in line or line[-1:] == "月":
        return _is_cut_term("".join(line.split()), "".join(rest.split()))
    return MONTH_RE.search(line) is not None and DAY_RE.match(rest) is not None


def _is_cut_term(line: str, rest: str) -> bool:
    """Whether a term ends in the second of two lines, and begins in the first."""
    return any(term.start() < len(line) < term.end() for term in JA_TERM_RE.finditer(line + rest))


def is_cut_unit(line: str, rest: str) -> bool:
    """Whether two lines are the scale and the unit of amounts, which a narrow column cuts.

    >>> is_cut_unit("百万", "円"), is_cut_unit("百万円", "円"), is_cut_unit("Millions of", "yen"), is_cut_unit("¥", "thousand")
    (True, False, True, True)
    """
    if is_cut_scale(line, rest):
        return True
    if MARK_RE.fullmatch(line):
        return SCALE_WORD_RE.fullmatch(rest.rstrip(")")) is not None
    return SCALE_RE.fullmatch(line) is not None and UNIT_REST_RE.fullmatch(rest) is not None


def is_cut_scale(line: str, rest: str) -> bool:
    """Whether a narrow column cuts the word of a scale: Thousan / ds of yen."""
    word, *more = rest.split(" ", 1)
    first = line.rsplit(" ", 1)[-1].lstrip("(")
    return bool(more) and word != "of" and SCALE_WORD_RE.fullmatch(first + word) is not None


def is_unit_rest(text: str) -> bool:
    """Whether a text is a unit without its scale: yen, 株."""
    return UNIT_REST_RE.fullmatch(text) is not None


def goes_on(label: str, rest: str) -> bool:
    """Whether a label breaks off, or the line below it cannot begin one.

    >>> [goes_on(*pair) for pair in (("Profit attributable to", "owners"), ("増減額(△は", "減少)"), ("Land", "Goodwill"))]
    [True, True, False]
    """
    if not label or not rest or rest.endswith(":"):
        return False
    if rest[-1] in ".…‥・·" and not (rest := LEADER_RE.sub("", rest)):
        return True
    if (
        OPEN_RE.search(label)
        or OPEN_WORDS_RE.search(label)
        or KANA_RE.match(rest)
        or SOKUON_RE.search(label)
        or is_cut_date(label, rest)
    ):
        return True
    if TERM_RE.search(label) and TERM_REST_RE.fullmatch(rest):
        return True
    only = BRACKETS_RE.sub("", rest).strip("()")
    if len(only) == 1 and only > "\u3040" and (rest != "計" or TOTAL_RE.search(label)):
        return True
    if (
        JOINED_RE.match(rest)
        or SMALL_RE.fullmatch(rest)
        or (KATAKANA_RE.match(rest) and label[-1:] > "\u30a0")
    ):
        return True
    if (rest[0].islower() and rest[0].isascii()) or STATUS_RE.fullmatch(rest):
        return True
    return label.count("(") > label.count(")") and rest.count(")") > rest.count("(")
