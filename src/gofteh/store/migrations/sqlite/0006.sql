-- Saved searches, what they found, and who is told. Times in deliveries are seconds since 1970.

-- Articles in the order in which they came in or were changed; those that all searches have seen go.
CREATE TABLE arrival (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id TEXT NOT NULL
);

-- query is a JSON object of gofteh.store.search.Query; seen the last arrival that was looked at.
-- secret signs what the webhook is sent, so it stands here in the open.
CREATE TABLE saved_search (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL,
  author TEXT,
  created TEXT NOT NULL,
  seen INTEGER NOT NULL,
  webhook TEXT,
  secret TEXT,
  email TEXT
) WITHOUT ROWID;

CREATE TABLE saved_hit (
  search TEXT NOT NULL REFERENCES saved_search (id) ON DELETE CASCADE,
  statement TEXT NOT NULL,
  article_id TEXT NOT NULL,
  moment TEXT NOT NULL,
  PRIMARY KEY (search, statement)
) WITHOUT ROWID;
CREATE INDEX saved_hit_moment ON saved_hit (moment);
CREATE INDEX saved_hit_article ON saved_hit (article_id);

-- What is to be told; next_at is empty when it was, or was given up (problem says why).
CREATE TABLE delivery (
  id TEXT PRIMARY KEY,
  search TEXT NOT NULL REFERENCES saved_search (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  statements TEXT NOT NULL,
  created TEXT NOT NULL,
  next_at REAL,
  failures INTEGER NOT NULL DEFAULT 0,
  problem TEXT
) WITHOUT ROWID;
CREATE INDEX delivery_due ON delivery (next_at);
