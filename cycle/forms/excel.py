"""ExcelFormulieren: the port `Formulieren` filled with Excel workbooks."""

from cycle.domain.formulier import Formulier
from cycle.domain.voorbeeld import Antwoorden
from cycle.services.ports import Afzender, GelezenFormulier


class ExcelFormulieren:
    """Writes, fills and reads the workbook of one partij; keeps no state."""

    def write(self, formulier: Formulier) -> bytes:
        """Return the form as xlsx; the same form gives the same bytes on any day."""
        from cycle.forms.formulier import write_formulier

        return write_formulier(formulier)

    def fill(self, werkmap: bytes, antwoorden: Antwoorden) -> bytes:
        """Return the workbook with `antwoorden` typed into its yellow cells.

        Raises:
            InvoerError: the workbook is not our form, or an answer has no row or no room.
        """
        from cycle.forms.invullen import fill_formulier

        return fill_formulier(werkmap, antwoorden)

    def read(
        self, inhoud: bytes, bestandsnaam: str, inzending: str, afzender: Afzender | None = None
    ) -> tuple[GelezenFormulier, ...]:
        """Return each form in a returned file, with a finding for every doubt.

        `bieding` is None when a finding is a fout or a blokkade. Never raises on bad bytes.
        """
        from cycle.forms.lezen import read_formulieren

        return read_formulieren(inhoud, bestandsnaam, inzending, afzender)
