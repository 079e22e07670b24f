"""Figures of two paired texts that were exchanged: equal values under each other's names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from itertools import pairwise

from bilingual.align.mentions import Mention, kind_class
from bilingual.model.figure import Kind

_LISTED_JA_RE = re.compile(r"[、,・と]|及び|および")
_LISTED_EN_RE = re.compile(r"(?:,|and\b)(?!.*\bto\Z)")
"""Before a figure that stands beside the one before it."""
_NEXT_ITEM_RE = re.compile(r"、[^、 増減差]+(?:[がはも]|(?<!比)で)(?= |\Z)")
"""Before a figure of another item than the figure before."""


def uncross(
    chosen: list[tuple[int, int]],
    ja: Sequence[Mention],
    en: Sequence[Mention],
    compared: Container[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Exchange partners where equal values stand under each other's names: two figures were swapped."""
    found = list(chosen)
    for a, (i, j) in enumerate(found):
        for b in range(a + 1, len(found)):
            k, m = found[b]
            if (
                (i, m) in compared
                and (k, j) in compared
                and (
                    _roles_exchanged(ja[i], ja[k], en[j], en[m])
                    or _poles_exchanged(ja[i], ja[k], en[j], en[m])
                )
            ):
                found[a], found[b] = (i, m), (k, j)
                break
            if j < m or (i, m) not in compared or (k, j) not in compared or ja[i].digits == ja[k].digits:
                continue
            if kind_class(ja[i].figure) != kind_class(ja[k].figure):
                continue  # 9.8% to 12,345 units: what is exchanged measures the same
            straight = ja[i].nearest & en[j].nearest or ja[k].nearest & en[m].nearest
            if not straight and ja[i].nearest & en[m].nearest and ja[k].nearest & en[j].nearest:
                found[a], found[b] = (i, m), (k, j)
                break
    return found


def _poles_exchanged(first: Mention, second: Mention, one: Mention, other: Mention) -> bool:
    """Whether each of two figures is named by the word that names the other on the other side: 国内 and overseas."""
    if first.digits == second.digits or not (first.pole and one.pole):
        return False
    if (first.figure.kind is Kind.PERCENT) is not (second.figure.kind is Kind.PERCENT):
        return False  # 6% with what it includes, and ¥250,000
    if not (second.pole and other.pole):  # of three figures the third, a sum, may have taken the place of one
        return first.pole == other.pole and first.pole != one.pole
    return (first.pole, second.pole) == (other.pole, one.pole)


ORIGIN_JA_RE = re.compile(r"…から(?: \S+)?\Z")
ORIGIN_EN_RE = re.compile(
    r"\bfrom(?: (?:about|approximately|the|an?|previous|earlier|initial|last|loss|forecast|of|level))*(?: (?:improv|worsen|deteriorat))?\Z"
)
RESULT_EN_RE = re.compile(r"\bto(?: (?:about|approximately|an?))*(?: (?:improv|worsen|deteriorat))?\Z")


def _roles_exchanged(first: Mention, second: Mention, one: Mention, other: Mention) -> bool:
    """Whether what a change starts from on one side (66.7%から33.4%) is what it leads to on the other."""
    if first.figure.kind is not second.figure.kind or first.digits == second.digits:
        return False
    origins = [bool(ORIGIN_JA_RE.search(item.figure.subject)) for item in (first, second)]
    starts = [bool(ORIGIN_EN_RE.search(item.figure.subject)) for item in (one, other)]
    results = [bool(RESULT_EN_RE.search(item.figure.subject)) for item in (one, other)]
    return (origins == [True, False] and starts == [False, True] and results[0]) or (
        origins == [False, True] and starts == [True, False] and results[1]
    )


