"""Writes the corpus in other file formats: web pages, Word and Excel files.

    python benchmarks/make_twins.py [--formats html docx xlsx] [--to DIR]

Every text file of the corpus (``release.txt``, ``planted.txt``, ``ja.txt``, …; not ``planted_arithmetic*.txt``) becomes a file of the same name with the
ending of the format, and for web pages a second one without rules (``release.plain.html``). The same bytes on every run.
Without ``--to`` the Word and Excel files go into ``corpus/`` itself, where they are kept.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from formats.blocks import CORPUS, DOCUMENTS, Block, read_blocks, sources
from formats.pages import page
from formats.workbook import workbook

Written = Iterator[tuple[str, bytes]]


def _pages(blocks: Sequence[Block], name: str, language: str) -> Written:
    yield ".html", page(blocks, name, language).encode()
    yield ".plain.html", page(blocks, name, language, ruled=False).encode()


def _word(blocks: Sequence[Block], name: str, _: str) -> Written:
    try:
        from formats.word import word_file
    except ModuleNotFoundError as error:
        sys.exit(
            f"{error.name} is missing, which writes Word files; pip install --group corpus, or leave out docx"
        )
    yield ".docx", word_file(blocks, name)


def _workbook(blocks: Sequence[Block], name: str, _: str) -> Written:
    yield ".xlsx", workbook(blocks, name)


FORMATS: dict[str, Callable[[Sequence[Block], str, str], Written]] = {
    "html": _pages,
    "docx": _word,
    "xlsx": _workbook,
}


def main() -> None:
    """Write the twins that were asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--formats", nargs="+", choices=tuple(FORMATS), default=list(FORMATS))
    parser.add_argument("--to", type=Path, default=CORPUS)
    given = parser.parse_args()
    if given.to == CORPUS and "html" in given.formats:
        given.formats.remove("html")
    for name in DOCUMENTS:
        for source in sources(name):
            blocks = read_blocks(source)
            language = "en" if source.stem.endswith("en") else "ja"
            for chosen in given.formats:
                for ending, data in FORMATS[chosen](blocks, f"{name} {source.stem}", language):
                    target = given.to / name / f"{source.stem}{ending}"
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(data)


if __name__ == "__main__":
    main()
