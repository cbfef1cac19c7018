"""Audit verankeren: writes the head of the chain down outside the database, at milestones.

Who can change the database cannot change what others keep: a file beside the documents, with
a time stamp of a third party when there is a service for it, the manifest of the adopted text,
and the mails to partijen.
"""

from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import JaarschijfError
from cycle.domain.keten import ANKER, Gebeurtenis, Ketenhoofd, write_json
from cycle.services.ports import Toolkit

_MAP = "audit"


def anchor_audit(toolkit: Toolkit, samenwerking: str, jaar: int) -> Ketenhoofd | None:
    """Return the head that was written down, None when nothing asked for it since the last.

    A text that was adopted, a signature or a step around it, an addendum and the delivery ask
    for it. A time stamp service that does not answer costs the stamp and never the anchor; the
    event says why there is none.
    """
    with toolkit.store.transaction() as tx:
        cyclus = tx.get(samenwerking, jaar)
        if cyclus is None or not tx.needs_anker(cyclus):
            return None
        hoofd = tx.audithoofd(cyclus)
    if hoofd is None:
        return None
    velden = {"hoofd": str(hoofd)} | _write(toolkit, cyclus, hoofd)
    with toolkit.store.transaction() as tx:
        tx.add_gebeurtenis(cyclus, Gebeurtenis(ANKER, velden))
    return hoofd


def _write(toolkit: Toolkit, cyclus: Cyclus, hoofd: Ketenhoofd) -> dict[str, str]:
    """Write the anchor and its time stamp as files; return what the event says of the stamp."""
    naam = f"{_MAP}/anker-{hoofd.volgnummer}"
    token, waarom = _stamp(toolkit, hoofd)
    anker = {
        "samenwerking": cyclus.samenwerking,
        "jaar": cyclus.jaar,
        "audit_hoofd": str(hoofd),
        "tijdstempel": f"anker-{hoofd.volgnummer}.tsr" if token else "",
    }
    inhoud = write_json(anker).encode() + b"\n"
    toolkit.uitgifte.write(cyclus.samenwerking, cyclus.jaar, f"{naam}.json", inhoud)
    if not token:
        return {"tijdstempel": "", "waarom": waarom}
    toolkit.uitgifte.write(cyclus.samenwerking, cyclus.jaar, f"{naam}.tsr", token)
    return {"tijdstempel": toolkit.bestanden.put(token), "waarom": ""}


def _stamp(toolkit: Toolkit, hoofd: Ketenhoofd) -> tuple[bytes, str]:
    """Return a time stamp over the hash of the head, or none and why."""
    try:
        token = toolkit.zegel.stamp_digest(hoofd.hash)
    except JaarschijfError as fout:
        return b"", fout.melding
    return token or b"", "" if token else "Er is geen tijdstempeldienst ingesteld."
