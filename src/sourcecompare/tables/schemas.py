"""Every table and every column: name, type and meaning.

docs/DATA.md is checked against these tuples, and the Parquet files carry the same words in the
metadata of their fields. Offsets are named after what they count in: ``page_start`` and
``page_end`` are a `PageSpan` (characters of ``documents.visible``), ``block_start`` and
``block_end`` a `TextSpan` (characters of ``blocks.text``; of ``documents.title`` where the block
is -1). Both are half-open and count Unicode characters.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class ColumnType(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    TEXTS = "list of text"
    SPANS = "list of spans"
    """each with an integer ``start`` and ``end``"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of one table."""

    name: str
    type: ColumnType
    description: str
    """one phrase, as docs/DATA.md prints it"""
    nullable: bool = False


Schema = tuple[Column, ...]


def _text(name: str, description: str) -> Column:
    return Column(name, ColumnType.TEXT, description)


def _optional_text(name: str, description: str) -> Column:
    return Column(name, ColumnType.TEXT, description, nullable=True)


def _integer(name: str, description: str) -> Column:
    return Column(name, ColumnType.INTEGER, description)


def _optional_integer(name: str, description: str) -> Column:
    return Column(name, ColumnType.INTEGER, description, nullable=True)


def _share(name: str, description: str) -> Column:
    return Column(name, ColumnType.NUMBER, f"{description}, 0 to 1")


def _optional_share(name: str, description: str) -> Column:
    return Column(name, ColumnType.NUMBER, f"{description}, 0 to 1", nullable=True)


_PAGE: Schema = (
    _text("doc_id", "stable id of the document: of its address and its bytes"),
    _text("page_id", "path of the page below the input folder"),
    _text("outlet", "name of the outlet that published the page"),
)
_STORY: Schema = (_text("story_id", "story that the row belongs to"),)
_PAGE_SPAN: Schema = (
    _integer("page_start", "first character in documents.visible"),
    _integer("page_end", "one past the last character in documents.visible"),
)
_OPTIONAL_PAGE_SPAN: Schema = (
    _optional_integer("page_start", "first character in documents.visible; null for block -1"),
    _optional_integer("page_end", "one past the last one in documents.visible; null for block -1"),
)
_BLOCK = _integer("block", "number of the block on its page, from 0; -1: the title, on no block")
_SENTENCE = _integer("sentence", "number of the sentence within its block, from 0")
_BLOCK_SPAN: Schema = (
    _integer("block_start", "first character in blocks.text"),
    _integer("block_end", "one past the last character in blocks.text"),
)


def _side(side: str) -> Schema:
    return (
        _text(f"{side}_doc_id", f"document of the {side} paragraph"),
        _text(f"{side}_page_id", f"page of the {side} paragraph"),
        _text(f"{side}_outlet", f"outlet of the {side} paragraph"),
        _integer(f"{side}_block", f"block of the {side} paragraph; -1: the title, on no block"),
    )


