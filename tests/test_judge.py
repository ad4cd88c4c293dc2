"""A judge of possible conflicts: what one answers, what one may do, and one that a user names."""

import json
import math
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import sourcecompare as sc
from sourcecompare.conflicts import Judge
from sourcecompare.model import Article, Comparison, Finding
from sourcecompare.networks import Network
from sourcecompare.pipeline import output_files

from .small import LIBRARY, STORY, lay, report
from .tiny_model import BROKEN, LABELS, LOGIT, OPPOSITES, lay_judge, network, weights
from .torture import digest

needs_model = pytest.mark.skipif(
    not (find_spec("onnxruntime") and find_spec("tokenizers")),
    reason="onnxruntime and tokenizers, the extra `nli`, are not installed",
)
README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
TWELVE = "The fire killed 12 people in the harbour on Tuesday night."
FIFTEEN = "The fire killed 15 people in the harbour on Tuesday night."
CLEAR = "The sky was clear."
CONTRADICTED, ENTAILED = (0.0, 0.0, 1.0), (1.0, 0.0, 0.0)
SWAPPED = {"0": "entailment", "1": "contradiction", "2": "neutral"}


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return lay_judge(tmp_path / "models" / "nli")


def article(name: str, *paragraphs: str) -> Article:
    return sc.article_from_paragraphs(paragraphs, id=name, outlet=name.upper(), language="en")


def both() -> list[Article]:
    return [article("a", TWELVE, "The mayor spoke."), article("b", FIFTEEN, "Trains are late.")]


def disputed(findings: Iterable[Finding]) -> list[Finding]:
    """Conflicts, updates and differences: what a judge leaves hardly sure is no conflict."""
    told = {sc.FindingKind.SHARED, sc.FindingKind.UNIQUE}
    return [one for one in findings if one.kind not in told]


def conflict(comparison: Comparison) -> Finding:
    (found,) = disputed(comparison.findings)
    return found


def saying(answer: Any) -> Judge:
    return lambda _left, _right: answer


def chances(*logits: float) -> list[float]:
    powers = [math.exp(logit) for logit in logits]
    return [power / sum(powers) for power in powers]


# ------------------------------------------------------------------ what a judge may do


def test_contradiction_raises_the_confidence_entailment_lowers_it_and_nothing_comes_or_goes() -> (
    None
):
    plain = sc.compare(both())
    for answer, sign in ((CONTRADICTED, 1), (ENTAILED, -1), ((0.0, 1.0, 0.0), 0)):
        judged = sc.compare(both(), judge=saying(answer))
        moved = conflict(judged).confidence - conflict(plain).confidence
        assert np.sign(round(moved, 6)) == sign
        assert {one.id: one.evidence for one in judged.findings} == {
            one.id: one.evidence for one in plain.findings
        }
        assert replace(judged, findings=()) == replace(plain, findings=())


def test_a_judge_is_asked_about_possible_conflicts_alone_and_once_in_each_order() -> None:
    asked: list[tuple[str, str]] = []

    def judge(left: str, right: str) -> tuple[float, float, float]:
        asked.append((left, right))
        return CONTRADICTED

    agreeing = [article("a", TWELVE, "The mayor spoke."), article("b", TWELVE, "Trains are late.")]
    sc.compare(agreeing, judge=judge)
    assert asked == []
    copies = [*both(), article("c", FIFTEEN, "It rained."), article("d", TWELVE, "It snowed.")]
    sc.compare(copies, judge=judge)
    assert asked == [(TWELVE, FIFTEEN), (FIFTEEN, TWELVE)]


def test_neither_order_nor_names_of_articles_change_what_a_judge_is_asked() -> None:
    def first_word_counts(left: str, right: str) -> tuple[float, float, float]:
        return CONTRADICTED if left == TWELVE and right == FIFTEEN else ENTAILED

    told = conflict(sc.compare(both(), judge=first_word_counts)).confidence
    turned = [article("a", FIFTEEN, "Trains are late."), article("b", TWELVE, "The mayor spoke.")]
    assert conflict(sc.compare(turned, judge=first_word_counts)).confidence == told
    assert conflict(sc.compare(turned[::-1], judge=first_word_counts)).confidence == told


# ------------------------------------------------------------------ what it may answer


