"""Herinnering schrijven: one mail with everything that one person hears on one day."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from cycle.domain import notatie
from cycle.domain.bericht import Bericht, Berichtsoort
from cycle.domain.ladder import Trede
from cycle.domain.partij import Partij, PartijSoort
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.taak import Taak, normalize_adres
from cycle.domain.taakwoorden import describe_eigen, describe_van
from cycle.domain.weekoverzicht import Persoonspost
from cycle.services.ports import Toolkit

Velden = dict[str, object]


def compose_herinnering(
    toolkit: Toolkit, post: Persoonspost, inhouden: Mapping[str, Samenwerking]
) -> Bericht:
    """Return the mail; `inhouden` holds the samenwerkingen that it is about.

    The key names the day, the address and what the mail settles, so the same mail always
    has the same key, and another one on that day has another.
    """
    velden = _velden(post, inhouden)
    tekst = toolkit.berichtteksten.write(post.soort, velden)
    som = sha256("\n".join(sorted(post.sleutels)).encode()).hexdigest()[:8]
    return Bericht(
        f"{post.soort}/{post.dag}/{normalize_adres(post.adres)}/{som}",
        post.adres.strip(),
        tekst.onderwerp,
        tekst.tekst,
        post.dag,
        html=tekst.html,
        antwoord_aan=str(velden["coordinator_mail"]),
        soort=Berichtsoort.HERINNERING,
    )


def _velden(post: Persoonspost, inhouden: Mapping[str, Samenwerking]) -> Velden:
    """Return the fields of the template; who answers is the coordinator of the first task."""
    samenwerkingen = [inhouden[code] for code in dict.fromkeys(t.samenwerking for t in post.taken)]
    eerste = post.taken[0]
    partij = inhouden[eerste.samenwerking].partij(eerste.verplichting.partij)
    coordinator = _coordinator(samenwerkingen[0])
    functie, naam = partij.contact, partij.naam
    if not post.eigen:
        functie = partij.plaatsvervanger if post.vervangt else coordinator.contact
        naam = partij.naam if post.vervangt else coordinator.naam
    eigen = post.eigen or post.vervangt
    return {
        "onderwerp": _onderwerp(post, inhouden),
        "functie": functie,
        "partij": naam,
        "alles_te_laat": all(taak.verplichting.is_te_laat(post.dag) for taak in post.eigen),
        "eigen": _groepen(post.eigen, post, inhouden),
        "vervangt": _groepen(post.vervangt, post, inhouden),
        "coordineert": _groepen(post.coordineert, post, inhouden),
        "coordinator": coordinator.contact,
        "coordinator_mail": coordinator.mail,
        "organisatie": coordinator.naam,
        "namens": notatie.opsomming([s.naam for s in samenwerkingen]),
        "partijen": notatie.opsomming(
            list(dict.fromkeys(_partij(taak, inhouden).naam for taak in eigen))
        ),
        "voorbeeld": next((s.voorbeeld for s in samenwerkingen if s.voorbeeld), ""),
    }


def _onderwerp(post: Persoonspost, inhouden: Mapping[str, Samenwerking]) -> str:
    """Return the subject: what is asked when that is one thing, else how much, and where."""
    alle = post.eigen or post.vervangt or post.coordineert
    waar = notatie.opsomming(list(dict.fromkeys(inhouden[t.samenwerking].naam for t in alle)))
    laat = [taak for taak in alle if taak.verplichting.is_te_laat(post.dag)]
    tel = f"{len(alle)} {'taak' if len(alle) == 1 else 'taken'}"
    if post.is_weekoverzicht:
        kop = "Uw weekoverzicht" if post.eigen else "Stand van zaken"
        eerste = notatie.datum_zonder_jaar(alle[0].verplichting.uiterlijk)
        rest = f"{len(laat)} te laat" if laat else f"uiterlijk {eerste}"
        return f"{kop}: {tel}, {rest} ({waar})"
    laatste = any(sleutel.endswith(f"/{Trede.LAATSTE}") for sleutel in post.sleutels)
    kop = "Bijna de laatste dag" if laatste else "Herinnering"
    kop = "Nog niet ontvangen" if len(laat) == len(alle) else kop
    if len(alle) > 1:
        return f"{kop}: {tel} ({waar})"
    (taak,) = alle
    wat = describe_eigen(taak.verplichting, taak.jaar)
    if not post.eigen:
        naam = _partij(taak, inhouden).naam
        wat = describe_van(taak.verplichting, taak.jaar, naam)
    return f"{kop}: {wat} ({waar})"


def _groepen(
    taken: Iterable[Taak], post: Persoonspost, inhouden: Mapping[str, Samenwerking]
) -> list[Velden]:
    """Return the tasks per jaarschijf, in the order of their first task."""
    groepen: dict[tuple[str, int], list[Taak]] = {}
    for taak in taken:
        groepen.setdefault((taak.samenwerking, taak.jaar), []).append(taak)
    return [
        {
            "kop": f"{inhouden[code].naam}, jaarschijf {jaar}",
            "samenwerking": code,
            "jaar": str(jaar),
            "coordinator": _coordinator(inhouden[code]).contact,
            "coordinator_mail": _coordinator(inhouden[code]).mail,
            "taken": [_taak(taak, _partij(taak, inhouden), post) for taak in groep],
        }
        for (code, jaar), groep in groepen.items()
    ]


def _taak(taak: Taak, partij: Partij, post: Persoonspost) -> Velden:
    """Return one task in words."""
    verplichting = taak.verplichting
    sinds = notatie.datum_met_dag(verplichting.te_laat_sinds)
    return {
        "soort": verplichting.soort.value,
        "wat": _hoofdletter(describe_eigen(verplichting, taak.jaar)),
        "wat_van": _hoofdletter(describe_van(verplichting, taak.jaar, partij.naam)),
        "uiterlijk": notatie.datum_met_dag(verplichting.uiterlijk),
        "te_laat_sinds": sinds if verplichting.is_te_laat(post.dag) else "",
        "kenmerk": verplichting.kenmerk,
        "ondertekenaars": notatie.opsomming(list(partij.ondertekenaars)),
        "partij": partij.code,
        "contact": partij.contact,
        "contact_mail": partij.mail,
    }


def _partij(taak: Taak, inhouden: Mapping[str, Samenwerking]) -> Partij:
    return inhouden[taak.samenwerking].partij(taak.verplichting.partij)


def _coordinator(inhoud: Samenwerking) -> Partij:
    return next(inhoud.van_soort(PartijSoort.GEMEENTE))


def _hoofdletter(zin: str) -> str:
    return zin[:1].upper() + zin[1:]
