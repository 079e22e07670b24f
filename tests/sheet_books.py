"""Workbooks made of lines of cells, and what the checker tells of a pair of them."""

from __future__ import annotations

import openpyxl

import bilingual


def told(tmp_path, en, ja):
    """The findings above info of two books whose cells are parted by tabs; whole numbers are numbers."""
    for name, text in (("ja", ja), ("en", en)):
        book = openpyxl.Workbook()
        sheet = book.active
        for number, line in enumerate(text.strip().split("\n"), start=1):
            for column, words in enumerate(line.split("\t"), start=1):
                plain = words.replace(",", "").replace(".", "", 1)
                if (
                    plain.isdecimal()
                    and "." not in words
                    and not (words.startswith("20") and len(words) == 4)
                ):
                    cell = sheet.cell(number, column, int(plain))
                    cell.number_format = "#,##0"
                elif words:
                    sheet.cell(number, column, words)
        book.save(tmp_path / f"{name}.xlsx")
    report = bilingual.check(str(tmp_path / "ja.xlsx"), str(tmp_path / "en.xlsx"))
    return [finding for finding in report.findings if finding.severity.value != "info"]
