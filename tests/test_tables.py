import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from pyarrow import parquet

from sourcecompare.errors import InputError
from sourcecompare.model import (
    Article,
    Fault,
    Kind,
    Media,
    Page,
    Reason,
    Run,
    Settings,
)
from sourcecompare.tables import (
    SCHEMAS,
    ColumnType,
    guard,
    run_from_tables,
    run_json,
    table_files,
    tabulate,
    unguard,
)
from sourcecompare.tables.ids import doc_ids
from sourcecompare.text import normalised_url
from tests.builders import (
    ALPHA,
    BETA,
    GAMMA,
    empty_run,
    make_alpha,
    make_article,
    make_beta,
    make_comparison,
    make_gamma,
    make_page,
    make_run,
)

DATA_MD = Path(__file__).parents[1] / "docs" / "DATA.md"


def written(run: Run) -> Callable[[str], bytes]:
    files = table_files(run)
    files["run.json"] = run_json(run, list(files))
    return files.__getitem__


def records(run: Run, table: str) -> list[dict[str, Any]]:
    lines = table_files(run)[f"data/{table}.jsonl"].decode().split("\n")
    assert lines.pop() == ""
    return [json.loads(line) for line in lines]


def with_result(run: Run, result: Article) -> Run:
    return replace(run, results=(*run.results, result))


# What the tables say


def test_every_page_is_a_document_and_every_unreadable_input_an_error() -> None:
    tables = tabulate(make_run())
    documents = tables["documents"]
    assert list(documents["page_id"]) == [ALPHA, BETA, GAMMA]
    assert list(documents["status"]) == ["article", "article", "rejected"]
    assert list(documents["reason"].dropna()) == ["consent-wall"]
    assert list(tables["errors"]["path"]) == ["harbour/link.html"]


def test_documents_say_where_metadata_were_found() -> None:
    alpha = records(make_run(), "documents")[0]
    sources = {name: alpha[name] for name in alpha if name.endswith("_source")}
    assert sources == {
        "title_source": "headline on the page",
        "author_source": "byline on the page",
        "published_source": "JSON-LD datePublished",
        "language_source": "html lang",
    }
    assert "title: og:title" in alpha["declared_sources"]


def test_kept_and_removed_characters_make_up_the_page() -> None:
    documents = tabulate(make_run())["documents"]
    total = documents["kept_characters"] + documents["removed_characters"]
    assert list(total) == list(documents["visible_characters"])
    assert list(documents["kept_words"]) == [27, 25, 0]
    assert documents["removed_characters"].min() > 0


def test_blocks_say_how_much_of_them_was_kept() -> None:
    blocks = tabulate(make_run())["blocks"]
    alpha = blocks[blocks["page_id"] == ALPHA]
    assert list(alpha["kept"]) == ["none", "none", "none", "whole", "part", "whole", "none"]
    assert set(blocks[blocks["page_id"] == GAMMA]["kept"]) == {"none"}


def test_a_removal_that_runs_over_two_blocks_touches_both() -> None:
    alpha = make_alpha()
    first = alpha.removals[0]
    wide = replace(first, span=replace(first.span, end=alpha.page.blocks[3].span.start + 1))
    run = replace(make_run(), results=(replace(alpha, removals=(wide,)),), comparisons=())
    blocks = tabulate(run)["blocks"]
    assert list(blocks["kept"])[3:] == ["part", "whole", "whole", "none"]


@pytest.mark.parametrize("table", ["blocks", "removals", "sentences", "evidence"])
def test_spans_hold_the_text_beside_them(table: str) -> None:
    tables = tabulate(make_run())
    visible = tables["documents"].set_index("page_id")["visible"]
    rows = tables[table].to_dict("records")
    assert rows
    for row in rows:
        assert visible[row["page_id"]][row["page_start"] : row["page_end"]] == row["text"]


