"""Terms of many releases: what could go into a glossary, and what is done with it."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeAlias

from bilingual import pipeline
from bilingual.batch import find_releases
from bilingual.checks import CHECKS, run
from bilingual.errors import InputError
from bilingual.glossary.extraction import Candidate, extract_candidates
from bilingual.glossary.extraction.gathering import PairKey
from bilingual.glossary.usage.survey import Usage, survey
from bilingual.model.alignment import Comparison
from bilingual.model.report import Finding
from bilingual.options import Options
from bilingual.readers.bitext import is_bitext
from bilingual.terms import load_terms
from bilingual.tokenizers import tokenize

PathLike: TypeAlias = str | os.PathLike[str]
Release: TypeAlias = tuple[Path, Path | None]
"""A file with both languages, or the files of the two."""


def releases_of(paths: Sequence[PathLike], *, options: Options | None = None) -> list[Release]:
    """The releases that paths name, in order: folders, files with both languages, pairs of files.

    A file in one language goes with the next such file, whichever comes first.

    Raises:
        InputError: a file in one language without a partner, or a folder without releases.
    """
    options = options or Options()
    found: list[Release] = []
    waiting: Path | None = None
    for path in map(Path, paths):
        if path.is_dir():
            found.extend(find_releases(path, options=options))
        elif len(paths) == 1 or is_bitext(path) or pipeline.holds_both(path, options=options):
            found.append((path, None))
        elif waiting is None:
            waiting = path
        else:
            found.append((waiting, path))
            waiting = None
    if waiting is not None:
        raise InputError(
            f"{waiting}: the text is in one language; give the file in the other language beside it"
        )
    return found


def comparisons_of(releases: Iterable[Release], *, options: Options | None = None) -> Iterator[Comparison]:
    """The releases, aligned, one by one.

    Raises:
        InputError: a file that cannot be used.
    """
    for ja, en in releases:
        yield pipeline.align(ja, en, options=options).comparison


def extract(
    paths: Sequence[PathLike],
    *,
    options: Options | None = None,
    rejected: Container[PairKey] = frozenset(),
) -> list[Candidate]:
    """Candidates for a glossary from releases: captions that equal figures prove, terms of aligned text.

    Args:
        paths: folders of releases, files with both languages, pairs of files; the oldest release first.
        options: how to read and align; its glossaries are where existing entries are looked up.
        rejected: keys of pairs that were turned down before.

    Raises:
        InputError: a file that cannot be used.
        GlossaryError: a glossary with a broken line.
    """
    options = options or Options()
    comparisons = list(comparisons_of(releases_of(paths, options=options), options=options))
    termbase = load_terms(options.glossaries, packaged=options.packaged).termbase
    return extract_candidates(comparisons, termbase=termbase, tokenize=tokenize, rejected=rejected)


def use(
    paths: Sequence[PathLike], *, options: Options | None = None
) -> tuple[Usage, list[tuple[str, Finding]]]:
    """What releases do with the terms of the glossaries.

    Args:
        paths: folders of releases, files with both languages, pairs of files; the oldest release first.
        options: how to read, and which glossaries.

    Returns:
        The survey, and what the rules of terms find in each document, with the document's path.

    Raises:
        InputError: a file that cannot be used.
        GlossaryError: a glossary with a broken line.
    """
    options = options or Options()
    off = (*options.disabled, *(check.code for check in CHECKS if not check.code.startswith("TRM")))
    comparisons = list(comparisons_of(releases_of(paths, options=options), options=options))
    findings = [
        (comparison.ja.document.path, finding)
        for comparison in comparisons
        for finding in run(comparison, off, options.severities)
    ]
    return survey(comparisons), findings


class Effect(NamedTuple):
    """A finding that a changed glossary adds to a document, or takes away.

    Attributes:
        is_new: whether it is added.
        document: path of the Japanese document.
        finding: with its severity.
    """

    is_new: bool
    document: str
    finding: Finding


def impact(
    new: PathLike,
    paths: Sequence[PathLike],
    *,
    old: PathLike | None = None,
    options: Options | None = None,
) -> list[Effect]:
    """What a changed glossary would newly flag in past releases, and what it would no longer flag.

    Args:
        new: the glossary as it would be.
        paths: folders of releases, files with both languages, pairs of files.
        old: the glossary as it is; none where the new one is an addition.
        options: how to check; its glossaries lie below both.

    Returns:
        Effects by document; a finding whose severity changes is one that goes and one that comes.

    Raises:
        InputError: a file that cannot be used.
        GlossaryError: a glossary with a broken line.
    """
    options = options or Options()
    versions = [
        replace(options, glossaries=(*options.glossaries, *([str(path)] if path is not None else [])))
        for path in (old, new)
    ]
    effects: list[Effect] = []
    for ja, en in releases_of(paths, options=options):
        reports = [pipeline.check(ja, en, options=version) for version in versions]
        before, after = ({(each.id, each.severity): each for each in report.findings} for report in reports)
        path = reports[0].comparison.ja.document.path
        effects += [Effect(True, path, each) for key, each in after.items() if key not in before]
        effects += [Effect(False, path, each) for key, each in before.items() if key not in after]
    return effects
