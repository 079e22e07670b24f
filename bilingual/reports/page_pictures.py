"""The parts of pages that findings point at, as pictures inside a report."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bilingual.model.document import Document, Language
from bilingual.model.origin import PagePlace
from bilingual.model.report import Finding, Report, Spot
from bilingual.reports.words import where

MOST = 300
"""Pictures of one report; what comes after them is told by page and place alone."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of a page as a report shows it.

    Attributes:
        source: the picture as data.
        width: in pixels.
        height: in pixels.
        mark: left, top, width and height of the place in it.
        words: what it shows, for those who do not see it.
        language: of the document.
    """

    source: str
    width: int
    height: int
    mark: tuple[int, int, int, int]
    words: str
    language: str


Pictures = Mapping[tuple[Language, PagePlace], Shown]


def page_pictures(report: Report) -> Pictures:
    """Pictures of the places of findings in PDF files; nothing for files of other formats."""
    wanted: dict[Document, dict[PagePlace, Spot]] = {}
    count = 0
    for finding in report.findings:
        for spot in (finding.ja, finding.en):
            if spot is None or not isinstance(spot.origin, PagePlace) or count >= MOST:
                continue
            document = report.comparison.side(spot.language).document
            own = wanted.setdefault(document, {})
            count += spot.origin not in own
            own.setdefault(spot.origin, spot)
    return {key: shown for document, places in wanted.items() for key, shown in _of(document, places)}


def _of(
    document: Document, places: Mapping[PagePlace, Spot]
) -> Sequence[tuple[tuple[Language, PagePlace], Shown]]:
    from bilingual.readers.pdf.pictures import pictures  # numpy and PDFium: for those who have a PDF file

    found = []
    for place, picture in pictures(Path(document.path), document.sha256, places).items():
        spot = places[place]
        source = "data:image/png;base64," + base64.b64encode(picture.png).decode("ascii")
        words = f"{where(spot)}: {spot.text}"
        language = spot.language
        shown = Shown(source, picture.width, picture.height, picture.mark, words, language.value)
        found.append(((language, place), shown))
    return found


def pictures_of(finding: Finding, shown: Pictures) -> list[Shown]:
    """The pictures of a finding, in order."""
    spots = [spot for spot in (finding.ja, finding.en) if spot is not None]
    return [
        shown[spot.language, spot.origin]
        for spot in spots
        if isinstance(spot.origin, PagePlace) and (spot.language, spot.origin) in shown
    ]
