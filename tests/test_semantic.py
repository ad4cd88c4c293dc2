"""Comparing by meaning: what a model that the user names adds, and what it must not touch."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import sourcecompare as sc
from sourcecompare.model import Article, Comparison
from sourcecompare.pipeline import output_files

from .small import STORY, lay, report
from .tiny_model import MEANINGS, lay_model, weights
from .torture import digest

needs_model = pytest.mark.skipif(
    not (find_spec("onnxruntime") and find_spec("tokenizers")),
    reason="onnxruntime and tokenizers, the extra `semantic`, are not installed",
)
README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
LEFT = "The minister resigned after the scandal."
RIGHT = "A politician quit: that affair cost her too much."
OTHER = "Showers will reach our shore by the evening."
TWO = {"pooling_mode_cls_token": True, "pooling_mode_max_tokens": True}
ALPHA = f"""Government in turmoil

{LEFT} Nobody in the capital had expected it before the summer.

The library opened on Saturday with 80,000 books, a reading room and a hall for concerts.
"""
BETA = f"""Cabinet loses a member

{RIGHT} Her successor has to be named within ten days.

Bakers have raised the price of bread for the third time since March, their guild announced.
"""
TEXTS = {"resigned/alpha.txt": ALPHA, "resigned/beta.txt": BETA}


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return lay_model(tmp_path / "models" / "tiny")


def article(name: str, *paragraphs: str) -> Article:
    return sc.article_from_paragraphs(paragraphs, id=name, outlet=name.upper())


def aligned(comparison: Comparison) -> list[tuple[int, int]]:
    return [(one.left.block, one.right.block) for one in comparison.alignments]


def scores(
    folder: Path, left: Sequence[str], right: Sequence[str]
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return sc.semantic_scorer(folder, floor=0.0).score(left, right)


@needs_model
def test_paraphrases_without_a_common_word_align_with_a_model_alone(model: Path) -> None:
    both = [article("a", OTHER, LEFT), article("b", RIGHT)]
    assert aligned(sc.compare(both)) == []
    scorers = (*sc.SCORERS, sc.semantic_scorer(model))
    assert aligned(sc.compare(both, scorers=scorers)) == [(1, 0)]
    assert sc.compare(both[::-1], scorers=scorers) == sc.compare(both, scorers=scorers)


@needs_model
def test_a_score_depends_on_its_two_texts_alone_and_sides_may_be_swapped(model: Path) -> None:
    scorer = sc.semantic_scorer(model)
    some, more = [LEFT, OTHER, "", f"{OTHER} {LEFT}"], [RIGHT, LEFT, f"{RIGHT}\n{OTHER}"]
    matrix = scorer.score(some, more)
    assert np.array_equal(scorer.score(more, some), matrix.T)
    again = sc.semantic_scorer(model)
    alone = [[again.score([a], [b])[0, 0] for b in more] for a in some]
    assert np.array_equal(matrix, np.array(alone))
    assert scorer.score([], more).shape == (0, 3)
    assert matrix.min() >= 0.0
    assert matrix.max() <= 1.0


@needs_model
def test_a_text_with_half_a_character_is_read_with_a_model_too(model: Path) -> None:
    scorers = (*sc.SCORERS, sc.semantic_scorer(model))
    both = [article("a", f"{LEFT} \ud83d"), article("b", f"{RIGHT} \udca5")]
    assert aligned(sc.compare(both, scorers=scorers)) == [(0, 0)]


@needs_model
def test_below_the_floor_nothing_is_alike(model: Path) -> None:
    half = "The minister spoke of rain."
    high = sc.semantic_scorer(model, floor=0.5).score([half], [LEFT, half])[0]
    assert high[0] == 0.0
    assert high[1] == pytest.approx(1.0, abs=1e-5)
    assert sc.semantic_scorer(model, floor=0.1).score([half], [LEFT])[0, 0] > 0.0


@needs_model
def test_more_weight_makes_what_the_model_finds_alike_more_alike(model: Path) -> None:
    light, heavy = (
        sc.score_matrix(
            [LEFT], [RIGHT], scorers=(*sc.SCORERS, sc.semantic_scorer(model, weight=weight))
        )[0, 0]
        for weight in (0.1, 1.0)
    )
    assert sc.score_matrix([LEFT], [RIGHT])[0, 0] < light < heavy


@needs_model
def test_the_example_of_the_readme_does_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (code,) = re.findall(r"```python\n(scorers = .*?)```", README, re.DOTALL)
    lay_model(tmp_path / "models" / "minilm")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"sc": sc, "articles": [article("a", OTHER, LEFT), article("b", RIGHT)]}
    exec(compile(code, "README.md", "exec"), names)  # noqa: S102 - our own documentation
    assert aligned(names["comparison"]) == [(1, 0)]


# ------------------------------------------------------------------ what a folder may hold


@needs_model
@pytest.mark.parametrize(
    ("pooling", "first_word", "last_word"),
    [
        ({}, 0.5, 0.5),
        ({"pooling_mode_mean_tokens": True, "include_prompt": True}, 0.5, 0.5),
        ({"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False}, 1.0, 0.0),
        ({"pooling_mode": "lasttoken"}, 0.0, 1.0),
        ({"pooling_mode": "max"}, 0.5, 0.5),
    ],
)
def test_vectors_of_tokens_are_pooled_as_the_folder_says(
    tmp_path: Path, pooling: dict[str, object], first_word: float, last_word: float
) -> None:
    model = lay_model(tmp_path / "m", files={"1_Pooling/config.json": json.dumps(pooling)})
    found = scores(model, ["minister rain"], ["minister", "rain"])[0]
    assert np.cbrt(found) ** 2 == pytest.approx([first_word, last_word], abs=1e-5)


@needs_model
def test_a_network_that_pools_by_itself_gives_the_same(tmp_path: Path, model: Path) -> None:
    dense = [{"type": "sentence_transformers.models.Dense", "path": "2_Dense"}]
    whole = lay_model(tmp_path / "w", pools=True, files={"modules.json": json.dumps(dense)})
    some = [LEFT, RIGHT, OTHER]
    assert np.allclose(scores(whole, some, some), scores(model, some, some), atol=1e-5)


@needs_model
@pytest.mark.parametrize(
    "limit",
    [
        {"sentence_bert_config.json": '{"max_seq_length": 3}'},
        {"tokenizer_config.json": '{"model_max_length": 3}'},
    ],
    ids=lambda files: next(iter(files)),
)
def test_a_text_is_cut_at_the_longest_that_the_model_takes(
    tmp_path: Path, limit: dict[str, str]
) -> None:
    model = lay_model(tmp_path / "m", files=limit)
    cut, uncut = scores(model, ["the minister resigned rain coast"], ["minister resigned", "rain"])[
        0
    ]
    assert (cut, uncut) == (pytest.approx(1.0, abs=1e-5), 0.0)


@needs_model
def test_texts_of_any_length_are_read_to_512_tokens(model: Path) -> None:
    assert scores(model, ["the " * 511 + "rain"], ["rain"])[0, 0] == pytest.approx(1.0, abs=1e-5)
    assert scores(model, ["the " * 512 + "rain"], ["rain"])[0, 0] == 0.0


@needs_model
@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"tokenizer.json": None}, "no tokenizer.json"),
        ({"onnx/model.onnx": None}, "no onnx/model.onnx and no model.onnx"),
        ({"tokenizer.json": "{"}, "sentence-transformers"),
        ({"onnx/model.onnx": "nonsense"}, "sentence-transformers"),
        ({"1_Pooling/config.json": "[nonsense"}, "sentence-transformers"),
        ({"1_Pooling/config.json": '{"pooling_mode": "attention"}'}, "attention"),
        ({"1_Pooling/config.json": json.dumps(TWO)}, "cls_token and max_tokens"),
        ({"modules.json": '[{"type": "sentence_transformers.models.Dense"}]'}, "Dense"),
    ],
    ids=str,
)
def test_a_model_that_cannot_be_used_is_refused_with_the_reason(
    model: Path, files: dict[str, str | None], told: str
) -> None:
    lay(model, files)
    with pytest.raises(sc.SettingError, match=r"tiny cannot be used.*name a folder") as refused:
        sc.semantic_scorer(model)
    assert told in str(refused.value)


@needs_model
def test_a_network_that_asks_for_more_than_tokens_is_refused(tmp_path: Path) -> None:
    model = lay_model(tmp_path / "m", inputs=("input_ids", "pixel_values"))
    with pytest.raises(sc.SettingError, match="asks for input_ids, pixel_values"):
        sc.semantic_scorer(model)


@needs_model
def test_a_network_with_weights_in_further_files_is_refused_and_they_are_not_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ONNX Runtime would take a file of that name in whatever folder the user stands."""
    model = lay_model(tmp_path / "m", outside="model.onnx_data")
    meanings = [[1.0] * len(MEANINGS)] * (2 * len(MEANINGS) + 1)
    lay(tmp_path, {"model.onnx_data": weights(meanings)})
    monkeypatch.chdir(tmp_path)
    with pytest.raises(sc.SettingError, match="weights in further files; save it as one"):
        sc.semantic_scorer(model)


