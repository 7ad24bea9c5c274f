"""What there is to know at a glance."""

from __future__ import annotations

from collections import Counter
from datetime import date

from inspect_cli.model import SILENT, Filters, StatusView
from inspect_cli.track import clocks
from inspect_cli.track.status import SETTLED, disputed
from inspect_cli.workflow.book import Book, undated
from inspect_cli.workflow.queries import list_areas, list_reports
from inspect_cli.workflow.trend import newest_areas, newest_overall

DUE_SOON_DAYS = 28
_NEXT = 3


def status(book: Book, force: str | None = None, due_soon_days: int = DUE_SOON_DAYS) -> StatusView:
    """Give the state of ``force`` (None: the force that most reports are about) on the book's day.

    What is overdue or due soon comes by its date, the earliest first; what is silent, longest open first.
    """
    chosen = force or most_reported(book)
    filters = Filters(force=chosen)
    reports = list_reports(book, filters)
    areas = list_areas(book, filters)
    still_open = [view for view in areas if view.state.status not in SETTLED]
    by_date = sorted(still_open, key=lambda view: view.state.due or date.max)
    dues = [(view.area.id, view.state.due) for view in by_date]
    return StatusView(
        force=chosen,
        reports=reports,
        undated=sum(undated(view.report) for view in reports),
        judgements=newest_overall(book, filters),
        areas=areas,
        overdue=tuple(area for area, due in dues if clocks.overdue(due, book.today)),
        due_soon=tuple(area for area, due in dues if clocks.due_soon(due, book.today, due_soon_days)),
        disputed=tuple(view.area.id for view in areas if disputed(view)),
        silent=tuple(view.area.id for view in still_open if view.area.inspectorate_view == SILENT),
        proposed=sum(len(view.area.proposed) for view in areas),
        oldest=next((view.area.id for view in still_open if view.area.first_raised is not None), None),
        areas_graded=newest_areas(book, filters),
        next_dates=tuple(area for area, due in dues if due and not clocks.overdue(due, book.today))[:_NEXT],
        no_date=tuple(view.area.id for view in still_open if view.state.due is None),
    )


def most_reported(book: Book) -> str | None:
    """Give the force that most reports are about, of equals the first by name; None where none is named."""
    counts = Counter(force for report in book.reports for force in report.forces)
    return min(counts, key=lambda force: (-counts[force], force), default=None)
