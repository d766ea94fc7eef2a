"""Text made harmless for a page: what is invisible and acts is shown or left out."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from gofteh.report.wellformed import well_formed

# Overrides make letters stand in an order that they do not have: a reader must see them.
_OVERRIDES = {"\u202d": "LRO", "\u202e": "RLO"}

# Embeddings and isolates are common leftovers of word processors. Unbalanced ones would reach
# beyond the text they stand in; the page isolates every text by itself, so they are left out.
_LEFT_OUT = re.compile("[\u202a-\u202c\u2066-\u2069]")

_CONTROL = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]")

_VISIBLE = re.compile("[\u202d\u202e]")


def inert(text: str) -> Markup:
    """Return a text escaped for HTML, with every override and control character visible."""
    text = _CONTROL.sub(_picture, well_formed(_LEFT_OUT.sub("", text)))
    parts = re.split(f"({_VISIBLE.pattern})", text)
    return Markup().join(
        _badge(part) if part in _OVERRIDES else escape(part) for part in parts if part
    )


def inert_text(text: str) -> str:
    """Return a text for an attribute: without any character that acts."""
    return _VISIBLE.sub("", _CONTROL.sub(_picture, well_formed(_LEFT_OUT.sub("", text))))


def _picture(found: re.Match[str]) -> str:
    """Return the picture of a control character: U+2400 and on."""
    code = ord(found.group())
    return "\u2421" if code == 0x7F else chr(0x2400 + code)


def _badge(char: str) -> Markup:
    return Markup('<span class="ctl" title="U+{:04X}">{}</span>').format(
        ord(char), _OVERRIDES[char]
    )
