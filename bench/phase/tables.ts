// The tables of figures on the page.
import type { AblationRow } from '../ablation-report.ts'
import { optimisations } from '../comparisons/ablation.ts'
import { STAGES } from '../measure.ts'
import { formatRatio, LINEAR_COSTS } from '../report.ts'
import { PUSHES, pushName } from '../scenarios/pushes.ts'
import { SCALING_SIZES, scalingName, SHAPES } from '../scenarios/scaling.ts'
import type { Figures } from './figures.ts'
import { count, duration, markdownTable, percent } from './markdown.ts'

export function targetsTable({ references: { bench } }: Figures): string {
  const times = bench.targets.map(({ what, percentile, limitMicros, measuredMicros, slowest, isMet }) => [
    what,
    percentile,
    duration(limitMicros),
    duration(measuredMicros),
    isMet ? 'met' : 'missed',
    `\`${slowest}\``,
  ])
  const ratios = bench.ratios.map(({ what, limit, measured, comparison, isMet }) => [
    what,
    'ratio',
    formatRatio(limit),
    formatRatio(measured),
    isMet ? 'met' : 'missed',
    `\`${comparison}\``,
  ])
  return markdownTable(['target', '', 'limit', 'measured', '', 'slowest'], [...times, ...ratios])
}

export function beforeAndAfterTable({ references: { bench } }: Figures): string {
  const rows = bench.comparisons
    .filter(({ name }) => name.startsWith('baseline/'))
    .map(({ name, variants }) => {
      const [before] = variants
      const after = variants[variants.length - 1]!
      return [
        name.slice('baseline/'.length),
        duration(before!.total.p50),
        duration(after.total.p50),
        `${formatRatio(1 / after.ratio)} times`,
        `${formatRatio(1 / after.ratioHigh)} to ${formatRatio(1 / after.ratioLow)}`,
      ]
    })
  return markdownTable(
    ['workload@components', 'unoptimised, p50', 'engine, p50', 'faster', 'over the rounds'],
    rows,
  )
}

const STAGED = [
  '1-step-delta',
  '2-steps-delta',
  '5-steps-delta',
  '50-steps-delta',
  '1-step-text',
  'first-sight',
]

/** The four stages of commands of various lengths on 100 components. */
export function stagesTable({ references: { bench } }: Figures): string {
  const rows = bench.scenarios
    .filter(({ name }) => STAGED.some((start) => name === `total/${start}-nested@100`))
    .map(({ name, stages, total }) => [
      name.slice('total/'.length),
      ...STAGES.map((stage) => (stages === undefined ? '-' : duration(stages[stage].p50))),
      duration(total.p50),
    ])
  return markdownTable(['workload@components', ...STAGES, 'total'], rows)
}

export function ablationTable({ references: { bench } }: Figures): string {
  const rows = bench.ablation.map(
    ({ optimisation, workload, size, expected, gainOffAlone, gainOnAlone, pays }) => [
      optimisation,
      `${workload}@${size}`,
      expected === null ? '-' : `${expected[0]}-${expected[1]}%`,
      percent(gainOffAlone),
      percent(gainOnAlone),
      pays ? 'pays' : 'does not pay',
    ],
  )
  return markdownTable(['optimisation', 'workload', 'roadmap', 'all others on', 'all others off', ''], rows)
}

/** One line an optimisation: where it pays. */
export function ablationLines({ references: { bench } }: Figures): string {
  return optimisations
    .map(({ name }) => {
      const rows = bench.ablation.filter(({ optimisation }) => optimisation === name)
      const not = rows.filter(({ pays }) => !pays)
      const gains = rows.map(({ gainOffAlone }) => gainOffAlone)
      const range = `${percent(Math.min(...gains))} to ${percent(Math.max(...gains))} with all others on`
      if (not.length === 0) return `- ${name}: pays everywhere, ${range}.`
      return `- ${name}: does not pay at ${not.map(placeOf).join(', ')}; ${range}.`
    })
    .join('\n')
}

function placeOf({ workload, size }: AblationRow): string {
  return `${workload}@${size}`
}

export function scalingTable(figures: Figures): string {
  const names = new Set(figures.references.bench.scenarios.map(({ name }) => name))
  const cells = (nameAt: (size: number) => string): string[] =>
    SCALING_SIZES.map((size) => {
      const name = nameAt(size)
      return names.has(name) ? duration(figures.scenario(name).total.p50) : '-'
    })
  const rows = SHAPES.flatMap((shape) => [
    [`a text by id, ${shape}`, ...cells((size) => scalingName(shape, size))],
    [`a colour by ordinal, ${shape}`, ...cells((size) => `total/1-step-delta-${shape}@${size}`)],
    [`first sight, ${shape}`, ...cells((size) => `total/first-sight-${shape}@${size}`)],
    ...PUSHES.map(({ name, command }) => [
      `${command}, ${shape}`,
      ...cells((size) => pushName(name, shape, size)),
    ]),
  ])
  const table = markdownTable(['p50', ...SCALING_SIZES.map(count)], rows)
  return `${table}\n\nWhat grows with the document, and why:\n\n${LINEAR_COSTS.map((line) => `- ${line}`).join('\n')}`
}

export function peersTable({ references: { bench } }: Figures): string {
  const peers = bench.comparisons.filter(({ name }) => name.startsWith('peers/'))
  const names = peers[0]?.variants.map(({ name }) => name) ?? []
  const rows = names.map((name) => [
    name,
    ...peers.map(({ variants }) => {
      const found = variants.find((variant) => variant.name === name)
      return found === undefined ? '-' : duration(found.total.p50)
    }),
  ])
  return markdownTable(['one text, p50', ...peers.map(({ name }) => count(Number(name.split('@')[1])))], rows)
}

export function memoryTable({ references: { memory } }: Figures): string {
  const rows = memory.history.map(({ size, entryBytes, copyBytes }) => [
    count(size),
    count(entryBytes),
    count(copyBytes),
    formatRatio(copyBytes / entryBytes),
  ])
  return markdownTable(['components', 'bytes per history entry', 'bytes per copy', 'times'], rows)
}

export function traceTable({ references: { bench } }: Figures): string {
  const rows = bench.traceBytes.map(({ steps, plain, packed }) => [
    count(steps),
    count(plain),
    count(packed),
    percent(1 - packed / plain),
  ])
  return markdownTable(['steps', 'trace, bytes', 'packed', 'saved'], rows)
}
