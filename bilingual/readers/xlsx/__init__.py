"""Excel files (XLSX) to documents: what every visible sheet shows, table by table.

A number is read as its format shows it; formulas count by the value that was saved with them. Hidden sheets, rows and
columns are left out and said. Nothing is calculated, fetched or run.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bilingual.containers.packages import Package
from bilingual.model.document import Document
from bilingual.options import Options
from bilingual.readers.assembling import Assembler
from bilingual.readers.xlsx.blocks import sheet_blocks
from bilingual.readers.xlsx.drawings import write_drawings
from bilingual.readers.xlsx.sheet import Sheet, read_sheet
from bilingual.readers.xlsx.workbook import Workbook
from bilingual.readers.xlsx.writing import write_blocks

SHOWN = 5
"""Names of cells that a remark lists."""


def read_xlsx(path: Path, options: Options) -> Document:
    """Read an Excel file.

    Args:
        path: the file.
        options: the limit of its length.

    Raises:
        InputError: damaged, protected, too long, or without text.
    """
    data = path.read_bytes()
    workbook = Workbook(Package(path, data))
    lines = Assembler(options.max_characters)
    remarks: list[str] = []
    for part in workbook.sheets:
        if part.hidden:
            remarks.append(f"sheet {part.name!r} is hidden and left out")
        elif not part.part:
            remarks.append(f"sheet {part.name!r} is a chart and not read")
        else:
            sheet = read_sheet(workbook, part, options.max_characters)
            write_blocks(lines, list(sheet_blocks(sheet)), part.name)
            remarks += [*_remarks(sheet), *write_drawings(lines, workbook, part)]
        if lines.is_full:
            break
    return lines.document(path, data, "xlsx", options, remarks)


def _remarks(sheet: Sheet) -> Iterator[str]:
    if sheet.left_out:
        yield f"sheet {sheet.name!r}: hidden and left out: {_listed(list(sheet.left_out))}"
    if sheet.unsaved:
        yield (
            f"sheet {sheet.name!r}: no value is saved for the formulas in {_listed(sheet.unsaved)}; open the workbook in a "
            "spreadsheet program and save it"
        )
    if sheet.errors:
        yield f"sheet {sheet.name!r}: an error is shown in {_listed(sheet.errors)}"


def _listed(names: list[str]) -> str:
    rest = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + rest
