"""Say what grammar checking would miss here, without starting anything."""

from __future__ import annotations

from functools import cache

from charter_lint.nlp.grammar import places
from charter_lint.nlp.grammar.model import GrammarUnavailable, Settings


def unavailable(settings: Settings) -> GrammarUnavailable | None:
    """Give the first thing that is missing: the library, Java, LanguageTool, a URL to be used.

    A server that is down is only found by asking it.
    """
    return _looked(settings, str(places.jars_dir()))


@cache
def _looked(settings: Settings, folder: str) -> GrammarUnavailable | None:
    from pathlib import Path  # noqa: PLC0415

    from charter_lint.nlp.grammar.address import allowed  # noqa: PLC0415
    from charter_lint.nlp.grammar.client import need_library  # noqa: PLC0415
    from charter_lint.nlp.grammar.jars import jars_of  # noqa: PLC0415
    from charter_lint.nlp.grammar.java import find_java  # noqa: PLC0415
    from charter_lint.nlp.grammar.profile import profile  # noqa: PLC0415

    try:
        need_library()
        data = profile()
        if settings.url is not None:
            allowed(settings.url, settings.hosts, data.public_hosts)
            return None
        data.accept(jars_of(Path(folder)).version)
        find_java(data.java)
    except GrammarUnavailable as reason:
        return reason
    return None
