"""Legends of colours: what a tracker says its colours mean, which is never the state of a finding."""

from __future__ import annotations

import re

from inspect_cli.extract.statuses import default_colours, verdict_of_legend
from inspect_cli.model import Verdict

COLOURS = "GREEN|AMBER|RED|WHITE|BLUE|YELLOW|GREY|GRAY|BLACK"
_TITLED = "|".join(colour.title() for colour in COLOURS.split("|"))
_ENTRY = re.compile(
    rf"\b(?P<colour>{COLOURS}|{_TITLED})\b[\s|:=–-]+(?P<meaning>[^|\n.;]{{3,200}}?)"
    rf"(?=[\s|,(–-]*(?:or )?\b(?:{COLOURS}|{_TITLED})\b|[|\n.;]|\Z)"
)
_COLOUR = re.compile(rf"\b(?:{COLOURS})\b")
_FEWEST = 2


def colours_of(text: str, rows_begin: int) -> dict[str, Verdict]:
    """Give what each colour says: as the legend before the first row has it, else as colours are mostly meant."""
    said: dict[str, Verdict] = {}
    for entry in _ENTRY.finditer(text, 0, rows_begin):
        verdict = verdict_of_legend(entry["meaning"])
        if verdict:
            said.setdefault(entry["colour"].upper(), verdict)
    return default_colours() | (said if len(said) >= _FEWEST else {})


def names_colours(text: str) -> bool:
    """Say whether a text has a colour of a tracker in it, in capitals."""
    return bool(_COLOUR.search(text))
