"""What no import may change: layout, order, repetition and edits elsewhere leave the finds and their ids alone."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from inspect_cli.store import Register, open_register
from tests import seed_table
from tests.reading import Find, read_store
from tests.running import import_each, run, snapshot

ORDERS = [
    seed_table.FILES[::-1],
    *(seed_table.FILES[turn:] + seed_table.FILES[:turn] for turn in range(len(seed_table.FILES))),
    *itertools.islice(itertools.permutations(seed_table.FILES), 5, 120, 23),
]


def _rewrap(text: str, *, hyphens: bool) -> str:
    lines = (
        textwrap.wrap(line, 72, break_on_hyphens=hyphens, break_long_words=False) or [""] for line in text.split("\n")
    )
    return "\n".join(itertools.chain.from_iterable(lines))


@pytest.mark.parametrize("hyphens", [False, True], ids=["at blanks", "at hyphens too"])
def test_wrapping_the_lines_anew_changes_no_find_and_no_id(
    seeds: Path, tmp_path: Path, data: Path, imported_once: Path, *, hyphens: bool
) -> None:
    folder = tmp_path / "wrapped"
    folder.mkdir()
    for name in (*seed_table.FILES, "sources.toml"):
        text = (seeds / name).read_text(encoding="utf-8")
        wrapped = text if name == "sources.toml" else _rewrap(text, hyphens=hyphens)
        (folder / name).write_text(wrapped, encoding="utf-8")
    import_each(data, folder)
    once, anew = read_store(imported_once), read_store(data)
    assert sorted(anew.said()) == sorted(once.said())
    assert sorted(anew.sources) == sorted(once.sources)
    assert sorted(anew.finds) == sorted(once.finds)


def _known(register: Register) -> list[object]:
    """Give all that must not depend on how the reports came in: everything but the time of the import."""
    finds: list[Find] = [*register.judgements, *register.findings, *register.references]
    return [
        [replace(report, imported_at=None, first_imported=None) for report in register.reports],
        sorted(finds, key=lambda find: find.id),
        sorted(register.areas, key=lambda area: area.id),
        register.resolutions,
    ]


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: "-".join(name[9:13] for name in order))
def test_the_order_of_imports_changes_neither_areas_nor_ids(
    seeds: Path, data: Path, imported_once: Path, order: Sequence[str]
) -> None:
    import_each(data, *(seeds / name for name in order))
    assert _known(open_register(data)) == _known(open_register(imported_once))


def test_importing_again_leaves_the_data_folder_byte_for_byte(imported: Path, seeds: Path) -> None:
    before = snapshot(imported)
    again = run("import", seeds, "--json", data=imported).json()
    assert snapshot(imported) == before
    assert sorted(Path(file).name for file in again["unchanged"]) == sorted(seed_table.FILES)
    assert (again["imported"], again["replaced"], again["failed"]) == ([], [], [])


def test_the_same_text_under_another_name_is_the_same_report(imported: Path, seeds: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes((seeds / seed_table.RELATIONSHIPS).read_bytes())
    import_each(imported, copy)
    assert len(open_register(imported).reports) == len(seed_table.FILES)


def _edited(text: str) -> str:
    """Put two lines before all others, reword the ethics panel's area for improvement, drop the CCU's."""
    reworded = text.replace("should expand the work and effectiveness of", "should widen what is done by")
    lines = [line for line in reworded.split("\n") if "that its CCU has enough" not in line]
    assert len(lines) == text.count("\n")
    return "\n".join(["Print this page", "", *lines])


def test_an_edited_report_replaces_its_finds_and_keeps_the_ids_that_still_hold(
    imported: Path, imported_once: Path, seeds: Path, tmp_path: Path
) -> None:
    edited = tmp_path / seed_table.LEGITIMACY_2018
    edited.write_text(_edited((seeds / seed_table.LEGITIMACY_2018).read_text(encoding="utf-8")), encoding="utf-8")
    outcome = run("import", edited, "--json", data=imported).json()
    before, after = read_store(imported_once), read_store(imported)
    assert [Path(report["file"]).name for report in outcome["replaced"]] == [seed_table.LEGITIMACY_2018]
    assert after.sources == before.sources
    gone = {one.id for one in before.finds.values() if one.id not in after.finds}
    dropped = {one.id for one in before.register.findings if "that its CCU has enough" in one.quote}
    assert gone == dropped
    (reworded,) = [one for one in before.register.findings if "should expand the work" in one.quote]
    assert "should widen what is done by" in after.finds[reworded.id].quote
    assert len(after.finds) == len(before.finds) - len(dropped)
    moved = [(one.span.line, after.finds[one.id].span.line) for one in before.register.judgements if one.question]
    assert moved
    assert all(now in (line + 1, line + 2) for line, now in moved)


def test_an_edited_report_leaves_the_areas_it_still_speaks_of_under_their_ids(
    imported: Path, imported_once: Path, seeds: Path, tmp_path: Path
) -> None:
    edited = tmp_path / seed_table.LEGITIMACY_2018
    edited.write_text(_edited((seeds / seed_table.LEGITIMACY_2018).read_text(encoding="utf-8")), encoding="utf-8")
    import_each(imported, edited)
    before, after = open_register(imported_once), open_register(imported)
    still = {area.id for area in after.areas} | set(after.aliases)
    kept = {member.id for area in after.areas for member in area.members}
    assert [area.title for area in before.areas if area.id not in still and area.members[0].id in kept] == []
