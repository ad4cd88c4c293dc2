"""Page sets: folders with the pages and the main content that people marked on them.

SET/gold.jsonl[.gz]       rows {"id", "text"}, and "url" where it is known
SET/ID.html  or  SET/pages.tar.xz with members ID.html
SET/visible.jsonl[.gz]    rows {"id", "text"}: the pages as plain text; made anew where missing
"""

import gzip
import hashlib
import json
import re
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path

CHARSET = re.compile(rb"""charset\s{0,9}=\s{0,9}["']?([A-Za-z0-9_-]{2,40})""", re.IGNORECASE)
HEAD = 4096
"""bytes of a page in which its charset is looked for"""
SILENT = frozenset({"script", "style", "noscript", "template", "title"})
INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub"
    " sup time tt u var wbr".split()
)
WHERE_TO_GET = """\
Public sets (clone or download the repository, then convert it with benchmarks/collect.py):
  WCXB             GitHub Murrough-Foley/web-content-extraction-benchmark (CC BY 4.0)
  fundus           GitHub flairNLP/fundus (MIT), its parsers' test pages
  CleanPortalEval  GitHub ppke-nlpg/CleanPortalEval (no licence stated; Endrédy & Novák 2013)"""


def json_lines(folder: Path, name: str) -> list[dict[str, str]] | None:
    """The rows of `name`.jsonl or `name`.jsonl.gz; None where there is neither."""
    for path, opener in (
        (folder / f"{name}.jsonl", open),
        (folder / f"{name}.jsonl.gz", gzip.open),
    ):
        if path.is_file():
            with opener(path, "rt", encoding="utf-8") as lines:
                return [json.loads(line) for line in lines if line.strip()]
    return None


def set_names(root: Path) -> list[str]:
    """The folders below `root` that hold marked pages."""
    return sorted({path.parent.name for path in root.glob("*/gold.jsonl*")})


def read_gold(folder: Path) -> dict[str, str]:
    """Marked text by page id, in the file's order; pages without a marked word are left out."""
    rows = json_lines(folder, "gold") or []
    return {row["id"]: row["text"] for row in rows if row["text"].strip()}


def spread(ids: Sequence[str], limit: int | None) -> list[str]:
    """At most `limit` of the ids at even steps, for sets are sorted by outlet."""
    if limit is None or limit >= len(ids):
        return list(ids)
    return [ids[place * len(ids) // limit] for place in range(limit)]


def read_pages(folder: Path, wanted: set[str]) -> Iterator[tuple[str, bytes]]:
    """Id and bytes of the wanted pages."""
    archive = folder / "pages.tar.xz"
    if not archive.is_file():
        for name in sorted(wanted):
            if (folder / f"{name}.html").is_file():
                yield name, (folder / f"{name}.html").read_bytes()
        return
    with tarfile.open(archive, "r|xz") as members:
        for member in members:
            name = member.name.removeprefix("./").removesuffix(".html")
            content = members.extractfile(member) if name in wanted else None
            if content is not None:
                yield name, content.read()


def decode(data: bytes) -> str:
    """The page as text, the same for every tool: UTF-8, else as declared, else Western European.

    Collections store most pages as UTF-8 whatever the pages themselves declare. A BOM and an XML
    declaration are cut, for some tools refuse text that has them.
    """
    declared = CHARSET.search(data, 0, HEAD)
    names = ("utf-8", declared[1].decode("ascii") if declared else "cp1252")
    text = None
    for name in names:
        try:
            text = data.decode(name, "strict" if name == "utf-8" else "replace")
            break
        except (UnicodeDecodeError, LookupError):
            continue
    if text is None:
        text = data.decode("cp1252", "replace")
    text = text.removeprefix("\ufeff").lstrip().replace("\x00", "")
    if text.startswith("<?xml"):
        text = text.partition("?>")[2]
    return text


class _Lines(HTMLParser):
    """Collects the text of a page, one line a block."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.silent and tag in SILENT:
            self.silent = tag
        elif tag not in INLINE:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.silent:
            self.silent = ""
        elif tag not in INLINE:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(re.sub(r"\s+", " ", data))


def visible_lines(markup: str) -> str:
    """All text of a page but scripts, styles and title, one line a block, without blank lines."""
    collector = _Lines()
    collector.feed(markup)
    collector.close()
    lines = (line.strip() for line in "".join(collector.pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def page_texts(folder: Path, media: str, wanted: set[str]) -> Iterator[tuple[str, str]]:
    """Id and content of the wanted pages: decoded HTML, or the lines of the visible text."""
    frozen = json_lines(folder, "visible") if media == "text" else None
    if frozen is not None:
        for row in frozen:
            if row["id"] in wanted:
                yield row["id"], "\n".join(line for line in row["text"].split("\n") if line.strip())
        return
    for name, data in read_pages(folder, wanted):
        markup = decode(data)
        yield name, visible_lines(markup) if media == "text" else markup


def fingerprint(content: str, gold: str) -> str:
    """Names a page with its marked text, so that stored figures are used for no other."""
    return hashlib.sha256(f"{content}\0{gold}".encode("utf-8", "replace")).hexdigest()[:8]


def missing(root: Path, names: Sequence[str]) -> str | None:
    """What to say where the sets are not there; None where they are."""
    found = set_names(root)
    absent = [name for name in names if name not in found]
    if found and not absent:
        return None
    what = f"no set named {', '.join(absent)}" if absent else "no page sets"
    have = f" (there are: {', '.join(found)})" if found else ""
    return (
        f"{what} in {root}{have}; a set is a folder with gold.jsonl[.gz]"
        f" and ID.html files or pages.tar.xz.\n{WHERE_TO_GET}"
    )


Gold = Mapping[str, str]
