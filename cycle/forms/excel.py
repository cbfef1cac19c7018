"""ExcelFormulieren: the port `Formulieren` filled with Excel workbooks."""

from collections.abc import Sequence
from typing import Any

from cycle.domain.formulier import Formulier
from cycle.domain.voorbeeld import Antwoorden, Standantwoorden
from cycle.services.ports import Afzender, GelezenFormulier


class ExcelFormulieren:
    """Writes, fills and reads the workbook of one partij; keeps no state."""

    def write(self, *formulieren: Formulier) -> bytes:
        """Return the forms of one partij as one xlsx; the same ones give the same bytes."""
        from cycle.forms.uit.formulier import write_formulier

        return write_formulier(*formulieren)

    def veldkaart(self, *formulieren: Formulier) -> dict[str, Any] | list[dict[str, Any]]:
        """Return where every field of the workbook stands; a list with several gemeenten."""
        from cycle.forms.uit.veldkaart import make_veldkaart

        return make_veldkaart(*formulieren)

    def fill(self, werkmap: bytes, antwoorden: Antwoorden | Standantwoorden) -> bytes:
        """Return the workbook with `antwoorden` typed into its yellow cells.

        Raises:
            InvoerError: the workbook is not our form, or an answer has no row or no room.
        """
        from cycle.forms.uit.invullen import fill_formulier

        return fill_formulier(werkmap, antwoorden)

    def read(
        self, inhoud: bytes, bestandsnaam: str, inzending: str, afzender: Afzender | None = None
    ) -> tuple[GelezenFormulier, ...]:
        """Return each form in a returned file, with a finding for every doubt.

        `bieding` is None when a finding is a fout or a blokkade. Never raises on bad bytes.
        """
        from cycle.forms.lezen.formulieren import read_formulieren

        return read_formulieren(inhoud, bestandsnaam, inzending, afzender)

    def annotate(self, inhoud: bytes, gelezen: Sequence[GelezenFormulier]) -> bytes | None:
        """Return a copy of a returned file with every finding on its cell.

        None when the file cannot be opened, or cannot be copied without losing a part.
        """
        from cycle.forms.terug.annoteer import annotate, is_markeerbaar

        return annotate(inhoud, gelezen) if is_markeerbaar(inhoud, gelezen) else None

    def renew(self, blanco: bytes, gelezen: Sequence[GelezenFormulier]) -> bytes:
        """Return a blank workbook with every answer that was read of an earlier file in it."""
        from cycle.forms.terug.vernieuwen import renew

        return renew(blanco, gelezen)
