"""Compiles a charter with what an editor holds of its files, in a process of its own.

python -m charter_lint.hooks.lsp.proof reads a Request as JSON and answers with a Proof.
"""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

import msgspec

from charter_lint.charter.compile import build
from charter_lint.charter.faults import CharterError, Fault


class Request(msgspec.Struct, frozen=True):
    """A charter's file, and the text of files that an editor holds: resolved path → text."""

    charter: str
    unsaved: dict[str, str]


class Proof(msgspec.Struct, frozen=True):
    """All faults of a charter; without any, the files it is made of."""

    faults: tuple[Fault, ...] = ()
    files: tuple[str, ...] = ()


class ProofError(Exception):
    """The process ended without an answer."""


def prove(request: Request) -> Proof:
    """Compile; nothing is kept."""
    try:
        built = build(Path(request.charter), {Path(p): t for p, t in request.unsaved.items()})
    except CharterError as error:
        return Proof(faults=tuple(error.faults))
    return Proof(files=tuple(str(path.resolve()) for path in built.layout.all))


async def prove_apart(request: Request) -> Proof:
    """Compile in another process, which is ended when the caller no longer waits."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "charter_lint.hooks.lsp.proof", stdin=PIPE, stdout=PIPE
    )
    try:
        answer, _ = await process.communicate(msgspec.json.encode(request))
        return msgspec.json.decode(answer, type=Proof)
    except msgspec.MsgspecError:
        raise ProofError from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


if __name__ == "__main__":
    asked = msgspec.json.decode(sys.stdin.buffer.read(), type=Request)
    sys.stdout.buffer.write(msgspec.json.encode(prove(asked)))
