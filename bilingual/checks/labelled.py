"""Two given segments in which two figures or days stand under each other's labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from typing import NamedTuple

from bilingual.align.mentions import kind_class
from bilingual.align.poles import POLES
from bilingual.checks.examination import Examination
from bilingual.figures.plain_numbers import plain_numbers
from bilingual.figures.units import DURATIONS
from bilingual.model.alignment import Side
from bilingual.model.document import Language, Span

LABELS: tuple[tuple[str, str, str], ...] = (
    ("record", "基準日", r"record date"),
    ("effect", "効力発生日|発効日|適用日", r"effective date|date of effect"),
    ("payment", "支払開始(?:予定)?日|払込(?:期日|日)|支払(?:予定)?日", r"payment (?:start |commencement )?date|(?:date|commencement|start) of (?:\w+ )?payment"),
    ("notice", "公告日|発表日|公表日", r"(?:notice|announcement) date|date of (?:\w+ )?(?:notice|announcement)"),
    ("dispatch", "発送(?:予定)?日?", r"(?:dispatch(?:ed)?|sending|mailing|mailed|sent(?: out)?)(?: date)?|date of (?:dispatch|sending|mailing)"),
    ("posting", "掲載(?:開始日)?", r"post(?:ed|ing)|published"),
    ("issue", "発行日|割当日", r"(?:issue|issuance|allotment) date|date of (?:issue|issuance|allotment)"),
    ("maturity", "償還(?:期限|期日|日)|満期日", r"maturity(?: date)?|redemption date|date of (?:maturity|redemption)"),
    ("resolution", "決議日", r"resolution(?: date)?|resolved on"),
    ("contract", "(?:契約)?締結日|契約日", r"(?:signed|concluded|agreement|contract|signing|execution of (?:the )?(?:agreement|contract))(?: date)?"),
    ("delivery", "(?:譲渡|引渡|取得)(?:実行)?(?:予定)?日|実行日", r"drawdown(?: date)?|(?:transfer|closing|delivery|acquisition) date|date of (?:transfer|closing|delivery|acquisition)"),
    ("start", "開始(?:予定)?日|着工|操業開始", r"(?:start|commencement) date|(?:start|commencement) of"),
    ("end", "終了(?:予定)?日|満了日|完成|竣工", r"(?:end|completion|expiration|expiry) date|(?:end|completion) of"),
    ("price", "(?:譲渡|売却)(?:価額|価格|額)", r"(?:transfer|sales?|selling) (?:price|value|amount)"),
    ("book", "簿価|帳簿価額", r"book values?|carrying (?:amounts?|values?)"),
    ("appraisal", "鑑定(?:評価額|価格)", r"apprais(?:al|ed) values?"),
    ("cost", "取得(?:予定)?(?:原価|価額|価格)", r"acquisition (?:costs?|prices?)|purchase prices?"),
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
    ("subsidiaries", "子会社", r"(?:consolidated )?subsidiar(?:y|ies)"),
    ("affiliates", "持分法適用(?:関連)?会社|関連会社", r"(?:equity-method )?(?:affiliates?|associates?)"),
    ("customers", "客数", r"customers?(?: (?:count|numbers?|traffic))?|(?:customer |store )?traffic"),
    ("spend", "客単価", r"(?:average )?spend(?:ing)?(?: per (?:customer|visit|head))?|(?:customer |average )ticket"),
    ("download", "下り|ダウンロード", r"down(?:load|link|stream)s?"),
    ("upload", "上り|アップロード", r"up(?:load|link|stream)s?"),
    ("orders", "受注(?:高|額)?(?!残)", r"(?:new )?orders?(?: received)?(?! backlog)|order intake"),
    ("backlog", "受注残高?", r"(?:order )?backlog"),
    ("passengers", "旅客(?:数)?", r"passengers?"),
    ("freight", "貨物", r"cargo|freight"),
    ("managers", "管理職", r"managers?|management (?:positions?|posts?)"),
    ("employees", "全?(?:従業員|社員)(?!持株)", r"(?:all )?employees|workforce"),
    ("land", "土地", r"land"),
    ("salary", "(?:基本|固定)報酬", r"(?:base|basic|fixed) (?:salary|pay|remuneration|compensation)"),
    ("bonus", "賞与|業績連動報酬", r"bonus(?:es)?|performance-(?:linked|based) (?:pay|remuneration|compensation)"),
    ("stock", "株式報酬", r"(?:stock|share)-based (?:pay|remuneration|compensation)|stock (?:remuneration|compensation)"),
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


_BEHIND_RE = {
    Language.JA: re.compile(r"(?:の|が)"),
    Language.EN: re.compile(r" (?:(?:for|in|of) (?:the |our |its )?)?"),
}
"""Between a figure and the label behind it: 74% for operating profit, four subsidiaries."""


_CHANGE_RE = re.compile(
    r"[増減][加少減益収]|上昇|低下|\b(?:increas|decreas|declin|reduc|improve|deteriorat|r[io]se|f[ae]ll|gr[eo]w|up\b|down\b)",
    re.IGNORECASE,
)
"""Terms for a change, which name no item."""


_JOINT_RE = re.compile(r"[\s:]*")


class _Label(NamedTuple):
    """A label in the text of a segment with what it may be called."""

    start: int
    end: int
    names: frozenset[str]


class _Item(NamedTuple):
    """A figure or another number of a segment, with what it states."""

    start: int
    end: int
    span: Span
    states: tuple[str, str]


Spans = tuple[Span, Span]
"""Where an item stands in Japanese and in English."""


def exchanged_labels(exam: Examination) -> Iterator[tuple[Spans, Spans]]:
    """Yield two agreeing numbers of given segments each of which has in English the label of the other."""
    if not exam.comparison.segments_only or any(len(side.readings) != 1 for side in exam.sides):
        return
    ja, en = (_items(side) for side in exam.sides)
    found = _exchanged(exam, ja, en, {side.language: _labels(side) for side in exam.sides})
    if found is None:
        found = _exchanged(exam, ja, en, _acronyms(exam))
    if found is None:
        found = _exchanged(exam, ja, en, {side.language: _with_terms(exam, side) for side in exam.sides})
    if found is not None:
        yield found


def _exchanged(
    exam: Examination, ja: list[_Item], en: list[_Item], labels: Mapping[Language, list[_Label]]
) -> tuple[Spans, Spans] | None:
    """The first two items that stand under each other's labels."""
    mine, theirs = (
        _named(side, items, labels[side.language]) for side, items in zip(exam.sides, (ja, en), strict=True)
    )
    known = [
        (one, other, mine[one.span], theirs[other.span])
        for one, other in (*_paired(exam, ja, en), *_plainly_paired(exam, ja, en))
        if mine.get(one.span) and theirs.get(other.span)
    ]
    for first, second in combinations(known, 2):
        if first[0].states[0] != second[0].states[0] or first[0].states == second[0].states:
            continue
        straight = first[2] & first[3] or second[2] & second[3]
        if not straight and first[2] & second[3] and second[2] & first[3]:
            return (first[0].span, first[1].span), (second[0].span, second[1].span)
    return None


