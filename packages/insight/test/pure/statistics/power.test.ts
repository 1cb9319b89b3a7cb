import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { measurePower } from './power.ts'
import type { Methods, PowerCase } from './power.ts'
import { isHeavy } from '../../../../../test/support/amounts.ts'

const SEED = 20_261_121

function step(shift: number, noise: number, series = 1, outliers = 0): PowerCase {
  const among = series === 1 ? '' : `, among ${series} series`
  const wild = outliers === 0 ? '' : `, ${Math.round(outliers * 100)}% fivefold outliers`
  return {
    name: `step of ${shift * 100}%, noise ${noise * 100}%${wild}${among}`,
    shape: 'step',
    shift,
    noise,
    series,
    outliers,
  }
}

function bump(shift: number, noise: number, series = 1): PowerCase {
  return {
    ...step(shift, noise, series),
    name: `ten batches ${shift * 100}% up, noise ${noise * 100}%${series === 1 ? '' : `, among ${series} series`}`,
    shape: 'bump',
  }
}

describe('what the report finds, of 40 series that change', () => {
  // Four standard deviations of a binomial count below what 200 series show.
  test.each([
    [step(0.15, 0.1), 24],
    [step(0.6, 0.25), 34],
    [step(0.6, 0.25, 1, 0.07), 22],
    [bump(0.3, 0.1), 34],
    [step(0.6, 0.1, 20), 38],
  ])('$name', (made, least) => {
    expect(measurePower(made, 40, SEED).report * 40).toBeGreaterThanOrEqual(least)
  })

  test('a bump, which a test for trends cannot see', () => {
    expect(measurePower(bump(0.6, 0.1), 40, SEED).mannKendall).toBeLessThan(0.5)
  })

  test('in 100 reports of five series without a change few are told of one', () => {
    expect(measurePower(step(0, 0.1, 5), 100, SEED).report).toBeLessThanOrEqual(0.12)
  })
})

/** What is rare needs more reports to be known. */
const countOf = ({ shift }: PowerCase): number => (shift === 0 ? 1000 : 200)

const CELLS: readonly PowerCase[] = [
  ...[0.15, 0.3, 0.6].flatMap((shift) =>
    [0.1, 0.25].flatMap((noise) => [step(shift, noise), step(shift, noise, 20)]),
  ),
  ...[0.15, 0.3, 0.6].flatMap((shift) => [0.1, 0.25].map((noise) => bump(shift, noise))),
  ...[0.3, 0.6].flatMap((shift) => [0.1, 0.25].map((noise) => step(shift, noise, 1, 0.07))),
  ...[0.1, 0.25].flatMap((noise) => [step(0, noise), step(0, noise, 20), step(0, noise, 1, 0.07)]),
]

test.skipIf(!isHeavy)(
  'the table of docs/metrics.md, 200 series a cell, 1000 where none changes (npm run test:heavy)',
  { timeout: 1_200_000 },
  () => {
    const rows = CELLS.map((made, i) => ({
      made,
      power: measurePower(made, countOf(made), SEED + i),
    }))
    const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
    const line = (name: string, { report, mannKendall, pelt }: Methods<number>): string =>
      `| ${name} | ${percent(report)} | ${percent(mannKendall)} | ${percent(pelt)} |`
    const text = [
      '| Of 30 batches | This report | Mann-Kendall | PELT |',
      '| --- | ---: | ---: | ---: |',
      ...rows.map(({ made, power }) =>
        line(made.shift === 0 ? made.name.replace('step of 0%', 'no change') : made.name, power),
      ),
    ].join('\n')
    mkdirSync('.build', { recursive: true })
    writeFileSync('.build/power-table.md', `${text}\n`)
    const powerOf = (made: PowerCase): number => rows.find((row) => row.made.name === made.name)!.power.report
    expect(powerOf(step(0.15, 0.1))).toBeGreaterThanOrEqual(0.8)
    expect(powerOf(step(0.3, 0.25))).toBeGreaterThanOrEqual(0.55)
    expect(powerOf(step(0.6, 0.25))).toBeGreaterThanOrEqual(0.95)
    // Two standard deviations of so many reports above the level.
    for (const { made, power } of rows.filter((row) => row.made.shift === 0)) {
      expect(power.report, made.name).toBeLessThanOrEqual(0.05 + 2 * Math.sqrt((0.05 * 0.95) / countOf(made)))
    }
  },
)
