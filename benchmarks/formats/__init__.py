"""Twins of the corpus in other file formats, all made of one reading of its text files."""
