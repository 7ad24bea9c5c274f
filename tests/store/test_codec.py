"""A record survives being stored; a row of another version is read as far as it goes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspect_cli.model import (
    Area,
    Deadline,
    DocumentKind,
    Event,
    EventKind,
    Evidence,
    Figure,
    Finding,
    Judgement,
    Publisher,
    Reference,
    Report,
    Resolution,
    Rung,
    Span,
    Unclaimed,
)
from inspect_cli.store.codec import decode, encode

RECORDS = [Report, Judgement, Finding, Reference, Figure, Unclaimed, Area, Resolution, Evidence]

REPORT = Report(
    id="r1",
    title="Tîtle",
    file="a.txt",
    format="txt",
    sha256="0",
    publisher=Publisher.HMIC,
    kind=DocumentKind.NEWS,
    forces=("kent",),
    programme=None,
    pillar=None,
    inspection_year=2016,
    inspection_label=None,
    published=date(2016, 12, 8),
    page_date=None,
    inspector=None,
    evidence={"published": Evidence(Rung.STATED, 3, "it says so")},
    imported_at=datetime(2024, 1, 2, 3, 4, tzinfo=UTC),
)

# JSON has no infinities; a time zone must be one that a text can name
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC) | st.none()))


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_survives_json(kind: type) -> None:
    @settings(max_examples=30, deadline=None)
    @given(st.from_type(kind))
    def survives(record: object) -> None:
        assert decode(kind, json.loads(json.dumps(encode(record)))) == record

    survives()


def test_rows_are_spelt_as_scripts_see_them() -> None:
    row = encode(REPORT)
    assert row["publisher"] == "HMIC"
    assert row["published"] == "2016-12-08"
    assert row["forces"] == ["kent"]
    assert row["evidence"] == {"published": {"rung": "stated", "line": 3, "why": "it says so"}}
    assert row["imported_at"] == "2024-01-02T03:04:00+00:00"


def test_keys_of_a_later_version_are_ignored() -> None:
    row = encode(Deadline("within a year")) | {"urgency": "high"}
    assert decode(Deadline, row) == Deadline("within a year")


def test_missing_keys_take_defaults_and_what_may_be_none_is_none() -> None:
    row = encode(REPORT)
    for name in ("note", "warnings", "evidence", "programme", "published"):
        del row[name]
    assert decode(Report, row) == replace(REPORT, published=None, evidence={})


EVENT = {"id": "e1", "at": "2024-05-06T07:08:00+01:00", "by": "A. Nalyst", "kind": "due", "area": "a1"}


def test_an_event_keeps_its_zone() -> None:
    at = datetime(2024, 5, 6, 7, 8, tzinfo=timezone(timedelta(hours=1)))
    event = Event("e1", at, "A. Nalyst", EventKind.DUE, "a1", after="2024-09-01", finds=("f1",))
    assert decode(Event, json.loads(json.dumps(encode(event)))) == event
    assert encode(event)["at"] == EVENT["at"]


BROKEN: list[tuple[type, dict[str, Any]]] = [
    (Span, {"line": 1}),
    (Deadline, {"phrase": "by May", "date": "May"}),
    (Deadline, {"phrase": "by May", "date": 5}),
    (Evidence, {"rung": "hearsay"}),
    (Event, EVENT | {"kind": "rumour"}),
    (Event, EVENT | {"after": "soon"}),
    (Event, EVENT | {"kind": "status", "after": "finished"}),
    (Event, EVENT | {"at": "2024-05-06T07:08:00"}),
    (Figure, {"value": 1, "of": "officers", "span": [1, 2]}),
    (Figure, {"value": 1, "of": 5}),
    (Event, EVENT | {"by": None}),
    (Event, EVENT | {"note": ["said"]}),
    (Event, EVENT | {"finds": "f1"}),
    (Event, EVENT | {"finds": ["f1", 2]}),
    (Event, EVENT | {"finds": {"f1": "f2"}}),
]


@pytest.mark.parametrize(("kind", "row"), BROKEN)
def test_a_row_that_is_no_such_record_is_refused(kind: type, row: dict[str, Any]) -> None:
    with pytest.raises((TypeError, ValueError, KeyError, AttributeError)):
        decode(kind, row)


def test_only_records_are_stored() -> None:
    with pytest.raises(TypeError):
        encode({"phrase": "a dict is no record"})
