"""How much of what a careful reader finds is found: ``python -m tests.bench.accuracy [--misses] [FOLDER ...]``.

Precision and recall over the labelled examples in ``tests/labelled`` (or in FOLDERs), by generation, by verdict of the
follow-ups, and by format: each example rendered as a web page, a PDF and a Word document, in two layouts each. A report
to read; ``tests/test_accuracy.py`` holds the floors.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from tests.labels import LABELLED, Example, read_examples
from tests.rendering.docx import render_docx
from tests.rendering.html import PageLayout, render_html
from tests.rendering.pdf import render_pdf
from tests.scoring import Score, read_out, score, verdict_scores
from tests.threads import score_links

# How an example is rendered: a name, a file's suffix and what makes the file.
RENDERED: tuple[tuple[str, str, Callable[[str], bytes]], ...] = (
    ("HTML, plain", ".html", lambda text: render_html(text, PageLayout.PLAIN)),
    ("HTML, as on the site", ".html", lambda text: render_html(text, PageLayout.SITE)),
    ("PDF, one column", ".pdf", lambda text: render_pdf(text, "single")),
    ("PDF, two columns and boxes", ".pdf", lambda text: render_pdf(text, "columns")),
    ("Word, with styles", ".docx", lambda text: render_docx(text, "styles")),
    ("Word, typed by hand", ".docx", lambda text: render_docx(text, "typed")),
)
WHAT = ("judgements", "findings", "references", "dates", "forces", "kinds", "publishers", "refused")


def by_generation(examples: Iterable[Example]) -> dict[str, dict[str, Score]]:
    """Score the examples as they stand, by generation, and all of them under "all"."""
    sums: dict[str, dict[str, Score]] = {}
    for example in examples:
        for what, one in score(example, read_out(example)).items():
            for group in (example.generation, "all"):
                sums.setdefault(group, {}).setdefault(what, Score()).add(one)
    return {name: sums[name] for name in sorted(sums, key=lambda name: (name == "all", name))}


def by_format(examples: Sequence[Example]) -> dict[str, dict[str, Score]]:
    """Score the examples that are texts, as they stand and rendered in each format and layout."""
    sums: dict[str, dict[str, Score]] = {}
    for example in examples:
        if example.path.suffix != ".txt":
            continue
        text = example.path.read_text(encoding="utf-8")
        reads = [("text", read_out(example))]
        reads += [(name, read_out(example, f"report{suffix}", make(text))) for name, suffix, make in RENDERED]
        for name, read in reads:
            for what, one in score(example, read).items():
                sums.setdefault(name, {}).setdefault(what, Score()).add(one)
    return sums


def by_verdict(examples: Iterable[Example]) -> dict[str, dict[str, Score]]:
    """Score the follow-ups by the verdict that they give, or that they should have given."""
    sums: dict[str, dict[str, Score]] = {}
    for example in examples:
        for verdict, one in verdict_scores(example, read_out(example)).items():
            sums.setdefault(verdict, {}).setdefault("references", Score()).add(one)
    return dict(sorted(sums.items()))


def table(sums: dict[str, dict[str, Score]], heading: str, columns: Sequence[str] = WHAT) -> Iterator[str]:
    """Give the lines of a Markdown table: precision and recall, and how many there are to find."""
    yield "| " + " | ".join((heading, *columns)) + " |"
    yield "|---" + "|---:" * len(columns) + "|"
    for name, scores in sums.items():
        yield "| " + " | ".join((name, *(_cell(scores.get(what, Score())) for what in columns))) + " |"


def _cell(one: Score) -> str:
    wanted = one.right + len(one.missed)
    shares = (f"{share:.2f}" if share is not None else "–" for share in (one.precision, one.recall))
    return f"{' / '.join(shares)} of {wanted}" if wanted or one.invented else ""


def main() -> None:
    """Print the tables; with ``--misses`` also each find that was missed or invented."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[LABELLED])
    parser.add_argument("--misses", action="store_true", help="list what was missed and what was invented")
    parser.add_argument(
        "--formats", action="store_true", help="also render each example in other formats and score those"
    )
    parser.add_argument("--only", default="", help="only examples whose name holds this")
    asked = parser.parse_args()
    examples = [example for example in read_examples(*asked.folders) if asked.only in example.name]
    sums = by_generation(examples)
    print(f"{len(examples)} examples; precision / recall of how many\n")
    print("\n".join(table(sums, "generation")))
    print("\n" + "\n".join(table(by_verdict(examples), "verdict", ("references",))))
    links = score_links(*asked.folders)
    print("\n" + "\n".join(table({"pairs of one force's reports": {"links": links}}, "linked", ("links",))))
    if asked.formats:
        print("\n" + "\n".join(table(by_format(examples), "format")))
    if asked.misses:
        print(
            "\n".join(["\nlinks", *(f"  - {one}" for one in links.missed), *(f"  + {one}" for one in links.invented)])
        )
        for what in WHAT:
            total = sums["all"].get(what, Score())
            print(f"\n{what}")
            print("\n".join([f"  - {line}" for line in total.missed] + [f"  + {line}" for line in total.invented]))


if __name__ == "__main__":
    main()
