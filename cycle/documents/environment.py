"""Environment: the closed Jinja room in which templates are filled.

No attribute starting with an underscore, no method that changes anything, no unknown
field and no unescaped value gets through. Only the filters named here exist.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup, escape

from cycle.domain.errors import SjabloonOnbruikbaar

_CONTROL: Final = re.compile(r"[\x00-\x1f\ufffe\uffff\ud800-\udfff]")
_ILLEGAL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_VISIBLE: Final = "\ufffd"
_BREAK: Final = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB: Final = '</w:t><w:tab/><w:t xml:space="preserve">'


class OnbekendVeld(StrictUndefined):
    """A field that the context does not have: using it in any way is an error."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        """Return the Dutch sentence, with the nearest field of the same object."""
        naam = str(self._undefined_name)
        if self._undefined_obj is missing:
            return f"Het veld '{naam}' bestaat niet."
        bekend = list(self._undefined_obj) if isinstance(self._undefined_obj, dict) else []
        return f"Het veld '{naam}' bestaat niet.{suggestion(naam, bekend)}"


def suggestion(naam: str, bekend: list[str]) -> str:
    """Return " Bedoelt u '…'?" with the known name nearest to `naam`, or nothing."""
    from difflib import get_close_matches

    dichtbij = get_close_matches(naam, bekend, n=1)
    return f" Bedoelt u '{dichtbij[0]}'?" if dichtbij else ""


def clean_text(tekst: str) -> str:
    """Return text fit for XML: one kind of line end, illegal characters as a mark."""
    if not _CONTROL.search(tekst):
        return tekst
    return _ILLEGAL.sub(_VISIBLE, tekst.replace("\r\n", "\n").replace("\r", "\n"))


def word_text(tekst: str) -> Markup:
    """Return text as the inside of ``w:t``: escaped, line ends and tabs as Word has them."""
    veilig = str(escape(clean_text(tekst)))
    return Markup(veilig.replace("\n", _BREAK).replace("\t", _TAB))  # noqa: S704 - escaped above


def _finalize(value: object) -> object:
    """Return what an expression prints; None is a missing field, never the word "None"."""
    if value is None:
        raise SjabloonOnbruikbaar("Een veld in het sjabloon heeft geen waarde.")
    if isinstance(value, str) and not isinstance(value, Markup) and _CONTROL.search(value):
        return word_text(value)
    return value


def make_environment(filters: Mapping[str, Callable[..., Any]]) -> ImmutableSandboxedEnvironment:
    """Return the sandbox with only `filters` and ``length``."""
    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=OnbekendVeld, finalize=_finalize
    )
    environment.filters = {"length": len, **filters}
    environment.globals.clear()
    return environment
