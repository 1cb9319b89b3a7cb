// `npm run bench:reliability [-- FILE]`: what has to hold, counted. Ends with 1 when it does not.
import { loadCore, ownBuild } from './core.ts'
import { describeEnvironment } from './environment.ts'
import { measureReliability } from './reliability/checks.ts'
import { LATEST_RELIABILITY, writeReliability } from './results.ts'
import { formatTable } from './table.ts'

const [, , file = LATEST_RELIABILITY] = process.argv
const environment = describeEnvironment()
const checks = measureReliability(await loadCore(ownBuild))
const rows = checks.map(({ what, tried, right, least }) => [
  what,
  tried.toLocaleString('en'),
  right.toLocaleString('en'),
  `${((100 * right) / tried).toFixed(1)}%`,
  `${100 * least}%`,
])
process.stdout.write(`${formatTable(['what', 'tried', 'right', 'share', 'least'], rows)}\n\n`)
writeReliability(file, { environment, checks })
process.stdout.write(`written: ${file}\n`)
const missed = checks.filter(({ tried, right, least }) => right < least * tried)
for (const { what } of missed) process.stderr.write(`[reliability] FAILED: ${what}\n`)
process.exitCode = missed.length === 0 ? 0 : 1
