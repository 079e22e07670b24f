"""The commands that look things up in glossaries: search, show, stats."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from bilingual.cli.arguments import Commands, Parser, add_command
from bilingual.cli.messages import say
from bilingual.cli.printing import add_format, print_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilingual.glossary.layers import Entry
    from bilingual.model.report import Json
    from bilingual.model.termbase import Concept

HIT_COLUMNS = ("score", "concept", "language", "term", "status", "ja", "en", "subject_field", "file", "line")
ENTRY_COLUMNS = ("concept", "layer", "file", "line", "field", "value")
COUNT_COLUMNS = ("measure", "part", "number")
SEARCH_EXAMPLES = """examples:
  bilingual glossary search ソフトウエア
  bilingual glossary search "operating profit" --glossary ours.csv --limit 5

Exit status: 0 found, 1 nothing like it, 2 unusable input.
"""
SHOW_EXAMPLES = """examples:
  bilingual glossary show 売上高
  bilingual glossary show 売上高 --glossary industry.csv --glossary ours.csv

Exit status: 0 shown, 2 no such concept or unusable input.
"""
STATS_EXAMPLES = """examples:
  bilingual glossary stats
  bilingual glossary stats ours.csv --format csv

Exit status: 0 counted, 2 unusable input.
"""


def add_search(own: Commands) -> None:
    """Add search."""
    search = add_command(
        own, "search", "find concepts by a term in either language, spelled roughly", _search, SEARCH_EXAMPLES
    )
    search.add_argument("term", metavar="TERM", help="Japanese or English")
    search.add_argument(
        "--limit", metavar="N", type=int, default=20, help="list so many at most (default: 20)"
    )
    _add_layers(search)
    add_format(search)


def add_show(own: Commands) -> None:
    """Add show."""
    words = "show a concept: which layer gave what, and what it hides"
    show = add_command(own, "show", words, _show, SHOW_EXAMPLES)
    show.add_argument("concept", metavar="CONCEPT", help="an id, or a whole term")
    _add_layers(show)
    add_format(show)


def add_stats(own: Commands) -> None:
    """Add stats."""
    stats = add_command(
        own, "stats", "count what glossaries hold and what their entries lack", _stats, STATS_EXAMPLES
    )
    stats.add_argument(
        "files", metavar="FILE", nargs="*", type=Path, help="glossaries (default: the packaged ones)"
    )
    add_format(stats)


def _add_layers(command: Parser) -> None:
    command.add_argument(
        "--glossary",
        metavar="PATH",
        action="append",
        default=[],
        help="a layer over the packaged glossaries (industry, company, document); may be repeated, the last one wins",
    )


def _search(parsed: argparse.Namespace) -> int:
    from bilingual.glossary import combine
    from bilingual.glossary.layers import layers_of
    from bilingual.glossary.searching import search

    hits = search(combine(*layers_of(parsed.glossary)).concepts, parsed.term, max(parsed.limit, 1))
    rows: list[dict[str, Json]] = []
    lines: list[str] = []
    for hit in hits:
        ja, en = _pair(hit.concept)
        values = (
            hit.score, hit.concept.id, hit.term.language.value, hit.term.text, hit.term.status.value, ja, en,
            hit.concept.subject_field, _file(hit.concept), hit.concept.line,
        )  # fmt: skip
        rows.append(dict(zip(HIT_COLUMNS, values, strict=True)))
        found = "" if hit.term.text in (ja, en) else f"  ({hit.term.status.value}: {hit.term.text})"
        lines.append(f"{hit.score:5.1f}  {hit.concept.id}: {ja} = {en}{found}  [{_place(hit.concept)}]")
    print_list(rows, lines, parsed.format, HIT_COLUMNS)
    if not hits:
        say(f"nothing is like {parsed.term!r}")
    return int(not hits)


def _show(parsed: argparse.Namespace) -> int:
    from bilingual.errors import OptionError
    from bilingual.glossary.layers import layers_of, trace

    entries = trace(layers_of(parsed.glossary), parsed.concept)
    if not entries:
        raise OptionError(
            f"there is no concept {parsed.concept!r}; bilingual glossary search finds terms like it"
        )
    rows: list[dict[str, Json]] = []
    lines: list[str] = []
    for entry in entries:
        lines.append(f"{entry.concept.id}  layer {entry.layer}, {_place(entry.concept)}")
        for field, value in _fields(entry):
            lines.append(f"    {field}: {value}")
            values = (entry.concept.id, entry.layer, _file(entry.concept), entry.concept.line, field, value)
            rows.append(dict(zip(ENTRY_COLUMNS, values, strict=True)))
    print_list(rows, lines, parsed.format, ENTRY_COLUMNS)
    return 0


def _fields(entry: Entry) -> Iterator[tuple[str, str]]:
    """What a layer says of a concept, then what it hides and what hides it."""
    from bilingual.glossary.comparing import fields_of

    yield from fields_of(entry.concept).items()
    for other, terms, whole in entry.hides:
        yield (
            "hides",
            f"{', '.join(terms)} of {other.id} ({_place(other)})" + (", the whole entry" if whole else ""),
        )
    for other in entry.hidden_by:
        yield "hidden by", f"{other.id} ({_place(other)})"
    if entry.hidden_by:
        yield "counts for", ", ".join(entry.kept) or "nothing"


def _stats(parsed: argparse.Namespace) -> int:
    from bilingual.glossary import load, load_default
    from bilingual.glossary.counting import count

    termbase = load(parsed.files) if parsed.files else load_default()
    found = list(count(termbase.concepts))
    rows: list[dict[str, Json]] = [each._asdict() for each in found]
    lines = [f"{each.number:>8,}  {each.measure}{': ' if each.part else ''}{each.part}" for each in found]
    print_list(rows, lines, parsed.format, COUNT_COLUMNS)
    return 0


def _pair(concept: Concept) -> tuple[str, str]:
    from bilingual.model.document import Language

    ja, en = (concept.in_language(language) for language in (Language.JA, Language.EN))
    return ja[0].text if ja else "", en[0].text if en else ""


def _file(concept: Concept) -> str:
    """The name of a glossary: packaged ones are called alike on every machine."""
    from bilingual.glossary import data_folder

    path = Path(concept.file)
    return f"glossaries/{path.name}" if path.parent == data_folder() else concept.file


def _place(concept: Concept) -> str:
    return f"{_file(concept)}, line {concept.line}"
