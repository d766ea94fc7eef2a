"""Lines of a web page that are no part of the article, by what they say."""

from __future__ import annotations

import re

_FOLD = str.maketrans("يىك\u200c\xa0\u200f\u200e", "ییک    ")

# The agency's own end mark: what follows it is no longer the article.
_END = re.compile(
    r"^\W*(?:انتهای|پایان|انتها ی)\s*(?:پیام|خبر|گزارش|مطلب)\b.{0,25}$"
    r"|^\W*کد\s*(?:خبر|مطلب)\s*:?\s*[\d۰-۹]*\W*$"
)
# Headings over lists of other articles.
_RELATED = re.compile(
    r"^\W*(?:(?:بیشتر|همچنین|حتما|این(?:ها)? را هم)\s*(?:بخوانید|ببینید)|بخوانید|"
    r"(?:مطالب|اخبار|خبرهای|خبر|گزارش ?های|مقالات)\s*(?:مرتبط|پیشنهادی|مشابه|بیشتر|داغ|دیگر)|"
    r"در همین (?:زمینه|باره|رابطه)|پیشنهاد(?:های)? (?:ما|سردبیر)|پربازدید ?ترین ?ها|"
    r"آخرین اخبار|مرتبط با این خبر|از دست ندهید|سایر اخبار)\b[^.؟!]{0,40}[:؛.]?\W*$"
)
_FURNITURE = re.compile(
    r"^\W*(?:(?:لینک|آدرس)\s*کوتاه.{0,60}|اشتراک ?گذاری.{0,40}|به اشتراک ?بگذارید.{0,30}|"
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


def ends_article(line: str) -> bool:
    """Return whether the line is an agency's end mark, or the number of the item below it."""
    return len(line) < _LONGEST and bool(_END.match(line.translate(_FOLD)))


def announces_related(line: str) -> bool:
    """Return whether the line is a heading over links to other articles."""
    return len(line) < _LONGEST and bool(_RELATED.match(line.translate(_FOLD)))


def is_furniture(line: str) -> bool:
    """Return whether the line is a label, a button, a date, or nothing in words."""
    if len(line) >= _LONGEST:
        return False
    folded = line.translate(_FOLD).strip()
    return any(form.match(folded) for form in (_NO_WORDS, _FURNITURE, _ONLY_DATE))
