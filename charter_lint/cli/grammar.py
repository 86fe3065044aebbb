"""`charter-lint grammar`: install, start, look at and stop LanguageTool."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter_lint.cli.options import language_option
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from charter_lint.nlp.grammar.jars import Jars
    from charter_lint.nlp.grammar.model import GrammarUnavailable

_SERVER = "org.languagetool:languagetool-server:6.8"


@click.group()
def grammar() -> None:
    """Grammar through LanguageTool: install, start, status, stop.

    Grammaire par LanguageTool : installer, démarrer, interroger, arrêter.
    """


@grammar.command()
@click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--maven", "coordinates", metavar="GROUP:ARTIFACT:VERSION", help="Maven coordinates.")
@click.option("--download", is_flag=True, help="Let language-tool-python download it.")
@click.option("--again", is_flag=True, help="Install even if it is already there.")
@language_option
def install(
    path: Path | None, coordinates: str | None, download: bool, again: bool, lang: str | None
) -> None:
    """Install LanguageTool from PATH, a LanguageTool folder or a folder of its jars.

    Without PATH: with Maven; with --download: from the Internet, by language-tool-python.

    Installe LanguageTool depuis PATH (dossier LanguageTool ou dossier de ses jars) ; sans PATH,
    avec Maven ; avec --download, depuis Internet, par language-tool-python.
    """
    from charter_lint.nlp.grammar import install as installing
    from charter_lint.nlp.grammar.model import GrammarUnavailable

    spoken = interface_language(lang or "")
    if sum((path is not None, coordinates is not None, download)) > 1:
        raise click.UsageError(text("grammar.install-one", spoken))
    there = None if again else installing.installed()
    if there:
        _say("install-there", spoken, there)
        return

    def trial() -> None:
        click.echo(text("grammar.install-trial", spoken))

    try:
        if path is not None:
            click.echo(text("grammar.install-folder", spoken, source=str(path)))
            jars = installing.from_folder(path, trial)
        elif download:
            version = installing.DOWNLOAD_VERSION
            click.echo(text("grammar.install-download", spoken, source=version))
            jars = installing.from_download(version, trial)
        else:
            source = coordinates or _SERVER
            click.echo(text("grammar.install-maven", spoken, source=source))
            jars = installing.from_maven(source, trial)
    except GrammarUnavailable as error:
        raise _failure(error, spoken) from None
    _say("install-done", spoken, jars)


@grammar.command()
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="Port to prefer.")
@click.option("--idle", default=900.0, type=click.FloatRange(1), help="Seconds until it ends.")
@language_option
def start(port: int, idle: float, lang: str | None) -> None:
    """Start the server for this machine only, and wait until it is ready.

    Démarre le serveur, réservé à cette machine, et attend qu'il soit prêt.
    """
    from charter_lint.nlp.grammar import server
    from charter_lint.nlp.grammar.model import GrammarUnavailable

    spoken = interface_language(lang or "")
    try:
        lease = server.lease(port=port, idle=idle)
        lease.stay()
        lease.release()
    except GrammarUnavailable as error:
        raise _failure(error, spoken) from None
    now = lease.status
    idle_text = f"{now.idle:g}"
    values = {"port": str(now.port), "pid": str(now.java), "idle": idle_text}
    click.echo(text("grammar.start-done", spoken, version=now.version, **values))


@grammar.command()
@language_option
def status(lang: str | None) -> None:
    """Say whether the server runs, where, and what it takes; exits 1 if none runs.

    Dit si le serveur tourne, où, et ce qu'il occupe ; code 1 si aucun ne tourne.
    """
    from charter_lint.nlp.grammar import places, server
    from charter_lint.nlp.grammar.jars import jars_of
    from charter_lint.nlp.grammar.model import GrammarUnavailable

    spoken = interface_language(lang or "")
    try:
        _say("status-installed", spoken, jars_of(places.jars_dir()))
    except GrammarUnavailable as error:
        click.echo(error.text(spoken))
    now = server.running()
    if now is None:
        click.echo(text("grammar.status-none", spoken))
        raise click.exceptions.Exit(1)
    numbers = {"port": now.port, "pid": now.java, "memory": now.memory, "clients": now.clients}
    values = {name: str(number) for name, number in numbers.items()} | {"left": str(now.left)}
    state = text(f"grammar.status-{now.status}", spoken)
    click.echo(text("grammar.status-running", spoken, version=now.version, status=state, **values))


@grammar.command()
@language_option
def stop(lang: str | None) -> None:
    """Stop the server.

    Arrête le serveur.
    """
    from charter_lint.nlp.grammar import server

    spoken = interface_language(lang or "")
    done = server.stop()
    click.echo(text("grammar.stop-done" if done else "grammar.status-none", spoken))


def _say(key: str, spoken: str, jars: Jars) -> None:
    values = {"version": jars.version, "folder": str(jars.folder)}
    click.echo(text(f"grammar.{key}", spoken, **values))


def _failure(error: GrammarUnavailable, spoken: str) -> click.exceptions.Exit:
    reason = error.text(spoken)
    click.echo(f"{reason[:1].upper()}{reason[1:]}.", err=True)
    return click.exceptions.Exit(2)
