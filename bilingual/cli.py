"""Arguments and exit codes.

Exit status: 0 nothing at or above ``--fail-on``, 1 findings at or above it, 2 unusable input or arguments, 130
interrupted. What cannot be used, arguments included, is one line on standard error. Machine formats go to standard output alone; progress and messages go to standard error. Nothing heavy
is imported before a command needs it: ``bilingual --version`` loads neither pandas nor fugashi.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual import __version__
from bilingual.errors import BilingualError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from typing import NoReturn

    from bilingual.model.alignment import Side
    from bilingual.model.report import Report
    from bilingual.options import Options

FORMATS = ("text", "json", "html", "md", "sarif")
STAGE_FORMATS = ("text", "json", "csv")
LONGEST_MESSAGE = 2_000
UNUSABLE = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit status."""
    _use_utf8()
    parsed = build_parser().parse_args(arguments)
    try:
        status: int = parsed.run(parsed)
        sys.stdout.flush()
        return status
    except BilingualError as error:
        return _complain(str(error))
    except BrokenPipeError:
        # The reader went away (``| head``): nothing is left to say, and nothing to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _complain(f"{place}{error.strerror or error}")
    except KeyboardInterrupt:
        _say("interrupted; nothing was written")
        return INTERRUPTED


class Parser(argparse.ArgumentParser):
    """A parser that says in one line what is wrong with the arguments."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is; the exit status is 2."""
        sys.exit(_complain(f"{message}; {self.prog} --help tells more"))


