"""What is worked out of a book once and asked for often."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from inspect_cli.workflow.book import Book

Made = TypeVar("Made")


def once(make: Callable[[Book], Made]) -> Callable[[Book], Made]:
    """Keep what ``make`` gives for a book as long as the book is kept; it must not hold the book itself."""
    kept: WeakKeyDictionary[Book, Made] = WeakKeyDictionary()

    @wraps(make)
    def made(book: Book) -> Made:
        if book not in kept:
            kept[book] = make(book)
        return kept[book]

    return made
