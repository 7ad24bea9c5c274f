"""The zip files that word processors write: their parts, read in memory within limits, never unpacked to disk.

A member's name is only ever compared with the names that a format has, so a name like ``../../x`` does nothing.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree import ElementTree as ET

from inspect_cli.errors import SourceError
from inspect_cli.read.limits import MEGABYTE
from inspect_cli.read.refusals import refusal

# The text of a report of 500 pages unpacks to 20 MB; pictures are never unpacked.
LARGEST_PART = 64 * MEGABYTE
# What all members say they unpack to, pictures too. A bomb is known by it before anything is unpacked.
LARGEST_WHOLE = 1_000 * MEGABYTE
# How often smaller a packed file may be, once it unpacks to more than a part may have. Marked-up text reaches 60.
HIGHEST_RATIO = 100
# A report with a picture on each of 500 pages has some 1,200 members.
MOST_MEMBERS = 10_000
# Tags and attributes of all parts together: each takes up to 400 bytes of memory. Word writes some fifteen of them for
# every eight words, so that a report of 500 pages has 400,000.
MOST_MARKS = 1_500_000
# Tables in boxes in tables are some 60 elements deep.
DEEPEST = 200

MEMBER = b"PK\x01\x02"
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1
# What the zip library raises for a file that was cut off, mixed up or written wrongly on purpose.
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, IndexError, OverflowError)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_AGAIN = "Open it in a word processor and save it again, or save it as plain text (.txt) and import that."


class Package:
    """A zip file in memory, by the names of its members; raises SourceError for one that is broken or a bomb."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._marks = 0
        if data.count(MEMBER) > MOST_MEMBERS:
            raise SourceError(f"{name} holds more than {MOST_MEMBERS:,} files: it is no report.", _AGAIN)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise self._broken() from error
        self._members = {member.filename: member for member in self._zip.infolist()}
        self._check_bomb(len(data))

    @property
    def names(self) -> frozenset[str]:
        """The names of the members."""
        return frozenset(self._members)

    def part(self, path: str) -> bytes:
        """Give the bytes of a member; raises SourceError where it is missing, locked, damaged or too large."""
        member = self._members.get(path)
        if member is None:
            raise self._broken(f"it has no {path}")
        if member.flag_bits & _ENCRYPTED:
            raise refusal(self.name, "locked")
        if member.compress_type not in _METHODS:
            raise self._broken("it is packed in a way that word processors do not use")
        try:
            with self._zip.open(member) as stream:
                data = stream.read(LARGEST_PART + 1)
        except BROKEN as error:
            raise self._broken() from error
        if len(data) > LARGEST_PART:
            raise self._bomb(f"{path} has more than {LARGEST_PART // MEGABYTE} MB")
        return data

    def tree(self, path: str) -> ET.Element:
        """Give the root of a member that is XML; raises SourceError as ``part`` does, and for XML that is hostile."""
        data = self.part(path)
        if data.startswith(_WIDE_MARKS):
            data = data.decode("utf-16", "replace").encode("utf-8")
        if b"<!DOCTYPE" in data:
            raise SourceError(f"{self.name}: {path} declares entities, which no word processor writes.", _AGAIN)
        self._marks += data.count(b"<") + data.count(b"=")
        if self._marks > MOST_MARKS:
            raise self._bomb(f"up to {path} it has more than {MOST_MARKS:,} tags and attributes")
        # Word processors write UTF-8 or UTF-16 and nothing else, whatever the part declares.
        parser = ET.XMLParser(encoding="utf-8")
        try:
            parser.feed(_modern(data))
            root = parser.close()
        except (ET.ParseError, ValueError) as error:
            raise self._broken(f"{path} is no XML ({error})") from error
        self._check_depth(path, root)
        return root

    def tree_or_none(self, path: str) -> ET.Element | None:
        """Give the root of a member that may be missing."""
        return self.tree(path) if path in self._members else None

    def _check_bomb(self, size: int) -> None:
        whole = sum(member.file_size for member in self._members.values())
        if whole > LARGEST_WHOLE or (whole > LARGEST_PART and whole > HIGHEST_RATIO * size):
            raise self._bomb(f"{max(1, size // MEGABYTE):,} MB that unpack to {whole // MEGABYTE:,} MB")

    def _check_depth(self, path: str, root: ET.Element) -> None:
        level, depth = [root], 0
        while level:
            level = [child for element in level for child in element]
            depth += 1
            if depth > DEEPEST:
                raise self._bomb(f"{path} is nested more than {DEEPEST} deep")

    def _bomb(self, why: str) -> SourceError:
        return SourceError(f"{self.name} was not read, since it unpacks to more than reports are: {why}.", _AGAIN)

    def _broken(self, why: str = "the file was cut off or changed") -> SourceError:
        return SourceError(f"{self.name} is damaged: {why}.", f"Get the file anew. {_AGAIN}")


# The strict form of the format names its elements otherwise; they are the same.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _modern(data: bytes) -> bytes:
    return data.replace(_STRICT, _TRANSITIONAL)
