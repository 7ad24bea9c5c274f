"""A thing read anew is known again: reports by their words, finds by their place, areas by their members."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_cli.model import Area, Extraction, Finding, FindingKind, Report, Span
from inspect_cli.recognise.sketch import sketch
from inspect_cli.workflow.alike import Alike
from inspect_cli.workflow.identity import inherit_ids, renamed_areas, stored_version
from tests.builders import area, finding, judgement, member, reference, report

WORDS = [f"word{number}" for number in range(600)]


def version(keep: int, **changes: Any) -> Report:
    """Build a report whose text keeps the first ``keep`` words of a common one, the rest being its own."""
    text = " ".join([*WORDS[:keep], *(f"other{number}" for number in range(600 - keep))])
    return report(**{"id": f"r{keep}", "sha256": f"{keep}", "file": "/new/b.txt", "sketch": sketch(text)} | changes)


STORED = version(600, id="rold", file="/old/a.txt")
UNLIKE = version(0, id="rother", sha256="other", sketch=sketch(" ".join(reversed(WORDS))))
MOSTLY, NEARLY = 480, 597


@pytest.mark.parametrize(
    ("read", "known"),
    [
        (version(0, sha256=STORED.sha256, forces=("kent",)), True),
        (replace(STORED, sha256="new", file="/new/b.txt", forces=("kent",)), True),
        (replace(STORED, sha256="new", file="/new/b.txt", format="pdf"), False),
        (version(0, id="rold"), False),
        (version(NEARLY), True),
        (version(MOSTLY), False),
        (version(MOSTLY, file="/old/a.txt"), True),
        (version(0, file="/old/a.txt"), False),
        (version(NEARLY, forces=("kent",)), False),
        (version(NEARLY, inspection_year=2017), False),
        (version(NEARLY, inspection_year=None, forces=()), True),
        (version(NEARLY, forces=("kent",), file="/old/a.txt"), True),
        (version(NEARLY, sketch=()), False),
        (version(NEARLY, format="html"), False),
        (version(MOSTLY, format="html", file="/old/a.txt"), True),
    ],
)
def test_a_report_is_known_again_by_its_words(read: Report, known: bool) -> None:
    assert stored_version(read, Alike([UNLIKE, STORED])) == (STORED if known else None)


def test_a_name_without_its_folder_says_nothing() -> None:
    stored = replace(STORED, file="a.txt")
    assert stored_version(version(MOSTLY, file="a.txt"), Alike([stored])) is None


def test_of_two_versions_the_more_alike_is_taken() -> None:
    near = version(NEARLY, id="rnear", file="/new/b.txt")
    far = version(MOSTLY, id="rfar", file="/new/b.txt")
    assert stored_version(version(NEARLY + 1), Alike([far, near])) == near


OLD_LINES = ("Vetting", "", "The force should clear its backlogs.", "The force should train its supervisors.", "End")
BACKLOGS = finding(OLD_LINES[2], id="fbacklogs", span=Span(3, 3, 0, 36))
TRAINING = finding(OLD_LINES[3], id="ftraining", span=Span(4, 4, 0, 39))
OLD = Extraction(findings=(BACKLOGS, TRAINING))


def ids_after(new_lines: tuple[str, ...], *new: Finding, old: Extraction = OLD) -> list[str]:
    return [find.id for find in inherit_ids(OLD_LINES, new_lines, old, Extraction(findings=new)).findings]


def put_in(text: str, line: int, **changes: Any) -> Finding:
    return finding(text, **{"id": f"fnew{line}", "span": Span(line, line, 0, len(text))} | changes)


def test_an_id_that_is_still_there_holds() -> None:
    assert ids_after(OLD_LINES, TRAINING, BACKLOGS) == ["ftraining", "fbacklogs"]


def test_a_better_rule_cuts_elsewhere_and_the_id_holds() -> None:
    assert ids_after(OLD_LINES, put_in("should clear its backlogs", 3, span=Span(3, 3, 10, 35))) == ["fbacklogs"]


def test_little_left_of_a_find_in_unchanged_lines_is_still_that_find() -> None:
    assert ids_after(OLD_LINES, put_in("backlogs", 3, span=Span(3, 3, 27, 35))) == ["fbacklogs"]


def test_a_better_rule_may_change_the_kind_among_the_formal_ones() -> None:
    as_recommendation = put_in(OLD_LINES[2], 3, kind=FindingKind.RECOMMENDATION)
    as_concern = put_in(OLD_LINES[3], 4, kind=FindingKind.CONCERN)
    assert ids_after(OLD_LINES, as_recommendation, as_concern) == ["fbacklogs", "fnew4"]


def test_an_edited_line_keeps_the_id_of_what_it_said() -> None:
    edited = "The force should clear all its backlogs."
    lines = ("A new heading", *OLD_LINES[:2], edited, *OLD_LINES[3:])
    assert ids_after(lines, put_in(edited, 4)) == ["fbacklogs"]


def test_lines_that_moved_down_take_their_ids_with_them() -> None:
    lines = ("Preface", "", *OLD_LINES)
    moved = put_in("should train its supervisors", 6, span=Span(6, 6, 10, 38))
    assert ids_after(lines, moved) == ["ftraining"]


def test_other_words_in_the_same_place_are_another_find() -> None:
    other = "Complaints must be recorded within one working day."
    assert ids_after((*OLD_LINES[:2], other, *OLD_LINES[3:]), put_in(other, 3)) == ["fnew3"]


def test_a_find_elsewhere_is_new() -> None:
    assert ids_after(OLD_LINES, put_in("Vetting", 1)) == ["fnew1"]


def test_a_find_whose_lines_are_gone_leaves_its_id_to_nobody() -> None:
    assert ids_after(("Vetting", "", "End"), put_in("End", 3)) == ["fnew3"]


def test_an_id_is_taken_once_by_the_find_most_like_it() -> None:
    half = put_in("The force", 3, id="fhalf")
    most = put_in("The force should clear its", 3, id="fmost")
    assert ids_after(OLD_LINES, half, most) == ["fhalf", "fbacklogs"]


def test_an_id_that_holds_is_not_given_to_another() -> None:
    assert ids_after(OLD_LINES, BACKLOGS, put_in("should clear its backlogs", 3)) == ["fbacklogs", "fnew3"]


def test_parents_follow_and_other_kinds_of_find_too() -> None:
    span = Span(5, 5, 0, 3)
    old = Extraction((judgement(id="jold", span=span),), (BACKLOGS,), (reference(id="xold", span=span),))
    new = Extraction(
        (judgement(id="jnew", span=span),),
        (put_in(OLD_LINES[2], 3), put_in("a child", 1, id="fchild", parent="fnew3")),
        (reference(id="xnew", span=span),),
    )
    after = inherit_ids(OLD_LINES, OLD_LINES, old, new)
    assert (after.judgements[0].id, after.references[0].id) == ("jold", "xold")
    assert [(find.id, find.parent) for find in after.findings] == [("fbacklogs", None), ("fchild", "fbacklogs")]


@given(st.lists(st.sampled_from(OLD_LINES), max_size=8), st.data())
def test_ids_stay_different_whatever_changed(lines: list[str], data: st.DataObject) -> None:
    said = [number for number, line in enumerate(lines, start=1) if line]
    new = [put_in(lines[number - 1], number) for number in said if data.draw(st.booleans())]
    after = ids_after(tuple(lines), *new)
    assert len(set(after)) == len(new)


ONE, TWO, THREE = (member(finding(f"finding {number}")) for number in (1, 2, 3))


def known_as(name: str, *members: Any) -> Area:
    return area(id=name, members=members)


@pytest.mark.parametrize(
    ("old", "new", "before", "expected"),
    [
        pytest.param([known_as("a1", ONE)], [known_as("a1", ONE)], {}, {}, id="nothing moved"),
        pytest.param([known_as("a1", ONE)], [known_as("a2", ONE, TWO)], {}, {"a1": "a2"}, id="an older find"),
        pytest.param(
            [known_as("a1", ONE, TWO, THREE)],
            [known_as("a2", ONE), known_as("a3", TWO, THREE)],
            {},
            {"a1": "a3"},
            id="most members",
        ),
        pytest.param(
            [known_as("a2", ONE)], [known_as("a3", ONE)], {"a1": "a2"}, {"a1": "a3", "a2": "a3"}, id="chains are short"
        ),
        pytest.param([known_as("a1", ONE)], [known_as("a2", TWO)], {}, {}, id="no heir"),
        pytest.param([known_as("a2", ONE)], [], {"a1": "a2"}, {"a1": "a2"}, id="an alias is never dropped"),
        pytest.param([known_as("a2", ONE)], [known_as("a1", ONE)], {"a1": "a2"}, {"a2": "a1"}, id="and back again"),
        pytest.param([], [known_as("a1", ONE)], {"k1": "k2"}, {"k1": "k2"}, id="other forces' aliases stay"),
    ],
)
def test_a_former_area_id_leads_to_its_heir(
    old: list[Area], new: list[Area], before: dict[str, str], expected: dict[str, str]
) -> None:
    assert renamed_areas(old, new, before) == expected
