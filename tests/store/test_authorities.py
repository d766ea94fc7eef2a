"""Wikidata's dump and lists of authorities: who they know, with offices and ids that stay."""

from __future__ import annotations

import bz2
import json
from pathlib import Path
from typing import Any

import pytest

from gofteh.link.authorities import read_authority
from gofteh.persons.records import Form
from gofteh.records import Article
from gofteh.store import Store
from store.news import put


def claim(value: str, **qualifiers: str) -> dict[str, Any]:
    times = {
        name: [{"datavalue": {"value": {"time": f"+{day}T00:00:00Z"}}}]
        for name, day in qualifiers.items()
    }
    return {"mainsnak": {"datavalue": {"value": {"id": value}}}, "qualifiers": times}


def entity(id_: str, label: str, kind: str, *aliases: str, **claims: Any) -> dict[str, Any]:
    return {
        "id": id_,
        "labels": {"fa": {"language": "fa", "value": label}},
        "aliases": {"fa": [{"language": "fa", "value": alias} for alias in aliases]},
        "claims": {"P31": [claim(kind)], **claims},
    }


DUMP = [
    entity("Q1", "نیما کوهساری", "Q5", P39=[claim("Q9", P580="2019-05-01", P582="2021-00-00")]),
    entity("Q2", "سازمان آب سپیدار", "Q327333", "آبفای سپیدار"),
    entity("Q9", "شهردار سپیدار", "Q4164871"),
    entity("Q3", "رود مهر", "Q4022"),
    {"id": "Q4", "labels": {"en": {"value": "Nobody"}}, "claims": {"P31": [claim("Q5")]}},
]


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "dump.json.bz2"
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in DUMP)
    path.write_bytes(bz2.compress(f"[\n{lines}\n]\n".encode()))
    return path


def test_a_dump_gives_persons_and_bodies_with_a_persian_label(dump: Path) -> None:
    person, body = read_authority(str(dump))
    assert (person.id, person.known.name, person.known.form) == (
        "wikidata:Q1",
        "نیما کوهساری",
        Form.FULL,
    )
    (held,) = person.known.offices
    assert (held.office, str(held.first), str(held.last)) == (
        "شهردار سپیدار",
        "2019-05-01",
        "2021-12-31",
    )
    assert (body.id, body.known.names, body.known.form) == (
        "wikidata:Q2",
        ("آبفای سپیدار",),
        Form.BODY,
    )


@pytest.mark.parametrize(
    "written",
    [
        lambda them: "[\n" + ",\n".join(map(json.dumps, them)) + "\n]\n",
        json.dumps,
        lambda them: json.dumps({"entities": {one["id"]: one for one in them}}),
    ],
    ids=["dump", "one line", "Special:EntityData"],
)
def test_a_dump_as_wikidata_writes_it(tmp_path: Path, written: Any) -> None:
    office = claim("Q9", P580="2022-03-00")
    office["qualifiers"]["P582"] = [{"snaktype": "somevalue"}]
    them = [
        entity("Q1", "نیما کوهساری", "Q5", "شهردار سپیدار", P39=[office]),
        {"id": "Q4", "labels": [], "aliases": [], "claims": []},
        {"id": "Q5", "labels": {"fa": {"value": "بهار"}}, "aliases": [], "claims": []},
        entity("Q9", "شهردار سپیدار", "Q4164871") | {"aliases": []},
    ]
    path = tmp_path / "dump.json"
    path.write_text(written(them), "utf-8")
    (person,) = read_authority(str(path))
    (held,) = person.known.offices
    assert (held.office, str(held.first), held.last) == ("شهردار سپیدار", "2022-03-01", None)


def test_an_alias_that_is_an_office_is_no_name(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "dump.json"
    path.write_text(json.dumps(entity("Q1", "نیما کوهساری", "Q5", "شهردار سپیدار")), "utf-8")
    list(store.links.take_over(read_authority(str(path))))
    ((told,),) = store.db.rows("SELECT profile FROM person WHERE name = 'نیما کوهساری'")
    assert list(json.loads(told)["names"]) == ["نیما کوهساری"]


def test_an_office_is_whoever_held_it_by_the_authority(store: Store, dump: Path) -> None:
    assert sum(store.links.take_over(read_authority(str(dump)))) == 2
    assert sum(store.links.take_over(read_authority(str(dump)))) == 2  # the same again
    in_office, later, body = (
        Article(id="a", text="شهردار سپیدار گفت: پل باز است.", published="2020-03-01"),
        Article(id="b", text="شهردار سپیدار گفت: پل بسته است.", published="2023-03-01"),
        Article(id="c", text="آبفای سپیدار اعلام کرد: آب هست.", published="2023-03-01"),
    )
    put(store, [in_office, later, body])
    speaker = store.article("a").reading.speakers[0]
    person = store.links.person(speaker.person)
    assert (person.head.name, person.authorities) == ("نیما کوهساری", ("wikidata:Q1",))
    assert person.offices[0].source == "Wikidata"
    assert store.article("b").reading.speakers[0].person != speaker.person
    known = store.links.person(store.article("c").reading.speakers[0].person)
    assert known.authorities == ("wikidata:Q2",)
    list(store.links.link_again())
    assert store.links.person(speaker.person).authorities == ("wikidata:Q1",)


def test_a_list_has_a_line_for_each_office(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "council.csv"
    path.write_text(
        "id,name,kind,aliases,office,first,last\n"
        "7,مینا رودباری,person,مینا رودباری‌نژاد,رئیس شورای سپیدار,2017-01-01,2019-01-01\n"
        "7,مینا رودباری,person,,شهردار سپیدار,2019-01-02,\n",
        "utf-8",
    )
    assert sum(store.links.take_over(read_authority(str(path)))) == 1
    put(store, [Article(id="a", text="مینا رودباری گفت: پل باز است.")])
    person = store.links.person(store.article("a").reading.speakers[0].person)
    assert person.authorities == ("council:7",)
    assert {one.office for one in person.offices} == {"رئیس شورای سپیدار", "شهردار سپیدار"}


@pytest.mark.parametrize(
    ("text", "told"),
    [("name\nx\n", "lacks id"), ("id,name,office,first\n1,x y,z,soon\n", ":2:")],
)
def test_what_is_no_list_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=told):
        list(read_authority(str(path)))


def test_a_line_that_is_no_json_is_told(tmp_path: Path) -> None:
    path = tmp_path / "dump.json"
    path.write_text('[\n{"labels": {"fa": ,\n]\n', "utf-8")
    with pytest.raises(ValueError, match=":2:"):
        list(read_authority(str(path)))
