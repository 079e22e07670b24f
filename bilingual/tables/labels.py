"""Labels of rows: wrapped over lines, divided over stub columns, or printed for a group once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bilingual.model.document import Span
from bilingual.model.quick import quick
from bilingual.tables.block import ROWS
from bilingual.tables.grid import GridRow
from bilingual.tables.lines import Layout
from bilingual.tables.patterns import CUT_SHORT_RE, SECOND_HALF_RE
from bilingual.tables.stub import clean_label

_GOES_ON_RE = re.compile(
    r"(?:及び|および|並びに|又は|または|に係る|による|の|と|・|、|,|\+|&|-|\(|\b(?i:and|of|in|to|for|the|from|by|with|on|or|net))$"
)
_CARRIES_ON_RE = re.compile(
    r"[a-z]|又は|または|及び|および|並びに|ならびに|[)」』]|(?!その他|うち|のれん|たな卸)[ぁ-ん](?=\S)|\([^()]{1,14}\)$"
    r"|(?:19|20)\d\d$"
)
"""What the second half of a label begins with, or is."""
_CUT_INSIDE_RE = re.compile("[ぁぃぅぇぉっゃゅょァィゥェォッャュョーンん・々]")
"""What no label begins with: small kana and marks that go on with a word."""
_TIED_RE = re.compile("(?:[^の]の|による|に係る|に対する|に関する|及び|並びに|又は)$")
"""What no whole label of a row with figures ends with."""
_TIES_RE = re.compile("の(?!れん)|又は|及び|並びに|に(?:係る|対する|関する|よる)|への|を")
"""What no label begins with: particles and words that tie it to the ones before."""
FOOT = 8
"""Lines from one row to the next of a table that a page breaks, its foot and head between them."""
LINES = 4
"""Lines of a label and its figures."""
_LATIN_RE = re.compile(r"[!-~]$")
_RANGE = r"\d[\d.,]*\s?[^\s\d]{0,8}\s?[-~]\s?\d[\d.,]*\s?[^\s\d]{0,8}"
_TOTAL_RE = re.compile(r"(?:Grand )?[Tt]otal [A-Z]")
_RANGE_RE = re.compile(_RANGE)
_NAMED_RANGE_RE = re.compile(rf"(\S.{{0,60}}?)\s+{_RANGE}")


@quick
@dataclass(frozen=True, slots=True)
class Label:
    """A row with its label: ``group`` is the name that only the first row of a group prints."""

    row: GridRow
    text: str
    span: Span | None
    indent: int
    group: str = ""


def read_labels(rows: Sequence[GridRow]) -> list[Label]:
    """Read the labels of all lines of a body; lines that only carry part of a label are merged."""
    labels: list[Label] = []
    group = ""
    for index, row in enumerate(rows):
        label = _label(row)
        if len(row.stub) > 1:
            group = clean_label(row.stub[0].text)
        elif row.stub and row.line.stub.text:
            group = ""
        figures = _has_figures(row)
        previous = labels[-1] if labels else None
        ends = figures or _figures_below(rows, index)
        below = rows[index + 1] if index + 1 < len(rows) else None
        if previous is not None and (
            _wraps(previous, label, figures, rows[index - 1], ends=ends)
            or _ends_torn(previous, label, below)
            or (figures and _ends_total(previous, label, below))
        ):
            labels[-1] = _joined(previous, label, figures)
            continue
        if group and not row.line.stub.text and row.line.layout is not Layout.SPACE and figures:
            label = Label(row, label.text, label.span, label.indent, group)
        labels.append(label)
    return _name_ranges(labels)


def _figures_below(rows: Sequence[GridRow], index: int) -> bool:
    """Whether the figures of a row, and nothing of its label, stand below a line of a label, or one more such line."""
    for at in range(index + 1, min(index + LINES, len(rows))):
        if rows[at].line.number != rows[at - 1].line.number + 1:
            return False
        if _has_figures(rows[at]):
            return not rows[at].line.stub.text
    return False


def _name_ranges(labels: list[Label]) -> list[Label]:
    """Give rows that are labelled by a range alone the name that stands before the first range."""
    named: list[Label] = []
    for index, label in enumerate(labels):
        following = labels[index + 1].text if index + 1 < len(labels) else ""
        match = _NAMED_RANGE_RE.fullmatch(label.text)
        group = label.group
        if match and _RANGE_RE.fullmatch(following):
            group = match[1]
        elif not group and named and named[-1].group and _RANGE_RE.fullmatch(label.text):
            group = named[-1].group
        named.append(label if group == label.group else replace(label, group=group))
    return named


def _has_figures(row: GridRow) -> bool:
    return row.line.kind in ROWS or any(cell is not None for cell in row.cells)


def _label(row: GridRow) -> Label:
    parts = [part for part in row.stub if part.text]
    if not parts:
        return Label(row, "", None, row.line.indent)
    content = row.line.content
    first = parts[0].content
    span = (
        first.span(0, len(first.text)) if first is not None else content.span(parts[0].start, parts[-1].end)
    )
    return Label(row, clean_label(" ".join(part.text for part in parts)), span, parts[0].start)


def _wraps(previous: Label, label: Label, figures: bool, before: GridRow, *, ends: bool) -> bool:
    """Whether a line carries on the label of the line before it; ``ends``: figures stand on it or right below."""
    number, above = label.row.line.number, previous.row.line.number
    if (above == before.line.number or number - above < LINES) and _has_figures(previous.row):
        # Below a row: no figures of its own (or the figures between two halves above), and either words in brackets or in small letters, or a label cut short.
        amid = not previous.row.line.stub.text and label.text[:1].islower() and not figures
        if not figures and _open_bracket(previous.text) and _closes_bracket(label.text):
            return True
        return (
            (amid or not ends)
            and not label.text.endswith(":")
            and (
                SECOND_HALF_RE.fullmatch(label.text)
                or CUT_SHORT_RE.search(previous.text)
                or _CUT_INSIDE_RE.match(label.text)
                or _TIES_RE.match(label.text)
                or _TIED_RE.search(previous.text)
            )
            is not None
        )
    if _has_figures(previous.row) or previous.text.endswith(":") or not previous.text:
        return False
    if figures and not label.text:
        return True
    apart = label.row.line.number - before.line.number > 1 and not (
        _tops_page(previous, label, figures) or _breaks_off(previous, label, figures)
    )
    if apart or _other_case(previous.text, label.text):
        return False
    if (
        figures
        and label.indent > previous.indent
        and label.text[:1].isupper()
        and not _open_bracket(previous.text)
    ):
        return False  # a heading that its rows end: Profit attributable to / Owners of parent
    if any(sign.search(previous.text) for sign in (_GOES_ON_RE, CUT_SHORT_RE)) or _open_bracket(
        previous.text
    ):
        return True
    return ends and not previous.text.endswith(")") and _CARRIES_ON_RE.match(label.text) is not None


def _tops_page(previous: Label, label: Label, figures: bool) -> bool:
    """Whether the second half of a label stands with its figures at the top of a page."""
    goes_on = label.text[:1].islower() or _open_bracket(previous.text)
    return figures and goes_on and label.row.line.printed.startswith("\f")


def _breaks_off(previous: Label, label: Label, figures: bool) -> bool:
    """Whether a label that cannot end so (``Current portion of``) goes on in small letters behind the foot of a page."""
    gap = label.row.line.number - previous.row.line.number
    goes_on = _GOES_ON_RE.search(previous.text) is not None and label.text[:1].islower()
    return figures and goes_on and gap <= FOOT


def _ends_torn(previous: Label, label: Label, below: GridRow | None) -> bool:
    """Whether a line is the second half of a label whose figures stand between its halves, apart from other rows."""
    row = previous.row.line
    if row.stub.text or not previous.text or _has_figures(label.row) or not _has_figures(previous.row):
        return False
    number = label.row.line.number
    return number == row.number + 1 and (below is None or below.line.number > number + 1)


def _ends_total(previous: Label, label: Label, below: GridRow | None) -> bool:
    """Whether the last row of a table has the second half of its label: Total Contracted / Bandwidth. A total heads no rows."""
    number = label.row.line.number
    return (
        _TOTAL_RE.match(previous.text) is not None
        and not _has_figures(previous.row)
        and number == previous.row.line.number + 1
        and label.indent == previous.indent
        and label.text != ""
        and (below is None or below.line.number > number + 1)
    )


def _other_case(above: str, below: str) -> bool:
    """Whether a line in capitals is followed by one that is not."""
    return above.isascii() and above.isupper() and not below.isupper()


def _open_bracket(text: str) -> bool:
    return text.count("(") > text.count(")")


def _closes_bracket(text: str) -> bool:
    return text.count(")") > text.count("(")


def _joined(previous: Label, label: Label, figures: bool) -> Label:
    gap = " " if _LATIN_RE.search(previous.text) and label.text[:1].isascii() else ""
    text = (previous.text + gap + label.text).strip() if label.text else previous.text
    spans = [span for span in (previous.span, label.span) if span is not None]
    span = Span(spans[0].start, spans[-1].end) if spans else None
    row = label.row if figures else previous.row
    return Label(row, text, span, previous.indent, previous.group)
