"""Two given segments in which two figures or days stand under each other's labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from bilingual.checks.examination import Examination
from bilingual.model.alignment import FigurePair, Side
from bilingual.model.document import Language
from bilingual.model.figure import Figure

LABELS: tuple[tuple[str, str, str], ...] = (
    ("record", "基準日", r"record date"),
    ("effect", "効力発生日|発効日|適用日", r"effective date|date of effect"),
    ("payment", "支払開始(?:予定)?日|払込(?:期日|日)|支払(?:予定)?日", r"payment (?:start |commencement )?date|(?:date|commencement|start) of (?:\w+ )?payment"),
    ("notice", "公告日|発表日|公表日", r"(?:notice|announcement) date|date of (?:\w+ )?(?:notice|announcement)"),
    ("issue", "発行日|割当日", r"(?:issue|issuance|allotment) date|date of (?:issue|issuance|allotment)"),
    ("maturity", "償還(?:期限|期日|日)|満期日", r"maturity(?: date)?|redemption date|date of (?:maturity|redemption)"),
    ("resolution", "決議日", r"resolution(?: date)?|resolved on"),
    ("contract", "契約(?:締結)?日", r"(?:agreement|contract|signing|execution of (?:the )?(?:agreement|contract))(?: date)?"),
    ("delivery", "(?:譲渡|引渡|取得)(?:実行)?(?:予定)?日|実行日", r"(?:transfer|closing|delivery|acquisition) date|date of (?:transfer|closing|delivery|acquisition)"),
    ("start", "開始(?:予定)?日|着工|操業開始", r"(?:start|commencement) date|(?:start|commencement) of"),
    ("end", "終了(?:予定)?日|満了日|完成|竣工", r"(?:end|completion|expiration|expiry) date|(?:end|completion) of"),
    ("price", "(?:譲渡|売却)(?:価額|価格|額)", r"(?:transfer|sales?|selling) (?:price|value|amount)"),
    ("book", "簿価|帳簿価額", r"book values?|carrying (?:amounts?|values?)"),
    ("cost", "取得(?:原価|価額|価格)", r"acquisition (?:costs?|prices?)|purchase prices?"),
    ("fair", "時価|公正価値", r"(?:fair|market) values?"),
    ("exercise", "行使価額", r"exercise price"),
    ("rate", "利率|金利|クーポン", r"(?:interest )?rates?|coupon"),
    ("ratio", "自己資本比率|配当性向|構成比|持株比率|議決権(?:所有)?割合", r"(?:equity|payout) ratio|composition|(?:shareholding|ownership|voting)(?: rights)?(?: ratio)?"),
    ("sales", "売上(?:高|収益)?(?!原価|総利益|債権)", r"(?:net )?sales|revenues?"),
    ("operating", "営業利益", r"operating (?:profit|income)"),
    ("ordinary", "経常利益", r"ordinary (?:profit|income)"),
    ("assets", "資産合計|総資産", r"total assets"),
    ("liabilities", "負債合計|負債総額", r"total liabilities"),
)  # fmt: skip
"""What figures and days of notices are called: a name, its Japanese words, its English words."""

_RES: Mapping[Language, re.Pattern[str]] = {
    Language.JA: re.compile("|".join(f"(?P<{name}>{ja})" for name, ja, _ in LABELS)),
    Language.EN: re.compile("|".join(f"(?P<{name}>\\b(?:{en})\\b)" for name, _, en in LABELS), re.IGNORECASE),
}


def exchanged_labels(exam: Examination) -> Iterator[tuple[FigurePair, FigurePair]]:
    """Yield two agreeing figures of given segments each of which has in English the label of the other."""
    if not exam.comparison.segments_only or any(len(side.readings) != 1 for side in exam.sides):
        return
    ja, en = (_named(side) for side in exam.sides)
    known = [
        (both, ja[both.ja.span.start], en[both.en.span.start])
        for pair in exam.pairs
        for both in pair.figures
        if both.agrees and both.ja.span.start in ja and both.en.span.start in en
    ]
    for (one, mine, theirs), (other, second, fourth) in combinations(known, 2):
        if mine != theirs and (mine, theirs) == (fourth, second) and one.ja.kind is other.ja.kind:
            yield one, other
            return


def _named(side: Side) -> dict[int, str]:
    """The label of each figure that has one before it, no other figure between, by where the figure starts."""
    reading = side.readings[0]
    content = reading.segment.content
    found: dict[int, str] = {}
    floor = 0
    figures: list[Figure] = sorted(reading.figures, key=lambda figure: figure.span.start)
    for figure in figures:
        last = None
        for match in _RES[side.language].finditer(content.text, floor, content.index(figure.span.start)):
            last = match.lastgroup
        if last:
            found[figure.span.start] = last
        floor = max(floor, content.index(figure.span.end))
    return found
