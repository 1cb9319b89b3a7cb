/** Each is run once, in this order, as a whole. What has been released is never edited: a change is one more entry. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    dialect TEXT NOT NULL,
    head INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE revisions (
    document TEXT NOT NULL REFERENCES documents (id),
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    author TEXT NOT NULL,
    time INTEGER NOT NULL,
    state INTEGER NOT NULL,
    redo_state INTEGER,
    redo_rest INTEGER,
    body TEXT NOT NULL,
    PRIMARY KEY (document, number)
  );
  CREATE TABLE snapshots (
    document TEXT NOT NULL REFERENCES documents (id),
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (document, number)
  );
  CREATE TABLE answers (
    document TEXT NOT NULL REFERENCES documents (id),
    key TEXT NOT NULL,
    request TEXT NOT NULL,
    body TEXT NOT NULL,
    time INTEGER NOT NULL,
    PRIMARY KEY (document, key)
  );
  CREATE INDEX answers_by_time ON answers (time);
  CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    scope TEXT NOT NULL,
    documents TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER
  ) WITHOUT ROWID;
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  `,
  'ALTER TABLE documents ADD COLUMN is_deleted INTEGER NOT NULL DEFAULT 0',
]
