"""The lines that a page is read into, before they are written: badges said once, a legend kept on one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import groupby

from inspect_cli.read.html_grades import bare_grade, is_label, says
from inspect_cli.read.html_tree import phrases_of

_DEEPEST = 8
# So many different grades in a row, or under one heading, are the key to all of them.
_LEGEND = 3


class Kind(Enum):
    """What a line of a page is."""

    HEADING = auto()
    ITEM = auto()
    PLAIN = auto()
    TERM = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """A line: ``level`` of a heading, or how many lists it stands in; ``grade`` where it was seen, not said.

    ``chosen`` where the page marks it as the one of several that counts.
    """

    kind: Kind
    text: str
    level: int = 0
    marker: str = ""
    grade: str = ""
    chosen: bool = False


def write_lines(lines: Sequence[Line]) -> Iterator[str]:
    """Give the lines of the text, with blank ones between paragraphs but not between rows or items."""
    before: Line | None = None
    for line in settle(lines):
        together = before is not None and before.kind is line.kind and line.kind in (Kind.ROW, Kind.ITEM)
        if before is not None and not together:
            yield ""
        yield _written(line)
        before = line


def _written(line: Line) -> str:
    indent = "  " * min(line.level, _DEEPEST)
    if line.kind is Kind.HEADING:
        return f"{'#' * line.level} {line.text}"
    if line.kind is Kind.ITEM:
        return f"{indent[2:]}{line.marker} {line.text}"
    return f"| {line.text} |" if line.kind is Kind.ROW else indent + line.text


def settle(lines: Sequence[Line]) -> list[Line]:
    """Say each badge and each heading once, make one line of a legend, and leave out links to other pages."""
    sections = _sections(_without_echoes(_with_legends(lines)))
    return [line for section in sections if not _leads_elsewhere(section) for line in section]


def _sections(lines: Sequence[Line]) -> list[list[Line]]:
    """Part the lines where headings stand; what stands before the first is a section too."""
    sections: list[list[Line]] = [[]]
    for line in lines:
        if line.kind is Kind.HEADING:
            sections.append([])
        sections[-1].append(line)
    return sections


def _leads_elsewhere(section: Sequence[Line]) -> bool:
    """Say whether a section is a list of other pages: its heading says so, and no sentence stands below."""
    if not section or section[0].kind is not Kind.HEADING:
        return False
    heading = f" {section[0].text.lower().strip(' :')} "
    return heading in phrases_of("elsewhere") and all(is_label(line.text) for line in section[1:])


def _without_echoes(lines: Sequence[Line]) -> list[Line]:
    kept: list[Line] = []
    for place, line in enumerate(lines):
        above = kept[-1] if kept else None
        if line.grade:
            below = lines[place + 1] if place + 1 < len(lines) else None
            if any(_labels(one, line.grade) for one in (above, below)):
                continue
        elif above and line.kind is above.kind is Kind.HEADING and line.text == above.text:
            continue
        kept.append(line)
    return kept


def _labels(line: Line | None, grade: str) -> bool:
    return line is not None and line.kind is not Kind.ROW and is_label(line.text) and says(line.text, grade)


def _with_legends(lines: Sequence[Line]) -> list[Line]:
    kept: list[Line] = []
    for (kind, is_bare), run in groupby(lines, lambda line: (line.kind, bool(bare_grade(line.text)))):
        group = list(run)
        is_legend = is_bare and kind is not Kind.HEADING and _count(group) >= _LEGEND
        kept += _legend(group) if is_legend else group
    return [line for section in _sections(kept) for line in _explained(section)]


def _legend(run: list[Line]) -> list[Line]:
    """Make one row of grades that stand together, or the one that the page marks among them."""
    if _count(run[1:]) == _count(run) >= _LEGEND:
        # a badge, and below it what it may be
        return [run[0], *_legend(run[1:])]
    chosen = [line for line in run if line.chosen]
    if len(chosen) == 1:
        return [replace(chosen[0], kind=Kind.PLAIN, level=0)]
    return [Line(Kind.ROW, " | ".join(line.text for line in run))]


def _explained(section: list[Line]) -> list[Line]:
    """Put the grades under one heading that are each explained below on one line with what explains them."""
    seen = [place for place, line in enumerate(section) if line.grade]
    below = [section[place + 1] if place + 1 < len(section) else None for place in seen]
    explained = [line is not None and not line.grade and not is_label(line.text) for line in below]
    if _count([section[place] for place in seen]) < _LEGEND or not all(explained):
        return section
    joined = {place + 1: f"{section[place].text}: {section[place + 1].text}" for place in seen}
    return [
        replace(line, text=joined.get(place, line.text)) for place, line in enumerate(section) if place not in set(seen)
    ]


def _count(lines: Sequence[Line]) -> int:
    return len({line.grade or line.text.lower() for line in lines})
