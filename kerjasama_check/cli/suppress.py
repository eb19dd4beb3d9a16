"""`kerjasama-check suppress`: set a finding aside with a reason, and see how what was set aside stands."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kerjasama_check.cli.errors import UsageFault
from kerjasama_check.cli.help import Command, Group
from kerjasama_check.cli.language import adopt, current, say
from kerjasama_check.cli.options import Lang, Output, format_option
from kerjasama_check.cli.settings_options import Config

if TYPE_CHECKING:
    from kerjasama_check.archive.session import Session
    from kerjasama_check.checking.findings import Finding

_FINGERPRINT = re.compile(r"[0-9a-f]{6,16}\Z")


class _SuppressGroup(Group):
    """`suppress FINGERPRINT` is short for `suppress add FINGERPRINT`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("-h", "--help"):
            args = ["add", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_SuppressGroup,
    no_args_is_help=True,
    help=say(
        "Mengesampingkan temuan dengan alasan: suppress SIDIK --reason … --until …",
        "Set findings aside with a reason: suppress FINGERPRINT --reason … --until …",
    ),
)


@app.command(
    "add",
    cls=Command,
    help=say(
        "Mengesampingkan sebuah temuan, atau sebuah aturan pada naskah yang disebut, dengan alasan dan batas waktu.",
        "Set a finding aside, or a rule in the documents named, with a reason and an end.",
    ),
    epilog=say(
        "Sidik temuan ditampilkan oleh “check --fingerprints” dan ada pada setiap bentuk hasil terstruktur.",
        "“check --fingerprints” shows the fingerprints; every structured format has them.",
    ),
)
def add(
    target: Annotated[
        str,
        typer.Argument(
            metavar=say("SIDIK", "FINGERPRINT"),
            help=say(
                "Sidik temuan (boleh 6 digit pertama), atau aturan (KLA-11, BHS) bersama PATH.",
                "Fingerprint (its first 6 digits will do), or a rule (KLA-11, BHS) together with PATH.",
            ),
            show_default=False,
        ),
    ],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH",
            help=say("Naskah atau folder tempat temuan itu dicari; bawaan: folder ini.", "Where to look for it."),
            show_default=False,
        ),
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option(
            "--reason",
            metavar=say("TEKS", "TEXT"),
            help=say("Alasannya (harus ada).", "Why (required)."),
            show_default=False,
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar=say("TTTT-BB-HH", "YYYY-MM-DD"),
            help=say("Hari terakhir berlakunya (harus ada).", "The last day on which it holds (required)."),
            show_default=False,
        ),
    ] = None,
    approved_by: Annotated[
        str | None,
        typer.Option(
            "--approved-by",
            metavar=say("NAMA", "NAME"),
            help=say("Siapa yang menyetujui.", "Who approved it."),
            show_default=False,
        ),
    ] = None,
    at: Annotated[
        str | None,
        typer.Option(
            "--at",
            metavar=say("KETENTUAN", "PROVISION"),
            help=say(
                "Bagi aturan: hanya pada ketentuan ini, misalnya “Pasal 5”.",
                "For a rule: only at this provision, for instance “Pasal 5”.",
            ),
            show_default=False,
        ),
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            metavar=say("BERKAS", "FILE"),
            help=say("suppressions.toml yang ditulis; bawaan: yang terdekat.", "The file to write; default: nearest."),
            show_default=False,
        ),
    ] = None,
    config: Config = None,
    lang: Lang = None,
) -> None:
    from kerjasama_check.archive.session import open_session
    from kerjasama_check.cli import started

    why, last = _reason(reason), _until(until)
    exact = _FINGERPRINT.match(target) is not None
    if not exact and not paths:
        raise UsageFault(
            say(
                f"“{target}” bukan sidik temuan; untuk sebuah aturan sebutkan juga naskah atau foldernya.",
                f"“{target}” is no fingerprint; for a rule, name the document or folder as well.",
            )
        )
    session = open_session(paths or [Path()], {"language": lang}, os.environ, config=config, compare=False)
    adopt(session.settings.language)
    started()
    found = _found(session, target, at, exact)
    documents = _documents(session, found, target, paths, exact)
    _write(session, documents, found, target, exact, at, why, last, approved_by, file)


