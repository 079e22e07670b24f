"""Quantities of English text: JPY 9,528 million, (-) JPY300 million, one third, three other companies."""

from __future__ import annotations

import re
from decimal import Decimal

from bilingual.figures.noise import Mask
from bilingual.figures.numerals import (
    DIGITS,
    ENGLISH,
    ENGLISH_WORD,
    FRACTIONS,
    Numeral,
    part_of_scale,
    read_digits,
    unit_confidence,
)
from bilingual.figures.prefixes import Prefix, is_cell_of_percent, read_prefix, row_start
from bilingual.figures.reading import Reading, power, read_in_order
from bilingual.figures.sen import sen_alone, with_sen
from bilingual.figures.share_splits import SPLIT_RE, read_split
from bilingual.figures.unit_reader import EN_UNITS, scaled_behind
from bilingual.figures.units import BY_NAME, LETTER_RE, LETTER_SCALES, SCALE_EN_RE, SCALES_EN, Unit
from bilingual.figures.words_en import GROWING, LEVEL, MAJORITY
from bilingual.model.figure import Bound, Direction, Kind

_SIZES = r"(?:much|many|high|large|big)"
WORDS: tuple[tuple[str, str, Bound | None, Direction | None], ...] = (
    (
        rf"doubl(?:ed|es|ing)|{GROWING}double|double(?= (?:the|that of|what|our|its|their|last|those) )",
        "2",
        None,
        Direction.UP,
    ),
    (
        rf"tripl(?:ed|es|ing)|trebl(?:ed|es|ing)|{GROWING}triple|triple(?= (?:the|that of|what|our|its|their|last|those) )",
        "3",
        None,
        Direction.UP,
    ),
    (
        rf"quadrupl(?:ed|es|ing)|{GROWING}quadruple|quadruple(?= (?:the|that of|what|our|its|their|last|those) )",
        "4",
        None,
        Direction.UP,
    ),
    (r"halv(?:e|ed|es|ing)|(?:(?<=cut )|(?<=reduced )|(?<=slashed ))in half", "0.5", None, Direction.DOWN),
    (rf"half (?:as {_SIZES} again|again as {_SIZES})", "1.5", None, Direction.UP),
    (
        r"half(?=,? (?:of|the|that|that of|those|as (?:much|many|high|large|big|long)|what|last|our|its|their|all)\b)|(?<=by )half|(?<=than )half|(?<=to )half|(?<=about )half|(?<=roughly )half|(?<=nearly )half|(?<=around )half|(?<=almost )half"
        rf"|(?=half(?:[.,;:)]|\Z| (?:by|in|for|and|or|on|at|to|from|this|next|as of)\b))(?:{LEVEL})half",
        "0.5",
        None,
        None,
    ),
    (MAJORITY, "0.5", Bound.MORE, None),
    (r"twice", "2", None, None),
    *(
        (rf"{word} (?:in|out of)(?: every)? (?:ten|10)", f"0.{number}", None, None)
        for number, word in enumerate(
            ("two", "three", "four", "five", "six", "seven", "eight", "nine"), start=2
        )
    ),
)
"""Words that are a multiple: spelling, value, bound, direction."""

