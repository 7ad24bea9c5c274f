"""The five source reports, from file to tracked area, against what a careful reader finds in them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from inspect_cli.model import Grade, Rung, cut
from tests import seed_table
from tests.reading import Reading, read_store
from tests.running import import_each
from tests.seed_table import FollowUp, Graded, Said, Thread

RENAMED = dict(zip(("a.txt", "b.txt", "c.txt", "d.txt", "e.txt"), seed_table.FILES, strict=True))


@pytest.fixture(scope="session")
def as_given(imported_once: Path) -> Reading:
    return read_store(imported_once)


@pytest.fixture(scope="session")
def nameless(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Reading:
    """Give what is read when neither a file name nor a sources.toml says anything."""
    folder = tmp_path_factory.mktemp("nameless")
    for new, old in RENAMED.items():
        shutil.copy(seeds / old, folder / new)
    data = folder / "data"
    data.mkdir()
    import_each(data, *(folder / name for name in RENAMED))
    return read_store(data, RENAMED)


@pytest.fixture(params=["as_given", "nameless"])
def reading(request: pytest.FixtureRequest) -> Reading:
    given: Reading = request.getfixturevalue(request.param)
    return given


def test_every_judgement_is_found_once_and_none_beyond_them(reading: Reading) -> None:
    found = [
        Graded(*reading.place(one), one.question, one.grade.value, one.carried_from)
        for one in reading.register.judgements
    ]
    assert sorted(found, key=str) == sorted(seed_table.JUDGEMENTS, key=str)


def test_no_praise_definition_or_summary_is_a_judgement(reading: Reading) -> None:
    quotes = [one.quote for one in reading.register.judgements]
    assert [words for words in seed_table.NO_JUDGEMENT if any(words in quote for quote in quotes)] == []


def test_every_formal_finding_is_found_and_none_beyond_them(reading: Reading) -> None:
    found = [(*reading.place(one), one.kind.value) for one in reading.register.findings if one.formal]
    assert sorted(found) == sorted((row.file, row.line, row.kind) for row in seed_table.FORMAL)


@pytest.mark.parametrize("row", seed_table.FORMAL, ids=lambda row: f"L{row.line}")
def test_a_formal_finding_starts_with_its_own_words_under_its_question(reading: Reading, row: Said) -> None:
    (finding,) = [one for one in reading.register.findings if reading.place(one) == (row.file, row.line)]
    assert finding.quote.startswith(row.words)
    assert finding.question == 2
    assert row.themes <= set(finding.themes)


@pytest.mark.parametrize("row", seed_table.INFORMAL, ids=lambda row: f"{row.file[9:19]} L{row.line}")
def test_a_named_concern_or_good_practice_is_found_once(reading: Reading, row: Said) -> None:
    found = [one for one in reading.register.findings if row.words in one.quote and one.kind == row.kind]
    assert [reading.sources[one.report] for one in found] == [row.file]
    assert found[0].span.line <= row.line <= found[0].span.last_line
    assert row.themes <= set(found[0].themes)
    to_all = (row.file, row.line) in seed_table.TO_ALL_FORCES
    assert found[0].addressed_to == ("all-forces" if to_all else "force")


def test_no_page_furniture_list_of_values_or_definition_is_a_finding(reading: Reading) -> None:
    quotes = [one.quote for one in reading.register.findings]
    assert [words for words in seed_table.NO_FINDING if any(words in quote for quote in quotes)] == []


def test_every_follow_up_is_found_and_none_beyond_them(reading: Reading) -> None:
    found = [(*reading.place(one), one.to_kind.value, one.verdict.value) for one in reading.register.references]
    wanted = [(row.file, row.line, row.to_kind, row.verdict) for row in seed_table.FOLLOW_UPS]
    assert sorted(found) == sorted(wanted)


@pytest.mark.parametrize("row", seed_table.FOLLOW_UPS, ids=lambda row: f"{row.file[9:19]} L{row.line}")
def test_a_follow_up_keeps_its_words_and_the_year_they_name(reading: Reading, row: FollowUp) -> None:
    (found,) = [one for one in reading.register.references if reading.place(one) == (row.file, row.line)]
    assert row.words in found.quote
    assert row.to_year in (None, found.to_year)


@pytest.mark.parametrize("row", seed_table.FIGURES, ids=lambda row: f"{row[0]} {row[1]}")
def test_a_figure_is_found_once_with_what_it_counts(reading: Reading, row: tuple[int, str, str, int]) -> None:
    value, counted, file, line = row
    found = {(one.of, one.span) for source, one in reading.figures() if source == file and one.value == value}
    assert [(of, span.line) for of, span in found] == [(counted, line)]


def test_every_find_is_cut_from_the_stored_text(reading: Reading) -> None:
    finds = reading.finds.values()
    texts = {report.id: reading.register.text(report) for report in reading.register.reports}
    assert [one.quote for one in finds] == [cut(texts[one.report], one.span) for one in finds]


@pytest.mark.parametrize("name", seed_table.THREADS)
def test_what_belongs_together_across_years_is_one_area(as_given: Reading, name: str) -> None:
    thread = seed_table.THREADS[name]
    found = [area for area in as_given.register.areas if as_given.places(area) >= thread.members]
    assert [as_given.places(area) for area in found] == [thread.members], _closest(as_given, thread)
    assert found[0].years == thread.years
    assert found[0].first_raised == thread.first_raised
    assert found[0].inspectorate_view == thread.view or thread.view is None
    deadline = found[0].deadline and found[0].deadline.date
    assert (deadline and deadline.isoformat()) == thread.deadline


def _closest(reading: Reading, thread: Thread) -> str:
    near = [area for area in reading.register.areas if reading.places(area) & thread.members]
    return "; ".join(f"{area.title}: {sorted(reading.places(area))}" for area in near)


@pytest.mark.parametrize("name", seed_table.THREADS)
def test_areas_hold_together_without_file_names_and_dates(nameless: Reading, name: str) -> None:
    thread = seed_table.THREADS[name]
    assert thread.members in [nameless.places(area) for area in nameless.register.areas]


def test_every_link_says_why(reading: Reading) -> None:
    members = [member for area in reading.register.areas for member in (*area.members, *area.proposed)]
    assert members
    assert [member for member in members if not member.why] == []


@pytest.mark.parametrize("file", seed_table.TEXT_ALONE)
def test_a_text_alone_tells_what_it_is_and_when(nameless: Reading, file: str) -> None:
    (report,) = [one for one in nameless.register.reports if nameless.source(one) == file]
    published = report.published and report.published.isoformat()
    found = (report.kind, report.publisher, report.inspection_year, report.rung("inspection_year"), published)
    assert found == seed_table.TEXT_ALONE[file]
    assert report.forces == ("cheshire",)


def test_the_transcript_alone_is_undated_or_dated_by_inference(nameless: Reading) -> None:
    (report,) = [one for one in nameless.register.reports if nameless.source(one) == seed_table.ASSESSMENT]
    dated = (report.inspection_year, report.rung("inspection_year"))
    assert dated in [(None, Rung.UNKNOWN), (2016, Rung.INFERRED)]
    assert report.inspector == "Mike Cunningham"


def test_what_the_analyst_gave_of_a_file_is_given(as_given: Reading) -> None:
    (report,) = [one for one in as_given.register.reports if as_given.source(one) == seed_table.LEGITIMACY_2016]
    assert report.published is not None
    assert (report.published.isoformat(), report.rung("published")) == ("2016-12-08", Rung.GIVEN)
    assert (report.inspection_year, report.rung("inspection_year")) == (2016, Rung.GIVEN)


def test_only_grades_of_the_inspectorate_are_judgements(as_given: Reading) -> None:
    assert {one.grade for one in as_given.register.judgements} == {Grade.GOOD}