def _reason(reason: str | None) -> str:
    text = " ".join((reason or "").split())
    if not text:
        raise UsageFault(
            say(
                "Alasan belum diberikan (--reason); temuan tidak dikesampingkan tanpa alasan.",
                "No reason was given (--reason); nothing is set aside without one.",
            )
        )
    return text


def _until(until: str | None) -> datetime.date:
    from kerjasama_check.settings.silencing import day

    last = day(until or "")
    if last is None or last < datetime.date.today():
        what = until or ""
        raise UsageFault(
            say(
                f"Batas waktu “{what}” (--until) harus berupa tanggal mulai hari ini, misalnya 2027-06-30.",
                f"The end “{what}” (--until) must be a date from today on, for instance 2027-06-30.",
            )
        )
    return last


def _found(session: Session, target: str, at: str | None, exact: bool) -> dict[Path, list[Finding]]:
    """The findings meant, by document. Raises UsageFault where there is none, or more than one fingerprint."""
    from kerjasama_check.checking.engine import is_named
    from kerjasama_check.cli.check import watched
    from kerjasama_check.cli.selection import unknown_rule

    ids = {rule.id for rule in session.rules.rules if is_named(rule, (target,))}
    if not exact and not ids:
        raise unknown_rule(target, session.rules)
    found: dict[Path, list[Finding]] = {}
    for outcome in watched(session):
        for finding in outcome.report.findings:
            meant = finding.fingerprint.startswith(target) if exact else finding.rule in ids and _at(finding, at)
            if meant:
                found.setdefault(outcome.report.path, []).append(finding)
    if not found:
        place = say(f" pada {at}", f" at {at}") if at else ""
        raise UsageFault(
            say(
                f"Tidak ada temuan {target}{place} di naskah yang diperiksa.",
                f"There is no finding {target}{place} in the documents checked.",
            )
        )
    several = sorted({finding.fingerprint for findings in found.values() for finding in findings})
    if exact and len(several) > 1:
        listed = ", ".join(several)
        raise UsageFault(say(f"“{target}” berarti beberapa sidik: {listed}.", f"“{target}” means several: {listed}."))
    return found


def _at(finding: Finding, at: str | None) -> bool:
    if at is None:
        return True
    wanted, provision = " ".join(at.casefold().split()), (finding.place.provision or "naskah").casefold()
    return provision == wanted or provision.startswith(wanted + " ")


def _documents(
    session: Session, found: dict[Path, list[Finding]], target: str, paths: Sequence[Path] | None, exact: bool
) -> list[Path]:
    """What the entry names: the documents of the finding, or the paths given for a rule."""
    if not exact:
        return list(paths or ())
    if len(found) > 1 and (not paths or any(path.is_dir() for path in paths)):
        listed = ", ".join(map(str, found))
        raise UsageFault(
            say(
                f"Temuan {target} ada di {len(found)} naskah ({listed}); sebutkan naskahnya.",
                f"The finding {target} is in {len(found)} documents ({listed}); name those you mean.",
            )
        )
    return list(found)


