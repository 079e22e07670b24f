"""Amounts in two currencies side by side: a small amount and its translation are two cells, not one torn in two."""

from __future__ import annotations

import pytest

from bilingual.model.document import Document
from bilingual.tables.lines import read_lines
from bilingual.tables.rates import has_rate
from bilingual.text.layer import read_layer

TRANSLATED = ["a\t6,116\t811,652", "b\t12,409\t1,646,603", "c\t789\t104,700", "d\t27,855\t3,696,329"]
UNRELATED = ["a\t6,116\t811,652", "b\t12,409\t1,179,050", "c\t789\t398,226", "d\t27,855\t2,027,616"]


def rows(texts):
    """The rows of some lines."""
    document = Document("", "\n".join(texts))
    return read_lines(read_layer(document), range(1, document.last_line + 1))


@pytest.mark.parametrize(
    ("cells", "texts", "is_pair"),
    [
        (("30", "3,990"), TRANSLATED, True),  # 132.7 yen to the dollar
        (("67", "8,849"), TRANSLATED, True),
        (("(30)", "(3,990)"), TRANSLATED, True),
        (("3", "3,990"), TRANSLATED, False),  # 33,990
        (("3", "98,226"), TRANSLATED, False),
        (("30", "3,990"), UNRELATED, False),
        (("30", "3,990"), TRANSLATED[:2], False),
        (("-", "3,990"), TRANSLATED, False),
    ],
)
def test_a_pair_of_cells_has_the_rate_of_the_others(cells, texts, is_pair):
    """Rounding of the smaller amount is allowed for; few rows, or rows without one rate, tell nothing."""
    assert has_rate(*cells, rows(texts), 1) is is_pair
