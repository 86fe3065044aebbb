"""Writing XML that every parser accepts."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters outside XML 1.0's Char production."""


def clean(text: str) -> str:
    """Give a text without the characters that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def document(root: ET.Element) -> str:
    """Give an element as an indented document."""
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, "unicode") + "\n"
