"""Correct financial results of issuers that do not exist, in both languages, drawn from a seed."""

from .company import Company, invent
from .pages import pages

__all__ = ["Company", "invent", "pages"]
