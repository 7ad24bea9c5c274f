"""What a careful reader finds in the five source reports, by line and a few of its words; and what is not there."""

from __future__ import annotations

from typing import NamedTuple

ACTIVISM = "cheshire-activism-impartiality-2024-news.txt"
ASSESSMENT = "cheshire-hmi-assessment-2016-transcript.txt"
LEGITIMACY_2018 = "cheshire-peel-2018-legitimacy.txt"
LEGITIMACY_2016 = "cheshire-peel-legitimacy-2016-press-release.txt"
RELATIONSHIPS = "cheshire-police-relationships-2012-press-release.txt"
FILES = (ACTIVISM, ASSESSMENT, LEGITIMACY_2018, LEGITIMACY_2016, RELATIONSHIPS)


class Graded(NamedTuple):
    """A judgement: where, on what, which grade, carried over from which year (None: inspected)."""

    file: str
    line: int
    question: int | None
    grade: str
    carried_from: int | None


JUDGEMENTS = frozenset(
    {
        Graded(LEGITIMACY_2016, 3, None, "good", None),
        Graded(LEGITIMACY_2018, 10, None, "good", None),
        Graded(LEGITIMACY_2018, 28, 1, "good", 2017),
        Graded(LEGITIMACY_2018, 36, 2, "good", None),
        Graded(LEGITIMACY_2018, 112, 3, "good", 2017),
    }
)


class Said(NamedTuple):
    """A finding: where, of which kind, some of its words, the themes it has at least."""

    file: str
    line: int
    kind: str
    words: str
    themes: frozenset[str] = frozenset()


def _themes(*names: str) -> frozenset[str]:
    return frozenset(names)


FORMAL = (
    Said(
        LEGITIMACY_2018,
        40,
        "area-for-improvement",
        "The constabulary should expand the work and effectiveness",
        _themes("ethics"),
    ),
    Said(
        LEGITIMACY_2018,
        41,
        "area-for-improvement",
        "The force should ensure all staff have received at least",
        _themes("vetting"),
    ),
    Said(
        LEGITIMACY_2018,
        42,
        "area-for-improvement",
        "The force should monitor its vetting decisions",
        _themes("vetting", "disproportionality"),
    ),
    Said(
        LEGITIMACY_2018,
        43,
        "area-for-improvement",
        "The force should ensure that its CCU has enough",
        _themes("counter-corruption"),
    ),
)
INFORMAL = (
    Said(ACTIVISM, 15, "good-practice", "traffic light system"),
    Said(ACTIVISM, 17, "good-practice", "Cheshire Youth Commission"),
    Said(ACTIVISM, 19, "good-practice", "good example of clear TOR"),
    Said(ACTIVISM, 21, "good-practice", "cost of living and financial hardship"),
    Said(
        ASSESSMENT,
        23,
        "concern",
        "needs to improve some areas of vetting",
        _themes("vetting", "abuse-of-position"),
    ),
    Said(ASSESSMENT, 19, "concern", "has yet to make full use of mobile devices"),
    Said(LEGITIMACY_2018, 61, "concern", "The constabulary should increase the awareness", _themes("ethics")),
    Said(LEGITIMACY_2018, 63, "concern", "We found no monitoring of the annual integrity health check"),
    Said(
        LEGITIMACY_2018,
        67,
        "concern",
        "doesn’t monitor vetting decisions",
        _themes("vetting", "disproportionality"),
    ),
    Said(LEGITIMACY_2018, 73, "concern", "backlogs in the vetting renewals", _themes("vetting")),
    Said(LEGITIMACY_2018, 79, "concern", "would benefit from the integrity policies being shared"),
    Said(
        LEGITIMACY_2018, 85, "concern", "the threat assessment could be more localised", _themes("counter-corruption")
    ),
    Said(LEGITIMACY_2018, 87, "concern", "no ownership or timescales"),
    Said(LEGITIMACY_2018, 89, "concern", "could do more to check compliance", _themes("integrity-registers")),
    Said(LEGITIMACY_2018, 101, "concern", "the CCU lacks the capacity", _themes("counter-corruption")),
    Said(LEGITIMACY_2018, 103, "concern", "many staff who hadn’t received any training", _themes("abuse-of-position")),
    Said(
        LEGITIMACY_2016, 27, "concern", "needs to provide further training for officers", _themes("abuse-of-position")
    ),
    Said(LEGITIMACY_2016, 27, "concern", "could also consider including lessons learned"),
    Said(LEGITIMACY_2016, 29, "concern", "could do more to communicate these changes"),
    Said(LEGITIMACY_2016, 11, "concern", "needs to be more proactive in seeking out", _themes("abuse-of-position")),
    Said(RELATIONSHIPS, 14, "concern", "more needs to be done to let staff know about this"),
    Said(RELATIONSHIPS, 19, "concern", "seven cases of what could be considered", _themes("social-media")),
    Said(RELATIONSHIPS, 25, "concern", "more needs to be done to let staff know about the changes"),
)
TO_ALL_FORCES = frozenset({(LEGITIMACY_2016, 11)})


