"""What reviewers decided on a list of candidates, read from the sheet that they filled in."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from bilingual.containers.delimited import decode_text, delimited_rows
from bilingual.containers.sheets import is_workbook, read_rows
from bilingual.errors import GlossaryError
from bilingual.glossary.cells import unguarded
from bilingual.glossary.records import file_bytes

COLUMNS = (
    "ja", "en", "decision", "kind", "score", "frequency", "documents", "known", "concept", "part", "ja_frequency",
    "en_frequency", "competing_en", "competing_ja", "spellings", "first_document", "last_document", "places",
    "example_ja", "example_en", "reviewer", "date", "note",
)  # fmt: skip
"""Columns of a list of candidates: the pair, the decision, the evidence, and what the reviewer adds."""


class Verdict(StrEnum):
    """A reviewer's decision."""

    APPROVED = "approved"
    REJECTED = "rejected"


WORDS = {
    word: verdict
    for verdict, words in {
        Verdict.APPROVED: "approved approve accept accepted ok yes y o ○ 〇 承認 採用 可",
        Verdict.REJECTED: "rejected reject refused no n x × ✕ 却下 不採用 不可",
    }.items()
    for word in words.split()
}
"""What reviewers write in the column ``decision``; nothing means: not decided."""


class Decision(NamedTuple):
    """A row of the sheet that was decided.

    Attributes:
        line: its line or row in the file, from 1.
        verdict: what was decided.
        ja: the Japanese term, as the reviewer left or mended it.
        en: the English one.
        cells: all other cells by column.
    """

    line: int
    verdict: Verdict
    ja: str
    en: str
    cells: dict[str, str]


def read_decisions(path: Path) -> tuple[list[Decision], int]:
    """Read the decisions of a sheet (CSV in any encoding, or XLSX).

    Returns:
        The decided rows in order, and the number of rows without a decision.

    Raises:
        GlossaryError: a file that is no list of candidates, or a decision that is not understood, with the line.
        InputError: a file that cannot be read.
    """
    decided: list[Decision] = []
    undecided = 0
    names: list[str] = []
    for line, cells in _rows(path):
        if not names:
            names = [cell.strip().lower() for cell in cells]
            missing = [name for name in ("ja", "en", "decision") if name not in names]
            if missing:
                raise GlossaryError(
                    f"{path}: line {line}: expected a header with the columns ja, en and decision, found no "
                    f"{missing[0]!r}; import takes what bilingual glossary extract wrote"
                )
            continue
        row = {name: unguarded(cell.strip()) for name, cell in zip(names, cells, strict=False)}
        verdict = _verdict(path, line, row.get("decision", ""))
        if verdict is None:
            undecided += 1
            continue
        for name in ("ja", "en"):
            if not row.get(name):
                raise GlossaryError(f"{path}: line {line}, column {name}: expected a term, found nothing")
        ja, en = row.pop("ja"), row.pop("en")
        decided.append(Decision(line, verdict, ja, en, row))
    if not names:
        raise GlossaryError(
            f"{path}: the file is empty; expected a header with the columns ja, en and decision"
        )
    return decided, undecided


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    data = file_bytes(path)
    if is_workbook(data):
        for row in read_rows(path, data):
            yield row.number, row.cells
    else:
        yield from delimited_rows(path, decode_text(path, data)[0])


def _verdict(path: Path, line: int, cell: str) -> Verdict | None:
    if not cell:
        return None
    verdict = WORDS.get(cell.casefold())
    if verdict is None:
        raise GlossaryError(
            f"{path}: line {line}, column decision: expected approved, rejected or nothing, found {cell[:40]!r}"
        )
    return verdict
