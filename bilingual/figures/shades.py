"""Sign, direction, limits and approximation of two figures."""

from __future__ import annotations

import re
from decimal import Decimal

from bilingual.figures import words_en, words_ja
from bilingual.figures.amounts import within_limit
from bilingual.figures.units import DURATIONS
from bilingual.model.document import Language
from bilingual.model.figure import Aspect, Bound, Difference, Direction, Figure, Kind, Sign

HALF = Decimal("0.5")
_FLIPPED = {
    Bound.MORE: Bound.LESS,
    Bound.LESS: Bound.MORE,
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.AT_MOST: Bound.AT_LEAST,
    Bound.JUST_OVER: Bound.JUST_UNDER,
    Bound.JUST_UNDER: Bound.JUST_OVER,
}
_UPWARD = (Bound.MORE, Bound.AT_LEAST, Bound.JUST_OVER)
_OVER = (Bound.MORE, Bound.JUST_OVER)
_STATED_RE = re.compile(r"\b(?:was|were|is|of|to|at) \(\Z")
"""Before an amount in brackets that nothing stands beside: operating income was (¥1.2 billion)."""
_NEARLY_RE = re.compile(r"\b(?:nearly|almost|close to|not quite)\W*\Z", re.IGNORECASE)
"""Said of what lies a little below."""
_EITHER_RE = re.compile(
    r"\((?:loss(?:es)?|expenses?|deficit)\)|\b(?:gains?|profits?|income)(?:/| (?:and|or) )loss(?:es)?|\bloss(?:es)? (?:and|or) (?:gains?|profits?)|(?:又は|または)[^、。()]{0,16}損失(?:\(△\))?",
    re.IGNORECASE,
)
"""Captions that hold for both signs: operating income (loss), 営業利益又は営業損失(△)."""
_REACHED_RE = re.compile(
    r"\b(?:reach(?:ed|es|ing)?|hit|pass(?:ed|es|ing)|cross(?:ed|es|ing)|broke|br[eo]aking|top(?:s|ped)?|clear(?:s|ed|ing)?|past|beyond)(?: through)?(?: the)?\Z",
    re.IGNORECASE,
)
"""Said of a mark that is passed: 1億人を突破, reached 100 million."""
_ABOVE_RE = re.compile(
    r"\b(?:exceed|surpass|outpac|outperform|outstrip|beat(?:s|ing)?\b|top(?:s|p(?:ed|ing))\b|above|ahead of)[^,.;]*\Z"
    r"|\b(?:up|ris(?:e|es|ing)|rose|gr[eo]w\w*|growth|increas\w+|improv\w+|climb\w*|gain\w*|higher|more|greater|better|faster|quicker|stronger|larger|longer|heavier)(?: [a-z]+){0,3}? (?:from|over|than|on|against)(?: [a-z]+){0,3}\Z",
    re.IGNORECASE,
)
_BELOW_RE = re.compile(
    r"\b(?:below|short of|under|within|lag(?:s|ged|ging)?|trail(?:s|ed|ing)?|miss(?:es|ed|ing)?|(?:not|to) reach)\b[^,.;]*\Z"
    r"|\b(?:down|decreas\w+|declin\w+|f[ae]ll\w*|dropp?\w*|lower|less|fewer|worse|slower|smaller|shorter|lighter|weaker|cheaper)(?: [a-z]+){0,3}? (?:from|over|than|on|against)(?: [a-z]+){0,3}\Z",
    re.IGNORECASE,
)
_FLOOR_RE = re.compile(r"\b(?:minimum|maximum|floor|ceiling|limit|cap)(?: of| at)?\Z", re.IGNORECASE)
"""A noun that names the limit: what is above it says more than it holds."""
_LIMIT_NOUN_RE = re.compile(r"下限|上限|最低|最高|最大|最小")
_EFFECT_RE = re.compile(
    r"\bnegative (?:impact|effect|contribution)s?\b|マイナスの?(?:影響|効果|要因|寄与)", re.IGNORECASE
)
_MARKS = (Sign.MARK, Sign.BOTH)
_SECTION_RE = re.compile(
    r"\b(?:under|in|within|as|to|among) (?:the |an? )?(?:extraordinary|special|non-operating) (?:loss(?:es)?|income|gains?|profits?|expenses?|items?)\b",
    re.IGNORECASE,
)
"""Where a statement shows an amount: a gain is none the less one among extraordinary losses."""


