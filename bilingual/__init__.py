"""Checks Japanese disclosures against their English versions."""

__version__ = "0.1.0"
