"""How well the finds of one force's reports are linked: pairs that belong together, and pairs that must not."""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

from inspect_cli.model import Finding, Reference, normal_words
from inspect_cli.store import open_register
from inspect_cli.workflow.importing import ImportOptions, gather, import_reports
from tests.labels import LABELLED
from tests.scoring import Score

Find = Finding | Reference
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def score_links(*folders: Path) -> Score:
    """Import each set of reports that has threads, and hold the areas it makes against them.

    Two members of one thread in one area are right, in two they are missed; members of two threads in one area are
    invented. Members that are not found at all count under findings and references, not here.
    """
    total = Score()
    for folder in folders or (LABELLED,):
        for path in sorted(folder.rglob("threads.toml")):
            total.add(_score_set(path.parent))
    return total


def _score_set(folder: Path) -> Score:
    threads = tomllib.loads((folder / "threads.toml").read_text(encoding="utf-8"))["thread"]
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        import_reports(data, gather([folder], folder).sources, ImportOptions(), NOW)
        register = open_register(data)
        files = {report.id: Path(report.file).name for report in register.reports}
        finds: list[Find] = [*register.findings, *register.references]
        areas = {member.id: area.id for area in register.areas for member in area.members}
    placed = [
        (number, thread["title"], areas.get(find.id))
        for number, thread in enumerate(threads)
        for member in thread["members"]
        for find in _found(member, finds, files)
    ]
    result = Score()
    for (one, title, first), (other, _, second) in combinations(placed, 2):
        together = first is not None and first == second
        if one == other:
            result.right += together
            if not together:
                result.missed.append(f"{folder.name}: two of “{title}” are not linked ({first}, {second})")
        elif together:
            result.invented.append(f"{folder.name}: “{title}” is linked with another thread ({first})")
    return result


def _found(member: dict[str, str], finds: list[Find], files: dict[str, str]) -> Iterator[Find]:
    wanted = normal_words(member["starts"])
    matching = (find for find in finds if files[find.report] == member["file"] and wanted in normal_words(find.text))
    yield from list(matching)[:1]
