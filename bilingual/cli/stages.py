"""Commands that print what a stage makes: align, figures, tables, tokens; and explain."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual.cli.arguments import Commands, add_command, add_reading, add_settings, options_of
from bilingual.cli.messages import say
from bilingual.cli.printing import put

if TYPE_CHECKING:
    from bilingual.model.alignment import Side
    from bilingual.model.report import Report

STAGE_FORMATS = ("text", "json", "csv")
EXCHANGE_FORMATS = ("tmx", "xliff", "xliff2")
PRINTED = "Exit status: 0 printed or written, 2 unusable input or arguments.\n"
ALIGN_EXAMPLES = f"""examples:
  bilingual align release.txt
  bilingual align ja.pdf en.pdf -o pairs.csv
  bilingual align ja.txt en.txt -o memory.tmx         sentences, headings and captions for translation tools

{PRINTED}"""
FIGURES_EXAMPLES = f"""examples:
  bilingual figures release.txt
  bilingual figures ja.pdf --format csv

{PRINTED}"""
TABLES_EXAMPLES = f"""examples:
  bilingual tables release.txt
  bilingual tables ja.pdf -o tables.xlsx              a sheet for every table, to see a misreading
  bilingual tables scan.txt --explain                 what was repaired in the text layer, step by step

{PRINTED}"""
TOKENS_EXAMPLES = f"""examples:
  bilingual tokens ja.txt
  bilingual tokens ja.txt --glossary ours.csv --format csv

{PRINTED}"""
EXPLAIN_EXAMPLES = """examples:
  bilingual explain                                   all rules
  bilingual explain NUM001 TRM001

