"""An export from elsewhere may hold anything: what does not add up is refused, with what and where."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.errors import SourceError
from inspect_cli.show.carried import export_pieces
from inspect_cli.workflow.carrying import export
from inspect_cli.workflow.unpacking import unpack
from tests.workflow.analysts import Analyst, Step

WORK = (Step("import", 1), Step("import", 2), Step("status", 1), Step("link", 3), Step("split", 0), Step("respond", 1))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give an export of a store with two reports and a few decisions."""
    folder = tmp_path_factory.mktemp("analyst") / "data"
    folder.mkdir()
    Analyst(folder, "A. Analyst", 0).do(*WORK)
    whole = export(folder, "0.2.0")
    return "".join(export_pieces(whole.head, whole.reports, whole.events)).encode()


@pytest.fixture
def whole(written: bytes) -> Any:
    """Give that export decoded, to be changed."""
    return json.loads(written)


def _refused(content: bytes) -> str:
    with pytest.raises(SourceError) as refused:
        unpack(content, "from-kent.json")
    assert refused.value.message.startswith("from-kent.json ")
    assert refused.value.hint
    return refused.value.message


def test_an_export_as_it_was_written_is_taken(written: bytes) -> None:
    content = unpack(written, "from-kent.json")
    assert [len(content.reports), len(content.events) > 2] == [2, True]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "it is cut off at line 1, column 1"),
        (b"  \n", "it is cut off at line 2, column 1"),
        (b"{", "it is cut off at line 1, column 2"),
        (b"PK\x03\x04", "it is no JSON from line 1, column 1 on"),
        (b'{"format": "inspect-cli exp', "it is cut off at line 1, column 12"),
        (b"\xff\xfe{", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b'{"format": NaN}', "it is not JSON"),
        (b"9" * 10_000, "it is not JSON"),
        (b"[]", 'its "format" is not "inspect-cli export"'),
        (b'{"meta": {}}', 'its "format" is not "inspect-cli export"'),
        (b'{"format": "inspect-cli export", "version": 2}', "is an export of version 2"),
        (b'{"format": "inspect-cli export", "version": true}', "is an export of version True"),
        (b'{"format": "inspect-cli export"}', "is an export of version None"),
        (b'{"format": "inspect-cli export", "version": 1}', "reports: it is missing"),
    ],
)
def test_what_is_no_export_is_refused(content: bytes, says: str) -> None:
    assert says in _refused(content)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_that_is_cut_off_is_refused(written: bytes, share: float) -> None:
    assert "is no export of inspect-cli" in _refused(written[: int(len(written) * share)])


def _set(*path: str | int, to: object) -> Callable[[Any], None]:
    def change(whole: Any) -> None:
        for step in path[:-1]:
            whole = whole[step]
        whole[path[-1]] = to

    return change


def _drop(*path: str | int) -> Callable[[Any], None]:
    def change(whole: Any) -> None:
        for step in path[:-1]:
            whole = whole[step]
        del whole[path[-1]]

    return change


def _twice(name: str) -> Callable[[Any], None]:
    return lambda whole: whole[name].append(whole[name][0])


FINDING = ("reports", 0, "findings", 0)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (_drop("events"), "events: it is missing"),
        (_drop("aliases"), "aliases: it is missing"),
        (_set("reports", to={}), "reports: it is not a list"),
        (_set("reports", 1, to=None), "reports[1]: None is not an object"),
        (_drop("reports", 1, "title"), "reports[1].title: it is missing"),
        (_set("reports", 1, "title", to=7), "reports[1].title: 7 is not text"),
        (_set("reports", 1, "title", to="\ud800"), "is not text"),
        (_set("reports", 1, "kind", to="novel"), "reports[1].kind: 'novel' is not one of"),
        (_set("reports", 1, "imported_at", to="2024-01-01T09:00:00"), "is not a moment with its zone"),
        (_set("reports", 1, "published", to="8 May"), "is not a day as YYYY-MM-DD"),
        (_set("reports", 1, "inspection_year", to=10**12), "is no year of an inspection"),
        (_set("reports", 1, "inspection_year", to=True), "True is not a whole number"),
        (_set("reports", 1, "forces", to=["atlantis"]), "'atlantis' is no force"),
        (_set("reports", 1, "sha256", to="../../etc"), "it is no SHA-256"),
        (_set("reports", 0, "id", to="../../outside"), "'../../outside': no such id can be"),
        (_set("reports", 0, "id", to="r\x1b[31m"), "no such id can be"),
        (_set("reports", 0, "id", to="r00\n0016"), "no such id can be"),
        (_set("reports", 0, "text", 0, to="changed"), "its SHA-256 is another"),
        (_set("reports", 0, "text_sha256", to="0" * 64), "its SHA-256 is another"),
        (_drop("reports", 0, "text"), ".text: it is missing"),
        (_drop("reports", 0, "findings"), ".findings: it is missing"),
        (_set(*FINDING, "report", to="r000000"), "not the report in which it stands"),
        (_set(*FINDING, "id", to="f/../x"), "no such id can be"),
        (_set(*FINDING, "span", "line", to=0), "are not in a text of"),
        (_set(*FINDING, "span", "last_line", to=10**9), "are not in a text of"),
        (_set(*FINDING, "themes", to=["sea serpents"]), "'sea serpents' is no theme"),
        (_set(*FINDING, "figures", to=[{"value": 10**30, "of": "men", "span": None}]), "is not a number"),
        (_twice("reports"), "it is the id of 2 records"),
        (_twice("events"), "it is the id of 2 records"),
        (_set("events", 0, "at", to="2024-01-01T09:00:00"), "is not a moment with its zone"),
        (_set("events", 0, "after", to="nearly"), "events[0]: 'nearly' is not a valid AreaStatus"),
        (_set("events", 0, "area", to="../a"), "no such id can be"),
        (_set("aliases", to={"aaaaaa": "fbbbbbb"}), "no such id can be"),
        (_set("at_hand", to="atlantis"), "at_hand: 'atlantis' is no force"),
        (_set("settings", to="force = 7"), "settings: settings.toml: force is 7"),
        (_set("settings", to="force"), "settings: settings.toml:"),
    ],
)
def test_what_does_not_add_up_is_refused_with_its_place(whole: Any, change: Callable[[Any], None], says: str) -> None:
    change(whole)
    assert says in _refused(json.dumps(whole).encode())


def test_fields_of_a_later_version_are_passed_over(whole: Any) -> None:
    whole["mood"] = whole["reports"][0]["mood"] = whole["events"][0]["mood"] = "fair"
    assert len(unpack(json.dumps(whole).encode(), "from-kent.json").reports) == 2


ODD: tuple[object, ...] = (None, True, -1, 0, 10**30, 1.5, math.inf, "", "x" * 300, "\x1b[2J", [], [[]], {}, {"a": 1})


def _places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, one in inside for place in _places(one, (*path, key)))]


@given(st.data())
def test_whatever_is_put_in_whatever_place_is_taken_or_refused_in_words(written: bytes, data: st.DataObject) -> None:
    whole = json.loads(written)
    places = _places(whole)[1:]
    for place in data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=3)):
        change = _drop(*place) if data.draw(st.booleans()) else _set(*place, to=data.draw(st.sampled_from(ODD)))
        try:
            change(whole)
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took the place away
    try:
        unpack(json.dumps(whole).encode(), "from-kent.json")
    except SourceError as refused:
        assert refused.message.startswith("from-kent.json ")
