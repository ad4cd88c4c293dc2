"""From bytes to text, whatever the bytes are.

- `reading`     the order in which encodings are tried; the only door
- `gzipped`     gzip, bounded
- `charsets`    labels, declarations and how each encoding of the web is decoded
- `detection`   what undeclared bytes are likely to be
- `signatures`  what a file is that is no text at all
"""

from .reading import LIMIT, Decoded, decode

__all__ = ["LIMIT", "Decoded", "decode"]
