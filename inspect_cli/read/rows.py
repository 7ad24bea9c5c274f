"""One line of a text by its layout: its words, the bullet or number before them, whether it stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from inspect_cli.model import Grade
from inspect_cli.read.clean import is_furniture_line
from inspect_cli.reference.keyed import Keyed

_HEADING = re.compile(r"\s*(#{1,6})\s+(?=\S)")
_BULLET = re.compile(
    r"""\s*(?:
      (?P<bullet>[•‣▪▫◦●○■□·⁃\ue000-\uf8ff])\s*
    | (?P<dash>[-–—*+])\s+(?=\S)
    | (?P<number>\(?\d{1,2}[.)]|\(\d{1,2}\)|\([a-z]\)|\([ivx]{1,4}\)|[a-z]\))\s+(?=\S)
    | (?P<deep>\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+(?=["“‘']?[A-Z])
    )""",
    re.X,
)
# A bullet after other words: a list that was run into one line.
_INNER_BULLET = re.compile(r"(?<=[.;:!?]) +(?=[•‣▪▫◦●○■□⁃\ue000-\uf8ff] *\S)")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DAY = rf"(?:\d{{1,2}}/\d{{1,2}}/\d{{4}}|\d{{4}}-\d\d-\d\d|(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH} \d{{4}})"
_DATE_LINE = Keyed(
    rf"(?:(?:first |last )?(?:updated|published|posted|reviewed|date|released|issued)(?: date| on| at)?\W{{0,3}}"
    rf"(?:\d\d:\d\d )?)?(?:\w+day,? )?{_DAY}(?:,? \d\d:\d\d)?",
    re.I,
)
_GRADE = re.compile("|".join(grade.value.replace("-", " ").capitalize() for grade in Grade))
_TABBED = re.compile(rf"\S\t+[\"'“‘(]?(?:[A-Z0-9]|(?i:{_GRADE.pattern})\b)")
# A grade that stands in a column of its own: at the end of a line, well apart from what it is given to.
_SPACED = re.compile(rf"\S {{3,}}(?i:{_GRADE.pattern})\s*\Z")
_NUMBER = re.compile(r"\d{1,4}")
_FINAL, _CLOSING, _JOINT = tuple(".!?:;…"), "\"”’')]*", re.compile(r";\s+(?:and|or)\Z")
_LOWER = re.compile(r"""["“‘'(\[*]{0,2}[a-zà-ÿ]""")
_HANGING = re.compile(
    r"(?:\b(?:the|a|an|and|or|of|its|their|our|his|her|your|into|between|including|than|is|are|was|were|be|been|has|had|that"
    r"|which|whether|because|from|HM|Mr|Mrs|Ms|Dr)|\s[–—-])\Z"
)
# No word that a line may hang on is longer.
_LONGEST_HANGING = 9
# Markdown: a quoted line, and one that is bold as a whole.
_QUOTED = re.compile(r"\s*(?:>\s?)+")
_BOLD = re.compile(r"\s*(\*\*|__)(?=\S)(?P<words>(?:(?!\1).)+)\1\s*\Z")
_ONE_COLUMN = str.maketrans({"\u00a0": " ", "\t": " ", "\f": " ", "\u2009": " ", "\u202f": " "})
# Blanks and bullets of which a line of nothing but words has none.
_NOT_WORDS = re.compile("[\t\f\u00a0\u2009\u202f•‣▪▫◦●○■□⁃\ue000-\uf8ff]|   ")


@dataclass(slots=True)
class Row:
    """A line, or a part of one from ``begin``: ``number`` from 1, ``marker``, its words from ``start`` to ``end``.

    ``is_row`` for a row of a table, whose words hold "|" or tabs between its cells; ``new_page`` for the first after a
    running head.
    """

    number: int
    line: str
    marker: str
    start: int
    end: int
    stands_alone: bool
    begin: int = 0
    is_row: bool = False
    new_page: bool = False
    words: str = field(init=False, repr=False, compare=False)
    whole: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Cut the line's words without the marker, and all of it with the marker, once: they are asked for often."""
        self.words = self.line[self.start : self.end]
        self.whole = self.line[self.begin : self.end].lstrip()

    @property
    def is_heading(self) -> bool:
        """True for a Markdown heading."""
        return self.marker.startswith("#")

    @property
    def is_bold(self) -> bool:
        """True for a line that is bold as a whole in Markdown: nothing goes on past its marks."""
        behind = self.end < len(self.line) and not self.is_row
        return behind and self.line[self.end :].lstrip().startswith(("**", "__"))

    @property
    def is_final(self) -> bool:
        """True when the line ends as sentences and items of lists do."""
        words = self.words.rstrip(_CLOSING)
        return words.endswith(_FINAL) or (words.endswith(("and", "or")) and _JOINT.search(words) is not None)

    @property
    def is_hanging(self) -> bool:
        """True when the line ends in a word that no sentence or heading ends in."""
        hangs = _HANGING.search(self.words, max(0, len(self.words) - _LONGEST_HANGING))
        return hangs is not None and not self.is_final

    @property
    def starts_lower(self) -> bool:
        """True when the line begins in the middle of a sentence."""
        return bool(_LOWER.match(self.whole))

    @property
    def is_grade(self) -> bool:
        """True for a line that is one of the inspectorate's grades and nothing else."""
        return bool(_GRADE.fullmatch(self.words))


def make_rows(number: int, raw: str) -> Iterator[Row]:
    """Describe a line: nothing for a blank one, one row, or one for each bullet of a list that was run into one line.

    Blanks of all kinds become plain ones, column by column; but a tab between two cells of a table stays.
    """
    if _is_words(raw):
        words = raw.rstrip()
        yield Row(number, raw, "", 0, len(words), _stands_alone(words))
        return
    if not raw.strip():
        return
    if piped := _piped(raw):
        yield Row(number, raw.translate(_ONE_COLUMN), "", *piped, stands_alone=True, is_row=True)
        return
    bullet = _BULLET.match(raw)
    if _TABBED.search(raw, bullet.end() - 1 if bullet else 0) or (not bullet and _SPACED.search(raw)):
        text = raw.rstrip()
        yield Row(number, text, "", len(text) - len(text.lstrip()), len(text), stands_alone=True, is_row=True)
        return
    if not raw.replace(">", " ").strip():
        return
    line = raw.translate(_ONE_COLUMN)
    cuts = [0, *(match.end() for match in _INNER_BULLET.finditer(line)), len(line)]
    for begin, stop in pairwise(cuts):
        end = begin + len(line[begin:stop].rstrip())
        if end > begin:
            yield _make_row(number, line, begin, end)


def _is_words(raw: str) -> bool:
    """Say whether a line is nothing but words from its first column on, as most are."""
    return raw[:1].isalpha() and raw[1:2] != ")" and not _NOT_WORDS.search(raw)


def _piped(raw: str) -> tuple[int, int] | None:
    """Give where the words of a line between two "|" begin and end; no pattern, since lines may be blank for long."""
    bare = raw.strip()
    words = bare[1:-1].strip() if bare.startswith("|") and bare.endswith("|") else ""
    start = raw.find(words, raw.find("|") + 1)
    return (start, start + len(words)) if words else None


def _make_row(number: int, line: str, begin: int, end: int) -> Row:
    quoted = _QUOTED.match(line, begin)
    if quoted and quoted.end() < end:
        begin = quoted.end()
    if bold := _BOLD.match(line, begin):
        return Row(number, line, "", *bold.span("words"), stands_alone=True, begin=bold.start("words"))
    heading = _HEADING.match(line, begin)
    found = heading or _BULLET.match(line, begin)
    start = min(found.end(), end) if found else end - len(line[begin:end].lstrip())
    marker = next(filter(None, found.groups()), "") if found else ""
    words = line[start:end]
    return Row(number, line, marker, start, end, not marker and _stands_alone(words), begin)


def _stands_alone(words: str) -> bool:
    shaped = _NUMBER.fullmatch(words) or _GRADE.fullmatch(words) or _DATE_LINE.fullmatch(words)
    return shaped is not None or is_furniture_line(words)
