"""Commands for those who keep the terms: ``bilingual glossary …``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bilingual.cli.arguments import Commands, Parser, add_command


def add_glossary(commands: Commands) -> None:
    """Add glossary and its own commands."""
    words = "keep glossaries"
    parser: Parser = commands.add_parser("glossary", help=words, description="Keep glossaries.")
    own = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    stats = add_command(own, "stats", "count what glossaries hold", _stats)
    stats.add_argument(
        "files", metavar="FILE", nargs="*", type=Path, help="glossaries (default: the packaged ones)"
    )


def _stats(parsed: argparse.Namespace) -> int:
    from bilingual.glossary import load, load_default

    termbase = load(parsed.files) if parsed.files else load_default()
    sys.stdout.write(f"{len(termbase.concepts)} concepts\n")
    return 0