_WORDS = "|".join(f"({spelling})" for spelling, *_ in WORDS)
_PARTS = "|".join(FRACTIONS)
_BEGINS_AS_WORD = r"(?=[adefhimnoqstADEFHMNOQST])(?<![\w-])(?i:(?=a[ n-]|do|e[il]|f[io]|ha|in h|ma|ni|on|qu|s[ei]|th(?:[ir]|e m)|t[erw]))"
"""How number words begin; asked in this order, most words are passed over at their first letters."""
_NUMBER_RE = re.compile(
    rf"(?=\d)(?:(?<![\d/])(?P<slash>[1-9]/[2-9](?!\d)|1/[1-9]\d?(?:,?\d{{3}})*)(?= of\b)|(?P<digits>{DIGITS}))"
    rf"|{_BEGINS_AS_WORD}"
    rf"(?i:(?P<whole>half an?|(?:a|one|three)[- ]quarters? of an?|an?)(?= (?:million|billion|trillion)\b)"
    rf"|(?P<top>one|two|three|four|a(?=[ -](?:third|quarter|fifth|tenth|half) of)|(?:(?<=about )|(?<=roughly )|(?<=nearly )|(?<=almost )|(?<=to )|(?<=by )|(?<=over )|(?<=than )|(?<=around )|(?<=approximately ))a(?=[ -](?:third|quarter|fifth|tenth)(?:[.,;]|\Z| (?:the|that|what|higher|lower|lighter|more|less|smaller|larger|faster|shorter|cheaper|compared|from|year|over|on|since|in|to|or)\b))|(?=a[ -](?:third|quarter|fifth|tenth)(?:[.,;]|\Z))(?:{LEVEL})a)[ -](?P<part>(?:{_PARTS}))s?(?![\w-]| part)"
    rf"|(?P<span>half an?(?= (?:year|month|week|day|hour|minute|decade)\b(?!-))|(?:an?|{ENGLISH_WORD})(?= (?:year|month|week|day|hour)s? and a half\b))"
    rf"|(?P<multiple>{_WORDS})(?![\w-])"
    rf"|(?P<number>{ENGLISH_WORD})(?=[ -]|fold|[.,;)]|\Z))"
)
_FIRST_WORD = _NUMBER_RE.groupindex["multiple"]
_LETTERS = dict(LETTER_SCALES)
_COUNT_LETTER_RE = re.compile(r"([KMB])(?![A-Za-z0-9&-])")
_MONTHS_IN_LETTERS = (3, 6, 9, 12)
_YEAR_IN_MONTHS = 12
_PICTURE = 8
"""4K and 8K are sizes of a picture."""
_ADJECTIVES_RE = re.compile(
    r" (?!(?:of|in|to|and|or|for|as|by|the|a|an|which|that|with|on|at|from|is|was|are|were|will|per|it|we|its|their|than|into|under|over|when|after|before|until|since|while|during|across|among|amid|throughout|within|between|through|against|without|toward|towards|via|worldwide|globally|mark|ones|this|these|those|next|last)\b)"
    rf"(?!(?i:{ENGLISH_WORD})(?![\w-]))(?:[A-Za-z][A-Za-z'&-]*|SI|IT|IP)"
)
"""Between a number and what it counts; a number word begins a figure of its own: one million three years after the launch."""
_PART_OF_RE = re.compile(r" of (?:which|whom|them|these|those|(?:the|our|its|their) (?:[a-z]+|\d+) [a-z])")
_LEVEL_RE = re.compile(r"\b(?:by|to|up|down|totaled|total of|numbered|remains?) \Z")
_CLOSED_RE = re.compile(r"[.,;)]|\Z| (?:to|from|in|as of|at)\b")
"""Around a number word that stands alone: increased by two to four."""
_WORD_TO_RE = re.compile(rf"\b(?i:{ENGLISH_WORD}) to \Z")
_TO_WORD_RE = re.compile(rf" to (?:(?i:{ENGLISH_WORD})(?![A-Za-z])|[1-9]\d{{1,2}}(?![\d.,]))")
_NUMBER_NOUN = 4
_HALF_MORE_RE = re.compile(r" and (?:a|one)[ -]half(?= )")
_SHARE_BEFORE_RE = re.compile(rf"\b(?:by|than|about|nearly|to|roughly|almost|around) \Z|(?:{LEVEL})\Z")
_OR_MORE_RE = re.compile(r" or (?:more|fewer|less|over|above|longer|older)(?= )")
_OF_SHARES_RE = re.compile(r" of (?:its|our|their|the)(?: [A-Za-z'-]+){0,3} (?P<unit>shares)\b")
"""5 million of its own shares."""
_LABEL_RE = re.compile(r"(?:\A|[:=]|\b(?:of|was|were|at|to|from))\s*\Z")
"""Before an amount in brackets that is below zero: no remark stands behind these words."""
_OF_A_POINT_RE = re.compile(r" of (?:a|one) (?P<unit>percentage[ -]point)\b")
_DECIMAL_RE = re.compile(r"\.\d+ ?\Z")
_SCALE_OF_RE = re.compile(r" (?:scale|rating|system|plan|program|programme|agenda|proposal)s?\b")
"""A five-point scale counts steps."""
_ONE_SPAN_RE = re.compile(r"-(?:year|month|week|day|hour)(?! ago| earlier)\b")
_NAME_RE = re.compile(
    r"(?<![.!?] )(?<!\A)\b(?!(?:Increase|Decrease|Additions?|Reductions?|Total|Balance|Others?|Profit|Loss|Income|Sales|Costs?|Tax|Assets|Liabilities) )"
    r"[A-Z][A-Za-z]+ \Z"
)


def read_english(text: str, mask: Mask) -> list[Reading]:
    """Read the quantities of a folded English text outside the masked spans, in order."""
    return read_in_order(_NUMBER_RE, text, mask, _read)


