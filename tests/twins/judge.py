"""What a check finds in damaged twins of the corpus, against what it finds in the documents themselves."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import bilingual

from . import twin
from .page import Damaged

CORPUS = Path(__file__).parent.parent.parent / "corpus"
DOCUMENTS = tuple(sorted(path.parent.name for path in CORPUS.glob("*/gold.json")))
LANGUAGES = ("ja", "en")


@dataclass(frozen=True)
class Verdict:
    """What became of a document under damage.

    `errors` are the planted errors (such as `en31`) that the checker finds in the document itself, `missed` those of
    them that it does not find in the twin, `new` the findings above info in the correct twin that the correct document
    does not have.
    """

    errors: tuple[str, ...]
    missed: tuple[str, ...]
    new: tuple[str, ...]


@cache
def gold(name: str) -> dict:
    """The gold of a document."""
    return json.loads((CORPUS / name / "gold.json").read_text(encoding="utf-8"))


def file_of(name: str, lang: str, planted: bool) -> str:
    """The file that holds a language of a document, correct or with planted errors."""
    file = gold(name)["files"][lang]
    if not planted:
        return file
    return "planted.txt" if file == "release.txt" else f"planted_{file}"


def files(name: str, planted: bool) -> list[str]:
    """The files of a document, Japanese first."""
    return list(dict.fromkeys(file_of(name, lang, planted) for lang in LANGUAGES))


@cache
def lines(name: str, file: str) -> tuple[str, ...]:
    """The lines of a file; only a line feed ends one."""
    return tuple((CORPUS / name / file).read_text(encoding="utf-8").split("\n"))


@cache
def original(name: str, planted: bool) -> list[dict]:
    """Findings above info in a document as it is."""
    return above_info([CORPUS / name / file for file in files(name, planted)])


def damaged(name: str, kind: str, seed: object, planted: bool) -> dict[str, Damaged]:
    """The damaged files of a document by language; the correct one and the planted one get the same seed."""
    made = {}
    for file in files(name, planted):
        made[file] = twin(
            lines(name, file),
            kind,
            f"{name}/{file.removeprefix('planted_')}/{seed}".replace("planted", "release"),
        )
    return {lang: made[file_of(name, lang, planted)] for lang in LANGUAGES}


def write(name: str, kind: str, seed: object, planted: bool, folder: Path) -> list[Path]:
    """Write the damaged files of a document and say where."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {}
    for lang, text in damaged(name, kind, seed, planted).items():
        path = folder / file_of(name, lang, planted)
        path.write_text("\n".join(text.lines), encoding="utf-8")
        paths[path] = None
    return list(paths)


def above_info(paths: list[Path]) -> list[dict]:
    """Findings of a check above info, in the machine interface."""
    return [item for item in bilingual.check(*paths).to_dict()["findings"] if item["severity"] != "info"]


def places(finding: dict) -> set[tuple[str, int]]:
    """Language and line of the places that a finding blames."""
    found = {(lang, finding[lang]["line"]) for lang in LANGUAGES if finding[lang]}
    return found | {(item["lang"], item["line"]) for item in finding["evidence"] if item["role"] == "member"}


def is_found(error: dict, findings: list[dict], spots: set[tuple[str, int]]) -> bool:
    """Whether a finding blames one of the spots by a rule that may report the planted error.

    What a text says against the tables of its own language (NAR rules) tells a wrong figure as well.
    """
    rules = {*error["rules"], "NAR001", "NAR002"}
    return any(item["rule"] in rules and spots & places(item) for item in findings)


def verdict(name: str, kind: str, seed: object) -> Verdict:
    """Check the twins of a document and compare them with the document.

    Args:
        name: a document of the corpus.
        kind: a kind of damage.
        seed: decides the damage.

    Returns:
        What is found, missed and made up.
    """
    planted = gold(name)["planted"]
    known = {
        f"{error['lang']}{error['line']}": error
        for error in planted
        if is_found(error, original(name, True), {(error["lang"], error["line"])})
    }
    with tempfile.TemporaryDirectory() as folder:
        findings = above_info(write(name, kind, seed, True, Path(folder)))
        clean = above_info(write(name, kind, seed, False, Path(folder)))
    where = damaged(name, kind, seed, True)
    missed = [
        key
        for key, error in known.items()
        if not is_found(
            error,
            findings,
            {(error["lang"], line) for line in where[error["lang"]].places.get(error["line"], ())},
        )
    ]
    back = {lang: text.sources() for lang, text in damaged(name, kind, seed, False).items()}
    before = [(item["rule"], places(item)) for item in original(name, False)]
    new = []
    for item in clean:
        at = {(lang, source) for lang, line in places(item) for source in back[lang].get(line, ())}
        if not any(item["rule"] == rule and at & spots for rule, spots in before):
            new.append(f"{item['severity']} {item['rule']} {spot(item)}: {item['message']}")
    return Verdict(tuple(known), tuple(missed), tuple(new))


def spot(finding: dict) -> str:
    """Where a finding stands in the damaged files."""
    return " ".join(f"{lang}{finding[lang]['line']}" for lang in LANGUAGES if finding[lang]) or "-"
