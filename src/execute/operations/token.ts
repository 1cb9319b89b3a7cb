import type { TokenStep } from '../../command/step.ts'
import { fail, ok } from '../../base/result.ts'
import type { Result } from '../../base/result.ts'
import { describe } from '../../base/json.ts'
import { tokens } from '../../document/native-table.ts'
import { numberOf } from '../../document/transaction.ts'
import type { StepRun } from '../step-run.ts'
import { MAX_PX, storedColor } from '../values.ts'
import { scaledHex } from './tone.ts'

/** Changes one token of the theme, nothing else. */
export function changeToken(run: StepRun, step: TokenStep): void {
  const { kind, label } = tokens[step.token]
  const { transaction } = run
  if (transaction.index.root.tokens === undefined) {
    run.fail('not-applicable', `The document has no theme tokens, so its ${label} cannot change.`)
    return
  }
  const present = transaction.readToken(step.token)
  const next = kind === 'color' ? colorOf(step, present) : numberToken(step, present)
  if (!next.ok) {
    run.fail(
      present === undefined && step.value === undefined ? 'not-applicable' : 'value-invalid',
      `The theme's ${label} cannot change: ${next.error}.`,
    )
    return
  }
  // A length kept as text stays text.
  const isText = kind === 'length' && typeof next.value === 'number' && typeof present !== 'number'
  const hasChanged = transaction.writeToken(step.token, isText ? `${next.value}px` : next.value)
  run.wrote('theme', `token:${step.token}`, label, hasChanged && step.value !== undefined)
}

function colorOf(step: TokenStep, present: unknown): Result<string, string> {
  if (step.value !== undefined) return storedColor(step.value)
  if (step.lightness === undefined) return fail('expected a color or a lightness')
  if (!Number.isFinite(step.lightness) || step.lightness < 0)
    return fail(`expected a lightness factor, got ${describe(step.lightness)}`)
  const scaled = typeof present === 'string' ? scaledHex(present, step.lightness) : null
  return scaled === null ? fail(`its current value is ${describe(present)}, not a color`) : ok(scaled)
}

function numberToken(step: TokenStep, present: unknown): Result<number, string> {
  const { value, by = 0, factor = 1 } = step
  const base = numberOf(value ?? present)
  if (base === undefined)
    return fail(
      value === undefined
        ? `its current value is ${describe(present)}, not a number`
        : `expected a number, got ${describe(value)}`,
    )
  if (value !== undefined && base < 0) return fail(`expected a number from 0, got ${describe(value)}`)
  const next = value === undefined ? base * factor + by : base
  if (!Number.isFinite(next) || next > MAX_PX) return fail(`expected a number up to ${MAX_PX}`)
  // Base spacing and heights are whole numbers; a length may have a fraction.
  const unit = tokens[step.token].kind === 'length' ? 100 : 1
  return ok(Math.max(0, Math.round(next * unit) / unit))
}
