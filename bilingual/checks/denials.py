"""Given segments of which only one denies what it says: 影響はない, there is an effect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bilingual.checks.building import sentence, spot
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.checks.wordings import is_told
from bilingual.contrasts.lines import packaged, read_rows
from bilingual.model.document import Language
from bilingual.model.report import Finding, Severity

_TAIL_RE = re.compile(r"[ぁ-ん]{0,6}(?:[行致得在生見込]|実施|存在)?[ぁ-ん]{0,8}")
"""Between a predicate and what denies it: 修正は行い, 影響は."""
_NEGATION_JA = (
    r"(?:ません(?:でした)?|(?<![し少敢])ない|(?<!少)なかった|(?:おら|いたさ|なら|せ|わ|か|さ|た|ま|れ)ず)"
)
_DENIED_JA_RE = re.compile(
    rf"{_NEGATION_JA}(?=[。)」]|\Z|と(?:見込|考え|判断|認識|想定)|(?:予定|見込み|見通し|方針)(?:で|。|\Z))"
)
"""What a Japanese sentence ends with that denies something."""
_AFFIRMED_JA_RE = re.compile(
    r"しか|なけれ|なくて|ざるを|ねば|過ぎ|欠かせ|変わら|変わり|かも|限ら|問わ|かかわら|関わら|少なから|少なく|やみ|止ま|絶え|間もな|ほかな|他な|のみなら|だけで|ばかりで"
    r"|とどまら|留まら|相次|思わ|では?ない[かで]|はない[かで]|ませんか|わけで|余儀|惜しま|劣ら|尽き|問題|下回|上回|超え|越え|満た|届|及ば|至ら|達し|足り|とは限|二度と|例外"
)
"""Words with which a denial affirms, is a limit, or has many renderings: しか…ない, なければならない, 上回らない."""
_DENIED_EN_RE = re.compile(
    r"\b(?:not|no|nor|never|none|neither|cannot|without|nothing|nobody|nowhere|[a-z]+n['’]t|un[a-z]+|non[a-z-]*|i[lmnr](?:ability|accura|adequ|appropr|capab|complete|correct|elig|suffic|valid|active|freq|signif|possib|material|pract|legal|regul|relev)[a-z]*"
    r"|dis[a-z]+|fail[a-z]*|lack[a-z]*|exclu[a-z]*|except[a-z]*|free|avoid[a-z]*|unless|until|only|few[a-z]*|little|less|hardly|barely|scarcely|rarely|seldom|refrain[a-z]*|other|rather|instead|below|short|zero|nil|absen[a-z]*|beyond|outside|forg[a-z]*|omit[a-z]*"
    r"|waiv[a-z]*|difficult[a-z]*|hard|prevent[a-z]*|miss[a-z]*|exempt[a-z]*|regardless|out|yet|remain[a-z]*|stop[a-z]*|refus[a-z]*|reject[a-z]*|den[iy][a-z]*|suspend[a-z]*|maintain[a-z]*|ke[ep][a-z]*|hold[a-z]*|loss[a-z]*|lost|ceas[a-z]*|withh[a-z]*|pending|limited|minor|negligible"
    r"|missing|stuck|unlike|ban[a-z]*|prohibit[a-z]*|forbid[a-z]*|decline[a-z]*|against|too|leav[a-z]*|left|still|all|every[a-z]*|both|skip[a-z]*|rule[sd]?|ruling|elud[a-z]*|flat|same|N/A)\b|\?",
    re.IGNORECASE,
)
"""English words that deny, or that a denial may be rendered with."""
_NOT_EN_RE = re.compile(
    r"(?<!that )(?<!which )(?<!who )(?<!if )\b(?:(?:do|does|did|has|have|had|will|would|is|are|was|were|should) not|cannot)\b"
    r"(?! (?:only|necessarily|just|merely|simply|yet|fully|completely|entirely|always|all|include|exceed))"
    r"(?![^.;]*\b(?:until|unless|before|prior|later|earlier|more|less|fewer|greater|higher|lower|below|under|above|over|than|exceed|beyond|but|outside|limited|change[ds]?|any longer|such|without|other)\b)",
    re.IGNORECASE,
)
"""A denied verb that sets no limit: has not consented, but not will not expire until 2031."""
_MAY_DENY_JA_RE = re.compile(
    r"な[いくかけきし]|ませ|ずに?(?:[、。に]|\Z)|[おわられせさかまばべたな]ず|ぬ|まい|不|無|非|未|否|外|除|のみ|だけ|しか|欠|中止|避|免|防|難|禁|停|見送|据|止|限|廃|辞|以内|失|反|控|にく|づら|断|拒|忘|違|異|誤|まで|弱|遅|延|保留|困|一部|抑|取り下げ|見合|取消|撤|終|途中|脱|離|閉|休|留"
)
"""Japanese words that deny, or that an English denial may render."""


def denials(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield what one of two given segments denies and the other affirms in words of its own, where nothing else is told of them."""
    if not exam.one_segment:
        return
    ja, en = (side.readings[0].segment.text for side in exam.sides)
    found = _denied_in_japanese(ja, en) or _denied_in_english(ja, en)
    if found is None or is_told(exam):
        return
    side, (start, end) = (exam.ja if found[0] is Language.JA else exam.en), found[1]
    place = spot(side, side.readings[0].segment.content.span(start, end))
    denied, other = ("Japanese", "English") if side is exam.ja else ("English", "Japanese")
    phrase = f"{denied} denies what {other} affirms: {place.text}"
    sided = (place, None) if side is exam.ja else (None, place)
    yield make(check, Severity.WARNING, sentence("", phrase), *sided)


