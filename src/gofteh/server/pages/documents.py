"""Statements as a Word document: who, the words as they were quoted, and where. Pure.

Word runs a paragraph from right to left where it is marked so (``w:bidi``), and shapes a run with
the fonts of complex scripts where that is (``w:rtl``): both are said here, as Word guesses neither.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gofteh.report.html.inert import inert_text
from gofteh.report.html.view import role_of, web_address
from gofteh.server.pages.citations import what_was_said
from gofteh.server.pages.directions import pieces
from gofteh.server.pages.language import Language, Words
from gofteh.store import StoredStatement

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

Address = Callable[[StoredStatement], str | None]

# Fonts that every Word has, for Persian and for Latin letters.
_FONT, _LATIN_FONT = "Tahoma", "Calibri"
# Citations isolate what runs the other way; here each run says its own direction.
_ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))
_A4 = (7_560_310, 10_692_130)  # width and height in the format's own unit
_POINT = 12_700  # the same unit
_FULL = "{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{}"


@dataclass(frozen=True, slots=True)
class _Style:
    """How a kind of paragraph looks: sizes in points; ``leads`` keeps it with what follows."""

    points: int
    after: int = 0
    bold: bool = False
    leads: bool = False
    direction: str = ""  # that of the language, where none is given


_STYLES = {
    "Title": _Style(16, after=12, bold=True),
    "Speaker": _Style(11, bold=True, leads=True),
    "Statement": _Style(12, leads=True, direction="rtl"),
    "Source": _Style(9, after=2),
    "Address": _Style(9, after=6, direction="ltr"),
}
# What the format has stand behind each element that is put in here.
_BEFORE = {
    "bidi": (
        *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "jc", "rPr"),
        *("rtlGutter", "docGrid"),
    ),
    "rtl": ("cs", "lang", "specVanish", "oMath"),
    "szCs": ("highlight", "u", "vertAlign", "rtl", "cs", "lang"),
    "lang": ("specVanish", "oMath"),
}


def document(found: Iterable[StoredStatement], address: Address, words: Words) -> bytes:
    """Return a DOCX file: for each statement its speaker, its words and its source.

    The words run from right to left, speakers and sources as the language of ``words`` does. Each
    kind of paragraph has a style of its own, so that Word changes all of them at once.
    """
    import docx  # takes a while to load, and few take a document

    made = docx.Document()
    _prepare(made, words)
    pages = _Pages(made, words)
    pages.write("Title", str(words.say("statements")))
    for one in found:
        _add(pages, one, address(one), words)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _prepare(made: Document, words: Words) -> None:
    from docx.shared import Emu

    made.core_properties.author = made.core_properties.comments = ""
    made.core_properties.title = str(words.say("statements"))
    made.core_properties.language = "fa-IR" if words.language is Language.FA else "en"
    for section in made.sections:
        section.page_width, section.page_height = map(Emu, _A4)
        if words.dir == "rtl":
            _put(section._sectPr, "bidi")
    for name, style in _STYLES.items():
        _define(made, name, style, words)


def _define(made: Document, name: str, look: _Style, words: Words) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Emu

    style = made.styles.add_style(f"Gofteh {name}", WD_STYLE_TYPE.PARAGRAPH)
    style.paragraph_format.keep_with_next = look.leads
    style.paragraph_format.space_after = Emu(look.after * _POINT)
    style.font.name, style.font.size = _LATIN_FONT, Emu(look.points * _POINT)
    style.font.bold = style.font.cs_bold = look.bold
    properties = style.element.get_or_add_rPr()
    properties.get_or_add_rFonts().set(_FULL.format("cs"), _FONT)
    _put(properties, "szCs", val=str(look.points * 2))  # in halves of a point
    if (look.direction or words.dir) == "rtl":
        _put(style.element.get_or_add_pPr(), "bidi")


class _Pages:
    """Where paragraphs go: before what ends the document, found once for all of them."""

    def __init__(self, made: Document, words: Words) -> None:
        self._made = made
        self._end = made.sections[-1]._sectPr
        self._styles = {name: made.styles[f"Gofteh {name}"].style_id for name in _STYLES}
        self._directions = {name: one.direction or words.dir for name, one in _STYLES.items()}

    def write(self, style: str, text: str) -> None:
        """Add a paragraph, its text in runs of one direction each."""
        from docx.oxml import OxmlElement
        from docx.oxml.text.paragraph import CT_P

        paragraph = OxmlElement("w:p")
        assert isinstance(paragraph, CT_P)
        self._end.addprevious(paragraph)
        paragraph.style = self._styles[style]
        for piece, is_persian in pieces(text, self._directions[style]):
            run = paragraph.add_r()
            run.text = piece
            if is_persian:
                properties = run.get_or_add_rPr()
                _put(properties, "rtl")
                _put(properties, "lang", bidi="fa-IR")


def _add(pages: _Pages, one: StoredStatement, address: str | None, words: Words) -> None:
    speaker = one.statement.speaker
    who = (_line(speaker.name) or str(words.say("no-name")), _line(role_of(speaker)))
    pages.write("Speaker", str(words.say("comma-space")).join(filter(None, who)))
    pages.write("Statement", what_was_said(one, words).translate(_ISOLATES))
    pages.write("Source", _where(one, words))
    for url in filter(None, (web_address(one.article.url), address or "")):
        pages.write("Address", url)


def _where(one: StoredStatement, words: Words) -> str:
    head = one.article
    day = f"{words.day(head.day)} ({words.other_day(head.day)})" if head.day else head.published
    title = _line(head.title)
    parts = (
        _line(words.outlet(head.outlet or "")),
        _line(day) or str(words.say("undated")),
        str(words.say("cite-title", title=title)) if title else "",
    )
    return str(words.say("comma-space")).join(filter(None, parts))


def _line(text: str | None) -> str:
    return inert_text(" ".join((text or "").split()))


def _put(to: BaseOxmlElement, name: str, **attributes: str) -> None:
    """Put an element into its place among the others, which the format prescribes."""
    from docx.oxml import OxmlElement

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(_FULL.format(key), value)
    to.insert_element_before(element, *(f"w:{after}" for after in _BEFORE[name]))
