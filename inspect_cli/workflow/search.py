"""Search in the stored texts of the reports; a theme's synonyms find each other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspect_cli.errors import UsageError
from inspect_cli.model import Filters, Hit, Report, Span, normal_words
from inspect_cli.workflow.book import Book
from inspect_cli.workflow.nearest import nearest
from inspect_cli.workflow.once import once
from inspect_cli.workflow.queries import EVERYTHING, newest_first
from inspect_cli.workflow.sieve import Sieve
from inspect_cli.workflow.themes import phrase_pattern, themes_meant

# A source whose lines were broken at a width goes on in the next line: long, no end of a sentence, no new bullet.
_ENDED = re.compile(r"[.!?:;][\"'”’)\]]*$")
_MARKER = re.compile(r"\s*(?:[-*•–·#>]|\d+[.)]\s)")
_BROKEN_FROM = 40
_SHORTEST_BEGINNING = 3
_NEAR = 0.75


@dataclass(frozen=True, slots=True)
class _Passage:
    """A line of the stored text, with the lines it runs on into; ``starts`` are their offsets in ``text``."""

    line: int
    text: str
    starts: tuple[int, ...]

    def place(self, offset: int) -> tuple[int, int]:
        """Give the line and column of an offset in ``text``."""
        row = bisect_right(self.starts, offset) - 1
        return self.line + row, offset - self.starts[row]


def search(book: Book, folder: Path, words: str, filters: Filters = EVERYTHING) -> tuple[Hit, ...]:
    """Give the places where all of ``words`` begin a word, newest report first, then in the order of its text.

    Where the words name a theme, or are several of the words of one of its synonyms, each of its synonyms is a match
    as well; page furniture is passed over. Raises UsageError where there is nothing to search for, StoreError where a
    text cannot be read.
    """
    from inspect_cli.read.clean import is_furniture
    from inspect_cli.store import read_text

    patterns = _Patterns(words)
    hits: list[Hit] = []
    for report in sorted(filter(Sieve(book, filters).report, book.reports), key=newest_first):
        finder = _FindAt(book, report)
        for passage in _passages(read_text(folder, report)):
            found = patterns.matches(passage.text)
            if found and not is_furniture(passage.text):
                hits.append(_hit(report, passage, found, finder))
    return tuple(hits)


def spelt_otherwise(book: Book, folder: Path, words: str, filters: Filters = EVERYTHING) -> str | None:
    """Give ``words`` with each that begins no word of the texts replaced by the nearest that stands there.

    None where all stand there, or one has none near it. Raises StoreError where a text cannot be read.
    """
    from inspect_cli.store import read_text

    reports = filter(Sieve(book, filters).report, book.reports)
    known = {word for report in reports for line in read_text(folder, report) for word in normal_words(line).split()}
    wanted = normal_words(words).split()
    spelt = [word if any(one.startswith(word) for one in known) else _nearest_word(word, known) for word in wanted]
    return None if spelt == wanted or "" in spelt else " ".join(spelt)


def _nearest_word(word: str, known: Iterable[str]) -> str:
    return next(iter(nearest(word, sorted(known), most=1, cutoff=_NEAR)), "")


class _Patterns:
    """What is looked for: all the words, or any one of the synonyms they stand for."""

    def __init__(self, words: str) -> None:
        wanted = normal_words(words).split()
        if not wanted:
            raise UsageError("nothing to search for: no word was given", 'try: inspect-cli search "vetting backlog"')
        self._words = [_beginning(word) for word in wanted]
        self._synonyms = [phrase_pattern(one) for theme in themes_meant(words) for one in theme.synonyms]

    def matches(self, text: str) -> list[re.Match[str]]:
        """Give the matches of a passage in order of place; none where a word is missing."""
        plain = text.replace("’", "'")
        by_word = [list(pattern.finditer(plain)) for pattern in self._words]
        found = [match for matches in by_word for match in matches] if all(by_word) else []
        found += [match for pattern in self._synonyms for match in pattern.finditer(plain)]
        return sorted(found, key=lambda match: (match.start(), -match.end()))


def _beginning(word: str) -> re.Pattern[str]:
    """What begins with ``word``; so short a word as "of" is a word of its own, not the beginning of "officers"."""
    rest = r"\w*" if len(word) >= _SHORTEST_BEGINNING else r"\b"
    return re.compile(rf"\b{re.escape(word)}{rest}", re.IGNORECASE)


@once
def _finds_by_report(book: Book) -> Mapping[str, Sequence[tuple[Span, str]]]:
    kinds = (book.findings, book.references, book.judgements)
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for find in (find for finds in kinds for find in finds):
        found[find.report].append((find.span, find.id))
    return found


class _FindAt:
    """Knows the finds of a report by the lines that they stand on."""

    def __init__(self, book: Book, report: Report) -> None:
        self._by_line: dict[int, list[tuple[Span, str]]] = defaultdict(list)
        for span, find in _finds_by_report(book).get(report.id, ()):
            for line in range(span.line, span.last_line + 1):
                self._by_line[line].append((span, find))

    def __call__(self, place: Span) -> str | None:
        """Give the find that covers ``place``, else the first that covers its line."""
        covering = self._by_line.get(place.line, ())
        exact = [one for span, one in covering if span.overlaps(place)]
        return next(iter([*exact, *(one for _, one in covering)]), None)


def _hit(report: Report, passage: _Passage, found: Sequence[re.Match[str]], finder: _FindAt) -> Hit:
    line, start = passage.place(found[0].start())
    last_line, end = passage.place(found[0].end() - 1)
    matched = dict.fromkeys(passage.text[match.start() : match.end()] for match in found)
    return Hit(
        report=report.id,
        title=report.title,
        year=report.inspection_year,
        line=line,
        text=" ".join(passage.text.split()),
        matched=tuple(matched),
        find=finder(Span(line, last_line, start, end + 1)),
    )


def _passages(lines: Sequence[str]) -> Iterator[_Passage]:
    """Join each line to those it runs on into; lines without words part passages."""
    gathered: list[str] = []
    first = 0
    for number, line in enumerate((*lines, ""), start=1):
        if gathered and not _runs_on(gathered[-1], line):
            yield _passage(first, gathered)
            gathered = []
        if not gathered:
            first = number
        if normal_words(line):
            gathered.append(line)


def _passage(first: int, lines: Sequence[str]) -> _Passage:
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return _Passage(first, "\n".join(lines), tuple(starts))


def _runs_on(line: str, following: str) -> bool:
    text = line.rstrip()
    if len(text) < _BROKEN_FROM or not normal_words(following) or _ENDED.search(text):
        return False
    return _MARKER.match(following) is None