@cache
def _predicates() -> dict[str, tuple[str, ...]]:
    """Japanese predicates, and the beginnings of English words that say the same."""
    return {ja: tuple(en.split()) for ja, en in read_rows(packaged("predicates.tsv"), 2)}


@cache
def _predicate() -> re.Pattern[str]:
    """Any of the Japanese predicates."""
    return re.compile("|".join(_predicates()))


_Found = tuple[Language, tuple[int, int]]


def _denied_in_japanese(ja: str, en: str) -> _Found | None:
    """A denied predicate whose English words stand there, and nothing that denies them."""
    if not any(word in ja for word in ("ない", "ません", "なかった", "ず")):
        return None
    denied = _DENIED_JA_RE.search(ja)
    said = _denied_predicate(ja, denied.start()) if denied else None
    if denied is None or said is None or _AFFIRMED_JA_RE.search(ja) or _DENIED_EN_RE.search(en):
        return None
    met = re.search(rf"\b(?:{'|'.join(_predicates()[said[0]])})", en, re.IGNORECASE)
    return (Language.JA, (said.start(), denied.end())) if met else None


def _denied_predicate(ja: str, end: int) -> re.Match[str] | None:
    """The known predicate that ends at a denial: 変更する予定はない denies the plan."""
    near = [*_predicate().finditer(ja, max(0, end - 20), end)]
    return near[-1] if near and _TAIL_RE.fullmatch(ja, near[-1].end(), end) else None


def _denied_in_english(ja: str, en: str) -> _Found | None:
    """A denied verb whose Japanese predicate stands there, and nothing that denies it."""
    if " not" not in en and "annot" not in en:
        return None
    denied = _NOT_EN_RE.search(en)
    verb = _VERB_RE.match(en, denied.end()) if denied else None
    if denied is None or verb is None or _MAY_DENY_JA_RE.search(ja):
        return None
    word = verb["verb"].lower()
    met = any(predicate in ja for predicate, words in _predicates().items() if word.startswith(words))
    return (Language.EN, (denied.start(), verb.end())) if met else None


_VERB_RE = re.compile(r" (?:(?:be|been|being|have|currently|[a-z]+ly) ){0,3}(?P<verb>[a-z]+)", re.IGNORECASE)
