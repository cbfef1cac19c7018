"""Opvolging: a partij that went into another counts for that other from a day on.

Nothing is rewritten: who reported or offered something stays known. Only sums look
through it, so that two biedingen of what is now one partij count once each.
"""

from collections.abc import Sequence

from cycle.domain.partij import Partij


def opvolger_in(partijen: Sequence[Partij], code: str, jaar: int) -> str:
    """Return who stands for partij `code` in the jaarschijf of `jaar`, often itself.

    A partij is succeeded in a jaarschijf when that happened on or before its first day.
    """
    bekend = {partij.code: partij for partij in partijen}
    gezien = {code}
    while (partij := bekend.get(code)) and is_opgevolgd(partij, jaar):
        if partij.opvolger in gezien:
            break
        code = partij.opvolger
        gezien.add(code)
    return code


def is_opgevolgd(partij: Partij, jaar: int) -> bool:
    """Return whether a partij had gone into another on the first day of `jaar`."""
    op = partij.opgevolgd_op
    return op is not None and bool(partij.opvolger) and (op.year, op.month, op.day) <= (jaar, 1, 1)


def voorgangers(partijen: Sequence[Partij], code: str, jaar: int) -> tuple[Partij, ...]:
    """Return the partijen that went into `code`, also by way of another, in their order."""
    return tuple(
        p for p in partijen if p.code != code and opvolger_in(partijen, p.code, jaar) == code
    )


def is_kring(partijen: Sequence[Partij], code: str) -> bool:
    """Return whether following the successors of `code` leads back to itself."""
    volgende = {partij.code: partij.opvolger for partij in partijen}
    stap = volgende.get(code, "")
    for _ in partijen:
        if stap == code:
            return True
        stap = volgende.get(stap, "")
    return False


def rapporteurs(
    partijen: Sequence[Partij], code: str, *, gemeld_in: int, jaar: int, eerder: bool
) -> tuple[str, ...]:
    """Return whose reports on year `gemeld_in` make up what `code` reached.

    A voorganger reports on the years that began before it went up in another. The opvolger
    reports on the years after that, and on the earlier ones when it was there already:
    `eerder` says that it reported on one of them.
    """
    oude = voorgangers(partijen, code, jaar)
    telt = tuple(p.code for p in oude if not is_opgevolgd(p, gemeld_in))
    return telt if telt and not eerder else (code, *telt)
