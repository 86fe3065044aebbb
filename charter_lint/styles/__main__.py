"""Prints what styles say of files, in the form of Vale's own JSON output."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from charter_lint.styles import StylesError, load


def main(args: list[str]) -> int:
    """Judge files: `python -m charter_lint.styles .vale.ini [--cache FOLDER] FILE…`."""
    config, *rest = args
    cache = None
    if rest[:1] == ["--cache"]:
        cache = Path(rest[1])
        rest = rest[2:]
    try:
        styles = load(Path(config), cache)
    except StylesError as error:
        from charter_lint.styles.explain import explain  # noqa: PLC0415 - only when it's needed

        place = f"{error.path}:{error.line}:{error.column}"
        sys.stderr.write(f"{place}: {explain(error, 'en')}\n")
        return 2
    found: dict[str, list[dict[str, object]]] = {}
    for name in rest:
        with open(name, encoding="utf-8", newline="") as file:  # noqa: PTH123 - many small files
            text = file.read()
        syntax = "plain" if name.endswith(".txt") else "markdown"
        alerts = styles.check(text, syntax=syntax, name=name)
        if alerts:
            found[name] = [
                {
                    "Action": {"Name": each.action.name, "Params": each.action.params or None},
                    "Span": each.span,
                    "Check": each.rule.replace("/", ".", 1),
                    "Description": each.description,
                    "Link": each.link,
                    "Message": each.message,
                    "Severity": each.severity,
                    "Match": each.match,
                    "Line": each.line,
                }
                for each in alerts
            ]
    sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
