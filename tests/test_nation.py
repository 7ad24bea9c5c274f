"""The stores that speed is measured on: true to the texts they are made of, and sound for every command."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspect_cli.model import Finding, Judgement, Reference, cut
from inspect_cli.store import open_register
from tests.bench.composing import Composed
from tests.bench.nation import build, compose, nation, shares, write_texts
from tests.running import run, snapshot

FIVE, THIRTY = 5, 30


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Path]]:
    folder = tmp_path_factory.mktemp("nation")
    yield {count: nation(folder, count) for count in (FIVE, THIRTY)}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store into which the same thirty texts went by the command."""
    folder = tmp_path_factory.mktemp("imported")
    write_texts(folder / "texts", list(compose(THIRTY)))
    ran = run("import", folder / "texts", "--jobs", 1, data=folder / "data")
    assert ran.status == 0, ran.err
    return folder / "data"


@pytest.mark.parametrize("count", [FIVE, THIRTY])
def test_every_quote_of_a_made_store_is_what_stands_at_its_span(made: dict[int, Path], count: int) -> None:
    register = open_register(made[count])
    finds: list[Judgement | Finding | Reference] = [*register.judgements, *register.findings, *register.references]
    assert len(register.reports) == count
    assert len(finds) > 10 * count
    texts = {report.id: register.text(report) for report in register.reports}
    for find in finds:
        assert find.quote == cut(texts[find.report], find.span)


@pytest.mark.parametrize(
    "command",
    [
        ["reports", "--json"],
        ["areas", "--json"],
        ["areas", "--force", "avon-and-somerset"],
        ["track", "vetting"],
        ["status"],
        ["judgements", "--json"],
        ["search", "custody"],
        ["doctor"],
    ],
)
@pytest.mark.parametrize("count", [FIVE, THIRTY])
def test_the_commands_work_on_a_made_store(made: dict[int, Path], count: int, command: list[str]) -> None:
    ran = run(*command, data=made[count])
    assert (ran.status, ran.err) == (0, "")
    assert ran.out


def test_an_area_of_a_made_store_is_shown_and_what_was_decided_on_it_is_checked(made: dict[int, Path]) -> None:
    decided = open_register(made[THIRTY]).events
    assert run("show", decided[0].area, data=made[THIRTY]).status == 0
    assert run("check", "--as-of", "2027-01-31", data=made[THIRTY]).status == 1


def test_an_import_of_the_texts_finds_the_grades_and_formal_findings_that_were_put_into_them(imported: Path) -> None:
    register = open_register(imported)
    of_file = {Path(report.file).name: report.id for report in register.reports}
    for one in compose(THIRTY):
        report = of_file[one.name]
        said = register.extraction(report)
        assert tuple(judgement.grade for judgement in said.judgements) == one.grades, one.name
        formal = tuple((finding.kind, finding.text) for finding in said.findings if finding.formal)
        assert formal == one.formal, one.name


def test_an_import_of_the_texts_gives_the_reports_finds_and_areas_of_the_made_store(
    made: dict[int, Path], imported: Path
) -> None:
    one, other = open_register(made[THIRTY]), open_register(imported)
    for table in ("judgements", "findings", "references", "ungraded", "areas", "resolutions"):
        assert set(getattr(one, table)) == set(getattr(other, table)), table
    assert {report.id for report in one.reports} == {report.id for report in other.reports}
    assert one.figures == other.figures


def test_the_same_count_and_seed_make_the_same_store_and_another_seed_another(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("same", 1), ("other", 2)):
        build(tmp_path / name, FIVE, seed)
    one, same, other = (snapshot(tmp_path / name) for name in ("one", "same", "other"))
    assert one["inspections.json"] == same["inspections.json"]
    assert one.keys() == same.keys()
    assert not set(one.values()) & set(other.values())


def test_a_store_that_is_there_is_not_made_again(made: dict[int, Path]) -> None:
    place = made[FIVE]
    before = snapshot(place)
    assert nation(place.parent, FIVE) == place
    assert snapshot(place) == before


@pytest.mark.parametrize(
    ("count", "forces", "each", "national"),
    [(5, 1, 5, 0), (30, 3, 10, 0), (350, 43, 8, 6), (10_000, 43, 232, 24)],
)
def test_reports_are_shared_out_to_the_forces(count: int, forces: int, each: int, national: int) -> None:
    shared = shares(count)
    assert (len(shared.forces), shared.each, shared.national) == (forces, each, national)


def test_no_two_texts_of_a_nation_are_alike() -> None:
    texts: list[Composed] = list(compose(350))
    assert len(texts) == 350
    assert Counter(one.text for one in texts).most_common(1)[0][1] == 1
    assert len({one.name for one in texts}) == len(texts)
