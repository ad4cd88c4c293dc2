"""A whole run: from the folder of inputs to all that an output folder holds, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sourcecompare.errors import InputError
from sourcecompare.gaps import find_gaps
from sourcecompare.model import (
    Article,
    Comparison,
    Decisions,
    InputFailure,
    Rejected,
    Run,
    Settings,
)
from sourcecompare.store import ENDINGS, list_inputs, read_output, read_sources

from .bounds import comparable_together
from .comparing import compare_story
from .deciding import restored
from .meaning import models_of
from .reading import Progress, clean_pages, comparable, read_pages
from .stories import find_stories


def run(
    inputs: str | Path,
    *,
    settings: Settings | None = None,
    decisions: Decisions | None = None,
    jobs: int = 1,
    progress: Progress = lambda *_: None,
) -> Run:
    """Read, clean, group and compare all pages of a folder (or one page).

    What `decisions` restore is part of its articles before these are grouped; verdicts change
    nothing here. `jobs` processes work side by side; their number changes nothing in the result.

    Raises:
        InputError: `inputs` does not exist or cannot be listed.
        SettingError: `sources.toml`, a sidecar or `settings` holds something that cannot be meant,
            or a model that `settings` name cannot be used.
    """
    from sourcecompare import __version__

    scorers, checks, judge, settings = models_of(settings or Settings())
    listed = list_inputs(Path(inputs))
    sources = read_sources(listed)
    pages, failures = read_pages(listed, sources, settings, jobs, progress)
    cleaned = clean_pages(pages, sources, settings, jobs, progress)
    results = tuple(comparable(result) for result in restored(cleaned, decisions))
    results, stories = comparable_together(
        results, lambda kept: find_stories(kept, listed, sources)
    )
    comparisons: list[Comparison] = []
    for story in stories:
        progress("compare", len(comparisons), len(stories))
        comparisons.append(compare_story(story, scorers=scorers, checks=checks, judge=judge))
    progress("compare", len(stories), len(stories))
    return Run(
        results=results,
        comparisons=tuple(comparisons),
        errors=tuple(sorted((*listed.failures, *failures), key=lambda failure: failure.path)),
        ignored=listed.ignored,
        settings=settings,
        version=__version__,
        decisions=decisions.files if decisions else (),
    )


def read_one(path: Path, settings: Settings) -> Sequence[Article | Rejected | InputFailure]:
    """What becomes of one page by itself, or of each page of a folder; ids are paths as given.

    Raises:
        InputError: `path` does not exist, or is a folder without pages.
        SettingError: `sources.toml` or a sidecar holds something that cannot be meant.
    """
    listed = list_inputs(path)
    if not listed.pages and not listed.failures:
        raise InputError(f"{path} holds no page; pages are files that end in {', '.join(ENDINGS)}.")
    sources = read_sources(listed)
    pages, failures = read_pages(listed, sources, settings, 1, lambda *_: None)
    results = clean_pages(pages, sources, settings, 1, lambda *_: None)

    def named(found: str) -> str:
        return path.as_posix() if listed.single else (path / found).as_posix()

    return [
        *(replace(each, page=replace(each.page, id=named(each.page.id))) for each in results),
        *(replace(each, path=named(each.path)) for each in (*listed.failures, *failures)),
    ]


def render(
    run: Run, *, decisions: Decisions | None = None, since: Run | None = None
) -> dict[str, str]:
    """The report: HTML by file name.

    It shows where each finding stands by `decisions`, and what is new, changed and resolved since
    the earlier run `since`. Lines that `decisions` restore are in the articles of a run that was
    made with them; of another one they are called pending.
    """
    from sourcecompare import report

    gaps = {one.story.id: find_gaps(one) for one in run.comparisons}
    return report.render(run, decisions=decisions, since=since, gaps=gaps)


def tabulate(run: Run) -> Mapping[str, Any]:
    """The run's tables: pandas.DataFrame by name, as docs/DATA.md describes them."""
    from sourcecompare import tables

    return tables.tabulate(run)


def output_files(
    run: Run, *, decisions: Decisions | None = None, since: Run | None = None
) -> dict[str, bytes]:
    """All files of an output folder, by their name in it; what is given as for `render`."""
    from sourcecompare import tables

    pages = render(run, decisions=decisions, since=since)
    files = {name: text.encode("utf-8") for name, text in pages.items()}
    files |= tables.table_files(run)
    files["run.json"] = tables.run_json(run, (*files, "run.json"))
    return files


def load(outputs: str | Path) -> Run:
    """A finished run, read back from the tables in its output folder.

    `Page.content` is empty and there are no hints: the tables do not hold them.

    Raises:
        InputError: the folder holds no finished run, or it was damaged.
    """
    from sourcecompare import tables

    return tables.run_from_tables(lambda name: read_output(Path(outputs), name))
