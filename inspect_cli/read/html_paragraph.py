"""One paragraph of a page while it is read: its words, the grades seen in it, and the lines that these become."""

from __future__ import annotations

from collections.abc import Iterator

from inspect_cli.read.html_grades import Mark, bare_grade, is_label, says
from inspect_cli.read.html_lines import Kind, Line
from inspect_cli.read.html_text import BREAK, clean, glued, one_line, split_breaks, without_marker
from inspect_cli.read.html_tree import words_of

_LEGEND = 3


class Paragraph:
    """Gathers words and marks; ``lines`` gives what they are and begins anew."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._marks: list[tuple[Mark, bool]] = []
        self.chosen = False
        self._apart = False

    def __bool__(self) -> bool:
        return bool(self._parts or self._marks)

    def add(self, text: str, *, keeps_breaks: bool = False) -> None:
        """Add text; its line breaks are blanks unless they are kept."""
        words = clean(text if keeps_breaks else text.replace("\n", " "))
        if not words:
            return
        if self._apart and self._parts and glued(self._parts[-1], words):
            self._parts.append(" ")
        if self._apart and self._is_badge(words):
            while not self._parts[-1].strip():
                self._parts.pop()
            self._parts[-1] = f"{self._parts[-1].rstrip()}: "
        self._apart = self._apart and not words.strip()
        self._parts.append(words)

    def _is_badge(self, words: str) -> bool:
        """Say whether words in an element of their own are the grade of what stands before them."""
        before = "".join(self._parts[-3:]).rstrip()
        last = before.split()[-1:]
        named = before[-1:].isalnum() and is_label(before) and last[0].lower() not in words_of("between")
        return named and bool(bare_grade(words)) and words.strip()[:1].isupper()

    def add_break(self) -> None:
        """Add a line break."""
        self._parts.append(BREAK)

    def part(self) -> None:
        """Say that one element of the line ends here or the next begins."""
        self._apart = True

    def mark(self, mark: Mark) -> None:
        """Add a grade that is seen here."""
        self._marks.append((mark, any(part.strip() for part in self._parts)))

    def lines(self, *, level: int, depth: int, marker: str) -> Iterator[Line]:
        """Give the paragraph's lines: a heading where ``level`` is set, an item where ``marker`` is."""
        text, marks, chosen = "".join(self._parts), self._marks, self.chosen
        self._parts, self._marks, self.chosen, self._apart = [], [], False, False
        said = one_line(text)
        shown = [(mark, after) for mark, after in dict.fromkeys(marks) if not says(said, mark.grade)]
        if len({mark.grade for mark, _ in shown}) >= _LEGEND:
            shown = [(Mark(" | ".join(mark.text for mark, _ in shown), ""), True)]
        for line in self._lines(text, shown, level=level, depth=depth, marker=marker):
            yield Line(line.kind, line.text, line.level, line.marker, line.grade, chosen)

    def _lines(
        self, text: str, shown: list[tuple[Mark, bool]], *, level: int, depth: int, marker: str
    ) -> Iterator[Line]:
        said, kind = one_line(text), Kind.ITEM if marker else Kind.PLAIN
        seen = [(_seen(mark, depth), after) for mark, after in shown]
        if not said:
            for line, _ in seen[:1]:
                yield Line(kind if line.kind is Kind.PLAIN else line.kind, line.text, depth, marker, line.grade)
            yield from (line for line, _ in seen[1:])
        elif level:
            yield Line(Kind.HEADING, said, level)
            yield from (line for line, _ in seen)
        elif len(seen) == 1 and seen[0][0].grade and (marker or (seen[0][1] and is_label(said))):
            line, after = seen[0]
            joined = f"{said.rstrip(' :')}: {line.text}" if after or is_label(said) else f"{line.text}: {said}"
            yield Line(kind, joined, depth, marker)
        else:
            yield from (line for line, after in seen if not after)
            for place, part in enumerate(split_breaks(text)):
                first = marker and not place and without_marker(part)
                yield Line(Kind.ITEM if first else Kind.PLAIN, part, depth, marker if first else "")
            yield from (line for line, after in seen if after)


def _seen(mark: Mark, depth: int) -> Line:
    if not mark.grade:
        return Line(Kind.ROW, mark.text)
    return Line(Kind.PLAIN, mark.text, depth, grade=mark.grade)
