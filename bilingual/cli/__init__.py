"""Arguments and exit codes.

Exit status: 0 nothing at or above ``--fail-on``, 1 findings at or above it, 2 unusable input or arguments, 130
interrupted. What cannot be used, arguments included, is one line on standard error. Machine formats go to standard output alone; progress and messages go to standard error. Nothing heavy
is imported before a command needs it: ``bilingual --version`` loads neither pandas nor fugashi.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bilingual import __version__
from bilingual.cli import check, coverage, glossary, stages
from bilingual.cli.arguments import Commands, Parser
from bilingual.cli.messages import complain, say
from bilingual.cli.printing import drop_output, reader_left
from bilingual.errors import BilingualError
from bilingual.files import reason, way_out

COMMANDS: tuple[Callable[[Commands], None], ...] = (
    check.add_check,
    stages.add_stages,
    check.add_audit,
    coverage.add_coverage,
    stages.add_explain,
    check.add_demo,
    glossary.add_glossary,
)
"""What adds the commands, in the order of the help."""
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit status."""
    _have_streams()
    _use_utf8()
    parsed = build_parser().parse_args(arguments)
    try:
        status: int = parsed.run(parsed)
        sys.stdout.flush()
        return status
    except BilingualError as error:
        return complain(str(error))
    except OSError as error:
        if reader_left(error):
            drop_output()
            return 0
        place = f"{error.filename}: " if error.filename else ""
        return complain(f"{place}{reason(error)}; {way_out(error, 'check the place and its permissions')}")
    except KeyboardInterrupt:
        say("interrupted; nothing was written")
        return INTERRUPTED


def build_parser() -> Parser:
    """The parser of the command line."""
    parser = Parser(
        prog="bilingual",
        description="Checks Japanese disclosures against their English versions: figures, units, periods, terms.",
        epilog="bilingual COMMAND --help tells more. Exit status: 0 nothing found, 1 findings, 2 unusable input.",
    )
    parser.add_argument("--version", action="version", version=f"bilingual {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in COMMANDS:
        add(commands)
    return parser


def _have_streams() -> None:
    """Standard output and error, where the caller closed them (``>&-``) or a program without a console runs us."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nobody = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
            setattr(sys, name, nobody)


def _use_utf8() -> None:
    """UTF-8 and line feeds on every system: a Japanese report must not fail on a Windows code page."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace", newline="\n")