def build_parser() -> Parser:
    """The parser of the command line."""
    parser = Parser(
        prog="bilingual",
        description="Checks Japanese disclosures against their English versions: figures, units, periods, terms.",
        epilog="bilingual COMMAND --help tells more. Exit status: 0 nothing found, 1 findings, 2 unusable input.",
    )
    parser.add_argument("--version", action="version", version=f"bilingual {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_check(commands)
    for name, run, words in (
        ("align", _align, "print what corresponds to what"),
        ("figures", _figures, "print every figure with value, unit, period and place"),
        ("tables", _tables, "print the tables that were recovered"),
        ("tokens", _tokens, "print the words of every line, glossary terms kept whole"),
    ):
        stage = _command(commands, name, words, run)
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
        _add_settings(stage)
    audit = _command(
        commands, "audit", "check one document in one language for what it contradicts by itself", _audit
    )
    audit.add_argument("file", metavar="FILE", help="a text file in one language")
    _add_report(audit)
    _add_settings(audit)
    explain = _command(commands, "explain", "tell what a rule compares and what it leaves alone", _explain)
    explain.add_argument(
        "codes", metavar="CODE", nargs="*", help="rule codes such as NUM001; none lists all rules"
    )
    demo = _command(
        commands, "demo", "check a packaged release with planted errors and print the report", _demo
    )
    _add_report(demo, fail_on=False)
    return parser


def _command(
    commands: argparse._SubParsersAction[Parser],
    name: str,
    words: str,
    run: Callable[[argparse.Namespace], int],
) -> Parser:
    command = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
    command.set_defaults(run=run)
    return command


def _add_check(commands: argparse._SubParsersAction[Parser]) -> None:
    check = _command(
        commands, "check", "compare the two languages of a release and report what disagrees", _check
    )
    check.add_argument(
        "ja",
        metavar="JA",
        help="the Japanese file, one file that holds both languages, or a folder with *_ja.* and *_en.* files",
    )
    check.add_argument("en", metavar="EN", nargs="?", help="the English file")
    _add_report(check)
    check.add_argument("--baseline", metavar="FILE", type=Path, help="JSON report whose findings stay silent")
    _add_settings(check)


def _add_report(command: Parser, *, fail_on: bool = True) -> None:
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


def _add_settings(command: Parser) -> None:
    command.add_argument(
        "--glossary",
        metavar="PATH",
        action="append",
        default=[],
        help="company glossary (CSV); may be repeated",
    )
    command.add_argument(
        "--disable", metavar="CODE", action="append", default=[], help="turn a rule off; may be repeated"
    )
    command.add_argument(
        "--config", metavar="FILE", type=Path, help="settings (default: bilingual.toml here)"
    )


def _options(parsed: argparse.Namespace) -> Options:
    from dataclasses import replace

    from bilingual.config import known_code, load_baseline, load_config

    options = load_config(parsed.config)
    options = replace(
        options,
        glossaries=(*options.glossaries, *parsed.glossary),
        disabled=(*options.disabled, *map(known_code, parsed.disable)),
    )
    if getattr(parsed, "baseline", None):
        options = replace(options, baseline=load_baseline(parsed.baseline))
    return options


def _check(parsed: argparse.Namespace) -> int:
    from bilingual import pipeline
    from bilingual.batch import check_folder, find_singles

    is_folder = parsed.en is None and Path(parsed.ja).is_dir()
    _settle_output(parsed, [path for path in (parsed.ja, parsed.en) if path], one=not is_folder)
    options = _options(parsed)
    with _progress("reading and comparing"):
        if is_folder:
            reports = check_folder(Path(parsed.ja), options=options)
        else:
            reports = [pipeline.check(parsed.ja, parsed.en, options=options)]
    for path in find_singles(Path(parsed.ja)) if is_folder else ():
        _say(f"{path}: has no counterpart in the other language; not checked")
    return _deliver(parsed, reports)


def _audit(parsed: argparse.Namespace) -> int:
    from bilingual import pipeline

    _settle_output(parsed, [parsed.file])
    return _deliver(parsed, [pipeline.audit(parsed.file, options=_options(parsed))])


def _demo(parsed: argparse.Namespace) -> int:
    from bilingual import pipeline
    from bilingual.samples import sample

    _settle_output(parsed, [])
    parsed.fail_on = "never"
    with sample("network_quarter", "planted.txt") as path:
        return _deliver(parsed, [pipeline.check(path)])


def _settle_output(parsed: argparse.Namespace, inputs: Sequence[str], *, one: bool = True) -> None:
    """Choose the format, and refuse before the work an output that will not do."""
    from bilingual.errors import OptionError
    from bilingual.reports import renderer_for
    from bilingual.reports.files import check_target

    ending = parsed.output.suffix if parsed.output else ""
    parsed.format = parsed.format or (renderer_for(ending).name if ending else "text")
    if parsed.output:
        check_target(parsed.output, inputs)
    if parsed.format == "html" and not one:
        raise OptionError(
            "an HTML page holds one report; check the pairs one by one, or choose another format"
        )


def _deliver(parsed: argparse.Namespace, reports: Sequence[Report]) -> int:
    """Write the reports where they belong, and tell the exit status."""
    from bilingual.model.report import Severity
    from bilingual.reports import joined
    from bilingual.reports.files import write_whole

    if parsed.output:
        write_whole(parsed.output, joined(reports, parsed.format))
        found = sum(len(report.findings) for report in reports)
        _say(f"{found} finding{'' if found == 1 else 's'} written to {parsed.output}")
    elif parsed.format == "text" and sys.stdout.isatty():
        _print_to_terminal(reports)
    else:
        sys.stdout.write(joined(reports, parsed.format))
    silenced = sum(report.baselined for report in reports)
    if silenced and (parsed.output or parsed.format != "text"):
        _say(f"{silenced} silenced by the baseline")
    if parsed.fail_on == "never":
        return 0
    limit = Severity(parsed.fail_on).rank
    return int(any(finding.severity.rank <= limit for report in reports for finding in report.findings))


def _print_to_terminal(reports: Sequence[Report]) -> None:
    from rich.console import Console

    from bilingual.reports.text import print_report

    console = Console()
    for report in reports:
        print_report(report, console)


def _align(parsed: argparse.Namespace) -> int:
    from bilingual import pipeline
    from bilingual.reports.stages import alignment_rows, print_rows

    report = pipeline.align(parsed.ja, parsed.en, options=_options(parsed))
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

    options = _options(parsed)
    tokens = [row for path in parsed.files for row in token_rows(pipeline.line_tokens(path, options=options))]
    print_rows(tokens, parsed.format, sys.stdout)
    return 0


def _sides(parsed: argparse.Namespace) -> list[Side]:
    from bilingual import pipeline

    options = _options(parsed)
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


def _progress(words: str) -> AbstractContextManager[object]:
    """A spinner on standard error while work goes on; nothing where that is no terminal."""
    from contextlib import nullcontext

    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(words)


def _use_utf8() -> None:
    """UTF-8 on every system: a Japanese report must not fail on a Windows code page."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _say(message: str) -> None:
    """One line on standard error, in which nothing of a file name or a document steers the terminal."""
    from bilingual.reports.safe import one_line

    print(f"bilingual: {one_line(message, LONGEST_MESSAGE)}", file=sys.stderr)  # noqa: T201


def _complain(message: str) -> int:
    _say(message)
    return UNUSABLE


if __name__ == "__main__":
    sys.exit(main())
