"""Measure glossaries at scale: a made-up base of 50,000 concepts (or ``--concepts N``), one core.

    python benchmarks/glossary.py [RELEASE.txt] [--concepts N]

Prints one line per measure; seconds belong to the machine, ratios to the code:

- ``read`` … ``index``: time of the processor for one run in a process of its own, with its peak resident size; in both
  forms of a file. ``index`` is building the matcher, once for a run.
- the other formats: ``lint`` of the same base.
- ``match``: finding the terms of every line of a release with the 50,000 concepts and the packaged ones, over the time
  that fugashi alone needs to tokenize its Japanese lines plus one regular-expression pass over its English lines
  (:mod:`benchmarks.speed` has the same measure for a check).
- ``plain``: the same over the time of the packaged glossaries alone.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from speed import CORPUS, seconds, tokenizing_alone

KANJI = "売上原価販管理費営業外収益経常特別損失税引前当期純利総資産負債株主本流動固定現金預受取手形棚卸建物土地借入社償却引当"
KATAKANA = (
    "ソフトウェア",
    "リース",
    "サービス",
    "ネットワーク",
    "クラウド",
    "セグメント",
    "ストック",
    "データ",
    "システム",
    "オプション",
)
ENGLISH = [
    "net",
    "total",
    "other",
    "gross",
    "deferred",
    "accrued",
    "current",
    "long-term",
    "short-term",
    "income",
    "expense",
    "assets",
    "liabilities",
    "equity",
    "cost",
    "sales",
    "revenue",
    "profit",
    "loss",
    "tax",
    "interest",
    "dividends",
    "inventory",
    "goodwill",
    "software",
    "lease",
    "services",
    "network",
    "segment",
    "provision",
    "allowance",
    "reserve",
    "depreciation",
    "amortization",
    "impairment",
    "receivable",
    "payable",
    "investment",
    "securities",
    "cash",
]
FIELDS = ("PL", "BS", "CF", "SE", "NOTE", "ESG", "NET")
WORK = {
    "read": "from bilingual.glossary import load; load([path])",
    "lint": "from bilingual.glossary.lint import lint; lint([path])",
    "mend": "from bilingual.glossary.lint import mend; mend(path)",
    "save": "from bilingual.glossary import load, save; save(load([path]), path)",
    "merge": (
        "from bilingual.glossary import load; from bilingual.glossary.merging import merge; "
        "concepts = load([path]).concepts; merge(concepts, concepts[1:], concepts[:-1])"
    ),
    "search": (
        "from bilingual.glossary import load; from bilingual.glossary.searching import search; "
        "search(load([path]).concepts, 'ソフトウエア資産')"
    ),
    "index": (
        "from bilingual.glossary import load; from bilingual.glossary.matcher import Matcher; Matcher(load([path]))"
    ),
}
BARS = {"lint": 10.0}
OTHERS = {
    "xlsx": "xlsx",
    "tsv": "tsv",
    "tbx": "tbx",
    "tbx-dct": "tbx",
    "tbx2": "tbx",
    "utx": "utx",
    "tmx": "tmx",
    "xliff": "xlf",
    "xliff2": "xlf",
}
"""Formats other than CSV and the endings of their files; their time of lint is measured as well."""
MOST_MEMORY = 500
MEASURE = """
import json, resource, sys, time
from pathlib import Path
path = Path(sys.argv[1])
start = time.process_time()
{work}
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
print(json.dumps([time.process_time() - start, peak]))
"""


def make_base(path: Path, concepts: int, *, terms: bool) -> None:
    """Write a base of so many concepts, the same on every run: with variants, relations, sources and some problems."""
    chance = random.Random(20_261_121)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        if terms:
            writer.writerow(
                ["concept", "language", "term", "status", "from", "until", "subject_field", "concept_source"]
            )
        else:
            writer.writerow(
                [
                    "id",
                    "ja",
                    "en",
                    "ja_variants",
                    "en_variants",
                    "en_forbidden",
                    "subject_field",
                    "relations",
                    "source",
                ]
            )
        for number in range(concepts):
            ja = "".join(chance.choices(KANJI, k=chance.randint(2, 6)))
            if number % 3 == 0:
                ja = chance.choice(KATAKANA) + ja
            en = " ".join(chance.choices(ENGLISH, k=chance.randint(2, 4)))
            other = " ".join(chance.choices(ENGLISH, k=3))
            field = FIELDS[number % len(FIELDS)]
            if terms:
                writer.writerow([f"c{number}", "ja", ja, "preferred", "", "", field, "made up"])
                writer.writerow([f"c{number}", "en", en, "preferred", "2020", "", "", ""])
                writer.writerow([f"c{number}", "en", other, "admitted", "", "2024-03", "", ""])
            else:
                above = f"part-of:c{number // 7}" if number else ""
                writer.writerow([f"c{number}", ja, en, ja + "額", other, "", field, above, "made up"])


def measured(work: str, path: Path) -> tuple[float, float]:
    """Processor seconds and peak MiB of a piece of work in a process of its own."""
    code = MEASURE.format(work=work)
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True)
    taken, peak = json.loads(done.stdout)
    return taken, peak


def match_ratios(base: Path, release: Path) -> tuple[float, float]:
    """Matching a release against the large base, over tokenizing it, and over matching the packaged glossaries."""
    from bilingual.glossary import combine, load, load_default
    from bilingual.glossary.matcher import Matcher
    from bilingual.model.document import Language
    from bilingual.readers import read
    from bilingual.text.language import line_languages
    from bilingual.text.layer import read_layer

    document = read(release)
    languages = line_languages(read_layer(document))
    lines = [
        (document.line_text(number + 1), language)
        for number, language in enumerate(languages)
        if language in (Language.JA, Language.EN)
    ]

    def matching(matcher: Matcher) -> float:
        def work() -> None:
            # The finder itself: what it remembers of a line it has seen would make the second run free.
            for line, language in lines:
                matcher._find(line, language)

        return seconds(work)

    large = matching(Matcher(combine(load_default(), load([base]))))
    return large / tokenizing_alone(release, features=True), large / matching(Matcher(load_default()))


def main() -> None:
    """Run all measures."""
    parser = argparse.ArgumentParser(description="Measure glossaries at scale.")
    parser.add_argument("release", nargs="?", type=Path, default=CORPUS / "network_quarter" / "release.txt")
    parser.add_argument("--concepts", type=int, default=50_000)
    parsed = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        highest = 0.0
        for terms in (False, True):
            path = Path(folder, "terms.csv" if terms else "rows.csv")
            make_base(path, parsed.concepts, terms=terms)
            form = "one term per line" if terms else "one concept per line"
            for name, work in WORK.items():
                taken, peak = measured(work, path)
                highest = max(highest, peak)
                bar = f" (bar: {BARS[name]:.0f} s)" if name in BARS else ""
                print(
                    f"{name:7} {taken:5.1f} s{bar}, {peak:4.0f} MiB peak: {parsed.concepts:,} concepts, {form}"
                )
        for name, ending in OTHERS.items():
            path = Path(folder, f"{name}.{ending}")
            command = [
                "-m",
                "bilingual",
                "glossary",
                "convert",
                f"{folder}/rows.csv",
                f"{path}",
                "--to",
                name,
            ]
            # In a process of its own: a child's peak begins with what its parent holds.
            subprocess.run([sys.executable, *command], check=True, capture_output=True)
            taken, peak = measured(WORK["lint"], path)
            highest = max(highest, peak)
            print(
                f"lint    {taken:5.1f} s (bar: {BARS['lint']:.0f} s), {peak:4.0f} MiB peak: the same as {name}"
            )
        print(f"memory  {highest:.0f} MiB at most (bar: {MOST_MEMORY})")
        match, plain = match_ratios(Path(folder, "rows.csv"), parsed.release)
        print(f"match   {match:.2f} x tokenizing {parsed.release.name} (bar: 1)")
        print(f"plain   {plain:.2f} x matching it against the packaged glossaries alone")


if __name__ == "__main__":
    main()
