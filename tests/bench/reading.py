"""How long answers take from a store of any size, beside a process that only reads and decodes the store's bytes."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from inspect_cli.store import STORE_FILE
from tests.bench.processes import Case, Times, an_area, median, processor_of, seconds_of, tool
from tests.bench.startup import pressed

# What reads and decodes the store's bytes and does nothing else; the first is the library that the store uses.
_DECODES = {
    "msgspec": "import sys, msgspec; msgspec.json.decode(open(sys.argv[1], 'rb').read())",
    "json": "import sys, json; json.loads(open(sys.argv[1], 'rb').read())",
    "orjson": "import sys, orjson; orjson.loads(open(sys.argv[1], 'rb').read())",
}
REFERENCE = "read and decode, msgspec"


def cases(data: Path) -> list[Case]:
    """Say what to run on the store in ``data``."""
    store = data / STORE_FILE
    size = store.stat().st_size
    area, force = an_area(data)
    stored = {"INSPECT_CLI_DATA": str(data)}
    of_one = ("--force", force)
    commands = [
        ("areas", *of_one, "--json"),
        ("areas", *of_one),
        ("areas", "--json"),
        ("status", *of_one),
        ("status",),
        ("track", "vetting", *of_one),
        ("show", area),
        ("findings", *of_one, "--json"),
        ("reports", "--json"),
        ("judgements", "--json"),
        ("search", "custody", *of_one, "--json"),
    ]
    named = [(" ".join(command).replace(force, "X").replace(area, "ID"), command) for command in commands]
    return [
        *(Case(f"read and decode, {name}", (*argv, str(store)), size=size) for name, argv in _references()),
        *(Case(f"`{name}`", tool(*command), REFERENCE, stored, size=size) for name, command in named),
        Case("completion of an area's id", tool(), REFERENCE, {**stored, **pressed("show", area[:3])}, size=size),
    ]


def _references() -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, program in _DECODES.items():
        if importlib.util.find_spec(name):
            yield name, (sys.executable, "-c", program)


def doubling(sizes: Sequence[int], measured: Sequence[Times]) -> str:
    """Lay out, for stores of ever more reports, how many times as long each command took as on the one before."""
    names = [name for name in measured[0] if all(name in times for times in measured)]
    head = ["", f"{sizes[0]} reports, ms", *(f"× at {size}" for size in sizes[1:]), "of processor"]
    lines = [head, ["---", *["---:"] * (len(head) - 1)]]
    for name in names:
        taken = [median(times, name, seconds_of) for times in measured]
        worked = [median(times, name, processor_of) for times in measured]
        cells = [f"{later / before:.2f}" for before, later in pairwise(taken)]
        spent = " ".join(f"{later / before:.2f}" for before, later in pairwise(worked))
        lines.append([name, f"{taken[0] * 1000:.0f}", *cells, spent])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
