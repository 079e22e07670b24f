"""Plant faults in correct documents, one at a time, and count what the checker finds.

    python benchmarks/faults.py [--n 40] [--seed 1] [--document NAME] [--write docs/accuracy.md]

Every document of the corpus is correct; a fault is one realistic slip in one version, or the same slip in both. It is
found when an error or a warning blames its line; any other new error or warning is a false alarm. The table has one
row per kind of fault, then one per rule, then the errors planted by hand in the corpus: by document, and those that
arithmetic judges by the rule that they break, each planted alone.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from slips import SLIPS, WORDS

import bilingual
from bilingual.model.document import Language
from bilingual.model.figure import Figure, Kind

CORPUS = Path(__file__).parent.parent / "corpus"
SERIOUS = ("error", "warning")
Place = tuple[str, int]


@dataclass(frozen=True)
class Spot:
    """A figure that a fault may hit, with its places in both versions where both print it."""

    figure: Figure
    other: Figure | None
    cell: bool


@dataclass(frozen=True)
class Fault:
    """A planted slip: the files' new texts and the places that a finding has to blame."""

    kind: str
    texts: dict[Language, str]
    places: frozenset[Place]
    was: str
    now: str


class Document:
    """A correct document with what its check says already."""

    def __init__(self, folder: Path) -> None:
        """Read the document and check it once."""
        self.folder, self.name = folder, folder.name
        files = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["files"]
        self.paths = {language: folder / files[language.value] for language in Language}
        self.texts = {language: path.read_text(encoding="utf-8") for language, path in self.paths.items()}
        self.single = self.paths[Language.JA] == self.paths[Language.EN]
        self.report = bilingual.check(*dict.fromkeys(self.paths.values()))
        self.known = {finding.id for finding in self.report.findings}
        self.spots = list(self._spots())
        self.paired = set(self._paired_lines())

    def _spots(self) -> Iterator[Spot]:
        partner: dict[tuple[Language, int], Figure] = {}
        for pair in self.report.comparison.alignment.pairs:
            for both in pair.figures:
                partner[Language.JA, both.ja.span.start] = both.en
                partner[Language.EN, both.en.span.start] = both.ja
        for side in self.report.comparison.ja, self.report.comparison.en:
            cells = {
                cell.figure.span
                for table in side.tables
                for row in table.rows
                for cell in row.cells
                if cell.figure is not None
            }
            readings = [figure for reading in side.readings for figure in reading.figures]
            figures = [
                cell.figure
                for t in side.tables
                for row in t.rows
                for cell in row.cells
                if cell.figure is not None
            ]
            for figure in (*figures, *readings):
                whole = figure.value is not None and bool(figure.value) and not figure.word
                if whole and figure.kind not in (Kind.DATE, Kind.TIME):
                    other = partner.get((side.language, figure.span.start))
                    yield Spot(figure, other, figure.span in cells)

    def _paired_lines(self) -> Iterator[Place]:
        """Lines of what stands in both versions."""
        for pair in self.report.comparison.alignment.pairs:
            for language, anchors, table in (("ja", pair.ja, pair.ja_table), ("en", pair.en, pair.en_table)):
                yield from ((language, anchor.line) for anchor in anchors)
                if table is not None:
                    yield from ((language, line) for line in (table.line, *table.header_lines))

    def text_of(self, figure: Figure) -> str:
        """The characters of a figure in its file."""
        return self.texts[figure.language][figure.span.start : figure.span.end]

    def line(self, language: Language, at: int) -> int:
        """Number of the line that holds an offset."""
        return self.texts[language].count("\n", 0, at) + 1

    def check(self, texts: dict[Language, str]) -> list[bilingual.Finding]:
        """New errors and warnings of a changed document."""
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for language in (Language.JA,) if self.single else Language:
                path = Path(folder, f"{language.value}.txt")
                path.write_text(texts[language], encoding="utf-8")
                paths.append(path)
            found = bilingual.check(*paths).findings
        return [item for item in found if item.severity.value in SERIOUS and item.id not in self.known]

    def changed(self, edits: list[tuple[Language, int, int, str]]) -> dict[Language, str]:
        """The texts after edits (language, start, end, new characters)."""
        texts = dict(self.texts)
        for language, start, end, new in sorted(edits, key=lambda edit: -edit[1]):
            for target in Language if self.single else (language,):
                texts[target] = texts[target][:start] + new + texts[target][end:]
        return texts


