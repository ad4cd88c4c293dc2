"""Turn a downloaded public collection into a page set that cleaning.py reads.

    python benchmarks/collect.py wcxb REPOSITORY SET [--split dev] [--type article]
    python benchmarks/collect.py fundus REPOSITORY SET
    python benchmarks/collect.py cleanportaleval REPOSITORY SET

REPOSITORY is a clone of the collection, SET the new folder: gold.jsonl and ID.html files. Pages and
texts belong to their publishers: they are for measuring, not for passing on.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LABEL = re.compile(r"<(?:h|p|l|li)>")
"""how a paragraph of CleanEval's form begins"""
DAY = re.compile(r"_\d{4}_\d\d_\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One page with its main content."""

    id: str
    content: bytes
    text: str
    url: str | None = None


def wcxb(repository: Path, split: str, kind: str) -> Iterator[Marked]:
    """The pages of one split and type of WCXB."""
    for path in sorted((repository / split / "ground-truth").glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        page = repository / split / "html" / f"{path.stem}.html.gz"
        if row["_internal"]["page_type"]["primary"] == kind and page.is_file():
            yield Marked(
                id=path.stem,
                content=gzip.decompress(page.read_bytes()),
                text=row["ground_truth"]["main_content"] or "",
                url=row.get("url"),
            )


def fundus(repository: Path) -> Iterator[Marked]:
    """The pages that fundus tests its parsers on, with what the parsers are expected to return.

    A publisher's pages and its parser's versions are both in order of time; where their numbers
    differ nothing says which belong together, and the publisher is left out.
    """
    for path in sorted((repository / "tests/resources/parser/test_data").glob("*/*.json")):
        versions = json.loads(path.read_text(encoding="utf-8"))
        pages = sorted(
            page
            for page in path.parent.glob(f"{path.stem}_*.html.gz")
            if DAY.fullmatch(page.name.removeprefix(path.stem).removesuffix(".html.gz"))
        )
        bodies = [row.get("body") for row in versions.values()]
        if len(pages) != len(bodies):
            print(f"left out, {len(pages)} pages for {len(bodies)} versions: {path.stem}")
            continue
        for page, body in zip(pages, bodies, strict=True):
            if body:
                name = f"{path.parent.name}_{page.name.removesuffix('.html.gz')}"
                text = "\n".join(_paragraphs(body))
                yield Marked(id=name, content=gzip.decompress(page.read_bytes()), text=text)


def _paragraphs(body: dict[str, list]) -> Iterator[str]:
    yield from body.get("summary", [])
    for section in body.get("sections", []):
        yield from section.get("headline", [])
        yield from section.get("paragraphs", [])


def cleanportaleval(repository: Path) -> Iterator[Marked]:
    """Texts in CleanEval's form: a line with the address, then paragraphs behind labels."""
    for path in sorted((repository / "GoldStandard").glob("*.txt")):
        page = repository / "input" / f"{path.stem}.html"
        if page.is_file():
            text = path.read_bytes().decode("utf-8", "replace").lstrip()
            first, _, rest = text.partition("\n")
            url = first.removeprefix("URL:").strip() if first.startswith("URL:") else None
            marked = LABEL.sub("", rest if url else text).strip()
            yield Marked(id=path.stem, content=page.read_bytes(), text=marked, url=url)


def write(pages: Iterator[Marked], folder: Path) -> int:
    """Write the set; how many pages it has. A page without marked text cannot be scored."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    with (folder / "gold.jsonl").open("w", encoding="utf-8") as gold:
        for page in pages:
            if page.text.strip():
                (folder / f"{page.id}.html").write_bytes(page.content)
                row = {"id": page.id, "url": page.url, "text": page.text}
                gold.write(json.dumps(row, ensure_ascii=False) + "\n")
                count += 1
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("collection", choices=("wcxb", "fundus", "cleanportaleval"))
    parser.add_argument("repository", type=Path)
    parser.add_argument("folder", type=Path, metavar="set")
    parser.add_argument("--split", default="dev", help="of WCXB")
    parser.add_argument("--type", default="article", help="of WCXB's pages")
    options = parser.parse_args()
    if not options.repository.is_dir():
        parser.error(f"{options.repository}: no such folder")
    pages = {
        "wcxb": lambda: wcxb(options.repository, options.split, options.type),
        "fundus": lambda: fundus(options.repository),
        "cleanportaleval": lambda: cleanportaleval(options.repository),
    }[options.collection]()
    print(f"{write(pages, options.folder)} pages in {options.folder}")


if __name__ == "__main__":
    main()
