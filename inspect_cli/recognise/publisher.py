"""Who published a document: the inspectorate by the name it had then, the force, its commissioner or someone else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from inspect_cli.model import DocumentKind, Evidence, Publisher, Rung
from inspect_cli.recognise.calendar import DATE, read_date
from inspect_cli.recognise.genre import of_genre, sender_lines
from inspect_cli.recognise.programme import PEEL
from inspect_cli.recognise.prose import UNKNOWN, Fact, Prose, find_all, find_first, stated
from inspect_cli.recognise.voices import CHIEF_SAID, PCC_SAID
from inspect_cli.reference.keyed import Keyed

_RENAMED = date(2017, 7, 19)
_NEW_NAME = Keyed(r"\bHMICFRS\b|\bFire (?:&|and) Rescue Services\b")
_OLD_NAME = Keyed(r"\bHMIC\b|\b[Ii]nspector(?:ate)? of [Cc]onstabulary\b(?! (?:&|and) Fire)")
_ENTRY = Keyed(rf"\[on\]\s*({DATE})", re.I)
_NOT_THEIRS = Keyed(r"\bnot (?:connected|affiliated|associated) with\b|\bindependent of HMIC", re.I)
_INSPECTORS = Keyed(
    r"\A\W*(?:(?>\w+(?:[’']+\w+)*)\W+){0,6}?(?:HMI|HMCI|(?:HM|(?:Her|His) Majesty['’]s) (?:Chief )?Inspector)\b"
)
_CHIEF_SIGNS = Keyed(r"\A\W*(?:\w+\W+){0,5}?(?:Chief Constable|Commissioner of Police)\W*\Z", re.I)
_PCC_SIGNS = Keyed(r"\A\W*(?:\w+\W+){0,5}?Police(?:, Fire)? and Crime Commissioner\b.{0,40}\Z", re.I)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a document when its publisher is asked; ``published`` only where it is to be trusted."""

    kind: DocumentKind
    forces: tuple[str, ...]
    programme: str | None
    year: int | None
    published: date | None


def find_publisher(prose: Prose, known: Known) -> Fact[Publisher]:
    """Find who published the document: by its kind, who speaks or signs, and when it came out."""
    found = _by_kind(prose, known) or (_sender(prose) if known.kind is DocumentKind.LETTER else None)
    if found:
        return found
    if known.kind is DocumentKind.REGISTER:
        days = [day for entry in find_all(prose.blocks, _ENTRY) if (day := read_date(entry.match[1]))]
        return _by_date(max(days, default=_RENAMED), "the last entry in the register")
    return _inspectorate(prose, known)


def _by_kind(prose: Prose, known: Known) -> Fact[Publisher] | None:
    """Give the publisher of what only one body writes, None for what the inspectorate may have written."""
    if known.kind is DocumentKind.PCC_RESPONSE:
        return Fact(Publisher.PCC, Evidence(Rung.STATED, None, "the local policing body's response"))
    if known.kind is DocumentKind.TRACKER:
        return Fact(Publisher.OTHER, Evidence(Rung.UNKNOWN, None, "a tracker that does not say whose it is"))
    if known.kind is DocumentKind.NEWS:
        return _of_news(prose, known.forces)
    marks = {
        "advert": Publisher.FORCE if known.forces else Publisher.OTHER,
        "minutes": Publisher.OTHER,
    }
    for genre, publisher in marks.items() if known.kind is DocumentKind.OTHER else ():
        if found := of_genre(prose, genre):
            return Fact(publisher, stated(found))
    theirs = find_first(prose.blocks, _NOT_THEIRS) if known.kind is DocumentKind.REGISTER else None
    return Fact(Publisher.OTHER, stated(theirs)) if theirs else None


def _of_news(prose: Prose, forces: tuple[str, ...]) -> Fact[Publisher]:
    """News is a newspaper's, the force's whose chief officer speaks, or the commissioner's."""
    printed = of_genre(prose, "newspaper")
    if printed or len(forces) > 1:
        return Fact(Publisher.OTHER, stated(printed) if printed else UNKNOWN)
    chief, commissioner = find_first(prose.body, CHIEF_SAID), find_first(prose.body, PCC_SAID)
    if chief:
        return Fact(Publisher.FORCE, stated(chief))
    return Fact(Publisher.PCC, stated(commissioner)) if commissioner else Fact(Publisher.OTHER, UNKNOWN)


def _sender(prose: Prose) -> Fact[Publisher] | None:
    """Find who sent a letter, where it is not the inspectorate: by its lines From and To, else by who signs."""
    lines = sender_lines(prose)
    where = lines or prose.body[len(prose.body) // 2 :]
    if any(_INSPECTORS.search(block.text) for block in where):
        return None
    for publisher, pattern in ((Publisher.FORCE, _CHIEF_SIGNS), (Publisher.PCC, _PCC_SIGNS)):
        signed = find_first(where, pattern)
        if signed:
            return Fact(publisher, stated(signed))
    return None


def _inspectorate(prose: Prose, known: Known) -> Fact[Publisher]:
    year, published = known.year, known.published
    sentences = [block for block in prose.blocks if block.text.count(" ") > 2]
    new, old = find_first(sentences, _NEW_NAME), find_first(sentences, _OLD_NAME)
    if year and year < _RENAMED.year and not (new and not old and published and published >= _RENAMED):
        return _by_date(date(year, 1, 1), f"the inspection year {year}")
    if year == _RENAMED.year and known.programme == PEEL and not published:
        return _by_date(_RENAMED, "PEEL 2017, whose reports came out from November on")
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
