"""The pages of a PDF into the lines that are stored: headings by level, items of lists, rows of tables, paragraphs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from inspect_cli.read.pdf_furniture import without_furniture
from inspect_cli.read.pdf_lines import Line, Lines
from inspect_cli.read.pdf_order import reading_order
from inspect_cli.read.pdf_paragraphs import NOTE_MARK, Leading, Paragraph, certain_steps, follows, paragraphs
from inspect_cli.read.pdf_parts import Page
from inspect_cli.read.pdf_words import Joiner
from inspect_cli.read.reader import Text

_LARGER = 1.12
_NOTE = 0.92
_LONGEST_HEADING, _LONGEST_BOLD = 20, 14
_LOWEST_LEVEL = 6
_SENTENCE = re.compile(r"""[.;,]["”’')]*\Z""")
_LEAD = re.compile(r"""[.;,:]["”’')]*\Z""")
_SAME_PLACE = 4.0


class _Stretch(list[Line]):
    """The lines of one flow; ``kind`` is "text", "box" or "notes"."""

    kind = "text"


def compose(pages: Sequence[Page]) -> Text:
    """Give the text of a document in reading order, without running heads, feet, page numbers and contents."""
    body = body_size(pages)
    kept = without_furniture(pages, body)
    joiner = Joiner(piece.text for page in kept for piece in page.pieces)
    maker = Lines(joiner)
    stretches = [stretch for page in kept for stretch in _stretches(page, maker, body)]
    steps = [certain_steps(stretch) for stretch in stretches]
    leading = Leading(steps)
    flows = [
        (stretch, paragraphs(stretch, leading.within(own), notes=stretch.kind == "notes"))
        for stretch, own in zip(stretches, steps, strict=True)
    ]
    found = list(_joined(flows))
    texts = [one.text(joiner) for one in found]
    return _text(found, texts, _levels(found, texts, body), len(pages))


def body_size(pages: Iterable[Page]) -> float:
    """Give the size that most of the text is set in."""
    exact: defaultdict[float, int] = defaultdict(int)
    for page in pages:
        for piece in page.pieces:
            exact[piece.size] += len(piece.text)
    sizes: Counter[float] = Counter()
    for size, letters in exact.items():
        sizes[round(size * 2) / 2] += letters
    return max(sizes, key=lambda size: (sizes[size], -size), default=10.0) or 10.0


def _stretches(page: Page, maker: Lines, body: float) -> Iterator[_Stretch]:
    notes = _Stretch()
    notes.kind = "notes"
    for flow in reading_order(page, body):
        lines = maker.lines(flow, page.number)
        cut = len(lines) if flow.boxed else _notes_begin(lines, body, page.height)
        stretch = _Stretch(lines[:cut])
        stretch.kind = "box" if flow.boxed else "text"
        notes.extend(lines[cut:])
        yield stretch
    yield notes
    for piece in page.aslant:
        edges = (piece.left, piece.right)
        aside = _Stretch(
            [
                Line(
                    piece.text,
                    "",
                    piece.left,
                    piece.left,
                    piece.right,
                    piece.base,
                    piece.size,
                    False,
                    page.number,
                    edges,
                )
            ]
        )
        aside.kind = "notes"
        yield aside


def _notes_begin(lines: Sequence[Line], body: float, height: float) -> int:
    """Give the index of the first footnote: smaller lines at the foot of the page, the first of them with its mark."""
    begin = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if line.cells or line.size > _NOTE * body or line.base < height / 3:
            break
        if line.mark or NOTE_MARK.match(line.text):
            begin = index
    return begin


def _joined(flows: Iterable[tuple[_Stretch, list[Paragraph]]]) -> Iterator[Paragraph]:
    """Give all paragraphs in order; one that runs over the end of a column or page is whole."""
    everything: list[Paragraph] = []
    last: dict[str, Paragraph] = {}
    for stretch, found in flows:
        if not found:
            continue
        before = last.get(stretch.kind)
        near = before is not None and found[0].first.page - before.last.page <= 1
        if stretch.kind == "box" and everything and everything[-1] is not before:
            near = False
        if before is not None and near and stretch.kind != "notes" and follows(before, found[0]):
            before.lines.extend(found[0].lines)
            del found[0]
        if found:
            everything.extend(found)
            last[stretch.kind] = found[-1]
    yield from everything


def _levels(found: Sequence[Paragraph], texts: Sequence[str], body: float) -> list[int]:
    """Give the level of each paragraph that is a heading, from 1, and 0 for the others.

    Levels go by size; bold lines of the text's own size stand below them.
    """
    sizes = [_heading_size(one, text, body) for one, text in zip(found, texts, strict=True)]
    order = sorted({size for size in sizes if size is not None}, reverse=True)
    levels = {size: min(level, _LOWEST_LEVEL) for level, size in enumerate(order, start=1)}
    return [0 if size is None else levels[size] for size in sizes]


def _heading_size(one: Paragraph, text: str, body: float) -> int | None:
    """Give the size that a heading is set in, 0 for that of the text; None for what is no heading."""
    first = one.lines[0]
    size = round(first.size) if first.size >= _LARGER * body else 0
    if first.cells or not (size or one.bold) or first.shown_mark == "•":
        return None
    words = text.count(" ") + 1
    if size:
        return size if words <= _LONGEST_HEADING and not (words > 8 and _SENTENCE.search(text)) else None
    short = words <= _LONGEST_BOLD and len(one.lines) <= 2
    return 0 if short and not _LEAD.search(text) and first.size > _NOTE * body else None


def _text(found: Sequence[Paragraph], texts: Sequence[str], levels: Sequence[int], pages: int) -> Text:
    lines: list[str] = []
    starts: list[int] = []
    before = ""
    depths: list[float] = []
    for one, text, level in zip(found, texts, levels, strict=True):
        kind = "heading" if level else "row" if one.first.cells else "item" if one.first.mark else "text"
        written = _written(one.first, text, level, depths if kind == "item" else None)
        if kind != "item":
            depths.clear()
        if not written.strip("|# •"):
            continue
        if lines and not (kind == before and kind in ("row", "item")):
            lines.append("")
        starts.extend([len(lines) + 1] * (one.first.page - len(starts)))
        lines.append(written)
        before = kind
    starts.extend([len(lines) + 1] * (pages - len(starts)))
    return Text(tuple(lines), tuple(starts), whole=True)


def _written(first: Line, text: str, level: int, depths: list[float] | None) -> str:
    if first.cells:
        cells = [cell.replace("|", "/") for cell in first.cells]
        return f"| {' | '.join(cells)} |" if len(cells) > 1 else cells[0]
    if level:
        return f"{'#' * level} {f'{first.mark} ' if first.mark else ''}{text}"
    if depths is None:
        return text
    while depths and first.left < depths[-1] - _SAME_PLACE:
        depths.pop()
    if not depths or first.left > depths[-1] + _SAME_PLACE:
        depths.append(first.left)
    return f"{'  ' * (len(depths) - 1)}{first.shown_mark} {text}"
