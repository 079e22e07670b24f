"""Extract captions from the documents of the corpus and their damaged twins, and hold them to gold.

    python benchmarks/terms.py [--seed N] [--glossary] [--misses]

One row per kind of damage: the share of the row labels of gold whose pair is a candidate (recall), the share of the
candidates from rows and sections that gold has (precision), and the numbers of other captions and of terms of text.
Without `--glossary` the alignment runs without any glossary. Blanks, digits, marks and case do not count.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from twins import KINDS, judge

from bilingual.glossary.extraction import CandidateKind, Part
from bilingual.options import Options
from bilingual.terminology import extract

NOTE_RE = re.compile(r"<[^>]*>|\^?[(⁽]\*?\d*[)⁾]")
CLEAN = "clean"


def main() -> None:
    """Read the arguments, extract, print the table and what was missed."""
    parser = argparse.ArgumentParser(description="Measures the extraction of captions.")
    parser.add_argument("--seed", type=int, default=1, help="seed of the damage")
    parser.add_argument("--glossary", action="store_true", help="align with the packaged glossaries")
    parser.add_argument("--misses", action="store_true", help="print the pairs that gold does not have")
    options = parser.parse_args()
    print(f"{'kind':<12}{'recall':>8}{'precision':>11}{'other':>7}{'text':>6}")
    for kind in (CLEAN, *KINDS):
        counts: Counter[str] = Counter()
        wrong: list[tuple[str, str]] = []
        for name in judge.DOCUMENTS:
            measure(name, kind, options.seed, Options(packaged=options.glossary), counts, wrong)
        print(
            f"{kind:<12}{counts['hit'] / counts['gold']:>8.3f}{counts['right'] / counts['rows']:>11.3f}"
            f"{counts['other']:>7}{counts['text']:>6}"
        )
        if options.misses:
            print("".join(f"    {ja} = {en}\n" for ja, en in wrong), end="")


def measure(
    name: str, kind: str, seed: int, options: Options, counts: Counter[str], wrong: list[tuple[str, str]]
) -> None:
    """Add up what one document gives."""
    gold = judge.gold(name)
    rows = {pair(row) for row in gold["rows"]}
    known = rows | {pair(row) for row in gold.get("section_rows", [])}
    with tempfile.TemporaryDirectory() as folder:
        if kind == CLEAN:
            paths = [judge.CORPUS / name / file for file in judge.files(name, False)]
        else:
            paths = list(dict.fromkeys(judge.write(name, kind, seed, False, Path(folder))))
        candidates = extract(paths, options=options)
    captions = [each for each in candidates if each.kind is CandidateKind.CAPTION]
    of_rows = [each for each in captions if {Part.ROW, Part.SECTION} & set(each.parts)]
    forms = {(plain(seen.ja), plain(seen.en)) for each in captions for seen in each.sightings}
    found = {(plain(each.ja), plain(each.en)) for each in of_rows}
    counts.update(hit=len(rows & forms), gold=len(rows), right=len(found & known), rows=len(found))
    counts.update(other=len(captions) - len(of_rows), text=len(candidates) - len(captions))
    wrong.extend(sorted(found - known))


def pair(row: dict[str, str]) -> tuple[str, str]:
    """The labels of a row of gold."""
    return plain(row["ja_label"]), plain(row["en_label"])


def plain(label: str) -> str:
    """A label without mark-up, note marks, digits, punctuation, width and case."""
    return re.sub(r"[\W_\d]+", "", unicodedata.normalize("NFKC", NOTE_RE.sub("", label))).casefold()


if __name__ == "__main__":
    main()
