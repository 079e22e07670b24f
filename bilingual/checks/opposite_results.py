"""Sentences that state the same figure of a profit in one version and of a loss in the other: 営業利益, operating loss."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bilingual.align.given_figures import MARKS
from bilingual.checks.examination import Examination
from bilingual.model.alignment import Pair, PairKind, SegmentReading
from bilingual.model.document import Language, Span
from bilingual.model.figure import Figure, Kind
from bilingual.model.segment import Segment
from bilingual.text.normalize import fold

ITEM_RE = {
    Language.JA: re.compile(
        r"(?:(?P<operating>営業)|(?P<ordinary>経常)|(?P<segment>セグメント)|(?P<net>純|(?<!前)(?:当期|四半期|中間)))"
        r"(?:(?P<profit>利益)|(?P<loss>損失))(?!率|又は|または|剰余|[(（] ?(?:[△▲−-]|又は|または|損失|利益|赤字))"
    ),
    Language.EN: re.compile(
        r"\b(?:(?P<operating>operating) |(?P<ordinary>ordinary|recurring) |(?P<segment>segment) |(?P<net>net) "
        r"|(?=(?:profit|loss) attributable to (?:the )?owners))"
        r"(?:(?P<profit>profits?|income|earnings)|(?P<loss>loss(?:es)?))\b(?! ?\( ?(?:or )?(?:[△▲−-]|loss|profit|income|earnings|deficit|gain)| ?/| or |-)",
        re.IGNORECASE,
    ),
}
EQUITY_RE = {
    Language.JA: re.compile(
        r"(?P<equity>持分法による投資)(?:(?P<profit>利益)|(?P<loss>損失))(?!又は|または|[(（])"
    ),
    Language.EN: re.compile(
        r"\b(?P<equity>share of|equity in) (?:(?P<profit>profits?|income|earnings|gains?)|(?P<loss>loss(?:es)?))\b(?! ?\(| ?/| or )",
        re.IGNORECASE,
    ),
}
"""What investees add to or take from the result."""
NET = "net"
ITEMS = ("operating", "ordinary", "segment", NET, "equity")
OPPOSITE_RE = {
    (Language.JA, "profit"): re.compile(r"損失|赤字|損益|[△▲]|マイナス|転換|転じ"),
    (Language.JA, "loss"): re.compile(r"利益|黒字|損益|転換|転じ"),
    (Language.EN, "profit"): re.compile(r"\b(?:loss|deficit|negative|minus|turn|from the red)|\(-", re.IGNORECASE),
    (Language.EN, "loss"): re.compile(r"\b(?:profit|income|earnings|gain|turn|black)", re.IGNORECASE),
}  # fmt: skip
"""Words of a sentence that may speak of the other: then it is left alone."""
LOSS_RE = re.compile("損失|[Ll]oss")
BARE_RE = re.compile(r"(?:(?P<profit>profit)|(?P<loss>loss))(?: (?:for|attributable to) .*)?", re.IGNORECASE)
"""What statements under IFRS and the form of the exchange call the net result."""
FEWEST = 2
"""Values of a row that have to agree."""
STATED = frozenset({Kind.AMOUNT, Kind.PERCENT})


class OppositeResult(NamedTuple):
    """A result that is a profit in one version and a loss in the other: the words for it on both sides."""

    ja: Span
    en: Span


class _Named(NamedTuple):
    name: str
    way: str


class _Item(NamedTuple):
    name: str
    way: str
    span: Span


def opposite_results(exam: Examination) -> Iterator[OppositeResult]:
    """Yield the words for a result that two sentences with the same figure of it name profit and loss, once a paragraph."""
    for pair in exam.pairs:
        if pair.kind is PairKind.PROSE and _names_loss(pair.ja_readings) is not _names_loss(pair.en_readings):
            found = next(_of_pair(pair), None)
            if found is not None:
                yield found


def _names_loss(readings: tuple[SegmentReading, ...]) -> bool:
    return any(LOSS_RE.search(reading.segment.text) for reading in readings)


def opposite_rows(exam: Examination) -> Iterator[Pair]:
    """Yield rows whose labels name profit and loss and whose values agree, one of them above zero at least."""
    for pair in exam.row_pairs():
        if pair.ja_row is None or pair.en_row is None or len(pair.figures) < FEWEST:
            continue
        labels = ((Language.JA, pair.ja_row.label), (Language.EN, pair.en_row.label))
        ja, en = (_result(language, fold(label)) for language, label in labels)
        if ja is None or en is None or ja.name != en.name or ja.way == en.way:
            continue
        above = any(_is_positive(both.ja) and _is_positive(both.en) for both in pair.figures)
        if above and all(both.agrees for both in pair.figures):
            yield pair


def _result(language: Language, label: str) -> _Named | None:
    found = ITEM_RE[language].search(label) or (BARE_RE.fullmatch(label) if language is Language.EN else None)
    found = found or EQUITY_RE[language].search(label)
    if found is None or OPPOSITE_RE[language, _way(found)].search(label):
        return None
    return _Named(_name(found), _way(found))


def _name(found: re.Match[str]) -> str:
    return next((item for item in ITEMS if item in found.re.groupindex and found[item]), NET)


def _way(found: re.Match[str]) -> str:
    return "profit" if found["profit"] else "loss"


def _is_positive(figure: Figure) -> bool:
    return figure.value is not None and figure.value > 0


def _of_pair(pair: Pair) -> Iterator[OppositeResult]:
    for both in pair.figures:
        if (both.ja.sign in MARKS) is not (both.en.sign in MARKS):
            continue  # a loss of 12 is a profit of (12)
        if both.agrees and both.ja.kind in STATED:
            ja, en = _item(pair.ja_readings, both.ja), _item(pair.en_readings, both.en)
            if ja is not None and en is not None and ja.name == en.name and ja.way != en.way:
                yield OppositeResult(ja.span, en.span)


def other_results(exam: Examination) -> Iterator[OppositeResult]:
    """Yield the words for two results, one in each version, of the same amount: 経常利益, operating profit.

    The Japanese result is named nowhere in the English paragraph, and the amount is the first behind each of the words.
    """
    for pair in exam.pairs:
        if pair.kind is not PairKind.PROSE or len(pair.figures) < FEWEST:
            continue
        named = {
            _name(found)
            for reading in pair.en_readings
            for found in ITEM_RE[Language.EN].finditer(reading.segment.text)
        }
        if not named:
            continue
        for both in pair.figures:
            if both.agrees and both.ja.kind is both.en.kind is Kind.AMOUNT:
                ja, en = _item(pair.ja_readings, both.ja), _item(pair.en_readings, both.en)
                if (
                    ja is None
                    or en is None
                    or ja.name in named
                    or {ja.name, en.name} != {"operating", "ordinary"}
                ):
                    continue
                if _is_first(pair.ja_readings, ja, both.ja) and _is_first(pair.en_readings, en, both.en):
                    yield OppositeResult(ja.span, en.span)
                    break


def _is_first(readings: tuple[SegmentReading, ...], item: _Item, figure: Figure) -> bool:
    """Whether no other amount stands between a result and a figure."""
    return not any(
        item.span.end <= other.span.start < figure.span.start and other.kind is Kind.AMOUNT
        for reading in readings
        for other in reading.figures
    )


def _without_others(segment: Segment, name: str) -> str:
    """The text of a segment without the words for other results."""
    return ITEM_RE[segment.language].sub(lambda item: item[0] if _name(item) == name else " ", segment.text)


def _item(readings: tuple[SegmentReading, ...], figure: Figure) -> _Item | None:
    """The result that a figure is of, the last one named before it in its sentence; None where it may be either."""
    for reading in readings:
        segment = reading.segment
        if not segment.span.start <= figure.span.start < segment.span.end:
            continue
        at = segment.content.index(figure.span.start)
        before = list(ITEM_RE[segment.language].finditer(segment.text, 0, at))
        if not before:
            return None
        last = before[-1]
        if OPPOSITE_RE[segment.language, _way(last)].search(_without_others(segment, _name(last))):
            return None
        return _Item(_name(last), _way(last), segment.content.span(*last.span()))
    return None