def in_figures(document: Document, rng: random.Random, slip: str, *, cell: bool, both: bool) -> Fault | None:
    """A slip in a figure of one version, or the same slip in the figures of both."""
    spots = [
        spot
        for spot in document.spots
        if spot.cell is cell and len(re.sub(r"\D", "", document.text_of(spot.figure))) > 1
    ]
    spots = [spot for spot in spots if spot.other is not None]  # what one version leaves out cannot differ
    if both:
        spots = [spot for spot in spots if spot.figure.language is Language.JA]
    if not spots:
        return None
    spot = rng.choice(spots)
    figures = [spot.figure, *([spot.other] if both and spot.other is not None else [])]
    if len({document.text_of(figure) for figure in figures}) > 1:
        return None
    was = document.text_of(spot.figure)
    now = SLIPS[slip](rng, was)
    if now is None or now == was:
        return None
    edits = [(figure.language, figure.span.start, figure.span.end, now) for figure in figures]
    places = frozenset((f.language.value, document.line(f.language, f.span.start)) for f in figures)
    place = "both versions" if both else "cell" if cell else "text"
    return Fault(f"{place}: {slip}", document.changed(edits), places, was, now)


def in_words(document: Document, rng: random.Random, kind: str) -> Fault | None:
    """A slip in a word of one version."""
    found = []
    for side in (document.report.comparison.ja, document.report.comparison.en):
        for first, last in side.lines:
            start = side.document.line_span(first).start
            text = document.texts[side.language][start : side.document.line_span(last).end]
            for pattern, new in WORDS[kind]:
                found += [
                    (side.language, start + match.start(), start + match.end(), match.expand(new))
                    for match in re.finditer(pattern, text)
                ]
    found = [edit for edit in found if (edit[0].value, document.line(edit[0], edit[1])) in document.paired]
    if not found:
        return None
    edit = rng.choice(found)
    was = document.texts[edit[0]][edit[1] : edit[2]]
    place = (edit[0].value, document.line(edit[0], edit[1]))
    return Fault(f"word: {kind}", document.changed([edit]), frozenset([place]), was, edit[3])


def faults(document: Document, rng: random.Random, count: int) -> Iterator[Fault]:
    """Faults of every kind, at most ``count`` of each."""
    makers: list[Callable[[], Fault | None]] = [
        lambda slip=slip, cell=cell, both=both: in_figures(document, rng, slip, cell=cell, both=both)  # type: ignore[misc]
        for both in (False, True)
        for cell in (True, False)
        for slip in SLIPS
        if cell or not (both or slip == "sign")  # nobody puts figures of a sentence in brackets by mistake
    ]
    makers += [lambda kind=kind: in_words(document, rng, kind) for kind in WORDS]  # type: ignore[misc]
    for make in makers:
        seen = set()
        for _ in range(count):
            fault = make()
            if fault is not None and (fault.places, fault.now) not in seen:
                seen.add((fault.places, fault.now))
                yield fault


def blamed(finding: bilingual.Finding) -> set[Place]:
    """Places that a finding blames."""
    spots = [spot for spot in (finding.ja, finding.en) if spot is not None]
    spots += [item.spot for item in finding.evidence if item.role == "member"]
    return {(spot.language.value, spot.line) for spot in spots}


