"""What sort of document a source is, by its structure: its markup, its title, who speaks in it and how."""

from __future__ import annotations

import re
from collections.abc import Callable

from inspect_cli.model import DocumentKind, Evidence, Rung
from inspect_cli.recognise.genre import letter, of_genre
from inspect_cli.recognise.kept import register, tracker
from inspect_cli.recognise.prose import Fact, Found, Prose, find_all, find_first, is_heading
from inspect_cli.recognise.voices import CHIEF_SAID, INSPECTOR_SAID, PCC_SAID, THIRD_PERSON, WE_SAW
from inspect_cli.reference.forces import names_force, title_force
from inspect_cli.reference.keyed import Keyed

_COMMISSIONER = Keyed(
    r"\bI am (?:the|your) (?:Deputy )?(?:Police(?:, Fire)? and Crime Commissioner|PCC|Deputy Mayor)\b"
    r"|\bsection 55\b|\blocal policing body['’]?s? comments?\b"
    r"|\b(?:PCC|Commissioner|Deputy Mayor)['’]?s? (?:formal )?response to\b",
    re.I,
)
_RESPONSE = Keyed(
    r"\b(?:O?PCC|Crime Commissioner|Deputy Mayor)(?:['’]?s)?\b[^.]{0,40}\b(?:response|comments)\b"
    r"|\b(?:response|comments)\b[^.]{0,30}\b(?:from|by|of) (?:the )?(?:\w+ ){0,3}"
    r"(?:PCC|Police(?:,? Fire)? (?:and|&) Crime Comm\w+)",
    re.I,
)
# A commissioner's letterhead, and what one writes below it.
_OFFICE = Keyed(
    r"\boffice of the (?:\w+ )?police(?:,? fire)? (?:and|&) crime commissioner\b|\bcommissioner for police\b", re.I
)
_COMMENTS = Keyed(r"\bsection 55\b|\bDear Home Secretary\b|\bmy (?:comments|response)\b", re.I)
_LETTERHEAD, _HEAD = 4, 20
_TRANSCRIPT = Keyed(r"\btranscript\b", re.I)
_RELEASE = Keyed(
    r"\A\W*(?:notes (?:to|for) (?:the )?editors?|(?:press|news|media) release|for immediate release|embargo\w*)\b"
    r"|\bpublished today\b|\b(?:releases|has released) today\b",
    re.I,
)
_PEEL = Keyed(r"\bPEEL\b")
_YEAR_TITLE = Keyed(r"\A.{4,40}?\b(?P<year>(?:19|20)\d\d)(?:[/–-]\d\d(?:\d\d)?)?\Z")
_WITHOUT_PILLARS = 2021
_PILLAR = Keyed(r"\A(?:Effectiveness|Efficiency|Legitimacy|Leadership)\Z", re.I)
_QUESTION = Keyed(
    r"\b(?:effective|effectively|efficient|efficiently|legitimate|legitimately|leadership|led)\b.*\?\Z", re.I
)
_QUESTIONS_FOR = Keyed(r"\AQuestions for \w+", re.I)
_SIGNED = Keyed(r"\A[^.]{3,40}, (?:HM|(?:Her|His) Majesty['’]s) (?:Chief )?Inspector\b", re.I)
_AREAS = Keyed(r"\b(?:\w+|\d+) areas of policing\b", re.I)
_AN_INSPECTION = Keyed(r"\b(?:inspection of|assessment of|report on|causes? of concern)\b", re.I)
_POLICE_PILLAR = Keyed(r"\bpolice (?:effectiveness|efficiency|legitimacy|leadership)\b(?!,| and)", re.I)
_INTEGRITY = Keyed(
    r"\bpolice integrity\b|\bintegrity (?:and corruption|inspections?|reports?|arrangements)\b"
    r"|\bvet(?:s|ting)?\b[^.]{0,60}\bstandards\b[^.]{0,60}\bcorruption\b",
    re.I,
)
_REPORT = Keyed(
    r"\b(?:report|inspections?|re-?inspection|review|revisit|examination|study|arrangements|super-complaint"
    r"|how (?:effective|effectively|well|efficient|good))\b",
    re.I,
)
_CONCERN = Keyed(r"\bcauses? of concern\b", re.I)
# The parts of a report that inspectors write: three of them, and what they saw, make one.
_PARTS = Keyed(
    r"\A(?:\d+\.? )?(?:foreword|summary|executive summary|introduction|context|background|about (?:us|this inspection)"
    r"|our findings|findings|main findings|conclusions?|recommendations|causes? of concern|areas? for improvement"
    r"|next steps|our commission|methodology|terms of reference|annex \w\b.*|appendix \w\b.*)\Z",
    re.I,
)
_FEWEST_PARTS = 3
_WE = Keyed(r"\b(?:we|our)\b", re.I)
_LONGEST_RELEASE = 1500
_TOP = 8


def find_kind(prose: Prose) -> Fact[DocumentKind]:
    """Find what sort of document it is: the first sort whose marks the text bears, or "other"."""
    for kind, look in _MARKS:
        found = look(prose)
        if found is not None:
            return Fact(kind, Evidence(Rung.STATED, found.line, f"“{found.words[:80]}”"))
    return Fact(DocumentKind.OTHER, Evidence(Rung.UNKNOWN))


def _commissioner(prose: Prose) -> Found | None:
    said = find_first(prose.body[:_TOP], _COMMISSIONER) or find_first(prose.front, _RESPONSE)
    head = " ".join(block.text for block in prose.body[:_LETTERHEAD])
    return said or (find_first(prose.body[:_HEAD], _COMMENTS) if _OFFICE.search(head) else None)


