"""Verbs of change in two given segments that all go one way on one side and all the other way on the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.sentence_pairs import is_cut_off
from bilingual.checks.sentence_wordings import sentences_of
from bilingual.checks.turns import JUDGED_RE
from bilingual.figures.changes import DOWN_EN, DOWN_JA, MOVED_DOWN_EN, MOVED_UP_EN, UP_EN, UP_JA
from bilingual.model.alignment import Pair, PairKind, SegmentReading, Side
from bilingual.model.document import Language, Span
from bilingual.model.figure import Direction, Part
from bilingual.model.report import Finding, Severity
from bilingual.model.segment import Segment

_REST_EN = r"(?= (?:from|on|sharply|slightly|year|quarter|for the \w+ (?:straight|consecutive|successive)))"
_THAN_EN = r"(?=(?: [a-z]+days?| [a-z]+s?| [A-Z][a-z]+days?)? than (?:the (?:[¥$€\d]|JPY)|a year|last year|in the|those in|planned|initially|expected))"
_MOVED_EN = r"(?= (?:for|to|by|from|sharply|slightly|again)\b)"
_LEVEL_EN = r"(?= (?:those|that|the (?:previous|same|initial|forecasts?|plans?|targets?|levels?|average|norm)|normal|average|usual|last|year-ago|plans?|forecasts?|(?:our|its) ))"
VERBS: dict[Language, tuple[tuple[Direction, re.Pattern[str]], ...]] = {
    Language.JA: (
        (
            Direction.UP,
            re.compile(
                rf"{UP_JA}|増[収益]率|増や|上回(?!ら[なずぬ]|りませ|ることは(?:な|あり))|(?<=[\d%円人日件台店名社])多[いくか]|(?:より|比べ|比べて)も?[^、。]{{0,10}}高[いくか]|重く(?=な)|(?:物価|価格|原料|材料|資源|燃料|コスト|株価?|原油|金利|人件費|運賃)高(?=[のがにをでや、・])|高くな|上向く|(?<=[をにへで])上げ[たてるま、]|(?<=[をにへでがはもて])(?<![果声績名]が)上が[りっる]"
            ),
        ),
        (
            Direction.DOWN,
            re.compile(
                rf"{DOWN_JA}|減[収益]率|減ら|下回(?!ら[なずぬ]|りませ|ることは(?:な|あり))|(?<=前年)割れ|(?:届か|及ば)(?=[ずなぬ])|届きませ|届か[なずぬ]|及ばな|及ばず|(?<=[\d%円人日件台店名社])少な[いくか]|(?:まで|に|へ)下げ[るたて]|(?:より|比べ|比べて)も?[^、。]{{0,10}}低[いくか]|下向く|圧迫|落ち(?=[たるま、])|(?<=[をにへで])下げ[たてるま、]|(?<=[をにへでがはもて])下が[りっる]|軽く(?=な)"
            ),
        ),
        (Direction.FLAT, re.compile(r"横ばい|変わら[ずなぬ]|同水準|据え置|(?<=[年期月度])並み")),
    ),
    Language.EN: (
        (
            Direction.UP,
            re.compile(
                rf"\b(?:{UP_EN}|{MOVED_UP_EN}|higher|upgrad(?:e[sd]?|ing)|beat(?:s|ing)?|up{_REST_EN}|(?:was|were) up(?= in)|above{_LEVEL_EN}|heavier|doubling|extend(?:ed|ing|s)?(?! to)|(?:well|far|slightly|comfortably) above|in excess of|(?:strengthen(?:ed|ing)?|appreciat(?:ed|ing)) against|pick(?:s|ed|ing) up{_MOVED_EN}|(?:advanc(?:ed|ing)|strengthened|gained){_MOVED_EN}|more{_THAN_EN})\b",
                re.IGNORECASE,
            ),
        ),
        (
            Direction.DOWN,
            re.compile(
                rf"\b(?:{DOWN_EN}(?! off)|{MOVED_DOWN_EN}|downgrad(?:e[sd]?|ing)|missed|(?:just |well |far |slightly )?short of"
                r"|reductions?|cutbacks?|sav(?:es?|ed|ings?)|lighter|downsiz\w*|shrinkage"
                rf"|down{_REST_EN}|(?:was|were) down(?= in)|below{_LEVEL_EN}|(?:well|far|slightly) (?:below|under)|(?:weaken(?:ed|ing)?|depreciat(?:ed|ing)) against|(?:eas(?:ed|ing)|contract(?:ed|ing)|weakened|softened){_MOVED_EN}|(?:less|fewer){_THAN_EN}|price (?:cuts?|reductions?)|cut(?:ting)? prices?)\b",
                re.IGNORECASE,
            ),
        ),
        (
            Direction.FLAT,
            re.compile(
                r"\b(?:flat|unchanged|level with|on (?:a )?par|in line with (?:the )?(?:previous|last|prior|same))\b",
                re.IGNORECASE,
            ),
        ),
    ),
}
"""Verbs and nouns of change that judge nothing; loss, growth and costs are left to the figures."""
_YEN = r"(?:Japanese )?yen"
TOPICS: tuple[Mapping[Language, Mapping[Direction, re.Pattern[str]]], ...] = (
    {
        Language.JA: {Direction.UP: re.compile("円高"), Direction.DOWN: re.compile("円安")},
        Language.EN: {
            Direction.UP: re.compile(
                rf"\bstrong(?:er)? (?:{_YEN}\b|¥)|\b(?:appreciat\w+|strength\w*) (?:of|in) the {_YEN}|\byen(?:'s|’s)? (?:has |had |were to |was to |is to |should |to )?(?:appreciat|strength)\w+\b(?! (?:of|in) the )"
                rf"|(?:¥|JPY ?)\d[\d.]*(?:[ -]yen)? appreciation against|\d[\d.]*[ -]yen appreciation(?! (?:of|in) the (?!{_YEN}))",
                re.IGNORECASE,
            ),
            Direction.DOWN: re.compile(
                rf"\bweak(?:er)? (?:{_YEN}\b|¥)|\b(?:depreciat\w+|weak\w*) (?:of|in) the {_YEN}|\byen(?:'s|’s)? (?:has |had |were to |was to |is to |should |to )?(?:depreciat|weak)\w+\b(?! (?:of|in) the )"
                rf"|(?:¥|JPY ?)\d[\d.]*(?:[ -]yen)? depreciation against|\d[\d.]*[ -]yen depreciation(?! (?:of|in) the (?!{_YEN}))",
                re.IGNORECASE,
            ),
        },
    },
    {
        Language.JA: {
            Direction.UP: re.compile(
                "(?:幅|差|ざや|スプレッド|赤字|損失)(?:[はがもを]|額)?(?:大幅に|さらに|一段と)?拡大"
            ),
            Direction.DOWN: re.compile(
                "(?:幅|差|ざや|スプレッド|赤字|損失)(?:[はがもを]|額)?(?:大幅に|さらに|一段と)?縮小"
            ),
        },
        Language.EN: {
            Direction.UP: re.compile(r"\bwiden(?:s|ed|ing)?\b", re.IGNORECASE),
            Direction.DOWN: re.compile(r"\b(?:narrow(?:s|ed|ing)?|shr[aiu]nk(?:ing)?)\b", re.IGNORECASE),
        },
    },
    {
        Language.JA: {Direction.UP: re.compile("上方修正"), Direction.DOWN: re.compile("下方修正")},
        Language.EN: {
            Direction.UP: re.compile(
                r"\b(?:upwards?(?! of)|revis\w+ up|rais(?:e[sd]?|ing))\b", re.IGNORECASE
            ),
            Direction.DOWN: re.compile(
                r"\b(?:downwards?|revis\w+ down|lower(?:ed|s|ing)|cut(?:s|ting)?|reduc(?:ed|ing|tion))\b",
                re.IGNORECASE,
            ),
        },
    },
)
"""Directions that have words of their own: which way the yen went, which way a forecast was revised."""
DEFICIT_RE = {
    Language.JA: re.compile(r"損失|赤字|欠損|マイナス|減額|控除"),
    Language.EN: re.compile(
        r"\b(?:loss(?:es)?(?! ratio)|deficit|red|negative|absence|less(?! than)|reduc\w*|despite)\b",
        re.IGNORECASE,
    ),
}
"""Where only one side says so, a larger loss may be a lower profit."""


def opposed(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield one finding where the given segments speak of a change that goes the other way."""
    if not exam.one_segment:
        return
    if check.code in exam.cases:
        return  # a figure tells already
    for topic in TOPICS:
        one, other = (_way(side.readings[0].segment, topic[side.language]) for side in exam.sides)
        if one is not None and other is not None and one[0] is not other[0]:
            yield _told(check, exam, one[1], other[1])
            return
    deficits = {bool(DEFICIT_RE[side.language].search(_text(side))) for side in exam.sides}
    judged = {bool(JUDGED_RE.search(_text(side))) for side in exam.sides}
    if len(deficits) > 1 or len(judged) > 1:
        return  # 解約率の改善, lower churn
    ja, en = (_only(side.readings[0]) for side in exam.sides)
    if ja is not None and en is not None and _oppose(ja[0], en[0], exam.ja.readings[0]):
        yield _told(check, exam, ja[1], en[1])
        return
    mine = _by_part(exam.ja)
    theirs = _by_part(exam.en) if mine else {}
    for part in mine:
        if part in theirs and mine[part][0] is not theirs[part][0]:
            yield _told(check, exam, mine[part][1], theirs[part][1])
            return


