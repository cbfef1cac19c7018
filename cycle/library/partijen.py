"""Partijen: the ``[[partij]]`` blocks of a samenwerking."""

from collections.abc import Sequence

from cycle.domain.opvolging import is_kring
from cycle.domain.partij import Orgaan, Partij, PartijSoort
from cycle.library.bevindingen import Bevindingen
from cycle.library.register import Naamsoort, Register
from cycle.library.tomltabel import TomlTabel


def read_partijen(
    bron: TomlTabel, register: Register, bevindingen: Bevindingen
) -> tuple[Partij, ...]:
    """Return all partijen in the order of the file and make their codes known."""
    tabellen = bron.tabellen("partij")
    partijen = tuple(_read_partij(tabel, register, bevindingen) for tabel in tabellen)
    for partij, tabel in zip(partijen, tabellen, strict=True):
        if partij.opvolger and is_kring(partijen, partij.code):
            melding = f"De opvolging van '{partij.code}' komt weer bij '{partij.code}' uit."
            raad = "Haal bij een van deze partijen de opvolger weg."
            bevindingen.fout("I112", tabel.plek("opvolger"), melding, raad)
    return partijen


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
        opvolger=tabel.tekst("opvolger", verplicht=False),
        opgevolgd_op=tabel.datum_of_niets("opgevolgd_op"),
        plaatsvervanger=tabel.tekst("plaatsvervanger", verplicht=False),
        plaatsvervanger_mail=tabel.tekst("plaatsvervanger_mail", verplicht=False),
    )
    tabel.close()
    _check_opvolging(partij, tabel, register, bevindingen)
    _check_mail(partij, tabel, bevindingen)
    if partij.code:
        register.add(Naamsoort.PARTIJ, partij.code, tabel.plek("code"))
    else:
        register.mark_onvolledig(Naamsoort.PARTIJ)
    for code in partij.vertegenwoordigt:
        register.refer(Naamsoort.PARTIJ, code, tabel.plek("vertegenwoordigt", code))
    return partij


def _check_mail(partij: Partij, tabel: TomlTabel, bevindingen: Bevindingen) -> None:
    """Report what is no address, and a deputy of whom only half is known."""
    adressen = {"mail": partij.mail, "plaatsvervanger_mail": partij.plaatsvervanger_mail}
    for sleutel, adres in adressen.items():
        if adres and adres.count("@") != 1:
            bevindingen.fout(
                "I112",
                tabel.plek(sleutel),
                f"'{adres}' is geen mailadres.",
                "Schrijf een adres zoals afspraken@corporatie.example.",
            )
    half = bool(partij.plaatsvervanger) != bool(partij.plaatsvervanger_mail)
    if tabel.is_gaaf and half:
        er, mist = "plaatsvervanger", "plaatsvervanger_mail"
        if partij.plaatsvervanger_mail:
            er, mist = mist, er
        bevindingen.fout(
            "I111",
            tabel.plek(er),
            f"Bij '{partij.code}' ontbreekt de sleutel '{mist}'.",
            "Noem de functie van de plaatsvervanger en het mailadres, of haal allebei weg.",
        )


def _check_opvolging(
    partij: Partij, tabel: TomlTabel, register: Register, bevindingen: Bevindingen
) -> None:
    """Keep the reference to a successor; it needs a day, and a day needs a successor."""
    if partij.opvolger:
        register.refer(Naamsoort.PARTIJ, partij.opvolger, tabel.plek("opvolger"))
    if tabel.is_gaaf and bool(partij.opvolger) != (partij.opgevolgd_op is not None):
        mist = "opgevolgd_op" if partij.opvolger else "opvolger"
        bevindingen.fout(
            "I111",
            tabel.plek("opvolger" if partij.opvolger else "opgevolgd_op"),
            f"Bij '{partij.code}' ontbreekt de sleutel '{mist}'.",
            "Noem de opvolger en de eerste dag van de opvolging, of haal allebei weg.",
        )


def list_soort(partijen: Sequence[Partij], soort: PartijSoort) -> list[str]:
    """Return the codes of all partijen of one kind."""
    return [partij.code for partij in partijen if partij.soort is soort]
