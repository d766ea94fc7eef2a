"""Articles linked as they come, and taken out as they go: within the transaction that stores them.

What is known of older articles is found by key and never read again, so that one more article
costs the same however many there are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gofteh.families.group import place
from gofteh.families.records import Telling
from gofteh.families.words import keys_of
from gofteh.link.families import tellings_of
from gofteh.link.persons import introduce_holders, link_all
from gofteh.link.scenes import scene_of
from gofteh.persons.holders import known_holders
from gofteh.persons.link import form_of
from gofteh.persons.names import parse_name
from gofteh.persons.offices import parse_office
from gofteh.persons.records import Decision, Form, Naming, Person, Scene
from gofteh.persons.register import release
from gofteh.records import Reading
from gofteh.records.codec import reading_record
from gofteh.store.database import Database
from gofteh.store.entries import batches, marks
from gofteh.store.linked.groups import Groups, Placed
from gofteh.store.linked.register import LONGEST_KEY, StoreRegister
from gofteh.store.linked.reprints import Reprints
from gofteh.store.linked.standing import Standing, standing
from gofteh.store.linked.tellings import StoreIndex, forget_keys
from gofteh.store.moments import NUMBER_BITS

# What the tables were begun with: where it is another, the known holders are put in anew, and
# `gofteh.store.linked.again` brings the rest to what this version finds.
LINKED = "2"


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article that was just stored: its row, the rows of its statements by id, its reading.

    ``reading`` holds the statements that count, corrections applied.
    """

    row: int
    statements: Mapping[str, int]
    reading: Reading

    def record(self) -> dict[str, object]:
        """Return what the linking reads."""
        return reading_record(self.reading, with_text=True)

    def scene(self) -> Scene:
        """Return the article with its namings."""
        return scene_of(self.record())


