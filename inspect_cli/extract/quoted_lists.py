"""Lists of an earlier year's findings, quoted in a later report: each item with what the report says became of it."""

from __future__ import annotations

from collections.abc import Sequence

from inspect_cli.extract.claims import Claims
from inspect_cli.extract.earlier import Era
from inspect_cli.extract.follow_ups import FollowUp
from inspect_cli.extract.layout import Passage
from inspect_cli.extract.quoted_items import groups_of
from inspect_cli.extract.sentences import whole
from inspect_cli.extract.verdict_sections import judge_in_sections
from inspect_cli.extract.verdicts_below import judge_all, judge_each


def quoted(passages: Sequence[Passage], era: Era, claims: Claims) -> list[FollowUp]:
    """Give the items of an earlier year's lists with the verdicts on them; what passes these is claimed."""
    groups = list(groups_of(passages, era))
    for group in groups:
        judge_each(group, passages, claims)
        judge_all(group, passages, claims)
    items = [item for group in groups for item in group]
    waiting = [item for item in items if item.verdict is None]
    if era.visit and waiting:
        judge_in_sections(waiting, passages, claims)
    return [
        FollowUp(item.passage, whole(item.passage.block), item.kind, item.year, item.verdict or item.assumed)
        for item in items
    ]
