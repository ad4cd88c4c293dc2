"""What a run found: kept as JSON, page by page, and shown as Markdown."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from . import scores, tools
from .scores import Score

BEST = "best incumbent a page"
MEGABYTE = 1e6


@dataclass(slots=True, kw_only=True)
class Measured:
    """One tool on one set."""

    version: str
    settings: str
    peak: int = 0
    """bytes: the most that the tool's process held over all pages, imports included"""
    stored: bool = False
    """whether the figures come from an earlier run"""
    pages: dict[str, Score] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class SetResult:
    """All tools on one set."""

    prints: dict[str, str]
    """by page id: names page and marked text, so that stored figures are used for no other"""
    tools: dict[str, Measured]


def dump(media: str, results: Mapping[str, SetResult], path: Path) -> None:
    """Write all figures; a page a line, so that versions can be compared."""
    sets = []
    for name, result in results.items():
        rows = [
            f"{json.dumps(tool)}: {{"
            f'"version": {json.dumps(found.version)}, "settings": {json.dumps(found.settings)},'
            f' "peak": {found.peak}, "pages": {{\n'
            + ",\n".join(f"{json.dumps(i)}: {json.dumps(s.row())}" for i, s in found.pages.items())
            + "}}"
            for tool, found in result.tools.items()
        ]
        prints = json.dumps(result.prints)
        body = ",\n".join(rows)
        sets.append(f'{json.dumps(name)}: {{"prints": {prints}, "tools": {{\n{body}}}}}')
    head = f'"media": {json.dumps(media)}, "columns": {json.dumps(scores.COLUMNS)}'
    path.write_text(f'{{{head}, "sets": {{\n{",".join(sets)}}}}}\n', encoding="utf-8")


def merge(media: str, results: Mapping[str, SetResult], path: Path) -> list[str]:
    """Add the stored figures of tools that were not run now; what could not be used is said.

    A tool's figures are used for a set only where they cover every page that was measured now.
    """
    stored = json.loads(path.read_text(encoding="utf-8"))
    if stored["media"] != media or tuple(stored["columns"]) != scores.COLUMNS:
        return [f"{path}: not figures of this script for --media {media}; nothing is used of it"]
    said = []
    for name, result in results.items():
        old = stored["sets"].get(name)
        if old is None or any(old["prints"].get(i) != p for i, p in result.prints.items()):
            said.append(f"{path}: holds no figures for these pages of {name}")
            continue
        for tool, row in old["tools"].items():
            if tool in result.tools or not result.prints.keys() <= row["pages"].keys():
                continue
            result.tools[tool] = Measured(
                version=row["version"],
                settings=row["settings"],
                peak=row["peak"],
                stored=True,
                pages={i: Score.from_row(row["pages"][i]) for i in result.prints},
            )
    return said


HTML_HEAD = (
    "| tool | shingle F1 | P | R | token F1 | median | bad | empty"
    " | CPU ms a page | times trafilatura | peak MB |"
)
TEXT_HEAD = (
    "| tool | line F1 | P | R | shingle F1 | P | R | token F1 | bad | empty"
    " | CPU ms a page | times trafilatura | peak MB |"
)
HTML_COLUMNS = (
    "shingle_f1",
    "precision",
    "recall",
    "token_f1",
    "token_median",
    "bad",
    "empty",
)
TEXT_COLUMNS = (
    "line_f1",
    "line_precision",
    "line_recall",
    "shingle_f1",
    "precision",
    "recall",
    "token_f1",
    "bad",
    "empty",
)


def _row(media: str, name: str, pages: Sequence[Score], peak: int) -> tuple[float, str]:
    """What rows are ordered by, and the row."""
    found = scores.summary(pages)
    columns = HTML_COLUMNS if media == "html" else TEXT_COLUMNS
    cells = [name, *(f"{found[column]:.3f}".lstrip("0") for column in columns)]
    timed = [page.seconds for page in pages if page.seconds is not None]
    ratio = scores.ratio(pages)
    cells += [
        f"{1000 * scores.mean(timed):.1f}" if timed else "",
        f"{ratio:.2f}" if ratio is not None else "",
        f"{peak / MEGABYTE:.0f}" if peak else "",
    ]
    return found[columns[0]], f"| {' | '.join(cells)} |"


def table(media: str, name: str, result: SetResult) -> str:
    """The set's Markdown table, best first."""
    ids = list(result.prints)
    rows = [
        _row(media, _label(tool, found), [found.pages[i] for i in ids], found.peak)
        for tool, found in result.tools.items()
    ]
    rows.sort(key=lambda row: -row[0])
    rivals = [found.pages for tool, found in result.tools.items() if tool != tools.OURS]
    if media == "html" and len(rivals) > 1:
        best = [score.without_time() for score in scores.best_of(rivals, ids)]
        rows.append(_row(media, BEST, best, 0))
    head = HTML_HEAD if media == "html" else TEXT_HEAD
    rule = "|---" * (head.count("|") - 1) + "|"
    return "\n".join([f"#### {name} ({len(ids)} pages)", "", head, rule, *(r for _, r in rows), ""])


def _label(tool: str, found: Measured) -> str:
    return f"{tool} {found.version}".strip() + (" *" if found.stored else "")


FIGURES = {"html": ("shingle_f1", "token_f1", "bad"), "text": ("line_f1", "shingle_f1", "bad")}


def differences(media: str, result: SetResult) -> str:
    """Markdown: sourcecompare minus each other tool; "" where it was not run."""
    if tools.OURS not in result.tools:
        return ""
    ids = list(result.prints)
    ours = [result.tools[tools.OURS].pages[i] for i in ids]
    names = FIGURES[media]
    lines = [
        f"| {tools.OURS} minus | {' | '.join(name.replace('_', ' ') for name in names)} |",
        "|---" * (len(names) + 1) + "|",
    ]
    for tool, found in result.tools.items():
        if tool != tools.OURS:
            apart = scores.difference(ours, [found.pages[i] for i in ids])
            cells = (f"{apart[n][0]:+.3f} [{apart[n][1]:+.3f}, {apart[n][2]:+.3f}]" for n in names)
            lines.append(f"| {tool} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def section(media: str, name: str, result: SetResult) -> str:
    """All that there is to say of a set, in Markdown."""
    parts = [table(media, name, result)]
    if any(tool.stored for tool in result.tools.values()):
        parts.append("\\* from an earlier run, its time beside trafilatura's in that run\n")
    if apart := differences(media, result):
        parts.append(apart)
    if failed := list(failures(result)):
        parts.append("\n".join(["Failures, each counted as an empty page:", "", *failed, ""]))
    return "\n".join(parts)


def failures(result: SetResult) -> Iterable[str]:
    """A line for each kind of failure: it counts as a page without text."""
    for tool, found in result.tools.items():
        kinds = Counter(page.error for page in found.pages.values() if page.error)
        for error, count in kinds.most_common(5):
            yield f"- {tool}: {count} of {len(found.pages)} pages: {error}"
