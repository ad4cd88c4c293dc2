"""What a file is that is no text, told from its first bytes and its control characters."""

# Signatures that no text begins with: reason enough by themselves.
_CERTAIN: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\0\0\1\0", "an icon"),
    (b"PK\3\4", "a ZIP archive, office document or e-book"),
    (b"PK\5\6", "an empty ZIP archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\7", "a RAR archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"bplist00", "a Safari web archive or other property list"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\0asm", "a program"),
    (b"\0\1\0\0", "a font"),
)
# Signatures that are letters or digits, which a text may begin with: they only put a name to what
# has been recognised as binary by its control characters.
_LIKELY: tuple[tuple[bytes, str], ...] = (
    (b"BM", "a bitmap image"),
    (b"RIFF", "a WebP image, sound or video"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or video"),
    (b"fLaC", "a sound"),
    (b"MZ", "a program"),
    (b"wOF", "a font"),
    (b"OTTO", "a font"),
    (b"PAR1", "a Parquet table"),
    (b"\x78\x01", "zlib-compressed data"),
    (b"\x78\x9c", "zlib-compressed data"),
    (b"\x78\xda", "zlib-compressed data"),
)
_MEDIA_BOX = b"ftyp"  # bytes 4 to 8 of MP4, MOV, HEIC and AVIF

# Control characters that texts have no use for. Left out: tab, line and page breaks, the old
# end-of-file mark (0x1A) and the escape that terminals and ISO-2022 use (0x1B).
_CONTROLS = bytes([*range(9), *range(14, 26), *range(28, 32), 127])

# Random and compressed bytes have 26 of 256 (.10), programs far more; texts next to none. A page
# of 1 kB with each control character pasted in once has .03.
_CONTROL_SHARE = 0.05


def binary(data: bytes) -> str:
    """What sort of file that is no text this is, as a noun with its article; "" for text.

    Compressed and random bytes are "binary data". NULs before and after a text are padding.
    UTF-16 and UTF-32 look binary too: they are to be recognised before.
    """
    name = _named(data.lstrip(b"\t\n\r "), _CERTAIN)
    if name:
        return name
    if data[4:8] == _MEDIA_BOX and data[:3] == b"\0\0\0":
        return "a video or image"
    bare = data.strip(b"\0\t\n\r ")
    controls = len(bare) - len(bare.translate(None, _CONTROLS))
    if data and (not bare.strip(_CONTROLS) or controls > _CONTROL_SHARE * len(bare)):
        return _named(data, _LIKELY) or "binary data"
    return ""


def _named(data: bytes, table: tuple[tuple[bytes, str], ...]) -> str:
    return next((name for signature, name in table if data.startswith(signature)), "")
