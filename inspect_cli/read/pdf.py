"""PDF: its text as a person reads it, page by page. pdfium must be asked from one thread of a process at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from inspect_cli.errors import SourceError
from inspect_cli.read.pdf_apart import read_apart
from inspect_cli.read.pdf_bombs import may_explode
from inspect_cli.read.pdf_compose import compose
from inspect_cli.read.pdf_faults import refuse_unreadable
from inspect_cli.read.pdf_page import read_page
from inspect_cli.read.pdf_parts import Page
from inspect_cli.read.reader import AS_USUAL, ReadOptions, Text

if TYPE_CHECKING:
    import pypdfium2

_MOST_PAGES = 1000
_PASSWORD = 4
_TAIL = 4096
_AGAIN = "Download or save it again; where that does not help, open it in a viewer and print it to a new PDF."


def read_pdf(name: str, data: bytes, options: ReadOptions = AS_USUAL) -> Text:
    """Read a PDF: whole paragraphs in reading order and the lines on which its pages begin.

    ``options.on_page`` is told of each page. Raises SourceError for one that is locked, damaged, scanned, of over 1,000
    pages (unless ``options.large``), or set in fonts that do not say which letters they show. One that may grow beyond
    all measure is read in a process of its own.
    """
    return read_apart(name, data, options) if may_explode(data) else read_here(name, data, options)


def read_here(name: str, data: bytes, options: ReadOptions) -> Text:
    """Read a PDF in this process, whatever it may do."""
    with _opened(name, data) as document:
        count = len(document)
        if count > _MOST_PAGES and not options.large:
            raise SourceError(f"{name} has {count:,} pages, more than {_MOST_PAGES:,}.", "Give --large to read it all.")
        if not count:
            raise SourceError(f"{name} is damaged: it has no pages.", _AGAIN)
        pages = list(_pages(name, document, count, options))
    refuse_unreadable(name, pages)
    return compose(pages)


@contextmanager
def _opened(name: str, data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    import pypdfium2

    if b"%%EOF" not in data[-_TAIL:] and b"startxref" not in data[-_TAIL:]:
        raise SourceError(f"{name} is damaged: its end is missing.", _AGAIN)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise SourceError(
                f"{name} is locked with a password.", "Open it in a viewer and save or print it as a PDF without one."
            ) from error
        raise SourceError(f"{name} is damaged: it does not open as a PDF.", _AGAIN) from error
    try:
        yield document
    finally:
        document.close()


def _pages(name: str, document: pypdfium2.PdfDocument, count: int, options: ReadOptions) -> Iterator[Page]:
    import pypdfium2

    for number in range(count):
        try:
            page = read_page(document, number)
        except pypdfium2.PdfiumError as error:
            raise SourceError(f"{name} is damaged: page {number + 1} of {count} cannot be read.", _AGAIN) from error
        if page is None:
            raise SourceError(f"{name}, page {number + 1}: it has more characters than a page can hold.", _AGAIN)
        yield page
        if options.on_page:
            options.on_page(number + 1, count)
