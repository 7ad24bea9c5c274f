"""How much of what a careful reader finds is found: ``python -m tests.bench.accuracy [--misses] [FOLDER ...]``.

Precision and recall over the labelled examples in ``tests/labelled`` (and in FOLDERs), by generation and by format. A
report to read; ``tests/test_accuracy.py`` holds the floors.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.labels import LABELLED, Example, read_examples
from tests.scoring import Score, read_out, score

WHAT = ("judgements", "findings", "references", "dates", "forces", "kinds")


def by_generation(examples: Iterable[Example]) -> dict[str, dict[str, Score]]:
    """Score the examples as they stand, by generation, and all of them under "all"."""
    sums: dict[str, dict[str, Score]] = {}
    for example in examples:
        for what, one in score(example, read_out(example)).items():
            for group in (example.generation, "all"):
                sums.setdefault(group, {}).setdefault(what, Score()).add(one)
    return {name: sums[name] for name in sorted(sums, key=lambda name: (name == "all", name))}


def table(sums: dict[str, dict[str, Score]], heading: str) -> Iterator[str]:
    """Give the lines of a Markdown table: precision and recall, and how many there are to find."""
    yield "| " + " | ".join((heading, *WHAT)) + " |"
    yield "|---" + "|---:" * len(WHAT) + "|"
    for name, scores in sums.items():
        yield "| " + " | ".join((name, *(_cell(scores.get(what, Score())) for what in WHAT))) + " |"


def _cell(one: Score) -> str:
    wanted = one.right + len(one.missed)
    shares = (f"{share:.2f}" if share is not None else "–" for share in (one.precision, one.recall))
    return f"{' / '.join(shares)} of {wanted}" if wanted or one.invented else ""


def main() -> None:
    """Print the tables; with ``--misses`` also each find that was missed or invented."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[LABELLED])
    parser.add_argument("--misses", action="store_true", help="list what was missed and what was invented")
    parser.add_argument("--only", default="", help="only examples whose name holds this")
    asked = parser.parse_args()
    examples = [example for example in read_examples(*asked.folders) if asked.only in example.name]
    sums = by_generation(examples)
    print(f"{len(examples)} examples; precision / recall of how many\n")
    print("\n".join(table(sums, "generation")))
    if asked.misses:
        for what in WHAT:
            total = sums["all"].get(what, Score())
            print(f"\n{what}")
            print("\n".join([f"  - {line}" for line in total.missed] + [f"  + {line}" for line in total.invented]))


if __name__ == "__main__":
    main()
