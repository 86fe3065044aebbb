"""Where the server's jars, state, lock and log are kept; none of them ever holds a draft."""

from __future__ import annotations

import json
import os
from pathlib import Path

import msgspec

JARS_VARIABLE = "CHARTER_LINT_LANGUAGETOOL"
STATE_VARIABLE = "CHARTER_LINT_STATE"


class State(msgspec.Struct, frozen=True):
    """What the running supervisor says of itself: its process and its private socket."""

    pid: int
    socket: str


def jars_dir() -> Path:
    """Give the folder of LanguageTool: the one the environment names, or the user's own."""
    named = os.environ.get(JARS_VARIABLE)
    if named:
        return Path(named)
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_data_path("charter-lint")) / "languagetool"


def state_dir() -> Path:
    """Give the folder of state, lock and log, made if need be and closed to other users."""
    named = os.environ.get(STATE_VARIABLE)
    if named:
        folder = Path(named)
    else:
        import platformdirs  # noqa: PLC0415

        folder = Path(platformdirs.user_state_path("charter-lint")) / "grammar"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def state_file() -> Path:
    """Give the file that names the running supervisor."""
    return state_dir() / "server.json"


def lock_file() -> Path:
    """Give the file that is locked while a server is being started or stopped."""
    return state_dir() / "server.lock"


def log_file() -> Path:
    """Give the server's log."""
    return state_dir() / "server.log"


def read_state() -> State | None:
    """Read the state file; nothing when there is none or it is not ours to read."""
    try:
        return msgspec.json.decode(state_file().read_bytes(), type=State)
    except (OSError, msgspec.MsgspecError, json.JSONDecodeError):
        return None
