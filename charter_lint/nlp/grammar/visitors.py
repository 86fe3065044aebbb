"""The supervisor's private socket, and the tools of this machine's user that hold on to it."""

from __future__ import annotations

import json
import selectors
import shutil
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUEUE = 16
_PATIENCE = 1.0  # seconds to hand over a line


class Client:
    """One open connection: what it has sent so far, and whether it uses the server."""

    def __init__(self, connection: socket.socket) -> None:
        connection.settimeout(_PATIENCE)
        self.connection = connection
        self.leases = False
        self._heard = b""

    def tell(self, **news: object) -> None:
        """Send a line; a client that cannot take it is noticed when it is read."""
        try:
            self.connection.sendall(json.dumps(news).encode() + b"\n")
        except OSError:
            return

    def words(self) -> list[str] | None:
        """Give the whole lines that have come; nothing at all when the client has gone."""
        try:
            data = self.connection.recv(4096)
        except OSError:
            return None
        if not data:
            return None
        *lines, self._heard = (self._heard + data).split(b"\n")
        return [line.decode("ascii", "replace") for line in lines]


class Visitors:
    """The clients that are connected, and the socket they come by.

    The socket lies in a folder of its own that only this user may enter, with a short name: the
    length of such paths is limited.
    """

    def __init__(self, selector: selectors.BaseSelector) -> None:
        self._selector = selector
        self._room = Path(tempfile.mkdtemp(prefix="charter-lint-"))
        self.path = str(self._room / "s")
        self._door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._door.bind(self.path)
        self._door.listen(_QUEUE)
        self._clients: set[Client] = set()
        selector.register(self._door, selectors.EVENT_READ, self)

    def __len__(self) -> int:
        return len(self._clients)

    def users(self) -> int:
        """Count the clients that use the server."""
        return sum(client.leases for client in self._clients)

    def __iter__(self) -> Iterator[Client]:
        return iter(tuple(self._clients))

    def welcome(self) -> None:
        """Let in whoever knocks."""
        connection, _ = self._door.accept()
        self.adopt(connection)

    def adopt(self, connection: socket.socket, *, leases: bool = False) -> None:
        """Take a connection as a client's, one that uses the server from the first if `leases`."""
        client = Client(connection)
        client.leases = leases
        self._clients.add(client)
        self._selector.register(connection, selectors.EVENT_READ, client)

    def part(self, client: Client) -> None:
        """Forget a client that has gone."""
        self._selector.unregister(client.connection)
        client.connection.close()
        self._clients.discard(client)

    def close(self) -> None:
        """Close every connection and remove the socket."""
        for client in self:
            self.part(client)
        self._selector.unregister(self._door)
        self._door.close()
        shutil.rmtree(self._room, ignore_errors=True)
