"""Overprinted bold: text that a producer prints several times a hair apart, and a text layer keeps every time.

Two forms are known. Run by run, the words of one font follow one another n times (営業損失営業損失, 2003年年9月期月期);
character by character, every character stands n times (営営業業損損失失, TToottaall). The number n is a habit of the
producer: a document has one, and what is repeated another number of times is a repetition that was meant.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from bilingual.model.document import MappedText
from bilingual.text.edits import Edit
from bilingual.text.printed import NUMBER

LONGEST_RUN = 240
"""Characters of a run: a title with the blanks that set its unit note to the right margin."""
MOST_TRIES = 6
"""Places at which a run may begin again before the next one is tried."""
MOST_COPIES = 12
FEW_LETTERS = 4
PAIRED_RUNS = 4
"""Twice is what people repeat on purpose: so many different runs of four letters make it a habit of the producer."""
SPACED_LETTERS = 3
"""Letters of a run that blanks part from its copies, in a document that prints three times or more."""

_WIDE = r"\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
_LETTER_RE = re.compile(rf"[A-Za-z{_WIDE}]")
_WIDE_RE = re.compile(rf"[{_WIDE}]")
_NUMBER_RE = re.compile(rf"[(△▲-]?[¥$]?[(-]?{NUMBER}%?\)?")
SHORTEST_LINE = 3
REPEATED_LINES = 4
"""So many different lines that stand as many times in a row make it a habit of the producer."""
_LABEL_RE = re.compile(r"[^\d\t|]+")
_BLANKS_RE = re.compile(r" +")
_CELL_RE = re.compile(r"[^\s|]+(?: [^\s|]+)*")
FEWEST_HEADS = 3
"""Heads of a line that show together that each was printed several times."""
LONGEST_HEAD = 40
"""Characters of such a head, where single blanks divide them."""
_DAY_RE = re.compile(r"(?<=\d)([年月日期])\1(?=\d|\W|$)")
"""One character of a date between its figures, printed twice."""
_LONE_RE = re.compile(
    rf"(?<![{_WIDE}])([{_WIDE}])\1(?![{_WIDE}々])|(?<!\()(\()\2(?=\d{{1,2}}\)\))|(?<=\d)(\))\3(?=\s|$)"
)
"""A Japanese character that stands alone, and the brackets of a number, printed twice."""
_NOTE_RE = re.compile(rf"\(([{_WIDE}])\1\)")
"""A unit of one character, printed twice."""
_TOKEN_RE = re.compile(r"\S+")
_NOTHING = frozenset(["該当なし", "なし", "該当無し", "無し", "未定"])
"""What several cells of a row may say alike."""
_MARKS = frozenset("()[]「」:、。・,")


def overprinted(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Read overprinted runs once; a document without the habit is left as it is."""
    texts = [line.text for line in lines]
    copies = _habit(texts)
    if copies:
        for number, text in enumerate(texts):
            heads = list(_heads(text, copies))
            if heads:
                yield from (Edit(number, start, end, unit) for start, end, unit in heads)
            elif len(text) > copies:
                for start, end, unit in _runs(text, copies):
                    yield Edit(number, start, end, unit)
    copies = _letter_habit(texts)
    if copies:
        pattern = _letters_pattern(copies)
        for number, text in enumerate(texts):
            yield from _letters(number, text, pattern, copies)


def repeated_lines(lines: Sequence[MappedText]) -> Iterator[Edit]:
    """Lines that follow themselves, where a producer printed the bold ones so: titles and labels, never one alone."""
    runs: list[tuple[int, int]] = []
    for number in range(1, len(lines)):
        text = lines[number].text
        if len(text) > SHORTEST_LINE and text == lines[number - 1].text and _is_words(text):
            if runs and runs[-1][1] == number:
                runs[-1] = (runs[-1][0], number + 1)
            else:
                runs.append((number - 1, number + 1))
    lengths = Counter(end - start for start, end in runs)
    for start, end in runs:
        texts = {lines[first].text for first, last in runs if last - first == end - start}
        if lengths[end - start] >= REPEATED_LINES and len(texts) >= REPEATED_LINES:
            for number in range(start + 1, end):
                yield Edit(number, 0, len(lines[number].text), "")


