"""What a template may do: read facts and write text; nothing else, and not without end."""

from __future__ import annotations

from collections.abc import Iterable, Sized
from itertools import islice
from typing import Any, Self

from jinja2 import Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment

from plangen.errors import Message
from plangen.model.fact import Fact

LARGEST_PIECE = 1_000_000  # characters or items that one expression may make
MOST_WRITTEN = 20_000_000  # characters that all expressions of a document may write
MOST_STEPS = 100_000  # turns of all loops in one document
HIGHEST_POWER = 64
# Filters that neither grow a text beyond bounds nor take it for markup.
FILTERS = frozenset(
    (
        *("abs", "attr", "count", "d", "default", "dictsort", "e", "escape", "first", "float"),
        *("groupby", "int", "items", "join", "last", "length", "list", "lower", "map", "max"),
        *("min", "reject", "rejectattr", "reverse", "round", "select", "selectattr", "sort"),
        *("string", "sum", "trim", "truncate", "unique", "upper"),
    )
)
# Methods that make long texts of short ones.
_GROWING = frozenset(
    (
        "format",
        "format_map",
        "center",
        "ljust",
        "rjust",
        "zfill",
        "expandtabs",
        "translate",
        "replace",
        "join",
    )
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


class JoiningByEnvironment(CodeGenerator):
    """Compiles ``~`` to a call of the environment, which can refuse what grows too long."""

    def visit_For(self, node: nodes.For, frame: Frame) -> None:
        """Let the environment count the turns."""
        node.iter = nodes.Call(
            nodes.EnvironmentAttribute("counted"), [node.iter], [], None, None, lineno=node.lineno
        )
        super().visit_For(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """Write the call."""
        self.write("environment.joined((")
        for operand in node.nodes:
            self.visit(operand, frame)
            self.write(", ")
        self.write("))")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with facts reduced to their fields, and with bounds on what it makes."""

    code_generator_class = JoiningByEnvironment
    intercepted_binops = frozenset(("*", "**", "+", "%"))

    def __init__(self, **options: Any) -> None:
        super().__init__(finalize=self._count, **options)
        self._steps = self._written = 0
        self.globals.pop("lipsum")
        for name in self.filters.keys() - FILTERS:
            self.filters.pop(name)
        self.filters["join"] = self._join

    def begin(self) -> None:
        """Start counting anew, for another document."""
        self._steps = self._written = 0

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

    def joined(self, pieces: tuple[Any, ...]) -> str:
        """What ``~`` makes of its operands, kept short."""
        if sum(map(_size_of_text, pieces)) > LARGEST_PIECE:
            raise _refusal(Message("文字太长"))
        return markup_join(pieces)

    def _join(self, items: Iterable[Any], mark: str = "") -> str:
        """The filter ``join``: its pieces in a row with a mark between, kept short."""
        pieces = [piece for item in items for piece in (mark, item)][1:]
        return self.joined(tuple(pieces))

    def counted(self, items: Any) -> Any:
        """What a loop goes through, its turns counted."""
        if not isinstance(items, Sized):
            items = list(islice(items, MOST_STEPS + 1))
        self._steps += len(items)
        if self._steps > MOST_STEPS:
            raise _refusal(Message("循环太多"))
        return items

    def _count(self, value: Any) -> Any:
        """What an expression writes, counted wherever it is written to."""
        self._written += _size_of_text(value)
        if self._written > MOST_WRITTEN:
            raise _refusal(Message("文字太长"))
        return value


def _refusal(message: Message) -> SecurityError:
    return SecurityError(Sentence(message))


def _is_own_property(fact: type[Fact], attr: str) -> bool:
    """Whether a fact's class, not the library it is made with, defines a property."""
    own = (vars(base) for base in fact.__mro__ if issubclass(base, Fact))
    return any(isinstance(names.get(attr), property) for names in own)


def _small(number: Any, limit: int) -> bool:
    return isinstance(number, int | float) and abs(number) <= limit


def _size_of_text(value: Any) -> int:
    return len(value) if isinstance(value, str) else 1


def _size(operand: Any) -> int:
    """How much a factor or summand makes of the other: its length, or its value as a count."""
    if isinstance(operand, int):
        return abs(operand) if abs(operand) <= LARGEST_PIECE else LARGEST_PIECE + 1
    return len(operand) if hasattr(operand, "__len__") else 1
