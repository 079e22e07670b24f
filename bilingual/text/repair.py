"""Repairs of damaged text layers, as named steps that say what they did.

A repair is a reading, never an edit: the document stays as the user has it. A step looks at the folded lines of a
whole document (what is damage is often told by the other lines) and answers with edits of single lines; the next
step sees the lines as the one before it left them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from bilingual.model.document import Document, MappedText, Span
from bilingual.model.repair import Damage, Repair
from bilingual.text.characters import CONTROLS, FOLD, IDEOGRAPHS, INVISIBLE, KANGXI
from bilingual.text.dotted_amounts import dotted_amounts
from bilingual.text.edits import Edit, apply_edits
from bilingual.text.glued import glued_heads
from bilingual.text.lookalikes import (
    brackets,
    currency_codes,
    digit_letters,
    katakana,
    ligatures,
    names,
    unit_words,
)
from bilingual.text.lost_letters import lost_letters
from bilingual.text.lost_signs import lost_minuses, lost_yen, minus_kana
from bilingual.text.mailed import divided_words, quoted_lines
from bilingual.text.overprint import overprinted, repeated_lines
from bilingual.text.page_repeats import page_repeats
from bilingual.text.speckle import speckled_lines
from bilingual.text.split_words import split_words
from bilingual.text.tab_stops import blanks_for_tabs
from bilingual.text.torn_column import torn_columns
from bilingual.text.torn_figures import cut_groups, torn_figures

__all__ = ["STEPS", "Edit", "Repair", "apply_edits", "folded_repairs", "repair_lines"]


Step = Callable[[Sequence[MappedText]], Iterator[Edit]]

STEPS: tuple[tuple[str, Damage, Step], ...] = (
    ("quoted_lines", Damage.GLYPHS, quoted_lines),
    ("blanks_for_tabs", Damage.CELLS, blanks_for_tabs),
    ("overprint", Damage.OVERPRINT, overprinted),
    ("repeated_lines", Damage.OVERPRINT, repeated_lines),
    ("page_repeats", Damage.OVERPRINT, page_repeats),
    ("minus_kana", Damage.GLYPHS, minus_kana),
    ("lost_minuses", Damage.GLYPHS, lost_minuses),
    ("lost_yen", Damage.GLYPHS, lost_yen),
    ("lost_letters", Damage.GLYPHS, lost_letters),
    ("digit_letters", Damage.GLYPHS, digit_letters),
    ("brackets", Damage.GLYPHS, brackets),
    ("dotted_amounts", Damage.GLYPHS, dotted_amounts),
    ("torn_figures", Damage.CELLS, torn_figures),
    ("cut_groups", Damage.GLYPHS, cut_groups),
    ("torn_columns", Damage.CELLS, torn_columns),
    ("ligatures", Damage.GLYPHS, ligatures),
    ("katakana", Damage.GLYPHS, katakana),
    ("divided_words", Damage.GLYPHS, divided_words),
    ("split_words", Damage.GLYPHS, split_words),
    ("glued_heads", Damage.CELLS, glued_heads),
    ("speckled_lines", Damage.GLYPHS, speckled_lines),
    ("unit_words", Damage.GLYPHS, unit_words),
    ("currency_codes", Damage.GLYPHS, currency_codes),
    ("names", Damage.GLYPHS, names),
)
"""Steps in the order in which they are applied."""


NEAR = 12
"""Characters between two edits of a line that are told as one repair."""


OF_COLUMNS = frozenset({"torn_columns", "blanks_for_tabs"})
"""Steps that change what the cells of a row are, and tell of the whole row."""


def repair_lines(
    lines: Sequence[MappedText], *, has_cells: bool = False
) -> tuple[Sequence[MappedText], tuple[Repair, ...]]:
    """Apply all steps to the folded lines of a document.

    Args:
        lines: the lines.
        has_cells: whether the file itself says what its cells are: they stay as they are.

    Returns:
        The lines as they are to be read, and the repairs, step by step, in order of place within a step.
    """
    repairs: list[Repair] = []
    for name, damage, step in STEPS:
        if has_cells and name in OF_COLUMNS:
            continue
        by_line: dict[int, list[Edit]] = defaultdict(list)
        for edit in step(lines):
            by_line[edit.line].append(edit)
        if not by_line:
            continue
        read = list(lines)
        for index, edits in sorted(by_line.items()):
            edits.sort(key=lambda edit: edit.start)
            content = lines[index]
            groups = [edits] if name in OF_COLUMNS else _groups(edits)
            repairs.extend(_told(name, damage, content, group) for group in groups)
            read[index] = apply_edits(content, edits)
        lines = read
    return lines, tuple(repairs)


def _groups(edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Edits that stand so near to each other that they are told as one."""
    group: list[Edit] = []
    for edit in edits:
        if group and edit.start - group[-1].end > NEAR:
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _told(name: str, damage: Damage, content: MappedText, edits: Sequence[Edit]) -> Repair:
    start, end = edits[0].start, edits[-1].end
    parts: list[str] = []
    at = start
    for edit in edits:
        parts += content.text[at : edit.start], edit.text
        at = edit.end
    return Repair(name, damage, content.text[start:end], "".join(parts), content.span(start, end))


FOLDED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "control_characters",
        re.compile("[" + "".join(re.escape(character) for character in CONTROLS if character != "\f") + "]+"),
    ),
    ("kangxi_radicals", re.compile("[" + "".join(KANGXI) + "]+")),
    ("compatibility_ideographs", re.compile("[" + "".join(IDEOGRAPHS) + "]+")),
)
"""Damage that folding mends in passing: control characters, and radicals for the characters they look like (⾼)."""
_INVISIBLE_RE = re.compile(rf"[\w.,]{{1,12}}(?:[{INVISIBLE}]+[\w.,]{{1,12}})+")
"""Characters without a width inside a word or a figure."""
_DROPPED = dict.fromkeys(map(ord, INVISIBLE))


def folded_repairs(document: Document) -> tuple[Repair, ...]:
    """What folding mended in a document; a form feed parts pages and is none."""
    text = document.text
    found = [
        Repair(name, Damage.GLYPHS, match.group(), match.group().translate(FOLD), Span(*match.span()))
        for name, pattern in FOLDED
        for match in pattern.finditer(text)
    ]
    if not text.isascii() and any(character in text for character in INVISIBLE):
        for match in _INVISIBLE_RE.finditer(text):
            printed, read = match[0].translate(FOLD), match[0].translate(_DROPPED).translate(FOLD)
            found.append(Repair("invisible_characters", Damage.GLYPHS, printed, read, Span(*match.span())))
    return tuple(found)