def opposed_sentences(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield paired sentences of documents whose verbs of change all go the other way, or that turn the yen or a forecast round."""
    if exam.comparison.segments_only:
        return
    told = {
        id(item.pair)
        for cases in exam.cases.values()
        for case in cases
        if case.severity is not Severity.INFO
        for item in case.members
    }
    for pair in exam.pairs:
        if pair.kind not in SENTENCES or id(pair) in told or not _surely(pair):
            continue
        if pair.evidence == ("value",):
            continue  # one figure of two sentences that have partners of their own
        for one, other in sentences_of(pair):
            if is_cut_off(one.segment.text):
                continue
            turned = next(_turned(one, other), None)
            if turned is not None:
                yield _told(check, exam, *turned)


SENTENCES = frozenset({PairKind.HEADING, PairKind.PROSE, PairKind.NOTE})


def _turned(mine: SegmentReading, theirs: SegmentReading) -> Iterator[tuple[Span, Span]]:
    """Yield words of two sentences that go the other way: of a topic with words of its own, then all verbs of change."""
    segments = mine.segment, theirs.segment
    for topic in TOPICS:
        one, other = (_way(each, topic[each.language]) for each in segments)
        if one is not None and other is not None and one[0] is not other[0]:
            yield one[1], other[1]
    deficits = {bool(DEFICIT_RE[each.language].search(each.text)) for each in segments}
    ja, en = (_only(each) for each in (mine, theirs))
    if len(deficits) == 1 and ja is not None and en is not None and _oppose(ja[0], en[0], mine):
        yield ja[1], en[1]


SURE, LIKELY = 0.6, 0.45
"""Scores of two sentences that surely correspond, by themselves and where a figure of both agrees."""


def _surely(pair: Pair) -> bool:
    return pair.score >= SURE or (pair.score >= LIKELY and any(both.agrees for both in pair.figures))


def _told(check: Check, exam: Examination, ja: Span, en: Span) -> Finding:
    places = spot(exam.ja, ja), spot(exam.en, en)
    phrase = f"the direction of the change differs, {places[0].text} in Japanese, {places[1].text} in English"
    return make(check, Severity.WARNING, sentence("", phrase), *places)


CLAUSE_RE = {
    Language.JA: re.compile(r"[、。]"),
    Language.EN: re.compile(r"[,;.]|\b(?:but|and|while|whereas|although|though)\b"),
}


def _by_part(side: Side) -> dict[Part, tuple[Direction, Span]]:
    """The direction that each part of the year goes, of clauses with one part and one verb (下期は増収)."""
    reading, text = side.readings[0], _text(side)
    borders = [0, *(match.end() for match in CLAUSE_RE[side.language].finditer(text)), len(text)]
    found: dict[Part, tuple[Direction, Span]] = {}
    twice: set[Part] = set()
    for start, end in pairwise(borders):
        parts = {
            m.period.part for m in reading.periods if start <= m.start < end and m.period.relative is None
        }
        part = next(iter(parts), None)
        if len(parts) != 1 or part is None:
            continue
        verbs = [
            (direction, match)
            for direction, verb in VERBS[side.language]
            for match in verb.finditer(text, start, end)
        ]
        if len({direction for direction, _ in verbs}) == 1:  # 減収減益 goes one way twice
            twice |= {part} & found.keys()
            direction, match = verbs[0]
            found[part] = direction, reading.segment.content.span(match.start(), match.end())
    return {part: told for part, told in found.items() if part not in twice}


def _text(side: Side) -> str:
    return side.readings[0].segment.text


def _only(reading: SegmentReading) -> tuple[Direction, Span] | None:
    """The direction of all verbs of change of a sentence and the place of the first; None where they vary."""
    return _way(reading.segment, dict(VERBS[reading.segment.language]))


def _oppose(ja: Direction, en: Direction, japanese: SegmentReading) -> bool:
    """Whether verbs go the other way, and no Japanese figure goes the English one: 取扱量の増加により売上高は5.9%減."""
    if ja is en:
        return False
    return ja is Direction.FLAT or all(figure.direction is not en for figure in japanese.figures)


def _way(segment: Segment, words: Mapping[Direction, re.Pattern[str]]) -> tuple[Direction, Span] | None:
    found = [(direction, match) for direction, word in words.items() if (match := word.search(segment.text))]
    if len(found) != 1:
        return None
    direction, match = found[0]
    return direction, segment.content.span(match.start(), match.end())