def uncross_named(
    chosen: Sequence[tuple[int, int]],
    ja: Sequence[Mention],
    en: Sequence[Mention],
    compared: Container[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Exchange partners where equal values stand beside each other's words (previously, 前年同期) in given segments.

    The words have to name one figure of the kind on each side.
    """
    found = list(chosen)
    mine, theirs = _singly_named(ja), _singly_named(en)
    _as_earlier(mine, theirs)
    _as_earlier(theirs, mine)
    partner = dict(found)
    for name, i in mine.items():
        m = theirs.get(name)
        j = partner.get(i)
        k = next((k for k, at in partner.items() if at == m), None)
        if (
            m is None
            or j is None
            or k is None
            or i == k
            or name[1] in ja[k].names | en[j].names
            or (ja[i].names & en[j].names) - ja[k].names - en[m].names
        ):
            continue
        if ja[i].digits == ja[k].digits or not _class(ja[k]) == _class(en[j]) == name[0]:
            continue
        if (
            Kind.POINTS in (ja[i].figure.kind, ja[k].figure.kind)
            and ja[i].figure.kind is not ja[k].figure.kind
        ):
            continue  # 3.7 points above and 9% higher are no two figures of one kind
        straight = ja[i].nearest & en[j].nearest and ja[k].nearest & en[m].nearest
        if straight and not (ja[i].nearest & en[m].nearest or ja[k].nearest & en[j].nearest):
            continue  # of two items in one sentence each side may name another one so
        if name[1] == "origin" and _leads_list(ja[i], en, m):
            continue  # 120億円、30億円から is from 12.0 billion and 3.0 billion
        if name[1] == "difference" and _NEXT_ITEM_RE.match(ja[max(i, k)].figure.subject):
            continue  # one verb tells of both: 売上が3億円、利益が2億円増加
        if (i, m) in compared and (k, j) in compared:
            partner[i], partner[k] = m, j
    return sorted(partner.items())


def _leads_list(origin: Mention, en: Sequence[Mention], at: int) -> bool:
    """Whether から stands behind the last of several figures and from before the first of them."""
    following = en[at + 1].figure.subject if at + 1 < len(en) else ""
    return bool(_LISTED_JA_RE.match(origin.figure.subject) and _LISTED_EN_RE.match(following))


def _as_earlier(mine: dict[tuple[str, str], int], theirs: Mapping[tuple[str, str], int]) -> None:
    """Give what a change starts from the name of an earlier time, where the other side says so: 412件から, (previous year: 412)."""
    for measure, name in list(mine):
        if name != "origin" or (measure, "past") in mine or (measure, "origin") in theirs:
            continue
        if (measure, "past") in theirs:
            mine[measure, "past"] = mine[measure, name]


def uncross_changes(
    chosen: Sequence[tuple[int, int]],
    ja: Sequence[Mention],
    en: Sequence[Mention],
    compared: Container[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Exchange neighbours of which one is the amount of a change in Japanese and the other in English.

    2億円減の128億円 says that 2億円 is the change; declined by ¥12.8 billion to ¥0.2 billion says the other.
    """
    found = sorted(chosen)
    for at, ((i, j), (k, m)) in enumerate(pairwise(found)):
        changes = ["difference" in mention.names for mention in (ja[i], ja[k], en[j], en[m])]
        alike = _class(ja[i]) == _class(ja[k]) == _class(en[j]) == _class(en[m])
        if (
            changes in ([True, False, False, True], [False, True, True, False])
            and k == i + 1
            and abs(j - m) == 1
            and alike
            and ja[i].figure.kind is ja[k].figure.kind is not Kind.PERCENT
            and ja[i].digits != ja[k].digits
            and not _of_two_items(ja[i], ja[k], en[j], en[m])
            and (i, m) in compared
            and (k, j) in compared
        ):
            found[at], found[at + 1] = (i, m), (k, j)
    return found


def _of_two_items(first: Mention, second: Mention, one: Mention, other: Mention) -> bool:
    """Whether two figures are changes of two items, of which one verb tells: 無形資産が3億円、棚卸資産が2億円増加."""
    if _NEXT_ITEM_RE.match(second.figure.subject):
        return True
    named_apart = not first.nearest & second.nearest and not one.nearest & other.nearest
    return named_apart and bool(first.nearest & one.nearest or second.nearest & other.nearest)


def uncross_days(
    chosen: Sequence[tuple[int, int]],
    ja: Sequence[Mention],
    en: Sequence[Mention],
    compared: Container[tuple[int, int]],
) -> list[tuple[int, int]]:
    """Pair the only two full dates, each of which has met a month: 2010年9月28日 … 翌年9月."""
    found = list(chosen)
    for a, (i, j) in enumerate(found):
        for b, (k, m) in enumerate(found):
            full = _is_full_date(ja[i]) and _is_full_date(en[m])
            months = ja[k].figure.printed.endswith("月") and en[j].figure.printed.isalpha()
            if full and months and (i, m) in compared and (k, j) in compared:
                found[a], found[b] = (i, m), (k, j)
    return found


def _is_full_date(mention: Mention) -> bool:
    return mention.figure.kind is Kind.DATE and len(mention.figure.moment) == len("2001-09-30")


def _class(mention: Mention) -> str:
    """What a figure measures; a rate may lack its other currency: ¥145 to the dollar (previously ¥140)."""
    name = kind_class(mention.figure)
    return "quantity" if name == "rate" else name


def _singly_named(mentions: Sequence[Mention]) -> dict[tuple[str, str], int]:
    """By class and name, the only figure of the class that has the name."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        for name in sorted(mention.names):
            found[_class(mention), name].append(at)
    return {key: places[0] for key, places in found.items() if len(places) == 1}
