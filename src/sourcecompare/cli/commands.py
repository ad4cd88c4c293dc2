"""The commands: arguments, progress, clock. Everything else is the pipeline's."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sourcecompare import __version__
from sourcecompare.errors import SettingError
from sourcecompare.model import (
    Article,
    InputFailure,
    Kind,
    Quoting,
    Rejected,
    Settings,
)

from .options import (
    UNSET,
    AsForm,
    Decided,
    Form,
    Judging,
    Keep,
    Nli,
    Semantic,
    SemanticFloor,
    SemanticWeight,
    Since,
    kept_kinds,
)
from .printing import (
    as_json,
    note,
    places,
    print_article,
    print_finding,
    print_row,
    print_summary,
    shown_progress,
    with_timings,
)

UNREAD = 1  # the exit code of a run that could not read some of its inputs

app = typer.Typer(
    name="sourcecompare",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


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
    keep: Keep = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, max=64, help="Pages read at once.")
    ] = 1,
    max_mb: Annotated[
        float, typer.Option(min=0.001, help="Reject pages larger than this, in MB.")
    ] = Settings().max_bytes / 1e6,
    seconds: Annotated[
        float, typer.Option(min=0.1, help="Reject pages that take longer than this to read.")
    ] = Settings().page_seconds,
    semantic: Semantic = None,
    semantic_weight: SemanticWeight = UNSET.semantic_weight,
    semantic_floor: SemanticFloor = UNSET.semantic_floor,
    nli: Nli = None,
    judge: Judging = None,
    decisions: Decided = None,
    since: Since = None,
    excerpts: Annotated[
        bool,
        typer.Option(
            "--excerpts",
            help="Quote at most 25 words round what is in dispute, 10 of other passages.",
        ),
    ] = False,
    profile: Annotated[
        bool, typer.Option("--profile", help="Also write timings.json: seconds for each stage.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Compare all stories of a folder: write the HTML report and the tables.

    Open `index.html` in the output folder. The tables are in its folder `data`, as Parquet, JSON
    Lines and CSV; the documents tell what each column is.

    **Inputs.** Files that end in .html, .htm, .xhtml or .txt (also .html.gz, .htm.gz, .txt.gz). A
    folder is a story; pages straight in the input folder are put together by what they tell.
    `sources.toml` may add outlets' names, addresses and times.

    **Decisions.** `--decisions` applies what editors exported from a report: verdicts and marked
    conflicts are shown, restored lines count as part of the article. `--since` looks back.

    **Exit codes.** 0 done (a rejected page is a result), 1 done but some inputs could not be read,
    2 wrong usage or missing input, 3 the output could not be written, 130 broken off by Ctrl-C.
    """
    from sourcecompare.decisions import review
    from sourcecompare.pipeline import load, output_files, read_decisions, run
    from sourcecompare.store import check_output, publish

    told = (semantic_weight, semantic_floor) != (UNSET.semantic_weight, UNSET.semantic_floor)
    if told and semantic is None:
        raise SettingError(
            "--semantic-weight and --semantic-floor say how a model counts; "
            "name one with --semantic or leave them out."
        )
    check_output(out, inputs)
    decided = read_decisions(*decisions) if decisions else None
    earlier = load(since) if since else None
    settings = Settings(
        keep=kept_kinds(keep),
        max_bytes=int(max_mb * 1e6),
        page_seconds=seconds,
        semantic=str(semantic) if semantic else "",
        semantic_weight=semantic_weight,
        semantic_floor=semantic_floor,
        nli=str(nli) if nli else "",
        judge=str(judge) if judge else "",
        quoting=Quoting.EXCERPTS if excerpts else Quoting.WHOLE,
    )
    console = Console(stderr=True, highlight=False, soft_wrap=True, quiet=quiet)
    stages: list[tuple[str, float]] = []
    with shown_progress(console, stages) as progress:
        done = run(inputs, settings=settings, decisions=decided, jobs=jobs, progress=progress)
        progress("write", 0, 1)
        files = output_files(done, decisions=decided, since=earlier)
        stages.append(("end", time.perf_counter()))
        if profile:
            files = with_timings(done, files, stages)
        publish(out, files)
        progress("write", 1, 1)
    print_summary(console, done, out, review(done, decided, earlier))
    if done.errors:
        raise typer.Exit(UNREAD)