DOCUMENTS: Schema = (
    *_PAGE,
    _optional_text("story_id", "story of the article; null for a rejected page"),
    _optional_text("story_title", "title of that story; null for a rejected page"),
    _optional_text("version_of", "page_id of the newest version of the article; null: only one"),
    _optional_integer("version", "number of the version, from 1, the oldest; null: only one"),
    _optional_text("url", "address of the page, as given or found"),
    _optional_text("title", "headline of the article"),
    _optional_text("author", "who wrote it"),
    _optional_text("published", "when it was published, ISO 8601, as precise as its source"),
    _optional_text("retrieved", "when it was scraped, ISO 8601"),
    _optional_text("language", "language of the article, BCP 47"),
    _optional_text("title_source", "where the title was found: og:title, ..."),
    _optional_text("author_source", "where the author was found: JSON-LD author, ..."),
    _optional_text("published_source", "where the time of publication was found: meta date, ..."),
    _optional_text("language_source", "where the language was found: html lang, ..."),
    _text("media", "html or text"),
    _text("status", "article or rejected"),
    _optional_text("reason", "why the page was rejected; null for an article"),
    _optional_text("detail", "the same in one sentence; null for an article"),
    Column(
        "confidence",
        ColumnType.NUMBER,
        "how sure the cleaning is, 0 to 1; null for a rejected page",
        nullable=True,
    ),
    _integer("kept_words", "words of text"),
    _integer("visible_characters", "characters of visible that are not white space"),
    _integer("kept_characters", "those of them that were kept"),
    _integer("removed_characters", "those of them that were removed"),
    _text("sha256", "SHA-256 of the bytes as read, hexadecimal"),
    _optional_text("duplicate_of", "doc_id of the first document with the same bytes; else null"),
    Column("notes", ColumnType.TEXTS, "what decoding and parsing had to repair, a sentence each"),
    Column("cleaning_notes", ColumnType.TEXTS, "what one should know of the cleaning"),
    _optional_text("fault_reason", "why the bytes could not be read as a page; else null"),
    _optional_text("fault_detail", "the same in one sentence; else null"),
    _text("declared_title", "title that the page's metadata state; empty: none"),
    _text("declared_site_name", "name of the site, by its metadata; empty: none"),
    _text("declared_author", "author, by the page's metadata; empty: none"),
    _text("declared_published", "time of publication, by the page's metadata; empty: none"),
    _text("declared_modified", "time of the last change, by the page's metadata; empty: none"),
    _text("declared_language", "language, by the page's metadata; empty: none"),
    _text("declared_url", "canonical address, by the page's metadata; empty: none"),
    _text("declared_description", "the longest summary in the page's metadata; empty: none"),
    Column(
        "declared_sources",
        ColumnType.TEXTS,
        "where the declared values were found, as in title: og:title",
    ),
    _text("text", "the clean text: kept words in order, blocks apart by a blank line"),
    _text("visible", "all text of the page in document order, before anything was removed"),
    Column("kept_spans", ColumnType.SPANS, "what was kept: half-open spans of visible, in order"),
)

BLOCKS: Schema = (
    *_PAGE,
    _integer("block", "number of the block on its page, from 0, in document order"),
    _text("kind", "title, heading, paragraph, list_item, table_row, quote, caption, ..."),
    _text("path", "XPath of the block's element; empty on a text page"),
    *_PAGE_SPAN,
    _text("kept", "whole, part or none: how much of the block is in the article"),
    _text("text", "the block's words, equal to documents.visible[page_start:page_end]"),
)

REMOVALS: Schema = (
    *_PAGE,
    _integer("removal", "number of the removal on its page, from 0, in page order"),
    _optional_integer("block", "block that the removal starts in; null between two blocks"),
    *_PAGE_SPAN,
    _text("rule", "name of the rule that removed it, see RULES.md"),
    _text("reason", "why, in one sentence"),
    _share("confidence", "how sure the rule is"),
    _text("text", "what was removed, equal to documents.visible[page_start:page_end]"),
)

SENTENCES: Schema = (
    *_PAGE,
    _optional_text("story_id", "story of the article; null where it is in none"),
    _BLOCK,
    _SENTENCE,
    _text("kind", "kind of the block; title for block -1"),
    *_BLOCK_SPAN,
    *_OPTIONAL_PAGE_SPAN,
    _text("text", "the sentence's words, equal to blocks.text[block_start:block_end]"),
)

ALIGNMENTS: Schema = (
    *_STORY,
    _integer("alignment", "number of the pair within its story, from 0"),
    *_side("left"),
    *_side("right"),
    _share("score", "how much the two paragraphs tell the same"),
    _text("label", "how close the wording is: exact, near, paraphrase or spun"),
    _text("shape", "same, split, merged, expanded or shortened, seen from the left"),
    Column("moved", ColumnType.BOOLEAN, "out of the order that most other pairs keep"),
    Column("sure", ColumnType.BOOLEAN, "false in the review band: shown, but not counted"),
    Column("words", ColumnType.TEXTS, "the most telling words of both, most telling first"),
    _text("left_text", "sentences of the left paragraph, joined by blanks"),
    _text("right_text", "sentences of the right paragraph, joined by blanks"),
)

LINKS: Schema = (
    *_STORY,
    _integer("alignment", "the pair of paragraphs that the two sentences belong to"),
    *_side("left"),
    _integer("left_sentence", "number of the left sentence within its block"),
    *_side("right"),
    _integer("right_sentence", "number of the right sentence within its block"),
    _share("score", "how much the two sentences tell the same"),
    _text("left_text", "the left sentence"),
    _text("right_text", "the right sentence"),
)