def test_a_removal_names_its_block_and_one_between_blocks_none() -> None:
    page = make_page("a.txt", [(Kind.PARAGRAPH, "One."), (Kind.PARAGRAPH, "Two.")])
    gap = replace(page, visible="One.\n-----\nTwo.", blocks=page.blocks[:1])
    article = make_article(page)
    removal = replace(make_alpha().removals[0], span=replace(page.blocks[0].span, start=5, end=10))
    cut = replace(article, page=gap, blocks=gap.blocks, kept=(), removals=(removal,))
    run = with_result(empty_run(), cut)
    assert [row["block"] for row in records(run, "removals")] == [None]
    assert [row["text"] for row in records(run, "removals")] == ["-----"]
    assert {row["block"] for row in records(make_run(), "removals")} == {0, 1, 2, 4, 6}


def test_a_title_on_no_block_is_a_sentence_without_a_place_on_the_page() -> None:
    page = make_page("a.txt", [(Kind.PARAGRAPH, "Rain fell.")], media=Media.TEXT)
    run = with_result(empty_run(), make_article(page, title="Rain"))
    first, second = records(run, "sentences")
    assert (first["block"], first["kind"], first["text"]) == (-1, "title", "Rain")
    assert (first["page_start"], second["page_start"]) == (None, 0)
    assert str(tabulate(run)["sentences"]["page_start"].dtype) == "Int64"


def test_alignments_and_links_show_both_sides() -> None:
    run = make_run()
    pair = records(run, "alignments")[0]
    assert pair["left_text"] == "A fire injured 12 people on the harbour bridge on Tuesday."
    assert (pair["left_outlet"], pair["right_outlet"]) == ("Alpha News", "Beta Times")
    assert (pair["moved"], pair["sure"], pair["label"]) == (False, True, "paraphrase")
    link = records(run, "links")[1]
    assert (link["alignment"], link["left_block"], link["right_block"]) == (1, 4, 1)
    assert link["left_text"] == "The repair will cost 4.2 million euros."


def test_groups_give_a_row_to_each_member() -> None:
    rows = records(make_run(), "groups")
    assert [(row["group"], row["member"], row["voices"]) for row in rows] == [
        (0, 0, 2),
        (0, 1, 2),
        (1, 0, 1),
    ]


def test_evidence_holds_the_value_and_its_sentence() -> None:
    run = make_run()
    twelve, twenty_one, *_, alone = records(run, "evidence")
    assert (twelve["text"], twelve["value_normal"], twelve["position"]) == ("12", "12", 0)
    assert (twenty_one["text"], twenty_one["position"]) == ("21", 1)
    assert "injured 21 people" in twenty_one["sentence_text"]
    assert alone["value_kind"] is None
    finding = records(run, "findings")[0]
    assert (finding["positions"], finding["outlets"]) == (2, ["Alpha News", "Beta Times"])
    assert twelve["finding_id"] == finding["finding_id"]


# Ids and duplicates


def test_equal_bytes_under_two_names_are_two_documents_and_one_is_marked() -> None:
    alpha = make_alpha()
    copy = replace(alpha, page=replace(alpha.page, id="harbour/zeta.html"))
    first, _, _, second = records(with_result(make_run(), copy), "documents")
    assert second["doc_id"] == f"{first['doc_id']}-2"
    assert (first["duplicate_of"], second["duplicate_of"]) == (None, first["doc_id"])


def test_a_copy_from_another_address_has_an_id_of_its_own() -> None:
    alpha = make_alpha()
    copy = replace(alpha, page=replace(alpha.page, id="a.html", url="https://beta.example/"))
    documents = {row["page_id"]: row for row in records(with_result(make_run(), copy), "documents")}
    assert documents[ALPHA]["duplicate_of"] == documents["a.html"]["doc_id"]
    assert not documents[ALPHA]["doc_id"].startswith(documents["a.html"]["doc_id"])


