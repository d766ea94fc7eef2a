"""Every entry of every table can match: it is what the tokeniser makes of it, and stands once."""

import ast
from enum import Enum
from importlib import import_module
from pathlib import Path

import pytest

import gofteh.lexicon as lexicon
from gofteh.lexicon.forms import cue_forms
from gofteh.lexicon.frames import participle_frames, prepositional_frames
from gofteh.lexicon.names import countries, given_names, places
from gofteh.lexicon.stems import STEMS
from gofteh.lexicon.verbs import VERBS
from gofteh.text.fold import fold_word
from gofteh.text.tokens import tokenise

# Compared with several words run together.
RUN_TOGETHER = {"AGENCIES", "LEADS", "REPORTER_OPENERS"}
LEMMAS = {v.lemma(light) for v in VERBS for light in v.light} | {
    f.lemma for f in prepositional_frames().values()
}
FILES = sorted(Path(lexicon.__path__[0]).glob("*.py"))


def tables(path: Path) -> dict[str, list[list[str]]]:
    """The words of each ``word_set`` call by the name it is assigned to, as they are written."""
    out: dict[str, list[list[str]]] = {}
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            calls = [
                call.args[0].value.split()
                for call in ast.walk(node.value)
                if isinstance(call, ast.Call)
                and isinstance(call.func, ast.Name)
                and call.func.id == "word_set"
                and isinstance(call.args[0], ast.Constant)
                and isinstance(call.args[0].value, str)
            ]
            if calls:
                out[node.targets[0].id] = calls
    return out


def key(word: str) -> str:
    return fold_word(word.replace("_", ""))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_word_stands_twice_in_a_table(path: Path) -> None:
    for name, calls in tables(path).items():
        for words in calls:
            keys = [key(w) for w in words]
            assert sorted({w for w in keys if keys.count(w) > 1}) == [], name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_entry_is_one_token_of_the_view(path: Path) -> None:
    module = import_module(f"gofteh.lexicon.{path.stem}")
    for name, value in vars(module).items():
        tuples = value.values() if isinstance(value, dict) else [value]
        for entries in tuples:
            if isinstance(entries, frozenset) and not entries & LEMMAS:
                told = [w for w in entries if not isinstance(w, Enum)]
                wrong = [w for w in told if not can_match(w, joined=name in RUN_TOGETHER)]
                assert wrong == [], name


def can_match(word: str, *, joined: bool) -> bool:
    return word.isalnum() if joined else tokenise(word).all == (word,)


def test_sets_of_lemmas_name_lemmas() -> None:
    for path in FILES:
        for name, value in vars(import_module(f"gofteh.lexicon.{path.stem}")).items():
            if isinstance(value, frozenset) and value & LEMMAS:
                assert value - LEMMAS == set(), name


def test_names_are_letters_run_together() -> None:
    for names in (given_names(), countries(), places()):
        assert [n for n in names if not n.isalpha() or fold_word(n) != n] == []


def test_frames_and_cues_are_letters_run_together() -> None:
    for table in (cue_forms(), prepositional_frames(), participle_frames()):
        assert [k for k in table if not k.isalpha() or fold_word(k) != k] == []


def test_a_verb_has_one_record() -> None:
    entries = [(v.key, light) for v in VERBS for light in v.light]
    assert sorted({e for e in entries if entries.count(e) > 1}) == []


def test_every_stem_is_used() -> None:
    assert set(STEMS) == {light for v in VERBS for light in v.light}