@pytest.mark.parametrize(
    "answer",
    [
        [0, 0, 1],
        (Fraction(1, 10), Fraction(1, 5), Fraction(7, 10)),
        (0.33, 0.33, 0.33),
        (-1e-9, 0.0, 1.0 + 1e-7),
        np.array([0.1, 0.2, 0.7], dtype=np.float32),
    ],
    ids=str,
)
def test_three_numbers_of_any_kind_will_do(answer: Any) -> None:
    plain, judged = sc.compare(both()), sc.compare(both(), judge=saying(answer))
    assert conflict(judged).confidence >= conflict(plain).confidence


@pytest.mark.parametrize(
    "answer",
    [
        None,
        0.9,
        "contradiction",
        "abc",
        (),
        (0.5, 0.5),
        (0.1, 0.2, 0.3, 0.4),
        ("0.1", "0.2", "0.7"),
        (0.1, 0.2, 0.7, "contradiction"),
        (0.1, None, 0.9),
        (0.1, 0.2, 0.7j),
        {0.1, 0.2, 0.7},
        {"entailment": 0.1, "neutral": 0.2, "contradiction": 0.7},
        (float("nan"), 0.0, 1.0),
        (float("inf"), 0.0, 0.0),
        (-0.5, 0.5, 1.0),
        (10, 20, 70),
        (0.9, 0.9, 0.9),
        (0.0, 0.0, 0.0),
        np.array([[0.1, 0.2, 0.7]]),
    ],
    ids=str,
)
def test_an_answer_that_is_no_three_chances_is_refused_with_what_and_where(answer: Any) -> None:
    with pytest.raises(sc.SettingError, match="add up to 1") as refused:
        sc.compare(both(), judge=saying(answer))
    told = str(refused.value)
    assert repr(answer)[:70] in told
    assert TWELVE in told
    assert FIFTEEN in told


def test_a_judge_that_raises_is_told_with_what_and_where() -> None:
    def judge(_left: str, _right: str) -> tuple[float, float, float]:
        raise ConnectionError("no answer from\n  the model.")

    told = f"raised ConnectionError: no answer from the model at '{TWELVE}' and '{FIFTEEN}'"
    with pytest.raises(sc.SettingError, match=re.escape(told)) as refused:
        sc.compare(both(), judge=judge)
    assert isinstance(refused.value.__cause__, ConnectionError)


def test_a_judge_that_takes_one_sentence_or_is_no_function_is_refused() -> None:
    wrong: Any = lambda _sentence: CONTRADICTED  # noqa: E731 - a caller's mistake in one line
    with pytest.raises(sc.SettingError, match="judge raised TypeError"):
        sc.compare(both(), judge=wrong)
    folder: Any = "models/nli"
    with pytest.raises(sc.SettingError, match="judge is 'models/nli'; give a function"):
        sc.compare(both(), judge=folder)


def test_a_breaking_off_is_no_fault_of_the_judge() -> None:
    def judge(_left: str, _right: str) -> tuple[float, float, float]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sc.compare(both(), judge=judge)


def test_long_sentences_are_cut_in_a_message() -> None:
    long = [
        article(name, f"{text[:-1]}{', it was said' * 99}.")
        for name, text in (("a", TWELVE), ("b", FIFTEEN))
    ]
    with pytest.raises(sc.SettingError) as refused:
        sc.compare(long, judge=saying((9.0, 9.0, 9.0)))
    assert len(str(refused.value)) < 500


# ------------------------------------------------------------------ one of a model


@needs_model
def test_chances_are_the_softmax_of_what_the_network_answers(model: Path) -> None:
    judge = sc.nli_judge(model)
    open_, shut = "The bridge is open.", "Shut since Monday"
    entailment, neutral, contradiction = chances(-LOGIT, 0, LOGIT)
    assert judge(open_, shut) == pytest.approx((entailment, neutral, contradiction), abs=1e-5)
    assert judge(open_, open_) == pytest.approx((contradiction, neutral, entailment), abs=1e-5)
    assert judge(open_, CLEAR) == pytest.approx((1 / 3,) * 3, abs=1e-5)
    assert math.fsum(judge(open_, shut)) == pytest.approx(1, abs=1e-5)


@needs_model
def test_an_answer_depends_on_its_two_texts_alone(model: Path) -> None:
    words = [word for pair in OPPOSITES for word in pair]
    pairs = [(left, f"{right} {CLEAR}") for left in words for right in words]
    one, other = sc.nli_judge(model), sc.nli_judge(model)
    assert {pair: one(*pair) for pair in pairs} == {pair: other(*pair) for pair in pairs[::-1]}
    assert [one(*pair) for pair in pairs] == [one(*pair) for pair in pairs]


