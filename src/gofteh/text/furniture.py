"""Paragraphs that belong to the page around an article: footers, links, section labels."""

from __future__ import annotations

import re

from gofteh.text.layout import Layout, Paragraph

# Paragraphs that are furniture by what they say (over the folded view).
_FURNITURE = re.compile(
    r"""^\s*(?:
      (?:انتهای|پایان)\s*(?:پیام|خبر|گزارش).{0,12}
    | -\s*اخبار[^.]{0,30}-
    | [\d\s/:.\-]{3,}+
    | (?:کد\s*خبر|لینک\s*کوتاه|برچسب\s*ها|نظرات|نظر\s*شما|اشتراک\s*گذاری)\s*+:?+.{0,60}
    | [^\w\n]{0,9}(?:@\s?\w[\w.]{1,40}[^\w\n]{0,4}){1,4}  # a channel's name
    | [^\w\n]{0,9}(?:https?|www|t\.me)[:./]\S{1,200}
    | [|\s]{0,5}(?:link|لینک)[|\s]{0,5}
    | منبع(?!\w)\s*+(?::.{0,60}|[^:.«\n]{0,30})  # not ``منبع آگاه گفت: …``
    )\s*+$""",
    re.VERBOSE,
)
# Paragraphs that announce a list of links: the short lines below them are furniture too.
_RELATED = re.compile(
    r"^\s*(?:بیشتر\s*بخوانید|بیشتر\s*ببینید|مطالب\s*مرتبط|اخبار\s*مرتبط|همچنین\s*بخوانید|در\s*همین\s*زمینه|"
    r"حتما\s*بخوانید|خبرهای\s*مرتبط|بخوانید|در\s*این\s*باره\s*بیشتر\s*بخوانید|مرتبط\s*با\s*این\s*خبر)\s*+[:؛.]?+\s*+$"
)
_SENTENCE_ENDS = frozenset({".", "!", "؟", "»", '"', "/", ":"})
_MAX_LINK_WORDS = 30


def is_furniture(layout: Layout) -> list[bool]:
    """Return, for each paragraph, whether it is no part of the article proper."""
    out = []
    related = False
    for paragraph in layout.paragraphs:
        text = _text(layout, paragraph)
        if _RELATED.match(text):
            related = True
            out.append(True)
            continue
        related = related and _is_link(layout, paragraph)
        out.append(not paragraph.title and (related or bool(_FURNITURE.match(text))))
    return out


def _is_link(layout: Layout, paragraph: Paragraph) -> bool:
    last = layout.tokens.words[paragraph.end - 1]
    return last not in _SENTENCE_ENDS and paragraph.end - paragraph.start <= _MAX_LINK_WORDS


def _text(layout: Layout, paragraph: Paragraph) -> str:
    tokens = layout.tokens
    return layout.view.text[tokens.starts[paragraph.start] : tokens.ends[paragraph.end - 1]]
