"""What line items are called: labels and phrases of running text under keys that one and the same item shares.

Two phrases name one item where their telling words are the same. Words that issuers add or leave out at will (total,
revenues, services, expenses; 合計, 収入) are no telling words, but the phrase that shares them wins: "Cost of total
revenues" is "Total costs" before it is "Total costs and expenses".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from bilingual.arithmetic.items import Item, Ledger
from bilingual.arithmetic.roles import Role
from bilingual.glossary.keys import STOP_STEMS, english_words, japanese_term_key
from bilingual.glossary.matcher import Matcher
from bilingual.model.alignment import Side
from bilingual.model.document import Language
from bilingual.model.figure import Kind

Words = frozenset[str]

OPTIONAL = frozenset({"total", "revenue", "service", "expense"})
"""English stems that a label may have more or less than the phrase that names it."""
SAME = {
    "sales": "revenue", "sale": "revenue", "turnover": "revenue", "profit": "income", "earning": "income",
    "earnings": "income", "result": "income",
}  # fmt: skip
"""English stems that issuers use for one another."""
OTHER = frozenset({"other"})
MONEY = frozenset({Kind.AMOUNT})
COUNTED = frozenset({Kind.PHYSICAL, Kind.COUNT, Kind.NUMBER})
MISSING, EXTRA, BY_CONCEPT = 4, 2, 1
"""What an optional word costs that the phrase lacks or adds, and a match by the glossary alone."""
_ASIDE_RE = re.compile(r"\(([^()]*)\)|[⁽(]?[¹²³⁴⁵⁶⁷⁸⁹⁰*†‡※]+[⁾)]?|\^\([^()]*\)")
_ALTERNATIVE_RE = re.compile(r"\(([a-z][a-z ]*)\)", re.IGNORECASE)
_SUFFIX_RE = re.compile(r"(?:収入)?の?(?:合計|総計|小計)$|(?<=[^統会設累家])計$|収入$|(?<=売上)高$|額$")
_SAME_JA = {"営業収益": "売上", "売上収益": "売上", "収益": "売上", "総資産": "資産", "純利益": "当期純利益"}
_ABBREVIATION_RES = (
    re.compile(r"((?:\b[A-Z][\w-]+ ){2,4})\(“?\"?([A-Z]{2,5})”?\"?\)"),
    re.compile(r"\b([A-Z]{2,5}) \(((?:[A-Z][\w-]+ ?){2,4})\)"),
)


@dataclass(frozen=True)
class Names:
    """Finds items by what they are called.

    Attributes:
        language: language of the labels.
        matcher: finds terms of the glossary.
        ledger: the items.
        keys: items by their telling words, each with all the words of one reading of its label.
        abbreviations: spelled out words of abbreviations that the text defines.
    """

    language: Language
    matcher: Matcher
    ledger: Ledger
    keys: dict[str, list[tuple[Words, Item]]]
    abbreviations: dict[str, Words]
    _known: dict[tuple[str, bool], list[Item]] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def by_role(self) -> dict[Role, tuple[Item, ...]]:
        """The items of the whole group by the part that they play in statements."""
        found: dict[Role, dict[int, Item]] = defaultdict(dict)
        for entries in self.keys.values():
            for _, item in entries:
                if item.role is not None and not item.is_part:
                    found[item.role][id(item)] = item
        return {role: tuple(items.values()) for role, items in found.items()}

    def find(self, phrase: str, *, money: bool = True) -> list[Item]:
        """The items that a phrase names best; several where several rows are called so.

        Args:
            phrase: words of a sentence.
            money: whether an amount of money is meant; a row of head counts called "Sales" holds none.
        """
        known = self._known.get((phrase, money))
        if known is None:
            known = self._known[phrase, money] = self._find(phrase, money=money)
        return known

    def _find(self, phrase: str, *, money: bool) -> list[Item]:
        found: dict[int, tuple[int, Item]] = {}
        for words in self._readings(phrase):
            for own, item in self.keys.get(_key(words), ()):
                cost = MISSING * len(own - words) + EXTRA * len(words - own)
                if id(item) not in found or cost < found[id(item)][0]:
                    found[id(item)] = (cost, item)
        for concept in self.matcher.exact(phrase.strip(), self.language):
            for item in self.ledger.by_concept.get(concept, ()):
                found.setdefault(id(item), (BY_CONCEPT, item))
        kinds = MONEY if money else COUNTED
        fitting = [entry for entry in found.values() if _holds(entry[1], kinds)] or (
            [] if money else [*found.values()]
        )
        least = min((cost for cost, _ in fitting), default=0)
        return [item for cost, item in fitting if cost == least]

    def _readings(self, phrase: str) -> Iterator[Words]:
        if self.language is Language.JA:
            yield from _japanese(phrase)
            return
        words = _english(phrase)
        yield words
        for short, full in self.abbreviations.items():
            if short in words:
                yield words - {short} | full


def read_names(ledger: Ledger, matcher: Matcher, side: Side, besides: Iterable[Item] = ()) -> Names:
    """Index the items of a side under what they are called.

    Args:
        ledger: the rows of its tables.
        matcher: finds terms of the glossary.
        side: the side.
        besides: items that are no rows.
    """
    language = side.language
    keys: dict[str, list[tuple[Words, Item]]] = defaultdict(list)
    for item in (*ledger.items, *besides):
        for words in readings_of(item.row.label, language):
            keys[_key(words)].append((words, item))
    return Names(
        language, matcher, ledger, dict(keys), _abbreviations(_text(side)) if language is Language.EN else {}
    )


@lru_cache(maxsize=20_000)
def readings_of(label: str, language: Language) -> tuple[Words, ...]:
    """The words that a label may stand for; none for a bare "Other"."""
    readings = _label_readings(label) if language is Language.EN else _japanese(label)
    return tuple([words for words in readings if words and words != OTHER])


def _text(side: Side) -> str:
    """The sentences that may define an abbreviation."""
    return "\n".join(reading.segment.text for reading in side.readings if "(" in reading.segment.text)


def _holds(item: Item, kinds: frozenset[Kind]) -> bool:
    """Whether a row has figures of these kinds."""
    return any(cell.figure is not None and cell.figure.kind in kinds for cell in item.row.cells)


def _key(words: Words) -> str:
    """The telling words; where there are none to speak of, all but the total."""
    telling = words - OPTIONAL
    if not telling or telling == OTHER:
        telling = words - {"total"}
    return " ".join(sorted(telling))


@lru_cache(maxsize=20_000)
def _english(phrase: str) -> Words:
    words = {SAME.get(word, word) for word, _, _ in english_words(_ASIDE_RE.sub(" ", phrase))}
    words = {word for word in words if word not in STOP_STEMS and not word[0].isdigit()}
    if "revenue" in words:
        words.discard("net")
    return frozenset(words)


@lru_cache(maxsize=20_000)
def _label_readings(label: str) -> tuple[Words, ...]:
    """The words of a label, with each alternative in parentheses: operating income (loss)."""
    readings = [_english(label)]
    for match in _ALTERNATIVE_RE.finditer(label):
        before = label[: match.start()].split()
        if before:
            readings.append(_english(" ".join([*before[:-1], match.group(1)]) + label[match.end() :]))
    if "net" in readings[0] and label.rstrip().lower().endswith(", net"):
        readings.append(readings[0] - {"net"})
    return tuple(dict.fromkeys(readings))


@lru_cache(maxsize=20_000)
def _japanese(label: str) -> tuple[Words, ...]:
    """The key of a Japanese label without what total labels add; 営業利益(損失) is 営業損益 too."""
    plain = _ASIDE_RE.sub("", label)
    spellings = [plain]
    if re.search(r"利益\(損失\)|損失\(利益\)|利益又は損失", label):
        stem = re.split(r"利益|損失", plain)[0]
        spellings += [stem + word for word in ("利益", "損失", "損益")]
    if plain.endswith(("利益", "損失")):
        spellings.append(plain[:-2] + "損益")
    keys = []
    for spelling in spellings:
        key = _SUFFIX_RE.sub("", japanese_term_key(spelling))
        keys.append(frozenset({_SAME_JA.get(key, key)}))
    return tuple(dict.fromkeys(key for key in keys if key != frozenset({""})))


def _abbreviations(text: str) -> dict[str, Words]:
    """Abbreviations that a text defines: Systems Integration (SI)."""
    found: dict[str, Words] = {}
    for pattern in _ABBREVIATION_RES:
        for one, other in pattern.findall(text):
            long, short = (one, other) if len(one) > len(other) else (other, one)
            names = long.split()
            for count in range(2, len(names) + 1):
                if "".join(name[0] for name in names[-count:]).upper() == short.upper():
                    found.setdefault(short.lower(), _english(" ".join(names[-count:])))
    return found
