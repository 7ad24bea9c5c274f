"""Lines into paragraphs, headings and items of lists, across the ends of columns and pages too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from inspect_cli.read.pdf_asking import BROKEN
from inspect_cli.read.pdf_lines import Line
from inspect_cli.read.pdf_words import Joiner

_FINAL = re.compile(r"""(?:[.!?:;…]|;\s+(?:and|or))["”’')\]]*\d*\Z""")
# What the last letter must be, and how far back from the end others may stand: where to look first.
_FINAL_ENDS = frozenset(".!?:;…\"”’')]dr")
_LONGEST_HANGING = 12
_HANGING_WORDS = frozenset(
    "the a an and or of to in at by for with on its their our his her your into between including than is are"
    " was were be been has had have that which whether because from as HM Mr Mrs Ms Dr should will not".split()
)
_HANGING = re.compile(rf"(?:\b(?:{'|'.join(sorted(_HANGING_WORDS))})|[,–—-])\Z")
_LOWER = re.compile(r"""["“‘'(\[]{0,2}[a-zà-ÿ]""")
NOTE_MARK = re.compile(r"\(?(?:\d{1,3}|[*†‡§])[.)]?\s*(?=\S)")
_SAME_SIZE = 0.12
_SAME_PLACE = 4.0
_PARAGRAPH = 1.3
_INDENT = 0.7
# In shares of the type's size.
_USUAL, _WIDEST = 1.25, 1.4
_ENOUGH = 3


