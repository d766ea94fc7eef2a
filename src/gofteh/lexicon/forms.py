"""Every inflected cue, keyed by its letters run together: what the finder looks up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from gofteh.lexicon.conjugation import COPULA, Form, conjugate, passive
from gofteh.lexicon.verbs import STEMS, VERBS, VerbEntry
from gofteh.text.fold import fold_word, word_set

# The nouns that have a passive, by light verb, and what stands in front of its ``شد``:
# ``اعلام شد``, ``تخمین زده شد``, ``توضیح داده شد``.
_PASSIVES = {
    "کرد": (
        "",
        word_set(
            """
            اعلام بیان عنوان تاکید تصریح گزارش پیش_بینی ادعا اطلاع_رسانی ابلاغ مطرح برآورد اشاره
            توصیه درخواست یادآوری
            """
        ),
    ),
    "زد": ("زده", word_set("تخمین حدس")),
    "داد": ("داده", word_set("توضیح گزارش هشدار اطلاع خبر وعده قول تذکر")),
}
_PASSIVE_WITHOUT_NOUN = {"گفت", "نوشت", "خواند", "نامید", "خواست"}
# Nouns whose saying stays without a tensed light verb in coordination: ``را اعلام و گفت``.
BARE_BEFORE_AND = frozenset(
    {"اعلام", "بیان", "عنوان", "تاکید", "اظهار", "تصریح", "خاطرنشان", "توصیف", "ارزیابی", "ذکر"}
)


# ``آمدن`` says only where words stand written.
_STANDS_WRITTEN = (
    Form("آمدهاست"), Form("آمدهبود"), Form("آمده", participle=True), Form("میآید"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CueForm:
    """An inflected verb of saying, with the entry it belongs to."""

    entry: VerbEntry
    form: Form

    @property
    def frames(self) -> str:
        """Constructions its content may stand in (see `lexicon.verbs`)."""
        return self.entry.frames


def _forms_of(entry: VerbEntry) -> Iterator[Form]:
    past, present, _ = STEMS[entry.light]
    if entry.light == "آمد":
        yield from _STANDS_WRITTEN
        return
    if entry.light == "است":
        yield from COPULA
        return
    yield from conjugate(past, present)
    if entry.light == "برشمرد":
        yield from (Form("برمیشمارد"), Form("برمیشمارند", "pl"))
    participle, nouns = _PASSIVES.get(entry.light, ("", frozenset()))
    if fold_word(entry.noun.replace("_", "")) in nouns:
        yield from passive(participle)
    if not entry.noun and entry.light in _PASSIVE_WITHOUT_NOUN:
        yield from passive(past + "ه")


@cache
def cue_forms() -> dict[str, tuple[CueForm, ...]]:
    """Return the cues by their letters; several where verbs share a form."""
    table: dict[str, list[CueForm]] = {}
    for entry in VERBS:
        noun = fold_word(entry.noun.replace("_", ""))
        for form in _forms_of(entry):
            if noun or form.text:
                table.setdefault(noun + form.text, []).append(CueForm(entry, form))
    return {key: tuple(value) for key, value in table.items()}


@cache
def cue_prefixes() -> frozenset[str]:
    """Return every beginning of a cue: where a look-up may still succeed."""
    return frozenset(key[:i] for key in cue_forms() for i in range(1, len(key)))