def _paired(exam: Examination, ja: list[_Item], en: list[_Item]) -> Iterator[tuple[_Item, _Item]]:
    """The items whose figures agree."""
    mine, theirs = ({item.span: item for item in items} for items in (ja, en))
    for pair in exam.pairs:
        for both in pair.figures:
            if both.agrees and both.ja.span in mine and both.en.span in theirs:
                yield mine[both.ja.span], theirs[both.en.span]


def _plainly_paired(exam: Examination, ja: list[_Item], en: list[_Item]) -> Iterator[tuple[_Item, _Item]]:
    """The items without a counterpart that are the only ones to state what they state."""
    held = {span for pair in exam.pairs for both in pair.figures for span in (both.ja.span, both.en.span)}
    mine, theirs = (
        {
            item.states: item
            for item in items
            if item.span not in held and [other.states for other in items].count(item.states) == 1
        }
        for items in (ja, en)
    )
    for states in mine.keys() & theirs.keys():
        yield mine[states], theirs[states]


def _items(side: Side) -> list[_Item]:
    """The figures of a segment but for lengths of time, and the numbers that are no figures, in order."""
    reading = side.readings[0]
    content = reading.segment.content
    taken = [(mention.start, mention.end) for mention in reading.periods]
    found = []
    for figure in reading.figures:
        start, end = content.index(figure.span.start), content.index(figure.span.end)
        taken.append((start, end))
        if figure.unit not in DURATIONS or figure.ends is not None:
            values = figure.ends or (figure.value,)
            size = " ".join(str(abs(value).normalize()) for value in values if value is not None)
            states = (figure.kind.value, figure.moment) if figure.moment else (kind_class(figure), size)
            found.append(_Item(start, end, figure.span, states))
    for number in plain_numbers(content.text, side.language):
        if number.rank or number.month or number.wide or number.scaled:
            continue
        if not any(start < number.end and number.start < end for start, end in taken):
            states = ("quantity", str(number.value.normalize()))
            found.append(_Item(number.start, number.end, content.span(number.start, number.end), states))
    return sorted(found)


