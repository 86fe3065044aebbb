"""`charter-lint receipt`: signed proof that a text got its verdict."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter_lint.cli.options import charter_option, language_option, load
from charter_lint.cli.output import print_input_error
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from typing import NoReturn

    from charter_lint.draft import Context, Draft
    from charter_lint.hooks.receipts.gate import Proof, Terms

_path = click.Path(path_type=Path, allow_dash=True)


@click.group()
def receipt() -> None:
    """Receipts: make keys, sign a judgement, verify.

    Reçus : créer des clés, signer une relecture, vérifier.
    """


@receipt.command()
@click.argument("private", type=_path)
@language_option
def keys(private: Path, lang: str | None) -> None:
    """Make a pair of keys: PRIVATE, and PRIVATE.pub to verify with.

    With $CHARTER_LINT_KEY_PASSWORD set, the private key is encrypted with it.
    """
    spoken = interface_language(lang or "")
    need_cryptography(spoken)
    from charter_lint.hooks.receipts.keys import make_keys

    public = private.with_name(private.name + ".pub")
    try:
        made = make_keys(private, public)
    except OSError as error:
        fail("file-broken", spoken, file=error.filename or str(private), detail=detail_of(error))
    values = {"id": made, "private": str(private), "public": str(public)}
    click.echo(text("hooks.key-made", spoken, **values))


@receipt.command()
@click.argument("draft", type=_path)
@click.option("--key", required=True, type=_path, help="Private key (PEM).")
@click.option("--output", "-o", type=_path, help="File of the receipt (else standard output).")
@click.option("--override", default="", metavar="REASON", help="Publish against the verdict.")
@click.option("--by", default="", metavar="NAME", help="Who overrides.")
@click.option("--platform", default="")
@click.option("--role", default="")
@click.option("--account", type=click.Choice(["official", "personal"]), default=None)
@charter_option
@language_option
def sign(
    draft: Path,
    key: Path,
    output: Path | None,
    override: str,
    by: str,
    platform: str,
    role: str,
    account: str | None,
    charter: str,
    lang: str | None,
) -> None:
    """Judge a draft and sign for the verdict, whatever it is."""
    spoken = interface_language(lang or "")
    need_cryptography(spoken)
    from charter_lint.draft.context import Context
    from charter_lint.hooks.receipts.keys import read_private
    from charter_lint.hooks.receipts.override import not_overridable
    from charter_lint.hooks.receipts.receipt import Override, receipt_of
    from charter_lint.hooks.receipts.receipt import sign as signed
    from charter_lint.lint.judge import lint
    from charter_lint.lint.report import RANK

    today = date.today().isoformat()  # noqa: DTZ011  (the author's own day)
    context = Context(platform=platform, role=role, account=account or "", date=today)
    read = one_draft(draft, context, spoken)
    try:
        signing = read_private(key)
    except (OSError, ValueError) as error:
        fail("file-broken", spoken, file=str(key), detail=detail_of(error))
    report = lint(read, load(charter, lang))
    against = override if RANK[report.verdict] >= RANK["review"] else ""
    refused = not_overridable(report) if against else ()
    if refused:
        fail("override-refused", spoken, rules=", ".join(refused))
    made = signed(
        receipt_of(read, report, Override(by=by, reason=against) if against else None), signing
    )
    if output is None:
        click.echo(made.decode())
        return
    try:
        output.write_bytes(made + b"\n")
    except OSError as error:
        fail("file-broken", spoken, file=str(output), detail=detail_of(error))
    values = {"file": str(output), "verdict": report.verdict}
    click.echo(text("hooks.receipt-written", spoken, **values), err=True)


@receipt.command()
@click.argument("file", type=_path)
@click.option("--draft", required=True, type=_path, help="The text that would be published.")
@click.option("--public-key", "public", required=True, multiple=True, type=_path, help="PEM.")
@click.option("--max-age", default=24.0, show_default=True, help="Hours that it holds.")
@click.option(
    "--fail-on",
    type=click.Choice(["advise", "review", "block", "never"]),
    default="never",
    show_default=True,
)
@language_option
def verify(
    file: Path,
    draft: Path,
    public: tuple[Path, ...],
    max_age: float,
    fail_on: str,
    lang: str | None,
) -> None:
    """Verify that FILE is a true receipt for exactly this draft; exits 0, else 1."""
    spoken = interface_language(lang or "")
    need_cryptography(spoken)
    from charter_lint.hooks.receipts.gate import Terms

    terms = Terms(hours=max_age, fail_on=fail_on)
    raise click.exceptions.Exit(told(proof_of(file, draft, public, terms, spoken), terms, spoken))


def proof_of(file: Path, draft: Path, public: tuple[Path, ...], terms: Terms, spoken: str) -> Proof:
    """Hold a receipt file against a draft file, or say what is wrong and exit 2."""
    from charter_lint.draft.context import Context
    from charter_lint.hooks.receipts.gate import prove
    from charter_lint.hooks.receipts.keys import read_public
    from charter_lint.hooks.receipts.receipt import BrokenReceipt

    keys = []
    for each in public:
        try:
            keys.append(read_public(each))
        except (OSError, ValueError) as error:  # noqa: PERF203  (a few keys)
            fail("file-broken", spoken, file=str(each), detail=detail_of(error))
    read = one_draft(draft, Context(), spoken)
    try:
        return prove(file.read_bytes(), read.text, keys, terms)
    except FileNotFoundError:
        click.echo(text("hooks.proof-missing", spoken, file=str(file)), err=True)
        raise click.exceptions.Exit(1) from None
    except BrokenReceipt:
        click.echo(f"{file}: {text('hooks.receipt-broken', spoken)}", err=True)
        raise click.exceptions.Exit(1) from None
    except OSError as error:
        fail("file-broken", spoken, file=str(file), detail=detail_of(error))


def told(proof: Proof, terms: Terms, spoken: str) -> int:
    """Say what a proof says; give the exit code."""
    found = proof.receipt
    values = {
        "verdict": found.verdict,
        "charter": found.charter,
        "revision": found.revision[:12],
        "time": found.time,
        "hours": f"{terms.hours:g}",
        "by": (found.override.by or "?") if found.override else "",
    }
    for reason in proof.reasons:
        click.echo(text(f"hooks.proof-{reason}", spoken, **values), err=True)
    if proof.valid:
        click.echo(text("hooks.proof-valid", spoken, **values))
    return 0 if proof.valid else 1


def one_draft(path: Path, context: Context, spoken: str) -> Draft:
    """Read the one draft of a file, or say why not and exit 2."""
    from charter_lint.draft.readers import InputError, read_bytes, read_file

    if str(path) == "-":
        found = list(read_bytes(sys.stdin.buffer.read(), "-", "", context))
    else:
        found = list(read_file(path, context))
    if len(found) != 1:
        fail("receipt-one", spoken, file=str(path))
    draft = found[0]
    if isinstance(draft, InputError) or not draft.text.strip():
        error = draft if isinstance(draft, InputError) else InputError("text-empty", draft.name)
        print_input_error(error, spoken)
        raise click.exceptions.Exit(2)
    return draft


def need_cryptography(spoken: str) -> None:
    """Exit 2 with what to install where the library is missing."""
    from importlib.util import find_spec

    if find_spec("cryptography") is None:
        fail("extra-missing", spoken, module="cryptography", extra="sign")


def detail_of(error: Exception) -> str:
    """Give the system's words for an error, else its own."""
    return getattr(error, "strerror", None) or str(error)


def fail(key: str, spoken: str, **values: str) -> NoReturn:
    """Say why and exit 2."""
    click.echo(text(f"hooks.{key}", spoken, **values), err=True)
    raise click.exceptions.Exit(2)