def compare_sign(ja: Figure, en: Figure, *, cell: bool = False) -> list[Difference]:
    """Compare minus marks and words: a word and a mark are one minus.

    A loss in words against a bare figure whose own words are not seen is no difference; against words of
    profit it is one.
    """
    if ja.ends or en.ends or ja.value is None or en.value is None:
        return []
    if (ja.value < 0) is (en.value < 0) or not ja.value or not en.value:
        return []
    minus, plus = (ja, en) if ja.value < 0 else (en, ja)
    if cell and minus.sign in _MARKS and plus.direction is Direction.DOWN:
        return []  # 1.3pt減 beside (1.3)pt
    if not cell and not (minus.sign in _MARKS and plus.sign is Sign.PLUS):
        if _bracketed(plus) and (minus.sign in _MARKS or plus.kind is Kind.AMOUNT):
            return []
        if minus.sign is Sign.WORD and (
            not (_says_profit(plus) or _marked(plus, minus)) or (_is_effect(minus) and _falls(minus, plus))
        ):
            return []
        if minus.sign in _MARKS and (_says_loss(plus) or _falls(minus, plus)):
            return []
    return [Difference(Aspect.SIGN, 2, f"{ja.printed} against {en.printed}")]


def _marked(plus: Figure, minus: Figure) -> bool:
    """Whether one prints a plus where the other has lost: (前期は+18億円), a loss of ¥1.8 billion."""
    levels = plus.direction is None and minus.direction is None and plus.kind is Kind.AMOUNT
    return levels and plus.sign is Sign.PLUS and minus.loss and not _says_loss(plus)


def _bracketed(figure: Figure) -> bool:
    """Whether bare digits stand behind an opening bracket: a minus in a row, a remark in a sentence."""
    if figure.kind is Kind.AMOUNT:
        return _STATED_RE.search(figure.subject) is not None
    return figure.kind is Kind.NUMBER and figure.subject.endswith("(")


def _says_profit(figure: Figure) -> bool:
    words = words_ja if figure.language is Language.JA else words_en
    japanese = figure.language is Language.JA
    subject = figure.subject if japanese else _SECTION_RE.sub("", figure.subject).rsplit(",", 1)[-1]
    profit, loss = (_last_end(found, subject) for found in (words.PROFIT_RE, words.LOSS_RE))
    if japanese:
        if profit >= 0 and _INNER_RE.match(subject, profit):
            return False
        return profit > max(loss, _last_end(_COST_RE, subject))  # the predicate comes last
    return profit >= 0 > loss


_INNER_RE = re.compile(r"[^。はが]{0,8}は[^。が]+[一-龠々ァ-ヶー)]が")
"""Behind a topic: another item is what the figure is of (経常利益は、発生保険金が418億円から減少し)."""
_COST_RE = re.compile(r"費用|経費|[^経]費(?![目用])|引当金")


