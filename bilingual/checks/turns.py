"""Ups and downs of two given segments, counted: as many words of change, one of them turned over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.sentence_pairs import sentence_lines, sentence_pairs
from bilingual.checks.wordings import is_told
from bilingual.figures.changes import DOWN_EN, DOWN_JA, FALL_EN, RISE_EN, UP_EN, UP_JA, forms
from bilingual.model.document import Language, Span
from bilingual.model.report import Finding, Severity
from bilingual.model.segment import Segment

_MOVED_ABOVE = rf"(?:{forms(RISE_EN)}|moved|moving|went|came|edged|inched) (?:back )?above"
_MOVED_BELOW = rf"(?:{forms(FALL_EN)}|moved|moving|went|came|edged|inched) (?:back )?(?:below|short of)"
"""A verb and what it passes are one word of change: dipped below the previous year's level."""
_GREW = "(?:gr[eo]w[ns]?|growing)"
"""With a comparative behind it, it says one change, and which way the comparative tells: grew shorter."""
_INTO_LOSS = r"(?! (?:back )?(?:in)?to (?:an? |the )?(?:[a-z-]+ ){0,3}(?:loss(?:es)?|deficit|red)\b)"
"""Not before a loss that a result turns into, which is no change of an item: 赤字に陥る, fell to a loss."""
_POINTS = r"(?![.,:;)]|\Z)"
"""Not behind a word that points to another place of the text: as described below."""
CHANGES = {
    Language.JA: re.compile(
        rf"(?P<up>{UP_JA}|回復|持ち直|増資(?!率)|(?<=[一-龠ァ-ヶー])増(?=[がをはでも])|増(?=[、。)(とえやに量]|の ?\d|で[、。すしも]|となり|し)|上回(?!ら[なずぬ]|りませ|ることは(?:な|あり))|超過(?!(?!達成)[一-龠])|上方修正"
        r"|(?:物価|価格|原料|材料|資源|燃料|コスト|株価?|原油|金利|人件費|運賃)高(?=[のがにをでや、・])|長く(?=な)|(?<=[をにへでがはもてト%円く])(?<![果声績名が])上が[りっる]|(?:負担|費用|コスト|損失|出費|経費)増(?=[をはがのにでもと])|(?:率|価格|水準|金利|単価|目標|比重|シェア|割合)を上げ|高め(?=[るたてま、]))"
        rf"|(?P<down>{DOWN_JA}|(?<=[一-龠ァ-ヶー])減(?=[がをはでも])|減(?=[、。)(とりっらに量]|の ?\d|で[、。すしも]|となり)|下回(?!ら[なずぬ]|りませ|ることは(?:な|あり))"
        r"|圧迫|(?:負担|費用|コスト|損失|出費|経費)減(?=[をはがのにでもと])|(?<=前[年期月])割れ|(?<=を)割(?=[りっる](?![当引増振安高合]))|(?:石炭|原油|資源|燃料|原料|材料|株|価格|コスト|ドル|ユーロ)安(?=[のがにをでや、・])|(?<![最])短く|低め(?=[るた])|[をに]下げ(?=[るたてまよ])|(?<=[をにへでがはもてト%円く])下が[りっる]|下方修正)"
    ),
    Language.EN: re.compile(
        rf"(?<![\d%] or )\b(?:(?P<grew_less>{_GREW} (?:fewer|lower|narrower|shorter|smaller|thinner|weaker))|(?P<up>{_MOVED_ABOVE}|{_GREW} (?:bigger|higher|larger|longer|stronger|wider)|{UP_EN}|recover(?!abl)\w*|pick\w* up|growth(?! (?:invest|strateg|driver|area|fund|stage|market|compan|potential|opportunit|business|field|rate))|higher|expansions?|wider|(?<!made )(?<!make )(?<!makes )(?<!set )(?<!making )(?<!gave )(?<!give )up(?! to\b)|upward|(?:br(?:ings?|inging|ought)|t(?:akes?|aking|ook|aken)) [^,.;:]{{1,40}}? up(?= to\b)|above{_POINTS}"
        r"|ahead of (?:(?:the|our|its) )?(?:\w+ )?(?:plans?|targets?|forecasts?|budget|expectations?)|push\w* up|(?<!no )longer|(?:more expensive|dearer|costlier)|extend\w*|topped|beat|drawn-out|protracted)"
        rf"|(?P<down>{_MOVED_BELOW}|{DOWN_EN}{_INTO_LOSS}|reductions?|narrower|(?<!weigh )(?<!weighed )(?<!weighing )(?<!turn )(?<!turned )(?<!turning )(?<!turns )(?<!shut )(?<!broken )(?<!break )down|downward|below{_POINTS}|shrinkage|shortfalls?|scal(?:ed|es|ing) back|short of"
        r"|behind (?:(?:the|our|its) )?(?:\w+ )?(?:plans?|targets?|forecasts?|budget|expectations?)|shorter|cheaper|smaller))\b",
        re.IGNORECASE,
    ),
}  # fmt: skip
"""Words of change that judge nothing."""
EITHER_RE = re.compile(r"増減|\((?:increase|decrease)\)|\bup or down\b|ないし", re.IGNORECASE)
"""Captions that hold for both ways."""
TIMES_RE = re.compile(r"\d倍")
DOUBLED_RE = re.compile(r"\b(?:doubl|tripl|trebl|quadrupl)\w*", re.IGNORECASE)
"""A multiple says a change without a word for it where English has a verb: 2倍を超える, more than doubled."""
JUDGED_RE = re.compile(r"改善|悪化|improv|worsen|deteriorat", re.IGNORECASE)
"""Judgements: one may stand for a word of change (原価率は低下, the cost ratio improved), and does where they stand in another order."""
MOST = 4
"""Words of change that have to agree but for one: among more, two may lack a counterpart."""
COMPARED = {
    Language.JA: re.compile(r"(?P<up>[高多大]な?[いくか])|(?P<down>[低少小]な?[いくか])"),
    Language.EN: re.compile(r"\b(?:(?P<up>more)|(?P<down>fewer|less))\b", re.IGNORECASE),
}
"""Comparatives, which may stand for a word of change: then a single one, and one of the way that they lack, are not held against them."""
COMPARATIVES = {
    Language.JA: re.compile(r"(?:(?P<up>高|多|大き)|(?P<down>低|少な|小さ))(?:い|か[っり]|く[なしす、])"),
    Language.EN: re.compile(
        r"\b(?:(?P<up>more|larger|greater|bigger)|(?P<down>fewer|less|smaller))\b"
        r"(?! (?:than (?:half|[¥$€\d]|one|two|three|a\b)|or less|efficient))",
        re.IGNORECASE,
    ),
}
"""Comparatives that are counted where the words of change alone are not as many: consumed less fuel, 消費量は減り."""
_Ways = Sequence[tuple[str, Span]]


