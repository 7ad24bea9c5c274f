"""The values that the facts of the domain may take, spelt as scripts see them."""

from __future__ import annotations

from enum import StrEnum


class Publisher(StrEnum):
    """Who published a document. HMIC is HMICFRS since summer 2017."""

    HMIC = "HMIC"
    HMICFRS = "HMICFRS"
    FORCE = "force"
    PCC = "PCC"
    OTHER = "other"


class DocumentKind(StrEnum):
    """What sort of document a source report is."""

    PEEL_OVERVIEW = "peel-overview"
    PEEL_PILLAR = "peel-pillar"
    PEEL_REPORT = "peel-report"
    THEMATIC_REPORT = "thematic-report"
    INTEGRITY_REPORT = "integrity-report"
    PRESS_RELEASE = "press-release"
    TRANSCRIPT = "transcript"
    NEWS = "news"
    LETTER = "letter"
    REGISTER = "register"
    TRACKER = "tracker"
    PCC_RESPONSE = "pcc-response"
    OTHER = "other"


class Rung(StrEnum):
    """How a fact about a report is known, best first: the ladder that dates climb."""

    GIVEN = "given"
    STATED = "stated"
    DERIVED = "derived"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Pillar(StrEnum):
    """The pillars of PEEL; an area of policing (2021 on) has none."""

    EFFECTIVENESS = "effectiveness"
    EFFICIENCY = "efficiency"
    LEGITIMACY = "legitimacy"
    LEADERSHIP = "leadership"


class Grade(StrEnum):
    """The inspectorate's grades, best first; ``adequate`` exists since 2021/22."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    ADEQUATE = "adequate"
    REQUIRES_IMPROVEMENT = "requires-improvement"
    INADEQUATE = "inadequate"


class Basis(StrEnum):
    """Whether a grade was earned in this inspection or carried over from an earlier one."""

    INSPECTED = "inspected"
    CARRIED_OVER = "carried-over"


class FindingKind(StrEnum):
    """What a report says: the first three are formal."""

    AREA_FOR_IMPROVEMENT = "area-for-improvement"
    RECOMMENDATION = "recommendation"
    CAUSE_OF_CONCERN = "cause-of-concern"
    CONCERN = "concern"
    GOOD_PRACTICE = "good-practice"


class Addressee(StrEnum):
    """Whom a finding is addressed to."""

    FORCE = "force"
    ALL_FORCES = "all-forces"
    OTHER = "other"


class ReferenceKind(StrEnum):
    """What of an earlier inspection a follow-up speaks of."""

    AREA_FOR_IMPROVEMENT = "area-for-improvement"
    RECOMMENDATION = "recommendation"
    CAUSE_OF_CONCERN = "cause-of-concern"
    JUDGEMENT = "judgement"
    INSPECTION = "inspection"


class Verdict(StrEnum):
    """What a later report says became of an earlier finding."""

    ACHIEVED = "achieved"
    NOT_ACHIEVED = "not-achieved"
    IN_PROGRESS = "in-progress"
    DISCHARGED = "discharged"
    NOT_DISCHARGED = "not-discharged"
    CARRIED_OVER = "carried-over"
    SUPERSEDED = "superseded"
    MENTIONED = "mentioned"


class RegisterStatus(StrEnum):
    """Where the inspectorate's register of recommendations says that one stands; a status can go back."""

    AWAITING_REVIEW = "awaiting-review"
    BEING_PROGRESSED = "being-progressed"
    COMPLETE = "complete"
    NO_FURTHER_ACTION_NEEDED = "no-further-action-needed"


class LinkKind(StrEnum):
    """Why a find belongs to an area."""

    SAME_REPORT = "same-report"
    REFERENCE = "reference"
    WORDING = "wording"
    ANALYST = "analyst"


class AreaStatus(StrEnum):
    """Where the force says it stands with an area."""

    OPEN = "open"
    IN_PROGRESS = "in-progress"
    COMPLETE = "complete"
    CLOSED = "closed"
    NOT_ACCEPTED = "not-accepted"


class Rag(StrEnum):
    """The colours in which forces report to committees."""

    GREEN = "GREEN"
    AMBER = "AMBER"
    RED = "RED"
    WHITE = "WHITE"


class DueSetBy(StrEnum):
    """Whose date a due date is."""

    INSPECTORATE = "inspectorate"
    STATUTORY = "statutory"
    INTERNAL = "internal"


class EventKind(StrEnum):
    """What an analyst decided or wrote down."""

    STATUS = "status"
    OWNER = "owner"
    DUE = "due"
    NOTE = "note"
    EVIDENCE = "evidence"
    LINK = "link"
    UNLINK = "unlink"
    MERGE = "merge"
    SPLIT = "split"
    OPEN = "open"
    RENAME = "rename"
    RESPONSE = "response"
    UNDO = "undo"


class ChangeKind(StrEnum):
    """What changed since a meeting, in the words of its paper."""

    REPORTED = "newly-reported"
    REPORTED_AGAIN = "reported-again"
    FOLLOWED_UP = "followed-up"
    CLOSED = "closed"
    COMPLETED = "completed"
    OPENED = "opened"
    STARTED = "started"
    NOT_ACCEPTED = "not-accepted"
    DATED = "dated"
    MOVED = "moved"
    ASSIGNED = "assigned"
    HANDED_OVER = "handed-over"
    NOTED = "noted"
    EVIDENCED = "evidenced"
    LINKED = "linked"
    UNLINKED = "unlinked"
    MERGED = "merged"
    SPLIT = "split"
    TRACKED = "tracked"
    RENAMED = "renamed"
    RESPONDED = "responded"
    TAKEN_BACK = "taken-back"


# Who inspects, by its names; and what sets out what was found: a summary leaves most out, and passes over nothing.
INSPECTORATE = frozenset({Publisher.HMIC, Publisher.HMICFRS})
INSPECTION_REPORTS = frozenset(
    {
        DocumentKind.PEEL_OVERVIEW,
        DocumentKind.PEEL_PILLAR,
        DocumentKind.PEEL_REPORT,
        DocumentKind.THEMATIC_REPORT,
        DocumentKind.INTEGRITY_REPORT,
    }
)
# What a status in the register says became of a recommendation. "No further action needed" is neither achieved nor not.
REGISTER_VERDICTS = {
    RegisterStatus.AWAITING_REVIEW: Verdict.MENTIONED,
    RegisterStatus.BEING_PROGRESSED: Verdict.IN_PROGRESS,
    RegisterStatus.COMPLETE: Verdict.ACHIEVED,
    RegisterStatus.NO_FURTHER_ACTION_NEEDED: Verdict.SUPERSEDED,
}
# What the words of a deadline hold that a force set itself, the inspectorate having set none.
SET_LOCALLY = "set locally"
# The inspectorate's view of an area that a later report on the same ground passes over; its others are verdicts.
SILENT = "silent"
