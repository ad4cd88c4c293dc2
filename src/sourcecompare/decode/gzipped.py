"""Gzip, wherever it turns up and whatever its end looks like."""

import io
import zlib
from dataclasses import dataclass

MAGIC = b"\x1f\x8b\x08"

_CHUNK = 4096  # small: what precedes damage inside a chunk is lost
_MEMBERS = 10_000  # gzip files may be joined; block gzip writes a member every 64 kB
_GZIP = 31  # zlib's number for "gzip header, largest window"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """What a gzip file held."""

    data: bytes
    """at most one byte more than the limit"""
    whole: bool
    """false if the file is cut or damaged: `data` is what could be read"""


def unpack(packed: bytes, limit: int) -> Unpacked:
    """All members of a gzip file, never holding more than `limit` bytes and one.

    Padding by NULs after the last member is no damage (tar and tape write it).
    """
    out = io.BytesIO()
    position = 0
    for _ in range(_MEMBERS):
        ended, position = _member(packed, position, out, limit)
        rest = packed[position : position + len(MAGIC)]
        if not ended or out.tell() > limit:
            return Unpacked(data=out.getvalue(), whole=ended)
        if rest != MAGIC:
            break
    padding = packed[position:].strip(b"\0")
    return Unpacked(data=out.getvalue(), whole=not padding)


def _member(packed: bytes, start: int, out: io.BytesIO, limit: int) -> tuple[bool, int]:
    """Append the member at `start`; say whether it ended well, and where."""
    stream = zlib.decompressobj(_GZIP)
    for begin in range(start, len(packed), _CHUNK):
        chunk = packed[begin : begin + _CHUNK]
        while chunk:
            try:
                out.write(stream.decompress(chunk, limit + 1 - out.tell()))
            except zlib.error:
                return False, begin
            if stream.eof:
                return True, min(begin + _CHUNK, len(packed)) - len(stream.unused_data)
            if out.tell() > limit:
                return False, begin
            chunk = stream.unconsumed_tail
    return False, len(packed)
