"""How fast a plain text is read, recognised and extracted: ``python -m tests.bench.texts [--reports N]``.

Reports of some sixty pages, made from sentences of our own as such reports are: mostly prose that no rule is about, a
few gradings, lists of findings and follow-ups. Beside each stands what the least program does with the same text:
sentences split by one regular expression and put in lower case. Processor time of this one process, the programs in
turn, medians. A report to read, never a test: machines differ.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import textwrap
import time
from collections.abc import Callable, Iterator

from inspect_cli.extract import extract
from inspect_cli.read import read_source
from inspect_cli.recognise import recognise

PAGES, WORDS_A_PAGE = 60, 420
_FORCES = ("Cheshire Constabulary", "Kent Police", "Essex Police", "Norfolk Constabulary", "Humberside Police")
_PARTS = (
    "prevents crime and antisocial behaviour",
    "investigates crime",
    "protects vulnerable people",
    "manages offenders and suspects",
    "treats the people it serves with respect",
    "keeps its own house in order",
    "plans for the years to come",
)
_WHO = (
    "Response officers", "Neighbourhood teams", "Call handlers", "Detectives", "Supervisors", "Senior leaders",
    "Analysts", "Custody sergeants", "Partner organisations", "The professional standards department", "The force",
    "The constabulary", "Frontline staff", "Local managers", "The intelligence unit",
)  # fmt: skip
_DOES = (
    "use a shared system to record", "talk every morning about", "have a clear understanding of",
    "meet each week to go through", "could explain to us how they deal with", "keep a record of",
    "rely on colleagues in other departments for", "take a problem-solving approach to", "have been trained in",
    "are asked to look again at", "know where to find guidance on", "spend a great deal of their time on",
    "hold regular meetings about", "showed us several examples of",
)  # fmt: skip
_WHAT = (
    "domestic abuse", "the risks to children", "stop and search", "reports of missing people", "online fraud",
    "demand in the control room", "serious organised crime", "body-worn video", "complaints from the public",
    "victims who withdraw their support", "bail and release under investigation", "hidden harm in rural communities",
    "the welfare of the workforce", "modern slavery", "repeat callers", "vetting and notifiable associations",
)  # fmt: skip
_THEN = (
    "This helps them to see patterns early.",
    "In the cases we looked at, the records were mostly complete.",
    "Some told us that workloads had grown since the new shift pattern began.",
    "The picture was more mixed in the east of the county.",
    "We read {n} files and spoke to {m} members of staff.",
    "During our fieldwork we went to {m} stations and sat in on two briefings.",
    "Its software shows the data by day, by ward and by type of incident.",
    "A weekly meeting, chaired by an assistant chief constable, goes through the figures.",
    "In the year to 31 March, it recorded {n} such incidents, which is close to the rate for England and Wales.",
    "People in focus groups said that they felt listened to.",
    "There was little difference between the districts that we visited.",
    "The chief constable has set out this plan in a short film for the workforce.",
    "It works with councils, schools, health trusts and charities to do so.",
    "Each of them has a named lead, who reports to the board every quarter.",
    "We saw good examples of this in two of the three districts.",
    "We asked officers of all ranks how this works from day to day.",
    "More detail can be found in the section on how the force manages its resources.",
    "The change was recent, and it is too early to say what difference it makes.",
    "“We know who to ring, and they ring us back,” one sergeant said.",
    "Officers who attend such calls wear cameras (see the data annex), and footage is kept for 90 days.",
)
_FINDS = (
    "The force should improve how it records {what}.",
    "The constabulary should, within six months, review how supervisors oversee {what}.",
    "The force needs to make sure that officers understand {what}.",
)
_SAYS = (
    "In our 2016 report, we said that the force should do more about {what}.",
    "Since our last inspection the force has made progress with {what}, but more remains to be done.",
    "We were concerned to find that the force does not have enough people who work on {what}.",
    "The force is good at dealing with {what}.",
)


def report(seed: int) -> list[str]:
    """Make the paragraphs of a report; the same for the same seed."""
    rng = random.Random(seed)
    force = rng.choice(_FORCES)
    made = [
        "PEEL: Police effectiveness 2017",
        f"An inspection of {force}",
        "Published on: 22 March 2018",
        "Overview",
        "How effective is the force at keeping people safe and reducing crime?",
        "Good",
        f"{force} is judged to be good at keeping people safe and reducing crime.",
    ]
    for number in range(PAGES):
        part = rng.choice(_PARTS)
        made += [f"How well does the force do at {number}?" if number % 9 == 8 else f"How the force {part}"]
        made += _page(rng, number)
    return made


def _page(rng: random.Random, number: int) -> Iterator[str]:
    words = 0
    while words < WORDS_A_PAGE:
        sentences = [sentence for _ in range(rng.randint(2, 4)) for sentence in (_tells(rng), _fill(rng, _THEN))]
        if rng.random() < 0.1:
            sentences.append(_fill(rng, _SAYS))
        paragraph = " ".join(sentences)
        words += paragraph.count(" ")
        yield paragraph
        if rng.random() < 0.15:
            yield f"{rng.choice(_WHO)} told us about:"
            yield from (f"• {what};" for what in rng.sample(_WHAT, 3))
    if number % 5 == 4:
        yield "Areas for improvement"
        yield from (f"• {_fill(rng, _FINDS)}" for _ in range(2))


def _tells(rng: random.Random) -> str:
    return f"{rng.choice(_WHO)} {rng.choice(_DOES)} {rng.choice(_WHAT)} and {rng.choice(_WHAT)}."


def _fill(rng: random.Random, sentences: tuple[str, ...]) -> str:
    return rng.choice(sentences).format(n=rng.randint(20, 900), m=rng.randint(3, 40), what=rng.choice(_WHAT))


def as_paragraphs(paragraphs: list[str]) -> str:
    """Lay a report out with each paragraph on one line."""
    return "\n\n".join(paragraphs) + "\n"


def as_wrapped(paragraphs: list[str]) -> str:
    """Lay a report out as a mail program does."""
    return (
        "\n\n".join(textwrap.fill(one, 76, subsequent_indent="  " * one.startswith("•")) for one in paragraphs) + "\n"
    )


def read_whole(data: bytes) -> int:
    """Do all of an import that is one report's own, and count its finds."""
    document = read_source("report.txt", data)
    found = extract(document, recognise(document, {}))
    return len(found.judgements) + len(found.findings) + len(found.references)


