"""Glossary files to termbase; company files override general ones."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bilingual.errors import BilingualError, GlossaryError
from bilingual.files import reason, replace_file
from bilingual.glossary.csv_format import load_csv
from bilingual.glossary.csv_writing import dump
from bilingual.glossary.headers import is_our_csv
from bilingual.glossary.keys import japanese_term_key
from bilingual.glossary.records import file_bytes
from bilingual.model.document import Language
from bilingual.model.termbase import Concept, GlossaryFile, Termbase

if TYPE_CHECKING:
    from bilingual.glossary.extraction import Candidate, Tokenize
    from bilingual.model.alignment import Comparison

__all__ = [
    "FORMATS",
    "GlossaryFormat",
    "combine",
    "data_folder",
    "extract",
    "format_of",
    "load",
    "load_default",
    "packaged_files",
    "read_glossary",
    "save",
    "write_glossary",
]


class GlossaryFormat(NamedTuple):
    """A format that glossaries are kept in.

    Attributes:
        name: what it is called on the command line.
        endings: of file names, with the dot, in lower case.
        load: a file and the layer of its concepts to the concepts and the file's hash; raises ``GlossaryError``.
        dump: concepts and an older version (or nothing) to the bytes of a file.
    """

    name: str
    endings: tuple[str, ...]
    load: Callable[[Path, int], tuple[tuple[Concept, ...], GlossaryFile]]
    dump: Callable[[Sequence[Concept], bytes], bytes]


def _dump_csv(concepts: Sequence[Concept], like: bytes) -> bytes:
    older = like.decode("utf-8") if is_our_csv(like) else ""
    return dump(concepts, older).encode("utf-8")


def _load_exchange(path: Path, layer: int) -> tuple[tuple[Concept, ...], GlossaryFile]:
    from bilingual.glossary.exchange import load_exchange

    return load_exchange(path, layer)


def _dump_exchange(name: str, concepts: Sequence[Concept], like: bytes) -> bytes:
    from bilingual.glossary.exchange import exchange_format

    return exchange_format(Path(), name).write(concepts)[0]


EXCHANGED = (
    ("tsv", (".tsv", ".tab")),
    ("xlsx", (".xlsx", ".xlsm")),
    ("tbx", (".tbx",)),
    ("utx", (".utx",)),
    ("tmx", (".tmx",)),
    ("xliff", (".xliff", ".xlf")),
)
"""Formats of other tools that a glossary may be given in, by ending; see `bilingual.glossary.exchange`."""
FORMATS: tuple[GlossaryFormat, ...] = (
    GlossaryFormat("csv", (".csv",), load_csv, _dump_csv),
    *(
        GlossaryFormat(name, endings, _load_exchange, partial(_dump_exchange, name))
        for name, endings in EXCHANGED
    ),
)
"""The first one reads files of any other ending as well."""

PACKAGED = ("statements.csv", "disclosure.csv", "industries.csv", "sustainability.csv", "network.csv")


def load(paths: Sequence[str | os.PathLike[str]]) -> Termbase:
    """Load glossary files of a company; later files win over earlier ones.

    Raises:
        GlossaryError: a file that is missing or has a broken line.
    """
    termbase = Termbase()
    for layer, path in enumerate(paths, start=1):
        concepts, file = read_glossary(Path(path), layer)
        termbase = combine(termbase, Termbase(concepts, (file,)))
    return termbase


def read_glossary(path: Path, layer: int = 0) -> tuple[tuple[Concept, ...], GlossaryFile]:
    """Read a glossary of any format; a table that is not in our form (its columns, its encoding) as other tools have it.

    Raises:
        InputError: a file that is missing, hostile or has a broken line.
    """
    found = format_of(path)
    if found is FORMATS[0] and not is_our_csv(file_bytes(path)):
        try:
            return _load_exchange(path, layer)
        except BilingualError:
            pass  # what our own reader says of it is clearer
    return found.load(path, layer)


def save(termbase: Termbase, path: str | os.PathLike[str]) -> None:
    """Write a termbase to a file, whole or not at all.

    The file's earlier version, or else the file that the termbase was loaded from, gives the form; what says the
    same keeps its bytes.

    Raises:
        GlossaryError: a file that cannot be written or whose earlier version cannot be read.
    """
    target = Path(path)
    origin = Path(termbase.files[0].path) if len(termbase.files) == 1 else target
    write_glossary(termbase.concepts, target, like=target if target.is_file() else origin)


def write_glossary(concepts: Sequence[Concept], path: Path, *, like: Path | None = None) -> None:
    """Write concepts to a file, whole or not at all.

    Args:
        concepts: what to write.
        path: the file; its ending gives the format.
        like: an older version, which gives the form where it has the same format.

    Raises:
        GlossaryError: a file that cannot be written, or an older version that cannot be read.
    """
    is_like = like is not None and like.is_file() and format_of(like) is format_of(path)
    try:
        data = format_of(path).dump(concepts, like.read_bytes() if like and is_like else b"")
        replace_file(path, data)
    except OSError as error:
        raise GlossaryError(f"{path}: cannot be written ({reason(error)}); give another name") from None


def format_of(path: Path) -> GlossaryFormat:
    """The format of a file, by its ending."""
    ending = path.suffix.lower()
    return next((each for each in FORMATS if ending in each.endings), FORMATS[0])


@lru_cache(maxsize=1)
def load_default() -> Termbase:
    """Load the packaged glossaries, all of them general."""
    concepts: dict[str, Concept] = {}
    files: list[GlossaryFile] = []
    for path in packaged_files():
        found, file = load_csv(path, 0)
        concepts.update((concept.id, concept) for concept in found)
        # The name, not where this machine keeps it: a report reads the same everywhere.
        files.append(GlossaryFile(f"glossaries/{path.name}", file.sha256))
    return Termbase(tuple(concepts.values()), tuple(files))


def packaged_files() -> list[Path]:
    """The packaged glossaries, the most general first."""
    return [data_folder() / name for name in PACKAGED]


def data_folder() -> Path:
    """Where the packaged glossaries are: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent.parent
    for folder in (package / "_glossaries", package.parent / "glossaries"):
        if folder.is_dir():
            return folder
    raise BilingualError("the packaged glossaries are missing; install bilingual again")


