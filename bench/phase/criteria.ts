// The roadmap's goals and success criteria, each with its figure.
import { MAX_BYTES_PER_COMMAND } from '../memory/session.ts'
import { ENGINE, ONE_BATCH, SINGLE_RUNS } from '../ratio-targets.ts'
import type { Reliability } from '../reliability/checks.ts'
import type { FuzzResults } from '../results.ts'
import type { Figures } from './figures.ts'
import { count, digits, duration, percent } from './markdown.ts'

type Row = readonly [goal: string, target: string, measured: string, shownBy: string]

export const CRITERIA_HEAD = ['goal of the roadmap', 'target', 'measured', 'verified by'] as const

const STANDARD = ['flat', 'nested', 'chain-flat', 'chain-nested'].map((name) => `total/standard-${name}@20`)
const BATCHES = ['flat', 'nested'].map((shape) => `baseline/batch-of-5-${shape}@100`)
const bench = (filter: string): string => `\`npm run bench -- --filter ${filter}\``
const FUZZ = '`npm run fuzz`'
const RELIABILITY = '`npm run bench:reliability`'
const both = (name: string, sizes: readonly number[]): string[] =>
  ['flat', 'nested'].flatMap((shape) => sizes.map((size) => `total/${name}-${shape}@${size}`))

export function performanceRows(figures: Figures): readonly Row[] {
  return [
    [
      'a command of the standard set',
      'p95 at most 0.86 ms (it was 1.72 ms); the build fails above it',
      `p95 ${figures.slowest(STANDARD, 'p95')}, p50 ${figures.slowest(STANDARD, 'p50')}`,
      bench('standard'),
    ],
    [
      '50% faster than without the optimisations, ten commands',
      'half the time',
      ['20', '100', '1000'].map((size) => `${fasterAt(figures, size)} at ${size}`).join(', '),
      bench('baseline'),
    ],
    [
      'commands of 50 steps',
      'below 50 ms; 46 ms from 86 ms',
      `p99 ${figures.slowest(both('50-steps-delta', [20, 100]), 'p99')}`,
      bench('50-steps'),
    ],
    [
      'documents of 100 components',
      '0.93 ms per command',
      `p99 ${figures.slowest([...both('1-step-delta', [100]), ...both('2-steps-delta', [100])], 'p99')}`,
      bench('delta'),
    ],
    [
      'documents of 10,000 components',
      'cost follows the change',
      `p99 ${figures.slowest([...both('1-step-delta', [10_000]), ...both('2-steps-delta', [10_000])], 'p99')}`,
      bench('delta'),
    ],
    [
      'a batch of 5 commands',
      '3 to 4 times the throughput; 4.6 ms from 8.6 ms',
      `${BATCHES.map((name) => times(1 / figures.variant(name, ONE_BATCH).ratio)).join(' and ')} that of the unoptimised pipeline, ${duration(slowestBatch(figures))}`,
      bench('batch'),
    ],
    [
      'the batch against five single runs',
      'never slower',
      `${BATCHES.map((name) => digits(figures.variant(name, ONE_BATCH).ratio / figures.variant(name, SINGLE_RUNS).ratio)).join(' and ')} of their time`,
      bench('batch'),
    ],
  ]
}

function fasterAt(figures: Figures, size: string): string {
  const ratios = ['flat', 'nested'].map(
    (shape) => figures.variant(`baseline/ten-commands-${shape}@${size}`, ENGINE).ratio,
  )
  return times(1 / Math.max(...ratios))
}

function slowestBatch(figures: Figures): number {
  return Math.max(...BATCHES.map((name) => figures.variant(name, ONE_BATCH).total.p50))
}

function times(factor: number): string {
  return `${digits(factor)} times`
}

export function reliabilityRows(figures: Figures): readonly Row[] {
  const { fuzz, memory, recovery } = figures.references
  const { session, caches } = memory
  const recovered = {
    tried: sumOf(recovery.kinds.map(({ tried }) => tried)),
    right: sumOf(recovery.kinds.map(({ right }) => right)),
  }
  const kept = caches.filter(({ isKept }) => isKept).length
  return [
    ['rollback succeeds', '99%', share(figures.check('rollback')), RELIABILITY],
    ['integrity of documents, no corruption', '100%', share(figures.check('untouched')), RELIABILITY],
    ['determinism', '100% identical output', share(figures.check('repeated')), RELIABILITY],
    ['hostile and random inputs', 'no promise broken', inputsTried(fuzz), FUZZ],
    ['an exception at any line', 'only the answer is affected', faultsThrown(fuzz), FUZZ],
    ['recovery from mistakes', percent(recovery.least), share(recovered), '`npm run recovery`'],
    [
      'memory of a long session',
      `flat: below ${MAX_BYTES_PER_COMMAND} byte per command`,
      `${session.bytesPerCommand.toFixed(2)} bytes per command over ${count(session.commands)} commands`,
      '`npm run bench:memory`',
    ],
    [
      'no leaks through caches',
      'nothing is retained',
      `${kept} of ${caches.length} kinds of use retain anything`,
      '`npm run bench:memory`',
    ],
  ]
}

function inputsTried({ targets }: FuzzResults): string {
  const tried = sumOf(targets.map(({ runs }) => runs))
  return `${count(sumOf(targets.map(({ broken }) => broken)))} broken by ${count(tried)} inputs of ${targets.length} kinds`
}

function faultsThrown({ faults }: FuzzResults): string {
  const thrown = sumOf(faults.map(({ injected }) => injected))
  const [operations, families, rules] = ['operations', 'families', 'rules'].map(
    (name) => faults.find(({ group }) => group.startsWith(name))?.places ?? 0,
  )
  return `${count(sumOf(faults.map(({ broken }) => broken)))} broken by ${count(thrown)} faults, in all ${operations} operations, ${families} families, ${rules} rule functions and everything in between`
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}

function share({ tried, right }: Pick<Reliability, 'tried' | 'right'>): string {
  return `${percent(right / tried)}: ${count(right)} of ${count(tried)}`
}

export const GUARANTEES: readonly (readonly [guarantee: string, shownBy: string])[] = [
  ['the blueprint schema is unchanged', '`npx vitest run test/document/schema.test.ts`'],
  [
    'every validator runs on everything the change could affect: scoped = full',
    '`npx vitest run test/verify`',
  ],
  ['no blueprint is modified in place', '`npx vitest run test/property`'],
  ['same input, same answer: cached or not, alone or in a batch', '`npx vitest run test/property`'],
  ['every change can be undone, byte for byte', '`npx vitest run test/document test/property`'],
  ['JSON text equal to `JSON.stringify`', '`npx vitest run test/serialize`'],
  ['no regressions: all tests', '`npm test`'],
]
