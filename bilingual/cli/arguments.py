"""Arguments that several commands share."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, TypeAlias

from bilingual.cli.messages import complain

if TYPE_CHECKING:
    from typing import NoReturn

    from bilingual.options import Options

WIDTH = 79
FORMATS = ("text", "json", "html", "md", "sarif")


class Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong with the arguments."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is; the exit status is 2."""
        sys.exit(complain(f"{message}; {self.prog} --help tells more"))


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"


def add_command(
    commands: Commands,
    name: str,
    words: str,
    run: Callable[[argparse.Namespace], int],
    examples: str,
) -> Parser:
    """Add a command.

    Args:
        commands: where it goes.
        name: its name.
        words: what it does.
        run: does it and returns the exit status.
        examples: what its help ends with: calls to copy, and the exit status.
    """
    command = commands.add_parser(
        name,
        help=words,
        description=fill(words[0].upper() + words[1:] + ".", WIDTH),
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run)
    return command


def add_report(command: Parser, *, fail_on: bool = True) -> None:
    """Add what commands with a report take."""
    command.add_argument(
        "--format", choices=FORMATS, help="output format (default: by the name of -o, else text)"
    )
    command.add_argument("-o", "--output", metavar="PATH", type=Path, help="write the report to a file")
    if fail_on:
        command.add_argument(
            "--fail-on",
            choices=("error", "warning", "never"),
            default="error",
            help="exit with 1 if there is a finding of this severity or worse (default: error)",
        )


def add_reading(command: Parser) -> None:
    """Add what commands take that read a document or segments."""
    command.add_argument(
        "--as",
        dest="read_as",
        choices=("document", "segments"),
        default="",
        help="how to read a file that could be either (default: by its content)",
    )


def add_filing(command: Parser) -> None:
    """Add what commands take that may look at an XBRL filing."""
    command.add_argument(
        "--xbrl",
        metavar="FILE",
        default="",
        help="XBRL instance or inline XBRL page of the filing; figures of the documents are held against its facts",
    )


def add_settings(command: Parser) -> None:
    """Add what commands with settings take."""
    command.add_argument(
        "--glossary",
        metavar="PATH",
        action="append",
        default=[],
        help="a glossary over the packaged ones, in any format; may be repeated, the last one wins",
    )
    command.add_argument(
        "--company",
        metavar="NAME",
        default="",
        help="issuer, for terms with a scope (default: by the documents)",
    )
    command.add_argument(
        "--date",
        metavar="DATE",
        default="",
        help="day of the documents, for terms that are in use for a time (default: by the documents)",
    )
    command.add_argument(
        "--disable", metavar="CODE", action="append", default=[], help="turn a rule off; may be repeated"
    )
    command.add_argument(
        "--ocr",
        action="store_true",
        help="recognise the text of scanned pages (needs the extra ocr and Tesseract)",
    )
    command.add_argument(
        "--password", metavar="WORD", default="", help="what opens a protected PDF file; no report shows it"
    )
    command.add_argument(
        "--config", metavar="FILE", type=Path, help="settings (default: bilingual.toml here)"
    )


def options_of(parsed: argparse.Namespace) -> Options:
    """The options that the settings and the arguments give."""
    from dataclasses import replace

    from bilingual.config import known_code, known_date, load_baseline, load_config

    options = load_config(parsed.config)
    options = replace(
        options,
        glossaries=(*options.glossaries, *parsed.glossary),
        disabled=(*options.disabled, *map(known_code, parsed.disable)),
        read_as=getattr(parsed, "read_as", ""),
        password=parsed.password,
        ocr=parsed.ocr,
        xbrl=getattr(parsed, "xbrl", ""),
        date=known_date(parsed.date) if parsed.date else options.date,
    )
    if parsed.company:
        options = replace(options, company=replace(options.company, name=parsed.company))
    if getattr(parsed, "baseline", None):
        options = replace(options, baseline=load_baseline(parsed.baseline))
    return options