def _is_words(text: str) -> bool:
    """Whether a line begins with words: rows of equal figures and dividers may follow themselves."""
    label = _LABEL_RE.match(text)
    return label is not None and len(_LETTER_RE.findall(label[0])) >= FEW_LETTERS


def _habit(texts: Sequence[str]) -> int:
    """How many times the document prints its bold runs; 0 where nothing shows that it repeats any.

    Only the first run of a line is looked at, and the first one in Japanese: bold titles and labels lead.
    """
    units: dict[int, set[str]] = defaultdict(set)
    for text in texts:
        bare = text.strip()
        if len(bare) < 4:
            continue
        if bare.find(bare[:2], 1) > 0 and _vote(bare, units):
            continue
        if bare[0] < "\u3000":
            first = _WIDE_RE.search(bare)
            if first and bare.find(bare[first.start() : first.start() + 2], first.start() + 1) > 0:
                _vote(bare[first.start() :], units)
    shown = {n: sum(map(len, found)) for n, found in units.items() if _is_habit(n, found)}
    return max(shown, key=lambda n: shown[n], default=0)


def _vote(text: str, units: dict[int, set[str]]) -> bool:
    found = _repeated(text, 0)
    if found is None:
        return False
    unit, times = found
    if unit.strip() != unit or "\t" in unit:
        return False  # cells and heads of columns that say the same
    letters = len(_LETTER_RE.findall(unit))
    if letters >= (FEW_LETTERS if times == 2 else 1) and not _NUMBER_RE.fullmatch(unit.strip()):
        units[times].add(unit)
        return True
    return False


def _is_habit(times: int, units: set[str]) -> bool:
    if times == 2:
        return len(units) >= PAIRED_RUNS
    return sum(map(len, units)) >= FEW_LETTERS and any(len(_LETTER_RE.findall(unit)) > 2 for unit in units)


def _repeated(text: str, at: int) -> tuple[str, int] | None:
    """The shortest stretch at a place that follows itself at once, and how many times it stands there."""
    blanks = _BLANKS_RE.match(text, at)
    probe = text[at : (blanks.end() if blanks else at) + 2]
    if len(probe) < 2:
        return None
    limit = min(len(text), at + LONGEST_RUN + len(probe))
    again = at
    for _ in range(MOST_TRIES):
        again = text.find(probe, again + 1, limit)
        if again < 0:
            return None
        unit = text[at:again]
        if text.startswith(unit, again):
            times, end = 2, again + len(unit)
            while times < 4 * MOST_COPIES and text.startswith(unit, end):
                times, end = times + 1, end + len(unit)
            bare = unit.rstrip()
            if bare != unit and text.startswith(bare, end):
                times += 1  # the blanks behind the last copy belong to what follows, or are gone
            return unit, times
    return None


