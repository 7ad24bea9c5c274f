"""What is said of each file of an import."""

from __future__ import annotations

from dataclasses import replace

from inspect_cli.model import Copy, FailedImport, ImportOutcome, ReportView
from inspect_cli.show import answers
from inspect_cli.show.explained import explained_text
from inspect_cli.show.outcome import failed_lines, outcome_lines, remark_lines, summary
from tests.show import samples
from tests.show.samples import HOSTILE, printed

WARNED = ReportView(replace(samples.RECORD, warnings=("a page date is suspect",)), 0, 1, 0)
OUTCOME = ImportOutcome(
    imported=samples.REPORTS,
    unchanged=("old.txt",),
    replaced=(WARNED,),
    failed=(FailedImport("bad.txt", "is empty", "look at it"),),
    empty=("transcript.txt",),
    unclaimed={"a.txt": ((45, "judgment", "These are the basis for our judgment."),)},
)


def test_each_file_has_its_line_with_what_was_found() -> None:
    lines = list(outcome_lines(OUTCOME))
    assert lines[0] == (
        "imported   r4k2mz1  Cheshire PEEL 2018 – Legitimacy (2018/19, published 27 September 2019):"
        " 4 judgements, 14 findings, 1 follow-up"
    )
    assert lines[1] == f"imported   {samples.UNDATED.id}  A transcript (undated): nothing"
    assert "unchanged  old.txt" in lines


def test_an_undated_report_a_warning_and_a_report_without_finds_are_said_aloud() -> None:
    text = "\n".join(remark_lines(OUTCOME))
    assert "warning: undated: report.txt\n" in text
    assert text.count("hint: inspect-cli import FILE --published") == 1
    assert ": a page date is suspect" in text
    assert "nothing was found in transcript.txt" in text


def test_a_failed_file_is_named_once_with_its_hint() -> None:
    assert list(failed_lines(OUTCOME)) == ["error: bad.txt: is empty", "hint: look at it"]
    named = ImportOutcome(failed=(FailedImport("bad.txt", "bad.txt is empty", ""),))
    assert list(failed_lines(named)) == ["error: bad.txt is empty"]


def test_the_end_counts_what_was_done() -> None:
    assert summary(OUTCOME) == "2 imported, 1 replaced, 1 unchanged, 1 failed. inspect-cli status"
    assert summary(ImportOutcome()).startswith("nothing to import")


def test_where_all_failed_there_is_no_state_to_look_at() -> None:
    assert summary(ImportOutcome(failed=OUTCOME.failed)) == "1 failed."


def test_a_warning_about_the_import_as_a_whole_is_said() -> None:
    assert list(remark_lines(ImportOutcome(warnings=("a table for no file",)))) == ["warning: a table for no file"]


def test_sentences_that_no_rule_used_are_listed_with_line_and_word() -> None:
    lines = printed(explained_text(OUTCOME, 80)).split("\n")
    assert lines[0] == "a.txt: 1 sentence with a trigger word that no rule used"
    assert lines[3].split() == "L45 judgment These are the basis for our judgment.".split()
    assert answers.unclaimed(OUTCOME)["unclaimed"][0]["line"] == 45
    assert "nothing to explain" in printed(explained_text(ImportOutcome(), 80))


def test_of_a_long_list_the_first_are_shown_and_how_many_more_there_are_is_said() -> None:
    sentences = tuple((line, "good", f"It is good {line}." + " And so on." * line) for line in range(1, 61))
    outcome = ImportOutcome(unclaimed={"in/a.txt": sentences, "in/b.txt": sentences[:2]})
    for width in (80, 140):
        text = printed(explained_text(outcome, width, 50))
        assert "a.txt: 60 sentences" in text
        assert "10 more in this file; all of them: --limit 0, or --json" in text
        assert text.count("more in this file") == 1
        assert "L51" not in text
        assert max(len(line) for line in text.split("\n")) <= width
    assert "L60" in printed(explained_text(outcome, 80))
    assert len(answers.unclaimed(outcome)["unclaimed"]) == 62
    assert "…" in printed(explained_text(outcome, 80))


COPY = Copy("in/b.pdf", "in/a.html", "r4k2mz1", "in/a.html")


def test_a_copy_is_told_with_what_it_is_a_copy_of_and_what_was_kept() -> None:
    outcome = ImportOutcome(copies=(COPY,))
    (line,) = outcome_lines(outcome)
    named = "in/b.pdf is a copy of in/a.html (report r4k2mz1)"
    assert line == f"copy       {named}: kept in/a.html; --keep-both keeps both"
    assert summary(outcome) == "1 copy. inspect-cli status"
    record = answers.outcome(outcome)
    assert list(record)[-1] == "copies"
    assert record["copies"] == [{"file": "in/b.pdf", "of": "in/a.html", "report": "r4k2mz1", "kept": "in/a.html"}]
    assert answers.outcome_rows(outcome)[0]["outcome"] == "copy"


def test_what_folders_hold_besides_is_said_in_one_line() -> None:
    assert list(remark_lines(ImportOutcome(passed_over="2 files passed over: .png"))) == ["2 files passed over: .png"]


def test_hostile_names_do_nothing() -> None:
    copies = (Copy(HOSTILE, HOSTILE, HOSTILE, HOSTILE),)
    outcome = ImportOutcome(unchanged=(HOSTILE,), failed=(FailedImport(HOSTILE, HOSTILE, HOSTILE),), copies=copies)
    assert not any("\x1b" in line for line in [*outcome_lines(outcome), *failed_lines(outcome)])