def _read(text: str, match: re.Match[str], floor: int) -> Reading | None:
    if match["slash"]:
        top, bottom = match["slash"].split("/")
        return _ratio(match.start(), match.end(), Decimal(top) / Decimal(bottom.replace(",", "")))
    split = SPLIT_RE.match(text, match.start())
    if split:
        return read_split(split)
    if match["digits"]:
        return _digits(text, match, floor)
    if match["span"]:
        return _half_span(text, match)
    if match["multiple"]:
        return _multiple(match)
    if match["part"]:
        fraction = _fraction(text, match)
        if fraction is None and match[0].endswith("quarters") and match["top"].lower() in ENGLISH:
            number = Numeral(Decimal(ENGLISH[match["top"].lower()]))
            return _counted(text, match.start(), match.end("top"), number)  # two quarters from 1Q
        return fraction
    if match["whole"]:
        part = part_of_scale(match["whole"].lower())
        return _counted(text, *match.span(), part)
    numeral = Numeral(Decimal(ENGLISH[match["number"].lower()]))
    return _counted(text, *match.span(), numeral)


def _ratio(
    start: int, end: int, value: Decimal, bound: Bound | None = None, direction: Direction | None = None
) -> Reading:
    unit = BY_NAME["times"]
    return Reading(
        start, end, start, value, Decimal(0), value, unit=unit, code=unit.name, kind=unit.kind, word=True,
        bound=bound, direction=direction,
    )  # fmt: skip


def _multiple(match: re.Match[str]) -> Reading:
    number = next(n for n, value in enumerate(match.groups()[_FIRST_WORD:]) if value is not None)
    _, value, bound, direction = WORDS[number]
    return _ratio(match.start(), match.end(), Decimal(value), bound, direction)


def _half_span(text: str, match: re.Match[str]) -> Reading | None:
    """Half an hour, an hour and a half, two years and a half."""
    word = match["span"].lower()
    unit, start, end = _unit(text, match.end(), "")
    if unit is None:
        return None
    size = Decimal("0.5") + (0 if word.startswith("half") else ENGLISH.get(word, 1))
    end += 0 if word.startswith("half") else len(" and a half")
    reading = Reading(match.start(), end, match.start(), size, Decimal("0.1"), size, word=True)
    return _with_unit(text, reading, unit, start, end)


def _fraction(text: str, match: re.Match[str]) -> Reading | None:
    """One third, two-thirds, three quarters of; never a third party or the second half."""
    top = ENGLISH.get(match["top"].lower(), 1)
    part = match["part"].lower()
    joined = "-" in match[0] or match[0].lower().endswith("s")
    of_phrase = re.match(r"(?:,)? (?:of|the|that|as)\b", text[match.end() : match.end() + 8])
    after_by = bool(_SHARE_BEFORE_RE.search(text, 0, match.start()))
    if top > FRACTIONS[part] or not (joined or of_phrase or after_by or part in ("third", "fifth", "tenth")):
        return None
    ends = "-" in match[0] and re.match(r"[.;)]|\Z", text[match.end() :])
    closed = bool(ends) or (match[0].endswith("-quarters") and not text[: match.start()].endswith("first "))
    if part in ("quarter", "half") and not (of_phrase or after_by or closed):
        return None
    if part == "quarter" and _WORD_TO_RE.search(text, max(0, match.start() - 16), match.start()):
        return None  # for two to three quarters
    share = Decimal(top) / Decimal(FRACTIONS[part])
    points = _OF_A_POINT_RE.match(text, match.end())
    if points:
        unit = BY_NAME["pt"]
        reading = Reading(match.start(), points.end(), match.start(), share, Decimal(0), share, word=True)
        return _with_unit(text, reading, unit, points.start("unit"), points.end())
    return _ratio(match.start(), match.end(), share)


def _digits(text: str, match: re.Match[str], floor: int) -> Reading | None:
    numeral = read_digits(match["digits"])
    if numeral is None:
        return None
    prefix = read_prefix(text, match.start(), floor)
    before = text[match.start() - 1] if match.start() else " "
    if (
        not prefix.code
        and prefix.start == match.start()
        and before.isascii()
        and (before.isalnum() or before in "_.#/")
    ):
        return None
    sure = unit_confidence(text, match.end(), numeral.confidence)
    at, step, value = match.start(), power(-numeral.places), numeral.value
    reading = Reading(at, match.end(), at, value, step, value, numeral.places, confidence=sure)
    return _finished(text, reading, prefix)


