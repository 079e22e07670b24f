"""The packaged termbase with its indexes, built once."""

from __future__ import annotations

import pytest

from bilingual.glossary import load_default
from bilingual.glossary.labels import Labels
from bilingual.glossary.matcher import Matcher


@pytest.fixture(scope="session")
def matcher():
    """A matcher over the packaged glossaries."""
    return Matcher(load_default())


@pytest.fixture(scope="session")
def labels(matcher):
    """Label likeness over the packaged glossaries."""
    return Labels(matcher)
