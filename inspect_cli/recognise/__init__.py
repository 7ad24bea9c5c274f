"""A Document into a Report: what it is, whose it is and how it is dated, each with the line it came from."""

from __future__ import annotations

from collections.abc import Mapping

from inspect_cli.model import Document, Given, Report
from inspect_cli.recognise.sketch import likeness, sketch
from inspect_cli.recognise.survey import Survey

__all__ = ["likeness", "recognise", "sketch"]


def recognise(document: Document, given: Mapping[str, Given]) -> Report:
    """Recognise a source report; what is ``given`` for a field counts before what the text says.

    Raises SourceError when the document is no inspection report (unless a force and a kind are given), and UsageError
    when a given value is not one of the domain's.
    """
    return Survey(document, given).report()
