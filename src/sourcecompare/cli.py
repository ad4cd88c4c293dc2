"""The command line: arguments, progress, exit codes, clock. Everything else is the pipeline's.

Exit codes: 0 done (rejected pages are results), 1 done but some inputs could not be read,
2 usage, setting or missing input, 3 the output could not be written.
"""

import itertools
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from . import __version__
from .errors import OutputError, SettingError, SourceCompareError
from .model import (
    DEFAULT_KINDS,
    Article,
    Finding,
    FindingKind,
    InputFailure,
    Kind,
    Rejected,
    Run,
    Settings,
)

if TYPE_CHECKING:
    from .pipeline import Progress

UNREAD, USAGE, UNWRITTEN = 1, 2, 3

app = typer.Typer(
    name="sourcecompare",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)

Extra = Annotated[
    list[Kind] | None,
    typer.Option(help="Keep blocks of this kind too (say `caption`). May be given several times."),
]


class Form(StrEnum):
    """How a command prints."""

    TEXT = "text"
    JSONL = "jsonl"


AsForm = Annotated[
    Form, typer.Option("--format", "-f", help="`text` for people, `jsonl` for programs.")
]


def main() -> None:
    """Run the command line; what a user can put right becomes one sentence and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except OutputError as error:
        _fail(error, UNWRITTEN)
    except SourceCompareError as error:
        _fail(error, USAGE)
    except BrokenPipeError:
        sys.exit(0)  # whoever read our output has read enough


def _fail(error: SourceCompareError, code: int) -> None:
    Console(stderr=True, highlight=False, soft_wrap=True).print(
        f"[bold red]Error:[/] {escape(str(error))}"
    )
    sys.exit(code)


@app.callback(invoke_without_command=True)
def about(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """What several outlets share, what only one says, and where they contradict each other.

    Start with **sourcecompare report inputs --out outputs**, where `inputs` holds a folder for each
    story and in it a page for each outlet: `inputs/flood/gazette.html`, `inputs/flood/herald.txt`.
    """
    if version:
        typer.echo(f"sourcecompare {__version__}")
        raise typer.Exit


@app.command()
def report(
    inputs: Annotated[
        Path,
        typer.Argument(help="A folder with a folder for each story, or with pages, or one page."),
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", help="The folder to write; made if it is missing.")
    ] = Path("outputs"),
    keep: Extra = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, max=64, help="Pages read at once.")
    ] = 1,
    max_mb: Annotated[
        float, typer.Option(min=0.001, help="Reject pages larger than this, in MB.")
    ] = Settings().max_bytes / 1e6,
    seconds: Annotated[
        float, typer.Option(min=0.1, help="Reject pages that take longer than this to read.")
    ] = Settings().page_seconds,
    profile: Annotated[
        bool, typer.Option("--profile", help="Also write timings.json: seconds for each stage.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Compare all stories of a folder: write the HTML report and the tables.

    Open `index.html` in the output folder. The tables are in its folder `data`, as Parquet, JSON
    Lines and CSV; the documents tell what each column is.

    **Inputs.** Files that end in .html, .htm, .xhtml or .txt (also with .gz). A folder is a story;
    pages straight in the input folder are put together by what they tell. `sources.toml` may add
    outlets' names, addresses and times.

    **Exit codes.** 0 done (a rejected page is a result), 1 done but some inputs could not be read,
    2 wrong usage or missing input, 3 the output could not be written.
    """
    from .pipeline import output_files, run
    from .store import check_output, publish

    check_output(out, inputs)
    settings = Settings(keep=_kinds(keep), max_bytes=int(max_mb * 1e6), page_seconds=seconds)
    console = Console(stderr=True, highlight=False, soft_wrap=True, quiet=quiet)
    stages: list[tuple[str, float]] = []
    with _progress(console, stages) as progress:
        done = run(inputs, settings=settings, jobs=jobs, progress=progress)
        progress("write", 0, 1)
        files = output_files(done)
        stages.append(("end", time.perf_counter()))
        if profile:
            files = _with_timings(done, files, stages)
        publish(out, files)
        progress("write", 1, 1)
    _summary(console, done, out)
    if done.errors:
        raise typer.Exit(UNREAD)


@app.command()
def clean(
    pages: Annotated[list[Path], typer.Argument(help="Pages to clean: .html, .htm or .txt files.")],
    keep: Extra = None,
    form: AsForm = Form.TEXT,
) -> None:
    """Print the main content of pages, without menus, notices, spam and the like.

    As text: the title, a blank line, the article. As JSON Lines: one object a page, with all its
    removals, each with rule, reason and place.
    """
    failed = False
    for result in _results(pages, keep):
        if isinstance(result, InputFailure):
            failed = True
            _note(f"{result.path}: {result.detail}")
        elif form is Form.JSONL:
            typer.echo(_json(_as_row(result)))
        elif isinstance(result, Rejected):
            _note(f"{result.page.id}: rejected ({result.reason}). {result.detail}")
        else:
            typer.echo("\n\n".join(part for part in (result.title, result.text) if part) + "\n")
    if failed:
        raise typer.Exit(UNREAD)


