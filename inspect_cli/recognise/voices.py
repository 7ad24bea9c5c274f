"""Who speaks in a text, in direct speech or of an inspection by others."""

from __future__ import annotations

import re

from inspect_cli.reference.keyed import Keyed

INSPECTORATE = (
    r"(?:\bHMIC(?:FRS)?\b|\b(?:HM|(?:Her|His) Majesty['’]s) Inspectorate(?: of Constabulary\b[^.,;]{0,40})?(?! of)"
    r"|\b[Tt]he inspectorate\b)"
)
_INSPECTOR = r"(?:\bHMI\b|\bHMCI\b|(?:HM|(?:Her|His) Majesty['’]s) (?:Chief )?Inspector)"
_SAID = r"\b(?:said|says|commented|added|explained)"
_CHIEF = r"\b(?:Chief Constable|Chief Officer|Commander|Superintendent|Met Commissioner)\b"
_PCC = r"\b(?:PCC|Crime Commissioner|Deputy Mayor)\b"
_TOLD = (
    r"(?:found|saw|said|graded|judged|assessed|inspected|revisited|went|visited|looked|praised|identified|published"
    r"|examined|came|recommended|rated|gave|given|told|issued|concluded)"
)


def _spoken(speaker: str) -> Keyed:
    """Match a speaker before or after the words of direct speech."""
    before = rf"{speaker}[^.“”\"]{{0,100}}?{_SAID}\s*(?:[:,]|[“\"])"
    return Keyed(rf"{before}|[”\"],?\s+{_SAID}\s[^.“”\"]{{0,20}}{speaker}", re.I)


INSPECTOR_SAID, CHIEF_SAID, PCC_SAID = (_spoken(speaker) for speaker in (_INSPECTOR, _CHIEF, _PCC))
# The inspectorate in the third person, and what it did: "HMIC has graded the force".
THIRD_PERSON = Keyed(
    rf"{INSPECTORATE},?\s(?:also\s|has\s|have\s|had\s|today\s){{0,2}}{_TOLD}\b"
    rf"|\b{_TOLD}\b[^.;]{{0,60}}\bby\s{INSPECTORATE}"
)
# Inspectors telling what they did.
WE_SAW = Keyed(
    r"\b(?:we|our (?:team|inspectors?))\s(?:\w+\s)?(?:found|visited|inspected|went|came|examined|reviewed|spoke"
    r"|interviewed|looked at|saw|assessed|graded|judged|recommended|published)\b",
    re.I,
)
