import io
import json

import pytest

from gofteh.formats import FORMATS
from gofteh.records import Failure, Reading
from hand_made import one_statement, reading


def nodes(form, *items):
    out = io.BytesIO()
    writer = FORMATS[form].open(out)
    for item in items:
        writer.write(item)
    writer.close()
    return json.loads(out.getvalue())


@pytest.mark.parametrize("form", ["web-annotation", "quotation"])
def test_nothing_is_an_empty_array_and_failures_are_no_nodes(form):
    assert nodes(form) == []
    assert nodes(form, Failure("x", "y", "z")) == []
    assert len(nodes(form, Failure("x", "y", "z"), reading(), reading())) == 8


def test_annotations_select_by_position_and_by_quote():
    item = reading()
    raw = item.article.raw
    for node, statement in zip(nodes("web-annotation", item), item.statements, strict=True):
        assert node["type"] == "Annotation"
        assert len(node["target"]) == len(statement.content)
        for target, span in zip(node["target"], statement.content, strict=True):
            assert target["source"] == item.article.url
            quote, position = target["selector"]
            assert (position["start"], position["end"]) == (span.start, span.end)
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert raw.index(around) + len(quote["prefix"]) == span.start
            assert quote["exact"] == span.text


def test_quotations_name_speaker_and_article():
    first, second, third, _ = nodes("quotation", reading())
    assert first["creator"] == {"@type": "Organization", "name": "شرکت آب مهرکوه"}
    assert second["creator"]["jobTitle"] == "مدیر شرکت آب مهرکوه"
    assert "creator" not in third
    assert third["description"] == "indirect speech"
    based = second["isBasedOn"]
    assert based["publisher"]["name"] == "روزنامهٔ نمونه"
    assert based["datePublished"] == "2024-05-11"


def test_an_article_without_an_address_has_a_name():
    item = one_statement("متن \ud800")
    (node,) = nodes("quotation", item)
    assert node["isBasedOn"]["@id"] == "urn:gofteh:article:one"
    assert isinstance(item, Reading)
