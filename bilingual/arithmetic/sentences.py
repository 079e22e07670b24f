"""What a sentence proves by its form: two amounts and their multiple or change, two ratios and their difference.

Only forms that leave no doubt which figures belong together: "from 5.4% to 6.1%, up 0.7 points", 5.4%から6.1%へ0.7ポイント改善,
3,200件から8,000件へ2.5倍.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bilingual.arithmetic.formulas import evaluate, value
from bilingual.arithmetic.items import same_measure
from bilingual.arithmetic.subjects import text_offset
from bilingual.model.alignment import SegmentReading
from bilingual.model.document import Language
from bilingual.model.figure import Direction, Figure, Kind
from bilingual.model.quick import replace
from bilingual.model.relation import Fact, Relation, RelationKind

NAME = "narrative"
CERTAINTY = 90
_SIGNS = {
    Kind.AMOUNT: "A", Kind.COUNT: "A", Kind.PHYSICAL: "A", Kind.NUMBER: "A",
    Kind.PERCENT: "G", Kind.POINTS: "D", Kind.RATIO: "R",
}  # fmt: skip
_MARK, _END = "\ue000", "\ue001"


def figure_form(text: str) -> re.Pattern[str]:
    """A form in which ``{A}`` stands for an amount, ``{G}`` per cent, ``{D}`` points and ``{R}`` a multiple."""
    figure = re.sub(r"\{(\w)\}", rf"{_MARK}\1(\\d+){_END}", text)
    return re.compile(figure, re.IGNORECASE)


_GAP_EN = r"[^.;:\ue000]{0,40}?"
_GAP_JA = r"[^。;:\ue000]{0,16}?"
_UP_EN = r",? (?:or )?(?:an? (?:increase|improvement|decrease|decline|rise|drop) of|up|down|by|(?:improved|rose|fell|declined) by) "
POINTS_RES: dict[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    Language.JA: (
        (figure_form(rf"{{G}}から{_GAP_JA}{{G}}(?:へと?|に、?|まで){_GAP_JA}{{D}}"), "nbd"),
        (figure_form(rf"{{G}}(?:から|に比べて?|より)、?{{D}}{_GAP_JA}{{G}}"), "bdn"),
        (figure_form(rf"{{G}}(?:と|で)(?:なり)?、{_GAP_JA}{{G}}(?:から|に比べて?|より){{D}}"), "nbd"),
    ),
    Language.EN: (
        (figure_form(rf"from {{G}}{_GAP_EN} to {{G}}{_UP_EN}{{D}}"), "nbd"),
        (figure_form(rf"{{G}}{_UP_EN}{{D}}{_GAP_EN} from {{G}}"), "ndb"),
        (figure_form(r"\bby {D} to {G} from {G}"), "dnb"),
        (figure_form(r"\bby {D} from {G} to {G}"), "dnb"),
    ),
}
"""Two ratios and how many points lie between; the order of the two does not matter."""
CHANGE_RES: dict[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    Language.JA: (
        (figure_form(rf"{{A}}から{_GAP_JA}{{A}}(?:へと?|に|と)、?約?{{R}}"), "bnr"),
        (figure_form(r"{A}から{G}(?:増|減)[^。、\ue000]{0,6}の?{A}"), "brn"),
        (figure_form(rf"{{A}}から{_GAP_JA}{{A}}(?:へと?|に)、?{{G}}(?:増|減|伸|上昇|低下)"), "bnr"),
    ),
    Language.EN: (
        (figure_form(r"{A},? (?:or |about |approximately |nearly )?{R} (?:the|that of|as (?:much|many) as(?: the)?) {A}"), "nrb"),
        (figure_form(rf"from {{A}}{_GAP_EN} to {{A}}{_UP_EN}{{G}}"), "bnr"),
        (figure_form(rf"from {{A}}{_GAP_EN} to {{A}},? (?:or |about |approximately |nearly )?{{R}} (?:the|that of|as (?:much|many))"), "bnr"),
        (figure_form(r"{R},? from {A} to {A}"), "rbn"),
        (figure_form(rf"{{R}},? to {{A}},?{_GAP_EN} from {{A}}"), "rnb"),
    ),
}  # fmt: skip
"""An amount, the one before, and the change in per cent or the multiple between."""
_OF_JA = r"[^。;:、はがも\ue000]{0,16}?"
SHARE_RES: dict[Language, tuple[tuple[re.Pattern[str], str], ...]] = {
    Language.JA: ((figure_form(rf"{{A}}(?:で|と|となり|であり)、?{_OF_JA}{{A}}の{{G}}(?:に当た|に相当|となり|でし|です|を占め)"), "nbr"),),
    Language.EN: ((figure_form(r"{A},? (?:which (?:is|was|represents)|representing|or|equivalent to|equal to) {G} of (?:the |that of )?{A}"), "nrb"),),
}  # fmt: skip
"""An amount as a per cent of another."""


def sentence_relations(reading: SegmentReading) -> Iterator[Relation]:
    """Yield what the form of a sentence says of its own figures, broken relations included."""
    if len(reading.figures) < 3:
        return
    text = masked(reading)
    language = reading.segment.language
    for pattern, order in POINTS_RES[language]:
        for match in pattern.finditer(text):
            told = _told(reading, order, match.groups())
            if told is not None:
                yield _difference(reading, told["d"], (told["n"], told["b"]))
    for pattern, order in CHANGE_RES[language]:
        for match in pattern.finditer(text):
            told = _told(reading, order, match.groups())
            if told is not None and _comparable(told["n"], told["b"]):
                yield _change(reading, told["r"], told["n"], told["b"])
    for pattern, order in SHARE_RES[language]:
        for match in pattern.finditer(text):
            told = _told(reading, order, match.groups())
            if told is not None and _comparable(told["n"], told["b"]):
                yield _share(reading, told["r"], told["n"], told["b"])


def masked(reading: SegmentReading) -> str:
    """The text with a mark for each figure that may take part; the others end a form."""
    text, content = reading.segment.text, reading.segment.content
    for number, figure in reversed(list(enumerate(reading.figures))):
        start = text_offset(content, figure.span.start)
        end = text_offset(content, figure.span.end - 1) + 1
        text = f"{text[:start]}{_MARK}{_SIGNS.get(figure.kind, 'X')}{number}{_END}{text[end:]}"
    return text


def _told(reading: SegmentReading, order: str, numbers: Sequence[str]) -> dict[str, Figure] | None:
    """The figures of a form by their parts; None where one of them is rough, a limit or a word: only multiples may be."""
    figures = [reading.figures[int(number)] for number in numbers]
    plain = all(
        figure.value is not None
        and figure.ends is None
        and (figure.word or not figure.approximate)
        and (figure.kind is Kind.RATIO or not (figure.bound or figure.word))
        for figure in figures
    )
    return dict(zip(order, figures, strict=True)) if plain else None


def _comparable(one: Figure, other: Figure) -> bool:
    return same_measure(one, other) and value(one) > 0 and value(other) > 0


def _fact(reading: SegmentReading, figure: Figure) -> Fact:
    return Fact(figure, segment=reading.segment)


_BASIS_POINTS, _OF_A_PERCENT = "bps", 100


def _in_basis_points(rate: Figure) -> Figure:
    """A rate in hundredths of a per cent, in which its change is stated."""
    amount, step = value(rate) * _OF_A_PERCENT, (rate.step or 0) * _OF_A_PERCENT
    return replace(rate, value=amount, step=step)


def _difference(reading: SegmentReading, points: Figure, ratios: tuple[Figure, Figure]) -> Relation:
    high, low = sorted(ratios, key=value, reverse=True)
    counted = [_in_basis_points(one) for one in (high, low)] if points.unit == _BASIS_POINTS else (high, low)
    verdict, expected = evaluate(RelationKind.SUM, points, counted, (1, -1))
    note = f"{high.printed} - {low.printed} = {points.printed}"
    members = (_fact(reading, high), _fact(reading, low))
    result = _fact(reading, points)
    return Relation(
        RelationKind.SUM, result, members, verdict, expected, CERTAINTY, (1, -1), name=NAME, note=note
    )


def _change(reading: SegmentReading, stated: Figure, now: Figure, base: Figure) -> Relation:
    kind = RelationKind.GROWTH if stated.kind is Kind.PERCENT else RelationKind.RATIO
    falls = kind is RelationKind.GROWTH and (stated.direction is Direction.DOWN or value(now) < value(base))
    weights = (-1,) if falls and value(stated) > 0 else ()
    verdict, expected = evaluate(kind, stated, (now, base), weights)
    less = " - 1" if kind is RelationKind.GROWTH else ""
    note = f"{now.printed} / {base.printed}{less} = {'-' if weights else ''}{stated.printed}"
    members = (_fact(reading, now), _fact(reading, base))
    return Relation(
        kind, _fact(reading, stated), members, verdict, expected, CERTAINTY, weights, None, NAME, note
    )


def _share(reading: SegmentReading, stated: Figure, part: Figure, whole: Figure) -> Relation:
    verdict, expected = evaluate(RelationKind.RATIO, stated, (part, whole))
    note = f"{part.printed} / {whole.printed} = {stated.printed}"
    members = (_fact(reading, part), _fact(reading, whole))
    result = _fact(reading, stated)
    return Relation(RelationKind.RATIO, result, members, verdict, expected, CERTAINTY, name=NAME, note=note)
