"""Lines of a web page that are no part of the article, by what they say."""

from __future__ import annotations

import re

_FOLD = str.maketrans("يىك\u200c\xa0\u200f\u200e", "ییک    ")

# The agency's own end mark: what follows it is no longer the article.
_END = re.compile(
    r"^\W*(?:انتهای پیام\b.{0,25}"
    r"|(?:انتهای|پایان)\s*(?:پیام|خبر|گزارش|مطلب)\s*(?:[/\\.#(\-].{0,20})?)$"
)
# The same mark glued to the end of the last paragraph.
_END_TAIL = re.compile(
    r"(?:\s*انتهای\s*پیام\b|(?<=[.!؟»])\s*پایان\s*(?:پیام|خبر|گزارش)\s*(?=[/\\.]|$))"
    r"\s*[/\\.]?.{0,12}$"
)
# Headings over lists of other articles.
_RELATED = re.compile(
    r"^\W*(?:(?:بیشتر|همچنین|حتما|این(?:ها)? را هم)\s*(?:بخوانید|ببینید)|بخوانید|"
    r"(?:مطالب|اخبار|خبرهای|خبر|گزارش ?های|مقالات)\s*(?:مرتبط|پیشنهادی|مشابه|بیشتر|داغ|دیگر)|"
    r"در همین (?:زمینه|باره|رابطه)|پیشنهاد(?:های)? (?:ما|سردبیر)|پربازدید ?ترین ?ها|"
    r"آخرین اخبار|مرتبط با این خبر|از دست ندهید|سایر اخبار)\s*(?:[:؛].{0,200})?\W*$"
)
# Headings over what readers wrote.
_COMMENTS = re.compile(
    r"^\W*(?:(?:نظرات|نظرها(?:ی)?|دیدگاه ?ها(?:ی)?|نظر|دیدگاه|کامنت ?ها(?:ی)?|پاسخ ?ها(?:ی)?)"
    r"\s*+(?:کاربران|بینندگان|مخاطبان|خوانندگان|بازدید ?کنندگان|شما|مردم)?"
    r"|(?:ارسال|ثبت|درج|افزودن)\s*+(?:نظر|نظرات|دیدگاه)(?:\s*+(?:جدید|شما))?"
    r"|انتشار یافته\s*+:.{0,60})\s*+[:؛]?\s*+[(\[]?[\d۰-۹]*+\s*+(?:نظر|دیدگاه)?[)\]]?\W*$"
)
# How many there are: over them, or beside the headline.
_NUMBER_OF_COMMENTS = re.compile(
    r"^\W*[\d۰-۹]++\s*+(?:نظر|دیدگاه|کامنت)(?:\s*+(?:ثبت|منتشر) شده)?\W*$"
)
_FURNITURE = re.compile(
    r"^\W*(?:کد\s*(?:خبر|مطلب)\s*:?\s*[\d۰-۹]*|"
    r"(?:لینک|آدرس)\s*کوتاه.{0,60}|اشتراک ?گذاری.{0,40}|به اشتراک ?بگذارید.{0,30}|"
    r"(?:برچسب ?ها|کلید ?واژه ?ها|کلمات کلیدی|واژگان کلیدی|تگ ?ها)\b.{0,200}|"
    r"(?:ارسال|ثبت)\s*(?:نظر|دیدگاه)\W.{0,60}|(?:ارسال|ثبت)\s*(?:نظر|دیدگاه)|"
    r"نظرات(?:\s*(?:کاربران|شما))?\W*[\d۰-۹]*|نظر شما(?: چیست)?|دیدگاه ?ها|"
    r"(?:نسخه|قابل)\s*چاپ|چاپ|پرینت|ارسال به دوستان|اندازه (?:فونت|متن)|گالری تصاویر|"
    r"دانلود|کپی شد|بازدید\s*:?\s*[\d۰-۹,]*|[\d۰-۹]+\s*(?:نفر|نظر|بازدید|دقیقه مطالعه)|"
    r"(?:تاریخ )?(?:انتشار|به ?روز ?رسانی)\s*:.{0,50}|"
    r"(?:ما را|کانال).{0,40}(?:دنبال کنید|بپیوندید)\W*|"
    r"(?:عکس|تصویر|تصاویر|فیلم|ویدئو|ویدیو)\s*[:/|].{0,60}|"
    r"(?:تمامی?|کلیه) حقوق.{0,120})\W*$"
)
# Dates, numbers, stars, arrows and nothing else.
_NO_WORDS = re.compile(r"^[\W\d_]*$")
_ONLY_DATE = re.compile(
    r"^\W*(?:\w+\s*شنبه|جمعه|شنبه)?\W*[\d۰-۹]{1,2}\s*\w{2,9}\s*[\d۰-۹]{4}"
    r"(?:\W*(?:ساعت)?\W*[\d۰-۹]{1,2}[:٫.][\d۰-۹]{2})?\W*$"
)
_LONGEST = 250
_LONGEST_TAIL = 60


def ends_article(line: str) -> bool:
    """Return whether the line is an agency's end mark."""
    return len(line) < _LONGEST and bool(_END.match(line.translate(_FOLD)))


def without_end_mark(line: str) -> tuple[str, bool]:
    """Return the paragraph without an end mark glued to it, and whether there was one."""
    tail = line[-_LONGEST_TAIL:]
    found = _END_TAIL.search(tail.translate(_FOLD))
    if not found:
        return line, False
    return line[: len(line) - len(tail) + found.start()].rstrip(), True


def announces_related(line: str) -> bool:
    """Return whether the line is a heading over links to other articles."""
    return len(line) < _LONGEST and bool(_RELATED.match(line.translate(_FOLD)))


def announces_comments(line: str) -> bool:
    """Return whether the line is a heading over the comments of readers."""
    return len(line) < _LONGEST and bool(_COMMENTS.match(line.translate(_FOLD).strip()))


def counts_comments(line: str) -> bool:
    """Return whether the line tells how many comments of readers there are."""
    return len(line) < _LONGEST_TAIL and bool(
        _NUMBER_OF_COMMENTS.match(line.translate(_FOLD).strip())
    )


def is_date(line: str) -> bool:
    """Return whether the line is a date, with a day of the week and an hour or without."""
    return len(line) < _LONGEST_TAIL and bool(_ONLY_DATE.match(line.translate(_FOLD).strip()))


def is_furniture(line: str) -> bool:
    """Return whether the line is a label, a button, a date, or nothing in words."""
    if len(line) >= _LONGEST:
        return False
    folded = line.translate(_FOLD).strip()
    return any(form.match(folded) for form in (_NO_WORDS, _FURNITURE, _ONLY_DATE))
