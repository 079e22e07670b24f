"""Commands that print what a stage makes: align, figures, tables, tokens; and explain."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from bilingual.cli.arguments import Commands, add_command, add_settings, options_of

if TYPE_CHECKING:
    from bilingual.model.alignment import Side

STAGE_FORMATS = ("text", "json", "csv")


def add_stages(commands: Commands) -> None:
    """Add align, figures, tables and tokens."""
    for name, run, words in (
        ("align", _align, "print what corresponds to what"),
        ("figures", _figures, "print every figure with value, unit, period and place"),
        ("tables", _tables, "print the tables that were recovered"),
        ("tokens", _tokens, "print the words of every line, glossary terms kept whole"),
    ):
        stage = add_command(commands, name, words, run)
        if name == "align":
            stage.add_argument(
                "ja", metavar="JA", help="the Japanese file, or one file that holds both languages"
            )
            stage.add_argument("en", metavar="EN", nargs="?", help="the English file")
        else:
            stage.add_argument("files", metavar="FILE", nargs="+", help="text files in one or both languages")
        stage.add_argument(
            "--format", choices=STAGE_FORMATS, default="text", help="output format (default: text)"
        )
        if name == "tables":
            stage.add_argument(
                "--explain",
                action="store_true",
                help="print what was repaired in the text layer, step by step",
            )
        add_settings(stage)


def add_explain(commands: Commands) -> None:
    """Add explain."""
    explain = add_command(commands, "explain", "tell what a rule compares and what it leaves alone", _explain)
    explain.add_argument(
        "codes", metavar="CODE", nargs="*", help="rule codes such as NUM001; none lists all rules"
    )


def _align(parsed: argparse.Namespace) -> int:
    from bilingual import pipeline
    from bilingual.reports.stages import alignment_rows, print_rows

    report = pipeline.align(parsed.ja, parsed.en, options=options_of(parsed))
    if parsed.format == "json":
        from bilingual.reports.safe import json_text

        sys.stdout.write(json_text(report.to_dict()["alignment"]))
    else:
        print_rows(alignment_rows(report), parsed.format, sys.stdout)
    return 0


def _figures(parsed: argparse.Namespace) -> int:
    from bilingual.reports.stages import figure_rows, print_rows

    print_rows([row for side in _sides(parsed) for row in figure_rows(side)], parsed.format, sys.stdout)
    return 0


def _tables(parsed: argparse.Namespace) -> int:
    from bilingual.reports.stages import print_tables

    sides = _sides(parsed)
    if parsed.explain:
        from bilingual.reports.repairs import print_repairs

        print_repairs(sides, parsed.format, sys.stdout)
        return 0
    print_tables([table for side in sides for table in side.tables], parsed.format, sys.stdout)
    return 0


def _tokens(parsed: argparse.Namespace) -> int:
    from bilingual import pipeline
    from bilingual.reports.stages import print_rows, token_rows

    options = options_of(parsed)
    tokens = [row for path in parsed.files for row in token_rows(pipeline.line_tokens(path, options=options))]
    print_rows(tokens, parsed.format, sys.stdout)
    return 0


def _sides(parsed: argparse.Namespace) -> list[Side]:
    from bilingual import pipeline

    options = options_of(parsed)
    return [side for path in parsed.files for side in pipeline.present_sides(path, options=options)]


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
