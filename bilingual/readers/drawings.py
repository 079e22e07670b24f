"""What drawings of Office files say: titles and data of charts, words of text boxes and of diagrams (SmartArt).

A chart shows the values that were saved with it, in the format of its labels. Specification: ECMA-376, part 1, DrawingML
(chapters 20 and 21). Nothing is calculated or fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from bilingual.containers.markup import child, children, descendants, local_name
from bilingual.containers.number_formats import formatted
from bilingual.model.origin import Origin
from bilingual.readers.grids import GridCell

if TYPE_CHECKING:
    from lxml import etree

MOST_POINTS = 20_000
"""Points of a chart that are read."""
PERIOD_RE = re.compile(r"(?:19|20)\d\d|FY ?\d|[1-4]Q|Q[1-4]|年|期|月|\b[A-Z][a-z]{2}\b")
PLOTS = re.compile(r".*Chart")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart.

    Attributes:
        titles: its title and those of its axes; a unit often stands there.
        rows: its data as a table, heads first; empty where no values were saved.
        sources: the ranges of cells that its values were taken from.
    """

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Series:
    name: str
    categories: dict[int, str]
    values: dict[int, str]
    source: str


def read_chart(root: etree._Element) -> Chart:
    """The chart of a part; of a diagram its words as titles."""
    if is_diagram(root):
        return Chart(tuple(diagram_lines(root)), (), ())
    titles = dict.fromkeys(text for title in descendants(root, "title") if (text := _title(title)))
    listed: list[_Series] = []
    points = 0
    for plot in descendants(root, "plotArea"):
        for each in plot:
            if PLOTS.fullmatch(local_name(each)):
                for one in children(each, "ser"):
                    series = _series(one, each)
                    points += len(series.values)
                    if points <= MOST_POINTS:
                        listed.append(series)
    told = [series for series in listed if series.values]
    return Chart(tuple(titles), tuple(_rows(told)), tuple(series.source for series in told))


GRAPHICS = frozenset({"chart", "relIds"})
"""Elements of a drawing that name the part of a chart or of a diagram."""


def graphic_keys(element: etree._Element) -> list[str]:
    """The ids of the relations to the parts that hold what a graphic says: a chart, the data of a diagram."""
    return [str(key) for name, key in element.attrib.items() if str(name).endswith(("}id", "}dm"))]


def is_diagram(root: etree._Element) -> bool:
    """Whether a part is the data of a diagram."""
    return local_name(root) == "dataModel"


def diagram_lines(root: etree._Element) -> list[str]:
    """The words of a diagram (ECMA-376, part 1, chapter 21.4), each point before those below it, in their order."""
    points = {
        point.get("modelId") or "": point
        for point in descendants(root, "pt")
        if (point.get("type") or "node") in ("doc", "node", "asst")
    }
    below: dict[str, list[tuple[int, str]]] = {}
    for link in descendants(root, "cxn"):
        source, order = link.get("srcId") or "", link.get("srcOrd") or "0"
        if (link.get("type") or "parOf") == "parOf" and order.isdigit() and len(order) < 8:
            below.setdefault(source, []).append((int(order), link.get("destId") or ""))
    pending = [*reversed(points)]
    listed: dict[str, None] = {}
    pending += [name for name, point in points.items() if point.get("type") == "doc"]
    while pending:
        name = pending.pop()
        if name in points and name not in listed:
            listed[name] = None
            pending += [other for _, other in sorted(below.get(name, ()), reverse=True)]
    paragraphs = (
        paragraph
        for name in listed
        for words in children(points[name], "t")
        for paragraph in children(words, "p")
    )
    return [text for paragraph in paragraphs if (text := _words(paragraph).strip())]


def chart_cells(chart: Chart, place: Origin) -> Iterator[GridCell]:
    """The data of a chart as the cells of a table, all at one place."""
    for row, texts in enumerate(chart.rows):
        for column, text in enumerate(texts):
            if text:
                yield GridCell(row, column, text, place)


