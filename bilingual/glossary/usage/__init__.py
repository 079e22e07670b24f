"""Which terms of a glossary a document uses, where, and how they are spelled."""

from __future__ import annotations
