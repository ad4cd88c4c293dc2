"""A run read back from its Parquet tables and ``run.json``."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sourcecompare.errors import InputError
from sourcecompare.model import (
    Alignment,
    Article,
    Basis,
    BlockRef,
    Comparison,
    Core,
    Evidence,
    Finding,
    FindingKind,
    Group,
    InputFailure,
    Label,
    Link,
    Passage,
    Rejected,
    Reuse,
    Run,
    SentenceRef,
    Severity,
    Shape,
    Story,
    TextSpan,
    Value,
    ValueKind,
)

from .frames import from_parquet
from .pages_back import Row, Rows, result_from_rows
from .record import read_record

Tables = Mapping[str, Rows]

# "sentences" is left out: an article's sentences follow from the article.
_NEEDED = (
    "documents",
    "blocks",
    "removals",
    "alignments",
    "links",
    "groups",
    "reuse",
    "findings",
    "evidence",
    "errors",
)


def run_from_tables(read: Callable[[str], bytes]) -> Run:
    """The run whose tables and record `read` gives by file name, as ``data/blocks.parquet``.

    It equals the run that was written but for what is not stored: `Page.content` is "", and
    `Markup.hints` is (). A value is taken to stand in the sentence of its evidence, as all
    checks put it. What `read` raises is passed on.

    Raises:
        InputError: a file is damaged or from another version.
    """
    tables = {name: _table(read, name) for name in _NEEDED}
    try:
        record = read_record(read("run.json"))
        results = _results(tables)
        return Run(
            results=results,
            comparisons=_comparisons(tables, results),
            errors=tuple(
                InputFailure(path=row["path"], detail=row["detail"]) for row in tables["errors"]
            ),
            ignored=record.ignored,
            settings=record.settings,
            version=record.version,
            decisions=record.decisions,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(
            "The outputs do not fit together or come from another version of sourcecompare"
            f" ({error}); make them anew from the inputs."
        ) from error


def _table(read: Callable[[str], bytes], name: str) -> Rows:
    path = f"data/{name}.parquet"
    data = read(path)
    try:
        return from_parquet(data)
    except ValueError as error:
        raise InputError(
            f"{path} is no Parquet file ({error}); make the outputs anew from the inputs."
        ) from error


def _by(rows: Rows, *names: str) -> defaultdict[tuple[Any, ...], list[Row]]:
    """The rows that agree in these columns, in the order of the table."""
    found: defaultdict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        found[tuple(row[name] for name in names)].append(row)
    return found


def _results(tables: Tables) -> tuple[Article | Rejected, ...]:
    blocks = _by(tables["blocks"], "page_id")
    removals = _by(tables["removals"], "page_id")
    return tuple(
        result_from_rows(row, blocks[row["page_id"],], removals[row["page_id"],])
        for row in tables["documents"]
    )


def _comparisons(tables: Tables, results: Sequence[Article | Rejected]) -> tuple[Comparison, ...]:
    pages = {row["page_id"]: row for row in tables["documents"]}
    told: defaultdict[str, list[Article]] = defaultdict(list)
    titles: dict[str, str] = {}
    for result in results:
        row = pages[result.page.id]
        if isinstance(result, Article) and row["story_id"] is not None:
            told[row["story_id"]].append(result)
            titles[row["story_id"]] = row["story_title"]
    alignments = _alignments(tables)
    groups = _groups(tables)
    findings = _findings(tables)
    reuse = _reuse(tables)
    return tuple(
        Comparison(
            story=Story(
                id=story,
                title=titles[story],
                articles=tuple(told[story]),
                versions=_versions(told[story], pages),
            ),
            alignments=tuple(alignments[story]),
            groups=tuple(groups[story]),
            findings=tuple(findings[story]),
            reuse=tuple(reuse[story]),
        )
        for story in sorted(told)
    )


def _versions(articles: Sequence[Article], pages: Mapping[str, Row]) -> tuple[tuple[str, ...], ...]:
    rows = [pages[article.page.id] for article in articles]
    of_several = [row for row in rows if row["version_of"] is not None]
    found = _by(sorted(of_several, key=lambda row: int(row["version"])), "version_of")
    return tuple(sorted(tuple(row["page_id"] for row in some) for some in found.values()))


def _alignments(tables: Tables) -> defaultdict[str, list[Alignment]]:
    links = _by(tables["links"], "story_id", "alignment")
    found: defaultdict[str, list[Alignment]] = defaultdict(list)
    for row in tables["alignments"]:
        alignment = Alignment(
            left=BlockRef(row["left_page_id"], row["left_block"]),
            right=BlockRef(row["right_page_id"], row["right_block"]),
            score=row["score"],
            links=tuple(_link(one) for one in links[row["story_id"], row["alignment"]]),
            label=Label(row["label"]),
            shape=Shape(row["shape"]),
            moved=row["moved"],
            sure=row["sure"],
            words=tuple(row["words"]),
        )
        found[row["story_id"]].append(alignment)
    return found


def _link(row: Row) -> Link:
    return Link(
        left=SentenceRef(row["left_page_id"], row["left_block"], row["left_sentence"]),
        right=SentenceRef(row["right_page_id"], row["right_block"], row["right_sentence"]),
        score=row["score"],
    )


def _groups(tables: Tables) -> defaultdict[str, list[Group]]:
    found: defaultdict[str, list[Group]] = defaultdict(list)
    for (story, _), rows in _by(tables["groups"], "story_id", "group").items():
        group = Group(
            sentences=tuple(_sentence_ref(row) for row in rows),
            score=rows[0]["score"],
            voices=rows[0]["voices"],
            cores=_cores(rows),
        )
        found[story].append(group)
    return found


def _cores(rows: Sequence[Row]) -> tuple[Core, ...]:
    members: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row["core"] is not None:
            members[row["core"]].append(row)
    return tuple(
        Core(
            sentences=tuple(_sentence_ref(row) for row in members[number]),
            score=members[number][0]["core_score"],
            voices=members[number][0]["core_voices"],
        )
        for number in sorted(members)
    )


def _reuse(tables: Tables) -> defaultdict[str, list[Reuse]]:
    found: defaultdict[str, list[Reuse]] = defaultdict(list)
    for (story, _), rows in _by(tables["reuse"], "story_id", "reuse").items():
        sides = ("left", "right")
        shares = {row[f"{side}_page_id"]: row[f"{side}_share"] for row in rows for side in sides}
        text = Reuse(
            pages=tuple(sorted(shares)),
            shares=tuple(shares[page] for page in sorted(shares)),
            whole=rows[0]["whole"],
            source=rows[0]["source_page_id"],
            basis=Basis(rows[0]["basis"]),
            credit=rows[0]["credit"],
            passages=tuple(_passage(row) for row in rows),
        )
        found[story].append(text)
    return found


def _passage(row: Row) -> Passage:
    return Passage(
        left=BlockRef(row["left_page_id"], row["left_block"]),
        left_span=TextSpan(row["left_block_start"], row["left_block_end"]),
        right=BlockRef(row["right_page_id"], row["right_block"]),
        right_span=TextSpan(row["right_block_start"], row["right_block_end"]),
        words=row["words"],
    )


def _findings(tables: Tables) -> defaultdict[str, list[Finding]]:
    evidence = _by(tables["evidence"], "story_id", "finding")
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for row in tables["findings"]:
        finding = Finding(
            id=row["finding_id"],
            digest=row["digest"],
            kind=FindingKind(row["kind"]),
            severity=Severity(row["severity"]),
            confidence=row["confidence"],
            evidence=tuple(_evidence(one) for one in evidence[row["story_id"], row["finding"]]),
            check=row["check"],
            reason=row["reason"],
        )
        found[row["story_id"]].append(finding)
    return found


def _evidence(row: Row) -> Evidence:
    return Evidence(
        ref=_sentence_ref(row),
        span=TextSpan(row["block_start"], row["block_end"]),
        value=_value(row) if row["value_kind"] is not None else None,
        position=row["position"],
    )


def _value(row: Row) -> Value:
    return Value(
        kind=ValueKind(row["value_kind"]),
        normal=row["value_normal"],
        unit=row["value_unit"],
        head=row["value_head"],
        modifier=row["value_modifier"],
        ref=_sentence_ref(row),
        span=TextSpan(row["value_start"], row["value_end"]),
    )


def _sentence_ref(row: Row) -> SentenceRef:
    return SentenceRef(row["page_id"], row["block"], row["sentence"])
