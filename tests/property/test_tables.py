import csv
import io
import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sourcecompare.model import Article, Kind, Rule, Run
from sourcecompare.tables import guard, run_from_tables, run_json, table_files, unguard
from tests.builders import empty_run, make_article, make_page

# What a spreadsheet, a CSV reader or a line splitter may trip over, more often than by chance.
AWKWARD = st.text(st.sampled_from("=+-@|%＝ \t\r\n'\"“\ufeff\u200b\u2028,;a\x00\u00a0é😀"))
TEXTS = st.one_of(AWKWARD, st.text(st.characters(exclude_categories=["Cs"])))


@given(TEXTS)
def test_guarded_cells_are_undone(text: str) -> None:
    assert unguard(guard(text)) == text


@given(TEXTS)
def test_no_guarded_cell_starts_with_what_starts_a_formula(text: str) -> None:
    hidden = ' \t\r\n"“\ufeff\u200b\u2028\u00a0\x00'
    assert not guard(text).lstrip(hidden).startswith(tuple("=+-@|%＝＋－＠"))


@given(TEXTS, TEXTS)
def test_different_texts_are_different_cells(left: str, right: str) -> None:
    assert (guard(left) == guard(right)) == (left == right)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(Kind)),
            TEXTS.filter(lambda text: bool(text.strip())),
            st.booleans(),
        ),
        max_size=5,
    ),
    TEXTS,
    st.none() | TEXTS,
)
def test_any_text_comes_back_from_the_tables(
    blocks: list[tuple[Kind, str, bool]], outlet: str, title: str | None
) -> None:
    run = run_of(blocks, outlet, title)
    files = table_files(run)
    files["run.json"] = run_json(run, list(files))
    assert run_from_tables(files.__getitem__) == run
    told = [json.loads(line) for line in files["data/blocks.jsonl"].decode().splitlines()]
    assert [row["text"] for row in told] == [text for _, text, _ in blocks]
    cells = csv.DictReader(io.StringIO(files["data/blocks.csv"].decode(), newline=""), strict=True)
    assert [unguard(row["text"]) for row in cells] == [text for _, text, _ in blocks]


def run_of(blocks: list[tuple[Kind, str, bool]], outlet: str, title: str | None) -> Run:
    page = make_page("a.html", [(kind, text) for kind, text, _ in blocks], outlet=outlet)
    article: Article = make_article(page, title=title)
    cut = {block.index for block, (_, _, kept) in zip(page.blocks, blocks, strict=True) if not kept}
    removals = tuple(
        replace(REMOVAL, span=block.span) for block in page.blocks if block.index in cut
    )
    kept = tuple(block for block in article.blocks if block.index not in cut)
    result = replace(
        article, blocks=kept, removals=removals, kept=tuple(block.span for block in kept)
    )
    return replace(empty_run(), results=(result,))


REMOVAL = make_article(
    make_page("x.html", [(Kind.PARAGRAPH, "x")]), cuts={"x": Rule.NAVIGATION}
).removals[0]
