"""Texts for recognising: a report or the prose of a few lines."""

from __future__ import annotations

from inspect_cli.model import Given, Report
from inspect_cli.read import read_source
from inspect_cli.recognise import recognise
from inspect_cli.recognise.prose import Prose


def prose(*paragraphs: str) -> Prose:
    """Give the prose of paragraphs with a blank line between them."""
    return Prose(read_source("a.txt", "\n\n".join(paragraphs).encode()))


def known(*paragraphs: str, where: str = "--option", **given: object) -> Report:
    """Recognise paragraphs with a blank line between them; ``given`` are values that a person gave at ``where``."""
    document = read_source("a.txt", "\n\n".join(paragraphs).encode())
    return recognise(document, {name: Given(value, where) for name, value in given.items()})
