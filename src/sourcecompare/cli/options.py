"""Options that several commands take."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sourcecompare.model import DEFAULT_KINDS, Kind, Settings

UNSET = Settings()
KEEPABLE = (Kind.CAPTION,)
"""Kinds that belong to the body where the user says so. Title, byline and date are metadata, and
what a form shows is never the article: rules of their own take them out whatever is to be kept."""


class Form(StrEnum):
    """How a command prints."""

    TEXT = "text"
    JSONL = "jsonl"


def kind_named(name: str) -> Kind:
    """The kind of that name, be it singular or plural.

    Raises:
        typer.BadParameter: there is none that may be kept.
    """
    plain = name.strip().lower().replace("-", "_").removesuffix("s")
    for kind in (*KEEPABLE, *DEFAULT_KINDS):
        if plain == kind.value:
            return kind
    raise typer.BadParameter(
        f"{name!r} cannot be kept. What may be kept too: {_plurals(KEEPABLE)}. "
        f"What is kept anyway where it belongs to the article: {_plurals(DEFAULT_KINDS)}."
    )


def kept_kinds(extra: Sequence[Kind] | None) -> tuple[Kind, ...]:
    """The default kinds and those asked for, in the order of the set."""
    wanted = {*DEFAULT_KINDS, *(extra or ())}
    return tuple(kind for kind in Kind if kind in wanted)


def _plurals(kinds: Sequence[Kind]) -> str:
    return ", ".join(f"{kind.value.replace('_', '-')}s" for kind in kinds)


Keep = Annotated[
    list[Kind] | None,
    typer.Option(
        metavar="KIND",
        parser=kind_named,
        help="Keep these blocks too: `captions` (of pictures and tables).",
    ),
]
Semantic = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER",
        help="Compare by meaning too, with the model in this folder (sentence-transformers, ONNX).",
    ),
]
SemanticWeight = Annotated[
    float,
    typer.Option(
        metavar="WEIGHT", help="What the model counts, beside 1 for the words; more than 0."
    ),
]
SemanticFloor = Annotated[
    float,
    typer.Option(
        metavar="COSINE",
        help="Up to this cosine, from 0 to below 1, the model finds two texts unlike.",
    ),
]
Nli = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER",
        help="Ask the model in this folder about possible conflicts (NLI cross-encoder, ONNX).",
    ),
]
Judging = Annotated[
    Path | None,
    typer.Option(
        "--judge",
        metavar="FILE",
        help="Ask the judge that this Python file defines, also where no rule compares (README).",
    ),
]
Decided = Annotated[
    list[Path] | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help="Apply what editors decided in the report (decisions.json); may be given repeatedly.",
    ),
]
Since = Annotated[
    Path | None,
    typer.Option(
        metavar="OUTPUTS",
        help="Tell what is new, changed and resolved since these outputs; may be those of --out.",
    ),
]
AsForm = Annotated[
    Form, typer.Option("--format", "-f", help="`text` for people, `jsonl` for programs.")
]
