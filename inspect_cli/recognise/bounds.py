"""Whether a text is about the police at all: other services are inspected too, in the same words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from inspect_cli.errors import SourceError
from inspect_cli.model import DocumentKind
from inspect_cli.recognise.prose import SENTENCE, TO_COME, Prose, find_all, find_first
from inspect_cli.recognise.voices import THIRD_PERSON, WE_SAW
from inspect_cli.reference import load
from inspect_cli.reference.forces import full_names
from inspect_cli.reference.keyed import Keyed, made_once

_FIRE_BESIDE = Keyed(
    r"(?:Constabulary (?:and|&)|Inspector of) Fire (?:and|&) Rescue Services"
    r"|police(?: forces)?,? (?:and|&) fire and rescue services?",
    re.I,
)
_POLICE = Keyed(r"\bpolic(?:e|ing)\b|\bconstabular\w+|\bchief constables?\b|\bPEEL\b|\bthe force(?:['’]s)?\b", re.I)
_OUTWEIGHS = 2
_INSPECTORATE = Keyed(
    r"\b(?:HMIC|HMICFRS|PEEL|HMI(?! Probation| Prisons)|HM (?:Chief )?Inspector(?! of (?:Prisons|Probation))"
    r"|[Ii]nspectorate of [Cc]onstabulary"
    r"|(?:Her|His) Majesty['’]s (?:(?:Chief )?Inspector(?! of (?:Prisons|Probation))"
    r"|Inspectorate(?! of (?!Constabulary))))\b"
)
# A plan that answers an inspection comes after it.
_ACTION_PLAN = Keyed(r"\b(?:action|improvement|delivery|response) plans?\b", re.I)
_INSPECTED = Keyed(r"\binspect(?:ion|ions|ed|ors?)\b", re.I)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a document when it is asked whether it is an inspection report at all."""

    kind: DocumentKind
    forces: tuple[str, ...]
    programme: str | None


def other_service(prose: Prose) -> str | None:
    """Say which other service a text is about: by its title, or because it speaks of it far more than of the police."""
    titled_police = any(find_first(prose.front, pattern) for pattern in (full_names(), _POLICE))
    for name, (titles, _) in _services().items():
        if not titled_police and any(not _beside(found.block.text) for found in find_all(prose.front, titles)):
            return name
    counts = {name: sum(1 for _ in find_all(prose.blocks, marks)) for name, (_, marks) in _services().items()}
    name = max(counts, key=lambda one: counts[one])
    # to count further would change nothing
    police = sum(1 for _ in islice(find_all(prose.blocks, _POLICE), counts[name]))
    return name if counts[name] > _OUTWEIGHS * max(police, 1) else None


def _beside(text: str) -> bool:
    return bool(_FIRE_BESIDE.search(text))


@made_once
def _services() -> dict[str, tuple[Keyed, Keyed]]:
    return {
        one["name"]: (Keyed("|".join(one["title"]), re.I), Keyed("|".join(one["marks"]), re.I))
        for one in load("services")["service"]
    }


def refuse_other_texts(name: str, prose: Prose, seen: Seen) -> None:
    """Raise SourceError, saying what is missing, when a text is no report on a police force or all of them."""
    missing = _missing(prose, seen)
    if missing:
        raise SourceError(
            f"{name} was not recognised as an inspection report: {missing}.",
            "If it is one, say whose and what it is: --force FORCE --kind other.",
        )


def is_national_report(prose: Prose, seen: Seen) -> bool:
    """Say whether a text is a report that inspectors wrote on many forces: they speak in it of what they saw."""
    if seen.kind is not DocumentKind.THEMATIC_REPORT or seen.forces:
        return False
    return bool(find_first(prose.blocks, _POLICE) and find_first(prose.blocks, WE_SAW))


def _missing(prose: Prose, seen: Seen) -> str:
    kept = seen.kind in (DocumentKind.REGISTER, DocumentKind.TRACKER)
    of_a_force = seen.forces and (seen.programme or kept) and find_first(prose.blocks, _INSPECTED)
    if not of_a_force and not is_national_report(prose, seen) and not find_first(prose.blocks, _INSPECTORATE):
        return "it names neither the inspectorate (HMIC, HMICFRS) nor PEEL"
    if service := other_service(prose):
        return f"it is about {service}, and not about a police force"
    own = seen.kind in (DocumentKind.PRESS_RELEASE, DocumentKind.LETTER)
    if not seen.forces and seen.programme is None and not own:
        return "it names the inspectorate, but no police force it is about and no inspection programme"
    if seen.forces and (kept or seen.kind is DocumentKind.OTHER) and _speaks_of_what_is_to_come(prose):
        return "it speaks of the inspectorate, but of no inspection that has been made"
    return ""


def _speaks_of_what_is_to_come(prose: Prose) -> bool:
    """Say whether every sentence that names the inspectorate speaks of an inspection that is to come."""
    sentences = [
        one.match.group() for one in find_all(prose.blocks, SENTENCE) if _INSPECTORATE.search(one.match.group())
    ]
    return bool(sentences) and all(
        TO_COME.search(_ACTION_PLAN.sub("", sentence)) and not THIRD_PERSON.search(sentence) for sentence in sentences
    )
