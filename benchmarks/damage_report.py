"""Damage the documents of the corpus and count what a check still finds, and what it makes up.

    python benchmarks/damage_report.py [--seed N ...] [--kind K ...] [--document D ...] [--write DIR] [--quiet]

One row per document and kind: planted errors found in the damaged twin of those found in the document itself, then
findings above info in the twin of the correct document that the document itself does not have. Below the table, the
errors missed and the new findings. With several seeds the counts are sums. `--write` keeps the twins to look at:
DIR/SEED/KIND/DOCUMENT/, the correct one and the planted one.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from twins import KINDS, judge


def main() -> None:
    """Read the arguments, check the twins, print the table and what is behind it."""
    parser = argparse.ArgumentParser(description="Checks damaged twins of the corpus.")
    parser.add_argument("--seed", type=int, nargs="+", default=[1], help="seeds of the damage")
    parser.add_argument("--kind", nargs="+", choices=KINDS, default=list(KINDS), help="kinds of damage")
    parser.add_argument("--document", nargs="+", choices=judge.DOCUMENTS, default=list(judge.DOCUMENTS))
    parser.add_argument("--write", type=Path, help="folder for the twins")
    parser.add_argument("--quiet", action="store_true", help="the table alone")
    options = parser.parse_args()
    start = time.perf_counter()
    counts: Counter[tuple[str, str, str]] = Counter()
    details = []
    for seed in options.seed:
        for name in options.document:
            for kind in options.kind:
                if options.write:
                    for planted in (False, True):
                        judge.write(name, kind, seed, planted, options.write / str(seed) / kind / name)
                result = judge.verdict(name, kind, seed)
                counts[name, kind, "errors"] += len(result.errors)
                counts[name, kind, "found"] += len(result.errors) - len(result.missed)
                counts[name, kind, "new"] += len(result.new)
                head = f"{name} {kind} seed {seed}"
                details += [f"{head} missed {' '.join(result.missed)}"] * bool(result.missed)
                details += [f"{head} new {text}" for text in result.new]
    print_table(counts, options.document, options.kind)
    if not options.quiet:
        print("\n" + "\n".join(details))
    print(f"\n{time.perf_counter() - start:.1f} s")


def print_table(counts: Counter[tuple[str, str, str]], documents: list[str], kinds: list[str]) -> None:
    """Print found/planted and new findings per document and kind, and their sums."""
    print(f"{'found/planted +new':<20}" + "".join(f"{kind:>16}" for kind in kinds))
    for name in [*documents, "all"]:
        cells = []
        for kind in kinds:
            chosen = documents if name == "all" else [name]
            found, errors, new = (
                sum(counts[d, kind, what] for d in chosen) for what in ("found", "errors", "new")
            )
            cells.append(f"{found}/{errors} +{new}")
        print(f"{name:<20}" + "".join(f"{cell:>16}" for cell in cells))


if __name__ == "__main__":
    main()
