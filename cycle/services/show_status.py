"""Stand van zaken: for every partij what it did and what it still owes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pendulum

from cycle.domain import notatie
from cycle.domain.accordering import GevraagdBesluit, Reikwijdte, list_besluiten
from cycle.domain.aftekenbord import Aftekenbord, Aftekening, fill_plekken
from cycle.domain.aftekening import Aftekenstaat
from cycle.domain.bericht import Berichtstaat, Postbericht
from cycle.domain.cyclus import Cyclus, Inzending
from cycle.domain.fase import Fase
from cycle.domain.kalender import Belang, Termijn
from cycle.domain.mandaat import Mandaat
from cycle.domain.partij import ORGAAN_NAAM, Partij
from cycle.domain.regelprofiel import select_regelprofiel
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.stand import (
    CyclusStand,
    OrgaanStand,
    PartijStand,
    PostStand,
    StapStand,
    TermijnStand,
)
from cycle.services.aandacht import list_aandacht
from cycle.services.aftekenen import load_aftekenbord
from cycle.services.follow_taken import Takenstand, follow_taken
from cycle.services.list_leveringen import remind_leveringen
from cycle.services.nieuwe_boden import list_nieuwe_boden, tell_nieuwe_boden
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit
from cycle.services.tekenstand import list_tekenplekken, list_tekenpunten


def show_status(toolkit: Toolkit, samenwerking: str, jaar: int) -> CyclusStand:
    """Return where everybody stands; also answers before the cyclus is started.

    Raises:
        NietGevonden: there is no such samenwerking.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    profiel = select_regelprofiel(toolkit.bibliotheek.regelprofielen(), jaar, inhoud.regelprofiel)
    termijnen = profiel.termijnen(inhoud.jaar(jaar), toolkit.bibliotheek.is_werkdag())
    vandaag = toolkit.klok.vandaag()
    volgende = _volgende(termijnen, vandaag)
    with toolkit.store.transaction() as tx:
        cyclus = tx.get(samenwerking, jaar)
        concepten = tx.concepten(cyclus) if cyclus else ()
        code = concepten[-1].code if concepten else ""
        bord = load_aftekenbord(tx, cyclus, inhoud) if cyclus and concepten else None
        partijen = _partijen(tx, cyclus, inhoud, bord)
        post = tx.post(cyclus) if cyclus else ()
        if cyclus and bord:
            partijen = _with_plekken(partijen, bord, tx.mandaten(cyclus), vandaag)
        if cyclus:
            partijen = _with_taken(partijen, follow_taken(toolkit, tx, cyclus, inhoud), inhoud)
        return CyclusStand(
            samenwerking=inhoud.code,
            naam=inhoud.naam,
            jaar=jaar,
            fase=cyclus.fase.value if cyclus else "niet_gestart",
            versie=concepten[-1].versie if concepten else "",
            code=code,
            voorbeeld=inhoud.voorbeeld,
            partijen=partijen,
            volgende_termijn=volgende.melding if volgende else "",
            volgende_datum=volgende.datum.isoformat() if volgende else "",
            berichten=len(post),
            met_reden=_met_reden(tx, cyclus),
            termijnen=tuple(map(_termijn, termijnen)),
            regels=profiel.naam,
            verzonden=sum(p.staat is Berichtstaat.VERZONDEN for p in post),
            post=tuple(_post(p) for p in post if p.vraagt_besluit),
            let_op=(
                *(_nieuwe_boden(toolkit, tx, cyclus, inhoud) if cyclus else ()),
                *_let_op(tx, cyclus, inhoud, bord, vandaag),
                *(remind_leveringen(toolkit, tx, cyclus, inhoud) if cyclus else ()),
            ),
        )


def _post(post: Postbericht) -> PostStand:
    """Return a mail that needs a person, without the address: others read this page too."""
    bericht = post.bericht
    return PostStand(bericht.sleutel, bericht.onderwerp, post.staat.value, post.antwoord)


def _met_reden(tx: CyclusStore, cyclus: Cyclus | None) -> tuple[StapStand, ...]:
    """Return the steps that were taken with a reason, oldest first."""
    if cyclus is None:
        return ()
    return tuple(
        StapStand(stap.fase.value, stap.op.isoformat(), stap.reden)
        for stap in tx.overgangen(cyclus)
        if stap.reden
    )


def _termijn(termijn: Termijn) -> TermijnStand:
    """Return one deadline as text."""
    return TermijnStand(
        code=termijn.code,
        datum=termijn.datum.isoformat(),
        volgens_regel=termijn.datum_wettelijk.isoformat(),
        soort=termijn.soort.value,
        basis=termijn.basis,
        melding=termijn.melding,
        termijnenwet=termijn.datum_atw.isoformat() if termijn.datum_atw else "",
    )


def _volgende(termijnen: tuple[Termijn, ...], vandaag: pendulum.Date) -> Termijn | None:
    """Return the first deadline that is not past; what is no rule does not count."""
    regels = (t for t in termijnen if t.belang is not Belang.INFORMATIEF)
    return next((t for t in regels if t.datum >= vandaag), None)


