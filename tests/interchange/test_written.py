"""Statements in other tools' formats stand where they stand, and can be scored from there."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

import gofteh
from gofteh.annotate.labelstudio import CONFIG
from gofteh.evaluate.answers import answers_of
from gofteh.evaluate.scores import score
from gofteh.evaluate.systems import read_system
from gofteh.formats import FORMATS
from grammar import extract

NEWS = gofteh.Article(
    id="bus",
    title="اتوبوس‌های تازه",
    text="الهام مشکاتی، شهردار سپیدار، گفت: «سی اتوبوس  تازه می‌رسد».\n"
    "«پل»، وی افزود، «فردا باز می‌شود». به گفته لیلا فرهمند، آب کافی است.\n🔹 پایان\ud800",
)


@pytest.fixture(scope="module")
def reading() -> gofteh.Reading:
    found = extract(NEWS)
    assert len(found.statements) >= 3
    return found


def written(form: str, reading: gofteh.Reading) -> bytes:
    out = io.BytesIO()
    writer = FORMATS[form].open(out)
    writer.write(reading)
    writer.write(gofteh.Failure("x", "empty", "nothing in it"))
    writer.write(reading)
    writer.close()
    return out.getvalue()


def rows(text: str) -> list[tuple[str, list[str]]]:
    """The lines of tokens with the text of their sentence."""
    found, sentence = [], ""
    for line in text.split("\n"):
        if line.startswith("# text = "):
            sentence = line.removeprefix("# text = ")
        elif line and not line.startswith("#"):
            found.append((sentence, line.split("\t")))
    return found


def test_conllu_has_ten_columns_and_every_part_at_its_place(reading: gofteh.Reading) -> None:
    text = written("conllu", reading).decode()
    assert text.count("# newdoc id = bus\n") == 2
    at: dict[str, list[tuple[int, int]]] = {}
    half = rows(text)[: len(rows(text)) // 2]
    for sentence, cells in half:
        assert len(cells) == 10 and cells[1] in sentence
        told = dict(part.split("=", 1) for part in cells[9].split("|"))
        start, end = map(int, told["Offset"].split(":"))
        assert NEWS.raw[start:end].replace("\ud800", "\ufffd") == cells[1]
        for part in filter(None, told.get("Said", "").split(",")):
            at.setdefault(part, []).append((start, end))
    for one in reading.statements:
        places = at[f"content:{one.id}"]
        covered = "".join(NEWS.raw[start:end] for start, end in places)
        assert covered == "".join("".join(span.text.split()) for span in one.content)


def test_conllu_forms_and_spaces_give_the_text_back(reading: gofteh.Reading) -> None:
    made = ""
    for _, cells in rows(written("conllu", reading).decode()):
        told = dict(part.split("=", 1) for part in cells[9].split("|"))
        spaces = told.get("SpacesAfter", "" if "SpaceAfter" in told else " ")
        made += cells[1] + spaces.replace("\\s", " ").replace("\\n", "\n")
    assert made == NEWS.raw.replace("\ud800", "\ufffd") * 2


def test_label_studio_labels_every_part_and_relates_them(reading: gofteh.Reading) -> None:
    tasks = json.loads(written("label-studio", reading))
    assert len(tasks) == 2
    text, result = tasks[0]["data"]["text"], tasks[0]["predictions"][0]["result"]
    labels = {one["id"]: one for one in result if one["type"] == "labels"}
    for one in labels.values():
        value = one["value"]
        assert text[value["start"] : value["end"]] == value["text"]
        assert f'<Label value="{value["labels"][0]}"/>' in CONFIG
    relations = [one for one in result if one["type"] == "relation"]
    assert {one["labels"][0] for one in relations} == {"continues", "cue", "source", "speaker"}
    assert all(one["from_id"] in labels and one["to_id"] in labels for one in relations)
    contents = [one for one in labels.values() if one["value"]["labels"] == ["content"]]
    assert len(contents) == sum(len(one.content) for one in reading.statements)
    assert CONFIG in (Path(__file__).parents[2] / "docs" / "interchange.md").read_text("utf-8")


@pytest.mark.parametrize(("form", "lost"), [("citron", 0), ("gender-gap-tracker", 1)])
def test_what_other_systems_write_is_scored_as_it_is(
    form: str, lost: int, reading: gofteh.Reading, tmp_path: Path
) -> None:
    path = tmp_path / "system.jsonl"
    path.write_bytes(written(form, reading))
    (line, _) = map(json.loads, path.read_text("utf-8").splitlines())
    assert line["text"] == NEWS.raw
    gold = {"bus": answers_of(reading)}
    figures = score({"bus": NEWS}, gold, read_system(str(path)))
    # The one knows no statement of several places: it is two, each half of it.
    assert figures.content_f1_90.r == pytest.approx(1 - lost / len(gold["bus"]), abs=1e-3)
    assert figures.speaker_accuracy == 1.0


def test_a_quote_s_type_is_the_order_of_its_parts(reading: gofteh.Reading) -> None:
    line = json.loads(written("gender-gap-tracker", reading).splitlines()[0])
    types = [quote["quote_type"] for quote in line["quotes"]]
    assert types[0] == "SVQCQ" and "QCQSV" in types and types[-1] == "VSC"
    floating = [quote["quote"] for quote in line["quotes"] if quote["is_floating_quote"]]
    assert floating == ["فردا باز می‌شود"]


@pytest.mark.parametrize(
    "line",
    [{"quotes": []}, {"id": "a", "quotes": [{"quote_index": "12-15"}]}, {"id": "a", "quotes": [1]}],
)
def test_a_line_of_no_known_format_is_named(line: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "system.jsonl"
    path.write_text("\n" + json.dumps(line))
    with pytest.raises(ValueError, match=r"system\.jsonl:2: "):
        read_system(str(path))