def _finished(text: str, reading: Reading, prefix: Prefix) -> Reading | None:
    """Add scale, unit, brackets and sign; None where the digits turn out to be no figure."""
    plain_bracket = prefix.bracket and not prefix.code and not prefix.minus
    start = reading.start if plain_bracket else prefix.start
    minus, at = prefix.minus, reading.end
    if prefix.bracket and text.startswith(")", at) and not prefix.outer:
        follows = (
            EN_UNITS.match(text, at + 1) or SCALE_EN_RE.match(text, at + 1) or EN_UNITS.match(text, at + 2)
        )
        if not prefix.plus and (prefix.code or follows or row_start(text) <= reading.start):
            minus, at, start = True, at + 1, prefix.start
    if prefix.bracket and at == reading.end and text.startswith("(", start):
        start += 1 + text.startswith(" ", start + 1)
    reading, at, scaled = _scaled(text, reading, at, money=bool(prefix.code))
    if not scaled and _spelled_on(text, at) and not (prefix.code and text.startswith("-", at)):
        return None
    unit, unit_start, end = _unit(text, at, prefix.code)
    if unit is None and not scaled and not minus and _is_name(text, reading, start):
        return None
    reading, end = scaled_behind(text, reading, max(at, end), unit)
    labelled = prefix.outer and text.startswith(")", end) and _LABEL_RE.search(text, 0, prefix.start)
    if not minus and (labelled or (prefix.bracket and is_cell_of_percent(text, prefix.start, end))):
        minus, start, end = not prefix.plus, prefix.start, end + 1  # Ordinary profit: (¥0.5 billion)
    reading = reading._replace(start=start, end=end, minus=minus, plus=prefix.plus)
    return _with_unit(text, reading, unit, unit_start, end)


def _with_unit(text: str, reading: Reading, unit: Unit | None, start: int, end: int) -> Reading:
    if unit is None:
        return sen_alone(text, reading)
    printed = text[start:end].strip(" -")
    return with_sen(text, reading._replace(unit=unit, code=unit.name, kind=unit.kind, unit_printed=printed))


def _scaled(text: str, reading: Reading, at: int, *, money: bool) -> tuple[Reading, int, bool]:
    found = SCALE_EN_RE.match(text, at)
    if found and found.lastindex:
        exponent = SCALES_EN[found.lastindex - 1][1]
        large = exponent == 2 and reading.word is False and reading.number >= 100
        if large or (found[0].strip() == "mm" and not money):  # 300 mm wafers
            return reading, at, False
    else:
        letter = LETTER_RE.match(text, at) if money else _COUNT_LETTER_RE.match(text, at)
        if letter and not money and not _is_scale(text, reading, letter):
            letter = None
        if letter is None:
            return reading, at, False
        found, exponent = letter, _LETTERS[letter[1].upper()]
    factor = power(exponent)
    scaled = reading._replace(amount=reading.amount * factor, step=reading.step * factor, scale=exponent)
    return scaled, found.end(), True


def _is_scale(text: str, reading: Reading, letter: re.Match[str]) -> bool:
    """Whether a letter behind a bare number is a scale: 2.4M users, +123K; never the months of 9M or 4K."""
    if reading.places:
        return True
    if letter[1] == "M" and reading.number in _MONTHS_IN_LETTERS:
        return reading.number == _YEAR_IN_MONTHS and bool(re.match(r" [A-Za-z]", text[letter.end() :]))
    return not (letter[1] == "K" and reading.number <= _PICTURE) and reading.first == reading.start


def _spelled_on(text: str, at: int) -> bool:
    """Whether letters go on where the digits end and are no unit: 3G, 20F, 5th."""
    if at >= len(text) or not (text[at].isascii() and (text[at].isalpha() or text[at] == "_")):
        letters = text.startswith("-", at) and bool(re.match(r"-[A-Za-z]{1,2}\b", text[at : at + 4]))
        return letters and not _hyphened(text, at)
    return EN_UNITS.match(text, at) is None


