"""`charter-lint seal`: turn a list of codenames into a keyed lexicon."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from charter_lint.cli.options import language_option
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from charter_lint.match.errors import VaultError
    from charter_lint.match.names import Names
    from charter_lint.match.sealed import Cost, Entry

_TRIALS = 5  # hashes that are timed to tell the price of a guess
_CANDIDATES = 155  # strings of a post of common length that could be a name
_WORDS, _PAIRS = 92_000, 16_000_000  # words of two dictionaries; pairs of the common ones


@click.command()
@click.argument("names", required=False, type=click.Path(path_type=Path))
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Lexicon to write.")
@click.option("--pepper", default="", metavar="FILE", help="File with the pepper.")
@click.option("--accept-weak", is_flag=True, help="Seal names that can be guessed, too.")
@click.option(
    "--cost", type=click.IntRange(10, 16), default=10, help="Binary logarithm of scrypt's N."
)
@click.option("--new-pepper", type=click.Path(path_type=Path), help="Make a pepper in this file.")
@language_option
def seal(
    names: Path | None,
    output: Path | None,
    pepper: str,
    accept_weak: bool,
    cost: int,
    new_pepper: Path | None,
    lang: str | None,
) -> None:
    """Seal a list of codenames, so that the lexicon finds them without holding them.

    NAMES is a text file with one name a line, or a YAML list of names or of mappings with name,
    severity, contact, expires and label. The pepper comes from --pepper, CHARTER_LINT_PEPPER,
    CHARTER_LINT_PEPPER_FILE or the system's keychain.

    Scelle une liste de noms de code : le lexique les trouve sans les contenir.
    """
    from charter_lint.match.errors import VaultError

    spoken = interface_language(lang or "")
    try:
        if new_pepper is not None:
            _make_pepper(new_pepper, spoken)
        if names is None and new_pepper is None:
            raise click.UsageError("NAMES")
        if names is not None:
            target = output or names.with_suffix(".sealed.json")
            _seal(names, target, pepper or str(new_pepper or ""), cost, spoken, weak=accept_weak)
    except VaultError as error:
        raise failure(error, spoken) from None


def failure(error: VaultError, spoken: str) -> click.exceptions.Exit:
    """Print what went wrong and where, and give the exit with code 2."""
    said = text(f"confidentiality.{error.problem}", spoken, **error.values)
    click.echo(f"{error.place}: {said}", err=True)
    return click.exceptions.Exit(2)


def _make_pepper(path: Path, spoken: str) -> None:
    import os

    from charter_lint.match.errors import VaultError
    from charter_lint.match.pepper import new_pepper

    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise VaultError("pepper-exists", str(path)) from None
    except OSError as error:
        raise VaultError("file-unwritable", str(path), detail=error.strerror or "") from None
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(new_pepper() + "\n")
    click.echo(text("confidentiality.pepper-made", spoken, file=str(path)))


def _seal(source: Path, target: Path, pepper: str, cost: int, spoken: str, *, weak: bool) -> None:
    from charter_lint.match.names import names_of
    from charter_lint.match.pepper import need_pepper
    from charter_lint.match.sealed import Cost, seal, write_lexicon

    entries = _read(source)
    key = need_pepper(pepper)
    words = names_of(_data())
    guessable = _warn(entries, words, spoken)
    if guessable and not weak:
        click.echo(text("confidentiality.seal-refused", spoken), err=True)
        raise click.exceptions.Exit(2)
    price = Cost(n=2**cost)
    lexicon = seal(entries, key, words, price)
    write_lexicon(lexicon, target)
    seconds = _price(price)
    values = {
        "names": str(len(entries)),
        "rows": str(len(lexicon.entries)),
        "file": str(target),
        "ms": f"{seconds * 1000:.1f}",
        "post": f"{seconds * _CANDIDATES:.2f}",
    }
    click.echo(text("confidentiality.seal-done", spoken, **values))
    times = {"word": _duration(seconds * _WORDS), "pair": _duration(seconds * _PAIRS)}
    click.echo(text("confidentiality.seal-limits", spoken, **times))


def _warn(entries: list[Entry], words: Names, spoken: str) -> int:
    """Print why names can be guessed, by their number in the list; give how many there are."""
    count = 0
    for number, entry in enumerate(entries, 1):
        why = words.weakness(entry.name) if words.core(entry.name) else ""
        if why:
            count += 1
            reason = text(f"confidentiality.seal-why-{why}", spoken)
            said = text("confidentiality.seal-weak", spoken, number=str(number), why=reason)
            click.echo(said, err=True)
    return count


def _read(source: Path) -> list[Entry]:
    from charter_lint.match.errors import VaultError
    from charter_lint.match.sealed import Entry

    place = str(source)
    try:
        written = source.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise VaultError("list-unreadable", place, detail=error.strerror or "") from None
    except UnicodeDecodeError:
        raise VaultError("list-unreadable", place, detail="UTF-8") from None
    if source.suffix.lower() not in (".yaml", ".yml"):
        lines = (line.strip() for line in written.splitlines())
        entries = [Entry(line) for line in lines if line and not line.startswith("#")]
    else:
        entries = _from_yaml(written, place)
    if not entries:
        raise VaultError("list-empty", place)
    return entries


def _from_yaml(written: str, place: str) -> list[Entry]:
    import msgspec
    import yaml

    from charter_lint.match.errors import VaultError
    from charter_lint.match.sealed import Entry

    try:
        rows: Any = yaml.load(written, Loader=yaml.BaseLoader)  # noqa: S506  (strings only)
        return [
            Entry(row) if isinstance(row, str) else msgspec.convert(row, Entry)
            for row in rows or ()
        ]
    except (yaml.YAMLError, msgspec.ValidationError, TypeError):
        raise VaultError("list-unreadable", place) from None


def _data() -> dict[str, list[str]]:
    import yaml

    from charter_lint.charter.places import shipped_rules

    written = (shipped_rules() / "data" / "sealed" / "names.yaml").read_text(encoding="utf-8")
    found: dict[str, list[str]] = yaml.safe_load(written)
    return found


def _price(cost: Cost) -> float:
    """Measure the seconds of one guess."""
    import time

    from charter_lint.match.sealed import guess

    start = time.perf_counter()
    for i in range(_TRIALS):
        guess(str(i), cost)
    return (time.perf_counter() - start) / _TRIALS


def _duration(seconds: float) -> str:
    if seconds < 3600:
        return f"{seconds / 60:.0f} min"
    hours = seconds / 3600
    return f"{hours:.0f} h" if hours < 100 else f"{hours / 24:.0f} d"
