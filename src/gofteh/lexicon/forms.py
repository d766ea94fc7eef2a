"""Every inflected verb of saying, by its letters without spaces: what the finder looks up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from gofteh.lexicon.acts import Act
from gofteh.lexicon.conjugation import Form, conjugate, passive
from gofteh.lexicon.entries import Complement, Split, Trait, Verb
from gofteh.lexicon.particles import DID
from gofteh.lexicon.stems import STEMS
from gofteh.lexicon.verbs import VERBS

_ONGOING = ("می", "نمی", "خواهد", "خواهند")
# The passive's auxiliary, and what a past stem gets to be a passive: ``داد`` → ``داده شد``.
_BECAME, _WAS_DONE = "شد", "ه شد"


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One inflected form of a verb of saying, with the light verb that carries it."""

    verb: Verb
    light: str
    form: Form

    @property
    def lemma(self) -> str:
        """The infinitive, as a dictionary lists it."""
        return self.verb.lemma(self.light)


@dataclass(frozen=True, slots=True)
class Inflected:
    """A spelling of a cue: all the verb forms that it can be, and what these have in common.

    What they have in common is told when asked: thousands are made at start-up, few are ever met.
    """

    forms: tuple[VerbForm, ...]

    @property
    def act(self) -> Act:
        """The act of the first form."""
        return self.forms[0].verb.act

    @property
    def lemma(self) -> str:
        """The infinitive of the first form."""
        return self.forms[0].lemma

    @property
    def traits(self) -> frozenset[Trait]:
        """The traits of the first form's verb."""
        return self.forms[0].verb.traits

    @property
    def takes(self) -> frozenset[Complement]:
        """What any of the forms takes."""
        return frozenset().union(*(f.verb.takes for f in self.forms))

    @property
    def passive(self) -> bool:
        """Whether all forms are passive."""
        return all(f.form.passive for f in self.forms)

    @property
    def negated(self) -> bool:
        """Whether all forms are negated."""
        return all(f.form.negated for f in self.forms)

    @property
    def first_person(self) -> bool:
        """Whether all forms are of the first person."""
        return all(f.form.first_person for f in self.forms)

    @property
    def second_person(self) -> bool:
        """Whether all forms say *you say*."""
        return all(f.form.second_person for f in self.forms)

    @property
    def participle(self) -> bool:
        """Whether all forms are participles."""
        return all(f.form.participle for f in self.forms)

    @property
    def ongoing(self) -> bool:
        """Whether all forms are present, future or imperfect: ``می‌خواهد``, ``می‌خواست``."""
        return all(f.form.text.startswith(_ONGOING) for f in self.forms)

    @property
    def plural(self) -> bool:
        """Whether all forms are plural."""
        return all(f.form.number == "pl" for f in self.forms)

    @property
    def past(self) -> bool:
        """Whether any form is the simple past."""
        return any(f.form.text == STEMS[f.light].past for f in self.forms)

    @property
    def texts(self) -> tuple[str, ...]:
        """The inflected verbs of the forms, without the noun in front of a light verb."""
        return tuple(f.form.text for f in self.forms)

    def stands_behind(self, word: str, *, marked: bool = False) -> bool:
        """Return whether it can report speech behind this word.

        Some words change its sense: ``دروغ گفت`` *lied*. ``marked``: a colon or ``که`` behind it
        shows that it reports speech all the same.
        """
        verb = self.forms[0].verb
        allowed = not (self.passive and verb.passive_behind) or word in verb.passive_behind
        return allowed and (marked or word not in verb.not_behind)


def _forms_of(verb: Verb, light: str) -> Iterator[Form]:
    """The forms of a verb with one of its light verbs, without its noun."""
    stem = STEMS[light]
    if stem.forms:
        yield from stem.forms
        return
    yield from conjugate(stem.past, stem.present)
    yield from stem.more
    if verb.passive and light == _light_of_passive(verb):
        yield from passive(verb.passive.removesuffix(_BECAME).strip())


def _light_of_passive(verb: Verb) -> str:
    """The light verb whose passive it is: ``داده شد`` of ``داد``; ``شد`` alone of ``کرد``."""
    own = (light for light in verb.light if verb.passive == f"{STEMS[light].past}{_WAS_DONE}")
    return next(own, DID)


@cache
def cue_forms() -> dict[str, Inflected]:
    """Return every spelling of a verb of saying, by its letters without spaces."""
    table: dict[str, list[VerbForm]] = {}
    for verb in VERBS:
        for light in verb.light if verb.takes else ():
            for form in _forms_of(verb, light):
                table.setdefault(verb.key + form.text, []).append(VerbForm(verb, light, form))
    return {key: Inflected(tuple(forms)) for key, forms in table.items()}


def beginnings(keys: Iterable[str]) -> frozenset[str]:
    """Return every beginning of some words that is shorter than its word."""
    found: set[str] = set()
    for key in keys:
        begin = key[:-1]
        while begin and begin not in found:  # where one is there, all shorter ones are
            found.add(begin)
            begin = begin[:-1]
    return frozenset(found)


@cache
def cue_prefixes() -> frozenset[str]:
    """Return every beginning of a cue: where a look-up may still succeed."""
    return beginnings(cue_forms())


@cache
def nouns_with(trait: Trait) -> frozenset[str]:
    """Return the nouns, or their first words, of the verbs with a trait."""
    nouns = (verb.noun.partition("_")[0] for verb in VERBS if trait in verb.traits)
    return frozenset(noun for noun in nouns if noun)


@cache
def lemmas_with(trait: Trait) -> frozenset[str]:
    """Return the lemmas of the verbs with a trait."""
    told = (verb for verb in VERBS if trait in verb.traits)
    return frozenset(verb.lemma(light) for verb in told for light in verb.light)


@cache
def split_nouns() -> dict[str, tuple[Verb, Split]]:
    """Return the verbs whose noun can stand apart from its verb, by the noun's forms."""
    return {
        form: (verb, verb.split)
        for verb in VERBS
        if verb.split
        for form in verb.split.forms or (verb.key,)
    }


@cache
def split_forms(closing: str) -> frozenset[str]:
    """Return the forms that close a split saying: affirmed, and not of the second person."""
    *noun, light = closing.split()
    stem = STEMS[light]
    forms = conjugate(stem.past, stem.present)
    return frozenset("".join(noun) + f.text for f in forms if not (f.negated or f.second_person))
