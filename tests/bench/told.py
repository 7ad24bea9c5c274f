"""What a force is told through the years, made up: reports whose asks come back in other words, and are followed up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import NamedTuple

from inspect_cli.extract.themes import themes_of
from inspect_cli.model import (
    Addressee,
    Deadline,
    DocumentKind,
    Finding,
    FindingKind,
    Pillar,
    Reference,
    ReferenceKind,
    Report,
    Verdict,
)
from inspect_cli.reference import load
from tests.builders import finding, reference, report

FORCE = "cheshire"
FIRST_YEAR, LAST_YEAR = 2010, 2025
FINDS_A_REPORT = 15
_PROGRAMMES = ("PEEL", "PEEL", "PEEL", "Custody", "Crime data integrity", "Child protection")
_KINDS = (FindingKind.AREA_FOR_IMPROVEMENT, FindingKind.AREA_FOR_IMPROVEMENT, FindingKind.RECOMMENDATION)
_VERDICTS = (Verdict.NOT_ACHIEVED, Verdict.IN_PROGRESS, Verdict.ACHIEVED, Verdict.DISCHARGED, Verdict.MENTIONED)
_WEAK = ("is too slow to", "does not always", "rarely manages to", "lacks the means to", "fails in some cases to")
_VERBS = """
audit agree allocate answer assess attend brief build challenge check clear close collect compare control count
debrief deliver describe direct document download escalate evaluate examine explain file flag follow fund gather grade
handle inform interview invest join lead learn log map measure mentor monitor notify obtain oversee plan prepare
prioritise procure protect publish question record recruit refer refresh renew replace resolve respond retain reward
sample schedule scrutinise search share staff store study supervise supply target test trace track train transfer
understand upgrade use verify visit watch weigh write
""".split()
_NOUNS = """
absence account adviser agenda ambulance analyst appeal applicant archive asset attendance authority backlog badge
ballot bail barrier bench bias board briefing budget bulletin burglary cadet caller camera caution census charge
charity child classroom clinic coach college column commander committee community complaint computer constable
contract control council counter court crime custody data deadline debt decision demand deputy detainee detective
device diary dispatcher doctor dog domestic drone drug duty ear elder email employer engagement estate evidence
exhibit expert family farm fatigue fire firearm fleet forecast forensic fraud gang garage gender goal governance grade
graph guardian guidance gun harm harassment hate health helpline hospital hostel hotel housing hub image incident
induction informant injury insight interpreter interview invoice jail journey judge jury junction key laboratory
language lawyer ledger lesson library licence line location log magistrate map mediator memory mental mentor message
mobile morale motive neighbour network night nurse offence offender office operator outcome outreach overtime panel
parent park partner passport patrol payroll pension performance phone photograph plan platform policy portal post
powers prevention prison prisoner probation profile promotion property prosecutor public pupil quality query queue
radio railway rank rape record recruit referral refuge register rehearsal release relief reserve resident resilience
response restraint retention review reward risk road robbery roster rota rural safeguarding safety sample scene school
scrutiny search sentence sergeant server service sheet shelter shift shop sickness signal site skill software
solicitor speed staff stalker standard station statement statistic stock store strategy stress student substance
suicide summary supervisor supplier surgery survey suspect system talent target taser taxi teacher team technology
telephone tenant theft threat ticket tool traffic trainer training transport trauma travel trend trial tutor uniform
union university vehicle veteran victim video village violence visitor volunteer wage warrant weapon website welfare
witness woman workforce workload workshop youth
""".split()
# What an ask ends with; each NOUN is another one.
_QUALIFIERS = (
    "in each NOUN of its districts",
    "across the NOUN and the NOUN",
    "before the NOUN of every NOUN",
    "in line with the NOUN guidance",
    "at every NOUN of supervision",
    "for each NOUN at risk",
    "with its NOUN partners",
    "wherever a NOUN or a NOUN asks for it",
    "in NOUN stations",
    "by those trained in the NOUN",
    "and learns from the NOUN",
    "and tells the NOUN why",
    "so that no NOUN is lost",
    "and keeps a NOUN of the reasons",
    "when a NOUN is closed",
    "without waiting for a NOUN",
    "as its own NOUN says",
    "where a NOUN is present",
    "and shows this to its NOUN",
    "however the NOUN came in",
)


class Told(NamedTuple):
    """All that linking is given of one force."""

    reports: tuple[Report, ...]
    findings: tuple[Finding, ...]
    references: tuple[Reference, ...]

    @property
    def finds(self) -> int:
        """How many finds there are."""
        return len(self.findings) + len(self.references)


@dataclass
class _Ask:
    """Something asked for, in the words of its first report, and the years and kinds in which it was formally asked."""

    pieces: list[str]
    asked: list[tuple[int, str, FindingKind]]


class _Writer:
    """Makes up what reports say; the same seed gives the same words."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.asks: list[_Ask] = []
        self.themes = load("themes")["theme"]

    def ask(self, fresh: float) -> _Ask:
        """Give a new ask (with the chance ``fresh``), or one that was made before."""
        if self.asks and self.random.random() > fresh:
            return self.random.choice(self.asks)
        made = _Ask(self._pieces(), [])
        self.asks.append(made)
        return made

    def _pieces(self) -> list[str]:
        chance = self.random
        theme = chance.choice(self.themes)
        names = [one.rstrip("*") for one in theme["synonyms"] if len(one) > 3]
        matters = [phrase.replace("*", "") for one in theme.get("matter", ()) for phrase in one["phrases"]]
        field = chance.choice(names) if chance.random() < 0.85 else chance.choice(_NOUNS)
        about = [chance.choice(matters)] if matters and chance.random() < 0.4 else []
        things = [f"the {one}" for one in chance.sample(_NOUNS, chance.randint(3, 7))]
        end = re.sub("NOUN", lambda _: chance.choice(_NOUNS), chance.choice(_QUALIFIERS))
        return [chance.choice(_VERBS), f"its {field}", *about, *things, end]

    def worded(self, ask: _Ask) -> str:
        """Word an ask: as it was, with a piece gone, another one put in, or two pieces changed about."""
        chance, pieces = self.random, list(ask.pieces)
        for _ in range(chance.choice((0, 1, 1, 2, 3))):
            place = chance.randrange(2, len(pieces))
            turn = chance.random()
            if turn < 0.4 and len(pieces) > 4:
                del pieces[place]
            elif turn < 0.8:
                pieces[place] = f"the {chance.choice(_NOUNS)}"
            else:
                pieces[place], pieces[2] = pieces[2], pieces[place]
        return f"{pieces[0]} {', '.join(pieces[1:-1])} {pieces[-1]}"

    def formal(self, one: Report) -> Finding:
        """Make a formal finding of a report."""
        ask = self.ask(fresh=0.5)
        kind = self.random.choice(_KINDS)
        deadline = Deadline("within six months") if self.random.random() < 0.2 else None
        ask.asked.append((one.inspection_year or 0, one.id, kind))
        text = f"The force should {self.worded(ask)}."
        return self._finding(one, text, kind=kind, deadline=deadline)

    def concern(self, one: Report) -> Finding:
        """Make a concern in running text."""
        text = f"The force {self.random.choice(_WEAK)} {self.worded(self.ask(fresh=0.3))}."
        return self._finding(one, text, kind=FindingKind.CONCERN)

    def _finding(self, one: Report, text: str, **changes: object) -> Finding:
        made = finding(
            text, report=one.id, year=one.inspection_year, pillar=one.pillar, themes=themes_of(text), **changes
        )
        return self.to_all(made) if one.kind is DocumentKind.THEMATIC_REPORT else made

    def to_all(self, made: Finding) -> Finding:
        """Address a finding to all forces."""
        return replace(made, force=None, addressed_to=Addressee.ALL_FORCES)

    def follow_up(self, one: Report) -> Reference:
        """Make a follow-up on something asked before, or on something that no report here holds."""
        chance = self.random
        ask = self.ask(fresh=0.1)
        before = [asked for asked in ask.asked if asked[0] < (one.inspection_year or 0)]
        year, _, kind = (
            chance.choice(before) if before else (FIRST_YEAR - chance.randint(1, 3), "", chance.choice(_KINDS))
        )
        words = self.worded(ask)
        thing, vague = chance.choice(_NOUNS), chance.random() < 0.1
        asked = f"The force still has to {words}, as we asked in {year}."
        text = f"What we asked of the {thing} in {year} stands." if vague else asked
        return reference(
            text,
            report=one.id,
            year=one.inspection_year,
            to_year=None if chance.random() < 0.1 else year,
            to_kind=ReferenceKind(kind.value),
            verdict=chance.choice(_VERDICTS),
            pillar=one.pillar,
            themes=themes_of(text),
        )


