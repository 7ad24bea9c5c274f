"""What stands below a listing: counts, and a next step that can be typed."""

from __future__ import annotations

from dataclasses import replace

from inspect_cli.model import Hit, Rag, ThemeView
from inspect_cli.show import footers
from tests.show import samples
from tests.show.samples import look


def test_areas_are_counted_and_the_oldest_open_one_is_named() -> None:
    (line,) = footers.areas_footer((samples.SECOND, samples.AREA_VIEW), look())
    assert line == "1 area open; oldest: Training for evidence, 2016. inspect-cli track custody"


def test_an_area_without_a_theme_is_followed_by_its_id() -> None:
    view = samples.AREA_VIEW._replace(area=replace(samples.AREA, themes=()))
    assert footers.areas_footer((view,), look())[0].endswith("inspect-cli track a7k2m")


def test_where_none_is_open_none_is_named() -> None:
    assert footers.areas_footer((samples.SECOND,), look()) == ["1 area, none open"]


def test_undated_reports_come_with_the_way_to_date_them() -> None:
    lines = footers.reports_footer(samples.REPORTS, look())
    assert lines[0] == "2 reports. inspect-cli show r4k2m"
    assert lines[1].startswith("1 report undated; to date one: inspect-cli import FILE --published")
    assert len(footers.reports_footer(samples.REPORTS[:1], look())) == 1


def test_counts_tell_apart_what_differs() -> None:
    assert footers.judgements_footer((samples.GRADED, samples.CARRIED), look())[0].startswith(
        "2 judgements, 1 of them carried over."
    )
    assert footers.findings_footer(samples.FINDINGS, look())[0].startswith("2 findings, 1 formal.")
    assert footers.references_footer(samples.REFERENCES, look())[0].startswith("1 follow-up, 1 tracked in an area.")
    assert footers.trend_footer(samples.TREND)[0].startswith("1 row, grades of 2 inspections.")


def test_a_theme_to_follow_is_one_that_has_an_area() -> None:
    views = (ThemeView("a", "A", (), 3, 0), ThemeView("b", "B", (), 1, 1), ThemeView("c", "C", (), 0, 0))
    assert footers.themes_footer(views, look()) == ["3 themes, 2 spoken of. inspect-cli track b"]


def test_hits_count_lines_and_reports() -> None:
    hits = [Hit("r1", "T", 2018, line, "x", (), None) for line in (1, 2)]
    assert footers.hits_footer(hits, look()) == ["2 lines in 1 report"]


def test_a_status_names_the_other_forces_and_how_to_see_theirs() -> None:
    kent = replace(samples.RECORD, forces=("kent", "west-midlands"))
    reports = (samples.RECORD, kent)
    assert footers.others_footer(reports, "cheshire") == [
        "also imported: Kent, West Midlands. inspect-cli status --force kent"
    ]
    assert footers.others_footer((samples.RECORD,), "cheshire") == []


def test_the_rules_are_those_of_the_colours_shown_in_their_order() -> None:
    rules = ((Rag.GREEN, "done"), (Rag.RED, "late"), (Rag.WHITE, "another's"))
    views = (samples.AREA_VIEW, samples.SECOND)
    assert footers.colours_footer(rules, views) == ["GREEN: done; RED: late"]
    assert footers.colours_footer(rules, ()) == []
