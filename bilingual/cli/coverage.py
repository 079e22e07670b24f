"""The call sheet on the command line: every figure with its ticks."""

from __future__ import annotations

import argparse
from pathlib import Path

from bilingual.cli.arguments import Commands, add_command, add_reading, add_settings, options_of
from bilingual.cli.messages import progress, say
from bilingual.cli.printing import put

FORMATS = ("text", "csv", "xlsx", "html", "json")
EXAMPLES = """examples:
  bilingual coverage ja.txt en.txt -o sheet.xlsx      a sheet for each language, totals to sign
  bilingual coverage release.txt -o sheet.html        a page to print
  bilingual coverage en.pdf                           one language alone

Exit status: 0 printed or written, 2 unusable input or arguments.
"""


def add_coverage(commands: Commands) -> None:
    """Add coverage."""
    coverage = add_command(
        commands,
        "coverage",
        "print the call sheet: every figure of one or both languages with what confirms it",
        _coverage,
        EXAMPLES,
    )
    coverage.add_argument(
        "ja", metavar="JA", help="the Japanese file, or one file that holds one language or both"
    )
    coverage.add_argument("en", metavar="EN", nargs="?", help="the English file")
    add_reading(coverage)
    coverage.add_argument(
        "--format", choices=FORMATS, help="output format (default: by the name of -o, else text)"
    )
    coverage.add_argument("-o", "--output", metavar="PATH", type=Path, help="write the call sheet to a file")
    add_settings(coverage)


def _coverage(parsed: argparse.Namespace) -> int:
    from bilingual import pipeline
    from bilingual.errors import OptionError
    from bilingual.reports.callsheet import ENDINGS, render_bytes
    from bilingual.reports.files import check_target, write_whole_bytes

    style = parsed.format
    if parsed.output:
        check_target(parsed.output, [path for path in (parsed.ja, parsed.en) if path])
        style = style or ENDINGS.get(parsed.output.suffix.lower())
        if style is None:
            raise OptionError(
                f"{parsed.output}: the name tells no format; add --format ({', '.join(FORMATS)})"
            )
    style = style or "text"
    if style == "xlsx" and not parsed.output:
        raise OptionError("an XLSX file does not go to the terminal; name it with -o PATH")
    with progress("reading and comparing"):
        report = pipeline.examine(parsed.ja, parsed.en, options=options_of(parsed))
    data = render_bytes(report, style)
    if parsed.output:
        write_whole_bytes(parsed.output, data)
        say(f"call sheet written to {parsed.output}")
    else:
        put(data.decode("utf-8").removeprefix("\ufeff"))
    return 0
