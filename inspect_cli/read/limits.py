"""How large a source may be. Beyond these sizes a file is no report, or one that was made to do harm."""

from __future__ import annotations

from collections.abc import Sequence

from inspect_cli.errors import SourceError
from inspect_cli.read.reader import ReadOptions

MEGABYTE = 1_000_000

# Reports are below 15 MB with all their pictures; above this a person is asked first.
LARGEST_FILE = 50 * MEGABYTE
# A line holds a paragraph. The longest known, a whole transcript run into one line, is below a fifth of this.
LONGEST_LINE = 500_000
# The longest reports have 20,000 lines; ten times as many take some twenty seconds.
MOST_LINES = 200_000
# A thousand pages have three million; above this a person is asked first, since a million takes some fifteen seconds.
MOST_CHARACTERS = 5_000_000


def check_size(name: str, size: int, options: ReadOptions) -> None:
    """Raise SourceError for a file that is larger than reports are, unless the person asked for large ones."""
    if size > LARGEST_FILE and not options.large:
        raise SourceError(
            f"{name} has more than {LARGEST_FILE // MEGABYTE} MB; reports are smaller.",
            "Look whether it is the report; if so, import it with --large.",
        )


def check_text(name: str, text: str, options: ReadOptions) -> None:
    """Raise SourceError, before a text is split, for one that ``check_lines`` would refuse for its lines' number."""
    ends = text.count("\n") + text.count("\r") - text.count("\r\n")
    _check_length(name, len(text) - text.count("\n") - text.count("\r"), ends, options)


def _check_length(name: str, characters: int, lines: int, options: ReadOptions) -> None:
    if characters > MOST_CHARACTERS and not options.large:
        raise SourceError(
            f"{name} has more than {MOST_CHARACTERS // 1_000_000} million characters; reports have fewer.",
            "Look whether it is the report; if so, import it with --large.",
        )
    if lines > MOST_LINES:
        raise SourceError(
            f"{name} has {lines:,} lines; a report has fewer than {MOST_LINES:,}.",
            "Look whether it is the report; save the part that is as a file of its own.",
        )


def check_lines(name: str, lines: Sequence[str], options: ReadOptions) -> None:
    """Raise SourceError for a text with more lines, or a longer line, than any report has.

    One with more characters than reports have is let through when the person asked for large ones.
    """
    _check_length(name, sum(map(len, lines)), len(lines), options)
    if max(map(len, lines), default=0) > LONGEST_LINE:
        longest = max(range(len(lines)), key=lambda at: len(lines[at]))
        raise SourceError(
            f"{name}, line {longest + 1}: it has {len(lines[longest]):,} characters; "
            f"a paragraph has fewer than {LONGEST_LINE:,}.",
            "Save the report again, with its paragraphs as lines of their own.",
        )
