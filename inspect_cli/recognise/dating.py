"""How a document is dated: the ladder from what is given or stated, over what can be worked out, to what is unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from inspect_cli.model import DocumentKind, Evidence, Pillar, Rung
from inspect_cli.recognise.calendar import DATE, last_year, read_date
from inspect_cli.recognise.inference import Bound, Known, cycle_bounds, find_bounds, infer_year, limits
from inspect_cli.recognise.programme import PEEL
from inspect_cli.recognise.prose import UNKNOWN, Fact, Prose, find_first
from inspect_cli.recognise.published import Publication, find_published, reported_day, saved_on, sent_on, updated_since
from inspect_cli.recognise.years import last_month, lists_several

_ENTRY = re.compile(rf"\[on\]\s*(?P<date>{DATE})", re.I)
_LISTS = (DocumentKind.REGISTER, DocumentKind.TRACKER)
_OF_OTHERS = (*_LISTS, DocumentKind.PCC_RESPONSE, DocumentKind.LETTER, DocumentKind.NEWS, DocumentKind.OTHER)
_STAND_ALONE = (DocumentKind.THEMATIC_REPORT, DocumentKind.INTEGRITY_REPORT, DocumentKind.NEWS)
_FIRST_MONTHS, _A_YEAR = 3, 366
_RETURN = re.compile(r"\b(?:went|came|gone|come) back\b|\brevisit(?:ed)?\b|\breturned\b|\breturn visit\b", re.I)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of a document when it comes to be dated; ``year`` and ``label`` are given or stated, or None."""

    kind: DocumentKind
    programme: str | None
    pillar: Pillar | None
    inspector: str | None
    year: int | None
    label: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Dating:
    """The dates of a document; ``page_date`` is a page's own date where it cannot be the report's."""

    year: Fact[int | None]
    published: Fact[date | None]
    page_date: date | None = None
    warning: str | None = None


def date_report(prose: Prose, asked: Asked) -> Dating:
    """Find the day of publication, and the inspection year where it is not ``asked.year`` already."""
    known = Known(asked.programme, asked.pillar, asked.inspector)
    bounds = find_bounds(prose, known)
    publication = find_published(prose, asked.kind, asked.year)
    if publication.day and _is_late(publication.day, asked, bounds):
        return _dated_later(publication.day, publication.evidence, asked, bounds)
    page_date, warning = updated_since(prose, publication.day) or saved_on(prose), None
    published = Fact(publication.day, publication.evidence)
    sent = sent_on(prose) if asked.kind is DocumentKind.LETTER else None
    if sent and publication.day and (publication.day - sent.value).days > _A_YEAR:
        page_date, warning = publication.day, f"{publication.evidence.why} is more than a year after it was sent"
        published, publication = (
            Fact(sent.value, sent.evidence),
            Publication(sent.value, sent.evidence, sent.value.year),
        )
    if asked.year is not None:
        return Dating(Fact(asked.year, UNKNOWN), published, page_date, warning)
    several = asked.kind in _LISTS and lists_several(prose)
    derived = None if several else _derived(prose, asked, publication)
    day = asked.published or publication.day or reported_day(prose)
    inferred = () if asked.kind in _LISTS else (*bounds, *cycle_bounds(asked.programme, day))
    year = derived or (Fact(*infer_year(inferred)) if inferred else Fact(None, UNKNOWN))
    return Dating(year, published, page_date, warning)


def _is_late(day: date, asked: Asked, bounds: tuple[Bound, ...]) -> bool:
    """Say whether a page's date is too late for the report: more than a year on, and after its cycle's reports."""
    if asked.kind in _OF_OTHERS:
        return False
    if asked.year is None or asked.label is None:
        return day.year > limits(bounds)[1] + 1
    cycle = last_month(asked.year, asked.label) if asked.programme == PEEL else f"{last_year(asked.label) + 1}-12"
    return f"{day:%Y-%m}" > cycle


def _dated_later(day: date, said: Evidence, asked: Asked, bounds: tuple[Bound, ...]) -> Dating:
    latest = last_year(asked.label) if asked.label else limits(bounds)[1]
    warning = (
        f"line {said.line} says {said.why}, more than a year after {latest}: kept as the page's date, not the report's"
    )
    year = Fact(*infer_year(bounds)) if asked.year is None else Fact(asked.year, UNKNOWN)
    return Dating(year, Fact(None, Evidence(Rung.UNKNOWN, said.line, warning)), day, warning)


def _derived(prose: Prose, asked: Asked, publication: Publication) -> Fact[int | None] | None:
    """Work the year out from a date in the text. PEEL reports come out in the year after, so theirs does not tell."""
    if asked.kind is DocumentKind.REGISTER:
        entry = find_first(prose.blocks, _ENTRY)
        day = read_date(entry.match["date"]) if entry else None
        if entry and day:
            return Fact(
                day.year, Evidence(Rung.DERIVED, entry.line, f"the first entry in the register is of {day.year}")
            )
    of_a_meeting = asked.kind is DocumentKind.TRACKER and publication.day
    if of_a_meeting or (asked.programme == PEEL and not _tells_of_a_return(prose, asked)):
        return None
    if asked.kind in _STAND_ALONE and publication.day and publication.day.month <= _FIRST_MONTHS:
        # The work for what comes out so early in a year was done in the year before, or the one before that.
        return None
    line, why = publication.evidence.line, "no year of inspection stands in the text: the year of publication"
    if asked.published:
        return Fact(asked.published.year, Evidence(Rung.DERIVED, None, why))
    if publication.year:
        return Fact(publication.year, Evidence(Rung.DERIVED, line, why))
    day = reported_day(prose)
    return Fact(day.year, Evidence(Rung.DERIVED, None, f"{why} of the report spoken of")) if day else None


def _tells_of_a_return(prose: Prose, asked: Asked) -> bool:
    """Say whether a letter tells of a revisit: it is sent soon after."""
    return asked.kind is DocumentKind.LETTER and bool(find_first(prose.body, _RETURN))