@needs_model
def test_a_pair_is_read_once(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judge, read = sc.nli_judge(model), []
    answer = Network.answer

    def counted(self: Network, output: str, text: str, other: str | None = None) -> Any:
        read.append((text, other))
        return answer(self, output, text, other)

    monkeypatch.setattr(Network, "answer", counted)
    assert judge("open", "shut") == judge("open", " shut\n") != judge("open", "open")
    assert read == [("open", "shut"), ("open", "open")]


@needs_model
def test_a_pair_with_half_a_character_or_without_a_word_is_judged_too(model: Path) -> None:
    judge = sc.nli_judge(model)
    assert judge("open \ud83d", "shut \udca5")[2] > 0.9
    assert judge("", "") == pytest.approx((1 / 3,) * 3, abs=1e-5)


@needs_model
@pytest.mark.parametrize(
    "config",
    [
        {"id2label": {"0": "CONTRADICTION", "1": "Entailment", "2": "NEUTRAL"}},
        {"id2label": {"2": "neutral", "1": "entails", "0": "contradictory "}},
        {"id2label": {"0": "c", "1": "e", "2": "n"}},
        {"label2id": {"entailment": 1, "neutral": 2, "contradiction": 0}},
        {"label2id": {"entailment": "1", "neutral": "2", "contradiction": "0"}},
        {
            "id2label": {"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"},
            "label2id": {"entailment": 1, "neutral": 2, "contradiction": 0},
        },
    ],
    ids=json.dumps,
)
def test_labels_are_understood_in_any_order_and_spelling(
    tmp_path: Path, config: dict[str, object]
) -> None:
    judge = sc.nli_judge(lay_judge(tmp_path / "m", config=config))
    assert judge("open", "shut") == pytest.approx(chances(-LOGIT, 0, LOGIT), abs=1e-5)


@needs_model
def test_another_order_of_labels_gives_other_chances(tmp_path: Path) -> None:
    judge = sc.nli_judge(lay_judge(tmp_path / "m", config={"id2label": SWAPPED}))
    assert judge("open", "shut") == pytest.approx(chances(LOGIT, 0, -LOGIT), abs=1e-5)


@needs_model
@pytest.mark.parametrize(
    ("config", "told"),
    [
        ({"id2label": {"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"}}, "LABEL_0, LABEL_1"),
        ({}, "answers nothing, and which is entailment"),
        ({"id2label": {"0": "entailment", "1": "not_entailment"}}, "entailment, not_entailment"),
        ({"id2label": {"0": "neutral", "1": "not_entailment", "2": "contradiction"}}, "not_ent"),
        ({"id2label": {"0": "entailment", "1": "entails", "2": "neutral"}}, "in id2label"),
        ({"id2label": {"1": "entailment", "2": "neutral", "3": "contradiction"}}, "in id2label"),
        ({"id2label": {"0": "positive", "1": "negative", "2": "neutral"}}, "positive, negative"),
        ({"id2label": LABELS | {"3": "hidden"}}, "contradiction, entailment, neutral, hidden"),
        (
            {"id2label": LABELS, "label2id": {name: int(n) for n, name in SWAPPED.items()}},
            "id2label and label2id contradict each other",
        ),
    ],
    ids=str,
)
def test_labels_that_tell_no_judge_are_refused(
    tmp_path: Path, config: dict[str, object], told: str
) -> None:
    model = lay_judge(tmp_path / "m", config=config)
    with pytest.raises(sc.SettingError, match=r"m cannot be used.*name a folder") as refused:
        sc.nli_judge(model)
    assert told in str(refused.value)


@needs_model
def test_token_types_are_given_only_to_a_network_that_asks_and_pairs_are_parted(
    tmp_path: Path,
) -> None:
    # Its answer is the mean of what each token says: five of them, with the three that part texts.
    rows = [[0.0] * 3 for _ in range(9)]
    rows[3], rows[4] = [0.0, 5.0, 0.0], [0.0, 0.0, 5.0]  # "open" says entailment, "shut" neutral
    graph = network(rows, ("input_ids",), pools=True, named="logits")
    judge = sc.nli_judge(lay_judge(tmp_path / "m", graph=graph))
    assert judge("open", "shut") == pytest.approx(chances(1, 1, 0), abs=1e-5)
    assert judge("open", "rose") == pytest.approx(chances(1, 0, 0), abs=1e-5)


@needs_model
@pytest.mark.parametrize(
    "limit",
    [
        {"tokenizer_config.json": '{"model_max_length": 7}'},
        {"config.json": json.dumps({"id2label": LABELS, "max_position_embeddings": 7})},
    ],
    ids=lambda files: next(iter(files)),
)
def test_of_a_pair_that_is_too_long_the_longer_text_is_cut(
    tmp_path: Path, limit: dict[str, str]
) -> None:
    judge = sc.nli_judge(lay_judge(tmp_path / "m", files=limit))
    seen, unseen = judge("the old bridge is open", "shut"), judge("the bridge is open", "is shut")
    assert seen == judge("the old bridge", "shut") == pytest.approx((1 / 3,) * 3, abs=1e-5)
    assert unseen == seen
    assert judge("a bridge open", "shut")[2] > 0.9


@needs_model
def test_texts_of_any_length_are_read_to_512_tokens(model: Path) -> None:
    judge = sc.nli_judge(model)
    assert judge("the " * 507 + "open", "shut")[2] > 0.9
    assert judge("the " * 508 + "open", "shut")[2] < 0.4


# ------------------------------------------------------------------ models that cannot be used


@needs_model
@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"tokenizer.json": None}, "no tokenizer.json"),
        ({"onnx/model.onnx": None}, "no onnx/model.onnx and no model.onnx"),
        ({"config.json": None}, "no config.json"),
        ({"config.json": "[]"}, "no config.json that says"),
        ({"config.json": "{"}, "cross-encoder"),
        ({"tokenizer.json": "{"}, "cross-encoder"),
        ({"onnx/model.onnx": "nonsense"}, "cross-encoder"),
    ],
    ids=str,
)
def test_a_folder_that_lacks_something_is_refused_with_what(
    model: Path, files: Mapping[str, str | None], told: str
) -> None:
    lay(model, files)
    with pytest.raises(sc.SettingError, match=r"nli cannot be used.*name a folder") as refused:
        sc.nli_judge(model)
    assert told in str(refused.value)


