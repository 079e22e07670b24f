"""Dates in English words, and the labels of months."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from bilingual.figures.fiscal import month_end

MONTH_NUMBERS = {
    word: number
    for number, word in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
"""Month by the first three letters of its name."""

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May\.?|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
"""A month in words, whole or shortened."""

YEAR = r"(?:19|20)\d\d(?!\d)"
"""A year of four digits."""

DATE = (
    rf"(?:{MONTH} ?\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?: ?,(?: )?| (?={YEAR}))?(?:{YEAR})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}(?:,? {YEAR})?|{MONTH},? {YEAR})"
)
"""A date as it follows ``ended``; the year may be missing. Blanks are to be loosened."""

_DATE_RE = re.compile(
    rf"(?:(?P<m>[A-Z][a-z]{{2}})[a-z.]* ?(?P<d>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s{{1,3}}(?:of\s)?(?P<m2>[A-Z][a-z]{{2}})[a-z.]*|(?P<m3>[A-Z][a-z]{{2}})[a-z.]*)"
    rf"[ ,\s]*(?P<y>{YEAR})?",
    re.IGNORECASE,
)


def loosen(pattern: str) -> str:
    """Let every blank of a pattern stand for up to three blanks of any kind, an optional one for up to two."""
    return re.sub(r" (?![?*{\]])", lambda _: r"[ \r\n]{1,6}", pattern).replace(" ?", r"[ \r\n]{0,2}")


LOOSE_DATE = loosen(DATE)
"""``DATE`` ready to compile."""


class WrittenDate(NamedTuple):
    """The parts of a date in words; 0 where one is missing."""

    year: int
    month: int
    day: int

    @property
    def end(self) -> date | None:
        """The day, or the last day of the month; None where the year is missing or no such day exists."""
        if not self.year or not 1 <= self.month <= 12:
            return None
        if not self.day:
            return month_end(self.year, self.month)
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def problem(self) -> str:
        """Why there is no such day; empty where there is."""
        if self.day and 1 <= self.month <= 12:
            last = month_end(self.year or 2000, self.month).day
            if not 1 <= self.day <= last:
                return f"month {self.month} has no day {self.day}"
        return ""


def read_date(text: str) -> WrittenDate:
    """Read a date in English words.

    >>> read_date("Sept 30, 2001"), read_date("30 June 2024")
    (WrittenDate(year=2001, month=9, day=30), WrittenDate(year=2024, month=6, day=30))
    """
    match = _DATE_RE.match(text.strip())
    if not match:
        return WrittenDate(0, 0, 0)
    month = MONTH_NUMBERS.get((match["m"] or match["m2"] or match["m3"]).lower(), 0)
    return WrittenDate(int(match["y"] or 0), month, int(match["d"] or match["d2"] or 0))
