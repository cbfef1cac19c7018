"""Bladverschil: on which pages do two PDFs look different? To name the place of a change."""

from cycle.signing.controle.bladen import read_beelden, read_teksten

_MEESTE = 500


def changed_bladen(eerder: bytes, later: bytes) -> list[int]:
    """Return the pages, from 1, that differ in words or came or went; else in their picture.

    Empty when no difference is seen, and when one of the two cannot be drawn: this only
    helps a reader, the refusal itself does not rest on it.
    """
    try:
        toen, nu = read_teksten(eerder), read_teksten(later)
        meeste = max(len(toen), len(nu))
        anders = [n + 1 for n in range(meeste) if toen[n : n + 1] != nu[n : n + 1]]
        if anders:
            return anders
        beelden = zip(read_beelden(eerder, _MEESTE), read_beelden(later, _MEESTE), strict=False)
        return [
            nummer
            for nummer, (oud, nieuw) in enumerate(beelden, start=1)
            if oud.shape != nieuw.shape or (oud != nieuw).any()
        ]
    except ValueError:
        return []
