"""The interface's languages: words, digits and dates in Persian and English."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from markupsafe import Markup
from persiantools.jdatetime import JalaliDate

from gofteh.lexicon.rules import PASSED, VERDICTS, Meaning
from gofteh.read.dates import TEHRAN
from gofteh.records import Because, Candidate, Manner, Polarity, SpeakerKind, Step
from gofteh.report.html import persian
from gofteh.server.pages.messages import MESSAGES
from gofteh.server.pages.outlet_names import persian_outlet
from gofteh.server.pages.reasons import in_persian
from gofteh.speakers.sieves.order import SIEVE_MEANINGS, SPEAKER_RULES
from gofteh.statements.constructions.order import CONTENT_RULES


class Language(StrEnum):
    """A language of the interface."""

    FA = "fa"
    EN = "en"


_KINDS = {
    SpeakerKind.PERSON: "person",
    SpeakerKind.ORGANISATION: "organisation",
    SpeakerKind.GROUP: "group",
    SpeakerKind.DOCUMENT: "document",
    SpeakerKind.UNNAMED: "unnamed",
}
_MANNERS = {Manner.DIRECT: "direct", Manner.INDIRECT: "indirect", Manner.MIXED: "mixed"}
_POLARITIES = {Polarity.DENIED: "content denied", Polarity.NEGATED: "not said"}
_JALALI_MONTHS = (
    "Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand".split()
)
_FIRST_JALALI = dt.date(622, 3, 22)
_HUMAN = Meaning("انسان اصلاح کرده است", "a person has corrected it")


@dataclass(frozen=True)
class Words:
    """The interface in one language; templates ask it for everything they say."""

    language: Language

    @property
    def dir(self) -> str:
        """The direction of the page."""
        return "rtl" if self.language is Language.FA else "ltr"

    @property
    def _persian(self) -> bool:
        return self.language is Language.FA

    def say(self, key: str, **values: object) -> str | Markup:
        """Return a message with its values filled in.

        Where the message or a value is markup, all other values are escaped.
        Raises ``KeyError`` for a message that is not there.
        """
        text = MESSAGES[key][self.language == Language.EN]
        marked = "<" in text or any(isinstance(value, Markup) for value in values.values())
        whole = Markup(text) if marked else text
        return whole.format(**values) if values else whole

    def count(self, key: str, number: int) -> str:
        """Return a message about a number of things; English has one for a single thing."""
        key = f"{key}-one" if number == 1 and f"{key}-one" in MESSAGES else key
        return str(self.say(key, number=self.number(number)))

    def number(self, value: int) -> str:
        """Return a count, thousands set apart."""
        return persian.number(value) if self._persian else f"{value:,}"

    def percent(self, share: float) -> str:
        """Return a share of one as a percentage without decimals."""
        return persian.percent(share) if self._persian else f"{round(share * 100)}%"

    def share(self, share: float, low: float, high: float) -> str:
        """Return a share of one as a percentage with the bounds of its interval."""
        bounds = f"{self.digits(str(round(low * 100)))}–{self.percent(high)}"
        return f"{self.percent(share)} ({bounds})"

    def digits(self, text: str) -> str:
        """Return a text with its digits in the language's own script; commas stay."""
        return text.translate(persian.DIGITS) if self._persian else text

    def day(self, day: dt.date) -> str:
        """Return a day: Jalali in Persian, Gregorian in English."""
        if self._persian and (jalali := jalali_of(day)):
            return jalali
        return persian.gregorian(day) if self._persian else _english(day)

    def other_day(self, day: dt.date) -> str:
        """Return the same day by the other calendar."""
        if self._persian:
            return persian.gregorian(day)
        try:
            jalali = JalaliDate(day)  # type: ignore[no-untyped-call]
        except ValueError:
            return ""
        return f"{jalali.day} {_JALALI_MONTHS[jalali.month - 1]} {jalali.year}"

    @property
    def months(self) -> tuple[str, ...]:
        """The months of the calendar that the language dates by."""
        if not self._persian:
            return tuple(dt.date(2000, month, 1).strftime("%B") for month in range(1, 13))
        firsts = (JalaliDate(1400, month, 1) for month in range(1, 13))  # type: ignore[no-untyped-call]
        return tuple(self.day(first.to_gregorian()).split()[1] for first in firsts)

    def year_of(self, day: dt.date) -> int:
        """Return the year of a day by the same calendar; days before that begins are its first."""
        if not self._persian:
            return day.year
        found: int = JalaliDate(max(day, _FIRST_JALALI)).year  # type: ignore[no-untyped-call]
        return found

    def moment(self, iso: str) -> str:
        """Return a stored moment as a day and the time in Tehran; the text itself if it is none."""
        try:
            moment = dt.datetime.fromisoformat(iso).astimezone(TEHRAN)
        except ValueError:
            return iso
        clock = self.digits(f"{moment:%H:%M}")
        return f"{self.day(moment.date())}{self.say('comma')} {self.say('tehran', clock=clock)}"

    def kind(self, kind: SpeakerKind | str) -> str:
        """Return the name of a kind of speaker; an unknown one as it is."""
        return _of(kind, SpeakerKind, persian.KINDS if self._persian else _KINDS)

    def manner(self, manner: Manner | str) -> str:
        """Return the name of a manner; an unknown one as it is."""
        return _of(manner, Manner, persian.MANNERS if self._persian else _MANNERS)

    def act(self, act: str) -> str:
        """Return the name of a kind of saying; an unknown one as it is."""
        return persian.ACTS.get(act, act) if self._persian else act

    def outlet(self, name: str) -> str:
        """Return an outlet's name as it is known in the language; one not known there as it is."""
        return persian_outlet(name) if self._persian else name

    def polarity(self, polarity: Polarity) -> str:
        """Return what is to be said of a polarity; nothing of the usual one."""
        return (persian.POLARITIES if self._persian else _POLARITIES).get(polarity, "")

    def construction(self, because: Because) -> str:
        """Return in words why something is a statement."""
        return self._meaning(CONTENT_RULES.get(because.statement), because.statement)

    def sieve(self, because: Because) -> str:
        """Return in words why its speaker is who he is."""
        return self._meaning(SPEAKER_RULES.get(because.speaker), because.speaker)

    def step(self, step: Step) -> str:
        """Return in words which mentions a sieve takes and, where it passed, why."""
        takes = self._meaning(SIEVE_MEANINGS.get(step.sieve), step.sieve)
        why = "" if step.found else self._meaning(PASSED.get(step.why), step.why)
        return f"{takes}: {why}" if why else takes

    def reason(self, reason: str) -> str:
        """Return in words why a speaker is taken for a person; the linking says it in English."""
        return in_persian(reason) if self._persian else reason

    def verdict(self, candidate: Candidate) -> str:
        """Return in words what a sieve found of somebody it looked at."""
        return self._meaning(VERDICTS.get(candidate.verdict), candidate.verdict)

    def _meaning(self, meaning: Meaning | None, rule: str) -> str:
        """A rule in words; a store may hold one of another version, which stays its name."""
        if rule == "human":
            meaning = _HUMAN
        if meaning is None:
            return rule
        return meaning.fa if self._persian else meaning.en


def _of(value: str, kinds: type[StrEnum], names: Mapping[Any, str]) -> str:
    return names[kinds(value)] if value in set(kinds) else str(value)


@lru_cache(20_000)  # a chart asks for each of its months, every time it is drawn
def jalali_of(day: dt.date) -> str | None:
    """Return a day of the Jalali calendar; ``None`` before it begins."""
    try:
        return persian.jalali(day)
    except ValueError:
        return None


def _english(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"


@cache
def words_of(language: Language) -> Words:
    """Return the interface in a language."""
    return Words(language)
