"""Whether a PDF may grow beyond all measure when it is opened: by what it packs, or by forms that call one another.

pdfium takes time and memory for these without limit, and can end the whole program. Few reports show such a sign; a PDF
that shows one is no bomb yet, but it is read in a process of its own that has limits.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator

_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 2000
# A picture is not unpacked for its text.
_PICTURE = re.compile(rb"/Subtype\s*/Image")
_FORM = re.compile(rb"/Subtype\s*/Form")
_CALL = re.compile(rb"/[^\s/<>\[\]()]+\s+Do\b")
# Packed twice over, packed in ways that are not looked into here, or locked: what is inside is not known.
_UNKNOWN = re.compile(rb"FlateDecode\s*/FlateDecode|/LZWDecode|/Encrypt\b|/RunLengthDecode")
_CONTENTS = re.compile(rb"/Contents\s*\[([^\]]*)\]")
_MOST_UNPACKED = 8_000_000
_MOST_PARTS = 500
# Zlib packs a thousandfold at the best: a stream of less than this cannot grow beyond the limit.
_SMALL = _MOST_UNPACKED // 1100


def may_explode(data: bytes) -> bool:
    """Say whether a PDF should be read with limits."""
    if _UNKNOWN.search(data) or any(parts[1].count(b"R") > _MOST_PARTS for parts in _CONTENTS.finditer(data)):
        return True
    return any(_grows(is_form, packed) for is_form, packed in _streams(data))


def _grows(is_form: bool, packed: bytes) -> bool:
    """Say whether a stream unpacks to more than reports hold, or is a form that draws several others."""
    if not is_form and len(packed) < _SMALL:
        return False
    text = _unpacked(packed)
    return len(text) > _MOST_UNPACKED or (is_form and len(_CALL.findall(text)) > 1)


def _streams(data: bytes) -> Iterator[tuple[bool, bytes]]:
    """Give the streams but those of pictures: whether each is a form, and what it holds."""
    for match in _STREAM.finditer(data):
        if data[match.start() - 3 : match.start()] == b"end":
            continue
        head = data[max(0, match.start() - _DICTIONARY) : match.start()].rpartition(b" obj")[2]
        if not _PICTURE.search(head):
            end = data.find(b"endstream", match.end())
            yield bool(_FORM.search(head)), data[match.end() : end if end >= 0 else len(data)]


def _unpacked(packed: bytes) -> bytes:
    """Unpack a stream as far as the limit, and a little further; what is not packed stays as it is."""
    body = packed.strip()
    if body.endswith(b"~>"):
        try:
            packed = base64.a85decode(body[:-2].removeprefix(b"<~"))
        except ValueError:
            return packed
    try:
        return zlib.decompressobj().decompress(packed, _MOST_UNPACKED + 1)
    except zlib.error:
        return packed
