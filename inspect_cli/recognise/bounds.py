"""Whether a text is about the police at all: other services are inspected in the same words, by others and by this inspectorate."""

from __future__ import annotations

import re
from functools import cache

from inspect_cli.recognise.prose import Prose, find_all, find_first
from inspect_cli.reference import load
from inspect_cli.reference.forces import full_names

_FIRE_BESIDE = re.compile(
    r"Constabulary (?:and|&) Fire (?:and|&) Rescue Services|police(?: forces)?,? (?:and|&) fire and rescue services?", re.I
)
_POLICE = re.compile(r"\bpolic(?:e|ing)\b|\bconstabular\w+|\bchief constables?\b|\bPEEL\b|\bthe force(?:['’]s)?\b", re.I)
_OUTWEIGHS = 2


def other_service(prose: Prose) -> str | None:
    """Say which other service a text is about: by its title, or because it speaks of it far more than of the police."""
    titled_police = any(find_first(prose.front, pattern) for pattern in (full_names(), _POLICE))
    for name, (titles, _) in _services().items():
        if not titled_police and any(not _beside(found.block.text) for found in find_all(prose.front, titles)):
            return name
    police = sum(1 for _ in find_all(prose.blocks, _POLICE))
    counts = {name: sum(1 for _ in find_all(prose.blocks, marks)) for name, (_, marks) in _services().items()}
    name = max(counts, key=lambda one: counts[one])
    return name if counts[name] > _OUTWEIGHS * max(police, 1) else None


def _beside(text: str) -> bool:
    return bool(_FIRE_BESIDE.search(text))


@cache
def _services() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    return {
        one["name"]: (re.compile("|".join(one["title"]), re.I), re.compile("|".join(one["marks"]), re.I))
        for one in load("services")["service"]
    }
