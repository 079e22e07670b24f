"""Everything that can go wrong in how we were called.

A message names the file, the place, the reason and the way out, in one sentence. What is wrong *in* the
documents is a `Finding`, never an exception.
"""

from __future__ import annotations


class BilingualError(Exception):
    """Any problem with what the caller asked for."""


class InputError(BilingualError, ValueError):
    """A document that cannot be used: missing, empty, binary, too large, in one language only."""


class GlossaryError(InputError):
    """A glossary file with a broken line; the message names file, line, column and what was expected."""


class OptionError(BilingualError, ValueError):
    """An option or configuration value that does not exist or does not fit."""
