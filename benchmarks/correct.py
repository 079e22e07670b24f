"""Check invented documents without an error, and print what is said of them all the same.

    python benchmarks/correct.py [--n 40] [--first 0] [--verbose] [--keep FOLDER]

The releases of `benchmarks/invented/` are correct by construction: Japanese standards and IFRS, several industries,
amounts cut off or rounded, in millions and thousands. Everything above a note is a false alarm. One table has a row per
rule, one tells how many relations of each kind hold, so that silence is not bought by looking at nothing.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path

from faults import SERIOUS
from invented import invent, pages

import bilingual
from bilingual.model.relation import Verdict


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="Check invented documents without an error.")
    parser.add_argument("--n", type=int, default=40, help="documents")
    parser.add_argument("--first", type=int, default=0, help="seed of the first")
    parser.add_argument("--verbose", action="store_true", help="print every finding above a note")
    parser.add_argument("--keep", type=Path, help="write the documents into this folder")
    options = parser.parse_args()
    alarms: Counter[tuple[str, str]] = Counter()
    relations: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for seed in range(options.first, options.first + options.n):
            paths = [folder / f"{seed}.{language}.txt" for language in ("ja", "en")]
            for path, text in zip(paths, pages(invent(seed)), strict=True):
                path.write_text(text, encoding="utf-8")
            report = bilingual.check(*paths)
            for relation in (*report.comparison.ja_relations, *report.comparison.en_relations):
                if relation.verdict is not Verdict.BROKEN:
                    relations[relation.kind.value, relation.name or "-"] += 1
            for finding in report.findings:
                if finding.severity.value in SERIOUS:
                    alarms[finding.severity.value, finding.rule] += 1
                    if options.verbose:
                        spot = finding.ja or finding.en
                        print(
                            f"{seed} {finding.severity.value} {finding.rule} {spot.line if spot else 0} {finding.message}"
                        )
    print(
        f"\n{options.n} documents, {sum(alarms.values())} false alarms\n\n| severity | rule | alarms |\n| --- | --- | ---: |"
    )
    for (severity, rule), count in sorted(alarms.items()):
        print(f"| {severity} | {rule} | {count} |")
    print("\n| relation | named | hold |\n| --- | --- | ---: |")
    for (kind, name), count in sorted(relations.items()):
        print(f"| {kind} | {name} | {count} |")


if __name__ == "__main__":
    main()