def combine(base: Termbase, *more: Termbase) -> Termbase:
    """Lay termbases over one another.

    A Japanese term of a higher layer belongs to that layer alone: the concepts below lose it, and with it all
    their terms if it is the preferred one or the last they have.
    """
    concepts, files = list(base.concepts), list(base.files)
    for layer in more:
        taken = {
            japanese_term_key(term.text) for each in layer.concepts for term in each.in_language(Language.JA)
        }
        names = {concept.id for concept in layer.concepts}
        below = [_without(concept, taken) for concept in concepts if concept.id not in names]
        concepts = [*(concept for concept in below if concept is not None), *layer.concepts]
        files.extend(layer.files)
    return Termbase(tuple(concepts), tuple(files))


def extract(
    comparisons: Iterable[Comparison],
    *,
    termbase: Termbase | None = None,
    tokenize: Tokenize | None = None,
    rejected: Container[tuple[str, str]] = frozenset(),
) -> list[Candidate]:
    """Find pairs of terms in aligned documents, the best first; see `bilingual.glossary.extraction`.

    `bilingual.terminology.extract` does the same for files and folders.
    """
    from bilingual.glossary.extraction import extract_candidates

    return extract_candidates(comparisons, termbase=termbase, tokenize=tokenize, rejected=rejected)


def _without(concept: Concept, taken: Container[str]) -> Concept | None:
    """A concept without the Japanese terms that a higher layer has taken; None if nothing is left to it."""
    hidden = [term for term in concept.in_language(Language.JA) if japanese_term_key(term.text) in taken]
    if not hidden:
        return concept
    terms = tuple(term for term in concept.terms if term not in hidden)
    if hidden[0] is concept.in_language(Language.JA)[0] or not any(t.language is Language.JA for t in terms):
        return None
    return replace(concept, terms=terms)
