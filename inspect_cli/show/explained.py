"""The sentences that hold a trigger word and that no rule used, as ``import --explain`` lists them."""

from __future__ import annotations

from pathlib import PurePath

from rich.console import Group, RenderableType
from rich.text import Text

from inspect_cli.model import ImportOutcome, count
from inspect_cli.show.columns import Column, cell, make_table

# A table has room for so much of a sentence; a list that was run into one may go on for pages.
_LONGEST = 400
_COLUMNS = (Column("Line"), Column("Trigger", least=8), Column("Sentence", least=30))


def explained_text(one: ImportOutcome, width: int | None, limit: int = 0) -> RenderableType:
    """List the sentences of each file with their lines and trigger words: the first ``limit`` of each, 0 for all."""
    parts: list[RenderableType] = []
    for file, sentences in one.unclaimed.items():
        shown = sentences[:limit] if limit else sentences
        head = f"{PurePath(file).name}: {count(len(sentences), 'sentence')} with a trigger word that no rule used"
        rows = [
            {"Line": cell(f"L{line}"), "Trigger": cell(trigger, "yellow"), "Sentence": cell(_cut(text))}
            for line, trigger, text in shown
        ]
        parts += [*([Text()] if parts else []), cell(head, "bold")]
        parts += [make_table(_COLUMNS, rows, width)] if rows else []
        if len(shown) < len(sentences):
            more = f"{len(sentences) - len(shown)} more in this file; all of them: --limit 0, or --json"
            parts += [Text(), cell(more, "dim")]
    parts += [Text()] if parts else []
    return Group(*(parts or [Text("No file was read: nothing to explain.")]))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
