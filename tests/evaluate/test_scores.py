import json
import random

import pytest

from gofteh.evaluate.answers import Answer, answers_of, read_answers, read_articles_file
from gofteh.evaluate.errors import ErrorClass, errors_by_class
from gofteh.evaluate.names import fold, name_words, same_speaker
from gofteh.evaluate.pairing import characters, overlap
from gofteh.evaluate.scores import Figure, score
from gofteh.pipeline import extract
from gofteh.records import Article
from gofteh.records.codec import reading_record
from yardstick import ROOT, SHARED, figures, needs_yardstick, write_lines

RAW = "سارا نیک‌پی گفت: پل باز است. وی افزود: راه امن است."
ARTICLES = {"a": Article(id="a", text=RAW)}


def at(text):
    start = RAW.index(text)
    return (start, start + len(text))


def answer(words, **more):
    fields = {
        "content": (at(words),),
        "cue": (at("گفت"),),
        "source": at("سارا نیک‌پی"),
        "speaker": "سارا نیک‌پی",
        "kind": "person",
        "manner": "direct",
    }
    return Answer(**(fields | more))


GOLD = {"a": (answer("پل باز است"), answer("راه امن است", cue=(at("افزود"),), source=at("وی")))}


def errors(predicted, gold=GOLD):
    found = errors_by_class(ARTICLES, gold, {"a": tuple(predicted)})
    return {kind.value: len(places) for kind, places in found.items() if places}


def test_score_of_the_gold_itself_is_one():
    scores = score(ARTICLES, GOLD, GOLD)
    assert scores.statement_f1 == scores.content_f1_90 == scores.cue_f1 == Figure(1, 1, 1)
    assert scores.speaker_accuracy == scores.kind_accuracy == scores.manner_accuracy == 1
    assert errors(GOLD["a"]) == {}


def test_score_of_nothing_is_zero():
    scores = score(ARTICLES, GOLD, {})
    assert (scores.missing_articles, scores.predicted) == (1, 0)
    assert scores.statement_f1 == Figure(0, 0, 0)
    assert errors([]) == {"missed": 2}


def test_score_statement_needs_its_speaker():
    wrong = (answer("پل باز است", speaker="دیگری"), GOLD["a"][1])
    scores = score(ARTICLES, GOLD, {"a": wrong})
    assert scores.content_f1_50.f1 == 1
    assert scores.statement_f1 == Figure(0.5, 0.5, 0.5)
    assert scores.speaker_accuracy == 0.5


def test_score_of_an_article_without_text_says_which():
    with pytest.raises(ValueError, match="the first is a"):
        score({}, GOLD, {})


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"speaker": "دیگری"}, {"wrong speaker": 1}),
        ({"speaker": None}, {"wrong speaker": 1}),
        ({"kind": "group"}, {"wrong kind": 1}),
        ({"manner": "indirect"}, {"wrong manner": 1}),
        ({"cue": ()}, {"wrong cue": 1}),
        ({"cue": (at("افزود"),)}, {"wrong cue": 1}),
        ({"source": None}, {"wrong source": 1}),
        ({"source": at("وی")}, {"wrong source": 1}),
        ({"content": (at("باز است"),)}, {"wrong boundary": 1}),
        ({"content": (at("وی"),)}, {"missed": 1, "spurious": 1}),
        ({"content": ()}, {"missed": 1, "spurious": 1}),
        ({"speaker": "نیک‌پی", "content": (at("پل باز است."),)}, {}),
    ],
)
def test_errors_by_class(change, expected):
    assert errors([answer("پل باز است", **change), GOLD["a"][1]]) == expected


def test_errors_of_colon_cues_are_none():
    colon = (answer("پل باز است", cue=(at(":"),)),)
    assert errors(colon, {"a": colon}) == {}
    assert errors((answer("پل باز است", cue=()),), {"a": colon}) == {}


def test_errors_tell_expected_and_given():
    found = errors_by_class(ARTICLES, GOLD, {"a": (answer("پل باز است", speaker="دیگری"),)})
    (error,) = found[ErrorClass.SPEAKER]
    assert (error.article, error.content) == ("a", "پل باز است")
    assert (error.expected, error.given) == ("سارا نیک‌پی", "دیگری")


def test_characters_leaves_out_spaces_marks_and_what_lies_outside():
    assert characters("آب، ‌«ب»", [(-3, 99)]) == {0, 1, 6}
    assert overlap(frozenset(), frozenset()) == 0


@pytest.mark.parametrize(
    ("predicted", "name", "aliases", "same"),
    [
        ("علي كريمي", "علی کریمی", (), True),
        ("دکتر علی کریمی", "علی کریمی", (), True),
        ("کریمی", "علی کریمی", (), True),
        ("علی", "علی کریمی", (), False),
        ("سخنگوی بانک", "علی کریمی", ("سخنگوی بانک",), True),
        ("سخنگوی بانک مرکزی", "علی کریمی", ("سخنگوی بانک",), True),
        ("نیکپی", "سارا نیک‌پی", (), True),
        (None, "unknown", (), True),
        ("unknown", "نامشخص", (), True),
        ("علی", "unknown", (), False),
        (None, "علی", (), False),
        ("دکتر", "دکتر", (), True),
        ("علی", "-", ("؟",), False),
    ],
)
def test_same_speaker(predicted, name, aliases, same):
    assert same_speaker(predicted, name, aliases) is same