def turned(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield one finding where one of as many words of change goes the other way: 減収増益, higher sales and profit."""
    if not exam.one_segment:
        return
    if check.code in exam.cases or is_told(exam, limits=False):
        return
    mine, theirs = (side.readings[0].segment for side in exam.sides)
    if not _are_compared(mine, theirs):
        return
    ja, en = _changes(mine), _changes(theirs)
    compared = [[*found, *_compared(each, found)] for found, each in ((ja, mine), (en, theirs))]
    if len(ja) == len(en):
        yield from _turned(check, exam, mine, theirs)
    elif (JUDGED_RE.search(mine.text) is None) is not (JUDGED_RE.search(theirs.text) is None):
        return
    elif len(compared[0]) == len(compared[1]) <= MOST and abs(_ups(compared[0]) - _ups(compared[1])) == 1:
        yield from _told(check, exam, compared[0], compared[1])
    elif ja and en and _stands_alone(*sorted((ja, en), key=len)):
        yield from _told(check, exam, ja, en)


def _stands_alone(fewer: _Ways, more: _Ways) -> bool:
    """Whether all of the more words go one way, and one of the fewer words the other."""
    ways = {way for way, _ in more}
    return len(ways) == 1 and any(way not in ways for way, _ in fewer)


def turned_sentences(check: Check, exam: Examination, told: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the same of sentences of documents that surely correspond, where ``told`` does not speak of them."""
    lines = {place.line for finding in told if (place := finding.en) is not None}
    japanese = {place.line for finding in told if (place := finding.ja) is not None}
    for mine, theirs, _ in exam.once(sentence_pairs):
        for finding in _turned(check, exam, mine.segment, theirs.segment):
            if lines.isdisjoint(sentence_lines(exam.en, theirs)) and japanese.isdisjoint(
                sentence_lines(exam.ja, mine)
            ):
                yield finding


def _turned(check: Check, exam: Examination, mine: Segment, theirs: Segment) -> Iterator[Finding]:
    """One finding where one of as many words of change of two segments goes the other way."""
    if not _are_compared(mine, theirs):
        return
    ja, en = _changes(mine), _changes(theirs)
    if ja and en and {_judged_first(mine, ja[0][1]), _judged_first(theirs, en[0][1])} == {True, False}:
        return
    if len(ja) != len(en) or not 1 <= len(ja) <= MOST:
        return
    if len(ja) == 1 and any(COMPARED[segment.language].search(segment.text) for segment in (mine, theirs)):
        return
    above, below = (theirs, mine) if _ups(ja) > _ups(en) else (mine, theirs)
    if _has(above, "up") or _has(below, "down"):
        return  # 買上点数が減り, fewer items
    if abs(_ups(ja) - _ups(en)) == 1:
        yield from _told(check, exam, ja, en)


def _has(segment: Segment, way: str) -> bool:
    """Whether a segment has a comparative that goes one way."""
    return any(match[way] for match in COMPARED[segment.language].finditer(segment.text))


def _are_compared(mine: Segment, theirs: Segment) -> bool:
    """Whether the words of change of two segments can be counted against each other."""
    if any(EITHER_RE.search(segment.text) for segment in (mine, theirs)):
        return False
    return not (DOUBLED_RE.search(theirs.text) and TIMES_RE.search(mine.text))


def _told(check: Check, exam: Examination, ja: _Ways, en: _Ways) -> Iterator[Finding]:
    """A finding at the first words that go apart."""
    ups, others = _ups(ja), _ups(en)
    downs = len(ja) - ups, len(en) - others
    if ups > others and downs[1]:
        more, fewer = ja, en
    elif others and downs[0]:
        more, fewer = en, ja
    else:
        return
    up = next(span for way, span in more if way == "up")
    down = next(span for way, span in fewer if way == "down")
    places = (
        (spot(exam.ja, up), spot(exam.en, down)) if more is ja else (spot(exam.ja, down), spot(exam.en, up))
    )
    of = f" of {len(en)}" if len(en) != len(ja) else ""
    ways = f"{ups} of {len(ja)} words of change go up in Japanese, {others}{of} in English"
    yield make(check, Severity.WARNING, sentence("", ways), *places)


def _ups(ways: _Ways) -> int:
    return sum(way == "up" for way, _ in ways)


def _judged_first(segment: Segment, change: Span) -> bool | None:
    """Whether a segment judges before its first word of change; None where it does not judge."""
    judged = JUDGED_RE.search(segment.text)
    return segment.content.offset(judged.start()) < change.start if judged else None


def _compared(segment: Segment, known: _Ways) -> list[tuple[str, Span]]:
    """The comparatives of a segment that are none of the known words of change, with the way each goes."""
    content = segment.content
    found = [
        ("up" if match["up"] else "down", content.span(*match.span()))
        for match in COMPARATIVES[segment.language].finditer(content.text)
    ]
    return [each for each in found if not any(each[1].overlaps(span) for _, span in known)]


def _changes(segment: Segment) -> list[tuple[str, Span]]:
    """The words of change of a segment in order, with the way each goes."""
    content = segment.content
    return [
        ("up" if match["up"] else "down", content.span(*match.span()))
        for match in CHANGES[segment.language].finditer(content.text)
    ]
