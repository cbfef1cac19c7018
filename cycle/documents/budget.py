"""Budget: how much work and text one render may cost, so that no template runs for ever.

Every loop pays for its rounds before it starts, every call and filter pays for itself.
The amounts are far above what a real document asks: a table of 3,000 rows costs a fifth.
"""

from collections.abc import Callable, Iterable, Mapping, Sized
from itertools import islice
from types import GeneratorType
from typing import Any, Final

from jinja2 import pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context

NAME: Final = "jaarschijf budget"
"""Where the context keeps it; a template cannot write a name with a space."""
WORK: Final = 5_000_000
"""Units of work per document; a unit is about one step of a template."""
TEXT: Final = 64_000_000
"""Characters per document."""
LENGTH: Final = 200_000
"""Characters or items that one computed value may have."""
_CALL: Final = 100
_FILTER: Final = 10
_BITS: Final = 4096
_POWER: Final = 64
_CHARACTERS_PER_UNIT: Final = 16
_WIDTH: Final = 10_000


class Budget:
    """What is left for one document; each amount only goes down.

    `holds_markup` tells whether ready XML came in from outside the template.
    """

    __slots__ = ("holds_markup", "text", "work")

    def __init__(self) -> None:
        """Begin with the full amounts."""
        self.work = WORK
        self.text = TEXT
        self.holds_markup = False

    def spend(self, work: int) -> None:
        """Take off an amount of work.

        Raises:
            SecurityError: there is not enough left.
        """
        self.work -= work
        if self.work < 0:
            raise SecurityError("het sjabloon doet te veel werk")

    def print(self, characters: int) -> None:
        """Take off a number of characters.

        Raises:
            SecurityError: there is not enough left.
        """
        self.text -= characters
        if self.text < 0:
            raise SecurityError("het document wordt te lang")


def of(context: Context) -> Budget:
    """Return the budget of the render that `context` belongs to."""
    budget: Budget = context.parent[NAME]
    return budget


@pass_context
def paid_loop(context: Context, items: Any, weight: int) -> Any:  # noqa: ANN401 - any value
    """Return `items` once all rounds are paid for; `weight` is the work of one round."""
    if type(items) is not list and not isinstance(items, Sized):
        items = list(islice(iter(items), WORK))
    of(context).spend((len(items) + 1) * weight)
    return items


@pass_context
def paid_text(context: Context, value: Any) -> Any:  # noqa: ANN401 - any value
    """Return `value` once its length is paid for."""
    if isinstance(value, str):
        of(context).print(len(value))
    return value


def pay_call(context: Context) -> None:
    """Take off what one call of a macro costs."""
    of(context).spend(_CALL)


def paid_filter(function: Callable[..., Any], naam: str) -> Callable[..., Any]:
    """Return a filter of Jinja that pays for its work and refuses values that grow too big."""
    wants = getattr(getattr(function, "jinja_pass_arg", None), "name", "")
    grows = _GROWS.get(naam)

    @pass_context
    def paid(context: Context, value: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        budget = of(context)
        budget.spend(_FILTER + _size(value))
        if grows is not None:
            checked_length(grows(value, *args, **kwargs))
        first = {"context": context, "environment": context.environment}.get(
            wants, context.eval_ctx
        )
        result = function(*((first,) if wants else ()), value, *args, **kwargs)
        if isinstance(result, GeneratorType):
            result = list(islice(result, LENGTH))
        checked_length(_size(result))
        return result

    return paid


def checked_length(length: int) -> int:
    """Return `length` when a computed value may be that long.

    Raises:
        SecurityError: it may not.
    """
    if length > LENGTH:
        raise SecurityError("een waarde in het sjabloon wordt te lang")
    return length


def _size(value: object) -> int:
    """Return how many characters or items a value has."""
    return len(value) if isinstance(value, str | list | tuple | Mapping) else 0


def _joined(value: Iterable[object], d: object = "", *_: object, **__: object) -> int:
    """Return an upper bound for the length of joined texts."""
    if isinstance(value, GeneratorType):
        return 0
    return sum(_size(item) + len(str(d)) for item in value)


def _replaced(value: object, old: str = "", new: str = "", *_: object, **__: object) -> int:
    """Return an upper bound for the length after replacing."""
    text = str(value)
    return len(text) + text.count(str(old)) * len(str(new))


def _widened(value: object, width: object = 0, *_: object, **options: object) -> int:
    """Return more than is allowed when a width makes no sense on paper."""
    widths = [width, *options.values()]
    if any(isinstance(w, int) and abs(w) > _WIDTH for w in widths):
        return LENGTH + 1
    return _size(value) + (len(width) if isinstance(width, str) else 0)


def _indented(value: object, width: object = 4, *_: object, **options: object) -> int:
    """Return an upper bound for the length after indenting each line."""
    width = options.get("width", width)
    step = len(width) if isinstance(width, str) else int(str(width))
    return len(str(value)) + (str(value).count("\n") + 1) * abs(step)


def _rounded(_: object, precision: int = 0, *__: object, **___: object) -> int:
    """Return more than is allowed for a silly number of decimals."""
    return LENGTH + 1 if abs(precision) > _POWER else 0


_GROWS: Final[Mapping[str, Callable[..., int]]] = {
    "batch": _widened,
    "center": _widened,
    "indent": _indented,
    "join": _joined,
    "replace": _replaced,
    "round": _rounded,
    "slice": _widened,
    "wordwrap": lambda value, width=79, *_, **__: 2 * len(str(value)) + abs(int(width)),
}


def pay_operation(context: Context, operator: str, left: object, right: object) -> None:
    """Check that ``left operator right`` stays small, and take off what it costs.

    Raises:
        SecurityError: a text is formatted with %, or the outcome is too big.
    """
    length = 0
    if operator == "%":
        if isinstance(left, str):
            raise SecurityError("een tekst met % opmaken mag niet")
    elif isinstance(left, int) and isinstance(right, int):
        _check_number(operator, left, right)
    elif operator == "+":
        length = _size(left) + _size(right)
    elif operator == "*":
        times = left if isinstance(left, int) else right
        length = (_size(left) + _size(right)) * (times if isinstance(times, int) else 0)
    of(context).spend(1 + checked_length(length) // _CHARACTERS_PER_UNIT)


def _check_number(operator: str, left: int, right: int) -> None:
    """Refuse whole numbers of more than about 1,200 digits."""
    power = operator == "**"
    grows = {"*": left.bit_length() + right.bit_length(), "**": left.bit_length() * abs(right)}
    if grows.get(operator, 0) > _BITS or (power and abs(right) > _POWER):
        raise SecurityError("een getal in het sjabloon wordt te groot")
