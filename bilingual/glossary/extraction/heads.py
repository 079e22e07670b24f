"""Terms in titles of tables and in heads of columns, without numbers, periods and units."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilingual.model.table import Column
from bilingual.text.normalize import fold

NUMBER_RE = re.compile(r"^\s*(?:図?表|Table|TABLE|Chart|Figure)\s*\d{1,3}\s*[.:、,-]?\s*")
LIST_MARK_RE = re.compile(r"^\s*(?:\(?[0-9]{1,2}\)|[0-9]{1,2}\.|[①-⑳])\s*")
UNIT_RE = re.compile(
    r"\s*[(\[](?:単位|[^()\[\]]*(?:百万円|千円|億円|千株|千ドル|ドル|%|JPY|USD|Gbps"
    r"|[Mm]illions?|[Tt]housands?|[Bb]illions?|[Uu]nits?\b|[Yy]en\b))[^()\[\]]*[)\]]"
)
UNITS_LINE_RE = re.compile(
    r"単位|[千百億]万?円|(?:in|of) (?:thousands|millions|billions)|(?:thousands|millions|billions) of", re.I
)
PERIOD_LINE_RE = re.compile(
    r"(?:for the |the )?(?:(?:three|six|nine|twelve) months|fiscal years?|FY|years?|quarters?|periods?)(?: end(?:ed|ing))?"
    r"|as (?:of|at)",
    re.I,
)
"""Heads of the stub that say what the periods beside them are."""
COMPANY_RE = re.compile(
    r"^(?:株式会社|㈱|\(株\))|(?:株式会社|㈱|\(株\))$"
    r"|\b(?:inc|corp|corporation|co\.,? ?ltd|ltd|limited|k\.k|plc|llc)\.?$",
    re.I,
)
"""The issuer above a table: a name, no term."""
QUALIFIER_RE = re.compile(r"\s*[(\[]+[^()\[\]]*[)\]]+$")
"""(未監査), (UNAUDITED): they qualify the table, not the term."""
MARKUP_RE = re.compile(r"<[^<>]{1,20}>|[#*_|]+")
NOTE_RE = re.compile(r"\s*\(\*?\d{0,2}\)")
JAPANESE_RE = re.compile(r"[ぁ-ヿ一-龠々]")
LETTERS_RE = re.compile(r"[A-Za-z]{2}")
UNITS = frozenset(
    {"JPY", "USD", "EUR", "%", "円", "銭", "百万円", "千円", "億円", "千米ドル", "米ドル", "¥", "$"}
)
EDGE = " -–·.,:;、/"
EDGE_OF_TITLE = " -–·,:;、/■□◆◇●○▼※*"
LONGEST_TITLE = 80
"""Longer titles are sentences."""


def title_terms(ja: Sequence[str], en: Sequence[str]) -> list[tuple[str, str]]:
    """The terms that two titles of a table hold.

    Lines with figures name periods or pages; where as many lines are left on both sides they face each other in
    order. A number of the table, brackets with a unit and mark-up go.

    Args:
        ja: the lines of the Japanese title.
        en: those of the English one.

    >>> title_terms(["表 2. 営業収益の内訳 (百万円)"], ["Table 2. Revenues (JPY in millions)"])
    [('営業収益の内訳', 'Revenues')]
    >>> title_terms(["株式会社みほん", "連結貸借対照表"], ["Sample Corporation", "Consolidated Balance Sheets"])
    [('連結貸借対照表', 'Consolidated Balance Sheets')]
    """
    left = [line for line in map(_title_line, ja) if JAPANESE_RE.search(line)]
    right = [
        line for line in map(_title_line, en) if LETTERS_RE.search(line) and not JAPANESE_RE.search(line)
    ]
    torn = len(left) == 1 and len(ja) != len(en)  # one line may hold what the other side has on two
    if len(left) != len(right) or torn:
        return []
    return [both for both in zip(left, right, strict=True) if not any(map(COMPANY_RE.search, both))]


def _title_line(line: str) -> str:
    plain = NUMBER_RE.sub("", MARKUP_RE.sub(" ", fold(line)))
    plain = once(" ".join(UNIT_RE.sub("", LIST_MARK_RE.sub("", plain)).split()).strip(EDGE_OF_TITLE))
    plain = QUALIFIER_RE.sub("", plain) or plain
    is_term = len(plain) <= LONGEST_TITLE and not any(map(str.isdigit, plain))
    is_term = is_term and not UNITS_LINE_RE.search(plain) and plain.count("(") == plain.count(")")
    is_term = is_term and not PERIOD_LINE_RE.fullmatch(plain)
    return plain if is_term else ""


def once(text: str) -> str:
    """A text without its repetitions: a bold line that is printed several times says one thing.

    >>> once("Backbone Costs Backbone costs"), once("要約要約要約")
    ('Backbone Costs', '要約')
    """
    folded = text.casefold() + " "
    for times in (4, 3, 2):
        for size in {len(text) // times, (len(text) + 1) // times}:
            part = text[:size].strip()
            if len(part) > 1 and folded.replace(part.casefold(), "").strip() == "":
                return part
    return text


LATIN_UNIT = (
    r"(?:%|pt|bps|ppm|ha|[kMGT]?(?:Wh?|J)|[km]?[gLm]|t(?:-CO2e?)?|m[23²³])(?:/\S{1,12}(?: \S{1,6})?)?"
)
UNIT_TAILS = (
    ("[名人]", r"persons?|people|employees?"),
    ("件", r"cases?|items?|incidents?"),
    ("回", "times?"),
    ("歳", "years old|years"),
    ("年", "years?"),
    ("日", "days?"),
    ("時間", "hours?"),
    ("社", "companies"),
    ("台", "units?"),
    ("株", "shares?"),
    ("円", "yen"),
    ("千円", "thousands? of yen|thousand yen"),
    ("百万円", "millions? of yen|million yen"),
    ("億円", "billions? of yen|billion yen|hundred millions? of yen"),
    (r"千(\S{1,6})", r"thousands?(?: of)? \S{1,6}"),
    (LATIN_UNIT, LATIN_UNIT),
)
"""Units that stand behind a label, in both languages."""
UNIT_NOTE_RE = re.compile(r"(.*\S)\s*[(（]単位\s*[:：][^()（）]*[)）]")
LONE_UNIT_RE = re.compile(
    r"(.*\S)[\s　]+(?:[十百千万億]*(?:円|株|件|人|名|台|口|社|件数)|[十百千万億]+(?:米)?ドル)"
)
UNIT_TAIL_RES = tuple(
    (re.compile(rf"(.*\S)\s+({ja})"), re.compile(rf"(.*\S)\s+({en})")) for ja, en in UNIT_TAILS
)


def without_units(ja: str, en: str) -> tuple[str, str]:
    """Two labels without the unit that stands behind both of them, where a column of units was read into them.

    >>> without_units("取水量合計 千m3", "Total water withdrawal thousand m3")
    ('取水量合計', 'Total water withdrawal')
    >>> without_units("IIJ T1", "IIJ T1")
    ('IIJ T1', 'IIJ T1')
    >>> without_units("回線数 千件", "Lines"), without_units("資産合計(単位:百万円)", "Total assets (Millions of yen)")
    (('回線数', 'Lines'), ('資産合計', 'Total assets'))
    """
    noted = UNIT_NOTE_RE.fullmatch(ja)
    if noted:
        return noted.group(1), UNIT_RE.sub("", en)
    for ja_re, en_re in UNIT_TAIL_RES:
        left, right = ja_re.fullmatch(ja), en_re.fullmatch(en)
        if left and right and JAPANESE_RE.search(left.group(1)):
            symbols = left.group(2), right.group(2)
            if JAPANESE_RE.search(symbols[0]) or symbols[0].split("/")[0] == symbols[1].split("/")[0]:
                return left.group(1), right.group(1)
    alone = LONE_UNIT_RE.fullmatch(ja)  # a Japanese label has no blank before its last word by itself
    return (alone.group(1), en) if alone else (ja, en)


def head_terms(ja: Column, en: Column) -> tuple[str, str] | None:
    """The terms that two heads of a column hold besides periods and units; None where one has none.

    >>> head_terms(Column(0, "対営業収益 %"), Column(0, "2Q24 % of Revenues", None))
    ('対営業収益', '% of Revenues')
    """
    left, right = _head_words(ja), _head_words(en)
    while left and right and left[-1] == right[-1]:
        left, right = left[:-1], right[:-1]
    left = [word for word in left if word not in UNITS]
    # One word: heads that were joined from several lines are no term.
    if len(left) != 1 or not JAPANESE_RE.search(left[0]) or any(map(str.isdigit, left[0])):
        return None
    english = UNIT_WORDS_RE.sub("", " ".join(right)).strip(EDGE)
    if not LETTERS_RE.search(english) or any(map(str.isdigit, english)) or JAPANESE_RE.search(english):
        return None
    return left[0].strip(EDGE), english


UNIT_WORDS_RE = re.compile(
    r"\s*[(\[]?\b(?:(?:[Mm]illions?|[Tt]housands?|[Bb]illions?) of \w+(?: \w+)?|[Yy]en|JPY|USD|U\.S\. dollars)[)\]]?$"
)
PERCENT_RE = re.compile(r"(\S)\s*[(\[]?%[)\]]?$")
PERIOD_RE = re.compile(r"\b[1-4][QH]\d{2,4}\b|\bFY\d{2,4}\b")


def _head_words(column: Column) -> list[str]:
    head = column.header
    if column.period is not None and column.period.printed:
        head = head.replace(column.period.printed, " ")
    plain = NOTE_RE.sub(" ", PERIOD_RE.sub(" ", head))
    return PERCENT_RE.sub(r"\1 %", plain).split()


UNIT_HEAD_RE = re.compile(r"(?:in )?(?:millions?|thousands?|billions?)(?: of)?(?: \w+)?", re.I)
LOWER_WORD_RE = re.compile(r"[a-z]{2}")
APART = (r"(?:^|[\t|│]|[\s　]{2}|\d\S*\s)[\s　]*[*_]*", r"[*_]*(?:[\s　]*(?:$|[\t|│(\[]|%)|[\s　]{2})")
"""What stands before and behind a head that is parted from its neighbours."""
SIDE_BY_SIDE = (r"(?:^|[\s　|│*_(\[])", r"(?=$|[\s　|│*_(\[])")
"""The same where one blank may part two heads."""


class HeadLines:
    """The lines of a table that hold the heads of its columns, and which heads they tell for certain.

    Words that a wrapped head has on several lines may have got into the wrong column. So a head counts where it
    stands whole on one line, parted from its neighbours; one blank parts them where all heads of the table do so.
    """

    def __init__(self, lines: Sequence[str], columns: Sequence[Column]) -> None:
        """Take the lines, folded, and all columns of the table."""
        self._lines = lines
        self._heads = [text for text in map(_head_text, columns) if text]
        self._is_plain = all(self._stands(text, SIDE_BY_SIDE) for text in self._heads)

    def tells(self, term: str, *, is_other_plain: bool) -> bool:
        """Whether a term is the whole head of a column, of this one alone."""
        if UNIT_HEAD_RE.fullmatch(term) or LOWER_WORD_RE.match(term) or self._is_spanning(term):
            return False
        is_japanese = bool(JAPANESE_RE.search(term))
        return self._stands(
            term, SIDE_BY_SIDE if is_japanese or (self._is_plain and is_other_plain) else APART
        )

    @property
    def is_plain(self) -> bool:
        """Whether every head of the table stands on one line."""
        return self._is_plain

    def _stands(self, term: str, around: tuple[str, str]) -> bool:
        words = r"\s".join(map(re.escape, term.split()))
        return any(map(re.compile(around[0] + words + around[1]).search, self._lines))

    def _is_spanning(self, term: str) -> bool:
        """Whether other heads of the table begin with it: Segments, where another column is Segments Cloud."""
        begin = f"{term} "
        return any(head.startswith(begin) and head[len(begin)].isupper() for head in self._heads)


def _head_text(column: Column) -> str:
    """What a head says besides periods and units; empty if that is nothing."""
    words = [word for word in _head_words(column) if word not in UNITS]
    text = UNIT_WORDS_RE.sub("", " ".join(words)).strip(EDGE)
    return text if (JAPANESE_RE.search(text) or LETTERS_RE.search(text)) else ""
