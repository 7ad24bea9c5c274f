"""Lists and hidden styles of an OpenDocument text: how each level of a list is numbered."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from inspect_cli.read.counting import DEEPEST, Level
from inspect_cli.read.odt_names import STYLE, TEXT, positive

_STYLES = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "": "none",
}
_KINDS = {
    f"{TEXT}list-level-style-number": False,
    f"{TEXT}list-level-style-bullet": True,
    f"{TEXT}list-level-style-image": True,
}


def list_styles(roots: Iterable[Element]) -> dict[str, dict[int, Level]]:
    """Give the levels, from 0, of each style of lists by its name."""
    found: dict[str, dict[int, Level]] = {}
    for root in roots:
        for one in root.iter(f"{TEXT}list-style"):
            levels = [_level(level) for level in one if level.tag in _KINDS]
            found[one.get(f"{STYLE}name", "")] = dict(levels)
    return found


def _level(element: Element) -> tuple[int, Level]:
    at = min(positive(element.get(f"{TEXT}level"), 1), DEEPEST) - 1
    if _KINDS[element.tag]:
        return at, Level("bullet")
    style = _STYLES.get(element.get(f"{STYLE}num-format", ""), "decimal")
    shown = min(positive(element.get(f"{TEXT}display-levels"), 1), at + 1)
    numbers = ".".join(f"%{above + 1}" for above in range(at + 1 - shown, at + 1)) if style != "none" else ""
    pattern = element.get(f"{STYLE}num-prefix", "") + numbers + element.get(f"{STYLE}num-suffix", "")
    return at, Level(style, pattern, positive(element.get(f"{TEXT}start-value"), 1))


def hidden_styles(roots: Iterable[Element]) -> frozenset[str]:
    """Give the names of the styles that hide their words."""
    return frozenset(
        style.get(f"{STYLE}name", "")
        for root in roots
        for style in root.iter(f"{STYLE}style")
        if any(one.get(f"{TEXT}display") == "none" for one in style.findall(f"{STYLE}text-properties"))
    )
