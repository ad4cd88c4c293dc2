"""``run.json``: what a run was set to, what it found in numbers, which files it wrote."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sourcecompare.model import (
    Article,
    Comparison,
    DecisionFile,
    FindingKind,
    Kind,
    Quoting,
    Run,
    Settings,
)

from .rows import mend

_GENERATOR = "sourcecompare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What ``run.json`` holds and no table does."""

    settings: Settings
    ignored: tuple[str, ...]
    version: str
    decisions: tuple[DecisionFile, ...]


def run_json(run: Run, files: Sequence[str]) -> bytes:
    """The record of a run: canonical JSON, the same bytes for the same run and files.

    Keys are sorted, and so are `files`, the names of all files written, as given. It tells no
    time and no place outside the input folder.
    """
    articles = sum(isinstance(result, Article) for result in run.results)
    record = {
        "generator": _GENERATOR,
        "version": run.version,
        "settings": asdict(run.settings),
        "decisions": [asdict(file) for file in run.decisions],
        "counts": {
            "pages": len(run.results),
            "articles": articles,
            "rejected": len(run.results) - articles,
            "errors": len(run.errors),
            "ignored": len(run.ignored),
            "stories": len(run.comparisons),
            "findings": _findings(run.comparisons),
        },
        "stories": [
            {
                "id": comparison.story.id,
                "title": comparison.story.title,
                "pages": [article.page.id for article in comparison.story.articles],
                "findings": _findings([comparison]),
            }
            for comparison in run.comparisons
        ],
        "errors": [asdict(error) for error in run.errors],
        "ignored": list(run.ignored),
        "files": sorted(set(files)),
    }
    text = json.dumps(record, sort_keys=True, indent=2, ensure_ascii=False, allow_nan=False)
    return f"{mend(text)}\n".encode()


def read_record(data: bytes) -> Record:
    """What `run_json` wrote down that no table holds.

    Raises:
        KeyError, TypeError, ValueError: the bytes are no record of a run of this version.
    """
    record = json.loads(data)
    if record["generator"] != _GENERATOR:
        raise ValueError(f"the generator is {record['generator']!r}")
    return Record(
        settings=_settings(record["settings"]),
        ignored=tuple(record["ignored"]),
        version=record["version"],
        # Outputs of a version that knew neither decisions nor excerpts can be looked back on too.
        decisions=tuple(DecisionFile(**file) for file in record.get("decisions", ())),
    )


def _settings(stored: dict[str, Any]) -> Settings:
    values = dict(stored)
    keep = tuple(Kind(kind) for kind in values.pop("keep"))
    quoting = Quoting(values.pop("quoting", Quoting.WHOLE))
    return Settings(keep=keep, quoting=quoting, **values)


def _findings(comparisons: Iterable[Comparison]) -> dict[str, int]:
    """How many findings there are of each kind, those of which there are none too."""
    found = Counter(finding.kind for one in comparisons for finding in one.findings)
    return {kind.value: found[kind] for kind in FindingKind}
