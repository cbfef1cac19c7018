"""Routes: how a signature came in, and how strongly each binds somebody to the frozen version.

Four ways lead to the same end, and a partij may mix them. What differs is what can be shown
in ten years; that is said in words, never as a mark or a ranking.
"""

from enum import StrEnum


class Route(StrEnum):
    """How a signature came in.

    `CERTIFICAAT` is a signature with a certificate in our own PDF, `DIENST` a PDF that a
    signing service sealed, `PAPIER` a scan of ink, and `GEMELD` a signature that somebody
    only reported: there is no file to check.
    """

    CERTIFICAAT = "certificaat"
    DIENST = "dienst"
    PAPIER = "papier"
    GEMELD = "gemeld"


STERKTE: dict[Route, str] = {
    Route.CERTIFICAAT: "cryptografisch",
    Route.DIENST: "dienstzegel en tekstvergelijking",
    Route.PAPIER: "scan, door twee mensen bevestigd",
    Route.GEMELD: "gemeld, zonder bewijsstuk",
}


def sterkte(route: Route) -> str:
    """Return in Dutch words what a signature by `route` rests on."""
    return STERKTE[route]
