"""What a zip file or one of Office's older containers holds: known by the names of its parts, never by its suffix."""

from __future__ import annotations

import io
import re
import zipfile

from inspect_cli.read.package import BROKEN, MEMBER, MOST_MEMBERS

_FOLDERS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_MIMETYPE = re.compile(rb"mimetypeapplication/([a-z0-9.+-]+)")
_MIMETYPES = (
    (b"vnd.oasis.opendocument.text", "odt"),
    (b"vnd.oasis.opendocument.spreadsheet", "ods"),
    (b"vnd.oasis.opendocument.presentation", "odp"),
    (b"epub+zip", "epub"),
)
_HEAD = 4096
_TYPES = "[Content_Types].xml"
# The streams that Office's older programs keep their text in.
_STREAMS = (
    ("EncryptedPackage", "locked"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
    ("__properties_version1.0", "msg"),
)


def zip_kind(data: bytes) -> str:
    """Say what a zip file is: "docx", "odt", "xlsx", "pptx", "ods", "odp", "epub", or "zip" for any other."""
    declared = _MIMETYPE.search(data[:_HEAD])
    if declared:
        return next((kind for name, kind in _MIMETYPES if declared[1].startswith(name)), "zip")
    names = _names(data)
    if names is None:
        return _cut_off_kind(data[:_HEAD])
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return "odt"  # packed anew by hand, so that its type no longer stands first
    if _TYPES not in names:
        return "zip"
    return next((kind for folder, kind in _FOLDERS if any(name.startswith(folder) for name in names)), "zip")


def _names(data: bytes) -> list[str] | None:
    """Give the names of a zip file's members; None for one that was cut off or has too many to be looked at."""
    if data.count(MEMBER) > MOST_MEMBERS:
        return None
    try:
        return zipfile.ZipFile(io.BytesIO(data)).namelist()
    except BROKEN:  # reading it will say what is wrong
        return None


def _cut_off_kind(head: bytes) -> str:
    """Say what a zip file was by its first members: one of Office's says its types there, and most are Word's."""
    if _TYPES.encode() not in head:
        return "zip"
    return next((kind for folder, kind in _FOLDERS if folder.encode() in head), "docx")


def ole_kind(data: bytes) -> str:
    """Say what a file of Office's older kind is: "doc", "xls", "ppt", "msg", "locked" (it has a password) or "ole"."""
    return next((kind for stream, kind in _STREAMS if stream.encode("utf-16-le") in data), "ole")
