"""Old encodings, marks, and letters that were once read wrongly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gofteh.read.encodings import decode
from gofteh.read.errors import ReadError
from gofteh.read.mojibake import persian_score, repair

PERSIAN = (
    "مدیر شرکت آب گفت: «آب می‌رسد» و چاه‌ها پُر شد؛ ژاله ۱۲ درصد غایب بود.\n"
    "خط دوم بلندتر است و در آن از نمایندگان مردم یاد می‌شود.\n"
)
ARABIC_YE = PERSIAN.replace("ی", "ي").replace("۱۲", "12")
META = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_with_and_without_marks(encoding: str) -> None:
    decoded = decode(PERSIAN.encode(encoding))
    assert (decoded.text, decoded.mojibake) == (PERSIAN, None)


@pytest.mark.parametrize("head", [META, "", META.replace("windows-1256", "utf-8")])
@pytest.mark.parametrize("declared", [None, "windows-1256", "iso-8859-1", "utf-7", "rot13"])
def test_windows_1256_whatever_is_declared(head: str, declared: str | None) -> None:
    decoded = decode((head + ARABIC_YE).encode("cp1256"), declared)
    assert decoded.text == head + ARABIC_YE


def test_utf8_is_believed_before_a_wrong_declaration() -> None:
    assert decode((META + PERSIAN).encode(), "windows-1256").text == META + PERSIAN


def test_a_broken_byte_costs_one_letter_only() -> None:
    data = PERSIAN.encode()
    assert decode(data + b"\xd9").text == PERSIAN + "\ufffd"


@pytest.mark.parametrize("data", [b"%PDF-1.7 abc", b"PK\x03\x04abc", bytes(999), b"\x01\x02" * 99])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError) as error:
        decode(data)
    assert error.value.code in ("binary", "empty")


def sloppy(data: bytes) -> str:
    """Read bytes as a browser reads Windows-1252: nothing is undefined."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in data)


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        (PERSIAN.encode().decode("cp1256"), PERSIAN),
        (PERSIAN.encode().decode("latin-1"), PERSIAN),
        (sloppy(PERSIAN.encode()), PERSIAN),
        (sloppy(sloppy(PERSIAN.encode()).encode()), PERSIAN),
        (ARABIC_YE.encode("cp1256").decode("latin-1"), ARABIC_YE),
        (sloppy(ARABIC_YE.encode("cp1256")), ARABIC_YE),
    ],
)
def test_mix_ups_are_undone_and_named(broken: str, meant: str) -> None:
    text, kind = repair(broken)
    assert text == meant
    assert kind
    assert decode(broken.encode()).mojibake == kind


def test_one_broken_line_on_a_sound_page() -> None:
    sound = "<title>" + PERSIAN.encode().decode("cp1256").replace("\n", "") + "</title>\n" + PERSIAN
    text, kind = repair(sound)
    assert text.startswith("<title>مدیر شرکت آب")
    assert text.endswith(PERSIAN)
    assert kind == "utf-8 read as windows-1256"


@pytest.mark.parametrize(
    "sound",
    [
        PERSIAN,
        "Ça va très bien à Montréal, déjà vu; Müller, Þórr, ÆØÅ",
        "توضیح غلیظ عطف طعم ظرف غلط ضعیف طغیان",
        "العربية لغة جميلة جداً",
        "שלום עולם",
        "😀😀😀",
        "Ã",
        "",
    ],
)
def test_sound_text_is_left_alone(sound: str) -> None:
    assert repair(sound) == (sound, None)


@given(st.text(alphabet="ابپتجچدرسشعغفقکگلمنوهیطظ‌ «»،.:\n", max_size=300))
def test_persian_is_never_taken_for_broken(text: str) -> None:
    assert repair(text) == (text, None)


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        decode(data).text.encode()
    except ReadError as error:
        assert error.code in ("binary", "empty")


def test_score_tells_persian_from_rubbish() -> None:
    assert persian_score(PERSIAN) > 0.8 > 0 > persian_score(PERSIAN.encode().decode("cp1256"))