@app.command()
def clean(
    pages: Annotated[
        list[Path],
        typer.Argument(help="Pages to clean (.html, .htm or .txt files), or folders of pages."),
    ],
    keep: Keep = None,
    form: AsForm = Form.TEXT,
    explain: Annotated[
        bool,
        typer.Option("--explain", "-e", help="Print the whole page, with what went and why."),
    ] = False,
    full: Annotated[bool, typer.Option("--full", help="With --explain: cut nothing.")] = False,
) -> None:
    """Print the main content of pages, without menus, notices, spam and the like.

    As text: the title, a blank line, the article. As JSON Lines: one object a page, with all its
    removals, each with rule, reason and place.

    **--explain** prints every line of the page in its order. What stayed is indented. What went has
    a `-` in the margin, below a line with `#` that tells the rule, its confidence and the reason.
    What was cut out of a paragraph stands in it as `[-words-]`. On a terminal it is coloured, long
    lines that went are cut to its width, and short ones share a line, apart by `|`; elsewhere, and
    with **--full**, each has a line of its own and nothing is cut.
    """
    if explain and form is Form.JSONL:
        raise SettingError(
            "--explain is for people; --format jsonl already holds each removal with its rule and "
            "reason. Leave out one of them."
        )
    if full and not explain:
        raise SettingError("--full says how --explain prints; add --explain or leave it out.")
    show = print_row if form is Form.JSONL else print_article
    if explain:
        from .explaining import print_cut, print_whole

        show = print_whole if full else print_cut
    failed = False
    for result in _results(pages, keep):
        if isinstance(result, InputFailure):
            failed = True
            note(f"{result.path}: {result.detail}")
        else:
            show(result)
    if failed:
        raise typer.Exit(UNREAD)


@app.command()
def compare(
    pages: Annotated[
        list[Path],
        typer.Argument(help="Pages on one event, of one outlet or more, or a folder of them."),
    ],
    keep: Keep = None,
    form: AsForm = Form.TEXT,
) -> None:
    """Print what pages on one event share, tell alone, and contradict each other in.

    As JSON Lines: one object a finding, with all its evidence.
    """
    from sourcecompare.pipeline import compare as compare_articles

    articles: list[Article] = []
    failed = False
    for result in _results(pages, keep):
        if isinstance(result, Article):
            articles.append(result)
            continue
        failed |= isinstance(result, InputFailure)
        where = result.path if isinstance(result, InputFailure) else result.page.id
        note(f"{where}: not compared. {result.detail}")
    if not articles:
        raise SettingError("None of these pages holds an article; there is nothing to compare.")
    if len(articles) == 1:
        note("There is one article only: it is compared with itself.")
    found = compare_articles(articles)
    if not found.findings:
        note(
            "Nothing was found: no conflict, nothing shared, nothing that one article tells alone."
        )
    texts = {article.page.id: places(article) for article in articles}
    for finding in found.findings:
        if form is Form.JSONL:
            typer.echo(as_json(asdict(finding)))
        else:
            print_finding(finding, texts)
    if failed:
        raise typer.Exit(UNREAD)


@app.command()
def export(
    outputs: Annotated[Path, typer.Argument(help="An output folder that `report` has written.")],
    table: Annotated[str, typer.Argument(help="A table, say `findings` or `documents`.")],
) -> None:
    """Print one table of a finished run as JSON Lines."""
    from sourcecompare.store import read_output
    from sourcecompare.tables import SCHEMAS

    if table not in SCHEMAS:
        raise SettingError(f"There is no table {table!r}; choose one of {', '.join(SCHEMAS)}.")
    data = read_output(outputs, f"data/{table}.jsonl").decode("utf-8")
    typer.echo(data, nl=False)


# ------------------------------------------------------------------ reading


def _results(
    pages: Sequence[Path], keep: Sequence[Kind] | None
) -> Iterator[Article | Rejected | InputFailure]:
    """Each named page by itself, each named folder's pages together; ids are paths as given."""
    from sourcecompare.pipeline import read_one

    settings = Settings(keep=kept_kinds(keep))
    for path in dict.fromkeys(pages):
        yield from read_one(path, settings)
