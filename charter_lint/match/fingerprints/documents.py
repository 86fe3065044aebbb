"""The text of a document: txt, md, docx, pdf and pptx, with limits against hostile files."""

from __future__ import annotations

import logging
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from charter_lint.match.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUFFIXES = (".txt", ".md", ".docx", ".pdf", ".pptx")

_MOST = 50 * 1024 * 1024  # bytes of a file
_MOST_UNPACKED = 200 * 1024 * 1024  # bytes of a zip's members together
_MOST_RATIO = 100  # unpacked bytes for each packed one, of members above a mebibyte
_MOST_MEMBERS = 10_000
_MOST_PAGES = 5_000
_MOST_TEXT = 20_000_000  # characters
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Office files and encrypted new ones


def read_document(path: Path) -> str:
    """Give the text of a document; raise VaultError if it cannot be had in full."""
    place = str(path)
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise VaultError("document-kind", place, kinds=", ".join(SUFFIXES))
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(8)
    except OSError as error:
        raise VaultError("document-unreadable", place, detail=error.strerror or "") from None
    if size > _MOST:
        raise VaultError("document-large", place, most=str(_MOST // 1024 // 1024))
    if suffix in (".docx", ".pptx"):
        _check_zip(path, head)
    readers = {".docx": _docx, ".pptx": _pptx, ".pdf": _pdf}
    text = _guarded(readers[suffix], path) if suffix in readers else _plain(path)
    if not text.strip():
        raise VaultError("document-empty", place)
    return text


def _plain(path: Path) -> str:
    data = path.read_bytes()
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252")
    if b"\0" in data and encodings[0] != "utf-16":
        raise VaultError("document-broken", str(path), kind="txt")
    if len(data) > _MOST_TEXT * 2:
        raise _too_long(path)
    text = ""
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            break
    else:
        raise VaultError("document-broken", str(path), kind="txt")
    if len(text) > _MOST_TEXT:
        raise _too_long(path)
    return text


def _too_long(path: Path) -> VaultError:
    return VaultError("document-long", str(path), most=str(_MOST_TEXT // 1_000_000))


def _check_zip(path: Path, head: bytes) -> None:
    place = str(path)
    if head == _OLE:
        raise VaultError("document-encrypted", place)
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise VaultError("document-broken", place, kind=path.suffix[1:]) from None
    if any(m.flag_bits & 1 for m in members):
        raise VaultError("document-encrypted", place)
    total = sum(m.file_size for m in members)
    dense = any(
        m.file_size > 1024 * 1024 and m.file_size > _MOST_RATIO * max(1, m.compress_size)
        for m in members
    )
    if len(members) > _MOST_MEMBERS or total > _MOST_UNPACKED or dense:
        raise VaultError("document-bomb", place)


def _guarded(reader: Any, path: Path) -> str:  # noqa: ANN401  (one of the readers below)
    """Run a reader; what its library raises becomes a VaultError that holds none of the text."""
    place = str(path)
    parts: list[str] = []
    length = 0
    try:
        for part in reader(path):
            parts.append(part)
            length += len(part)
            if length > _MOST_TEXT:
                break
    except VaultError:
        raise
    except ImportError:
        raise VaultError("document-extra", place) from None
    except Exception:  # noqa: BLE001  (libraries raise whatever a broken file leads them to)
        raise VaultError("document-broken", place, kind=path.suffix[1:]) from None
    if length > _MOST_TEXT:
        raise _too_long(path)
    return "\n".join(parts)


def _docx(path: Path) -> Iterator[str]:
    from docx import Document  # noqa: PLC0415  (an extra, only when a document comes in)

    document = Document(str(path))
    yield from _blocks(document)
    for section in document.sections:
        for part in (section.header, section.footer):
            yield from _blocks(part)


def _blocks(part: Any) -> Iterator[str]:  # noqa: ANN401  (python-docx has no common type)
    for paragraph in part.paragraphs:
        yield paragraph.text
    for table in part.tables:
        for row in table.rows:
            yield " ".join(cell.text for cell in row.cells)


def _pptx(path: Path) -> Iterator[str]:
    from pptx import Presentation  # noqa: PLC0415

    for slide in Presentation(str(path)).slides:
        yield from _shapes(slide.shapes)
        if slide.has_notes_slide:
            frame = slide.notes_slide.notes_text_frame
            yield frame.text if frame is not None else ""


def _shapes(shapes: Any) -> Iterator[str]:  # noqa: ANN401  (python-pptx has no types)
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _shapes(shape.shapes)
        elif shape.has_text_frame:
            yield shape.text_frame.text
        elif getattr(shape, "has_table", False):
            for row in shape.table.rows:
                yield " ".join(cell.text for cell in row.cells)


def _pdf(path: Path) -> Iterator[str]:
    from pypdf import PdfReader  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(str(path))
    if reader.is_encrypted and not reader.decrypt(""):
        raise VaultError("document-encrypted", str(path))
    if len(reader.pages) > _MOST_PAGES:
        raise _too_long(path)
    for page in reader.pages:
        yield page.extract_text()