@dataclass
class Paragraph:
    """Lines that belong together."""

    lines: list[Line] = field(default_factory=list)

    @property
    def first(self) -> Line:
        """The line it begins with."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """The line it ends with."""
        return self.lines[-1]

    @property
    def bold(self) -> bool:
        """True when every line is bold from end to end."""
        return self.lines[0].bold and all(line.bold for line in self.lines)

    def text(self, joiner: Joiner) -> str:
        """Give its words."""
        return joiner.join([line.text for line in self.lines])

    @property
    def is_final(self) -> bool:
        """True when it ends as sentences do."""
        return ends_sentence(self.lines[-1].text)

    @property
    def is_hanging(self) -> bool:
        """True when it ends in the middle of a word or in a word that no sentence ends in."""
        end = self.lines[-1].text[-_LONGEST_HANGING:]
        word = end.rpartition(" ")[2]
        if word.isalpha():
            return word in _HANGING_WORDS
        return end.endswith(("-", BROKEN)) or bool(_HANGING.search(end))


def ends_sentence(text: str) -> bool:
    """Say whether a line ends as sentences do."""
    end = text[-1:]
    return (end in _FINAL_ENDS or end.isdecimal()) and bool(_FINAL.search(text))


Steps = dict[int, Counter[float]]


def certain_steps(lines: Sequence[Line]) -> Steps:
    """Count the steps between lines that surely go on, by the size of the type: no end, and then small letters."""
    steps: Steps = {}
    for above, below in pairwise(lines):
        step = below.base - above.base
        alike = abs(above.size - below.size) < 0.5 and 0.8 * above.size < step < 2.6 * above.size
        if alike and not below.mark and _LOWER.match(below.text) and not ends_sentence(above.text):
            steps.setdefault(round(above.size), Counter())[round(2 * step) / 2] += 1
    return steps


class Leading:
    """How far apart the lines of a paragraph are, by the size of the type; learnt from the ``steps`` of all flows."""

    def __init__(self, steps: Iterable[Steps]) -> None:
        sums: Steps = {}
        for one in steps:
            for size, counts in one.items():
                sums.setdefault(size, Counter()).update(counts)
        self._steps = {size: _usual(counts) for size, counts in sums.items()}
        most = max(sums, key=lambda size: sums[size].total(), default=10)
        self._ratio = max(self._steps.get(most, 0) / most, _USUAL)

    def within(self, steps: Steps) -> Leading:
        """Give the leading of one flow, as far as enough of its own lines tell it."""
        own = Leading(())
        sure = {size: _usual(counts) for size, counts in steps.items() if counts.total() >= _ENOUGH}
        own._steps, own._ratio = {**self._steps, **sure}, self._ratio
        return own

    def _step(self, size: float) -> float:
        return min(self._steps.get(round(size), self._ratio * size), _WIDEST * self._ratio * size)

    def is_gap(self, above: Line, below: Line) -> bool:
        """Say whether more room lies between two lines than between those of a paragraph."""
        usual = max(self._step(max(above.size, below.size)), 1.05 * below.size)
        step = below.base - above.base
        return step > _PARAGRAPH * usual or step < 0

    @staticmethod
    def is_first(above: Line, below: Line) -> bool:
        """Say whether the line begins an indented paragraph."""
        return below.left - above.edges[0] > _INDENT * below.size and above.left - above.edges[0] < 1


def _usual(counts: Counter[float]) -> float:
    """Give the smallest step of those that are not rare."""
    return min(step for step, count in counts.items() if 6 * count >= min(counts.total(), 6 * max(counts.values())))


def paragraphs(lines: Sequence[Line], leading: Leading, *, notes: bool = False) -> list[Paragraph]:
    """Put the lines of one flow together; in ``notes`` each line that begins with a number or sign begins a note."""
    found: list[Paragraph] = []
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        own = _weighed(found[-1] if found else None, line, after, leading)
        begins = notes and NOTE_MARK.match(own.text)
        if (
            found
            and not begins
            and _may_go_on(found[-1], own, leading)
            and _goes_on(found[-1], own, _edge(lines, index))
        ):
            found[-1].lines.append(own)
        else:
            found.append(Paragraph([own]))
    return found


def _edge(lines: Sequence[Line], index: int) -> float:
    """Give how far to the right lines reach: those around where several end there, else all of the flow."""
    left, right = lines[index].edges
    rights = [line.right for line in lines[max(0, index - 6) : index + 4]]
    most, near = max(rights), 0.06 * (right - left)
    several = len([one for one in rights if most - one < near]) >= 3
    return most if several else max(most, right)


def _weighed(before: Paragraph | None, line: Line, after: Line | None, leading: Leading) -> Line:
    """Say whether a dash or number before a line is the mark of an item, or the first of its words."""
    if not line.mark or before is None or not line.has_weak_mark:
        return line
    hanging = after is not None and not after.mark and abs(after.left - line.start) < _SAME_PLACE
    listed = bool(before.first.mark) and abs(before.first.left - line.left) < _SAME_PLACE
    moved = abs(line.left - before.last.start) > _SAME_PLACE and not before.first.mark
    inside = not before.is_final and not leading.is_gap(before.last, line) and before.last.right > line.edges[1] - 60
    if (before.is_final and not before.is_hanging) or hanging or listed or moved or not inside:
        return line
    return line._replace(text=f"{line.mark} {line.text}", mark="", start=line.left)


def _may_go_on(group: Paragraph, line: Line, leading: Leading) -> bool:
    """Say whether a line stands where the paragraph above it would go on, in like type."""
    above = group.lines[-1]
    if line.cells or above.cells or line.mark:
        return False
    if abs(above.size - line.size) > _SAME_SIZE * max(above.size, line.size) or leading.is_gap(above, line):
        return False
    return not group.lines[0].mark or _in_item(group, line)


def _goes_on(group: Paragraph, line: Line, edge: float) -> bool:
    """Say of a line that stands right whether its words go on with the paragraph above it."""
    above = group.lines[-1]
    lower = bool(_LOWER.match(line.text))
    if group.bold != line.bold and not lower and not group.is_hanging:
        return not (group.bold or group.is_final or _room(above, line, edge))
    if not group.first.mark and Leading.is_first(above, line) and group.is_final:
        return False
    return _unbroken(group, line, edge, lower=lower)


def _unbroken(group: Paragraph, line: Line, edge: float, *, lower: bool) -> bool:
    """Say whether the break before a line was made because the next word had no room."""
    room = _room(group.last, line, edge)
    if not room:
        return True
    if group.is_final:
        return False
    width = edge - line.edges[0]
    return lower or group.is_hanging or room < 0.25 * width


def _room(above: Line, line: Line, edge: float) -> float:
    """Give the room left at the end of a line; 0 where the first word of the next would not have fitted in."""
    room = edge - above.right
    letter = (line.right - line.start) / max(len(line.text), 1)
    word = len(line.text.split(maxsplit=1)[0]) + 1
    return room if room > 1.15 * word * letter else 0.0


def _in_item(group: Paragraph, line: Line) -> bool:
    """Say whether a line stands where the words of an item go on."""
    first = group.first
    if abs(line.left - first.start) < _SAME_PLACE + 2:
        return True
    if len(group.lines) > 1:
        return abs(line.left - group.last.left) < _SAME_PLACE
    inset = first.left - _SAME_PLACE <= line.left <= first.start + first.size
    return inset and (not group.is_final or line.left > first.left + _SAME_PLACE)


def follows(before: Paragraph, after: Paragraph) -> bool:
    """Say whether a paragraph at the top of a column or page goes on with the one at the foot of the last."""
    one, two = before.last, after.first
    if one.cells or two.cells or two.mark or before.first.boxed != two.boxed:
        return False
    if abs(one.size - two.size) > _SAME_SIZE * one.size or (before.bold != after.bold and not before.is_hanging):
        return False
    lower = bool(_LOWER.match(two.text))
    room = _room(one, two, one.edges[1])
    if before.is_final:
        return lower and not room and one.text.endswith(";")
    if before.is_hanging:
        return True
    if lower:
        return room < 0.3 * (one.edges[1] - one.edges[0])
    return not room and len(before.lines) > 1 and not before.bold