Exit status: 0 printed, 2 no such rule.
"""


def add_stages(commands: Commands) -> None:
    """Add align, figures, tables and tokens."""
    for name, run, words, examples in (
        ("align", _align, "print what corresponds to what", ALIGN_EXAMPLES),
        ("figures", _figures, "print every figure with value, unit, period and place", FIGURES_EXAMPLES),
        ("tables", _tables, "print the tables that were recovered", TABLES_EXAMPLES),
        ("tokens", _tokens, "print the words of every line, glossary terms kept whole", TOKENS_EXAMPLES),
    ):
        stage = add_command(commands, name, words, run, examples)
        if name == "align":
            stage.add_argument(
                "ja", metavar="JA", help="the Japanese file, or one file that holds both languages"
            )
            stage.add_argument("en", metavar="EN", nargs="?", help="the English file")
            add_reading(stage)
            stage.add_argument("-o", "--output", metavar="PATH", type=Path, help="write to a file")
        else:
            stage.add_argument(
                "files",
                metavar="FILE",
                nargs="+",
                help="files in one or both languages: text, PDF, Word, Excel, web pages",
            )
        stage.add_argument(
            "--format",
            choices=(*STAGE_FORMATS, *EXCHANGE_FORMATS) if name == "align" else STAGE_FORMATS,
            default=None if name in ("tables", "align") else "text",
            help=(
                "output format (default: by the name of -o, else text)"
                if name in ("tables", "align")
                else "output format (default: text)"
            )
            + ("; tmx, xliff (1.2) and xliff2 (2.1) for translation tools" if name == "align" else ""),
        )
        if name == "tables":
            stage.add_argument(
                "-o",
                "--output",
                metavar="PATH",
                type=Path,
                help="write to a file: as its name ends (.txt, .csv, .json, .xlsx with a sheet for every table)",
            )
            stage.add_argument(
                "--explain",
                action="store_true",
                help="print what was repaired in the text layer, step by step",
            )
        add_settings(stage)


def add_explain(commands: Commands) -> None:
    """Add explain."""
    explain = add_command(
        commands, "explain", "tell what a rule compares and what it leaves alone", _explain, EXPLAIN_EXAMPLES
    )
    explain.add_argument(
        "codes", metavar="CODE", nargs="*", help="rule codes such as NUM001; none lists all rules"
    )


def _align(parsed: argparse.Namespace) -> int:
    from bilingual import pipeline
    from bilingual.reports.files import check_target

    if parsed.output:
        check_target(parsed.output, [path for path in (parsed.ja, parsed.en) if path])
    style = _style(parsed, ALIGN_ENDINGS)
    text = _alignment_text(pipeline.align(parsed.ja, parsed.en, options=options_of(parsed)), style)
    _deliver(parsed.output, text, style)
    return 0


def _deliver(output: Path | None, text: str, style: str) -> None:
    """Write to the file, or to standard output; a CSV file has the mark by which spreadsheets know UTF-8."""
    from bilingual.reports.files import write_whole

    if output:
        write_whole(output, "\ufeff" + text if style == "csv" else text)
    else:
        put(text)


def _alignment_text(report: Report, style: str) -> str:
    if style in EXCHANGE_FORMATS:
        from bilingual.reports.exchange import exchange_bytes

        return exchange_bytes(report, style).decode("utf-8")
    if style == "json":
        from bilingual.reports.safe import json_text

        return json_text(report.to_dict()["alignment"])
    from bilingual.reports.stages import alignment_rows, print_rows

    stream = io.StringIO()
    print_rows(alignment_rows(report), style, stream)
    return stream.getvalue()


def _figures(parsed: argparse.Namespace) -> int:
    from bilingual.reports.stages import figure_rows, print_rows

    rows = [row for side in _sides(parsed) for row in figure_rows(side)]
    if not rows:
        say("no figures were found")
    print_rows(rows, parsed.format, sys.stdout)
    return 0


ALIGN_ENDINGS = {
    ".txt": "text",
    ".csv": "csv",
    ".json": "json",
    ".tmx": "tmx",
    ".xlf": "xliff",
    ".xliff": "xliff",
}
TABLE_ENDINGS = {".txt": "text", ".csv": "csv", ".json": "json", ".xlsx": "xlsx"}


def _tables(parsed: argparse.Namespace) -> int:
    from bilingual.reports.files import check_target, write_whole_bytes
    from bilingual.reports.table_sheets import tables_bytes

    style = _style(parsed, TABLE_ENDINGS)
    if parsed.output:
        check_target(parsed.output, parsed.files)
    sides = _sides(parsed)
    if not any(side.tables for side in sides):
        say("no tables were found")
    if style == "xlsx" and not parsed.explain:
        write_whole_bytes(parsed.output, tables_bytes(sides))
        return 0
    stream = io.StringIO()
    _write_tables(sides, style, stream, explain=parsed.explain)
    _deliver(parsed.output, stream.getvalue(), style)
    return 0


def _style(parsed: argparse.Namespace, endings: Mapping[str, str]) -> str:
    """The format: what is asked for, else what the name of the output ends in."""
    from bilingual.errors import OptionError

    if parsed.format or not parsed.output:
        return str(parsed.format or "text")
    style = endings.get(parsed.output.suffix.lower())
    if style is None:
        raise OptionError(f"{parsed.output}: give a name that ends in {', '.join(endings)}, or --format")
    return style


def _write_tables(sides: list[Side], style: str, stream: io.StringIO, *, explain: bool) -> None:
    from bilingual.reports.repairs import print_repairs
    from bilingual.reports.table_text import print_tables

    if explain:
        print_repairs(sides, "text" if style == "xlsx" else style, stream)
        return
    print_tables([(side.document, table) for side in sides for table in side.tables], style, stream)


def _tokens(parsed: argparse.Namespace) -> int:
    from bilingual import pipeline
    from bilingual.reports.stages import print_rows, token_rows

    options = options_of(parsed)
    tokens = [row for path in parsed.files for row in token_rows(pipeline.line_tokens(path, options=options))]
    print_rows(tokens, parsed.format, sys.stdout)
    return 0


def _sides(parsed: argparse.Namespace) -> list[Side]:
    from bilingual import sides

    options = options_of(parsed)
    return [side for path in parsed.files for side in sides.present_sides(path, options=options)]


def _explain(parsed: argparse.Namespace) -> int:
    from bilingual.checks import CHECKS, explain
    from bilingual.errors import OptionError

    if not parsed.codes:
        for check in CHECKS:
            print(f"{check.code}  {check.name}")  # noqa: T201
        return 0
    for code in parsed.codes:
        try:
            print(explain(code))  # noqa: T201
        except KeyError:
            raise OptionError(f"{code!r} is no rule; bilingual explain lists all rules") from None
    return 0
