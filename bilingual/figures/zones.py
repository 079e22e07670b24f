"""Time zones: their abbreviations, their names in both languages, and how far from Greenwich they are on a day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

ZONES: dict[str, int] = {
    "JST": 540, "GMT": 0, "UTC": 0, "BST": 60, "WET": 0, "CET": 60, "CEST": 120, "HKT": 480, "SGT": 480,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "HST": -600, "KST": 540, "IST": 330, "AEST": 600, "AEDT": 660, "WIB": 420,
}  # fmt: skip
"""Minutes east of Greenwich."""


def us_daylight(day: date) -> bool:
    """Whether daylight-saving time holds in the United States on a day (rules of 1987 and of 2007)."""
    if day.year >= 2007:
        return _nth_sunday(day.year, 3, 2) <= day < _nth_sunday(day.year, 11, 1)
    return _nth_sunday(day.year, 4, 1) <= day < _last_sunday(day.year, 10)


def european_daylight(day: date) -> bool:
    """Whether summer time holds in Europe on a day (rule of 1996)."""
    return _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)


def southern_daylight(day: date) -> bool:
    """Whether summer time holds in the south-east of Australia on a day (rule of 2008)."""
    return not _nth_sunday(day.year, 4, 1) <= day < _nth_sunday(day.year, 10, 1)


def _nth_sunday(year: int, month: int, number: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (number - 1))


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


class Place(NamedTuple):
    """A zone that follows the clocks of a place: minutes east of Greenwich in winter and in summer, and its words."""

    ja: str
    en: str
    winter: int
    summer: int | None = None
    daylight: Callable[[date], bool] | None = None


_STANDARD = "(?: standard)?"
PLACES: dict[str, Place] = {
    "JST": Place("日本(?:標準)?時間|日本標準時|東京時間", f"japan(?:ese)?{_STANDARD} time|tokyo time", 540),
    "EDT": Place("米国?東部夏時間|東部夏時間", "eastern daylight(?: saving)? time", -240),
    "EST": Place("米国?東部標準時間?|東部標準時間?", "eastern standard time", -300),
    "CDT": Place("(?:米国?)?中部夏時間", "central daylight(?: saving)? time", -300),
    "CST": Place("(?:米国?)?中部標準時間?", "central standard time", -360),
    "PDT": Place("(?:米国?)?太平洋夏時間", "pacific daylight(?: saving)? time", -420),
    "PST": Place("(?:米国?)?太平洋標準時間?", "pacific standard time", -480),
    "CEST": Place("(?:中央(?:欧州|ヨーロッパ)|中欧)夏時間", "central european summer time", 120),
    "BST": Place("(?:英国|イギリス)夏時間", "british summer time", 60),
    "GMT": Place("グリニッジ標準時", "greenwich mean time", 0),
    "UTC": Place("協定世界時|世界(?:標準|協定)時", "coordinated universal time|universal time", 0),
    "ET": Place(
        r"(?:米国?)?東部時間|(?:ニューヨーク|NY)(?:現地)?時間|現地時間\(ニューヨーク\)",
        r"(?:u\.?s\.? )?eastern time|new york(?: city)? time|\bET\b",
        -300,
        -240,
        us_daylight,
    ),
    "CT": Place("(?:米国?)?中部時間", r"(?:u\.?s\.? )?central time|\bCT\b", -360, -300, us_daylight),
    "MT": Place("(?:米国?)?山岳部?時間", r"(?:u\.?s\.? )?mountain time|\bMT\b", -420, -360, us_daylight),
    "PT": Place(
        "(?:米国?)?(?:太平洋|西海岸|西部)時間", r"(?:u\.?s\.? )?pacific time|\bPT\b", -480, -420, us_daylight
    ),
    "UK": Place(
        "(?:英国|イギリス|ロンドン)(?:現地)?時間",
        r"(?:london|u\.?k\.?|british) time",
        0,
        60,
        european_daylight,
    ),
    "CE": Place(
        "(?:中央(?:欧州|ヨーロッパ)|欧州中央|中欧|フランクフルト|パリ|ドイツ|フランス|スイス|イタリア|スペイン)(?:標準時間?|時間)",
        f"central european{_STANDARD} time|(?:frankfurt|paris|german|french|swiss|italian|spanish) time",
        60,
        120,
        european_daylight,
    ),
    "CHINA": Place(
        "(?:中国|北京|上海)(?:標準)?時間|中国標準時",
        f"(?:china|chinese|beijing|shanghai){_STANDARD} time",
        480,
    ),
    "HKT": Place("香港時間", "hong kong time", 480),
    "TAIWAN": Place("台(?:湾|北)時間", "tai(?:wan|pei) time", 480),
    "SGT": Place("シンガポール(?:標準)?時間|シンガポール標準時", f"singapore{_STANDARD} time", 480),
    "MALAYSIA": Place("マレーシア時間", "malaysian? time", 480),
    "MANILA": Place("(?:フィリピン|マニラ)時間", "(?:philippine|manila) time", 480),
    "KST": Place("(?:韓国|ソウル)(?:標準)?時間|韓国標準時", f"(?:korean?|seoul){_STANDARD} time", 540),
    "IST": Place("インド(?:標準)?時間|インド標準時", f"indian?{_STANDARD} time", 330),
    "THAILAND": Place("(?:タイ|バンコク)時間", "(?:thai(?:land)?|bangkok) time", 420),
    "VIETNAM": Place("(?:ベトナム|ハノイ)時間", "(?:vietnam(?:ese)?|hanoi) time", 420),
    "WIB": Place("(?:インドネシア西部|ジャカルタ)時間", "(?:western indonesian?|jakarta) time", 420),
    "AET": Place(
        "(?:豪州|オーストラリア)東部(?:標準時間?|時間)|(?:シドニー|メルボルン)時間",
        "australian eastern(?: standard)? time|(?:sydney|melbourne) time",
        600,
        660,
        southern_daylight,
    ),
    "HST": Place("ハワイ(?:標準|現地)?時間|ハワイ標準時", f"hawaii(?:an)?{_STANDARD} time", -600),
}
"""Zones by the words of both languages; one with two offsets follows the daylight-saving rules of its day."""

AMERICA, LOCAL = "US", "LOCAL"
_VAGUE = (
    (r"(?:米国?|アメリカ)(?:現地)?時間", r"u\.?s\.?(?: local)? time|american time", AMERICA),
    ("現地時間", r"local (?:standard )?time", LOCAL),
)
"""Words that leave the offset open: any clock of the United States, any clock outside Japan."""

ZONE = "|".join(
    [
        rf"(?<![A-Za-z])(?:{'|'.join(ZONES)})(?![A-Za-z])",
        *(f"{place.ja}|{place.en}" for place in PLACES.values()),
        *(f"{ja}|{en}" for ja, en, _ in _VAGUE),
    ]
)
ZONE_RE = re.compile(ZONE, re.IGNORECASE)
"""A zone or a place that names one."""
_ENGLISH_RE = re.compile(r"\b(?:[JGUBWCHSEMPKIA]\w{2,3}|[ECMP]T|[Tt]ime)\b")
"""What every English name of a zone holds."""
_NAMES = [
    *((re.compile(f"{place.ja}|{place.en}", re.IGNORECASE), code) for code, place in PLACES.items()),
    *((re.compile(f"{ja}|{en}", re.IGNORECASE), code) for ja, en, code in _VAGUE),
]
_REGIONS = {
    **dict.fromkeys(
        ("ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "HST", AMERICA),
        AMERICA,
    ),
    **dict.fromkeys(("UK", "GMT", "BST", "UTC", "WET"), "UK"),
    **dict.fromkeys(("CE", "CET", "CEST"), "CE"),
    **dict.fromkeys(("AET", "AEST", "AEDT"), "AET"),
}
"""What is one region for a reader: its zones may stand for each other in a name."""
_OTHERS = {"CST": (480,)}
"""What an abbreviation means elsewhere: China Standard Time."""


def read_zone(words: str | None) -> str:
    """The code of a zone in words; empty where they name none.

    >>> read_zone("米国東部時間"), read_zone("JST"), read_zone("local time")
    ('ET', 'JST', 'LOCAL')
    """
    if not words:
        return ""
    if words.upper() in ZONES:
        return words.upper()
    return next((code for name, code in _NAMES if name.fullmatch(words)), "")


def named_zones(text: str) -> list[str]:
    """The codes of the zones that a text names, in order."""
    if "時" not in text and not _ENGLISH_RE.search(text):
        return []
    return [read_zone(match[0]) for match in ZONE_RE.finditer(text)]


def is_vague(zone: str) -> bool:
    """Whether a zone leaves its offset open: U.S. time, local time."""
    return zone in (AMERICA, LOCAL)


def may_be_one(one: str, other: str) -> bool:
    """Whether two names of zones can mean one clock: 米国時間 and EDT, 現地時間 and any but that of Japan."""
    regions = {_REGIONS.get(one, one), _REGIONS.get(other, other)}
    if LOCAL in regions:
        return "JST" not in regions
    return len(regions) == 1 or bool(set(possible_offsets(one)) & set(possible_offsets(other)))


def share_a_clock(one: str, other: str) -> bool:
    """Whether a name covers both clocks of a place and the other is one of them: 米国東部時間 and EDT."""
    pairs = ((one, other), (other, one))
    return any(
        len(offsets := possible_offsets(wide)) > 1
        and set(possible_offsets(narrow)) <= set(offsets)
        and may_be_one(wide, narrow)
        for wide, narrow in pairs
    )


def possible_offsets(zone: str) -> tuple[int, ...]:
    """Minutes east of Greenwich that a zone may mean on a day that is not known; none where it leaves that open."""
    if zone == AMERICA:
        return tuple(
            sorted({ZONES[code] for code, region in _REGIONS.items() if region == AMERICA and code in ZONES})
        )
    if zone in ZONES:
        return (ZONES[zone], *_OTHERS.get(zone, ()))
    place = PLACES.get(zone)
    if place is None:
        return ()
    return (place.winter,) if place.summer is None else (place.winter, place.summer)


def offset_minutes(zone: str, day: date) -> int | None:
    """Minutes east of Greenwich on a day; None where the zone is not known."""
    if zone in ZONES:
        return ZONES[zone]
    place = PLACES.get(zone)
    if place is None:
        return None
    return (
        place.summer if place.summer is not None and place.daylight and place.daylight(day) else place.winter
    )
