-- Who may use a server. The token itself is nowhere: hash is the SHA-256 of its 256 random bits.
CREATE TABLE token (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  hash TEXT NOT NULL,
  created TEXT NOT NULL
);