def _labels(side: Side) -> list[_Label]:
    """The labels of the table above that a segment has, in order."""
    return [
        _Label(match.start(), match.end(), frozenset({_name(match)}))
        for match in _RES[side.language].finditer(side.readings[0].segment.text)
    ]


_ACRONYM_RE = re.compile(r"(?<![A-Za-z\d])[A-Z][A-Za-z]*[A-Z](?![A-Za-z\d])")


def _acronyms(exam: Examination) -> Mapping[Language, list[_Label]]:
    """The acronyms that stand once in both segments: ROIC, WACC."""
    texts = {side.language: side.readings[0].segment.text for side in exam.sides}
    found = {language: Counter(_ACRONYM_RE.findall(text)) for language, text in texts.items()}
    return {
        language: [
            _Label(match.start(), match.end(), frozenset({match[0]}))
            for match in _ACRONYM_RE.finditer(text)
            if all(counts[match[0]] == 1 for counts in found.values())
        ]
        for language, text in texts.items()
    }


def _with_terms(exam: Examination, side: Side) -> list[_Label]:
    """The labels of a segment and the terms of the glossary, but for those that name a time."""
    reading = side.readings[0]
    found = _labels(side)
    found += [
        _Label(term.start, term.end, frozenset(term.concepts))
        for term in exam.matcher.find(reading.segment.text, side.language)
    ]
    found = [
        label
        for label in found
        if not any(time.start < label.end and label.start < time.end for time in reading.periods)
        and not _CHANGE_RE.search(reading.segment.text, label.start, label.end)
    ]
    merged: list[_Label] = []
    for label in sorted(found):
        if merged and label.start < merged[-1].end:
            last = merged.pop()
            label = _Label(last.start, max(last.end, label.end), last.names | label.names)
        merged.append(label)
    return merged


def _named(side: Side, items: list[_Item], labels: list[_Label]) -> dict[Span, frozenset[str]]:
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
    borders = [
        match.start()
        for match in BORDER_RE[language].finditer(text)
        if not any(item.start < match.start() < item.end for item in items)
    ]
    found: dict[Span, frozenset[str]] = {}
    for start, end in pairwise([0, *borders, len(text) + 1]):
        within = [item for item in items if start <= item.start < end]
        own = [label for label in labels if start <= label.start < end]
        if len(within) == 1 and len(own) == 1:
            found[within[0].span] = own[0].names
    floor = 0
    for item in items:
        behind = [label for label in labels if _BEHIND_RE[language].fullmatch(text, item.end, label.start)]
        before = [label for label in labels if floor <= label.start and label.end <= item.start]
        if before and _JOINT_RE.fullmatch(text, before[-1].end, item.start):
            behind = []  # Japan 412 Overseas 78
        if item.span in inside:
            found[item.span] = inside[item.span]  # four consolidated subsidiaries
        elif behind and language is Language.EN:
            found[item.span] = behind[0].names
        elif before and item.span not in found:
            found[item.span] = before[-1].names
        floor = behind[0].end if behind else item.end
    return found


def _name(match: re.Match[str]) -> str:
    """The name of a label; of a bank or company with a letter, the letter."""
    return (
        (match["letter"] or match["letter2"])
        if match.lastgroup in ("letter", "letter2")
        else str(match.lastgroup)
    )
