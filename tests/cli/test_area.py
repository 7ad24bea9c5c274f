"""areas, track and show on a store of the five source reports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.running import run


def _line_of(text: str, part: str) -> int:
    return next(number for number, line in enumerate(text.split("\n")) if part in line)


def _vetting(imported: Path) -> dict[str, Any]:
    areas = run("areas", "--json", data=imported).json()
    (found,) = [area for area in areas if area["title"] == "Vetting clearance and backlogs"]
    return dict(found)


@pytest.mark.parametrize("width", ["80", "140"])
def test_vetting_is_followed_down_one_line_of_time(width: str, imported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = run("track", "vetting", data=imported).out
    steps = (
        "1  Vetting clearance and backlogs",
        "2  Disproportionality in vetting decisions",
        "known from the 2018/19 report",
        "needs to improve some",
        "2018/19  ●",
        "recommendation: not achieved",
        "only be described as slow",
        "35 officers, 355 police staff",
    )
    places = [_line_of(shown, step) for step in steps]
    assert places == sorted(places)
    assert "deadline 8 December 2018 (within two years)" in shown


def test_track_gives_areas_and_timeline_oldest_first(imported: Path) -> None:
    record = run("track", "vetting", "--json", data=imported).json()
    assert list(record) == ["areas", "timeline"]
    years = [moment["year"] for moment in record["timeline"]]
    assert years == sorted(years)
    fields = ["year", "date", "area", "kind", "verdict", "text", "figures", "report", "span", "by"]
    assert [list(moment) for moment in record["timeline"]] == [fields] * len(years)


def test_an_area_is_found_by_the_beginning_of_its_id_and_by_its_title(imported: Path) -> None:
    area = _vetting(imported)
    by_id = run("track", area["id"][:5], "--json", data=imported).json()
    by_title = run("track", "clearance", "backlogs", "--json", data=imported).json()
    assert [one["id"] for one in by_id["areas"]] == [one["id"] for one in by_title["areas"]] == [area["id"]]


def test_a_theme_without_areas_is_said_in_words(imported: Path) -> None:
    assert run("track", "custody", "--json", data=imported).json() == {"areas": [], "timeline": []}
    ran = run("track", "custody", data=imported)
    assert ran.status == 0
    assert "No area is tracked under 'custody'" in ran.out


def test_each_member_of_an_area_is_shown_with_why_it_belongs(imported: Path) -> None:
    area = _vetting(imported)
    flat = " ".join(run("show", area["id"], data=imported).out.split())
    assert [member["why"] for member in area["members"] if member["why"] not in flat] == []


@pytest.mark.parametrize("command", ["findings", "references", "judgements"])
def test_a_find_is_shown_in_its_surroundings_with_report_and_dates(command: str, imported: Path) -> None:
    for find in run(command, "--json", data=imported).json():
        ran = run("show", find["id"], data=imported)
        assert ran.status == 0
        assert f"▸ {find['span']['line']}" in ran.out.replace("▸  ", "▸ ")
        assert find["report"][:5] in ran.out
        assert "inspection year" in ran.out


def test_a_find_as_json_keeps_its_record_and_adds_its_surroundings(imported: Path) -> None:
    find = run("findings", "--formal", "--json", data=imported).json()[0]
    record = run("show", find["id"][:6], "--json", data=imported).json()
    assert {name: record[name] for name in find} == find
    assert record["item"] == "finding"
    lines = dict(record["around"])
    assert find["quote"][:20] in lines[find["span"]["line"]]
    assert [area["id"] for area in record["areas"]] == [find["area"]]


def test_a_report_is_shown_with_all_that_was_found_in_it(imported: Path) -> None:
    report = next(one for one in run("reports", "--json", data=imported).json() if one["inspection_label"] == "2018/19")
    shown = run("show", report["id"], data=imported).out
    for find in run("findings", "--report", report["id"], "--json", data=imported).json():
        assert find["id"][:5] in shown
    assert "stated, line 9" in " ".join(shown.split())


def test_the_ids_shown_in_tables_are_understood(imported: Path) -> None:
    short = run("findings", "--limit", "1", "--quiet", data=imported).out.split("\n")[2].split()[0]
    assert run("show", short, "--json", data=imported).json()["id"].startswith(short)


@pytest.mark.parametrize("item", ["f", "", "zzz", "[/status]"])
def test_an_id_that_no_one_item_has_is_wrong_usage(item: str, imported: Path) -> None:
    ran = run("show", item, data=imported)
    assert (ran.status, ran.out) == (2, "")
    assert "error: " in ran.err


def test_where_filters_leave_nothing_the_same_without_them_is_named(imported: Path) -> None:
    shown = run("track", "vetting", "--force", "kent", data=imported).out
    assert shown.strip().endswith("Without them: inspect-cli track vetting")
