"""One file of tables whose rows are decoded only when somebody asks for them."""

from __future__ import annotations

import mmap
import struct
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

MAGIC = b"charter-lint\x01\n"
_HEAD = struct.Struct("<I")
_ALIGN = 8

Row = TypeVar("Row")


class ContainerError(ValueError):
    """The bytes are no container of this version, or were cut short."""


def pack(sections: Mapping[str, bytes]) -> bytes:
    """Put named sections into one block of bytes that `Container` reads without copying."""
    base = 0
    places: dict[str, tuple[int, int]] = {}
    body: list[bytes] = []
    for name, section in sections.items():
        places[name] = (base, len(section))
        padded = section + b"\0" * (-len(section) % _ALIGN)
        body.append(padded)
        base += len(padded)
    head = msgspec.msgpack.encode(places)
    start = MAGIC + _HEAD.pack(len(head)) + head
    return start + b"\0" * (-len(start) % _ALIGN) + b"".join(body)


def pack_table(rows: Iterable[object]) -> bytes:
    """Encode rows as MessagePack behind a table of offsets."""
    encoded = [msgspec.msgpack.encode(row) for row in rows]
    offsets = [0]
    for blob in encoded:
        offsets.append(offsets[-1] + len(blob))
    return struct.pack(f"<I{len(offsets)}I", len(encoded), *offsets) + b"".join(encoded)


class Container:
    """The sections of a packed file."""

    def __init__(self, data: bytes | mmap.mmap) -> None:
        """Read the head; raises ContainerError for foreign or truncated data."""
        start = len(MAGIC) + _HEAD.size
        if len(data) < start or data[: len(MAGIC)] != MAGIC:
            raise ContainerError("foreign")
        (size,) = _HEAD.unpack(data[len(MAGIC) : start])
        try:
            self._places = msgspec.msgpack.decode(
                data[start : start + size], type=dict[str, tuple[int, int]]
            )
        except msgspec.MsgspecError as error:
            raise ContainerError("head") from error
        self._base = start + size + (-(start + size) % _ALIGN)
        self._view = memoryview(data)
        end = max((at + length for at, length in self._places.values()), default=0)
        if self._base + end > len(data):
            raise ContainerError("short")

    @classmethod
    def open(cls, path: Path) -> Container:
        """Map a file; raises OSError or ContainerError."""
        with path.open("rb") as file:
            return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    def section(self, name: str) -> memoryview:
        """Give the bytes of a section; raises ContainerError if it is missing."""
        if name not in self._places:
            raise ContainerError(name)
        at, length = self._places[name]
        return self._view[self._base + at : self._base + at + length]

    def table(self, name: str, row: type[Row]) -> Table[Row]:
        """Give a section as a table of rows of one type."""
        return Table(self.section(name), row)


class Rows(dict[int, Row]):
    """Rows by number, decoded when first asked for; asked again, a row costs one look-up."""

    def __init__(self, section: memoryview, row: type[Row]) -> None:
        """Read the table of offsets alone."""
        super().__init__()
        self.count = int.from_bytes(section[:4], "little")
        self._offsets = section[4 : 4 + 4 * (self.count + 1)].cast("I")
        self._blob = section[4 + 4 * (self.count + 1) :]
        self._decoder = msgspec.msgpack.Decoder(row)

    def __missing__(self, number: int) -> Row:
        start, end = self._offsets[number], self._offsets[number + 1]
        row = self[number] = self._decoder.decode(self._blob[start:end])
        return row


class Table(Generic[Row]):
    """A sequence of rows; `rows` is the same without a call, for inner loops."""

    def __init__(self, section: memoryview, row: type[Row]) -> None:
        """Open a section written by `pack_table`."""
        self.rows = Rows(section, row)

    def __len__(self) -> int:
        return self.rows.count

    def __getitem__(self, number: int) -> Row:
        return self.rows[number]
