import type { QueryConfig } from 'pg'

const texts = {
  create: `
    WITH added AS (
      INSERT INTO documents (id, dialect, head, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)
      ON CONFLICT DO NOTHING RETURNING id
    ), revision AS (
      INSERT INTO revisions (document, number, kind, author, time, state, redo_state, redo_rest, body)
      SELECT id, $3, $5, $6, $4, $7, $8, $9, $10 FROM added
    ), snapshot AS (
      INSERT INTO snapshots (document, number, text) SELECT id, $3, $11 FROM added
    )
    SELECT id FROM added`,
  // One statement is one transaction and one round trip. The update waits for whoever appends at the same time and then
  // looks at the head again.
  append: `
    WITH moved AS (
      UPDATE documents SET head = $3, updated_at = CASE WHEN $3 = $2 THEN updated_at ELSE $4 END,
        is_deleted = coalesce($19::boolean, is_deleted)
      WHERE id = $1 AND head = $2 RETURNING id
    ), revision AS (
      INSERT INTO revisions (document, number, kind, author, time, state, redo_state, redo_rest, body)
      SELECT moved.id, r.* FROM moved, unnest($5::integer[], $6::text[], $7::text[], $8::bigint[], $9::integer[],
        $10::integer[], $11::integer[], $12::text[]) AS r
    ), snapshot AS (
      INSERT INTO snapshots (document, number, text)
      SELECT moved.id, s.* FROM moved, unnest($13::integer[], $14::text[]) AS s
    ), answer AS (
      INSERT INTO answers (document, key, request, body, time)
      SELECT moved.id, a.* FROM moved, unnest($15::text[], $16::text[], $17::text[], $18::bigint[]) AS a
    )
    SELECT id FROM moved`,
  document:
    'SELECT id, dialect, head, created_at::float8, updated_at::float8, is_deleted FROM documents WHERE id = $1',
  documents:
    'SELECT id, dialect, head, created_at::float8, updated_at::float8, is_deleted FROM documents WHERE id > $1 AND is_deleted <= $2 ORDER BY id LIMIT $3',
  revisions:
    'SELECT number, kind, author, time::float8, state, redo_state, redo_rest, body FROM revisions WHERE document = $1 AND number > $2 ORDER BY number LIMIT $3',
  snapshot:
    'SELECT number, text FROM snapshots WHERE document = $1 AND number <= $2 ORDER BY number DESC LIMIT 1',
  answer: 'SELECT key, request, body, time::float8 FROM answers WHERE document = $1 AND key = $2',
  forgetAnswers: 'DELETE FROM answers WHERE time < $1',
  secret: "SELECT value FROM settings WHERE name = 'secret'",
  addToken:
    'INSERT INTO tokens (id, name, hash, scope, documents, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
  token:
    'SELECT id, name, hash, scope, documents, created_at::float8, expires_at::float8 FROM tokens WHERE id = $1',
  tokens:
    'SELECT id, name, hash, scope, documents, created_at::float8, expires_at::float8 FROM tokens ORDER BY id',
  removeToken: 'DELETE FROM tokens WHERE id = $1',
  notify: 'SELECT pg_notify($1, id) FROM unnest($2::text[]) AS id',
} as const

/** A statement with its values; the name lets each connection prepare it once. */
export function statement(name: keyof typeof texts, values: readonly unknown[]): QueryConfig {
  return { name: `blueprint_${name}`, text: texts[name], values: [...values] }
}
