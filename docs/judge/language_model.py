"""A judge for sourcecompare that asks a language model; copy it and make it yours.

    export JUDGE_URL=http://localhost:8080/v1    # any server with OpenAI's chat completions
    export JUDGE_MODEL=name-of-the-model
    export JUDGE_KEY=...                         # if the server wants one
    sourcecompare report inputs --out outputs --judge language_model.py

Forty pairs go into one request. Answers are kept in `judge-answers.jsonl` in the folder where you
stand (or in the file that JUDGE_ANSWERS names), by model and task, so that the next run asks, and
pays, for new pairs alone. The file holds sentences of your pages. Needs Python only.
"""

import hashlib
import json
import os
import sys
import urllib.error
import urllib.request
from pathlib import Path

PAIRS_A_REQUEST = 40
SECONDS = 300  # that one request may take
TRIES = 2  # to get a list that can be read

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


def told(name):
    """What the environment says, or how to say it: before a page is read, not after."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise ValueError(f"{name} is not set: export {name}=..., as {Path(__file__).name} says")
    return value


URL = told("JUDGE_URL").rstrip("/") + "/chat/completions"
MODEL = told("JUDGE_MODEL")
KEY = os.environ.get("JUDGE_KEY", "").strip()
ANSWERS = Path(os.environ.get("JUDGE_ANSWERS") or "judge-answers.jsonl")
ASKED = hashlib.sha256(f"{MODEL}\n{TASK}".encode()).hexdigest()[:12]  # another one answers anew

judge_name = MODEL  # stands in the report


def judge_many(pairs):
    """Entailment, neutral, contradiction of each (left, right): what sourcecompare asks for."""
    known = kept()
    new = list({key(pair): pair for pair in pairs if key(pair) not in known}.values())
    print(f"Judge: {len(pairs)} pairs, {len(new)} of them new for {MODEL}", file=sys.stderr)
    for start in range(0, len(new), PAIRS_A_REQUEST):
        some = new[start : start + PAIRS_A_REQUEST]
        answered = dict(zip(map(key, some), ask(some)))
        keep(answered)
        known |= answered
        print(f"Judge: {start + len(some)} of {len(new)} answered", file=sys.stderr)
    chances = [known[key(pair)] / 100 for pair in pairs]
    return [(0.0, 1.0 - chance, chance) for chance in chances]


def key(pair):
    """One question in either order."""
    return tuple(sorted(pair))


def ask(pairs):
    """The chances of up to forty pairs, 0 to 100."""
    text = "\n\n".join(f"{n}\nA: {left}\nB: {right}" for n, (left, right) in enumerate(pairs, 1))
    for last in range(TRIES, 0, -1):
        said = reply([{"role": "system", "content": TASK}, {"role": "user", "content": text}])
        try:
            return chances_in(said, len(pairs))
        except (TypeError, KeyError, ValueError) as error:
            if last == 1:
                raise ValueError(
                    f"{MODEL} does not answer with a list of chances ({error}): {said[:200]!r}"
                ) from error


def chances_in(said, number):
    """What a reply says of pairs 1 to `number`, 0 of those that it leaves out."""
    chances = [0.0] * number
    for row in last_list(said):
        pair, chance = int(row["pair"]), float(str(row["chance"]).rstrip("% "))
        if not 1 <= pair <= number:
            raise ValueError(f"pair {pair} of {number}")
        if not 0 <= chance <= 100 or 0 < chance < 1:
            raise ValueError(f"a chance of {chance:g} where 0 to 100 was asked for")
        chances[pair - 1] = chance
    return chances


def last_list(said):
    """The last JSON list in a text: some models think aloud, or fence it."""
    found = None
    decoder = json.JSONDecoder()
    at = said.find("[")
    while at >= 0:
        try:
            rows, end = decoder.raw_decode(said, at)
        except ValueError:
            end = at + 1
        else:
            if all(isinstance(row, dict) for row in rows):
                found = rows
        at = said.find("[", end)
    if found is None:
        raise ValueError("no JSON list of objects")
    return found


def reply(messages):
    """What the server's model says."""
    request = urllib.request.Request(
        URL,
        data=json.dumps({"model": MODEL, "temperature": 0, "messages": messages}).encode(),
        headers={"Content-Type": "application/json", "Authorization": f"Bearer {KEY}"},
    )
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            data = answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        said = error.read().decode("utf-8", "replace")[:200]
        raise ValueError(f"{URL} answers {error.code}: {said}") from error
    except OSError as error:
        raise ValueError(f"{URL} does not answer: {getattr(error, 'reason', error)}") from error
    try:
        return str(json.loads(data)["choices"][0]["message"]["content"] or "")
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise ValueError(f"{URL} gives no chat completion: {data[:200]}") from error


def keep(answered):
    """Add answers to the file, each on a line of its own."""
    with ANSWERS.open("a+", encoding="utf-8") as file:
        file.write("\n")  # behind a line that a killed run left half written
        for (left, right), chance in answered.items():
            row = {"asked": ASKED, "left": left, "right": right, "chance": chance}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def kept():
    """The chances that this model gave this task before, by pair; unreadable lines count as new."""
    found = {}
    for line in ANSWERS.read_text(encoding="utf-8").split("\n") if ANSWERS.exists() else ():
        try:
            row = json.loads(line)
            if row["asked"] == ASKED:
                found[key((row["left"], row["right"]))] = float(row["chance"])
        except (ValueError, KeyError, TypeError):
            continue
    return found
