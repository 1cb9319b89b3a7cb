import { describe, isJsonObject, own, fail, ok } from 'blueprint-command-engine/base'
import type { JsonObject, Result } from 'blueprint-command-engine/base'
import { describeYamlProblem, parseYaml } from '@blueprint-engine/files/formats'
import type { AssignmentRule } from './attribution.ts'

const CONDITIONS = ['session', 'agent', 'branch', 'folder', 'file'] as const
const RESULTS = ['batch', 'item', 'phase'] as const
const TIMES = ['from', 'to'] as const
const KNOWN: readonly string[] = [...CONDITIONS, ...RESULTS, ...TIMES]

/**
 * Reads the map that says which responses belong to which work: `assignments:`, a list of rules in YAML or JSON. All
 * problems are returned at once, each naming its rule.
 *
 * @example
 * parseAssignmentMap(`
 * assignments:
 *   - { branch: prp-47-2-1, batch: '47', item: PRP-47.2.1, phase: execute }
 *   - { from: 2026-02-07T18:00:00Z, to: 2026-02-07T19:00:00Z, batch: a1, phase: planning }
 * `)
 */
export function parseAssignmentMap(text: string): Result<readonly AssignmentRule[], readonly string[]> {
  const parsed = parseYaml(text)
  if (!parsed.ok) return fail(parsed.error.map(describeYamlProblem))
  const list = isJsonObject(parsed.value) ? own(parsed.value, 'assignments') : parsed.value
  if (!Array.isArray(list)) return fail([`expected a list under "assignments", got ${describe(list)}`])
  const problems: string[] = []
  const rules = list.map((rule: unknown, i) => readRule(rule, `rule ${i + 1}`, problems))
  return problems.length > 0 ? fail(problems) : ok(rules)
}

const NO_RULE: AssignmentRule = { batch: null, item: null, phase: null }

function readRule(value: unknown, where: string, problems: string[]): AssignmentRule {
  if (!isJsonObject(value)) {
    problems.push(`${where}: expected fields, got ${describe(value)}`)
    return NO_RULE
  }
  for (const key of Object.keys(value)) {
    if (!KNOWN.includes(key)) problems.push(`${where}: unknown field "${key}"; known are ${KNOWN.join(', ')}`)
  }
  const conditions = CONDITIONS.map((key) => [key, readText(value, key, where, problems)] as const)
  const [fromMs, toMs] = TIMES.map((key) => readTime(value, key, where, problems))
  const [batch, item, phase] = RESULTS.map((key) => readText(value, key, where, problems) ?? null)
  return {
    ...Object.fromEntries(conditions.filter(([, text]) => text !== undefined)),
    ...(fromMs === undefined ? {} : { fromMs }),
    ...(toMs === undefined ? {} : { toMs }),
    batch: batch!,
    item: item!,
    phase: phase!,
  }
}

function readText(rule: JsonObject, key: string, where: string, problems: string[]): string | undefined {
  const value = own(rule, key)
  if (value === undefined) return undefined
  if (typeof value === 'string' && value !== '') return value
  if (typeof value === 'number') return String(value)
  problems.push(`${where}: "${key}" must be a text, got ${describe(value)}`)
  return undefined
}

function readTime(rule: JsonObject, key: string, where: string, problems: string[]): number | undefined {
  const value = own(rule, key)
  if (value === undefined) return undefined
  const timeMs = typeof value === 'string' ? Date.parse(value) : Number.NaN
  if (!Number.isNaN(timeMs)) return timeMs
  problems.push(`${where}: "${key}" must be a time such as 2026-02-07T18:00:00Z, got ${describe(value)}`)
  return undefined
}
