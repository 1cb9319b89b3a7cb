// `npm run bench:service`: commands a second and how long they take, over HTTP on this machine, durable. Needs the built
// packages; PostgreSQL where BENCH_POSTGRES names a database, e.g. postgres://postgres@127.0.0.1/test. The load comes from the
// same machine: on two cores it takes about as much as the server.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describeEnvironment } from './environment.ts'
import { LATEST_SERVICE } from './results.ts'
import { measure } from './service/load.ts'
import type { Load, Measured } from './service/load.ts'
import { startBare, startService } from './service/servers.ts'
import type { Server } from './service/servers.ts'
import { formatTable } from './table.ts'

const [, , file = LATEST_SERVICE, secondsText = '3'] = process.argv
const seconds = Number(secondsText)
const CONNECTIONS = [1, 16, 256]

interface Row extends Measured {
  readonly name: string
  readonly connections: number
  readonly documents: number
}

const environment = describeEnvironment()
const folder = mkdtempSync(join(tmpdir(), 'blueprint-bench-'))
const rows: Row[] = []
try {
  const stores = [['SQLite', join(folder, 'bench.db')]]
  const postgres = process.env['BENCH_POSTGRES']
  if (postgres !== undefined && postgres !== '') stores.push(['PostgreSQL', postgres])
  for (const [name = '', store = ''] of stores) {
    await withServer(await startService(store), async (server) => {
      for (const documents of [1, 100])
        for (const connections of CONNECTIONS)
          await add(server, `${name}, commands`, { connections, documents, kind: 'command' })
      await add(server, `${name}, dry runs`, { connections: 16, documents: 100, kind: 'dry-run' })
    })
  }
  await withServer(await startBare(join(folder, 'bare.db')), async (server) => {
    for (const connections of CONNECTIONS) {
      await add(server, 'bare route that parses', { connections, documents: 100, kind: 'parse' })
      await add(server, 'bare route that stores the same bytes', {
        connections,
        documents: 100,
        kind: 'store',
      })
    }
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, `${JSON.stringify({ environment, seconds, rows }, null, 2)}\n`)
process.stdout.write(
  `\n${formatTable(
    ['what', 'connections', 'documents', 'a second', 'p50 ms', 'p99 ms', 'server CPU us'],
    rows.map(({ name, connections, documents, perSecond, p50Ms, p99Ms, cpuMicros }) => [
      name,
      String(connections),
      String(documents),
      Math.round(perSecond).toLocaleString('en'),
      p50Ms.toFixed(2),
      p99Ms.toFixed(2),
      cpuMicros === null ? '-' : Math.round(cpuMicros).toLocaleString('en'),
    ]),
  )}\nwritten: ${file}\n`,
)

async function withServer(server: Server, work: (server: Server) => Promise<void>): Promise<void> {
  try {
    await work(server)
  } finally {
    await server.stop()
  }
}

async function add(server: Server, name: string, load: Load): Promise<void> {
  process.stderr.write(`${name}, ${load.connections} connections, ${load.documents} documents\n`)
  rows.push({ name, ...load, ...(await measure(server, load, seconds)) })
}
