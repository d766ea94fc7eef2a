"""The spaCy component: spans, records, offsets, and what of them is stored."""

from __future__ import annotations

import pytest

import gofteh

spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install 'gofteh[spacy]'")

from spacy.tokens import Doc, DocBin  # noqa: E402

TEXT = (
    "الهام مشکاتی، شهردار سپیدار، امروز گفت: «سی اتوبوس تازه می‌رسد.»\n"
    "به گفته او، دو خط شبانه هم باز می‌شود."
)
GRAMMAR = {"reader": "grammar"}


@pytest.fixture(scope="module")
def nlp():
    made = spacy.blank("fa")
    made.add_pipe("gofteh", config=GRAMMAR)
    return made


@pytest.fixture(scope="module")
def doc(nlp) -> Doc:
    return nlp(TEXT)


def shown(doc: Doc) -> dict[str, list[tuple[str, str, str]]]:
    return {
        name: [(span.text, span.label_, span.id_) for span in group]
        for name, group in doc.spans.items()
    }


def test_statements_are_those_of_extract(doc: Doc) -> None:
    reading = gofteh.extract(TEXT, reader="grammar")
    assert len(reading.statements) == 2
    assert doc._.statements == reading.to_dict()["statements"]
    assert doc._.speakers == reading.to_dict()["speakers"]


def test_spans_cover_the_exact_places(doc: Doc) -> None:
    for group, field in (("statements", "content"), ("cues", "cue")):
        places = [place for one in doc._.statements for place in one[field]]
        assert len(doc.spans[group]) == len(places) > 0
        for span, place in zip(doc.spans[group], places, strict=True):
            assert span.start_char <= place["start"] < place["end"] <= span.end_char
            assert doc.text[place["start"] : place["end"]] == place["text"]
            assert place["text"] in span.text


def test_a_span_leads_to_its_statement_and_its_speaker(doc: Doc) -> None:
    first, second = doc.spans["statements"]
    assert (first.label_, second.label_) == ("direct", "indirect")
    names = {str(speaker["id"]): speaker["name"] for speaker in doc._.speakers}
    for span in (*doc.spans["statements"], *doc.spans["cues"], *doc.spans["sources"]):
        speaker = span._.statement["speaker"]
        assert names[str(speaker["id"])] == "الهام مشکاتی"
    mentions = [span.text for span in doc.spans["speakers"]]
    assert "او" in mentions
    assert {span.id_ for span in doc.spans["speakers"]} == {str(first._.statement["speaker"]["id"])}


def test_a_doc_without_statements_has_empty_groups(nlp) -> None:
    for text in ("", "باران بارید."):
        quiet = nlp(text)
        assert shown(quiet) == {"statements": [], "cues": [], "sources": [], "speakers": []}
        assert quiet._.statements == []


def test_a_doc_of_another_pipeline_has_no_statements() -> None:
    assert spacy.blank("fa")(TEXT)._.statements == []


def test_a_docbin_keeps_all_of_it(doc: Doc) -> None:
    data = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(data).get_docs(spacy.blank("fa").vocab)
    assert shown(again) == shown(doc)
    assert again._.statements == doc._.statements
    assert [span._.statement for span in again.spans["cues"]] == [
        span._.statement for span in doc.spans["cues"]
    ]


def test_a_doc_on_disk_keeps_all_of_it(nlp, doc: Doc, tmp_path) -> None:
    doc.to_disk(tmp_path / "doc")
    again = Doc(nlp.vocab).from_disk(tmp_path / "doc")
    assert shown(again) == shown(doc)
    assert again._.statements == doc._.statements


def test_a_pipeline_on_disk_is_loaded_by_its_entry_point(nlp, doc: Doc, tmp_path) -> None:
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.get_pipe_config("gofteh")["reader"] == "grammar"
    assert shown(again(TEXT)) == shown(doc)


def test_many_texts_go_through_a_pipe(nlp, doc: Doc) -> None:
    found = list(nlp.pipe([TEXT, "باران بارید.", TEXT]))
    assert [len(one.spans["statements"]) for one in found] == [2, 0, 2]
    assert shown(found[2]) == shown(doc)


def test_an_unknown_reader_is_told_when_the_pipeline_is_made() -> None:
    with pytest.raises(ValueError, match="nobody"):
        spacy.blank("fa").add_pipe("gofteh", config={"reader": "nobody"})