def _write(
    session: Session,
    documents: Sequence[Path],
    found: dict[Path, list[Finding]],
    target: str,
    exact: bool,
    at: str | None,
    why: str,
    last: datetime.date,
    approved_by: str | None,
    file: Path | None,
) -> None:
    from kerjasama_check.cli.output import destination
    from kerjasama_check.reporting.clean import clean
    from kerjasama_check.settings.files import shown
    from kerjasama_check.settings.globs import absolute
    from kerjasama_check.settings.silencing import patterns_for, place_of, with_entry
    from kerjasama_check.settings.suppressions import Suppression

    path = absolute(file) if file else place_of([absolute(document) for document in documents], session.door.files)
    patterns = patterns_for(path, documents)
    if patterns is None:
        raise UsageFault(
            say(
                f"Naskah itu tidak berada di bawah folder {path.parent}; pilih berkas lain dengan --file.",
                f"The document does not lie below {path.parent}; choose another file with --file.",
            )
        )
    findings = [finding for one in found.values() for finding in one]
    first = findings[0]
    if all(finding.suppressed is not None for finding in findings):
        raise UsageFault(
            say(
                f"Temuan {target} sudah dikesampingkan: {clean(first.suppressed or '')}",
                f"The finding {target} is set aside already: {clean(first.suppressed or '')}",
            )
        )
    entry = Suppression(
        path=path,
        line=0,
        files=patterns,
        rule=first.rule if exact else target,
        reason=why,
        until=last,
        provision=None if exact else at,
        fingerprint=first.fingerprint if exact else None,
        approved_by=" ".join((approved_by or "").split()) or None,
    )
    text, line = with_entry(path, entry, _about(first, exact, len(findings)))
    with destination(path) as stream:
        stream.write(text)
    number = len(findings)
    typer.echo(
        say(
            f"{shown(path)}:{line}: {number} temuan {entry.rule} dikesampingkan sampai dengan {last.isoformat()}.",
            f"{shown(path)}:{line}: {number} findings of {entry.rule} set aside until {last.isoformat()}.",
        )
    )


def _about(finding: Finding, exact: bool, number: int) -> str:
    """The comment above an entry: for a finding its place and name, never words of the document."""
    today = datetime.date.today().isoformat()
    if not exact:
        return say(f"{number} temuan pada {today}", f"{number} findings on {today}")
    return f"{finding.place.provision or say('naskah', 'the whole text')}: {finding.name} ({today})"


@app.command(
    "list",
    cls=Command,
    help=say(
        "Menampilkan pengesampingan yang berlaku bagi PATH dan di bawahnya beserta keadaannya.",
        "Show the suppressions in force for PATH and below it with their state.",
    ),
)
def list_(
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="PATH",
            help=say("Naskah atau folder; bawaan: folder ini.", "A document or folder; default: this folder."),
            show_default=False,
        ),
    ] = None,
    format: Annotated[str | None, format_option("rich|json")] = None,
    output: Output = None,
    config: Config = None,
    lang: Lang = None,
) -> None:
    from kerjasama_check.archive.session import open_session
    from kerjasama_check.cli import started
    from kerjasama_check.cli.check import watched
    from kerjasama_check.cli.output import destination
    from kerjasama_check.cli.selection import one_of
    from kerjasama_check.settings.globs import absolute
    from kerjasama_check.settings.overview import files_below
    from kerjasama_check.settings.suppressions import FILE

    asked = path or Path()
    session = open_session([asked], {"language": lang}, os.environ, config=config, compare=False)
    adopt(session.settings.language)
    started()
    chosen = one_of(format or "rich", format, ("rich", "json"), "suppress list")
    if session.silencer is not None:
        below = [file.parent for file in files_below(asked) if file.name == FILE] if asked.is_dir() else []
        entries = session.silencer.load(below)
        session.found.files = [
            document for document in session.found.files if any(entry.covers(absolute(document)) for entry in entries)
        ]
        for _ in watched(session):
            pass
    standings = session.standings()
    with destination(output) as stream:
        if chosen == "json":
            from kerjasama_check.reporting.contract import ascii_only, dump

            shown = {
                "schema": "kerjasama-check/suppressions/1",
                "suppressions": [standing.object() for standing in standings],
            }
            stream.write(dump(shown, ascii_only=ascii_only(stream)) + "\n")
        else:
            from kerjasama_check.reporting.standings import write_standings
            from kerjasama_check.reporting.terminal import open_page

            with open_page(stream) as page:
                write_standings(page, standings, current())
