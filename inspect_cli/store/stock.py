"""What lies in a data folder beside the store: texts, former states, what broken-off writes left."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from inspect_cli.store.backups import backups, held_in, set_aside
from inspect_cli.store.content import Content, Meta, ShapeError
from inspect_cli.store.files import forget, leftovers
from inspect_cli.store.texts import texts_in


class Stock(NamedTuple):
    """What lies beside a store: what broken-off writes left, former states that cannot be read, damaged stores.

    ``unnamed`` are the texts that neither the store nor a former state names: none can be told while a former state
    cannot be read or a damaged store is kept aside, which may name any.
    """

    leftovers: tuple[Path, ...]
    damaged: tuple[Path, ...]
    aside: tuple[Path, ...]
    unnamed: tuple[Path, ...]


def take_stock(folder: Path, content: Content | None) -> Stock:
    """Look through what lies beside the store of ``folder``, which holds ``content``; each former state is read."""
    named: set[str] = set()
    damaged = [backup.path for backup in backups(folder) if not _add_names(held_in(backup), named)]
    sure = _add_names(content or Content({}, Meta()), named) and not damaged and not set_aside(folder)
    there = texts_in(folder) if sure else []
    unnamed = tuple(path for path in there if path.name not in named)
    return Stock(tuple(leftovers(folder)), tuple(damaged), tuple(set_aside(folder)), unnamed)


def _add_names(content: Content | None, named: set[str]) -> bool:
    """Add the names of the texts that ``content`` speaks of; says whether they can be told."""
    if content is None:
        return False
    try:
        named.update(name for _, name in content.text_names())
    except ShapeError:
        return False
    return True


def clear(paths: Iterable[Path]) -> None:
    """Take files away that nothing names; only inside the lock. One that cannot be taken away stays."""
    for path in paths:
        forget(path)
