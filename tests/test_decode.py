import gzip
import random
import zlib

import pytest

from sourcecompare.decode import Decoded, decode
from sourcecompare.model import Reason

FRENCH = "Le maire a annoncé que l’école resterait fermée jusqu’à lundi : « c’est décidé »."
RUSSIAN = "Мэр сообщил, что мост будет закрыт на три недели. Жители обеспокоены."
CHINESE = "市长宣布大桥将关闭三周。居民们对此表示担忧，因为绕行路线太长。"
JAPANESE = "市長は橋を三週間閉鎖すると発表した。住民は迂回路が長いことを心配している。"
KOREAN = "시장은 다리를 3주 동안 폐쇄한다고 발표했다. 주민들은 우회로가 길어서 걱정하고 있다."
TAIWANESE = "市長宣布大橋將關閉三週。居民們對此表示擔憂，因為繞行路線太長。"


def page(text: str, label: str = "") -> str:
    meta = f'<meta charset="{label}">' if label else ""
    return (
        f"<!doctype html><html><head>{meta}<title>T</title></head><body><p>{text}</p></body></html>"
    )


def reason(decoded: Decoded) -> Reason | None:
    return decoded.fault.reason if decoded.fault else None


@pytest.mark.parametrize(
    ("text", "label", "codec"),
    [
        (FRENCH, "iso-8859-1", "cp1252"),
        (FRENCH, "us-ascii", "cp1252"),
        (FRENCH, "x-user-defined", "cp1252"),
        (RUSSIAN, "windows-1251", "cp1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (CHINESE, "gb2312", "gb18030"),
        (CHINESE + "\U00020000", "gbk", "gb18030"),
        (TAIWANESE, "big5", "cp950"),
        (JAPANESE + "①", "shift_jis", "cp932"),
        (JAPANESE + "①", "euc-jp", "euc_jis_2004"),
        (JAPANESE, "iso-2022-jp", "iso2022_jp"),
        (KOREAN + "똠", "euc-kr", "cp949"),
    ],
)
def test_labels_mean_what_browsers_mean_by_them(text: str, label: str, codec: str) -> None:
    decoded = decode(page(text, label).encode(codec), markup=True)
    assert (decoded.text, decoded.notes) == (page(text, label), ())


def test_bytes_that_windows_1252_leaves_open_are_controls() -> None:
    decoded = decode(b"caf\xe9 \x81\x8d\x8f\x90\x9d", charset="latin1", markup=False)
    assert decoded.text == "café \x81\x8d\x8f\x90\x9d"
    assert not decoded.notes


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_beats_every_label(codec: str) -> None:
    decoded = decode(page(RUSSIAN, "koi8-r").encode(codec), charset="big5", markup=True)
    assert decoded.text == page(RUSSIAN, "koi8-r")


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, page(CHINESE)])
def test_utf16_without_a_mark_is_told_by_its_nuls(codec: str, text: str) -> None:
    decoded = decode(text.encode(codec), markup=True)
    assert decoded.text == text
    assert "without a byte order mark" in decoded.notes[0]


@pytest.mark.parametrize("label", ["latin1", "shift_jis", "windows-1251"])
def test_valid_utf8_is_utf8_whatever_is_declared(label: str) -> None:
    decoded = decode(page(FRENCH, label).encode(), charset=label, markup=True)
    assert decoded.text == page(FRENCH, label)
    assert label in decoded.notes[0]
    assert "UTF-8" in decoded.notes[0]


def test_ascii_needs_no_note_about_its_label() -> None:
    assert decode(page("plain", "latin1").encode(), markup=True).notes == ()


def test_the_http_charset_beats_the_declared_one() -> None:
    data = page(RUSSIAN, "koi8-r").encode("cp1251")
    assert RUSSIAN in decode(data, charset="windows-1251", markup=True).text


@pytest.mark.parametrize(
    "label", ["rot13", "utf-7", "x-nonsense", "zlib_codec", "idna", "iso-2022-cn"]
)
def test_labels_that_are_no_encoding_of_the_web_are_ignored_and_noted(label: str) -> None:
    decoded = decode(page(FRENCH, label).encode("cp1252"), markup=True)
    assert FRENCH in decoded.text
    assert label in decoded.notes[0]


@pytest.mark.parametrize("label", ["utf-16", "utf-16be"])
def test_a_page_whose_declaration_can_be_read_is_not_utf16(label: str) -> None:
    assert decode(page("plain", label).encode(), markup=True).text == page("plain", label)