GROUPS: Schema = (
    *_STORY,
    _integer("group", "number of the group within its story, from 0"),
    _integer("member", "number of the sentence within its group, from 0"),
    *_PAGE,
    _BLOCK,
    _SENTENCE,
    _share("score", "score of the group's weakest pair; 1 for a group of one"),
    _integer("voices", "those of the core with most; 1 where there is none"),
    _optional_integer("core", "number of the core in the group, from 0; null: in review, not sure"),
    _optional_share("core_score", "score of the core's weakest pair; null: no core"),
    _optional_integer(
        "core_voices", "outlets that tell it, copies of one text once; null: no core"
    ),
    _text("text", "the sentence"),
)

REUSE: Schema = (
    *_STORY,
    _integer("reuse", "number of the reused text within its story, from 0"),
    _integer("passage", "number of the passage within its text, from 0"),
    *_side("left"),
    _integer("left_block_start", "first character of the passage in the left blocks.text"),
    _integer("left_block_end", "one past its last character in the left blocks.text"),
    _share("left_share", "how much of the left page's words belongs to the text"),
    *_side("right"),
    _integer("right_block_start", "first character of the passage in the right blocks.text"),
    _integer("right_block_end", "one past its last character in the right blocks.text"),
    _share("right_share", "how much of the right page's words belongs to the text"),
    _integer("words", "words of the passage that are the same on both sides"),
    Column("whole", ColumnType.BOOLEAN, "true: its pages are one voice; false: in passages only"),
    _optional_text(
        "source_page_id", "page that it was likely taken from; null where nothing tells"
    ),
    _optional_text("source_outlet", "outlet of that page; null where nothing tells"),
    _text("basis", "what told the source: credit, published, longest, elsewhere or unknown"),
    _text("credit", "what a page calls the source, as written; empty if none does"),
    _text("left_text", "the passage as the left page has it"),
    _text("right_text", "the passage as the right page has it"),
)

FINDINGS: Schema = (
    *_STORY,
    _integer("finding", "number of the finding within its story, from 0, in the report's order"),
    _text("finding_id", "id that survives a re-run and a new version"),
    _text("digest", "changes when the sentences or values of the evidence change"),
    _text("kind", "shared, unique, conflict, update or differs"),
    _text("severity", "how much it matters: high, medium or low"),
    _share("confidence", "how sure the check is"),
    _text("check", "name of the check that found it, see CONFLICTS.md"),
    _text("reason", "one plain sentence"),
    _integer("positions", "statements that exclude each other; 1 where none do"),
    Column("page_ids", ColumnType.TEXTS, "pages of the evidence, each once, sorted"),
    Column("outlets", ColumnType.TEXTS, "outlets of the evidence, each once, sorted"),
)

EVIDENCE: Schema = (
    *_STORY,
    _integer("finding", "number of the finding within its story"),
    _text("finding_id", "the finding that rests on this place"),
    _text("finding_kind", "shared, unique, conflict, update or differs"),
    _integer("evidence", "number of the place within its finding, from 0"),
    _integer("position", "which of the statements that exclude each other is made here, from 0"),
    *_PAGE,
    _BLOCK,
    _SENTENCE,
    *_BLOCK_SPAN,
    *_OPTIONAL_PAGE_SPAN,
    _text("text", "the words at that place"),
    _text("sentence_text", "the whole sentence"),
    _optional_text("value_kind", "number, ordinal, money, percent, ...; null: no value"),
    _optional_text("value_normal", "normal form, equal for equal values; null: no value"),
    _optional_text(
        "value_unit",
        "currency code or unit of measure; `statement`: a sentence that a judge disputes as a "
        "whole; empty: none; null: no value",
    ),
    _optional_text("value_head", "what is counted or measured; empty: none; null: no value"),
    _optional_text("value_modifier", "about, nearly, at least, ...; empty: none; null: no value"),
    _optional_integer("value_start", "first character of the value's words in blocks.text"),
    _optional_integer("value_end", "one past the last character of the value's words"),
)

ERRORS: Schema = (
    _text("path", "path of the input below the input folder"),
    _text("detail", "why it could not be read, in one sentence"),
)

SCHEMAS: Mapping[str, Schema] = MappingProxyType(
    {
        "documents": DOCUMENTS,
        "blocks": BLOCKS,
        "removals": REMOVALS,
        "sentences": SENTENCES,
        "alignments": ALIGNMENTS,
        "links": LINKS,
        "groups": GROUPS,
        "reuse": REUSE,
        "findings": FINDINGS,
        "evidence": EVIDENCE,
        "errors": ERRORS,
    }
)
"""All tables, in the order in which one reads them."""
