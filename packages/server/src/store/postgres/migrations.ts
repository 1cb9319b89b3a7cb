/** Each is run once, in this order, as a whole. What has been released is never edited: a change is one more entry. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE documents (
    id text COLLATE "C" PRIMARY KEY,
    dialect text NOT NULL,
    head integer NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
  );
  CREATE TABLE revisions (
    document text COLLATE "C" NOT NULL REFERENCES documents (id),
    number integer NOT NULL,
    kind text NOT NULL,
    author text NOT NULL,
    time bigint NOT NULL,
    state integer NOT NULL,
    redo_state integer,
    redo_rest integer,
    body text NOT NULL,
    PRIMARY KEY (document, number)
  );
  CREATE TABLE snapshots (
    document text COLLATE "C" NOT NULL REFERENCES documents (id),
    number integer NOT NULL,
    text text NOT NULL,
    PRIMARY KEY (document, number)
  );
  CREATE TABLE answers (
    document text COLLATE "C" NOT NULL REFERENCES documents (id),
    key text COLLATE "C" NOT NULL,
    request text NOT NULL,
    body text NOT NULL,
    time bigint NOT NULL,
    PRIMARY KEY (document, key)
  );
  CREATE INDEX answers_by_time ON answers (time);
  CREATE TABLE tokens (
    id text COLLATE "C" PRIMARY KEY,
    name text NOT NULL,
    hash text NOT NULL,
    scope text NOT NULL,
    documents text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint
  );
  CREATE TABLE settings (name text PRIMARY KEY, value text NOT NULL);
  `,
  'ALTER TABLE documents ADD COLUMN is_deleted boolean NOT NULL DEFAULT false',
]
