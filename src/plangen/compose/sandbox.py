"""What a template may do: read facts and write text; nothing else, and not without end."""

from __future__ import annotations

from typing import Any, Self

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from plangen.errors import Message
from plangen.model.fact import Fact

LARGEST_PIECE = 1_000_000  # characters or items that one expression may make
MOST_STEPS = 1_000_000  # turns of all loops over range() in one document
HIGHEST_POWER = 64
# Methods and filters that make long texts of short ones.
_GROWING = frozenset(
    ("format", "format_map", "center", "ljust", "rjust", "zfill", "expandtabs", "translate")
)


class Sentence(str):
    """A message where Jinja passes on nothing but text: its Chinese sentence, and the message."""

    __slots__ = ("message",)

    message: Message

    def __new__(cls, message: Message) -> Self:
        """The text of ``message``, which it keeps."""
        made = super().__new__(cls, str(message))
        made.message = message
        return made


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with facts reduced to their fields, and with bounds on what it makes."""

    intercepted_binops = frozenset(("*", "**", "+", "%"))

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._steps = 0
        self.globals["range"] = self._range
        for name in ("center", "format"):
            self.filters.pop(name)

    def begin(self) -> None:
        """Start counting anew, for another document."""
        self._steps = 0

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Fields and properties of facts; of texts nothing that grows them; of classes nothing."""
        if isinstance(obj, Fact):
            return attr in type(obj).model_fields or _is_own_property(type(obj), attr)
        if isinstance(obj, type) or (isinstance(obj, str) and attr in _GROWING):
            return False
        return super().is_safe_attribute(obj, attr, value)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        """What a refused attribute gives: an error in the template author's words."""
        return self.undefined(
            Sentence(Message("模板里不能用“{attribute}”", attribute=attribute)),
            obj=obj,
            name=attribute,
            exc=SecurityError,
        )

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic whose result stays small."""
        if operator == "%" and isinstance(left, str):
            raise _refusal(Message("模板里不能用 % 拼接文字"))
        if operator == "**" and not (_small(left, LARGEST_PIECE) and _small(right, HIGHEST_POWER)):
            raise _refusal(Message("数太大"))
        if operator == "*" and _size(left) * _size(right) > LARGEST_PIECE:
            raise _refusal(Message("文字太长"))
        if operator == "+" and _size(left) + _size(right) > 2 * LARGEST_PIECE:
            raise _refusal(Message("文字太长"))
        return super().call_binop(context, operator, left, right)

    def _range(self, *bounds: int) -> range:
        steps = range(*bounds)
        self._steps += len(steps)
        if self._steps > MOST_STEPS:
            raise _refusal(Message("循环太多"))
        return steps


def _refusal(message: Message) -> SecurityError:
    return SecurityError(Sentence(message))


def _is_own_property(fact: type[Fact], attr: str) -> bool:
    """Whether a fact's class, not the library it is made with, defines a property."""
    own = (vars(base) for base in fact.__mro__ if issubclass(base, Fact))
    return any(isinstance(names.get(attr), property) for names in own)


def _small(number: Any, limit: int) -> bool:
    return isinstance(number, int | float) and abs(number) <= limit


def _size(operand: Any) -> int:
    """How much a factor or summand makes of the other: its length, or its value as a count."""
    if isinstance(operand, int):
        return abs(operand) if abs(operand) <= LARGEST_PIECE else LARGEST_PIECE + 1
    return len(operand) if hasattr(operand, "__len__") else 1
