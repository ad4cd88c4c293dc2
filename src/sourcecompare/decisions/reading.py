"""A decision file, as an editor's report exports it, into `Decisions`."""

import hashlib

from sourcecompare.errors import SettingError
from sourcecompare.model import (
    BlockRef,
    Decision,
    DecisionFile,
    Decisions,
    Mark,
    MarkedPassage,
    PageSpan,
    Restoration,
    Rule,
    TextSpan,
    Verdict,
)

from .entries import SURROGATE, Entry, parse
from .merging import merge

FORMAT = "sourcecompare-decisions"
VERSION = 1
MOST_BYTES = 50_000_000
"""of a file: 20,000 removed lines of 2,000 characters; what is larger is another file"""
MOST_NAME = 200
"""characters of an editor's name, which stands in notes and beside findings"""
MOST_PASSAGES = 50
"""of a marked conflict; a story of more outlets is possible, a conflict told by all of them is not
one that anybody marks by hand"""


def read_decisions(data: bytes, name: str) -> Decisions:
    """What a decision file says; docs/DECISIONS.md describes its form.

    `name` is the file's, with "/" and folders where these tell it from others; without its ending
    it is the editor of what names none.

    Raises:
        SettingError: the bytes are no decision file of this version, or an entry cannot be meant.
    """
    name = SURROGATE.sub("\ufffd", name)  # a file's name may hold what no report can
    top = Entry(name, _checked(parse(data, name), name))
    top.allow("format", "version", "findings", "restored", "missed")
    editor = name.removesuffix(".json")
    digest = hashlib.sha256(data).hexdigest()
    return merge(
        [
            Decisions(
                findings=tuple(_decision(one, editor) for one in top.entries("findings")),
                restored=tuple(_restoration(one, editor) for one in top.entries("restored")),
                missed=tuple(_mark(one, editor) for one in top.entries("missed")),
                files=(DecisionFile(name=name.rpartition("/")[2], sha256=digest),),
            )
        ]
    )


def _checked(told: object, name: str) -> object:
    """What was parsed, if it says that it is ours, and of this version."""
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise SettingError(
            f'{name} does not say "format": "{FORMAT}", so it is no decision file; '
            "name one that was exported from a report."
        )
    version = told.get("version")
    if isinstance(version, bool) or version != VERSION or not isinstance(version, int):
        entry = Entry(name, told)
        if entry.whole("version", least=1) > VERSION:
            raise SettingError(
                f"{name} is a decision file of version {version}, and this sourcecompare reads "
                f"version {VERSION}; install a newer one."
            )
    return told


def _decision(entry: Entry, editor: str) -> Decision:
    entry.allow("story", "id", "digest", "verdict", "note", "by", "at", "says")
    return Decision(
        story=entry.needed("story"),
        id=entry.needed("id"),
        digest=entry.needed("digest"),
        verdict=entry.choice("verdict", Verdict),
        note=entry.text("note").strip(),
        by=_editor(entry, editor),
        at=entry.moment("at"),
        says=entry.text("says"),
    )


def _restoration(entry: Entry, editor: str) -> Restoration:
    entry.allow("page", "rule", "start", "end", "text", "by", "at", "note")
    return Restoration(
        page=entry.needed("page"),
        rule=entry.choice("rule", Rule),
        span=PageSpan(*entry.span()),
        text=entry.needed("text", most=MOST_BYTES),
        note=entry.text("note").strip(),
        by=_editor(entry, editor),
        at=entry.moment("at"),
    )


def _mark(entry: Entry, editor: str) -> Mark:
    entry.allow("story", "passages", "note", "by", "at")
    passages = {_passage(one) for one in entry.entries("passages")}
    if not 2 <= len(passages) <= MOST_PASSAGES:
        raise entry.refusal(
            f"marks {len(passages)} different passages, where a conflict has 2 to {MOST_PASSAGES}"
        )
    return Mark(
        story=entry.needed("story"),
        passages=tuple(sorted(passages, key=lambda one: (one.ref, one.span, one.text))),
        note=entry.text("note").strip(),
        by=_editor(entry, editor),
        at=entry.moment("at"),
    )


def _passage(entry: Entry) -> MarkedPassage:
    entry.allow("page", "block", "start", "end", "text")
    return MarkedPassage(
        ref=BlockRef(entry.needed("page"), entry.whole("block", least=-1)),
        span=TextSpan(*entry.span()),
        text=entry.needed("text", most=MOST_BYTES),
    )


def _editor(entry: Entry, editor: str) -> str:
    """The editor's name; of a file that names none, what the file is called."""
    return " ".join(entry.text("by", most=MOST_NAME).split()) or editor
