"""Code: one tag of a template as its maker wrote it, taken apart, with its place."""

import re
from dataclasses import dataclass
from typing import Final

from cycle.documents.sjabloon.alineas import Alinea

_INHOUD: Final = re.compile(
    r"\{.(?P<voor>[-+]?)(?:(?P<letter>p|tr|tc) |(?P<run>r)\s)?(?P<inhoud>.*?)(?P<na>[-+]?).\}", re.S
)
# the same four as docxtpl: another quotation mark is no quotation mark to Jinja
_AANHALINGEN: Final = str.maketrans("“”‘’", "\"\"''")
_CELWOORDEN: Final = ("colspan", "cellbg")
_SAMEN: Final = ("vm", "hm")


@dataclass(frozen=True, slots=True, eq=False)
class Code:
    """One tag: `tekst` as written, `inhoud` without braces, letter and dashes."""

    alinea: Alinea
    begin: int
    tekst: str
    inhoud: str
    letter: str = ""
    streep_voor: bool = False
    streep_na: bool = False
    is_los: bool = False

    @property
    def einde(self) -> int:
        """Return where in the paragraph the code ends; a loose one takes no room."""
        return self.begin if self.is_los else self.begin + len(self.tekst)

    @property
    def is_opdracht(self) -> bool:
        """Return whether this steers (``{% … %}``) instead of printing."""
        return self.tekst.startswith("{%")

    @property
    def is_commentaar(self) -> bool:
        """Return whether this is a remark."""
        return self.tekst.startswith("{#")

    @property
    def woord(self) -> str:
        """Return the first word of what steers, such as ``for``; empty for other codes."""
        woorden = self.inhoud.split(maxsplit=1)
        return woorden[0] if self.is_opdracht and woorden else ""

    @property
    def regel(self) -> str:
        """Return the code on one line, in the form that Jinja reads."""
        if self.is_commentaar or (self.woord in _SAMEN and self.alinea.plaats.in_cel is not None):
            return ""
        inhoud = " ".join(self.inhoud.split())
        if self.woord in _CELWOORDEN and self.alinea.plaats.in_cel is not None:
            return f"{{{{ {inhoud.partition(' ')[2]} }}}}"
        return f"{{% {inhoud} %}}" if self.is_opdracht else f"{{{{ {inhoud} }}}}"


def read_code(alinea: Alinea, begin: int, tekst: str, *, is_los: bool = False) -> Code:
    """Return a tag taken apart."""
    delen = _INHOUD.fullmatch(tekst)
    if delen is None:
        return Code(alinea, begin, tekst, tekst[2:], is_los=is_los)
    return Code(
        alinea,
        begin,
        tekst,
        delen["inhoud"].translate(_AANHALINGEN).strip(),
        letter=delen["letter"] or delen["run"] or "",
        streep_voor=delen["voor"] == "-",
        streep_na=delen["na"] == "-",
        is_los=is_los,
    )
