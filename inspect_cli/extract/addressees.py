"""Whom a sentence tells to do something: this force, all forces, or another body."""

from __future__ import annotations

import re

from inspect_cli.model import Addressee

_ALL_FORCES = re.compile(
    r"\b(?:all (?:the )?(?:police )?forces|forces (?:should|must|need|have|had|did|do)|every (?:police )?force|"
    r"few forces|"
    r"(?<!fire and rescue )(?<!emergency )\b[Tt]he (?:police )?service (?:should|must|needs?|has|is)\b|police service|"
    r"chief constables (?:should|must|need))",
)
_OTHERS = re.compile(
    r"\b(?:the )?(?:Home Office|Home Secretary|College of Policing|NPCC|National Police Chiefs[’'] Council|"
    r"Crown Prosecution Service|CPS|government|Ministry of Justice|[Pp]olice and [Cc]rime [Cc]ommissioners?) "
    r"(?:should|must|needs? to|and)\b"
)


def addressee_of(text: str) -> Addressee:
    """Say to whom ``text`` is addressed, by who should act in it; the force itself where nobody else is named."""
    if _ALL_FORCES.search(text):
        return Addressee.ALL_FORCES
    return Addressee.OTHER if _OTHERS.search(text) else Addressee.FORCE
