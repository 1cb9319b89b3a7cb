import { describe, isJsonObject, own, fail, ok } from 'blueprint-command-engine/base'
import type { JsonObject, Result } from 'blueprint-command-engine/base'
import { describeYamlProblem, parseYaml } from '@blueprint-engine/files/formats'
import { BATCH_OPERATIONS } from '../metrics/batch-metrics.ts'
import { MEASURES } from '../metrics/measures.ts'
import type { Candidate, Effort, Trigger, TriggerMeasure } from './candidate.ts'
import { effortOf, IMPACTS } from './candidate.ts'

export const TRIGGER_MEASURES: readonly TriggerMeasure[] = [
  ...MEASURES,
  'repeated items',
  'feedback requests',
]

const FIELDS = ['id', 'title', 'impact', 'effort_hours', 'effort', 'trigger', 'description']
const MAX_CANDIDATES = 200
const MAX_HOURS = 10_000

/**
 * Reads candidates in YAML or JSON; everything that is wrong is said at once.
 *
 * @example
 * parseCandidates(`
 * candidates:
 *   - id: faster-review
 *     title: Faster review
 *     impact: medium
 *     effort_hours: 6
 *     trigger: { measure: duration, above: 300, operation: review }
 * `)
 */
export function parseCandidates(text: string): Result<readonly Candidate[], readonly string[]> {
  const parsed = parseYaml(text)
  if (!parsed.ok) return fail(parsed.error.map(describeYamlProblem))
  const list = isJsonObject(parsed.value) ? own(parsed.value, 'candidates') : parsed.value
  if (!Array.isArray(list)) return fail([`expected a list under "candidates", got ${describe(list)}`])
  if (list.length > MAX_CANDIDATES)
    return fail([`expected up to ${MAX_CANDIDATES} candidates, got ${list.length}`])
  const problems: string[] = []
  const candidates = list.flatMap((entry: unknown, i) => {
    const reader = new CandidateReader(`candidate ${i + 1}`, problems)
    const candidate = reader.read(entry)
    return candidate === undefined ? [] : [candidate]
  })
  const ids = candidates.map(({ id }) => id)
  for (const id of new Set(ids.filter((one, i) => ids.indexOf(one) !== i)))
    problems.push(`two candidates have the id "${id}"`)
  return problems.length > 0 ? fail(problems) : ok(candidates)
}

class CandidateReader {
  readonly #where: string
  readonly #problems: string[]

  constructor(where: string, problems: string[]) {
    this.#where = where
    this.#problems = problems
  }

  read(entry: unknown): Candidate | undefined {
    if (!isJsonObject(entry)) {
      this.#complain(`expected fields, got ${describe(entry)}`)
      return undefined
    }
    for (const key of Object.keys(entry)) {
      if (!FIELDS.includes(key)) this.#complain(`unknown field "${key}"; known are ${FIELDS.join(', ')}`)
    }
    const effortHours = this.#number(entry, 'effort_hours', MAX_HOURS) ?? 0
    const effort = own(entry, 'effort') === undefined ? effortOf(effortHours) : this.#effort(entry)
    const id = this.#text(entry, 'id')
    return {
      id,
      title: own(entry, 'title') === undefined ? id : this.#text(entry, 'title'),
      impact: this.#oneOf(entry, 'impact', IMPACTS) ?? 'low',
      effortHours,
      effort,
      trigger: this.#trigger(own(entry, 'trigger')),
      description: own(entry, 'description') === undefined ? '' : this.#text(entry, 'description'),
    }
  }

  #trigger(value: unknown): Trigger {
    if (value === 'always') return { kind: 'always' }
    if (!isJsonObject(value)) {
      this.#complain(`"trigger" must be "always" or { measure, above or below }, got ${describe(value)}`)
      return { kind: 'always' }
    }
    const measure = this.#oneOf(value, 'measure', TRIGGER_MEASURES) ?? 'duration'
    const sides = (['above', 'below'] as const).filter((side) => own(value, side) !== undefined)
    if (sides.length !== 1) this.#complain('"trigger" needs either "above" or "below"')
    const comparison = sides[0] ?? 'above'
    const threshold = sides.length === 1 ? (this.#number(value, comparison, Number.MAX_SAFE_INTEGER) ?? 0) : 0
    const operation =
      own(value, 'operation') === undefined ? undefined : this.#oneOf(value, 'operation', BATCH_OPERATIONS)
    return {
      kind: 'measure',
      measure,
      comparison,
      threshold,
      ...(operation === undefined ? {} : { operation }),
    }
  }

  #effort(entry: JsonObject): Effort {
    const effort = own(entry, 'effort')
    if (effort === 1 || effort === 2 || effort === 3 || effort === 4 || effort === 5) return effort
    this.#complain(`"effort" must be 1 to 5, got ${describe(effort)}`)
    return 5
  }

  #number(entry: JsonObject, key: string, max: number): number | undefined {
    const value = own(entry, key)
    if (typeof value === 'number' && value >= 0 && value <= max) return value
    this.#complain(`"${key}" must be a number from 0 to ${max}, got ${describe(value)}`)
    return undefined
  }

  #text(entry: JsonObject, key: string): string {
    const value = own(entry, key)
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
    this.#complain(`"${key}" must be a text, got ${describe(value)}`)
    return ''
  }

  #oneOf<T extends string>(entry: JsonObject, key: string, allowed: readonly T[]): T | undefined {
    const value = own(entry, key)
    const word = typeof value === 'string' ? value.trim().toLowerCase() : undefined
    const found = allowed.find((one) => one === word)
    if (found === undefined)
      this.#complain(`"${key}" must be one of ${allowed.join(', ')}, got ${describe(value)}`)
    return found
  }

  #complain(problem: string): void {
    this.#problems.push(`${this.#where}: ${problem}`)
  }
}
