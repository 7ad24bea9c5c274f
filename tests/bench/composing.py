"""Reports in our own words, built as published ones are: what a nation's store is measured with."""

from __future__ import annotations

import textwrap
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from inspect_cli.model import FindingKind, Grade, Pillar, day_in_full
from inspect_cli.reference import load
from inspect_cli.reference.forces import force_name, short_name

WIDTH = 96
# From here on areas of policing are graded, on a scale of five.
AREAS_FROM = 2021
# No report is younger, so that a store is no matter of the future when it is looked at.
LAST = 2025
_SEASONS = ("spring", "summer", "autumn", "winter")
_SPOKEN = {Grade.REQUIRES_IMPROVEMENT: "requires improvement"}
_GOOD_AT = {Grade.OUTSTANDING: "is outstanding at", Grade.GOOD: "is good at", Grade.ADEQUATE: "is adequate at"}
_WEIGHTS = {
    Grade.OUTSTANDING: 1,
    Grade.GOOD: 6,
    Grade.ADEQUATE: 4,
    Grade.REQUIRES_IMPROVEMENT: 4,
    Grade.INADEQUATE: 1,
}


class Composed(NamedTuple):
    """A report's name and text, and what was put into it: its grades and its formal findings, in order."""

    name: str
    text: str
    force: str | None
    grades: tuple[Grade, ...]
    formal: tuple[tuple[FindingKind, str], ...]


@cache
def words() -> dict[str, Any]:
    """Give the words that reports are made of."""
    return tomllib.loads(Path(__file__).with_name("nation.toml").read_text(encoding="utf-8"))


def territorial_forces() -> list[str]:
    """Give the slugs of the 43 forces of England and Wales, in order."""
    return [force["slug"] for force in load("forces")["force"] if force["slug"] not in ("btp", "psni")]


