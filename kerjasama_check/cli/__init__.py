"""The front door: parses arguments, calls one function, picks a reporter."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

STOPPED = 130  # Ctrl-C


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with the exit code of the contract."""
    gc.disable()  # starting up makes many objects that all stay: looking for garbage among them costs time
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))


def started() -> None:
    """What is there now stays to the end; from here on garbage is looked for again, if seldom."""
    gc.freeze()
    gc.set_threshold(100_000)
    gc.enable()


def run(arguments: list[str]) -> int:
    """The exit code of a command line. Every error becomes one sentence on standard error."""
    from kerjasama_check.cli.errors import UsageFault, internal, sentence_of, tell
    from kerjasama_check.cli.language import current, say, settle
    from kerjasama_check.cli.output import prepare_streams
    from kerjasama_check.settings.options import SettingError

    settle(arguments)
    prepare_streams()
    try:
        from kerjasama_check.cli.app import app

        code = app(args=arguments, prog_name="kerjasama-check", standalone_mode=False)
        sys.stdout.flush()
        if code == STOPPED:  # Typer has already turned the key press into this code
            raise KeyboardInterrupt
        return code if isinstance(code, int) else 0
    except KeyboardInterrupt:
        tell(say("Dihentikan.", "Stopped."))
        return STOPPED
    except UsageFault as fault:
        tell(str(fault))
        return 2
    except SettingError as error:
        tell(error.sentences[current()])
        return 2
    except Exception as error:
        kind = type(error).__name__
        if kind == "Abort":
            tell(say("Dihentikan.", "Stopped."))
            return STOPPED
        if kind == "NoArgsIsHelpError":
            tell(str(error))
        elif kind == "RuleFileError":
            problems = "\n".join(problem.describe(current()) for problem in error.problems)  # type: ignore[attr-defined]
            tell(f"{say('Berkas aturan tidak dapat dipakai:', 'The rule files cannot be used:')}\n{problems}")
        else:
            tell(sentence_of(error) if hasattr(error, "format_message") else internal(error))
        return 2
