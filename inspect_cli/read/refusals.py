"""What is said of files that hold no report that can be read: what they are, and what to do instead."""

from __future__ import annotations

from inspect_cli.errors import SourceError

_AS_TEXT = "Save the report as plain text (.txt) and import that."
_AS_DOCX = "Open it in a word processor, save it as a Word document (.docx), and import that."
_UNPACK = "Unpack it and import the report that is in it."

# By the kind that a file is known to be: what it is, and what to do next.
_REFUSED = {
    "locked": (
        "a document with a password, and cannot be read without it",
        "Open it in a word processor with the password, save it without one, and import that.",
    ),
    "doc": ("a Word 97–2003 document (.doc), which is no longer read", _AS_DOCX),
    "xls": ("an Excel 97–2003 workbook (.xls)", _AS_TEXT),
    "ppt": ("a PowerPoint 97–2003 presentation (.ppt)", _AS_TEXT),
    "ole": ("a file of an older Office program", _AS_DOCX),
    "msg": ("an Outlook message (.msg)", "Save the report that is in or attached to it as a file, and import that."),
    "eml": ("an e-mail message", "Save the report that is in or attached to it as a file, and import that."),
    "xlsx": ("an Excel workbook (.xlsx)", _AS_TEXT),
    "pptx": ("a PowerPoint presentation (.pptx)", _AS_TEXT),
    "ods": ("a spreadsheet (.ods)", _AS_TEXT),
    "odp": ("a presentation (.odp)", _AS_TEXT),
    "epub": ("an e-book (.epub)", _AS_TEXT),
    "zip": ("a zip archive", _UNPACK),
    "gzip": ("a packed file (gzip)", _UNPACK),
    "archive": ("a packed archive", _UNPACK),
    "export": (
        "an export of a whole store, and no report",
        "Into an empty store: inspect-cli import --all FILE. To join it with what is here: inspect-cli merge FILE.",
    ),
    "store": (
        "a store of inspect-cli, and no report",
        "To join it with what is here: inspect-cli merge FOLDER, the folder that it is in.",
    ),
    "image": ("an image: it has no text", "Import the page or document that the image shows, or its text."),
}


def refusal(name: str, kind: str) -> SourceError:
    """Give the error for a file of a kind that is not read."""
    what, hint = _REFUSED.get(kind, (f"a {kind.upper()} file, which is not read", _AS_TEXT))
    return SourceError(f"{name} is {what}.", hint)
