"""Things that two given segments count with one number and that exclude each other: 48校, 48 beds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bilingual.checks.building import figure_spot, sentence
from bilingual.checks.check import Check
from bilingual.checks.examination import Examination
from bilingual.checks.findings import make
from bilingual.figures.units import DURATIONS
from bilingual.model.alignment import FigurePair, Side
from bilingual.model.figure import Figure, Kind
from bilingual.model.report import Finding, Severity


class _Thing(NamedTuple):
    """A counter of Japanese, the English plurals that mean what it counts and nothing else, and others that may."""

    ja: str
    en: str
    may: str = ""


_HOMES = "households|homes|houses|dwellings|condominiums|apartments|residences"
_BUYERS = "customers|clients|users|subscribers|members"
_OWNERS = "shareholders|investors|suppliers|vendors"
_VESSELS = "pallets|boxes|cartons|crates|bags|bottles|cans|drums|containers"
_TITLES = "bonds|rights|warrants"
_EVENTS = "accidents|incidents|complaints|inquiries|lawsuits|reports|applications|deals|transactions"
_WORKS = "patents|designs|trademarks"
_MATTERS = "cases|contracts|projects"
_KINDS = "types|kinds|varieties|species"
_PLACES = "farms|hospitals|clinics|factories|plants|offices|banks|branches|centers|centres"


def _but(nouns: str) -> str:
    """Any noun but some plurals."""
    return "[a-z -]+" + "".join(f"(?<!{noun})" for noun in nouns.split())


_UNLIKE_THINGS = _but(
    "vehicles cars trucks buses vessels ships planes aircraft beds seats floors shares hours days people persons employees directors students nurses teachers drivers pilots passengers women men countries nations prefectures cattle cows"
)
"""What is counted in 件: any thing but those that have a counter of their own."""
_UNLIKE_PLACES = _UNLIKE_THINGS + _but(
    "companies firms subsidiaries affiliates stores shops restaurants outlets households homes houses schools universities hospitals clinics factories plants offices branches warehouses rooms locations sites regions cities municipalities stations buildings"
).removeprefix("[a-z -]+")
"""What is told by its kind, or counted in 本: neither places nor bodies."""
_THINGS = (
    _Thing(
        r"校(?![正了閲則])",
        "schools|universities|colleges|kindergartens",
        f"campuses|centers|academies|institutions|locations|projects|sites|teams|{_BUYERS}",
    ),
    _Thing(r"床(?![面需材暖下])", "beds", "patients"),
    _Thing(r"頭(?![取角打部金])", "cattle|cows|pigs|hogs|sows|horses|calves|steers|dogs", "head|animals"),
    _Thing("羽", "chickens|hens|broilers", "birds|layers|animals"),
    _Thing(r"便(?![利益宜])", "flights|sailings|round[ -]trips", "departures|services|trips|runs|deliveries"),
    _Thing(r"席(?!上)", "seats", "places|people|guests|persons|tables|types"),
    _Thing("冊", "books|booklets|magazines|pamphlets", "copies|volumes|titles|brochures"),
    _Thing(
        "隻",
        "vessels|ships|tankers|newbuildings|boats|ferries|barges",
        "contracts|carriers|tugs|bulkers|units",
    ),
    _Thing(
        r"食(?![品料材事堂糧肉用欲])", "meals|servings|lunches", "dishes|portions|packs|units|boxes|people"
    ),
    _Thing("世帯", _HOMES, f"contracts|families|units|tenants|{_BUYERS}"),
    _Thing(
        r"(?:戸|邸)", _HOMES, f"contracts|families|units|lots|people|buildings|properties|tenants|{_BUYERS}"
    ),
    _Thing("室", "rooms|cabins", "contracts|beds|guests|lots|offices|people|suites|tenants|units"),
    _Thing(
        r"台(?![風湾頭数前後])",
        "vehicles|cars|trucks|buses|taxis|motorcycles|robots|servers|ATMs",
        "contracts|beds|devices|lots|machines|places|seats|spaces|units",
    ),
    _Thing(r"機(?![関能会種械])", "aircraft|planes|jets", "contracts|machines|satellites|turbines|units"),
    _Thing(
        "棟",
        "buildings|warehouses|greenhouses",
        f"contracts|{_HOMES}|blocks|wards|towers|factories|facilities|hospitals|locations|plants|projects|sites|tenants|units",
    ),
    _Thing(
        r"(?:都市|自治体|市区?町村|市(?![場販民])|町(?!内)|村)",
        "municipalities|local governments|cities|towns|villages",
        f"communities|authorities|districts|locations|wards|councils|projects|regions|{_BUYERS}",
    ),
    _Thing("(?:都道府県|道府県|府県|県)", "prefectures", "regions"),
    _Thing(r"[ヶケか箇カヵ]国", "countries|nations", "markets|economies|jurisdictions|members|regions|teams"),
    _Thing(
        r"社(?![会長員債内外])",
        "companies|firms|corporations|subsidiaries|affiliates",
        f"contracts|{_BUYERS}|{_OWNERS}|{_PLACES}|tenants|inquiries|applications|deals|transactions|teams",
    ),
    _Thing(
        r"店(?:舗)?(?![頭員長])",
        "stores|shops|restaurants|outlets",
        f"contracts|companies|locations|sites|tenants|deals|transactions|stations|{_BUYERS}|{_PLACES}",
    ),
    _Thing(
        r"[人名](?![民件材気間工口日月時])",
        "(?:sales)?people|persons|employees|directors|students|graduates|workers|women|men|engineers|nurses|caregivers|pharmacists|doctors|drivers|pilots|teachers|passengers|patients",
        f"contracts|cases|seats|places|beds|{_BUYERS}|{_OWNERS}|tenants|accidents|incidents|inquiries|applications|teams",
    ),
    _Thing(
        "回(?![線復収答転数])",
        "calls|concerts|meetings|performances|sessions|times|voyages",
        f"cases|deliveries|departures|flights|projects|round[ -]trips|sailings|services|trips|{_EVENTS}",
    ),
    _Thing(r"編成|両(?![国者社親方])", "trains|railcars", "cars|units|vehicles"),
    _Thing(
        "物件",
        "properties|buildings|warehouses",
        f"contracts|assets|cases|deals|locations|projects|transactions|offices|sites|{_PLACES}|homes|houses|condominiums|apartments|residences",
    ),
    _Thing("階(?![級層段])|フロア", "floors|storeys|stories"),
    _Thing(
        "枚",
        "sheets|prescriptions|tickets|wafers|cards|panels|coupons",
        "cases|packs|boxes|cartons|bags|seats|people|persons|visitors",
    ),
    _Thing(
        "[個箇](?![人別所])",
        "pieces",
        f"{_VESSELS}|{_TITLES}|cases|packs|meals|portions|rooms|tickets|cards|panels|wafers|sheets|books|properties",
    ),
    _Thing("工場", "factories|plants", "facilities|locations|projects|sites|mills|works|farms|properties"),
    _Thing(
        "病院", "hospitals", "cases|clinics|locations|projects|properties|facilities|customers|clients|sites"
    ),
    _Thing("(?:支店|営業所)", "branches|offices", "stores|outlets|locations|sites|stations|banks"),
    _Thing(
        "組(?![織合員長み])",
        "couples|weddings",
        "cases|families|groups|pairs|parties|people|sets|teams|times|units|customers|guests",
    ),
    _Thing(
        "館(?![内長])",
        "libraries|museums|cinemas|theaters",
        "buildings|facilities|halls|hotels|locations|projects|sites|stores",
    ),
    _Thing("袋", "bags|sacks", "bales|packs|packets|pouches|units"),
    _Thing("箱|ケース", "boxes|cartons|crates", "cases|containers|packs|units"),
    _Thing("缶", "cans|tins", "drums|packs|units"),
    _Thing("日(?!本)(?:間(?!隔))?", "days", "dates|meetings|nights|sessions|times"),
    _Thing("時間(?![帯給外])", "hours"),
    _Thing("株(?![式主価])", "shares", "stocks|units"),
    _Thing(
        "地[域区](?![別差])",
        "regions|districts",
        "cities|countries|locations|municipalities|nations|prefectures|projects|sites|towns|villages",
    ),
    _Thing("路線", "routes", "flights|sailings|services"),
    _Thing("駅", "stations", "locations|sites"),
    _Thing("チーム", "teams"),
    _Thing("銘柄", "stocks|issues", f"companies|firms|corporations|shares|{_TITLES}|{_KINDS}"),
    _Thing("区画", "lots|plots", f"contracts|{_HOMES}|{_PLACES}|locations|sites|shops|stores|tenants"),
    _Thing(r"(?:種類?|品種)(?![子別])", _KINDS, _UNLIKE_PLACES),
    _Thing("(?:項目|品目)", "(?!)", _UNLIKE_PLACES),
    _Thing("本(?![社店体部格年日件業書資決当])", "bottles|titles|trees", _UNLIKE_PLACES),
    _Thing(
        "(?:[ヶケか箇カヵ]所|拠点|地点)",
        "locations|sites",
        f"{_PLACES}|{_MATTERS}|{_HOMES}|accidents|affiliates|buildings|campuses|cinemas|cities|colleges|communities|companies|districts|floors|greenhouses|incidents|kindergartens|libraries|lots|municipalities|museums|outlets|plots|properties|regions|restaurants|routes|schools|shops|stations|stores|subsidiaries|theaters|towns|universities|villages|warehouses",
    ),
    _Thing("件(?![数名])", f"{_EVENTS}|{_WORKS}", _UNLIKE_THINGS),
    _Thing("(?!)", _TITLES),
    _Thing("(?!)", f"{_BUYERS}|{_OWNERS}|tenants"),
    _Thing("(?!)", _PLACES),
    _Thing("(?!)", _VESSELS, "cases|packs"),
    _Thing("(?!)", _MATTERS),
)
"""Where Japanese counts with one of these, English has no noun of another."""
_NOUNS = "|".join(thing.en for thing in _THINGS)
_NOUN_RE = re.compile(_NOUNS)
_ENGLISH_RE = re.compile(
    r"(?:[ -](?:[a-z]+-)?[a-z]+){0,3}?[ -](?:" + "|".join(f"({thing.en})" for thing in _THINGS) + r")\b"
)
_CUT_RE = re.compile(
    r"[.,;:()]|\b(?:of|in|to|and|or|for|by|at|with|from|on|than|as|that|which|who|were|was|are|is|per|a|an|the|its|our|across|among|throughout|within|through|over)\b"
)
_NUMBERED_RE = re.compile(
    rf"(?:\b[Nn]umber of (?:[a-z-]+ ){{0,3}}?(?P<noun>{_NOUNS})\b(?!['’-])|(?:\A|[.;] )(?:[A-Za-z-]+ ){{0,3}}?(?P<subject>(?i:{_NOUNS}))(?: [a-z]+){{0,7}}? (?:numbered|total(?:l?ed)?))[^.,;:()]*\Z"
)
"""What a sentence counts with the number at its end: the number of affiliates rose by two to 14."""
_JAPANESE_RE = re.compile("|".join(f"({thing.ja})" for thing in _THINGS))
_MAY = [re.compile(f"(?:{thing.en}|{thing.may or thing.en})") for thing in _THINGS]


_MEASURED = (Kind.PERCENT, Kind.PHYSICAL)
_COUNTED = (Kind.COUNT, Kind.NUMBER, *_MEASURED)


def other_things(check: Check, exam: Examination) -> Iterator[Finding]:
    """Yield the first two equal numbers of two given segments whose nouns exclude each other."""
    if not exam.comparison.segments_only or any(len(side.readings) != 1 for side in exam.sides):
        return
    for pair in exam.pairs:
        for both in pair.figures:
            if not both.agrees or both.ja.kind not in _COUNTED:
                continue
            if both.en.kind is Kind.PHYSICAL and both.ja.kind in (Kind.COUNT, Kind.NUMBER):
                if both.en.unit != "TEU" and (counter := _JAPANESE_RE.match(_behind(exam.ja, both.ja))):
                    yield _told(check, exam, both, f"{counter[0]} in Japanese counts no {both.en.unit}")
                    return
                continue
            if both.en.unit in DURATIONS:
                continue
            if both.ja.kind in _MEASURED:
                if both.en.kind is Kind.NUMBER and (noun := _noun(_behind(exam.en, both.en))):
                    yield _told(check, exam, both, f"{both.ja.printed} in Japanese are no {noun}")
                    return
                continue
            counter = _JAPANESE_RE.match(_behind(exam.ja, both.ja))
            noun = _noun(_behind(exam.en, both.en)) or _numbered(exam.en, both.en) if counter else None
            if counter is None or noun is None or counter.lastindex is None:
                continue
            if not counter_counts(counter[0], noun):
                yield _told(check, exam, both, f"{counter[0]} in Japanese counts no {noun}")
                return


def is_counter(word: str) -> bool:
    """Whether a Japanese word is one of the counters, and nothing else."""
    found = _JAPANESE_RE.match(word)
    return found is not None and found.end() == len(word)


def is_noun(word: str) -> bool:
    """Whether an English plural is one of those that a counter may exclude."""
    return _NOUN_RE.fullmatch(word) is not None


def counter_counts(counter: str, noun: str) -> bool:
    """Whether a Japanese counter may stand for an English plural.

    >>> counter_counts("校", "schools"), counter_counts("校", "beds")
    (True, False)
    """
    found = _JAPANESE_RE.match(counter)
    return found is None or found.lastindex is None or bool(_MAY[found.lastindex - 1].fullmatch(noun))


def _told(check: Check, exam: Examination, both: FigurePair, phrase: str) -> Finding:
    ja, en = figure_spot(exam.ja, both.ja, ""), figure_spot(exam.en, both.en, "")
    return make(check, Severity.WARNING, sentence("", phrase), ja, en)


def _behind(side: Side, figure: Figure) -> str:
    """The text that follows the number, its unit included."""
    content = side.readings[0].segment.content
    end = content.index(figure.span.end)
    printed = figure.unit_printed
    if printed and content.text[:end].endswith(printed):
        end -= len(printed)
        end -= content.text[:end].endswith((" ", "-"))
    return content.text[end : end + 60]


def _noun(text: str) -> str | None:
    """The first noun behind a number that a counter stands for; None where a clause ends before."""
    found = _ENGLISH_RE.match(text)
    if found is None or found.lastindex is None:
        return None
    return None if _CUT_RE.search(text, 0, found.start(found.lastindex)) else found[found.lastindex]


def _numbered(side: Side, figure: Figure) -> str | None:
    """What the number of a sentence counts, where no noun stands behind it; None where a unit does."""
    if figure.unit:
        return None
    content = side.readings[0].segment.content
    found = _NUMBERED_RE.search(content.text, 0, content.index(figure.span.start))
    return (found["noun"] or found["subject"]).lower() if found else None
