"""All that is recognised of one document, in the order in which one fact helps to find the next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeVar, cast

from inspect_cli.model import (
    Document,
    DocumentKind,
    Evidence,
    Given,
    Pillar,
    Publisher,
    Report,
    Rung,
    make_id,
    normal_words,
)
from inspect_cli.recognise.bounds import Seen, is_national_report, refuse_other_texts
from inspect_cli.recognise.dating import Asked, Dating, date_report
from inspect_cli.recognise.forces import find_forces
from inspect_cli.recognise.given import read_given, where
from inspect_cli.recognise.inspector import find_inspector
from inspect_cli.recognise.kind import find_kind
from inspect_cli.recognise.programme import PEEL, find_pillar, find_programme
from inspect_cli.recognise.prose import UNKNOWN, Fact, Prose
from inspect_cli.recognise.published import own_year
from inspect_cli.recognise.publisher import Known, find_publisher
from inspect_cli.recognise.sketch import sketch_of
from inspect_cli.recognise.title import find_title
from inspect_cli.recognise.years import cycle_label, find_year

_Value = TypeVar("_Value")


class Survey:
    """One document's facts, each settled between what was given and what the text says."""

    def __init__(self, document: Document, given: Mapping[str, Given]) -> None:
        """Take a document and what a person says of it; raises UsageError for a value that cannot be."""
        self._document = document
        self._prose = Prose(document)
        self._given = given
        self._values = read_given(given)
        self._evidence: dict[str, Evidence] = {}
        self._warnings: list[str] = []

    def report(self) -> Report:
        """Recognise the document; raises SourceError when it is no inspection report."""
        prose = self._prose
        kind: DocumentKind = self._settle("kind", find_kind(prose))
        forces: tuple[str, ...] = self._settle("forces", find_forces(prose, kind))
        inspector: str | None = self._settle("inspector", find_inspector(prose))
        year, label = self._stated_year(kind)
        programme = self._programme(kind, forces, year)
        if not {"forces", "kind"} <= set(self._values):
            refuse_other_texts(self._document.name, prose, Seen(kind, forces, programme))
        pillar: Pillar | None = self._settle("pillar", find_pillar(prose, kind, programme))
        given_day = cast("date | None", self._values.get("published"))
        dating = self._date(Asked(kind, programme, pillar, inspector, year, label, given_day))
        published = self._settle("published", dating.published)
        year = dating.year.value
        publisher: Publisher = self._settle(
            "publisher", find_publisher(prose, Known(kind, forces, programme, year, published))
        )
        words = normal_words("\n".join(block.text for block in prose.blocks))
        return Report(
            id=make_id("r", words, size=6),
            title=self._settle("title", find_title(prose, kind, forces, pillar)),
            file=self._document.name,
            format=self._document.format,
            sha256=self._document.sha256,
            publisher=publisher,
            kind=kind,
            forces=forces,
            programme=programme,
            pillar=pillar,
            inspection_year=year,
            inspection_label=self._label(kind, year, label, programme),
            published=published,
            page_date=dating.page_date,
            inspector=inspector,
            evidence=self._evidence,
            note=cast("str | None", self._values.get("note")),
            warnings=tuple(self._warnings),
            sketch=sketch_of(words),
        )

    def _settle(self, field: str, found: Fact[_Value]) -> _Value:
        """Take what was given for a field, else what was found; say so when the text states something else."""
        if field not in self._values:
            self._evidence[field] = found.evidence
            return found.value
        value = self._values[field]
        place = where(self._given, field)
        self._evidence[field] = Evidence(Rung.GIVEN, None, place)
        stated = found.evidence.rung is Rung.STATED and field != "title"
        if stated and found.evidence.line and normal_words(_words(found.value)) != normal_words(_words(value)):
            said = f"line {found.evidence.line} of the text says {_words(found.value)}"
            self._warnings.append(f"{place} says {_words(value)}, {said}")
        return cast(_Value, value)

    def _programme(self, kind: DocumentKind, forces: tuple[str, ...], year: int | None) -> str | None:
        """Settle the programme; a national report of none that is known is a programme of its own, by its title."""
        found = find_programme(self._prose, kind, year)
        if found.value is None and is_national_report(self._prose, Seen(kind, forces, None)):
            found = cast("Fact[str | None]", find_title(self._prose, kind, forces, None))
        return self._settle("programme", found)

    def _stated_year(self, kind: DocumentKind) -> tuple[int | None, str | None]:
        """Settle the inspection year and its label as far as they are given or stated."""
        found = find_year(self._prose, kind, own_year(self._prose, kind))
        stated: Fact[int | None] = Fact(found.value[0], found.evidence) if found else Fact(None, UNKNOWN)
        year = self._settle("inspection_year", stated)
        label = cast("str | None", self._values.get("inspection_label"))
        if label is None and found and found.value[0] == year:
            label = found.value[1]
        return year, label or (str(year) if year else None)

    def _date(self, asked: Asked) -> Dating:
        dating = date_report(self._prose, asked)
        if asked.year is None:
            self._evidence["inspection_year"] = dating.year.evidence
        if dating.warning:
            self._warnings.append(dating.warning)
        return dating

    def _label(self, kind: DocumentKind, year: int | None, label: str | None, programme: str | None) -> str | None:
        """Give the label of the inspection year; a PEEL year has that of its cycle ("2018/19"), a revisit its own."""
        if year is None or "inspection_label" in self._values or (label and label != str(year)):
            return label
        return cycle_label(year) if programme == PEEL and kind is not DocumentKind.LETTER else str(year)


def _words(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
