import type { Measured } from './measure.ts'

/** The roadmap's own line: no command of the standard set may take longer at p95, in microseconds. */
export const HARD_LINE_US = 860

/** What a scenario should take, in microseconds. */
export interface Target {
  readonly scenario: RegExp
  readonly p50: number
  readonly p99: number
}

/** Commands on a known document, warm, every rule on. */
const targets: readonly Target[] = [
  { scenario: /^total\/[12]-steps?-delta-(?:flat|nested)@(?:20|100)$/, p50: 20, p99: 86 },
  { scenario: /^total\/[12]-steps?-text-(?:flat|nested)@(?:20|100)$/, p50: 40, p99: 150 },
  { scenario: /^total\/[12]-steps?-delta-(?:flat|nested)@10000$/, p50: 40, p99: 200 },
  { scenario: /^total\/50-steps-delta-(?:flat|nested)@100$/, p50: 500, p99: 860 },
]

/** Machines of CI are slow and noisy: a target fails the build only when its median is missed this many times over. */
const MARGIN = 3

export type Verdict = 'met' | 'missed' | 'failed' | 'none'

export function targetOf(name: string): Target | undefined {
  return targets.find(({ scenario }) => scenario.test(name))
}

/** `failed` ends the build: the hard line passed, or a median beyond the margin of its target. */
export function judge({ name, total }: Measured): Verdict {
  if (name.startsWith('total/standard-') && total.p95 > HARD_LINE_US) return 'failed'
  const target = targetOf(name)
  if (target === undefined) return 'none'
  if (total.p50 > target.p50 * MARGIN) return 'failed'
  return total.p50 <= target.p50 && total.p99 <= target.p99 ? 'met' : 'missed'
}