@needs_model
@pytest.mark.parametrize("weight", [0.0, -1.0, float("nan"), float("inf")])
def test_a_weight_that_weighs_nothing_is_refused(model: Path, weight: float) -> None:
    with pytest.raises(sc.SettingError, match="weight"):
        sc.semantic_scorer(model, weight=weight)


@needs_model
@pytest.mark.parametrize("floor", [-0.1, 1.0, float("nan")])
def test_a_floor_that_no_cosine_can_pass_is_refused(model: Path, floor: float) -> None:
    with pytest.raises(sc.SettingError, match="floor"):
        sc.semantic_scorer(model, floor=floor)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(sc.SettingError, match="There is no folder"):
        sc.semantic_scorer(tmp_path / "nothing")


def test_without_the_extra_a_model_is_refused_with_what_to_install(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(sc.SettingError, match=r"sourcecompare\[semantic\]"):
        sc.semantic_scorer(model)


# ------------------------------------------------------------------ whole runs


@needs_model
def test_a_run_with_a_model_is_recorded_and_read_back(tmp_path: Path, model: Path) -> None:
    inputs = lay(tmp_path / "inputs", TEXTS)
    assert sc.run(inputs).comparisons[0].alignments == ()
    run = sc.run(inputs, settings=sc.Settings(semantic=str(model), semantic_weight=0.5))
    assert len(run.comparisons[0].alignments) == 1
    files = output_files(run)
    stored = json.loads(files["run.json"])["settings"]
    assert (stored["semantic_weight"], stored["semantic_floor"]) == (0.5, 0.2)
    assert stored["semantic"].startswith("tiny ")
    for name, data in files.items():
        lay(tmp_path / "out", {name: data})
    assert sc.load(tmp_path / "out").settings == run.settings


@needs_model
def test_where_the_model_lies_changes_no_byte_but_another_model_is_told(
    tmp_path: Path, model: Path
) -> None:
    inputs = lay(tmp_path / "inputs", TEXTS)
    moved = lay_model(tmp_path / "elsewhere" / "tiny")
    changed = lay_model(tmp_path / "changed" / "tiny", files={"1_Pooling/config.json": "{}"})
    first, same, other = (
        output_files(sc.run(inputs, settings=sc.Settings(semantic=str(folder))))
        for folder in (model, moved, changed)
    )
    assert same == first
    assert other["run.json"] != first["run.json"]


@needs_model
def test_the_command_line_compares_by_meaning_and_the_hash_seed_changes_no_byte(
    tmp_path: Path, model: Path
) -> None:
    inputs, written = lay(tmp_path / "inputs", TEXTS), []
    for seed in "12":
        out = tmp_path / seed / "out"
        done = report(inputs, out, "--semantic", model, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr
        written.append(digest(out))
    assert written[0] == written[1]
    rows = (tmp_path / "1" / "out" / "data" / "alignments.jsonl").read_text("utf-8")
    assert len(rows.splitlines()) == 1


@needs_model
def test_3_a_model_leaves_nothing_behind_that_its_library_would_report(
    tmp_path: Path, model: Path
) -> None:
    """ONNX Runtime keeps a file to know the machine by where it reports that it is used."""
    home = tmp_path / "home"
    done = report(lay(tmp_path / "inputs", TEXTS), home / "out", "--semantic", model)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in home.iterdir()] == ["out"]


@pytest.mark.parametrize(
    "options",
    [("--semantic", "nothing"), ("--semantic", "inputs"), ("--semantic-weight", "0.5")],
    ids=" ".join,
)
def test_a_wrong_model_ends_the_command_with_2_before_anything_is_written(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    done = report(lay(tmp_path / "inputs", STORY), tmp_path / "out", *options)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


_WATCHED = """
import sys
import sourcecompare as sc
sc.run(sys.argv[1])
print([name for name in ("onnxruntime", "tokenizers") if name in sys.modules])
"""


def test_without_a_model_nothing_of_the_extra_is_loaded(tmp_path: Path) -> None:
    inputs = lay(tmp_path / "inputs", STORY)
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED, inputs],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.stdout == "[]\n"
