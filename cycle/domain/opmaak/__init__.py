"""Opmaak: the Markdown that a text may use, and what is wrong with it.

Content is checked and set by the same reading, so what passes the check can be set.
"""

from cycle.domain.opmaak.controle import ILLEGAAL, check_opmaak
from cycle.domain.opmaak.lezen import (
    KOP_IN_TEKST,
    KOP_IN_TOELICHTING,
    LAAGSTE_KOP,
    ZONDER_KOP,
    Noot,
    Opmaak,
    is_beeld,
    kopanker,
    read_opmaak,
    top_kop,
    without_anker,
)
from cycle.domain.opmaak.regel import Opmaakfout, Opmaaksoort

__all__ = [
    "ILLEGAAL",
    "KOP_IN_TEKST",
    "KOP_IN_TOELICHTING",
    "LAAGSTE_KOP",
    "ZONDER_KOP",
    "Noot",
    "Opmaak",
    "Opmaakfout",
    "Opmaaksoort",
    "check_opmaak",
    "is_beeld",
    "kopanker",
    "read_opmaak",
    "top_kop",
    "without_anker",
]