def _runs(text: str, copies: int) -> Iterator[tuple[int, int, str]]:
    """Stretches that stand ``copies`` times: start, end, and what is read for them."""
    found: list[tuple[int, int, str]] = []
    apart: list[tuple[int, int, str]] = []
    marks: list[tuple[int, int, str]] = []
    at = 0
    while at < len(text) - 1:
        repeated = _repeated(text, at)
        if copies == 2 and (_DAY_RE.match(text, at) or _LONE_RE.match(text, at)):
            marks.append((at, at + 2, text[at]))
            at += 2
            continue
        if repeated is None or repeated[1] % copies:
            blanks = _BLANKS_RE.match(text, at)
            at = blanks.end() if blanks else at + 1
            continue
        unit, times = repeated
        end = min(at + len(unit) * times, at + len(unit) * (times - 1) + len(unit.rstrip()))
        if _is_run(unit, copies):
            tight = unit.strip() == unit or unit.startswith("  ") or unit.endswith("  ")
            (found if tight else apart).append((at, end, (unit * (times // copies)).rstrip()))
            at = end
        elif copies > 2 and unit in _MARKS and times == copies:
            marks.append((at, end, unit))
            at = end
        else:
            at += 1
    if found or (copies == 2 and (len(marks) > 1 or (marks and _NOTE_RE.fullmatch(text.strip())))):
        yield from found
        yield from apart
        yield from marks
        yield from _numbers(text, copies, found)


def _heads(text: str, copies: int) -> Iterator[tuple[int, int, str]]:
    """Heads of columns that are too short to tell by themselves (JPYJPY, %%), where all of a line stand so."""
    cells = list(_CELL_RE.finditer(text))
    places = [(cell.start(), cell.end()) for cell in cells]
    if len(cells) == 1:
        places = _copied(text, places[0], copies)
    units = [text[start : start + (end - start) // copies] for start, end in places]
    if len(units) < FEWEST_HEADS or any(
        unit * copies != text[start:end] for unit, (start, end) in zip(units, places, strict=True)
    ):
        return
    if sum(bool(_LETTER_RE.search(unit)) for unit in units) > 1:
        yield from ((start, end, unit) for unit, (start, end) in zip(units, places, strict=True))


def _copied(text: str, cell: tuple[int, int], copies: int) -> list[tuple[int, int]]:
    """The stretches of a line that single blanks divide and that each stand so many times; none if one does not."""
    at, end = cell
    places: list[tuple[int, int]] = []
    while at < end:
        for size in range(1, min(LONGEST_HEAD, (end - at) // copies) + 1):
            past = at + size * copies
            if text[past : past + 1] in ("", " ") and text.startswith(text[at : at + size] * copies, at):
                break
        else:
            return []
        places.append((at, past))
        at = past + 1
    return places


def _is_run(unit: str, copies: int) -> bool:
    """Whether a stretch is what bold is made of: words, not figures, dashes, or cells that say the same."""
    bare = unit.strip()
    wide = len(_WIDE_RE.findall(bare))
    letters = len(_LETTER_RE.findall(bare))
    if letters == 0 or (wide == 0 and letters < 3) or "\t" in unit or "|" in unit:
        return False
    if len(bare) == len(unit):
        return " " not in bare or letters >= SPACED_LETTERS
    # Blanks part the copies: heads of columns look so as well.
    return (
        " " not in bare
        and copies > 2
        and (wide >= SPACED_LETTERS or letters >= 2 * SPACED_LETTERS)
        and bare not in _NOTHING
    )


def _numbers(text: str, copies: int, taken: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Figures of a bold row: as they stand they are no numbers, once they are."""
    for match in _TOKEN_RE.finditer(text):
        token = match[0]
        if len(token) % copies or not any(char.isdigit() for char in token):
            continue
        unit = token[: len(token) // copies]
        if unit * copies != token or _NUMBER_RE.fullmatch(token) or not _NUMBER_RE.fullmatch(unit):
            continue
        if not any(start < match.end() and match.start() < end for start, end, _ in taken):
            yield match.start(), match.end(), unit


def _letters_pattern(copies: int) -> re.Pattern[str]:
    return re.compile(rf"(?:(\S)\1{{{copies - 1}}}){{3,}}")


_DOUBLED_RE = re.compile(rf"\s*([A-Za-z{_WIDE}])\1+(?!\1)([A-Za-z{_WIDE}])\2+(?!\2)([A-Za-z{_WIDE}])\3")


def _letter_habit(texts: Sequence[str]) -> int:
    """How many times the document prints every character of its bold words; 0 where it does not."""
    words: dict[int, set[str]] = defaultdict(set)
    for text in texts:
        match = _DOUBLED_RE.match(text)
        if match:
            word = match[0].strip()
            times = len(word) - len(word.lstrip(word[0]))
            token = text.split(None, 1)[0]
            if _letters_pattern(times).fullmatch(token) and len(set(token)) > 3:
                words[times].add(token)
    shown = {n: len(found) for n, found in words.items() if len(found) > 1}
    return max(shown, key=lambda n: shown[n], default=0)


def _letters(number: int, text: str, pattern: re.Pattern[str], copies: int) -> Iterator[Edit]:
    """Tokens all of whose characters stand ``copies`` times, in lines where one of them is a word."""
    tokens = [match for match in _TOKEN_RE.finditer(text) if pattern.fullmatch(match[0])]
    if any(_LETTER_RE.search(match[0]) and len(set(match[0])) > 2 for match in tokens):
        for match in tokens:
            yield Edit(number, match.start(), match.end(), match[0][::copies])
