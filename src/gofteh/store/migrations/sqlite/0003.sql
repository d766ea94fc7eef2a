-- Tokens end, and are seen to be used; that there once was one closes a database for good.
ALTER TABLE token ADD COLUMN expires TEXT;
ALTER TABLE token ADD COLUMN used TEXT;
INSERT INTO meta (name, value) SELECT 'tokens', 'once' WHERE EXISTS (SELECT 1 FROM token);

-- Who changed what: the name of a token, or nothing for whoever sits at the machine.
CREATE TABLE audit (
  key INTEGER PRIMARY KEY,
  moment TEXT NOT NULL,
  token TEXT,
  change TEXT NOT NULL,
  item TEXT,
  detail TEXT
);