def _unit(text: str, at: int, code: str) -> tuple[Unit | None, int, int]:
    """The unit behind a number, across up to three adjectives for counters."""
    if code:
        rest = EN_UNITS.match(text, at + 1) if text.startswith(" ", at) else None
        money = rest is not None and rest[0].kind is Kind.AMOUNT
        return BY_NAME[code], at, rest[1] if rest and money else at
    if (
        text.startswith("s of ", at - 1)
        and (found := EN_UNITS.match(text, at + 4))
        and found[0].kind is Kind.AMOUNT
    ):
        return found[0], at + 4, found[1]  # 2,838 millions of yen
    for gap in range(3):
        if gap and not text.startswith(" " * gap, at):
            break
        found = EN_UNITS.match(text, at + gap)
        if found and not (
            found[0].kind is Kind.POINTS and found[0].name == "pt" and _is_place(text, at + gap, found[1])
        ):
            return found[0], at + gap, found[1]
    own = _OF_SHARES_RE.match(text, at)
    if own:
        return BY_NAME["shares"], own.start("unit"), own.end()
    limit = _OR_MORE_RE.match(text, at)
    if limit:
        found = EN_UNITS.match(text, limit.end() + 1)
        unit = found[0] if found and found[0].kind is Kind.COUNT else _counter(text, limit.end())[0]
        return (unit, at, at) if unit else (None, at, at)
    joined = _hyphened(text, at)
    return (joined[0], at + 1, joined[1]) if joined else _counter(text, at)


def _hyphened(text: str, at: int) -> tuple[Unit, int] | None:
    """The unit behind a hyphen: a 1.8-MW facility, a 3-yen increase, a 1.7-point improvement."""
    found = EN_UNITS.match(text, at + 1) if text.startswith("-", at) else None
    if not found or (found[0].kind is Kind.POINTS and _SCALE_OF_RE.match(text, found[1])):
        return None
    return found if found[0].kind in (Kind.PHYSICAL, Kind.POINTS, Kind.AMOUNT) else None


def _is_place(text: str, start: int, at: int) -> bool:
    """Access points and points of presence are places, not percentage points."""
    bare = text[start:at].strip().lower() in ("point", "points") and not _DECIMAL_RE.search(text, 0, start)
    return bare and bool(
        re.match(
            r" (?:of presence|in (?:(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|FY|Q\d|[1-4]Q))[A-Z]|the (?!(?:first|second|third|fourth|same|previous|prior|current|fiscal|year|quarter|period|half|month)\b))|where)",
            text[at : at + 24],
        )
    )


def _counter(text: str, at: int) -> tuple[Unit | None, int, int]:
    place = at
    for _ in range(_NUMBER_NOUN - 1):
        step = _ADJECTIVES_RE.match(text, place)
        if not step:
            break
        place = step.end()
        found = EN_UNITS.match(text, place + 1) if text.startswith(" ", place) else None
        if found and found[0].kind is Kind.COUNT:
            return found[0], place + 1, found[1]
    return None, at, at


def _is_name(text: str, reading: Reading, start: int) -> bool:
    """Whether a bare integer belongs to a name (Vision 2030) or is a year."""
    run = text[reading.first : reading.end]
    if not run.isdigit():
        return False
    if len(run) == 4 and run[:2] in ("19", "20"):
        return True
    return bool(_NAME_RE.search(text, max(0, start - 30), start)) and reading.number < 10000


def _counted(text: str, start: int, end: int, numeral: Numeral) -> Reading | None:
    """A number word is a figure before a scale, a multiple, a per cent sign or a noun that counts."""
    step = Decimal(1).scaleb(-numeral.places)
    reading = Reading(start, end, start, numeral.value, step, numeral.value, word=True)
    half = _HALF_MORE_RE.match(text, end)
    if half:
        more = numeral.value + Decimal("0.5")
        reading = reading._replace(end=half.end(), amount=more, number=more, step=Decimal("0.1"))
    reading, at, scaled = _scaled(text, reading, reading.end, money=False)
    joined = text.startswith("-", at) and not _ONE_SPAN_RE.match(text, at)
    if numeral.value == 1 and not half and not scaled and joined:
        return None
    unit, unit_start, unit_end = _unit(text, at, "")
    if unit is None or not (
        scaled or unit.words or unit.kind in (Kind.RATIO, Kind.PERCENT, Kind.POINTS, Kind.AMOUNT)
    ):
        part = numeral.value > 1 and (
            _PART_OF_RE.match(text, at)
            or _begins_range(text, at)
            or (_LEVEL_RE.search(text, max(0, start - 14), start) and _CLOSED_RE.match(text, at))
            or text.endswith(("top ", "leading ", "largest "), 0, start)
        )
        return reading._replace(end=at) if scaled or part else None
    if (
        reading.amount == 1
        and text[unit_start:unit_end].rstrip().endswith("s")
        and unit.name not in ("times",)
    ):
        return None
    return _with_unit(text, reading._replace(end=unit_end), unit, unit_start, unit_end)


def _begins_range(text: str, at: int) -> bool:
    """Whether another number word with its noun stands behind: five to twenty years."""
    more = _TO_WORD_RE.match(text, at)
    unit = _unit(text, more.end(), "")[0] if more else None
    return unit is not None and unit.words
