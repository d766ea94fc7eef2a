"""Statements go to annotation tools and come back; what was changed there is a correction."""

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

import gofteh
from gofteh.annotate.compare import corrections
from gofteh.annotate.doccano import read_doccano
from gofteh.annotate.marks import AnnotationError, Marks, marks_of
from gofteh.annotate.webanno import file_name, read_webanno
from gofteh.batch.extracting import extract_all
from gofteh.formats import FORMATS
from gofteh.read import ReadOptions, read_articles
from gofteh.store import CorrectionKind, Query, State, open_store

GOLD = Path(__file__).parents[1] / "gold" / "fictional.articles.jsonl"
READERS = {"doccano": read_doccano, "webanno": read_webanno}
BUS = gofteh.Article(
    id="https://news.example/bus?1",
    title="اتوبوس‌های تازه 😀 [۱|۲]",
    text="الهام مشکاتی، شهردار سپیدار، گفت: سی اتوبوس_تازه* می‌رسد \\ [۳].\n"
    "به گفته لیلا فرهمند، آب سپیدار تا پاییز کافی است.\nباران | -> تمام;",
)


def written(form, readings):
    out = io.BytesIO()
    writer = FORMATS[form].open(out)
    for reading in readings:
        writer.write(reading)
    writer.close()
    return out.getvalue()


def returned(form, readings, tmp_path) -> list[Marks]:
    path = tmp_path / f"back.{form}"
    path.write_bytes(written(form, readings))
    return list(READERS[form](str(path)))


def parts(marks):
    return sorted((m.content, m.cue, m.source or (), m.speaker or "") for m in marks.statements)


@pytest.fixture
def store():
    with open_store(":memory:") as opened:
        yield opened


def fill(store, *articles):
    list(store.ingest(articles, extract_all))


@pytest.mark.parametrize("form", READERS)
def test_what_nobody_changed_needs_no_correction(form, tmp_path, store):
    articles = [*read_articles([str(GOLD)], options=ReadOptions()), BUS]
    fill(store, *articles)
    stored = list(store.each_article())
    back = returned(form, [one.reading for one in stored], tmp_path)
    assert len(back) == len(stored) == len(articles)
    for article, marks in zip(stored, back, strict=True):
        assert corrections(article, marks, "a", "now") == []


def test_webanno_keeps_every_part_beyond_signs_of_its_own(tmp_path):
    reading = gofteh.extract(BUS)
    (marks,) = returned("webanno", [reading], tmp_path)
    assert marks.article == BUS.id
    assert parts(marks) == parts(marks_of(reading))
    tsv = zipfile.ZipFile(io.BytesIO(written("webanno", [reading]))).read(file_name(BUS.id))
    first = tsv.decode().splitlines()
    assert first[0] == "#FORMAT=WebAnno TSV 3.3"
    assert first[2:4] == ["", ""]
    face = next(line for line in first if "\t😀\t" in line)
    start = BUS.raw.index("😀")
    assert face.split("\t")[1] == f"{start}-{start + 2}"  # two units of UTF-16


def test_doccano_lines_have_its_fields():
    (line,) = written("doccano", [gofteh.extract(BUS)]).splitlines()
    record = json.loads(line)
    assert record["text"] == BUS.raw
    labels = {entity["label"] for entity in record["entities"]}
    assert labels == {"content", "cue", "source", "speaker"}
    known = {entity["id"] for entity in record["entities"]}
    assert {r["from_id"] for r in record["relations"]} <= known
    assert {r["type"] for r in record["relations"]} <= {"cue", "source", "speaker", "continues"}


def changed(marks: Marks) -> Marks:
    """An annotator's work: a shorter content, another speaker, one taken out, one put in."""
    raw = BUS.raw
    arrive = next(m for m in marks.statements if "سی" in raw[slice(*m.content[0])])
    enough = next(m for m in marks.statements if "آب" in raw[slice(*m.content[0])])
    start, end = arrive.content[0]
    shorter = replace(arrive, content=((start, raw.index("می‌رسد") - 1),))
    at = raw.index("تمام")
    put_in = replace(enough, id="new", content=((at, at + 4),), cue=(), source=None)
    other = replace(enough, speaker="الهام مشکاتی", speaker_at=None)
    assert end > shorter.content[0][1]
    return replace(marks, statements=(shorter, other, put_in))


def test_changes_become_corrections_that_stay(tmp_path, store):
    fill(store, BUS)
    article = store.article(BUS.id)
    (marks,) = returned("webanno", [article.reading], tmp_path)
    found = corrections(article, changed(marks), "مینا", "now")
    kinds = sorted(one.kind.value for one in found)
    assert kinds == ["missed", "wrong-boundary", "wrong-speaker"]
    for one in (*found, *found):
        store.put_correction(one)
    assert len(store.corrections()) == 3
    now = {one.statement.content_text: one for one in store.article(BUS.id).statements}
    assert set(now) == {"سی اتوبوس_تازه*", "آب سپیدار تا پاییز کافی است", "تمام"}
    assert now["آب سپیدار تا پاییز کافی است"].speaker_name == "الهام مشکاتی"
    assert {one.state for one in now.values()} == {State.CORRECTED}
    back = store.article(BUS.id)
    (again,) = returned("webanno", [back.reading], tmp_path)
    assert corrections(back, again, "a", "now") == []


def test_what_annotators_took_out_is_no_statement(tmp_path, store):
    fill(store, BUS)
    article = store.article(BUS.id)
    (marks,) = returned("doccano", [article.reading], tmp_path)
    found = corrections(article, replace(marks, statements=marks.statements[:1]), "a", "now")
    assert {one.kind for one in found} == {CorrectionKind.NOT_A_STATEMENT}
    for one in found:
        store.put_correction(one)
    assert store.count(Query()).number == 1


def test_another_text_is_refused(tmp_path, store):
    fill(store, BUS)
    (marks,) = returned("doccano", [gofteh.extract(replace(BUS, title="دیگر"))], tmp_path)
    with pytest.raises(AnnotationError, match="not that of the article"):
        corrections(store.article(BUS.id), marks, "a", "now")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.tsv", b"nothing"),
        ("a.tsv", b"#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Other|x\n\n\n"),
        ("a.tsv", b"#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Said|part|statement|speaker|"
         b"manner\n\n\n#Text=a\n1-1\tx\n"),
        ("a.tsv", b"\xff\xfe"),
        ("a.jsonl", b'{"text": "a"}\n'),
        ("a.jsonl", b'{"text": "a", "entities": [{}], "relations": []}\n'),
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_named(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    reader = read_webanno if name.endswith("tsv") else read_doccano
    with pytest.raises(AnnotationError, match=name):
        list(reader(str(path)))
