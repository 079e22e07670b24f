"""The commands that find terms in releases and take over what reviewers decided: extract, import."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual.cli.arguments import Commands, add_command, add_reading, add_settings, options_of
from bilingual.cli.messages import progress, say
from bilingual.cli.printing import put

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilingual.options import Options

FORMATS = ("text", "csv", "xlsx", "json")
EXTRACT_EXAMPLES = """examples:
  bilingual glossary extract ja.txt en.txt -o terms.csv      one release in two files
  bilingual glossary extract releases/ -o terms.xlsx         all releases of a folder
  bilingual glossary extract release.txt --glossary ours.csv --new
  bilingual glossary extract release.txt --no-glossary       what equal figures prove, without any dictionary

Exit status: 0 listed or written, 2 unusable input or arguments.
"""


def add_extract(own: Commands) -> None:
    """Add extract."""
    words = "find pairs of terms in releases: captions that equal figures prove, terms of aligned text"
    extract = add_command(own, "extract", words, _extract, EXTRACT_EXAMPLES)
    add_documents(extract)
    add_output(extract, FORMATS, "the list; fill in its column decision and give it to import")
    extract.add_argument(
        "--no-glossary", action="store_true", help="align without any glossary, the packaged ones included"
    )
    extract.add_argument("--kind", choices=("caption", "prose"), help="only captions, or only terms of text")
    extract.add_argument("--new", action="store_true", help="leave out pairs that the glossaries have")
    extract.add_argument(
        "--all", action="store_true", help="list pairs that were rejected before, too (decision: rejected)"
    )
    add_reading(extract)
    add_settings(extract)


def add_documents(command: argparse.ArgumentParser) -> None:
    """Add the releases that a command reads."""
    command.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="a file with both languages, a Japanese and an English file one after the other, or a folder of "
        "releases; several releases from the oldest to the newest",
    )


def add_output(command: argparse.ArgumentParser, formats: tuple[str, ...], words: str) -> None:
    """Add --format and -o."""
    command.add_argument(
        "--format", choices=formats, help="output format (default: by the name of -o, else text)"
    )
    command.add_argument("-o", "--output", metavar="PATH", type=Path, help=words)


def settle_output(parsed: argparse.Namespace, endings: Mapping[str, str]) -> str:
    """The format of the output; refuses before the work an output that will not do.

    Raises:
        OptionError: a name that tells no format, a workbook for the terminal, a file that must not be written.
    """
    from bilingual.errors import OptionError
    from bilingual.reports.files import check_target

    style: str | None = parsed.format
    if parsed.output:
        check_target(parsed.output, parsed.files)
        style = style or endings.get(parsed.output.suffix.lower())
        if style is None:
            names = ", ".join(dict.fromkeys(endings.values()))
            raise OptionError(f"{parsed.output}: the name tells no format; add --format ({names})")
    if style == "xlsx" and not parsed.output:
        raise OptionError("an XLSX file does not go to the terminal; name it with -o PATH")
    return style or "text"


def deliver(parsed: argparse.Namespace, data: bytes, what: str) -> None:
    """Write the output to its file or to standard output."""
    from bilingual.reports.files import write_whole_bytes

    if parsed.output:
        write_whole_bytes(parsed.output, data)
        say(f"{what} written to {parsed.output}")
    else:
        put(data.decode("utf-8").removeprefix("\ufeff"))


def _extract(parsed: argparse.Namespace) -> int:
    from bilingual.glossary.extraction import Known
    from bilingual.glossary.extraction.rejections import rejected_keys
    from bilingual.reports.candidates import ENDINGS, render_bytes
    from bilingual.terminology import extract

    style = settle_output(parsed, ENDINGS)
    options = _glossary_options(parsed)
    with progress("reading and aligning"):
        found = extract(parsed.files, options=options, rejected=rejected_keys(map(Path, options.glossaries)))
    kept = [each for each in found if parsed.all or not each.rejected]
    kept = [each for each in kept if parsed.kind in (None, each.kind.value)]
    if parsed.new:
        kept = [each for each in kept if each.known is not Known.SAME]
    turned_down = sum(each.rejected for each in found)
    if turned_down and not parsed.all:
        say(f"{turned_down} rejected before and left out; --all lists them")
    deliver(parsed, render_bytes(kept, style), f"{len(kept)} candidate{'' if len(kept) == 1 else 's'}")
    return 0


def _glossary_options(parsed: argparse.Namespace) -> Options:
    from dataclasses import replace

    from bilingual.errors import OptionError

    if not parsed.no_glossary:
        return options_of(parsed)
    if parsed.glossary:
        raise OptionError("--no-glossary and --glossary exclude each other; leave one of them out")
    return replace(options_of(parsed), glossaries=(), packaged=False)
