"""Text from a report is data: what would act on a terminal or a spreadsheet is made visible or harmless."""

from __future__ import annotations

import re
from collections.abc import Callable

_BLANKS = re.compile(r"[\t\n\v\f\r]+")
# All but what texts are made of: ASCII and Latin letters, punctuation, signs of money, arrows and other signs.
_RARE = "[^\t\n -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2426\u2460-\u27ff]"
# Not "+": one alone at the beginning is looked for several times as fast.
_RUN = re.compile(_RARE + _RARE + "*")
# Controls, formats (what turns the direction of writing round, marks of no width, tags), what no character is, lone
# surrogates, separators of lines that are not "\n".
_ACTING = frozenset({"Cc", "Cf", "Cn", "Cs", "Zl", "Zp"})
# Letters and marks that are not to be seen: joiners, fillers, variations.
_UNSEEN_RANGES = ((0x034F, 1), (0x115F, 2), (0x17B4, 2), (0x180B, 5), (0x3164, 1), (0xFE00, 16), (0xFFA0, 1))
_UNSEEN = frozenset(chr(first + n) for first, count in (*_UNSEEN_RANGES, (0xE0100, 240)) for n in range(count))
# No language writes more marks than these on one letter; a pile of them covers the lines above and below.
_MARKS = frozenset({"Mn", "Me"})
_MOST_MARKS = 4
# Where Chinese or Japanese is set, the wide signs are signs of a formula too.
_FORMULA = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
# Where commas part the digits of numbers, a spreadsheet parts the cells of a CSV at semicolons, quoted or not.
_CELL = re.compile(rf"(;[\s\"']*)(?=[{''.join(map(re.escape, _FORMULA))}])")

Spell = Callable[[str], str]


def visible(text: str) -> str:
    """Give ``text`` as one line: what acts or is not to be seen is spelt out as Python would, breaks are blanks."""
    return screened(_BLANKS.sub(" ", text))


def screened(text: str) -> str:
    """Do as ``visible`` does with a text of several lines or cells: its line feeds and tabs stay."""
    return _respelt(text, _as_python)


def escape_json(encoded: str) -> str:
    """Escape in an encoded JSON text what JSON lets pass and a terminal would act on."""
    return _respelt(encoded, _as_json)


def harmless(text: str) -> str:
    """Give ``text`` as a spreadsheet cell that no spreadsheet runs as a formula."""
    shown = _CELL.sub(r"\1'", visible(text))
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown


def _respelt(text: str, spell: Spell) -> str:
    return _RUN.sub(lambda run: "".join(_characters(run[0], spell)), text)


def _characters(run: str, spell: Spell) -> list[str]:
    """Give the characters of a run of rare ones, spelt out where they act, are unseen, or are a mark too many."""
    from unicodedata import category

    shown, marks = [], 0
    for one in run:
        kind = category(one)
        marks = marks + 1 if kind in _MARKS else 0
        shown.append(spell(one) if kind in _ACTING or one in _UNSEEN or marks > _MOST_MARKS else one)
    return shown


def _as_python(one: str) -> str:
    code = ord(one)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _as_json(one: str) -> str:
    code = ord(one)
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
