"""What a person or a program sees of a result: lines, JSON, progress, the closing summary."""

import itertools
import json
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sourcecompare.decisions import Change, Review, Status, judges_of
from sourcecompare.model import Article, Finding, FindingKind, Rejected, Run

if TYPE_CHECKING:
    from sourcecompare.pipeline import Progress

# What a page may hold to command a terminal, or to turn the reading direction of a line.
_CONTROLS = re.compile(r"[\0-\x08\x0b-\x1f\x7f-\x9f]")
_LINE_CONTROLS = re.compile(r"[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def many_lines(text: str) -> str:
    """The text without what would command a terminal."""
    return _CONTROLS.sub("\ufffd", text)


def line(text: str) -> str:
    """One line that a terminal shows as it stands, escaped for Rich."""
    return escape(_LINE_CONTROLS.sub("\ufffd", text))


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "page"), counted(2, "page"), counted(2, "story", "stories")
    ('1 page', '2 pages', '2 stories')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def note(text: str) -> None:
    """On standard error, so that standard output holds results alone."""
    Console(stderr=True, highlight=False, soft_wrap=True).print(line(text))


def as_json(value: Any) -> str:
    """One line of JSON Lines."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def as_row(result: Article | Rejected) -> dict[str, Any]:
    """A cleaned page as one JSON object."""
    page = result.page
    row: dict[str, Any] = {"page": page.id, "outlet": page.outlet, "url": page.url}
    if isinstance(result, Article):
        row |= {
            "status": "article",
            "title": result.title,
            "author": result.author,
            "published": result.published,
            "language": result.language,
            "confidence": result.confidence,
        }
    else:
        row |= {"status": "rejected", "reason": result.reason, "detail": result.detail}
    removals = [
        asdict(removal) | {"text": page.visible[removal.span.start : removal.span.end]}
        for removal in result.removals
    ]
    notes = (*page.notes, *(result.notes if isinstance(result, Article) else ()))
    return row | {"text": result.text, "removals": removals, "notes": notes}


def print_row(result: Article | Rejected) -> None:
    """The cleaned page as one line of JSON Lines."""
    typer.echo(as_json(as_row(result)))


def print_article(result: Article | Rejected) -> None:
    """The title and the text; of a page that holds none, why, on standard error."""
    if isinstance(result, Rejected):
        note(f"{result.page.id}: rejected ({result.reason}). {result.detail}")
        return
    shown = "\n\n".join(part for part in (result.title, result.text) if part)
    typer.echo(many_lines(shown) + "\n")


def places(article: Article) -> dict[int, str]:
    """Text by block; the headline that stands on no block is block -1."""
    return {-1: article.title or ""} | {block.index: block.text for block in article.page.blocks}


def print_finding(finding: Finding, texts: dict[str, dict[int, str]]) -> None:
    """The finding and its evidence; `texts` has the blocks of each page."""
    typer.echo(
        f"{finding.kind.upper()} ({finding.severity}, {finding.confidence:.2f}) "
        + _LINE_CONTROLS.sub("\ufffd", finding.reason)
    )
    for evidence in finding.evidence:
        text = texts[evidence.ref.article][evidence.ref.block]
        shown = " ".join(text[evidence.span.start : evidence.span.end].split())
        where = f"{evidence.ref.article}, block {evidence.ref.block + 1}"
        typer.echo(_LINE_CONTROLS.sub("\ufffd", f"    {where}: {shown}"))


@contextmanager
def shown_progress(console: Console, stages: list[tuple[str, float]]) -> Iterator["Progress"]:
    """A progress bar on a terminal, nothing elsewhere; `stages` takes the times they began."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    tasks: dict[str, Any] = {}

    def show(stage: str, done: int, total: int) -> None:
        if stage not in tasks:
            stages.append((stage, time.perf_counter()))
            tasks[stage] = bar.add_task(stage.capitalize(), total=total)
        bar.update(tasks[stage], completed=done, total=total)

    with bar:
        yield show


