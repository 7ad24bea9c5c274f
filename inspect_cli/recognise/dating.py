"""How a document is dated: the ladder from what is given or stated, over what can be worked out, to what is unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from inspect_cli.model import DocumentKind, Evidence, Pillar, Rung
from inspect_cli.recognise.calendar import DATE, last_year, read_date
from inspect_cli.recognise.inference import Known, cycle_bounds, find_bounds, infer_year, limits
from inspect_cli.recognise.programme import PEEL
from inspect_cli.recognise.prose import UNKNOWN, Fact, Prose, find_first
from inspect_cli.recognise.published import Publication, find_published, reported_day

_ENTRY = re.compile(rf"\[on\]\s*(?P<date>{DATE})", re.I)
_OF_OTHERS = (DocumentKind.REGISTER, DocumentKind.TRACKER, DocumentKind.PCC_RESPONSE, DocumentKind.LETTER)


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
    latest = last_year(asked.label) if asked.label else limits(bounds)[1]
    publication = find_published(prose, asked.kind, asked.year)
    if publication.day and asked.kind not in _OF_OTHERS and publication.day.year > latest + 1:
        warning = (
            f"line {publication.evidence.line} says {publication.evidence.why}, more than a year after {latest}: "
            "kept as the page's date, not the report's"
        )
        evidence = Evidence(Rung.UNKNOWN, publication.evidence.line, warning)
        year = Fact(*infer_year(bounds)) if asked.year is None else Fact(asked.year, UNKNOWN)
        return Dating(year, Fact(None, evidence), publication.day, warning)
    published = Fact(publication.day, publication.evidence)
    if asked.year is not None:
        return Dating(Fact(asked.year, UNKNOWN), published)
    derived = _derived(prose, asked, publication)
    day = asked.published or publication.day or reported_day(prose)
    return Dating(derived or Fact(*infer_year((*bounds, *cycle_bounds(asked.programme, day)))), published)


def _derived(prose: Prose, asked: Asked, publication: Publication) -> Fact[int | None] | None:
    """Work the year out from a date in the text. PEEL reports come out in the year after, so theirs does not tell."""
    if asked.kind is DocumentKind.REGISTER:
        entry = find_first(prose.blocks, _ENTRY)
        day = read_date(entry.match["date"]) if entry else None
        if entry and day:
            return Fact(
                day.year, Evidence(Rung.DERIVED, entry.line, f"the first entry in the register is of {day.year}")
            )
    if asked.programme == PEEL:
        return None
    line, why = publication.evidence.line, "no year of inspection stands in the text: the year of publication"
    if asked.published:
        return Fact(asked.published.year, Evidence(Rung.DERIVED, None, why))
    if publication.year:
        return Fact(publication.year, Evidence(Rung.DERIVED, line, why))
    day = reported_day(prose)
    return Fact(day.year, Evidence(Rung.DERIVED, None, f"{why} of the report spoken of")) if day else None
