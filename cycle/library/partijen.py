"""Partijen: the ``[[partij]]`` blocks of a samenwerking."""

from collections.abc import Sequence

from cycle.domain.partij import Orgaan, Partij, PartijSoort
from cycle.library.bevindingen import Bevindingen
from cycle.library.register import Naamsoort, Register
from cycle.library.tomltabel import TomlTabel


def read_partijen(
    bron: TomlTabel, register: Register, bevindingen: Bevindingen
) -> tuple[Partij, ...]:
    """Return all partijen in the order of the file and make their codes known."""
    return tuple(_read_partij(tabel, register, bevindingen) for tabel in bron.tabellen("partij"))


def _read_partij(tabel: TomlTabel, register: Register, bevindingen: Bevindingen) -> Partij:
    """Return one partij."""
    partij = Partij(
        code=tabel.code(),
        naam=tabel.tekst("naam"),
        soort=tabel.keuze("soort", PartijSoort),
        organen=tabel.keuzes("organen", Orgaan),
        contact=tabel.tekst("contact"),
        mail=tabel.tekst("mail"),
        ondertekenaars=tabel.teksten("ondertekenaars"),
        vertegenwoordigt=tabel.teksten("vertegenwoordigt", verplicht=False),
        is_voorbeeld=tabel.waar("voorbeeld"),
    )
    tabel.close()
    if partij.mail and partij.mail.count("@") != 1:
        bevindingen.fout(
            "I112",
            tabel.plek("mail"),
            f"'{partij.mail}' is geen mailadres.",
            "Schrijf een adres zoals afspraken@corporatie.example.",
        )
    if partij.code:
        register.add(Naamsoort.PARTIJ, partij.code, tabel.plek("code"))
    else:
        register.mark_onvolledig(Naamsoort.PARTIJ)
    for code in partij.vertegenwoordigt:
        register.refer(Naamsoort.PARTIJ, code, tabel.plek("vertegenwoordigt", code))
    return partij


def list_soort(partijen: Sequence[Partij], soort: PartijSoort) -> list[str]:
    """Return the codes of all partijen of one kind."""
    return [partij.code for partij in partijen if partij.soort is soort]
