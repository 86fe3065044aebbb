"""Copies of confidential documents: found by label, the index whole whatever happens."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from charter_lint.cli.fingerprint import fingerprint as command
from charter_lint.draft import Draft
from charter_lint.match.errors import VaultError
from charter_lint.match.fingerprints import (
    Index,
    add_document,
    change_index,
    find,
    fingerprint,
    new_index,
    open_index,
    read_document,
    read_index,
)
from charter_lint.match.fingerprints.index import key_of
from charter_lint.match.fingerprints.lookup import lookup_of

if TYPE_CHECKING:
    from pathlib import Path

PEPPER = b"a pepper that is only for tests!"
WORDS = [
    a + b + c + end  # two of three are long, as in prose: short words alone tell nothing
    for a in "bdfglmnprtv"
    for b in ("a", "e", "i", "o", "ou")
    for c in "lmnrst"
    for end in ("", "eau", "ier")
]


def made(seed: int, count: int = 600) -> str:
    source = random.Random(seed)
    return " ".join(source.choice(WORDS) for _ in range(count))


SECRET = made(1)


def indexed(*documents: tuple[str, str, bool]) -> tuple[Index, bytes]:
    index = new_index(PEPPER)
    key = key_of(index, PEPPER, "")
    for label, text, public in documents:
        index = add_document(index, key, text, label, added="2026-11-23", public=public)
    return index, key


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 580), st.integers(15, 40))
def test_fifteen_copied_words_are_found_by_label(start: int, count: int) -> None:
    lookup = lookup_of(*indexed(("plan", SECRET, False), ("other", made(2), False)))
    copied = " ".join(SECRET.split()[start : start + count])
    text = f"Entendu hier en réunion : {copied.capitalize()} ! Et voilà tout."
    found = find(Draft(text), lookup)
    if len(copied.split()) < 15:
        return
    assert {f.normal for f in found} == {"plan"}
    assert found[0].confidence >= 0.6
    assert "".join(text[f.span.start : f.span.end] for f in found).split()[0].casefold() in copied


def test_accents_case_signs_and_numbers_do_not_matter() -> None:
    sentence = "Le résultat net du troisième trimestre atteint 12,3 M€, en hausse de 8 % sur un an"
    lookup = lookup_of(*indexed(("bilan", sentence, False)))
    told = "LE RESULTAT NET DU TROISIEME TRIMESTRE ATTEINT 45,6 M€ en hausse de 9 % sur un an"
    assert [f.normal for f in find(Draft(told), lookup)] == ["bilan"]


def test_other_texts_public_words_and_common_wording_are_silent() -> None:
    notice = " ".join(SECRET.split()[:80])
    assert find(Draft(made(3)), lookup_of(*indexed(("plan", SECRET, False)))) == []
    public = lookup_of(*indexed(("plan", SECRET, False), ("site", notice, True)))
    assert find(Draft(" ".join(SECRET.split()[10:60])), public) == []
    common = lookup_of(*indexed(*((f"d{i}", made(10 + i) + " " + notice, False) for i in range(3))))
    assert find(Draft(notice), common) == []


def test_versions_of_one_document_do_not_silence_each_other() -> None:
    versions = [(f"v{i}", SECRET + " " + made(20 + i, 30), False) for i in range(4)]
    found = find(Draft(" ".join(SECRET.split()[100:140])), lookup_of(*indexed(*versions)))
    assert {f.normal for f in found} == {"v0", "v1", "v2", "v3"}


def test_no_text_stands_in_the_index_and_the_key_matters(tmp_path: Path) -> None:
    path = tmp_path / "index"
    index, key = indexed(("plan", SECRET, False))
    change_index(path, lambda _: index)
    data = path.read_bytes()
    assert not any(word.encode() in data for word in SECRET.split()[:50] if len(word) > 3)
    assert set(fingerprint(SECRET, key)).isdisjoint(fingerprint(SECRET, b"other"))
    with pytest.raises(VaultError) as caught:
        open_index(path, b"another pepper, of enough length")
    assert caught.value.problem == "pepper-wrong"
    assert SECRET.split()[0] not in repr(open_index(path, PEPPER))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "index-foreign"),
        (b"PK\x03\x04 something else", "index-foreign"),
        (b"charter-lint fingerprints 7\nxyz", "index-version"),
        (b"charter-lint fingerprints 1\n", "index-damaged"),
    ],
)
def test_a_faulty_index_is_refused(data: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "index"
    path.write_bytes(data)
    with pytest.raises(VaultError) as caught:
        read_index(path)
    assert caught.value.problem == problem


def test_every_flipped_byte_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "index"
    change_index(path, lambda _: indexed(("plan", SECRET, False))[0])
    data = path.read_bytes()
    for at in range(0, len(data), max(1, len(data) // 40)):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        with pytest.raises(VaultError):
            read_index(path)
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(VaultError):
        read_index(path)


def test_a_failing_write_keeps_the_old_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "index"
    change_index(path, lambda _: indexed(("plan", SECRET, False))[0])
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(VaultError) as caught:
        change_index(path, lambda _: indexed(("new", made(5), False))[0])
    assert caught.value.problem == "index-unwritable"
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["index", "index.lock"]


ADD = """
import sys
from pathlib import Path
from charter_lint.cli.fingerprint import fingerprint
fingerprint(["add", *sys.argv[2:], "--index", sys.argv[1]], standalone_mode=False)
"""


def test_concurrent_adds_all_arrive(tmp_path: Path) -> None:
    environment = {**os.environ, "CHARTER_LINT_PEPPER": PEPPER.decode()}
    for i in range(5):
        (tmp_path / f"d{i}.txt").write_text(made(i), encoding="utf-8")
    running = [
        subprocess.Popen(
            [sys.executable, "-c", ADD, str(tmp_path / "index"), str(tmp_path / f"d{i}.txt")],
            env=environment,
            stdout=subprocess.DEVNULL,
        )
        for i in range(5)
    ]
    assert [p.wait(60) for p in running] == [0] * 5
    labels = {d.label for d in read_index(tmp_path / "index").documents}
    assert labels == {f"d{i}.txt" for i in range(5)}


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL on Windows")
def test_a_kill_in_the_middle_keeps_an_index_whole(tmp_path: Path) -> None:
    path = tmp_path / "index"
    change_index(path, lambda _: indexed(("old", SECRET, False))[0])
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from charter_lint.match.fingerprints import change_index\n"
        "while True:\n    change_index(Path(sys.argv[1]), lambda index: index)\n"
    )
    for wait in (0.3, 0.35, 0.4):
        process = subprocess.Popen([sys.executable, "-c", code, str(path)])
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        assert [d.label for d in read_index(path).documents] == ["old"]
    change_index(path, lambda index: index or new_index(PEPPER))


def test_documents_of_every_kind(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    pptx = pytest.importorskip("pptx")
    phrase = "le plan de cession du site de Valmorne"
    document = docx.Document()
    document.add_paragraph(phrase)
    document.add_table(1, 1).cell(0, 0).text = "dans un tableau"
    document.save(str(tmp_path / "a.docx"))
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = phrase
    slide.notes_slide.notes_text_frame.text = "et une note"
    deck.save(str(tmp_path / "a.pptx"))
    (tmp_path / "a.md").write_text(f"# {phrase}", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(f"{phrase} réservé".encode("cp1252"))
    (tmp_path / "c.txt").write_text(phrase, encoding="utf-16")
    (tmp_path / "a.pdf").write_bytes(pdf_of(phrase))
    for name in ("a.docx", "a.pptx", "a.md", "b.txt", "c.txt", "a.pdf"):
        assert phrase in read_document(tmp_path / name), name
    assert "dans un tableau" in read_document(tmp_path / "a.docx")
    assert "et une note" in read_document(tmp_path / "a.pptx")


def pdf_of(text: str) -> bytes:
    stream = f"BT /F1 12 Tf 20 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % p for p in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF"
        % (
            table,
            len(out),
        )
    )


def test_hostile_documents_are_refused(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    bomb = tmp_path / "bomb.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (40 * 1024 * 1024))
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 no zip")
    (tmp_path / "locked.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\n1 0 obj <</Type/Cata")
    (tmp_path / "empty.txt").write_text("  \n", encoding="utf-8")
    (tmp_path / "image.png").write_bytes(b"\x89PNG")
    (tmp_path / "binary.txt").write_bytes(b"abc\0def")
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(str(tmp_path / "blank.pdf"))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(str(tmp_path / "locked.pdf"))
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    for name, problem in {
        "bomb.docx": "document-bomb",
        "broken.docx": "document-broken",
        "locked.docx": "document-encrypted",
        "broken.pdf": "document-broken",
        "blank.pdf": "document-empty",
        "locked.pdf": "document-encrypted",
        "empty.txt": "document-empty",
        "image.png": "document-kind",
        "binary.txt": "document-broken",
        "huge.txt": "document-large",
        "none.txt": "document-unreadable",
    }.items():
        with pytest.raises(VaultError) as caught:
            read_document(tmp_path / name)
        assert caught.value.problem == problem, name


def test_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHARTER_LINT_PEPPER", PEPPER.decode())
    monkeypatch.setenv("CHARTER_LINT_FINGERPRINTS", str(tmp_path / "index"))
    (tmp_path / "plan.txt").write_text(SECRET, encoding="utf-8")
    run = CliRunner().invoke
    missing = run(command, ["info", "--lang", "en"])
    assert missing.exit_code == 2
    assert "no index" in missing.stderr
    added = run(command, ["add", str(tmp_path / "plan.txt"), "--label", "Plan X", "--lang", "en"])
    assert added.exit_code == 0
    assert "Plan X" in added.output
    assert "Plan X" in run(command, ["list"]).output
    info = run(command, ["info", "--lang", "fr"])
    assert "1 documents confidentiels" in info.output
    assert not any(w in info.output.split() for w in SECRET.split()[:40] if len(w) > 3)
    assert run(command, ["remove", "nothing"]).exit_code == 2
    assert run(command, ["remove", "Plan X"]).exit_code == 0
    assert read_index(tmp_path / "index").documents == ()
    monkeypatch.setenv("CHARTER_LINT_PEPPER", "another pepper, of enough length")
    wrong = run(command, ["info"])
    assert wrong.exit_code == 2