def reports_of(force: str, count: int, seed: int) -> Iterator[Composed]:
    """Compose ``count`` reports on a force, spread over the cycles, oldest first; later ones speak of earlier ones."""
    chance = Random(f"{seed} {force}")
    cycles, past = words()["cycles"], list[Asked]()
    for number in range(count):
        year = cycles[number * len(cycles) // count]
        yield _Writer(chance, force, year, past).write(number)


def national_reports(count: int, seed: int) -> Iterator[Composed]:
    """Compose ``count`` reports that ask something of all forces."""
    chance = Random(f"{seed} national")
    sections = list(words()["section"].values())
    for number in range(count):
        yield _national(chance, number, sections[number % len(sections)])


class Asked(NamedTuple):
    """What a report asked for, that a later one may come back to."""

    year: int
    section: str
    matter: str
    text: str


@dataclass
class _Writer:
    """One report on a force in the making."""

    chance: Random
    force: str
    year: int
    past: list[Asked]
    lines: list[str] = field(default_factory=list)
    grades: list[Grade] = field(default_factory=list)
    formal: list[tuple[FindingKind, str]] = field(default_factory=list)

    def write(self, number: int) -> Composed:
        """Write it all; ``number`` is the report's among those on its force."""
        pillars = words()["pillar"]
        pillar = pillars[number % len(pillars)]
        names = [name for one in pillars for name in one["sections"]] if self.of_areas else pillar["sections"]
        shown = self.chance.sample(names, 4) if self.of_areas else names
        self._open(pillar)
        for place, name in enumerate(shown, 1):
            self._section(place, name)
        self._say(*self._some("closing", 2))
        text = "\n".join(self.lines) + "\n"
        label = "areas" if self.of_areas else pillar["id"]
        name = f"{self.force}-{self.year}-{label}-{number:03}.txt"
        return Composed(name, text, self.force, tuple(self.grades), tuple(self.formal))

    @property
    def of_areas(self) -> bool:
        return self.year >= AREAS_FROM

    @property
    def name(self) -> str:
        return force_name(self.force)

    def _open(self, pillar: dict[str, Any]) -> None:
        label = f"{self.year}–{self.year - 1998}" if self.year > AREAS_FROM else "2021/22"
        label = label if self.of_areas else "2018/19" if self.year == 2018 else str(self.year)
        day = date(min(self.year + 1, LAST), self.chance.randint(1, 9), self.chance.randint(1, 28))
        if self.of_areas:
            self._line(f"PEEL {label}", "Police effectiveness, efficiency and legitimacy")
        else:
            self._line(f"PEEL: Police {pillar['title']} {label}")
        self._line(f"An inspection of {self.name}", f"Published on: {day_in_full(day)}")
        if not self.of_areas:
            self._line("Overview", pillar["asks"].format(name=self.name))
            self._grade()
        else:
            self._line("Overall summary")
        self._say(*self._some("opening", 4))
        self._say(*self._some("opening", 3))
        if not self.of_areas:
            self._line(f"Questions for {Pillar(pillar['id']).capitalize()}")

    def _section(self, place: int, name: str) -> None:
        section = words()["section"][name]
        if self.of_areas:
            self._line(section["area"])
            self._line(f"{self.name} {self._graded()} {self._filled(section['does'], '')}.")
        else:
            self._line(str(place), section["question"])
            self._grade()
        matters = [*self.chance.sample(section["matters"], 2), self._other(), self._other()]
        self.chance.shuffle(matters)
        if self.of_areas and self.chance.random() < 0.15:
            self._cause(matters[0])
        self._improvements(name, section, matters[: self.chance.choice((0, 1, 1, 2, 2, 3))])
        self._line("Main findings" if self.of_areas else section["area"])
        for matter in matters:
            self._paragraph(name, matter)

    def _improvements(self, name: str, section: dict[str, Any], matters: list[str]) -> None:
        """List areas for improvement; now and then one is asked for in the words of an earlier report."""
        asked = [self._ask(matter) for matter in matters]
        again = [one for one in self.past[-40:] if one.section == name and one.year < self.year]
        if again and asked and self.chance.random() < 0.3:
            asked[0] = self.chance.choice(again).text
        asked = list(dict.fromkeys(asked))
        for place, text in enumerate(asked):
            if self.of_areas:
                self._line("Area for improvement", text)
                self._say(*self._about(matters[place], 2))
            elif place == 0:
                self._line("Areas for improvement" if len(asked) > 1 else "Area for improvement")
            self.formal.append((FindingKind.AREA_FOR_IMPROVEMENT, text))
            self.past.append(Asked(self.year, name, matters[place], text))
        if not self.of_areas and asked:
            self.lines += [f"• {text}" for text in asked]
            self.lines.append("")

    def _cause(self, matter: str) -> None:
        formal = words()["formal"]
        cause = self._filled(self.chance.choice(formal["cause"]), matter)
        self._line("Cause of concern")
        self._say(cause)
        self._line("Recommendations")
        self._line(f"{self.chance.choice(formal['within'])}, {self.name} should:")
        remedies = self.chance.sample(formal["remedies"], 2)
        remedies[-1] = f"{remedies[-1]} and"
        remedies.append(self.chance.choice(formal["last_remedies"]))
        told = [self._filled(remedy, matter) for remedy in remedies]
        self.lines += [f"• {text}" for text in told]
        self.lines.append("")
        self.formal.append((FindingKind.CAUSE_OF_CONCERN, cause))
        self.formal += [(FindingKind.RECOMMENDATION, text.removesuffix(" and").rstrip(";")) for text in told]

    def _other(self) -> str:
        others = words()["anywhere"]
        aspect, matter, facet = (self.chance.choice(others[one]) for one in ("aspects", "matters", "facets"))
        return f"{aspect} {matter}{facet}"

    def _ask(self, matter: str) -> str:
        formal = words()["formal"]
        way, end = self.chance.choice(formal["ways"]), self.chance.choice(formal["ends"])
        return str(self.chance.choice(formal["asks"])).format(matter=matter, way=way, end=end)

    def _paragraph(self, section: str, matter: str) -> None:
        said = words()["said"]
        kind = self.chance.choices(("plain", "concern", "practice", "follow_up"), (9, 2, 1, 2))[0]
        sentences = self._about(matter, self.chance.randint(2, 4))
        earlier = [one for one in self.past if one.year < self.year and one.section == section]
        if kind in ("concern", "practice"):
            sentences.append(self._filled(self.chance.choice(said[kind]), matter))
        elif kind == "follow_up" and earlier:
            back = self.chance.choice(earlier[-20:])
            sentences.append(self._filled(self.chance.choice(said[kind]), back.matter, str(back.year)))
        self._say(*sentences)

    def _about(self, matter: str, count: int) -> list[str]:
        return [self._filled(one, matter) for one in self.chance.sample(words()["said"]["about"], count)]

    def _some(self, kind: str, count: int) -> list[str]:
        return [self._filled(one, "") for one in self.chance.sample(words()["said"][kind], count)]

    def _filled(self, phrase: str, matter: str, back: str = "") -> str:
        n = self.chance.randint(3, 24)
        return phrase.format(
            name=self.name,
            place=short_name(self.force),
            matter=matter,
            Matter=matter[:1].upper() + matter[1:],
            back=back,
            n=n,
            m=n + self.chance.randint(20, 90),
            big=f"{self.chance.randint(5, 28) * 100_000:,}",
            season=self.chance.choice(_SEASONS),
        )

    def _graded(self) -> str:
        grade = self._choose()
        return _GOOD_AT.get(
            grade, f"{'is' if grade is Grade.INADEQUATE else ''} {_SPOKEN.get(grade, grade)} at".strip()
        )

    def _grade(self) -> None:
        grade = self._choose()
        self._line(_SPOKEN.get(grade, str(grade)).capitalize())

    def _choose(self) -> Grade:
        scale = [one for one in Grade if self.of_areas or one is not Grade.ADEQUATE]
        self.grades.append(self.chance.choices(scale, [_WEIGHTS[one] for one in scale])[0])
        return self.grades[-1]

    def _line(self, *paragraphs: str) -> None:
        """Put paragraphs; where pages were printed they are broken into lines."""
        for one in paragraphs:
            self.lines += [*(textwrap.wrap(one, WIDTH) if self.of_areas else [one]), ""]

    def _say(self, *sentences: str) -> None:
        self._line(" ".join(sentences))


def _national(chance: Random, number: int, section: dict[str, Any]) -> Composed:
    """Compose a thematic report: numbered recommendations, each to be met by a day."""
    said, year = words(), 2014 + number % 12
    subject = f"{section['does'].format(place='their communities')}"
    lines = [f"A national inspection of how well forces are {subject}", ""]
    lines += [
        f"Published on: {day_in_full(date(year, chance.randint(2, 11), chance.randint(1, 28)))}",
        "",
        "Summary",
        "",
    ]
    lines += [
        f"Between May and September {year - 1} we visited nine forces. We don’t grade forces in thematic reports.",
        "",
    ]
    formal = []
    for place, phrase in enumerate(chance.sample(said["formal"]["national"], 3), 1):
        day = day_in_full(date(year + 1, chance.randint(1, 12), 28))
        text = phrase.format(matter=chance.choice(section["matters"]), day=day)
        lines += [f"Recommendation {place}", "", text, ""]
        formal.append((FindingKind.RECOMMENDATION, text))
    lines += ["About our inspection", "", " ".join(said["said"]["closing"][2:]), ""]
    return Composed(f"national-{year}-{number:03}.txt", "\n".join(lines), None, (), tuple(formal))
