"""Jinja templates of the XML text form; the one door to Jinja.

The environment is sandboxed and strict: a template cannot reach beyond what it is given, an
undefined name stops the run, and every value is escaped, so that a name with & or < stays text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, NoReturn

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplatesNotFound,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup

from plangen.compose.origins import (
    Composed,
    LineMarks,
    Origin,
    origin_of_error,
    traced,
    unmarked,
)
from plangen.compose.sandbox import Sandbox, Sentence
from plangen.document.reading import line_text
from plangen.errors import InputError, InvalidError, Message, Place, Problem

ENDING = ".xml.j2"
PACKAGED = "plangen"  # {% extends "plangen:plan/street.xml.j2" %}: the template that came along


class NamedUndefined(StrictUndefined):
    """An undefined name that says its name in the template author's words."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name = str(self._undefined_name)
        unknown = self._undefined_obj is missing
        return Sentence(
            Message("没有名为“{name}”的变量" if unknown else "没有“{name}”这一项", name=name)
        )


def environment(folders: tuple[Path, ...], filters: Mapping[str, Callable[..., Any]]) -> Sandbox:
    """An environment that finds templates in ``folders``, the first before the others.

    The last folder holds the templates that come with plangen; ``plangen:`` before a name asks for
    them, so that a workspace can extend a template under its own name.
    """
    loaders: list[BaseLoader] = [FileSystemLoader([str(folder) for folder in folders])]
    if folders:
        packaged = FileSystemLoader(str(folders[-1]))
        loaders.append(PrefixLoader({PACKAGED: packaged}, delimiter=":"))
    # White space of the layout has no meaning in the text form: kept, it keeps lines countable.
    made = Sandbox(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=NamedUndefined,
        auto_reload=False,
        optimized=False,  # no constants to fold: looking for them takes a tenth of compiling
        extensions=[LineMarks],
    )
    made.filters.update(filters)
    made.filters["prose"] = _prose
    return made


@pass_context
def _prose(context: Context, text: str) -> Markup:
    """A text from data that may refer to figures: ``{{ figure("…") }}``.

    All else in it is text: & and < are no markup.
    """
    source = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "{" not in source:  # refers to nothing
        return Markup(source)
    try:
        return Markup(_compiled(context.environment, source).render(context.get_all()))
    except (InputError, TemplateError) as error:
        problems = error.problems if isinstance(error, InputError) else ()
        reasons = [problem.message for problem in problems] or [_reason(error)]
        raise InputError.of(
            Problem(Message("数据中的文字“{text}……”：{reason}", text=text[:20], reason=reason))
            for reason in reasons
        ) from None


@lru_cache(maxsize=1024)
def _compiled(made: Environment, source: str) -> Template:
    """A text from data as a template: many documents say the same."""
    return made.from_string(source)


def _reason(error: Exception) -> Message:
    """What an error says: its message where it has one, else the words of Jinja or Python."""
    said = error.args[0] if error.args else None
    if isinstance(said, Sentence):
        return said.message
    if isinstance(error, InvalidError):
        return error.message
    return Message("{text}", text=str(error) or type(error).__name__)


def compose_text(
    made: Sandbox, name: str, variables: Mapping[str, Any], folders: tuple[Path, ...]
) -> Composed:
    """Render a template to XML text that remembers which template line each part came from.

    Raises InputError that names the template and its line.
    """
    with _faults(made, name, folders):
        made.begin()
        template = made.get_template(name + ENDING)
        return traced(template, template.new_context(dict(variables)))


def macro(made: Sandbox, name: str, called: str, folders: tuple[Path, ...]) -> Callable[..., str]:
    """A macro of a template as a function that gives its text in one line, without markup.

    Raises InputError where the template has none of that name; the function raises it too.
    """
    with _faults(made, name, folders):
        module = made.get_template(name + ENDING).module
    write = getattr(module, called, None)
    if write is None:
        message = Message("模板“{name}”里没有宏“{macro}”", name=name, macro=called)
        raise InputError(Problem(message))

    def written(*arguments: object) -> str:
        with _faults(made, name, folders):
            made.begin()
            return line_text(Markup(unmarked(write(*arguments)).text).unescape()).strip()

    return written


@contextmanager
def _faults(made: Sandbox, name: str, folders: tuple[Path, ...]) -> Iterator[None]:
    """Turns everything that goes wrong in a template into an InputError with its line."""
    try:
        yield
    except InputError as error:
        place = _place(origin_of_error(error), folders)
        raise InputError.of(Problem(p.message, place) for p in error.problems) from None
    except TemplateSyntaxError as error:
        message = Message("模板写法有误：{detail}", detail=error.message or "?")
        place = _place(Origin(error.filename or error.name or name, error.lineno), folders)
        raise InputError(Problem(message, place)) from None
    except (TemplateNotFound, TemplatesNotFound) as error:
        _not_found(error, made, folders)
    except RecursionError as error:
        raise InputError(_endless(error, name, folders)) from None
    except (
        TemplateError,
        TypeError,
        ValueError,
        ArithmeticError,
        LookupError,
        AttributeError,
        MemoryError,
    ) as error:
        place = _place(origin_of_error(error), folders)
        message = Message("模板出错：{detail}", detail=_reason(error))
        raise InputError(Problem(message, place)) from None


def _not_found(error: TemplateNotFound, made: Environment, folders: tuple[Path, ...]) -> NoReturn:
    names = made.list_templates(filter_func=lambda found: found.endswith(ENDING)) if folders else []
    known = tuple(found.removesuffix(ENDING) for found in names if ":" not in found)
    name = (error.name or "?").removesuffix(ENDING)
    message = Message(
        "没有模板“{name}”；现有：{known}", name=name, known=known or Message("（无）")
    )
    place = _place(origin_of_error(error), folders)
    raise InputError(Problem(message, place)) from None


def _endless(error: RecursionError, name: str, folders: tuple[Path, ...]) -> Problem:
    """What goes on without end: a template that extends itself, or a macro that calls itself."""
    trace, calls = error.__traceback__, 0
    while trace:
        calls += trace.tb_frame.f_code.co_name == "macro"
        trace = trace.tb_next
    if calls > 1:
        return Problem(Message("宏没有尽头地调用自己"), _place(origin_of_error(error), folders))
    hint = f'{{% extends "{PACKAGED}:{name}{ENDING}" %}}'
    return Problem(
        Message(
            "模板 {name} 引用了自己；要在同名模板里扩展自带的模板，请写 {hint}",
            name=name,
            hint=hint,
        )
    )


def _place(origin: Origin | None, folders: tuple[Path, ...]) -> Place:
    """A template's line as a place in a file a person can open.

    A packaged template that a workspace has one of the same name beside is told by its prefix.
    """
    if origin is None:
        return Place()
    path = Path(origin.template)
    for folder in folders:
        if path.is_relative_to(folder):
            name = path.relative_to(folder).as_posix()
            own = any((other / name).is_file() for other in folders[: folders.index(folder)])
            return Place(
                f"{PACKAGED}:templates/{name}" if own else f"templates/{name}", origin.line
            )
    return Place(origin.template, origin.line)


def composed_place(composed: Composed, line: int, folders: tuple[Path, ...]) -> Place:
    """The template line that a line of the composed text came from."""
    return _place(composed.origin(line), folders)
