"""`charter-lint learn`: rebuild the reader from the rules' examples, the corpus and own data."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter_lint.cli.options import language_option
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from charter_lint.desk.learn.compare import Tally
    from charter_lint.desk.learn.data import Labelled
    from charter_lint.match.reader.model import Model


@click.command()
@click.option("--data", type=click.Path(path_type=Path), help="Own examples, one JSON a line.")
@click.option("--charter", "-c", default="default", help="Charter that the own examples are under.")
@click.option("--corpus", type=click.Path(path_type=Path), help="Folder of the bundled corpus.")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="File to write.")
@click.option("--encoder", default="", help="Learn a second stage on this encoder.")
@click.option("--check", is_flag=True, help="Write nothing: is the reader that of its examples?")
@click.option("--rebuild", is_flag=True, help="With --check: learn anew and compare.")
@click.option("--force", is_flag=True, help="Write a reader even if it protects speech worse.")
@language_option
def learn(
    data: Path | None,
    charter: str,
    corpus: Path | None,
    output: Path | None,
    encoder: str,
    check: bool,
    rebuild: bool,
    force: bool,
    lang: str | None,
) -> None:
    """Rebuild the reader: rules' examples, the corpus, and own data train it.

    Reconstruit le lecteur : les exemples des règles, le corpus et vos données l'instruisent.
    """
    from charter_lint.charter.places import shipped_rules
    from charter_lint.desk.learn.errors import LearnError

    spoken = interface_language(lang or "")
    target = output or shipped_rules() / "reader" / "reader.msgpack"
    try:
        drafts, marks = _drafts(data, charter, corpus, spoken)
        if check and not rebuild:
            _check_digest(drafts, target, spoken)
        else:
            _learn(drafts, marks, target, spoken, encoder, check=check, force=force)
    except LearnError as error:
        values = dict(error.values)
        click.echo(text(f"reader.{error.reason}", spoken, **values), err=True)
        raise click.exceptions.Exit(2) from None


def _drafts(
    data: Path | None, charter: str, corpus: Path | None, spoken: str
) -> tuple[list[Labelled], dict[str, int]]:
    """Give all examples, and marks of those of rules; a company's own rules are among them."""
    from charter_lint.charter.load import load_charter
    from charter_lint.charter.places import shipped_rules
    from charter_lint.desk.learn.data import read_corpus, read_own
    from charter_lint.desk.learn.errors import LearnError
    from charter_lint.desk.learn.gather import corpus_of, rule_examples
    from charter_lint.draft import Draft

    folder = corpus or corpus_of(shipped_rules())
    if not folder.is_dir():
        raise LearnError("no-corpus", place=str(folder))
    default = load_charter("default")
    own = None if charter in ("", "default") else load_charter(charter)
    marks = {**default.head.reader.examples, **(own.head.reader.examples if own else {})}
    drafts = [*rule_examples(default, own, charter), *read_corpus(folder)]
    if data is not None:
        families = default.head.reader.families
        for row in read_own(data, charter):
            for label in row.findings:
                if label.family not in families:
                    known = ", ".join(families)
                    raise LearnError(
                        "family-unknown", place=row.place, value=label.family, known=known
                    )
            if (row.lang or Draft(row.text).language) not in ("fr", "en", ""):
                click.echo(text("reader.language-other", spoken, place=row.place), err=True)
                continue
            drafts.append(row)
    return drafts, marks


def _check_digest(drafts: list[Labelled], target: Path, spoken: str) -> None:
    from charter_lint.desk.learn.gather import digest_of

    model = _known(target)
    if model is None:
        click.echo(text("reader.missing", spoken), err=True)
        raise click.exceptions.Exit(2)
    current = model.examples == digest_of(drafts)
    click.echo(text("reader.current" if current else "reader.older", spoken))
    if not current:
        raise click.exceptions.Exit(1)


def _learn(
    drafts: list[Labelled],
    marks: dict[str, int],
    target: Path,
    spoken: str,
    encoder: str,
    *,
    check: bool,
    force: bool,
) -> None:
    from msgspec import structs

    from charter_lint.desk.learn.check import MOST, difference
    from charter_lint.desk.learn.compare import tally, worse
    from charter_lint.desk.learn.fit import fit
    from charter_lint.desk.learn.gather import gather
    from charter_lint.match.reader.model import encode

    start = time.monotonic()
    gathered = gather(drafts, _progress("gathering", spoken))
    for flagged, allowed in gathered.contradictions:
        line = text("reader.contradiction", spoken, flagged=flagged, allowed=allowed)
        click.echo(line, err=True)
    fitted = fit(gathered, _progress("fitting", spoken))
    model = fitted.model
    if encoder:
        from charter_lint.desk.learn.second import with_second

        model = with_second(fitted, gathered, encoder, _progress("encoding", spoken))
    model = structs.replace(model, rules=dict(sorted(marks.items())))
    for family, count in fitted.few:
        click.echo(text("reader.few", spoken, family=family, count=str(count)))
    flagged_count = sum(1 for row in gathered.sentences if row.rank and not row.closed)
    allowed_count = sum(1 for row in gathered.sentences if not row.rank and not row.closed)
    seconds = str(round(time.monotonic() - start))
    counts = {"flagged": str(flagged_count), "allowed": str(allowed_count)}
    click.echo(text("reader.learned", spoken, **counts, seconds=seconds))
    old = _known(target)
    after = tally(model, gathered)
    before = tally(old, gathered) if old is not None else after
    _print_moved(before, after, spoken)
    if check:
        share = difference(old, model, gathered) if old is not None else 1.0
        if share > MOST:
            shown = {"share": f"{share:.4f}", "most": str(MOST)}
            click.echo(text("reader.differs", spoken, **shown), err=True)
            raise click.exceptions.Exit(1)
        click.echo(text("reader.current", spoken))
        return
    group = worse(before, after)
    if group and not force:
        values = {"before": str(before[group].stopped), "after": str(after[group].stopped)}
        name = text(f"reader.{group}", spoken)
        click.echo(text("reader.worse", spoken, name=name, **values), err=True)
        raise click.exceptions.Exit(1)
    target.parent.mkdir(parents=True, exist_ok=True)
    written = encode(model)
    part = target.with_suffix(".part")
    part.write_bytes(written)
    part.replace(target)
    size = str(round(len(written) / 1000))
    click.echo(text("reader.written", spoken, place=target.name, size=size))


def _known(target: Path) -> Model | None:
    from charter_lint.match.reader.model import ModelError, load_model

    try:
        return load_model(target)
    except ModelError:
        return None


def _print_moved(before: dict[str, Tally], after: dict[str, Tally], spoken: str) -> None:
    from charter_lint.messages.reader import TEXTS

    click.echo(text("reader.unseen", spoken))
    for name, counted in after.items():
        old = before.get(name)
        shown = text(f"reader.{name}", spoken) if name in TEXTS else name
        values = {
            "before": str(old.stopped) if old else "–",
            "after": str(counted.stopped),
            "count": str(counted.drafts),
        }
        click.echo(text("reader.moved", spoken, name=f"  {shown:24}", **values))


def _progress(step: str, spoken: str) -> Callable[[int, int], None]:
    said = text(f"reader.{step}", spoken)

    def show(done: int, count: int) -> None:
        click.echo(f"\r{said} {done}/{count}   ", nl=done >= count, err=True)

    return show
