"""The words of one Word paragraph, with changes accepted, and what hangs on it: boxes, pictures' grades, notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from inspect_cli.read.docx_names import COMPATIBLE, is_on, path, value, w
from inspect_cli.read.docx_styles import Styles, is_hidden
from inspect_cli.read.marks import grade_of

# Where a person broke a line inside a paragraph, and where a page or column ends.
LINE_BREAK, PAGE_BREAK = "\n", "\f"

_TEXT, _RUN, _BREAK, _SYMBOL = w("t"), w("r"), w("br"), w("sym")
_SIGNS = {w("tab"): "\t", w("cr"): LINE_BREAK, w("noBreakHyphen"): "-", w("ptab"): "\t"}
_MATHS_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_DRAWN = {w("drawing"), w("pict"), w("object")}
CHOICES, CHOICE, FALLBACK = COMPATIBLE + "AlternateContent", COMPATIBLE + "Choice", COMPATIBLE + "Fallback"
BOX = w("txbxContent")
CONTROL = w("sdt")
# What was deleted or moved away, what only describes, and a field's instruction.
DROPPED = frozenset(
    w(name)
    for name in (
        "del moveFrom pPr rPr sdtPr sdtEndPr tblPr tblGrid trPr tcPr sectPr customXmlPr smartTagPr rubyPr rt instrText"
        " delInstrText delText fldChar softHyphen footnoteRef endnoteRef annotationRef commentReference"
    ).split()
)
# Signs of the symbol fonts; the others are ornaments.
_SYMBOLS = {
    "B7": "•", "A7": "▪", "6F": "○", "71": "□", "D8": "‣", "E0": "→", "E8": "→", "FC": "✓", "FB": "✗", "AE": "→",
    "2D": "-", "A8": "□", "6E": "■", "6C": "●", "FE": "✓", "B3": "≥", "A3": "≤", "D7": "×",
}  # fmt: skip
_PRIVATE = "F0"


@dataclass(slots=True)
class Words:
    """What a paragraph holds: its text, the boxes anchored in it, grades that its pictures name, its notes' ids."""

    parts: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    grades: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text, with line and page breaks in it."""
        return "".join(self.parts)


def gather(paragraph: Element, styles: Styles) -> Words:
    """Collect the words of a paragraph as a person reads them who accepts all changes."""
    words = Words()
    _gather(paragraph, words, styles)
    return words


def _gather(element: Element, words: Words, styles: Styles) -> None:
    for child in element:
        tag = child.tag
        if tag == _TEXT:
            words.parts.append(child.text or "")
        elif tag == _RUN:
            if not is_hidden(child, styles):
                _gather(child, words, styles)
        elif tag in _SIGNS:
            words.parts.append(_SIGNS[tag])
        elif tag not in DROPPED:
            _gather_other(child, words, styles)


def _gather_other(child: Element, words: Words, styles: Styles) -> None:
    tag = child.tag
    if tag == _BREAK:
        words.parts.append(LINE_BREAK if value(child, "type") in (None, "textWrapping") else PAGE_BREAK)
    elif tag == _SYMBOL:
        words.parts.append(_symbol(child))
    elif tag == _MATHS_TEXT:
        words.parts.append(child.text or "")
    elif tag in _NOTES:
        words.notes.append((_NOTES[tag], value(child, "id") or ""))
    elif tag in _DRAWN:
        words.boxes.extend(_boxes(child))
        words.grades.extend(_grades(child))
    elif tag == CHOICES:
        for one in chosen(child):
            _gather(one, words, styles)
    elif tag == CONTROL and is_placeholder(child):
        pass
    else:
        _gather(child, words, styles)


def chosen(choices: Element) -> list[Element]:
    """Give the one of several forms of the same content that is read: the first, else the one for older programs."""
    first = choices.find(CHOICE)
    return [first] if first is not None else choices.findall(FALLBACK)


def is_placeholder(control: Element) -> bool:
    """Say whether a content control still shows what is to be typed into it."""
    return is_on(control.find(path("sdtPr", "showingPlcHdr")))


def _symbol(element: Element) -> str:
    code = (value(element, "char") or "").upper()
    return _SYMBOLS.get(code.removeprefix(_PRIVATE) if len(code) == 4 else code, "")


def _seen(element: Element) -> Iterator[Element]:
    """Walk what is drawn, but neither into boxes nor into the form for older programs."""
    for child in element:
        if child.tag == CHOICES:
            for one in chosen(child):
                yield from _seen(one)
        else:
            yield child
            if child.tag != BOX:
                yield from _seen(child)


def _boxes(drawn: Element) -> list[Element]:
    return [element for element in _seen(drawn) if element.tag == BOX]


def _grades(drawn: Element) -> list[str]:
    """Give the grades that pictures have as their alternative text, each once."""
    texts = [
        text
        for element in _seen(drawn)
        for name, text in element.items()
        if name.rpartition("}")[2] in ("descr", "title", "alt")
    ]
    return list(dict.fromkeys(grade for text in texts if (grade := grade_of(text))))
