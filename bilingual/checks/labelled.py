"""Two given segments in which two figures or days stand under each other's labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

from bilingual.align.poles import POLES
from bilingual.checks.examination import Examination
from bilingual.figures.units import DURATIONS
from bilingual.model.alignment import FigurePair, Side
from bilingual.model.document import Language

LABELS: tuple[tuple[str, str, str], ...] = (
    ("record", "基準日", r"record date"),
    ("effect", "効力発生日|発効日|適用日", r"effective date|date of effect"),
    ("payment", "支払開始(?:予定)?日|払込(?:期日|日)|支払(?:予定)?日", r"payment (?:start |commencement )?date|(?:date|commencement|start) of (?:\w+ )?payment"),
    ("notice", "公告日|発表日|公表日", r"(?:notice|announcement) date|date of (?:\w+ )?(?:notice|announcement)"),
    ("dispatch", "発送(?:予定)?日", r"(?:dispatch|sending|mailing)(?: date)?|date of (?:dispatch|sending|mailing)"),
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
    ("investing", "投資活動", r"invest(?:ing|ment) activities"),
    ("financing", "財務活動", r"financ(?:ing|e) activities"),
    ("pretax", "税引前(?:当期)?(?:純)?(?:利益|損失)|税金等調整前(?:当期|四半期|中間)?純(?:利益|損失)", r"before (?:income )?tax(?:es)?(?: expenses?)?"),
    ("tax", "法人税等?(?!調整額)", r"income tax(?:es)?(?: expenses?)?"),
    ("sales", "売上(?:高|収益)?(?!原価|総利益|債権)", r"(?:net )?sales|revenues?"),
    ("operating", "営業利益", r"operating (?:profit|income)"),
    ("ordinary", "経常利益", r"ordinary (?:profit|income)"),
    ("cfo", "営業(?:活動による)?(?:CF|キャッシュ・?フロー)", r"(?:cash flows? from )?operating (?:CF|cash flows?|activities)"),
    ("cfi", "投資(?:活動による)?(?:CF|キャッシュ・?フロー)", r"(?:cash flows? from )?invest(?:ing|ment) (?:CF|cash flows?|activities)"),
    ("cff", "財務(?:活動による)?(?:CF|キャッシュ・?フロー)", r"(?:cash flows? from )?financing (?:CF|cash flows?|activities)"),
    ("crude", "原油", r"crude(?: oil)?"),
    ("coal", "石炭", r"(?:thermal |coking )?coal"),
    ("copper", "銅(?!像)", r"copper"),
    ("buildings", "建物", r"buildings?"),
    ("machinery", "機械", r"machinery"),
    ("furniture", "(?:工具[、,]?)?器具", r"(?:tools,? )?furniture|fixtures"),
    ("vehicles", "車両", r"vehicles?"),
    ("software", "ソフトウエア|ソフトウェア", r"software"),
    ("volume", "(?:販売|生産)?数量", r"volumes?"),
    ("pricing", "価格差|(?:販売)?単価", r"(?:unit )?prices?|pricing"),
    ("forex", "為替(?!レート)", r"forex|foreign exchange|currency|exchange rates?|FX"),
    ("capex", "設備投資", r"capital (?:investments?|expenditures?)|capex"),
    ("working", "運転資金", r"working capital"),
    ("research", "研究開発", r"R&D|research and development"),
    ("personnel", "人件費", r"personnel|labor"),
    ("material", "原材料", r"(?:raw )?materials?"),
    ("logistics", "物流費|運賃", r"logistics|freight"),
    ("depreciation", "減価償却費", r"depreciation"),
    ("repayment", "借入金(?:の)?返済", r"repayments?(?: of (?:borrowings|loans|debt))?"),
    ("capital", "資本金", r"(?:share |stated )?capital(?! (?:expend|invest))"),
    ("debt", "負債(?!合計|純資産)|有利子負債|借入金", r"liabilities|debts?|borrowings?"),
    ("assets", "資産合計|総資産", r"total assets"),
    ("liabilities", "負債合計|負債総額", r"total liabilities"),
)  # fmt: skip
"""What figures and days of notices are called: a name, its Japanese words, its English words."""

_KNOWN = frozenset(name for name, _, _ in LABELS)
_ALL = (
    *LABELS,
    *(
        (name.replace("-", "_"), ja, f"{en}|Japan" if name == "home" else en)
        for pole in POLES
        for name, ja, en in pole
        if name not in _KNOWN
    ),
)
_RES: Mapping[Language, re.Pattern[str]] = {
    Language.JA: re.compile(
        "|".join(f"(?P<{name}>{ja})" for name, ja, _ in _ALL)
        + r"|(?<![A-Za-z])(?P<letter>[A-Z])(?P<letter2>(?!))?(?=[銀社事工店部国地])"
    ),
    Language.EN: re.compile(
        "|".join(f"(?P<{name}>\\b(?i:{en})\\b)" for name, _, en in _ALL)
        + r"|\b(?i:bank|company|business|plant|division|segment|country|store) (?P<letter>[A-Z])\b|\b(?P<letter2>[A-Z]) (?i:bank|company|business|plant|division|segment|country|store)\b"
    ),
}
BORDER_RE = {
    Language.JA: re.compile(r"[、。;|/()\t]|または|又は|及び|および|並びに|(?<!\d),|,(?!\d)"),
    Language.EN: re.compile(r"[;|/()\t]|(?<!\d),|,(?!\d)|\b(?:and|or|while|with)\b|\. "),
}
"""Where a part of a segment ends that may name one figure."""


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
    """The label of each figure by where the figure starts: the only one in its part, or the last one before it."""
    reading = side.readings[0]
    content = reading.segment.content
    text, language = content.text, side.language
    figures = [
        (content.index(figure.span.start), content.index(figure.span.end), figure.span.start)
        for figure in sorted(reading.figures, key=lambda figure: figure.span.start)
        if figure.unit not in DURATIONS or figure.ends is not None
    ]
    labels = [(match.start(), match.end(), _name(match)) for match in _RES[language].finditer(text)]
    borders = [
        match.start()
        for match in BORDER_RE[language].finditer(text)
        if not any(start < match.start() < end for start, end, _ in figures)
    ]
    parts = [0, *borders, len(text) + 1]
    found: dict[int, str] = {}
    for start, end in pairwise(parts):
        within = [figure for figure in figures if start <= figure[0] < end]
        names = {name for first, _, name in labels if start <= first < end}
        if len(within) == 1 and len(names) == 1:
            found[within[0][2]] = names.pop()
    floor = 0
    for start, end, place in figures:
        before = [name for first, last, name in labels if floor <= first and last <= start]
        if before and place not in found:
            found[place] = before[-1]
        floor = max(floor, end)
    return found


def _name(match: re.Match[str]) -> str:
    """The name of a label; of a bank or company with a letter, the letter."""
    return (
        (match["letter"] or match["letter2"])
        if match.lastgroup in ("letter", "letter2")
        else str(match.lastgroup)
    )
