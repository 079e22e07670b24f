"""Contexts and units of a report: when a fact holds, of what part, and in what it is measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

SHARES = "shares"


@dataclass(frozen=True, slots=True)
class Context:
    """When a fact holds and which members limit it (XBRL 2.1, 4.7; Dimensions 1.0)."""

    start: date | None = None
    end: date | None = None
    members: tuple[str, ...] = ()


def plain_name(element: etree._Element) -> str:
    """Local name in small letters: a parser of pages keeps prefixes (``xbrli:context``) and folds case."""
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def read_contexts(root: etree._Element) -> Mapping[str, Context]:
    """The contexts of a report by their id."""
    return {
        element.get("id") or "": _context(element)
        for element in root.iter()
        if plain_name(element) == "context"
    }


def read_units(root: etree._Element) -> Mapping[str, str]:
    """The units of a report by their id: ISO code, ``shares``, ``pure``; of a rate per share the currency."""
    return {
        element.get("id") or "": _unit(element) for element in root.iter() if plain_name(element) == "unit"
    }


def _context(element: etree._Element) -> Context:
    days = {plain_name(each): _day(each) for each in element.iter()}
    members = sorted(
        (each.text or "").strip().rpartition(":")[2]
        for each in element.iter()
        if plain_name(each) == "explicitmember"
    )
    end = days.get("instant") or days.get("enddate")
    return Context(days.get("startdate"), end, tuple(members))


def _day(element: etree._Element) -> date | None:
    """The day that an element names; midnight at the end of a day is that day (XBRL 2.1, 4.7.2)."""
    text = (element.text or "").strip()
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    is_midnight = text[10:19] == "T00:00:00" and plain_name(element) in ("instant", "enddate")
    return day - timedelta(days=1) if is_midnight else day


def _unit(element: etree._Element) -> str:
    measures = list(_measures(element))
    return measures[0] if measures else ""


def _measures(element: etree._Element) -> Iterator[str]:
    for each in element.iter():
        if plain_name(each) == "measure":
            yield (each.text or "").strip().rpartition(":")[2]