class FollowUp(NamedTuple):
    """A follow-up: where, the year (None: it names none) and kind it speaks of, its verdict, some of its words."""

    file: str
    line: int
    to_year: int | None
    to_kind: str
    verdict: str
    words: str


FOLLOW_UPS = (
    FollowUp(ACTIVISM, 25, None, "recommendation", "mentioned", "a number of recommendations for all forces"),
    FollowUp(LEGITIMACY_2018, 65, 2017, "area-for-improvement", "achieved", "The PSD has completed an area for"),
    FollowUp(LEGITIMACY_2018, 71, 2016, "recommendation", "not-achieved", "has not achieved our 2016 recommendation"),
    FollowUp(RELATIONSHIPS, 7, 2011, "recommendation", "mentioned", "The report made several recommendations"),
)

# Value, what is counted, file and line.
FIGURES = (
    (35, "officers", LEGITIMACY_2018, 73),
    (355, "police staff", LEGITIMACY_2018, 73),
    (60, "corruption intelligence cases", LEGITIMACY_2018, 95),
    (7, "cases", RELATIONSHIPS, 19),
    (40, "applications for second jobs", RELATIONSHIPS, 20),
)

NO_JUDGEMENT = (
    "praised for its good practice",
    "The force provides a consistently good service",
    "makes good use of powers",
    "Cheshire Constabulary is good at treating the public fairly",
    "The constabulary is generally good at managing organisational corruption risks",
    "it is good at assessing intelligence",
    "has a good approach to treating its workforce",
    "HMIC considers a police force to be legitimate",
    "has made improvements",
    "has made some improvements",
)
NO_FINDING = (
    "cookies",
    "Quickly exit this site",
    "This site is a beta",
    "technical problem",
    "Your feedback helps us",
    "Promoting improvements",
    "respect;",
    "integrity and transparency; and",
    "Skip to content",
    "Summary for question 2",
    "HMIC considers a police force to be legitimate",
    "press office",
    "07836",
    "0203 513 0600",
)

# Facts of the reports as their texts alone tell them: kind, publisher, inspection year and how it is known, published.
TEXT_ALONE = {
    ACTIVISM: ("news", "force", 2024, "derived", "2024-09-10"),
    LEGITIMACY_2016: ("press-release", "HMIC", 2016, "inferred", None),
    LEGITIMACY_2018: ("peel-pillar", "HMICFRS", 2018, "stated", "2019-09-27"),
    RELATIONSHIPS: ("press-release", "HMIC", 2012, "stated", None),
}


class Thread(NamedTuple):
    """What belongs together across years: its members' places, its years, the inspectorate's view, the deadline."""

    members: frozenset[tuple[str, int]]
    years: tuple[int, ...]
    first_raised: int
    view: str | None = None
    deadline: str | None = None


def _places(*places: tuple[str, int]) -> frozenset[tuple[str, int]]:
    return frozenset(places)


THREADS = {
    "clearance": Thread(
        _places((LEGITIMACY_2018, 71), (ASSESSMENT, 23), (LEGITIMACY_2018, 41), (LEGITIMACY_2018, 73)),
        (2016, 2018),
        2016,
        "not-achieved",
        "2018-12-08",
    ),
    "disproportionality": Thread(_places((LEGITIMACY_2018, 42), (LEGITIMACY_2018, 67)), (2018,), 2018),
    "abuse of position": Thread(
        _places((LEGITIMACY_2016, 27), (ASSESSMENT, 23), (LEGITIMACY_2018, 103)), (2016, 2018), 2016
    ),
    "counter-corruption": Thread(_places((LEGITIMACY_2018, 43), (LEGITIMACY_2018, 101)), (2018,), 2018),
    "ethics panel": Thread(_places((LEGITIMACY_2018, 40), (LEGITIMACY_2018, 61)), (2018,), 2018),
    "complaints": Thread(_places((LEGITIMACY_2018, 65)), (2017, 2018), 2017, "achieved"),
}
