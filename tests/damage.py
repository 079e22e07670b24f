"""Damage that producers and scanners do to the text of a release, made on purpose and the same every time.

Every function takes the lines of a document and a random generator and gives the lines as a damaged text layer would
have them. What the document states stays the same, so a check must say the same of it.
"""

from __future__ import annotations

import re

FIGURE_RE = re.compile(r"\(?\d{1,3}(?:,\d{3})+\)?")
ROW_RE = re.compile(r"[^\t]*[^\W\d_][^\t]*(?:\t(?:\(?[\d,]+(?:\.\d+)?%?\)?|-|))+")
ROUND, STRAIGHT = "035689", "17"


def is_row(line):
    """Whether tabs divide a label from figures."""
    return "\t" in line and ROW_RE.fullmatch(line) is not None and len(re.findall(r"\d[\d,.]*", line)) > 2


def overprint(lines, rng, copies):
    """Titles and labels stand several times, as overprinted bold leaves them."""
    out = []
    for line in lines:
        label, tab, cells = line.partition("\t")
        bold = label.strip() and len(label) < 40 and not label.endswith("。") and "|" not in label
        short = not tab and len(line) < 30 and not re.search(r"[。.:：、,\d%％(（]", line)
        if bold and (short or (tab and re.fullmatch(r"[^\W\d_]{3,}", label) and rng.random() < 0.7)):
            line = label * copies + tab + cells
        out.append(line)
    return out


def overprint_letters(lines, rng):
    """Every character of titles and labels stands twice."""
    out = []
    for line in lines:
        label, tab, cells = line.partition("\t")
        if tab and re.fullmatch(r"[^\W\d_]{4,}", label) and rng.random() < 0.7:
            line = "".join(char * 2 for char in label) + tab + cells
        out.append(line)
    return out


def dots(lines, rng):
    """Commas of some figures in rows are read as full stops."""
    return [
        FIGURE_RE.sub(lambda match: match[0].replace(",", ".") if rng.random() < 0.15 else match[0], line)
        if is_row(line) and len(FIGURE_RE.findall(line)) > 2
        else line
        for line in lines
    ]


def letters(lines, rng):
    """Some zeros and ones of figures are read as letters."""

    def blur(match):
        text = match[0]
        at = [i for i, char in enumerate(text) if char in "01" and 0 < i < len(text) - 1]
        if not at or rng.random() > 0.15:
            return text
        i = rng.choice(at)
        return text[:i] + {"0": "O", "1": "l"}[text[i]] + text[i + 1 :]

    return [FIGURE_RE.sub(blur, line) if is_row(line) else line for line in lines]


def ghosts(lines, rng):
    """Some rows are followed by a second reading of themselves in other glyphs."""
    out = []
    for line in lines:
        out.append(line)
        if is_row(line) and len(FIGURE_RE.findall(line)) > 2 and rng.random() < 0.12:
            label, *cells = line.split("\t")
            blurred = ["".join(blurred_digit(char, rng) for char in cell) for cell in cells]
            out.append("\t".join([garbled(label, rng), *blurred]))
    return out


def merged(lines, rng):
    """Some pairs of rows stand in one line, their cells side by side."""
    out, skip = [], False
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if skip:
            skip = False
            continue
        one, two = line.split("\t"), following.split("\t")
        alike = is_row(line) and is_row(following) and len(one) == len(two) > 3
        full = alike and all(a and b for a, b in zip(one, two, strict=True))
        if full and not re.search(r"\s", one[0] + two[0]) and rng.random() < 0.3:
            line, skip = "\t".join(f"{a} {b}" for a, b in zip(one, two, strict=True)), True
        out.append(line)
    return out


def torn(lines, rng):
    """Some figures are torn at a comma, one part in a cell of its own, where rows have a spare one."""
    out = []
    for line in lines:
        cells = line.split("\t")
        at = [
            i
            for i in range(1, len(cells) - 1)
            if re.fullmatch(r"\d{1,3},\d{3},\d{3}", cells[i]) and not cells[i + 1]
        ]
        if is_row(line) and at and rng.random() < 0.1:
            cells[at[0] : at[0] + 2] = cells[at[0]][:-3], cells[at[0]][-3:]
        out.append("\t".join(cells))
    return out


def garbled(label, rng):
    """A label in letters of its own script that make no words."""
    if label.isascii():
        return "".join(rng.choice("bdfgjkqvwxz ") for _ in label[:12]).strip() or "xq"
    return "".join(chr(rng.randrange(0x4E00, 0x9F00)) for _ in label[:9])


def blurred_digit(char, rng):
    """A digit, or another one of its outline; most round ones become zeros."""
    if char in ROUND and rng.random() < 0.5:
        return "0"
    return "7" if char in STRAIGHT and rng.random() < 0.3 else char


def brackets(lines, rng):
    """Some brackets are doubled or lost."""

    def spoil(match):
        return rng.choice(["(" + match[0], match[0][:-1], match[0]]) if rng.random() < 0.3 else match[0]

    return [re.sub(r"\([\d,]{5,}\)", spoil, line) if is_row(line) else line for line in lines]
