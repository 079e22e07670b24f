"""Measure how time grows with the input: four times as much text over once (linear is 4, quadratic 16).

    python benchmarks/linear.py

Prints one line per reader and kind of text, and one per damaged document, whose lines and tables are repaired; all
ratios come from one run on one machine.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bilingual.figures import find_figures
from bilingual.figures.dates import find_dates
from bilingual.figures.periods import find_periods
from bilingual.glossary import load_default
from bilingual.glossary.matcher import Matcher
from bilingual.model.document import Language
from bilingual.model.figure import FiscalCalendar
from bilingual.readers import from_text
from bilingual.tables import find_tables
from bilingual.text.language import line_languages
from bilingual.text.layer import read_layer
from bilingual.text.normalize import map_text
from bilingual.tokenizers import tokenize

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from twins import judge

CORPUS = Path(__file__).parent.parent / "corpus"
ONCE = 60_000
CALENDAR = FiscalCalendar()
COPIES = 3
DAMAGED = (
    ("network_quarter", "overprint"),
    ("network_quarter", "ocr"),
    ("network_quarter", "merged"),
    ("network_quarter", "moved"),
    ("cloud_year", "layout"),
    ("network_quarter", "codes"),
    ("network_quarter", "mail"),
    ("network_quarter", "pages"),
    ("network_quarter", "joints"),
)
"""Documents of the corpus and what befalls them."""
TEXTS: tuple[tuple[str, Language, str], ...] = (
    ("Japanese prose", Language.JA, "売上高は1,234百万円(前年同期比17.5%増)、"),
    ("English prose", Language.EN, "revenues were JPY 1,234 million, up 17.5% from 2Q00, "),
    ("brackets", Language.EN, "(((((((((("),
    ("digits", Language.JA, "1,1,1,1,1,"),
    ("periods", Language.EN, "three months ended Sept 30, 2001, Sept 30, 2000 and "),
    ("dates", Language.JA, "2001年11月14日 23:00、"),
    ("blanks", Language.EN, "           "),
    ("bars", Language.EN, "|"),
)


def tables(text: str, language: Language) -> object:
    """Find the tables of a text whose sentences are lines."""
    layer = read_layer(from_text(text.replace("、", "\n").replace(", ", "\n")))
    return find_tables(layer, list(layer.numbers), language, CALENDAR)


def readers() -> dict[str, Callable[[str, Language], object]]:
    """What is measured."""
    matcher = Matcher(load_default())
    return {
        "figures": lambda text, language: find_figures(map_text(text), language, CALENDAR),
        "periods": lambda text, language: find_periods(text, language, CALENDAR),
        "dates": lambda text, language: find_dates(text, language, None),
        "terms": matcher.find,
        "tokens": tokenize,
        "tables": tables,
        "layer": lambda text, _: read_layer(from_text(text)),
    }


def seconds(work: Callable[[str, Language], object], text: str, language: Language, size: int) -> float:
    """The best of three times on texts that were not seen before."""
    best = float("inf")
    for _ in range(3):
        mark = f"x{random.random()} "  # what was read before is remembered
        whole = mark + text * (size // len(text))
        start = time.perf_counter()
        work(whole, language)
        best = min(best, time.perf_counter() - start)
    return best


def damaged(document: str, kind: str, copies: int) -> str:
    """A damaged document several times, every copy with other digits: what was read before is remembered."""
    sides = judge.damaged(document, kind, 1, planted=False).values()
    once = "\n".join(line for lines in dict.fromkeys(tuple(side.lines) for side in sides) for line in lines)
    made = []
    for _ in range(copies):
        others = "".join(random.sample("12345678", 8))
        made.append(once.translate(str.maketrans("12345678", others)))
    return "\n\n".join(made)


def repaired(text: str, _: Language) -> None:
    """Repair the lines of a document and the tables of both languages."""
    layer = read_layer(from_text(text))
    languages = line_languages(layer)
    for language in Language:
        numbers = [number for number, of in zip(layer.numbers, languages, strict=True) if of is language]
        find_tables(layer, numbers, language, CALENDAR)


def repairs() -> None:
    """Measure repairs: four times as many damaged pages."""
    for document, kind in DAMAGED:
        times = []
        for copies in (COPIES, 4 * COPIES):
            text = damaged(document, kind, copies)
            times.append(seconds(repaired, text, Language.JA, len(text)))
        sys.stdout.write(
            f"repairs  {kind:15} {times[1] / max(times[0], 1e-4):5.1f} x for four times the text\n"
        )


def main() -> None:
    """Run all measures."""
    for reader, work in readers().items():
        for name, language, text in TEXTS:
            once = seconds(work, text, language, ONCE)
            more = seconds(work, text, language, 4 * ONCE)
            sys.stdout.write(
                f"{reader:8} {name:15} {more / max(once, 1e-4):5.1f} x for four times the text\n"
            )
    repairs()


if __name__ == "__main__":
    main()
