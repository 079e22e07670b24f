"""The dialects of TBX-Basic: the same entries in other words.

Specifications: ISO 30042:2008 (TBX version 2) with TBX-Basic of LISA/GALA and LTAC; ISO 30042:2019 (version 3) with the
TBX-Basic dialect of LTAC Global in the styles DCA (data category as attribute) and DCT (data category as tag).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bilingual.model.termbase import TermStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

CORE = "urn:iso:std:iso:30042:ed-2"
MIN = "http://www.tbxinfo.net/ns/min"
BASIC = "http://www.tbxinfo.net/ns/basic"
MODULES = (MIN, BASIC)

STATUS_VALUES: Mapping[TermStatus, str] = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.DEPRECATED: "supersededTerm-admn-sts",
    TermStatus.FORBIDDEN: "deprecatedTerm-admn-sts",
}
"""What TBX calls deprecated is not to be used; what was right once is superseded there."""
STATUSES = {
    **{value: status for status, value in STATUS_VALUES.items()},
    **{value.removesuffix("-admn-sts"): status for status, value in STATUS_VALUES.items()},
    "preferred": TermStatus.PREFERRED,
    "admitted": TermStatus.ADMITTED,
    "superseded": TermStatus.DEPRECATED,
    "obsolete": TermStatus.DEPRECATED,
    "deprecated": TermStatus.FORBIDDEN,
    "forbidden": TermStatus.FORBIDDEN,
    "standardizedTerm-admn-sts": TermStatus.PREFERRED,
    "legalTerm-admn-sts": TermStatus.PREFERRED,
    "regulatedTerm-admn-sts": TermStatus.PREFERRED,
}
TERM_NOTES: Mapping[str, frozenset[str]] = {
    "partOfSpeech": frozenset({"noun", "verb", "adjective", "adverb", "other"}),
    "termType": frozenset({"fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"}),
    "grammaticalGender": frozenset({"masculine", "feminine", "neuter", "other"}),
    "geographicalUsage": frozenset(),
}
"""Data categories of a term that TBX-Basic has beyond ours, with the values that it permits (none: any)."""
MARK = "bilingual:"
"""Fields that TBX-Basic has no category for are notes: ``bilingual:NAME=VALUE``."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """The words of a dialect.

    Attributes:
        name: the format's name on the command line.
        root: the root element; then header, entry, language section, term section.
        header: likewise.
        entry: likewise.
        section: likewise.
        term: likewise.
        namespace: of the elements; empty in version 2.
        is_tagged: whether data categories are elements (DCT).
    """

    name: str
    root: str
    header: str
    entry: str
    section: str
    term: str
    namespace: str = ""
    is_tagged: bool = False


VERSION_2 = Dialect("tbx2", "martif", "martifHeader", "termEntry", "langSet", "tig")
VERSION_3 = Dialect("tbx", "tbx", "tbxHeader", "conceptEntry", "langSec", "termSec", CORE)
VERSION_3_TAGS = Dialect(
    "tbx-dct", "tbx", "tbxHeader", "conceptEntry", "langSec", "termSec", CORE, is_tagged=True
)

MODULE_OF: Mapping[str, str] = dict.fromkeys(
    ("administrativeStatus", "customerSubset", "partOfSpeech", "subjectField"), MIN
)
"""The module of a data category; all others are of the basic one."""
