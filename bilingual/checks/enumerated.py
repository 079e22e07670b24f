"""Two figures of an enumeration that given segments write alike, in another order: Xは3%、Yは5%; X was 5% and Y 3%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from bilingual.align.mentions import kind_class
from bilingual.checks.examination import Examination
from bilingual.checks.labelled import labelled_alike
from bilingual.figures.zones import ZONE_RE
from bilingual.model.alignment import FigurePair, Side
from bilingual.model.document import Language
from bilingual.model.figure import Figure, Kind, Sign

_BORDER_JA_RE = re.compile(
    r"[、。;:・|/()\t]|一方|(?<=[\d%円人名件社店台株年月日種枚本個点%])(?:と|及び|および|並びに)|と(?=約?[\d¥$])|(?<=[\d%円人名件社店台株日]) (?=[^\d\s(])"
)
_APART_JA_RE = re.compile(
    r"増(?!資)|減(?![価損資])|から|により|によって|ため[、に]|ものの|(?<!も)ので(?!す)|うち|含|(?<!の)に対し(?!て?の)|対する[^、。]{0,4}(?:比|割合|率)|比[べし率較]?|前[年期月四回]|昨|以前|従来|当初|期初|目標|予想|計画|上回|下回|[超越]え|未満|中の"
    r"|当た?り|あたり|につき|上昇|低下|改善|悪化|拡大|縮小|[引値賃]?[上下]げ|高く|低く|高い|低い|差[はがの]|引い|除|そのほか|残り"
)
"""Words that make one figure of two depend on the other, or on something else."""
_OPENED_RE = re.compile(r"\([△▲+-]?\Z")
"""At once before a figure in brackets."""
_SUM_JA_RE = re.compile(r"計約?\Z")
"""Before the sum of the others."""
_APART_EN_RE = re.compile(
    r"\b(?:from(?=(?: (?:about|approximately|around|the|an?))* ?(?:[|¥$€\d]|\Z))|of (?:which|whom|these)|of (?:the|our|its|all)(?=(?: (?!and\b)[a-z-]+){0,2} ?(?:[|¥$\d]|\Z))|out of|includ\w+|exclud\w+|compar\w+|against|versus|vs|than|(?<!set )(?<!made )up|down|previous\w*|prior|earlier|last|ago"
    r"|increas\w*|decreas\w*|declin\w*|r[io]se|risen|f[ae]ll\w*|gr[eo]wn?|growing|growth(?! (?:invest|strateg|driver|area|fund|market))|improv\w*|higher|lower|more|less|fewer|targets?|forecasts?|planned|(?:the|our|its|initial|original|previous|earlier|business|management|against|versus|of|to|than) plans?|initial\w*|original\w*"
    r"|exceed\w*|per|each|respectively|relative|beating|below|above|(?:over|under)(?= [¥$\d])|short|difference|remain\w*|after|before|became|out)\b",
    re.IGNORECASE,
)
_BORDER_EN_RE = re.compile(
    r",(?!\d)|;|/|\band\b|\bwhile\b|\bwhereas\b|\bbut\b|\bas well as\b|\bplus\b", re.IGNORECASE
)


_YEAR_JA = "(?:(?:対?前年(?:同期|同月|同四半期)?比|前期比|同)で?)"
_GREW_JA = r"(?:の)?(?:増収|減収|増益|減益|増加|減少|増|減)(?=[のでし、。)|]|\Z)"
_OF_JA = r"の(?:増加|減少|増|減)額?(?:が|は|で)?(?=\||約?[\d¥$]|\Z)"
_YEAR_EN = "(?:,? (?:year[- ]on[- ]year|YoY|year[- ]over[- ]year))"
_GREW_EN = r"\b(?:(?:edged|inched|went) )?(?:gr[eo]wn?|rose|risen|increased|climbed|advanced|up|fell|declined|decreased|dropped|slipped|down)(?: by)?"
_OF_EN = r"\b(?:increase|decrease|rise|decline|drop|reduction)s? in\b"
_GROWTH_RES = {
    (Language.JA, False): re.compile(rf"{_YEAR_JA}?\d[\d.]*%{_GREW_JA}|{_OF_JA}"),
    (Language.JA, True): re.compile(rf"{_YEAR_JA}?{_GREW_JA}|{_YEAR_JA}|{_OF_JA}"),
    (Language.EN, False): re.compile(
        rf"{_GREW_EN} (?:about )?\d[\d.]*%{_YEAR_EN}?(?: to\b)?|{_OF_EN}", re.IGNORECASE
    ),
    (Language.EN, True): re.compile(
        rf"{_GREW_EN}{_YEAR_EN}?(?: to\b)?|{_YEAR_EN}(?: to\b)?|{_OF_EN}", re.IGNORECASE
    ),
}
"""The growth of each item of an enumeration: 売上高は5.2%増の94億円, the rate itself, and changes of items: 在庫の増加5億円."""
_ATTRIBUTE_RE = re.compile(
    r"に[^、。\d]{1,8}(?:した|する|された|される)(?=[\u30a1-\u30fa\u3400-\u9fff])(?!後|際|時点|結果|場合|所|上で)"
)
"""Behind a day that belongs to a noun, not to what the sentence says: 2月に出荷した製品."""
_INTRODUCED_RE = re.compile(
    r".*\b(?:consist\w* of|compris\w+|due to|reflecting|attributable to|owing to|such as|composed of|made up of|breakdown)\b",
    re.IGNORECASE,
)
"""What a list of causes or parts is introduced by is none of it."""
_PARTS_RE = re.compile(
    r"\A(?:[こそ]の)?うち|\A.*のうち\Z|\A(?:and )?of (?:which|whom|these|this|the total)\b,?", re.IGNORECASE
)
"""Before the parts of a whole, which depend on it alike: 1,357店、うち直営312店、FC1,045店."""
_NO_LABEL_RE = re.compile(r"\b(?:and|while|whereas|but|million|billion|thousand|trillion|yen)\b")


def exchanged_in_enumerations(exam: Examination) -> Iterator[tuple[FigurePair, FigurePair]]:
    """Yield neighbours of a Japanese enumeration that stand in the other order in English, each beside words of its own."""
    if not exam.one_segment:
        return
    one_clock = all(len(set(map(str.lower, _zones(side)))) < 2 for side in exam.sides)
    agreeing = [
        both
        for pair in exam.pairs
        for both in pair.figures
        if both.agrees
        and kind_class(both.ja) == kind_class(both.en)
        and (one_clock or both.ja.kind is not Kind.TIME)
    ]
    agreeing.sort(key=lambda both: both.ja.span.start)
    agreeing = [both for both in agreeing if not _is_sum(both, agreeing)]
    crossed = [
        (one, other)
        for one, other in combinations(agreeing, 2)
        if other.en.span.start < one.en.span.start
        and _alike(one, other)
        and (all(_enumerated(side, one, other) for side in exam.sides) or _cells_exchanged(exam, one, other))
    ]
    crossed = [couple for couple in crossed if not _moved_with_verb(agreeing, *couple)]
    crossed = [couple for couple in crossed if not _turned_round(agreeing, *couple)]
    alike = labelled_alike(exam) if crossed else frozenset()
    for one, other in crossed:
        if not {one.ja.span, other.ja.span} & alike and not any(_of_all(exam, both) for both in (one, other)):
            yield one, other


def _moved_with_verb(agreeing: Sequence[FigurePair], one: FigurePair, other: FigurePair) -> bool:
    """Whether of two items one rises and one falls, in both languages: each verb stayed with its figure or the one beside it.

    Translators tell first what rose: Aは2%増の5億円、Bは4%減の3億円、Cは6%増の7億円.
    """
    by_en = sorted(agreeing, key=lambda both: both.en.span.start)
    for step in (0, 1, -1):
        beside = [_neighbour(agreeing, both, step) for both in (one, other)]
        if None in beside or beside != [_neighbour(by_en, both, step) for both in (one, other)]:
            continue
        ways = [{both.ja.direction, both.en.direction} - {None} for both in beside if both]
        told = any(both.en.direction and both.en.sign in (Sign.NONE, Sign.WORD) for both in beside if both)
        if told and all(len(way) == 1 for way in ways) and ways[0] != ways[1]:
            return True
    return False


def _turned_round(agreeing: Sequence[FigurePair], one: FigurePair, other: FigurePair) -> bool:
    """Whether two items stand the other way round in English, each with its rate: 10億円（3%増）、90億円（8%増）; 9.0 billion (8%), 3% to 1.0."""
    by_en = sorted(agreeing, key=lambda both: both.en.span.start)
    order = {id(both): at for at, both in enumerate(by_en)}
    for step in (1, -1):
        beside = [_neighbour(agreeing, both, step) for both in (one, other)]
        if beside[0] is None or beside[1] is None or beside[0] is beside[1]:
            continue
        if beside[0].ja.kind is one.ja.kind or beside[0].ja.kind is not beside[1].ja.kind:
            continue
        places = [order[id(both)] for both in (beside[1], other, one, beside[0])]
        low = min(places)
        if [sorted(at - low for at in half) for half in (places[:2], places[2:])] == [[0, 1], [2, 3]]:
            return True
    return False


def _neighbour(figures: Sequence[FigurePair], both: FigurePair, step: int) -> FigurePair | None:
    at = next(number for number, each in enumerate(figures) if each is both) + step
    return figures[at] if 0 <= at < len(figures) else None


_PARTS = 2


def _is_sum(whole: FigurePair, figures: Sequence[FigurePair]) -> bool:
    """Whether an amount is the sum of all others of its kind: a whole may stand before its parts or behind them."""
    if whole.ja.kind not in (Kind.AMOUNT, Kind.COUNT, Kind.PHYSICAL):
        return False
    parts = [
        both.ja.value
        for both in figures
        if both is not whole and both.ja.kind is whole.ja.kind and both.ja.unit == whole.ja.unit
    ]
    known = [value for value in parts if value is not None]
    return len(known) == len(parts) >= _PARTS and sum(known) == whole.ja.value


def _cells_exchanged(exam: Examination, one: FigurePair, other: FigurePair) -> bool:
    """Whether each of two figures stands in the cell of the other, in lines of as many cells."""
    counts = {side.readings[0].segment.text.count("\t") for side in exam.sides}
    if len(counts) != 1 or 0 in counts:
        return False
    places = [
        [_cell(side, figure) for figure in figures]
        for side, figures in zip(exam.sides, ((one.ja, other.ja), (one.en, other.en)), strict=True)
    ]
    return places[0][0] != places[0][1] and places[0] == places[1][::-1]


def _cell(side: Side, figure: Figure) -> int:
    content = side.readings[0].segment.content
    return content.text.count("\t", 0, content.index(figure.span.start))


_WHOLE_RE = {
    Language.JA: re.compile(r"全体(?:で|の|は|では)?約?\Z"),
    Language.EN: re.compile(r"(?:,| as)? (?:overall|altogether|in total|as a whole)\b"),
}


def _of_all(exam: Examination, both: FigurePair) -> bool:
    """Whether both segments say of a figure that it is that of the whole, which may stand before its parts or behind."""
    ja, en = (side.readings[0].segment.content for side in exam.sides)
    return bool(
        _WHOLE_RE[Language.JA].search(ja.text, 0, ja.index(both.ja.span.start))
        and _WHOLE_RE[Language.EN].match(en.text, en.index(both.en.span.end))
    )


def _zones(side: Side) -> list[str]:
    """The time zones that a segment prints beside its times."""
    times = [figure for figure in side.readings[0].figures if figure.kind is Kind.TIME]
    return [match[0] for figure in times if (match := ZONE_RE.search(figure.printed))]


def _alike(one: FigurePair, other: FigurePair) -> bool:
    return (
        one.ja.kind is other.ja.kind
        and one.ja.unit == other.ja.unit
        and (one.en.unit == other.en.unit or not (one.en.unit and other.en.unit))
        and (one.ja.value, one.ja.moment) != (other.ja.value, other.ja.moment)
        and one.ja.bound is other.ja.bound
        and not any(_apart(*both) for both in ((one.ja, other.ja), (one.en, other.en)))
    )


def _apart(one: Figure, other: Figure) -> bool:
    """Whether two changes are measured from different bases: a year and a quarter before are no items of one list."""
    return one.base is not None and other.base is not None and one.base.relative is not other.base.relative


def _enumerated(side: Side, one: FigurePair, other: FigurePair) -> bool:
    """Whether two figures stand in two parts of an enumeration, neither measured from the other."""
    content = side.readings[0].segment.content
    text = content.text
    figures = [both.ja if side.language is Language.JA else both.en for both in (one, other)]
    places = sorted((content.index(f.span.start), content.index(f.span.end)) for f in figures)
    first, second = places
    between = text[first[1] : second[0]]
    if side.language is Language.JA:
        heads = [
            _BORDER_JA_RE.split(_OPENED_RE.sub("", words))[-1]
            for words in (text[max(0, first[0] - 14) : first[0]], between)
        ]
        if one.ja.kind is Kind.DATE and _ATTRIBUTE_RE.match(text, first[1]):
            return False
        parted = bool(_BORDER_JA_RE.search(text, first[1] - 1, second[0]))
        parted &= all(re.search(r"[^\W\d]", head) for head in heads)
    else:
        parted = bool(_BORDER_EN_RE.search(between) and re.search("[a-z]{3}", _NO_LABEL_RE.sub("", between)))
    return parted and not depend(text, side.language, (first, second), percent=one.ja.kind is Kind.PERCENT)


_SEVERALLY_EN_RE = re.compile(r",? respectively\b")
"""What stands before or behind the figures is said of each."""


def depend(
    text: str, language: Language, places: tuple[tuple[int, int], tuple[int, int]], *, percent: bool
) -> bool:
    """Whether words around two figures make one of them depend on the other, or on something else.

    Args:
        text: the folded text of a segment.
        language: its language.
        places: where the figures start and end, in order.
        percent: both are percentages, which growth may be said of.
    """
    first, second = places
    between = text[first[1] : second[0]]
    growth = _GROWTH_RES[language, percent]
    if language is Language.JA:
        head = _PARTS_RE.sub("", _BORDER_JA_RE.split(text[max(0, first[0] - 14) : first[0]])[-1])
        behind = re.split("[、。;(]|など|により|によって", text[second[1] : second[1] + 14])[0]
        behind = "" if behind.startswith("それぞれ") else behind
        around = "|".join([head, between, behind])
        return bool(_APART_JA_RE.search(growth.sub("", around))) or any(
            _SUM_JA_RE.search(text, 0, start) for start, _ in places
        )
    severally = _SEVERALLY_EN_RE.match(text, second[1]) is not None
    head = "" if severally else re.split(r"[,;.] ", text[max(0, first[0] - 60) : first[0]])[-1]
    head = _PARTS_RE.sub("", _INTRODUCED_RE.sub("", head))
    behind = re.split(r"[,;.](?:\s|$)| \(", text[second[1] : second[1] + 60])[0]
    return bool(_APART_EN_RE.search(growth.sub("", " | ".join([head, between, behind]))))