def _let_op(
    tx: CyclusStore,
    cyclus: Cyclus | None,
    inhoud: Samenwerking,
    bord: Aftekenbord | None,
    vandaag: pendulum.Date,
) -> Iterator[str]:
    """Yield what needs attention beside the stand of every partij."""
    if cyclus:
        yield from list_aandacht(tx, cyclus, inhoud, vandaag)
    if bord:
        yield from list_tekenpunten(bord, inhoud)


def _nieuwe_boden(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking
) -> Iterator[str]:
    """Yield that biedingen are not in the text, when there are any."""
    if partijen := list_nieuwe_boden(toolkit, tx, cyclus, inhoud):
        yield tell_nieuwe_boden(tx, cyclus, partijen)


def _partijen(
    tx: CyclusStore, cyclus: Cyclus | None, inhoud: Samenwerking, bord: Aftekenbord | None
) -> tuple[PartijStand, ...]:
    """Return one row per partij, in the order of the content."""
    if cyclus is None:
        return tuple(
            PartijStand(p.code, p.naam, p.soort.value, "niet_gestart", "", (), "")
            for p in inhoud.partijen
        )
    versies = {i.partij: i for i in tx.inzendingen(cyclus)}
    standen = []
    for partij in inhoud.partijen:
        inzending = versies.get(partij.code)
        rij = bord.rij(partij.code) if bord else _nog_geen_versie(partij)
        tekens = [p.handtekening.reikwijdte if p.handtekening else None for p in rij.plekken]
        standen.append(
            PartijStand(
                partij=partij.code,
                naam=partij.naam,
                soort=partij.soort.value,
                staat=_staat(cyclus, rij, heeft_bieding=inzending is not None, tekens=tekens),
                bieding=_bieding(inzending),
                besluiten=tuple(map(_orgaan, rij.besluiten)),
                ondertekening=_ondertekening(tekens, partij),
            )
        )
    return tuple(standen)


def _nog_geen_versie(partij: Partij) -> Aftekening:
    """Return where a partij stands before there is a text to decide on."""
    return Aftekening(
        partij=partij.code,
        staat=Aftekenstaat.NIET_UITGENODIGD,
        besluiten=list_besluiten([partij], (), ""),
        plekken=fill_plekken(partij, ()),
    )


def _with_plekken(
    standen: tuple[PartijStand, ...],
    bord: Aftekenbord,
    mandaten: Sequence[Mandaat],
    vandaag: pendulum.Date,
) -> tuple[PartijStand, ...]:
    """Return the rows with the state of signing off and every place to sign."""
    return tuple(
        replace(
            stand,
            aftekening=bord.rij(stand.partij).staat.value,
            tekenplekken=list_tekenplekken(bord.rij(stand.partij), mandaten, vandaag),
        )
        for stand in standen
    )


def _with_taken(
    standen: tuple[PartijStand, ...], taken: Takenstand, inhoud: Samenwerking
) -> tuple[PartijStand, ...]:
    """Return the rows with what is late, and with the next mail."""
    gevolgd = []
    for stand in standen:
        partij = inhoud.partij(stand.partij)
        dag, soort = taken.volgende_mail(partij)
        laat = taken.te_laat(partij)
        gevolgd.append(replace(stand, te_laat=laat, volgende_mail=dag, volgende_mail_soort=soort))
    return tuple(gevolgd)


def _staat(
    cyclus: Cyclus, rij: Aftekening, *, heeft_bieding: bool, tekens: list[Reikwijdte | None]
) -> str:
    """Return the state of one partij in one word, judged by the present fase."""
    if not rij.doet_mee:
        return "doet_niet_mee"
    if cyclus.fase in (Fase.VOORBEREIDING, Fase.KICKOFF):
        return "niet_gestart"
    if cyclus.fase in (Fase.BIEDINGEN, Fase.CONCEPT, Fase.OVERLEG):
        return "bieding_binnen" if heeft_bieding else "wacht_op_bieding"
    if cyclus.fase in (Fase.ACCORDERING, Fase.VASTGESTELD):
        return "wacht_op_besluit" if rij.open_besluiten else "besloten"
    if Reikwijdte.NIET in tekens:
        return "tekent_niet"
    return "wacht_op_handtekening" if None in tekens else "getekend"


def _bieding(inzending: Inzending | None) -> str:
    """Return the submission that counts in words, empty when there is none."""
    if inzending is None:
        return ""
    return f"versie {inzending.versie}, {notatie.datum(inzending.ontvangen_op)}"


def _orgaan(rij: GevraagdBesluit) -> OrgaanStand:
    """Return one orgaan as text."""
    return OrgaanStand(
        orgaan=rij.orgaan.value,
        naam=ORGAAN_NAAM[rij.orgaan],
        staat=rij.staat.value,
        op=rij.besluit.op.isoformat() if rij.besluit else "",
        reden=rij.besluit.reden if rij.besluit else "",
        uitgezonderd=rij.besluit.uitgezonderd if rij.besluit else (),
    )


def _ondertekening(tekens: list[Reikwijdte | None], partij: Partij) -> str:
    """Return the signatures of one partij in words."""
    telling = Counter(tekens)
    if telling[Reikwijdte.NIET]:
        return "tekent niet"
    aantal = len(partij.ondertekenaars) - telling[None]
    return f"{notatie.getal(aantal)} van {notatie.getal(len(partij.ondertekenaars))} getekend"
