"""Change one cell of a table in both versions at once, and count what arithmetic finds.

    python benchmarks/arithmetic.py [--n 40] [--seed 1] [--invented 0] [--verbose] [RELEASE.txt ...]

No comparison can see such an error: only sums, growth, shares, conversions and per-share amounts can. The cells of every
table of the corpus (and of the files named) are drawn at random from those that stand in such a relation; each is
misprinted in one of four ways. One table has a row per kind of misprint, one a row per document, one a row per kind of
relation that the cell stands in. *Found*: an error or a warning names the cell as the wrong figure or as a member of the
sum that does not add. *Named*: it names the cell itself; *right value*: and says what it was. *Alarms*: errors and
warnings that are new and blame other lines.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from faults import CORPUS, SERIOUS, blamed
from invented import invent, pages
from slips import SLIPS

import bilingual
from bilingual.model.document import Language
from bilingual.model.figure import Figure
from bilingual.model.relation import RelationKind, Verdict

COUNTED = (
    RelationKind.SUM, RelationKind.CROSS_SUM, RelationKind.GROWTH, RelationKind.CONVERSION, RelationKind.PER_SHARE,
    RelationKind.SHARE,
)  # fmt: skip
"""Relations that a cell may stand in, strongest first."""


@dataclass(frozen=True)
class Cell:
    """A cell that both versions print, and the strongest relation that it stands in."""

    ja: Figure
    en: Figure
    kind: RelationKind


class Release:
    """A document in both versions with what its check says already."""

    def __init__(self, *paths: Path) -> None:
        """Read and check it once."""
        self.name = paths[0].parent.name if paths[0].is_relative_to(CORPUS) else paths[0].stem
        self.texts = [path.read_text(encoding="utf-8") for path in paths]
        self.report = bilingual.check(*paths)
        self.known = {finding.id for finding in self.report.findings}
        self.cells = list(self._cells())

    def _cells(self) -> Iterator[Cell]:
        comparison = self.report.comparison
        partner = {
            id(both.ja): both.en
            for pair in comparison.alignment.pairs
            for both in pair.figures
            if not both.differences and pair.ja_row is not None and pair.en_row is not None
        }
        kinds: dict[int, set[RelationKind]] = defaultdict(set)
        for relation in comparison.ja_relations:
            if (
                relation.kind in COUNTED
                and relation.verdict is not Verdict.BROKEN
                and relation.name != "narrative"
            ):
                for fact in relation.facts:
                    kinds[id(fact.figure)].add(relation.kind)
        for table in comparison.ja.tables:
            for cell in (cell for row in table.rows for cell in row.cells):
                figure = cell.figure
                if figure is None or not figure.value or id(figure) not in kinds or id(figure) not in partner:
                    continue
                other = partner[id(figure)]
                if _digits(figure.printed) == _digits(other.printed) and len(_digits(figure.printed)) > 1:
                    kind = next(kind for kind in COUNTED if kind in kinds[id(figure)])
                    yield Cell(figure, other, kind)

    def misprinted(self, cell: Cell, slip: str, seed: str) -> tuple[list[str], str] | None:
        """The texts with the same misprint in both versions, and what was printed; None where it cannot be made."""
        texts = list(self.texts)
        edits = []
        for figure in (cell.ja, cell.en):
            at = 0 if len(texts) == 1 else (0 if figure.language is Language.JA else 1)
            was = texts[at][figure.span.start : figure.span.end]
            now = SLIPS[slip](random.Random(seed), was)
            if now is None or now == was:
                return None
            edits.append((at, figure.span, now))
        for at, span, now in sorted(edits, key=lambda edit: -edit[1].start):
            texts[at] = texts[at][: span.start] + now + texts[at][span.end :]
        return texts, edits[0][2]

    def check(self, texts: list[str]) -> list[bilingual.Finding]:
        """New errors and warnings."""
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder, f"{number}.txt") for number in range(len(texts))]
            for path, text in zip(paths, texts, strict=True):
                path.write_text(text, encoding="utf-8")
            found = bilingual.check(*paths).findings
        return [item for item in found if item.severity.value in SERIOUS and item.id not in self.known]

    def line(self, figure: Figure) -> int:
        """The line on which a figure stands."""
        side = self.report.comparison.side(figure.language)
        return side.document.place(figure.span).line


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def measure(
    release: Release, count: int, seed: int, tallies: dict[tuple[str, str], Counter[str]], *, verbose: bool
) -> None:
    """Misprint cells of a release and count what is found."""
    rng = random.Random(f"{seed} {release.name}")
    for slip in SLIPS:
        for cell in rng.sample(release.cells, min(count, len(release.cells))):
            made = release.misprinted(cell, slip, f"{seed} {cell.ja.span.start}")
            if made is None:
                continue
            found = release.check(made[0])
            places = {(figure.language.value, release.line(figure)) for figure in (cell.ja, cell.en)}
            hits = [item for item in found if blamed(item) & places]
            named = [
                item
                for item in hits
                if any(spot and _digits(spot.text) == _digits(made[1]) for spot in (item.ja, item.en))
            ]
            right = [item for item in named if _digits(item.expected or "") == _digits(cell.ja.printed)]
            tally = Counter(
                planted=1,
                found=bool(hits),
                named=bool(named),
                right=bool(right),
                alarms=len(found) - len(hits),
            )
            for key in (
                ("misprint", slip),
                ("document", release.name),
                ("cell in a", cell.kind.value),
                ("", "all"),
            ):
                tallies[key].update(tally)
            if verbose and (not hits or len(found) > len(hits)):
                rules = "; ".join(f"{item.rule} {item.message[:110]}" for item in found if item not in hits)
                print(
                    f"{'alarm ' if hits else 'missed'} {release.name} {slip} {cell.kind.value} {sorted(places)}: {cell.ja.printed} -> {made[1]} {rules}"
                )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Misprint cells in both versions at once.")
    parser.add_argument("--n", type=int, default=40, help="cells per document and kind of misprint")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="print what is missed and every alarm")
    parser.add_argument(
        "--invented", type=int, default=0, help="invented releases, as in benchmarks/correct.py"
    )
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    releases = [Release(path) for path in options.files]
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(options.invented):
            paths = [Path(folder, f"invented {seed}.{language}.txt") for language in ("ja", "en")]
            for path, text in zip(paths, pages(invent(seed)), strict=True):
                path.write_text(text, encoding="utf-8")
            releases.append(Release(*paths))
    for folder in sorted(path.parent for path in CORPUS.glob("*/gold.json")):
        single = folder / "release.txt"
        releases.append(Release(single) if single.exists() else Release(folder / "ja.txt", folder / "en.txt"))
    tallies: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for release in releases:
        measure(release, options.n, options.seed, tallies, verbose=options.verbose)
    heading = ""
    for (group, name), tally in sorted(tallies.items(), key=lambda item: (item[0][0] == "", item[0])):
        if group != heading or not heading:
            print(f"\n| {group} | planted | found | named | right value | alarms |")
            print("| --- | ---: | ---: | ---: | ---: | ---: |")
            heading = group
        shares = " | ".join(f"{tally[key] / tally['planted']:.1%}" for key in ("found", "named", "right"))
        print(f"| {name} | {tally['planted']} | {shares} | {tally['alarms']} |")


if __name__ == "__main__":
    main()
