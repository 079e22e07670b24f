"""The examples in the documentation of the modules are right."""

from __future__ import annotations

import doctest
import importlib

import pytest

MODULES = [
    "bilingual.glossary.cells",
    "bilingual.glossary.columns",
    "bilingual.glossary.keys",
    "bilingual.glossary.searching",
    "bilingual.glossary.lint.crossing",
    "bilingual.glossary.lint.spelling",
    "bilingual.model.termbase",
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    """Every example gives what it says, and there is one."""
    results = doctest.testmod(importlib.import_module(name))

    assert results.attempted > 0
    assert results.failed == 0
