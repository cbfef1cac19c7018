"""Opmaak: the Markdown that a text may use, and what is wrong with it.

Content is checked and set by the same reading, so what passes the check can be set.
"""

from cycle.domain.opmaak.controle import ILLEGAAL, check_opmaak
from cycle.domain.opmaak.lezen import (
    AFSPRAAKTEKST,
    AMBITIE,
    INLEIDING,
    TOELICHTING,
    Noot,
    Opmaak,
    Tekstruimte,
    is_beeld,
    kopanker,
    read_opmaak,
    top_kop,
    without_anker,
)
from cycle.domain.opmaak.regel import Opmaakfout, Opmaaksoort
from cycle.domain.opmaak.wijzigen import (
    Woordwijziging,
    add_alinea,
    change_alinea,
    remove_alinea,
    shown_alineas,
)

__all__ = [
    "AFSPRAAKTEKST",
    "AMBITIE",
    "ILLEGAAL",
    "INLEIDING",
    "TOELICHTING",
    "Noot",
    "Opmaak",
    "Opmaakfout",
    "Opmaaksoort",
    "Tekstruimte",
    "Woordwijziging",
    "add_alinea",
    "change_alinea",
    "check_opmaak",
    "is_beeld",
    "kopanker",
    "read_opmaak",
    "remove_alinea",
    "shown_alineas",
    "top_kop",
    "without_anker",
]
