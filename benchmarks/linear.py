"""Measure how time grows with the input: four times as much text over once (linear is 4, quadratic 16).

    python benchmarks/linear.py

Prints one line per reader and kind of text; all ratios come from one run on one machine.
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
from bilingual.text.layer import read_layer
from bilingual.text.normalize import map_text
from bilingual.tokenizers import tokenize

CORPUS = Path(__file__).parent.parent / "corpus"
ONCE = 60_000
CALENDAR = FiscalCalendar()
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


def main() -> None:
    """Run all measures."""
    for reader, work in readers().items():
        for name, language, text in TEXTS:
            once = seconds(work, text, language, ONCE)
            more = seconds(work, text, language, 4 * ONCE)
            sys.stdout.write(
                f"{reader:8} {name:15} {more / max(once, 1e-4):5.1f} x for four times the text\n"
            )


if __name__ == "__main__":
    main()
