from __future__ import annotations

import json
from pathlib import Path

import pytest

from charter_lint import Context, Draft
from charter_lint.draft.readers import InputError, files_in, read_bytes, read_file

EMPTY = Context()


def read(data: bytes, suffix: str = ".txt") -> list[Draft | InputError]:
    return list(read_bytes(data, "x", suffix, EMPTY))


@pytest.mark.parametrize(
    ("data", "problem", "place"),
    [
        (b"ok\nabc\xe9", "text-encoding", "x:2:4"),
        ("été".encode("utf-16"), "text-utf16", "x"),
        (b"a\n\0b", "text-nul", "x:2"),
    ],
)
def test_other_encodings_are_refused_with_their_place(
    data: bytes, problem: str, place: str
) -> None:
    (error,) = read(data)
    assert isinstance(error, InputError)
    assert (error.problem, error.place) == (problem, place)


def test_windows_1252_is_recognised() -> None:
    (error,) = read("L’été à Brive".encode("cp1252"))
    assert isinstance(error, InputError)
    assert error.values["guess"] == "Windows-1252"


def test_byte_order_mark_is_dropped() -> None:
    (draft,) = read(b"\xef\xbb\xbfbonjour")
    assert isinstance(draft, Draft)
    assert draft.text == "bonjour"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"{", "line-broken"),
        (b"[1]", "line-not-object"),
        (b'{"id": "a"}', "line-no-text"),
        (b'{"text": 3}', "line-no-text"),
        (b'{"id": "1", "text": "again"}', "line-repeated-id"),
        (b'{"text": "x", "platform": {}}', "context-value"),
    ],
)
def test_broken_lines_are_said_and_the_others_read(line: bytes, problem: str) -> None:
    good = json.dumps({"id": "1", "text": "bonjour", "platform": "x"}).encode()
    found = read(b"\n".join([good, line, b'{"id": "z", "text": "fin"}']), ".jsonl")
    assert [isinstance(f, Draft) for f in found] == [True, False, True]
    error = found[1]
    assert isinstance(error, InputError)
    assert (error.problem, error.place) == (problem, "x:2")


def test_line_gives_context() -> None:
    (draft,) = read(b'{"text": "x", "role": "executive", "media": ["a.png"], "other": 1}', ".jsonl")
    assert isinstance(draft, Draft)
    assert draft.context.role == "executive"
    assert draft.context.media == ("a.png",)


def test_front_matter_gives_context_and_keeps_line_numbers() -> None:
    (draft,) = read(b"---\nplatform: blog\ndate: 2026-11-23\n---\nbonjour\n", ".md")
    assert isinstance(draft, Draft)
    assert (draft.context.platform, draft.context.date) == ("blog", "2026-11-23")
    assert (draft.text, draft.line) == ("bonjour\n", 5)


def test_broken_front_matter_is_said() -> None:
    (error,) = read(b"---\na: [\n---\nbonjour\n", ".md")
    assert isinstance(error, InputError)
    assert error.problem == "front-matter-broken"


def test_no_error_repeats_the_draft() -> None:
    for found in read(b"canary-\xe9", ".txt") + read(b'{"text": canary}', ".jsonl"):
        assert isinstance(found, InputError)
        assert "canary" not in f"{found} {found.place} {found.values}"


def test_folders(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text("b")
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "c.png").write_text("c")
    assert [p.name for p in files_in([tmp_path])] == ["a.txt", "b.md"]
    with pytest.raises(InputError) as caught:
        list(files_in([tmp_path / "nothing"]))
    assert caught.value.problem == "file-missing"
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(InputError) as caught:
        list(files_in([empty]))
    assert caught.value.problem == "folder-empty"


def test_unreadable_file(tmp_path: Path) -> None:
    (error,) = read_file(tmp_path, EMPTY)
    assert isinstance(error, InputError)
    assert error.problem == "file-unreadable"
