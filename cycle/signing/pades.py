"""PadesZegel: the port `Zegel` with pyHanko, and the steps down when a level is out of reach.

A time stamp service that is away costs a level, never a signature; who signs reads why.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

import pendulum

from cycle.domain.errors import InvoerError
from cycle.domain.handtekenveld import Handtekenveld
from cycle.services.ondertekenport import P12, Bevroren, Getekend, Tekenopdracht
from cycle.settings import Tekenniveau

if TYPE_CHECKING:
    from pyhanko.sign.signers.pdf_cms import Signer
    from pyhanko.sign.timestamps import TimeStamper

    from cycle.signing.houdbaar import Vertrouwen

_TRAP: Final = tuple(Tekenniveau)
_ZONDER_DIENST: Final = (
    "Er is geen tijdstempeldienst ingesteld (JAARSCHIJF_TIJDSTEMPEL). De handtekening is "
    "gezet zonder tijdstempel (niveau B-B)."
)
_DIENST_ZWIJGT: Final = (
    "De tijdstempeldienst gaf geen tijdstempel ({fout}). De handtekening is gezet zonder "
    "tijdstempel (niveau B-B)."
)
_ZONDER_VERTROUWEN: Final = (
    "Er zijn geen uitgevers ingesteld die u vertrouwt (JAARSCHIJF_VERTROUWD). Het bewijs dat "
    "het certificaat geldig was, zit niet in de PDF (niveau B-T)."
)
_GEEN_BEWIJS: Final = (
    "Van het certificaat is niet vast te stellen dat het nu geldig is ({fout}). Dat bewijs zit "
    "niet in de PDF (niveau B-T)."
)
_GEEN_ARCHIEFSTEMPEL: Final = (
    "De tijdstempeldienst gaf geen tijdstempel over het geheel ({fout}). De handtekening is "
    "gezet op niveau B-LT."
)


class PadesZegel:
    """Signatures in the PDF itself, as PAdES (ETSI EN 319 142)."""

    def __init__(
        self,
        nu: Callable[[], pendulum.DateTime],
        *,
        tijdstempelaar: "Callable[[], TimeStamper] | None" = None,
        vertrouwen: "Callable[[], Vertrouwen] | None" = None,
        zegel: Callable[[], P12] | None = None,
    ) -> None:
        """Keep the clock, and how to get a service, whom to trust and a seal when needed."""
        self._nu = nu
        self._tijdstempelaar = tijdstempelaar
        self._vertrouwen = vertrouwen
        self._zegel = zegel

    def prepare(self, pdf: bytes, velden: Sequence[Handtekenveld]) -> Bevroren:
        """Return the final PDF with an empty field per functionaris; see the port."""
        from cycle.signing.velden import prepare

        return prepare(pdf, velden)

    def sign(self, pdf: bytes, opdracht: Tekenopdracht) -> Getekend:
        """Return the PDF with one signature more, as strong as can be; see the port."""
        from cycle.signing.sleutels import check_persoon, describe, open_sleutel

        nu = self._nu()
        with open_sleutel(opdracht.sleutel, nu) as signer:
            check_persoon(signer.signing_cert, opdracht)
            gezet = _Klim(self._tijdstempelaar, self._vertrouwen, signer)
            gezet.climb(pdf, opdracht, nu)
            certificaat = describe(signer.signing_cert)
        return Getekend(gezet.pdf, gezet.niveau, certificaat, nu, tuple(gezet.waarschuwingen))

    def seal(self, pdf: bytes) -> bytes:
        """Return the PDF with the seal of the organisation; see the port."""
        from cycle.signing.sleutels import open_sleutel
        from cycle.signing.zegel import set_zegel

        with open_sleutel(self._own_sleutel(), self._nu()) as signer:
            return set_zegel(pdf, signer)

    def sign_detached(self, inhoud: bytes) -> bytes:
        """Return a signature of the organisation beside these bytes; see the port."""
        from cycle.signing.sleutels import open_sleutel
        from cycle.signing.zegel import sign_los

        with open_sleutel(self._own_sleutel(), self._nu()) as signer:
            return sign_los(inhoud, signer)

    def stamp_digest(self, sha256: str) -> bytes | None:
        """Return a time stamp token over a digest, None without a service; see the port."""
        from pyhanko.sign.timestamps.common_utils import TimestampRequestError

        from cycle.signing.zegel import stamp_los

        if self._tijdstempelaar is None:
            return None
        try:
            return stamp_los(sha256, self._tijdstempelaar())
        except TimestampRequestError as fout:
            raise InvoerError(
                f"De tijdstempeldienst gaf geen tijdstempel ({fout.args[0]}).",
                advies="Probeer het later nog eens, of controleer JAARSCHIJF_TIJDSTEMPEL.",
            ) from fout

    def _own_sleutel(self) -> P12:
        """Return the key of the organisation."""
        if self._zegel is None:
            raise InvoerError(
                "Er is geen zegel van de organisatie ingesteld.",
                advies="Zet in JAARSCHIJF_ZEGEL het bestand .p12 met het certificaat.",
            )
        return self._zegel()


class _Klim:
    """One signature on its way up from B-B, and why it stopped where it did."""

    def __init__(
        self,
        tijdstempelaar: "Callable[[], TimeStamper] | None",
        vertrouwen: "Callable[[], Vertrouwen] | None",
        signer: "Signer",
    ) -> None:
        self._dienst = tijdstempelaar() if tijdstempelaar else None
        self._vertrouwen = vertrouwen
        self._signer = signer
        self.pdf = b""
        self.niveau = Tekenniveau.B
        self.waarschuwingen: list[str] = []

    def climb(self, pdf: bytes, opdracht: Tekenopdracht, nu: pendulum.DateTime) -> None:
        """Set the signature and add to it until the level that was asked for."""
        self._set(pdf, opdracht, nu)
        for van, stap in (
            (Tekenniveau.T, self._add_bewijs),
            (Tekenniveau.LT, self._add_archiefstempel),
        ):
            if self.niveau is van and _TRAP.index(opdracht.niveau) > _TRAP.index(van):
                stap()

    def _set(self, pdf: bytes, opdracht: Tekenopdracht, nu: pendulum.DateTime) -> None:
        """Set the signature, with a time stamp when one is asked for and to be had."""
        from pyhanko.sign.timestamps.common_utils import TimestampRequestError

        from cycle.signing.zetten import set_handtekening

        def zet(dienst: "TimeStamper | None") -> None:
            self.pdf = set_handtekening(pdf, opdracht, self._signer, nu, dienst)

        if opdracht.niveau is Tekenniveau.B or self._dienst is None:
            zet(None)
            if opdracht.niveau is not Tekenniveau.B:
                self.waarschuwingen.append(_ZONDER_DIENST)
            return
        try:
            zet(self._dienst)
            self.niveau = Tekenniveau.T
        except TimestampRequestError as fout:
            self.waarschuwingen.append(_DIENST_ZWIJGT.format(fout=fout.args[0]))
            zet(None)

    def _add_bewijs(self) -> None:
        """Add the proof that the certificates hold now."""
        from pyhanko_certvalidator.errors import PathError, ValidationError

        from cycle.signing.houdbaar import add_bewijs

        if self._vertrouwen is None:
            self.waarschuwingen.append(_ZONDER_VERTROUWEN)
            return
        try:
            self.pdf = add_bewijs(self.pdf, self._signer, self._service(), self._vertrouwen())
            self.niveau = Tekenniveau.LT
        except (PathError, ValidationError) as fout:
            self.waarschuwingen.append(_GEEN_BEWIJS.format(fout=fout))

    def _add_archiefstempel(self) -> None:
        """Put a time stamp over everything."""
        from pyhanko.sign.timestamps.common_utils import TimestampRequestError

        from cycle.signing.houdbaar import add_archiefstempel

        try:
            self.pdf = add_archiefstempel(self.pdf, self._service())
            self.niveau = Tekenniveau.LTA
        except TimestampRequestError as fout:
            self.waarschuwingen.append(_GEEN_ARCHIEFSTEMPEL.format(fout=fout.args[0]))

    def _service(self) -> Any:  # noqa: ANN401 - a TimeStamper; only reached with one
        return self._dienst
