"""The user's own report from a Jinja2 template: text of any kind, or a Word file.

A template runs in a sandbox: it sees plain data, nothing of the program, and no file but templates beside it. What it
prints is escaped for the kind of file it makes; in Markdown that means the signs of Markdown.
"""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from kerjasama_check.reporting.context import run_object, template_document
from kerjasama_check.reporting.formats import RunFacts
from kerjasama_check.reporting.markdown import escape
from kerjasama_check.reporting.totals import Totals
from kerjasama_check.reporting.understood import Outcome
from kerjasama_check.settings.options import SettingError

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

WORD = ".docx"
_MARKDOWN = frozenset((".md", ".markdown"))
_PLAIN = frozenset((".txt", ".text"))
_ENDINGS = frozenset((".j2", ".jinja", ".jinja2"))


class TemplateReporter:
    """Renders the template once, with all documents of the run. stream: of bytes for a Word template."""

    ordered = True

    def __init__(self, stream: IO[Any], run: RunFacts) -> None:
        if run.template is None:
            raise ValueError("the format template needs a template")
        self.stream = stream
        self.run = run
        self.path = run.template
        self._documents: list[dict[str, Any]] = []

    def begin(self) -> None:
        """Faults of the template are found before any document is checked."""
        self._word = self.path.suffix.lower() == WORD
        try:
            self._environment = environment(self.path)
            self._made = self._load_word() if self._word else self._load_text()
        except Exception as error:
            raise self._fault(error) from error

    def document(self, outcome: Outcome) -> None:
        self._documents.append(template_document(outcome, self.run))

    def end(self, totals: Totals) -> None:
        context = run_object(self.run, self._documents, totals)
        try:
            if self._word:
                self._made.render(context, self._environment, autoescape=True)
                self._made.save(self.stream)
            else:
                self.stream.write(self._made.render(context))
        except BrokenPipeError:
            raise
        except Exception as error:
            raise self._fault(error) from error

    def _load_text(self) -> Any:
        return self._environment.get_template(self.path.name)

    def _load_word(self) -> Any:
        from docxtpl import DocxTemplate

        template = DocxTemplate(str(self.path))
        template.get_undeclared_template_variables(self._environment)  # parses it
        return template

    def _fault(self, error: Exception) -> SettingError:
        """The fault of a template in a sentence, with its line where there is one."""
        if isinstance(error, ModuleNotFoundError):
            return SettingError(
                f"Bentuk template memerlukan pustaka {error.name}; pasang dengan python -m pip install jinja2 docxtpl.",
                f"The format template needs the library {error.name}; install it with "
                "python -m pip install jinja2 docxtpl.",
            )
        line = getattr(error, "lineno", None) or _line_in(error, self.path)
        place = f" baris {line}" if line else "", f" line {line}" if line else ""
        reason = " ".join(str(error).split()) or type(error).__name__
        return SettingError(
            f"Templat {self.path}{place[0]} tidak dapat dipakai: {reason}.",
            f"The template {self.path}{place[1]} cannot be used: {reason}.",
        )


def _line_in(error: Exception, path: Path) -> int | None:
    """The line of the template where it was when an error came; Jinja2 rewrites the traceback for that."""
    at, line = error.__traceback__, None
    while at is not None:
        if at.tb_frame.f_code.co_filename == str(path):
            line = at.tb_lineno
        at = at.tb_next
    return line


def environment(path: Path) -> SandboxedEnvironment:
    """The sandbox for a template of this name. An unknown name is an error, never an empty place."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment
    from markupsafe import Markup

    kind = _kind(path)

    def in_markdown(value: Any) -> Any:
        return value if hasattr(value, "__html__") else Markup(escape(str(value)))

    def as_it_is(value: Any) -> Any:
        return value if hasattr(value, "__html__") else Markup(str(value))

    finalize = in_markdown if kind in _MARKDOWN else as_it_is if kind in _PLAIN else None
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(path.parent, encoding="utf-8-sig"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _kind(path: Path) -> str:
    """The ending that tells what is made: of "lembar.md.j2" it is ".md"."""
    endings = [ending.lower() for ending in path.suffixes]
    while endings and endings[-1] in _ENDINGS:
        endings.pop()
    return endings[-1] if endings else ""
