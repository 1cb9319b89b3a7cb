import type Database from 'libsql'

const sql = {
  addDocument:
    'INSERT INTO documents (id, dialect, head, created_at, updated_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  document: 'SELECT id, dialect, head, created_at, updated_at, is_deleted FROM documents WHERE id = ?',
  documents:
    'SELECT id, dialect, head, created_at, updated_at, is_deleted FROM documents WHERE id > ? AND is_deleted <= ? ORDER BY id LIMIT ?',
  moveHead: 'UPDATE documents SET head = ?, updated_at = ?, is_deleted = ? WHERE id = ?',
  addRevision:
    'INSERT INTO revisions (document, number, kind, author, time, state, redo_state, redo_rest, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  revisions:
    'SELECT number, kind, author, time, state, redo_state, redo_rest, body FROM revisions WHERE document = ? AND number > ? ORDER BY number LIMIT ?',
  addSnapshot: 'INSERT INTO snapshots (document, number, text) VALUES (?, ?, ?)',
  snapshot:
    'SELECT number, text FROM snapshots WHERE document = ? AND number <= ? ORDER BY number DESC LIMIT 1',
  addAnswer: 'INSERT INTO answers (document, key, request, body, time) VALUES (?, ?, ?, ?, ?)',
  answer: 'SELECT request, body, time FROM answers WHERE document = ? AND key = ?',
  forgetAnswers: 'DELETE FROM answers WHERE time < ?',
  addToken:
    'INSERT INTO tokens (id, name, hash, scope, documents, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  token: 'SELECT * FROM tokens WHERE id = ?',
  tokens: 'SELECT * FROM tokens ORDER BY id',
  removeToken: 'DELETE FROM tokens WHERE id = ?',
  secret: "SELECT value FROM settings WHERE name = 'secret'",
  dataVersion: 'PRAGMA data_version',
} as const

export type Statements = { readonly [Name in keyof typeof sql]: Database.Statement }

export function prepareStatements(database: Database.Database): Statements {
  const prepared = Object.entries(sql).map(([name, text]) => [name, database.prepare(text)])
  // One statement for each name of the table.
  return Object.fromEntries(prepared) as Statements
}
