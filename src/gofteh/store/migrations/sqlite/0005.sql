-- What gofteh watch knows of hosts and addresses, and former versions of articles.
-- Times are seconds since 1970. All of it may be deleted: the watch then begins anew.

-- A host and port. next_at is the earliest time of the next request, kept before each one is made.
CREATE TABLE watch_host (
  host TEXT PRIMARY KEY,
  next_at REAL NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  robots TEXT,
  robots_until REAL NOT NULL DEFAULT 0
) WITHOUT ROWID;

-- An address that is asked: kind 'robots', 'source' (a feed, sitemap or section page) or 'page'.
-- at is where its redirects have led, host that of at; rank says what goes first on a host. An
-- address with next_at empty has nothing more to do. parent is the source that named it, top the
-- source of the configuration. mark changes when a list tells of a change; entry holds what
-- the list carried of an article.
CREATE TABLE watch_address (
  key INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  rank INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting',
  host TEXT NOT NULL,
  at TEXT NOT NULL,
  hops INTEGER NOT NULL DEFAULT 0,
  parent INTEGER REFERENCES watch_address (key),
  top TEXT,
  next_at REAL,
  failures INTEGER NOT NULL DEFAULT 0,
  checks INTEGER NOT NULL DEFAULT 0,
  etag TEXT,
  modified TEXT,
  mark TEXT,
  entry TEXT,
  article TEXT,
  asked INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  found_at REAL NOT NULL,
  last_at REAL,
  fine_at REAL,
  problem TEXT
);
CREATE INDEX watch_address_due ON watch_address (host, rank, next_at);
CREATE INDEX watch_address_top ON watch_address (top, kind, state);
CREATE INDEX watch_address_article ON watch_address (article);

-- How an article stood before it was changed; belongs to the article by its id. statements are
-- records, changes says what became of them in the version after.
CREATE TABLE article_version (
  article_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  replaced TEXT NOT NULL,
  title TEXT,
  raw TEXT NOT NULL,
  published TEXT,
  statements TEXT NOT NULL,
  changes TEXT NOT NULL,
  PRIMARY KEY (article_id, number)
) WITHOUT ROWID;
