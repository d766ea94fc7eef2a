"""Whatever happens to a store, its indexes hold what its rows say, and nothing else."""

import datetime as dt
from contextlib import suppress
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from gofteh.batch.extracting import extract_all, extract_article
from gofteh.records import Article
from gofteh.store import CorrectionKind, Extractor, Query, open_store
from gofteh.store.changes import UnchangedError, reindex
from gofteh.store.database import Index
from gofteh.store.sqlite import SqliteDatabase
from store.news import NEWS, put

# the store is tested, not who reads
by_grammar = partial(extract_all, work=partial(extract_article, reader="grammar"))
BODIES = [*(article.text for article in NEWS), "باران بارید.", ""]


def entries(store):
    if isinstance(store.db, SqliteDatabase):
        found = []
        for index in Index:
            table = f"words_of_{index}"
            store.db.rows(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{table} "
                f"USING fts5vocab('main', '{index}', 'instance')"
            )
            found.append(sorted(store.db.rows(f"SELECT term, doc, col, offset FROM {table}")))
        return found
    return [store.db.rows(f"SELECT key, terms::text FROM {i} ORDER BY key") for i in Index]


def counts(store):
    return (
        sorted(store.db.rows("SELECT key, statements FROM speaker WHERE statements <> 0")),
        sorted(store.db.rows("SELECT speaker, outlet, statements FROM quoted")),
        sorted(store.db.rows("SELECT * FROM tally WHERE statements <> 0")),
    )


def counted(store):
    grouped = "SELECT {0}, count(*) FROM statement WHERE state <> 'rejected' {1} GROUP BY {0}"
    return tuple(
        sorted(store.db.rows(grouped.format(columns, where)))
        for columns, where in (
            ("speaker", "AND speaker IS NOT NULL"),
            ("speaker, outlet", "AND speaker IS NOT NULL AND outlet IS NOT NULL"),
            ("outlet, kind, manner", "AND outlet IS NOT NULL"),
        )
    )


class Life(RuleBasedStateMachine):
    place = ":memory:"

    def __init__(self):
        super().__init__()
        self.store = open_store(self.place)
        self.version = 0

    def teardown(self):
        for article in list(self.store.each_article()):
            self.store.forget([article.head.id])
        assert [len(rows) for rows in entries(self.store)] == [0, 0]
        assert counts(self.store) == ([], [], [])
        self.store.close()

    @rule(
        name=st.sampled_from("abc"),
        body=st.sampled_from(BODIES),
        outlet=st.sampled_from([None, "پگاه", "کوی نو"]),
        day=st.sampled_from([None, "2023-05-01", "1402/06/10"]),
    )
    def arrives(self, name, body, outlet, day):
        article = Article(id=name, title="خبر", text=body, outlet=outlet, published=day)
        put(self.store, [article, replace(article, outlet="دیگر"), article])

    @rule()
    def is_read_again(self):
        self.version += 1
        list(self.store.reextract(by_grammar, Extractor(f"{self.version}.0", "r", "m")))

    @rule(
        which=st.integers(0, 9),
        kind=st.sampled_from([k for k in CorrectionKind if k.value != "missed"]),
        speaker=st.sampled_from([None, "لیلا فرهمند", "نو نوی"]),
    )
    def is_corrected(self, which, kind, speaker):
        hits = self.store.search(Query()).items
        if hits:
            statement = hits[which % len(hits)].stored.statement
            first = statement.content[0]
            spans = [(first.start, max(first.start + 1, first.end - 3))]
            with suppress(UnchangedError):  # what is shown already is no correction
                self.store.correct(statement.id, kind, content=spans, speaker=speaker)

    @rule(which=st.integers(0, 9))
    def is_withdrawn(self, which):
        made = self.store.corrections()
        if made:
            assert self.store.withdraw(made[which % len(made)].id)

    @rule(name=st.sampled_from("abc"))
    def is_forgotten(self, name):
        self.store.forget([name])

    @rule()
    def grows_old(self):
        self.store.forget_before(dt.date(2023, 6, 1))

    @invariant()
    def indexes_and_counts_are_those_of_the_rows(self):
        now = entries(self.store)
        assert counts(self.store) == counted(self.store)
        self.store.db.rows("UPDATE meta SET value = '0' WHERE name = 'terms'")
        reindex(self.store.db)
        assert entries(self.store) == now


@pytest.mark.slow
@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_a_store_lives_through_anything(database, request):
    place = ":memory:"
    if database == "postgresql":
        from store.conftest import empty

        place = empty(request.getfixturevalue("server"))
    machine = type("PlacedLife", (Life,), {"place": place})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=25,
            derandomize=True,  # CI tells the same of one version twice; the fuzzers draw anew
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
