"""A judge for sourcecompare that asks a language model; copy it and make it yours.

    export JUDGE_URL=http://localhost:8080/v1    # any server with OpenAI's chat completions
    export JUDGE_MODEL=name-of-the-model
    export JUDGE_KEY=...                         # if the server wants one
    sourcecompare report inputs --out outputs --judge language_model.py

Forty pairs go into one request. Answers are kept in `judge-answers.jsonl` where you stand (or where
JUDGE_ANSWERS says), so that the next run asks, and pays, for new pairs alone. Needs Python only.
"""

import json
import os
import urllib.request
from pathlib import Path

PAIRS_A_REQUEST = 40
SECONDS = 300

TASK = """You compare sentences of news reports on one event, for an editor who wants to know where \
they contradict each other. You get numbered pairs, A and B. Judge each pair for itself. Square \
brackets before a sentence say when its page appeared and what stood before it: use that to \
understand the sentence (who "he" is, which day "Tuesday" is), and do not judge the brackets.

For each pair give the chance, 0 to 100, that A and B contradict each other: they speak of the same \
thing (one person, act, count, place, time, quotation) and cannot both be true.

- More than nine in ten pairs do not: they tell different facts, or one fact in other words or more \
detail. Their chance is 0.
- No contradiction: another fact, moment, speaker or count (killed and injured, a part and the \
whole); another poll; a claim and somebody else's denial; a rounded or vaguer figure; a count that \
grew; two acts that may both have happened; two occasions on which somebody spoke; a quotation \
that two outlets only transcribe a little differently.
- A contradiction: another name, office, place, body, day, number or order of events, a denial, a \
quotation with another meaning or another speaker, where the rest shows that the same is meant.
- If they may well speak of two things, a low or middling chance; if plainly of one thing and \
plainly not both can be true, a high one.

Answer with a JSON list and nothing else, one object for each pair whose chance is 5 or more, such \
as [{"pair": 3, "chance": 80}]. Pairs that you leave out count as 0; [] if there is none."""


def judge_many(pairs):
    """Entailment, neutral, contradiction of each (left, right): what sourcecompare asks for."""
    known = _answers()
    new = [list(pair) for pair in pairs if tuple(sorted(pair)) not in known]
    for start in range(0, len(new), PAIRS_A_REQUEST):
        asked = new[start : start + PAIRS_A_REQUEST]
        chances = _ask(asked)
        with _answers_file().open("a", encoding="utf-8") as file:
            for (left, right), chance in zip(asked, chances):
                file.write(json.dumps({"left": left, "right": right, "chance": chance}) + "\n")
                known[tuple(sorted((left, right)))] = chance
    found = [known[tuple(sorted(pair))] / 100 for pair in pairs]
    return [(0.0, 1.0 - chance, chance) for chance in found]


def _ask(pairs):
    """The chances of up to forty pairs, 0 to 100."""
    text = "\n\n".join(f"{n}\nA: {left}\nB: {right}" for n, (left, right) in enumerate(pairs, 1))
    reply = _reply([{"role": "system", "content": TASK}, {"role": "user", "content": text}])
    chances = [0] * len(pairs)
    # Some models write a sentence or a fence around the list.
    for row in json.loads(reply[reply.index("[") : reply.rindex("]") + 1]):
        if not 1 <= row["pair"] <= len(pairs):
            raise ValueError(f"the model answers pair {row['pair']} of {len(pairs)}")
        chances[row["pair"] - 1] = min(100, max(0, row["chance"]))
    return chances


def _reply(messages):
    request = urllib.request.Request(
        os.environ["JUDGE_URL"].rstrip("/") + "/chat/completions",
        data=json.dumps(
            {"model": os.environ["JUDGE_MODEL"], "temperature": 0, "messages": messages}
        ).encode(),
        headers={
            "Content-Type": "application/json",
            "Authorization": "Bearer " + os.environ.get("JUDGE_KEY", ""),
        },
    )
    with urllib.request.urlopen(request, timeout=SECONDS) as answer:
        return json.load(answer)["choices"][0]["message"]["content"]


def _answers_file():
    return Path(os.environ.get("JUDGE_ANSWERS", "judge-answers.jsonl"))


def _answers():
    """The chances that were given before, by pair, in either order."""
    path = _answers_file()
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else ()
    rows = map(json.loads, lines)
    return {tuple(sorted((row["left"], row["right"]))): row["chance"] for row in rows}
