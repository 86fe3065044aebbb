"""`charter-lint fingerprint`: keep the index of confidential documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter_lint.cli.options import language_option
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from charter_lint.match.fingerprints import Index

_FILE = "fingerprints.index"


def _index_option(command: click.decorators.FC) -> click.decorators.FC:
    return click.option(
        "--index",
        "path",
        type=click.Path(path_type=Path),
        default=_FILE,
        envvar="CHARTER_LINT_FINGERPRINTS",
        show_default=True,
        help="The index.",
    )(command)


def _pepper_option(command: click.decorators.FC) -> click.decorators.FC:
    return click.option("--pepper", default="", metavar="FILE", help="File with the pepper.")(
        command
    )


@click.group()
def fingerprint() -> None:
    """Fingerprints of confidential documents: add, list, remove, info.

    Empreintes de documents confidentiels : ajouter, lister, retirer, décrire.
    """


@fingerprint.command()
@click.argument("documents", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--label", default="", help="What findings call the document (else its file name).")
@click.option("--public", is_flag=True, help="Published text: never to be reported.")
@_index_option
@_pepper_option
@language_option
def add(
    documents: tuple[Path, ...], label: str, public: bool, path: Path, pepper: str, lang: str | None
) -> None:
    """Add documents (txt, md, docx, pdf, pptx); one of the same label is replaced.

    Ajoute des documents ; un document de même étiquette est remplacé.
    """
    from charter_lint.cli.seal import failure
    from charter_lint.match.errors import VaultError
    from charter_lint.match.fingerprints import (
        add_document,
        change_index,
        new_index,
        read_document,
    )
    from charter_lint.match.fingerprints.index import key_of
    from charter_lint.match.pepper import need_pepper

    spoken = interface_language(lang or "")
    if label and len(documents) > 1:
        raise click.UsageError(text("confidentiality.fingerprint-label-one", spoken))
    try:
        key = need_pepper(pepper)
        texts = [(label or d.name, read_document(d)) for d in documents]
        today = date.today().isoformat()  # noqa: DTZ011  (the author's own day)

        def change(index: Index | None) -> Index:
            changed = index or new_index(key)
            secret = key_of(changed, key, str(path))
            for name, content in texts:
                changed = add_document(changed, secret, content, name, added=today, public=public)
            return changed

        index = change_index(path, change)
    except VaultError as error:
        raise failure(error, spoken) from None
    names = {name for name, _ in texts}
    said = "fingerprint-added-public" if public else "fingerprint-added"
    for document in index.documents:
        if document.label in names:
            values = {"words": str(document.words), "hashes": str(len(document.hashes) // 8)}
            click.echo(text(f"confidentiality.{said}", spoken, label=document.label, **values))


@fingerprint.command("list")
@_index_option
@language_option
def list_(path: Path, lang: str | None) -> None:
    """List the documents: day, words, label.

    Liste les documents : jour, mots, étiquette.
    """
    spoken = interface_language(lang or "")
    index = _read(path, spoken)
    if not index.documents:
        click.echo(text("confidentiality.fingerprint-none", spoken))
    for document in index.documents:
        public = text("confidentiality.fingerprint-public", spoken) if document.public else ""
        click.echo(f"{document.added}  {document.words:>8}  {document.label}  {public}".rstrip())


@fingerprint.command()
@click.argument("labels", nargs=-1, required=True)
@_index_option
@language_option
def remove(labels: tuple[str, ...], path: Path, lang: str | None) -> None:
    """Remove documents by their label.

    Retire des documents par leur étiquette.
    """
    from charter_lint.cli.seal import failure
    from charter_lint.match.errors import VaultError
    from charter_lint.match.fingerprints import change_index, remove_document

    spoken = interface_language(lang or "")

    def change(index: Index | None) -> Index:
        if index is None:
            raise VaultError("index-missing", str(path))
        return remove_document(index, labels, str(path))

    try:
        change_index(path, change)
    except VaultError as error:
        raise failure(error, spoken) from None
    for label in labels:
        click.echo(text("confidentiality.fingerprint-removed", spoken, label=label))


@fingerprint.command()
@_index_option
@_pepper_option
@language_option
def info(path: Path, pepper: str, lang: str | None) -> None:
    """Say what the index holds, and whether the pepper fits where one is given.

    Dit ce que contient l'index, et si la clé convient quand il y en a une.
    """
    from charter_lint.cli.seal import failure
    from charter_lint.match.errors import VaultError
    from charter_lint.match.fingerprints.index import key_of
    from charter_lint.match.pepper import find_pepper

    spoken = interface_language(lang or "")
    index = _read(path, spoken)
    public = sum(d.public for d in index.documents)
    values = {
        "file": str(path),
        "secret": str(len(index.documents) - public),
        "public": str(public),
        "hashes": str(sum(len(d.hashes) // 8 for d in index.documents)),
        "kib": str(path.stat().st_size // 1024),
        "words": str(index.parameters.words),
        "window": str(index.parameters.window),
    }
    click.echo(text("confidentiality.fingerprint-info", spoken, **values))
    click.echo(text("confidentiality.fingerprint-limits", spoken))
    try:
        key = find_pepper(pepper)
        if key is not None:
            key_of(index, key, str(path))
            click.echo(text("confidentiality.pepper-right", spoken))
    except VaultError as error:
        raise failure(error, spoken) from None


def _read(path: Path, spoken: str) -> Index:
    from charter_lint.cli.seal import failure
    from charter_lint.match.errors import VaultError
    from charter_lint.match.fingerprints import read_index

    try:
        return read_index(path)
    except VaultError as error:
        raise failure(error, spoken) from None
