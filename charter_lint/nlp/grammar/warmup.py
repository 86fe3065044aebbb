"""Ask a fresh server its first questions, so that no draft pays for them."""

from __future__ import annotations

import http.client
import json
import threading
from typing import TYPE_CHECKING

from charter_lint.nlp.grammar.process import LOOPBACK, THREADS

if TYPE_CHECKING:
    from collections.abc import Sequence

_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_PATIENCE = 80  # seconds for one first answer; 8 is usual


def warm_up(port: int, forms: Sequence[str]) -> str:
    """Send each form, as often at once as the server has threads; give the server's version.

    Raises OSError or ValueError when the server cannot answer.
    """
    version = ""
    for form in forms:
        answers: list[str | Exception] = []
        askers = [
            threading.Thread(target=_keep, args=(answers, port, form), daemon=True)
            for _ in range(THREADS)
        ]
        for asker in askers:
            asker.start()
        for asker in askers:
            asker.join()
        for answer in answers:
            if isinstance(answer, Exception):
                raise answer
            version = answer
    return version


def healthy(port: int, patience: float) -> bool:
    """Say whether the server answers its health check within `patience` seconds."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=patience)
    try:
        connection.request("GET", "/v2/healthcheck")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _keep(answers: list[str | Exception], port: int, form: str) -> None:
    try:
        answers.append(_ask(port, form))
    except (OSError, ValueError) as error:
        answers.append(error)
    except (http.client.HTTPException, KeyError, TypeError) as error:
        answers.append(ValueError(type(error).__name__))


def _ask(port: int, form: str) -> str:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=_PATIENCE)
    try:
        connection.request("POST", "/v2/check", form.encode("ascii"), _FORM)
        answer = connection.getresponse()
        body = answer.read()
    finally:
        connection.close()
    if answer.status != http.client.OK:
        raise ValueError(str(answer.status))
    return str(json.loads(body)["software"]["version"])
