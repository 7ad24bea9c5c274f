"""Who published a document: the inspectorate by the name it had then, the force, its commissioner or someone else."""

from __future__ import annotations

import re
from datetime import date

from inspect_cli.model import DocumentKind, Evidence, Publisher, Rung
from inspect_cli.recognise.calendar import DATE, read_date
from inspect_cli.recognise.prose import UNKNOWN, Fact, Prose, find_all, find_first, stated
from inspect_cli.recognise.voices import CHIEF_SAID, PCC_SAID

_RENAMED = date(2017, 7, 19)
_NEW_NAME = re.compile(r"\bHMICFRS\b|\bFire (?:&|and) Rescue Services\b")
_OLD_NAME = re.compile(r"\bHMIC\b|\bInspectorate of Constabulary\b(?! (?:&|and) Fire)")
_ENTRY = re.compile(rf"\[on\]\s*({DATE})", re.I)
_CHIEF_SIGNS = re.compile(r"\A(?:\W*\w+){0,5}\W*\b(?:Chief Constable|Commissioner of Police)\W*\Z", re.I)
_PCC_SIGNS = re.compile(r"\A(?:\W*\w+){0,5}\W*\bPolice(?:, Fire)? and Crime Commissioner\b.{0,40}\Z", re.I)


def find_publisher(prose: Prose, kind: DocumentKind, year: int | None, published: date | None) -> Fact[Publisher]:
    """Find who published the document; ``published`` is its day of publication where that is to be trusted."""
    if kind is DocumentKind.PCC_RESPONSE:
        return Fact(Publisher.PCC, Evidence(Rung.STATED, None, "the local policing body's response"))
    if kind is DocumentKind.TRACKER:
        return Fact(Publisher.OTHER, Evidence(Rung.UNKNOWN, None, "a tracker that does not say whose it is"))
    if kind is DocumentKind.NEWS:
        chief = find_first(prose.body, CHIEF_SAID)
        return Fact(Publisher.FORCE if chief else Publisher.PCC, stated(chief) if chief else UNKNOWN)
    if kind is DocumentKind.LETTER:
        for publisher, pattern in ((Publisher.FORCE, _CHIEF_SIGNS), (Publisher.PCC, _PCC_SIGNS)):
            signed = find_first(prose.body[len(prose.body) // 2 :], pattern)
            if signed:
                return Fact(publisher, stated(signed))
    if kind is DocumentKind.REGISTER:
        days = [day for entry in find_all(prose.blocks, _ENTRY) if (day := read_date(entry.match[1]))]
        return _by_date(max(days, default=_RENAMED), "the last entry in the register")
    return _inspectorate(prose, year, published)


def _inspectorate(prose: Prose, year: int | None, published: date | None) -> Fact[Publisher]:
    sentences = [block for block in prose.blocks if block.text.count(" ") > 2]
    new, old = find_first(sentences, _NEW_NAME), find_first(sentences, _OLD_NAME)
    if year and year < _RENAMED.year and not (new and not old and published and published >= _RENAMED):
        return _by_date(date(year, 1, 1), f"the inspection year {year}")
    if year and year > _RENAMED.year:
        return _by_date(date(year, 1, 1), f"the inspection year {year}")
    for publisher, named in ((Publisher.HMICFRS, new), (Publisher.HMIC, old)):
        if named:
            return Fact(publisher, stated(named))
    if published:
        return _by_date(published, "the day of publication")
    return Fact(Publisher.HMICFRS if year else Publisher.OTHER, UNKNOWN)


def _by_date(day: date, what: str) -> Fact[Publisher]:
    publisher = Publisher.HMICFRS if day >= _RENAMED else Publisher.HMIC
    return Fact(publisher, Evidence(Rung.DERIVED, None, f"by {what}: HMIC became HMICFRS in July 2017"))
