"""Commands for those who keep the terms: ``bilingual glossary …``.

Exit status: 0 nothing to do, 1 problems, differences, conflicts or nothing found, 2 unusable input or arguments.
"""

from __future__ import annotations

from collections.abc import Callable

from bilingual.cli.arguments import Commands, Parser
from bilingual.cli.convert import add_convert
from bilingual.cli.glossary_compare import add_diff, add_merge
from bilingual.cli.glossary_extract import add_extract
from bilingual.cli.glossary_import import add_import
from bilingual.cli.glossary_lint import add_lint
from bilingual.cli.glossary_look import add_search, add_show, add_stats
from bilingual.cli.glossary_use import add_impact, add_use

GLOSSARY_COMMANDS: tuple[Callable[[Commands], None], ...] = (
    add_lint,
    add_diff,
    add_merge,
    add_search,
    add_show,
    add_stats,
    add_convert,
    add_extract,
    add_import,
    add_use,
    add_impact,
)
"""What adds the commands, in the order of the help."""


def add_glossary(commands: Commands) -> None:
    """Add glossary and its own commands."""
    words = "keep glossaries: lint, compare, merge, search them"
    glossary: Parser = commands.add_parser("glossary", help=words, description=f"K{words[1:]}.")
    own = glossary.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in GLOSSARY_COMMANDS:
        add(own)
