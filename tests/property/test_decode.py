import gzip
import re

from hypothesis import given
from hypothesis import strategies as st

from sourcecompare.decode import decode

STRAY = re.compile("[\0\ud800-\udfff]")
texts = st.text(st.characters(codec="utf-8"), min_size=1)
any_texts = st.text(st.characters(exclude_categories=()))
labels = st.sampled_from(
    [None, "utf-8", "latin1", "gbk", "shift_jis", "utf-16", "iso-2022-jp", "x", "é"]
)


@given(any_texts)
def test_a_string_comes_out_character_for_character(text: str) -> None:
    decoded = decode(text, markup=True)
    if decoded.fault is None:
        assert decoded.text == STRAY.sub("\ufffd", text.removeprefix("\ufeff"))


@given(texts)
def test_utf8_beyond_ascii_comes_back_whatever_is_declared(text: str) -> None:
    told = f"Überall: {STRAY.sub(' ', text)}" * 3
    decoded = decode(told.encode(), charset="windows-1251", markup=True)
    if decoded.fault is None:
        assert decoded.text == told


@given(st.binary(max_size=2000), labels)
def test_no_bytes_raise_and_no_text_holds_strays(data: bytes, charset: str | None) -> None:
    for each in (data, b"\x1f\x8b\x08" + data, b"\xff\xfe" + data, gzip.compress(data)[:-9]):
        decoded = decode(each, charset=charset, markup=True)
        assert not STRAY.search(decoded.text)
        assert bool(decoded.text) != bool(decoded.fault)


@given(st.binary(max_size=300))
def test_repairs_are_noted(data: bytes) -> None:
    decoded = decode("Größe ".encode() * 40 + data, markup=False)
    written = data.decode("utf-8", "replace").count("\ufffd") - data.count("\ufffd".encode())
    if decoded.encoding == "utf-8" and (written or b"\0" in data):
        assert decoded.notes
