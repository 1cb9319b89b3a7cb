// `npm run bench:memory`: what the engine keeps. Ends with 1 when a long session grows.
import { loadCore, ownBuild } from './core.ts'
import { describeEnvironment } from './environment.ts'
import { measureCaches } from './memory/caches.ts'
import { measureHistory } from './memory/history.ts'
import { MAX_BYTES_PER_COMMAND, measureSession } from './memory/session.ts'
import { LATEST_MEMORY, writeMemory } from './results.ts'
import { formatTable } from './table.ts'

const [, , file = LATEST_MEMORY] = process.argv
const core = await loadCore(ownBuild)
const environment = describeEnvironment()
say(
  `${environment.cpu}, Node ${environment.node}, commit ${environment.commit}; bytes after garbage collection\n`,
)

const session = measureSession(core)
say(`one session with bounded history, ${session.commands.toLocaleString('en')} commands after warm-up`)
say(`  heap ${formatMegabytes(session.heapBefore)} -> ${formatMegabytes(session.heapAfter)}`)
say(`  slope ${session.bytesPerCommand.toFixed(3)} bytes a command, allowed are ${MAX_BYTES_PER_COMMAND}\n`)

const history = measureHistory(core)
say(
  formatTable(
    ['components', 'bytes a history entry', 'bytes a copy of the document'],
    history.map(({ size, entryBytes, copyBytes }) => [
      size.toLocaleString('en'),
      entryBytes.toLocaleString('en'),
      copyBytes.toLocaleString('en'),
    ]),
  ),
)

const caches = measureCaches(core)
say(
  `\n${formatTable(
    ['seen once and dropped', 'times', 'bytes kept each'],
    caches.map(({ what, times, bytesEach }) => [what, times.toLocaleString('en'), bytesEach.toFixed(1)]),
  )}\n`,
)

writeMemory(file, { environment, session, history, caches })
say(`written: ${file}`)
const leaks = [
  ...(session.bytesPerCommand > MAX_BYTES_PER_COMMAND ? ['the session grows'] : []),
  ...caches.filter(({ isKept }) => isKept).map(({ what }) => `kept: ${what}`),
]
for (const leak of leaks) process.stderr.write(`[memory] FAILED: ${leak}\n`)
process.exitCode = leaks.length === 0 ? 0 : 1

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function formatMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`
}
