"""Texts and words that were made to do harm: each a function of how long it is to be."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from types import FrameType

Maker = Callable[[int], str]


class TookTooLongError(BaseException):
    """The processor time that was allowed is used up; no program catches this by mistake."""


def _stop(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise TookTooLongError


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Stop what runs inside, also within a regular expression, once it has had ``seconds`` of the processor."""
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def again(words: str, between: str = " ") -> Maker:
    """Make a text of the same words again and again."""
    piece = words + between
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def counted(words: str) -> Maker:
    """Make a text of pieces that differ: ``#`` is the number of each."""
    return lambda length: "".join(
        words.replace("#", str(number)) for number in range(length // (len(words) + len(str(length // len(words)))))
    )


def _gap(words: str, between: str) -> Maker:
    return lambda length: words.replace("#", (between * length)[:length])


def _after(begins: str, words: str) -> Maker:
    return lambda length: begins + again(words, "")(length)


def _forces(length: int) -> str:
    names = cycle(("Kent", "Essex", "Cheshire", "Norfolk", "Surrey"))
    pieces = (f"{name} Police\n\nThe force is good at number {n}.\n\n" for n, name in enumerate(names))
    return "".join(islice(pieces, length // 50))


# What stands on one line: language of grades and findings run wild, and characters that texts have few of.
RUNS: dict[str, Maker] = {
    words[:24]: again(words, between)
    for words, between in (
        *(
            (words, " ")
            for words in (
                "good at",
                "good at. Good at",
                "and is good",
                "good,",
                "requires improvement",
                "the force is good at preventing crime and",
                "judged the force to be good at",
                "judged that it is",
                "not yet good, but it was graded",
                "has not been met",
                "since our 2016 report",
                "our 2016 recommendation",
                "area for improvement",
                "This is a cause of concern.",
                "This judgment has been carried over from 2017.",
                "The force should do more.",
                "By 8 December 2016, the force should",
                "within six months,",
                "we inspected in",
                "we found that officers said that",
                "vetting: good;",
                "Vetting – good, patrol –",
                "Kent, Essex, Cheshire and",
                "Kent,",
                "West Yorkshire Police and",
                "Aaa of the",
                "THE FORCE SHOULD",
                "12 officers",
                "1",
                "2016",
                "8 December 2016",
                "” “",
                "”",
                "| good ",
                "[on]8th December 2016 [status]complete[/status][/on]",
                "[on] [comment]",
                "PEEL 2018 recommendation 1 The force should vet GREEN 31 May 2019",
                "<b>good</b>",
                "**good** _at_",
                "-",
                ".",
                ";",
                ":",
                "e.g.",
            )
        ),
        *(
            (words, "")
            for words in (
                *"aA\"'‘(.|-<1,\t\f\u00a0\u2028\u200b😀",
                "‘good’",
                "[[",
                ")]",
                "?!",
                "well-known-",
                "[status]",
                "&amp;",
                "e\u0301",
                "\u202e\u2066good",
                "“‘",
                "a\x1b[31m\x07\x00",
            )
        ),
    )
}

# What stands on many lines.
LAYOUTS: dict[str, Maker] = {
    "grades": again("Good", "\n"),
    "grades apart": again("Good", "\n\n"),
    "all grades": again("Good\n\nInadequate\n\nOutstanding", "\n\n"),
    "questions": counted("#\n\nHow well does the force do #?\n\nGood\n\n"),
    "headings with grades": counted("## Thing #\n\nGood\n\n"),
    "headings": counted("## Heading number #\n\n"),
    "areas of policing": counted("Patrol #\n\nThe force is good at patrol number #.\n\n"),
    "forces": _forces,
    "labels": counted("Vetting #: good\n"),
    "rows": counted("| Vetting # | Good |\n"),
    "tabbed rows": again("Vetting\tGood", "\n"),
    "words": again("ab", "\n"),
    "letters apart": again("a", "\n\n"),
    "lower lines": again("the force and it", "\n"),
    "sentences": again("The force should do more.", "\n"),
    "bullets": counted("- The force should improve thing # and how it vets.\n"),
    "bullets with colons": counted("- The force should do #:\n"),
    "graded bullets": counted("The force was judged good in the following areas:\n- patrol #\n- thing #\n\n"),
    "empty bullets": again("•", "\n"),
    "lead-ins": counted("The force should:\n- vet #;\n- brief #\n\n"),
    "causes": again("Cause of concern", "\n\n"),
    "numbered": counted("#. The force should #\n"),
    "page numbers": counted("#\n"),
    "pages": counted("The force said that it\n#\nPEEL 2018 report\nwas good\n"),
    "form feeds": again("\fPage 1", "\n"),
    "register": counted(
        "PEEL legitimacy 2016 (60#)\n\nThe force should #.\n\n[on]8th December 2016 [status]complete[/status][/on]\n\n"
    ),
    "register's tags": again("[on]8th December 2016", "\n"),
    "tracker": counted("| # | The force should do # | GREEN | 31 May 2019 | Done |\n"),
    "headers": again("From: x", "\n"),
    "folded headers": again("a: b\n c", "\n"),
    "rules": again("---", "\n"),
    "underlined": again("Title\n=====", "\n"),
    "blank": again(" " * 200, "\n"),
    "returns": again("good at the thing", "\r"),
    "contents": lambda length: "Contents\n\n" + counted("Thing # .......... #\n")(length),
}

# What stands between the words of one line, where # is: blanks and dots without end.
GAPS: dict[str, Maker] = {
    words + between: _gap(words, between)
    for between in (" ", ". ", "\t")
    for words in (
        "| Vetting#x | Good |",
        "Vetting\tGood#x",
        "The force is#good at vetting.",
        "The force should#:",
        "Recommendation#The force should vet.",
        "Contents\n\nVetting:#good",
        "[on]#8th December 2016 [status]#complete[/status][/on]",
        "Published on#x",
        "Good#Inadequate",
    )
}

# Files that begin as pages or rich text.
FILES: dict[str, Maker] = {
    f"{begins[:6].strip('<{')} {words[:18]}": _after(begins, words)
    for begins, words in (
        *(("", words) for words in ("<!--", "<!-- -->", "A-a")),
        *(
            ("<html><body>", words)
            for words in (
                "<div>",
                "<p>Good",
                "<ul><li>x",
                "<b><i>",
                "<p>&amp;&lt;",
                '<div class="grade grade--good icon"></div>',
                '<a href="#">Home</a>',
                '<ul><li><a href="x">Kent</a></li></ul>',
                "a<br>",
                "<h2>Thing</h2><p>The force is good at it.</p>",
                "<table><tr><td>x<td>Good",
                '<img alt="Good"><!-- -- >',
            )
        ),
        *(
            ("{\\rtf1 ", words)
            for words in (
                "The force is good at vetting.\\par ",
                "{",
                "\\u8217?",
                "\\trowd a\\cell b\\cell\\row ",
                "{\\*\\x",
                "{\\listtext 1.\\tab}The force\\par ",
            )
        ),
        ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", "--x\n\n"),
    )
}
