// `npm run recovery [-- --seed NUMBER] [--list FATE] [--json FILE]`: how many commands with a mistake end right. Ends with 1 when
// too few do; --list shows those that ended in one way.
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { ownCorpus, sharedCorpus } from '../test/support/corpus-case.ts'
import { loadCore, ownBuild } from './core.ts'
import { describeEnvironment } from './environment.ts'
import { fates, LEAST_RECOVERED, measureRecovery, summarize } from './recovery/measure.ts'
import { LATEST_RECOVERY, writeRecovery } from './results.ts'
import { formatTable } from './table.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261121' },
    list: { type: 'string' },
    json: { type: 'string', default: LATEST_RECOVERY },
  },
})
const environment = describeEnvironment()
const root = pathToFileURL(`${process.cwd()}/`)
const shared = sharedCorpus(new URL('../shared/corpus/public.jsonl', root))
const files = [...ownCorpus(new URL('test/corpus/', root)), ...(shared === null ? [] : [shared])]
const damaged = measureRecovery(await loadCore(ownBuild), files, Number(values.seed))
const kinds = summarize(damaged)
const tried = kinds.reduce((sum, kind) => sum + kind.tried, 0)
const right = kinds.reduce((sum, kind) => sum + kind.right, 0)
const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)}%`
const rows = kinds.map((kind) => [
  kind.kind,
  String(kind.tried),
  ...fates.map((fate) => String(kind[fate])),
  percent(kind.right, kind.tried),
])
rows.push([
  'all',
  String(tried),
  ...fates.map((fate) => String(damaged.filter((one) => one.fate === fate).length)),
  percent(right, tried),
])
process.stdout.write(`${formatTable(['damage', 'tried', ...fates, 'right'], rows)}\n\n`)
for (const { kind, id, original, command, fate } of damaged)
  if (fate === values.list) process.stdout.write(`${kind}, ${id}\n  ${original}\n  ${command}\n`)
writeRecovery(values.json, { environment, least: LEAST_RECOVERED, kinds })
process.stdout.write(`written: ${values.json}\n`)
if (right < LEAST_RECOVERED * tried) {
  process.stderr.write(
    `[recovery] FAILED: ${percent(right, tried)} end right, expected at least ${100 * LEAST_RECOVERED}%\n`,
  )
  process.exitCode = 1
}
