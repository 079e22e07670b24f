"""Checks Japanese disclosures against their English versions: figures, units, periods, terms.

>>> import bilingual                                        # doctest: +SKIP
>>> report = bilingual.check("release.txt")                 # doctest: +SKIP
>>> report.findings[0].message                              # doctest: +SKIP
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from os import PathLike
from types import ModuleType
from typing import TYPE_CHECKING

__version__ = "0.1.0"

from bilingual.errors import BilingualError, GlossaryError, InputError, OptionError

if TYPE_CHECKING:
    from bilingual.model.callsheet import CallSheet
    from bilingual.model.document import Document
    from bilingual.model.report import Finding, Json, Report, Severity
    from bilingual.model.termbase import Termbase
    from bilingual.options import CompanyProfile, Options

__all__ = [
    "BilingualError",
    "CallSheet",
    "CompanyProfile",
    "Document",
    "Finding",
    "GlossaryError",
    "InputError",
    "OptionError",
    "Options",
    "Report",
    "Severity",
    "align",
    "audit",
    "check",
    "check_pairs",
    "coverage",
    "load_glossary",
    "read",
]


def check(
    ja: str | PathLike[str],
    en: str | PathLike[str] | None = None,
    *,
    glossaries: Sequence[str | PathLike[str]] = (),
    options: Options | None = None,
) -> Report:
    """Compare the two languages of a release and report what disagrees.

    Args:
        ja: a file that holds both languages, or the Japanese file.
        en: the English file; the two may come in either order.
        glossaries: company glossaries that override the packaged ones; a single path will do.
        options: how to check.

    Returns:
        The report: findings (most serious first), alignment, coverage.

    Raises:
        InputError: a file that cannot be used, or that holds one language only.
        GlossaryError: a glossary with a broken line.
    """
    from bilingual import pipeline

    return pipeline.check(ja, en, options=_options(options, glossaries))


def align(
    ja: str | PathLike[str],
    en: str | PathLike[str] | None = None,
    *,
    glossaries: Sequence[str | PathLike[str]] = (),
    options: Options | None = None,
) -> Report:
    """Align the two languages of a release without judging it: a report without findings."""
    from bilingual import pipeline

    return pipeline.align(ja, en, options=_options(options, glossaries))


def audit(
    path: str | PathLike[str],
    *,
    glossaries: Sequence[str | PathLike[str]] = (),
    options: Options | None = None,
) -> Report:
    """Check one document in one language for what it contradicts by itself; the other side is null."""
    from bilingual import pipeline

    return pipeline.audit(path, options=_options(options, glossaries))


def coverage(
    ja: str | PathLike[str],
    en: str | PathLike[str] | None = None,
    *,
    glossaries: Sequence[str | PathLike[str]] = (),
    options: Options | None = None,
) -> CallSheet:
    """The call sheet: every figure of one or both languages with what confirms it."""
    from bilingual import pipeline

    return pipeline.examine(ja, en, options=_options(options, glossaries)).call_sheet()


def check_pairs(
    pairs: Iterable[tuple[str, str]],
    *,
    glossaries: Sequence[str | PathLike[str]] = (),
    options: Options | None = None,
) -> list[list[dict[str, Json]]]:
    """Check segments that are already aligned, each pair on its own.

    Args:
        pairs: ``(Japanese, English)`` segments.
        glossaries: company glossaries that override the packaged ones; a single path will do.
        options: how to check.

    Returns:
        One list of findings per pair, in order, each finding as in the machine interface; ``line`` is
        1 + the index of the pair.

    Raises:
        OptionError: for a pair that is not two texts, naming its number.
    """
    from bilingual import pipeline

    found = pipeline.check_pairs(pairs, options=_options(options, glossaries))
    return [[finding.to_dict() for finding in findings] for findings in found]


def read(path: str | PathLike[str], *, options: Options | None = None) -> Document:
    """Read a file into a document: decoded, otherwise untouched; the options may hold a password or ask for OCR."""
    from bilingual import readers

    return readers.read(path, options)


def load_glossary(*paths: str | PathLike[str]) -> Termbase:
    """Load glossary files; without any, the packaged ones."""
    from bilingual import glossary

    return glossary.load(paths) if paths else glossary.load_default()


def _options(options: Options | None, glossaries: Sequence[str | PathLike[str]]) -> Options:
    from dataclasses import replace

    from bilingual.options import Options

    options = options or Options()
    if isinstance(glossaries, (str, PathLike)):  # one path is a sequence too: of letters
        glossaries = (glossaries,)
    extra = tuple(str(path) for path in glossaries)
    return replace(options, glossaries=(*options.glossaries, *extra)) if extra else options


_LAZY = {
    "CallSheet": "bilingual.model.callsheet",
    "CompanyProfile": "bilingual.options",
    "Document": "bilingual.model.document",
    "Finding": "bilingual.model.report",
    "Options": "bilingual.options",
    "Report": "bilingual.model.report",
    "Severity": "bilingual.model.report",
}


def __getattr__(name: str) -> object:
    """Load the types of the interface on first use: ``bilingual --version`` needs none of them."""
    if name in _LAZY:
        from importlib import import_module

        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'bilingual' has no attribute {name!r}")


class _Interface(ModuleType):
    """This package, whose public names no module of the same name replaces when it is imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if name not in __all__ or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Interface
