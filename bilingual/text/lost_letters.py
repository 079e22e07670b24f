"""Letters that became the character for what is unknown, read from the same words elsewhere in the document."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bilingual.model.document import MappedText
from bilingual.text.characters import LOST
from bilingual.text.edits import Edit
from bilingual.text.lost_times import letters_of_times

_REACHES = (((3, 3), (2, 2), (3, 1), (1, 3)), ((4, 0), (0, 4)), ((2, 1), (1, 2)))
"""Characters before and behind a lost one by which it is looked for: what one group finds has to agree."""
_LATIN_REACHES = (((4, 3),), ((3, 2),))
FEWEST_LETTERS = 4
"""Latin letters around a lost one, at the least: Ju� may be June and July."""
_TELLING = frozenset(
    "首末初期前後年月日当翌昨今本先次増減上下入出収支新旧内外借貸損益加高低長短有無非不未第一二三四五六七八九十"
    "百千万億兆円株数売買"
)
"""Letters another one of which makes as good a word with the same neighbours."""
OFTEN = 3
"""Places that show such a letter."""
_CELL_RE = re.compile(r"(?<=[\t|])[ \u3000]*([^\t|\s][^\t|]*?)(?=[ \u3000]*(?:[\t|]|$))")
LONGEST_CELL = 20
LONGEST_NOTE = 60
FEWEST_BEFORE = 3
"""Characters before a lost one in a unit note, bracket and all, that show it inside another line: (百万 of a caption."""
_UNIT_NOTE_RE = re.compile(
    r"単位|[(:/](?:百万|千|億)?(?:円|米?ドル)|(?:housand|illion)s? of |[Ee]xpressed in "
    rf"|^\((?:(?:百万|千|億){LOST}|(?:百{LOST}|{LOST}万?)円)\)"
)
_HEAD_RE = re.compile("[\u3400-\u9fff]+")
_TAIL_RE = re.compile("[\u3400-\u9fff]+$")
_WORD_RE = re.compile(r"[A-Za-z]+")
_LOST_WORD_RE = re.compile(rf"(?<![A-Za-z{LOST}])[A-Za-z]*{LOST}[A-Za-z]*(?![A-Za-z{LOST}])")
_SCALES = frozenset(
    ["thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "percent"]
)
"""Words that many documents use but once."""
SHORTEST = 4
"""Letters of a word that may be looked for."""
_MILLION = "百"
"""What makes millions of 507万円, in documents that state others."""
_YEN = (("y", f"({LOST})en"), ("e", f"y({LOST})n"), ("n", f"ye({LOST})"))
_BESIDE_FIGURES = (
    ("月", re.compile(rf"(?:年|月 ?[-~] ?)\d{{1,2}}({LOST})")),
    ("日", re.compile(rf"月\d{{1,2}}({LOST})(?! ?[-~])")),
    ("年", re.compile(rf"(?<!\d)(?:19|20)\d\d({LOST})(?=\d{{1,2}}月|度)")),
    ("m", re.compile(rf"(?:[千万]|thousand |million )({LOST})[23](?![\d,.])")),
    (_MILLION, re.compile(rf"(?:\d{{3}}|(?<!\S)|[(:：])({LOST})万円")),
    (_MILLION, re.compile(rf"(?<![\d,])\d{{1,2}}({LOST})万円(?=(?:から|~|至) ?約?\d[\d,]*百万円)")),
    (_MILLION, re.compile(rf"\d百万円(?:から|~|至) ?約?\d{{1,2}}({LOST})万円")),
    ("万", re.compile(rf"(?:\d|(?<!\S)|[(:：])百({LOST})円")),
    ("n", re.compile(rf"(?:housands?|illions?) of [Yy][Ee]({LOST})(?![A-Za-z])")),
    ("e", re.compile(rf"(?:housands?|illions?) of [Yy]({LOST})n(?![A-Za-z])")),
    ("y", re.compile(rf"(?:housands?|illions?) of ({LOST})en(?![A-Za-z])")),
    ("o", re.compile(rf"\b[YQ]({LOST})[YQ]\b")),
    ("o", re.compile(rf"\d t({LOST})(?= [¥$]?\d)")),
    ("t", re.compile(rf"\d ({LOST})o(?= [¥$]?\d)")),
    ("ポ", re.compile(rf"\d ?({LOST})イント")),
    ("イ", re.compile(rf"\d ?ポ({LOST})ント")),
    ("ン", re.compile(rf"\d ?ポイ({LOST})ト")),
    ("ト", re.compile(rf"\d ?ポイン({LOST})")),
    ("計", re.compile(rf"期(?:間)?\(?累({LOST})(?=[)\s]|$)")),
    *((letter, re.compile(rf"(?:illion|housand)s? (?:of )?{word}(?![A-Za-z])")) for letter, word in _YEN),
    ("億", re.compile(rf"(?<![\d,])\d{{1,4}}({LOST})(?=\d,\d{{3}}万|\d{{3,4}}万)")),
)
"""What stands beside figures and scales and can be but one character."""

_Key = tuple[str, str]
_Spot = tuple[int, int]


def lost_letters(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Letters between the same neighbours as everywhere else in the document: サ�ビス for サービス, bi�lion for billion.

    Digits are never guessed, and nothing is where the places elsewhere do not agree.
    """
    lost = [(number, at) for number, line in enumerate(lines) for at in _spots(line.text)]
    if not lost:
        return
    words = {**_in_cells(lines, lost), **_in_words(lines, lost), **_in_times(lines, lost)}
    words.update(_in_units(lines, lost))
    found = _in_places(lines, [spot for spot in lost if spot not in words])
    millions = any("百万円" in line.text for line in lines)
    for number, at in lost:
        beside = _beside_figures(lines[number].text, at)
        letter = (
            (beside if millions or beside != _MILLION else "")
            or words.get((number, at))
            or found.get((number, at))
        )
        if letter:
            yield Edit(number, at, at + 1, letter)


def _spots(text: str) -> Iterator[int]:
    at = text.find(LOST)
    while at >= 0:
        yield at
        at = text.find(LOST, at + 1)


def _beside_figures(text: str, at: int) -> str:
    first = max(0, at - 16)
    around = text[first : at + 20]
    return next(
        (
            char
            for char, pattern in _BESIDE_FIGURES
            for match in pattern.finditer(around)
            if first + match.start(1) == at
        ),
        "",
    )


def _in_words(lines: Sequence[MappedText], lost: Sequence[_Spot]) -> dict[_Spot, str]:
    """Letters lost in words of Latin letters, where but one word of the document fits."""
    wanted: dict[str, list[tuple[_Spot, str]]] = defaultdict(list)
    for number in dict(lost):
        for match in _LOST_WORD_RE.finditer(lines[number].text):
            if len(match[0]) >= SHORTEST and match[0].count(LOST) == 1:
                at = match.start() + match[0].index(LOST)
                wanted[match[0].lower()].append(((number, at), match[0]))
    if not wanted:
        return {}
    fits: dict[str, set[str]] = defaultdict(set)
    vocabulary = {match[0] for line in lines for match in _WORD_RE.finditer(line.text)}
    for word in {word.lower() for word in vocabulary} | _SCALES:
        for at in range(len(word)):
            masked = f"{word[:at]}{LOST}{word[at + 1 :]}"
            if masked in wanted:
                fits[masked].add(word[at])
    return {
        spot: _cased(printed, min(fits[masked]), vocabulary)
        for masked, places in wanted.items()
        if len(fits[masked]) == 1
        for spot, printed in places
    }


def _in_times(lines: Sequence[MappedText], lost: Sequence[_Spot]) -> dict[_Spot, str]:
    """Letters lost in names of months and in the numbers of months."""
    return {
        (number, at): letter for number in dict(lost) for at, letter in letters_of_times(lines[number].text)
    }


def _in_units(lines: Sequence[MappedText], lost: Sequence[_Spot]) -> dict[_Spot, str]:
    """Letters lost in a unit note that the document prints elsewhere: 千円単位、�米ドル単位 below 千円単位、千米ドル単位."""
    found: dict[_Spot, str] = {}
    for number, at in lost:
        text = lines[number].text.strip()
        if text.count(LOST) != 1 or len(text) > LONGEST_NOTE or not _UNIT_NOTE_RE.search(text):
            continue
        before, behind = text.split(LOST)
        fits = {
            other.text.strip()[len(before)]
            for other in lines
            if len(other.text.strip()) == len(text)
            and other.text.strip() != text
            and other.text.strip().startswith(before)
            and other.text.strip().endswith(behind)
        }
        if not fits and len(before) >= FEWEST_BEFORE:
            within = re.compile(rf"{re.escape(before)}([^{LOST}]){re.escape(behind)}")
            fits = {match[1] for other in lines for match in within.finditer(other.text)}
        if len(fits) == 1 and min(fits).isalpha():
            found[number, at] = min(fits)
    return found


def _in_cells(lines: Sequence[MappedText], lost: Sequence[_Spot]) -> dict[_Spot, str]:
    """Letters lost in cells that tabs or pipes part, where one cell that the document repeats fits: �m3 among 千m3."""
    wanted: dict[str, list[_Spot]] = defaultdict(list)
    for number in dict(lost):
        for match in _CELL_RE.finditer(lines[number].text):
            if match[1].count(LOST) == 1 < len(match[1]) <= LONGEST_CELL:
                wanted[match[1]].append((number, match.start(1) + match[1].index(LOST)))
    if not wanted:
        return {}
    cells = Counter(match[1] for line in lines for match in _CELL_RE.finditer(line.text))
    found: dict[_Spot, str] = {}
    for masked, spots in wanted.items():
        before, behind = masked.split(LOST)
        fits = [
            cell
            for cell, count in cells.items()
            if len(cell) == len(masked)
            and cell.startswith(before)
            and cell.endswith(behind)
            and cell != masked
            if count >= OFTEN and cell[len(before)].isalpha()
        ]
        if len(fits) == 1:
            found.update((spot, fits[0][len(before)]) for spot in spots)
    return found


def _cased(printed: str, letter: str, vocabulary: set[str]) -> str:
    """A letter in the case in which the document writes the word; the small one where it does both."""
    small = printed.replace(LOST, letter)
    return letter if small in vocabulary else letter.upper()


def _in_places(lines: Sequence[MappedText], lost: Sequence[_Spot]) -> dict[_Spot, str]:
    """Letters lost among Japanese ones, where all places with the same neighbours have one letter there."""
    groups = {spot: list(_keys(lines[spot[0]].text, spot[1])) for spot in lost}
    wanted = {key for found in groups.values() for group in found for key in group}
    reaches = {(len(before), len(behind)) for before, behind in wanted}
    places: dict[_Key, Counter[str]] = {key: Counter() for key in wanted}
    for line in lines:
        text = line.text
        for before, behind in reaches:
            for at in range(before, len(text) - behind):
                key = (text[at - before : at], text[at + 1 : at + 1 + behind])
                if key in places and text[at] != LOST:
                    places[key][text[at]] += 1
    return {spot: letter for spot, found in groups.items() if (letter := _agreed(found, places))}


def _agreed(groups: Sequence[Sequence[_Key]], places: Mapping[_Key, Counter[str]]) -> str:
    """The letter that the surest neighbours show, if they show but one."""
    before = ""
    for group in groups:
        shown = [places[key] for key in group if places[key] and not _is_other_word(key, places[key])]
        letters = {letter for counts in shown for letter in counts}
        if not letters:
            continue
        if before and any(set(counts) == {before} and counts[before] >= OFTEN for counts in shown):
            return before
        letter = min(letters)
        times = max(counts[letter] for counts in shown)
        if len(letters) > 1 or not letter.isalpha() or before not in ("", letter):
            return ""
        if letter not in _TELLING or times >= OFTEN:
            return letter
        before = letter  # fewer neighbours stand in more places
    return ""


def _is_other_word(key: _Key, letters: Counter[str]) -> bool:
    """Whether a letter of a compound has one more of it as its neighbour, and else kana: 債権の and 債務の."""
    left, right = _TAIL_RE.search(key[0]), _HEAD_RE.match(key[1])
    beside = len(left[0] if left else "") + len(right[0] if right else "")
    return beside < 2 and all(_HEAD_RE.match(letter) for letter in letters)


def _keys(text: str, at: int) -> Iterator[list[_Key]]:
    """What stands around a lost character, the surest first; never another lost one, never a figure beside it."""
    latin = (text[max(0, at - 1) : at] + text[at + 1 : at + 2]).isascii()
    if latin and sum(map(str.isalpha, text[max(0, at - 4) : at] + text[at + 1 : at + 4])) < FEWEST_LETTERS:
        return
    for group in _LATIN_REACHES if latin else _REACHES:
        keys = [
            (text[at - before : at], text[at + 1 : at + 1 + behind])
            for before, behind in group
            if before <= at and at + behind < len(text)
        ]
        yield [
            (left, right)
            for left, right in keys
            if LOST not in left + right
            and not (left[-1:].isdigit() or right[:1].isdigit())
            and sum(map(str.isalpha, left + right)) > 1
        ]