def box_lines(shape: etree._Element) -> list[str]:
    """The paragraphs of a text box or shape."""
    return [
        text
        for body in descendants(shape, "txBody")
        for paragraph in children(body, "p")
        if (text := _words(paragraph).strip())
    ]


def _words(element: etree._Element) -> str:
    found = descendants(element, "t", "br")
    return "".join(" " if local_name(each) == "br" else each.text or "" for each in found)


def _title(title: etree._Element) -> str:
    written = " ".join(filter(None, (_words(each).strip() for each in descendants(title, "p"))))
    return written or " ".join(
        text for each in descendants(title, "v") if (text := (each.text or "").strip())
    )


def _series(series: etree._Element, plot: etree._Element) -> _Series:
    labels = child(series, "dLbls")
    labels = labels if labels is not None else child(plot, "dLbls")
    own = child(labels, "numFmt") if labels is not None else None
    code = own.get("formatCode") if own is not None and own.get("sourceLinked") in ("0", "false") else None
    name, at = child(series, "tx"), child(series, "cat")
    at = at if at is not None else child(series, "xVal")
    values = child(series, "val")
    values = values if values is not None else child(series, "yVal")
    return _Series(
        " ".join(_points(name, None).values()) if name is not None else "",
        _points(at, None) if at is not None else {},
        _points(values, code) if values is not None else {},
        _source(values) if values is not None else "",
    )


def _source(values: etree._Element) -> str:
    return next((each.text or "" for each in descendants(values, "f")), "")


def _points(holder: etree._Element, code: str | None) -> dict[int, str]:
    """The saved points of a range, by number; of several levels of categories, the outer ones first."""
    levels = descendants(holder, "lvl")
    if levels:
        read = [dict(_cached(level, None)) for level in reversed(levels)]
        inner, outer = read[-1], read[:-1]
        return {
            at: " ".join([*(_last(level, at) for level in outer), text]).strip() for at, text in inner.items()
        }
    caches = descendants(holder, "numCache", "strCache", "numLit", "strLit")
    found = dict(_cached(caches[0], code)) if caches else {}
    if not found:
        found = dict(enumerate((each.text or "").strip() for each in children(holder, "v")))
    return found


def _last(level: dict[int, str], at: int) -> str:
    return next((level[one] for one in sorted(level, reverse=True) if one <= at), "")


def _cached(cache: etree._Element, code: str | None) -> Iterator[tuple[int, str]]:
    is_number = local_name(cache) in ("numCache", "numLit")
    general = child(cache, "formatCode")
    code = code or ((general.text or "General") if general is not None else "General")
    for point in children(cache, "pt"):
        number, held = point.get("idx") or "", child(point, "v")
        text = (held.text or "").strip() if held is not None else ""
        if number.isdigit() and len(number) < 8 and text:
            yield int(number), _number(text, point.get("formatCode") or code) if is_number else text


def _number(text: str, code: str) -> str:
    try:
        return formatted(Decimal(text), code)
    except (InvalidOperation, ValueError):
        return text


def _rows(listed: Sequence[_Series]) -> Iterator[tuple[str, ...]]:
    """Series and categories as a table: periods stand over the columns."""
    numbers = sorted({at for series in listed for at in series.values})
    names = {at: text for series in reversed(listed) for at, text in series.categories.items()}
    heads = [names.get(at, "") for at in numbers]
    if not listed or not numbers:
        return
    if sum(PERIOD_RE.search(head) is not None for head in heads) * 2 > len(heads):
        yield ("", *heads)
        for series in listed:
            yield (series.name, *(series.values.get(at, "") for at in numbers))
        return
    if any(series.name for series in listed):
        yield ("", *(series.name for series in listed))
    for at, head in zip(numbers, heads, strict=True):
        yield (head, *(series.values.get(at, "") for series in listed))
