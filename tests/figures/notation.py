"""A figure in one readable line, the notation of the case files: ``約 95億円 = ~ 9500000000 JPY``."""

from __future__ import annotations

from bilingual.model.figure import Figure, Kind


def describe(figure: Figure) -> str:
    """Print what was read: ``17.5% = 17.5 % up from 前年同期``."""
    parts = [figure.printed, "="]
    parts += ["~"] if figure.approximate else []
    parts += [figure.bound.value] if figure.bound else []
    if figure.kind in (Kind.NIL, Kind.NOT_APPLICABLE):
        parts.append(figure.kind.value)
    elif figure.ends:
        parts.append(f"{figure.ends[0]} to {figure.ends[1]}")
    elif figure.moment:
        parts.append(figure.moment)
    else:
        parts.append(f"{figure.value:.6g}" if figure.word and figure.step == 0 else str(figure.value))
    parts += [figure.unit] if figure.unit else []
    parts += [figure.direction.value] if figure.direction else []
    parts += [figure.sign.value] if figure.sign else []
    parts += [f"from {figure.base.printed}"] if figure.base else []
    parts += [f"in {figure.period.printed}"] if figure.period else []
    return " ".join(parts)
