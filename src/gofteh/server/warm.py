"""Imported once, by the process that the workshop's processes are copied from.

What the first text costs (tables, dictionaries) is then there in every copy, at no cost.
"""

from __future__ import annotations

from gofteh.records import Article
from gofteh.server import tasks
from gofteh.text.levels import Digits, Level

tasks.traces(Article("الهام مشکاتی، شهردار سپیدار، گفت: سی اتوبوس تازه مي رسد."))
tasks.repaired("كتاب ها را نمي توانیم بخريم", Level.SPELLING, Digits.ARABIC)
