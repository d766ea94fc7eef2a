-- Who is who, and what is the same, over all articles: made by gofteh/store/linked, and made anew
-- by "gofteh link --db". Days are ISO dates. Lists and counts in TEXT columns are JSON.

-- A person, body or document. anchor is the id that the linking works with, made of what founded
-- it; id is the address, which outlives a linking anew. articles counts namings by evidence,
-- statements those that stand for it, rulings applied. given is the name that a human gave.
-- profile: spellings, words and outlets with their counts, bounded however often it is named.
CREATE TABLE person (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  anchor TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  given TEXT,
  form TEXT NOT NULL,
  articles INTEGER NOT NULL DEFAULT 0,
  statements INTEGER NOT NULL DEFAULT 0,
  first TEXT,
  last TEXT,
  profile TEXT NOT NULL
);
CREATE INDEX person_statements ON person (statements);

-- The keys by which candidates are found: letters of names, surnames, consonants, offices.
CREATE TABLE person_key (
  name TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
  PRIMARY KEY (name, person)
) WITHOUT ROWID;
CREATE INDEX person_key_person ON person_key (person);

-- Who held an office, from the first to the last day on which articles (or, where known, a table or
-- an authority, named in source) give it.
CREATE TABLE office (
  person INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE,
  name TEXT NOT NULL,
  label TEXT NOT NULL,
  articles INTEGER NOT NULL,
  first TEXT,
  last TEXT,
  known INTEGER NOT NULL DEFAULT 0,
  source TEXT,
  PRIMARY KEY (person, name)
) WITHOUT ROWID;

-- The id that an authority (Wikidata, a library) has for a person: authority:id.
CREATE TABLE authority (
  id TEXT PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES person (key) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX authority_person ON authority (person);

-- Whom a speaker of an article stands for: by the evidence (found), and as humans ruled (person;
-- null for nobody). day is that of the article, where its date or address tells it.
CREATE TABLE naming (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  found INTEGER NOT NULL REFERENCES person (key),
  person INTEGER REFERENCES person (key),
  form TEXT NOT NULL,
  office TEXT,
  day TEXT,
  confidence REAL NOT NULL,
  reason TEXT NOT NULL,
  others TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (article, number)
) WITHOUT ROWID;
CREATE INDEX naming_person ON naming (person, article);
CREATE INDEX naming_found ON naming (found, office);
CREATE INDEX naming_doubtful ON naming (article) WHERE confidence < 0.75;

-- What humans ruled; it wins over every evidence. An undone one stays as a record of who did what.
CREATE TABLE ruling (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  subject TEXT,
  object TEXT,
  article_id TEXT,
  name TEXT,
  note TEXT,
  author TEXT,
  created TEXT NOT NULL,
  undone TEXT,
  undone_by TEXT
);

-- One statement in several articles; first is the earliest telling.
CREATE TABLE family (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  members INTEGER NOT NULL DEFAULT 0,
  first INTEGER
);

-- A statement as an article tells it: words is what it is compared by, changes what differs from the
-- family's earliest, nearest the statement that it is closest to, repeats those that the same person
-- said before.
CREATE TABLE telling (
  statement INTEGER PRIMARY KEY REFERENCES statement (key) ON DELETE CASCADE,
  article INTEGER NOT NULL,
  speaker TEXT,
  words TEXT NOT NULL,
  family INTEGER REFERENCES family (key),
  relation TEXT,
  nearest TEXT,
  changes TEXT NOT NULL DEFAULT '[]',
  repeats TEXT NOT NULL DEFAULT '[]'
);
CREATE INDEX telling_family ON telling (family) WHERE family IS NOT NULL;

-- Which statements have two neighbouring words (a hash); a slot holds the newest that fell into it.
CREATE TABLE telling_key (
  word INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  statement INTEGER NOT NULL,
  PRIMARY KEY (word, slot)
) WITHOUT ROWID;

-- One text in several outlets; first is the earliest.
CREATE TABLE reprint (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  members INTEGER NOT NULL DEFAULT 0,
  first INTEGER
);

-- An article whose text others have too: origin is where it was most likely taken from, why tells.
CREATE TABLE copy (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
  reprint INTEGER NOT NULL REFERENCES reprint (key),
  relation TEXT,
  origin TEXT,
  why TEXT,
  credit TEXT
);
CREATE INDEX copy_reprint ON copy (reprint);

CREATE TABLE article_key (
  word INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (word, slot)
) WITHOUT ROWID;

-- What an article's text is compared by: a JSON list of its smallest hashes of runs of words, and
-- how many runs it has.
CREATE TABLE sketch (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
  hashes TEXT NOT NULL,
  runs INTEGER NOT NULL
);

-- Ids of persons, families and reprints that a linking anew gave up: their addresses stay good.
CREATE TABLE former_link (
  id TEXT PRIMARY KEY,
  now TEXT NOT NULL
) WITHOUT ROWID;
