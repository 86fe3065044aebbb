"""Connections that send their head too slowly, or are too many, are closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

if TYPE_CHECKING:
    import asyncio

    from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

_HEAD_BYTES = 32 << 10
_BUSY = (
    b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\ncontent-length: 0\r\n"
    b"connection: close\r\n\r\n"
)


class Protocol(HttpToolsProtocol):
    """One connection; the server makes a subclass of it with its own limits."""

    head_seconds: ClassVar[float] = 10.0
    connections_limit: ClassVar[int] = 512

    _head_timer: asyncio.TimerHandle | None = None
    _head_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request's head, or turn the connection away."""
        super().connection_made(transport)
        if len(self.connections) > self.connections_limit:
            transport.write(_BUSY)
            transport.close()
            return
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take bytes in; a head has a limit of time and of size."""
        if self._between_requests():
            self._head_bytes += len(data)
            if self._head_timer is None:
                self._wait()
        super().data_received(data)
        if not self._between_requests():
            self._stop_waiting()
        elif self._head_bytes > _HEAD_BYTES:
            self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the timer."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _between_requests(self) -> bool:
        # Annotated as never None, though it is before the first request.
        cycle: RequestResponseCycle | None = self.cycle
        return cycle is None or cycle.response_complete

    def _wait(self) -> None:
        self._head_timer = self.loop.call_later(self.head_seconds, self._too_slow)

    def _stop_waiting(self) -> None:
        self._head_bytes = 0
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _too_slow(self) -> None:
        if self._between_requests() and not self.transport.is_closing():
            self.transport.close()
