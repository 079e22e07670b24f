"""Words of a project that exclude each other, as its settings name them."""

from __future__ import annotations

from typing import NamedTuple


class OwnMember(NamedTuple):
    """One of the things that a project tells apart: its words in either language, as they are written."""

    name: str
    ja: tuple[str, ...]
    en: tuple[str, ...]


class OwnContrast(NamedTuple):
    """Members that cannot stand for each other: 熊本工場, Kumamoto Plant; 大分工場, Oita Plant."""

    name: str
    members: tuple[OwnMember, ...]
