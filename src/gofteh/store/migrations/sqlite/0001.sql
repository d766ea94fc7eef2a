-- The tables of a gofteh database. Row keys of article and statement stand in the order of
-- time: see gofteh/store/moments.py. Offsets count code points of article.raw, half-open.

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

-- One ingest: what extracted, and what came of it. finished is empty while it works, or if it died.
CREATE TABLE run (
  key INTEGER PRIMARY KEY,
  version TEXT NOT NULL,
  rules TEXT NOT NULL,
  model TEXT NOT NULL,
  started TEXT NOT NULL,
  finished TEXT,
  articles INTEGER NOT NULL DEFAULT 0,
  statements INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0
);

-- What could not be read, extracted or stored; goes when it succeeds later.
CREATE TABLE error (
  item TEXT PRIMARY KEY,
  article_id TEXT,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  run INTEGER REFERENCES run (key)
);
CREATE INDEX error_article ON error (article_id);

CREATE TABLE outlet (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE article (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL,
  url TEXT,
  outlet INTEGER REFERENCES outlet (key),
  published TEXT,
  title TEXT,
  raw TEXT NOT NULL,
  body_start INTEGER NOT NULL,
  repaired TEXT,
  extra TEXT NOT NULL DEFAULT '{}',
  provenance_start INTEGER,
  provenance_end INTEGER,
  run INTEGER NOT NULL REFERENCES run (key)
);
CREATE INDEX article_outlet ON article (outlet);
CREATE INDEX article_run ON article (run);

-- Who speaks, across articles. id is made of the first name; merging moves names between speakers.
CREATE TABLE speaker (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  statements INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX speaker_statements ON speaker (statements);

-- Each exactly folded name and the speaker it stands for.
CREATE TABLE speaker_name (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  folded TEXT NOT NULL UNIQUE,
  speaker INTEGER NOT NULL REFERENCES speaker (key)
);
CREATE INDEX speaker_name_speaker ON speaker_name (speaker);

-- One speaker of one article: what the article calls it. number is its id in the article's record.
CREATE TABLE voice (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  speaker_name INTEGER REFERENCES speaker_name (key),
  name TEXT,
  kind TEXT NOT NULL,
  role TEXT,
  organisation TEXT,
  mentions TEXT NOT NULL,
  PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE INDEX voice_speaker_name ON voice (speaker_name, article);

-- content and cue are JSON lists of [start, end]. speaker, outlet and kind repeat what voice and
-- article say, so that lists by them need no other table; a rejected statement has neither
-- speaker nor outlet here, and so is in no list.
-- state: 'found', 'corrected' or 'rejected' (a human said it is none); found_as keeps the record
-- as it was extracted where a human changed it.
CREATE TABLE statement (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  voice INTEGER NOT NULL,
  speaker INTEGER REFERENCES speaker (key),
  outlet INTEGER REFERENCES outlet (key),
  kind TEXT NOT NULL,
  manner TEXT NOT NULL,
  act TEXT NOT NULL,
  lemma TEXT,
  polarity TEXT NOT NULL,
  content TEXT NOT NULL,
  cue TEXT NOT NULL,
  source_start INTEGER,
  source_end INTEGER,
  embedded_in TEXT,
  confidence REAL NOT NULL,
  because_statement TEXT NOT NULL,
  because_speaker TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'found',
  found_as TEXT
);
CREATE INDEX statement_article ON statement (article);
CREATE INDEX statement_speaker ON statement (speaker, kind);

-- How many statements of each sort an outlet has; kept by every change.
CREATE TABLE tally (
  outlet INTEGER NOT NULL,
  kind TEXT NOT NULL,
  manner TEXT NOT NULL,
  statements INTEGER NOT NULL,
  PRIMARY KEY (outlet, kind, manner)
) WITHOUT ROWID;

-- How many statements a speaker has in an outlet; kept by every change.
CREATE TABLE quoted (
  speaker INTEGER NOT NULL,
  outlet INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  PRIMARY KEY (speaker, outlet)
) WITHOUT ROWID;
CREATE INDEX quoted_outlet ON quoted (outlet, statements);

-- Ids that a newer extraction replaced: a statement's address stays good.
CREATE TABLE former_statement (
  id TEXT PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  now TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX former_statement_article ON former_statement (article);

-- What humans said of statements; belongs to the article by its id, so it outlives extractions.
-- record is the statement as it stood, content where the human says it stands.
CREATE TABLE correction (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  content TEXT,
  speaker TEXT,
  speaker_kind TEXT,
  note TEXT,
  author TEXT,
  created TEXT NOT NULL
);
CREATE INDEX correction_article ON correction (article_id);

-- The indexes hold terms only (gofteh/text/terms.py); the text stands in article.raw.
CREATE VIRTUAL TABLE statement_search USING fts5 (
  words, who, tags, content='', tokenize="ascii tokenchars '_'"
);
CREATE VIRTUAL TABLE article_search USING fts5 (
  words, tags, content='', tokenize="ascii tokenchars '_'"
);

CREATE VIEW articles AS
SELECT a.id, o.name AS outlet, a.url,
  CASE WHEN a.key >> 32 > 0 THEN date((a.key / 6184752906240) + 1721425.5) END AS day,
  a.published, a.title, substr(a.raw, a.body_start + 1) AS text, a.repaired,
  (SELECT count(*) FROM statement s WHERE s.article = a.key AND s.state <> 'rejected') AS statements
FROM article a LEFT JOIN outlet o ON o.key = a.outlet;

CREATE VIEW statements AS
SELECT s.id, a.id AS article, o.name AS outlet,
  CASE WHEN s.key >> 32 > 0 THEN date((s.key / 6184752906240) + 1721425.5) END AS day,
  coalesce(p.name, v.name) AS speaker, s.kind, v.role, s.manner, s.act,
  (SELECT group_concat(substr(a.raw, json_extract(value, '$[0]') + 1,
    json_extract(value, '$[1]') - json_extract(value, '$[0]')), ' … ')
    FROM json_each(s.cue)) AS cue,
  (SELECT group_concat(substr(a.raw, json_extract(value, '$[0]') + 1,
    json_extract(value, '$[1]') - json_extract(value, '$[0]')), ' … ')
    FROM json_each(s.content)) AS content,
  s.confidence, s.state, s.because_statement, s.because_speaker, a.url, a.title
FROM statement s
JOIN article a ON a.key = s.article
LEFT JOIN voice v ON v.article = s.article AND v.number = s.voice
LEFT JOIN speaker p ON p.key = s.speaker
LEFT JOIN outlet o ON o.key = s.outlet;
