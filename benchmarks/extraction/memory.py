"""The memory that one large page takes, ours beside trafilatura's."""

import random
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import tools
from .turns import Worker

SIZE = 5_000_000
"""bytes of the page"""
SEED = 5
ROUNDS = 3
"""fresh processes of each kind; the figures are medians"""
LIMIT = 600
"""seconds for the page"""
MEGABYTE = 1e6
SCRIPTS = {"half scripts": 0.5, "no scripts": 0.0}
"""share of the bytes in scripts: half of a large news page is JSON and code; a page without any is
the harder one"""

STEMS = "harbour council ferry budget tunnel orchard school bridge winter market station archive"
ENDINGS = (
    "opened again after a long repair, as the town had hoped|closed early because of the storm"
)
SPEAKERS = "the mayor|a spokeswoman|the engineer|two residents|the head of the works"


def _sentence(draw: random.Random) -> str:
    subject = draw.choice(STEMS.split())
    number = draw.randint(2, 9_999)
    return (
        f"The {subject} of ward {number} {draw.choice(ENDINGS.split('|'))}, said"
        f" {draw.choice(SPEAKERS.split('|'))}; “we counted {draw.randint(10, 900)} visitors”."
    )


def _paragraphs(draw: random.Random, count: int) -> str:
    return "\n".join(
        f"<p>{' '.join(_sentence(draw) for _ in range(draw.randint(2, 5)))}</p>"
        for _ in range(count)
    )


def _links(draw: random.Random, count: int) -> str:
    items = "".join(
        f'<li class="item i{draw.randint(1, 99)}"><a href="/{draw.choice(STEMS.split())}/'
        f'{draw.randint(1, 99_999)}"><span>{draw.choice(STEMS.split())} news</span></a></li>'
        for _ in range(count)
    )
    return f'<nav class="menu"><ul>{items}</ul></nav>'


def _section(draw: random.Random) -> str:
    """A piece of the page's body: paragraphs in nested containers, a picture, links beside them."""
    depth = draw.randint(2, 9)
    opened = "".join(f'<div class="box level-{n}" data-n="{n}">' for n in range(depth))
    return (
        f"{opened}<h2>About the {draw.choice(STEMS.split())}</h2>"
        f"{_paragraphs(draw, draw.randint(3, 8))}"
        f'<figure><img src="/p/{draw.randint(1, 9_999)}.jpg" alt="a picture">'
        f"<figcaption>{_sentence(draw)}</figcaption></figure>"
        f"{'</div>' * depth}<aside>{_links(draw, draw.randint(5, 25))}</aside>\n"
    )


def _script(draw: random.Random) -> str:
    rows = ",".join(
        f'{{"id":{draw.randint(1, 10**9)},"slot":"{draw.choice(STEMS.split())}","on":true}}'
        for _ in range(200)
    )
    return f"<script>window.slots=(window.slots||[]).concat([{rows}]);</script>\n"


def large_page(share: float, size: int = SIZE, seed: int = SEED) -> str:
    """A page of about `size` bytes, `share` of them in scripts; the same for the same seed."""
    draw = random.Random(seed)  # noqa: S311 - a seeded page, no secret

    def pieces() -> Iterator[str]:
        length = code = 0
        while length < size:
            piece = _script(draw) if code < share * length else _section(draw)
            code += len(piece) if piece.startswith("<script>") else 0
            length += len(piece.encode())
            yield piece

    head = (
        "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>The harbour</title></head>"
    )
    body = "".join(pieces())
    return f"{head}<body><header>{_links(draw, 60)}</header><main><article>{body}</article></main>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Peak:
    """What one tool took for the page."""

    tool: str
    base: int
    """bytes at the peak of a process that has only loaded and cleaned one sentence"""
    full: int
    """bytes at the peak of a process that has cleaned the page besides"""
    seconds: float
    """of processor time"""
    words: int
    """kept: nothing is cheap to clean when nothing is kept"""
    note: str

    @property
    def grown(self) -> int:
        """Bytes for the page alone."""
        return self.full - self.base


def measure(tool: tools.Tool, page: Path) -> Peak:
    """Median peaks of fresh processes; where the page fails, the note says so."""
    bases, fulls, turn = [], [], None
    for _ in range(ROUNDS):
        with Worker(tool, "html", LIMIT) as worker:
            bases.append(worker.ready.peak)
        with Worker(tool, "html", LIMIT) as worker:
            turn = worker.take(page)
            fulls.append(turn.peak)
    assert turn is not None
    return Peak(
        tool=tool.name,
        base=int(statistics.median(bases)),
        full=int(statistics.median(fulls)),
        seconds=turn.seconds,
        words=len(turn.kept.text.split()),
        note=turn.error or turn.kept.note or "",
    )


def compare(chosen: Sequence[tools.Tool]) -> Iterator[tuple[str, list[Peak]]]:
    """The peaks of every tool for each kind of page."""
    for kind, share in SCRIPTS.items():
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "page.html"
            page.write_text(large_page(share), encoding="utf-8")
            yield kind, [measure(tool, page) for tool in chosen]


def table(kind: str, peaks: Sequence[Peak]) -> str:
    """Markdown."""
    beside = next((peak.grown for peak in peaks if peak.tool == tools.BESIDE), 0)
    lines = [
        f"#### One page of {SIZE / MEGABYTE:g} MB: {kind}",
        "",
        "| tool | MB for the page | ratio | whole process, MB | CPU s | words kept | note |",
        "|---|---|---|---|---|---|---|",
    ]
    for peak in peaks:
        ratio = f"{peak.grown / beside:.2f}" if beside > 0 else ""
        lines.append(
            f"| {peak.tool} | {peak.grown / MEGABYTE:.0f} | {ratio} | {peak.full / MEGABYTE:.0f}"
            f" | {peak.seconds:.1f} | {peak.words} | {peak.note} |"
        )
    return "\n".join(lines) + "\n"
