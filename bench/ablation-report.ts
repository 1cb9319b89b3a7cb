// What each optimisation gains, from the comparisons with it off alone and on alone.
import type { Compared, ComparedVariant } from './alternate.ts'
import { OFF_ALONE, ON_ALONE, optimisations } from './comparisons/ablation.ts'
import { formatTable } from './table.ts'

export interface AblationRow {
  readonly workload: string
  readonly size: number
  readonly optimisation: string
  /** Percent of the time that the roadmap expects it to save; null if it does not know it. */
  readonly expected: readonly [number, number] | null
  /** Share of the time that it saves where everything else is on. */
  readonly gainOffAlone: number
  /** Share of the time that it saves where nothing else is on. */
  readonly gainOnAlone: number
  /** False when no gain shows above the noise, everything else being on. */
  readonly pays: boolean
}

/** Below this share a difference is taken for noise. */
const NOISE = 0.02

export function ablationRows(comparisons: readonly Compared[]): readonly AblationRow[] {
  const onAlone = new Map(comparisons.map((comparison) => [comparison.name, comparison]))
  return comparisons.flatMap(({ name, variants }) => {
    if (!name.startsWith(OFF_ALONE)) return []
    const [workload = '', size = ''] = name.slice(OFF_ALONE.length + 1).split('@')
    const others = onAlone.get(name.replace(OFF_ALONE, ON_ALONE))?.variants ?? []
    return optimisations.flatMap(({ name: optimisation, expected }) => {
      const without = find(variants, optimisation)
      const only = find(others, optimisation)
      if (without === undefined || only === undefined) return []
      const gainOffAlone = 1 - 1 / without.ratio
      return [
        {
          workload,
          size: Number(size),
          optimisation,
          expected,
          gainOffAlone,
          gainOnAlone: 1 - only.ratio,
          pays: gainOffAlone > NOISE && without.ratioLow > 1,
        },
      ]
    })
  })
}

function find(variants: readonly ComparedVariant[], name: string): ComparedVariant | undefined {
  return variants.find((variant) => variant.name === name)
}

export function formatAblation(rows: readonly AblationRow[]): string {
  const head = ['optimisation', 'workload', 'size', 'roadmap', 'with all others', 'with no other', '']
  const cells = rows.map(({ optimisation, workload, size, expected, gainOffAlone, gainOnAlone, pays }) => [
    optimisation,
    workload,
    String(size),
    formatExpected(expected),
    formatGain(gainOffAlone),
    formatGain(gainOnAlone),
    pays ? '' : 'does not pay here',
  ])
  return formatTable(head, cells)
}

function formatExpected(expected: AblationRow['expected']): string {
  return expected === null ? '-' : `${expected[0]}-${expected[1]}%`
}

function formatGain(gain: number): string {
  return `${gain < 0 ? '-' : ''}${Math.abs(gain * 100).toFixed(0)}%`
}