@pytest.mark.parametrize(
    "head",
    [
        '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; CHARSET=windows-1251">',
        "<meta content='text/html;charset=\"windows-1251\"' http-equiv=content-type>",
        "<meta charset=windows-1251/>",
        "<!-- <meta charset=koi8-r> --><meta charset=windows-1251>",
        '<meta name="description" content="charset=koi8-r"><meta charset=windows-1251>',
        '<?xml version="1.0" encoding="windows-1251"?>',
        " " * 3000 + "<meta charset=windows-1251>",
    ],
)
def test_declarations_are_found_where_html_allows_them(head: str) -> None:
    decoded = decode((head + RUSSIAN).encode("cp1251"), markup=True)
    assert (decoded.encoding, decoded.notes) == ("windows-1251", ())


def test_a_text_page_declares_nothing() -> None:
    data = f"<meta charset=koi8-r> {RUSSIAN}".encode("cp1251")
    assert RUSSIAN in decode(data, markup=False).text


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (FRENCH, "cp1252"),
        ("The Pokémon fair opens on Monday, “rain or shine”.", "cp1252"),
        ("It costs £5.", "cp1252"),
        ("Für die Brücke wurde ein Termin genannt.", "cp1252"),
        ("El alcalde anunció ayer que los niños volverán mañana.", "cp1252"),
        ("Burmistrz ogłosił, że most zostanie zamknięty na trzy tygodnie.", "cp1250"),
        (
            "Burmistrz ogłosił, że most zostanie zamknięty na trzy tygodnie, też w święta.",
            "iso8859-2",
        ),
        ("Starosta oznámil, že most bude uzavřen na tři týdny, říká úřad.", "cp1250"),
        ("Belediye başkanı köprünün üç hafta kapalı kalacağını açıkladı.", "cp1254"),
        ("Meras pranešė, kad tiltas bus uždarytas tris savaites, žmonės sunerimę.", "cp1257"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "iso8859-5"),
        ("Ο δήμαρχος ανακοίνωσε ότι η γέφυρα θα κλείσει για τρεις εβδομάδες.", "cp1253"),
        ("ראש העיר הודיע כי הגשר ייסגר לשלושה שבועות. התושבים מודאגים.", "cp1255"),
        ("أعلن رئيس البلدية أن الجسر سيغلق لمدة ثلاثة أسابيع. السكان قلقون.", "cp1256"),
        ("นายกเทศมนตรีประกาศว่าสะพานจะปิดเป็นเวลาสามสัปดาห์", "cp874"),
        (CHINESE, "gb18030"),
        (TAIWANESE, "big5hkscs"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (KOREAN, "cp949"),
    ],
)
def test_undeclared_encodings_are_recognised(text: str, codec: str) -> None:
    assert decode(text.encode(codec), markup=False).text == text


def test_a_false_label_gives_way_to_what_the_bytes_look_like() -> None:
    decoded = decode(page(RUSSIAN, "utf-8").encode("cp1251"), markup=True)
    assert RUSSIAN in decoded.text
    assert decoded.notes == (
        "The page declares utf-8, but its bytes look like windows-1251; "
        "it was read as windows-1251.",
    )


def test_a_long_page_is_recognised_though_its_script_begins_late() -> None:
    data = page("plain words " * 30_000 + f"{JAPANESE}\n" * 3000).encode("cp932")
    assert decode(data, markup=True).text.count(JAPANESE) == 3000


def test_mostly_utf8_stays_utf8_and_bad_bytes_are_told() -> None:
    data = RUSSIAN.encode() + b" \xff and \xed\xa0\x80."
    decoded = decode(data, markup=False)
    assert decoded.text == f"{RUSSIAN} \ufffd and \ufffd\ufffd\ufffd."
    at = len(RUSSIAN.encode()) + 1
    assert decoded.notes == (
        f"4 places that are no utf-8 were replaced by U+FFFD (byte {at}, {at + 6}, {at + 7}, ...).",
    )


def test_a_replacement_character_on_the_page_is_no_repair() -> None:
    decoded = decode("é \ufffd ".encode() * 4 + b"\xff", markup=False)
    assert decoded.notes == ("1 place that is no utf-8 was replaced by U+FFFD (byte 28).",)


