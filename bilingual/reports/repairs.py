"""What was read otherwise than the text layer has it, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from bilingual.model.alignment import Side
from bilingual.model.report import Json
from bilingual.reports.safe import one_line
from bilingual.reports.stages import print_rows

WIDEST = 70


def repair_rows(sides: Iterable[Side]) -> list[dict[str, Json]]:
    """Every repair of the sides: steps in the order in which they ran, places in order within a step."""
    rows: list[dict[str, Json]] = []
    for side in sides:
        order = {repair.step: number for number, repair in reversed(list(enumerate(side.repairs)))}
        for repair in sorted(side.repairs, key=lambda repair: (order[repair.step], repair.span)):
            place = side.document.place(repair.span)
            rows.append(
                {
                    "step": repair.step,
                    "damage": repair.damage.value,
                    "lang": side.language.value,
                    "table": repair.table,
                    "line": place.line,
                    "col": place.col,
                    "printed": repair.printed,
                    "repaired": repair.repaired,
                }
            )
    return rows


def print_repairs(sides: Sequence[Side], style: str, stream: TextIO) -> None:
    """Print the repairs as text under the names of their steps, or as JSON or CSV, one row for each."""
    rows = repair_rows(sides)
    if style != "text":
        print_rows(rows, style, stream)
        return
    if not rows:
        stream.write("nothing was repaired\n")
    head = ("", "")
    for row in rows:
        if (row["lang"], row["step"]) != head:
            head = (str(row["lang"]), str(row["step"]))
            count = sum((other["lang"], other["step"]) == head for other in rows)
            stream.write(f"{row['step']} ({row['damage']}), {row['lang']}: {count}\n")
        printed, repaired = (
            one_line(str(row[name]), WIDEST) or "nothing" for name in ("printed", "repaired")
        )
        table = f"  {row['table']}" if row["table"] else ""
        stream.write(f"  line {row['line']}{table}  {printed}  is read as  {repaired}\n")