@app.command()
def compare(
    pages: Annotated[list[Path], typer.Argument(help="Pages on one event, of one outlet or more.")],
    keep: Extra = None,
    form: AsForm = Form.TEXT,
) -> None:
    """Print what pages on one event share, tell alone, and contradict each other in.

    As JSON Lines: one object a finding, with all its evidence.
    """
    from .pipeline import compare as compare_articles

    articles: list[Article] = []
    failed = False
    for result in _results(pages, keep):
        if isinstance(result, Article):
            articles.append(result)
            continue
        failed |= isinstance(result, InputFailure)
        where = result.path if isinstance(result, InputFailure) else result.page.id
        _note(f"{where}: not compared. {result.detail}")
    if not articles:
        raise SettingError("None of these pages holds an article; there is nothing to compare.")
    found = compare_articles(articles)
    texts = {article.page.id: _places(article) for article in articles}
    for finding in found.findings:
        if form is Form.JSONL:
            typer.echo(_json(asdict(finding)))
        else:
            _print_finding(finding, texts)
    if failed:
        raise typer.Exit(UNREAD)


@app.command()
def export(
    outputs: Annotated[Path, typer.Argument(help="An output folder that `report` has written.")],
    table: Annotated[str, typer.Argument(help="A table, say `findings` or `documents`.")],
) -> None:
    """Print one table of a finished run as JSON Lines."""
    from .store import read_output
    from .tables import SCHEMAS

    if table not in SCHEMAS:
        raise SettingError(f"There is no table {table!r}; choose one of {', '.join(SCHEMAS)}.")
    data = read_output(outputs, f"data/{table}.jsonl").decode("utf-8")
    typer.echo(data, nl=False)


# ------------------------------------------------------------------ reading


def _kinds(extra: Sequence[Kind] | None) -> tuple[Kind, ...]:
    """The default kinds and those asked for, in the order of the set."""
    wanted = {*DEFAULT_KINDS, *(extra or ())}
    return tuple(kind for kind in Kind if kind in wanted)


def _results(
    pages: Sequence[Path], keep: Sequence[Kind] | None
) -> Iterator[Article | Rejected | InputFailure]:
    """Each named page by itself; its id is the path as given."""
    from .pipeline import read_one

    settings = Settings(keep=_kinds(keep))
    for path in dict.fromkeys(pages):
        yield from read_one(path, settings)


# ------------------------------------------------------------------ printing


def _note(text: str) -> None:
    Console(stderr=True, highlight=False, soft_wrap=True).print(escape(text))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _as_row(result: Article | Rejected) -> dict[str, Any]:
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


def _places(article: Article) -> dict[int, str]:
    """Text by block; the headline that stands on no block is block -1."""
    return {-1: article.title or ""} | {block.index: block.text for block in article.page.blocks}


def _print_finding(finding: Finding, texts: dict[str, dict[int, str]]) -> None:
    typer.echo(
        f"{finding.kind.upper()} ({finding.severity}, {finding.confidence:.2f}) {finding.reason}"
    )
    for evidence in finding.evidence:
        text = texts[evidence.ref.article][evidence.ref.block]
        shown = " ".join(text[evidence.span.start : evidence.span.end].split())
        where = f"{evidence.ref.article}, block {evidence.ref.block + 1}"
        typer.echo(f"    {where}: {shown}")


@contextmanager
def _progress(console: Console, stages: list[tuple[str, float]]) -> Iterator["Progress"]:
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


def _with_timings(
    done: Run, files: dict[str, bytes], stages: Sequence[tuple[str, float]]
) -> dict[str, bytes]:
    from .tables import run_json

    spent = {name: round(end - start, 3) for (name, start), (_, end) in itertools.pairwise(stages)}
    timings = json.dumps({"seconds": spent}, indent=2) + "\n"
    files = files | {"timings.json": timings.encode()}
    return files | {"run.json": run_json(done, tuple(files))}


def _summary(console: Console, done: Run, out: Path) -> None:
    """What was read, kept, removed and found, and where the report is."""
    articles = [result for result in done.results if isinstance(result, Article)]
    rejected = [result for result in done.results if isinstance(result, Rejected)]
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column()
    table.add_row(
        "Pages", f"{len(done.results)} read, {len(articles)} articles, {len(rejected)} rejected"
    )
    for result in rejected:
        table.add_row("", escape(f"{result.page.id}: {result.reason}"))
    if done.errors:
        table.add_row("[red]Not read[/]", f"{len(done.errors)} inputs")
        for failure in done.errors:
            table.add_row("", escape(f"{failure.path}: {failure.detail}"))
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
            escape(f"{story.story.title}: {outlets} outlets, {conflicts} possible conflicts"),
        )
    table.add_row("Report", escape(str(out / "index.html")))
    console.print(table)


if __name__ == "__main__":
    main()