def measure(documents: list[Document], count: int, seed: int, log: Callable[[str], None]) -> list[str]:
    """Plant and check; returns the lines of the tables."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    rules: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    for document in documents:
        rng = random.Random(f"{seed} {document.name}")
        for fault in faults(document, rng, count):
            found = document.check(fault.texts)
            hits = [finding for finding in found if blamed(finding) & fault.places]
            others = [finding for finding in found if not blamed(finding) & fault.places]
            tally = kinds[fault.kind]
            tally["planted"] += 1
            tally["found"] += bool(hits)
            tally["alarms"] += len(others)
            rules.update({finding.rule for finding in hits})
            alarms.update(finding.rule for finding in others)
            if not hits:
                log(
                    f"missed  {document.name} {fault.kind} {sorted(fault.places)}: {fault.was} -> {fault.now}"
                )
            for finding in others:
                log(
                    f"alarm   {document.name} {fault.kind} {sorted(fault.places)}: {finding.rule} {finding.message[:140]}"
                )
    tables = (
        _kind_table(kinds),
        _rule_table(rules, alarms),
        _planted_table(),
        _arithmetic_table(documents, log),
    )
    return [line for table in tables for line in (*table, "")][:-1]


def _kind_table(kinds: dict[str, Counter[str]]) -> list[str]:
    lines = ["| fault | planted | found | recall | false alarms |", "| --- | ---: | ---: | ---: | ---: |"]
    total: Counter[str] = Counter()
    for kind, tally in sorted(kinds.items()):
        total.update(tally)
        lines.append(_kind_line(kind, tally))
    return [*lines, _kind_line("**all**", total)]


def _kind_line(kind: str, tally: Counter[str]) -> str:
    share = tally["found"] / tally["planted"] if tally["planted"] else 0
    return f"| {kind} | {tally['planted']} | {tally['found']} | {share:.1%} | {tally['alarms']} |"


def _rule_table(rules: Counter[str], alarms: Counter[str]) -> list[str]:
    lines = ["| rule | faults found by it | false alarms |", "| --- | ---: | ---: |"]
    return lines + [f"| {rule} | {rules[rule]} | {alarms[rule]} |" for rule in sorted(rules | alarms)]


def _planted_table() -> list[str]:
    """Errors planted by hand, by document."""
    lines = [
        "| document | planted by hand | found | new above info elsewhere |",
        "| --- | ---: | ---: | ---: |",
    ]
    for gold in sorted(CORPUS.glob("*/gold.json")):
        data = json.loads(gold.read_text(encoding="utf-8"))
        files = dict.fromkeys(data["files"].values())
        paths = [
            gold.parent / ("planted.txt" if name == "release.txt" else f"planted_{name}") for name in files
        ]
        found = [item for item in bilingual.check(*paths).findings if item.severity.value in SERIOUS]
        planted = {(error["lang"], error["line"]) for error in data["planted"]}
        hit = {place for item in found for place in blamed(item)} & planted
        elsewhere = sum(not blamed(item) & planted for item in found)
        lines.append(f"| {gold.parent.name} | {len(planted)} | {len(hit)} | {elsewhere} |")
    return lines


def planted_alone(document: Document, entry: dict[str, Any]) -> Fault:
    """An arithmetic error of the gold as a fault."""
    edits, places = [], set()
    for edit in entry["edits"]:
        language = Language(edit["lang"])
        lines = document.texts[language].split("\n")
        start = sum(len(line) + 1 for line in lines[: edit["line"] - 1]) + edit["col"] - 1
        edits.append((language, start, start + len(edit["was"]), edit["now"]))
        places.add((edit["lang"], edit["line"]))
    first = entry["edits"][0]
    return Fault(entry["kind"], document.changed(edits), frozenset(places), first["was"], first["now"])


def _arithmetic_table(documents: list[Document], log: Callable[[str], None]) -> list[str]:
    """Errors planted by hand that arithmetic judges, by the rule that they break, in one version and in both.

    *Blame*: a finding says which version is wrong, as gold does; *right figure*: of those whose gold has the figure
    that should stand there, a finding states it.
    """
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        gold = json.loads((document.folder / "gold.json").read_text(encoding="utf-8"))
        for entry in gold["arithmetic"]:
            fault = planted_alone(document, entry)
            found = document.check(fault.texts)
            hits = [item for item in found if blamed(item) & fault.places]
            versions = "both" if len({edit["lang"] for edit in entry["edits"]}) > 1 else "one"
            tally = tallies[entry["kind"]]
            tally[f"{versions} planted"] += 1
            tally[f"{versions} found"] += any(item.rule in entry["rules"] for item in hits)
            tally["judged"] += any(item.blame and item.blame.value == entry["blame"] for item in hits)
            tally["stated"] += "expected" in entry
            tally["right"] += any("expected" in entry and item.expected == entry["expected"] for item in hits)
            tally["alarms"] += len(found) - len(hits)
            if not hits:
                log(f"missed  {document.name} {entry['id']}: {fault.was} -> {fault.now}")
    lines = [
        "| rule | in one version | found | in both | found | blame | right figure | false alarms |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    total: Counter[str] = Counter()
    for kind, tally in sorted(tallies.items()):
        total.update(tally)
        lines.append(_arithmetic_line(kind, tally))
    return [*lines, _arithmetic_line("**all**", total)]


def _arithmetic_line(kind: str, tally: Counter[str]) -> str:
    counts = [tally[f"{versions} {what}"] for versions in ("one", "both") for what in ("planted", "found")]
    planted = tally["one planted"] + tally["both planted"]
    cells = [kind, *counts, f"{tally['judged']} of {planted}", f"{tally['right']} of {tally['stated']}"]
    return f"| {' | '.join(map(str, cells))} | {tally['alarms']} |"


def main() -> None:
    """Read the arguments, measure, print or write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    parser.add_argument(
        "--n", type=int, default=10, help="faults of each kind for each document (default: 10)"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--document", help="one document of the corpus only")
    parser.add_argument("--write", type=Path, help="write the tables into this file")
    parser.add_argument("--verbose", action="store_true", help="tell every miss and false alarm")
    given = parser.parse_args()
    folders = [path.parent for path in sorted(CORPUS.glob("*/gold.json"))]
    documents = [Document(folder) for folder in folders if given.document in (None, folder.name)]
    log = print if given.verbose else lambda _: None
    lines = measure(documents, given.n, given.seed, log)
    command = f"python benchmarks/faults.py --n {given.n} --seed {given.seed}"
    text = "\n".join(lines)
    if given.write:
        head = (
            "# Accuracy\n\nMade by `"
            + command
            + f" --write {given.write}`; not edited by hand. Faults are planted "
            "one at a time in the correct\ndocuments of `corpus/`; a fault is found when an error or a warning blames "
            "its line. Errors of the last table are planted by hand, alike in both versions or in one; *blame*: the "
            "finding names the version\nthat is wrong, or both; *right figure*: it states what should stand there, of those where the figures tell.\n\n"
        )
        given.write.write_text(head + text + "\n", encoding="utf-8")
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