def test_pages_whose_bytes_were_not_read_are_no_copies() -> None:
    gamma = make_gamma()
    unread = [
        replace(gamma, page=replace(gamma.page, id=name, sha256="", url=None))
        for name in ("a.html", "b.html")
    ]
    run = replace(empty_run(), results=tuple(unread))
    assert [row["duplicate_of"] for row in records(run, "documents")] == [None, None]


def test_ids_do_not_depend_on_the_order_of_pages() -> None:
    page = make_alpha().page
    pages: list[Page] = [replace(page, id=name) for name in ("a", "b", "c")]
    assert doc_ids(pages) == doc_ids(reversed(pages))
    assert len(set(doc_ids(pages).values())) == 3


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTP://News.Example:80/A?b=1#c", "http://news.example/A?b=1"),
        ("https://news.example", "https://news.example/"),
        ("https://news.example:8443/a", "https://news.example:8443/a"),
        ("https://[2001:DB8::1]:443/", "https://[2001:db8::1]/"),
        ("https://[broken", "https://[broken"),
        ("https://news.example:99999/", "https://news.example:99999/"),
        ("no address", "no address"),
    ],
)
def test_addresses_lose_what_never_tells_two_pages_apart(url: str, expected: str) -> None:
    assert normalised_url(url) == expected


# Files


def test_all_tables_come_in_all_formats() -> None:
    expected = {
        f"data/{name}.{suffix}" for name in SCHEMAS for suffix in ("parquet", "jsonl", "csv")
    }
    assert set(table_files(make_run())) == expected == set(table_files(empty_run()))


def test_equal_runs_give_equal_bytes() -> None:
    assert table_files(make_run()) == table_files(make_run())


@pytest.mark.parametrize("table", SCHEMAS)
def test_parquet_says_what_each_column_means_and_has_no_index(table: str) -> None:
    schema = parquet.ParquetFile(
        io.BytesIO(table_files(make_run())[f"data/{table}.parquet"])
    ).schema_arrow
    described = {field.name: field.metadata[b"description"].decode() for field in schema}
    assert described == {column.name: column.description for column in SCHEMAS[table]}
    assert {field.name for field in schema if field.nullable} == {
        column.name for column in SCHEMAS[table] if column.nullable
    }


@pytest.mark.parametrize("table", SCHEMAS)
def test_a_table_without_rows_has_its_columns_and_types(table: str) -> None:
    empty, full = tabulate(empty_run())[table], tabulate(make_run())[table]
    assert len(empty) == 0
    assert len(full) > 0
    assert list(empty.columns) == [column.name for column in SCHEMAS[table]]
    assert list(empty.dtypes) == list(full.dtypes)
    header = table_files(empty_run())[f"data/{table}.csv"].decode()
    assert header == ",".join(f'"{column.name}"' for column in SCHEMAS[table]) + "\n"


@pytest.mark.parametrize("table", SCHEMAS)
def test_pandas_reads_from_parquet_what_tabulate_gives(table: str) -> None:
    data = io.BytesIO(table_files(make_run())[f"data/{table}.parquet"])
    frame = tabulate(make_run())[table]
    assert_frame_equal(pd.read_parquet(data).astype(frame.dtypes.to_dict()), frame)


@pytest.mark.parametrize("table", SCHEMAS)
def test_json_lines_and_csv_are_copies_of_parquet(table: str) -> None:
    files = table_files(make_run())
    data = io.BytesIO(files[f"data/{table}.parquet"])
    rows = parquet.ParquetFile(data).read(use_threads=False).to_pylist()
    assert records(make_run(), table) == rows
    text = io.StringIO(files[f"data/{table}.csv"].decode(), newline="")
    parsed = list(csv.DictReader(text, strict=True))
    assert len(parsed) == len(rows)
    for cells, row in zip(parsed, rows, strict=True):
        assert {name: value_of(table, name, cell) for name, cell in cells.items()} == {
            name: "" if value is None else value for name, value in row.items()
        }


