"""Options of a run: one frozen value, every field argued here."""

from __future__ import annotations

from dataclasses import dataclass, field

from bilingual.model.contrast import OwnContrast
from bilingual.model.report import Severity

DEFAULT_MAX_CHARACTERS = 5_000_000


@dataclass(frozen=True, slots=True)
class CompanyProfile:
    """What is known of the issuer; None means: learn it from the documents.

    Attributes:
        fiscal_year_end: month in which the fiscal year ends (3 for March). Learned from phrases such as
            ``the year ended March 31, 2002`` when None.
        year_naming: ``start`` (FY2001 starts in 2001) or ``end`` (FY2002 ends in 2002).
        rounding: ``half_up``, ``down`` or None (both readings are allowed).
        release_time_zone: zone of dates without one on the English side, such as ``America/New_York``; a
            release dated a day earlier in New York than in Tokyo is then no warning.
        name: the issuer, as the scopes of glossary terms name it. Learned from the top of the documents when None.
    """

    fiscal_year_end: int | None = None
    year_naming: str | None = None
    rounding: str | None = None
    release_time_zone: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """How to check.

    Attributes:
        glossaries: paths of company glossaries, later ones win over earlier ones and over the packaged ones.
        disabled: rule codes that stay off.
        severities: severity per rule code, overriding the rule's own; never raises ``info`` evidence to a
            defect by itself, it only relabels findings that the rule makes.
        company: what is known of the issuer.
        baseline: fingerprints of findings that an earlier report already holds; they are counted, not shown.
        max_characters: longest text that is read. A release has about 50,000 characters, an annual report
            about a million; beyond five million the input is usually a wrong file.
        read_as: ``document`` or ``segments`` where a file could be either (a CSV file or a workbook with a column
            for each language is segments); empty to tell by the content.
        date: day of the documents (ISO 8601; a month or a year will do), on which glossary terms are in use or not;
            empty to learn it from them.
        packaged: whether the packaged glossaries count; without them and without others nothing is known of terms.
        xbrl: path of an XBRL filing (an instance or an inline XBRL page) that both versions are held against;
            empty for none.
        ocr: whether the text of pages that are pictures is recognised (PDF; needs the extra ``ocr``).
        contrasts: words of the project that exclude each other, beside the packaged vocabulary.
        password: what opens protected files; no report shows it.
    """

    glossaries: tuple[str, ...] = ()
    disabled: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    company: CompanyProfile = field(default_factory=CompanyProfile)
    baseline: frozenset[str] = frozenset()
    max_characters: int = DEFAULT_MAX_CHARACTERS
    read_as: str = ""
    date: str = ""
    packaged: bool = True
    xbrl: str = ""
    ocr: bool = False
    contrasts: tuple[OwnContrast, ...] = ()
    password: str = field(default="", repr=False)