def with_timings(
    done: Run, files: dict[str, bytes], stages: Sequence[tuple[str, float]]
) -> dict[str, bytes]:
    """The files with one more, which tells the seconds of each stage."""
    from sourcecompare.tables import run_json

    spent = {name: round(end - start, 3) for (name, start), (_, end) in itertools.pairwise(stages)}
    timings = json.dumps({"seconds": spent}, indent=2) + "\n"
    files = files | {"timings.json": timings.encode()}
    return files | {"run.json": run_json(done, tuple(files))}


def print_summary(console: Console, done: Run, out: Path, decided: Review) -> None:
    """What was read, kept, removed, found and decided, and where the report is."""
    articles = [result for result in done.results if isinstance(result, Article)]
    rejected = [result for result in done.results if isinstance(result, Rejected)]
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    kept = counted(len(articles), "article")
    table.add_row("Pages", f"{len(done.results)} read, {kept}, {len(rejected)} rejected")
    for result in rejected:
        table.add_row("", line(f"{result.page.id}: {result.reason}"))
    if done.errors:
        table.add_row("[red]Not read[/]", counted(len(done.errors), "input"))
        for failure in done.errors:
            table.add_row("", line(f"{failure.path}: {failure.detail}"))
    if done.ignored:
        table.add_row("Ignored", f"{counted(len(done.ignored), 'file')}, no pages by their names")
    rules = Counter(removal.rule.value for article in articles for removal in article.removals)
    ordered = sorted(rules.items(), key=lambda pair: (-pair[1], pair[0]))
    table.add_row("Removed", ", ".join(f"{rule} {count}" for rule, count in ordered) or "nothing")
    kinds = Counter(finding.kind for story in done.comparisons for finding in story.findings)
    names = [(kind, kinds[kind]) for kind in FindingKind if kinds[kind]]
    table.add_row("Found", ", ".join(f"{kind} {count}" for kind, count in names) or "nothing")
    for story in done.comparisons:
        conflicts = sum(finding.kind is FindingKind.CONFLICT for finding in story.findings)
        outlets = len({article.page.outlet for article in story.story.articles})
        table.add_row(
            "Story",
            line(
                f"{story.story.title}: {counted(outlets, 'outlet')}, "
                f"{counted(conflicts, 'possible conflict')}"
            ),
        )
    if not done.comparisons:
        table.add_row("Story", "none: there is no article to compare")
    for label, said in _decided(done, decided):
        table.add_row(label, line(said))
    table.add_row("Report", line(str(out / "index.html")))
    console.print(table)


def _decided(done: Run, decided: Review) -> Iterator[tuple[str, str]]:
    """What became of decisions, and what changed since an earlier run; nothing where none came."""
    tally = decided.tally
    if tally.applied or tally.stale or tally.gone or done.decisions:
        disputed = sum(
            standing.status is Status.DISPUTED
            for story in decided.stories.values()
            for standing in story.standings.values()
        )
        differ = f"; editors differ on {counted(disputed, 'finding')}" if disputed else ""
        said = f"{tally.applied} applied, {tally.stale} stale, {tally.gone} gone"
        yield "Decisions", f"{said}{differ}"
    for comparison in done.comparisons:
        changes = decided.stories[comparison.story.id].changes
        if changes is None:
            continue
        told = Counter(changes.findings.values())
        said = f"{told[Change.NEW]} new, {told[Change.CHANGED]} changed"
        said = f"{said}, {len(changes.resolved)} resolved"
        if not changes.told_before:
            said = "not in the earlier outputs, so all of it is new"
        yield "Changes", f"{comparison.story.title}: {said}"
    found = [story.changes for story in decided.stories.values() if story.changes]
    if found and (judges := judges_of(found[0])):
        yield "", judges
    for lost in decided.lost:
        yield "Changes", f"{lost.story.title}: in the earlier outputs only"
