"""Load on a server on loopback: latency, shedding, memory, restart after kill -9.

    python benchmarks/serve.py                    100 a second for 60 s, then ten times as many
    python benchmarks/serve.py --memory 100000    memory over so many requests
    python benchmarks/serve.py --schemathesis 10000

Requests come at fixed moments whether earlier ones are answered or not, and latency counts from
that moment, so that a server that stalls cannot hide it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
POSTS = sorted((HERE.parent / "examples" / "corpus").glob("ordinary-*.jsonl"))
_LENGTH = 400


class Caller:
    """Keep-alive connections that send ready-made requests."""

    def __init__(self, port: int, bodies: list[bytes]) -> None:
        self.port = port
        self.requests = [
            b"POST /v1/check HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
            b"content-length: %d\r\n\r\n%s" % (len(b), b)
            for b in bodies
        ]
        self.idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []
        self.statuses: Counter[int] = Counter()
        self.latencies: list[float] = []

    async def send(self, number: int, due: float) -> None:
        """Send one request that was due at a moment, and read its answer."""
        try:
            reader, writer = (
                self.idle.pop()
                if self.idle
                else await asyncio.open_connection("127.0.0.1", self.port)
            )
            writer.write(self.requests[number % len(self.requests)])
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(re.search(rb"content-length: (\d+)", head)[1])
            await reader.readexactly(length)
            status = int(head[9:12])
            if b"connection: close" in head:
                writer.close()
            else:
                self.idle.append((reader, writer))
        except (OSError, asyncio.IncompleteReadError):
            status = 0
        self.statuses[status] += 1
        if status == 200:
            self.latencies.append(time.perf_counter() - due)

    async def run(self, rate: float, seconds: float) -> None:
        """Send at fixed moments."""
        start = time.perf_counter()
        tasks = set()
        for number in range(int(rate * seconds)):
            due = start + number / rate
            wait = due - time.perf_counter()
            if wait > 0:
                await asyncio.sleep(wait)
            task = asyncio.create_task(self.send(number, due))
            tasks.add(task)
            task.add_done_callback(tasks.discard)
        await asyncio.gather(*tasks)

    async def fast(self, count: int, lanes: int = 4) -> None:
        """Send so many as fast as they are answered."""
        numbers = iter(range(count))

        async def lane() -> None:
            for number in numbers:
                await self.send(number, time.perf_counter())

        await asyncio.gather(*(lane() for _ in range(lanes)))

    def close(self) -> None:
        """Hang up."""
        for _, writer in self.idle:
            writer.close()

    def told(self) -> str:
        """Say how long answers took and what they were."""
        ordered = sorted(self.latencies) or [0.0]
        parts = [
            f"p{q:g} {ordered[min(len(ordered) - 1, int(len(ordered) * q / 100))] * 1000:.1f} ms"
            for q in (50, 95, 99, 99.9)
        ]
        statuses = ", ".join(f"{k or 'no answer'}: {v}" for k, v in sorted(self.statuses.items()))
        return f"{', '.join(parts)}, most {ordered[-1] * 1000:.1f} ms; {statuses}"


class Served:
    """A server in a process of its own."""

    def __init__(self, charter: str) -> None:
        # Read through a handle of its own: a shared one has one place for both sides.
        self.log = tempfile.NamedTemporaryFile()  # noqa: SIM115  (as long as the server)
        start = time.perf_counter()
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "charter_lint",
                "serve",
                "-c",
                charter,
                "--port",
                "0",
            ],
            stderr=self.log,
        )
        while True:
            found = re.search(rb"127\.0\.0\.1:(\d+)/", Path(self.log.name).read_bytes())
            if found:
                break
            if self.process.poll() is not None:
                sys.exit("the server did not start")
            time.sleep(0.01)
        self.port = int(found[1])
        self.seconds = time.perf_counter() - start

    def memory(self) -> float:
        """Give its memory in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def cpu(self) -> float:
        """Give the seconds of CPU it has used."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self, how: int = signal.SIGTERM) -> None:
        """End it."""
        self.process.send_signal(how)
        self.process.wait()
        self.log.close()


def bodies() -> list[bytes]:
    """Give posts of 400 characters, made of whole posts of the corpus."""
    texts = [json.loads(line)["text"] for file in POSTS for line in file.open(encoding="utf-8")]
    found, kept = [], ""
    for text in texts:
        kept = f"{kept}\n\n{text}" if kept else text
        if len(kept) >= _LENGTH:
            found.append(json.dumps({"text": kept[:_LENGTH], "platform": "linkedin"}).encode())
            kept = ""
    return found


async def load(charter: str, rate: float, seconds: float) -> None:
    posts = bodies()
    served = Served(charter)
    print(f"{len(posts)} posts, charter {charter}; ready in {served.seconds:.2f} s")
    for name, factor, length in (("load", 1, seconds), ("flood", 10, 10), ("after", 1, 5)):
        caller = Caller(served.port, posts)
        before = served.cpu()
        await caller.run(rate * factor, length)
        each = (served.cpu() - before) / (rate * factor * length) * 1000
        print(f"{name}: {rate * factor:g} a second for {length:g} s: {caller.told()}")
        print(f"      {each:.2f} ms of CPU a request; load of the machine {os.getloadavg()[0]:.1f}")
        caller.close()
        if name == "flood":
            await asyncio.sleep(1)
    flood = asyncio.create_task(Caller(served.port, posts).run(rate, 2))
    await asyncio.sleep(1)
    served.stop(signal.SIGKILL)
    await flood
    again = Served(charter)
    print(f"killed under load, ready again in {again.seconds:.2f} s")
    again.stop()


async def memory(charter: str, count: int) -> None:
    served = Served(charter)
    posts = bodies()
    print(f"at the start {served.memory():.0f} MB")
    for part in range(10):
        caller = Caller(served.port, posts)
        start = time.perf_counter()
        await caller.fast(count // 10)
        rate = count / 10 / (time.perf_counter() - start)
        told = ", ".join(f"{k}: {v}" for k, v in caller.statuses.items())
        print(f"after {(part + 1) * count // 10}: {served.memory():.0f} MB, {rate:.0f}/s, {told}")
    served.stop()


def schemathesis(charter: str, count: int) -> int:
    served = Served(charter)
    operations = 10
    tool = Path(sys.executable).with_name("schemathesis")
    hooks = HERE.parent / "tests" / "hooks"
    code = subprocess.run(
        [
            tool,
            "run",
            f"http://127.0.0.1:{served.port}/openapi.json",
            f"--max-examples={count // operations}",
            "--phases=examples,coverage,fuzzing",
            "--suppress-health-check=all",
            "--no-color",
        ],
        check=False,
        env={**os.environ, "SCHEMATHESIS_HOOKS": "schemathesis_lines", "PYTHONPATH": str(hooks)},
    ).returncode
    served.stop()
    return code


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--charter", default="default")
    parser.add_argument("--rate", type=float, default=100)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--memory", type=int, default=0)
    parser.add_argument("--schemathesis", type=int, default=0)
    given = parser.parse_args()
    if given.memory:
        asyncio.run(memory(given.charter, given.memory))
    elif given.schemathesis:
        sys.exit(schemathesis(given.charter, given.schemathesis))
    else:
        asyncio.run(load(given.charter, given.rate, given.seconds))


if __name__ == "__main__":
    main()
