"""Why the linking took a naming for a person, in Persian: the linking says it in English.

Each pattern stands for one reason of ``gofteh.persons.evidence`` and ``gofteh.persons.link``; what
no pattern knows stays as it is, so that a reason is never lost.
"""

from __future__ import annotations

import re

from gofteh.report.html import persian

_PATTERNS = tuple(
    (re.compile(pattern), text)
    for pattern, text in (
        (r"a namesake: (.+)", "هم‌نام: {0}"),
        (r"the same full name", "همان نام کامل"),
        (r"a longer form of the name", "صورت بلندتر همان نام"),
        (r"another spelling of the name", "املای دیگر همان نام"),
        (r"nobody else of this surname is known", "کس دیگری با این نام خانوادگی شناخته نیست"),
        (r"the same office \((.+)\)", "همان سِمت ({0})"),
        (r"a like office \((.+)\)", "سِمتی نزدیک ({0})"),
        (r"another office \((.+)\)", "سِمتی دیگر ({0})"),
        (r"speaks of other things", "سخن از موضوع‌های دیگر"),
        (r"speaks of the same things \((.+)\)", "سخن از همان موضوع‌ها ({0})"),
        (r"more than ten years between the articles", "بیش از ده سال میان خبرها"),
        (r"no known person of this name", "پیش‌تر کسی با این نام نبود"),
        (
            r"of this surname, (\d+)% speaks for (.+)",
            "از دارندگان این نام خانوادگی، {0}٪ به سود {1}",
        ),
        (
            r"the same surname, whose full name is not known",
            "همان نام خانوادگی، بی نام کامل",
        ),
        (r"a surname that could be several", "نام خانوادگی‌ای که از آنِ چند نفر تواند بود"),
        (r"an office that several hold", "سِمتی که چند نفر دارند"),
        (r"an office whose holder is not known", "سِمتی که دارنده‌اش شناخته نیست"),
        (
            r"the same office \((.+)\), its holder not known",
            "همان سِمت ({0})، دارنده‌اش شناخته نیست",
        ),
        (
            r"holds the office \((.+)\) in most articles \(this one has no date\)",
            "در بیشتر خبرها دارندهٔ این سِمت است ({0})؛ این خبر تاریخ ندارد",
        ),
        (r"holds the office \((.+)\) on (\S+)", "در آن تاریخ دارندهٔ سِمت بود ({0})"),
        (r"holds the office \((.+)\) about then.*", "در حدود آن زمان دارندهٔ سِمت بود ({0})"),
        (r"the same name of a body", "همان نام نهاد"),
        (r"decided by hand", "به داوری ویراستار"),
    )
)  # fmt: skip


def in_persian(reason: str) -> str:
    """Return the reasons of a link, ``;`` between them, in Persian."""
    return "؛ ".join(_one(part) for part in reason.split("; "))


def _one(part: str) -> str:
    for pattern, text in _PATTERNS:
        if found := pattern.fullmatch(part):
            return text.format(*(_one(group) for group in found.groups())).translate(persian.DIGITS)
    return part