def test_fold_drops_what_is_invisible():
    assert fold("مُدیر\u200cكل ﷲ") == fold("مدیرکل الله")
    assert name_words("سید حاج دکتر") == ["سید", "حاج", "دکتر"]


def test_read_answers_takes_gold_and_records(tmp_path):
    reading = extract(ARTICLES["a"])
    record = reading_record(reading)
    gold = {
        "id": "a",
        "statements": [
            {"content": [[1, 2]], "cue": [], "source": [0, 1], "speaker": "س", "aliases": ["ن"],
             "kind": "person", "manner": "direct"}
        ],
    }  # fmt: skip
    assert read_answers(str(write_lines(tmp_path / "p", [record])))["a"] == answers_of(reading)
    (read,) = read_answers(str(write_lines(tmp_path / "g", [gold])))["a"]
    assert read == Answer(((1, 2),), (), (0, 1), "س", "person", "direct", ("ن",))
    error = {"id": "x", "error": {"code": "no-text", "message": ""}}
    assert read_answers(str(write_lines(tmp_path / "e", [error]))) == {"x": ()}


def test_read_answers_names_what_is_wrong(tmp_path):
    path = write_lines(tmp_path / "p.jsonl", [{"id": "a", "statements": [{"cue": []}]}])
    with pytest.raises(ValueError, match="article a: not a statement"):
        read_answers(str(path))
    path = write_lines(tmp_path / "p.jsonl", [{"statements": []}])
    with pytest.raises(ValueError, match=r'p\.jsonl:1: has no "id"'):
        read_answers(str(path))


def perturbed(record, chance):
    """A record with many kinds of errors, by chance."""
    record = json.loads(json.dumps(record))
    kept = [entry for entry in record["statements"] if chance.random() > 0.12]
    for entry in kept:
        for span in entry["content"]:
            if chance.random() < 0.4:
                span["start"] += chance.randint(-15, 25)
                span["end"] = max(span["start"], span["end"] + chance.randint(-40, 40))
        if chance.random() < 0.2:
            entry["speaker"]["name"] = chance.choice([None, "unknown", "کریمی", "رئیس", "دکتر"])
        if chance.random() < 0.2:
            entry["speaker"]["kind"] = "group"
        if chance.random() < 0.2:
            entry["manner"] = "mixed"
        if chance.random() < 0.2:
            entry["cue"] = []
        if chance.random() < 0.2:
            entry["source"] = None
    doubled = [entry for entry in kept if chance.random() < 0.1]
    chance.shuffle(kept)
    return record | {"statements": kept + doubled}


def as_record(entry):
    """A gold line in the form of a record."""

    def span(pair):
        return {"start": pair[0], "end": pair[1]}

    statements = [
        s
        | {
            "content": [span(pair) for pair in s["content"]],
            "cue": [span(pair) for pair in s["cue"]],
            "source": s["source"] and span(s["source"]),
            "speaker": {"name": s["speaker"], "kind": s["kind"]},
        }
        for s in entry["statements"]
    ]
    return {"id": entry["id"], "statements": statements}


def gold_files(name):
    if name == "fictional":
        folder = ROOT / "tests" / "gold"
        return folder / "fictional.articles.jsonl", folder / "fictional.gold.jsonl"
    return SHARED / "gold" / f"{name}.articles.jsonl", SHARED / "gold" / f"{name}.gold.jsonl"


@needs_yardstick
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", ["fictional", "dev", "ud_dev"])
def test_score_gives_the_figures_of_the_yardstick(name, seed, tmp_path):
    articles, gold = gold_files(name)
    chance = random.Random(seed)
    lines = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    records = [perturbed(as_record(line), chance) for line in lines if chance.random() > 0.05]
    predicted = write_lines(tmp_path / "predicted.jsonl", records)
    ours = score(
        read_articles_file(str(articles)), read_answers(str(gold)), read_answers(str(predicted))
    )
    assert ours.as_dict() == figures(articles, gold, predicted)
    assert 0.1 < ours.statement_f1.f1 < 0.95


@needs_yardstick
def test_score_of_the_extraction_is_that_of_the_yardstick(tmp_path):
    articles, gold = gold_files("fictional")
    texts = read_articles_file(str(articles))
    readings = [extract(article) for article in texts.values()]
    path = write_lines(tmp_path / "p.jsonl", [reading_record(reading) for reading in readings])
    ours = score(texts, read_answers(str(gold)), {r.article.key: answers_of(r) for r in readings})
    assert ours.as_dict() == figures(articles, gold, path)
