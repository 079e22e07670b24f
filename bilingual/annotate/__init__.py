"""Copies of the documents with remarks on the figures in question, one module per format.

The originals stay as they are; every copy is made whole before the first one is written.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from bilingual.annotate.remarks import Remark, remarks_of
from bilingual.errors import OptionError
from bilingual.files import reason, replace_files, way_out
from bilingual.model.document import Document
from bilingual.model.report import Report

__all__ = ["ANNOTATORS", "Annotated", "annotate", "require_folder"]

Annotator = Callable[[Document, Sequence[Remark], str], bytes]
"""The document, the remarks on it and its password to the bytes of the copy."""

ANNOTATORS = (
    ("pdf", "bilingual.annotate.pdf"),
    ("docx", "bilingual.annotate.docx"),
    ("xlsx", "bilingual.annotate.xlsx"),
)
"""Formats that copies with remarks are made of, and the module that makes them; imported when first used."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A copy that was written.

    Attributes:
        source: path of the document.
        copy: path of the copy.
        remarks: number of remarks on findings.
        ticks: number of ticks on figures.
    """

    source: Path
    copy: Path
    remarks: int
    ticks: int


def annotate(
    reports: Sequence[Report], folder: Path, *, ticks: bool = False, password: str = ""
) -> list[Annotated]:
    """Write copies of the documents of reports with remarks on what was found.

    Args:
        reports: what was found.
        folder: where the copies go; it is made where there is none.
        ticks: also tick the figures that something confirms.
        password: what opens protected documents.

    Raises:
        OptionError: none of the documents is of a format that takes remarks, or a copy cannot be written.
        InputError: a document cannot be opened again.
    """
    makers = dict(ANNOTATORS)
    made: list[tuple[Annotated, bytes]] = []
    taken: set[Path] = set()
    for report in reports:
        for document, remarks in remarks_of(report, ticks=ticks):
            if document.format not in makers:
                continue
            maker = cast("Annotator", import_module(makers[document.format]).annotated)
            source = Path(document.path)
            target = _target(folder, source, taken)
            count = sum(not remark.is_tick for remark in remarks)
            made.append(
                (Annotated(source, target, count, len(remarks) - count), maker(document, remarks, password))
            )
    if not made:
        formats = ", ".join(name.upper() for name in makers)
        raise OptionError(
            f"none of the documents takes remarks; copies with remarks are made of {formats} files"
        )
    _write(folder, made)
    return [one for one, _ in made]


def _target(folder: Path, source: Path, taken: set[Path]) -> Path:
    """Where a copy goes: under the name of its document, numbered where that is taken."""
    target, number = folder / source.name, 2
    while target in taken:
        target = folder / f"{source.stem}_{number}{source.suffix}"
        number += 1
    taken.add(target)
    if target.exists() and source.exists() and target.samefile(source):
        raise OptionError(f"{target}: this is a document that is checked; give another folder for the copies")
    return target


def require_folder(folder: Path) -> None:
    """Refuse, before the work, a folder that cannot take copies.

    Raises:
        OptionError: naming the folder and the way out.
    """
    if folder.exists() and not folder.is_dir():
        raise OptionError(f"{folder}: this is a file; give a folder for the copies")
    held = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not os.access(held, os.W_OK):
        raise OptionError(f"{folder}: there is no permission to write into {held}; give another folder")


def _write(folder: Path, made: Sequence[tuple[Annotated, bytes]]) -> None:
    new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_files([(one.copy, data) for one, data in made])
    except OSError as error:
        if new:
            with suppress(OSError):
                folder.rmdir()
        place = error.filename2 or error.filename or folder
        help_ = way_out(error, "close them in other programs, or give another folder")
        raise OptionError(
            f"{place}: the copies cannot be written ({reason(error)}); {help_}; none was written"
        ) from None