def _transcript(prose: Prose) -> Found | None:
    return find_first(prose.front, _TRANSCRIPT)


def _letter(prose: Prose) -> Found | None:
    return letter(prose)


def _release(prose: Prose) -> Found | None:
    """The inspectorate's own release: its inspector speaks, and nobody of the force does."""
    if _news(prose):
        return None
    spoken = find_first(prose.body, INSPECTOR_SAID) if prose.words < _LONGEST_RELEASE else None
    return spoken or find_first(prose.blocks, _RELEASE)


def _news(prose: Prose) -> Found | None:
    """A force, its commissioner or a newspaper speaks of an inspection by others, in the third person."""
    if prose.words > _LONGEST_RELEASE:
        return None
    printed = find_first(prose.body, THIRD_PERSON) and of_genre(prose, "newspaper")
    return printed or find_first(prose.body, CHIEF_SAID) or find_first(prose.body, PCC_SAID)


def _pillar_page(prose: Prose) -> Found | None:
    title = next((one for one in find_all(prose.front, _PEEL) if title_force(one.block.text)), None)
    pillar = find_first(prose.front, _PILLAR) or find_first(prose.front, _QUESTION)
    questions = find_first(prose.headings, _QUESTIONS_FOR)
    return (title and (pillar or questions)) or (questions if pillar else None)


def _overview(prose: Prose) -> Found | None:
    """A page called after its force and year; from 2021 on there are no pillars, and such a page opens a report."""
    titles = (one for one in find_all(prose.front, _YEAR_TITLE) if title_force(one.block.text))
    title = next(titles, None)
    return title if title and int(title.match["year"]) < _WITHOUT_PILLARS else None


def _signed_assessment(prose: Prose) -> Found | None:
    return find_first(prose.body, _PEEL) and find_first(prose.body, _SIGNED)


def _pillar_report(prose: Prose) -> Found | None:
    return find_first(prose.front, _PEEL) and find_first(prose.front, _POLICE_PILLAR)


def _peel_report(prose: Prose) -> Found | None:
    if not find_first(prose.body, _PEEL):
        return None
    inspection = find_first(prose.front, _PEEL) and find_first(prose.front, _AN_INSPECTION)
    opening = next((one for one in find_all(prose.front, _YEAR_TITLE) if title_force(one.block.text)), None)
    areas = find_first(prose.body, _WE) and find_first(prose.body, _AREAS)
    concern = find_first([block for block in prose.front if names_force(block.text)], _CONCERN)
    return inspection or opening or concern or (areas if _is_of_a_force(prose) else None)


def _is_of_a_force(prose: Prose) -> bool:
    """Say whether the text names a force before it has said much: the opening of a report does."""
    return any(names_force(block.text) for block in prose.body[:_TOP])


def _release_without_marks(prose: Prose) -> Found | None:
    """A short text in the third person under a headline: the inspectorate's own, without quotes or notes."""
    if prose.words > _LONGEST_RELEASE or not prose.front or not is_heading(prose.front[0]):
        return None
    if find_first(prose.front[:1], _PEEL) or prose.front[0].text.endswith("?") or prose.front[0].text.count(" ") < 5:
        return None
    return find_first(prose.body[1:], THIRD_PERSON)


def _integrity(prose: Prose) -> Found | None:
    return find_first(prose.front, _INTEGRITY)


def _advert(prose: Prose) -> Found | None:
    return of_genre(prose, "advert")


def _minutes(prose: Prose) -> Found | None:
    return of_genre(prose, "minutes")


def _method(prose: Prose) -> Found | None:
    """A page on how inspections are made, that is about no force."""
    return None if any(names_force(block.text) for block in prose.front) else of_genre(prose, "method")


def _thematic(prose: Prose) -> Found | None:
    found = find_first(prose.front, _REPORT) or find_first(prose.front, _CONCERN)
    if not found and find_first(prose.body, WE_SAW):
        parts = list(find_all([*prose.headings, *prose.items], _PARTS))
        found = parts[0] if len({one.words.lower() for one in parts}) >= _FEWEST_PARTS else None
    return found if found and len(prose.body) > 1 else None


_MARKS: tuple[tuple[DocumentKind, Callable[[Prose], Found | None]], ...] = (
    (DocumentKind.REGISTER, register),
    (DocumentKind.OTHER, _advert),
    (DocumentKind.OTHER, _minutes),
    (DocumentKind.TRACKER, tracker),
    (DocumentKind.PCC_RESPONSE, _commissioner),
    (DocumentKind.PEEL_PILLAR, _pillar_page),
    (DocumentKind.PEEL_OVERVIEW, _overview),
    (DocumentKind.TRANSCRIPT, _transcript),
    (DocumentKind.LETTER, _letter),
    (DocumentKind.PRESS_RELEASE, _release),
    (DocumentKind.NEWS, _news),
    (DocumentKind.OTHER, _method),
    (DocumentKind.PEEL_OVERVIEW, _signed_assessment),
    (DocumentKind.PEEL_PILLAR, _pillar_report),
    (DocumentKind.PEEL_REPORT, _peel_report),
    (DocumentKind.INTEGRITY_REPORT, _integrity),
    (DocumentKind.PRESS_RELEASE, _release_without_marks),
    (DocumentKind.THEMATIC_REPORT, _thematic),
)
