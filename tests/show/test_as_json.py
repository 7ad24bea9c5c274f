"""Records have the fields of the contract, all of them, in its order."""

from __future__ import annotations

import json
from typing import Any

import pytest

from inspect_cli.model import Detail, FailedImport, Hit, ImportOutcome, StatusView, ThemeView, Where
from inspect_cli.show import answers, as_json
from inspect_cli.show.as_csv import FIELDS
from tests.show import decided, samples

CONTRACT: list[tuple[dict[str, Any], str]] = [
    (
        as_json.report(samples.REPORTS[0]),
        "id title file format sha256 publisher kind forces programme pillar inspection_year inspection_label"
        " published page_date dated_by inspector counts imported_at",
    ),
    (
        as_json.judgement(samples.CARRIED),
        "id report force programme year pillar question subject grade basis carried_from quote span",
    ),
    (
        as_json.finding(samples.FINDINGS[0]),
        "id report force addressed_to year kind formal text pillar question themes deadline figures parent area"
        " quote span log",
    ),
    (
        as_json.reference(samples.REFERENCES[0]),
        "id report force year to_year to_kind verdict text themes deadline resolved_to unresolved_because area"
        " quote span addressed_to figures",
    ),
    (
        as_json.area(samples.AREA_VIEW),
        "id title force themes formal first_raised last_seen years inspections status inspectorate_view owner due"
        " due_set_by deadline members proposed rag rag_why days_left original_due moves status_by status_at"
        " status_reason evidence notes national",
    ),
    (as_json.moment(samples.KNOWN), "year date area kind verdict text figures report span by"),
    (
        as_json.event(decided.LOG[0]),
        "id at by kind area field from to reason evidence note undoes undone_by area_now title report finds",
    ),
    (as_json.change(decided.CHANGES[0]), "what area title date by from to reason report event"),
    (answers.trend(samples.TREND[0]), "force pillar question subject cells not_graded"),
    (
        answers.trend(samples.TREND[0])["cells"][0],
        "year label grade basis carried_from comparable_with_previous why_not",
    ),
    (as_json.theme(ThemeView("ethics", "Ethics", ("ethic*",), 1, 0)), "id title synonyms findings areas"),
    (answers.where(Where("d", "s", "it was given", exists=False)), "data store why exists"),
    (answers.track(samples.TRACK), "areas timeline"),
    (answers.outcome(ImportOutcome()), "imported unchanged replaced failed copies"),
    (as_json.area(samples.AREA_VIEW)["members"][0], "id year kind link why"),
    (as_json.area(samples.AREA_VIEW)["proposed"][0], "id year kind link why score"),
]


@pytest.mark.parametrize(("record", "fields"), CONTRACT, ids=lambda value: value[:20] if isinstance(value, str) else "")
def test_a_record_has_the_fields_of_the_contract_in_its_order(record: dict[str, Any], fields: str) -> None:
    assert list(record) == fields.split()
    assert json.loads(as_json.dumps(record)) == json.loads(json.dumps(record))


def test_a_csv_without_records_names_the_fields_that_records_have() -> None:
    hit = as_json.hit(Hit("r1", "A title", 2018, 3, "words", ("words",), None))
    kinds = ("reports", "judgements", "findings", "references", "areas", "timeline", "events", "changes")
    known = dict(zip(kinds, CONTRACT, strict=False))
    expected = {kind: tuple(record) for kind, (record, _) in known.items()}
    expected |= {"grades": tuple(answers.trend_cells(samples.TREND[0])[0]), "lines": tuple(hit)}
    expected |= {"themes": ("id", "title", "synonyms", "findings", "areas")}
    assert {kind: FIELDS[kind] for kind in expected} == expected


def test_values_are_plain_json() -> None:
    record = as_json.finding(samples.FINDINGS[0])
    assert record["span"] == {"line": 41, "last_line": 41, "page": None}
    assert record["figures"] == [{"value": 35, "of": "officers"}, {"value": 2.5, "of": "days"}]
    assert isinstance(record["figures"][0]["value"], int)
    assert record["deadline"] == {"phrase": "within two years", "date": "2018-12-08"}
    assert as_json.finding(samples.FINDINGS[1])["deadline"] is None
    assert as_json.report(samples.REPORTS[0])["published"] == "2019-09-27"
    assert as_json.report(samples.REPORTS[0])["dated_by"] == {"inspection_year": "stated", "published": "stated"}
    assert as_json.report(samples.REPORTS[1])["dated_by"]["published"] == "unknown"


def test_an_unresolved_follow_up_says_why() -> None:
    record = as_json.reference(samples.REFERENCES[0])
    assert (record["resolved_to"], record["unresolved_because"]) == (samples.FINDING.id, "the only one left")


def test_status_counts_every_status_and_colour() -> None:
    areas = (samples.AREA_VIEW, samples.SECOND)
    view = StatusView("cheshire", samples.REPORTS, 1, (samples.GRADED,), areas, ("a7k2mz1",), (), (), (), 1, "a7k2mz1")
    record = answers.status(view)
    assert list(record) == (
        "force reports undated judgements areas rag overdue due_soon disputed silent proposed oldest"
        " next_dates no_date national".split()
    )
    assert (record["reports"], record["undated"]) == (2, 1)
    assert record["judgements"] == {"legitimacy": "requires-improvement"}
    assert record["areas"] == {
        "total": 2,
        "open": 1,
        "in-progress": 0,
        "complete": 0,
        "closed": 1,
        "not-accepted": 0,
    }
    assert record["rag"] == {"GREEN": 1, "AMBER": 0, "RED": 1, "WHITE": 0}


def test_an_item_keeps_its_record_and_adds_its_surroundings() -> None:
    around = ((40, "A heading"), (41, "The words"))
    record = answers.detail(Detail(samples.FINDING, samples.REPORTS[0], around, (samples.AREA_VIEW,), None))
    assert (record["item"], record["kind"]) == ("finding", "area-for-improvement")
    assert record["around"] == [[40, "A heading"], [41, "The words"]]
    assert record["area"] == record["areas"][0]["id"] == samples.AREA.id


def test_an_area_in_which_an_item_is_only_proposed_is_not_its_area() -> None:
    record = answers.detail(Detail(samples.CONCERN, None, (), (samples.AREA_VIEW,), None))
    assert (record["area"], len(record["areas"])) == (None, 1)


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (samples.RECORD, "report"),
        (samples.GRADED, "judgement"),
        (samples.FOLLOW_UP, "reference"),
        (samples.AREA, "area"),
    ],
)
def test_every_kind_of_item_has_its_record(item: Any, name: str) -> None:
    record = answers.detail(Detail(item, None, (), (samples.AREA_VIEW,), None))
    assert (record["item"], record["id"]) == (name, item.id)


def test_an_import_names_what_failed_and_why() -> None:
    outcome = ImportOutcome(imported=samples.REPORTS[:1], failed=(FailedImport("a.txt", "is empty", "look at it"),))
    assert answers.outcome(outcome)["failed"] == [{"file": "a.txt", "error": "is empty", "hint": "look at it"}]
    assert [row["outcome"] for row in answers.outcome_rows(outcome)] == ["imported", "failed"]


def test_a_synonym_with_any_ending_is_told_without_its_mark() -> None:
    assert as_json.theme(ThemeView("ethics", "Ethics", ("ethic*",), 1, 0))["synonyms"] == ["ethic"]
