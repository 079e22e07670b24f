"""Numbers as pages print them, for steps that look at print before figures are read."""

from __future__ import annotations

GROUPED = r"\d{1,3}(?:,\d{3})+"
"""Digits in groups of three: 1,234,567."""
NUMBER = rf"(?:{GROUPED}|\d+)(?:\.\d+)?"
"""Digits, in groups or not, with a fraction or without, without signs: 1,234.5."""