def value_of(table: str, name: str, cell: str) -> object:
    """What a CSV cell stands for; the module csv cannot tell null from ""."""
    kind = next(column.type for column in SCHEMAS[table] if column.name == name)
    if kind is ColumnType.TEXT:
        return unguard(cell)
    return json.loads(cell) if cell else ""


def test_json_lines_hold_one_row_a_line_whatever_the_text() -> None:
    odd = "a\u2028b\u2029c\u0085d\ne\x0bf"
    page = make_page("a.txt", [(Kind.PARAGRAPH, "Rain.")], outlet=odd)
    data = table_files(with_result(empty_run(), make_article(page)))["data/documents.jsonl"]
    assert len(data.decode().splitlines()) == 1
    assert json.loads(data)["outlet"] == odd


def test_half_a_surrogate_pair_is_replaced_and_a_whole_character_is_not() -> None:
    page = make_page("a.txt", [(Kind.PARAGRAPH, "Rain.")], notes=("\udc80", "\U0001f600"))
    article = make_article(page, title="\ud83dRain \U0001f600")
    run = with_result(empty_run(), article)
    back = run_from_tables(written(run)).results[0]
    assert isinstance(back, Article)
    assert back.title == "\ufffdRain \U0001f600"
    assert back.page.notes == ("\ufffd", "\U0001f600")


def test_csv_tells_null_from_empty_text_and_leaves_numbers_bare() -> None:
    line = table_files(make_run())["data/evidence.csv"].decode().split("\n")[1]
    assert ',"number","12","","people","",15,17' in line
    last = table_files(make_run())["data/evidence.csv"].decode().split("\n")[-2]
    assert last.endswith(",,,,,,,")


@pytest.mark.parametrize("text", ["a\rb", "a\nb", "a\r\nb", 'a "b", c', "a;b\tc", "=1+1", "'"])
def test_csv_keeps_every_text(text: str) -> None:
    page = make_page("a.txt", [(Kind.PARAGRAPH, "Rain.")], outlet=text)
    data = table_files(with_result(empty_run(), make_article(page)))["data/documents.csv"]
    [row] = csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True)
    assert unguard(row["outlet"]) == text
    frame = pd.read_csv(io.BytesIO(data))
    assert unguard(frame["outlet"][0]) == text


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0",
        "+1",
        "-1",
        "@SUM(1)",
        "|x",
        "%0",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "\tx",
        "\rx",
        "\nx",
        "  =1",
        "\u00a0=1",
        "\u200b=1",
        "\ufeff=1",
        '"=1',
        "“=1",
        ' \u200b"=1',
        "\x00=1",
        "'=1",
    ],
)
def test_no_cell_of_a_csv_file_starts_a_formula(text: str) -> None:
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "1 = 1", "“Yes”, she said", "a@b.example", "…", "  indented"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert guard(text) == text


def test_numbers_below_zero_are_not_guarded() -> None:
    page = make_page("a.txt", [(Kind.PARAGRAPH, "Rain fell.")], media=Media.TEXT)
    run = with_result(empty_run(), make_article(page, title="Rain"))
    assert '"Alpha News",,-1,0,"title"' in table_files(run)["data/sentences.csv"].decode()


# And back


def test_a_run_comes_back_from_its_tables() -> None:
    assert run_from_tables(written(make_run())) == make_run()


def test_a_run_without_pages_comes_back() -> None:
    assert run_from_tables(written(empty_run())) == empty_run()


def test_what_is_not_stored_comes_back_empty() -> None:
    alpha = make_alpha()
    scraped = replace(alpha, page=replace(alpha.page, content="<html>"))
    run = with_result(empty_run(), scraped)
    assert run_from_tables(written(run)) == with_result(empty_run(), alpha)


