"""Verschil: the chapter that says what changed since an earlier version."""

from cycle.documents.basissjablonen.bouw import (
    BREEDTE,
    Kolom,
    Opmaak,
    alinea,
    als,
    lijst,
    tekst,
    voor,
)


def veranderd() -> str:
    """Return the chapter; without an earlier version there is none."""
    return als(
        "verschil.sinds",
        alinea("Heading1", "Wat is er veranderd sinds {{ verschil.sinds }}?"),
        als(
            "not verschil.gewijzigd and not verschil.getallen and not verschil.overig",
            alinea("Normal", "De afspraken en de cijfers zijn gelijk gebleven."),
        ),
        als(
            "verschil.gewijzigd",
            alinea("Heading2", "Gewijzigde afspraken"),
            voor(
                "wijziging in verschil.gewijzigd",
                alinea(
                    "Normal", tekst("{{ wijziging.afspraak }}", "Nadruk"), extra="<w:keepNext/>"
                ),
                voor("regel in wijziging.regels", alinea("ListBullet", "{{ regel }}")),
            ),
        ),
        als("verschil.getallen", alinea("Heading2", "Gewijzigde cijfers"), _cijfers()),
        als(
            "verschil.overig",
            alinea("Heading2", "Andere wijzigingen"),
            voor("regel in verschil.overig", alinea("ListBullet", "{{ regel }}")),
        ),
    )


def _cijfers() -> str:
    """Return the table of figures, old beside new."""
    kolommen = (
        Kolom("Waar", "{{ getal.waar }}", 1900),
        Kolom("Partij", tekst("{{ getal.partij }}", "Nadruk"), 1900),
        Kolom("Welk cijfer", "{{ getal.wat }}", BREEDTE - 6400),
        Kolom("Was", "{{ getal.oud }}", 1300, getal=True),
        Kolom("Is nu", "{{ getal.nieuw }}", 1300, getal=True),
    )
    return lijst(
        "Gewijzigde cijfers", "getal in verschil.getallen", kolommen, Opmaak(prefix="Cijfer")
    )
