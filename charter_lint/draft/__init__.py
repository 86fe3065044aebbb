"""A text to publish and what can be read off it without any rule."""

from charter_lint.draft.context import Context
from charter_lint.draft.draft import Draft
from charter_lint.draft.spans import Lines, Position, Span

__all__ = ["Context", "Draft", "Lines", "Position", "Span"]