def _last_end(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends; -1 where there is none."""
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def _says_loss(figure: Figure) -> bool:
    words = words_ja if figure.language is Language.JA else words_en
    return figure.loss or bool(words.LOSS_RE.search(_EITHER_RE.sub("", figure.subject)))


def _is_effect(figure: Figure) -> bool:
    """A negative effect of ¥5 million on profit is a decrease of it, not a loss."""
    return _EFFECT_RE.search(figure.subject) is not None


def _falls(minus: Figure, plus: Figure) -> bool:
    """▲4.3% is a decrease of 4.3%."""
    return plus.direction is Direction.DOWN and minus.direction is not Direction.UP


def compare_direction(ja: Figure, en: Figure) -> list[Difference]:
    """Compare which way a change goes; silence on one side is no difference."""
    first, second = _way(ja, en), _way(en, ja)
    if _judged(ja) is not _judged(en):
        first, second = (_meant(each, way) for each, way in ((ja, first), (en, second)))
    if first is None or second is None or first is second:
        return []
    serious = 1 if Direction.FLAT in (first, second) else 2
    return [Difference(Aspect.DIRECTION, serious, f"{first.value} against {second.value}")]


def _way(figure: Figure, other: Figure) -> Direction | None:
    """The direction that is said, or that a minus on a percentage of change shows."""
    if figure.direction is not None:
        shown = figure.direction
        if figure.sign in _MARKS and figure.kind in (Kind.PERCENT, Kind.POINTS) and other.sign not in _MARKS:
            return Direction.DOWN
        return shown
    if figure.sign in _MARKS and figure.kind in (Kind.PERCENT, Kind.POINTS) and other.sign not in _MARKS:
        return Direction.DOWN
    if figure.sign is Sign.PLUS and other.direction is not None and other.sign is Sign.NONE:
        return Direction.UP
    return None


def _judged(figure: Figure) -> bool:
    """Whether the direction is a judgement: an improved cost ratio is a lower one; such a verb ends the subject."""
    words = words_ja if figure.language is Language.JA else words_en
    found = list(words.QUALITY_RE.finditer(figure.subject, max(0, len(figure.subject) - 12)))
    return bool(found) and found[-1].end() == len(figure.subject)


def _meant(figure: Figure, way: Direction | None) -> Direction | None:
    """Which way a figure goes of which a judgement is said: a worse cost ratio is higher; None where its item is not known."""
    if not _judged(figure) or way not in _TURNED:
        return way
    found = max(
        _JUDGED_RES[figure.language].finditer(figure.subject), key=lambda match: match.end(), default=None
    )
    if found is None:
        return None
    return _TURNED[way] if found["cost"] else way


_TURNED = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}
_JUDGED_RES = {
    Language.JA: re.compile(
        r"(?P<cost>[費価][用]?率|コスト率|損害率|失業率|不良率|廃棄率|離職率|解約率|失効率|延滞率|事故率|空室率|コンバインド・?レシオ|不良債権比率|OHR)|利益率|マージン|自己資本比率|稼働率|入居率|ROIC|RO[EA]|歩留ま?り|利ざや"
    ),
    Language.EN: re.compile(
        r"(?P<cost>\b(?:cost|expense|loss|combined|churn|vacancy|lapse|surrender|cancellation|delinquency|accident|defect|overhead|turnover|unemployment|NPL|non-performing loan)(?: [a-z]+){0,2} (?:ratio|rate)\b|\bchurn\b|\bOHR\b)"
        r"|\b(?:margins?|equity ratio|utili[sz]ation|occupancy|ROIC|RO[EA]|yields?|spread)\b",
        re.IGNORECASE,
    ),
}
"""Ratios of which more is worse, and ratios of which more is better."""


def compare_bounds(ja: Figure, en: Figure) -> list[Difference]:
    """Compare limits as sets: 以上 holds its own limit, more than does not."""
    first, second = ja.bound, en.bound
    if first and second and _complement(ja, en):
        return [] if _FLIPPED[first] is second else [Difference(Aspect.BOUND, 0, _limits(ja, en))]
    if first is second or ja.ends or en.ends:
        return []
    if ja.value is not None and en.value is not None and abs(ja.value) != abs(en.value):
        told = 0 if within_limit(ja, en) else 1
        return [] if first and second else [Difference(Aspect.BOUND, told, _limits(ja, en))]
    opposite = first is not None and second is not None and (first in _UPWARD) is not (second in _UPWARD)
    if ja.word and en.word and ja.value == en.value == HALF and not opposite:
        return []  # 半数以上, more than half: idioms of a majority
    if first is None or second is None:
        limit, other = (ja, en) if first else (en, ja)
        if limit.bound is Bound.MORE and _REACHED_RE.search(other.subject):
            return [Difference(Aspect.BOUND, 0, _limits(ja, en))]
        if other.language is Language.JA and _LIMIT_NOUN_RE.search(other.subject):
            return [Difference(Aspect.BOUND, 0, _limits(ja, en))]  # 下限配当を1株60円, a minimum of ¥60
        if _compares(other, upward=limit.bound in _UPWARD):
            return [Difference(Aspect.BOUND, 0, _limits(ja, en))]
        if limit.bound in (Bound.MORE, Bound.AT_LEAST) and other.subject.endswith(
            (words_ja.DECADE, words_ja.AHEAD)
        ):
            return []  # 5%台 is 5 % or more, 90日前まで at least 90 days before
        if limit.bound in _OVER and _NEARLY_RE.search(other.subject):
            return [Difference(Aspect.BOUND, 2, _limits(ja, en))]
        if limit.bound in (Bound.JUST_UNDER, Bound.JUST_OVER) and other.approximate:
            return []
        if limit.bound is Bound.MORE and limit.unit in DURATIONS:
            return [Difference(Aspect.BOUND, 0, _limits(ja, en))]  # over 15 years: in the course of them
        # A ceiling (最大, up to) is left out as often as not; a floor or a strict limit is a statement.
        return [Difference(Aspect.BOUND, 0 if limit.bound is Bound.AT_MOST else 1, _limits(ja, en))]
    if (first in _UPWARD) is not (second in _UPWARD):
        named = _LIMIT_NOUN_RE.search(ja.subject) and _FLOOR_RE.search(en.subject)
        if named and _compares(en, upward=first in _UPWARD):
            return [Difference(Aspect.BOUND, 0, _limits(ja, en))]  # 下限に満たない, fewer than the minimum of
        return [Difference(Aspect.BOUND, 2, _limits(ja, en))]
    if (ja.word or en.word) and {Kind.RATIO, Kind.PERCENT} & {ja.kind, en.kind}:
        return [Difference(Aspect.BOUND, 0, _limits(ja, en))]  # 2倍以上, more than doubled
    if Kind.PERCENT not in (ja.kind, en.kind) and Kind.RATIO not in (ja.kind, en.kind):
        return [Difference(Aspect.BOUND, 0, _limits(ja, en))]  # 2万5千社以上, more than 25,000 companies
    if _FLOOR_RE.search(en.subject):
        return [Difference(Aspect.BOUND, 0, _limits(ja, en))]  # above the minimum of 100%
    if {first, second} in ({Bound.JUST_OVER, Bound.MORE}, {Bound.JUST_UNDER, Bound.LESS}):
        return [Difference(Aspect.BOUND, 0, _limits(ja, en))]
    return [Difference(Aspect.BOUND, 1, _limits(ja, en))]


def _compares(figure: Figure, *, upward: bool) -> bool:
    """Whether the words before a figure say that something lies above it, or below: outpacing the market's 3.5%."""
    return bool((_ABOVE_RE if upward else _BELOW_RE).search(figure.subject))


def _complement(ja: Figure, en: Figure) -> bool:
    """Cut by more than half leaves less than half; 半数以下に減らした is what is left, halved what is taken away."""
    if not (ja.kind is en.kind is Kind.RATIO and ja.value == en.value == HALF):
        return False
    falls = [figure.direction is Direction.DOWN for figure in (ja, en)]
    taken = en.printed.lower().startswith("halv") or en.subject.endswith((" by more than", " by over"))
    return falls[0] is not falls[1] or (all(falls) and taken and ja.bound in (Bound.AT_MOST, Bound.LESS))


def _limits(ja: Figure, en: Figure) -> str:
    return (
        f"{ja.bound.value if ja.bound else 'no limit'} against {en.bound.value if en.bound else 'no limit'}"
    )


def compare_approximation(ja: Figure, en: Figure) -> list[Difference]:
    """Tell where one side says about and the other does not, at the same precision; limits say as much."""
    if ja.approximate is en.approximate or ja.bound or en.bound or ja.step != en.step:
        return []
    return [Difference(Aspect.APPROXIMATION, 0, "approximate on one side only")]