class Linker:
    """Links within one transaction; `finish` must come before it ends."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.register = StoreRegister(db)
        self.standing: Standing = standing(db)
        self._groups = Groups(db, self.standing)
        self.reprints = Reprints(db)
        self._left: dict[str, None] = {}
        self._begin()

    def link(self, articles: Sequence[Incoming]) -> None:
        """Link articles that are stored, and not linked yet."""
        records = [(one, one.record()) for one in articles]
        scenes = {one.row: scene_of(record) for one, record in records}
        decisions = link_all(list(scenes.values()), self.register, self.ruled(scenes.values()))
        self.keep_namings(scenes, decisions)
        self.count(list(scenes), 1)
        for one, record in records:
            scene = scenes[one.row]
            self.keep_tellings(one, record, decisions[scene.article])
            self.reprints.place(one.row, one.reading.article.text)

    def ruled(self, scenes: Iterable[Scene]) -> dict[str, Mapping[int, str]]:
        """Return the persons whom humans gave to speakers of some articles."""
        told = {
            scene.article: self.standing.ruled(
                scene.article, [(one.speaker, one.name) for one in scene.namings]
            )
            for scene in scenes
            if scene.article in self.standing.splits
        }
        return {article: given for article, given in told.items() if given}

    def keep_namings(
        self, scenes: Mapping[int, Scene], decisions: Mapping[str, Mapping[int, Decision]]
    ) -> None:
        """Write whom the speakers of some articles, by row, stand for."""
        for scene in scenes.values():
            self._stand_alone(scene, decisions[scene.article])
        self.register.flush()
        rows = [
            self._naming(row, naming, decision, scene)
            for row, scene in scenes.items()
            for naming in scene.namings
            if (decision := decisions[scene.article].get(naming.speaker)) and decision.person
        ]
        self._db.many(_INSERT, rows)

    def keep_tellings(
        self, one: Incoming, record: Mapping[str, object], decisions: Mapping[int, Decision]
    ) -> None:
        """Put the statements of an article into their families."""
        persons = {n: self.standing.of(made.person) for n, made in decisions.items()}
        index = StoreIndex(self._db)
        index.expect(one.statements.items())
        tellings = [t for t in tellings_of(record, persons) if t.id in one.statements]
        placed = [Placed(one.statements[t.id], one.row, t, place(t, index)) for t in tellings]
        index.flush()
        self._groups.place(placed)

    def unlink(self, articles: Sequence[int], readings: Mapping[int, Reading]) -> None:
        """Take articles out that are about to be deleted; ``readings`` are theirs, by row."""
        self.count(articles, -1)
        for part in batches(articles):
            self._groups.leave(part)
            self.reprints.leave(part)
        for part in batches(articles):
            sql = (
                "SELECT n.article, n.number, p.anchor FROM naming n JOIN person p "
                f"ON p.key = n.found WHERE n.article IN ({marks(part)})"
            )
            found = {
                (article, number): anchor for article, number, anchor in self._db.rows(sql, part)
            }
            for row in part:
                self._release(row, readings[row], found)
            self._forget_tellings(part)

    def link_speakers_again(self, row: int, reading: Reading) -> None:
        """Link the speakers of a stored article anew; its statements stay in their families."""
        sql = (
            "SELECT n.number, p.anchor FROM naming n JOIN person p ON p.key = n.found "
            "WHERE n.article = ?"
        )
        found = {(row, number): anchor for number, anchor in self._db.rows(sql, (row,))}
        self.count([row], -1)
        self._release(row, reading, found)
        self._db.rows("DELETE FROM naming WHERE article = ?", (row,))
        scene = Incoming(row, {}, reading).scene()
        decisions = link_all([scene], self.register, self.ruled([scene]))
        self.keep_namings({row: scene}, decisions)
        self.count([row], 1)

    def same_as(self, statement: str) -> Sequence[str]:
        """Return the tellings that a stored one is the same as by its words."""
        rows = self._db.rows(_TELLING, (statement,))
        if not rows:
            return ()
        row, words, speaker, manner, article = rows[0]
        index = StoreIndex(self._db)
        index.expect([(statement, row)])
        told = (statement, "", tuple(words.split()), speaker, manner)
        return place(Telling(*told, minute=row >> NUMBER_BITS, article=article), index).links

    def finish(self) -> None:
        """Write what waits; the articles that were unlinked are deleted by now."""
        for anchor in self._left:
            person = self.register.get(anchor)
            if person:
                self._recount(person)
        self._left = {}
        self.register.flush()
        self._groups.finish()
        self.reprints.finish()

    @property
    def groups(self) -> Groups:
        """The families."""
        return self._groups

    def count(self, articles: Sequence[int], by: int) -> None:
        """Add the statements of some articles to those of their persons, or take them off."""
        for part in batches(articles):
            sql = (
                "SELECT n.person, count(*) FROM naming n JOIN statement s "
                "ON s.article = n.article AND s.voice = n.number "
                f"WHERE n.article IN ({marks(part)}) AND n.person IS NOT NULL "
                "AND s.state <> 'rejected' GROUP BY n.person"
            )
            counted = [(by * number, person) for person, number in self._db.rows(sql, part)]
            self._db.many("UPDATE person SET statements = statements + ? WHERE key = ?", counted)

    def _begin(self) -> None:
        """Put the known holders of offices into new tables."""
        if self._db.rows("SELECT value FROM meta WHERE name = 'linked'") != [(LINKED,)]:
            introduce_holders(self.register, known_holders())
            self.register.flush(let_go=True)
            self._db.rows("DELETE FROM meta WHERE name = 'linked'")
            self._db.rows("INSERT INTO meta (name, value) VALUES ('linked', ?)", (LINKED,))

    def _stand_alone(self, scene: Scene, decisions: Mapping[int, Decision]) -> None:
        """Make a person of whoever is known by one naming alone: an office that several hold."""
        for naming in scene.namings:
            decision = decisions.get(naming.speaker)
            if decision and decision.person and not self.register.get(decision.person):
                name = " ".join((naming.name or "").split())
                self.register.put(Person(decision.person, name, Form.OFFICE, articles=1), ())

    def _naming(
        self, row: int, naming: Naming, decision: Decision, scene: Scene
    ) -> Sequence[object]:
        found = decision.person or ""
        stands = self.standing.of(found)
        ruled = stands != found
        office = parse_office(naming.role or "")
        day = scene.period.first if scene.period and not scene.period.estimated else None
        return (
            *(row, naming.speaker, self.register.row_of(found)),
            self.register.row_of(stands) if stands else None,
            form_of(naming).value,
            office.key[:LONGEST_KEY] if office and not office.former else None,
            day.isoformat() if day else None,
            1.0 if ruled else round(decision.confidence, 4),
            "decided by hand" if ruled else decision.reason,
            json.dumps(decision.others),
        )

    def _release(self, row: int, reading: Reading, found: Mapping[tuple[int, int], str]) -> None:
        scene = Incoming(row, {}, reading).scene()
        for naming in scene.namings:
            anchor = found.get((row, naming.speaker))
            person = self.register.get(anchor) if anchor else None
            if person is None:
                continue
            form = form_of(naming)
            named = form in (Form.FULL, Form.SURNAME)
            release(person, parse_name(naming.name or "") if named else None, naming, scene)
            self.register.put(person, ())
            self._left[person.id] = None

    def _recount(self, person: Person) -> None:
        """Tell anew from when to when articles name a person, or drop who is named no more."""
        if person.articles < 1 and not any(one.known for one in person.offices.values()):
            self.register.drop(person)
            return
        sql = (
            "SELECT n.office, min(n.day), max(n.day) FROM naming n "
            "JOIN person p ON p.key = n.found WHERE p.anchor = ? AND n.day IS NOT NULL "
            "GROUP BY n.office"
        )
        days = {office: (first, last) for office, first, last in self._db.rows(sql, (person.id,))}
        self.register.redate(person, days)

    def _forget_tellings(self, articles: Sequence[int]) -> None:
        sql = (
            "SELECT t.statement, s.id, t.words, t.speaker FROM telling t JOIN statement s "
            f"ON s.key = t.statement WHERE t.article IN ({marks(articles)})"
        )
        rows = self._db.rows(sql, articles)
        told = [
            (row, id_, keys_of(tuple(words.split()), speaker)) for row, id_, words, speaker in rows
        ]
        forget_keys(self._db, told)


_TELLING = (
    "SELECT t.statement, t.words, t.speaker, s.manner, a.id FROM statement s "
    "JOIN telling t ON t.statement = s.key JOIN article a ON a.key = s.article WHERE s.id = ?"
)
_INSERT = (
    "INSERT INTO naming (article, number, found, person, form, office, day, confidence, reason, "
    "others) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
