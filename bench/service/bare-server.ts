// A process of its own: fastify with a route that parses and one that also writes about as many bytes as a revision has,
// one transaction each.
import Fastify from 'fastify'
import Database from 'libsql'

const REVISION_BYTES = 600

const [, , file = ''] = process.argv
const database = new Database(file)
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec('CREATE TABLE bytes (n INTEGER PRIMARY KEY, body TEXT NOT NULL)')
const insert = database.prepare('INSERT INTO bytes (body) VALUES (?)')
const filling = 'x'.repeat(REVISION_BYTES)

const app = Fastify()
app.post('/parse', (_request, reply) => reply.send({ ok: true }))
app.post('/store', (request, reply) => {
  insert.run(JSON.stringify(request.body) + filling)
  return reply.send({ ok: true })
})
const url = await app.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`${JSON.stringify({ url })}\n`)
process.on('SIGTERM', () => {
  database.close()
  process.exit()
})