def of_tokens(rows: Sequence[Sequence[float]], **options: Any) -> bytes:
    return network(rows, options.pop("inputs", ("input_ids",)), **options)


@needs_model
@pytest.mark.parametrize(
    ("graph", "told"),
    [
        (of_tokens([[0.0] * 2] * 9, pools=True), "no row of 3 numbers"),
        (of_tokens([[0.0] * 4] * 9, pools=True), "no row of 3 numbers"),
        (of_tokens([[0.0] * 3] * 9, pools=False), "last_hidden_state is no row of 3 numbers"),
        (of_tokens([[math.nan] * 3] * 9, pools=True), "no row of 3 numbers"),
        (of_tokens([[0.0] * 3], pools=True), "out of data bounds"),
        (
            of_tokens([[0.0] * 3] * 9, pools=True, inputs=("input_ids", "pixel_values")),
            "asks for input_ids, pixel_values",
        ),
        (of_tokens([[0.0] * 3] * 9, pools=True, outside="w.bin"), "weights in further files"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_network_that_answers_something_else_is_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, graph: bytes, told: str
) -> None:
    lay(tmp_path, {"w.bin": weights([[0.0] * 3] * 9)})
    monkeypatch.chdir(tmp_path)
    with pytest.raises(sc.SettingError, match=told):
        sc.nli_judge(lay_judge(tmp_path / "m", graph=graph))


@needs_model
def test_a_network_that_fails_at_a_pair_is_named(model: Path) -> None:
    with pytest.raises(sc.SettingError, match=r"model .*nli cannot be used: .*out of data bounds"):
        sc.nli_judge(model)(BROKEN, "open")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(sc.SettingError, match="There is no folder"):
        sc.nli_judge(tmp_path / "nothing")


def test_without_the_extra_a_model_is_refused_with_what_to_install(
    model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(sc.SettingError, match=r"sourcecompare\[nli\]"):
        sc.nli_judge(model)


# ------------------------------------------------------------------ whole runs


def sureness(run: sc.Run) -> dict[str, float]:
    return {
        one.id: one.confidence
        for comparison in run.comparisons
        for one in disputed(comparison.findings)
    }


@needs_model
def test_a_run_with_a_judge_is_surer_or_less_sure_and_finds_the_same(
    tmp_path: Path, model: Path
) -> None:
    inputs = lay(tmp_path / "inputs", STORY | {"library/post.txt": LIBRARY})
    contrary = lay_judge(tmp_path / "contrary", config={"id2label": SWAPPED})
    plain, judged, doubted = (
        sureness(sc.run(inputs, settings=sc.Settings(nli=folder)))
        for folder in ("", str(model), str(contrary))
    )
    assert plain
    assert judged.keys() == doubted.keys() == plain.keys()
    assert any(doubted[one] < plain[one] < judged[one] for one in plain)
    assert all(doubted[one] <= plain[one] <= judged[one] for one in plain)


@needs_model
def test_a_run_with_a_judge_is_recorded_and_read_back_wherever_its_model_lies(
    tmp_path: Path, model: Path
) -> None:
    inputs = lay(tmp_path / "inputs", STORY)
    moved = lay_judge(tmp_path / "elsewhere" / "nli")
    changed = lay_judge(tmp_path / "changed" / "nli", config={"id2label": SWAPPED})
    runs = [sc.run(inputs, settings=sc.Settings(nli=str(at))) for at in (model, moved, changed)]
    files, same, other = map(output_files, runs)
    assert same == files
    assert other["run.json"] != files["run.json"]
    assert re.fullmatch("nli [0-9a-f]{12}", json.loads(files["run.json"])["settings"]["nli"])
    lay(tmp_path / "out", files)
    assert sc.load(tmp_path / "out").settings == runs[0].settings


@needs_model
def test_2_the_command_line_takes_a_judge_and_the_hash_seed_changes_no_byte(
    tmp_path: Path, model: Path
) -> None:
    inputs, written = lay(tmp_path / "inputs", STORY), []
    for seed in "12":
        out = tmp_path / seed / "out"
        done = report(inputs, out, "--nli", model, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr
        written.append(digest(out))
    assert written[0] == written[1]
    assert '"nli": "nli ' in (tmp_path / "1" / "out" / "run.json").read_text("utf-8")


_WATCHED = """
import sys
seen = []
sys.addaudithook(lambda event, args: seen.append(event) if event.startswith("socket.") else None)
import sourcecompare as sc
sc.run(sys.argv[1], settings=sc.Settings(nli=sys.argv[2]))
print(sorted(set(seen) & {"socket.connect", "socket.getaddrinfo", "socket.sendto"}))
"""


@needs_model
def test_3_a_judge_fetches_nothing_and_leaves_nothing_behind(tmp_path: Path, model: Path) -> None:
    """ONNX Runtime keeps a file to know the machine by where it reports that it is used."""
    home, inputs = tmp_path / "home", lay(tmp_path / "inputs", STORY)
    done = report(inputs, home / "out", "--nli", model)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in home.iterdir()] == ["out"]
    watched = subprocess.run(
        [sys.executable, "-c", _WATCHED, inputs, model],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=120,
    )
    assert watched.stdout == "[]\n"


@pytest.mark.parametrize("folder", ["nothing", "inputs"])
def test_a_wrong_judge_ends_the_command_with_2_before_anything_is_written(
    tmp_path: Path, folder: str
) -> None:
    done = report(lay(tmp_path / "inputs", STORY), tmp_path / "out", "--nli", folder)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()
    assert not (tmp_path / "out").exists()


@needs_model
def test_7_a_judge_that_fails_half_way_leaves_the_previous_report(
    tmp_path: Path, model: Path
) -> None:
    inputs, out = lay(tmp_path / "inputs", STORY), tmp_path / "out"
    assert report(inputs, out, "--nli", model).returncode == 0
    before = digest(out)
    broken = {
        name: str(text).replace("injured", f"{BROKEN} injured") for name, text in STORY.items()
    }
    lay(inputs, broken)
    done = report(inputs, out, "--nli", model)
    assert done.returncode == 2, done.stderr
    assert "nli cannot be used" in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(out) == before


# ------------------------------------------------------------------ what the README says


@needs_model
def test_the_examples_of_the_readme_do_what_they_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = re.findall(r"```python\n([^`]*?judge=.*?)```", README, re.DOTALL)
    assert len(codes) == 3
    lay_judge(tmp_path / "models" / "nli")
    written = "def judge(left, right): return 0.0, 1.0, 0.0"
    lay(tmp_path, {"inputs/fire/gazette.txt": LIBRARY, "language_model.py": written})
    monkeypatch.chdir(tmp_path)
    plain = conflict(sc.compare(both())).confidence
    for code in codes:
        names: dict[str, Any] = {"sc": sc, "articles": both(), "ask": lambda *_: CONTRADICTED}
        names["judge"] = lambda *pair: (0, 0, 1) if set(pair) == {TWELVE, FIFTEEN} else (0, 1, 0)
        exec(compile(code, "README.md", "exec"), names)  # noqa: S102 - our own documentation
        assert conflict(names["comparison"]).confidence > plain