def test_settings_faults_and_several_stories_come_back() -> None:
    alpha, beta, gamma = make_alpha(), make_beta(), make_gamma()
    alone = make_article(make_page("rain/a.html", [(Kind.PARAGRAPH, "Rain fell.")]))
    fault = Fault(reason=Reason.UNDECODABLE, detail="No text.")
    unread = replace(gamma, page=replace(gamma.page, id="rain/b.html", fault=fault))
    first = make_comparison(alpha, beta)
    story = replace(first.story, id="rain", title="Rain", articles=(alone,))
    run = replace(
        make_run(),
        results=(alpha, beta, gamma, alone, unread),
        comparisons=(first, replace(first, story=story, alignments=(), groups=(), findings=())),
        settings=Settings(keep=(Kind.PARAGRAPH, Kind.CAPTION), page_seconds=1.5),
    )
    assert run_from_tables(written(run)) == run


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("data/blocks.parquet", b"PAR1"),
        ("data/blocks.parquet", b""),
        ("data/findings.parquet", table_files(make_run())["data/errors.parquet"]),
        ("run.json", b"{}"),
        ("run.json", b"no json"),
        ("run.json", b'{"generator": "another"}'),
    ],
)
def test_a_damaged_file_is_an_input_error(name: str, data: bytes) -> None:
    read = written(make_run())
    with pytest.raises(InputError, match="make"):
        run_from_tables(lambda path: data if path == name else read(path))


def test_what_reading_raises_is_passed_on() -> None:
    def read(path: str) -> bytes:
        raise FileNotFoundError(path)

    with pytest.raises(FileNotFoundError, match=re.escape("data/documents.parquet")):
        run_from_tables(read)


# run.json


def test_the_record_is_canonical_and_lists_each_file_once() -> None:
    data = run_json(make_run(), ["b", "a", "b"])
    record = json.loads(data)
    assert record["generator"] == "sourcecompare"
    assert record["files"] == ["a", "b"]
    assert record["ignored"] == ["README.md", "sources.toml"]
    assert record["counts"]["rejected"] == 1
    assert record["counts"]["findings"]["conflict"] == 1
    assert record["stories"][0]["pages"] == [ALPHA, BETA]
    assert data.endswith(b"}\n")
    assert list(record) == sorted(record)


def test_outputs_of_a_version_without_decisions_and_excerpts_are_read() -> None:
    read = written(make_run())
    record = json.loads(read("run.json"))
    del record["decisions"], record["settings"]["quoting"]
    old = json.dumps(record).encode()
    assert run_from_tables(lambda path: old if path == "run.json" else read(path)) == make_run()


# docs/DATA.md


@pytest.mark.parametrize("table", SCHEMAS)
def test_every_column_is_documented_and_no_other(table: str) -> None:
    section = DATA_MD.read_text(encoding="utf-8").split(f"\n### {table}\n")[1].split("\n#")[0]
    rows = [line for line in section.split("\n") if line.startswith("| `")]
    assert rows == [
        f"| `{column.name}` | {column.type}{' or null' * column.nullable} | {column.description} |"
        for column in SCHEMAS[table]
    ]


def test_the_examples_of_the_documentation_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, data in table_files(make_run()).items():
        path = tmp_path / "outputs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    monkeypatch.chdir(tmp_path)
    text = DATA_MD.read_text(encoding="utf-8")
    conflicts, removed, read_csv = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    side_by_side = executed(conflicts)["side_by_side"]
    assert side_by_side.loc[("harbour", 0)].to_dict() == {"Alpha News": "12", "Beta Times": "21"}
    shares = executed(removed)["shares"]
    assert shares["Gamma Post", "rejected-page"] == 1
    alpha = "".join(make_alpha().page.visible.split())
    assert shares["Alpha News", "navigation"] == pytest.approx(len("Home") / len(alpha))
    blocks = executed(read_csv)["blocks"]
    assert list(blocks["text"]) == list(tabulate(make_run())["blocks"]["text"])


def executed(code: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(compile(code, str(DATA_MD), "exec"), names)  # noqa: S102 -- our own documentation
    return names