def told(reports: int, seed: int = 1, national: int = 30, a_report: int = FINDS_A_REPORT) -> Told:
    """Make up what a force was told in so many ``reports``, each of ``a_report`` finds, and in ``national`` ones."""
    writer = _Writer(seed)
    made = [*_reports(reports, "r", writer.random), *_reports(national, "n", writer.random)]
    finds = [find for one in made for find in _finds_of(writer, one, a_report)]
    return Told(
        tuple(made),
        tuple({find.id: find for find in finds if isinstance(find, Finding)}.values()),
        tuple({find.id: find for find in finds if isinstance(find, Reference)}.values()),
    )


def one_report(bullets: int, seed: int = 1) -> Told:
    """Make up a single report with so many bullets."""
    return told(1, seed, 0, bullets)


def _finds_of(writer: _Writer, one: Report, size: int) -> Iterator[Finding | Reference]:
    """A third are formal, a fifth follow-ups where the report is the force's own, the rest concerns."""
    thematic = one.kind is DocumentKind.THEMATIC_REPORT
    formal, back = size // 3, 0 if thematic else size // 5
    yield from (writer.formal(one) for _ in range(formal))
    yield from (writer.follow_up(one) for _ in range(back))
    yield from (writer.concern(one) for _ in range(size - formal - back))


def _reports(number: int, letter: str, chance: Random) -> Sequence[Report]:
    made = []
    for place in range(number):
        year = FIRST_YEAR + place * (LAST_YEAR - FIRST_YEAR + 1) // number
        programme = chance.choice(_PROGRAMMES)
        common = report(
            id=f"{letter}{place:05}",
            inspection_year=year,
            inspection_label=str(year),
            programme=programme,
            pillar=chance.choice(list(Pillar)) if programme == "PEEL" else None,
            published=date(year, chance.randint(1, 12), chance.randint(1, 28)),
        )
        national = replace(common, kind=DocumentKind.THEMATIC_REPORT, forces=(), programme=None, pillar=None)
        made.append(national if letter == "n" else common)
    return made
