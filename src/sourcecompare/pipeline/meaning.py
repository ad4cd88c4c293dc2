"""Comparing by meaning, with a model that the user names."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from sourcecompare.model import Settings
from sourcecompare.similarity import MODEL_FILES, SCORERS, Scorer, scorer_of
from sourcecompare.store import read_model

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


def scorers_of(settings: Settings) -> tuple[tuple[Scorer, ...], Settings]:
    """The scorers that settings ask for, and the settings as a finished run records them.

    Raises:
        SettingError, InputError: see `semantic_scorer`.
    """
    if not settings.semantic:
        return SCORERS, settings
    folder = Path(settings.semantic)
    files = read_model(folder, MODEL_FILES)
    scorer = scorer_of(
        files,
        settings.semantic,
        weight=settings.semantic_weight,
        floor=settings.semantic_floor,
    )
    named = f"{folder.absolute().name} {_digest(files)}"
    return (*SCORERS, scorer), replace(settings, semantic=named)


def _digest(files: Mapping[str, bytes]) -> str:
    """Twelve hexadecimal digits that tell a model from others."""
    sums = [f"{name} {hashlib.sha256(files[name]).hexdigest()}" for name in sorted(files)]
    return hashlib.sha256("\n".join(sums).encode()).hexdigest()[:12]
