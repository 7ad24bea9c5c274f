"""What an import did, a line a file, as a person reads it while it runs on."""

from __future__ import annotations

from collections.abc import Iterator

from inspect_cli.model import ImportOutcome, ReportView
from inspect_cli.show.footers import DATING, is_undated
from inspect_cli.show.safe import visible
from inspect_cli.show.words import day_words, found_words, listed


def outcome_lines(one: ImportOutcome) -> Iterator[str]:
    """Say for each file that is in what was found in it."""
    for word, views in (("imported", one.imported), ("replaced", one.replaced)):
        yield from (f"{word}   {report_line(view)}" for view in views)
    yield from (f"unchanged  {visible(file)}" for file in one.unchanged)
    for copy in one.copies:
        named = f"{visible(copy.file)} is a copy of {visible(copy.of)} (report {visible(copy.report)})"
        yield f"copy       {named}: kept {visible(copy.kept)}; --keep-both keeps both"


def remark_lines(one: ImportOutcome) -> Iterator[str]:
    """Say what a person should look at: contradictions, undated reports and how to date them, empty ones."""
    for report in (view.report for view in (*one.imported, *one.replaced)):
        yield from (f"warning: {visible(report.file)}: {visible(warning)}" for warning in report.warnings)
        if is_undated(report):
            yield f"warning: undated: {visible(report.file)}"
    if any(is_undated(view.report) for view in (*one.imported, *one.replaced)):
        yield f"hint: {DATING}"
    yield from (f"warning: {visible(warning)}" for warning in one.warnings)
    if one.passed_over:
        yield visible(one.passed_over)
    for file in one.empty:
        yield f"warning: nothing was found in {visible(file)}; inspect-cli import --explain lists what no rule used"


def failed_lines(one: ImportOutcome) -> Iterator[str]:
    """Say for each file that was not imported what was wrong and what to do next."""
    for bad in one.failed:
        named = "" if bad.file in bad.error else f"{visible(bad.file)}: "
        yield f"error: {named}{visible(bad.error)}"
        if bad.hint:
            yield f"hint: {visible(bad.hint)}"


def summary(one: ImportOutcome) -> str:
    """Count what was done with the files, and say what to do next."""
    counts = (
        (len(one.imported), "imported"),
        (len(one.replaced), "replaced"),
        (len(one.unchanged), "unchanged"),
        (len(one.copies), "copy" if len(one.copies) == 1 else "copies"),
        (len(one.failed), "failed"),
    )
    done = listed(f"{number} {word}" for number, word in counts if number)
    stored = one.imported or one.replaced or one.unchanged or one.copies
    return f"{done or 'nothing to import'}.{' inspect-cli status' if stored else ''}"


def report_line(view: ReportView) -> str:
    """Tell a report that was taken in: its id and title, how it is dated, what was found in it."""
    one = view.report
    year = one.inspection_label or (str(one.inspection_year) if one.inspection_year else "undated")
    published = f"published {day_words(one.published)}" if one.published else ""
    return f"{one.id}  {visible(one.title)} ({listed((visible(year), published))}): {found_words(view)}"
