import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { References } from '../../bench/phase/figures.ts'
import { DECISIONS_MARK, makePage } from '../../bench/phase/page.ts'
import { makeReport } from '../../bench/phase/performance-report.ts'
import {
  readFuzz,
  readMemory,
  readRecovery,
  readReliability,
  readResults,
  REFERENCE,
  REFERENCE_FUZZ,
  REFERENCE_MEMORY,
  REFERENCE_RECOVERY,
  REFERENCE_RELIABILITY,
} from '../../bench/results.ts'

const root = new URL('../../', import.meta.url)
const path = (name: string): string => new URL(name, root).pathname
const references: References = {
  bench: readResults(path(REFERENCE)),
  memory: readMemory(path(REFERENCE_MEMORY)),
  reliability: readReliability(path(REFERENCE_RELIABILITY)),
  fuzz: readFuzz(path(REFERENCE_FUZZ)),
  recovery: readRecovery(path(REFERENCE_RECOVERY)),
}
const page = readFileSync(path('PHASE_10_3.md'), 'utf8')

describe('docs/performance.md', () => {
  test('is what npm run phase makes of the reference runs', () => {
    expect(makeReport(references)).toBe(readFileSync(path('docs/performance.md'), 'utf8'))
  })
})

describe('PHASE_10_3.md', () => {
  test('is what npm run phase makes of the reference runs', () => {
    expect(makePage(references, page)).toBe(page)
  })

  test('keeps the decisions, letter for letter', () => {
    const decisions = '\n### 2001-01-01: A decision\n\nContext | choice.\n\n'
    const made = makePage(references, `old\n${DECISIONS_MARK}\n${decisions}`)
    expect(made.endsWith(`${DECISIONS_MARK}\n${decisions}`)).toBe(true)
    expect(made).not.toContain('old\n')
  })

  test('is not made where the decisions would be lost', () => {
    expect(() => makePage(references, page.replace(DECISIONS_MARK, ''))).toThrow(DECISIONS_MARK)
  })

  test('follows the figures', () => {
    const { session } = references.memory
    const other = {
      ...references,
      memory: { ...references.memory, session: { ...session, commands: 123_456 } },
    }
    expect(makePage(other, page)).toContain('over 123,456 commands')
  })

  test('quotes nothing that no run has shown', () => {
    const scenarios = references.bench.scenarios.filter(({ name }) => !name.includes('50-steps'))
    expect(() => makePage({ ...references, bench: { ...references.bench, scenarios } }, page)).toThrow(
      /50-steps/,
    )
  })
})