def test_one_bad_byte_does_not_shake_a_declared_double_byte_encoding() -> None:
    data = page(JAPANESE, "shift_jis").encode("cp932").replace(b"</p>", b"\x82</p>")
    decoded = decode(data, markup=True)
    assert JAPANESE in decoded.text
    assert "1 place that is no shift_jis" in decoded.notes[0]


def test_nuls_become_replacement_characters_and_are_counted() -> None:
    data = b"\0" * 100 + page("plain").encode().replace(b"plain", b"pl\0in")
    decoded = decode(data, markup=True)
    assert "pl\ufffdin" in decoded.text
    assert decoded.notes == ("101 NUL characters were replaced by U+FFFD.",)


def test_a_string_keeps_every_offset() -> None:
    decoded = decode("\ufeffa\0b\r\n\udc80c\ufeff", markup=True)
    assert decoded.text == "a\ufffdb\r\n\ufffdc\ufeff"
    assert decoded.notes == (
        "1 NUL character was replaced by U+FFFD.",
        "1 lone surrogate was replaced by U+FFFD.",
    )


@pytest.mark.parametrize(
    "data", [b"", "", b" \r\n\t ", "\ufeff \n", b"\xef\xbb\xbf", b"\xff\xfe", gzip.compress(b"")]
)
def test_nothing_but_white_space_is_empty(data: bytes | str) -> None:
    assert reason(decode(data, markup=True)) is Reason.EMPTY


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF"),
        (b"{\\rtf1\\ansi Hello}", "an RTF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a PNG"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "a JPEG"),
        (b"PK\x03\x04" + bytes(50), "a ZIP"),
        (b"\0\0\0\x20ftypisom" + bytes(50), "a video"),
        (b"MZ\x90\0\x03" + bytes(range(256)), "a program"),
        (zlib.compress(RUSSIAN.encode() * 3), "zlib"),
        (b"\0" * 500, "binary data"),
        (random.Random(1).randbytes(500), "binary data"),  # noqa: S311 - only has to be reproducible
        (b"\xff\xfe" + random.Random(2).randbytes(5000), "binary data"),  # noqa: S311 - only has to be reproducible
    ],
)
def test_files_that_are_no_text_say_what_they_look_like(data: bytes, named: str) -> None:
    fault = decode(data, markup=True).fault
    assert fault is not None
    assert fault.reason is Reason.NOT_TEXT
    assert named in fault.detail


@pytest.mark.parametrize(
    "text", ["ID3 tags explained", "MZ stands for", "RIFF raff", "BM", "\x1b[31mred\x1b[0m"]
)
def test_texts_that_begin_like_a_signature_are_texts(text: str) -> None:
    assert decode(text.encode(), markup=False).text == text


def test_gzip_is_opened_once_and_once_more() -> None:
    once = gzip.compress(page(RUSSIAN).encode())
    assert decode(once, markup=True).text == page(RUSSIAN)
    assert decode(gzip.compress(once), markup=True).text == page(RUSSIAN)
    assert reason(decode(gzip.compress(gzip.compress(once)), markup=True)) is Reason.NOT_TEXT


def test_joined_and_padded_gzip_is_read_whole() -> None:
    decoded = decode(gzip.compress(b"one ") + gzip.compress(b"two") + bytes(512), markup=False)
    assert (decoded.text, decoded.notes) == ("one two", ())


def test_cut_and_damaged_gzip_keeps_what_could_be_read() -> None:
    text = "\n".join(f"line {number}" for number in random.Random(3).sample(range(10**9), 20_000))  # noqa: S311 - only has to be reproducible
    packed = gzip.compress(text.encode())
    cut = decode(packed[: len(packed) // 2], markup=False)
    damaged = decode(packed[: len(packed) // 2] + b"\xff" * 5000, markup=False)
    for decoded in (cut, damaged):
        assert decoded.text[:50_000] == text[:50_000]
        assert "cut or damaged" in decoded.notes[0]
    assert reason(decode(packed[:12], markup=False)) is Reason.UNDECODABLE


def test_what_is_larger_than_the_limit_is_refused_before_it_is_unpacked() -> None:
    bomb = gzip.compress(bytes(10_000_000))
    for data in (bomb, gzip.compress(bomb), b"x" * 50_001, "x" * 50_001):
        assert reason(decode(data, markup=True, limit=50_000)) is Reason.TOO_LARGE
    assert decode(b"x" * 50_000, markup=True, limit=50_000).fault is None
    assert decode(gzip.compress(b"x" * 50_000), markup=True, limit=50_000).fault is None
