"""What a configuration does to a Markdown draft before it is parsed, and its front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from charter_lint.styles.block import Block, Run
from charter_lint.styles.dialect import DialectError, translate
from charter_lint.styles.scope import applies

if TYPE_CHECKING:
    from charter_lint.styles.judgement import Judgement
    from charter_lint.styles.plan import Plan

_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_BLOCK = {"markdown": ("\n```\n", "\n```\n"), "html": ("<pre>", "</pre>")}
_TOKEN = {"markdown": ("`", "`"), "html": ("<code>", "</code>")}


def prepared(text: str, plan: Plan, syntax: str) -> str:
    """Wrap what the configuration ignores as code, and turn its comment signs into HTML's."""
    for pattern in plan.block_ignores:
        text = _wrapped(pattern, *_BLOCK[syntax], text)
    for pattern in plan.token_ignores:
        text = _wrapped(pattern, *_TOKEN[syntax], text)
    for opening, closing in plan.comments:
        text = text.replace(opening, "<!--").replace(closing, "-->")
    return text


def _wrapped(pattern: str, opening: str, closing: str, text: str) -> str:
    import regex  # noqa: PLC0415 - for configurations that ignore something

    try:
        made = regex.compile(translate(pattern).text)
    except (DialectError, regex.error):
        return text

    def one(found: Any) -> str:  # noqa: ANN401 - a match of an untyped library
        inside = (found[1] or "") if made.groups else "$1"
        return f"{opening}{inside}{closing}"

    replaced: str = made.sub(one, text, timeout=1)
    return replaced


def front_matter(judgement: Judgement) -> None:
    """Judge the texts at the top of a draft's YAML front matter, each under its own name."""
    document = judgement.document
    if not document.text.lstrip().startswith("---"):
        return
    found = _FRONT.match(document.text)
    if found is None:
        return
    import yaml  # noqa: PLC0415 - few drafts have front matter

    try:
        root = yaml.compose(found[1], Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        return
    if not isinstance(root, yaml.MappingNode):
        return
    for key, value in root.value:
        if not isinstance(value, yaml.ScalarNode) or not value.tag.endswith(":str"):
            continue
        scope = f"text.frontmatter.{key.value}{judgement.suffix}"
        if judgement.config.ignored_scopes and applies(judgement.config.ignored_scopes, scope):
            continue
        start = found.start(1) + value.start_mark.index
        runs = _runs(document.text, value.value, start, found.start(1) + value.end_mark.index)
        if runs:
            judgement.block(Block(value.value, scope, document.text, runs=runs), search=True)


def _runs(text: str, value: str, start: int, end: int) -> tuple[Run, ...]:
    """Find the lines of a value where its YAML stands in the draft."""
    found = []
    at = 0
    for line in value.split("\n"):
        source = text.find(line, start, end) if line else -1
        if source >= 0:
            found.append(Run(at, source, len(line)))
            start = source + len(line)
        at += len(line) + 1
    return tuple(found)
