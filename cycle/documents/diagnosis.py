"""Diagnosis: the slow second look at a render that failed, to say what is wrong and where.

The part is compiled once more with a line end in every tag, so that the line in Jinja's
traceback is one tag; the values are looked at one by one.
"""

import re
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from typing import Any, Final

from jinja2 import TemplateSyntaxError, UndefinedError, pass_context
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context

from cycle.documents import budget, location
from cycle.documents.environment import Sjabloonkamer, illegal_character, suggestion
from cycle.documents.source import Deel
from cycle.domain.errors import SjabloonOnbruikbaar

_NAME: Final = re.compile(r"'([^']+)'")
_DEPTH: Final = 8
_ITEMS: Final = 20
_UNREADABLE: Final = "de code is niet te lezen"
_SYNTAX: Final = (
    (r"Encountered unknown tag '(\w+)'.*", r"de code '\1' bestaat niet of staat hier te veel"),
    (r"Unexpected end of template.*block that needs to be closed is '(\w+)'.*",
     r"bij '\1' hoort ook 'end\1'"),
    (r"No filter named '(.+?)'\.?", r"het filter '\1' bestaat niet"),
    (r"No test named '(.+?)'\.?", r"de test '\1' bestaat niet"),
    (r"expected token '.*?', got '((?!end of)[^']+)'", r"de code is niet te lezen bij '\1'"),
    (r".*'end of (?:print )?statement.*", "de code is niet af"),
    (r"unexpected char '\"'.*|unexpected char \"'\".*", "een aanhalingsteken wordt niet gesloten"),
    (r"unexpected char '(.+?)'.*", r"het teken '\1' hoort niet in een code"),
    (r"unexpected '([^']+)'.*", r"de code is niet te lezen bij '\1'"),
    (r"(deze code mag niet in een sjabloon|dit getal is niet te lezen)", r"\1"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sjabloonkaart:
    """What is needed to name a place: the file, and its styles for headings."""

    naam: str
    styles: bytes

    def plek(self, deel: Deel, offset: int) -> str:
        """Return the place of an offset in a part."""
        headings = location.heading_styles(self.styles)
        words = [
            self.naam,
            location.part_name(deel.naam),
            location.place_of(deel.bron, offset, headings),
        ]
        return ", ".join(word for word in words if word)


def syntax_fault(
    deel: Deel, kaart: Sjabloonkaart, environment: Sjabloonkamer
) -> SjabloonOnbruikbaar | None:
    """Return the fault in the tags of a part, None when there is none."""
    genummerd = location.number_tags(deel.bron)
    try:
        environment.from_string(genummerd.tekst)
    except TemplateSyntaxError as error:
        offset = genummerd.offset(error.lineno)
        if "Unexpected end of template" in str(error.message):
            offset = _unclosed(deel.bron)
        return SjabloonOnbruikbaar(
            f"Een code in het sjabloon klopt niet: {dutch_syntax(str(error.message))}.",
            advies="Kijk of bij elke 'for' en 'if' een 'endfor' of 'endif' staat, in een eigen "
            "alinea of rij.",
            plek=kaart.plek(deel, offset),
        )
    return None


def dutch_syntax(message: str) -> str:
    """Return what Jinja says about a tag, in Dutch."""
    for pattern, replacement in _SYNTAX:
        if re.fullmatch(pattern, message, re.S):
            return re.sub(pattern, replacement, message, flags=re.S)
    return _UNREADABLE


def _unclosed(bron: str) -> int:
    """Return where the innermost block begins that is never closed."""
    opened: list[tuple[str, int]] = []
    for tag in re.finditer(r"\{%[-+]?\s*(end)?(for|if|macro|filter|call|raw|block)\b", bron):
        if tag[1] is None:
            opened.append((tag[2], tag.start()))
        elif opened:
            opened.pop()
    return opened[-1][1] if opened else 0


def render_fault(
    error: Exception,
    deel: Deel,
    scope: Mapping[str, Any],
    *,
    kaart: Sjabloonkaart,
    environment: Sjabloonkamer,
) -> SjabloonOnbruikbaar:
    """Return why filling a part failed with `error`, and at which tag."""
    genummerd = location.number_tags(deel.bron)
    paid = budget.Budget()
    scope = {**scope, budget.NAME: paid}
    template = _watching(environment).from_string(genummerd.tekst)
    try:
        for piece in template.root_render_func(template.new_context(dict(scope))):
            paid.print(len(piece))
    except SjabloonOnbruikbaar as found:
        if not found.plek:
            found.plek = kaart.plek(deel, genummerd.offset(_line(found)))
        return found
    except Exception as found:
        plek = kaart.plek(deel, genummerd.offset(_line(found)))
        return _refusal(found, scope, plek)
    return SjabloonOnbruikbaar(
        f"Met dit sjabloon ontstaat een kapot document ({error}).",
        advies="Zet elke code met p of tr achter de accolade alleen in een eigen alinea of rij.",
        plek=", ".join(filter(None, (kaart.naam, location.part_name(deel.naam) or deel.naam))),
    )


def _watching(environment: Sjabloonkamer) -> Sjabloonkamer:
    """Return the same room, which looks at every printed value."""
    ordinary: Any = environment.finalize

    @pass_context
    def watched(context: Context, value: object) -> object:
        if isinstance(value, str) and (sign := illegal_character(value)):
            raise SjabloonOnbruikbaar(
                f"Een tekst bevat een teken dat niet in Word kan (U+{ord(sign):04X}).",
                advies="Haal het teken uit de tekst: typ het woord opnieuw.",
            )
        return ordinary(context, value)

    room: Any = copy(environment)
    room.finalize = watched
    room.code_generator_class = CodeGenerator
    return room  # type: ignore[no-any-return] # a copy of the room


def _line(error: BaseException) -> int:
    """Return the line of the tag in which an error came up."""
    line, step = 0, error.__traceback__
    while step is not None:
        template = step.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            line = template.get_corresponding_lineno(step.tb_lineno)
        step = step.tb_next
    return line


def _refusal(error: Exception, scope: Mapping[str, Any], plek: str) -> SjabloonOnbruikbaar:
    """Return the refusal for an error of Jinja."""
    if isinstance(error, UndefinedError):
        melding = str(error)
        naam = _NAME.search(melding)
        if naam and "Bedoelt u" not in melding:
            melding += _anywhere(naam[1], scope)
        return SjabloonOnbruikbaar(
            melding,
            advies="Verbeter de naam in het sjabloon. Alle velden staan in velden.md.",
            plek=plek,
        )
    oorzaak = str(error) or type(error).__name__
    return SjabloonOnbruikbaar(
        f"Het sjabloon doet iets wat niet mag of niet kan ({oorzaak}).",
        advies="Gebruik alleen de velden uit velden.md.",
        plek=plek,
    )


def _anywhere(naam: str, scope: Mapping[str, Any]) -> str:
    """Return a suggestion: a field at the top, else one deeper with its whole name."""
    top = [k for k in scope if not k.startswith("_") and " " not in k]
    if woorden := suggestion(naam, top):
        return woorden
    deep = {path.rsplit(".", 1)[-1]: path for path in reversed(list(_paths(scope, "", _DEPTH)))}
    found = _NAME.search(suggestion(naam, deep))
    return f" Bedoelt u '{deep[found[1]]}'?" if found else ""


def _paths(value: object, prefix: str, depth: int) -> Iterator[str]:
    """Yield the dotted names of all fields in plain data; of a list, the first items count."""
    if depth and isinstance(value, Mapping):
        for key, item in value.items():
            if isinstance(key, str) and not key.startswith("_") and " " not in key:
                path = f"{prefix}{key}"
                yield path
                yield from _paths(item, f"{path}.", depth - 1)
    elif depth and isinstance(value, list | tuple):
        for item in value[:_ITEMS]:
            yield from _paths(item, prefix, depth - 1)
