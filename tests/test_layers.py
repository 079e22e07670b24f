"""Imports go down, never up or sideways; the nouns stay nouns."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import bilingual

PACKAGE = Path(bilingual.__file__).parent
FLOORS = {
    "model": 0, "options": 0.5, "errors": 0, "files": 0, "samples": 0.5, "text": 1, "containers": 1.5,
    "figures": 2, "glossary": 2, "tokenizers": 2,
    "contrasts": 2.5,
    "readers": 3, "tables": 3,
    "align": 4, "arithmetic": 4,
    "checks": 5, "annotate": 6, "reports": 6, "decisions": 6,
    "given": 6.5, "tagging": 6.4, "sides": 6.5, "unchanged": 6.6, "twin_sentences": 6.6, "terms": 6.5, "pipeline": 7, "config": 7, "batch": 8, "terminology": 8.5,
    "cli": 9, "web": 9, "__main__": 10,
}  # fmt: skip
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    """The room of the house that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    """Rooms that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = (
                [node.module] if node.module != "bilingual" else [f"bilingual.{a.name}" for a in node.names]
            )
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("bilingual.")}
    return found - {"__version__"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down(path):
    """A room imports from its own room and from lower floors only."""
    own = room(path)
    if own == "__init__":
        return

    wrong = [name for name in imported_rooms(path) if name != own and FLOORS[name] >= FLOORS[own]]

    assert not wrong, f"{path.name} on floor {FLOORS[own]} imports {wrong}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_float_where_figures_are_compared(path):
    """No float is made in figures/, checks/ or the model's figures: exact decimals only."""
    if room(path) not in ("figures", "checks"):
        return

    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float"
    ]

    assert not calls


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_model_does_nothing(path):
    """The model opens no file and knows no pattern."""
    if room(path) != "model":
        return

    source = path.read_text(encoding="utf-8")

    assert "import re\n" not in source
    assert "open(" not in source
    assert "Any" not in source


def test_registries_are_tuples():
    """Registries cannot grow at run time."""
    from bilingual.checks import CHECKS
    from bilingual.reports import RENDERERS

    assert isinstance(CHECKS, tuple)
    assert isinstance(RENDERERS, tuple)
