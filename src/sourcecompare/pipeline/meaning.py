"""Models that the user names: one compares by meaning, one judges possible conflicts."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from sourcecompare.conflicts import CHECKS, JUDGED, Check, Judge
from sourcecompare.entailment import NLI_FILES, judge_of
from sourcecompare.errors import SettingError
from sourcecompare.model import Settings
from sourcecompare.similarity import MODEL_FILES, SCORERS, Scorer, scorer_of
from sourcecompare.store import read_model

from .written import written_judge

_UNSET = Settings()


def semantic_scorer(
    folder: str | Path,
    *,
    weight: float = _UNSET.semantic_weight,
    floor: float = _UNSET.semantic_floor,
) -> Scorer:
    """A scorer that compares by meaning, to stand beside `SCORERS`.

    `folder` holds a sentence-transformers model with its ONNX file; nothing is fetched. The weight
    is beside 1 for the words. Texts whose cosine is not above the floor count as unlike. Of a
    text, the first 512 tokens are read, or fewer if the model takes fewer.

    Raises:
        SettingError: onnxruntime or tokenizers is not installed, there is no such folder, the model
            cannot be used, or weight or floor is out of its range.
        InputError: a file of the model cannot be read.
    """
    files = read_model(Path(folder), MODEL_FILES)
    return scorer_of(files, str(folder), weight=weight, floor=floor)


def nli_judge(folder: str | Path) -> Judge:
    """A judge of possible conflicts for `compare`, which asks it about these alone.

    `folder` holds a cross-encoder for inference with its ONNX file and a `config.json` that says
    which of its three numbers are entailment, neutral and contradiction; nothing is fetched. Of a
    pair, 512 tokens are read, or fewer if the model takes fewer.

    Raises:
        SettingError: onnxruntime or tokenizers is not installed, there is no such folder, or the
            model cannot be used.
        InputError: a file of the model cannot be read.
    """
    return judge_of(read_model(Path(folder), NLI_FILES), str(folder))


class Models(NamedTuple):
    """What a story is compared with."""

    scorers: tuple[Scorer, ...]
    checks: tuple[Check, ...]
    judge: Judge | None
    settings: Settings
    """as a finished run records them"""


def models_of(settings: Settings) -> Models:
    """The scorers, checks and judge that settings ask for.

    Raises:
        SettingError, InputError: see `semantic_scorer`, `nli_judge` and `written_judge`; two judges
            are asked for.
    """
    scorers, checks, recorded = SCORERS, CHECKS, settings
    judge: Judge | None = None
    if settings.nli and settings.judge:
        raise SettingError("--nli and --judge name a judge each; leave one of them out.")
    if settings.semantic:
        files = read_model(Path(settings.semantic), MODEL_FILES)
        scorer = scorer_of(
            files,
            settings.semantic,
            weight=settings.semantic_weight,
            floor=settings.semantic_floor,
        )
        scorers = (*scorers, scorer)
        recorded = replace(recorded, semantic=_named(settings.semantic, files))
    if settings.nli:
        files = read_model(Path(settings.nli), NLI_FILES)
        judge = judge_of(files, settings.nli)
        recorded = replace(recorded, nli=_named(settings.nli, files))
    if settings.judge:
        judge, program, model = written_judge(Path(settings.judge))
        checks = (*checks, JUDGED)
        named = _named(settings.judge, {"": program})
        recorded = replace(recorded, judge=f"{named} ({model})" if model else named)
    return Models(scorers, checks, judge, recorded)


def _named(place: str, files: Mapping[str, bytes]) -> str:
    """The last part of a path, and twelve hexadecimal digits that tell a model from others."""
    sums = [f"{name} {hashlib.sha256(files[name]).hexdigest()}" for name in sorted(files)]
    digest = hashlib.sha256("\n".join(sums).encode()).hexdigest()[:12]
    return f"{Path(place).absolute().name} {digest}"
