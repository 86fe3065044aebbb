"""What a configuration does to a Markdown draft before it is parsed, and its front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from charter_lint.styles.block import Block
from charter_lint.styles.dialect import DialectError, translate
from charter_lint.styles.scope import applies

if TYPE_CHECKING:
    from charter_lint.styles.run import Judgement, Plan

_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)


def prepared(text: str, plan: Plan) -> str:
    """Wrap what the configuration ignores as code, and turn its comment signs into HTML's."""
    for pattern in plan.block_ignores:
        text = _wrapped(pattern, "\n```\n", text)
    for pattern in plan.token_ignores:
        text = _wrapped(pattern, "`", text)
    for opening, closing in plan.comments:
        text = text.replace(opening, "<!--").replace(closing, "-->")
    return text


def _wrapped(pattern: str, fence: str, text: str) -> str:
    import regex  # noqa: PLC0415 - for configurations that ignore something

    try:
        made = regex.compile(translate(pattern).text)
    except (DialectError, regex.error):
        return text

    def one(found: Any) -> str:  # noqa: ANN401 - a match of an untyped library
        inside = (found[1] or "") if made.groups else "$1"
        return f"{fence}{inside}{fence}"

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
        at = document.text.find(value.value, start)
        if value.value and 0 <= at <= found.start(1) + value.end_mark.index:
            judgement.block(Block(value.value, scope, document.text, at), search=True)