_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def read_least(data: bytes) -> int:
    """Split a text into sentences and put them in lower case."""
    return sum(len(sentence.lower()) for sentence in _SENTENCE.split(data.decode()))


def seconds(program: Callable[[bytes], int], data: bytes) -> float:
    """Time a program by the processor's clock."""
    begun = time.process_time()
    program(data)
    return time.process_time() - begun


def main() -> None:
    """Make the reports, run both programs on each in turn and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=15)
    asked = parser.parse_args()
    print(f"{'text':<16}{'KB':>6}{'finds':>7}{'MB/s':>8}{'least MB/s':>12}{'ratio':>8}")
    for name, lay_out in (("paragraphs", as_paragraphs), ("wrapped lines", as_wrapped)):
        # No report is read twice: what is kept of one must not help with the same.
        first, *texts = [lay_out(report(seed)).encode() for seed in range(asked.reports + 1)]
        finds = read_whole(first)
        ours, least = [], []
        for data in texts:
            ours.append(seconds(read_whole, data) / len(data) * 1e6)
            least.append(seconds(read_least, data) / len(data) * 1e6)
        ratio = statistics.median(ours) / statistics.median(least)
        size = sum(map(len, texts)) / len(texts) / 1000
        speeds = f"{1 / statistics.median(ours):>8.2f}{1 / statistics.median(least):>12.1f}"
        print(f"{name:<16}{size:>6.0f}{finds:>7}{speeds}{ratio:>8.1f}")


if __name__ == "__main__":
    main()
