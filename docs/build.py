"""Write the reference pages from code and data.

python docs/build.py            write docs/reference
python docs/build.py --check    exit 1 if a page is not what code and data say
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec

from charter_lint.charter.compiled import Charter, Rule
from charter_lint.charter.load import load_charter
from charter_lint.charter.schemas import file_schema
from charter_lint.checks.kinds import kind_names, kind_of
from charter_lint.formats.json import Document

ROOT = Path(__file__).parent.parent
HERE = Path(__file__).parent / "reference"
FILLED = ("README.md", "README.fr.md")
"""Pages in which a block behind `<!-- run: … -->` or `<!-- file: … -->` is filled in."""
NOTE = "<!-- Made by docs/build.py; do not edit. -->\n\n"


def kinds_page() -> str:
    """Describe every kind of check and its options."""
    parts = [NOTE, "# Kinds of check\n\n"]
    for name in kind_names():
        kind = kind_of(name)
        options = kind.Options  # type: ignore[attr-defined]
        parts.append(f"## {name}\n\n{(kind.__doc__ or '').strip().splitlines()[0]}\n\n")
        parts.append(f"{(options.__doc__ or '').strip()}\n\n")
        parts.append("| option | value | meaning |\n|---|---|---|\n")
        schema = msgspec.json.schema(options)
        fields = schema["$defs"]["Options"] if "$defs" in schema else schema
        required = set(fields.get("required", ()))
        for option, shape in fields["properties"].items():
            if option == "kind":
                continue
            must = "**" if option in required else ""
            meaning = str(shape.get("description", "")).replace("|", "\\|")
            parts.append(f"| {must}{option}{must} | {_shape(shape)} | {meaning} |\n")
        if kind.VALUES:
            filled = ", ".join("`{" + v + "}`" for v in kind.VALUES)
            parts.append(f"\nFills {filled} in messages.\n")
        parts.append("\n")
    return "".join(parts).rstrip() + "\n"


def rules_page(charter: Charter, language: str) -> str:
    """List every shipped rule with its message, rewrite, source and first examples."""
    title = {"fr": "# Les règles fournies", "en": "# The rules that come with it"}[language]
    parts = [NOTE, title, "\n"]
    pack = ""
    for number in range(len(charter.rules)):
        rule = charter.rules[number]
        if rule.family != pack:
            pack = rule.family
            parts.append(f"\n## {pack}\n")
        parts.append(_rule(charter, number, rule, language))
    return "".join(parts)


def filled(text: str) -> str:
    """Fill each marked block with the output of a command, or the content of a file."""

    def block(found: re.Match[str]) -> str:
        what, argument = found[1], found[2].strip()
        if what == "file":
            body = (ROOT / argument).read_text(encoding="utf-8").rstrip()
        else:
            done = subprocess.run(
                [sys.executable, "-m", "charter_lint", *shlex.split(argument)],
                capture_output=True,
                text=True,
                cwd=ROOT,
                env={**os.environ, "COLUMNS": "80", "CHARTER_LINT_CHARTER": "", "NO_COLOR": "1"},
                check=False,
            )
            body = f"$ charter-lint {argument}\n{done.stdout.rstrip()}"
        return f"<!-- {what}: {argument} -->\n```{found[3]}\n{body}\n```"

    return re.sub(r"<!-- (run|file): (.*?) -->\n```(\w*)\n.*?\n```", block, text, flags=re.DOTALL)


def _rule(charter: Charter, number: int, rule: Rule, language: str) -> str:
    words = {
        "fr": ("Plutôt", "Source", "Signalé", "Laissé passer"),
        "en": ("Instead", "Source", "Flagged", "Allowed"),
    }[language]
    level = rule.severity if rule.effect == "finding" else rule.effect
    lines = [f"\n### {rule.id}\n", f"{rule.title.of(language)} · {level}\n"]
    lines.append(f"{rule.message.of(language)}\n")
    lines.append(f"{words[0]} : {rule.instead.of(language)}\n")
    if rule.source:
        cited = "; ".join(
            f"{s.text}{f' ({s.jurisdiction})' if s.jurisdiction else ''} [{s.mark}]"
            for s in rule.source
        )
        lines.append(f"{words[1]} : {cited}\n")
    rows = charter.examples[number].rows
    for flagged, word in ((True, words[2]), (False, words[3])):
        listed = [e.text for spoken, f, e in rows if spoken == language and f is flagged][:2]
        if listed:
            lines.append(
                f"{word} : " + " / ".join(" ".join(text.split()) for text in listed) + "\n"
            )
    return "\n".join(lines)


def _shape(shape: dict[str, Any]) -> str:
    if "enum" in shape:
        return " \\| ".join(map(str, shape["enum"]))
    if "$ref" in shape:
        return shape["$ref"].rsplit("/", 1)[1].lower()
    if "anyOf" in shape:
        return " or ".join(dict.fromkeys(_shape(s) for s in shape["anyOf"]))
    if shape.get("type") == "array":
        items = shape.get("items")
        return f"list of {_shape(items)}" if isinstance(items, dict) else "list"
    if shape.get("type") == "object":
        return "mapping"
    return str(shape.get("type", "any"))


def pages() -> dict[Path, str]:
    """Give every page by its path."""
    charter = load_charter("examples")
    found = {
        HERE / "kinds.md": kinds_page(),
        HERE / "rules.en.md": rules_page(charter, "en"),
        HERE / "rules.fr.md": rules_page(charter, "fr"),
    }
    schemas = {name: file_schema(name) for name in ("charter", "rule", "concepts", "context")}
    schemas["report"] = msgspec.json.schema(Document)
    for name, schema in schemas.items():
        text = json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
        found[HERE / f"{name}.schema.json"] = text
    for name in FILLED:
        path = ROOT / name
        found[path] = filled(path.read_text(encoding="utf-8"))
    return found


def main() -> None:
    """Write the pages, or compare them."""
    stale = []
    for path, text in pages().items():
        if "--check" in sys.argv:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(path.name)
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
    if stale:
        sys.exit(f"docs/reference is out of date ({', '.join(stale)}): python docs/build.py")


if __name__ == "__main__":
    main()
